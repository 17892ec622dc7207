//! One date among tokens: how it is written, and what day, month or year that is.

use super::Order;
use super::tokens::{Token, TokenKind};
use crate::schemas::{DateWord, Schemas, Words};

/// A date, or what looks like a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// How it is written.
    pub shape: Shape,
    /// The token behind it.
    pub next: usize,
    /// The token of its month, where it begins with a day and spells the month.
    pub month: Option<usize>,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `2017`
    Year(i32),
    /// `April 2018`, `04/2018`
    Month(i32, u32),
    /// `29 January 2021`, `12.04.2019`: year, month, day.
    Day(i32, u32, u32),
    /// `04/05/2019`: day and month in either order, then the year.
    Slashed(u32, u32, i32),
    /// `12.04.19`: in no century.
    Short,
    /// `29`, `29 January`, `January`: the rest may stand behind a connective.
    Part,
    /// `10/18`, `2019/20`: more than one thing.
    Unclear,
}

/// Why no date can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There are several dates that it may be.
    Ambiguous,
    /// The calendar does not have it, or it is none.
    NoDate,
}

impl Shape {
    /// Whether it has a year and so stands for itself.
    pub const fn is_whole(self) -> bool {
        !matches!(self, Shape::Part | Shape::Unclear)
    }

    /// The ISO 8601 date, as precise as written.
    pub fn settle(self, order: Order) -> Result<String, Fault> {
        match self {
            Shape::Year(year) => Some(year.to_string()),
            Shape::Month(year, month) => month_of(year, month),
            Shape::Day(year, month, day) => day_of(year, month, day),
            Shape::Slashed(first, second, year) => return slashed(first, second, year, order),
            Shape::Short => return Err(Fault::Ambiguous),
            Shape::Part | Shape::Unclear => None,
        }
        .ok_or(Fault::NoDate)
    }

    /// The year, where the date is one.
    pub fn year(self) -> Option<i32> {
        let order = if self.settle(Order::DayFirst).is_ok() { Order::DayFirst } else { Order::MonthFirst };
        self.settle(order).ok()?.get(..4)?.parse().ok()
    }
}

fn slashed(first: u32, second: u32, year: i32, order: Order) -> Result<String, Fault> {
    let day_first = day_of(year, second, first);
    let month_first = day_of(year, first, second);
    match (order, day_first, month_first) {
        (Order::DayFirst, date, _) | (Order::MonthFirst, _, date) => date.ok_or(Fault::NoDate),
        (Order::Unknown, Some(one), Some(other)) if one != other => Err(Fault::Ambiguous),
        (Order::Unknown, one, other) => one.or(other).ok_or(Fault::NoDate),
    }
}

/// Reads dates from tokens.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The tokens.
    pub tokens: &'a [Token],
    /// The names of the months and the words beside dates.
    pub schemas: &'a Schemas,
}

