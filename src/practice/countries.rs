//! The names of countries in a text.

use std::ops::Range;

use crate::schemas::{Countries, Country, fold_spelling, is_word};
use crate::source::{Span, holds_address};

/// The countries that a text names, with the bytes of each name, in order.
///
/// A name is whole words with a capital, the longest there is; not in an address of the web, nor behind `Corso` or `Rue de`.
pub(super) fn names<'s>(text: &str, countries: &'s Countries) -> Vec<(Range<usize>, &'s str)> {
    let Words { words, folded } = Words::of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some((country, next)) = name(text, &words[at..], &folded, countries) else {
            at += 1;
            continue;
        };
        let span = words[at].span.start..words[at + next - 1].span.end;
        let is_name = is_written(&text[span.clone()], country) && !is_street(text, &words[..=at], &folded, countries);
        found.extend(country.code().filter(|_| is_name).map(|code| (span, code)));
        at += next;
    }
    found
}

/// A word of a text.
struct Word {
    span: Range<usize>,
    /// Where it stands, folded, among all of them; those of an address are blank.
    folded: Range<usize>,
}

/// Bytes of a word with what stands behind it, about.
const WORD: usize = 6;

/// The words of a text.
struct Words {
    words: Vec<Word>,
    /// All of them folded, with a space between them.
    folded: String,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words =
            Self { words: Vec::with_capacity(text.len() / WORD + 1), folded: String::with_capacity(text.len() + 1) };
        for chunk in text.split_whitespace() {
            let is_address = is_address(chunk);
            for word in chunk.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()) {
                words.push(Span::of_slice(text, word).into(), if is_address { "" } else { word });
            }
        }
        words
    }

    fn push(&mut self, span: Range<usize>, word: &str) {
        let start = self.folded.len();
        if word.is_ascii() {
            self.folded.push_str(word);
            self.folded[start..].make_ascii_lowercase();
        } else {
            self.folded.push_str(&fold_spelling(word));
        }
        self.words.push(Word { span, folded: start..self.folded.len() });
        self.folded.push(' ');
    }
}

/// Whether words without white space are an address, in whole or in part.
fn is_address(words: &str) -> bool {
    // Most have none of these characters.
    memchr::memchr3(b':', b'@', b'.', words.as_bytes()).is_some() && (holds_address(words) || words.contains('@'))
}

/// The longest name that the first words make, with the number of its words.
fn name<'s>(text: &str, words: &[Word], folded: &str, countries: &'s Countries) -> Option<(&'s Country, usize)> {
    let first = words.first()?.folded.clone();
    countries.heads.get(&folded[first.clone()])?;
    let mut best = None;
    for (at, word) in words.iter().enumerate() {
        let name = first.start..word.folded.end;
        let apart = at > 0 && !joins(&text[words[at - 1].span.end..word.span.start]);
        if apart || word.folded.is_empty() || name.len() > countries.names.longest {
            break;
        }
        best = countries.names.get(&folded[name]).map(|country| (country, at + 1)).or(best);
    }
    best
}

/// Whether what stands between two words may stand inside a name: `Guinea-Bissau`, `Côte d'Ivoire`, `U.S.A.`
fn joins(between: &str) -> bool {
    let is_tight = !between.contains(char::is_whitespace);
    let belongs = |c: char| match c {
        '\n' => false,
        '-' | '‐' | '‑' => is_tight,
        _ => c.is_whitespace() || matches!(c, '\'' | '’' | '.' | '&' | '\u{200b}'),
    };
    between.chars().all(belongs)
}

/// Whether a name is written as names are: with a capital, or in capitals alone.
fn is_written(name: &str, country: &Country) -> bool {
    let small =
        if country.capitals { name.chars().any(char::is_lowercase) } else { name.starts_with(char::is_lowercase) };
    !small
}

