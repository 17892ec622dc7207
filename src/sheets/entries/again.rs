//! What a document says twice: pages copied with all their boxes, the text of a viewer above its transcript.

use crate::explain::{Decision, Went, Why};
use crate::hashed::{HashMap, HashSet};
use crate::ledger::{Claim, Class};
use crate::schemas::fold_words;
use crate::sheets::{Entries, Entry, Line, LineShape, Opener};
use crate::source::Span;

/// Leaves out labels one behind the other that have the values that the same labels have above. One alone may be said of something else:
/// the budget of a second activity.
pub fn leave_out(text: &str, entries: &mut Entries, decisions: &mut [Decision]) {
    let same = said_above(text, &entries.entries);
    let again = |at: usize| same[at] && (at > 0 && same[at - 1] || same.get(at + 1) == Some(&true));
    if !(0..same.len()).any(again) {
        return;
    }
    let mut at = 0..;
    let (own, left_out): (Vec<Entry>, Vec<Entry>) =
        std::mem::take(&mut entries.entries).into_iter().partition(|_| !at.next().is_some_and(again));
    entries.entries = own;
    let words: HashSet<Span> = left_out.iter().filter_map(labelled).map(|(_, _, words)| words).collect();
    for decision in decisions.iter_mut().filter(|decision| words.contains(&decision.words)) {
        (decision.went, decision.why) = (Went::Text(None), Why::Again);
    }
    let claim = |span| Claim { span, class: Class::Furniture, field: None };
    for entry in &left_out {
        entries.claims.extend(labelled(entry).map(|(_, span, _)| claim(span)));
        entries.claims.extend(entry.lines.iter().flat_map(|line| [Some(line.body), bullet(line)]).flatten().map(claim));
    }
}

/// For each entry whether the same label has the same value above.
fn said_above(text: &str, entries: &[Entry]) -> Vec<bool> {
    let name = |entry: &Entry| labelled(entry).map(|(label, _, words)| (label, fold_words(words.of(text))));
    let names: Vec<Option<(u16, String)>> = entries.iter().map(name).collect();
    let mut counts: HashMap<&(u16, String), usize> = HashMap::default();
    names.iter().flatten().for_each(|name| *counts.entry(name).or_default() += 1);
    let mut known: HashSet<(&(u16, String), String)> = HashSet::default();
    let mut again = Vec::with_capacity(entries.len());
    for (entry, name) in entries.iter().zip(&names) {
        let name = name.as_ref().filter(|name| counts[name] > 1);
        let value = || fold_words(Line::text_of(&entry.lines, text));
        again.push(name.is_some_and(|name| !known.insert((name, value()))));
    }
    again
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

fn bullet(line: &Line) -> Option<Span> {
    match line.shape {
        LineShape::Bullet { marker, .. } => Some(marker),
        _ => None,
    }
}
