//! What a wording means as people write it: with an article, an optional ending, a star, a translation behind a slash.

use super::fold::{ends_in_greek, fold, fold_into};
use super::keys::split_key;
use super::known::{Known, Way};
use super::model::{Meaning, Role, Schemas, Text};
use crate::practice::Field;
use crate::source::{CURRENCY_SIGNS, Span};

/// Words of a wording with modifiers at most.
const MODIFIED_WORDS: usize = 8;

/// Letters of an ending behind a slash at most.
const ENDING: usize = 5;
/// Letters of a wording in which a slip of one letter is no other word.
const LONG: usize = 8;

/// Bytes of a wording that may carry such additions; longer ones are looked up as they stand.
pub(super) const DECORATED: usize = 100;

impl Schemas {
    /// Whether a wording opens a field in some template.
    pub fn is_label(&self, words: &str) -> bool {
        let opens = |role| matches!(role, Role::Label | Role::StartLabel);
        self.meanings(words, &mut String::new()).iter().any(|meaning| opens(meaning.role))
    }

    /// Whether a wording is a start mark of this role, as `meanings` says of it, but without asking what people add to a wording: that
    /// counts for the generic template alone, which has no start.
    pub fn is_start(&self, words: &str, role: Role, room: &mut String) -> bool {
        if self.templates.get(usize::from(self.generic())).is_some_and(|generic| !generic.starts.is_empty()) {
            return self.meanings(words, room).has(role);
        }
        if words.len() > self.longest() {
            return false;
        }
        fold_into(words, room);
        self.known(room).is_some_and(|known| known.has(role))
    }

    /// Bytes of what may be a wording, at most: markup and numbering fold away, so that it may be longer as written.
    pub(super) const fn longest(&self) -> usize {
        self.wordings.longest * 2 + 40
    }

    /// Whether a wording is a label of contacts in the sheets of the template at this position.
    pub fn asks_for_people(&self, words: &str, template: u16) -> bool {
        let known = self.meanings(words, &mut String::new());
        self.own_labels(known.meanings(), template).any(super::Label::holds_people)
    }

