//! Findings in English: what is wrong, and what to do about it.

use std::borrow::Cow;

use super::{Diagnostic, Expected, Finding, Found, Personal, Same, Sign, Subject, Unit};
use crate::practice::{Demand, Field, SCHEMA_VERSION};
use crate::source::layout::{Hidden, HiddenPart, Unread};

/// How many of the wordings that were looked for a message names.
const NAMED: usize = 12;
/// How many characters of a value a message quotes.
const QUOTED: usize = 60;

/// What a person is told about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub text: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What stands at the second place.
    pub related: &'static str,
}

impl Message {
    /// The message in English.
    pub fn english(diagnostic: &Diagnostic) -> Self {
        let label = diagnostic.label.as_deref();
        let related = match diagnostic.finding {
            Finding::RepeatedLabel { .. } => "first here",
            Finding::JoinedAcrossPage => "goes on here",
            Finding::RepeatedKey | Finding::DuplicateRecord { .. } | Finding::DuplicateId(_) => "first here",
            Finding::EndBeforeStart { .. } => "starts here",
            _ => "see also here",
        };
        Self { text: text(diagnostic, label), help: help(diagnostic, label), related }
    }
}

/// What people call a field.
pub fn field_name(field: Field) -> Cow<'static, str> {
    match field {
        Field::AsOf => "date of the information".into(),
        Field::Founded => "year of foundation".into(),
        Field::Start => "start date".into(),
        Field::End => "end date".into(),
        Field::Other => "other information".into(),
        field => field.key().replace('_', " ").into(),
    }
}

/// The beginning of a text on one line, for quoting.
pub fn excerpt(text: &str, characters: usize) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(characters) {
        line.truncate(cut);
        line.push('…');
    }
    line
}

/// The same with control characters and overrides of the writing direction escaped, so that a terminal shows and does not obey them.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return text.into();
    }
    let escape = |c: char| if is_unsafe(c) { c.escape_default().to_string() } else { c.to_string() };
    text.chars().map(escape).collect::<String>().into()
}

fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn text(diagnostic: &Diagnostic, label: Option<&str>) -> String {
    let finding = &diagnostic.finding;
    match finding {
        Finding::MissingField { field, .. } => {
            format!("this {} has no {}", subject(diagnostic.subject), field_name(*field))
        }
        Finding::EmptyField { field, .. } => format!("nothing is written under {}", named(label, *field)),
        Finding::MalformedEmail(value) => format!("{} is not an e-mail address", quoted(value)),
        Finding::MalformedUrl(value) => format!("{} is not a web address", quoted(value)),
        Finding::MalformedPhone(value) => format!("{} is not a telephone number", quoted(value)),
        Finding::MalformedYear(value) => format!("{} is not a year", quoted(value)),
        Finding::MalformedDate(value) => format!("{} is not a date", quoted(value)),
        Finding::AmbiguousDate(value) => format!("{} may be more than one date", quoted(value)),
        Finding::UnreadPeriod(value) => format!("{} names no start or end that is sure", quoted(value)),
        Finding::EndBeforeStart { start, end } => format!("the end, {end}, lies before the start, {start}"),
        Finding::FutureDate { date, today } => format!("{date} has not come yet: today is {today}"),
        Finding::TooLong { field, unit, most, found } => {
            format!("{} has {}, and may have {most} at most", named(label, *field), counted(*found, *unit))
        }
        Finding::TooShort { field, unit, least, found } => {
            format!("{} has {}, and should have {least} at least", named(label, *field), counted(*found, *unit))
        }
        Finding::PlaceholderText(words) => format!("{} keeps a place free and says nothing", quoted(words)),
        Finding::LanguageMismatch { expected, found, all: true } => {
            format!("the record says that its language is {}, and its texts are in {}", quoted(expected), quoted(found))
        }
        Finding::LanguageMismatch { expected, found, .. } => {
            format!("this text is in the language {}, and the others are in {}", quoted(found), quoted(expected))
        }
        Finding::LabelInsideLine { field, kept_in } => format!(
            "{} stands in the middle of a line, so what follows was read as part of the {}",
            named(label, *field),
            field_name(*kept_in)
        ),
        Finding::DuplicateRecord { same } => match same {
            Same::TitleAndLead => "this practice has the title and the lead organisation of another".into(),
            Same::Description => "this practice has the description of another, word for word".into(),
        },
        Finding::DuplicateId(id) => format!("the id {} belongs to another record already", quoted(id)),
        Finding::PersonalData { what, value } => match what {
            Personal::Email => format!("{} is an e-mail address", quoted(value)),
            Personal::Phone => format!("{} is a telephone number", quoted(value)),
        },
        Finding::RepeatedLabel { field } => format!("{} stands in this sheet more than once", named(label, *field)),
        Finding::UnknownLabel { .. } => format!("{} is not a known label", label.map_or("this".into(), quoted)),
        Finding::UnassignedText => "this text stands under no label, so it is not in the record".into(),
        Finding::InferredValue { field, value } => {
            format!("{} was taken as the {}, although no label says so", quoted(value), field_name(*field))
        }
        Finding::JoinedAcrossPage => "this text was joined with its continuation on the next page".into(),
        Finding::DecodedAs { encoding } => format!("this file is not UTF-8 and was read as {encoding}"),
        Finding::NotRead { parts } => format!("not read, because it is no text: {}", unread(parts)),
        Finding::HiddenRead { parts } => format!("read, although it is hidden: {}", hidden(parts)),
        Finding::PagesWithoutText { pages } => match &pages[..] {
            [page] => format!("page {page} has no text, as if it were scanned"),
            pages => format!("pages {} have no text, as if they were scanned", enumerated(pages.iter())),
        },
        Finding::BlankTemplate => "this form is blank: no label has a value".into(),
        Finding::LabelsApart => {
            "the labels stand together and the values elsewhere, so nobody can tell which is whose".into()
        }
        Finding::ValuesFirst => {
            "each value stands before its label, so that labels and values do not go together".into()
        }
        Finding::OtherDocument { sign } => other_document(*sign).into(),
        Finding::DoubtfulSheet => {
            "no label here names the practice, and too few tell of it to be sure that this is a good-practice sheet"
                .into()
        }
        Finding::LabelsSideBySide => "labels stand side by side, so nobody can tell which value below is whose".into(),
        Finding::BrokenData { language, what, .. } => format!("this is not valid {language}: {what}"),
        Finding::UnknownKey { .. } => format!("a record has no key {}", label.map_or("of this name".into(), quoted)),
        Finding::RepeatedKey => format!("the key {} stands here a second time", label.map_or("".into(), quoted)),
        Finding::MissingKey { key } => format!("{} lacks the key {}", label.unwrap_or("this record"), quoted(key)),
        Finding::WrongType { expected, found } => {
            format!("{} should be {}, and is {}", label.unwrap_or("this"), wanted(*expected), stands(found))
        }
        Finding::NewerSchema { version } => {
            format!(
                "this record is of version {version} of the schema, and this program knows versions up to {SCHEMA_VERSION}"
            )
        }
        Finding::NoSheet { .. } => "no good-practice sheet found in this file".into(),
    }
}

