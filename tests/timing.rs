//! Dates, periods and what is derived of them: every byte has its place and every value is made again of its own bytes.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use scheda::practice::{BestPractice, Origin, Year};
use scheda::schemas::Schemas;
use scheda::source::Source;
use scheda::{Options, Reading, Sheet, read};
use serde_json::{Value, json};

fn read_text(text: &str, options: &Options) -> (Source, Reading) {
    let source = Source::new("sheet.txt", text.as_bytes().to_vec()).unwrap();
    let reading = read(&source, Schemas::builtin(), options);
    check(&source, &reading);
    (source, reading)
}

/// The ledger adds up, the value bytes are those of the values, and each value is made of its segments alone.
fn check(source: &Source, reading: &Reading) {
    let entries: Vec<_> = reading.ledger.entries(&source.text).collect();
    let rejoined: String = entries.iter().map(|entry| entry.span.of(&source.text)).collect();
    assert_eq!(rejoined, source.text);
    for sheet in &reading.sheets {
        let record = json!(sheet.record);
        for traced in &sheet.trace {
            let pointer = traced.pointer.to_string();
            let again = traced.recompute(&source.text, Schemas::builtin());
            assert_eq!(record.pointer(&pointer), Some(&again), "{pointer} in {:?}", source.text);
            for span in traced.segments.iter().filter_map(|segment| segment.span()) {
                let field = traced.pointer.field;
                let has =
                    |entry: &&scheda::ledger::Entry| entry.field == Some(field) || entry.cited_by.contains(&field);
                let inside = entries.iter().filter(|entry| span.covers(entry.span));
                let words = inside.filter(|entry| entry.class != scheda::ledger::Class::Blank);
                assert!(words.into_iter().all(|entry| has(&entry)), "{pointer} in {:?}", source.text);
            }
        }
    }
}

fn sheet(text: &str) -> Sheet {
    read_text(text, &Options::default()).1.sheets.remove(0)
}

/// A sheet in Italian with these lines.
fn italian(lines: &str) -> Sheet {
    sheet(&format!(
        "Titolo: Sportello\nDescrizione: Uno sportello per le persone che arrivano e che non sanno dove andare.\n{lines}\n"
    ))
}

/// A sheet in English with these lines.
fn english(lines: &str) -> Sheet {
    sheet(&format!(
        "Title: Welcome desk\nDescription: A desk for the people who arrive and who do not know where to go.\n{lines}\n"
    ))
}

/// The fields of time as JSON, and the codes of findings about them.
fn told(sheet: &Sheet) -> (Value, Vec<&'static str>) {
    let BestPractice { as_of, founded, start, end, ongoing, unmapped, .. } = &sheet.record;
    let unmapped: Vec<_> = unmapped.iter().map(|entry| format!("{}: {}", entry.label, entry.text)).collect();
    let mut told = json!({ "as_of": as_of, "start": start, "end": end, "unmapped": unmapped.join("; ") });
    told["ongoing"] = if *ongoing { json!(true) } else { Value::Null };
    told["founded"] = match founded {
        Some(Year::Known(year)) => json!(year),
        Some(Year::Verbatim(text)) => json!(text),
        None => Value::Null,
    };
    let map = told.as_object_mut().unwrap();
    map.retain(|_, value| !value.is_null() && value != "");
    let about =
        ["malformed-date", "malformed-year", "ambiguous-date", "unread-period", "repeated-label", "unassigned-text"];
    let codes = sheet.findings.iter().map(|finding| finding.finding.code().id());
    (told, codes.filter(|code| about.contains(code)).collect())
}

