//! YAML files to checked schemas.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::countries::Countries;
use super::files::{
    DatesFile, Entries, JointFile, LanguageFile, PeopleFile, Placed, StartFile, TemplateFile, VocabularyFile, Word,
};
use super::fold::{fold, fold_words, without_small_words};
use super::model::{
    Constant, DateWord, EVERYWHERE, Fact, Label, Language, List, Meaning, Part, Passage, People, Place, Question, Role,
    Schemas, Scheme, Template, Wordings, Written,
};
use super::nearest::nearest;
use super::packed::Words;
use super::reader::{self, Fault, meant};
use super::table::Table;
use super::tree::Spot;
use crate::practice::{Field, Kind};
use crate::source::Span;

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
    /// A mistake at a place, without more to say about it.
    pub(super) fn at(file: File<'_>, at: Spot, message: String) -> Self {
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
        }
    }
    meanings.languages(&languages);
    let is_small = |word: &str| {
        loader.articles.contains(word) || loader.function_words.iter().flatten().any(|small| small == word)
    };
    Ok(Schemas {
        keys: Table::build(keys(&templates, &is_small)),
        chrome: Table::build(std::mem::take(&mut loader.chrome).into_iter().map(|wording| (wording, ())).collect()),
        instructions: Table::build(loader.instructions.into_iter().map(|words| (words, ())).collect()),
        wordings: meanings.table(),
        files: std::mem::take(&mut loader.files).into_iter().collect(),
        modifiers: Table::build(loader.modifiers.into_iter().map(|word| (word, ())).collect()),
        questions: Cow::Owned(loader.questions),
        articles: Table::build(loader.articles.into_iter().map(|article| (article, ())).collect()),
        function_words: Table::build(function_words(&loader.function_words)),
        date_words: Table::build(loader.date_words.into_iter().map(|(word, kinds)| (word, kinds.into())).collect()),
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
    /// By template: folded headings.
    headings: Vec<Vec<String>>,
    /// By template: folded starts, and whether each is a label.
    starts: Vec<Vec<(String, bool)>>,
    /// By language.
    function_words: Vec<Vec<String>>,
    articles: BTreeSet<String>,
    chrome: BTreeSet<String>,
    modifiers: BTreeSet<String>,
    instructions: BTreeSet<String>,
    questions: Vec<Question>,
    date_words: BTreeMap<String, Vec<DateWord>>,
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
        for word in &language.chrome {
            self.chrome(file, word);
        }
        self.function_words.push(language.function_words.iter().map(|word| fold(word)).collect());
        let day_first = language.dates.day_first;
        self.date_words(language.dates);
        let labels = self.wordings(file, language.labels);
        for wordings in &labels {
            for word in &wordings.1 {
                self.claim(file, word, &wordings.0.name(), claimed);
                self.shared.push(label(wordings.0, &[], &word.value, self.place(word)));
            }
        }
        let people = self.people(file, &code, language.people, claimed);
        let credits = self.wordings(file, language.credits);
        self.modifiers.extend(language.objects.iter().chain(&language.qualifiers).map(|word| fold(word)));
        self.instructions.extend(language.instructions.iter().map(|words| fold_words(words)));
        self.questions(file, language.questions, &labels);
        Language {
            labels: plain_wordings(labels),
            credits: plain_wordings(credits),
            people,
            web: language.web.into_iter().map(|word| word.value).collect(),
            months: language.months.into_iter().map(|names| folded(&names)).collect(),
            day_first,
            fallback: language.fallback,
            lead_markers: folded(&language.lead_markers),
            leads_before: texts(language.leads.before),
            leads_behind: texts(language.leads.behind),
            rubrics: folded(&language.rubrics),
            definitions: texts(language.definitions),
            yes: folded(&language.yes),
            page: language.page.0.into_iter().map(|(key, word)| (Cow::Owned(key.value), Cow::Owned(word))).collect(),
            code: Cow::Owned(code.value),
        }
    }

    /// A wording of the page around a sheet.
    fn chrome(&mut self, file: File<'_>, word: &Word) {
        let folded = match word.value.strip_prefix('…') {
            Some(end) => format!("... {}", fold(end)),
            None => fold(&word.value),
        };
        if folded.chars().any(char::is_alphanumeric) {
            self.chrome.insert(folded);
        } else {
            self.report(file, word, String::from("a wording of `chrome` without words"));
        }
    }

    /// What questions ask for; each stem stands for the first label of its field.
    fn questions(&mut self, file: File<'_>, questions: Entries<Vec<String>>, labels: &[(Target, Vec<Word>)]) {
        for (key, stems) in questions.0 {
            let Some(target) = self.target(file, &key) else { continue };
            let same = |other: &Target| other.field == target.field && other.period == target.period;
            let Some(wording) = labels.iter().find(|(other, _)| same(other)).and_then(|(_, words)| words.first())
            else {
                self.report(file, &key, format!("questions for `{}`, which has no label", key.value));
                continue;
            };
            let question =
                |stem: &String| Question { stem: Cow::Owned(fold(stem)), wording: Cow::Owned(fold(&wording.value)) };
            self.questions.extend(stems.iter().map(question));
        }
    }

    fn date_words(&mut self, dates: DatesFile) {
        let DatesFile { day_first: _, from, to, between, and, ongoing, beside, weekdays, part_of_year, last, units } =
            dates;
        for (kind, words) in [
            (DateWord::From, from),
            (DateWord::To, to),
            (DateWord::Between, between),
            (DateWord::And, and),
            (DateWord::Ongoing, ongoing),
            (DateWord::Beside, beside),
            (DateWord::Weekday, weekdays),
            (DateWord::PartOfYear, part_of_year),
            (DateWord::Last, last),
            (DateWord::Unit, units),
        ] {
            for word in words {
                let kinds = self.date_words.entry(fold_words(&word)).or_default();
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
    }

    fn people(&mut self, file: File<'_>, place: &Word, people: PeopleFile, claimed: &Claimed) -> People {
        let mut parts = Vec::new();
        for (key, mut words) in people.parts.0 {
            words.extend(self.asked_of(&people.asked_of, &words, claimed));
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
            titles: texts(people.titles),
            extensions: texts(people.extensions),
            cloaks: texts(people.cloaks),
            elsewhere: texts(people.elsewhere),
        }
    }

    /// The sub-labels that say whose part they ask for, as `Name of the contact person` does. They open a contact by themselves.
    fn asked_of(&mut self, patterns: &[Word], parts: &[String], claimed: &Claimed) -> Vec<String> {
        let mut asked = Vec::new();
        let target = Target { field: Field::Contacts, period: false };
        for pattern in patterns {
            for part in parts {
                let wording = pattern.value.replace('*', part);
                if !claimed.0.contains_key(&fold(&wording)) {
                    self.shared.push(label(target, &[], &wording, self.place(pattern)));
                }
                asked.push(wording);
            }
        }
        asked
    }

    pub(super) fn template(&mut self, file: File<'_>) -> Option<Template> {
        self.begin(file);
        let parsed: TemplateFile = self.parse(file)?;
        let mut claimed = Claimed::default();
        self.cross_check(file, &parsed);
        let name = self.name(file, parsed.name);
        let title = self.title(file, parsed.title);
        let labels = self.labels(file, parsed.labels, parsed.joint, parsed.shared_vocabulary, &mut claimed);
        let telling = self.telling(file, &parsed.known_by, &labels);
        let (labels, written) = written(labels, &telling);
        let starts = self.starts(file, parsed.starts);
        let headings = self.headings(file, &parsed.headings, &mut claimed);
        self.headings.push(headings);
        Some(Template {
            name: Cow::Owned(name),
            title: Cow::Owned(title),
            file: (self.files.len() - 1) as u16,
            generic: parsed.shared_vocabulary,
            labels: Cow::Owned(labels),
            written,
            sub_labels: self.sub_labels(file, parsed.sub_labels),
            starts: texts(starts),
            ends: folded(&self.written(file, parsed.ends)),
            furniture: self.passages(file, parsed.furniture),
            boilerplate: self.passages(file, parsed.boilerplate),
            collection: self.constants(file, parsed.collection),
            identifiers: self.schemes(file, parsed.identifiers),
            asked_at: self.asked_at(parsed.requires.iter().chain(&parsed.asks_for)),
            requires: self.fields(file, &parsed.requires),
            asks_for: self.fields(file, &parsed.asks_for),
            limits: self.limits(file, parsed.limits),
        })
    }

    /// The labels of a template: its own, its joint ones, and those of the vocabulary where it shares them.
    fn labels(
        &mut self,
        file: File<'_>,
        own: Entries<Vec<Word>>,
        joint: Vec<JointFile>,
        shared: bool,
        claimed: &mut Claimed,
    ) -> Vec<LabelFile> {
        let mut labels = Vec::new();
        for (target, words) in self.wordings(file, own) {
            self.open(file, target, &[], &words, claimed, &mut labels);
        }
        for joint in joint {
            let covers = self.fields(file, &joint.covers);
            if let Some(target) = self.target(file, &joint.field) {
                self.open(file, target, &covers, &joint.labels, claimed, &mut labels);
            }
        }
        labels.extend(self.shared.iter().filter(|_| shared).cloned());
        labels
    }

    fn open(
        &mut self,
        file: File<'_>,
        target: Target,
        covers: &[Field],
        words: &[Word],
        claimed: &mut Claimed,
        labels: &mut Vec<LabelFile>,
    ) {
        for word in words {
            self.claim(file, word, &target.name(), claimed);
            labels.push(label(target, covers, &word.value, self.place(word)));
        }
    }

    fn starts(&mut self, file: File<'_>, starts: Vec<Placed<StartFile>>) -> Vec<String> {
        let mut folded = Vec::new();
        let mut written = Vec::new();
        for start in starts {
            for (word, is_label) in [(start.value.line, false), (start.value.label, true)] {
                let Some(word) = word else { continue };
                if fold(&word.value).is_empty() {
                    self.report(file, &word, String::from("a start without words would start a sheet everywhere"));
                    continue;
                }
                folded.push((fold(&word.value), is_label));
                written.push(word.value);
            }
        }
        self.starts.push(folded);
        written
    }

    fn headings(&mut self, file: File<'_>, headings: &[Word], claimed: &mut Claimed) -> Vec<String> {
        headings.iter().for_each(|word| self.claim(file, word, "`headings`", claimed));
        headings.iter().map(|word| fold(&word.value)).collect()
    }

    fn sub_labels(&mut self, file: File<'_>, sub_labels: Entries<Vec<Word>>) -> People {
        let mut parts = Vec::new();
        let mut claimed = Claimed::default();
        for (key, words) in sub_labels.0 {
            words.iter().for_each(|word| self.claim(file, word, &format!("`{}`", key.value), &mut claimed));
            match part(&key.value) {
                Some(part) => parts.push((part, texts(words.into_iter().map(|word| word.value).collect()))),
                None => self.unknown(file, &key, "part of a contact", PARTS.iter().map(|part| part.0)),
            }
        }
        People { parts: Cow::Owned(parts), ..People::default() }
    }

    /// Texts that say something.
    fn written(&mut self, file: File<'_>, words: Vec<Word>) -> Vec<String> {
        for word in words.iter().filter(|word| fold(&word.value).is_empty()) {
            self.report(file, word, String::from("nothing that could be found on a page is written here"));
        }
        words.into_iter().map(|word| word.value).collect()
    }

    fn passages(&mut self, file: File<'_>, passages: Vec<Vec<Word>>) -> List<Passage> {
        passages.into_iter().map(|lines| passage(&self.written(file, lines))).collect()
    }

    fn asked_at<'w>(&self, words: impl Iterator<Item = &'w Word>) -> List<(Field, Place)> {
        words.filter_map(|word| Some((Field::from_key(&word.value)?, self.place(word)))).collect()
    }

    fn constants(&mut self, file: File<'_>, constants: Entries<super::files::ConstantFile>) -> List<Constant> {
        let mut known = Vec::new();
        for (key, constant) in constants.0 {
            match fact(&key.value) {
                Some(fact) => {
                    known.push(Constant { fact, value: Cow::Owned(constant.value), said_as: texts(constant.said_as) })
                }
                None => self.unknown(file, &key, "fact", FACTS.iter().map(|fact| fact.0)),
            }
        }
        Cow::Owned(known)
    }

    fn schemes(&mut self, file: File<'_>, schemes: Vec<super::files::SchemeFile>) -> List<Scheme> {
        for scheme in &schemes {
            if let Err(error) = regex::Regex::new(&scheme.pattern.value) {
                self.report(file, &scheme.pattern, format!("no regular expression: {}", reason(&error)));
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
    pub(super) fn field(&mut self, file: File<'_>, word: &Word) -> Option<Field> {
        let field = Field::of_label(&word.value);
        if field.is_none() {
            let known = Field::ALL.iter().filter(|field| field.kind() != Kind::Meta).map(|field| field.key());
            match self.named_field(&word.value) {
                Some(field) => {
                    let help = format!("if `{field}` is meant, write it so");
                    self.explain(file, word.at, format!("unknown field `{}`", word.value), Some(help), None);
                }
                None => self.unknown(file, word, "field", known.chain([PERIOD])),
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
    fn unknown<'k>(&mut self, file: File<'_>, word: &Word, what: &str, known: impl Iterator<Item = &'k str>) {
        let known: Vec<&str> = known.collect();
        let help = meant(nearest(&word.value, known.iter().copied()), &known);
        self.explain(file, word.at, format!("unknown {what} `{}`", word.value), Some(help), None);
    }

    /// Notes that `word` belongs to `owner`; it may not belong to two.
    fn claim(&mut self, file: File<'_>, word: &Word, owner: &str, claimed: &mut Claimed) {
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

    fn parse<T: serde::de::DeserializeOwned>(&mut self, file: File<'_>) -> Option<T> {
        let (parsed, faults) = reader::read(file.text);
        self.unread = faults.iter().map(|fault| fault.under.clone()).collect();
        for Fault { at, message, help, related, .. } in faults {
            self.explain(file, at, message, help, related);
        }
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
        let related = related.map(|(at, text)| (at.span, text));
        self.errors.push(SchemaError { help, related, ..SchemaError::at(file, at, message) });
    }
}

const CLAIMED: &str = "the same words cannot mean two things; keep them in one place";

/// What is wrong with a pattern, in the last line of the error.
fn reason(error: &regex::Error) -> String {
    let text = error.to_string();
    text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

/// Reads the YAML of a file that must be without a fault.
pub(super) fn parse<T: serde::de::DeserializeOwned>(file: File<'_>) -> Result<T, Vec<SchemaError>> {
    let (parsed, faults) = reader::read(file.text);
    let errors: Vec<SchemaError> =
        faults.into_iter().map(|fault| SchemaError::at(file, fault.at, fault.message)).collect();
    parsed.filter(|_| errors.is_empty()).ok_or(errors)
}

/// Folded wordings with what they belong to, in one scope.
#[derive(Default)]
struct Claimed(BTreeMap<String, (String, Spot)>);

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

/// A wording of a file with what it opens.
#[derive(Debug, Clone)]
pub(super) struct LabelFile {
    pub(super) label: Label,
    pub(super) wording: String,
    pub(super) place: Place,
}

fn label(target: Target, covers: &[Field], wording: &str, place: Place) -> LabelFile {
    let capitals = !wording.chars().any(char::is_lowercase);
    let covers = Cow::Owned(covers.to_vec());
    let label = Label { field: target.field, period: target.period, covers, capitals, telling: false };
    LabelFile { label, wording: wording.to_owned(), place }
}

/// The labels, each once, and the wordings that open them; a telling label has but one.
fn written(wordings: Vec<LabelFile>, telling: &[usize]) -> (Vec<Label>, Written) {
    let mut labels: Vec<Label> = Vec::new();
    let mut positions = Vec::new();
    for (nth, LabelFile { label, .. }) in wordings.iter().enumerate() {
        let telling = telling.contains(&nth);
        let known = labels.iter().position(|known| known == label).filter(|_| !telling);
        positions.push(known.unwrap_or(labels.len()) as u32);
        if known.is_none() {
            labels.push(Label { telling, ..label.clone() });
        }
    }
    let written = Written {
        words: wordings.iter().map(|it| &it.wording).collect(),
        labels: positions.into_iter().collect(),
        lines: wordings.iter().map(|it| it.place.line).collect(),
        columns: wordings.iter().map(|it| it.place.column).collect(),
        files: wordings.iter().map(|it| it.place.file.into()).collect(),
    };
    (labels, written)
}

fn plain_wordings(wordings: Vec<(Target, Vec<Word>)>) -> List<Wordings> {
    let plain = |(target, words): (Target, Vec<Word>)| Wordings {
        field: target.field,
        period: target.period,
        wordings: words.into_iter().map(|word| word.value).collect(),
    };
    wordings.into_iter().map(plain).collect()
}

fn texts(words: Vec<String>) -> Words {
    words.into_iter().collect()
}

fn folded(words: &[String]) -> Words {
    words.iter().map(|word| fold(word)).collect()
}

fn passage(lines: &[String]) -> Passage {
    let words = |line: &String| fold(line).split(' ').map(str::to_owned).collect::<Vec<String>>();
    let lines: Vec<Vec<String>> = lines.iter().map(words).collect();
    let all = lines.concat();
    let sentences = all.split_inclusive(|word| word.ends_with(['.', '!', '?']));
    Passage {
        sentences: sentences.map(|sentence| sentence.iter().collect()).collect(),
        lines: lines.iter().map(|line| line.iter().collect()).collect(),
    }
}

const PARTS: [(&str, Part); 6] = [
    ("name", Part::Name),
    ("role", Part::Role),
    ("organisation", Part::Organisation),
    ("email", Part::Email),
    ("phone", Part::Phone),
    ("note", Part::Note),
];

fn part(key: &str) -> Option<Part> {
    PARTS.iter().find(|part| part.0 == key).map(|part| part.1)
}

const FACTS: [(&str, Fact); 4] =
    [("name", Fact::Name), ("code", Fact::Code), ("programme", Fact::Programme), ("licence", Fact::Licence)];

fn fact(key: &str) -> Option<Fact> {
    FACTS.iter().find(|fact| fact.0 == key).map(|fact| fact.1)
}

/// Every folded wording with what it means.
#[derive(Default)]
pub(super) struct Meanings(BTreeMap<String, Vec<Meaning>>);

impl Meanings {
    /// The meanings that a table has.
    pub(super) fn of(table: &Table<List<Meaning>>) -> Self {
        Self(table.iter().map(|(folded, meanings)| (folded.to_owned(), meanings.to_vec())).collect())
    }

    /// What the wordings of a template mean; `nth` counts the templates that the loader has read.
    pub(super) fn template(&mut self, at: u16, template: &Template, loader: &Loader, nth: usize) {
        for wording in template.wordings() {
            self.add(fold(wording.words), at, Role::Label, wording.at);
        }
        for heading in &loader.headings[nth] {
            self.add(heading.clone(), at, Role::Heading, 0);
        }
        for (start, is_label) in &loader.starts[nth] {
            self.add(start.clone(), at, if *is_label { Role::StartLabel } else { Role::StartLine }, 0);
        }
        self.parts(&template.sub_labels, at);
    }

    /// The labels inside a contact; the label number is the part's position.
    fn parts(&mut self, people: &People, template: u16) {
        for (part, words) in people.parts.iter() {
            words.iter().for_each(|word| self.add(fold(word), template, Role::Part, *part as u16));
        }
    }

    /// What holds in every sheet.
    fn languages(&mut self, languages: &[Language]) {
        for language in languages {
            self.parts(&language.people, EVERYWHERE);
            for word in language.web.iter() {
                self.add(fold(word), EVERYWHERE, Role::Web, 0);
            }
        }
    }

    /// The credits of every language; the label number is the field's position.
    pub(super) fn credits(&mut self, languages: &[Language], template: u16) {
        for credit in languages.iter().flat_map(|language| language.credits.iter()) {
            for wording in credit.wordings.iter() {
                self.add(fold(wording), template, Role::Credit, credit.field.index() as u16);
            }
        }
    }

    /// Adds a meaning; the first label of a wording in a template stands for all of its spellings.
    fn add(&mut self, folded: String, template: u16, role: Role, label: u16) {
        let meanings = self.0.entry(folded).or_default();
        if !meanings.iter().any(|known| known.template == template && known.role == role) {
            meanings.push(Meaning { template, role, label });
        }
    }

    /// The table of all wordings.
    pub(super) fn table(self) -> Table<List<Meaning>> {
        Table::build(self.0.into_iter().map(|(folded, meanings)| (folded, Cow::Owned(meanings))).collect())
    }
}

/// What the wordings of the generic template mean without their small words, where that is one thing.
fn keys(templates: &[Template], is_small: &dyn Fn(&str) -> bool) -> BTreeMap<String, Meaning> {
    let mut keys: BTreeMap<String, (Meaning, bool)> = BTreeMap::new();
    for (template, form) in (0..).zip(templates).filter(|(_, form)| form.generic) {
        for wording in form.wordings() {
            let folded = fold(wording.words);
            let key = without_small_words(&folded, is_small);
            let meaning = Meaning { template, role: Role::Label, label: wording.at };
            if key != folded && key.contains(' ') {
                let (known, same) = keys.entry(key).or_insert((meaning, true));
                *same &= *known == meaning;
            }
        }
    }
    keys.into_iter().filter(|(_, (_, same))| *same).map(|(key, (meaning, _))| (key, meaning)).collect()
}

fn function_words(languages: &[Vec<String>]) -> BTreeMap<String, u32> {
    let mut all = BTreeMap::new();
    for (words, bit) in languages.iter().zip(0..32) {
        for word in words {
            *all.entry(word.clone()).or_insert(0) |= 1 << bit;
        }
    }
    all
}
