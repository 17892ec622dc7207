//! YAML files to checked schemas.

use super::contact_words::ContactWords;
use super::countries::Countries;
use super::document_kind::DocumentKind;
use super::files::{Entries, Word};
use super::fold::{first_word, fold};
use super::meanings::{Meanings, keys};
use super::model::{DateWord, Label, Leads, List, Part, Place, Schemas, Template, Text};
use super::nearest::nearest;
use super::packed::Words;
use super::reader::{self, Fault, meant};
use super::table::Table;
use super::tree::Spot;
use super::vocabulary::by_language;
use crate::practice::{Field, Kind};
use crate::source::Span;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A file of schemas with its name.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// The name that errors show.
    pub name: &'a str,
    /// The YAML text.
    pub text: &'a str,
}

/// A mistake in a file of schemas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaError {
    /// The file.
    pub file: String,
    /// Line, from 1; 0 where the mistake has no place.
    pub line: u64,
    /// Column in characters, from 1; 0 where the mistake has no place.
    pub column: u64,
    /// The bytes of the file's text that it is about.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// A second place in the same file, and what stands there.
    pub related: Option<(Span, String)>,
}

impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl std::error::Error for SchemaError {}

impl SchemaError {
    /// A fault of a file.
    pub(crate) fn of(file: File<'_>, fault: Fault) -> Self {
        let related = fault.related.map(|(at, text)| (at.span, text));
        Self { help: fault.help, related, ..Self::at(file, fault.at, fault.message) }
    }

    /// A mistake at a place, without more to say about it.
    pub(crate) fn at(file: File<'_>, at: Spot, message: String) -> Self {
        Self {
            file: file.name.to_owned(),
            line: at.line.into(),
            column: at.column.into(),
            span: at.span,
            message,
            help: None,
            related: None,
        }
    }
}

/// Reads the vocabulary and the templates.
///
/// # Errors
/// Every mistake of every file: YAML that does not parse, an unknown key or field, a wording claimed twice in one scope, a
/// pattern that is no regular expression.
pub fn load(vocabulary: File<'_>, templates: &[File<'_>]) -> Result<Schemas, Vec<SchemaError>> {
    let mut loader = Loader::default();
    loader.begin(vocabulary);
    let languages = loader.languages(vocabulary);
    let templates: Vec<Template> = templates.iter().filter_map(|file| loader.template(*file)).collect();
    loader.finish()?;
    let mut meanings = Meanings::default();
    for (at, template) in (0..).zip(&templates) {
        meanings.template(at, template, &loader, usize::from(at));
        if template.generic {
            meanings.credits(&languages, at);
            meanings.headings(&loader.shared_headings, at);
        }
    }
    meanings.languages(&languages);
    let is_small = |word: &str| {
        loader.articles.contains(word) || loader.function_words.iter().flatten().any(|small| small == word)
    };
    Ok(Schemas {
        keys: Table::build(keys(&templates, &is_small)),
        chrome: Table::of_words(std::mem::take(&mut loader.chrome)),
        instruction_heads: Table::of_words(loader.instructions.iter().map(first_word)),
        instructions: Table::of_words(loader.instructions),
        notices: std::mem::take(&mut loader.notices).into_iter().collect(),
        placeholder_heads: Table::of_words(loader.placeholders.iter().map(first_word)),
        placeholders: Table::of_words(loader.placeholders),
        fillers: std::mem::take(&mut loader.fillers).into_iter().collect(),
        joiners: Table::of_words(loader.joiners),
        interrogatives: Table::of_words(loader.interrogatives),
        remarks: Table::of_words(loader.remarks),
        control_heads: Table::of_words(loader.controls.iter().map(first_word)),
        controls: Table::of_words(loader.controls),
        counts: Table::of_words(loader.counts),
        other_documents: Table::of_words(loader.other_documents),
        foreign_labels: Table::build(
            loader.foreign_labels.into_iter().map(|(word, kinds)| (word, kinds.into_iter().collect())).collect(),
        ),
        mailboxes: Table::of_words(loader.mailboxes),
        mail_headers: Table::of_words(loader.mail_headers),
        closings: Table::of_words(loader.closings),
        scopes: Table::of_words(loader.scopes),
        sections: Table::of_words(loader.sections),
        wordings: meanings.table(),
        files: std::mem::take(&mut loader.files).into_iter().collect(),
        subjects: Table::of_words(loader.subjects),
        modifiers: Table::of_words(loader.modifiers),
        questions: Table::build(loader.questions.into_iter().map(|(stem, asked)| (stem, Cow::Owned(asked))).collect()),
        articles: Table::of_words(loader.articles),
        endings: Table::of_words(loader.endings),
        ending_letters: std::mem::take(&mut loader.ending_letters).into_iter().collect(),
        function_words: Table::build(by_language(&loader.function_words)),
        rubric_words: Table::build(by_language(&loader.rubric_words)),
        date_words: Table::build(loader.date_words.into_iter().map(|(word, kinds)| (word, kinds.into())).collect()),
        leads: Table::build(loader.leads),
        lead_places: Table::of_words(loader.lead_places),
        contact_words: ContactWords::of(&languages, &templates),
        countries: Countries::default(),
        languages: Cow::Owned(languages),
        templates: Cow::Owned(templates),
    })
}