fn help(diagnostic: &Diagnostic, label: Option<&str>) -> Option<String> {
    Some(match &diagnostic.finding {
        Finding::MissingField { field, demand, label } => missing(diagnostic.subject, *field, *demand, label.as_deref()),
        Finding::EmptyField { field, demand } => empty(diagnostic.subject, *field, *demand),
        Finding::MalformedEmail(_) => "write it as name@example.org".into(),
        Finding::MalformedUrl(_) => "write it as https://www.example.org/page".into(),
        Finding::MalformedPhone(_) => "write it as +39 055 123456".into(),
        Finding::EndBeforeStart { .. } => "correct the one that is wrong; maybe they are in each other’s place".into(),
        Finding::FutureDate { .. } => "correct the date, or hand the sheet in when it has come".into(),
        Finding::TooLong { most, found, unit, .. } => {
            format!("shorten it by {}", counted(found.saturating_sub(*most), *unit))
        }
        Finding::TooShort { least, found, unit, .. } => {
            format!("add {} or more", counted(least.saturating_sub(*found), *unit))
        }
        Finding::PlaceholderText(_) if diagnostic.subject == Subject::Record => {
            "write the value there, or delete the key".into()
        }
        Finding::PlaceholderText(_) => "write the value there, or leave it empty".into(),
        Finding::LanguageMismatch { found, all: true, .. } => format!("if the texts are right, write {}", quoted(found)),
        Finding::LanguageMismatch { expected, .. } => format!("translate it into {}", quoted(expected)),
        Finding::LabelInsideLine { .. } => "if it is meant as a label, begin a new line with it".into(),
        Finding::DuplicateRecord { .. } => "keep the better of the two, or write what tells them apart".into(),
        Finding::DuplicateId(_) => "give one of the two another id".into(),
        Finding::PersonalData { .. } => "delete it, if the record is to be published".into(),
        Finding::MalformedYear(_) => {
            "write four digits, such as 2017; until then the record keeps the text as it stands".into()
        }
        Finding::MalformedDate(_) => {
            "write it as 2021-01-29, 2021-01 or 2021; until then the record keeps the text as it stands".into()
        }
        Finding::AmbiguousDate(_) => {
            "write it as 2021-01-29, with all four digits of the year; until then the record keeps the text as it stands".into()
        }
        Finding::UnreadPeriod(_) => {
            "write a start and an end, such as 2018-10 – 2020-09; until then the text is kept apart under its label".into()
        }
        Finding::RepeatedLabel { field } => format!("put everything about it under one {}", named(label, *field)),
        Finding::UnknownLabel { nearest, kept_in } => unknown(nearest.as_deref(), *kept_in),
        Finding::UnassignedText => "put it under the label that it belongs to".into(),
        Finding::InferredValue { field, .. } => {
            format!("if it is wrong, write the {} under a label of its own", field_name(*field))
        }
        Finding::DecodedAs { .. } => "if accented letters look wrong, save the file as UTF-8".into(),
        Finding::PagesWithoutText { .. } => {
            "recognise the text first (OCR, such as ocrmypdf), or ask for the document that was printed".into()
        }
        Finding::HiddenRead { .. } => "if it should not be read, delete it from the file".into(),
        Finding::NotRead { .. } => "if a value stands in it, write it as text".into(),
        Finding::BlankTemplate => "write something under the labels; nothing was read".into(),
        Finding::BrokenData { read: true, .. } => "mend it; until then it is read as plain text".into(),
        Finding::BrokenData { .. } => "mend it; what stands behind this place was not read".into(),
        Finding::OtherDocument { .. } => "if it is one, write its title under a label; nothing was read".into(),
        Finding::DoubtfulSheet => {
            "if it is one, write its title under a label; else what was read means something else".into()
        }
        Finding::LabelsApart | Finding::LabelsSideBySide | Finding::ValuesFirst => {
            "write each value behind its label or below it; nothing was read, because a wrong value is worse than none"
                .into()
        }
        Finding::UnknownKey { nearest: Some(nearest) } => {
            format!("if {} is meant, write it so; what is yours alone goes under `extra`", quoted(nearest))
        }
        Finding::UnknownKey { nearest: None } => "what is yours alone goes under `extra`".into(),
        Finding::RepeatedKey => "put both values under one key; until then the first counts".into(),
        Finding::MissingKey { key } if *key == Field::Schema.key() => {
            format!("add the line `{key}: {SCHEMA_VERSION}` to it")
        }
        Finding::MissingKey { key } => format!("add a line `{key}: …` to it"),
        Finding::WrongType { expected, found } => example(*expected, found),
        Finding::NewerSchema { .. } => "get a newer version of this program; nothing was read".into(),
        Finding::NoSheet { looked_for } => looked(looked_for)?,
        Finding::JoinedAcrossPage => return None,
    })
}