    /// What a wording means; nothing where nobody knows it. `room` is kept from call to call.
    pub fn meanings(&self, words: &str, room: &mut String) -> Known<'_> {
        if words.len() > self.longest() {
            return Known::default();
        }
        fold_into(words, room);
        if let Some(known) = self.known(room) {
            return known;
        }
        if self.chrome.get(room).is_some() {
            return Known::default();
        }
        // A family's labels are those that its template has, to the word.
        let key = || Some(self.known(&fold(&split_key(words)?))?.by(Way::Key));
        let inclusive = || Some(self.inclusive(words)?.by(Way::Ending));
        let known = self.undecorated(room).or_else(key).or_else(inclusive).unwrap_or_default();
        known.with(self.of_generic(known.meanings()))
    }

    /// What the words of a label stand for that its place proves to be one: what they ask for, if they are a question; what they
    /// begin with, before a function word; what they are but for a slip of one letter. In `Description of the practice, its stages
    /// and what is new` the words behind the beginning ask for nothing.
    pub fn loose(&self, words: &str) -> Known<'_> {
        let folded = fold(words);
        let folded = folded.as_str();
        let beginning = self.beginning(folded).filter(|_| without_question_mark(folded).is_none());
        let end = beginning.as_ref().map_or(folded.len(), |(_, end)| *end);
        let stem =
            self.longest_stem(folded, word_starts(folded).take_while(|at| *at < end)).map(|it| it.by(Way::Question));
        let beginning = || beginning.or_else(|| self.beginning(folded)).map(|(known, _)| known.by(Way::Beginning));
        let misspelt = || self.misspelt(folded).map(|it| it.by(Way::Misspelt));
        let known = stem.or_else(beginning).or_else(misspelt).unwrap_or_default();
        known.with(self.of_generic(known.meanings()))
    }

    /// What words ask for that begin as a question does, whatever ends them: `What they do`.
    pub fn begins_question(&self, words: &str) -> Known<'_> {
        let folded = fold(words);
        let known = self.longest_stem(&folded, std::iter::once(0)).map(|it| it.by(Way::Question)).unwrap_or_default();
        known.with(self.of_generic(known.meanings()))
    }

    /// `obiettivi e risultati attesi del progetto` is nothing, `obiettivi per il secondo anno` is `obiettivi`: what stands behind
    /// the function word must not be a label of its own. With the end of the words that may ask for something else: all that are joined by "and".
    fn beginning(&self, folded: &str) -> Option<(Known<'_>, usize)> {
        let bare = outside_brackets(folded);
        let ends = bare.match_indices(' ').map(|(at, _)| at);
        let cut = ends.rev().find_map(|at| {
            let rest = bare[at..].trim_start();
            let next = rest.split([' ', '\'']).next().unwrap_or_default();
            // `From`, `how`: the words behind say what is asked for, but for a thing: `How the shelf works`.
            let head = &bare[..at];
            let small = || self.date_words.get(head).is_some() && self.function_words.get(head).is_some();
            let asks = self.interrogatives.get(head).is_some() || small();
            let asks = asks && self.articles.get(next).is_none();
            let known = self.function_words.get(next).filter(|_| !asks).and_then(|_| self.known(head))?;
            Some((known, next, rest[next.len()..].trim_start_matches([' ', '\''])))
        })?;
        let (known, next, rest) = cut;
        let joined = self.joiners.get(next).is_some();
        let behind = self.known(rest).or_else(|| self.without_article(rest)).or_else(|| self.without_modifiers(rest));
        let end = if joined && behind.is_none() { folded.len() } else { bare.len() - rest.len() };
        (joined || behind.is_none_or(|behind| self.agree(&known, &behind))).then_some((known, end))
    }

    /// The one wording that differs by one letter.
    fn misspelt(&self, folded: &str) -> Option<Known<'_>> {
        let letters = folded.chars().count();
        if letters < LONG || folded.len() > DECORATED {
            return None;
        }
        let found = self.wordings.one_letter_off(folded);
        let mut found = found.into_iter().filter_map(|wording| self.known(wording));
        let first = found.next()?;
        found.all(|other| self.agree(&first, &other)).then_some(first)
    }

    /// What a wording means in the generic template alone. The meanings of one template stand together.
    fn of_generic<'m>(&self, meanings: &'m [Meaning]) -> &'m [Meaning] {
        let generic = self.generic();
        let start = meanings.iter().position(|meaning| meaning.template == generic).unwrap_or(meanings.len());
        let length = meanings[start..].iter().take_while(|meaning| meaning.template == generic).count();
        &meanings[start..start + length]
    }

    pub(super) fn known(&self, folded: &str) -> Option<Known<'_>> {
        self.joined([folded, ""])
    }

    /// What a folded wording means that is given in two parts.
    fn joined(&self, parts: [&str; 2]) -> Option<Known<'_>> {
        let (wording, meanings) = self.wordings.find_joined(parts)?;
        Some(Known::new(self.wordings.value(meanings)?, wording))
    }

    /// The wording without what people add to it.
    pub(super) fn undecorated(&self, folded: &str) -> Option<Known<'_>> {
        if folded.len() > DECORATED {
            return None;
        }
        self.but_for_question_mark(folded)
            .map(|it| it.by(Way::QuestionMark))
            .or_else(|| self.without_quotes(folded).map(|it| it.by(Way::Quotes)))
            .or_else(|| self.without_brackets(folded).map(|it| it.by(Way::Brackets)))
            .or_else(|| self.without_endings(folded).map(|it| it.by(Way::Ending)))
            .or_else(|| self.without_article(folded).map(|it| it.by(Way::Article)))
            .or_else(|| self.half(folded).or_else(|| self.joined_by_word(folded)).map(|it| it.by(Way::Half)))
            .or_else(|| self.without_modifiers(folded).map(|it| it.by(Way::Modifiers)))
            .or_else(|| self.asked(folded).map(|it| it.by(Way::Question)))
            .or_else(|| self.instructed(folded).map(|it| it.by(Way::Beginning)))
            .or_else(|| self.without_number(folded).map(|it| it.by(Way::Number)))
    }

    /// `partner 2` is `partner`: one of a list, which grows by each.
    fn without_number(&self, folded: &str) -> Option<Known<'_>> {
        let words = folded.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches([' ', '#']);
        let numbered = words.len() < folded.len() && folded.ends_with(|c: char| c.is_ascii_digit());
        let known = if numbered { self.known(words)? } else { return None };
        let list = |meaning: &Meaning| {
            let label = self.templates.get(usize::from(meaning.template))?.labels.get(usize::from(meaning.label))?;
            (meaning.role == Role::Label).then(|| label.holds_list())
        };
        known.iter().filter_map(list).next().unwrap_or(false).then_some(known)
    }

    /// `principali risultati raggiunti dal progetto` is `risultati`: adjectives and "of the project" change nothing.
    fn without_modifiers(&self, folded: &str) -> Option<Known<'_>> {
        let (words, count) = spans_of_words(folded)?;
        let words = &words[..count];
        let modifier = |word: &Span| self.modifiers.get(word.of(folded)).is_some();
        if !words.iter().any(modifier) {
            return None;
        }
        let small = |word: &Span| {
            let bare = word.of(folded).trim_end_matches('\'');
            self.articles.get(bare).is_some() || self.function_words.get(bare).is_some()
        };
        let starts = words.iter().take_while(|word| modifier(word) || small(word)).count();
        let ends = count - words.iter().rev().take_while(|word| modifier(word) || small(word)).count();
        (0..=starts).flat_map(|start| (ends.max(start + 1)..=count).rev().map(move |end| (start, end))).find_map(
            |(start, end)| {
                let mut dropped = words[..start].iter().chain(&words[end..]);
                let core = words.get(start)?.to(words[end - 1]);
                dropped.any(modifier).then(|| self.known(core.of(folded))).flatten()
            },
        )
    }

    /// `describe the project in a few sentences.` asks for what `describe the project` does.
    fn instructed(&self, folded: &str) -> Option<Known<'_>> {
        let words = folded.strip_suffix('.')?;
        // `question 4: describe …`
        let colon = memchr::memchr_iter(b':', words.as_bytes()).find(|at| words[at + 1..].starts_with(' '));
        let numbered = colon.filter(|at| words[..*at].ends_with(|c: char| c.is_ascii_digit()));
        let words = Some(numbered.map_or(words, |at| &words[at + 2..])).filter(|words| self.instructs(words))?;
        words.match_indices(' ').rev().find_map(|(at, _)| self.known(&words[..at])).or_else(|| self.known(words))
    }

    /// What a question asks for: the longest stem in it decides, if one alone is the longest.
    fn asked(&self, folded: &str) -> Option<Known<'_>> {
        without_question_mark(folded).and_then(|_| self.stem(folded))
    }

    pub(super) fn stem(&self, folded: &str) -> Option<Known<'_>> {
        self.longest_stem(folded, word_starts(folded))
    }

    /// What the longest stem means that begins at one of some places.
    fn longest_stem(&self, folded: &str, starts: impl Iterator<Item = usize>) -> Option<Known<'_>> {
        let mut longest = 0;
        let mut asked: Vec<&[Text]> = Vec::new();
        for (stem, wordings) in starts.flat_map(|at| self.questions.prefixes(&folded[at..])) {
            if stem > longest {
                asked.clear();
            }
            longest = longest.max(stem);
            asked.extend(Some(wordings.as_ref()).filter(|_| stem == longest));
        }
        let mut best = asked.into_iter().flatten().filter_map(|wording| self.known(wording));
        let first = best.next()?;
        // Languages may share a stem; what they ask for must be the same.
        best.all(|other| self.agree(&first, &other)).then_some(first)
    }

    /// `risultati?` is `risultati`, `how was it evaluated` is `how was it evaluated?`.
    fn but_for_question_mark(&self, folded: &str) -> Option<Known<'_>> {
        match without_question_mark(folded) {
            Some(bare) => self.known(bare.trim_end()),
            None => self.joined([folded, "?"]),
        }
    }

    /// `"risultati"` is `risultati`, `« risultati »` too.
    fn without_quotes(&self, folded: &str) -> Option<Known<'_>> {
        self.known(folded.strip_prefix('"')?.strip_suffix('"')?.trim())
    }

    /// `obiettivi (max 500 caratteri)` is `obiettivi`, `target group(s)` is `target group`.
    fn without_brackets(&self, folded: &str) -> Option<Known<'_>> {
        memchr::memchr2(b'(', b'[', folded.as_bytes())?;
        let bare = outside_brackets(folded);
        let bare = bare.trim();
        let known = || self.plain(bare).or_else(|| self.asked(bare));
        (bare.len() < folded.len()).then(known).flatten()
    }

    /// `referent/in` is `referent`, `comune/i capofila` is `comune capofila`, `il/i destinatario/i` is `il destinatario`.
    pub(super) fn without_endings(&self, folded: &str) -> Option<Known<'_>> {
        memchr::memchr(b'/', folded.as_bytes())?;
        let (first, rest) = folded.split_once(' ').unwrap_or((folded, ""));
        let article = endings(first).is_some_and(|[article, ..]| self.articles.get(&article).is_some());
        let words = if article { rest } else { folded };
        let all: Vec<[String; 3]> = words.split(' ').map(endings).collect::<Option<_>>()?;
        (0..3).find_map(|nth| {
            let words: Vec<&str> = all.iter().map(|forms| forms[nth].as_str()).collect();
            let bare = words.join(" ");
            self.known(&bare).or_else(|| self.without_article(&bare))
        })
    }

    /// `gli obiettivi` is `obiettivi`, `l'obiettivo` is `obiettivo`.
    pub(super) fn without_article(&self, folded: &str) -> Option<Known<'_>> {
        let end = memchr::memchr2(b' ', b'\'', folded.as_bytes())?;
        let (article, rest) = (&folded[..end], &folded[end + 1..]);
        self.articles.get(article).and_then(|()| self.known(rest.trim_start()))
    }

    /// `titolo / title`, `titolo | title` is either, if both halves say the same or only one says anything. A description may
    /// tell other things, too: `description/objectives`. Behind a colon stands a value.
    fn half(&self, folded: &str) -> Option<Known<'_>> {
        let (first, second) = halves(folded).filter(|_| !folded.contains(':'))?;
        let opens = |known: &Known<'_>| known.has(Role::Label);
        let slash = folded[first.len()..].starts_with('/');
        // `1,200 €/year` is a sum.
        if [first, second].iter().any(|half| half.contains(CURRENCY_SIGNS)) {
            return None;
        }
        let known = |half: &str| self.known(half.trim()).or_else(|| self.without_article(half.trim()));
        match (known(first), known(second)) {
            (Some(first), Some(second)) if opens(&first) && opens(&second) => {
                (self.agree(&first, &second) || self.describes(&first)).then_some(first)
            }
            (Some(first), Some(second)) => Some(if opens(&second) { second } else { first }),
            (Some(_), None) | (None, Some(_)) if !slash => None,
            (first, second) => first.or(second),
        }
    }

    /// `title or name of the project` is either, if both halves are wordings of the same field.
    fn joined_by_word(&self, folded: &str) -> Option<Known<'_>> {
        let mut spaces = memchr::memchr_iter(b' ', folded.as_bytes()).peekable();
        while let (Some(before), Some(&behind)) = (spaces.next(), spaces.peek()) {
            if self.joiners.get(&folded[before + 1..behind]).is_none() {
                continue;
            }
            let both = self.both(&folded[..before], &folded[behind + 1..]);
            let known = both.filter(|(known, second)| known.has(Role::Label) && self.agree(known, second));
            if let Some((known, _)) = known {
                return Some(known);
            }
        }
        None
    }

    /// What two halves mean. They may share a noun: `promoting or coordinating body`, `entidad promotora o responsable`.
    fn both(&self, first: &str, second: &str) -> Option<(Known<'_>, Known<'_>)> {
        match (self.plain(first), self.plain(second)) {
            (Some(first), Some(second)) => Some((first, second)),
            (Some(known), None) => {
                let (noun, _) = first.split_once(' ')?;
                Some((known, self.plain(&format!("{noun} {second}"))?))
            }
            (None, Some(known)) => {
                let (_, noun) = second.rsplit_once(' ')?;
                Some((self.plain(&format!("{first} {noun}"))?, known))
            }
            (None, None) => None,
        }
    }

    /// The wording, but for an article or what changes nothing in it.
    fn plain(&self, folded: &str) -> Option<Known<'_>> {
        self.known(folded).or_else(|| self.without_article(folded)).or_else(|| self.without_modifiers(folded))
    }

    /// Whether a wording asks for the description or a summary.
    fn describes(&self, known: &[Meaning]) -> bool {
        let label = |meaning: &Meaning| {
            let template = self.templates.get(usize::from(meaning.template))?;
            template.labels.get(usize::from(meaning.label))
        };
        known.iter().filter_map(label).any(|label| matches!(label.field, Field::Description | Field::Summary))
    }

    /// Whether two wordings open the same field of the same template.
    fn agree(&self, first: &[Meaning], second: &[Meaning]) -> bool {
        let opens = |meaning: &Meaning| {
            let template = self.templates.get(usize::from(meaning.template))?;
            Some((meaning.template, template.labels.get(usize::from(meaning.label))?.field))
        };
        first.iter().any(|one| opens(one).is_some() && second.iter().any(|other| opens(one) == opens(other)))
    }
}

