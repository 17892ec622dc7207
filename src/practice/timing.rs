//! When a practice was founded, started and ended: dates and periods under their labels.

use std::ops::Range;

use super::assemble::{Assembler, Opening, single};
use super::cut::Joined;
use super::dates::{Evidence, Order, Part, Period, Timing, period};
use super::draft::Right;
use super::inline::{commonmark, escape_starts};
use super::members::objects;
use super::segments::{Glue, Segment};
use super::{Field, Function, Kind, Origin, facts};
use crate::ledger::{Citation, Class};
use crate::schemas::{DateWord, Language, fold, is_number};
use crate::sheets::{Entry, Line};
use crate::source::Span;

/// Words of the day of a sheet at most, with those beside it.
const DAY_WORDS: usize = 8;
/// How data say yes.
const JSON_TRUE: &str = "true";

/// The value under a label of time.
struct Value {
    field: Field,
    /// Whether its label announces a start and an end.
    period: bool,
    /// The words of the label.
    words: Span,
    segments: Vec<Segment>,
    joined: Joined,
}

impl Assembler<'_, '_> {
    /// The fields of time. What a label of its own says goes before a period.
    pub(super) fn timing(&mut self, entries: &[Entry]) {
        let order = self.order(entries);
        for (field, period) in [
            (Field::AsOf, false),
            (Field::Founded, false),
            (Field::Start, false),
            (Field::End, false),
            (Field::Ongoing, false),
            (Field::Start, true),
        ] {
            let own = self.filled(field, entries);
            let own = own.into_iter().filter(|entry| self.is_period(entry) == period).collect::<Vec<_>>();
            let Some((first, others)) = own.split_first() else { continue };
            if first.keys.is_empty() {
                self.time(field, period, first, order);
            } else {
                self.keyed_time(field, period, first, order);
            }
            others.iter().for_each(|other| self.keep_apart(other));
        }
    }

    fn is_period(&self, entry: &Entry) -> bool {
        self.opener(entry).is_some_and(|opening| opening.period)
    }

    fn time(&mut self, field: Field, period: bool, entry: &Entry, order: Order) {
        let Some(Opening { words, .. }) = self.opener(entry) else { return };
        let segments = self.line_of_time(field, &entry.lines);
        let joined = Joined::new(&segments, self.text);
        self.set_time(&Value { field, period, words, segments, joined }, order);
    }

    /// A value of time; the time of day that programs write behind a date is left out.
    fn line_of_time(&mut self, field: Field, lines: &[Line]) -> Vec<Segment> {
        let segments = self.line(field, single(lines));
        let joined = Joined::new(&segments, self.text);
        let Some(date) = date_before_time(&joined.text).and_then(|length| joined.cut(&(0..length))) else {
            return segments;
        };
        for span in segments.iter().filter_map(|segment| segment.span()) {
            let kept =
                date.iter().filter_map(|segment| segment.span()).map(|span| span.end).max().unwrap_or(span.start);
            self.draft.markup(field, [Span::new(span.start.max(kept), span.end)]);
        }
        date
    }

    fn set_time(&mut self, value: &Value, order: Order) {
        match value.field {
            Field::Ongoing => self.set_flag(value, order),
            Field::AsOf | Field::Founded => self.set_date(value, order),
            _ => self.set_period(value, order),
        }
    }

    /// A question such as "still going on?" is answered with yes or with the words for it, or what it says is kept apart. One that asks
    /// when it began, too, is answered with both: `October 2012, yes`.
    fn set_flag(&mut self, value: &Value, order: Order) {
        let read = self.read(value);
        let goes_on = matches!(read, Timing::Read(Period { ongoing: Some(_), .. }));
        match read {
            Timing::Read(mut period)
                if (period.start.is_some() || period.lone.is_some())
                    && (goes_on || self.yes_in(&period, value).is_some()) =>
            {
                let yes = self.yes_in(&period, value).map(|at| period.rest.remove(at));
                period.ongoing = period.ongoing.or(yes);
                self.place(value, period, order);
                self.mark_rest(value);
            }
            _ if (goes_on || self.says_yes(&value.joined.text)) && !self.draft.record.ongoing => {
                self.set_ongoing(value.segments.clone());
            }
            _ => self.add_unmapped_line(value.words, value.segments.clone()),
        }
    }

