//! What the message about a finding may name, and what it chooses its words by.

use super::{Broken, Diagnostic, Expected, Finding, Found, Same, Sign, Subject, Unit};
use crate::locale::{Fact, Facts};
use crate::practice::contacts::Reach;
use crate::practice::{Demand, Field, SCHEMA_VERSION};
use crate::schemas::DocumentKind;
use crate::source::layout::{Hidden, HiddenPart, Unread};

impl Finding {
    /// The name of the message about it: its code, where there is one message for the code.
    pub const fn message(&self) -> &'static str {
        match self {
            Finding::MissingKey { .. } => "missing-key",
            _ => self.code().id(),
        }
    }
}

impl Diagnostic {
    /// The facts that its message knows.
    pub fn facts(&self) -> Facts<'_> {
        let label = self.label.as_deref();
        let mut facts = vec![
            ("labelled", Fact::yes(label.is_some())),
            ("label", label.map_or(Fact::Choice(""), Fact::Quoted)),
            ("name", label.map_or(Fact::Choice(""), Fact::text)),
            ("subject", Fact::Choice(subject(self.subject))),
        ];
        if let Some(field) = self.field() {
            let the_field = || Fact::Message("the-field", vec![("field", field.into())]);
            facts.extend([("field", field.into()), ("named", label.map_or_else(the_field, Fact::Quoted))]);
        }
        facts.extend(self.finding.facts(self.subject));
        facts
    }
}

impl Finding {
    fn facts(&self, about: Subject) -> Facts<'_> {
        match self {
            Finding::MissingField { demand, label, .. } => missing(about, *demand, label.as_deref()),
            Finding::MissingKey { key } => missing_key(key),
            Finding::EmptyField { demand, .. } => vec![("demand", Fact::Choice(demanded(*demand)))],
            Finding::MalformedEmail(value)
            | Finding::MalformedUrl(value)
            | Finding::MalformedPhone(value)
            | Finding::MalformedYear(value)
            | Finding::MalformedDate(value)
            | Finding::AmbiguousDate(value)
            | Finding::UnreadPeriod(value)
            | Finding::PlaceholderText(value)
            | Finding::DuplicateId(value)
            | Finding::InferredValue { value, .. } => vec![("value", Fact::Quoted(value))],
            Finding::EndBeforeStart { start, end } => {
                vec![("start", start.as_str().into()), ("end", end.as_str().into())]
            }
            Finding::FutureDate { date, today } => {
                vec![("date", date.as_str().into()), ("today", today.as_str().into())]
            }
            Finding::TooLong { unit, most, found, .. } => {
                let less = counted(found.saturating_sub(*most), *unit);
                vec![("found", counted(*found, *unit)), ("most", (*most).into()), ("less", less)]
            }
            Finding::TooShort { unit, least, found, .. } => {
                let more = counted(least.saturating_sub(*found), *unit);
                vec![("found", counted(*found, *unit)), ("least", (*least).into()), ("more", more)]
            }
            Finding::LanguageMismatch { expected, found, all } => {
                vec![("expected", Fact::Quoted(expected)), ("found", Fact::Quoted(found)), ("all", Fact::yes(*all))]
            }
            Finding::DuplicateRecord { same } => vec![("same", Fact::Choice(same.word()))],
            Finding::PersonalData { what, value } => {
                vec![("what", Fact::Choice(what.word())), ("value", Fact::Quoted(value))]
            }
            Finding::LabelInsideLine { kept_in, .. } => vec![("kept", (*kept_in).into())],
            Finding::UnknownLabel { nearest, kept_in } => {
                let kept = Fact::Choice(if *kept_in == Field::Unmapped { "apart" } else { "field" });
                [near(nearest.as_deref()), vec![("kept", kept), ("field", (*kept_in).into())]].concat()
            }
            Finding::UnknownKey { nearest } => near(nearest.as_deref()),
            Finding::DecodedAs { encoding } => vec![("encoding", (*encoding).into())],
            Finding::NotRead { parts } => vec![("parts", Fact::List(parts.iter().map(unread).collect()))],
            Finding::HiddenRead { parts } => vec![("parts", Fact::List(parts.iter().map(hidden).collect()))],
            Finding::PagesWithoutText { pages } => {
                let numbers = pages.iter().map(|page| Fact::from(*page)).collect();
                vec![("number", pages.len().into()), ("pages", Fact::List(numbers))]
            }
            Finding::OtherDocument { sign } => {
                let kind = if let Sign::LabelsOf(kind) = sign { *kind } else { DocumentKind::Other };
                vec![("sign", Fact::Choice(sign.word())), ("kind", Fact::Choice(kind.word()))]
            }
            Finding::BrokenData { language, what, read } => {
                vec![("language", (*language).into()), ("what", what.fact()), ("read", Fact::yes(*read))]
            }
            Finding::WrongType { expected, found } => wrong_type(*expected, found),
            Finding::NewerSchema { version } => {
                vec![("version", version.as_str().into()), ("known", SCHEMA_VERSION.into())]
            }
            Finding::NoSheet { looked_for } => {
                let wordings = looked_for.iter().map(|wording| Fact::Quoted(wording)).collect();
                vec![("number", looked_for.len().into()), ("wordings", Fact::List(wordings))]
            }
            Finding::RepeatedLabel { .. }
            | Finding::UnassignedText
            | Finding::JoinedAcrossPage
            | Finding::BlankTemplate
            | Finding::LabelsApart
            | Finding::LabelsSideBySide
            | Finding::ValuesFirst
            | Finding::DoubtfulSheet
            | Finding::RepeatedKey => Vec::new(),
        }
    }
}