/// The words without what stands in brackets; as they are where one is not closed.
pub(crate) fn outside_brackets(folded: &str) -> String {
    let mut bare = String::new();
    let mut rest = folded;
    while let Some(open) = memchr::memchr2(b'(', b'[', rest.as_bytes()) {
        let close = if rest.as_bytes()[open] == b'(' { ')' } else { ']' };
        let Some((_, behind)) = rest[open..].split_once(close) else { return folded.to_owned() };
        // `[words](address)` is a link.
        if close == ']' && behind.starts_with('(') {
            return folded.to_owned();
        }
        bare.push_str(rest[..open].trim_end());
        rest = behind;
    }
    bare + rest
}

/// The forms of a word with the ending of its other gender or number behind a slash: `destinatario/i` is `destinatario` and
/// `destinatari`, `referent/in` is `referent` and `referentin`, `direct/e/s` is `direct`, `directs` and `directes`. Nothing where two
/// words stand there.
fn endings(word: &str) -> Option<[String; 3]> {
    let Some((before, ending)) = word.split_once('/') else { return Some([(); 3].map(|()| word.to_owned())) };
    if let Some((gender, number)) = ending.split_once('/') {
        let is_ending = |part: &str| (1..=ENDING).contains(&part.len()) && part.chars().all(char::is_alphabetic);
        let forms = || [before.to_owned(), format!("{before}{number}"), format!("{before}{gender}{number}")];
        return (is_ending(gender) && is_ending(number) && !before.is_empty()).then(forms);
    }
    let letters = ending.chars().count();
    let short = (1..=ENDING).contains(&letters) && ending.chars().all(char::is_alphabetic) && !before.is_empty();
    let stem: String = before.chars().take(before.chars().count().saturating_sub(letters)).collect();
    // The vowel of `destinatari` is that of its ending already.
    let other = if stem.ends_with(ending) { stem } else { stem + ending };
    short.then(|| [before.to_owned(), other, format!("{before}{ending}")])
}

