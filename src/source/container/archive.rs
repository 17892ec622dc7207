//! Archives (`.zip`): each file in them as if it stood in a folder of the archive's name.

use std::io::Read;

use super::Opening;
use super::format::{ENDINGS, ending};
use super::package::{archive, refused, unpacking};
use super::refused::{PART, Refused, SUSPECT, UNPACKED, mebibytes};

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
            if self.stopped || self.left == 0 {
                break;
            }
            if self.suspect >= SUSPECT {
                return Err(Refused::Suspect);
            }
            let unpacked = archive.by_index(at).map_err(|error| refused(&error));
            match unpacked.and_then(|part| self.unpack(part.size(), part)) {
                Ok(bytes) => self.file(&inner, bytes),
                Err(refused) => self.push(&inner, Err(refused)),
            }
        }
        if self.left == 0 { Err(Refused::Limit("what is packed in it", mebibytes(UNPACKED))) } else { Ok(()) }
    }

    /// The bytes of a file, which says that it has so many of them. All files together may have no more than the limit.
    fn unpack(&mut self, size: u64, part: impl Read) -> Result<Vec<u8>, Refused> {
        let mut bytes = Vec::with_capacity(size.min(PART) as usize);
        let read = part.take(PART + 1).read_to_end(&mut bytes).map_err(|error| unpacking(&error))? as u64;
        self.left = self.left.saturating_sub(read);
        if read > PART { Err(Refused::Limit("its size", mebibytes(PART))) } else { Ok(bytes) }
    }
}

/// Whether a file in an archive is read; what macOS adds beside each is not.
fn is_document(file: &str) -> bool {
    let hidden = file.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    !file.ends_with('/') && !hidden && ENDINGS.contains(&ending(file).as_str())
}
