//! Long texts, cut where sheets start. Each portion is read by itself, so that memory does not grow with the length of a text, and
//! several can be read at once.
//!
//! A text is cut before a start mark of a family and nowhere else: only there a sheet ends for certain. What a document says once of
//! all its sheets, such as a licence on its first page, counts for those of its own portion.

use std::io::{self, Read};

use crate::data::Language;
use crate::practice::Field;
use crate::read::begins_sheet;
use crate::schemas::{Role, Schemas};
use crate::source::{Before, NotText, Source};

/// Bytes of a portion, if sheets are no longer.
const PORTION: usize = 1 << 19;
/// Bytes of a text that is short enough to be read as one.
pub const SHORT: usize = 4 << 20;
/// Bytes of most documents at most.
const SMALL: usize = 1 << 14;
/// Start marks at the end of a portion that are looked at closely: many in a row may have no sheet behind them.
const CANDIDATES: usize = 16;
/// Bytes behind a start mark in which a label of its family must stand.
const BEGINNING: usize = 1 << 14;

/// A document that is opened.
pub enum Content {
    /// All of its bytes.
    Whole(Vec<u8>),
    /// A long text with a sheet after the other.
    Long(Portions),
}

/// Why a document cannot be read.
#[derive(Debug)]
pub enum Fault {
    /// It cannot be read on.
    Io(io::Error),
    /// From this line on no sheet starts within the bytes that a sheet may have.
    TooLong(usize),
    /// It is longer than the bytes that a document may have that is read as one.
    TooLarge,
    /// It is no text any more.
    NotText(NotText),
}

/// How long documents may be, in bytes.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// One sheet of a long text; and a text or page in which no sheet starts. Without it nothing is read in portions.
    pub sheet: Option<usize>,
    /// What is read as one.
    pub document: usize,
}

/// Opens a document: a short one, or one that is no text, as a whole.
///
/// # Errors
/// When it cannot be read, or is longer than the limits say.
pub fn open(name: &str, mut input: Box<dyn Read + Send>, limits: Limits, schemas: &Schemas) -> Result<Content, Fault> {
    let mut held = Vec::new();
    take(&mut input, &mut held, SHORT + 1).map_err(Fault::Io)?;
    if held.len() <= SHORT {
        return Ok(Content::Whole(held));
    }
    let is_text = is_text(name, &held);
    let sheet = limits.sheet.filter(|_| is_text || held.trim_ascii_start().starts_with(b"<"));
    if let Some(limit) = sheet.filter(|_| is_text && last_start(&held, 1, schemas).is_some()) {
        return Ok(Content::Long(Portions { name: name.to_owned(), input, held, before: Before::default(), limit }));
    }
    let limit = sheet.unwrap_or(limits.document);
    let wanted = (limit + 1).saturating_sub(held.len());
    take(&mut input, &mut held, wanted).map_err(Fault::Io)?;
    match held.len() > limit {
        true if sheet.is_some() => Err(Fault::TooLong(1)),
        true => Err(Fault::TooLarge),
        false => Ok(Content::Whole(held)),
    }
}

/// Whether a file of this name may be a text that is read in portions.
pub fn may_be_long(name: &str, limits: Limits) -> bool {
    limits.sheet.is_some() && matches!(crate::source::container::ending(name).as_str(), "" | "txt" | "md" | "text")
}

/// Whether bytes are data by their name, or because they begin as a record does: those are read as one, however long.
fn is_data(name: &str, bytes: &[u8]) -> bool {
    let begins = bytes.strip_prefix(Field::Schema.key().as_bytes()).is_some_and(|rest| rest.starts_with(b":"));
    begins || Language::of_name(name).is_some()
}

