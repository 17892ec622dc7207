//! Findings in words: what is wrong, and what to do about it. The sentences stand in `locales/`.

use std::borrow::Cow;

use super::Diagnostic;
use crate::locale::Locale;

/// What a person is told about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub text: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What stands at the second place.
    pub related: String,
}

impl Message {
    /// The message about a finding in a language.
    pub fn new(diagnostic: &Diagnostic, locale: Locale) -> Self {
        let (message, facts) = (diagnostic.finding.message(), diagnostic.facts());
        Self {
            text: locale.say(message, &facts),
            help: locale.say_part(message, "help", &facts),
            related: locale.say_part(message, "related", &facts).unwrap_or_else(|| locale.say("see-also", &[])),
        }
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

/// Whether a terminal or browser obeys a character instead of showing it.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Broken, Expected, Finding, Found, Same, Sign, Subject, Unit};
    use crate::practice::contacts::Reach;
    use crate::practice::{Demand, Field};
    use crate::schemas::DocumentKind;
    use crate::source::Span;
    use crate::source::layout::{Hidden, HiddenPart, Unread};

    fn english(diagnostic: &Diagnostic) -> Message {
        Message::new(diagnostic, Locale::default())
    }

    fn missing_targets() -> Finding {
        Finding::MissingField {
            field: Field::TargetGroups,
            demand: Demand::Expected,
            label: Some("Gruppi target".into()),
        }
    }

    #[test]
    fn a_missing_field_is_told_by_its_name_and_the_label_to_write() {
        let message = english(&Diagnostic::at(missing_targets(), Span::new(0, 4)));
        assert_eq!(message.text, "this sheet has no target groups");
        assert_eq!(message.help.unwrap(), "add “Gruppi target” to the sheet and write the target groups there");
    }

    #[test]
    fn a_required_field_says_that_the_record_is_not_valid() {
        let finding = Finding::EmptyField { field: Field::Title, demand: Demand::Required };
        let message = english(&Diagnostic::at(finding, Span::new(0, 4)).labelled("Nome della rete"));
        assert_eq!(message.text, "nothing is written under “Nome della rete”");
        assert_eq!(message.help.unwrap(), "write the title there; a record is not valid without");
    }

    #[test]
    fn long_values_are_quoted_by_their_beginning() {
        let message = english(&Diagnostic::whole(Finding::MalformedDate("così ".repeat(100))));
        assert!(message.text.ends_with("…” is not a date"), "{}", message.text);
        assert!(message.text.chars().count() < 90);
    }

    #[test]
    fn no_sheet_says_what_was_looked_for() {
        let looked_for = (0..14).map(|number| format!("Start {number}")).collect();
        let help = english(&Diagnostic::whole(Finding::NoSheet { looked_for })).help.unwrap();
        assert!(help.starts_with("looked for “Start 0”, “Start 1”"), "{help}");
        assert!(help.ends_with("“Start 11” and 2 more"), "{help}");
        assert_eq!(english(&Diagnostic::whole(Finding::NoSheet { looked_for: vec![] })).help, None);
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
            Finding::PersonalData { what: Reach::Phone, value: text() },
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
            Finding::BrokenData { language: "JSON", what: Broken::Said(text()), read: false },
            Finding::UnknownKey { nearest: Some(text()) },
            Finding::RepeatedKey,
            Finding::WrongType { expected: Expected::Text, found: Found::Number(text()) },
            Finding::NewerSchema { version: "2".into() },
            Finding::NoSheet { looked_for: vec![text()] },
        ]
    }

