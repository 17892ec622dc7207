//! A template: the form of one family of sheets.

use std::borrow::Cow;

use super::files::{ConstantFile, Entries, JointFile, Placed, SchemeFile, StartFile, TemplateFile, Word};
use super::fold::fold;
use super::load::{Claimed, File, LabelFile, Loader, PARTS, Target, folded, label, part, texts};
use super::model::{Constant, Fact, Label, List, Passage, People, Place, Scheme, Template, Written};
use crate::practice::Field;

impl Loader {
    pub(super) fn template(&mut self, file: File<'_>) -> Option<Template> {
        self.begin(file);
        let parsed: TemplateFile = self.parse(file)?;
        let mut claimed = Claimed::default();
        self.cross_check(file, &parsed);
        let name = self.name(file, parsed.name);
        let title = self.title(file, parsed.title);
        let labels = self.labels(file, parsed.labels, parsed.joint, parsed.shared_vocabulary, &mut claimed);
        let telling = self.telling(file, &parsed.known_by, &labels);
        let (labels, written) = written(labels, &telling);
        let starts = self.starts(file, parsed.starts);
        let headings = self.headings(file, &parsed.headings, &mut claimed);
        self.headings.push(headings);
        Some(Template {
            name: Cow::Owned(name),
            title: Cow::Owned(title),
            file: (self.files.len() - 1) as u16,
            generic: parsed.shared_vocabulary,
            labels: Cow::Owned(labels),
            written,
            sub_labels: self.sub_labels(file, parsed.sub_labels),
            starts: texts(starts),
            ends: folded(&self.written(file, parsed.ends)),
            furniture: self.passages(file, parsed.furniture),
            boilerplate: self.passages(file, parsed.boilerplate),
            collection: self.constants(file, parsed.collection),
            identifiers: self.schemes(file, parsed.identifiers),
            asked_at: self.asked_at(parsed.requires.iter().chain(&parsed.asks_for)),
            requires: self.fields(file, &parsed.requires),
            asks_for: self.fields(file, &parsed.asks_for),
            limits: self.limits(file, parsed.limits),
        })
    }

    /// The labels of a template: its own, its joint ones, and those of the vocabulary where it shares them.
    fn labels(
        &mut self,
        file: File<'_>,
        own: Entries<Vec<Word>>,
        joint: Vec<JointFile>,
        shared: bool,
        claimed: &mut Claimed,
    ) -> Vec<LabelFile> {
        let mut labels = Vec::new();
        for (target, words) in self.wordings(file, own) {
            self.open(file, target, &[], &words, claimed, &mut labels);
        }
        for joint in joint {
            let covers = self.fields(file, &joint.covers);
            if let Some(target) = self.target(file, &joint.field) {
                self.open(file, target, &covers, &joint.labels, claimed, &mut labels);
            }
        }
        labels.extend(self.shared.iter().filter(|_| shared).cloned());
        labels
    }

    fn open(
        &mut self,
        file: File<'_>,
        target: Target,
        covers: &[Field],
        words: &[Word],
        claimed: &mut Claimed,
        labels: &mut Vec<LabelFile>,
    ) {
        for word in words {
            self.claim(file, word, &target.name(), claimed);
            labels.push(label(target, covers, &word.value, self.place(word)));
        }
    }

    fn starts(&mut self, file: File<'_>, starts: Vec<Placed<StartFile>>) -> Vec<String> {
        let mut folded = Vec::new();
        let mut written = Vec::new();
        for start in starts {
            for (word, is_label) in [(start.value.line, false), (start.value.label, true)] {
                let Some(word) = word else { continue };
                if fold(&word.value).is_empty() {
                    self.report(file, &word, String::from("a start without words would start a sheet everywhere"));
                    continue;
                }
                folded.push((fold(&word.value), is_label));
                written.push(word.value);
            }
        }
        self.starts.push(folded);
        written
    }

    fn headings(&mut self, file: File<'_>, headings: &[Word], claimed: &mut Claimed) -> Vec<String> {
        headings.iter().for_each(|word| self.claim(file, word, "`headings`", claimed));
        headings.iter().map(|word| fold(&word.value)).collect()
    }

