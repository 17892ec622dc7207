//! Archives (`.zip`): each file in them as if it stood in a folder of the archive's name.

use std::io::Read;

use super::Opening;
use super::format::{ENDINGS, ending};
use super::package::{archive, refused, unpacking};
use super::refused::{PART, Refused, UNPACKED, mebibytes};

impl Opening<'_> {
    /// Reads the files of an archive that have the ending of a document.
    pub(super) fn archive(&mut self, name: &str, bytes: &[u8]) -> Result<(), Refused> {
        let mut archive = archive(bytes)?;
        let mut files: Vec<(usize, String)> = (0..archive.len())
            .filter_map(|at| Some((at, archive.name_for_index(at)?.ok()?.replace('\\', "/"))))
            .filter(|(_, file)| is_document(file))
            .collect();
        files.sort_by(|one, other| one.1.cmp(&other.1));
        for (at, file) in files {
            let inner = format!("{name}/{file}");
            let unpacked = archive.by_index(at).map_err(|error| refused(&error)).and_then(|part| self.unpack(part));
            match unpacked {
                Ok(bytes) => self.file(&inner, bytes),
                Err(refused @ Refused::Limit(..)) => return Err(refused),
                Err(refused) => self.push(&inner, Err(refused)),
            }
        }
        Ok(())
    }

    /// The bytes of a file, of which all together may have no more than the limit.
    fn unpack(&mut self, part: impl Read) -> Result<Vec<u8>, Refused> {
        let mut bytes = Vec::new();
        let limit = PART.min(self.left);
        part.take(limit + 1).read_to_end(&mut bytes).map_err(|error| unpacking(&error))?;
        if bytes.len() as u64 > limit {
            let whole = if limit < PART { UNPACKED } else { PART };
            return Err(Refused::Limit("what is packed in it", mebibytes(whole)));
        }
        self.left -= bytes.len() as u64;
        Ok(bytes)
    }
}

/// Whether a file in an archive is read; what macOS adds beside each is not.
fn is_document(file: &str) -> bool {
    let hidden = file.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    !file.ends_with('/') && !hidden && ENDINGS.contains(&ending(file).as_str())
}
