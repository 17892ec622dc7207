//! The names of records, unique in a run.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use scheda::practice::sha256;

/// Settles ids: whoever comes first keeps its own.
#[derive(Debug, Default)]
pub struct Ids {
    /// In lower case, as some file systems do not tell cases apart; and as numbers, for a run may take a million. Should two names be one
    /// number, the later is told apart without need.
    taken: HashSet<u64>,
    /// The last number behind a name.
    numbers: HashMap<String, usize>,
    /// Names that are kept for the records of a document.
    kept: HashMap<String, String>,
}

impl Ids {
    /// Keeps names for the records of a document.
    pub fn keep<'n>(&mut self, names: impl IntoIterator<Item = &'n String>, document: &str) {
        self.kept.extend(names.into_iter().map(|name| (name.to_lowercase(), document.to_owned())));
    }

    /// The id of the next record, whose sheet in this document reads `text`.
    pub fn settle(&mut self, id: Option<&str>, text: &str, document: &str) -> String {
        let id = id.filter(|id| !id.is_empty()).unwrap_or("practice");
        if self.take(id, document) {
            return id.to_owned();
        }
        let with_hash = format!("{id}-{}", &sha256(text.as_bytes())[..6]);
        if self.take(&with_hash, document) { with_hash } else { self.numbered(with_hash, document) }
    }

    /// Takes a name, if it is free for a document.
    pub fn take(&mut self, id: &str, document: &str) -> bool {
        let id = id.to_lowercase();
        self.kept.get(&id).is_none_or(|owner| owner == document) && self.taken.insert(number(&id))
    }

    /// A name with the next number. Only the same sheet twice gets as far as that.
    fn numbered(&mut self, name: String, document: &str) -> String {
        let first = self.numbers.get(&name).map_or(2, |last| last + 1);
        let (number, free) = (first..)
            .map(|number| (number, format!("{name}-{number}")))
            .find(|(_, free)| self.take(free, document))
            .unwrap_or((first, name.clone()));
        self.numbers.insert(name, number);
        free
    }
}

/// The same in every run.
fn number(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_clash_gets_the_hash_of_its_sheet() {
        let mut ids = Ids::default();
        assert_eq!(ids.settle(Some("orti"), "a", "a.txt"), "orti");
        assert_eq!(ids.settle(Some("orti"), "abc", "a.txt"), "orti-ba7816");
        assert_eq!(ids.settle(Some("orti"), "abc", "a.txt"), "orti-ba7816-2");
        assert_eq!(ids.settle(Some("ORTI"), "abc", "a.txt"), "ORTI-ba7816-3");
        assert_eq!(ids.settle(None, "", "a.txt"), "practice");
    }

    #[test]
    fn a_name_that_is_kept_goes_to_its_document_alone() {
        let mut ids = Ids::default();
        ids.keep([&String::from("orti")], "b.txt");
        assert_eq!(ids.settle(Some("Orti"), "abc", "a.txt"), "Orti-ba7816");
        assert_eq!(ids.settle(Some("orti"), "x", "b.txt"), "orti");
    }

    /// To count from 2 for each of them would take minutes.
    #[test]
    fn thousands_of_one_sheet_take_no_longer_each() {
        let (mut ids, start) = (Ids::default(), std::time::Instant::now());
        let last = (0..20_000).map(|_| ids.settle(Some("orti"), "abc", "a.txt")).last();
        assert_eq!(last.as_deref(), Some("orti-ba7816-19999"));
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    }
}
