//! What stands behind the last value of a page and is about the page, not about the practice: `Author: A. Sample, 12 May`, `© Sample Club`.

use crate::hashed::HashSet;
use crate::schemas::{Label, Schemas};
use crate::sheets::{Entries, Entry, Gap, Line, LineShape, Opener};

/// Words before a colon that make a label nobody knows, at most.
const WORDS: usize = 4;
/// Labels of a form at least.
const LABELS: usize = 4;
/// What parts the words of a menu, and how many of its parts a line has at least.
const MENU: &str = " | ";
const PARTS: usize = 3;
/// Words of a sentence, which tells of the practice, at least.
const SENTENCE: usize = 5;

/// Takes off what stands behind the last value of a form, a text or list: the last paragraphs that cannot go on with it.
pub fn leave_out(text: &str, entries: &mut Entries, labels: &[Label], schemas: &Schemas) {
    let field = |entry: &Entry| match entry.opener {
        Opener::Label { label, .. } => labels.get(usize::from(label)),
        _ => None,
    };
    let fields: HashSet<_> = entries.entries.iter().filter_map(field).map(|label| label.field).collect();
    if fields.len() < LABELS {
        return;
    }
    // Who can be asked, and when a page was changed, may stand further below.
    let tells = |entry: &Entry| field(entry).is_some_and(Label::tells);
    let last = entries.entries.iter().rposition(tells).unwrap_or(0);
    let takes = |entry: &Entry| field(entry).is_some_and(|label| !label.holds_people() && !label.leads_further());
    let mut loose = Vec::new();
    for entry in entries.entries[last..].iter_mut().filter(|entry| takes(entry)) {
        let paragraphs = (1..entry.lines.len()).filter(|&at| entry.lines[at].gap >= Gap::Blank);
        // The text of the practice ends with its last sentences.
        let of_page = |at: &usize| is_of_page(text, &entry.lines, *at, schemas);
        let end = paragraphs.rev().take_while(of_page).last().unwrap_or(entry.lines.len());
        loose.extend(entry.lines.drain(end..));
    }
    entries.loose.extend(loose);
}

/// Whether a paragraph of a value is none of it: it begins with a label that nobody knows, where none does above, or is a notice or menu.
fn is_of_page(text: &str, lines: &[Line], at: usize, schemas: &Schemas) -> bool {
    let line = &lines[at];
    let words = line.body.of(text);
    if !matches!(line.shape, LineShape::Prose | LineShape::Paragraph) {
        return false;
    }
    let length = lines[at + 1..].iter().take_while(|line| line.gap < Gap::Blank).count();
    let paragraph = Line::text_of(&lines[at..=at + length], text);
    let said = paragraph.ends_with('.') && paragraph.split_whitespace().count() > SENTENCE;
    let notice = paragraph.starts_with('©') || !said && paragraph.contains('©');
    let menu = words.matches(MENU).count() + 1 >= PARTS && !words.ends_with('.');
    let alike = || lines[..at].iter().any(|line| is_label(line.body.of(text), schemas));
    notice || menu || !said && is_label(words, schemas) && !alike()
}

/// `Author: A. Sample`, and no `Please note: …`, `https://…` or label that is known: what stands below that is found in another way.
fn is_label(line: &str, schemas: &Schemas) -> bool {
    let Some((words, value)) = line.split_once(':') else { return false };
    let few = (1..=WORDS).contains(&words.split_whitespace().count());
    let named = words.starts_with(char::is_uppercase) && words.chars().all(|c| c.is_alphabetic() || c.is_whitespace());
    few && named && value.starts_with(' ') && !schemas.begins_remark(words) && !schemas.is_label(words)
}
