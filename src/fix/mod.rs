//! Repairs of records in YAML that change nothing of what they say: white space, forms of dates and addresses, misspelt keys and the
//! order of keys. Comments, `extra` and everything that is right stay as they are, to the byte.

mod order;
mod spaces;
mod values;

use crate::data::{Language, Tree};
use crate::diagnostic::Diagnostic;
use crate::practice::Field;
use crate::records::{self, Records};
use crate::schemas::Schemas;
use crate::source::{Encoding, Source, Span};
use crate::{Options, Sheet};

/// A text with its repairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The text as it should be.
    pub text: String,
    /// What was done, in the order of the text.
    pub repairs: Vec<Repair>,
}

/// Something that was repaired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// A key that was misspelt by one letter.
    Key,
    /// A text that looked like a number, or a year in quotes.
    Type,
    /// A date that was not written as ISO 8601 has it.
    Date,
    /// An address on the web without `https://`.
    Url,
    /// Capitals behind the `@` of an e-mail address.
    Email,
    /// White space around words, at line ends or at the end of the file.
    Space,
    /// The order of keys.
    Order,
}

/// A change of some bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Edit {
    span: Span,
    text: String,
    repair: Repair,
}

/// Rounds of repairs: what one of them uncovers (a value behind a misspelt key) is for the next. Three are enough for all that is known.
const ROUNDS: usize = 8;

/// Repairs a document until nothing is left to repair; nothing where it holds no records in YAML, is broken, or needs none.
pub fn fix(source: &Source, schemas: &Schemas) -> Option<Fixed> {
    // A file in another encoding would be written in UTF-8, which is more than a repair.
    if source.encoding != Encoding::Utf8 {
        return None;
    }
    let mut fixed = Fixed { text: source.text.clone(), repairs: Vec::new() };
    for _ in 0..ROUNDS {
        let now = Source::from_text(source.name.clone(), fixed.text.clone());
        let Some(round) = round(&now, schemas) else { break };
        fixed.text = round.text;
        fixed.repairs.extend(round.repairs);
    }
    (fixed.text != source.text).then_some(fixed)
}

/// Repairs what shows in a text as it is.
fn round(source: &Source, schemas: &Schemas) -> Option<Fixed> {
    let before = read(source, schemas)?;
    let mut fixed = Fixed { text: source.text.clone(), repairs: Vec::new() };
    for find in [values::edits as Finder, order::edits, spaces::edits] {
        let now = Source::from_text(source.name.clone(), fixed.text.clone());
        let (tree, reading) = read(&now, schemas)?;
        let edits = find(&now, &tree, &reading, schemas);
        fixed.text = apply(&now.text, edits, &mut fixed.repairs);
    }
    let after = read(&Source::from_text(source.name.clone(), fixed.text.clone()), schemas)?;
    // What was right before is right still: a repair that loses anything is none.
    let kept = keeps(&before.1, &after.1);
    (kept && fixed.text != source.text).then_some(fixed)
}

/// Why the records of a document are left as they are: the file is broken, or of a schema that nobody here knows.
pub fn refusal(source: &Source, schemas: &Schemas) -> Option<Diagnostic> {
    let tree = Language::Yaml.read(&source.text);
    let reading = records::read(source, Language::Yaml, &tree, schemas, &Options::default())?;
    reading.findings.into_iter().next()
}

type Finder = fn(&Source, &Tree, &Records, &Schemas) -> Vec<Edit>;

fn read(source: &Source, schemas: &Schemas) -> Option<(Tree, Records)> {
    if Language::of_name(&source.name).is_some_and(|language| language != Language::Yaml) {
        return None;
    }
    let tree = Language::Yaml.read(&source.text);
    let reading = records::read(source, Language::Yaml, &tree, schemas, &Options::default())?;
    // Broken files, and those of a schema that nobody here knows, are left to people.
    let is_sound = tree.is_sound() && reading.findings.is_empty();
    is_sound.then_some((tree, reading))
}

/// The text with its changes, which are counted; of two that overlap the first counts, and the other is for the next round.
fn apply(text: &str, mut edits: Vec<Edit>, repairs: &mut Vec<Repair>) -> String {
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits.iter().filter(|edit| !edit.span.is_empty() || !edit.text.is_empty()) {
        if edit.span.start >= at {
            out.push_str(&text[at..edit.span.start]);
            out.push_str(&edit.text);
            at = edit.span.end;
            repairs.push(edit.repair);
        }
    }
    out + &text[at..]
}

/// Whether the records say what they said: as many of them, and no key less.
fn keeps(before: &Records, after: &Records) -> bool {
    let (before, after) = (&before.sheets, &after.sheets);
    let same = |(before, after): (&Sheet, &Sheet)| {
        let (before, after) = (&before.record, &after.record);
        Field::ALL.iter().all(|&field| !before.has(field) || after.has(field)) && before.extra == after.extra
    };
    before.len() == after.len() && before.iter().zip(after).all(same)
}
