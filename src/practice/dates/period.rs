//! A start, an end and whether it goes on, in one text.

use std::ops::Range;

use super::items::{Item, ItemKind, is_likely, items};
use super::shape::{Found, Reader, Shape};
use super::tokens::{Token, TokenKind, tokens};
use crate::schemas::{DateWord, Schemas, fold};
use crate::source::Span;

/// What a text says of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Timing {
    /// A period, or a part of one.
    Read(Period),
    /// Dates that make no period which one could be sure of.
    Unread,
    /// How long, and not when: `24 mesi`.
    Duration,
    /// No date: `soon`.
    Nothing,
}

/// A period, by the bytes of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Period {
    /// A date that a connective names as the start, or the first of two.
    pub start: Option<Part>,
    /// A date that a connective names as the end, or the second of two.
    pub end: Option<Part>,
    /// A date without a connective.
    pub lone: Option<Part>,
    /// The words that say that it goes on.
    pub ongoing: Option<Range<usize>>,
    /// Words that are neither.
    pub rest: Vec<Range<usize>>,
}

/// The bytes of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its own.
    pub own: Range<usize>,
    /// Those it has in common with the date behind it: the year of `September – December 2019`.
    pub shared: Option<Range<usize>>,
}

/// Reads what a text says of time.
pub fn period(text: &str, schemas: &Schemas) -> Timing {
    let tokens = tokens(text);
    let items = items(&Reader { tokens: &tokens, schemas });
    let scan = Scan { text, schemas, used: vec![false; items.len()], items, tokens: &tokens };
    scan.read()
}

/// Whether a text is a date and the words that lead to it: `on 12 May 2023`, `im März 2023`.
pub fn is_date(text: &str, schemas: &Schemas) -> bool {
    let Timing::Read(Period { start: None, end, lone, ongoing: None, rest }) = period(text, schemas) else {
        return false;
    };
    rest.is_empty() && (end.is_some() || lone.is_some())
}

struct Scan<'a> {
    text: &'a str,
    schemas: &'a Schemas,
    tokens: &'a [Token],
    items: Vec<Item<'a>>,
    /// Which items the period is made of.
    used: Vec<bool>,
}

