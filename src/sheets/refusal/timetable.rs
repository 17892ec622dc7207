//! Programmes, whose lines begin with a time of the day.

use super::Finder;
use crate::blocks::Block;
use crate::source::Span;

/// Lines with a time at least.
const LINES: usize = 3;

impl Finder<'_> {
    /// The first of several lines that begin with a time of the day, `9.30 Welcome`, if they are a fourth of the page at least.
    pub(super) fn timetable(&self, blocks: &[Block<'_>]) -> Option<Span> {
        let written = blocks.iter().filter(|block| !block.is_blank()).map(|block| block.span.trim(self.text));
        let timed: Vec<Span> = written.clone().filter(|line| begins_with_time(line.of(self.text))).collect();
        (timed.len() >= LINES && timed.len() * 4 >= written.count()).then(|| timed[0])
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