impl Reader<'_> {
    /// The date that begins at a token.
    pub fn date_at(&self, at: usize) -> Option<Found> {
        let at = self.behind_weekday(at);
        match &self.tokens.get(at)?.kind {
            TokenKind::Word(_) if self.is(at, DateWord::PartOfYear) => self.part_of_year(at),
            TokenKind::Number(digits) if digits.len() == 4 => self.year_first(at),
            TokenKind::Number(digits) if digits.len() <= 2 => self.numeric(at).or_else(|| self.day_first(at)),
            TokenKind::Word(_) => self.month_first(at),
            _ => None,
        }
    }

    /// `spring 2018`, `early in March 2019`, `mid-2020`: as precise as a date can be, the year or the month.
    fn part_of_year(&self, at: usize) -> Option<Found> {
        let is_part = |at: usize| self.is(at, DateWord::PartOfYear) || self.is(at, DateWord::Beside);
        let mut date = self.behind_tight_mark(at + 1);
        while is_part(date) {
            date += 1;
        }
        let found = match self.tokens.get(date)?.kind {
            TokenKind::Number(_) => self.year_first(date),
            _ => self.month_first(date),
        }?;
        matches!(found.shape, Shape::Year(_) | Shape::Month(..)).then_some(found)
    }

    /// `2017`, `2021-01`, `2021-01-29`, `2021/01/29`, `2018 (October)`.
    fn year_first(&self, at: usize) -> Option<Found> {
        let year = self.year(at)?;
        let bracket = self.is_mark(at + 1, '(') && self.is_mark(at + 3, ')');
        if let Some(month) = self.month(at + 2).filter(|_| bracket) {
            return Some(found(Shape::Month(year, month), at + 4));
        }
        let (Some(mark), Some(month)) = (self.tight_separator(at + 1), self.tight_number(at + 2)) else {
            let glued = self.tokens.get(at + 1).is_some_and(|next| !next.spaced && next.word().is_some());
            return (!glued).then(|| found(Shape::Year(year), at + 1));
        };
        let goes_on = self.tight_separator(at + 3) == Some(mark);
        if let Some(day) = self.tight_number(at + 4).filter(|_| goes_on) {
            return Some(found(Shape::Day(year, month, day), at + 5));
        }
        let chained = goes_on && self.tokens.get(at + 4).is_some_and(|token| token.number().is_some());
        let is_month = mark == '-' && !chained && (1..=12).contains(&month) && self.digits(at + 2) == Some(2);
        Some(found(if is_month { Shape::Month(year, month) } else { Shape::Unclear }, at + 3))
    }

    /// `12.04.2019`, `1/10/2018`, `04/2019`, `01.10.`
    fn numeric(&self, at: usize) -> Option<Found> {
        let first = self.number(at)?;
        let mark = self.separator(at + 1)?;
        if let Some(year) = self.year(at + 2).filter(|_| !self.is_spaced(at + 1) && !self.is_spaced(at + 2)) {
            let is_month = (1..=12).contains(&first);
            return Some(found(if is_month { Shape::Month(year, first) } else { Shape::Unclear }, at + 3));
        }
        let second = self.number(at + 2).filter(|_| mark == '.' || !self.is_spaced(at + 2))?;
        if self.separator(at + 3) == Some(mark) {
            return self.numeric_end(at, mark, first, second);
        }
        (mark == '/').then(|| found(Shape::Unclear, at + 3))
    }

    fn numeric_end(&self, at: usize, mark: char, first: u32, second: u32) -> Option<Found> {
        let tight = mark == '.' || !self.is_spaced(at + 4);
        if let Some(year) = self.year(at + 4).filter(|_| tight) {
            let dotted = mark == '.';
            let shape = if dotted { Shape::Day(year, second, first) } else { Shape::Slashed(first, second, year) };
            return Some(found(shape, at + 5));
        }
        if self.digits(at + 4) == Some(2) && !self.is_spaced(at + 4) {
            return Some(found(Shape::Short, at + 5));
        }
        (mark == '.').then(|| found(Shape::Part, at + 4))
    }

    /// `29 gennaio 2021`, `29. Januar 2021`, `1er janvier 2020`, `29 de enero de 2021`, `29-Jan-2021`, `29 January`, `29`.
    fn day_first(&self, at: usize) -> Option<Found> {
        let day = self.number(at)?;
        let behind = self.behind_ordinal(at + 1);
        let name = self.behind_beside(self.behind_tight_mark(behind));
        let Some(month) = self.month(name) else { return Some(found(Shape::Part, behind)) };
        let (year_at, end) = self.year_place(name);
        let shape = match (self.year(year_at), self.digits(year_at)) {
            (Some(year), _) => Shape::Day(year, month, day),
            (None, Some(2)) => Shape::Short,
            _ => return Some(Found { month: Some(name), ..found(Shape::Part, end) }),
        };
        Some(Found { month: Some(name), ..found(shape, year_at + 1) })
    }

    /// `Mai 2008`, `April of 2018`, `Jan-2021`, `January 29, 2021`, `January`.
    fn month_first(&self, at: usize) -> Option<Found> {
        let month = self.month(at)?;
        let (year_at, end) = self.year_place(at);
        if let Some(year) = self.year(year_at) {
            return Some(found(Shape::Month(year, month), year_at + 1));
        }
        let Some(day) = self.number(end) else { return Some(found(Shape::Part, end)) };
        let behind = self.behind_comma(self.behind_ordinal(end + 1));
        match self.year(behind) {
            Some(year) => Some(found(Shape::Day(year, month, day), behind + 1)),
            None => Some(found(Shape::Unclear, end + 1)),
        }
    }

    /// Where the year of the month at `name` should stand, and where the month ends.
    fn year_place(&self, name: usize) -> (usize, usize) {
        let end = if self.is_mark(name + 1, '.') { name + 2 } else { name + 1 };
        (self.behind_comma(self.behind_beside(self.behind_tight_mark(end))), end)
    }

    /// `Monday, ` before a day.
    fn behind_weekday(&self, at: usize) -> usize {
        let next = if self.is_mark(at + 1, ',') || self.is_mark(at + 1, '.') { at + 2 } else { at + 1 };
        if self.is(at, DateWord::Weekday) && self.number(next).is_some() { next } else { at }
    }

    /// `st`, `º`, `.` behind a day.
    fn behind_ordinal(&self, at: usize) -> usize {
        let Some(token) = self.tokens.get(at).filter(|token| !token.spaced) else { return at };
        let is_ending = match &token.kind {
            TokenKind::Word(word) => word.chars().count() <= 3 && self.month(at).is_none(),
            TokenKind::Mark(mark) => matches!(mark, '.' | '°'),
            TokenKind::Number(_) => false,
        };
        if is_ending { at + 1 } else { at }
    }

    /// `-` or `/` that touches both neighbours.
    fn behind_tight_mark(&self, at: usize) -> usize {
        let joins = matches!(self.tight_separator(at), Some('-' | '/')) && !self.is_spaced(at + 1);
        if joins { at + 1 } else { at }
    }

    fn behind_beside(&self, mut at: usize) -> usize {
        while self.is(at, DateWord::Beside) {
            at += 1;
        }
        at
    }

    fn behind_comma(&self, at: usize) -> usize {
        if self.is_mark(at, ',') { at + 1 } else { at }
    }

    /// The month that a token names in some language.
    fn month(&self, at: usize) -> Option<u32> {
        let word = self.tokens.get(at)?.word()?;
        let named = |names: &Words| names.iter().any(|name| name.trim_end_matches('.') == word);
        let numbered = |language: &crate::schemas::Language| {
            (1..).zip(language.months.iter()).find(|(_, names)| named(names)).map(|(number, _)| number)
        };
        self.schemas.languages.iter().find_map(numbered)
    }

    fn is(&self, at: usize, what: DateWord) -> bool {
        let word = self.tokens.get(at).and_then(Token::word);
        word.and_then(|word| self.schemas.date_words.get(word)).is_some_and(|kinds| kinds.contains(&what))
    }

    /// A number of one or two digits.
    fn number(&self, at: usize) -> Option<u32> {
        self.tokens.get(at)?.number().filter(|digits| digits.len() <= 2)?.parse().ok()
    }

    fn tight_number(&self, at: usize) -> Option<u32> {
        self.number(at).filter(|_| !self.is_spaced(at))
    }

    fn digits(&self, at: usize) -> Option<usize> {
        Some(self.tokens.get(at)?.number()?.len())
    }

    fn year(&self, at: usize) -> Option<i32> {
        super::year(self.tokens.get(at)?.number()?)
    }

    fn is_spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.spaced)
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark(mark))
    }

    /// A `.`, `/` or `-` that touches what stands before it.
    fn separator(&self, at: usize) -> Option<char> {
        let token = self.tokens.get(at).filter(|token| !token.spaced)?;
        ['.', '/', '-'].into_iter().find(|mark| token.kind == TokenKind::Mark(*mark))
    }

    /// A separator that touches what stands behind it too.
    fn tight_separator(&self, at: usize) -> Option<char> {
        self.separator(at).filter(|_| !self.is_spaced(at + 1))
    }
}

impl Token {
    /// The folded letters of a word.
    pub fn word(&self) -> Option<&str> {
        if let TokenKind::Word(word) = &self.kind { Some(word) } else { None }
    }

    /// The digits of a number.
    pub fn number(&self) -> Option<&str> {
        if let TokenKind::Number(digits) = &self.kind { Some(digits) } else { None }
    }
}

const fn found(shape: Shape, next: usize) -> Found {
    Found { shape, next, month: None }
}

fn month_of(year: i32, month: u32) -> Option<String> {
    (1..=12).contains(&month).then(|| format!("{year}-{month:02}"))
}

fn day_of(year: i32, month: u32, day: u32) -> Option<String> {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    (1..=days).contains(&day).then(|| format!("{year}-{month:02}-{day:02}"))
}
