//! Bytes to text: by byte-order mark, else UTF-8, else UTF-16 by its zero bytes, else Windows-1252.

use std::fmt;

/// How a document's bytes were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
    /// Windows-1252, which also reads ISO 8859-1.
    Windows1252,
}

impl Encoding {
    /// The name people know.
    pub const fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16Le => "UTF-16 (little-endian)",
            Encoding::Utf16Be => "UTF-16 (big-endian)",
            Encoding::Windows1252 => "Windows-1252",
        }
    }

    const fn codec(self) -> &'static encoding_rs::Encoding {
        match self {
            Encoding::Utf8 => encoding_rs::UTF_8,
            Encoding::Utf16Le => encoding_rs::UTF_16LE,
            Encoding::Utf16Be => encoding_rs::UTF_16BE,
            Encoding::Windows1252 => encoding_rs::WINDOWS_1252,
        }
    }
}

/// Why bytes are no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    /// What the bytes look like: `PDF document`, `binary data`.
    pub kind: &'static str,
}

impl fmt::Display for NotText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not a text file ({})", self.kind)
    }
}

impl std::error::Error for NotText {}

/// First bytes of formats that are never text.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "PDF document"),
    (b"PK\x03\x04", "ZIP archive, such as .docx, .odt or .xlsx"),
    (b"PK\x05\x06", "empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office document, such as .doc or .xls"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"\x89PNG\r\n\x1a\n", "PNG picture"),
    (b"\xff\xd8\xff", "JPEG picture"),
    (b"GIF87a", "GIF picture"),
    (b"GIF89a", "GIF picture"),
    (b"\x1f\x8b\x08", "gzip archive"),
    (b"BZh9", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"{\\rtf", "RTF document"),
    (b"SQLite format 3\x00", "SQLite database"),
];

/// Reads `bytes` as text.
///
/// # Errors
/// [`NotText`] for a known binary format, or for zero bytes that are no UTF-16.
pub fn decode(bytes: Vec<u8>) -> Result<(String, Encoding), NotText> {
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(NotText { kind });
    }
    let encoding = detect(&bytes)?;
    if encoding != Encoding::Utf8 {
        return Ok((encoding.codec().decode_with_bom_removal(&bytes).0.into_owned(), encoding));
    }
    let text = String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned());
    Ok((text, encoding))
}

fn detect(bytes: &[u8]) -> Result<Encoding, NotText> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Ok(Encoding::Utf8),
        [0xff, 0xfe, ..] => return Ok(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Ok(Encoding::Utf16Be),
        _ => {}
    }
    match (memchr::memchr(0, bytes), std::str::from_utf8(bytes)) {
        (None, Ok(_)) => Ok(Encoding::Utf8),
        (None, Err(_)) => Ok(Encoding::Windows1252),
        (Some(_), _) => utf16_by_zeros(bytes).ok_or(NotText { kind: "binary data" }),
    }
}

/// Text in a European script has a zero in nearly every second byte of UTF-16, and none in the others.
fn utf16_by_zeros(bytes: &[u8]) -> Option<Encoding> {
    let (even, odd) = bytes
        .chunks_exact(2)
        .fold((0, 0), |(even, odd), pair| (even + usize::from(pair[0] == 0), odd + usize::from(pair[1] == 0)));
    let pairs = bytes.len() / 2;
    let most = |zeros: usize| bytes.len().is_multiple_of(2) && zeros * 10 > pairs * 7;
    match (even, odd) {
        (0, odd) if most(odd) => Some(Encoding::Utf16Le),
        (even, 0) if most(even) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn each_encoding_is_read() {
        let text = "Opportunità: città più grandi";
        let bom = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for (bytes, encoding) in [
            (text.as_bytes().to_vec(), Encoding::Utf8),
            (utf16(text, u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(text, u16::to_be_bytes), Encoding::Utf16Be),
            (bom(b"\xff\xfe", utf16(text, u16::to_le_bytes)), Encoding::Utf16Le),
            (bom(b"\xfe\xff", utf16(text, u16::to_be_bytes)), Encoding::Utf16Be),
            (b"Opportunit\xe0: citt\xe0 pi\xf9 grandi".to_vec(), Encoding::Windows1252),
        ] {
            assert_eq!(decode(bytes), Ok((text.to_owned(), encoding)));
        }
    }

    #[test]
    fn a_byte_order_mark_of_utf8_stays_so_that_offsets_are_those_of_the_file() {
        assert_eq!(decode("\u{feff}Luogo".into()), Ok(("\u{feff}Luogo".into(), Encoding::Utf8)));
    }

    #[test]
    fn binary_is_told_from_text() {
        for bytes in [&b"%PDF-1.7"[..], b"a\0b", b"a\0", b"\0\0\0\0", b"ab\0\0cd\0\0", b"PK\x03\x04rest"] {
            let text = decode(bytes.to_vec());
            assert!(text.is_err() || bytes == b"a\0", "{bytes:?} is {text:?}");
        }
    }
}
