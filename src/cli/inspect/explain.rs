//! Why the document was read as it was: each sheet's start and template, and each of its labels.

use std::cell::RefCell;
use std::collections::HashMap;

use scheda::Sheet;
use scheda::diagnostic::message::{excerpt, visible};
use scheda::explain::{Candidate, Decision, Explanation, Fit, Reasons, Start, Went, Why};
use scheda::practice::Field;
use scheda::schemas::{Schemas, Stranger, Template, Way, Wording};
use scheda::source::{Source, Span, line_range};
use serde::Serialize;

use super::lines_in_words;
use crate::cli::open::Document;
use crate::cli::summary::count;

/// How many characters of a line are shown.
const SHOWN: usize = 60;

/// The whole report for people.
pub fn report(document: &Document, schemas: &Schemas) -> String {
    let mut text = format!("{}: {}\n", visible(&document.source.name), count(document.reading.sheets.len(), "sheet"));
    let Some(explained) = explain(document, schemas) else { return text };
    for template in &explained.templates {
        text += &format!("  template {}: {}\n", template.template, template.why);
    }
    for sheet in &explained.sheets {
        text += &format!("\nsheet {}: {}\n  starts there: {}\n", sheet.sheet, sheet.place, sheet.starts);
        text += &format!("  read by {}: {}\n\n", sheet.template, sheet.chosen);
        text.extend(sheet.labels.iter().map(line));
    }
    for mark in &explained.idle_marks {
        text += &format!("\nline {}  {}  \u{2192} starts no sheet: {}\n", mark.line, mark.words, mark.why);
    }
    text
}

fn line(label: &LabelReason) -> String {
    let to_do = label.to_do.as_ref().map_or(String::new(), |to_do| format!("; {to_do}"));
    let field = label.field.unwrap_or_default();
    let went = match label.went {
        "field" => String::from(field),
        "text" if !field.is_empty() => format!("text of {field}"),
        went => String::from(went),
    };
    format!("  line {}  {}  \u{2192} {went}: {}{to_do}\n", label.line, label.words, label.why)
}

/// The explanation in words; both reports are made of it.
#[derive(Serialize)]
pub struct Explained {
    templates: Vec<TemplateReason>,
    sheets: Vec<SheetReason>,
    idle_marks: Vec<Mark>,
}

#[derive(Serialize)]
struct TemplateReason {
    template: String,
    why: String,
}

#[derive(Serialize)]
struct SheetReason {
    sheet: usize,
    #[serde(skip)]
    place: String,
    starts: String,
    template: String,
    chosen: String,
    labels: Vec<LabelReason>,
}

#[derive(Serialize)]
struct LabelReason {
    line: usize,
    start: usize,
    end: usize,
    words: String,
    /// `field`, `text`, `section`, `heading`, `unmapped`.
    went: &'static str,
    /// The field that it opened, or in whose text it stays.
    field: Option<&'static str>,
    why: String,
    to_do: Option<String>,
}

#[derive(Serialize)]
struct Mark {
    line: usize,
    words: String,
    why: &'static str,
}

/// Says why a document was read as it was, if that was noted.
pub fn explain(document: &Document, schemas: &Schemas) -> Option<Explained> {
    let Explanation { sheets, candidates, idle_marks } = document.reading.explanation.as_ref()?;
    let teller = Teller { source: &document.source, schemas, places: RefCell::default() };
    let numbered = (1..).zip(document.reading.sheets.iter().zip(sheets));
    Some(Explained {
        templates: candidates.iter().map(|candidate| teller.candidate(*candidate)).collect(),
        sheets: numbered.map(|(number, (sheet, reasons))| teller.sheet(number, sheet, reasons)).collect(),
        idle_marks: idle_marks.iter().map(|mark| teller.idle(*mark)).collect(),
    })
}

/// Says reasons in words.
struct Teller<'a> {
    source: &'a Source,
    schemas: &'a Schemas,
    /// Where the wordings of a template stand, by its position; filled when the first is asked for.
    places: RefCell<HashMap<u16, HashMap<String, String>>>,
}

impl<'a> Teller<'a> {
    fn words(&self, span: Span) -> String {
        visible(&excerpt(span.of(&self.source.text), SHOWN)).to_string()
    }

    fn line(&self, span: Span) -> usize {
        line_range(self.source, span).0
    }