/// Whether bytes are text and neither a page nor data nor a table, as far as their beginning shows.
fn is_text(name: &str, bytes: &[u8]) -> bool {
    let begins = bytes.trim_ascii_start().first().copied().unwrap_or_default();
    let is_text = begins > b' ' && !matches!(begins, b'<' | b'{' | b'[') && !bytes.starts_with(b"---");
    is_text
        && !is_data(name, bytes)
        && crate::source::container::is_text(name, bytes)
        && memchr::memchr(0, bytes).is_none()
}

/// Reads so many bytes more, or all that are left.
fn take(input: &mut dyn Read, held: &mut Vec<u8>, wanted: usize) -> io::Result<usize> {
    // Most documents are small, and whatever has begun goes on for long.
    held.reserve(wanted.min(if held.is_empty() { SMALL } else { SHORT }));
    input.take(wanted as u64).read_to_end(held)
}

/// The portions of a long text, one after the other.
pub struct Portions {
    name: String,
    input: Box<dyn Read + Send>,
    /// What was read and not handed on yet.
    held: Vec<u8>,
    /// What was handed on.
    before: Before,
    /// The most bytes of a sheet.
    limit: usize,
}

impl Portions {
    /// The next portion; nothing at the end of the text.
    ///
    /// # Errors
    /// When the text cannot be read on, or a sheet in it is too long. Then nothing follows.
    pub fn next(&mut self, schemas: &Schemas) -> Option<Result<Source, Fault>> {
        let end = self.end(schemas);
        let end = match end {
            Ok(0) => return None,
            Ok(end) => end,
            Err(fault) => {
                self.held.clear();
                self.input = Box::new(io::empty());
                return Some(Err(fault));
            }
        };
        let rest = self.held.split_off(end);
        let portion = std::mem::replace(&mut self.held, rest);
        let source = Source::portion(self.name.as_str(), portion, self.before);
        self.before.add(source.as_ref().map_or(&[][..], |source| source.text.as_bytes()));
        Some(source.map_err(Fault::NotText))
    }

    /// Where the portion ends that begins with what is held: before the last start of a sheet in it.
    fn end(&mut self, schemas: &Schemas) -> Result<usize, Fault> {
        let (mut wanted, mut searched) = (PORTION, 1);
        loop {
            let more = wanted.saturating_sub(self.held.len());
            let is_all = take(&mut self.input, &mut self.held, more).map_err(Fault::Io)? < more;
            let upto = &self.held[..self.held.len().min(wanted)];
            if is_all {
                return Ok(upto.len());
            }
            if let Some(start) = last_start(upto, searched, schemas) {
                return Ok(start);
            }
            if wanted >= self.limit {
                return Err(Fault::TooLong(self.before.lines + 1));
            }
            searched = upto.len().saturating_sub(BEGINNING).max(1);
            wanted = (wanted * 2).min(self.limit);
        }
    }
}

/// Where the last sheet starts in some bytes, at this place or behind it.
fn last_start(bytes: &[u8], from: usize, schemas: &Schemas) -> Option<usize> {
    let mut room = String::new();
    let mut end = bytes.len();
    let mut candidates = 0;
    while let Some(start) = memchr::memrchr(b'\n', &bytes[..end]).map(|at| at + 1).filter(|start| *start >= from) {
        if std::str::from_utf8(&bytes[start..end]).is_ok_and(|line| is_mark(line, schemas, &mut room)) {
            candidates += 1;
            let beginning = String::from_utf8_lossy(&bytes[start..(start + BEGINNING).min(bytes.len())]);
            if candidates > CANDIDATES || begins_sheet(&beginning, schemas) {
                return Some(start);
            }
        }
        end = start - 1;
    }
    None
}

