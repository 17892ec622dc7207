//! Runs of digits that somebody could dial. Whoever hides people would rather hide a number too many than one too few, so that more is
//! taken for a telephone number here than where values are read.

use std::ops::Range;

use crate::source::digits;

/// Digits of a number with a mark of its own, such as a bracket or a nought before it, and of any other.
const LEAST_MARKED: usize = 6;
const LEAST: usize = 9;
/// Digits of the shortest number with a country's code.
const LEAST_ABROAD: usize = 8;
/// Digits of the longest number; what is longer is several.
const MOST: usize = 15;
/// Digits of the longest number that is written in one, without a mark: a longer one is that of an article or account.
const MOST_IN_ONE: usize = 12;
/// Digits after which a spaced slash parts two numbers, and no area code from its number.
const AREA_CODE: usize = 6;
/// Most characters between two groups, and in brackets.
const BETWEEN: usize = 3;
const BRACKET: usize = 12;
/// Most characters of a code or address before a number that are looked at.
const TOKEN: usize = 200;
/// Digits at the end of a number by which it is known.
const TAIL: usize = 8;

/// The runs of digits in groups that are no part of a word or code.
pub(super) fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        while let Some(at) = text[from..].find(begins).map(|at| from + at) {
            if is_inside_code(&text[..at]) {
                from = at + code(&text[at..]);
                continue;
            }
            let length = run(&text[at..]);
            from = at + length.max(1);
            if length > 0 {
                return Some(at..from);
            }
        }
        None
    })
}

fn begins(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '+' | '(')
}

/// Whether what follows goes on with a word, a code or an address: `KA2`, `2020-1-IT02-`, `https://example.org/`.
fn is_inside_code(before: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    if last.is_alphanumeric() || matches!(last, '_' | '=' | '#') {
        return true;
    }
    if !matches!(last, '-' | '/' | '.' | ':' | '&' | '?') {
        return false;
    }
    let near = before.char_indices().rev().take(TOKEN).take_while(|(_, c)| !c.is_whitespace()).last();
    let token = &before[near.map_or(before.len(), |(at, _)| at)..];
    let token = token.trim_start_matches(|c: char| !c.is_alphanumeric());
    let is_address = || token.contains("//") || token.contains(['@', '=', '_']) || token.starts_with("www.");
    let is_code = || token.contains(|c: char| c.is_ascii_digit()) || !token.contains(char::is_lowercase);
    token.len() > 1 && (is_address() || last != ':' && last != '.' && is_code())
}

/// Length of the rest of a code.
fn code(text: &str) -> usize {
    let goes_on = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | '_');
    text.find(|c: char| !goes_on(c)).unwrap_or(text.len()).max(1)
}

/// Length of the groups that `text` begins with.
fn run(text: &str) -> usize {
    let mut end = 0;
    let mut at = 0;
    while let Some(length) = group(&text[at..], at > 0) {
        end = at + length;
        match joiner(&text[..end], &text[end..]) {
            Some(length) => at = end + length,
            None => break,
        }
    }
    end
}

/// Length of `055`, `+39`, `(0316)`; a bracket belongs to a number where digits follow.
fn group(text: &str, is_later: bool) -> Option<usize> {
    if let Some(rest) = text.strip_prefix('(') {
        let inside = rest.bytes().take(BRACKET + 1).position(|byte| byte == b')')?;
        let fits = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '\u{a0}');
        let follows = rest[inside + 1..].trim_start_matches(is_between).starts_with(|c: char| c.is_ascii_digit());
        let is_one = digits(&rest[..inside]) > 0 && rest[..inside].chars().all(fits);
        return (is_one && follows).then_some(inside + 2);
    }
    let plus = usize::from(!is_later && text.starts_with('+'));
    let length = text[plus..].bytes().take_while(u8::is_ascii_digit).count();
    (length > 0).then_some(plus + length)
}

/// Length of what stands between two groups of one number.
fn joiner(before: &str, text: &str) -> Option<usize> {
    let length = text.find(|c: char| !is_between(c)).filter(|_| !text.is_empty())?;
    let between = &text[..length];
    if !text[length..].starts_with(|c: char| c.is_ascii_digit() || c == '(') || between.chars().count() > BETWEEN {
        return None;
    }
    let is_spaced = between.contains(char::is_whitespace);
    let parts_numbers = between.contains('/') && is_spaced && digits(before) >= AREA_CODE;
    let ends_sentence = between.contains('.') && is_spaced && (digits(before) >= AREA_CODE || ends_with_year(before));
    let is_bracket_alone = between.is_empty() && !text.starts_with('(') && !before.ends_with(')');
    (!parts_numbers && !ends_sentence && !is_bracket_alone).then_some(length)
}

