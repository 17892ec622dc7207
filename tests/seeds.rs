//! The five real documents: how many records they give, and that none of their traps caught us.

mod common;

use common::reading::Document;
use jsonschema::Validator;
use scheda::ledger::Class;
use scheda::output::{schema::json_schema, yaml};
use scheda::practice::BestPractice;
use scheda::source::Span;
use serde_json::{Value, json};

const MAGNET: &str = "seeds/000_5a6dfbd9d39d1420.txt";
const ERFURT: &str = "seeds/001_3d7313f72bef3361.txt";
const MICRO: &str = "seeds/002_2c7ecf2f3548d246.txt";
const MIGLIORA: &str = "seeds/003_6e364e405121a705.txt";
const SAVOIR_FAIRE: &str = "seeds/004_6183ca9f5f4cff2b.txt";
/// Where a heading begins like a label and is none.
const GROUP_HEADINGS: [(&str, usize); 2] = [(MAGNET, 43), (ERFURT, 51)];
const SEEDS: [&str; 5] = [MAGNET, ERFURT, MICRO, MIGLIORA, SAVOIR_FAIRE];

/// The title of each record, file by file.
const TITLES: [&[&str]; 5] = [
    &["MAGNET Network (Migrant Acceleration for Growth – Network for Entrepreneurship Training)"],
    &["Netzwerk für Integration der Landeshauptstadt Erfurt"],
    &["M.I.C.R.O. – Migrants Ideas Converted into Real Opportunities"],
    &[
        "MIGLIORA Migrazione & Integrazione: Generare Legami, Inclusione e Opportunità per i Rifugiati nelle Aree rurali e \
       urbane.",
    ],
    &[
        "\"#AccoglienzaToscana - Libro Bianco - Sulle politiche di accoglienza dei richiedenti asilo e titolari di \
         protezione internazionale",
        "progetto di comunicazione integrata e crossmediale del tema immigrazione valorizzando il dialogo con media e \
         comunità",
        "Cinformi – Centro informativo per l'immigrazione",
        "SocialPay",
        "SMART Volunteering for migrant women",
        "Andalucía Integra",
        "Proyecto Nuevos Senderos y Red de Viviendas Solidarias.",
        "DISC- Social integration of migrant people by improving their digital Skills",
        "Booster employability of migrant women in the STEAM (Science, Engineering, Arts and Technology) sector.",
        "REC- Recognizion of non-formal competences of migrant people.",
        "Labour and social integration of migrant people.",
        "Project: \"Voices of Immigrant Women\" (VIW). Reference Number 2020-1-ES01-KA203-082364, part of the Erasmus+ \
         Programme, in key action KA203: Strategic Partnerships (Higher Education). Co-financed by the European Union.",
    ],
];

fn records(document: &Document) -> Vec<Value> {
    document.reading.sheets.iter().map(|sheet| json!(sheet.record)).collect()
}

/// Record number `sheet`, from 1, of the report.
fn sheet(sheet: usize) -> Value {
    records(&Document::of_file(SAVOIR_FAIRE)).swap_remove(sheet - 1)
}

/// The record whose sheet starts on this line of the report.
fn sheet_at(line: usize) -> Value {
    let start = format!("{line}-");
    let lines = |record: &Value| record["source"]["lines"].as_str().unwrap().starts_with(&start);
    records(&Document::of_file(SAVOIR_FAIRE)).into_iter().find(lines).unwrap_or_else(|| panic!("no sheet at {line}"))
}

fn text<'a>(record: &'a Value, key: &str) -> &'a str {
    record[key].as_str().unwrap_or_else(|| panic!("no {key} in {record:#}"))
}

fn list<'a>(record: &'a Value, key: &str) -> Vec<&'a str> {
    record[key].as_array().unwrap_or_else(|| panic!("no {key}")).iter().map(|item| item.as_str().unwrap()).collect()
}

/// First and last line of a stretch.
fn lines(document: &Document, span: Span) -> (usize, usize) {
    (document.source.place(span.start).line, document.source.place(span.end - 1).line)
}

