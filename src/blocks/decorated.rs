//! Forms that set their labels off in a way of their own: `[Where] five villages`, `>> Results <<`, `📍 Where: five villages`,
//! `F03 Where: …`, `Where → five villages`. Enough known labels set off alike show that all lines set off so are labels.

use std::collections::BTreeMap;

use super::labels::Labels;
use super::{Block, LabelAt, Shape, floor, trim};
use crate::hashed::HashSet;
use crate::ledger::Class;
use crate::schemas::{Known, Role, Schemas};
use crate::source::Span;

/// Labels of different wordings, set off alike, that show a form.
const LABELS: usize = 4;
/// Bytes of what stands before a label at most, and of a label.
const BEFORE: usize = 16;
const LABEL: usize = 80;
/// What stands before each line of a mail that somebody answers.
const QUOTED: &str = ">";

/// A line that may be a label, set off from its value.
struct Line<'s> {
    /// The position of its block.
    at: usize,
    before: Span,
    words: Span,
    /// Where its value begins.
    value: usize,
    /// What sets it off.
    way: String,
    meanings: Known<'s>,
}

impl Line<'_> {
    fn is_known(&self) -> bool {
        self.meanings.has(Role::Label)
    }
}

/// Dots in a row that lead to a value.
const LEADER: &str = "....";

/// Makes labels of lines that are set off as enough known labels are, in a document that has no more labels of another kind.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let others = blocks.iter().filter(|block| is_label(block)).count();
    let mut labels = Labels::new(text, schemas);
    let mut ways: BTreeMap<String, Vec<Line<'s>>> = BTreeMap::new();
    for line in (0..blocks.len()).filter_map(|at| line(text, blocks, at, &mut labels)) {
        ways.entry(line.way.clone()).or_default().push(line);
    }
    let mut quoted = false;
    for lines in ways.values() {
        let known: Vec<&Line<'_>> = lines.iter().filter(|line| line.is_known()).collect();
        let wordings: HashSet<&str> = known.iter().map(|line| line.words.of(text)).collect();
        // Dots that lead to a value stand behind labels alone.
        let dotted = || known.iter().all(|line| Span::new(line.words.end, line.value).of(text).contains(LEADER));
        let in_quotes = lines[0].before.of(text).starts_with(QUOTED);
        let most = known.len() > others || in_quotes || dotted();
        if wordings.len() >= LABELS && known.len() * 2 >= lines.len() && most {
            lines.iter().for_each(|line| set(text, &mut blocks[line.at], line));
            quoted |= in_quotes;
        }
    }
    if quoted {
        unquote(text, blocks);
    }
}

/// Takes the mark off the other lines of a quoted mail.
fn unquote(text: &str, blocks: &mut [Block<'_>]) {
    for block in blocks.iter_mut().filter(|block| block.before.is_none() && block.gap.is_none()) {
        let Shape::Prose { body } = block.shape else { continue };
        let mark = Span::new(body.start, body.start + QUOTED.len());
        if body.of(text).starts_with(QUOTED) && body.len() > mark.len() {
            block.before = Some((mark, Class::Markup));
            block.shape = Shape::Prose { body: trim(text, Span::new(mark.end, body.end)) };
        }
    }
}

/// Whether a block is a label without this.
fn is_label(block: &Block<'_>) -> bool {
    let bullet = matches!(block.shape, Shape::Bullet { .. });
    block.opening_label().is_some() || (block.is(Role::Label) && !bullet)
}

fn set<'s>(text: &str, block: &mut Block<'s>, line: &Line<'s>) {
    let end = trim(text, block.span).end;
    block.before = (!line.before.is_empty()).then_some((line.before, Class::Markup));
    if line.value == line.words.end {
        block.shape = Shape::Prose { body: line.words };
        (block.whole, block.labels) = (line.meanings, Vec::new());
    } else {
        block.shape = Shape::Prose { body: Span::new(line.words.start, end) };
        let span = Span::new(line.words.start, line.value);
        block.gap = Some(Span::new(line.words.end, line.value));
        (block.whole, block.labels) = (Known::default(), vec![LabelAt::first(span, line.words, line.meanings)]);
    }
}