fn is_between(c: char) -> bool {
    let is_dash = matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    is_dash || matches!(c, ' ' | '\t' | '\u{a0}' | '\u{202f}' | '\u{2000}'..='\u{200a}' | '.' | '/' | '·')
}

fn ends_with_year(text: &str) -> bool {
    text.len() >= 4 && text.is_char_boundary(text.len() - 4) && is_year(&text[text.len() - 4..])
}

/// Whether a run is a telephone number: its shape is that of one, and no unit, letter or code beside it says that it counts something.
pub(super) fn is_number(text: &str, run: &Range<usize>) -> bool {
    let shape = Shape::of(&text[run.clone()]);
    let beside = (&text[..run.start], &text[run.end..]);
    shape.can_be_dialled() && !(shape.mark == Mark::None && is_counted(beside, &shape)) && !goes_on(beside.1, &shape)
}

/// Whether a run is a date or a time of the day, whatever announces it.
pub(super) fn is_time(run: &str) -> bool {
    let shape = Shape::of(run);
    shape.is_date() || shape.is_times()
}

/// The places of a telephone number, known by the end of it, so that the code of a country may be there or not.
pub(super) fn mentions(text: &str, phone: &str) -> Vec<Range<usize>> {
    let wanted: String = phone.chars().filter(char::is_ascii_digit).collect();
    if wanted.len() < LEAST_MARKED {
        return Vec::new();
    }
    let tail = &wanted[wanted.len().saturating_sub(TAIL)..];
    let mut places: Vec<Range<usize>> = Vec::new();
    let starts = text.match_indices(&tail[..1]).map(|(at, _)| at);
    for at in starts {
        let Some(end) = spelt(text, at, tail) else { continue };
        let start = widened(text, at, wanted.len() - tail.len());
        let is_apart = tail.len() < wanted.len() || !text[..start].ends_with(|c: char| c.is_ascii_digit());
        if is_apart && places.last().is_none_or(|last| last.end <= start) {
            places.push(start..end);
        }
    }
    places
}

/// Where digits end that are written from a place on, whatever stands between them, if no further one follows.
fn spelt(text: &str, at: usize, wanted: &str) -> Option<usize> {
    let mut rest = &text[at..];
    for digit in wanted.chars() {
        let skipped = rest.chars().take_while(|c| !c.is_alphanumeric()).map(char::len_utf8).take(BETWEEN + 1).sum();
        rest = rest[skipped..].strip_prefix(digit)?;
    }
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then(|| text.len() - rest.len())
}

/// Where a number begins that has so many digits before a place, or fewer.
fn widened(text: &str, at: usize, most: usize) -> usize {
    let mut start = at;
    let mut left = most;
    for (at, c) in text[..at].char_indices().rev() {
        match c {
            '0'..='9' if left == 0 => break,
            '0'..='9' => left -= 1,
            '+' | '(' => {}
            c if is_between(c) || c == ')' => continue,
            _ => break,
        }
        start = at;
    }
    start
}

/// Whether a unit stands beside a number: `€ 1 234 567`, `120 345 678 EUR`, `1 234 567,50`.
fn is_counted((before, behind): (&str, &str), shape: &Shape<'_>) -> bool {
    let is_unit =
        |c: char| matches!(c, '\u{a2}'..='\u{a5}' | '\u{20a0}'..='\u{20cf}' | '$' | '%' | '‰' | '°' | '²' | '³');
    let rest = behind.trim_start_matches(char::is_whitespace);
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_decimal = || {
        behind
            .strip_prefix(',')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with('-'))
    };
    let unit_before = before.trim_end_matches(char::is_whitespace).ends_with(is_unit);
    unit_before || rest.starts_with(is_unit) || is_code || shape.is_in_thousands() && is_decimal()
}

/// Whether a word or code goes on behind a number. Behind one with a mark of its own only a code does.
fn goes_on(behind: &str, shape: &Shape<'_>) -> bool {
    let mut next = behind.chars();
    match next.next() {
        Some('_' | '@') => true,
        Some(c) if c.is_alphanumeric() => shape.mark == Mark::None || c.is_uppercase() && shape.groups.len() == 1,
        Some('-' | '/') => next.take(2).filter(|c| c.is_uppercase() || c.is_ascii_digit()).count() == 2,
        _ => false,
    }
}

/// What a number begins with that says that it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    /// `055`
    Nought,
    /// `(055)`
    Bracket,
    /// `+39`
    Plus,
}

/// A run in its groups.
struct Shape<'t> {
    run: &'t str,
    mark: Mark,
    groups: Vec<&'t str>,
    /// What stands between the groups.
    joiners: Vec<&'t str>,
}