fn classes_of_line(document: &Document, line: usize) -> Vec<Class> {
    let span = document.source.lines().span(document.text(), line);
    let claims = document.reading.ledger.claims().iter();
    let touching = claims.filter(|claim| claim.span.start < span.end && claim.span.end > span.start);
    let part = |at: Span| Span::new(at.start.max(span.start), at.end.min(span.end)).of(document.text());
    let mut classes: Vec<Class> = touching.filter(|c| !part(c.span).trim().is_empty()).map(|c| c.class).collect();
    classes.dedup();
    classes
}

fn validator() -> Validator {
    let schema = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/schemas/best-practice.schema.json"));
    assert_eq!(schema.as_ref().unwrap(), &json_schema(), "the schema file is current");
    jsonschema::draft7::new(&serde_json::from_str(&schema.unwrap()).unwrap()).unwrap()
}

fn errors(validator: &Validator, record: &Value) -> Vec<String> {
    validator.iter_errors(record).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

// What holds for all of them

#[test]
fn each_seed_gives_its_records_in_order() {
    for (seed, titles) in SEEDS.iter().zip(TITLES) {
        let records = records(&Document::of_file(seed));
        let found: Vec<&str> = records.iter().map(|record| text(record, "title")).collect();
        assert_eq!(found, titles, "{seed}");
    }
}

#[test]
fn nothing_of_a_seed_is_lost_or_invented() {
    SEEDS.iter().for_each(|seed| Document::of_file(seed).prove());
}

#[test]
fn no_text_of_a_seed_is_unassigned() {
    for seed in SEEDS {
        let document = Document::of_file(seed);
        let left: Vec<&str> =
            document.stretches(Class::Unassigned).iter().map(|span| span.of(document.text())).collect();
        assert_eq!(left, [""; 0], "{seed}");
    }
}

#[test]
fn only_the_report_around_the_sheets_is_outside() {
    for seed in SEEDS {
        let document = Document::of_file(seed);
        let mut outside: Vec<usize> = (1..=document.source.lines().count())
            .filter(|line| classes_of_line(&document, *line).contains(&Class::Outside))
            .collect();
        let of_report = |line: &usize| (8..=91).contains(line) || (683..=687).contains(line);
        let expected: Vec<usize> = if seed == SAVOIR_FAIRE { report_lines(&document) } else { Vec::new() };
        assert_eq!(outside, expected, "{seed}");
        outside.retain(|line| !of_report(line));
        assert_eq!(outside, [0; 0], "{seed}");
    }
}

/// The lines of the report's introduction and workshop paragraphs that hold text and are no page header.
fn report_lines(document: &Document) -> Vec<usize> {
    let words = |line: usize| document.source.lines().span(document.text(), line).of(document.text()).trim();
    let header = |line: usize| words(line).starts_with("OS 2:") || words(line).starts_with("Inclusione sociale ed");
    (8..=91).chain(683..=687).filter(|&line| !words(line).is_empty() && !header(line)).collect()
}

#[test]
fn every_record_is_valid_in_json_and_from_yaml_but_for_the_missing_description_of_the_deck() {
    let validator = validator();
    for (seed, record) in
        SEEDS.iter().flat_map(|seed| records(&Document::of_file(seed)).into_iter().map(move |r| (seed, r)))
    {
        let typed: BestPractice = serde_json::from_value(record.clone()).unwrap();
        let from_yaml: Value = yaml_serde::from_str(&yaml::document(&typed)).unwrap();
        let expected: &[&str] = if *seed == MIGLIORA { &[": \"description\" is a required property"] } else { &[] };
        assert_eq!(errors(&validator, &record), expected, "{seed} in JSON");
        assert_eq!(errors(&validator, &from_yaml), expected, "{seed} from YAML");
        assert_eq!(from_yaml, record, "{seed} comes back from YAML");
    }
}

// The traps

#[test]
fn trap_01_a_sheet_heading_quoted_in_a_sentence_starts_no_sheet() {
    let document = Document::of_file(SAVOIR_FAIRE);
    assert_eq!(document.reading.sheets.len(), 12);
    assert!(document.source.lines().span(document.text(), 687).of(document.text()).contains("SCHEDA RIASSUNTIVA"));
    assert_eq!(classes_of_line(&document, 687), [Class::Outside]);
}

#[test]
fn trap_02_a_value_and_the_next_label_stand_on_one_line() {
    let record = sheet_at(1308);
    assert_eq!(record["title"], "Labour and social integration of migrant people.");
    assert!(text(&record, "description").starts_with("VAMOS aims to design, develop and provide a training course"));
}

#[test]
fn trap_03_an_apostrophe_stands_for_an_accent() {
    assert!(text(&sheet(1), "transferability").starts_with("da un lato il processo"));
    assert_eq!(sheet(2)["transferability"], "piena trasferibilità");
}

#[test]
fn trap_04_what_a_sheet_lacks_is_missing_and_not_lost() {
    let missing = |record: &Value, keys: &[&str]| keys.iter().all(|key| record.get(key).is_none());
    assert!(missing(&sheet_at(381), &["transferability", "contacts"]));
    assert!(missing(&sheet_at(710), &["outlook"]));
    let document = Document::of_file(SAVOIR_FAIRE);
    let findings = document.findings_as_text();
    let warned: Vec<&str> = findings.lines().filter(|line| line.contains("missing-field")).collect();
    assert_eq!(
        warned,
        [
            "381:1 warning missing-field transferability as \"OPPORTUNITÀ DI TRASFERIBILITÀ IN ALTRO CONTESTO\"",
            "381:1 warning missing-field contacts as \"PERSONA DI RIFERIMENTO\"",
            "710:1 warning missing-field outlook as \"FUTURE TARGETS AND PERSPECTIVES\"",
        ]
    );
}

#[test]
fn trap_05_email_and_institution_are_parts_of_a_contact() {
    let morales = json!([{"name": "Pablo Morales", "email": "pablo.morales@camaradesevilla.com"}]);
    assert_eq!(sheet_at(551)["contacts"], morales);
    assert_eq!(sheet_at(617)["contacts"], morales);
    let last = sheet_at(1408);
    assert_eq!(last["lead_organisation"], "Universidad Pablo de Olavide (Seville)");
    assert_eq!(
        last["contacts"],
        json!([
            {
                "name": "Fabiola Ortega de Mora",
                "organisation": "Universidad Pablo de Olavide",
                "email": "faortde@upo.es",
                "note": "Person who will participate in the webinar (researcher)",
            },
            {
                "name": "María Teresa Terrón Caro",
                "organisation": "Universidad Pablo de Olavide",
                "email": "mttercar@upo.es",
                "note": "Coordinating contact person",
            },
        ])
    );
}

#[test]
fn trap_06_full_stops_divide_a_contact_or_nothing_does() {
    assert_eq!(
        sheet_at(710)["contacts"],
        json!([
            {
                "name": "Adolfo Patón",
                "role": "Responsable de Proyectos Europeos",
                "email": "adolfopaton@cepaim.org",
                "phone": "0034 697 717 364",
            },
            {
                "name": "Javier Pérez",
                "role": "Coordinador Autonómico para Andalucía y Ceuta",
                "email": "javierperez@cepaim.org",
                "phone": "677409174",
            },
        ])
    );
}

#[test]
fn trap_07_sentences_and_lists_run_across_page_headers() {
    let libro_bianco = sheet(1);
    let results = text(&libro_bianco, "results");
    assert!(results.contains("(FAMI) 2014-2020 e successivamente avviato i progetti"), "{results}");
    assert!(results.contains("azioni di cittadinanza attiva finanziando nel 2018 progetti"), "begins with a digit");
    let outlook = text(&libro_bianco, "outlook");
    assert!(
        outlook.contains("per l'inserimento professionale delle persone accolte\n"),
        "an item of a list: {outlook}"
    );
    assert!(text(&sheet_at(985), "outlook").contains("DISC is a transferable and replicable project"), "one line");
    assert!(records(&Document::of_file(SAVOIR_FAIRE)).iter().all(|record| !record.to_string().contains("OS 2:")));
}

#[test]
fn trap_08_a_row_with_an_empty_label_goes_on_with_the_row_before() {
    let record = Document::of_file(MAGNET).record();
    let evaluation = text(&record, "evaluation");
    assert!(evaluation.contains("collegarsi con gli altri consorzi finanziati nell'ambito dello stesso bando"));
    assert_eq!(
        evaluation.matches("\n- ").count(),
        5,
        "six items, of which the first runs across the page: {evaluation}"
    );
    assert!(record.get("unmapped").is_none());
}

#[test]
fn trap_09_a_list_that_nobody_closes_has_its_items_without_bullets() {
    let record = Document::of_file(ERFURT).record();
    let counts = [("resources", 3), ("internal_communication", 4), ("success_factors", 6), ("challenges", 3)];
    for (key, count) in counts {
        assert_eq!(list(&record, key).len(), count, "{key}");
    }
    assert_eq!(
        record["evaluation"],
        "- Sondaggi regolari tra i membri e aggiustamenti nella rete in base ai risultati\n\
         - Rapporto annuale, che costituisce la base per i dati obiettivo del prossimo anno"
    );
    assert!(!record.to_string().contains(['•', '<']));
}

#[test]
fn trap_10_a_section_heading_that_begins_like_a_label_is_none() {
    for (seed, line) in GROUP_HEADINGS {
        let document = Document::of_file(seed);
        let words = document.source.lines().span(document.text(), line).of(document.text());
        assert!(words.ends_with("FATTORI DI SUCCESSO E SFIDE"), "{seed}: {words}");
        assert_eq!(classes_of_line(&document, line), [Class::Heading], "{seed}");
    }
    assert_eq!(list(&Document::of_file(MAGNET).record(), "success_factors").len(), 7);
}

#[test]
fn trap_11_the_report_belongs_to_no_sheet() {
    let document = Document::of_file(SAVOIR_FAIRE);
    let outside = document.stretches(Class::Outside);
    assert_eq!(lines(&document, outside[0]).0, 8);
    assert_eq!(lines(&document, outside[outside.len() - 1]), (683, 687));
    assert!((688..=708).all(|line| !classes_of_line(&document, line).contains(&Class::Value)));
    assert_eq!(sheet_at(617)["source"]["lines"], "617-660");
}

#[test]
fn trap_12_the_language_is_that_of_the_values() {
    let record = sheet_at(710);
    assert_eq!(record["language"], "es");
    assert_eq!(sheet_at(551)["language"], "en");
    assert_eq!(sheet_at(113)["language"], "it");
}

#[test]
fn trap_13_headers_and_footers_vary_from_slide_to_slide() {
    let record = Document::of_file(MIGLIORA).record();
    assert_eq!(record["lead_organisation"], "Fondazione Compagnia di San Paolo");
    assert_eq!(list(&record, "partners"), ["lab ins laboratorio d'innovazione sociale"]);
    let sections = record["sections"].to_string();
    for furniture in ["MIGLIORA", "Un progetto della", "Realizzato da", "collaborazione con", "Compagnia"] {
        assert!(!sections.contains(furniture), "{furniture} in {sections}");
    }
    let titles: Vec<&Value> = record["sections"].as_array().unwrap().iter().map(|section| &section["title"]).collect();
    assert_eq!(
        titles,
        [
            "La restituzione del lavoro di gruppo",
            "COME FARE RETE?",
            "Reti come fonti di soluzioni",
            "Il coinvolgimento delle aziende",
            "Dalle reti personali alla reti territoriali",
            "Dai progetti ai servizi di rete",
            "COME PROMUOVERE UN APPROCCIO INTEGRATO?",
            "L'orientamento",
            "L'accompagnamento",
            "Le reti",
        ]
    );
}

#[test]
fn trap_14_a_value_that_four_sheets_have_is_no_furniture() {
    let document = Document::of_file(SAVOIR_FAIRE);
    for (label, contact) in [(987, 1071), (1102, 1179), (1204, 1285), (1310, 1383)] {
        assert_eq!(classes_of_line(&document, label), [Class::Label, Class::Value], "line {label}");
        assert!(classes_of_line(&document, contact).contains(&Class::Value), "line {contact}");
        assert!(!classes_of_line(&document, contact).contains(&Class::Furniture), "line {contact}");
    }
    let leads = records(&document).iter().filter(|record| record["lead_organisation"] == "INCOMA").count();
    assert_eq!(leads, 4);
}

#[test]
fn trap_15_names_roles_and_organisations_are_told_apart() {
    assert_eq!(
        sheet_at(985)["contacts"],
        json!([{
            "name": "Juan Guerrero",
            "role": "Head of International R&D projects",
            "organisation": "INCOMA",
            "email": "Jguerrero@incoma.net",
        }])
    );
    assert_eq!(
        sheet_at(315)["contacts"],
        json!([
            {"name": "Andrea Cagol", "organisation": "Area comunicazione Cinformi"},
            {"name": "Anna Eccher", "organisation": "Area comunicazione Cinformi"},
        ])
    );
}
