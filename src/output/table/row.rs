//! A record as a row: which columns there are, and what each says.

use std::fmt::Write;

use crate::practice::{BestPractice, Contact, Field, Kind, Link, Section, Year};

/// A column of the table. All records have the same, whatever they hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A field of the record.
    Field(Field),
    /// The derived countries.
    Countries,
    /// The first derived year.
    FirstYear,
    /// The last derived year.
    LastYear,
    /// The file of the source.
    File,
    /// The number of the sheet in its file.
    Sheet,
    /// The first and last line of the sheet.
    Lines,
    /// The template that read the sheet.
    Template,
}

/// Every column, in the order of the record.
pub const COLUMNS: &[Column] = &columns();

/// Fields that are no column: they say the same of every record, or have columns of their own.
const fn is_left_out(field: Field) -> bool {
    matches!(field, Field::Schema | Field::Source | Field::Derived | Field::Provenance)
}

const fn columns() -> [Column; COUNT] {
    let mut columns = [Column::Template; COUNT];
    let mut at = 0;
    let mut next = 0;
    while next < Field::ALL.len() {
        if !is_left_out(Field::ALL[next]) {
            columns[at] = Column::Field(Field::ALL[next]);
            at += 1;
        }
        next += 1;
    }
    let others = [
        Column::Countries,
        Column::FirstYear,
        Column::LastYear,
        Column::File,
        Column::Sheet,
        Column::Lines,
        Column::Template,
    ];
    next = 0;
    while next < others.len() {
        columns[at + next] = others[next];
        next += 1;
    }
    columns
}

/// How many columns there are: the fields without the four that are left out, and seven others.
const COUNT: usize = Field::ALL.len() - 4 + 7;

impl Column {
    /// What heads the column: the key of the record.
    pub const fn key(self) -> &'static str {
        match self {
            Column::Field(field) => field.key(),
            Column::Countries => "countries",
            Column::FirstYear => "first_year",
            Column::LastYear => "last_year",
            Column::File => "source_file",
            Column::Sheet => "source_sheet",
            Column::Lines => "source_lines",
            Column::Template => "template",
        }
    }

    /// Whether its cells hold a number, where they hold nothing else.
    pub const fn is_number(self) -> bool {
        matches!(self, Column::FirstYear | Column::LastYear | Column::Sheet | Column::Field(Field::Founded))
    }

    /// Whether its cells hold running text.
    pub fn is_wide(self) -> bool {
        matches!(self, Column::Field(field) if matches!(field.kind(), Kind::Text | Kind::List | Kind::Sections))
    }
}

/// What a cell says; empty where the record has no value. Items of a list stand on lines of their own.
pub fn cell(record: &BestPractice, column: Column) -> String {
    let source = record.source.as_ref();
    let years = record.derived.as_ref().and_then(|derived| derived.years.as_ref());
    match column {
        Column::Field(field) => value(record, field),
        Column::Countries => record.derived.as_ref().map_or_else(String::new, |derived| derived.countries.join(" ")),
        Column::FirstYear => shown(years.and_then(|years| years.from)),
        Column::LastYear => shown(years.and_then(|years| years.to)),
        Column::File => shown(source.map(|source| &source.file)),
        Column::Sheet => shown(source.map(|source| source.sheet)),
        Column::Lines => shown(source.map(|source| &source.lines)),
        Column::Template => shown(source.map(|source| &source.template)),
    }
}

fn shown(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

fn value(record: &BestPractice, field: Field) -> String {
    if let Some(text) = record.string(field) {
        return text.clone().unwrap_or_default();
    }
    if let Some(items) = record.list(field) {
        return items.join("\n");
    }
    match field {
        Field::Id => shown(record.id.as_ref()),
        Field::Language => shown(record.language.as_ref()),
        Field::Founded => shown(record.founded.as_ref().map(|year| match year {
            Year::Known(year) => year.to_string(),
            Year::Verbatim(text) => text.clone(),
        })),
        Field::Ongoing => if record.ongoing { "true" } else { "" }.to_owned(),
        Field::Covers => lines(record.covers.iter().map(|(field, others)| format!("{field}: {}", others.join(", ")))),
        Field::Contacts => lines(record.contacts.iter().map(contact)),
        Field::Links => lines(record.links.iter().map(link)),
        Field::Sections => sections(&record.sections, 1).trim_end().to_owned(),
        Field::Unmapped => lines(record.unmapped.iter().map(|it| format!("{}: {}", it.label, it.text))),
        Field::Identifiers => lines(record.identifiers.iter().map(|it| format!("{}: {}", it.scheme, it.value))),
        Field::Collection => shown(record.collection.as_ref().and_then(|it| it.name.as_ref().or(it.code.as_ref()))),
        Field::Extra if !record.extra.is_empty() => serde_json::to_string(&record.extra).unwrap_or_default(),
        _ => String::new(),
    }
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("\n")
}

/// `Lucia Bianchi, coordinator, Il Melograno, lucia@example.org, +39 0574 123456`
fn contact(contact: &Contact) -> String {
    let Contact { name, role, organisation, email, phone, note } = contact;
    let parts = [name, role, organisation, email, phone, note].into_iter().flatten();
    parts.map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn link(link: &Link) -> String {
    link.label.as_ref().map_or_else(|| link.url.clone(), |label| format!("{label}: {}", link.url))
}

/// Sections as headed text, each level with a `#` more.
fn sections(sections: &[Section], level: usize) -> String {
    let mut out = String::new();
    for section in sections {
        if let Some(title) = &section.title {
            let _ = writeln!(out, "{} {title}", "#".repeat(level));
        }
        if let Some(text) = &section.text {
            let _ = writeln!(out, "{text}");
        }
        out.push_str(&self::sections(&section.sections, level + 1));
    }
    out
}
