//! What only the whole of a template shows: whether its parts go together.

use std::collections::BTreeSet;

use super::files::{Entries, JointFile, LimitFile, Placed, StartFile, TemplateFile, Word};
use super::fold::fold;
use super::load::{File, LabelFile, Loader, PERIOD};
use super::model::{Limit, List};
use super::nearest::nearest;
use super::tree::Spot;
use crate::practice::{Field, Kind};

impl Loader {
    /// The name of a template: a slug that no other has.
    pub(super) fn name(&mut self, file: File<'_>, name: Option<Word>) -> String {
        let Some(name) = name else {
            if !self.may_hide("name") {
                self.explain(file, FIRST, String::from("a template needs a name"), Some(String::from(NAME)), None);
            }
            return String::new();
        };
        if !is_slug(&name.value) {
            self.explain(file, name.at, format!("`{}` is no name", name.value), Some(String::from(NAME)), None);
        } else if self.names.contains(&name.value) {
            let message = format!("there is a template called `{}` already", name.value);
            self.explain(file, name.at, message, Some(String::from("choose another name")), None);
        }
        self.names.push(name.value.clone());
        name.value
    }

    /// What a template is for.
    pub(super) fn title(&mut self, file: File<'_>, title: Option<Word>) -> String {
        let missing = title.as_ref().map_or(!self.may_hide("title"), |title| title.value.trim().is_empty());
        if missing {
            let at = title.as_ref().map_or(FIRST, |title| title.at);
            let help = String::from("say in a line what sheets it is for: `title: Sheets of the ... project`");
            self.explain(file, at, String::from("a template needs a title"), Some(help), None);
        }
        title.map(|title| title.value).unwrap_or_default()
    }

    /// Checks what the labels have to do with the rest.
    pub(super) fn cross_check(&mut self, file: File<'_>, template: &TemplateFile) {
        template.joint.iter().for_each(|joint| self.joint(file, joint));
        for (field, words) in &template.labels.0 {
            if words.is_empty() {
                self.report(file, field, format!("no wording of `{}` is written here", field.value));
            }
        }
        self.starts_of(file, template);
        // What cannot be read may hold the labels that seem to be missing.
        let hidden = ["labels", "joint", "shared_vocabulary"].iter().any(|key| self.may_hide(key));
        if template.shared_vocabulary || hidden {
            return;
        }
        if template.labels.0.is_empty() && template.joint.is_empty() {
            let help = String::from("write under `labels` for each field the words that the form has for it");
            self.explain(file, FIRST, String::from("this template has no labels"), Some(help), None);
            return;
        }
        self.asked_without_label(file, template);
    }

    fn joint(&mut self, file: File<'_>, joint: &JointFile) {
        if joint.covers.is_empty() {
            let help = Some(format!("write `covers: [...]`, or put it under `labels` as `{}`", joint.field.value));
            self.explain(file, joint.field.at, String::from("this joint label covers no other field"), help, None);
        }
        if joint.labels.is_empty() {
            self.report(file, &joint.field, format!("no wording of `{}` is written here", joint.field.value));
        }
        for covered in joint.covers.iter().filter(|covered| covered.value == joint.field.value) {
            let message = format!("`{}` is the field of this joint label, and need not be covered", covered.value);
            self.explain(file, covered.at, message, None, Some((joint.field.at, String::from("its field"))));
        }
    }

    /// A start is a line or a label; a label must open a field, or its value would be lost.
    fn starts_of(&mut self, file: File<'_>, template: &TemplateFile) {
        let known: BTreeSet<String> = wordings(template).map(|word| fold(&word.value)).collect();
        for start in &template.starts {
            let Some(label) = start.value.label.as_ref().filter(|label| !fold(&label.value).is_empty()) else {
                continue;
            };
            if !known.contains(&fold(&label.value)) && !template.shared_vocabulary {
                let message = format!(
                    "the start `{}` is none of the labels, so what stands behind it would be lost",
                    label.value
                );
                let help = format!("add it to a field under `labels`, such as `short_title: [\"{}\"]`", label.value);
                self.explain(file, label.at, message, Some(help), None);
            }
        }
        self.empty_starts(file, template);
    }

    fn empty_starts(&mut self, file: File<'_>, template: &TemplateFile) {
        let hidden = self.may_hide("starts");
        let empty = |start: &&Placed<StartFile>| start.value.line.is_none() && start.value.label.is_none() && !hidden;
        for start in template.starts.iter().filter(empty) {
            let help = String::from("write `- line: WORDS OF THE LINE` or `- label: Words of the label`");
            let message = String::from("this start has neither a `line` nor a `label`");
            self.explain(file, start.at, message, Some(help), None);
        }
    }