    /// Which of the words beside a date say yes.
    fn yes_in(&self, period: &Period, value: &Value) -> Option<usize> {
        period.rest.iter().position(|rest| self.says_yes(&value.joined.text[rest.clone()]))
    }

    /// Whether an answer begins with yes.
    fn says_yes(&self, answer: &str) -> bool {
        let answer = fold(answer);
        let first = answer.split([' ', ',', '.', ';']).next().unwrap_or_default();
        let is_yes = |language: &Language| language.yes.iter().any(|yes| yes == first);
        answer == JSON_TRUE || self.schemas.languages.iter().any(is_yes)
    }

    /// `period: {start: …, end: …}`
    fn keyed_time(&mut self, field: Field, period: bool, entry: &Entry, order: Order) {
        for member in objects(entry).iter().flatten() {
            let named = if period { self.end_of_period(member.words) } else { Some(field) };
            match named.filter(|_| !member.lines.is_empty()) {
                Some(field) => {
                    self.draft.claim(member.words, Class::Label, Some(field));
                    let segments = self.line_of_time(field, member.lines);
                    let joined = Joined::new(&segments, self.text);
                    let value = Value { field, period: false, words: member.words, segments, joined };
                    self.set_time(&value, order);
                }
                None if member.lines.is_empty() => self.draft.claim(member.words, Class::Label, Some(field)),
                None => self.keep_member_apart(member),
            }
        }
    }

    /// The end of a period that a key names: `start`, or `from`.
    fn end_of_period(&self, words: Span) -> Option<Field> {
        let key = self.words_of(words);
        let mut fields = self.labels_of_key(&key).map(|label| label.field);
        let named = fields.find(|field| matches!(field, Field::Start | Field::End | Field::Ongoing));
        let word = |wanted| self.schemas.date_words.get(&fold(&key)).is_some_and(|words| words.contains(&wanted));
        named.or_else(|| match (word(DateWord::From), word(DateWord::To)) {
            (true, false) => Some(Field::Start),
            (false, true) => Some(Field::End),
            _ => None,
        })
    }

    fn read(&self, value: &Value) -> Timing {
        period(&value.joined.text, self.schemas)
    }

    /// A date and what may stand beside it, or all as written. Beside the day of a sheet may stand who signed it, or its version.
    fn set_date(&mut self, value: &Value, order: Order) {
        let mut rest = Vec::new();
        let part = match self.read(value) {
            // `Status: ongoing`
            Timing::Read(Period { start: None, end: None, lone: None, ongoing: Some(words), rest })
                if rest.is_empty() && !self.draft.record.ongoing =>
            {
                self.set_ongoing(value.joined.cut(&words).unwrap_or_default());
                return self.mark_rest(value);
            }
            Timing::Read(Period { start, end, lone, ongoing: None, rest: beside })
                if beside.is_empty() || self.is_brief(value) =>
            {
                rest = beside;
                let end = end.filter(|_| value.field == Field::AsOf);
                [start, end, lone].into_iter().flatten().collect()
            }
            _ => Vec::new(),
        };
        match &part[..] {
            [Part { own, shared: None }] => {
                self.set_part(value, value.field, own, None, order);
                self.keep_rest_apart(value, rest);
            }
            _ => self.set_as_written(value, order),
        }
        self.mark_rest(value);
    }

    /// Whether a value is the day of a sheet, with a few words.
    fn is_brief(&self, value: &Value) -> bool {
        value.field == Field::AsOf && value.joined.text.split_whitespace().count() <= DAY_WORDS
    }

    /// A start, an end and whether it goes on.
    fn set_period(&mut self, value: &Value, order: Order) {
        let timing = match self.read(value) {
            Timing::Unread => self.before_bracket(value).unwrap_or(Timing::Unread),
            timing => timing,
        };
        match timing {
            Timing::Read(period) if fits(value, &period) => self.place(value, period, order),
            timing if value.period || timing == Timing::Duration => {
                let spans = value.segments.iter().filter_map(|segment| segment.span());
                let unread = spans.reduce(Span::to).filter(|_| timing == Timing::Unread);
                self.draft.unread_periods.extend(unread);
                self.add_unmapped_line(value.words, value.segments.clone());
            }
            _ => self.set_as_written(value, order),
        }
        self.mark_rest(value);
    }

