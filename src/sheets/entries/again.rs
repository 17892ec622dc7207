//! What a document says twice: pages copied with all their boxes, the text of a viewer above its transcript.

use crate::explain::{Decision, Went, Why};
use crate::hashed::{HashMap, HashSet};
use crate::ledger::{Claim, Class};
use crate::schemas::fold_words;
use crate::sheets::{Entries, Entry, Line, Opener};
use crate::source::Span;

/// Leaves out labels one behind the other that have the values that the same labels have above. One alone may be said of something else,
/// the budget of a second activity, and so may those below a label with another value: `Objective: more shade`.
pub fn leave_out(text: &str, entries: &mut Entries, decisions: &mut [Decision]) {
    let again = shown_again(text, &entries.entries);
    if again.is_empty() {
        return;
    }
    let mut at = 0..;
    let (own, left_out): (Vec<Entry>, Vec<Entry>) = std::mem::take(&mut entries.entries)
        .into_iter()
        .partition(|_| !at.next().is_some_and(|at: usize| again.contains(&at)));
    entries.entries = own;
    let words: HashSet<Span> = left_out.iter().filter_map(labelled).map(|(_, _, words)| words).collect();
    for decision in decisions.iter_mut().filter(|decision| words.contains(&decision.words)) {
        (decision.went, decision.why) = (Went::Text(None), Why::Again);
    }
    let claim = |span| Claim { span, class: Class::Furniture, field: None };
    for entry in &left_out {
        entries.claims.extend(labelled(entry).map(|(_, span, _)| claim(span)));
        entries
            .claims
            .extend(entry.lines.iter().flat_map(|line| [Some(line.body), line.bullet()]).flatten().map(claim));
    }
}

/// The positions of entries that a page shows once more.
fn shown_again(text: &str, entries: &[Entry]) -> HashSet<usize> {
    let name = |entry: &Entry| labelled(entry).map(|(label, _, words)| (label, fold_words(words.of(text))));
    let names: Vec<Option<(u16, String)>> = entries.iter().map(name).collect();
    let first = first_said(text, entries, &names);
    let at: Vec<usize> = (0..entries.len()).collect();
    let runs = at.chunk_by(|a, b| first[*a].is_some() && first[*b].is_some());
    // Where the label before is that of before, it has another value: what follows is said of that.
    let of_another = |run: &[usize]| {
        let before = |at: usize| at.checked_sub(1).and_then(|at| names[at].as_ref());
        let above = first[run[0]].and_then(before);
        above.is_some() && above == before(run[0])
    };
    runs.filter(|run| run.len() > 1 && !of_another(run)).flatten().copied().collect()
}

/// For each entry the position of the first above with the same label and value.
fn first_said(text: &str, entries: &[Entry], names: &[Option<(u16, String)>]) -> Vec<Option<usize>> {
    let mut counts: HashMap<&(u16, String), usize> = HashMap::default();
    names.iter().flatten().for_each(|name| *counts.entry(name).or_default() += 1);
    let mut known: HashMap<(&(u16, String), String), usize> = HashMap::default();
    let mut first = Vec::with_capacity(entries.len());
    for (at, (entry, name)) in entries.iter().zip(names).enumerate() {
        let name = name.as_ref().filter(|name| counts[name] > 1);
        let said = name.map(|name| *known.entry((name, fold_words(Line::text_of(&entry.lines, text)))).or_insert(at));
        first.push(said.filter(|said| *said < at));
    }
    first
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
