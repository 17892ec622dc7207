//! What a record is sorted by and no sheet says in so many words: its countries and its years.

use std::collections::BTreeMap;

use super::countries::names;
use super::cut::Joined;
use super::draft::{Draft, Right};
use super::segments::Segment;
use super::{Derived, Field, Function, Origin, Pointer, Step, Years};

/// The fields in which a country's name says where a practice is at home, in the order in which they are searched.
const PLACES: [Field; 3] = [Field::Location, Field::LeadOrganisation, Field::Partners];

/// Derives what can be; every value is marked as inferred.
pub(super) fn derive(draft: &mut Draft<'_>) {
    let derived = Derived { countries: countries(draft), years: years(draft) };
    draft.record.derived = (derived != Derived::default()).then_some(derived);
}

/// The codes of the countries that the values name, sorted; each cites the first name of its country.
fn countries(draft: &mut Draft<'_>) -> Vec<String> {
    let mut found = BTreeMap::new();
    for field in PLACES {
        for traced in draft.trace.iter().filter(|traced| traced.pointer.field == field) {
            let value = Joined::new(&traced.segments, draft.text);
            for (name, code) in names(&value.text, &draft.schemas.countries) {
                if let Some(segments) = value.cut(&name) {
                    found.entry(code).or_insert(segments);
                }
            }
        }
    }
    let list = Pointer::from(Field::Derived).then(Step::Key("countries"));
    let set = |(at, segments)| trace(draft, Function::Country, list.then(Step::Item(at)), segments);
    let codes = found.into_values().enumerate().map(set);
    codes.filter_map(|code| code.as_str().map(str::to_owned)).collect()
}

/// From the year of the start, else of the foundation, to the year of the end.
fn years(draft: &mut Draft<'_>) -> Option<Years> {
    let from = year(draft, Field::Start).or_else(|| year(draft, Field::Founded));
    let to = year(draft, Field::End).filter(|_| !draft.record.ongoing);
    let reversed = matches!((&from, &to), (Some((from, _)), Some((to, _))) if from > to);
    if reversed || (from.is_none() && to.is_none()) {
        return None;
    }
    let all = Pointer::from(Field::Derived).then(Step::Key("years"));
    let mut set = |key, year: Option<(i32, Vec<Segment>)>| {
        let (year, segments) = year?;
        trace(draft, Function::Year, all.then(Step::Key(key)), segments);
        Some(year)
    };
    Some(Years { from: set("from", from), to: set("to", to) })
}

/// The year of a field, with what it is made of.
fn year(draft: &Draft<'_>, field: Field) -> Option<(i32, Vec<Segment>)> {
    let segments = draft.segments(field)?;
    let value = Joined::new(segments, draft.text);
    Some((super::dates::year_of(&value.text, draft.schemas)?, segments.to_vec()))
}

fn trace(draft: &mut Draft<'_>, function: Function, at: Pointer, segments: Vec<Segment>) -> serde_json::Value {
    draft.trace_typed(function, at, Origin::Inferred, Right::Cite, segments)
}