    /// What is read before a bracket that holds other dates: `2019 – ongoing (with a break from March to June 2020)`.
    fn before_bracket(&self, value: &Value) -> Option<Timing> {
        let text = &value.joined.text;
        let bracket = text.find(" (").filter(|_| text.ends_with(')'))?;
        let Timing::Read(mut read) = period(&text[..bracket], self.schemas) else { return None };
        read.rest.push(bracket + 1..text.len());
        Some(Timing::Read(read))
    }

    /// Puts the parts of a period into their fields; what is left, or stands elsewhere already, is kept apart.
    fn place(&mut self, value: &Value, period: Period, order: Order) {
        let Period { start, end, lone, ongoing, mut rest } = period;
        let ongoing = ongoing.or_else(|| since(value, start.as_ref(), end.is_none()));
        let (lone_start, lone_end) = if value.field == Field::End { (None, lone) } else { (lone, None) };
        for (field, part) in [(Field::End, end.or(lone_end)), (Field::Start, start.or(lone_start))] {
            let Some(Part { own, shared }) = part else { continue };
            if self.draft.record.has(field) {
                rest.push(own);
            } else {
                self.set_part(value, field, &own, shared.as_ref(), order);
            }
        }
        match ongoing {
            Some(words) if self.draft.record.ongoing => rest.push(words),
            Some(words) => self.set_ongoing(value.joined.cut(&words).unwrap_or_default()),
            None => {}
        }
        self.keep_rest_apart(value, rest);
    }

    /// Keeps words beside a date apart under its label.
    fn keep_rest_apart(&mut self, value: &Value, mut rest: Vec<Range<usize>>) {
        rest.sort_by_key(|range| range.start);
        let rest: Vec<Vec<Segment>> = rest.iter().filter_map(|range| value.joined.cut(range)).collect();
        self.add_unmapped_line(value.words, rest.join(&Segment::Glue(Glue::Space)));
    }

    /// Sets a date of its own bytes and of those that it shares with the date behind it.
    fn set_part(
        &mut self,
        value: &Value,
        field: Field,
        own: &Range<usize>,
        shared: Option<&Range<usize>>,
        order: Order,
    ) {
        let mut segments = value.joined.cut(own).unwrap_or_default();
        let shared = shared.and_then(|shared| value.joined.cut(shared)).unwrap_or_default();
        if !shared.is_empty() {
            segments.push(Segment::Glue(Glue::Space));
            let cited = shared.iter().filter_map(|segment| segment.span());
            self.draft.citations.extend(cited.map(|span| Citation { span, field }));
            segments.extend(shared);
        }
        self.draft.set_typed(field, function(field, order), segments);
    }

    fn set_as_written(&mut self, value: &Value, order: Order) {
        // A period under another label was read first, and its date is the better one.
        if self.draft.record.has(value.field) {
            return self.add_unmapped_line(value.words, value.segments.clone());
        }
        self.draft.set_typed(value.field, function(value.field, order), value.segments.clone());
    }

    fn set_ongoing(&mut self, segments: Vec<Segment>) {
        self.draft.trace_typed(Function::Flag, Field::Ongoing.into(), Origin::Label, Right::Own, segments);
        self.draft.record.ongoing = true;
    }

    /// Connectives, brackets and separators: whatever no value has.
    fn mark_rest(&mut self, value: &Value) {
        for span in value.segments.iter().filter_map(|segment| segment.span()) {
            self.draft.claim(span, Class::Markup, Some(value.field));
        }
    }

    /// Keeps a line of plain text apart under its label.
    fn add_unmapped_line(&mut self, words: Span, segments: Vec<Segment>) {
        if segments.iter().any(|segment| segment.span().is_some()) {
            let segments = escape_starts(commonmark(&segments, self.text), self.text, false);
            self.add_unmapped_text(words, segments, Right::Cite);
        }
    }