impl<'t> Shape<'t> {
    fn of(run: &'t str) -> Self {
        let mark = match run.as_bytes().first() {
            Some(b'+') => Mark::Plus,
            Some(b'(') => Mark::Bracket,
            Some(b'0') => Mark::Nought,
            _ => Mark::None,
        };
        let filled = |part: &&str| !part.is_empty();
        let groups = run.split(|c: char| !c.is_ascii_digit()).filter(filled).collect();
        let joiners = run.trim_start_matches(['+', '(']).split(|c: char| c.is_ascii_digit()).filter(filled).collect();
        Self { run, mark, groups, joiners }
    }

    fn can_be_dialled(&self) -> bool {
        let count = digits(self.run);
        let least = match self.mark {
            Mark::Plus => LEAST_ABROAD,
            Mark::Nought if self.groups.len() == 1 => LEAST,
            Mark::Nought | Mark::Bracket => LEAST_MARKED,
            Mark::None => LEAST,
        };
        let is_article = self.mark == Mark::None && self.groups.len() == 1 && count > MOST_IN_ONE;
        if count < least || is_article || self.is_explained() {
            return false;
        }
        count <= MOST || self.first().is_some_and(|first| Shape::of(first).can_be_dialled())
    }

    /// The first number of several in one run: the groups up to which there are digits enough.
    fn first(&self) -> Option<&'t str> {
        let mut count = 0;
        let last = self.groups.iter().find(|group| {
            count += group.len();
            count >= LEAST
        })?;
        let end = last.as_ptr() as usize - self.run.as_ptr() as usize + last.len();
        self.run.get(..end).filter(|_| count <= MOST && self.groups.len() > 1)
    }

    /// Whether it is a date, a time, a sum, a number of a book or another that is written so.
    fn is_explained(&self) -> bool {
        match self.mark {
            Mark::Plus | Mark::Bracket => false,
            Mark::Nought | Mark::None => {
                self.is_date() || self.is_times() || self.is_sum() || self.is_book() || self.is_code()
            }
        }
    }

    /// `2018-2020`, `01/2019 - 12/2020`, `12.4.2019`: days, months and years, and a year among them.
    fn is_date(&self) -> bool {
        let is_part =
            |group: &&&str| is_year(group) || group.len() <= 2 && group.parse().is_ok_and(|day: u8| day <= 31);
        self.groups.iter().any(|group| is_year(group)) && self.groups.iter().all(|group| is_part(&group))
    }

    /// `09.00-13.00 / 14.00-18.00`: hours and minutes.
    fn is_times(&self) -> bool {
        let is = |group: &str, below: u8| group.len() <= 2 && group.parse().is_ok_and(|number: u8| number < below);
        let all = self.groups.chunks(2).all(|pair| matches!(pair, [hour, minute] if is(hour, 25) && is(minute, 60)));
        let parted = self.joiners.iter().enumerate().all(|(at, joiner)| (*joiner == ".") == (at % 2 == 0));
        all && parted
    }

    /// `120.345.678`, `1 234 567 890`, `45.4642035`; three groups of three digits with spaces are more often a telephone number.
    fn is_sum(&self) -> bool {
        let with_dots = self.joiners.iter().all(|joiner| *joiner == ".") && !self.joiners.is_empty();
        let first = self.groups.first().map_or(0, |group| group.len());
        let is_decimal = self.groups.len() == 2 && with_dots && (first == 1 || first == 2 && self.mark == Mark::None);
        let is_version = with_dots && self.groups.first() == Some(&"0");
        is_decimal || is_version || self.is_in_thousands() && (with_dots || first == 1)
    }

    fn is_in_thousands(&self) -> bool {
        let same = self.joiners.windows(2).all(|pair| pair[0] == pair[1]);
        let thousands = self.groups.iter().skip(1).all(|group| group.len() == 3);
        let first = self.groups.first().is_some_and(|group| group.len() <= 3);
        self.mark == Mark::None && self.groups.len() > 1 && same && thousands && first
    }

    /// An ISBN, as its digits or with its hyphens, and an ORCID.
    fn is_book(&self) -> bool {
        let number: String = self.groups.concat();
        let lengths: Vec<usize> = self.groups.iter().map(|group| group.len()).collect();
        let is_thirteen = number.len() == 13 && (number.starts_with("978") || number.starts_with("979"));
        let is_ten = number.len() == 10 && lengths.len() == 4 && lengths[3] == 1 && lengths[0] <= 2;
        is_thirteen || is_ten && self.joiners.iter().all(|joiner| *joiner == "-") || lengths == [4; 4]
    }

    /// `2020-079155`, `061/2019`, `12345-6789`: a number of a year, and two postal codes or a long one.
    fn is_code(&self) -> bool {
        let is_tight = self.joiners.iter().all(|joiner| matches!(*joiner, "-" | "/"));
        let of_year = |year: &str, other: &str| {
            is_year(year) && !other.starts_with('0') || is_year(year) && self.groups.len() == 2
        };
        let is_zip =
            |first: &str, second: &str| first.len() == 5 && matches!(second.len(), 4 | 5) && self.mark == Mark::None;
        is_tight
            && match self.groups[..] {
                [first, second] => {
                    of_year(first, second)
                        || is_year(second) && self.joiners == ["/"] && first.len() <= 4
                        || is_zip(first, second)
                }
                [first, second, ..] => of_year(first, second),
                _ => false,
            }
    }
}