fn missing(about: Subject, demand: Demand, label: Option<&str>) -> Facts<'_> {
    let write = match (label, about) {
        (None, _) => "nothing",
        (Some(_), Subject::Record) => "key",
        (Some(_), Subject::Sheet) => "label",
    };
    vec![
        ("demand", Fact::Choice(demanded(demand))),
        ("write", Fact::Choice(write)),
        ("wanted", label.map_or(Fact::Choice(""), Fact::Quoted)),
        ("key", label.map_or(Fact::Choice(""), Fact::text)),
    ]
}

/// Of the version of the schema it is known what to write.
fn missing_key(key: &str) -> Facts<'_> {
    let version = if key == Field::Schema.key() { SCHEMA_VERSION } else { 0 };
    vec![("key", key.into()), ("quoted", Fact::Quoted(key)), ("version", version.into())]
}

fn near(nearest: Option<&str>) -> Facts<'_> {
    vec![("near", Fact::yes(nearest.is_some())), ("nearest", nearest.map_or(Fact::Choice(""), Fact::Quoted))]
}

fn wrong_type(expected: Expected, found: &Found) -> Facts<'_> {
    let words = match found {
        Found::Text(words) | Found::Number(words) | Found::Flag(words) => words.as_str(),
        Found::Nothing | Found::List | Found::Object => "",
    };
    let example = match (expected, found) {
        (Expected::Text, Found::Number(_) | Found::Flag(_)) => "quotes",
        _ => expected.word(),
    };
    let first = match expected {
        Expected::Objects(key) | Expected::Object(key) => key,
        _ => "",
    };
    let most = if let Expected::LessDepth(most) = expected { most } else { 0 };
    vec![
        ("expected", Fact::Choice(expected.word())),
        ("found", Fact::Choice(found.word())),
        ("example", Fact::Choice(example)),
        ("words", words.into()),
        ("quoted", Fact::Quoted(words)),
        ("first", first.into()),
        ("most", most.into()),
    ]
}

/// `1 word`, `12 characters`
fn counted(number: usize, unit: Unit) -> Fact<'static> {
    match unit {
        Unit::Words => Fact::count("words", number),
        Unit::Characters => Fact::count("characters", number),
    }
}

/// `2 pictures`
fn unread((part, number): &(Unread, u32)) -> Fact<'static> {
    let message = match part {
        Unread::Picture => "unread-picture",
        Unread::Chart => "unread-chart",
        Unread::Object => "unread-object",
        Unread::HiddenText => "unread-hidden-text",
        Unread::Placeholder => "unread-placeholder",
    };
    Fact::count(message, *number as usize)
}