/// What shows that a document is no sheet.
const fn other_document(sign: Sign) -> &'static str {
    match sign {
        Sign::Named => "this line says that the document is no good-practice sheet",
        Sign::ForeignLabels => {
            "this label and others are those of a document of another kind, not of a good-practice sheet"
        }
        Sign::Conversation => "this is a conversation and no good-practice sheet: who speaks stands before each line",
        Sign::Timetable => "this is a programme and no good-practice sheet: its lines begin with times of the day",
        Sign::RunningText => {
            "this is a running text and no good-practice sheet: sentences go on behind what looks like labels"
        }
        Sign::Glossary => "this is a glossary and no good-practice sheet: its words stand in the order of the alphabet",
    }
}

/// `1 word`, `12 characters`
fn counted(number: usize, unit: Unit) -> String {
    let noun = match unit {
        Unit::Words => "word",
        Unit::Characters => "character",
    };
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// What a key of a record asks for.
fn wanted(expected: Expected) -> Cow<'static, str> {
    match expected {
        Expected::Text => "a text".into(),
        Expected::Number => "a number".into(),
        Expected::Year => "a year".into(),
        Expected::Flag => "`true`, or not there".into(),
        Expected::List => "a list".into(),
        Expected::Objects(_) => "a list of entries with keys".into(),
        Expected::Object(_) => "an entry with keys".into(),
        Expected::Slug => "small letters, digits and hyphens".into(),
        Expected::Language => "the two letters of a language".into(),
        Expected::Country => "the two capital letters of a country".into(),
        Expected::Lines => "the number of a line, or two with a hyphen".into(),
        Expected::Something => "filled in, or not there".into(),
        Expected::NoAlias => "written out".into(),
        Expected::LessDepth(most) => format!("at most {most} levels deep").into(),
    }
}

/// What stands in a record where something else should.
fn stands(found: &Found) -> Cow<'static, str> {
    match found {
        Found::Nothing => "empty".into(),
        Found::Text(words) => format!("the text {}", quoted(words)).into(),
        Found::Number(words) => format!("the number {words}").into(),
        Found::Flag(word) => format!("the word {word} without quotes").into(),
        Found::List => "a list".into(),
        Found::Object => "an entry with keys".into(),
    }
}

/// How to write what is expected.
fn example(expected: Expected, found: &Found) -> String {
    match (expected, found) {
        (Expected::Text, Found::Number(words) | Found::Flag(words)) => format!("put it in quotes: \"{words}\""),
        (Expected::Text, _) => "write it as \"some words\"".into(),
        (Expected::Number, _) => "write digits without quotes, such as 1".into(),
        (Expected::Year, _) => "write four digits without quotes, such as 2017".into(),
        (Expected::Flag, _) => "write true without quotes, or delete the line".into(),
        (Expected::List, _) => "write one item a line, with a hyphen and a space before each".into(),
        (Expected::Objects(key), _) => format!("write each entry as `- {key}: …`"),
        (Expected::Object(key), _) => format!("write `{key}: …` below it, indented by two spaces"),
        (Expected::Slug, _) => "write it as shared-gardens, or delete the line".into(),
        (Expected::Language, _) => "write it as in ISO 639-1, such as it or en".into(),
        (Expected::Country, _) => "write it as in ISO 3166-1, such as IT".into(),
        (Expected::Lines, _) => "write it in quotes, such as \"12-14\"".into(),
        (Expected::Something, _) => "write something there, or delete it".into(),
        (Expected::NoAlias, _) => "write the value itself in place of its name".into(),
        (Expected::LessDepth(_), _) => "take the innermost parts out; they were not read".into(),
    }
}

/// `2 pictures and 1 chart`
fn unread(parts: &[(Unread, u32)]) -> String {
    let named = parts.iter().map(|(part, count)| {
        let (one, several) = part.names();
        format!("{count} {}", if *count == 1 { one } else { several })
    });
    enumerated(named)
}

