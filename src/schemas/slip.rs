//! Wordings that differ from a word by one letter: each possible slip is looked up, however many wordings there are.

use super::table::Table;

impl<T: Clone> Table<T> {
    /// The wordings that differ from a folded text by one letter: one more, one less, another, or two that changed places.
    pub fn one_letter_off(&self, folded: &str) -> Vec<&str> {
        let mut found: Vec<u32> = Vec::new();
        let mut room = String::with_capacity(folded.len() + 4);
        let mut look_up = |parts: [&str; 2], letter: Option<char>| {
            room.clear();
            room.push_str(parts[0]);
            room.extend(letter);
            room.push_str(parts[1]);
            found.extend(self.find(&room).filter(|_| room != folded).map(|(wording, _)| wording));
        };
        for (at, c) in folded.char_indices().chain([(folded.len(), '\0')]) {
            let (before, rest) = folded.split_at(at);
            let behind = rest.strip_prefix(c);
            for letter in self.letters.chars() {
                look_up([before, rest], Some(letter));
                behind.into_iter().for_each(|behind| look_up([before, behind], Some(letter)));
            }
            if let Some(behind) = behind {
                look_up([before, behind], None);
                if let Some(next) = behind.chars().next() {
                    let swapped = [before, &next.to_string()].concat();
                    look_up([&swapped, &behind[next.len_utf8()..]], Some(c));
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found.into_iter().filter_map(|wording| self.wordings.get(wording as usize)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::Table;

    #[test]
    fn a_slip_is_one_letter() {
        let table = Table::build(["città", "citta", "cita", "gatto"].map(|word| (word.to_owned(), ())).into());
        assert_eq!(table.one_letter_off("citta"), ["cita", "città"]);
        assert_eq!(table.one_letter_off("icta"), ["cita"]);
        assert_eq!(table.one_letter_off("cittaà"), ["citta", "città"]);
        assert_eq!(table.one_letter_off("atto"), ["gatto"]);
        assert_eq!(table.one_letter_off("cane"), [""; 0]);
    }
}
