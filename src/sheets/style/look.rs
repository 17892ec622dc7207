//! How a line is written that may be a label: its separator, emphasis, numbering, capitals.

use crate::blocks::html::readable;
use crate::blocks::{Block, Shape, is_question_mark, separator, stop, trim, unmarked};
use crate::schemas::{ends_in_greek, greek_number};
use crate::source::Span;

/// Words of a label at most, what stands in brackets not counted; a question may have more.
pub(super) const LABEL_WORDS: usize = 8;
/// Words of a question at most.
const QUESTION_WORDS: usize = 16;
/// Lines of a paragraph that are looked at.
const PARAGRAPH_LINES: usize = 8;
/// Letters of a Greek numeral at most.
const GREEK_LETTERS: usize = 3;
/// Bytes of a label at most, hints in brackets included.
const LABEL_LENGTH: usize = 140;

/// How the labels of a form are written; two labels of one form look the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Look {
    /// What stands behind the words.
    pub ending: Ending,
    /// What numbers them.
    code: Code,
    /// `**Results:** …`
    pub(super) emphasised: bool,
    /// All letters are capitals.
    pub(super) capitals: bool,
    /// White space stands before it.
    indented: bool,
    /// Number of `#`; 0 for a line that is no heading.
    level: u8,
}

/// What ends a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ending {
    /// `Results: …`, with the value there or below.
    Colon,
    /// `Results – …`, `Results = …`, with the first character of the separator.
    Separator(char),
    /// `What came out of it?`
    Question,
    /// The line's end, with whether empty lines stand before and behind it.
    Line {
        /// Before it.
        before: bool,
        /// Behind it.
        behind: bool,
    },
    /// Whatever it is, for the labels are numbered in a way of their own.
    Any,
}

/// What numbers a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Code {
    None,
    /// `1. `, `1a. `, `2) `, `a) `, `IV. `, as lists have it too.
    Plain,
    /// `A1. `, `B4) `, `C.2 `, `3.1. `
    Own,
}

/// A line that may be a label.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// How it is written.
    pub look: Look,
    /// Its words.
    pub words: Span,
    /// Its words with separator and markup.
    pub span: Span,
    /// Whether empty lines stand before it.
    pub spaced: bool,
    /// Whether its value begins on its line.
    pub has_value: bool,
    /// Whether a sentence goes on behind it in lower case, as it does behind a colon in running text and behind no label.
    pub is_said: bool,
}

