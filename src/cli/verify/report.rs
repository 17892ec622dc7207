//! What `verify` found, for people and for programs.

use std::collections::HashSet;

use scheda::diagnostic::Elsewhere;
use scheda::diagnostic::entry::Related;
use scheda::diagnostic::message::visible;
use scheda::locale::{Fact, Locale};
use scheda::practice::privacy::Hidden;
use scheda::verify::{Drift, Item, Kind, Spot, name};
use serde::Serialize;
use serde_json::{Value, json};

use crate::cli::excerpt::{excerpt, parting};

/// The version of the JSON object; it grows when a key changes its meaning or goes, not when one is added.
const VERSION: u32 = 1;

/// A record that was held against its sheet.
pub struct Checked<'a> {
    /// The record.
    pub record: Item<'a>,
    /// The sheet, if it was found.
    pub sheet: Option<Item<'a>>,
    /// What is not as it was.
    pub drifts: Vec<Drift>,
    /// What the record does not show of people.
    pub hidden: Hidden,
}

/// A run in numbers.
#[derive(Clone, Copy, Serialize)]
pub struct Totals {
    /// Records.
    pub records: usize,
    /// Those of them that are as their sheets.
    pub same: usize,
    /// The others.
    pub drifted: usize,
    /// Sheets of which no record was made.
    pub sheets_without_record: usize,
}

