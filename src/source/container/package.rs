//! The parts of a document that is a ZIP archive.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::refused::Refused;
#[cfg(feature = "docx")]
use super::refused::{ENTRIES, mebibytes};
#[cfg(feature = "docx")]
use super::xml::{Node, Xml};

/// An archive whose parts are read by name.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

#[cfg(feature = "docx")]
impl<'b> Package<'b> {
    /// Opens the archive.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Refused> {
        Ok(Self { archive: archive(bytes)? })
    }

    /// The XML of a part, if it has one of this name.
    pub fn xml(&mut self, name: &str) -> Result<Option<Xml<impl Read>>, Refused> {
        match self.archive.by_name(name) {
            Ok(part) => Ok(Some(Xml::new(part))),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(error) => Err(refused(&error)),
        }
    }

    /// The XML of a part that every such document has.
    pub fn needed(&mut self, name: &str) -> Result<Xml<impl Read>, Refused> {
        self.xml(name)?.ok_or_else(|| Refused::Damaged(format!("it has no part {name}")))
    }

    /// Hands on each element of a part, if there is one of this name.
    pub fn elements(&mut self, name: &str, mut take: impl FnMut(super::xml::Element)) -> Result<(), Refused> {
        let Some(mut xml) = self.xml(name)? else { return Ok(()) };
        while let Some(node) = xml.next()? {
            if let Node::Open(element) = node {
                take(element);
            }
        }
        Ok(())
    }

    /// The parts whose names begin so.
    pub fn names(&self, prefix: &str) -> Vec<String> {
        let names = self.archive.file_names().filter_map(Result::ok);
        names.filter(|name| name.starts_with(prefix)).map(|name| name.into_owned()).collect()
    }

    /// Unpacks every part once and keeps none: whether all of them are as small as this.
    #[cfg(feature = "xlsx")]
    pub fn weigh(&mut self, limit: u64) -> Result<(), Refused> {
        for at in 0..self.archive.len().min(ENTRIES) {
            let part = self.archive.by_index(at).map_err(|error| refused(&error))?;
            let size = io::copy(&mut part.take(limit + 1), &mut io::sink()).map_err(|error| unpacking(&error))?;
            if size > limit {
                return Err(Refused::Limit("a part of it", mebibytes(limit)));
            }
        }
        Ok(())
    }
}

/// Opens a ZIP archive.
pub fn archive(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Refused> {
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(&error))?;
    if archive.len() > super::refused::ENTRIES {
        return Err(Refused::Limit("the number of its parts", super::refused::ENTRIES.to_string()));
    }
    Ok(archive)
}

/// Why an archive or a part of it is not read.
pub fn refused(error: &ZipError) -> Refused {
    match error {
        ZipError::UnsupportedArchive(why) if why.to_lowercase().contains("password") => Refused::Encrypted,
        ZipError::InvalidPassword => Refused::Encrypted,
        ZipError::Io(error) => unpacking(error),
        error => Refused::Damaged(error.to_string()),
    }
}

/// Why a part could not be unpacked.
pub fn unpacking(error: &io::Error) -> Refused {
    Refused::Damaged(error.to_string())
}
