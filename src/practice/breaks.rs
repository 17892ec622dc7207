//! The line break with which YAML ends a text under `|`.

use serde_json::Value;

use super::{BestPractice, Field};

/// Takes the line breaks from the ends of a record's texts, which nobody sees and a page would have to write in code. What the user
/// adds stays as it is.
pub fn trim_final_breaks(record: &mut BestPractice) {
    let Ok(Value::Object(mut keys)) = serde_json::to_value(&*record) else { return };
    let is_text = |key: &str| Field::from_key(key).is_some_and(|field| field.is_prose() && field != Field::Extra);
    let texts = keys.iter_mut().filter(|(key, _)| is_text(key));
    let trimmed: usize = texts.map(|(_, value)| trim(value)).sum();
    if let Some(trimmed) = (trimmed > 0).then(|| serde_json::from_value(Value::Object(keys)).ok()).flatten() {
        *record = trimmed;
    }
}

/// Trims the texts of a value, and says how many of them had a line break at their end.
fn trim(value: &mut Value) -> usize {
    match value {
        Value::String(text) => {
            let end = text.trim_end_matches(['\n', '\r']).len();
            let has_breaks = end > 0 && end < text.len();
            if has_breaks {
                text.truncate(end);
            }
            usize::from(has_breaks)
        }
        Value::Array(items) => items.iter_mut().map(trim).sum(),
        Value::Object(members) => members.values_mut().map(trim).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::Section;

    #[test]
    fn a_text_ends_with_its_last_letter() {
        let section = Section { text: Some(String::from("b\n\n")), ..Section::default() };
        let mut record = BestPractice { results: Some(String::from("a\nb\n")), ..BestPractice::default() };
        record.sections = vec![Section { sections: vec![section], ..Section::default() }];
        record.extra.insert(String::from("own"), "c\n".into());
        trim_final_breaks(&mut record);
        assert_eq!(record.results.as_deref(), Some("a\nb"));
        assert_eq!(record.sections[0].sections[0].text.as_deref(), Some("b"));
        assert_eq!(record.extra["own"], "c\n");
    }
}
