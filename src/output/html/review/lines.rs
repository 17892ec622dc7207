//! The source line by line, with what each stretch is and what was found there.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use super::Told;
use super::findings::Finding;
use super::stretches::{Cut, Cutter};
use crate::ledger::{Class, is_blank};
use crate::practice::Field;
use crate::source::Span;

/// A line of the source.
#[derive(Serialize)]
pub struct Line<'a> {
    number: usize,
    /// The sheets that begin here.
    opens: Vec<Opening>,
    /// What stands in the line, where that is not as in the line before.
    tags: Vec<Tag>,
    stretches: Vec<Stretch<'a>>,
    findings: Vec<&'a Finding>,
    /// The language of the words.
    lang: Option<&'a str>,
}

/// The beginning of a sheet.
#[derive(Serialize)]
pub struct Opening {
    /// Its number, from 1.
    pub number: usize,
    /// What it is called.
    pub name: String,
}

/// What stands in a line: a field with the values that it leads to, or a class without.
#[derive(Serialize, PartialEq, Eq)]
struct Tag {
    name: String,
    class: &'static str,
    colour: Option<usize>,
    /// Numbers of values, with spaces between them.
    values: String,
    /// The first of them.
    first: Option<usize>,
}

/// A stretch of a line.
#[derive(Serialize)]
struct Stretch<'a> {
    text: &'a str,
    class: &'static str,
    colour: Option<usize>,
    /// Numbers of values, with spaces between them.
    values: String,
    /// The value that a label leads to.
    leads: Option<usize>,
}

/// Whose a stretch is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Field(Field),
    Class(Class),
}

/// Goes through the source.
pub struct Lines<'a> {
    told: &'a Told<'a>,
    cutter: Cutter<'a>,
    findings: BTreeMap<usize, Vec<&'a Finding>>,
    /// The sheets that begin in a line.
    openings: BTreeMap<usize, Vec<Opening>>,
    /// The first value of each field of each sheet.
    firsts: HashMap<(usize, Field), usize>,
    /// The sheet that the last line is in or behind, from 1.
    sheet: usize,
    /// Whose the last line with words was.
    owners: Vec<Owner>,
}

