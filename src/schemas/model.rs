//! What vocabulary and templates say, checked and folded.

use std::borrow::Cow;

use super::contact_words::ContactWords;
use super::countries::Countries;
use super::document_kind::DocumentKind;
use super::fold::fold;
pub use super::form::{Constant, Fact, Label, Limit, Passage, Place, Scheme, Template, Written};
use super::packed::Words;
use super::table::Table;
use crate::practice::Field;

/// Text that is compiled in or read from a user's file.
pub type Text = Cow<'static, str>;
/// A list that is compiled in or read from a user's file.
pub type List<T> = Cow<'static, [T]>;

/// Everything that is data: the vocabulary of each language, the templates, and one table of all their wordings.
#[derive(Debug, Clone)]
pub struct Schemas {
    /// One entry a language.
    pub languages: List<Language>,
    /// The sheet families; the generic template is among them.
    pub templates: List<Template>,
    /// Every folded wording with what it means in which template.
    pub wordings: Table<List<Meaning>>,
    /// Folded wordings of the shared vocabulary without their small words, as keys of data have them: `fecha actualizacion`.
    pub keys: Table<Meaning>,
    /// Every folded article, which may stand before a wording.
    pub articles: Table<()>,
    /// The endings that stand behind a mark inside of a word, for people of another gender: `innen`.
    pub endings: Table<()>,
    /// Each letter that stands for endings of several genders, with one of these behind it: `@o`.
    pub ending_letters: Words,
    /// Every folded wording of menus, banners and page numbers, which belong to no sheet; `#` stands for a number.
    pub chrome: Table<()>,
    /// The names of the files they come from; the vocabulary is the first.
    pub files: Words,
    /// Every folded word that may stand around a wording and changes nothing in it: "of the project", "main".
    pub modifiers: Table<()>,
    /// The folded words with which a sentence begins that tells people what to write.
    pub instructions: Table<()>,
    /// The first word of each of them: most texts begin with none of these.
    pub instruction_heads: Table<()>,
    /// Phrases of a notice of data protection, in lower case: `data protection officer`.
    pub notices: Words,
    /// The folded words that keep the place of a value free, where they stand alone: `to be completed`.
    pub placeholders: Table<()>,
    /// The first word of each of them.
    pub placeholder_heads: Table<()>,
    /// Phrases that no text has but one that keeps a place free, in lower case: `lorem ipsum`.
    pub fillers: Words,
    /// The folded words before a colon that begin a remark inside a text: `Please note:`.
    pub remarks: Table<()>,
    /// What stands in a field that says nothing, folded: `Click here to enter text.`, `n/a`.
    pub controls: Table<()>,
    /// Their first words.
    pub control_heads: Table<()>,
    /// Words that count, folded: `first`, `two`.
    pub counts: Table<()>,
    /// Folded words between two wordings of one label: `title or name`.
    pub joiners: Table<()>,
    /// Words that begin questions: what one asks for is said by the words behind it.
    pub interrogatives: Table<()>,
    /// What documents of another kind say of themselves, folded; `...` at the end stands for any words.
    pub other_documents: Table<()>,
    /// Labels that documents of another kind have, folded; `...` at the end stands for any words.
    pub foreign_labels: Table<List<DocumentKind>>,
    /// Names before the `@` of addresses to which people apply, register or complain.
    pub mailboxes: Table<()>,
    /// What a sheet may be about, folded: `project`, `good practice`.
    pub subjects: Table<()>,
    /// What names the lines of the header of a mail, folded: `subject`.
    pub mail_headers: Table<()>,
    /// What closes a letter, folded: `best regards`.
    pub closings: Table<()>,
    /// What says how far a practice reaches, and names no place, folded: `local`, `ambito nazionale`.
    pub scopes: Table<()>,
    /// Folded names of sections and categories of a site, which stand above a title and are none where there is another.
    pub sections: Table<()>,
    /// What questions ask for: a folded stem or phrase (`chi promuove`) with the folded wordings that open the same field.
    pub questions: Table<List<Text>>,
    /// Every folded function word with the languages it belongs to: bit `n` for `languages[n]`.
    pub function_words: Table<u32>,
    /// Every folded word of the names of forms and of parts of a site, which are no title (`Good practices`), with its languages as above.
    pub rubric_words: Table<u32>,
    /// Every folded word or phrase that stands beside dates, with all that it may be.
    pub date_words: Table<List<DateWord>>,
    /// The words that tell the parts of a contact apart.
    pub contact_words: ContactWords,
    /// Phrases that say that who stands before them or behind them leads, in lower case.
    pub leads: Table<Leads>,
    /// Words, in lower case, that say where the one is that leads, behind the name: `association X à Lille`.
    pub lead_places: Table<()>,
    /// The names of the countries.
    pub countries: Countries,
}