/// `titolo / title` in its halves; `country/state -- spain` is a label with its value.
pub(super) fn halves(folded: &str) -> Option<(&str, &str)> {
    memchr::memchr3(b'/', b'-', b'|', folded.as_bytes())?;
    if folded.contains(" -- ") {
        return None;
    }
    folded.split_once(" | ").or_else(|| folded.split_once('/')).or_else(|| folded.split_once(" - "))
}

/// Where the words of a folded text start; an apostrophe ends one.
fn word_starts(folded: &str) -> impl Iterator<Item = usize> {
    let starts = |at: usize| !folded[..at].ends_with(char::is_alphanumeric);
    folded.char_indices().map(|(at, _)| at).filter(move |at| starts(*at))
}

/// The words of a folded text and their number, if they are few; an apostrophe belongs to the word that it ends.
fn spans_of_words(folded: &str) -> Option<([Span; MODIFIED_WORDS], usize)> {
    let mut words = [Span::default(); MODIFIED_WORDS];
    let mut count = 0;
    let mut start = 0;
    for (at, byte) in folded.bytes().chain([b' ']).enumerate() {
        let end = match byte {
            b' ' => at,
            b'\'' => at + 1,
            _ => continue,
        };
        if start < end {
            *words.get_mut(count)? = Span::new(start, end);
            count += 1;
        }
        start = at + 1;
    }
    Some((words, count))
}

