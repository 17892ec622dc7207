//! The form of one family of sheets, checked and folded: a template, its labels, and what stands on its pages.

use super::model::{List, People, Text};
use super::packed::{Numbers, Words};
use crate::practice::{Demand, Field};

/// One sheet family.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// What users call it.
    pub name: Text,
    /// What it is for, in a line.
    pub title: Text,
    /// Position of its file among those of the schemas.
    pub file: u16,
    /// Whether its labels are those of the shared vocabulary.
    pub generic: bool,
    /// What its labels open.
    pub labels: List<Label>,
    /// Their wordings.
    pub written: Written,
    /// Labels inside a contact that only this family has.
    pub sub_labels: People,
    /// What starts a sheet, as written.
    pub starts: Words,
    /// Folded words that begin a line which ends a sheet.
    pub ends: Words,
    /// Page headers and footers.
    pub furniture: List<Passage>,
    /// Disclaimers, licences, funders' notices.
    pub boilerplate: List<Passage>,
    /// What is known of the collection.
    pub collection: List<Constant>,
    /// Whose numbers to look for.
    pub identifiers: List<Scheme>,
    /// Fields whose absence is an error in this family.
    pub requires: List<Field>,
    /// Fields whose absence is a warning in this family.
    pub asks_for: List<Field>,
    /// Where the file requires or asks for each of them.
    pub asked_at: List<(Field, Place)>,
    /// How long texts may be.
    pub limits: List<Limit>,
}

/// How long the text of a field may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// The field.
    pub field: Field,
    /// The least words.
    pub min_words: Option<u32>,
    /// The most words.
    pub max_words: Option<u32>,
    /// The least characters.
    pub min_characters: Option<u32>,
    /// The most characters.
    pub max_characters: Option<u32>,
    /// Where it is written.
    pub place: Place,
}

/// A place in a file of schemas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// Position of the file among those of the schemas.
    pub file: u16,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// What some wordings of a template open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The field it opens.
    pub field: Field,
    /// Whether its text holds a start and an end.
    pub period: bool,
    /// Other fields that its text covers.
    pub covers: List<Field>,
    /// Whether the template writes it in capitals.
    pub capitals: bool,
    /// Whether no other form has it: where no start mark stands, some of these must.
    pub telling: bool,
}

/// The wordings of a template's labels, in the order in which they are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The wordings.
    pub words: Words,
    /// Each of them folded.
    pub folded: Words,
    /// For each the position of its label.
    pub labels: Numbers,
    /// For each the line of its place.
    pub lines: Numbers,
    /// For each the column of its place.
    pub columns: Numbers,
    /// For each the file of its place.
    pub files: Numbers,
}

/// One wording of a template that opens a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording<'t> {
    /// The words, as the template writes them.
    pub words: &'t str,
    /// The words, folded.
    pub folded: &'t str,
    /// Position of its label among those of the template.
    pub at: u16,
    /// What it opens.
    pub label: &'t Label,
    /// Where it is written.
    pub place: Place,
}

/// Words that stand on the page whatever the sheet says: the folded words of each line.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Its lines, each as folded words.
    pub lines: List<Words>,
    /// Its sentences, however the lines are cut.
    pub sentences: List<Words>,
}

/// A fact about the collection, true where the document says it in certain words.
#[derive(Debug, Clone, PartialEq)]
pub struct Constant {
    /// Which fact.
    pub fact: Fact,
    /// What the record says.
    pub value: Text,
    /// What the document must say, one of these, to the character.
    pub said_as: Words,
}

/// The facts about a collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// Name of the project or collection.
    Name,
    /// Its number.
    Code,
    /// The programme that pays for it.
    Programme,
    /// SPDX identifier of the licence.
    Licence,
}

/// Numbers of one scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// What the record calls the scheme.
    pub scheme: Text,
    /// A regular expression that its numbers match.
    pub pattern: Text,
}

impl Label {
    /// Whether the label's text names the practice: a second one begins another sheet.
    pub fn names_sheet(&self) -> bool {
        self.field == Field::Title
    }

