//! What a document says twice: pages copied with all their boxes, the text of a viewer above its transcript.

use crate::explain::{Decision, Went, Why};
use crate::hashed::{HashMap, HashSet};
use crate::ledger::{Claim, Class};
use crate::schemas::fold_words;
use crate::sheets::{Entries, Entry, Line, Opener};
use crate::source::Span;

/// Leaves out labels with the value that the same label has above; page headers come again so, too.
pub fn leave_out(text: &str, entries: &mut Entries, decisions: &mut [Decision]) {
    let mut counts: HashMap<(u16, String), usize> = HashMap::default();
    for (label, _, words) in entries.entries.iter().filter_map(labelled) {
        *counts.entry((label, fold_words(words.of(text)))).or_default() += 1;
    }
    let mut known: HashSet<(u16, String, String)> = HashSet::default();
    let mut again: Vec<(Span, Span)> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    entries.entries.retain(|entry| {
        let Some((label, span, words)) = labelled(entry) else { return true };
        let name = fold_words(words.of(text));
        let several = counts.get(&(label, name.clone())).is_some_and(|count| *count > 1);
        if !several || known.insert((label, name, fold_words(Line::text_of(&entry.lines, text)))) {
            return true;
        }
        again.push((span, words));
        lines.extend(&entry.lines);
        false
    });
    for decision in decisions.iter_mut().filter(|it| again.iter().any(|(_, words)| *words == it.words)) {
        (decision.went, decision.why) = (Went::Text(None), Why::Again);
    }
    let spans = again.into_iter().map(|(span, _)| span).chain(lines.into_iter().map(|line| line.body));
    entries.claims.extend(spans.map(|span| Claim { span, class: Class::Furniture, field: None }));
}

/// The label of an entry of a text that has a value, with its bytes and its words.
fn labelled(entry: &Entry) -> Option<(u16, Span, Span)> {
    match entry.opener {
        Opener::Label { label, span, words, .. } if !entry.lines.is_empty() && !entry.is_data() => {
            Some((label, span, words))
        }
        _ => None,
    }
}
