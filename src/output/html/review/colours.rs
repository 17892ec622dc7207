//! Which colour each field has.

use std::collections::BTreeSet;

use super::values::Values;
use crate::ledger::Ledger;
use crate::practice::Field;

/// How many colours there are (`.hue-0` and so on); a document with more fields has some of them twice.
const COLOURS: usize = 12;

/// The fields of a document, in the order of the record.
pub struct Colours(Vec<Field>);

impl Colours {
    /// Neighbours in the record have different colours.
    pub fn of(ledger: &Ledger, values: &Values) -> Self {
        let claimed = ledger.claims().iter().filter_map(|claim| claim.field);
        let fields: BTreeSet<Field> = claimed.chain(values.read().map(|row| row.field)).collect();
        Self(fields.into_iter().collect())
    }

    /// The colour of a field, if anything in the source is of it.
    pub fn of_field(&self, field: Field) -> Option<usize> {
        self.0.binary_search(&field).ok().map(|at| at % COLOURS)
    }
}
