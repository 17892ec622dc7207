//! YAML files to checked schemas.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::countries::Countries;
use super::files::{DatesFile, Entries, JointFile, LanguageFile, StartFile, TemplateFile, VocabularyFile, Word};
use super::fold::{fold, fold_words};
use super::model::{
    Constant, DateWord, EVERYWHERE, Fact, Label, Language, List, Meaning, Part, Passage, People, Role, Schemas, Scheme,
    Template, Text, Wordings,
};
use super::table::Table;
use crate::practice::{Field, Kind};

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
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for SchemaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

impl std::error::Error for SchemaError {}

/// Reads the vocabulary and the templates.
///
/// # Errors
/// Every mistake of every file: YAML that does not parse, an unknown key or field, a wording claimed twice in one scope, a
/// pattern that is no regular expression.
pub fn load(vocabulary: File<'_>, templates: &[File<'_>]) -> Result<Schemas, Vec<SchemaError>> {
    let mut loader = Loader::default();
    let languages = loader.languages(vocabulary);
    let templates: Vec<Template> = templates.iter().filter_map(|file| loader.template(*file, &languages)).collect();
    loader.no_name_twice(&templates);
    if !loader.errors.is_empty() {
        return Err(loader.errors);
    }
    Ok(Schemas {
        wordings: Table::build(wordings(&languages, &templates, &loader.headings, &loader.starts)),
        articles: Table::build(loader.articles.into_iter().map(|article| (article, ())).collect()),
        function_words: Table::build(function_words(&loader.function_words)),
        date_words: Table::build(loader.date_words.into_iter().map(|(word, kinds)| (word, kinds.into())).collect()),
        countries: Countries::default(),
        languages: Cow::Owned(languages),
        templates: Cow::Owned(templates),
    })
}

/// The key of labels whose value holds a start and an end.
const PERIOD: &str = "period";

/// What the loading of all files gathers.
#[derive(Default)]
struct Loader {
    errors: Vec<SchemaError>,
    /// By template: folded headings.
    headings: Vec<Vec<String>>,
    /// By template: folded starts, and whether each is a label.
    starts: Vec<Vec<(String, bool)>>,
    /// By language.
    function_words: Vec<Vec<String>>,
    articles: BTreeSet<String>,
    date_words: BTreeMap<String, Vec<DateWord>>,
}

impl Loader {
    fn languages(&mut self, file: File<'_>) -> Vec<Language> {
        let Some(Entries(languages)) = self.parse::<VocabularyFile>(file) else { return Vec::new() };
        let mut claimed = Claimed::default();
        languages.into_iter().map(|(code, language)| self.language(file, code, language, &mut claimed)).collect()
    }

    fn language(&mut self, file: File<'_>, code: Word, language: LanguageFile, claimed: &mut Claimed) -> Language {
        if language.months.len() != 12 {
            self.report(file, &code, format!("`months` of `{}` lists {}, not 12", code.value, language.months.len()));
        }
        self.articles.extend(language.articles.iter().map(|article| fold(article).trim_end_matches('\'').to_owned()));
        self.function_words.push(language.function_words.iter().map(|word| fold(word)).collect());
        let day_first = language.dates.day_first;
        self.date_words(language.dates);
        let labels = self.wordings(file, language.labels);
        for wordings in &labels {
            for word in &wordings.1 {
                self.claim(file, word, &wordings.0.name(), claimed);
            }
        }
        let credits = self.wordings(file, language.credits);
        Language {
            labels: plain_wordings(labels),
            credits: plain_wordings(credits),
            people: self.people(file, &code, language.people),
            web: language.web.into_iter().map(|word| Cow::Owned(word.value)).collect(),
            months: language.months.into_iter().map(|names| folded(&names)).collect(),
            day_first,
            lead_markers: folded(&language.lead_markers),
            definitions: texts(language.definitions),
            yes: folded(&language.yes),
            page: language.page.0.into_iter().map(|(key, word)| (Cow::Owned(key.value), Cow::Owned(word))).collect(),
            code: Cow::Owned(code.value),
        }
    }

