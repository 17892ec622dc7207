//! Words that keep the place of a value free.

use memchr::memmem::Finder;

use super::Schemas;
use super::fold::fold_words;
use super::instructions::begins_with;

/// Letters `x` in a row that are no number of the Romans.
const CROSSES: usize = 4;

/// What keeps the place of a value free, made ready to be sought in many texts.
pub struct Placeholders<'s> {
    schemas: &'s Schemas,
    fillers: Vec<Finder<'s>>,
}

impl Schemas {
    /// What keeps the place of a value free.
    pub fn placeholders(&self) -> Placeholders<'_> {
        Placeholders { schemas: self, fillers: self.fillers.iter().map(Finder::new).collect() }
    }

    /// The words of a text that keep a place free.
    pub fn placeholder<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.placeholders().find(text)
    }
}

impl Placeholders<'_> {
    /// The words of a text that keep a place free: all of it, one of its lines, what stands in square brackets, or a phrase that
    /// says nothing wherever it stands.
    pub fn find<'t>(&self, text: &'t str) -> Option<&'t str> {
        let whole = text.trim();
        if is_blank_line(whole)
            || is_crosses(whole, CROSSES - 1)
            || self.schemas.is_instruction(whole)
            || self.is_set_off(whole)
        {
            return Some(whole);
        }
        let bare = |part: &'t str| part.trim_start_matches(['-', '*', '•', ' ']).trim_end();
        let longest = self.schemas.placeholders.longest * 2;
        let mut parts = parts(text).map(bare).filter(|part| part.len() <= longest);
        parts.find(|part| self.keeps_free(part)).or_else(|| crosses(text)).or_else(|| self.filler(text))
    }

    /// Whether words stand alone for a value that is yet to come.
    fn keeps_free(&self, words: &str) -> bool {
        let Schemas { placeholder_heads: heads, placeholders, .. } = self.schemas;
        begins_with(heads, words) && placeholders.get(&fold_words(words)).is_some()
    }

    /// `[Please describe what was done]`, `*Please describe what was done*`: what a form says, and nothing else.
    fn is_set_off(&self, text: &str) -> bool {
        let inner = text.trim_matches(['*', '_', '\\']);
        let emphasised = inner.len() < text.len() && !inner.contains(['*', '_', '\n']);
        let bracketed = inner.starts_with('[') && inner.find(']') == Some(inner.len() - 1);
        (emphasised || bracketed) && self.schemas.instructs(inner)
    }

    fn filler<'t>(&self, text: &'t str) -> Option<&'t str> {
        if self.fillers.iter().all(|filler| filler.needle().len() > text.len()) {
            return None;
        }
        // As long as the text itself, letter by letter.
        let small = text.to_ascii_lowercase();
        let find = |filler: &Finder<'_>| Some((filler.find(small.as_bytes())?, filler.needle().len()));
        let (start, length) = self.fillers.iter().filter_map(find).min_by_key(|found| found.0)?;
        let mut end = start + length;
        // One phrase may go on in another: `lorem ipsum dolor sit amet`.
        while let Some(next) =
            self.schemas.fillers.iter().find_map(|filler| behind(&small, end, filler)).filter(|next| *next > end)
        {
            end = next;
        }
        text.get(start..end)
    }
}

/// Where a phrase ends that stands right behind a place.
fn behind(text: &str, place: usize, phrase: &str) -> Option<usize> {
    let rest = text.get(place..)?.trim_start_matches([' ', ',', '\n']);
    rest.starts_with(phrase).then(|| text.len() - rest.len() + phrase.len())
}

/// The parts of a text between line ends, and brackets that set words off. Round ones hold remarks, which say something.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let all = rest?;
        // Byte by byte, which is much faster than by characters: no other character has such a byte.
        let end = all.bytes().position(|byte| PARTS[usize::from(byte)]);
        rest = end.map(|end| &all[end + 1..]);
        Some(&all[..end.unwrap_or(all.len())])
    })
}

/// Which bytes part a text.
const PARTS: [bool; 256] = {
    let mut parts = [false; 256];
    let mut rest: &[u8] = b"\n[]<>{}\\";
    while let [first, behind @ ..] = rest {
        parts[*first as usize] = true;
        rest = behind;
    }
    parts
};

/// `...`, `____`, `???`: a line to write on.
fn is_blank_line(text: &str) -> bool {
    if !text.starts_with(['.', '_', '?', '…', '\\', ' ']) {
        return false;
    }
    let dots = text.chars().filter(|c| matches!(c, '.' | '_' | '?')).count();
    let only = text.chars().all(|c| matches!(c, '.' | '_' | '?' | '…' | '\\' | ' '));
    only && (dots > 2 || text.contains('…'))
}

/// The word of a text that is made of crosses: `XXXX`.
fn crosses(text: &str) -> Option<&str> {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    if has_crosses(text) { words.find(|word| is_crosses(word, CROSSES)) } else { None }
}

/// Whether two letters `x` stand side by side: most texts need not be cut into words.
fn has_crosses(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2_iter(b'x', b'X', bytes)
        .any(|at| bytes.get(at + 1).is_some_and(|next| next.eq_ignore_ascii_case(&b'x')))
}

fn is_crosses(word: &str, least: usize) -> bool {
    word.len() >= least && word.bytes().all(|byte| byte.eq_ignore_ascii_case(&b'x'))
}

#[cfg(test)]
mod tests {
    use super::Schemas;

    #[test]
    fn what_keeps_a_place_free_is_known_in_every_language() {
        for (text, words) in [
            ("TBD", "TBD"),
            ("T.B.D.", "T.B.D."),
            ("Da compilare", "Da compilare"),
            ("…", "…"),
            ("\\_\\_\\_\\_", "\\_\\_\\_\\_"),
            ("xxx", "xxx"),
            ("Comune di XXXX", "XXXX"),
            ("A garden.\n\nTo be completed", "To be completed"),
            ("- families\n- por definir", "por definir"),
            ("Held in \\[noch zu ergänzen\\] since 2017", "noch zu ergänzen"),
            ("[Please describe the target groups]", "[Please describe the target groups]"),
            ("*À compléter*", "*À compléter*"),
            ("προς συμπλήρωση", "προς συμπλήρωση"),
            ("First LOREM ipsum dolor", "LOREM ipsum"),
            ("Lorem ipsum dolor sit amet, consectetur", "Lorem ipsum dolor sit amet"),
            ("dolor sit amet", "dolor sit amet"),
        ] {
            assert_eq!(Schemas::builtin().placeholder(text), Some(words), "{text}");
        }
    }

    #[test]
    fn what_says_something_keeps_no_place_free() {
        for text in [
            "",
            "None",
            "-",
            "XXX edizione",
            "Explicar a las familias cómo funciona la escuela",
            "The venue of the third fair (to be confirmed) will be in the old mill.",
            "A list of partners, to be completed by the network",
            "Il progetto è da completare con una seconda fase.",
            "Wait ... and see",
        ] {
            assert_eq!(Schemas::builtin().placeholder(text), None, "{text}");
        }
    }
}