    fn sub_labels(&mut self, file: File<'_>, sub_labels: Entries<Vec<Word>>) -> People {
        let mut parts = Vec::new();
        let mut claimed = Claimed::default();
        for (key, words) in sub_labels.0 {
            words.iter().for_each(|word| self.claim(file, word, &format!("`{}`", key.value), &mut claimed));
            match part(&key.value) {
                Some(part) => parts.push((part, texts(words.into_iter().map(|word| word.value).collect()))),
                None => self.unknown(file, &key, "part of a contact", PARTS.iter().map(|part| part.0)),
            }
        }
        People { parts: Cow::Owned(parts), ..People::default() }
    }

    /// Texts that say something.
    fn written(&mut self, file: File<'_>, words: Vec<Word>) -> Vec<String> {
        for word in words.iter().filter(|word| fold(&word.value).is_empty()) {
            self.report(file, word, String::from("nothing that could be found on a page is written here"));
        }
        words.into_iter().map(|word| word.value).collect()
    }

    fn passages(&mut self, file: File<'_>, passages: Vec<Vec<Word>>) -> List<Passage> {
        passages.into_iter().map(|lines| passage(&self.written(file, lines))).collect()
    }

    fn asked_at<'w>(&self, words: impl Iterator<Item = &'w Word>) -> List<(Field, Place)> {
        words.filter_map(|word| Some((Field::from_key(&word.value)?, self.place(word)))).collect()
    }

    fn constants(&mut self, file: File<'_>, constants: Entries<ConstantFile>) -> List<Constant> {
        let mut known = Vec::new();
        for (key, constant) in constants.0 {
            match fact(&key.value) {
                Some(fact) => {
                    known.push(Constant { fact, value: Cow::Owned(constant.value), said_as: texts(constant.said_as) })
                }
                None => self.unknown(file, &key, "fact", FACTS.iter().map(|fact| fact.0)),
            }
        }
        Cow::Owned(known)
    }

    fn schemes(&mut self, file: File<'_>, schemes: Vec<SchemeFile>) -> List<Scheme> {
        for scheme in &schemes {
            if let Err(error) = regex::Regex::new(&scheme.pattern.value) {
                self.report(file, &scheme.pattern, format!("no regular expression: {}", reason(&error)));
            }
        }
        let scheme = |s: SchemeFile| Scheme { scheme: Cow::Owned(s.scheme), pattern: Cow::Owned(s.pattern.value) };
        schemes.into_iter().map(scheme).collect()
    }
}

/// The labels, each once, and the wordings that open them; a telling label has but one.
fn written(wordings: Vec<LabelFile>, telling: &[usize]) -> (Vec<Label>, Written) {
    let mut labels: Vec<Label> = Vec::new();
    let mut positions = Vec::new();
    for (nth, LabelFile { label, .. }) in wordings.iter().enumerate() {
        let telling = telling.contains(&nth);
        let known = labels.iter().position(|known| known == label).filter(|_| !telling);
        positions.push(known.unwrap_or(labels.len()) as u32);
        if known.is_none() {
            labels.push(Label { telling, ..label.clone() });
        }
    }
    let written = Written {
        words: wordings.iter().map(|it| &it.wording).collect(),
        folded: wordings.iter().map(|it| fold(&it.wording)).collect(),
        labels: positions.into_iter().collect(),
        lines: wordings.iter().map(|it| it.place.line).collect(),
        columns: wordings.iter().map(|it| it.place.column).collect(),
        files: wordings.iter().map(|it| it.place.file.into()).collect(),
    };
    (labels, written)
}

fn passage(lines: &[String]) -> Passage {
    let words = |line: &String| fold(line).split(' ').map(str::to_owned).collect::<Vec<String>>();
    let lines: Vec<Vec<String>> = lines.iter().map(words).collect();
    let all = lines.concat();
    let sentences = all.split_inclusive(|word| word.ends_with(['.', '!', '?']));
    Passage {
        sentences: sentences.map(|sentence| sentence.iter().collect()).collect(),
        lines: lines.iter().map(|line| line.iter().collect()).collect(),
    }
}

/// What is wrong with a pattern, in the last line of the error.
fn reason(error: &regex::Error) -> String {
    let text = error.to_string();
    text.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned()
}

const FACTS: [(&str, Fact); 4] =
    [("name", Fact::Name), ("code", Fact::Code), ("programme", Fact::Programme), ("licence", Fact::Licence)];

fn fact(key: &str) -> Option<Fact> {
    FACTS.iter().find(|fact| fact.0 == key).map(|fact| fact.1)
}
