//! Why a container is not read, and the limits that keep a hostile one harmless.

use std::fmt;

/// Bytes that one part of a container may have when it is unpacked.
pub const PART: u64 = 32 << 20;
/// Bytes that a part of a workbook may have, of which much is kept.
#[cfg(feature = "xlsx")]
pub const BOOK_PART: u64 = 16 << 20;
/// Bytes that a text taken out of a container may have.
pub const TEXT: usize = 4 << 20;
/// Paragraphs and cells that it may have.
pub const PLACES: usize = 200_000;
/// Lines with words that it may have.
pub const LINES: usize = 30_000;
/// Files of an archive that may be over a limit before the others are left alone.
pub const SUSPECT: usize = 3;
/// Bytes of a tag or of a stretch of text without one.
pub const TOKEN: usize = 2 << 20;
/// Elements of XML that may stand in one another.
pub const DEPTH: usize = 400;
/// Parts that a container may have.
pub const ENTRIES: usize = 20_000;
/// Styles, links and lists that a document may have beside its text.
pub const STYLES: usize = 20_000;
/// Cells of a row, and of a table those that are read.
pub const CELLS: u32 = 1_000;
/// Bytes that an archive with all that is in it may have when it is unpacked.
pub const UNPACKED: u64 = 256 << 20;
/// Archives in one another, and mails in mails.
pub const NESTED: usize = 4;

/// Why a document is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is no text and no container that is read: what it looks like.
    NotText(&'static str),
    /// Its name says one thing and its bytes another.
    Misnamed {
        /// The ending of its name.
        ending: String,
        /// What its bytes are.
        bytes: &'static str,
    },
    /// It is larger in some way than the limit: what, and the limit.
    Limit(&'static str, String),
    /// It is cut short or broken: where.
    Damaged(String),
    /// It asks for a password.
    Encrypted,
    /// A file of an old program, with the ending to save it with.
    Old(&'static str),
    /// XML that declares entities of its own.
    Declarations,
    /// The program was built without what reads it.
    Without(&'static str),
    /// The program that takes text out of PDF is missing.
    NoPdfReader,
    /// That program could not, or not in time.
    PdfFailed(String),
    /// An archive of which too many files are over a limit.
    Suspect,
    /// Archives in archives, too deep.
    TooDeep,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refused::NotText(kind) => write!(
                f,
                "not a text file ({kind}); save the document as text (.txt or .md) or as a page (.html) and try again"
            ),
            Refused::Misnamed { ending, bytes } => {
                write!(f, "its name ends in .{ending}, but it is {bytes}; open it in its program and save it anew")
            }
            Refused::Limit(what, limit) => write!(f, "{what} is over the limit of {limit}"),
            Refused::Damaged(what) => write!(f, "the file is damaged or cut short ({what})"),
            Refused::Encrypted => f.write_str("the file is encrypted; save it without a password"),
            Refused::Old(ending) => write!(f, "it has the format of an old Office program; save it as {ending}"),
            Refused::Declarations => f.write_str("its XML declares entities (DTD), which no office program writes"),
            Refused::Without(feature) => write!(
                f,
                "this scheda was built without what reads such files; install it anew with the feature `{feature}` of Cargo"
            ),
            Refused::NoPdfReader => f.write_str(
                "the program pdftotext is needed to read PDF files and was not found; install it (Debian, Ubuntu: \
                 apt install poppler-utils; macOS: brew install poppler; Windows: scoop install poppler)",
            ),
            Refused::PdfFailed(why) => write!(f, "pdftotext could not read it: {why}"),
            Refused::Suspect => {
                write!(f, "{SUSPECT} of its files are over a limit; those behind them are not read")
            }
            Refused::TooDeep => write!(f, "archives stand in one another more than {NESTED} deep"),
        }
    }
}

impl std::error::Error for Refused {}

/// That a document has too much beside its text.
#[cfg(feature = "docx")]
pub fn too_many() -> Refused {
    Refused::Limit("the number of its styles and links", STYLES.to_string())
}

/// A number of bytes in words.
pub fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes >> 20)
}
