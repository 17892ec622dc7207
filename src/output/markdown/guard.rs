//! Texts as a page holds them. A text is CommonMark of a closed subset: paragraphs, lists, headings, emphasis, links. Whatever else
//! stands in one, such as tags, code or a link that runs a script, stays text, and can be read back.
//!
//! What would be more than text is written as a code, `&#x3C;`, which renders as the character itself. A text that has such a code
//! of its own gets a zero more in it, which changes nothing for whoever reads the page. Kramdown and Python-Markdown, which Jekyll
//! and MkDocs use, see tags and links where CommonMark sees none: what they could take for one is no more than text, either.

use std::fmt::Write;

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::contacts::is_mail;
use super::escape::{is_address, is_harmless_target};
use super::marks::{heading_level, is_unseen, starts_a_name, write_name};

/// What begins a code.
pub const CODE: &str = "&#x";
/// What stands for `\\<`: Python-Markdown shows the backslash, and takes the rest for a tag.
pub const ESCAPED_TAG: &str = "&#60;";
/// What begins it.
pub const NUMBER: &str = "&#";

/// Characters in which a target says its scheme, if it has one.
const LONGEST_SCHEME: usize = 100;

/// How often a text is looked at: taking one mark away may reveal another.
const ROUNDS: usize = 4;

/// A text as `wrap` puts it on the page, with so many bytes before it.
pub(super) fn block(text: &str, before: usize, wrap: impl Fn(&str) -> String) -> String {
    let mut block = wrap(&encode(text));
    for _ in 0..ROUNDS {
        let Some(mut marks) = uninvited(&block) else { break };
        // `- --` is a rule, and its first mark the bullet.
        marks.iter_mut().for_each(|at| *at = before.max(*at));
        marks.dedup();
        if marks.is_empty() {
            return block;
        }
        block = with_codes(&block, &marks);
    }
    wrap(&without_marks(text))
}

/// A text with codes for what no renderer shows as it is, or that could be taken for more than a text, whoever renders it.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_escaped = false;
    let mut skipped = 0;
    let body = text.len() - text.trim_start().len()..text.trim_end().len();
    for (at, c) in text.char_indices() {
        if at < skipped {
            continue;
        }
        let rest = &text[at..];
        if let Some(start) = own_code(rest) {
            out.extend([start, "0"]);
            skipped = at + start.len();
        } else if !is_escaped && rest.starts_with("\\<") {
            out.push_str(ESCAPED_TAG);
            skipped = at + 2;
            continue;
        } else if is_unseen(c) {
            write_name(&mut out, c);
        } else if !body.contains(&at)
            || is_control(c)
            || starts_a_name(rest)
            || is_rule(text, at)
            || !is_escaped && is_dubious(rest, c)
            || matches!(c, '{' | '%' | ':') && out.ends_with('{')
        {
            code(&mut out, c);
        } else {
            out.push(c);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    out
}

/// The beginning of a code that a text has of its own.
pub fn own_code(text: &str) -> Option<&'static str> {
    let digits = text.strip_prefix(NUMBER)?;
    let is_tag = || digits.trim_start_matches('0').starts_with(&ESCAPED_TAG[NUMBER.len()..]);
    if digits.starts_with('x') { Some(CODE) } else { is_tag().then_some(NUMBER) }
}

/// Whether some program may take a character for the beginning of a tag, a picture, a definition, a link that runs a script, or for
/// a command of its own.
fn is_dubious(rest: &str, c: char) -> bool {
    match c {
        '{' => true,
        '!' => rest.starts_with("!["),
        '<' => is_tag(rest),
        ']' => rest.starts_with("]:") || rest.strip_prefix("](").is_some_and(|target| !is_harmless_link(target)),
        _ => false,
    }
}

