//! Where the values of a record were read, once some of them are hidden.

use crate::practice::{BestPractice, Field};

/// The items that are shown. The provenance of those behind one that is not moves with them.
pub(super) fn retained<T>(record: &mut BestPractice, field: Field, items: Vec<Option<T>>) -> Vec<T> {
    if let Some(provenance) = record.provenance.as_mut().filter(|_| items.iter().any(Option::is_none)) {
        let places: Vec<bool> = items.iter().map(Option::is_some).collect();
        let values = std::mem::take(&mut provenance.values).into_iter();
        provenance.values = values.filter_map(|(path, origin)| Some((moved(&path, field, &places)?, origin))).collect();
    }
    items.into_iter().flatten().collect()
}

/// The address of a value when only some items of a list are left; nothing if its own is gone.
fn moved(path: &str, field: Field, shown: &[bool]) -> Option<String> {
    let list = format!("/{field}/");
    let Some(rest) = path.strip_prefix(&list) else { return Some(path.to_owned()) };
    let (at, below) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let Ok(at) = at.parse::<usize>() else { return Some(path.to_owned()) };
    let is_shown = shown.get(at).copied().unwrap_or_default();
    let before = shown.iter().take(at).filter(|shown| **shown).count();
    is_shown.then(|| format!("{list}{before}{below}"))
}

/// Drops where values were read that are not there any more.
pub(super) fn drop_origins(record: &mut BestPractice) {
    let Some(mut provenance) = record.provenance.take() else { return };
    if let Ok(values) = serde_json::to_value(&*record) {
        provenance.values.retain(|path, _| values.pointer(path).is_some());
    }
    record.provenance = Some(provenance);
}
