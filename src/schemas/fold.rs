//! Folding: what makes two spellings of a label the same.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Folds a wording: case, accents, quotes, dashes, markup, numbering, a trailing colon and inner white space.
///
/// `**1. Opportunita' di sviluppo:**` and `OPPORTUNITÀ DI SVILUPPO` fold to the same.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Folds `text` into `out`, which is emptied first.
pub fn fold_into(text: &str, out: &mut String) {
    spell_into(text, out);
    tidy(out);
}

/// Folds the spelling of a text, and leaves its numbers and colons alone: `29. Januar 2021` is `29. januar 2021`.
pub fn fold_spelling(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    spell_into(text, &mut folded);
    folded.truncate(folded.trim_end().len());
    folded
}

/// The first of folded words.
pub(super) fn first_word(folded: impl AsRef<str>) -> String {
    folded.as_ref().split(' ').next().unwrap_or_default().to_owned()
}

/// The folded words of a text with one space between them, whatever stood there: `Côte d'Ivoire` is `cote d ivoire`.
pub fn fold_words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut spelt = String::new();
    for (at, word) in words(text).enumerate() {
        if at > 0 {
            folded.push(' ');
        }
        if word.is_ascii() {
            push_lowercase(word, &mut folded);
        } else {
            spell_into(word, &mut spelt);
            folded.push_str(spelt.trim_end());
        }
    }
    folded
}

/// The words of a text, as they are written.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_word(c)).filter(|word| !word.is_empty())
}

/// A folded wording without its small words: `titolo dell'azione` is `titolo azione`.
pub fn without_small_words(folded: &str, is_small: &dyn Fn(&str) -> bool) -> String {
    let words = folded.split([' ', '\'']).filter(|word| !word.is_empty() && !is_small(word));
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a character belongs to a word: letters, digits, accents that stand apart, soft hyphens.
pub fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric() || is_combining_mark(c) || c == '\u{ad}'
}