    /// Fields that are wanted and that no label opens could never be there.
    fn asked_without_label(&mut self, file: File<'_>, template: &TemplateFile) {
        let opened = opened(template);
        let wanted = [("requires", &template.requires), ("asks_for", &template.asks_for)];
        for (key, word) in wanted.iter().flat_map(|(key, words)| words.iter().map(move |word| (key, word))) {
            if Field::of_label(&word.value).is_some_and(|field| !opened.contains(&field)) {
                let message = format!("`{key}` names `{}`, which no label opens", word.value);
                self.explain(file, word.at, message, Some(no_label(&word.value)), None);
            }
        }
        for word in template.limits.0.iter().map(|(word, _)| word) {
            if Field::of_label(&word.value).is_some_and(|field| !opened.contains(&field)) {
                let message = format!("`limits` names `{}`, which no label opens", word.value);
                self.explain(file, word.at, message, Some(no_label(&word.value)), None);
            }
        }
    }

    /// The positions of labels that no other form has.
    pub(super) fn telling(&mut self, file: File<'_>, words: &[Word], labels: &[LabelFile]) -> Vec<usize> {
        let mut positions = Vec::new();
        for word in words {
            let folded = fold(&word.value);
            match labels.iter().position(|label| fold(&label.wording) == folded) {
                Some(position) => positions.push(position),
                None if self.may_hide("labels") || self.may_hide("joint") => {}
                None => {
                    let message = format!("`known_by` names `{}`, which is none of the labels", word.value);
                    let help = String::from("write one of the wordings under `labels` just as it stands there");
                    self.explain(file, word.at, message, Some(help), None);
                }
            }
        }
        positions
    }

    /// The limits that a text can keep.
    pub(super) fn limits(&mut self, file: File<'_>, limits: Entries<LimitFile>) -> List<Limit> {
        let mut kept = Vec::new();
        for (word, limit) in limits.0 {
            let Some(field) = self.field(file, &word) else { continue };
            let LimitFile { min_words, max_words, min_characters, max_characters } = limit;
            let none = [min_words, max_words, min_characters, max_characters] == [None; 4];
            if none && !self.may_hide("limits") {
                self.report(file, &word, format!("no limit of `{field}` is written here"));
            } else if let Some(message) = senseless(field, &limit) {
                self.report(file, &word, message);
            }
            let place = self.place(&word);
            kept.push(Limit { field, min_words, max_words, min_characters, max_characters, place });
        }
        kept.into()
    }
}

/// Where a file begins.
const FIRST: Spot = Spot { line: 1, column: 1, span: crate::source::Span::new(0, 0) };

const NAME: &str = "write `name: my-form`, with small letters, digits and hyphens";

fn no_label(field: &str) -> String {
    format!("add its wording under `labels`, as `{field}: [...]`, or take it out here")
}

fn is_slug(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.chars().all(allowed) && !name.starts_with('-') && !name.ends_with('-') && name.len() <= 60
}

fn wordings(template: &TemplateFile) -> impl Iterator<Item = &Word> {
    let own = template.labels.0.iter().flat_map(|(_, words)| words);
    own.chain(template.joint.iter().flat_map(|joint| &joint.labels))
}

/// The fields that the labels of a template open or cover; a misspelt one counts as the one that is meant.
fn opened(template: &TemplateFile) -> BTreeSet<Field> {
    let joint = template.joint.iter().flat_map(|joint| joint.covers.iter().chain([&joint.field]));
    template.labels.0.iter().map(|(field, _)| field).chain(joint).flat_map(fields).collect()
}

/// The fields that a label of this key fills.
fn fields(word: &Word) -> Vec<Field> {
    if word.value == PERIOD {
        return vec![Field::Start, Field::End, Field::Ongoing];
    }
    let known = || nearest(&word.value, Field::ALL.iter().map(|field| field.key()));
    Field::from_key(&word.value).or_else(|| Field::from_key(known()?)).into_iter().collect()
}

/// Why no text could keep a limit, if that is so.
pub fn senseless(field: Field, limit: &LimitFile) -> Option<String> {
    let LimitFile { min_words, max_words, min_characters, max_characters } = *limit;
    let all = [min_words, max_words, min_characters, max_characters];
    Some(match () {
        () if !matches!(field.kind(), Kind::Line | Kind::Text | Kind::List) => {
            format!("`{field}` holds no running text that could be too long or too short")
        }
        () if all.contains(&Some(0)) => format!("a limit of 0 for `{field}` makes no sense"),
        () if exceeds(min_words, max_words) => format!("`{field}` must have more words than it may have"),
        () if exceeds(min_characters, max_characters) => {
            format!("`{field}` must have more characters than it may have")
        }
        // A word and the space behind it are two characters at least.
        () if exceeds(min_words.map(|words| words.saturating_mul(2) - 1), max_characters) => {
            format!("`{field}` cannot have so many words in so few characters")
        }
        () => return None,
    })
}

fn exceeds(least: Option<u32>, most: Option<u32>) -> bool {
    least.zip(most).is_some_and(|(least, most)| least > most)
}