fn is_year(group: &str) -> bool {
    group.len() == 4
        && (group.starts_with("19") || group.starts_with("20"))
        && group.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        runs(text).filter(|run| is_number(text, run)).map(|run| &text[run]).collect()
    }

    #[test]
    fn whatever_could_be_dialled_is_found() {
        for (text, number) in [
            ("Chiamare Rita allo 055 1234567", "055 1234567"),
            ("Info: 055 1234567", "055 1234567"),
            ("333 1234567 (Rita)", "333 1234567"),
            ("333-1234567", "333-1234567"),
            ("mob 333 1234567", "333 1234567"),
            ("WhatsApp 333 1234567", "333 1234567"),
            ("Infos unter 0660 1234567", "0660 1234567"),
            ("(+39) 055 1234567", "(+39) 055 1234567"),
            ("0039-055-1234567", "0039-055-1234567"),
            ("(0316) 123456", "(0316) 123456"),
            ("Rita (333 1234567)", "333 1234567"),
            ("Tel.055 1234567", "055 1234567"),
            ("Sala B2 055 1234567", "055 1234567"),
            ("06.12.34.56.78", "06.12.34.56.78"),
            ("3331234567", "3331234567"),
            ("+39 (055) 1234567", "+39 (055) 1234567"),
            ("055\u{202f}123\u{202f}45\u{202f}67", "055\u{202f}123\u{202f}45\u{202f}67"),
            ("055 1234567/055 7654321", "055 1234567/055 7654321"),
            ("333 1234567 - 334 7654321", "333 1234567 - 334 7654321"),
            ("055  1234567", "055  1234567"),
            ("612 345 678", "612 345 678"),
            ("Nel 2019. 055 1234567", "055 1234567"),
            ("055 1234567Rita", "055 1234567"),
            ("333 1234567/Rita", "333 1234567"),
        ] {
            assert_eq!(found(text), [number], "{text}");
        }
        assert_eq!(found("055 1234567 / 055 7654321"), ["055 1234567", "055 7654321"]);
    }

    #[test]
    fn a_known_number_is_found_however_it_is_grouped() {
        for (text, phone, place) in [
            ("call 05 51 23 45 67 now", "+39 055 1234567", "05 51 23 45 67"),
            ("call +39(055)123-4567!", "+39 055 1234567", "+39(055)123-4567!"),
            ("https://example.org/393331234567", "333 1234567", "3331234567"),
            ("Ring 12 34 56", "123456", "12 34 56"),
        ] {
            let found = mentions(text, phone);
            assert!(found.len() == 1 && text[found[0].start..].starts_with(place), "{text}: {found:?}");
        }
        for (text, phone) in [("9123456", "123456"), ("1234567", "123456"), ("in 1522", "1522"), ("", "")] {
            assert!(mentions(text, phone).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_counts_or_dates_something_is_none() {
        for text in [
            "2018-2020",
            "2018 - 2020, 2021",
            "1 234 567 €",
            "€ 120 345 678",
            "120 345 678 EUR",
            "14.200,50",
            "1.234.567.890",
            "120 345 678,50",
            "12.04.2019",
            "01.01.2018 - 31.12.2020",
            "01/2018-12/2020",
            "2019-04-12",
            "09.00-13.00 / 14.00-18.00",
            "12,5 %",
            "2020-1-IT02-KA204-079155",
            "KA204-079155",
            "EPP-612345678",
            "612345678-EPP-1-2020-1-IT",
            "ISBN 978-88-1234-567-8",
            "ISBN 0-306-40615-2",
            "9788812345678",
            "article 4000123456789",
            "50100 Firenze",
            "A-8010 Graz",
            "00-950 Warszawa",
            "4000-322 Porto",
            "1 120 habitants",
            "1 200 000 habitants",
            "0,123456",
            "45.4642035",
            "https://example.org/123456789012",
            "https://example.org/?id=333123456789",
            "www.example.org/a/0551234567",
            "061/2019",
            "2020-079155",
            "a+b (2) + 3",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }
}