/// The words of one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: Text,
    /// For each field its label wordings; the first is the one that pages show.
    pub labels: List<Wordings>,
    /// What tells the parts of a contact apart.
    pub people: People,
    /// Sub-labels that announce a web address.
    pub web: Words,
    /// The names of each month, folded, January first.
    pub months: List<Words>,
    /// The name of each month that a page shows, as written.
    pub month_names: Words,
    /// Whether `04/05/2019` is a day of May.
    pub day_first: bool,
    /// Whether pages and messages use it where they do not know a better one.
    pub fallback: bool,
    /// What marks the lead in a list of partners, folded.
    pub lead_markers: Words,
    /// Lines of a title slide that introduce an organisation.
    pub credits: List<Wordings>,
    /// The words that say that a definition follows: `is a`.
    pub definitions: Words,
    /// Words that answer a question with yes, folded.
    pub yes: Words,
    /// Words that pages show and that no sheet has, by a key such as `key_facts`.
    pub page: List<(Text, Text)>,
}

/// The wordings of one field.
#[derive(Debug, Clone, PartialEq)]
pub struct Wordings {
    /// The field.
    pub field: Field,
    /// Whether they announce a start and an end in one value.
    pub period: bool,
    /// Its wordings, as written.
    pub wordings: Words,
}

/// The words of one language that tell the parts of a contact apart, as written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct People {
    /// Sub-labels: `Name and surname`, `E-mail`, `Tel.`
    pub parts: List<(Part, Words)>,
    /// Words between two people: `and`, `&`.
    pub and: Words,
    /// Words between a name and a role: `as a`, `in her capacity as`.
    pub as_role: Words,
    /// Words that a role begins with or holds: `Head`, `coordinator`; with a hyphen, what a word of a role ends with.
    pub roles: Words,
    /// Words that only an organisation's name holds: `University`, `GmbH`.
    pub organisations: Words,
    /// Words that are written small inside a person's name: `de`, `von`.
    pub particles: Words,
    /// Words before a person's name: `Mrs`, `Sister`.
    pub titles: Words,
    /// Words before the extension of a telephone number: `ext.`
    pub extensions: Words,
    /// Words in brackets that stand for a mark of an e-mail address, or for all of it: `at`, `email protected`.
    pub cloaks: Words,
    /// Words that send the reader elsewhere, as no name does: `see`.
    pub elsewhere: Words,
}

/// Of whom a phrase says that it leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Leads {
    /// Of the organisation before it: `which leads the work`.
    pub before: bool,
    /// Of the one behind it: `promosso da`.
    pub behind: bool,
}

/// What a word beside a date may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateWord {
    /// A start follows: `from`, `since`.
    From,
    /// An end follows: `to`, `until`.
    To,
    /// A start follows, and an end behind the next `And`: `between`.
    Between,
    /// `and`, between a start and an end.
    And,
    /// It goes on: `in progress`, `today`.
    Ongoing,
    /// Nothing: `of`, `the year`.
    Beside,
    /// The name of a weekday.
    Weekday,
    /// A part of the year that follows: `spring`, `early`.
    PartOfYear,
    /// The end, or the last part of the year that follows: `end`.
    Last,
    /// What a duration is counted in: `months`.
    Unit,
}

/// A part of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// First name and surname.
    Name,
    /// What the person does.
    Role,
    /// Where the person works.
    Organisation,
    /// E-mail address.
    Email,
    /// Telephone number.
    Phone,
    /// Anything else, such as an address or a fax number.
    Note,
}

