//! What practices say, and what they leave out.

use super::{Catalogue, Practice};
use crate::practice::{Field, Kind};

/// Whether a practice says something of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// It does.
    Present,
    /// It does not, and was asked for it.
    Missing,
    /// It does not, and nobody asked.
    Absent,
}

impl Presence {
    /// Everything that can be said of a field.
    pub const ALL: [Self; 3] = [Self::Present, Self::Missing, Self::Absent];

    /// A sign that can be told from the others without colour.
    pub const fn sign(self) -> &'static str {
        match self {
            Presence::Present => "✓",
            Presence::Missing => "✗",
            Presence::Absent => "·",
        }
    }

    /// The message that names it.
    pub const fn message(self) -> &'static str {
        match self {
            Presence::Present => "present",
            Presence::Missing => "missing",
            Presence::Absent => "absent",
        }
    }
}

impl Practice {
    /// Whether it says something of a field.
    pub fn presence(&self, field: Field) -> Presence {
        match () {
            () if self.record.has(field) => Presence::Present,
            () if self.missing.contains(&field) => Presence::Missing,
            () => Presence::Absent,
        }
    }
}

impl Catalogue<'_> {
    /// The fields of which some practice says something or should, in the order of the record.
    pub fn fields(&self) -> Vec<Field> {
        let is_told =
            |field: &Field| self.practices.iter().any(|practice| practice.presence(*field) != Presence::Absent);
        Field::ALL.iter().copied().filter(|field| field.kind() != Kind::Meta).filter(is_told).collect()
    }

    /// How many practices say something of a field, and how many were asked in vain.
    pub fn tally(&self, field: Field) -> (usize, usize) {
        let count = |presence| self.practices.iter().filter(|practice| practice.presence(field) == presence).count();
        (count(Presence::Present), count(Presence::Missing))
    }
}