impl Scan<'_> {
    fn read(mut self) -> Timing {
        let wholes: Vec<usize> = (0..self.items.len()).filter(|at| self.items[*at].is_whole()).take(3).collect();
        let period = match (wholes[..].first(), wholes[..].get(1), self.is_unclear() || wholes.len() > 2) {
            (_, _, true) => None,
            (None, ..) => Some(Period::default()),
            (Some(&one), None, _) => self.shared_year(one).or_else(|| self.one(one)),
            (Some(&first), Some(&second), _) => self.two(first, second),
        };
        let Some(mut period) = period else { return Timing::Unread };
        period.ongoing = self.ongoing(&wholes);
        if wholes.is_empty() && period.ongoing.is_none() {
            return self.undated();
        }
        period.rest = self.rest();
        Timing::Read(period)
    }

    /// What a text says that has no date.
    fn undated(&self) -> Timing {
        let counts =
            self.items.iter().any(|item| item.is(DateWord::Unit)) && self.items.iter().any(|item| self.counts(item));
        match (self.has_year(), counts) {
            (true, _) => Timing::Unread,
            (false, true) => Timing::Duration,
            (false, false) => Timing::Nothing,
        }
    }

    /// Whether an item is or begins with a number.
    fn counts(&self, item: &Item<'_>) -> bool {
        self.tokens[item.tokens.start].number().is_some()
    }

    fn is_unclear(&self) -> bool {
        self.items.iter().any(|item| matches!(item.kind, ItemKind::Date(Found { shape: Shape::Unclear, .. })))
    }

    fn has_year(&self) -> bool {
        self.tokens
            .iter()
            .any(|token| token.number().and_then(super::year).is_some_and(|year| is_likely(Shape::Year(year))))
    }

    /// Two dates with a connective between them.
    fn two(&mut self, first: usize, second: usize) -> Option<Period> {
        self.link(first, second)?;
        let (start, end) = (Some(self.part(first)), Some(self.part(second)));
        Some(Period { start, end, ..Period::default() })
    }

    /// `September – December 2019`, `dal 1 al 30 giugno 2020`: the first date lacks what the second has.
    fn shared_year(&mut self, whole: usize) -> Option<Period> {
        let part = self.items[..whole].iter().rposition(Item::is_part)?;
        let (own, rest) = (self.bytes(part), self.lacking(part, whole)?);
        let joined = format!("{} {}", &self.text[own.clone()], &self.text[rest.clone()]);
        let settle = |text| super::date(text, super::Order::Unknown, self.schemas);
        (settle(&joined)? <= settle(&self.text[self.bytes(whole)])?).then_some(())?;
        self.link(part, whole)?;
        let start = Some(Part { own, shared: Some(rest) });
        Some(Period { start, end: Some(self.part(whole)), ..Period::default() })
    }

    /// The bytes of the whole date that a partial one lacks: the year, or month and year.
    fn lacking(&self, part: usize, whole: usize) -> Option<Range<usize>> {
        let (ItemKind::Date(partial), ItemKind::Date(found)) = (&self.items[part].kind, &self.items[whole].kind) else {
            return None;
        };
        let starts = &self.tokens[self.items[part].tokens.start];
        let is_day = starts.number().is_some() && partial.month.is_none() && !self.is_dotted(part);
        let first = if is_day { found.month? } else { found.next - 1 };
        self.tokens[found.next - 1].number().filter(|digits| digits.len() == 4)?;
        Some(self.tokens[first].span.start..self.tokens[found.next - 1].span.end)
    }

    /// `01.10.`
    fn is_dotted(&self, at: usize) -> bool {
        self.tokens[self.items[at].tokens.clone()].iter().filter(|token| token.number().is_some()).count() == 2
    }

    /// One date: the start, the end, or one that nothing says more of.
    fn one(&mut self, at: usize) -> Option<Period> {
        let connective = self.before(at);
        // `Ende 2018` may be the end, or when it began.
        if connective.is_none() && at > 0 && self.leads(at).any(|before| self.items[before].is(DateWord::Last)) {
            return None;
        }
        let part = Some(self.part(at));
        let is = |what| connective.is_some_and(|before| self.items[before].is(what));
        if is(DateWord::From) {
            return Some(Period { start: part, ..Period::default() });
        }
        if is(DateWord::To) {
            return Some(Period { end: part, ..Period::default() });
        }
        self.stands_alone(at).then_some(Period { lone: part, ..Period::default() })
    }

    /// Whether no word such as `circa` stands before a date, none such as `hours` behind a number like a year, and no dash
    /// before it. `2010-12` may be a month or three years.
    fn stands_alone(&self, at: usize) -> bool {
        let ItemKind::Date(found) = &self.items[at].kind else { return false };
        let before = self.items[..at].iter().rfind(|item| !item.is(DateWord::Beside));
        let clear = before.is_none_or(|item| matches!(item.kind, ItemKind::Stop));
        let behind = self.items.get(at + 1);
        match found.shape {
            Shape::Year(_) => clear && !behind.is_some_and(Item::is_other),
            Shape::Month(year, month) if self.tokens[found.next - 1].number().is_some_and(|last| last.len() == 2) => {
                clear && i64::from(month) <= i64::from(year % 100)
            }
            _ => clear,
        }
    }

    /// The items right before a date that say no more than that it follows: `of the`, `End:`.
    fn leads(&self, at: usize) -> impl Iterator<Item = usize> {
        (0..at).rev().take_while(|before| {
            let item = &self.items[*before];
            item.is(DateWord::Beside) || item.is(DateWord::Last) || self.is_colon(item)
        })
    }

    fn is_colon(&self, item: &Item<'_>) -> bool {
        self.tokens[item.tokens.start].kind == TokenKind::Mark(':')
    }

    /// Uses the words that lead to a date and gives the connective among them. A word that may also say nothing, such as `de`,
    /// is none.
    fn before(&mut self, at: usize) -> Option<usize> {
        let first = at - self.leads(at).count();
        let connects =
            |item: &Item<'_>| [DateWord::From, DateWord::To, DateWord::Between].iter().any(|what| item.is(*what));
        let connective = first.checked_sub(1).filter(|before| connects(&self.items[*before]));
        self.used[connective.unwrap_or(first)..at].fill(true);
        connective
    }

    /// Uses what stands between and before two dates; nothing where no connective does.
    fn link(&mut self, first: usize, second: usize) -> Option<()> {
        let lead = self.before(first);
        let is_between = lead.is_some_and(|at| self.items[at].is(DateWord::Between));
        let between = &self.items[first + 1..second];
        let plain = |item: &Item<'_>| !item.is_other() && !matches!(item.kind, ItemKind::Date(_)) && !item.is_ongoing();
        let connects = |item: &Item<'_>| {
            let ends = item.is(DateWord::To) || item.is(DateWord::Last);
            matches!(item.kind, ItemKind::Dash) || ends || (is_between && item.is(DateWord::And))
        };
        let linked = between.iter().all(plain) && between.iter().any(connects);
        self.used[first..=second].fill(linked);
        linked.then_some(())
    }

    /// The words that say that it goes on, unless others such as `no longer` stand beside them.
    fn ongoing(&mut self, wholes: &[usize]) -> Option<Range<usize>> {
        let at = (0..self.items.len()).find(|at| {
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| self.items.get(at));
            // `not applicable, the service is still running`
            let ends = wholes.is_empty() && at + 1 == self.items.len() && self.follows_one_word(*at);
            self.items[*at].is_ongoing() && (ends || beside.into_iter().all(|item| !item.is_other()))
        })?;
        self.used[at] = true;
        let lead = (0..at).rev().take_while(|before| self.leads_on(*before)).last().unwrap_or(at);
        let follows =
            lead.checked_sub(1).is_none_or(|before| wholes.contains(&before) || !self.items[before].is_other());
        if follows {
            self.used[lead..at].fill(true);
        }
        Some(self.bytes(at))
    }

    /// Whether one word stands between a comma and the several of an item, and is no small one such as `not`.
    fn follows_one_word(&self, at: usize) -> bool {
        let bytes = self.bytes(at);
        let Some((_, word)) = self.text[..bytes.start].rsplit_once(',') else { return false };
        let one = word.split_whitespace().count() == 1;
        let small = || self.schemas.function_words.get(&fold(word.trim())).is_some();
        one && self.text[bytes].contains(' ') && !small()
    }

    /// Whether an item may stand between a date and the words that say that it goes on.
    fn leads_on(&self, at: usize) -> bool {
        let item = &self.items[at];
        let word = |what| item.is(what);
        matches!(item.kind, ItemKind::Dash) || word(DateWord::To) || word(DateWord::Beside) || word(DateWord::And)
    }

    fn part(&mut self, at: usize) -> Part {
        self.used[at] = true;
        let behind = self.items.get(at + 1).is_some_and(|item| item.is(DateWord::Beside));
        if behind && !matches!(self.items.get(at + 2), Some(Item { kind: ItemKind::Date(_), .. })) {
            self.used[at + 1] = true;
        }
        Part { own: self.bytes(at), shared: None }
    }

    fn bytes(&self, at: usize) -> Range<usize> {
        let tokens = &self.items[at].tokens;
        self.tokens[tokens.start].span.start..self.tokens[tokens.end - 1].span.end
    }

    /// The stretches of words that nothing was made of, without the marks around them.
    fn rest(&self) -> Vec<Range<usize>> {
        let mut rest = Vec::new();
        let mut at = 0;
        while at < self.items.len() {
            let end = (at..self.items.len()).find(|end| self.used[*end]).unwrap_or(self.items.len());
            if end > at {
                let stretch = self.bytes(at).start..self.bytes(end - 1).end;
                rest.extend(Some(trim(self.text, stretch)).filter(|stretch| !stretch.is_empty()));
            }
            at = end + 1;
        }
        rest
    }
}

/// A stretch without separators and the brackets around it; empty where it has no word.
fn trim(text: &str, stretch: Range<usize>) -> Range<usize> {
    let whole = &text[stretch];
    let (opens, closes) = (whole.contains(['(', '[']), whole.contains([')', ']']));
    let is_mark = |c: char| {
        let lonely = (!closes && matches!(c, '(' | '[')) || (!opens && matches!(c, ')' | ']'));
        lonely || c.is_whitespace() || ",;:–—-/…".contains(c)
    };
    let inner = Span::of_slice(text, whole).trim_matches(text, is_mark);
    let inside = inner.of(text).strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    let inside = inside.filter(|inside| !inside.contains(['(', ')']));
    let inner = inside.map_or(inner, |inside| Span::of_slice(text, inside).trim(text));
    if inner.of(text).contains(char::is_alphanumeric) { inner.into() } else { inner.start..inner.start }
}
