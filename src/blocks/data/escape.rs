//! Characters written in code inside quotes: `\u00e9`, `\"`, `\/`, and `''` between single ones.

use std::borrow::Cow;

use crate::ledger::is_blank;

/// The length of the code that `text` begins with, a backslash first. Two halves of a character are one code.
pub fn length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = match bytes.get(1) {
        Some(b'x') => 2,
        Some(b'u') => 4,
        Some(b'U') => 8,
        Some(b'\n' | b'\r') => return text.len() - text[1..].trim_start_matches(is_blank).len(),
        Some(_) => return 1 + text[1..].chars().next().map_or(0, char::len_utf8),
        None => return text.len(),
    };
    let length = 2 + bytes[2..].iter().take(digits).take_while(|byte| byte.is_ascii_hexdigit()).count();
    let second = text[length..].starts_with("\\u") && text.len() >= length + 6 && text.is_char_boundary(length + 6);
    match code(&text[..length]) {
        Some(0xd800..=0xdbff) if second && matches!(code(&text[length..length + 6]), Some(0xdc00..=0xdfff)) => {
            length + 6
        }
        _ => length,
    }
}

/// The character that a code stands for; white space and control characters all are a space.
pub fn decode(code: &str) -> Cow<'_, str> {
    if code == "''" {
        return "'".into();
    }
    let decoded = match code.as_bytes().get(1) {
        Some(b'u' | b'U' | b'x') => hexadecimal(code),
        Some(b'n' | b't' | b'r' | b'b' | b'f' | b'v' | b'e' | b'a' | b'0' | b'N' | b'L' | b'P' | b'_') => ' ',
        Some(b'\n' | b'\r') | None => return "".into(),
        Some(_) => return code[1..].into(),
    };
    let plain = !decoded.is_control() && !is_blank(decoded);
    (if plain { decoded } else { ' ' }).to_string().into()
}

/// Whether a code stands for the end of a line.
pub fn is_line_end(escape: &str) -> bool {
    matches!(escape.as_bytes().get(1), Some(b'n' | b'r' | b'N' | b'L' | b'P'))
        || matches!(code(escape), Some(0xa | 0xd | 0x85 | 0x2028 | 0x2029))
}

/// The number behind `\u`, `\U` or `\x`.
fn code(escape: &str) -> Option<u32> {
    let digits =
        escape.strip_prefix("\\u").or_else(|| escape.strip_prefix("\\U")).or_else(|| escape.strip_prefix("\\x"));
    u32::from_str_radix(digits?, 16).ok()
}

fn hexadecimal(escape: &str) -> char {
    let (first, second) = match escape.rfind("\\u") {
        Some(at) if at > 0 => (code(&escape[..at]), code(&escape[at..])),
        _ => (code(escape), None),
    };
    let whole = match (first, second) {
        (Some(high), Some(low)) => Some(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)),
        (first, _) => first,
    };
    whole.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use super::{decode, is_line_end, length};

    #[test]
    fn a_code_is_as_long_as_its_character_needs() {
        for (text, code, character) in [
            ("\\u00e9t", "\\u00e9", "é"),
            ("\\ud83d\\ude00!", "\\ud83d\\ude00", "😀"),
            ("\\ud83d!", "\\ud83d", "\u{fffd}"),
            ("\\ud83d\\u00e9", "\\ud83d", "\u{fffd}"),
            ("\\/a", "\\/", "/"),
            ("\\\"a", "\\\"", "\""),
            ("\\\\a", "\\\\", "\\"),
            ("\\x41b", "\\x41", "A"),
            ("\\U0001F600b", "\\U0001F600", "😀"),
            ("\\tb", "\\t", " "),
            ("\\u0007b", "\\u0007", " "),
            ("\\é", "\\é", "é"),
            ("\\u12", "\\u12", "\u{12}".replace('\u{12}', " ").as_str()),
            ("\\", "\\", ""),
            ("\\u", "\\u", "\u{fffd}"),
            ("\\\n   next", "\\\n   ", ""),
        ] {
            let found = &text[..length(text)];
            assert_eq!((found, decode(found).as_ref()), (code, character), "{text:?}");
        }
        assert_eq!(decode("''"), "'");
    }

    #[test]
    fn ends_of_lines_are_told_from_other_codes() {
        assert!(["\\n", "\\r", "\\u000a", "\\u2028"].iter().all(|code| is_line_end(code)));
        assert!(["\\t", "\\u00e9", "\\/", "\\\\", "\\u"].iter().all(|code| !is_line_end(code)));
    }
}