    /// Other facts for the same codes: whatever a message chooses by.
    fn variants() -> Vec<Finding> {
        use Expected::*;
        let text = || String::from("x");
        let expected = [
            Text,
            Number,
            Positive,
            Year,
            Flag,
            List,
            Objects("name"),
            Object("name"),
            Slug,
            Language,
            Country,
            Lines,
            Something,
            NoAlias,
            LessDepth(9),
        ];
        let found = [
            Found::Nothing,
            Found::Text(text()),
            Found::Number(text()),
            Found::Flag(text()),
            Found::List,
            Found::Object,
        ];
        let types =
            expected.into_iter().flat_map(|expected| found.clone().map(|found| Finding::WrongType { expected, found }));
        let signs = [
            Sign::Named,
            Sign::Conversation,
            Sign::Timetable,
            Sign::RunningText,
            Sign::Glossary,
            Sign::Scores,
            Sign::Listing,
            Sign::Appeal,
            Sign::Guidance,
        ];
        let kinds = DocumentKind::ALL.into_iter().map(Sign::LabelsOf);
        let signs = signs.into_iter().chain(kinds).map(|sign| Finding::OtherDocument { sign });
        let demands =
            [Demand::Required, Demand::Expected, Demand::AskedFor, Demand::Optional].into_iter().flat_map(|demand| {
                let field = Field::Title;
                let missing = |label| Finding::MissingField { field, demand, label };
                [missing(None), missing(Some("Titolo".into())), Finding::EmptyField { field, demand }]
            });
        let parts = [Unread::Picture, Unread::Chart, Unread::Object, Unread::HiddenText, Unread::Placeholder];
        let parts = parts.into_iter().flat_map(|part| [(part, 1), (part, 2)]).collect();
        let hidden = [HiddenPart::Sheet, HiddenPart::Rows(1), HiddenPart::Columns(1), HiddenPart::Columns(2)];
        let hidden = hidden.into_iter().map(|part| Hidden { sheet: "x".into(), part }).collect();
        let others = [
            Finding::MissingKey { key: "schema" },
            Finding::MissingKey { key: "name" },
            Finding::LanguageMismatch { expected: text(), found: text(), all: true },
            Finding::DuplicateRecord { same: Same::TitleAndLead },
            Finding::PersonalData { what: Reach::Email, value: text() },
            Finding::UnknownLabel { nearest: Some(text()), kept_in: Field::Unmapped },
            Finding::UnknownKey { nearest: None },
            Finding::NotRead { parts },
            Finding::HiddenRead { parts: hidden },
            Finding::PagesWithoutText { pages: vec![1] },
            Finding::NoSheet { looked_for: Vec::new() },
        ];
        let broken = [
            Broken::NoValue,
            Broken::NoKey,
            Broken::NoColon,
            Broken::NoComma(']'),
            Broken::NoEnd,
            Broken::OpenQuote,
            Broken::NoStart,
            Broken::Key,
            Broken::Colon,
            Broken::Depth(9),
            Broken::LongKey(9),
            Broken::Tab,
            Broken::Full(9),
        ];
        let broken = broken.map(|what| Finding::BrokenData { language: "YAML", what, read: true });
        types.chain(signs).chain(demands).chain(broken).chain(others).collect()
    }

    /// Every finding about a sheet and about a record, with a label and without.
    fn diagnostics() -> impl Iterator<Item = Diagnostic> {
        one_of_each().into_iter().chain(variants()).flat_map(|finding| {
            let plain = Diagnostic::whole(finding);
            let labelled = plain.clone().labelled("Titolo");
            let record = Diagnostic { subject: Subject::Record, ..labelled.clone() };
            [plain, labelled, record]
        })
    }

    #[test]
    fn every_finding_is_told_in_words_of_people() {
        let codes: Vec<_> = one_of_each().iter().map(Finding::code).collect();
        assert_eq!(codes, super::super::Code::ALL);
        for (locale, diagnostic) in Locale::all().flat_map(|locale| diagnostics().map(move |it| (locale, it))) {
            let Message { text, help, related } = Message::new(&diagnostic, locale);
            let has_help = !matches!(&diagnostic.finding, Finding::JoinedAcrossPage)
                && !matches!(&diagnostic.finding, Finding::NoSheet { looked_for } if looked_for.is_empty());
            assert_eq!(help.is_some(), has_help, "{text}");
            assert_ne!(text, diagnostic.finding.message());
            for told in [text, help.unwrap_or_default(), related] {
                let said = format!("{} in {}: {told}", diagnostic.finding.message(), locale.code());
                assert!(!told.contains(['_', '{', '$', '\u{2068}', '\u{2069}']) && !told.ends_with('.'), "{said}");
                assert!(
                    !told.contains("  ") && !told.contains(" ,") && !told.contains(" ;") && told == told.trim(),
                    "{said}"
                );
                assert!(!told.contains("«»") && !told.contains("“”"), "{said}");
            }
        }
    }

    #[test]
    fn escapes_of_terminals_are_made_visible() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(visible("città.txt"), "città.txt");
        assert_eq!(visible("a\u{202e}b"), "a\\u{202e}b");
    }
}
