//! The names of records, unique in a run.

use std::collections::HashSet;

use scheda::practice::sha256;

/// Settles ids: whoever comes first keeps its own.
#[derive(Debug, Default)]
pub struct Ids {
    /// In lower case: some file systems do not tell cases apart.
    taken: HashSet<String>,
}

impl Ids {
    /// The id of the next record, whose sheet reads `text`.
    pub fn settle(&mut self, id: Option<&str>, text: &str) -> String {
        let id = id.filter(|id| !id.is_empty()).unwrap_or("practice");
        if self.take(id) {
            return id.to_owned();
        }
        let with_hash = format!("{id}-{}", &sha256(text.as_bytes())[..6]);
        // Only the same sheet twice gets as far as the numbers.
        let numbered = (2..).map(|number| format!("{with_hash}-{number}"));
        let mut names = std::iter::once(with_hash.clone()).chain(numbered);
        names.find(|name| self.take(name)).unwrap_or(with_hash)
    }

    fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_clash_gets_the_hash_of_its_sheet() {
        let mut ids = Ids::default();
        assert_eq!(ids.settle(Some("orti"), "a"), "orti");
        assert_eq!(ids.settle(Some("orti"), "abc"), "orti-ba7816");
        assert_eq!(ids.settle(Some("orti"), "abc"), "orti-ba7816-2");
        assert_eq!(ids.settle(Some("ORTI"), "abc"), "ORTI-ba7816-3");
        assert_eq!(ids.settle(None, ""), "practice");
    }
}
