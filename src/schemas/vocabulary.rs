//! The vocabulary: the words of each language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::document_kind::DocumentKind;
use super::files::{DatesFile, Entries, LanguageFile, LeadsFile, PeopleFile, VocabularyFile, Word};
use super::fold::{fold, fold_words, words};
use super::load::{Claimed, File, Loader, Target, folded, label, part, texts};
use super::model::{DateWord, Language, List, People, Wordings};
use crate::practice::Field;

impl Loader {
    pub(super) fn languages(&mut self, file: File<'_>) -> Vec<Language> {
        let Some(Entries(languages)) = self.parse::<VocabularyFile>(file) else { return Vec::new() };
        let mut claimed = Claimed::default();
        languages.into_iter().map(|(code, language)| self.language(file, code, language, &mut claimed)).collect()
    }

    fn foreign_labels(&mut self, file: File<'_>, Entries(kinds): Entries<Vec<String>>) {
        for (kind, labels) in kinds {
            let Some(known) = DocumentKind::of(&kind.value) else {
                let all = DocumentKind::ALL.map(DocumentKind::word).join(", ");
                self.report(file, &kind, format!("`{}` is no kind of document; there are {all}", kind.value));
                continue;
            };
            for words in labels {
                self.foreign_labels.entry(fold(&words)).or_default().insert(known);
            }
        }
    }

    fn language(&mut self, file: File<'_>, code: Word, language: LanguageFile, claimed: &mut Claimed) -> Language {
        if language.months.len() != 12 {
            self.report(file, &code, format!("`months` of `{}` lists {}, not 12", code.value, language.months.len()));
        }
        self.articles.extend(language.articles.iter().map(|article| fold(article).trim_end_matches('\'').to_owned()));
        self.endings.extend(language.endings);
        self.ending_letters.extend(language.ending_letters);
        for word in &language.chrome {
            self.chrome(file, word);
        }
        self.function_words.push(language.function_words.iter().map(|word| fold(word)).collect());
        let rubrics: Vec<String> = language.rubrics.iter().map(|rubric| fold(rubric)).collect();
        self.rubric_words.push(rubrics.iter().flat_map(|rubric| words(rubric)).map(str::to_owned).collect());
        let day_first = language.dates.day_first;
        self.date_words(language.dates);
        let labels = self.wordings(file, language.labels);
        for wordings in &labels {
            for word in &wordings.1 {
                self.claim(file, word, &wordings.0.name(), claimed);
                self.shared.push(label(wordings.0, &[], &word.value, self.place(word)));
            }
        }
        for word in &language.headings {
            self.claim(file, word, "`headings`", claimed);
            self.shared_headings.push(fold(&word.value));
        }
        let people = self.people(file, &code, language.people, claimed);
        let credits = self.wordings(file, language.credits);
        self.subjects.extend(language.subjects.iter().map(|word| fold(word)));
        self.modifiers.extend(language.objects.iter().chain(&language.qualifiers).map(|word| fold(word)));
        self.instructions.extend(language.instructions.iter().map(|words| fold_words(words)));
        self.notices.extend(language.notices.iter().map(|words| words.to_lowercase()));
        self.placeholders(&language.placeholders);
        self.joiners.extend(language.joiners.iter().map(|word| fold(word)));
        self.interrogatives.extend(language.interrogatives.iter().map(|word| fold(word)));
        self.counts.extend(language.counts.iter().map(|word| fold(word)));
        self.remarks.extend(language.remarks.iter().map(|words| fold_words(words)));
        self.controls.extend(language.controls.iter().map(|words| fold_words(words)));
        self.other_documents.extend(language.other_documents.iter().map(|words| fold(words)));
        self.mailboxes.extend(language.mailboxes);
        self.mail_headers.extend(language.mail_headers.iter().map(|name| fold(name)));
        self.closings.extend(language.closings.iter().map(|words| fold(words)));
        self.scopes.extend(language.scopes.iter().map(|words| fold(words)));
        self.sections.extend(language.sections.iter().map(|words| fold(words)));
        self.foreign_labels(file, language.foreign_labels);
        self.questions(file, language.questions, &labels);
        self.leads(language.leads);
        Language {
            labels: plain_wordings(labels),
            credits: plain_wordings(credits),
            people,
            web: language.web.into_iter().map(|word| word.value).collect(),
            month_names: language.months.iter().filter_map(|names| names.first()).collect(),
            months: language.months.into_iter().map(|names| folded(&names)).collect(),
            day_first,
            fallback: language.fallback,
            lead_markers: folded(&language.lead_markers),
            definitions: texts(language.definitions),
            yes: folded(&language.yes),
            page: language.page.0.into_iter().map(|(key, word)| (Cow::Owned(key.value), Cow::Owned(word))).collect(),
            code: Cow::Owned(code.value),
        }
    }