/// `3 rows of the sheet “Archive”`
fn hidden(parts: &[Hidden]) -> String {
    let several = |count: u32, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let named = parts.iter().map(|hidden| match hidden.part {
        HiddenPart::Sheet => format!("the sheet “{}”", hidden.sheet),
        HiddenPart::Rows(count) => format!("{} of the sheet “{}”", several(count, "row"), hidden.sheet),
        HiddenPart::Columns(count) => format!("{} of the sheet “{}”", several(count, "column"), hidden.sheet),
    });
    enumerated(named)
}

/// The first of some things, with commas.
fn enumerated(things: impl ExactSizeIterator<Item: ToString>) -> String {
    let more = things.len().saturating_sub(NAMED);
    let named: Vec<String> = things.take(NAMED).map(|thing| thing.to_string()).collect();
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    named.join(", ") + &more
}

const fn subject(subject: Subject) -> &'static str {
    match subject {
        Subject::Sheet => "sheet",
        Subject::Record => "record",
    }
}

fn missing(subject: Subject, field: Field, demand: Demand, label: Option<&str>) -> String {
    let name = field_name(field);
    let what = match label {
        Some(label) if subject == Subject::Record => {
            format!("add the key `{label}:` to the record, with the {name} behind it")
        }
        Some(label) => format!("add {} to the sheet and write the {name} there", quoted(label)),
        None => format!("add the {name} to the sheet"),
    };
    if demand == Demand::Required { format!("{what}; a record is not valid without") } else { what }
}

fn empty(subject: Subject, field: Field, demand: Demand) -> String {
    let what = format!("write the {} there", field_name(field));
    match demand {
        Demand::Required => format!("{what}; a record is not valid without"),
        Demand::Expected | Demand::AskedFor => what,
        Demand::Optional if subject == Subject::Record => format!("{what}, or delete the key"),
        Demand::Optional => format!("{what}, or delete the label"),
    }
}

fn unknown(nearest: Option<&str>, kept_in: Field) -> String {
    let kept = match kept_in {
        Field::Unmapped => "as it stands, its text is kept apart from the known fields".to_owned(),
        field => format!("as it stands, its text is part of the {}", field_name(field)),
    };
    match nearest {
        Some(nearest) => format!("if {} is meant, write it so; {kept}", quoted(nearest)),
        None => format!("use one of the labels of the form; {kept}"),
    }
}

fn looked(looked_for: &[String]) -> Option<String> {
    let named: Vec<String> = looked_for.iter().take(NAMED).map(|wording| quoted(wording)).collect();
    let more = match looked_for.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    (!named.is_empty()).then(|| format!("looked for {}{more}", named.join(", ")))
}

/// The label as the sheet writes it, else what people call the field.
fn named(label: Option<&str>, field: Field) -> String {
    label.map_or_else(|| format!("the {}", field_name(field)), quoted)
}