impl<'a> Lines<'a> {
    /// The lines of a document.
    pub fn of(told: &'a Told<'a>) -> impl Iterator<Item = Line<'a>> {
        let mut lines = Self {
            told,
            cutter: Cutter::new(&told.reading.ledger, told.values),
            findings: BTreeMap::new(),
            openings: BTreeMap::new(),
            firsts: HashMap::new(),
            sheet: 0,
            owners: Vec::new(),
        };
        lines.place();
        (1..=told.source.lines().count()).map(move |number| lines.line(number))
    }

    /// Notes what stands in which line.
    fn place(&mut self) {
        for finding in self.told.findings.all() {
            finding.line.into_iter().for_each(|line| self.findings.entry(line).or_default().push(finding));
        }
        for (number, sheet) in (1..).zip(&self.told.reading.sheets) {
            let line = self.told.source.lines().line(sheet.span.start);
            self.openings.entry(line).or_default().push(self.told.opening(number, sheet));
            for row in self.told.values.of_sheet(number) {
                row.number().into_iter().for_each(|value| _ = self.firsts.entry((number, row.field)).or_insert(value));
            }
        }
    }

    fn line(&mut self, number: usize) -> Line<'a> {
        let opens = self.openings.remove(&number).unwrap_or_default();
        if !opens.is_empty() {
            self.sheet += opens.len();
            self.owners.clear();
        }
        let cuts = self.cutter.line(self.told.source, number);
        Line {
            number,
            opens,
            tags: self.tags(number, &cuts),
            lang: self.told.reading.sheets.get(self.sheet.wrapping_sub(1)).and_then(|it| it.record.language.as_deref()),
            stretches: cuts.iter().map(|cut| self.stretch(cut)).collect(),
            findings: self.findings.remove(&number).unwrap_or_default(),
        }
    }

    fn stretch(&self, cut: &Cut) -> Stretch<'a> {
        Stretch {
            text: cut.span.of(&self.told.source.text),
            class: cut.class.name(),
            colour: cut.field.and_then(|field| self.told.colours.of_field(field)),
            values: numbers(&cut.values),
            leads: cut.field.filter(|_| cut.class == Class::Label).and_then(|field| self.first(field)),
        }
    }

    /// The first value of a field in the sheet.
    fn first(&self, field: Field) -> Option<usize> {
        self.firsts.get(&(self.sheet, field)).copied()
    }

    /// What to say of a line: whose it is, unless the line before was the same's and no value begins here.
    fn tags(&mut self, number: usize, cuts: &[Cut]) -> Vec<Tag> {
        let owners = self.owners(cuts);
        let begins = cuts.iter().flat_map(|cut| &cut.values).any(|value| self.begins(*value, number));
        if owners.is_empty() || owners == self.owners && !begins {
            return Vec::new();
        }
        let tags = owners.iter().map(|owner| self.tag(*owner, number, cuts)).collect();
        self.owners = owners;
        tags
    }

    fn owners(&self, cuts: &[Cut]) -> Vec<Owner> {
        let mut owners = Vec::new();
        for cut in cuts.iter().filter(|cut| !cut.span.of(&self.told.source.text).chars().all(is_blank)) {
            for owner in self.owners_of(cut) {
                if !owners.contains(&owner) {
                    owners.push(owner);
                }
            }
        }
        owners
    }

    /// The fields of a stretch, or else its class; markup has neither.
    fn owners_of(&self, cut: &Cut) -> Vec<Owner> {
        let cited = cut.values.iter().filter_map(|value| Some(self.told.values.numbered(*value)?.field));
        let fields: Vec<Owner> = cut.field.into_iter().chain(cited).map(Owner::Field).collect();
        match cut.class {
            _ if !fields.is_empty() => fields,
            Class::Markup | Class::Blank | Class::Value | Class::Label => Vec::new(),
            class => vec![Owner::Class(class)],
        }
    }

    fn tag(&self, owner: Owner, number: usize, cuts: &[Cut]) -> Tag {
        let field = match owner {
            Owner::Field(field) => field,
            Owner::Class(class) => return Tag::of_class(class, self.told.class(class)),
        };
        let values = self.values(field, number, cuts);
        Tag {
            name: self.told.locale.field(field),
            class: "field",
            colour: self.told.colours.of_field(field),
            values: numbers(&values),
            first: values.first().copied(),
        }
    }

    /// The values of a field that begin in a line; else those that go on there; else the one that its label leads to.
    fn values(&self, field: Field, number: usize, cuts: &[Cut]) -> Vec<usize> {
        let is_of = |value: &usize| self.told.values.numbered(*value).is_some_and(|row| row.field == field);
        let here: BTreeSet<usize> = cuts.iter().flat_map(|cut| cut.values.iter().copied()).filter(is_of).collect();
        let (begin, go_on): (Vec<usize>, Vec<usize>) = here.into_iter().partition(|value| self.begins(*value, number));
        let values = if begin.is_empty() { go_on } else { begin };
        if values.is_empty() { self.first(field).into_iter().collect() } else { values }
    }

    /// Whether the first stretch of a value begins in a line.
    fn begins(&self, value: usize, line: usize) -> bool {
        let first = self.told.values.numbered(value).and_then(|row| row.spans.first());
        let Span { start, end } = self.told.source.lines().span(&self.told.source.text, line);
        first.is_some_and(|first| start <= first.start && first.start < end)
    }
}

impl Tag {
    fn of_class(class: Class, name: String) -> Self {
        Self { name, class: class.name(), colour: None, values: String::new(), first: None }
    }
}

fn numbers(values: &[usize]) -> String {
    values.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")
}