/// Whether a word is a number of so many figures at most: more may be a year, or what a machine counts.
pub fn is_number(word: &str, figures: usize) -> bool {
    (1..=figures).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn spell_into(text: &str, out: &mut String) {
    out.clear();
    let mut rest = text;
    loop {
        // Most of a text is plain, and taken a run at a time.
        let run = plain(rest, out.is_empty() || out.ends_with(' '));
        push_lowercase(&rest[..run], out);
        rest = &rest[run..];
        let Some(c) = rest.chars().next() else { return };
        rest = match c {
            '<' => after_tag(rest).unwrap_or(&rest[1..]),
            '`' if out.ends_with(char::is_alphabetic) && rest[1..].starts_with(char::is_alphabetic) => {
                out.push('\'');
                &rest[1..]
            }
            // A star that is escaped is a star all the same.
            '\\' if rest[1..].starts_with('*') => &rest[1..],
            '*' | '`' | '\u{ad}' | '\u{feff}' | '\u{200b}' => &rest[c.len_utf8()..],
            _ => {
                let next = &rest[c.len_utf8()..];
                push(c, next, out);
                next
            }
        };
    }
}

/// Adds a text of ASCII without its capitals.
fn push_lowercase(text: &str, out: &mut String) {
    let from = out.len();
    out.push_str(text);
    out[from..].make_ascii_lowercase();
}

/// The bytes at the start of a text of which folding changes nothing but capitals. A space is kept where none stands before it.
fn plain(text: &str, behind_space: bool) -> usize {
    let bytes = text.as_bytes();
    let before = if behind_space { b' ' } else { b'x' };
    if bytes.first().is_none_or(|first| is_changed(before, *first)) {
        return 0;
    }
    let mut at = 1;
    // Sixteen at a time, without a branch for each.
    while let (Some(before), Some(now)) = (bytes[at - 1..].first_chunk::<16>(), bytes[at..].first_chunk::<16>()) {
        let changed = before.iter().zip(now).fold(false, |any, (before, now)| any | is_changed(*before, *now));
        if changed {
            break;
        }
        at += now.len();
    }
    let is_plain = |at: usize| !CHANGES[usize::from(bytes[at])] && [bytes[at - 1], bytes[at]] != [b' ', b' '];
    while at < bytes.len() && is_plain(at) {
        at += 1;
    }
    at
}

/// Whether folding changes each byte behind another one than a space.
const CHANGES: [bool; 256] = {
    let mut changes = [true; 256];
    let mut byte = 0u8;
    while byte.is_ascii() {
        changes[byte as usize] = is_changed(b'x', byte);
        byte += 1;
    }
    changes
};

/// Whether folding changes a byte for more than its case, as the byte before it is.
const fn is_changed(before: u8, byte: u8) -> bool {
    let is_printed = byte.wrapping_sub(b' ') < 0x7f - b' ';
    let is_mark = (byte == b'<') | (byte == b'`') | (byte == b'\\') | (byte == b'*') | (byte == b'\'');
    !is_printed | is_mark | ((byte == b' ') & (before == b' '))
}

/// What follows a tag such as `<b>` or `</p>`; nothing where `<` opens none.
fn after_tag(text: &str) -> Option<&str> {
    let first = text[1..].chars().next()?;
    let end = text.find('>')?;
    (first.is_ascii_alphabetic() || first == '/').then(|| &text[end + 1..])
}

fn push(c: char, next: &str, out: &mut String) {
    match c {
        '\'' | '’' | '‘' | 'ʼ' | '´' | '`' | '′' => push_apostrophe(next, out),
        '“' | '”' | '„' | '«' | '»' | '‟' => out.push('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '−' => out.push('-'),
        _ if c.is_whitespace() => push_space(out),
        _ if c.is_ascii() => out.push(c),
        _ => decompose_compatible(c, |part| push_base(part, out)),
    }
}

/// An apostrophe at the end of a word stands for an accent (`A'` for `À`) or adds nothing; inside a word it stays.
fn push_apostrophe(next: &str, out: &mut String) {
    let inside = next.chars().next().is_some_and(char::is_alphanumeric) && out.ends_with(char::is_alphanumeric);
    let opens = !out.ends_with(char::is_alphanumeric);
    if inside || opens {
        out.push('\'');
    }
}

fn push_space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

fn push_base(c: char, out: &mut String) {
    match c {
        'ς' => out.push('σ'),
        'ß' => out.push_str("ss"),
        _ if is_combining_mark(c) => {}
        _ if c.is_whitespace() => push_space(out),
        _ => out.extend(c.to_lowercase().map(|c| if c == 'ς' { 'σ' } else { c })),
    }
}

/// Takes numbering off the front, colons and dashes off the end.
fn tidy(out: &mut String) {
    let kept = out.trim_end_matches([':', ' ', '_', '-']).len();
    out.truncate(kept);
    let front = out.len() - without_numbering(out.trim_start_matches(['#', '_', ' '])).len();
    if front > 0 {
        out.drain(..front);
    }
}

/// The text behind numbering such as `1. `, `3.1 `, `II) `, `1a.- `, `1a. - `, `B4) ` or `2° `.
fn without_numbering(text: &str) -> &str {
    if begins_with_word(text) {
        return text;
    }
    if let Some(rest) = without_code(text).or_else(|| before_dash(text)) {
        return rest;
    }
    let bracket = text.strip_prefix('(').unwrap_or(text);
    let number = bracket.len() - bracket.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').len();
    let body = if number > 0 { number } else { roman_or_letter(bracket) };
    let (head, tail) = bracket.split_at(body);
    let tail = if number > 0 { tail.strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(tail) } else { tail };
    let marks = tail.len() - tail.trim_start_matches(['.', ')', '-', '°', 'º']).len();
    let marked = marks > 0 || head.ends_with('.') || head.contains('.');
    let rest = &tail[marks..];
    let separate = rest.starts_with(' ') || marks > 0 || head.ends_with('.');
    // `1a. - title`
    let words = rest.trim_start();
    let words = words.strip_prefix("- ").map_or(words, str::trim_start);
    if body > 0 && marked && separate && words.starts_with(char::is_alphabetic) { words } else { text }
}

/// Whether a text begins with two letters of a word, of which no number is made.
fn begins_with_word(text: &str) -> bool {
    let [first, second] = *text.as_bytes().first_chunk().unwrap_or(b"  ");
    first.is_ascii_lowercase() && !matches!(first, b'i' | b'v' | b'x') && second.is_ascii_lowercase()
}

/// The text behind a number and a dash that stands apart: `iv - results`, `2 - results`, `1b - results`.
fn before_dash(text: &str) -> Option<&str> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = match digits {
        0 => text.trim_start_matches(['i', 'v', 'x']),
        1 | 2 => text[digits..].strip_prefix(|c: char| c.is_ascii_lowercase()).unwrap_or(&text[digits..]),
        _ => return None,
    };
    let behind = rest.strip_prefix(" - ").filter(|_| rest.len() < text.len())?;
    behind.starts_with(char::is_alphabetic).then_some(behind)
}

/// The text behind a code of one letter and a number: `a1. `, `b4) `, `d1 - `, `a.2 `; a Roman number may stand before a full stop: `ii.3. `.
fn without_code(text: &str) -> Option<&str> {
    let roman = Some(text.trim_start_matches(['i', 'v', 'x'])).filter(|rest| rest.starts_with('.'));
    let letter = roman.or_else(|| text.strip_prefix(char::is_lowercase))?;
    let dotted = letter.strip_prefix('.').filter(|number| number.starts_with(|c: char| c.is_ascii_digit()));
    let number = dotted.unwrap_or(letter);
    let tail = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let digits = number.len() - tail.len();
    let marks = tail.trim_start_matches(' ').trim_start_matches([')', '-', ':']);
    let apart = dotted.is_some() && tail.starts_with(' ');
    let marked = apart || marks.len() < tail.trim_start_matches(' ').len() || number[..digits].ends_with('.');
    let rest = marks.trim_start();
    let short = (1..=4).contains(&digits) && number.starts_with(|c: char| c.is_ascii_digit());
    (short && marked && rest.starts_with(char::is_alphabetic)).then_some(rest)
}

/// The length of a Roman or Greek number or a single letter of any script that a mark such as `)` follows.
fn roman_or_letter(text: &str) -> usize {
    let roman = text.len() - text.trim_start_matches(['i', 'v', 'x']).len();
    let letter = || text.chars().next().filter(|c| c.is_lowercase()).map_or(0, char::len_utf8);
    let body = if roman > 0 { roman } else { greek_number(text).max(letter()) };
    let follows = &text[body..];
    let marked =
        follows.starts_with(')') || (follows.starts_with('.') && !follows[1..].starts_with(char::is_alphanumeric));
    if body > 0 && marked { body } else { 0 }
}

/// Whether the last letter of a text is Greek, which makes a question of it if a semicolon follows: Unicode knows no other mark for that.
pub fn ends_in_greek(text: &str) -> bool {
    let is_greek = |c: char| matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}');
    text.trim_end_matches([')', '"', '»', '”']).ends_with(is_greek)
}

