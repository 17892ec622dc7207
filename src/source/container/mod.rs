//! Containers to text: documents of Word and LibreOffice, tables, PDF, archives and mails.
//!
//! A container gives the words that its user sees, in their order, with a [`Layout`](super::Layout) beside them: what each stretch
//! is, and where it stands in the user's terms. Nothing in it is executed or fetched, and every reader has limits (`refused`).
#![cfg_attr(
    not(all(feature = "archive", feature = "docx", feature = "mail", feature = "pdf", feature = "xlsx")),
    allow(dead_code, unused_imports, reason = "a build without some of the readers uses less of what they share")
)]

#[cfg(feature = "archive")]
mod archive;
#[cfg(feature = "docx")]
mod cells;
mod delimited;
#[cfg(feature = "docx")]
mod docx;
mod format;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod inline;
#[cfg(feature = "mail")]
mod mail;
#[cfg(feature = "docx")]
mod numbering;
#[cfg(feature = "docx")]
mod odf;
#[cfg(any(feature = "archive", feature = "docx"))]
mod package;
#[cfg(feature = "pdf")]
mod pdf;
mod refused;
mod taken;
#[cfg(feature = "xlsx")]
mod xlsx;
#[cfg(any(feature = "docx", feature = "pdf"))]
mod xml;

use std::ops::Range;

use super::Source;
use format::Format;
pub use format::{ARCHIVES, ENDINGS, ending};
pub use refused::Refused;

/// A document that a file is or holds.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its name, behind those of the files that it is in.
    pub name: String,
    /// Its text, or why there is none.
    pub source: Result<Source, Refused>,
    /// The documents, by their places before this one, that make it needless if one of them holds a sheet.
    pub unless: Range<usize>,
}

/// What is taken out of a PDF.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Printed {
    /// Its text as it is laid out on its pages, with a form feed behind each page.
    pub text: Vec<u8>,
    /// How its lines look, as XML of `pdftohtml`, if that is known.
    pub look: Option<Vec<u8>>,
}

/// Takes out of a PDF what can be read of it.
pub type PdfReader<'a> = &'a dyn Fn(&[u8]) -> Result<Printed, Refused>;

/// What reading needs of the world.
pub struct Tools<'a> {
    /// Takes text and look out of a PDF.
    pub pdf: PdfReader<'a>,
    /// Whether words are a label that is known.
    pub is_label: &'a dyn Fn(&str) -> bool,
}

/// What is done with each document; whether to go on.
pub type Take<'a> = &'a mut dyn FnMut(Opened) -> bool;

/// Opens a file and hands on its documents one after the other: itself, or those that an archive or mail holds, each named behind
/// it: `inbox.zip/sheet 3.docx`.
pub fn open(name: &str, bytes: Vec<u8>, tools: &Tools<'_>, take: Take<'_>) {
    let mut opening = Opening { tools, take, left: refused::UNPACKED, depth: 0, count: 0, suspect: 0, stopped: false };
    opening.file(name, bytes);
}

/// Files in files, on the way down.
struct Opening<'a> {
    tools: &'a Tools<'a>,
    take: Take<'a>,
    /// Bytes that may still be unpacked.
    left: u64,
    depth: usize,
    /// How many documents were handed on.
    count: usize,
    /// How many of them were over a limit.
    suspect: usize,
    /// Whether nobody wants more.
    stopped: bool,
}

impl Opening<'_> {
    fn file(&mut self, name: &str, bytes: Vec<u8>) {
        let result = match format::of(name, &bytes) {
            Ok(Format::Archive) => return self.inside(name, |opening| opening.archive(name, &bytes)),
            Ok(Format::Mail) => return self.inside(name, |opening| opening.mail(name, &bytes)),
            Ok(Format::Mailbox) => return self.inside(name, |opening| opening.mailbox(name, &bytes)),
            Ok(format) => self.document(format, name, bytes),
            Err(refused) => Err(refused),
        };
        self.push(name, result);
    }

    fn push(&mut self, name: &str, source: Result<Source, Refused>) {
        self.hand_on(Opened { name: name.to_owned(), source, unless: 0..0 });
    }

    fn hand_on(&mut self, opened: Opened) {
        self.count += 1;
        self.suspect += usize::from(matches!(opened.source, Err(Refused::Limit(..))));
        self.stopped = self.stopped || !(self.take)(opened);
    }

    /// Reads a file that is one document.
    fn document(&self, format: Format, name: &str, bytes: Vec<u8>) -> Result<Source, Refused> {
        match format {
            #[cfg(feature = "docx")]
            Format::Docx => docx::read(name, &mut package::Package::open(&bytes)?, self.tools.is_label),
            #[cfg(feature = "docx")]
            Format::OpenText | Format::OpenSheet => {
                odf::read(name, &mut package::Package::open(&bytes)?, self.tools.is_label)
            }
            #[cfg(not(feature = "docx"))]
            Format::Docx | Format::OpenText | Format::OpenSheet => Err(Refused::Without("docx")),
            #[cfg(feature = "xlsx")]
            Format::Xlsx => xlsx::read(name, &bytes, self.tools.is_label),
            #[cfg(not(feature = "xlsx"))]
            Format::Xlsx => Err(Refused::Without("xlsx")),
            #[cfg(feature = "pdf")]
            Format::Pdf => pdf::read(name, &(self.tools.pdf)(&bytes)?, self.tools.is_label),
            #[cfg(not(feature = "pdf"))]
            Format::Pdf => Err(Refused::Without("pdf")),
            Format::Delimited => delimited::read(name, bytes),
            _ if self.depth > 0 && bytes.len() > refused::TEXT => {
                Err(Refused::Limit("its text", refused::mebibytes(refused::TEXT as u64)))
            }
            Format::Text | Format::Archive | Format::Mail | Format::Mailbox => text(name, bytes),
        }
    }

    /// Goes one file deeper; why that could not be done stands beside what was found before.
    fn inside(&mut self, name: &str, work: impl FnOnce(&mut Self) -> Result<(), Refused>) {
        if self.depth == refused::NESTED {
            return self.push(name, Err(Refused::TooDeep));
        }
        self.depth += 1;
        if let Err(refused) = work(self) {
            self.push(name, Err(refused));
        }
        self.depth -= 1;
    }

    #[cfg(not(feature = "archive"))]
    fn archive(&mut self, _: &str, _: &[u8]) -> Result<(), Refused> {
        Err(Refused::Without("archive"))
    }

    #[cfg(not(feature = "mail"))]
    fn mail(&mut self, _: &str, _: &[u8]) -> Result<(), Refused> {
        Err(Refused::Without("mail"))
    }

    #[cfg(not(feature = "mail"))]
    fn mailbox(&mut self, _: &str, _: &[u8]) -> Result<(), Refused> {
        Err(Refused::Without("mail"))
    }
}

/// Whether a file of this name that begins with these bytes is text, and no table of text.
pub fn is_text(name: &str, bytes: &[u8]) -> bool {
    matches!(format::of(name, bytes), Ok(Format::Text))
}

/// A file of text.
fn text(name: &str, bytes: Vec<u8>) -> Result<Source, Refused> {
    Source::new(name, bytes).map_err(|error| Refused::NotText(error.kind))
}
