//! What a file is: by its first bytes and what is in it, and only for text by the ending of its name.

use memchr::memmem;

use super::refused::Refused;
use crate::source::base;

/// The endings of the names of files that are read.
pub const ENDINGS: [&str; 22] = [
    "txt", "md", "html", "htm", "json", "ndjson", "jsonl", "yaml", "yml", "docx", "docm", "odt", "xlsx", "xlsm", "ods",
    "csv", "tsv", "pdf", "zip", "eml", "mbox", "mbx",
];

/// The endings of those that hold documents.
pub const ARCHIVES: [&str; 4] = ["zip", "eml", "mbox", "mbx"];

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text or a page of the web.
    Text,
    /// `.docx`
    Docx,
    /// `.odt`
    OpenText,
    /// `.ods`
    OpenSheet,
    /// `.xlsx`
    Xlsx,
    /// `.csv`, `.tsv`, and such a table in a `.txt`
    Delimited,
    /// `.pdf`
    Pdf,
    /// `.zip`
    Archive,
    /// `.eml`
    Mail,
    /// `.mbox`
    Mailbox,
}

/// What a file of this name with these bytes is.
pub fn of(name: &str, bytes: &[u8]) -> Result<Format, Refused> {
    let ending = ending(name);
    let format = if bytes.starts_with(b"%PDF-") {
        Format::Pdf
    } else if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        zipped(&ending, bytes)?
    } else if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Err(old(&ending, bytes));
    } else {
        match ending.as_str() {
            "csv" | "tsv" => Format::Delimited,
            "eml" => Format::Mail,
            "mbox" | "mbx" => Format::Mailbox,
            "txt" if super::delimited::is_export(bytes) => Format::Delimited,
            _ => Format::Text,
        }
    };
    let named = match ending.as_str() {
        "docx" | "docm" => Format::Docx,
        "odt" => Format::OpenText,
        "ods" => Format::OpenSheet,
        "xlsx" | "xlsm" => Format::Xlsx,
        "zip" if format == Format::Text => Format::Archive,
        "pdf" => Format::Pdf,
        _ => format,
    };
    if named == format {
        Ok(format)
    } else if bytes.is_empty() {
        Err(Refused::Damaged(String::from("it is empty")))
    } else {
        Err(Refused::Misnamed { ending, bytes: format.name() })
    }
}

/// The ending of a file's name, in lower case.
pub fn ending(name: &str) -> String {
    base(name).rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}

impl Format {
    const fn name(self) -> &'static str {
        match self {
            Format::Text | Format::Mail | Format::Mailbox => "something else",
            Format::Docx => "a Word document",
            Format::OpenText => "an OpenDocument text",
            Format::OpenSheet => "an OpenDocument spreadsheet",
            Format::Xlsx => "an Excel workbook",
            Format::Delimited => "a table of text",
            Format::Pdf => "a PDF document",
            Format::Archive => "a ZIP archive",
        }
    }
}

#[cfg(any(feature = "archive", feature = "docx"))]
fn zipped(_: &str, bytes: &[u8]) -> Result<Format, Refused> {
    use std::io::Read;

    let mut archive = super::package::archive(bytes)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("word/document.xml")
        || (has("[Content_Types].xml") && archive.file_names().flatten().any(|name| name.starts_with("word/")))
    {
        return Ok(Format::Docx);
    }
    if has("xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    if has("ppt/presentation.xml") {
        return Err(Refused::NotText("PowerPoint presentation"));
    }
    let mut kind = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        part.take(200).read_to_string(&mut kind).ok();
    }
    match kind.trim() {
        "application/vnd.oasis.opendocument.text" | "application/vnd.oasis.opendocument.text-template" => {
            Ok(Format::OpenText)
        }
        "application/vnd.oasis.opendocument.spreadsheet" => Ok(Format::OpenSheet),
        kind if kind.starts_with("application/vnd.oasis.") => Err(Refused::NotText("OpenDocument file")),
        kind if kind.starts_with("application/epub") => Err(Refused::NotText("e-book")),
        _ => Ok(Format::Archive),
    }
}

#[cfg(not(any(feature = "archive", feature = "docx")))]
fn zipped(ending: &str, _: &[u8]) -> Result<Format, Refused> {
    Err(Refused::Without(match ending {
        "xlsx" | "xlsm" => "xlsx",
        "zip" => "archive",
        _ => "docx",
    }))
}

/// A file of an old Office program, or a new one that a password locks.
fn old(ending: &str, bytes: &[u8]) -> Refused {
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match ending {
        _ if memmem::find(bytes, &locked).is_some() => Refused::Encrypted,
        "doc" | "dot" => Refused::Old(".docx"),
        "xls" | "xlt" => Refused::Old(".xlsx"),
        "docx" | "docm" | "xlsx" | "xlsm" => {
            Refused::Misnamed { ending: ending.to_owned(), bytes: "a file of an old Office program" }
        }
        _ => Refused::Old(".docx or .xlsx"),
    }
}