/// What a wording does where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A line that starts a sheet.
    StartLine,
    /// A label that starts a sheet with its own line: `NAME OF SHEET: value`.
    StartLabel,
    /// A label that opens a field.
    Label,
    /// A heading that only groups labels.
    Heading,
    /// A line of a title slide that introduces an organisation.
    Credit,
    /// A label inside a contact.
    Part,
    /// A label inside a value that announces a web address.
    Web,
}

/// One meaning of a wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meaning {
    /// Position of the template in whose sheets it means this; [`EVERYWHERE`] for what holds in all.
    pub template: u16,
    /// What it does there.
    pub role: Role,
    /// Position of the label among those of the template; of a credit, that of its field; of a part, its own; 0 for other roles.
    pub label: u16,
}

/// The template position of meanings that hold in every sheet.
pub const EVERYWHERE: u16 = u16::MAX;

impl Meaning {
    /// Whether the wording is a label in the sheets of the template at this position.
    pub fn is_label_of(&self, template: u16) -> bool {
        self.template == template && self.role == Role::Label
    }

    /// The part of a contact that the wording announces.
    pub fn part(&self) -> Option<Part> {
        let all = [Part::Name, Part::Role, Part::Organisation, Part::Email, Part::Phone, Part::Note];
        all.into_iter().find(|part| self.role == Role::Part && *part as u16 == self.label)
    }
}

impl Language {
    /// The heading that a page in this language gives a field.
    pub fn heading(&self, field: Field) -> Option<&str> {
        let wordings = self.labels.iter().find(|wordings| wordings.field == field && !wordings.period)?;
        wordings.wordings.first()
    }

    /// A word that pages show, by its key.
    pub fn page_word(&self, key: &str) -> Option<&str> {
        self.page.iter().find(|(name, _)| name == key).map(|(_, word)| word.as_ref())
    }
}

impl Schemas {
    /// The labels that a wording is in the sheets of the template at this position. Labels are numbered within their template: the
    /// number of another names a label that the wording is not.
    pub fn own_labels<'s>(&'s self, meanings: &[Meaning], template: u16) -> impl Iterator<Item = &'s Label> {
        let labels = self.templates.get(usize::from(template)).map_or(&[][..], |template| &template.labels[..]);
        let own = meanings.iter().filter(move |meaning| meaning.is_label_of(template));
        own.filter_map(|meaning| labels.get(usize::from(meaning.label)))
    }

    /// The language with this ISO 639-1 code.
    pub fn language(&self, code: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.code == code)
    }

    /// The language to use where nothing says a better one.
    pub fn fallback(&self) -> Option<&Language> {
        self.languages.iter().find(|language| language.fallback).or(self.languages.first())
    }

    /// Whether words say how far a practice reaches, and name no place: `Local / regional`.
    pub fn is_scope(&self, words: &str) -> bool {
        let mut parts = words.split([',', ';', '/', '\n', '•']).map(fold).filter(|part| !part.is_empty()).peekable();
        parts.peek().is_some() && parts.all(|part| self.scopes.get(&part).is_some())
    }

    /// Whether words name a section or category of a site, as any site has them: `Housing`, `Completed projects`.
    pub fn is_section(&self, words: &str) -> bool {
        self.sections.get(&fold(words)).is_some()
    }

    /// Whether a folded word names a month in some language.
    pub fn is_month(&self, folded: &str) -> bool {
        self.languages.iter().flat_map(|language| language.months.iter()).any(|names| names.contains(folded))
    }

    /// The template of this name, with its position.
    pub fn template(&self, name: &str) -> Option<(u16, &Template)> {
        (0..).zip(self.templates.iter()).find(|(_, template)| template.name == name)
    }

    /// The name of the file that a place is in.
    pub fn file(&self, place: Place) -> &str {
        self.files.get(usize::from(place.file)).unwrap_or_default()
    }

    /// A place in words: `schemas/templates/x.yaml:41`.
    pub fn line_of(&self, place: Place) -> String {
        format!("{}:{}", self.file(place), place.line)
    }

    /// The position of the generic template, which reads sheets of no known family.
    pub fn generic(&self) -> u16 {
        (0..).zip(self.templates.iter()).find_map(|(at, template)| template.generic.then_some(at)).unwrap_or(0)
    }
}