/// A line that stands alone in its block, in parts.
fn line<'s>(text: &str, blocks: &[Block<'s>], at: usize, labels: &mut Labels<'_, 's>) -> Option<Line<'s>> {
    let block = &blocks[at];
    if !matches!(block.shape, Shape::Prose { .. } | Shape::Bullet { .. }) || block.before.is_some() || is_label(block) {
        return None;
    }
    let whole = trim(text, block.span);
    let (start, first) = before(whole.of(text));
    let rest = &whole.of(text)[start..];
    let (words, mark) = parted(rest);
    let ordinary = first.is_empty() && (mark.is_empty() || mark.trim() == ":");
    let short = start <= BEFORE && (1..=LABEL).contains(&words.len());
    if ordinary || !short {
        return None;
    }
    let way = format!("{first} {}", once_each(mark.chars().filter(|c| !c.is_whitespace())));
    let words = Span::of_slice(text, words);
    let value = if mark.is_empty() { words.end } else { Span::of_slice(text, mark).end };
    let before = trim(text, Span::new(whole.start, whole.start + start));
    Some(Line { at, before, words, value, way, meanings: labels.meanings(words) })
}

/// The length of what stands before the words of a line, and of what kind it is: a number, a sign, a code such as `F03`, a Roman
/// number.
fn before(line: &str) -> (usize, String) {
    let signs = line.find(|c: char| c.is_alphabetic() || c == '¿').unwrap_or(line.len());
    let kind = once_each(line[..signs].chars().filter(|c| !c.is_whitespace()).map(sign));
    let code = line[signs..].find(' ').map_or("", |end| &line[signs..signs + end]);
    let bare = code.trim_end_matches(['.', ')', ':', '-']);
    let roman = !bare.is_empty() && bare.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'));
    let figures = bare.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let coded = !figures.is_empty() && figures.len() < bare.len() && figures.bytes().all(|byte| byte.is_ascii_digit());
    if !roman && !coded {
        return (signs, kind);
    }
    let spaces = line[signs + code.len()..].len() - line[signs + code.len()..].trim_start().len();
    (signs + code.len() + spaces, kind + if roman { "I" } else { "A#" })
}

/// What a character before a label stands for: any figure, any picture.
const fn sign(c: char) -> char {
    match c {
        '0'..='9' => '#',
        c if c.is_ascii() => c,
        '»' | '→' | '–' | '—' | '•' => c,
        _ => 'E',
    }
}

/// The signs, with those that repeat taken as one.
fn once_each(signs: impl Iterator<Item = char>) -> String {
    let mut kind = String::new();
    signs.for_each(|c| {
        if !kind.ends_with(c) {
            kind.push(c);
        }
    });
    kind
}

/// Whether a character parts a label from its value, as dashes and dots in a row do.
const fn is_mark(c: char) -> bool {
    matches!(
        c,
        ':' | ';' | '=' | '>' | '»' | '→' | '|' | ']' | '}' | '*' | '\'' | '~' | '•' | '·' | '–' | '—' | '│' | '/'
    )
}

/// Whether a mark that parts a label from its value may begin with each byte.
const MAY_PART: [bool; 256] = {
    let mut may_part = [true; 256];
    let mut byte = 0u8;
    while byte.is_ascii() {
        may_part[byte as usize] = is_mark(byte as char) || matches!(byte, b'-' | b'.' | b'<');
        byte += 1;
    }
    may_part
};

/// As much of a line as a label and its mark may take: what parts more words than that is none.
fn beginning(rest: &str) -> &str {
    let from = floor(rest, LABEL);
    let next = rest[from..].char_indices().find(|(_, c)| !c.is_whitespace());
    next.map_or(rest, |(at, c)| &rest[..from + at + c.len_utf8()])
}

/// The words of a label, and the mark between them and the value with the white space around it; no mark where all are words.
fn parted(rest: &str) -> (&str, &str) {
    let parts = |at: usize, c: char| {
        let again = || rest[at + c.len_utf8()..].starts_with(c);
        // `Títol de l'experiència ...... Pati`: an apostrophe inside of a word parts nothing.
        let inside = || c == '\'' && rest[at + 1..].starts_with(char::is_alphabetic);
        (is_mark(c) && !inside()) || (matches!(c, '-' | '.' | '<') && again())
    };
    let beginning = beginning(rest);
    // What comes before the first byte that may be a mark needs no closer look.
    let plain = beginning.bytes().position(|byte| MAY_PART[usize::from(byte)]).unwrap_or(beginning.len());
    let mut behind = beginning[plain..].char_indices().map(|(at, c)| (plain + at, c));
    let Some(at) = behind.find(|(at, c)| parts(*at, *c)).map(|(at, _)| at) else {
        return (rest.trim_end(), "");
    };
    let words = rest[..at].trim_end();
    let behind = rest[at..].trim_start_matches(|c: char| is_mark(c) || matches!(c, '-' | '.' | '<' | ' ' | '\t'));
    (words, &rest[words.len()..rest.len() - behind.len()])
}