    fn name(&self, template: u16) -> &'a str {
        self.schemas.templates.get(usize::from(template)).map_or("", |template| template.name.as_ref())
    }

    fn idle(&self, mark: Span) -> Mark {
        let why = "no label of its template stands behind it";
        Mark { line: self.line(mark), words: self.words(mark), why }
    }

    fn candidate(&self, Candidate { template, fit }: Candidate) -> TemplateReason {
        let why = match fit {
            Fit::Chosen => String::from("chosen"),
            Fit::FewOwn { met, wanted } => {
                format!("not chosen: it has {met} of the labels that no other form has, and needs {wanted}")
            }
            Fit::FewLabels { met, wanted } => {
                format!("not chosen: {} of it, and it needs {wanted}", count(met, "label"))
            }
            Fit::Outdone { met, by } => {
                format!("not chosen: {} of it, and {} has more", count(met, "label"), self.name(by))
            }
        };
        TemplateReason { template: self.name(template).to_owned(), why }
    }

    // Sheets

    fn sheet(&self, number: usize, sheet: &Sheet, reasons: &Reasons) -> SheetReason {
        let template = self.schemas.template(&sheet.template);
        let labels = template.map_or(Vec::new(), |(at, template)| {
            reasons.decisions.iter().map(|decision| self.label(*decision, at, template)).collect()
        });
        SheetReason {
            sheet: number,
            place: lines_in_words(&[line_range(self.source, sheet.span)], 1),
            starts: self.starts(reasons),
            template: sheet.template.clone(),
            chosen: chosen(reasons.start),
            labels,
        }
    }

    fn starts(&self, reasons: &Reasons) -> String {
        let first = "it is the first line with content, and the document has no start mark";
        match (reasons.start, reasons.title) {
            (Start::Mark { words, .. }, _) => {
                format!("\u{201c}{}\u{201d} in line {} is a start mark", self.words(words), self.line(words))
            }
            (Start::Data, _) => String::from("it is an object whose keys are labels"),
            (Start::Row { header }, _) => {
                format!("it is a row of the table whose labels stand in line {}", self.line(header))
            }
            (_, Some(title)) => {
                let title = format!("\u{201c}{}\u{201d} in line {}", self.words(title), self.line(title));
                format!("each practice begins with its title, and here is {title}")
            }
            (_, None) => String::from(first),
        }
    }

    // Labels

    fn label(&self, Decision { words, went, why }: Decision, at: u16, template: &Template) -> LabelReason {
        let shown = self.words(words);
        let (why, to_do) = match why {
            Why::Known { way, wording } => (self.known(way, wording, at), None),
            Why::Unknown => self.unknown(words, template),
            why => self.refused(why),
        };
        let (went, field) = went_where(went, template);
        LabelReason {
            line: self.line(words),
            start: words.start,
            end: words.end,
            words: shown,
            went,
            field,
            why,
            to_do,
        }
    }

    fn known(&self, way: Way, wording: u32, at: u16) -> String {
        let folded = self.schemas.wordings.wordings.get(wording as usize).unwrap_or_default();
        let place = self.place(at, folded).map_or(String::new(), |place| format!(" ({place})"));
        let name = self.name(at);
        match how(way) {
            None => format!("exact wording of {name}{place}"),
            Some(how) => format!("{how}: \u{201c}{folded}\u{201d} of {name}{place}"),
        }
    }

    /// Where a template has a wording.
    fn place(&self, at: u16, folded: &str) -> Option<String> {
        let template = self.schemas.templates.get(usize::from(at))?;
        let place = |wording: Wording<'_>| (wording.folded.to_owned(), self.schemas.line_of(wording.place));
        let mut places = self.places.borrow_mut();
        // Of several the first stands.
        let of_template = places.entry(at).or_insert_with(|| {
            let mut all: Vec<_> = template.wordings().map(place).collect();
            all.reverse();
            all.into_iter().collect()
        });
        of_template.get(folded).map(|place| place.trim_start_matches("schemas/").to_owned())
    }

    fn unknown(&self, words: Span, template: &Template) -> (String, Option<String>) {
        let name = &template.name;
        let (why, to_do) = match self.schemas.stranger(words.of(&self.source.text), template) {
            Stranger::OfThePage => ("words of the page of a site".into(), None),
            Stranger::Quoted => ("it stands in quotation marks".into(), Some("write it without them".into())),
            Stranger::TwoMeanings => ("its two halves mean different things".into(), Some("write one of them".into())),
            Stranger::Like(known) => {
                let place = self.place_of(known);
                let why = format!("no wording of {name}; the nearest is \u{201c}{}\u{201d} ({place})", known.words);
                (why, Some(format!("write \u{201c}{}\u{201d} if that is meant", known.words)))
            }
            Stranger::Nobody => {
                let to_do = "if it is a label, add it to a template of yours (docs/templates.md)";
                (format!("no wording of {name} is like it"), Some(to_do.into()))
            }
        };
        (why, to_do)
    }

    fn place_of(&self, wording: Wording<'_>) -> String {
        self.schemas.line_of(wording.place).trim_start_matches("schemas/").to_owned()
    }

    fn refused(&self, why: Why) -> (String, Option<String>) {
        let own_line = "give it a line of its own";
        let add = "add it to a template of yours (docs/templates.md)";
        let (why, to_do) = match why {
            Why::OtherTemplate(other) => {
                let name = self.name(other);
                let to_do = format!("read the sheet with --template {name} if it is one");
                let family = other != self.schemas.generic();
                return (format!("known to the template {name} only"), Some(to_do).filter(|_| family));
            }
            Why::OnlyPart => ("known inside a contact only", None),
            Why::Again => ("the same label has the same value above", None),
            Why::InsideValue => ("it is a key inside the value above it", None),
            Why::PartOfGroup => {
                ("each time it stands behind the same label of a list, so it is a part of its items", None)
            }
            Why::Groups => ("nobody knows it, and labels follow it", None),
            Why::PartOfContact => ("it names a part of the contact above it", None),
            Why::FirstName => ("it says what the sheet is about, and no label names the practice", None),
            Why::Reaches => ("an address or a number alone stands behind it", None),
            Why::Bullet => ("it stands in a list", Some(own_line)),
            Why::BelowPeople => ("it does not stand as labels do, below the people of the field above", Some(own_line)),
            Why::Style => ("nobody knows it, but it is written as the labels of this form are", Some(add)),
            Why::OfValue => ("it belongs to the value of the label above", None),
            Why::InText => ("it stands inside the text below a heading", Some("make it a heading, too")),
            Why::BehindSentence => ("it stands behind a sentence", Some(own_line)),
            Why::Said => ("a sentence goes on behind its colon", Some(own_line)),
            Why::Capitals => ("the template writes it in capitals", Some("write it so")),
            Why::Small => ("it begins with a small letter", Some("begin it with a capital")),
            Why::Known { .. } | Why::Unknown => ("", None),
        };
        (why.to_owned(), to_do.map(str::to_owned))
    }
}