    fn date_words(&mut self, dates: DatesFile) {
        let DatesFile { day_first: _, from, to, between, and, ongoing, beside, weekdays } = dates;
        for (kind, words) in [
            (DateWord::From, from),
            (DateWord::To, to),
            (DateWord::Between, between),
            (DateWord::And, and),
            (DateWord::Ongoing, ongoing),
            (DateWord::Beside, beside),
            (DateWord::Weekday, weekdays),
        ] {
            for word in words {
                let kinds = self.date_words.entry(fold_words(&word)).or_default();
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
    }

    fn people(&mut self, file: File<'_>, place: &Word, people: super::files::PeopleFile) -> People {
        let mut parts = Vec::new();
        for (key, words) in people.parts.0 {
            match part(&key.value) {
                Some(part) => parts.push((part, texts(words))),
                None => {
                    self.report(file, &key, format!("unknown part of a contact `{}` in `{}`", key.value, place.value))
                }
            }
        }
        People {
            parts: Cow::Owned(parts),
            and: texts(people.and),
            as_role: texts(people.as_role),
            roles: texts(people.roles),
            organisations: texts(people.organisations),
            particles: texts(people.particles),
        }
    }

    fn template(&mut self, file: File<'_>, languages: &[Language]) -> Option<Template> {
        let parsed: TemplateFile = self.parse(file)?;
        let labels = self.labels(file, parsed.labels, parsed.joint, parsed.shared_vocabulary.then_some(languages));
        let starts = self.starts(file, parsed.starts);
        self.headings.push(parsed.headings.iter().map(|word| fold(&word.value)).collect());
        Some(Template {
            name: Cow::Owned(parsed.name.value),
            title: Cow::Owned(parsed.title),
            generic: parsed.shared_vocabulary,
            labels: Cow::Owned(labels),
            starts: texts(starts),
            ends: folded(&parsed.ends),
            furniture: passages(&parsed.furniture),
            boilerplate: passages(&parsed.boilerplate),
            collection: self.constants(file, parsed.collection),
            identifiers: self.schemes(file, parsed.identifiers),
            requires: self.fields(file, &parsed.requires),
            asks_for: self.fields(file, &parsed.asks_for),
        })
    }

    /// The labels of a template: its own, its joint ones, and those of the vocabulary where it shares them.
    fn labels(
        &mut self,
        file: File<'_>,
        own: Entries<Vec<Word>>,
        joint: Vec<JointFile>,
        shared: Option<&[Language]>,
    ) -> Vec<Label> {
        let mut labels = Vec::new();
        let mut claimed = Claimed::default();
        for (target, words) in self.wordings(file, own) {
            self.open(file, target, &[], &words, &mut claimed, &mut labels);
        }
        for joint in joint {
            let covers = self.fields(file, &joint.covers);
            if let Some(target) = self.target(file, &joint.field) {
                self.open(file, target, &covers, &joint.labels, &mut claimed, &mut labels);
            }
        }
        for wordings in shared.into_iter().flatten().flat_map(|language| language.labels.iter()) {
            let target = Target { field: wordings.field, period: wordings.period };
            labels.extend(wordings.wordings.iter().map(|wording| label(target, &[], wording)));
        }
        labels
    }

    fn open(
        &mut self,
        file: File<'_>,
        target: Target,
        covers: &[Field],
        words: &[Word],
        claimed: &mut Claimed,
        labels: &mut Vec<Label>,
    ) {
        for word in words {
            self.claim(file, word, &target.name(), claimed);
            labels.push(label(target, covers, &word.value));
        }
    }

    fn starts(&mut self, file: File<'_>, starts: Vec<StartFile>) -> Vec<String> {
        let mut folded = Vec::new();
        let mut written = Vec::new();
        for start in starts {
            for (word, is_label) in [(start.line, false), (start.label, true)] {
                let Some(word) = word else { continue };
                if fold(&word.value).is_empty() {
                    self.report(file, &word, String::from("a start without words would start a sheet everywhere"));
                }
                folded.push((fold(&word.value), is_label));
                written.push(word.value);
            }
        }
        self.starts.push(folded);
        written
    }

    fn constants(&mut self, file: File<'_>, constants: Entries<super::files::ConstantFile>) -> List<Constant> {
        let mut known = Vec::new();
        for (key, constant) in constants.0 {
            match fact(&key.value) {
                Some(fact) => {
                    known.push(Constant { fact, value: Cow::Owned(constant.value), said_as: texts(constant.said_as) })
                }
                None => {
                    self.report(file, &key, format!("unknown fact `{}`: name, code, programme or licence", key.value))
                }
            }
        }
        Cow::Owned(known)
    }

    fn schemes(&mut self, file: File<'_>, schemes: Vec<super::files::SchemeFile>) -> List<Scheme> {
        for scheme in &schemes {
            if let Err(error) = regex::Regex::new(&scheme.pattern.value) {
                self.report(file, &scheme.pattern, format!("no regular expression: {error}"));
            }
        }
        let scheme =
            |s: super::files::SchemeFile| Scheme { scheme: Cow::Owned(s.scheme), pattern: Cow::Owned(s.pattern.value) };
        schemes.into_iter().map(scheme).collect()
    }

    fn wordings(&mut self, file: File<'_>, entries: Entries<Vec<Word>>) -> Vec<(Target, Vec<Word>)> {
        let known = |(key, words): (Word, Vec<Word>)| Some((self.target(file, &key)?, words));
        entries.0.into_iter().filter_map(known).collect()
    }

    /// What a label may open: a field, or a period.
    fn target(&mut self, file: File<'_>, word: &Word) -> Option<Target> {
        if word.value == PERIOD {
            return Some(Target { field: Field::Start, period: true });
        }
        Some(Target { field: self.field(file, word)?, period: false })
    }

    fn fields(&mut self, file: File<'_>, words: &[Word]) -> List<Field> {
        words.iter().filter_map(|word| self.field(file, word)).collect()
    }

    /// The field of this key, if a label may open it.
    fn field(&mut self, file: File<'_>, word: &Word) -> Option<Field> {
        let field = Field::from_key(&word.value).filter(|field| field.kind() != Kind::Meta);
        if field.is_none() {
            self.report(file, word, format!("unknown field `{}`", word.value));
        }
        field
    }

    /// Notes that `word` belongs to `owner`; it may not belong to two.
    fn claim(&mut self, file: File<'_>, word: &Word, owner: &str, claimed: &mut Claimed) {
        let folded = fold(&word.value);
        if folded.is_empty() {
            self.report(file, word, format!("a label of {owner} without words"));
        } else if let Some(other) = claimed.0.get(&folded).filter(|other| *other != owner) {
            self.report(file, word, format!("the wording `{}` of {owner} belongs to {other} already", word.value));
        } else {
            claimed.0.insert(folded, owner.to_owned());
        }
    }

    fn no_name_twice(&mut self, templates: &[Template]) {
        for (at, template) in templates.iter().enumerate() {
            if templates[..at].iter().any(|other| other.name == template.name) {
                let message = format!("two templates are called `{}`", template.name);
                self.errors.push(SchemaError { file: template.name.to_string(), line: 0, column: 0, message });
            }
        }
    }

    fn parse<T: serde::de::DeserializeOwned>(&mut self, file: File<'_>) -> Option<T> {
        parse(file).map_err(|error| self.errors.push(error)).ok()
    }

    fn report(&mut self, file: File<'_>, word: &Word, message: String) {
        let place = word.referenced;
        let error = SchemaError { file: file.name.to_owned(), line: place.line(), column: place.column(), message };
        self.errors.push(error);
    }
}

/// Reads the YAML of a file.
pub(super) fn parse<T: serde::de::DeserializeOwned>(file: File<'_>) -> Result<T, SchemaError> {
    serde_yaml::from_str(file.text).map_err(|error| {
        let (line, column) = error.location().map_or((0, 0), |place| (place.line(), place.column()));
        let message = error.to_string();
        // The first line says what is wrong, behind the place; the rest draws the place.
        let first = message.lines().next().unwrap_or_default().trim_start_matches("error: ");
        let message = first.trim_start_matches(&format!("line {line} column {column}: ")).to_owned();
        SchemaError { file: file.name.to_owned(), line, column, message }
    })
}

/// Folded wordings with what they belong to, in one scope.
#[derive(Default)]
struct Claimed(BTreeMap<String, String>);

/// What a label opens.
#[derive(Debug, Clone, Copy)]
struct Target {
    field: Field,
    period: bool,
}

impl Target {
    fn name(self) -> String {
        format!("`{}`", if self.period { PERIOD } else { self.field.key() })
    }
}

fn label(target: Target, covers: &[Field], wording: &str) -> Label {
    Label {
        field: target.field,
        period: target.period,
        covers: Cow::Owned(covers.to_vec()),
        wording: Cow::Owned(wording.to_owned()),
        capitals: !wording.chars().any(char::is_lowercase),
    }
}

fn plain_wordings(wordings: Vec<(Target, Vec<Word>)>) -> List<Wordings> {
    let plain = |(target, words): (Target, Vec<Word>)| Wordings {
        field: target.field,
        period: target.period,
        wordings: words.into_iter().map(|word| Cow::Owned(word.value)).collect(),
    };
    wordings.into_iter().map(plain).collect()
}

fn texts(words: Vec<String>) -> List<Text> {
    words.into_iter().map(Cow::Owned).collect()
}

fn folded(words: &[String]) -> List<Text> {
    words.iter().map(|word| Cow::Owned(fold(word))).collect()
}

fn passages(passages: &[Vec<String>]) -> List<Passage> {
    passages.iter().map(|lines| passage(lines)).collect()
}

fn passage(lines: &[String]) -> Passage {
    let words = |line: &String| fold(line).split(' ').map(|word| Cow::Owned(word.to_owned())).collect::<Vec<Text>>();
    let lines: Vec<Vec<Text>> = lines.iter().map(words).collect();
    let all = lines.concat();
    let sentences = all.split_inclusive(|word| word.ends_with(['.', '!', '?']));
    Passage {
        sentences: sentences.map(|sentence| Cow::Owned(sentence.to_vec())).collect(),
        lines: lines.into_iter().map(Cow::Owned).collect(),
    }
}

fn part(key: &str) -> Option<Part> {
    Some(match key {
        "name" => Part::Name,
        "role" => Part::Role,
        "organisation" => Part::Organisation,
        "email" => Part::Email,
        "phone" => Part::Phone,
        "note" => Part::Note,
        _ => return None,
    })
}

fn fact(key: &str) -> Option<Fact> {
    Some(match key {
        "name" => Fact::Name,
        "code" => Fact::Code,
        "programme" => Fact::Programme,
        "licence" => Fact::Licence,
        _ => return None,
    })
}

/// Every folded wording with what it means.
fn wordings(
    languages: &[Language],
    templates: &[Template],
    headings: &[Vec<String>],
    starts: &[Vec<(String, bool)>],
) -> BTreeMap<String, List<Meaning>> {
    let mut all = Meanings::default();
    for (template, at) in templates.iter().zip(0..) {
        for (label, position) in template.labels.iter().zip(0..) {
            all.add(fold(&label.wording), at, Role::Label, position);
        }
        for heading in &headings[usize::from(at)] {
            all.add(heading.clone(), at, Role::Heading, 0);
        }
        for (start, is_label) in &starts[usize::from(at)] {
            all.add(start.clone(), at, if *is_label { Role::StartLabel } else { Role::StartLine }, 0);
        }
        if template.generic {
            credits(languages, at, &mut all);
        }
    }
    for language in languages {
        for word in language.people.parts.iter().flat_map(|(_, words)| words.iter()) {
            all.add(fold(word), EVERYWHERE, Role::Part, 0);
        }
        for word in language.web.iter() {
            all.add(fold(word), EVERYWHERE, Role::Web, 0);
        }
    }
    all.0.into_iter().map(|(folded, meanings)| (folded, Cow::Owned(meanings))).collect()
}

/// The credits of every language; the label number is the field's position.
fn credits(languages: &[Language], template: u16, all: &mut Meanings) {
    for credit in languages.iter().flat_map(|language| language.credits.iter()) {
        for wording in credit.wordings.iter() {
            all.add(fold(wording), template, Role::Credit, credit.field.index() as u16);
        }
    }
}

#[derive(Default)]
struct Meanings(BTreeMap<String, Vec<Meaning>>);

impl Meanings {
    /// Adds a meaning; the first label of a wording in a template stands for all of its spellings.
    fn add(&mut self, folded: String, template: u16, role: Role, label: u16) {
        let meanings = self.0.entry(folded).or_default();
        if !meanings.iter().any(|known| known.template == template && known.role == role) {
            meanings.push(Meaning { template, role, label });
        }
    }
}

fn function_words(languages: &[Vec<String>]) -> BTreeMap<String, u16> {
    let mut all = BTreeMap::new();
    for (words, bit) in languages.iter().zip(0..16) {
        for word in words {
            *all.entry(word.clone()).or_insert(0) |= 1 << bit;
        }
    }
    all
}