#[test]
fn periods_become_a_start_an_end_and_whether_it_goes_on() {
    for (lines, expected, findings) in [
        ("Durata: dal 01/10/2018 al 30/09/2020", json!({ "start": "2018-10-01", "end": "2020-09-30" }), ""),
        (
            "Durata: 24 mesi (01/10/2018 - 30/09/2020)",
            json!({ "start": "2018-10-01", "end": "2020-09-30", "unmapped": "Durata: 24 mesi" }),
            "",
        ),
        ("Durata: settembre 2019 - in corso", json!({ "start": "2019-09", "ongoing": true }), ""),
        ("Durata: settembre – dicembre 2019", json!({ "start": "2019-09", "end": "2019-12" }), ""),
        ("Durata: 36 mesi", json!({ "unmapped": "Durata: 36 mesi" }), ""),
        ("Durata: circa 2018", json!({ "unmapped": "Durata: circa 2018" }), "unread-period"),
        ("Durata: in corso", json!({ "ongoing": true }), ""),
        ("Periodo: 04/05/2019 - 03/06/2020", json!({ "start": "2019-05-04", "end": "2020-06-03" }), ""),
        ("Laufzeit: 2018 – laufend", json!({ "start": "2018", "ongoing": true }), ""),
        ("Duración: desde 2015 (actualidad)", json!({ "start": "2015", "ongoing": true }), ""),
        ("Data di inizio: 2018 – in corso", json!({ "start": "2018", "ongoing": true }), ""),
        ("Data di inizio: dal 12 aprile 2018", json!({ "start": "2018-04-12" }), ""),
        ("Data di inizio: 24 mesi", json!({ "unmapped": "Data di inizio: 24 mesi" }), ""),
        ("Data di inizio: primavera 2018", json!({ "start": "2018" }), ""),
        ("Durata: fine 2018", json!({ "unmapped": "Durata: fine 2018" }), "unread-period"),
        ("Data di inizio: presto", json!({ "start": "presto" }), "malformed-date"),
        ("Data di inizio: 31.02.2020", json!({ "start": "31.02.2020" }), "malformed-date"),
        ("Data di inizio: 01/10/18", json!({ "start": "01/10/18" }), "ambiguous-date"),
        ("Data di fine: in corso", json!({ "ongoing": true }), ""),
        ("Data di fine: fino al 30 settembre 2020", json!({ "end": "2020-09-30" }), ""),
        ("Data di inizio: 2018\nDurata: 24 mesi", json!({ "start": "2018", "unmapped": "Durata: 24 mesi" }), ""),
        (
            "Durata: 2018 - 2020\nData di inizio: 01/10/2018",
            json!({ "start": "2018-10-01", "end": "2020", "unmapped": "Durata: 2018" }),
            "",
        ),
        ("Anno di fondazione: dal 2017", json!({ "founded": 2017 }), ""),
        ("Anno di fondazione: 12 marzo 2004", json!({ "founded": 2004 }), ""),
        ("Anno di fondazione: anni '90", json!({ "founded": "anni '90" }), "malformed-year"),
        ("Stato delle informazioni: Gennaio 2021", json!({ "as_of": "2021-01" }), ""),
        ("Stato delle informazioni: al 31/12/2020", json!({ "as_of": "2020-12-31" }), ""),
    ] {
        let sheet = italian(lines);
        let (record, codes) = told(&sheet);
        assert_eq!((record, codes.join(" ").as_str()), (expected, findings), "{lines}");
    }
}

#[test]
fn english_writes_days_and_months_in_either_order() {
    for (lines, expected, findings) in [
        ("Start date: 04/05/2019", json!({ "start": "04/05/2019" }), "ambiguous-date"),
        ("Start date: 04.05.2019", json!({ "start": "2019-05-04" }), ""),
        ("Start date: 30/09/2019", json!({ "start": "2019-09-30" }), ""),
        ("Period: 04/05/2019 - 30/09/2020", json!({ "start": "2019-05-04", "end": "2020-09-30" }), ""),
        ("Period: 04/05/2019 - 09/30/2020", json!({ "start": "2019-04-05", "end": "2020-09-30" }), ""),
        ("Start date: January 29, 2021", json!({ "start": "2021-01-29" }), ""),
        ("Period: from April 2018 to March 2020", json!({ "start": "2018-04", "end": "2020-03" }), ""),
        ("Year of foundation: since 2017", json!({ "founded": 2017 }), ""),
    ] {
        let sheet = english(lines);
        let (record, codes) = told(&sheet);
        assert_eq!((record, codes.join(" ").as_str()), (expected, findings), "{lines}");
    }
}

/// Where the text is too short to tell its language, the labels do.
#[test]
fn labels_of_a_language_tell_its_order() {
    let (record, _) = told(&sheet("Titolo: Sportello\nDescrizione: Uno sportello.\nData di inizio: 04/05/2019\n"));
    assert_eq!(record["start"], "2019-05-04");
}

#[test]
fn each_part_of_a_period_cites_its_own_bytes() {
    let text = "Titolo: Sportello\nDescrizione: Uno sportello.\nDurata: 24 mesi (01/10/2018 - 30/09/2020), in corso\n";
    let (source, reading) = read_text(text, &Options::default());
    let cited = |pointer: &str| {
        let traced = reading.sheets[0].trace.iter().find(|traced| traced.pointer.to_string() == pointer).unwrap();
        traced
            .segments
            .iter()
            .filter_map(|segment| segment.span())
            .map(|span| span.of(&source.text))
            .collect::<Vec<_>>()
    };
    assert_eq!(cited("/start"), ["01/10/2018"]);
    assert_eq!(cited("/end"), ["30/09/2020"]);
    assert_eq!(cited("/ongoing"), ["in corso"]);
    assert_eq!(cited("/unmapped/0/text"), ["24 mesi"]);
    assert_eq!(cited("/derived/years/from"), ["01/10/2018"]);
}

