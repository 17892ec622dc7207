//! Findings for a person in a hurry and for editors: one line each.

use super::entry::Entry;
use super::message::visible;

/// `sheets/a.txt:12:5: error[missing-field] this sheet has no title`
pub fn line(entry: &Entry) -> String {
    let place = match (&entry.range, entry.place()) {
        (Some(range), Some(place)) if range.place.is_some() => format!("{}, {place}", entry.file),
        (_, Some(place)) => format!("{}:{place}", entry.file),
        (_, None) => entry.file.clone(),
    };
    let line = format!("{place}: {}[{}] {}", entry.severity.name(), entry.code, entry.message);
    visible(&line).into_owned() + "\n"
}