    /// Whether the label's text is free text, in which a line may begin like a label.
    pub fn holds_text(&self) -> bool {
        matches!(self.field.kind(), crate::practice::Kind::Text | crate::practice::Kind::Links)
    }

    /// Whether the label's text is a few words: a name, a place, a sum.
    pub fn is_brief(&self) -> bool {
        use crate::practice::Kind;
        matches!(self.field.kind(), Kind::Line | Kind::List | Kind::Year | Kind::Date) || self.field.is_brief_text()
    }

    /// Whether the label asks where it is.
    pub fn is_place(&self) -> bool {
        self.field == Field::Location
    }

    /// Whether the label's text says what the practice costs.
    pub fn is_funding(&self) -> bool {
        self.field == Field::Funding
    }

    /// Whether the label's text is a name, a place or a date.
    pub fn is_name(&self) -> bool {
        use crate::practice::Kind;
        matches!(self.field.kind(), Kind::Line | Kind::Year | Kind::Date) || self.field == Field::Location
    }

    /// Whether the label's text is a list, of people or of anything else.
    pub fn holds_list(&self) -> bool {
        matches!(self.field.kind(), crate::practice::Kind::List | crate::practice::Kind::Contacts)
    }

    /// Whether any file of data may have such a key to describe itself, whatever it is about.
    pub const fn describes_any_file(&self) -> bool {
        use Field::{AsOf, Category, Contacts, Description, Keywords, Language, Links, ShortTitle, Summary, Title};
        matches!(
            self.field,
            AsOf | Category | Contacts | Description | Keywords | Language | Links | ShortTitle | Summary | Title
        )
    }

    /// Whether the label's text names who leads.
    pub fn names_lead(&self) -> bool {
        self.field == Field::LeadOrganisation
    }

    /// Whether the label's text is a date.
    pub fn is_date(&self) -> bool {
        self.field.kind() == crate::practice::Kind::Date
    }

    /// Whether the label asks whether the practice goes on.
    pub fn is_flag(&self) -> bool {
        self.field.kind() == crate::practice::Kind::Flag
    }

    /// Whether the label's text lists people, inside which other labels may name their parts.
    pub fn holds_people(&self) -> bool {
        self.field.kind() == crate::practice::Kind::Contacts
    }

    /// Whether the label's text says where more is to be known: people to ask, or addresses.
    pub fn leads_further(&self) -> bool {
        self.holds_people() || self.field.kind() == crate::practice::Kind::Links
    }

    /// Whether the label's text tells of the practice itself, and not of who, where and by what means.
    pub fn tells(&self) -> bool {
        use crate::practice::Kind;
        let about = matches!(
            self.field,
            Field::Location
                | Field::Funding
                | Field::Funders
                | Field::Partners
                | Field::Stakeholders
                | Field::Themes
                | Field::Keywords
                | Field::Other
        );
        matches!(self.field.kind(), Kind::Text | Kind::List) && !about
    }
}

impl Template {
    /// The wordings of its labels, in the order in which they are written.
    pub fn wordings(&self) -> impl Iterator<Item = Wording<'_>> + Clone {
        let Written { words, folded, labels, lines, columns, files } = &self.written;
        words.iter().zip(folded.iter()).enumerate().filter_map(move |(nth, (words, folded))| {
            let at = labels.get(nth) as u16;
            let place = Place { file: files.get(nth) as u16, line: lines.get(nth), column: columns.get(nth) };
            Some(Wording { words, folded, at, label: self.labels.get(usize::from(at))?, place })
        })
    }

    /// How much the template and the record's schema want a field.
    pub fn demand(&self, field: Field) -> Demand {
        if self.requires.contains(&field) {
            return Demand::Required;
        }
        let asked = if self.asks_for.contains(&field) { Demand::AskedFor } else { Demand::Optional };
        asked.max(field.demand())
    }

    /// Where the file requires or asks for a field.
    pub fn asked_at(&self, field: Field) -> Option<Place> {
        self.asked_at.iter().find(|asked| asked.0 == field).map(|asked| asked.1)
    }

    /// How long the text of a field may be.
    pub fn limit(&self, field: Field) -> Option<&Limit> {
        self.limits.iter().find(|limit| limit.field == field)
    }
}
