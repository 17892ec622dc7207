//! Which texts are pages of records, and where each begins and ends.

use crate::data::Language;
use crate::ledger::is_blank;
use crate::output::markdown::marks::{FIRST_PARAGRAPH, FIRST_SENTENCE, SECTIONS};
use crate::schemas::Schemas;
use crate::source::{Source, Span};

use super::decode::is_open_heading;
use super::words::is_table_head;

/// The line around front matter.
const FENCE: &str = "---";
/// How the front matter of a record begins.
const VERSION: &str = "schema:";
/// How the title of a page begins.
const TITLE: &str = "# ";

/// One page.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// All of it.
    pub span: Span,
    /// Its front matter: with the lines around it, and without.
    pub front: Option<(Span, Span)>,
    /// What stands behind that.
    pub body: Span,
}

/// Whether a document begins as pages do.
pub fn may_be_page(source: &Source) -> bool {
    let start = source.text.trim_start_matches(is_blank);
    let starts_well = start.starts_with(FENCE) || start.starts_with(TITLE) || start.starts_with('|');
    starts_well && Language::of_name(&source.name).is_none()
}

/// The pages of a text; none where it is something else.
pub fn pages(text: &str, schemas: &Schemas) -> Vec<Page> {
    let lines = lines(text, Span::new(0, text.len()));
    let Some(first) = lines.iter().position(|line| !line.of(text).trim_matches(is_blank).is_empty()) else {
        return Vec::new();
    };
    let has_front = opens(text, &lines, first);
    if !has_front && !is_bare_page(text, &lines[first..], schemas) {
        return Vec::new();
    }
    let is_start = |at: &usize| if has_front { opens(text, &lines, *at) } else { is_title(text, lines[*at]) };
    let mut starts: Vec<usize> = (first..lines.len()).filter(|at| *at == first || is_start(at)).collect();
    starts.push(lines.len());
    let pages = starts.windows(2).map(|pair| page(text, &lines[pair[0]..pair[1]], has_front));
    pages.collect::<Option<Vec<Page>>>().unwrap_or_default()
}

/// The lines of a stretch, without their ends.
pub fn lines(text: &str, span: Span) -> Vec<Span> {
    let whole = span.of(text).split_inclusive('\n').map(|line| Span::of_slice(text, line));
    whole.map(|line| Span::new(line.start, line.start + line.of(text).trim_end_matches(['\n', '\r']).len())).collect()
}

/// Whether the front matter of a record begins at a line, and no record in YAML behind another.
fn opens(text: &str, lines: &[Span], at: usize) -> bool {
    let next = lines.get(at + 1).map_or("", |line| line.of(text));
    lines[at].of(text).trim_matches(is_blank) == FENCE && next.starts_with(VERSION)
}

fn is_title(text: &str, line: Span) -> bool {
    is_open_heading(line.of(text)) == Some(1)
}

fn page(text: &str, lines: &[Span], has_front: bool) -> Option<Page> {
    let whole = Span::new(lines.first()?.start, lines.last()?.end).trim(text);
    if !has_front {
        return Some(Page { span: whole, front: None, body: whole });
    }
    let end = 1 + lines[1..].iter().position(|line| line.of(text).trim_end() == FENCE)?;
    let front = Span::new(lines[0].start, lines[end].end);
    let inner = Span::new(lines[1].start, lines[end].start);
    let body = Span::new(front.end, whole.end.max(front.end));
    // Documents of YAML, one behind the other, have no body.
    let begins = body.of(text).trim_start_matches(['\r', '\n']);
    let is_titled = |pair: &[Span]| is_title(text, pair[0]) && pair[1].of(text).trim().is_empty();
    let is_body = begins.starts_with(['#', '|', '<'])
        || body.of(text).starts_with("\n\n")
        || lines[end + 1..].windows(2).any(is_titled);
    is_body.then_some(Page { span: whole, front: Some((front, inner)), body })
}

/// Whether a text without front matter has what only pages of records have: their comments, or the table below the title.
fn is_bare_page(text: &str, lines: &[Span], schemas: &Schemas) -> bool {
    if !lines[0].of(text).starts_with(['#', '|']) {
        return false;
    }
    let comments = [SECTIONS, FIRST_PARAGRAPH, FIRST_SENTENCE];
    let mut is_head = true;
    lines.iter().map(|line| line.of(text)).any(|line| {
        is_head &= is_open_heading(line).is_none_or(|level| level == 1);
        comments.contains(&line.trim_end()) || is_head && is_table_head(schemas, line)
    })
}