impl Totals {
    /// Counts the records, and the sheets that none of them was made of.
    pub fn of(checked: &[Checked<'_>], pairs: &[Option<usize>], sheets: usize) -> Self {
        let drifted = checked.iter().filter(|record| !record.drifts.is_empty()).count();
        let met: HashSet<usize> = pairs.iter().copied().flatten().collect();
        Self {
            records: checked.len(),
            same: checked.len() - drifted,
            drifted,
            sheets_without_record: sheets - met.len(),
        }
    }
}

/// Everything as one object.
pub fn json(checked: &[Checked<'_>], totals: Totals, locale: Locale) -> String {
    let records: Vec<Value> = checked.iter().map(|record| of_record(record, locale)).collect();
    format!("{:#}\n", json!({ "version": VERSION, "records": records, "summary": totals }))
}

fn of_record(checked: &Checked<'_>, locale: Locale) -> Value {
    let Checked { record, sheet, drifts, hidden } = checked;
    let item = |item: &Item<'_>| json!({ "file": item.source.name, "number": item.number });
    let drifts: Vec<Value> = drifts.iter().map(|drift| of_drift(drift, locale)).collect();
    let Hidden { emails, phones, people } = hidden;
    json!({
        "record": item(record),
        "title": record.sheet.record.title,
        "sheet": sheet.as_ref().map(item),
        "hidden": { "emails": emails, "phones": phones, "people": people },
        "drifts": drifts,
    })
}

fn of_drift(drift: &Drift, locale: Locale) -> Value {
    let place = |place: &Elsewhere| Related::elsewhere(place, locale);
    let (from, to) = match &drift.kind {
        Kind::Value { recorded, read, .. } => (json!(recorded), json!(read)),
        Kind::ItemMoved { sheet, record } => (json!(record), json!(sheet)),
        Kind::Moved { from, to } => (json!(from), json!(to)),
        Kind::Misplaced { from, to } => (json!({ "line": from }), json!({ "line": to })),
        Kind::SheetGone(from) => (json!(from), Value::Null),
        Kind::SourceChanged | Kind::NoSheet => (Value::Null, Value::Null),
    };
    json!({
        "kind": drift.kind.id(),
        "path": drift.path,
        "message": message(drift, locale),
        "recorded": from,
        "read": to,
        "place": place(&drift.record),
        "sheet_place": drift.sheet.as_ref().map(place),
    })
}

/// For people: a paragraph a drift, a line for each record that is as it was.
pub fn human(checked: &[Checked<'_>], totals: Totals, locale: Locale, quiet: bool) -> String {
    let mut text: String = checked.iter().map(|record| record_lines(record, locale, quiet)).collect();
    if !quiet {
        text += &locale.say("verified", &totals.facts());
        text.push('\n');
    }
    text
}

impl Totals {
    fn facts(self) -> Vec<(&'static str, Fact<'static>)> {
        let Self { records, same, drifted, sheets_without_record } = self;
        let records = Fact::count("records", records);
        vec![
            ("records", records),
            ("same", same.into()),
            ("drifted", drifted.into()),
            ("without", sheets_without_record.into()),
        ]
    }
}

fn record_lines(checked: &Checked<'_>, locale: Locale, quiet: bool) -> String {
    let Checked { record, drifts, hidden, .. } = checked;
    let title = record.sheet.record.title.as_deref().map_or_else(String::new, |title| excerpt(title, 0));
    let name = format!("{}#{}", visible(&record.source.name), record.number);
    let mut text = String::new();
    if drifts.is_empty() && !quiet {
        let said = locale.say("verify-same", &[("name", name.as_str().into()), ("title", title.into())]);
        text += &format!("{}\n", said.trim_end());
    }
    text.extend(drifts.iter().map(|drift| lines(drift, locale)));
    if let Some(said) = hidden.told(locale).filter(|_| !quiet) {
        text += &format!("{name}: {said}\n");
    }
    text
}

/// `records.yaml:14:10: edited by hand: results`, and below it both values.
fn lines(drift: &Drift, locale: Locale) -> String {
    let mut text = format!("{}: {}\n", shown(&drift.record, locale), message(drift, locale));
    let place = drift.sheet.as_ref().map(|place| shown(place, locale)).unwrap_or_default();
    match &drift.kind {
        Kind::Value { recorded, read, .. } => {
            let [one, other] = [recorded, read].map(|value| value.as_ref().map(words));
            let at = parting(one.as_deref().unwrap_or_default(), other.as_deref().unwrap_or_default());
            let value = |value: Option<String>| {
                value.map_or_else(|| locale.say("verify-nothing", &[]), |value| excerpt(&value, at))
            };
            text += &format!("  {}\n", locale.say("verify-record", &[("value", value(one).into())]));
            let facts = [("value", value(other).into()), ("place", place.into())];
            text += &format!("  {}\n", locale.say("verify-sheet", &facts));
        }
        _ if place.is_empty() => {}
        _ => text += &format!("  {}\n", locale.say("verify-see", &[("place", place.into())])),
    }
    text
}

/// `sheet.txt:9:10`, or the file with the place as its user sees it.
fn shown(place: &Elsewhere, locale: Locale) -> String {
    let text = match &place.seen {
        Some(seen) => format!("{}, {}", place.file, locale.place(seen)),
        None => format!("{}:{}:{}", place.file, place.start.line, place.start.column),
    };
    visible(&text).into_owned()
}

/// What is not as it was, in a sentence.
fn message(drift: &Drift, locale: Locale) -> String {
    let value = ("value", Fact::text(visible(&name(&drift.path)).into_owned()));
    match &drift.kind {
        Kind::Value { edited, .. } => locale.say("verify-value", &[value, ("edited", Fact::yes(*edited))]),
        Kind::ItemMoved { sheet, record } => {
            let list = drift.path.rsplit_once('/').map_or("", |(list, _)| list);
            let facts = [("list", name(list).into()), ("sheet", (*sheet).into()), ("record", (*record).into())];
            locale.say("verify-item-moved", &facts)
        }
        Kind::SourceChanged => locale.say("verify-source-changed", &[]),
        Kind::Moved { from, to } => {
            let facts = [("from", spot(from, locale).into()), ("to", spot(to, locale).into())];
            locale.say("verify-moved", &facts)
        }
        Kind::Misplaced { from, to } => {
            locale.say("verify-misplaced", &[value, ("from", (*from).into()), ("to", (*to).into())])
        }
        Kind::SheetGone(from) => locale.say("verify-sheet-gone", &[("from", spot(from, locale).into())]),
        Kind::NoSheet => locale.say("verify-no-sheet", &[]),
    }
}

/// `sheet 3 of sheets/a.txt, lines 12-40`
fn spot(spot: &Spot, locale: Locale) -> String {
    let Spot { file, sheet, lines, byte } = spot;
    let facts = [
        ("file", Fact::text(visible(file).into_owned())),
        ("sheet", (*sheet).into()),
        ("lines", visible(lines).into_owned().into()),
        ("bytes", Fact::yes(byte.is_some())),
        ("byte", byte.unwrap_or_default().into()),
    ];
    locale.say("verify-spot", &facts)
}

fn words(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