/// Whether a line is, or begins with, a start mark of a family.
fn is_mark(line: &str, schemas: &Schemas, room: &mut String) -> bool {
    let label = memchr::memchr2(b':', b'\t', line.as_bytes()).map(|end| &line[..end]);
    schemas.is_start(line, Role::StartLine, room)
        || label.is_some_and(|label| schemas.is_start(label, Role::StartLabel, room))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    const SHEET: &str = "BEST PRACTICE SUMMARY SHEET\nBEST PRACTICE'S SUBJECT: Gardens – città\nRESULTS: 38 plots\n";
    const LIMITS: Limits = Limits { sheet: Some(5 << 20), document: 6 << 20 };

    fn opened(name: &str, text: &str) -> Result<Content, Fault> {
        open(name, Box::new(Cursor::new(text.to_owned())), LIMITS, Schemas::builtin())
    }

    fn portions(text: &str) -> Vec<Result<Source, Fault>> {
        let Ok(Content::Long(mut portions)) = opened("a.txt", text) else { panic!("it is read as one") };
        std::iter::from_fn(|| portions.next(Schemas::builtin())).collect()
    }

    #[test]
    fn portions_are_the_text_and_begin_with_sheets() {
        let text = "A report\n\n".to_owned() + &SHEET.repeat(SHORT / SHEET.len() + 2);
        let portions: Vec<Source> = portions(&text).into_iter().map(Result::unwrap).collect();
        assert!(portions.len() > 4);
        assert_eq!(portions.iter().map(|portion| portion.text.as_str()).collect::<String>(), text);
        let mut before = Before::default();
        for portion in &portions {
            assert_eq!(portion.before, before);
            assert_eq!(portion.place(0).line, before.lines + 1);
            assert!(before == Before::default() || portion.text.starts_with("BEST PRACTICE SUMMARY SHEET\n"));
            before.add(portion.text.as_bytes());
        }
    }

    #[test]
    fn a_sheet_over_the_limit_ends_the_text_with_its_line() {
        let text = SHEET.repeat(SHORT / SHEET.len() + 2) + &"more and more of it\n".repeat(SHORT / 8);
        let portions = portions(&text);
        let (last, before) = portions.split_last().unwrap();
        let lines = before.iter().map(|portion| portion.as_ref().unwrap().text.lines().count()).sum::<usize>();
        assert!(matches!(last, Err(Fault::TooLong(line)) if *line == lines + 1), "{last:?}");
    }

    #[test]
    fn what_has_no_start_is_read_as_one_within_its_limit() {
        let prose = "words and words\n".repeat((SHORT + SHORT / 8) / 16);
        assert!(matches!(opened("a.txt", &prose), Ok(Content::Whole(bytes)) if bytes.len() == prose.len()));
        assert!(matches!(opened("a.txt", &prose.repeat(2)), Err(Fault::TooLong(1))));
        assert!(matches!(opened("a.html", &("<p>".to_owned() + &prose.repeat(2))), Err(Fault::TooLong(1))));
        assert!(matches!(opened("a.json", &("[".to_owned() + &prose)), Ok(Content::Whole(_))));
        assert!(matches!(opened("a.json", &("[".to_owned() + &prose.repeat(2))), Err(Fault::TooLarge)));
    }

    #[test]
    fn a_record_is_read_as_one_though_it_is_longer_than_a_sheet_may_be() {
        let limits = Limits { sheet: Some(SHORT + 10), ..LIMITS };
        let record = format!("schema: 1\ntitle: Gardens\ndescription: |\n{}", "  words and words\n".repeat(SHORT / 16));
        for (name, begins) in [("a.yaml", "# ours\n"), ("a.yml", "---\n"), ("<stdin>", "")] {
            let text = begins.to_owned() + &record;
            let content = open(name, Box::new(Cursor::new(text.clone())), limits, Schemas::builtin());
            assert!(matches!(content, Ok(Content::Whole(bytes)) if bytes.len() == text.len()), "{name}");
        }
        // Nor is it cut where a line of it looks like the start of a sheet.
        let text = record + &format!("  {}", SHEET.replace('\n', "\n  ")).repeat(9);
        assert!(matches!(opened("a.yaml", &text), Ok(Content::Whole(_))));
    }
}
