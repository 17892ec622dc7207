//! A wording that was looked up: what it means, and how it was recognised.

use std::ops::Deref;

use super::model::{Meaning, Role};

/// What a wording means; without a meaning where nobody knows it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known<'s> {
    meanings: &'s [Meaning],
    /// Position of the wording that it was recognised as.
    pub wording: u32,
    /// How it was recognised.
    pub way: Way,
}

/// How a wording was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// To the word.
    #[default]
    Exact,
    /// `targetGroups`, `target_groups`
    Key,
    /// `Results?`, `How was it evaluated`
    QuestionMark,
    /// `«Results»`
    Quotes,
    /// `Results (max. 500 characters)`
    Brackets,
    /// `referent/in`
    Ending,
    /// `the results`
    Article,
    /// `Risultati / Results`
    Half,
    /// `main results of the project`
    Modifiers,
    /// `What has been achieved?`
    Question,
    /// `Partner 2`
    Number,
    /// `RESUL TS`
    Mended,
    /// `Results of the second year`, where its place shows that it is a label.
    Beginning,
    /// `Resuts achieved`, where its place shows that it is a label.
    Misspelt,
}

impl<'s> Known<'s> {
    /// A wording of the table, met to the word.
    pub const fn new(meanings: &'s [Meaning], wording: u32) -> Self {
        Self { meanings, wording, way: Way::Exact }
    }

    /// The same, recognised in another way.
    pub const fn by(self, way: Way) -> Self {
        Self { way, ..self }
    }

    /// The same with fewer meanings.
    pub const fn with(self, meanings: &'s [Meaning]) -> Self {
        Self { meanings, ..self }
    }

    /// Whether it has a meaning of this role in some template.
    pub fn has(self, role: Role) -> bool {
        self.meanings.iter().any(|meaning| meaning.role == role)
    }

    /// What it means.
    pub const fn meanings(self) -> &'s [Meaning] {
        self.meanings
    }
}

impl Deref for Known<'_> {
    type Target = [Meaning];

    fn deref(&self) -> &[Meaning] {
        self.meanings
    }
}

impl<'s> IntoIterator for Known<'s> {
    type Item = &'s Meaning;
    type IntoIter = std::slice::Iter<'s, Meaning>;

    fn into_iter(self) -> Self::IntoIter {
        self.meanings.iter()
    }
}
