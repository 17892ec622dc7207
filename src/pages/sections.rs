//! Headed text without a field of its own.

use crate::output::markdown::marks::SECTIONS_END;
use crate::practice::{Field, Origin, Pointer, Right, Section, Segment, Step};
use crate::source::Span;

use super::body::Body;
use super::decode::{self, is_open_heading};
use super::texts::with_comment;

/// The deepest level that is told apart: programs that go down step by step fail at more.
const DEEPEST: usize = 32;
/// The lowest level of headings.
const LOWEST: usize = 6;

/// A section in the order of the page.
pub struct Headed {
    level: usize,
    title: Option<Vec<Segment>>,
    text: Vec<Segment>,
    lines: Vec<Span>,
}

impl Body<'_, '_> {
    /// The sections in a stretch of the page.
    pub(super) fn all_sections(&mut self, lines: &[Span]) {
        let opened = |at: usize| opened(self.text, lines[at]).map(|(level, title)| (at, level, title));
        let mut starts: Vec<_> = (0..lines.len()).filter_map(opened).collect();
        let before = &lines[..starts.first().map_or(lines.len(), |start| start.0)];
        if before.iter().any(|line| !line.of(self.text).trim().is_empty()) {
            self.headed_section(2, None, before);
        }
        starts.push((lines.len(), 0, None));
        for pair in starts.windows(2) {
            let (at, level, title) = pair[0];
            self.headed_section(level, title, &lines[at + 1..pair[1].0]);
            self.markup(lines[at], Some(Field::Sections), true);
        }
    }

    /// A heading that nobody knows, and what stands under it.
    pub(super) fn unknown(&mut self, heading: Span, title: Span, lines: &[Span]) {
        self.headed_section(2, Some(title), lines);
        self.markup(heading, Some(Field::Sections), true);
    }

    fn headed_section(&mut self, level: usize, title: Option<Span>, lines: &[Span]) {
        let title = title.map(|title| decode::plain(self.text, title)).filter(|title| !title.is_empty());
        let text = decode::text(self.text, lines, LOWEST);
        self.sections.push(Headed { level, title, text, lines: lines.to_vec() });
    }

    /// Makes a tree of the sections: each belongs to the last one before it that has a lower level.
    pub(super) fn build_sections(&mut self) {
        let flat = std::mem::take(&mut self.sections);
        let mut open: Vec<(usize, Section)> = Vec::new();
        let mut path: Vec<usize> = Vec::new();
        let mut roots: Vec<Section> = Vec::new();
        for headed in flat {
            while open.last().is_some_and(|(level, _)| *level >= headed.level) {
                close(&mut open, &mut roots);
            }
            let number = open.last().map_or(roots.len(), |(_, parent)| parent.sections.len());
            path.truncate(open.len());
            path.push(number);
            let section = self.section(&path, headed.title, headed.text);
            open.push((headed.level, section));
            headed.lines.iter().for_each(|line| self.markup(*line, Some(Field::Sections), true));
        }
        while !open.is_empty() {
            close(&mut open, &mut roots);
        }
        self.draft.record.sections = roots;
    }

    fn section(&mut self, path: &[usize], title: Option<Vec<Segment>>, text: Vec<Segment>) -> Section {
        let mut pointer = Pointer::from(Field::Sections).then(Step::Item(path[0]));
        for number in &path[1..] {
            pointer = pointer.then(Step::Key("sections")).then(Step::Item(*number));
        }
        let mut value = |key, segments: Vec<Segment>| {
            let pointer = pointer.then(Step::Key(key));
            (!segments.is_empty()).then(|| self.draft.trace(pointer, Origin::Label, Right::Own, segments))
        };
        let title = title.and_then(|title| value("title", title));
        Section { title, text: value("text", text), sections: Vec::new() }
    }
}

/// Puts the innermost section into the one around it.
fn close(open: &mut Vec<(usize, Section)>, roots: &mut Vec<Section>) {
    if let Some((_, section)) = open.pop() {
        match open.last_mut() {
            Some((_, parent)) => parent.sections.push(section),
            None => roots.push(section),
        }
    }
}

/// The level and the title of a section that a line opens.
fn opened(text: &str, line: Span) -> Option<(usize, Option<Span>)> {
    let words = line.of(text).trim_end();
    if let Some(level) = words.strip_prefix("<!-- untitled section, level ").and_then(|rest| rest.strip_suffix(" -->"))
    {
        return Some((level.parse::<usize>().ok()?.clamp(2, DEEPEST), None));
    }
    if words == SECTIONS_END {
        return None;
    }
    let level = is_open_heading(words)?;
    let (title, comment) = with_comment(text, Span::new(line.start + level, line.end));
    let told = comment.and_then(|comment| comment.strip_prefix("level ")?.parse::<usize>().ok());
    Some((told.unwrap_or(level).clamp(2, DEEPEST), Some(title)))
}