/// Whether `<` may begin a tag; an address between angle brackets is a link.
fn is_tag(rest: &str) -> bool {
    let inner = &rest[1..];
    let end = inner.find(|c: char| matches!(c, '<' | '>') || c.is_whitespace());
    let address = end.filter(|end| inner[*end..].starts_with('>')).map(|end| &inner[..end]);
    let is_link = address.is_some_and(|address| is_address(address) || is_mail(address));
    !is_link && inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// Whether the target that a text begins with is harmless, however it is written.
fn is_harmless_link(target: &str) -> bool {
    let head: String = target.chars().take(LONGEST_SCHEME).collect();
    let head = head.trim_start().trim_start_matches('<');
    let end = head.find([':', '/', '?', '#', ')']);
    end.is_some_and(|end| !head[..end].contains(['&', '\\']) && is_harmless_target(head))
}

/// A text in which nothing is a mark.
fn without_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut is_first = true;
    let end = text.trim_end().len();
    for (at, c) in text.char_indices() {
        let is_blank = (is_first || at >= end) && c.is_whitespace() && (c != '\n' || out.is_empty() || at >= end);
        if is_unseen(c) {
            write_name(&mut out, c);
        } else if c.is_ascii_punctuation() || is_blank || is_control(c) || starts_a_name(&text[at..]) {
            code(&mut out, c);
        } else {
            out.push(c);
        }
        is_first = c == '\n' || is_first && c.is_whitespace();
    }
    out
}

fn code(out: &mut String, c: char) {
    // Writing to a string does not fail.
    let _ = write!(out, "{CODE}{:X};", u32::from(c));
}

fn is_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

/// Whether a line that is nothing but `---` begins here.
fn is_rule(text: &str, at: usize) -> bool {
    let is_start = at == 0 || text[..at].ends_with('\n');
    is_start && text[at..].lines().next().is_some_and(|line| line.trim_end() == "---")
}

/// The first characters of what is no part of the subset; nothing where a character alone does not help.
fn uninvited(block: &str) -> Option<Vec<usize>> {
    let parser = Parser::new_ext(block, options()).into_offset_iter();
    let defined = parser.reference_definitions().iter().map(|(_, definition)| Some(definition.span.start));
    let mut marks: Vec<Option<usize>> = defined.collect();
    for (event, range) in parser {
        let of_word = || Some(range.start + first_word(&block[range.clone()]));
        match event {
            Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Indented)) => return None,
            Event::Start(Tag::Table(_)) => marks.push(second_line(block, range.start)),
            Event::Start(Tag::Heading { .. }) if !is_with_hashes(block, range.start) => {
                marks.push(Some(last_line(block, &range)));
            }
            Event::Start(Tag::Link { dest_url, .. }) if !is_harmless_target(&dest_url) => marks.push(of_word()),
            Event::Start(ref tag) if !is_invited(tag) => marks.push(of_word()),
            Event::Code(_) | Event::InlineHtml(_) | Event::Rule => marks.push(of_word()),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => marks.push(of_word()),
            _ => {}
        }
    }
    let mut marks = marks.into_iter().collect::<Option<Vec<usize>>>()?;
    marks.sort_unstable();
    marks.dedup();
    Some(marks)
}

/// Whether an element belongs to the subset, or lies inside one that is reported itself.
const fn is_invited(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::List(_)
            | Tag::Item
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Link { .. }
    ) || matches!(tag, Tag::TableHead | Tag::TableRow | Tag::TableCell)
}

/// The extensions of CommonMark that renderers may know.
fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS
}

fn first_word(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// Where the words of the line behind that of a place begin, which makes a table of it.
fn second_line(block: &str, start: usize) -> Option<usize> {
    let next = start + block[start..].find('\n')? + 1;
    Some(next + first_word(&block[next..]))
}

fn is_with_hashes(block: &str, start: usize) -> bool {
    heading_level(block[start..].lines().next().unwrap_or_default()).is_some()
}

/// Where the words of the last line of a heading begin, which underlines it.
fn last_line(block: &str, range: &std::ops::Range<usize>) -> usize {
    let text = block[range.clone()].trim_end();
    let line = text.rfind('\n').map_or(0, |at| at + 1);
    range.start + line + first_word(&text[line..])
}

/// A text with codes in the place of some characters.
fn with_codes(text: &str, places: &[usize]) -> String {
    let mut out = String::with_capacity(text.len() + places.len() * 6);
    let mut from = 0;
    for &at in places.iter().filter(|at| **at < text.len()) {
        out.push_str(&text[from..at]);
        let c = text[at..].chars().next().unwrap_or_default();
        code(&mut out, c);
        from = at + c.len_utf8();
    }
    out + &text[from..]
}