/// What a block looks like as a label, if it can be one.
pub fn candidate(text: &str, blocks: &[Block<'_>], at: usize) -> Option<Candidate> {
    let block = &blocks[at];
    let (body, level) = match block.shape {
        Shape::Prose { body } => (body, 0),
        Shape::Heading { level, body, .. } => (body, level),
        _ => return None,
    };
    let raw = body.of(text);
    let (ending, words, end) = columns(block, body).or_else(|| parts(raw))?;
    let words = trim(text, Span::new(body.start, body.start + words));
    let code = code(bare(words.of(text)));
    let ending = match ending {
        _ if code == Code::Own => Ending::Any,
        Ending::Line { .. } => {
            Ending::Line { before: is_blank(at.checked_sub(1), blocks), behind: is_blank(Some(at + 1), blocks) }
        }
        other => other,
    };
    let look = Look {
        ending,
        code,
        emphasised: raw.starts_with(['*', '_']) || raw.starts_with("<b>") || raw.starts_with("<strong>"),
        capitals: !outside_brackets(words.of(text)).chars().any(char::is_lowercase),
        indented: body.start > block.span.start && level == 0,
        level,
    };
    let span = Span::new(body.start, body.start + end);
    let is_said = ending == Ending::Colon && goes_on(&raw[end..]) && ends_sentence(text, &blocks[at..]);
    let spaced = is_blank(at.checked_sub(1), blocks);
    is_label_like(bare(&readable(words.of(text))), code, ending).then_some(Candidate {
        look,
        words: unmarked(text, words),
        span,
        spaced,
        has_value: end < raw.len(),
        is_said,
    })
}

/// A line that is a label whatever its words are: up to its colon, or all of it where it is no sentence.
pub fn whole_line(text: &str, blocks: &[Block<'_>], at: usize) -> Option<Candidate> {
    let Shape::Prose { body } = blocks[at].shape else { return None };
    let line = body.of(text);
    let colon = colon(line);
    let words = trim(text, Span::new(body.start, colon.map_or(body.end, |colon| body.start + colon)));
    let span = Span::new(body.start, colon.map_or(body.end, |colon| body.start + colon + 1));
    let look = Look {
        ending: if colon.is_some() { Ending::Colon } else { Ending::Line { before: false, behind: false } },
        code: Code::Plain,
        emphasised: false,
        capitals: false,
        indented: false,
        level: 0,
    };
    let spaced = is_blank(at.checked_sub(1), blocks);
    let said = colon.is_none() && line.ends_with(['.', ';', ',']);
    let short = words.len() <= LABEL_LENGTH && !words.is_empty();
    let has_value = span.end < body.end;
    (short && !said).then_some(Candidate { look, words, span, spaced, has_value, is_said: false })
}

/// Whether words behind a colon begin in lower case.
fn goes_on(behind: &str) -> bool {
    behind.trim_start().starts_with(char::is_lowercase)
}

/// Whether the paragraph that begins with the first of some blocks ends with a finished sentence.
fn ends_sentence(text: &str, blocks: &[Block<'_>]) -> bool {
    let prose = |block: &&Block<'_>| matches!(block.shape, Shape::Prose { .. });
    let opens = |block: &Block<'_>| block.labels.first().is_some_and(|label| !label.inside) || !block.whole.is_empty();
    let lines = blocks.iter().take(PARAGRAPH_LINES).take_while(prose).enumerate();
    let mut own = lines.take_while(|(nth, block)| *nth == 0 || !opens(block)).map(|(_, block)| block.body().of(text));
    own.any(|line| line.ends_with(['.', '!', '…']))
}

fn is_blank(at: Option<usize>, blocks: &[Block<'_>]) -> bool {
    at.and_then(|at| blocks.get(at)).is_none_or(|block| block.is_blank() || block.is_furniture())
}

/// The same as `parts`, of a line in two columns.
fn columns(block: &Block<'_>, body: Span) -> Option<(Ending, usize, usize)> {
    let gap = block.gap?;
    // A label that was glued to the value above may begin behind it.
    Some((Ending::Separator(' '), gap.start.checked_sub(body.start)?, gap.end.checked_sub(body.start)?))
}

/// What ends the label that a line begins with, the length of its words, and where its value may start.
fn parts(raw: &str) -> Option<(Ending, usize, usize)> {
    let head = &raw[..crate::blocks::floor(raw, LABEL_LENGTH)];
    let colon = colon(head).map(|at| (Ending::Colon, at, at + 1 + closing(&raw[at + 1..])));
    let mark = separator(head, raw).map(|(at, length)| {
        let sign = raw[at..].trim_start().chars().next().unwrap_or('-');
        (Ending::Separator(sign), at, at + length)
    });
    let stop = stop(head, raw).map(|(at, length)| (Ending::Separator('.'), at, at + length));
    let question = head.find(is_question_mark).or_else(|| semicolon_of_question(raw)).map(|at| {
        let end = at + raw[at..].chars().next().map_or(0, char::len_utf8);
        (Ending::Question, end, end + closing(&raw[end..]))
    });
    let first = [run_in(raw), colon, mark, stop, question].into_iter().flatten().min_by_key(|found| found.1);
    let whole =
        || (head.len() == raw.len()).then_some((Ending::Line { before: false, behind: false }, raw.len(), raw.len()));
    first.or_else(whole)
}

/// A label in bold with a full stop behind it: `**What went wrong.** The roof leaked.`
fn run_in(raw: &str) -> Option<(Ending, usize, usize)> {
    let close = raw.strip_prefix("**")?.find("**")? + 2;
    let words = raw[..close].strip_suffix('.')?;
    Some((Ending::Separator('.'), words.len(), close + 2))
}

/// The `;` that ends a line of Greek, which it makes a question.
fn semicolon_of_question(raw: &str) -> Option<usize> {
    let words = raw.strip_suffix(';').filter(|words| ends_in_greek(words))?;
    (words.len() <= LABEL_LENGTH).then_some(words.len())
}

/// The first colon outside brackets that ends a word: no part of a time or an address.
fn colon(head: &str) -> Option<usize> {
    let mut depth = 0;
    head.char_indices().find_map(|(at, c)| {
        match c {
            '(' | '[' => depth += 1,
            // `B4)` opens none.
            ')' | ']' if depth > 0 => depth -= 1,
            _ => {}
        }
        let behind = head[at + c.len_utf8()..].chars().next();
        let ends = behind.is_none_or(|c| !c.is_alphanumeric() && c != '/');
        (c == ':' && depth == 0 && ends).then_some(at)
    })
}

/// The length of the markup that closes a label behind its separator.
fn closing(rest: &str) -> usize {
    ["**", "__", "</b>", "</strong>", "*", "_"]
        .iter()
        .find(|mark| rest.starts_with(**mark))
        .map_or(0, |mark| mark.len())
}

/// The words without the markup before them.
fn bare(words: &str) -> &str {
    let words = words.strip_prefix("<b>").or_else(|| words.strip_prefix("<strong>")).unwrap_or(words);
    words.trim_start_matches(['*', '_', ' '])
}

fn code(words: &str) -> Code {
    let letter = words.strip_prefix(char::is_alphabetic);
    let dotted =
        letter.and_then(|rest| rest.strip_prefix('.')).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let number = dotted.or(letter).unwrap_or(words);
    let tail = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let digits = &number[..number.len() - tail.len()];
    let figures = digits.starts_with(|c: char| c.is_ascii_digit());
    let marked = digits.ends_with('.') || tail.trim_start().starts_with([')', '-', '–', ':', '°', 'º']);
    match letter {
        Some(_) if figures && (marked || dotted.is_some()) => Code::Own,
        None if figures && digits.trim_end_matches('.').contains('.') => Code::Own,
        None if figures && (marked || is_lettered(tail)) => Code::Plain,
        Some(rest) if rest.starts_with([')', '.']) => Code::Plain,
        Some(_) if roman(words).max(greek(words)) > 0 => Code::Plain,
        _ => Code::None,
    }
}

/// The length of the Roman numeral with a full stop or bracket that words begin with: `IV. `, `XI) `.
fn roman(words: &str) -> usize {
    let numeral = words.bytes().take_while(|byte| b"IVXLC".contains(byte)).count();
    let marked = words[numeral..].starts_with(['.', ')', '°']);
    if marked { numeral } else { 0 }
}

/// The length of the Greek numeral with a full stop or bracket that words begin with: `ΣΤ. `, `ΙΑ) `.
fn greek(words: &str) -> usize {
    let start: String = words.chars().take(GREEK_LETTERS).flat_map(char::to_lowercase).collect();
    let numeral = greek_number(&start);
    let marked = words.get(numeral..).is_some_and(|rest| rest.starts_with(['.', ')']));
    if marked { numeral } else { 0 }
}

/// `a. `, `β) `: a letter behind the figures of a number.
fn is_lettered(tail: &str) -> bool {
    let behind = tail.strip_prefix(char::is_alphabetic);
    behind.is_some_and(|rest| rest.starts_with(['.', ')']))
}

/// Whether words can be a label: few, from a capital on, and no sentence.
fn is_label_like(words: &str, code: Code, ending: Ending) -> bool {
    let plain = outside_brackets(words);
    let plain = plain.trim_matches(|c: char| !c.is_alphanumeric());
    let letter = match code {
        Code::None => 0,
        _ => {
            let first = plain.chars().next().filter(|c| c.is_alphabetic()).map_or(0, char::len_utf8);
            roman(plain).max(greek(plain)).max(first)
        }
    };
    let behind_code = plain[letter..].trim_start_matches(|c: char| !c.is_alphabetic());
    let question = words.ends_with(['?', ';', '\u{37e}']);
    let count = plain.split_whitespace().count();
    let few = (1..=if question { QUESTION_WORDS } else { LABEL_WORDS }).contains(&count);
    let sentence = !question && (behind_code.contains([',', ';', '"', '!', '@']) || behind_code.contains(". "));
    let hinted = words.ends_with(')') && begins_small(words);
    let ended = matches!(ending, Ending::Line { .. }) && words.ends_with(['.', ',', ';', '!', '…', ')']) && !hinted;
    // A gap parts columns or the ends of a page header.
    let gap = behind_code.contains("   ") || behind_code.contains('\t');
    few && !sentence && !ended && !gap && behind_code.starts_with(char::is_uppercase) && !words.contains("://")
}

/// Whether the last brackets of a line have several words from a small letter on, as hints do: `What changed (figures, if any)`.
fn begins_small(words: &str) -> bool {
    words.rsplit_once('(').is_some_and(|(_, hint)| hint.starts_with(char::is_lowercase) && hint.contains(' '))
}

/// The words without what stands in brackets.
fn outside_brackets(words: &str) -> String {
    let mut depth = 0;
    words
        .chars()
        .filter(|c| {
            depth += i32::from(*c == '(');
            let outside = depth == 0;
            depth -= i32::from(*c == ')' && depth > 0);
            outside
        })
        .collect()
}