#[test]
fn countries_and_years_are_derived_and_marked_so() {
    let lines = "Luogo: Vienna, Austria; Erfurt (Germania)\nEnte promotore: Example Trust (UK)\nDurata: 2018 - 2020\n\
        Anno di fondazione: 2004\nObiettivi: Lavorare con la Francia\nPartner:\n- Uno (Austria)\n- Due, Spagna";
    let sheet = italian(lines);
    assert_eq!(
        json!(sheet.record.derived),
        json!({ "countries": ["AT", "DE", "ES", "GB"], "years": { "from": 2018, "to": 2020 } })
    );
    let derived: Vec<_> =
        sheet.trace.iter().filter(|traced| traced.pointer.to_string().starts_with("/derived")).collect();
    assert_eq!(derived.len(), 6);
    assert!(derived.iter().all(|traced| traced.origin == Origin::Inferred));
}

#[test]
fn years_are_as_far_as_known() {
    for (lines, expected) in [
        ("Anno di fondazione: 2004", json!({ "from": 2004 })),
        ("Durata: 2018 - in corso", json!({ "from": 2018 })),
        ("Data di fine: 2020", json!({ "to": 2020 })),
        ("Durata: 2018 - 2020, in corso", json!({ "from": 2018 })),
        ("Data di inizio: 2021\nData di fine: 2020", Value::Null),
        ("Durata: 36 mesi", Value::Null),
    ] {
        let derived = italian(lines).record.derived.and_then(|derived| derived.years);
        assert_eq!(json!(derived), expected, "{lines}");
    }
}

#[test]
fn nothing_is_inferred_where_nobody_wants_it() {
    let text = "# Sportello di prova\n\nDescrizione: Uno sportello.\nLuogo: Austria\nDurata: 2018 - 2020\n";
    let with = read_text(text, &Options::default()).1.sheets.remove(0);
    let without = read_text(text, &Options { infer: false, ..Options::default() }).1.sheets.remove(0);
    assert!(with.record.derived.is_some());
    assert_eq!(without.record.derived, None);
    assert!(without.trace.iter().all(|traced| traced.origin != Origin::Inferred));
    assert_eq!(without.record.start.as_deref(), Some("2018"));
}

#[test]
fn the_seeds_name_their_countries() {
    let derived = |name: &str| -> Vec<String> {
        let path = format!("{}/seeds/{name}", env!("CARGO_MANIFEST_DIR"));
        let source = Source::new(name, std::fs::read(path).unwrap()).unwrap();
        let reading = read(&source, Schemas::builtin(), &Options::default());
        check(&source, &reading);
        let countries = |sheet: &Sheet| sheet.record.derived.clone().unwrap_or_default().countries.join(" ");
        reading.sheets.iter().map(countries).collect()
    };
    assert_eq!(derived("000_5a6dfbd9d39d1420.txt"), ["AT BG DE ES"]);
    assert_eq!(derived("001_3d7313f72bef3361.txt"), ["DE"]);
    assert_eq!(derived("002_2c7ecf2f3548d246.txt"), ["BE DE ES IT"]);
    assert_eq!(derived("003_6e364e405121a705.txt"), [""]);
    let twelve = derived("004_6183ca9f5f4cff2b.txt");
    assert_eq!(twelve[..4], ["", "", "", ""]);
    assert_eq!(twelve[4], "BE CY ES FR GB IT");
    assert_eq!(twelve[10], "ES GB GR IT");
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(20_261_123), failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_value_of_time_and_place_keeps_every_byte(
        label in proptest::sample::select(vec!["Durata", "Data di inizio", "Data di fine", "In corso", "Anno di fondazione", "Period", "Luogo"]),
        value in proptest::collection::vec(proptest::sample::select(vec![
            "2018", "01/10/2018", "04/05/19", "30.09.2020", "1", "24", " mesi", "gennaio", " May ", "dal ", "al ", " in corso", "*", "**", "_",
            "(", ")", " - ", "–", "/", ",", ".", ";", " ", "\n", "\n\n", "<b>", "</b>", "&amp;", "&nbsp;", "[a](b)", "\\", "#", "- ", "Austria",
            "United", "\nKingdom", " ", "sì", "é", "\u{a0}", "'", "1. ",
        ]), 0..12),
    ) {
        let text = format!("Titolo: Sportello\nDescrizione: Uno.\n{label}: {}\nDurata: 2017 - 2019\n", value.concat());
        read_text(&text, &Options::default());
    }
}