    /// Which of day and month stands first in this sheet: as its language writes dates, else as its dates show.
    fn order(&self, entries: &[Entry]) -> Order {
        let mut evidence = Evidence::default();
        let dated = |entry: &&Entry| {
            self.opener(entry).is_some_and(|opening| matches!(opening.field.kind(), Kind::Date | Kind::Year))
        };
        for line in entries.iter().filter(dated).flat_map(|entry| &entry.lines) {
            evidence.gather(line.body.of(self.text), self.schemas);
        }
        if evidence == Evidence::default() || self.is_day_first(entries) {
            return Order::DayFirst;
        }
        match evidence {
            Evidence { day_first: true, month_first: false, .. } => Order::DayFirst,
            Evidence { day_first: false, month_first: true, .. } => Order::MonthFirst,
            _ => Order::Unknown,
        }
    }

    /// Whether the sheet's language writes the day first; where its values are too short to tell, the language of its labels.
    fn is_day_first(&self, entries: &[Entry]) -> bool {
        let language = facts::language(&self.draft, self.source, self.schemas);
        if let Some(language) = language.and_then(|code| self.schemas.language(&code)) {
            return language.day_first;
        }
        let labels = entries.iter().filter_map(|entry| self.opener(entry));
        let counts = labels.fold((0, 0), |(day_first, other), opening| {
            let written = fold(opening.words.of(&self.source.text));
            let has = |language: &&crate::schemas::Language| {
                language.labels.iter().any(|known| {
                    known.field == opening.field && known.wordings.iter().any(|wording| fold(wording) == written)
                })
            };
            let languages = || self.schemas.languages.iter().filter(has);
            let all = languages().next().is_some() && languages().all(|language| language.day_first);
            let none = languages().next().is_some() && languages().all(|language| !language.day_first);
            (day_first + usize::from(all), other + usize::from(none))
        });
        counts.0 > counts.1
    }
}

/// The words of a period that say that it goes on, as they name its start alone: `since March 2019`.
fn since(value: &Value, start: Option<&Part>, open: bool) -> Option<Range<usize>> {
    let start = start.filter(|_| value.period && open)?;
    let words = value.joined.text[..start.own.start].trim_end();
    (!words.is_empty()).then_some(0..words.len())
}

/// The length of the date in `2021-01-29T09:30:00Z`, `29/01/2021 09:30`.
fn date_before_time(text: &str) -> Option<usize> {
    iso_date_before_time(text).or_else(|| {
        let (date, time) = text.split_once(' ')?;
        let parts: Vec<&str> = time.trim_start().split(':').collect();
        let is_time = (2..=3).contains(&parts.len()) && parts.iter().all(|part| part.len() == 2 && is_number(part, 2));
        let date = date.trim_end_matches(',');
        (is_time && date.starts_with(|c: char| c.is_ascii_digit())).then_some(date.len())
    })
}

/// The length of the date of a time as ISO 8601 has it.
fn iso_date_before_time(text: &str) -> Option<usize> {
    const DATE: usize = "2021-01-29".len();
    let form = |words: &str, form: &str| {
        words.len() == form.len()
            && words
                .bytes()
                .zip(form.bytes())
                .all(|(c, like)| if like == b'0' { c.is_ascii_digit() } else { c == like })
    };
    let (date, rest) = text.split_at_checked(DATE)?;
    let time = rest.strip_prefix(['T', ' '])?.split(['Z', '+', '-', '.']).next()?;
    (form(date, "0000-00-00") && (form(time, "00:00:00") || form(time, "00:00"))).then_some(DATE)
}

/// Whether a label can mean what was read under it: a start has no end alone, and an end no start.
fn fits(value: &Value, period: &Period) -> bool {
    match (value.field, value.period) {
        (_, true) => true,
        (Field::End, _) => period.start.is_none(),
        _ => period.start.is_some() || period.lone.is_some(),
    }
}

const fn function(field: Field, order: Order) -> Function {
    match field.kind() {
        Kind::Year => Function::Year,
        _ => Function::Date(order),
    }
}