/// The key of labels whose value holds a start and an end.
pub(super) const PERIOD: &str = "period";

/// What the loading of all files gathers.
#[derive(Default)]
pub(super) struct Loader {
    pub(super) errors: Vec<SchemaError>,
    /// The names of the files.
    pub(super) files: Vec<String>,
    /// The names of the templates.
    pub(super) names: Vec<String>,
    /// The keys of the file at hand under which something could not be read.
    unread: Vec<String>,
    /// The labels of the shared vocabulary.
    pub(super) shared: Vec<LabelFile>,
    /// The folded headings of the shared vocabulary.
    pub(super) shared_headings: Vec<String>,
    /// By template: folded headings.
    pub(super) headings: Vec<Vec<String>>,
    /// By template: folded starts, and whether each is a label.
    pub(super) starts: Vec<Vec<(String, bool)>>,
    /// By language.
    pub(super) function_words: Vec<Vec<String>>,
    /// By language.
    pub(super) rubric_words: Vec<Vec<String>>,
    pub(super) articles: BTreeSet<String>,
    pub(super) endings: BTreeSet<String>,
    pub(super) ending_letters: BTreeSet<String>,
    pub(super) chrome: BTreeSet<String>,
    pub(super) modifiers: BTreeSet<String>,
    pub(super) instructions: BTreeSet<String>,
    pub(super) notices: BTreeSet<String>,
    pub(super) placeholders: BTreeSet<String>,
    pub(super) fillers: BTreeSet<String>,
    pub(super) joiners: BTreeSet<String>,
    pub(super) interrogatives: BTreeSet<String>,
    pub(super) remarks: BTreeSet<String>,
    pub(super) controls: BTreeSet<String>,
    pub(super) counts: BTreeSet<String>,
    pub(super) other_documents: BTreeSet<String>,
    pub(super) foreign_labels: BTreeMap<String, BTreeSet<DocumentKind>>,
    pub(super) mailboxes: BTreeSet<String>,
    pub(super) subjects: BTreeSet<String>,
    pub(super) mail_headers: BTreeSet<String>,
    pub(super) closings: BTreeSet<String>,
    pub(super) scopes: BTreeSet<String>,
    pub(super) sections: BTreeSet<String>,
    pub(super) lead_places: BTreeSet<String>,
    pub(super) questions: BTreeMap<String, Vec<Text>>,
    pub(super) date_words: BTreeMap<String, Vec<DateWord>>,
    pub(super) leads: BTreeMap<String, Leads>,
}

impl Loader {
    /// Notes that what follows is about this file.
    pub(super) fn begin(&mut self, file: File<'_>) {
        self.files.push(file.name.to_owned());
    }

    /// The mistakes, if there are any, in the order of their places.
    pub(super) fn finish(&mut self) -> Result<(), Vec<SchemaError>> {
        let mut errors = std::mem::take(&mut self.errors);
        let file = |error: &SchemaError| self.files.iter().position(|file| *file == error.file);
        errors.sort_by_key(|error| (file(error), error.line, error.column));
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    pub(super) fn wordings(&mut self, file: File<'_>, entries: Entries<Vec<Word>>) -> Vec<(Target, Vec<Word>)> {
        let known = |(key, words): (Word, Vec<Word>)| Some((self.target(file, &key)?, words));
        entries.0.into_iter().filter_map(known).collect()
    }

    /// What a label may open: a field, or a period.
    pub(super) fn target(&mut self, file: File<'_>, word: &Word) -> Option<Target> {
        if word.value == Field::Unmapped.key() {
            return Some(Target { field: Field::Unmapped, period: false });
        }
        if word.value == PERIOD {
            return Some(Target { field: Field::Start, period: true });
        }
        Some(Target { field: self.field(file, word)?, period: false })
    }

    pub(super) fn fields(&mut self, file: File<'_>, words: &[Word]) -> List<Field> {
        words.iter().filter_map(|word| self.field(file, word)).collect()
    }

    /// The field of this key, if a label may open it.
    pub(super) fn field(&mut self, file: File<'_>, word: &Word) -> Option<Field> {
        let field = Field::of_label(&word.value);
        if field.is_none() {
            let known = Field::ALL.iter().filter(|field| field.kind() != Kind::Meta).map(|field| field.key());
            match self.named_field(&word.value) {
                Some(field) => {
                    let help = format!("if `{field}` is meant, write it so");
                    self.explain(file, word.at, format!("unknown field `{}`", word.value), Some(help), None);
                }
                None => self.unknown(file, word, "field", known.chain([PERIOD, Field::Unmapped.key()])),
            }
        }
        field
    }

    /// The field that the vocabulary has for these words.
    fn named_field(&self, words: &str) -> Option<Field> {
        let folded = fold(&words.replace('_', " "));
        self.shared.iter().find(|shared| fold(&shared.wording) == folded).map(|shared| shared.label.field)
    }

    /// Reports a word that nobody knows, with the nearest one that is known.
    pub(super) fn unknown<'k>(
        &mut self,
        file: File<'_>,
        word: &Word,
        what: &str,
        known: impl Iterator<Item = &'k str>,
    ) {
        let known: Vec<&str> = known.collect();
        let help = meant(nearest(&word.value, known.iter().copied()), &known);
        self.explain(file, word.at, format!("unknown {what} `{}`", word.value), Some(help), None);
    }