/// A folded question without its mark.
fn without_question_mark(folded: &str) -> Option<&str> {
    folded.strip_suffix('?').or_else(|| folded.strip_suffix(';').filter(|words| ends_in_greek(words)))
}

#[cfg(test)]
mod tests {
    use super::super::Schemas;
    use crate::practice::Field;

    fn field(words: &str) -> Option<Field> {
        let schemas = Schemas::builtin();
        let meanings = schemas.meanings(words, &mut String::new());
        Some(schemas.own_labels(&meanings, schemas.generic()).next()?.field)
    }

    #[test]
    fn what_people_add_to_a_label_hides_nothing() {
        for (words, expected) in [
            ("Gli obiettivi", Field::Objectives),
            ("**Obiettivi** (max 500 caratteri):", Field::Objectives),
            ("Risultati?", Field::Results),
            ("Titolo / Title", Field::Title),
            ("Página Web / Website", Field::Links),
            ("Target group(s)", Field::TargetGroups),
            ("Partner 2", Field::Partners),
            ("targetGroups", Field::TargetGroups),
            ("target_groups", Field::TargetGroups),
            ("leadOrganisation", Field::LeadOrganisation),
            ("3.1. The objectives", Field::Objectives),
            ("L'obiettivo", Field::Objectives),
        ] {
            assert_eq!(field(words), Some(expected), "{words}");
        }
    }

    #[test]
    fn two_wordings_of_a_field_may_be_joined_by_a_word() {
        for (words, expected) in [
            ("Promoter or lead partner", Field::LeadOrganisation),
            ("Luogo o territorio", Field::Location),
            ("Fortalezas y puntos fuertes", Field::SuccessFactors),
            ("Entidad promotora o responsable", Field::LeadOrganisation),
            ("Promoting or coordinating body", Field::LeadOrganisation),
            ("Ziel oder Zweck", Field::Objectives),
            ("Contacts ou personne à contacter", Field::Contacts),
            ("Obstáculos ou dificuldades", Field::Challenges),
            ("Entitat o organització", Field::LeadOrganisation),
            ("Δυσκολίες ή εμπόδια", Field::Challenges),
            ("Aims and/or objectives", Field::Objectives),
        ] {
            assert_eq!(field(words), Some(expected), "{words}");
        }
    }

    #[test]
    fn halves_that_disagree_open_nothing() {
        assert_eq!(field("Titolo / Results"), None);
        assert_eq!(field("Titolo / "), Some(Field::Title));
        assert_eq!(field("Titolo / Title: Orti"), None);
        assert_eq!(field("Title or results"), None);
    }
}