    /// What keeps a place free: alone, or with `…` on both sides in any text.
    fn placeholders(&mut self, placeholders: &[String]) {
        for words in placeholders {
            match words.strip_prefix('…').and_then(|words| words.strip_suffix('…')) {
                Some(filler) => self.fillers.insert(filler.trim().to_lowercase()),
                None => self.placeholders.insert(fold_words(words)),
            };
        }
    }

    /// Phrases that say who leads.
    fn leads(&mut self, leads: LeadsFile) {
        self.lead_places.extend(leads.at);
        for phrase in leads.before {
            self.leads.entry(phrase).or_default().behind = true;
        }
        for phrase in leads.behind {
            self.leads.entry(phrase).or_default().before = true;
        }
    }

    /// A wording of the page around a sheet.
    fn chrome(&mut self, file: File<'_>, word: &Word) {
        let folded = match word.value.strip_prefix('…') {
            Some(end) => format!("... {}", fold(end)),
            None => fold(&word.value),
        };
        if folded.chars().any(char::is_alphanumeric) {
            self.chrome.insert(folded);
        } else {
            self.report(file, word, String::from("a wording of `chrome` without words"));
        }
    }

    /// What questions ask for; each stem stands for the first label of its field.
    fn questions(&mut self, file: File<'_>, questions: Entries<Vec<String>>, labels: &[(Target, Vec<Word>)]) {
        for (key, stems) in questions.0 {
            let Some(target) = self.target(file, &key) else { continue };
            let same = |other: &Target| other.field == target.field && other.period == target.period;
            let Some(wording) = labels.iter().find(|(other, _)| same(other)).and_then(|(_, words)| words.first())
            else {
                self.report(file, &key, format!("questions for `{}`, which has no label", key.value));
                continue;
            };
            let wording = fold(&wording.value);
            for stem in &stems {
                self.questions.entry(fold(stem)).or_default().push(Cow::Owned(wording.clone()));
            }
        }
    }

    fn date_words(&mut self, dates: DatesFile) {
        let DatesFile { day_first: _, from, to, between, and, ongoing, beside, weekdays, part_of_year, last, units } =
            dates;
        for (kind, words) in [
            (DateWord::From, from),
            (DateWord::To, to),
            (DateWord::Between, between),
            (DateWord::And, and),
            (DateWord::Ongoing, ongoing),
            (DateWord::Beside, beside),
            (DateWord::Weekday, weekdays),
            (DateWord::PartOfYear, part_of_year),
            (DateWord::Last, last),
            (DateWord::Unit, units),
        ] {
            for word in words {
                let kinds = self.date_words.entry(fold_words(&word)).or_default();
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
    }

    fn people(&mut self, file: File<'_>, place: &Word, people: PeopleFile, claimed: &Claimed) -> People {
        let mut parts = Vec::new();
        for (key, mut words) in people.parts.0 {
            words.extend(self.asked_of(&people.asked_of, &words, claimed));
            match part(&key.value) {
                Some(part) => parts.push((part, texts(words))),
                None => {
                    self.report(file, &key, format!("unknown part of a contact `{}` in `{}`", key.value, place.value))
                }
            }
        }
        People {
            parts: Cow::Owned(parts),
            and: texts(people.and),
            as_role: texts(people.as_role),
            roles: texts(people.roles),
            organisations: texts(people.organisations),
            particles: texts(people.particles),
            titles: texts(people.titles),
            extensions: texts(people.extensions),
            cloaks: texts(people.cloaks),
            elsewhere: texts(people.elsewhere),
        }
    }

    /// The sub-labels that say whose part they ask for, as `Name of the contact person` does. They open a contact by themselves.
    fn asked_of(&mut self, patterns: &[Word], parts: &[String], claimed: &Claimed) -> Vec<String> {
        let mut asked = Vec::new();
        let target = Target { field: Field::Contacts, period: false };
        for pattern in patterns {
            for part in parts {
                let wording = pattern.value.replace('*', part);
                if !claimed.has(&wording) {
                    self.shared.push(label(target, &[], &wording, self.place(pattern)));
                }
                asked.push(wording);
            }
        }
        asked
    }
}

fn plain_wordings(wordings: Vec<(Target, Vec<Word>)>) -> List<Wordings> {
    let plain = |(target, words): (Target, Vec<Word>)| Wordings {
        field: target.field,
        period: target.period,
        wordings: words.into_iter().map(|word| word.value).collect(),
    };
    wordings.into_iter().map(plain).collect()
}

/// Every word with the languages it belongs to.
pub(super) fn by_language(languages: &[Vec<String>]) -> BTreeMap<String, u32> {
    let mut all = BTreeMap::new();
    for (words, bit) in languages.iter().zip(0..32) {
        for word in words {
            *all.entry(word.clone()).or_insert(0) |= 1 << bit;
        }
    }
    all
}