fn quoted(text: &str) -> String {
    format!("“{}”", excerpt(text, QUOTED))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn missing_targets() -> Finding {
        Finding::MissingField {
            field: Field::TargetGroups,
            demand: Demand::Expected,
            label: Some("Gruppi target".into()),
        }
    }

    #[test]
    fn a_missing_field_is_told_by_its_name_and_the_label_to_write() {
        let message = Message::english(&Diagnostic::at(missing_targets(), Span::new(0, 4)));
        assert_eq!(message.text, "this sheet has no target groups");
        assert_eq!(message.help.unwrap(), "add “Gruppi target” to the sheet and write the target groups there");
    }

    #[test]
    fn a_required_field_says_that_the_record_is_not_valid() {
        let finding = Finding::EmptyField { field: Field::Title, demand: Demand::Required };
        let message = Message::english(&Diagnostic::at(finding, Span::new(0, 4)).labelled("Nome della rete"));
        assert_eq!(message.text, "nothing is written under “Nome della rete”");
        assert_eq!(message.help.unwrap(), "write the title there; a record is not valid without");
    }

    #[test]
    fn long_values_are_quoted_by_their_beginning() {
        let message = Message::english(&Diagnostic::whole(Finding::MalformedDate("così ".repeat(100))));
        assert!(message.text.ends_with("…” is not a date"), "{}", message.text);
        assert!(message.text.chars().count() < 90);
    }

    #[test]
    fn no_sheet_says_what_was_looked_for() {
        let looked_for = (0..14).map(|number| format!("Start {number}")).collect();
        let help = Message::english(&Diagnostic::whole(Finding::NoSheet { looked_for })).help.unwrap();
        assert!(help.starts_with("looked for “Start 0”, “Start 1”"), "{help}");
        assert!(help.ends_with("“Start 11” and 2 more"), "{help}");
        assert_eq!(Message::english(&Diagnostic::whole(Finding::NoSheet { looked_for: vec![] })).help, None);
    }

    fn one_of_each() -> Vec<Finding> {
        let (field, demand, text) = (Field::LeadOrganisation, Demand::AskedFor, || String::from("x"));
        vec![
            Finding::MissingField { field, demand, label: None },
            Finding::EmptyField { field, demand },
            Finding::MalformedEmail(text()),
            Finding::MalformedUrl(text()),
            Finding::MalformedPhone(text()),
            Finding::MalformedYear(text()),
            Finding::MalformedDate(text()),
            Finding::AmbiguousDate(text()),
            Finding::UnreadPeriod(text()),
            Finding::EndBeforeStart { start: text(), end: text() },
            Finding::FutureDate { date: text(), today: text() },
            Finding::TooLong { field, unit: Unit::Words, most: 2, found: 3 },
            Finding::TooShort { field, unit: Unit::Characters, least: 3, found: 2 },
            Finding::PlaceholderText(text()),
            Finding::LanguageMismatch { expected: text(), found: text(), all: false },
            Finding::DuplicateRecord { same: Same::Description },
            Finding::DuplicateId(text()),
            Finding::PersonalData { what: Personal::Phone, value: text() },
            Finding::RepeatedLabel { field },
            Finding::UnknownLabel { nearest: None, kept_in: field },
            Finding::LabelInsideLine { field, kept_in: Field::Description },
            Finding::UnassignedText,
            Finding::InferredValue { field, value: text() },
            Finding::JoinedAcrossPage,
            Finding::DecodedAs { encoding: "Windows-1252" },
            Finding::NotRead { parts: vec![(Unread::Picture, 2), (Unread::Chart, 1)] },
            Finding::HiddenRead { parts: vec![Hidden { sheet: "x".into(), part: HiddenPart::Rows(3) }] },
            Finding::PagesWithoutText { pages: vec![1, 4] },
            Finding::BlankTemplate,
            Finding::LabelsApart,
            Finding::LabelsSideBySide,
            Finding::ValuesFirst,
            Finding::OtherDocument { sign: Sign::Named },
            Finding::DoubtfulSheet,
            Finding::BrokenData { language: "JSON", what: text(), read: false },
            Finding::UnknownKey { nearest: Some(text()) },
            Finding::RepeatedKey,
            Finding::WrongType { expected: Expected::Text, found: Found::Number(text()) },
            Finding::NewerSchema { version: 2 },
            Finding::NoSheet { looked_for: vec![text()] },
        ]
    }

    #[test]
    fn every_finding_is_told_in_words_of_people() {
        let codes: Vec<_> = one_of_each().iter().map(Finding::code).collect();
        assert_eq!(codes, super::super::Code::ALL);
        for finding in one_of_each() {
            let Message { text, help, .. } = Message::english(&Diagnostic::whole(finding));
            let all = text + &help.unwrap_or_default();
            assert!(!all.contains(['_', '{']) && !all.ends_with('.'), "{all}");
        }
    }

    #[test]
    fn escapes_of_terminals_are_made_visible() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(visible("città.txt"), "città.txt");
        assert_eq!(visible("a\u{202e}b"), "a\\u{202e}b");
    }
}