/// Where words went, in words.
fn went_where(went: Went, template: &Template) -> (&'static str, Option<&'static str>) {
    let field = |label: u16| Some(template.labels.get(usize::from(label))?.field.key());
    match went {
        Went::Label(label) => ("field", field(label)),
        Went::Credit(at) => ("field", Field::ALL.get(usize::from(at)).map(|field| field.key())),
        Went::Text(label) => ("text", label.and_then(field)),
        Went::Section => ("section", None),
        Went::Heading => ("heading", None),
        Went::Unmapped => ("unmapped", None),
    }
}

/// What decided on the template of a sheet.
fn chosen(start: Start) -> String {
    match start {
        Start::Mark { labels, .. } => {
            format!("the start mark is its own, with {} behind it", count(labels, "label"))
        }
        Start::Row { .. } => String::from("it knows most of the labels of the table"),
        Start::Data => String::from("it has the labels of every language, which keys are read as"),
        Start::Told => String::from("you said so"),
        Start::Family { labels } => format!("{} of it, and no template has more", count(labels, "label")),
        Start::Page { labels, credits } => {
            let credits = if credits > 0 { format!(" and {}", count(credits, "credit")) } else { String::new() };
            format!("{}{credits} of the shared vocabulary, and no family has enough", count(labels, "label"))
        }
    }
}

/// How a wording was recognised; nothing where to the word.
const fn how(way: Way) -> Option<&'static str> {
    Some(match way {
        Way::Exact => return None,
        Way::Key => "as the words of a key",
        Way::QuestionMark => "but for a question mark",
        Way::Quotes => "without its quotation marks",
        Way::Brackets => "without its brackets",
        Way::Ending => "without its second ending",
        Way::Article => "without its article",
        Way::Half => "one side of its slash or dash",
        Way::Modifiers => "without the words around it",
        Way::Question => "what the question asks for",
        Way::Number => "without its number",
        Way::Mended => "without a space too many",
        Way::Beginning => "written as the labels of this form are, and it begins with",
        Way::Misspelt => "written as the labels of this form are, and one letter off",
    })
}
