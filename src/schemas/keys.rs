//! Keys of data: wordings in one word, without small words, in the language that their end says.

use super::fold::{fold, without_small_words};
use super::known::{Known, Way};
use super::lookup::DECORATED;
use super::model::{Meaning, Schemas};

/// Words of a key that may be a question at least.
const QUESTION: usize = 3;

impl Schemas {
    /// What a key of data such as `targetGroups` means, in every template.
    pub fn key_meanings(&self, key: &str) -> Known<'_> {
        if key.len() > self.longest() {
            return Known::default();
        }
        let folded = fold(key);
        let Some(split) = split_key(key).map(|words| fold(&words)) else {
            let umlauts = || self.umlauts(&folded).map(|known| known.by(Way::Key));
            return self.known(&folded).or_else(|| self.undecorated(&folded)).or_else(umlauts).unwrap_or_default();
        };
        let known = self.known(&folded).or_else(|| Some(self.known(&split)?.by(Way::Key)));
        let bare = || self.undecorated(&folded).or_else(|| self.undecorated(&split));
        let other = || self.without_language(&split).or_else(|| self.short(&split)).or_else(|| self.umlauts(&split));
        let other = || other().map(|known| known.by(Way::Key));
        let asked = || self.question(&split).map(|known| known.by(Way::Question));
        known.or_else(bare).or_else(other).or_else(asked).unwrap_or_default()
    }

    /// `a chi serve` asks for the target groups, as `a chi serve?` does.
    fn question(&self, folded: &str) -> Option<Known<'_>> {
        if folded.split(' ').count() >= QUESTION { self.stem(folded) } else { None }
    }

    /// `title en` is `title`: a key may end in the code of its value's language.
    fn without_language(&self, folded: &str) -> Option<Known<'_>> {
        let (bare, code) = folded.rsplit_once(' ')?;
        self.language(code).and_then(|_| self.known(bare).or_else(|| self.undecorated(bare)))
    }

    /// `projekttraeger` is `projektträger`, in keys that have no letters but those of ASCII.
    fn umlauts(&self, folded: &str) -> Option<Known<'_>> {
        let bare = folded.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        let joined = || bare.replace(' ', "");
        if bare.len() < folded.len() { self.known(&bare).or_else(|| self.known(&joined())) } else { None }
    }

    /// `fecha actualizacion` is `fecha de actualizacion`.
    fn short(&self, folded: &str) -> Option<Known<'_>> {
        let is_small = |word: &str| self.articles.get(word).is_some() || self.function_words.get(word).is_some();
        let short = without_small_words(folded, &is_small);
        let known = || {
            let meaning = self.keys.get(&short)?;
            Some(Known::new(std::slice::from_ref(meaning), self.first_wording(*meaning)?))
        };
        self.known(&short).or_else(known)
    }

    /// Position in the table of the first wording of a label.
    fn first_wording(&self, meaning: Meaning) -> Option<u32> {
        let mut wordings = self.templates.get(usize::from(meaning.template))?.wordings();
        let first = wordings.find(|wording| wording.at == meaning.label)?;
        Some(self.known(&fold(first.words))?.wording)
    }
}

/// The words of a key such as `targetGroups`, `target_groups`, `target-groups`, `TARGETGroups` or `titleEN`.
pub fn split_key(words: &str) -> Option<String> {
    let is_key = words.len() <= DECORATED && words.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let humps = || words.chars().zip(words.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    if !is_key || !(words.contains(['_', '-', '.']) || humps()) {
        return None;
    }
    let mut spaced = String::new();
    let mut before: Option<char> = None;
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let next_is_small = chars.peek().is_some_and(|next| next.is_lowercase());
        let begins =
            |before: char| c.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && next_is_small));
        if matches!(c, '_' | '-' | '.') || before.is_some_and(begins) {
            spaced.push(' ');
        }
        spaced.extend(Some(c).filter(|c| !matches!(c, '_' | '-' | '.')));
        before = Some(c);
    }
    Some(spaced)
}
