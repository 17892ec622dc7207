//! Words for people of every gender: `Partner*innen`, `participant·e·s`, `beneficiari@s`.

use super::fold::{fold, is_word};
use super::known::Known;
use super::lookup::{DECORATED, outside_brackets};
use super::model::Schemas;

/// What may part a word from the ending of its other gender, beside a slash.
const MARKS: [char; 7] = ['*', ':', '_', '·', '•', '‧', '∙'];

impl Schemas {
    /// Whether a mark inside of a word stands between these texts: before `innen: …`, behind `Partner:`. It is the colon of no label.
    pub fn is_inside_word(&self, before: &str, behind: &str) -> bool {
        let end = behind.find(|c| !is_word(c)).unwrap_or(behind.len());
        before.ends_with(char::is_alphabetic)
            && (1..=self.endings.longest).contains(&end)
            && self.endings.get(&behind[..end].to_lowercase()).is_some()
    }

    /// What a wording means whose words have endings of several genders.
    pub(super) fn inclusive(&self, words: &str) -> Option<Known<'_>> {
        if words.len() > DECORATED {
            return None;
        }
        let known = |words: &str| self.known_with_endings(&fold(words));
        let slashed = self.with_slashes(words).and_then(|words| known(&words));
        slashed.or_else(|| self.spelt_out(words).find_map(|words| known(&words)))
    }

    fn known_with_endings(&self, folded: &str) -> Option<Known<'_>> {
        let plain = |words: &str| self.known(words).or_else(|| self.without_article(words));
        let bare = outside_brackets(folded);
        [folded, bare.trim()].into_iter().find_map(|words| plain(words).or_else(|| self.without_endings(words)))
    }

    /// The words with a slash for each mark before an ending; nothing where there is none.
    fn with_slashes(&self, words: &str) -> Option<String> {
        // Most words have none of the bytes with which a mark begins.
        memchr::memchr3(b'*', b':', b'_', words.as_bytes())
            .or_else(|| memchr::memchr2(0xc2, 0xe2, words.as_bytes()))?;
        let is_mark = |at: usize, c: char| self.is_inside_word(&words[..at], &words[at + c.len_utf8()..]);
        let marks = words.char_indices().filter(|(at, c)| MARKS.contains(c) && is_mark(*at, *c));
        let (mut plain, mut from) = (String::new(), 0);
        for (at, mark) in marks {
            plain.push_str(&words[from..at]);
            plain.push('/');
            from = at + mark.len_utf8();
        }
        plain.push_str(&words[from..]);
        (from > 0).then_some(plain)
    }

    /// The words with an ending for a letter that stands for several, in each way: `beneficiari@s`, `destinatariə`.
    fn spelt_out(&self, words: &str) -> impl Iterator<Item = String> {
        let pairs = self.ending_letters.iter().filter_map(|pair| {
            let letter = pair.chars().next()?;
            Some((letter, &pair[letter.len_utf8()..]))
        });
        // Most of these letters are not ASCII, and most words are.
        let is_ascii = words.is_ascii();
        let may_hold = move |letter: char| !is_ascii || letter.is_ascii();
        pairs
            .filter(move |(letter, _)| may_hold(*letter) && words.contains(*letter))
            .map(|(letter, ending)| words.replace(letter, ending))
    }
}