/// `3 rows of the sheet “Archive”`
fn hidden(hidden: &Hidden) -> Fact<'_> {
    let sheet = ("sheet", Fact::Quoted(&hidden.sheet));
    match hidden.part {
        HiddenPart::Sheet => Fact::Message("hidden-sheet", vec![sheet]),
        HiddenPart::Rows(number) => Fact::Message("hidden-rows", vec![sheet, ("number", number.into())]),
        HiddenPart::Columns(number) => Fact::Message("hidden-columns", vec![sheet, ("number", number.into())]),
    }
}

const fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Sheet => "sheet",
        Subject::Record => "record",
    }
}

const fn demanded(demand: Demand) -> &'static str {
    match demand {
        Demand::Required => "required",
        Demand::Expected | Demand::AskedFor => "expected",
        Demand::Optional => "optional",
    }
}

impl Broken {
    fn fact(&self) -> Fact<'_> {
        match self {
            Broken::NoValue => Fact::Message("broken-no-value", Vec::new()),
            Broken::NoKey => Fact::Message("broken-no-key", Vec::new()),
            Broken::NoColon => Fact::Message("broken-no-colon", Vec::new()),
            Broken::NoComma(bracket) => Fact::Message("broken-no-comma", vec![("bracket", bracket.to_string().into())]),
            Broken::NoEnd => Fact::Message("broken-no-end", Vec::new()),
            Broken::OpenQuote => Fact::Message("broken-open-quote", Vec::new()),
            Broken::NoStart => Fact::Message("broken-no-start", Vec::new()),
            Broken::Key => Fact::Message("broken-key", Vec::new()),
            Broken::Colon => Fact::Message("broken-colon", Vec::new()),
            Broken::Depth(most) => Fact::Message("broken-depth", vec![("most", (*most).into())]),
            Broken::LongKey(most) => Fact::Message("broken-long-key", vec![("most", (*most).into())]),
            Broken::Tab => Fact::Message("broken-tab", Vec::new()),
            Broken::Full(most) => Fact::Message("broken-full", vec![("most", (*most).into())]),
            Broken::Said(words) => words.as_str().into(),
        }
    }
}

impl Same {
    const fn word(self) -> &'static str {
        match self {
            Same::TitleAndLead => "title",
            Same::Description => "description",
        }
    }
}

impl Reach {
    const fn word(self) -> &'static str {
        match self {
            Reach::Email => "email",
            Reach::Phone => "phone",
        }
    }
}

impl Sign {
    const fn word(self) -> &'static str {
        match self {
            Sign::Named => "named",
            Sign::LabelsOf(_) => "foreign-labels",
            Sign::Conversation => "conversation",
            Sign::Timetable => "timetable",
            Sign::RunningText => "running-text",
            Sign::Glossary => "glossary",
            Sign::Scores => "scores",
            Sign::Listing => "listing",
            Sign::Appeal => "appeal",
            Sign::Guidance => "guidance",
        }
    }
}

impl Expected {
    const fn word(self) -> &'static str {
        match self {
            Expected::Text => "text",
            Expected::Number => "number",
            Expected::Positive => "positive",
            Expected::Year => "year",
            Expected::Flag => "flag",
            Expected::List => "list",
            Expected::Objects(_) => "objects",
            Expected::Object(_) => "object",
            Expected::Slug => "slug",
            Expected::Language => "language",
            Expected::Country => "country",
            Expected::Lines => "lines",
            Expected::Something => "something",
            Expected::NoAlias => "no-alias",
            Expected::LessDepth(_) => "less-depth",
        }
    }
}

impl Found {
    const fn word(&self) -> &'static str {
        match self {
            Found::Nothing => "nothing",
            Found::Text(_) => "text",
            Found::Number(_) => "number",
            Found::Flag(_) => "flag",
            Found::List => "list",
            Found::Object => "object",
        }
    }
}