    /// Notes that `word` belongs to `owner`; it may not belong to two.
    pub(super) fn claim(&mut self, file: File<'_>, word: &Word, owner: &str, claimed: &mut Claimed) {
        let folded = fold(&word.value);
        if folded.is_empty() {
            self.report(file, word, format!("a label of {owner} without words"));
        } else if let Some((other, first)) = claimed.0.get(&folded).filter(|other| other.0 != owner) {
            let message = format!("the wording `{}` of {owner} belongs to {other} already", word.value);
            let related = (*first, format!("of {other}"));
            self.explain(file, word.at, message, Some(CLAIMED.to_owned()), Some(related));
        } else {
            claimed.0.entry(folded).or_insert_with(|| (owner.to_owned(), word.at));
        }
    }

    pub(super) fn parse<T: serde::de::DeserializeOwned>(&mut self, file: File<'_>) -> Option<T> {
        let (parsed, faults) = reader::read(file.text);
        self.unread = faults.iter().map(|fault| fault.under.clone()).collect();
        self.errors.extend(faults.into_iter().map(|fault| SchemaError::of(file, fault)));
        parsed
    }

    /// Whether something of this key may be among what could not be read.
    pub(super) fn may_hide(&self, key: &str) -> bool {
        self.unread.iter().any(|unread| nearest(unread, std::iter::once(key)).is_some())
    }

    /// Where a word of the file at hand stands.
    pub(super) fn place(&self, word: &Word) -> Place {
        Place { file: (self.files.len().max(1) - 1) as u16, line: word.at.line, column: word.at.column }
    }

    pub(super) fn report(&mut self, file: File<'_>, word: &Word, message: String) {
        self.explain(file, word.at, message, None, None);
    }

    pub(super) fn explain(
        &mut self,
        file: File<'_>,
        at: Spot,
        message: String,
        help: Option<String>,
        related: Option<(Spot, String)>,
    ) {
        self.errors.push(SchemaError::of(file, Fault { at, message, help, related, under: String::new() }));
    }
}

const CLAIMED: &str = "the same words cannot mean two things; keep them in one place";

/// Reads the YAML of a file that must be without a fault.
pub(super) fn parse<T: serde::de::DeserializeOwned>(file: File<'_>) -> Result<T, Vec<SchemaError>> {
    let (parsed, faults) = reader::read(file.text);
    let errors: Vec<SchemaError> =
        faults.into_iter().map(|fault| SchemaError::at(file, fault.at, fault.message)).collect();
    parsed.filter(|_| errors.is_empty()).ok_or(errors)
}

/// Folded wordings with what they belong to, in one scope.
#[derive(Default)]
pub(super) struct Claimed(BTreeMap<String, (String, Spot)>);

impl Claimed {
    /// Whether a wording belongs to anything.
    pub(super) fn has(&self, wording: &str) -> bool {
        self.0.contains_key(&fold(wording))
    }
}

/// What a label opens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Target {
    pub field: Field,
    pub period: bool,
}

impl Target {
    pub(super) fn name(self) -> String {
        format!("`{}`", if self.period { PERIOD } else { self.field.key() })
    }
}

/// A wording of a file with what it opens.
#[derive(Debug, Clone)]
pub(super) struct LabelFile {
    pub(super) label: Label,
    pub(super) wording: String,
    pub(super) place: Place,
}

pub(super) fn label(target: Target, covers: &[Field], wording: &str, place: Place) -> LabelFile {
    let capitals = !wording.chars().any(char::is_lowercase);
    let covers = Cow::Owned(covers.to_vec());
    let label = Label { field: target.field, period: target.period, covers, capitals, telling: false };
    LabelFile { label, wording: wording.to_owned(), place }
}

pub(super) fn texts(words: Vec<String>) -> Words {
    words.into_iter().collect()
}

pub(super) fn folded(words: &[String]) -> Words {
    words.iter().map(|word| fold(word)).collect()
}

pub(super) const PARTS: [(&str, Part); 6] = [
    ("name", Part::Name),
    ("role", Part::Role),
    ("organisation", Part::Organisation),
    ("email", Part::Email),
    ("phone", Part::Phone),
    ("note", Part::Note),
];

pub(super) fn part(key: &str) -> Option<Part> {
    PARTS.iter().find(|part| part.0 == key).map(|part| part.1)
}