/// Whether the last of the words follows, perhaps over one small word, one such as `Corso`.
fn is_street(text: &str, words: &[Word], folded: &str, countries: &Countries) -> bool {
    let Some((mut after, before)) = words.split_last() else { return false };
    for (nth, word) in before.iter().rev().take(3).enumerate() {
        if !joins(&text[word.span.end..after.span.start]) {
            return false;
        }
        if countries.streets.get(&folded[word.folded.clone()]).is_some() {
            return true;
        }
        let is_small = text[word.span.clone()].starts_with(char::is_lowercase) && word.folded.len() <= 5;
        if !is_small || nth == 2 {
            return false;
        }
        after = word;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schemas::Schemas;

    fn codes(text: &str) -> String {
        let mut codes: Vec<&str> =
            names(text, &Schemas::builtin().countries).into_iter().map(|(_, code)| code).collect();
        codes.dedup();
        codes.join(" ")
    }

    #[test]
    fn countries_are_known_by_their_names_in_eight_languages() {
        for text in [
            "Germania, Spagna e Regno Unito",
            "Germany, Spain and the United Kingdom",
            "Alemania, España y Reino Unido",
            "Deutschland, Spanien und Vereinigtes Königreich",
            "Allemagne, Espagne et Royaume-Uni",
            "Alemanha, Espanha e Reino Unido",
            "Alemanya, Espanya i Regne Unit",
            "Γερμανία, Ισπανία και Ηνωμένο Βασίλειο",
            "GERMANIA - SPAGNA - REGNO UNITO",
            "Bundesrepublik Deutschland / Espan\u{303}a / UK",
        ] {
            assert_eq!(codes(text), "DE ES GB", "{text}");
        }
    }

    #[test]
    fn variants_and_parts_of_countries_are_known() {
        for (text, expected) in [
            ("Olanda, Holland, the Netherlands, Pays-Bas", "NL"),
            ("Repubblica Ceca, Cechia, Czech Republic", "CZ"),
            ("Inghilterra, Scotland, Galles, Northern Ireland, U.K.", "GB"),
            ("USA, U.S.A., Stati Uniti d’America, EE.UU.", "US"),
            ("dell'Austria, d’Italia, l'Italia", "AT IT"),
            ("Madrid/Spagna", "ES"),
            ("Côte d'Ivoire", "CI"),
            ("Guinea-Bissau", "GW"),
            ("Niger", "NE"),
            ("im Norden Deutschlands", "DE"),
            ("Βόρεια Μακεδονία, της Ελλάδας", "MK GR"),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_country_is_none() {
        for text in [
            "provincia di Trento",
            "Roma, Wien, Αθήνα",
            "la cooperativa italiana, Spanish society, deutsche Städte",
            "Nigerian, Germanian, Italian",
            "malta e mattoni",
            "about us, Us",
            "https://www.italia.it/Italia info@Italia.it www.Spagna.it",
            "Corso Francia 5, Piazza di Spagna, Avenida de Portugal, Rue d'Italie",
            "New Mexico, New England",
            "Sovrano Militare Ordine di Malta",
            "Granada, Monaco, Macedonia, Santa Lucia, Montserrat",
            "Congo, Korea",
            "United\n\n- Kingdom",
        ] {
            assert_eq!(codes(text), "", "{text}");
        }
    }

    #[test]
    fn a_name_stands_inside_no_other() {
        for (text, expected) in [
            ("Nigeria", "NG"),
            ("South Sudan", "SS"),
            ("Papua New Guinea", "PG"),
            ("Repubblica Democratica del Congo", "CD"),
            ("Guinea\n- Bissau", "GN"),
            ("Guinea - Bissau", "GN"),
        ] {
            assert_eq!(codes(text), expected, "{text}");
        }
    }

    #[test]
    fn every_name_gives_its_code_by_itself() {
        let countries = &Schemas::builtin().countries;
        let known: std::collections::BTreeSet<&str> =
            countries.names.iter().filter_map(|(_, country)| country.code()).collect();
        assert_eq!(known.len(), 249);
        for (name, country) in countries.names.iter() {
            assert_eq!(countries.code(name), country.code(), "{name}");
        }
    }
}