/// The length of a Greek number below forty that a folded text begins with: `β`, `στ`, `ια`.
pub fn greek_number(text: &str) -> usize {
    let ones = text.strip_prefix(['ι', 'κ', 'λ']).unwrap_or(text);
    let rest = ones.strip_prefix("στ").or_else(|| ones.strip_prefix(['α', 'β', 'γ', 'δ', 'ε', 'ζ', 'η', 'θ']));
    text.len() - rest.unwrap_or(ones).len()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn spellings_of_one_label_fold_to_the_same() {
        for (a, b) in [
            ("OPPORTUNITA' DI TRASFERIBILITA'", "Opportunità di trasferibilità"),
            ("**Valutazione e sostenibilità**:", "<b>Valutazione  e sostenibilita\u{300}</b>"),
            ("1. INFORMAZIONI GENERALI", "## 1. Informazioni generali"),
            ("3.1. Results", "results :"),
            ("II) Results", "Results"),
            ("III.2. Results", "Results"),
            ("IV - Results", "Results"),
            ("2 – Results", "Results"),
            ("1b - Results", "Results"),
            ("1a.– Results", "Results"),
            ("A1. Results", "Results"),
            ("B4) Results", "Results"),
            ("D1 - Results", "Results"),
            ("B.2 Results", "Results"),
            ("2.1)\tResults", "Results"),
            ("**Results\\*:**", "Results"),
            ("2° WORKSHOP", "workshop"),
            ("DELL’AZIONE", "dell'azione"),
            ("E\u{2011}Mail", "e-mail"),
            ("Luogo\u{a0}di attuazione", "Luogo di attuazione"),
            ("ΣΤΌΧΟΣ", "στόχος"),
            ("Β. Στόχος", "Στόχος"),
            ("ΣΤ) Στόχος", "Στόχος"),
            ("ΙΑ. Στόχος", "Στόχος"),
            ("(κβ) Στόχος", "Στόχος"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} and {b}");
        }
    }

    #[test]
    fn words_that_merely_look_numbered_stay() {
        for text in [
            "I.T. services",
            "a practice",
            "2030 agenda",
            "3 years",
            "Dr. Rossi",
            "iv drip",
            "c3 plants",
            "δ.ε. αθηνων",
            "στα σχολεια",
        ] {
            assert_eq!(fold(text), text.to_lowercase());
        }
    }

    #[test]
    fn a_quoted_label_is_another_wording() {
        assert_ne!(fold("\"Results\""), fold("Results"));
    }
}
