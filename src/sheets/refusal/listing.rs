//! Programmes, whose lines begin with a time of the day, and statutes, whose paragraphs are numbered.

use super::Finder;
use crate::blocks::Block;
use crate::source::Span;

/// Lines of such a kind at least.
const LINES: usize = 3;

impl Finder<'_> {
    /// The first of several lines that begin with a time of the day, `9.30 Welcome`, or with a paragraph of a statute, `§ 2 Aims`, if
    /// they are a fourth of the page at least.
    pub(super) fn listing(&self, blocks: &[Block<'_>]) -> Option<Span> {
        self.lines_that(blocks, begins_with_time).or_else(|| self.lines_that(blocks, |line| line.starts_with('§')))
    }

    fn lines_that(&self, blocks: &[Block<'_>], sign: fn(&str) -> bool) -> Option<Span> {
        let written = |block: &&Block<'_>| !block.is_blank();
        let whole = |block: &Block<'_>| block.span.trim(self.text);
        let lines: Vec<Span> =
            blocks.iter().filter(written).map(whole).filter(|line| sign(line.of(self.text))).collect();
        let many = lines.len() >= LINES && lines.len() * 4 >= blocks.iter().filter(written).count();
        many.then(|| lines[0])
    }
}

/// `09:30`, `9.30`, `14h00`, behind a dash or bullet too.
fn begins_with_time(line: &str) -> bool {
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let hours = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let Some(rest) = line[hours..].strip_prefix([':', '.', 'h']).filter(|_| (1..=2).contains(&hours)) else {
        return false;
    };
    let minutes = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_date = rest[minutes..].starts_with(['.', '/', '%']);
    let below = |digits: &str, end: u8| digits.parse::<u8>().is_ok_and(|number| number < end);
    minutes == 2 && !is_date && below(&line[..hours], 24) && below(&rest[..minutes], 60)
}

#[cfg(test)]
mod tests {
    use super::begins_with_time;

    #[test]
    fn times_of_the_day_are_no_dates_and_no_numbers() {
        for line in ["09:30 Welcome", "9.30 – Begrüßung", "- 14h00: atelier", "18:00"] {
            assert!(begins_with_time(line), "{line}");
        }
        for line in ["12.05.2023 Nied", "1.500 families", "25:10", "3. Aims", "2.15% more", "9:3"] {
            assert!(!begins_with_time(line), "{line}");
        }
    }
}
