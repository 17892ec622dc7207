//! Pages show the record, whatever stands in it.

mod common;

use common::{LONG, TRAPS, assert_file, full_record, hostile_record, hostile_string};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scheda::output::markdown::{escape, page};
use scheda::practice::{BestPractice, Contact, Field, Link, Section};
use scheda::schemas::{Language, Part, People, Schemas, Wordings};
use serde_json::{Value, json};

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS
}

/// Schemas with these languages alone.
fn with_languages(languages: Vec<Language>) -> Schemas {
    let mut schemas = Schemas::builtin().clone();
    schemas.languages = languages.into();
    schemas
}

/// Schemas that leave a page nothing but the keys, so that no test depends on a wording.
fn without_words() -> Schemas {
    with_languages(Vec::new())
}

/// What a renderer shows of `markdown`, and the marks around it.
fn rendered(markdown: &str) -> (String, Vec<Tag<'_>>) {
    let (mut text, mut tags) = (String::new(), Vec::new());
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Text(part) => text.push_str(&showable(&part)),
            Event::Start(tag) => tags.push(tag),
            Event::End(_) => {}
            other => panic!("{other:?} in {markdown:?}"),
        }
    }
    (text, tags)
}

/// CommonMark shows a NUL as a replacement character; the parser that we test with leaves that to its renderer.
fn showable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

fn assert_escaped(text: &str) {
    let escaped = escape(text);
    let (shown, tags) = rendered(&escaped);
    assert_eq!(shown, showable(text), "{escaped:?}");
    assert!(tags.iter().all(|tag| *tag == Tag::Paragraph) && tags.len() <= 1, "{escaped:?} {tags:?}");
    assert!(!escaped.contains(['\n', '\r']), "{escaped:?}");
}

#[test]
fn traps_are_escaped() {
    for first in TRAPS {
        assert_escaped(first);
        for last in TRAPS {
            assert_escaped(&format!("{first}{last}"));
            assert_escaped(&format!("{first} {last} a"));
            assert_escaped(&format!("{first}a{last}"));
        }
    }
}

#[test]
fn plain_text_stays_plain() {
    let plain = [
        LONG,
        "R&D",
        "Integrazione & inclusione",
        "5 < 6 > 4",
        "a_b_c",
        "2 * 3",
        "C#",
        "#AccoglienzaToscana",
        "[sic]",
        "~50 persone",
        "M.I.C.R.O. – Migrants",
        "-5 gradi",
        "2019. L'anno",
        "e/o",
        "(a) b",
        "50%",
        "c\\d",
        "a | b",
        "http://a.it/?a=1&b=2",
        "1.2 a",
    ];
    for text in plain {
        let expected = if text.starts_with("2019.") { "2019\\. L'anno" } else { text };
        assert_eq!(escape(text), expected);
    }
}

/// A record whose lines are hostile and whose texts are not: those are CommonMark by contract.
fn with_lines(line: &str) -> BestPractice {
    let text = || Some(line.to_owned());
    let contact =
        Contact { name: text(), role: text(), organisation: text(), email: text(), phone: text(), note: text() };
    let nameless = Contact { name: None, ..contact.clone() };
    BestPractice {
        schema: 1,
        title: text(),
        category: text(),
        lead_organisation: text(),
        agreement: text(),
        contacts: vec![contact, nameless],
        links: vec![Link { label: text(), url: line.to_owned() }, Link { label: None, url: line.to_owned() }],
        sections: vec![Section { title: text(), text: Some("Testo".into()), sections: Vec::new() }],
        extra: [(line.to_owned(), json!(line))].into_iter().collect(),
        ..BestPractice::default()
    }
}

/// The front matter and the body of a page.
fn halves(page: &str) -> (&str, &str) {
    page.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap()
}

/// What a renderer shows in each stretch between `start` and the matching end.
fn shown_in(body: &str, start: fn(&Tag<'_>) -> bool, end: fn(&TagEnd) -> bool) -> Vec<String> {
    let (mut found, mut inside) = (Vec::new(), false);
    for event in Parser::new_ext(body, options()) {
        match event {
            Event::Start(tag) if start(&tag) => {
                inside = true;
                found.push(String::new());
            }
            Event::End(tag) if end(&tag) => inside = false,
            Event::Text(text) if inside => found.last_mut().unwrap().push_str(&showable(&text)),
            _ => {}
        }
    }
    found
}

fn assert_lines_are_shown(line: &str) {
    if line.is_empty() {
        // A key without a value is left out.
        return;
    }
    let page = page(&with_lines(line), &without_words());
    let (front, body) = halves(&page);
    let front: Value = serde_yaml::from_str(front).unwrap();
    assert_eq!(front["extra"], json!({ line: line }), "{page}");
    let shown = showable(line);
    let cells = shown_in(body, |tag| matches!(tag, Tag::TableCell), |tag| matches!(tag, TagEnd::TableCell));
    assert_eq!(
        cells,
        ["Key facts", "", "Category", &shown, "Lead organisation", &shown, "Agreement", &shown],
        "{page}"
    );
    let headings = shown_in(body, |tag| matches!(tag, Tag::Heading { .. }), |tag| matches!(tag, TagEnd::Heading(_)));
    assert_eq!(headings, [&shown, "Contacts", "Links", &shown], "{page}");
    let items = shown_in(body, |tag| matches!(tag, Tag::Item), |tag| matches!(tag, TagEnd::Item));
    let parts = ["Role", "Organisation", "Email", "Phone", "Note"].map(|key| format!("{key}: {shown}")).concat();
    assert_eq!(items, [format!("{shown}{parts}"), parts, shown.clone(), shown.clone()], "{page}");
    let strong = shown_in(body, |tag| matches!(tag, Tag::Strong), |tag| matches!(tag, TagEnd::Strong));
    assert_eq!(strong, [shown], "{page}");
}

#[test]
fn lines_with_traps_are_shown() {
    for trap in TRAPS {
        assert_lines_are_shown(trap);
        assert_lines_are_shown(&format!("{trap}a{trap}"));
        assert_lines_are_shown(&format!("a {trap}"));
    }
}

proptest! {
    #![proptest_config(common::cases(2000))]

    #[test]
    fn hostile_text_is_escaped(text in hostile_string()) {
        assert_escaped(&text);
    }

    #[test]
    fn hostile_lines_are_shown(line in hostile_string()) {
        assert_lines_are_shown(&line);
    }
}

proptest! {
    #![proptest_config(common::cases(200))]

    #[test]
    fn nothing_breaks_the_front_matter(record in hostile_record()) {
        let page = page(&record, &without_words());
        let front: Value = serde_yaml::from_str(halves(&page).0).unwrap();
        let record = json!(record);
        for (key, value) in front.as_object().unwrap() {
            prop_assert_eq!(value, &record[key]);
        }
    }
}

#[test]
fn a_full_record_is_fit_to_publish() {
    assert_file("tests/common/full.md", &page(&full_record(), &without_words()));
}

/// Every string of the record stands somewhere on its page.
#[test]
fn nothing_is_lost() {
    let record = full_record();
    let page = page(&record, &without_words());
    let mut missing = Vec::new();
    strings(&json!(record), &mut |text| {
        for line in text.lines().map(str::trim) {
            if !page.contains(line) && !page.contains(&escape(line).replace('|', "\\|")) {
                missing.push(line.to_owned());
            }
        }
    });
    assert_eq!(missing, [""; 0], "{page}");
}

fn strings(value: &Value, found: &mut impl FnMut(&str)) {
    match value {
        Value::String(text) => found(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(map) => map.values().for_each(|value| strings(value, found)),
        _ => {}
    }
}

/// A language with a word for one field, one page word and one part of a contact.
fn language(code: &'static str, heading: (Field, &'static str), word: &'static str, role: &'static str) -> Language {
    Language {
        code: code.into(),
        labels: vec![Wordings {
            field: heading.0,
            period: false,
            wordings: [heading.1, "never shown"].iter().collect(),
        }]
        .into(),
        page: vec![("key_facts".into(), word.into())].into(),
        people: People { parts: vec![(Part::Role, [role].iter().collect())].into(), ..People::default() },
        ..Language::default()
    }
}

#[test]
fn headings_speak_the_language_of_the_record() {
    let italian = language("it", (Field::Results, "Risultati"), "Dati | principali", "Ruolo");
    let english = language("en", (Field::Outlook, "Perspectives"), "Facts", "Job");
    let schemas = with_languages(vec![english, italian]);
    let page_in = |code: &str| page(&BestPractice { language: Some(code.to_owned()), ..full_record() }, &schemas);
    let (italian, other) = (page_in("it"), page_in("fr"));
    for expected in
        ["| Dati \\| principali | |", "\n## Risultati\n", "\n## Perspectives\n", "  Ruolo: Resp", "\n## Method\n"]
    {
        assert!(italian.contains(expected), "{expected} in {italian}");
    }
    for expected in ["| Facts | |", "\n## Results\n", "\n## Perspectives\n", "  Job: Resp"] {
        assert!(other.contains(expected), "{expected} in {other}");
    }
}

/// The page of a record in which only this differs from an empty one.
fn page_with(value: Value) -> String {
    let mut record = json!({ "schema": 1 });
    record.as_object_mut().unwrap().extend(value.as_object().unwrap().clone());
    let page = page(&serde_json::from_value(record).unwrap(), &without_words());
    halves(&page).1.to_owned()
}

#[test]
fn a_location_with_marks_has_a_heading_of_its_own() {
    for text in ["- Roma\n- Lodi", "Roma | Lodi", "- Roma", "1. Roma", "Roma\n\nLodi", "`Roma`", "Roma\\"] {
        assert_eq!(page_with(json!({ "location": text })), format!("\n## Location\n\n{text}\n"));
    }
    assert!(page_with(json!({ "location": "Roma, *in primis*" })).contains("\n| Location | Roma, *in primis* |\n"));
}

#[test]
fn headings_in_a_text_are_told_from_those_of_the_page() {
    let text = "## A\n\n### B";
    assert_eq!(page_with(json!({ "method": text })), "\n## Method\n\n## A ##\n\n### B\n");
    let unmapped = json!({ "unmapped": [{ "label": "L", "text": text, "lines": "7" }] });
    assert_eq!(page_with(unmapped), "\n## Unmapped\n\n### L <!-- 7 -->\n\n## A ##\n\n### B ###\n");
    let section = json!({ "sections": [{ "text": "#### C" }] });
    let expected = "\n<!-- sections -->\n\n<!-- untitled section, level 2 -->\n\n#### C ####\n\n<!-- /sections -->\n";
    assert_eq!(page_with(section), expected);
}

#[test]
fn a_section_below_the_lowest_heading_tells_its_level() {
    let nested =
        (0..7).rev().fold(json!([]), |inner, depth| json!([{ "title": format!("T{depth}"), "sections": inner }]));
    let page = page_with(json!({ "sections": nested }));
    assert!(page.contains("\n## T0\n") && page.contains("\n###### T4\n"), "{page}");
    assert!(
        page.contains("\n###### T5 <!-- level 7 -->\n") && page.contains("\n###### T6 <!-- level 8 -->\n"),
        "{page}"
    );
}

#[test]
fn only_an_address_is_a_mail_link() {
    for (email, shown) in
        [("a.b@c-d.it", "<a.b@c-d.it>"), ("a (at) b", "a (at) b"), ("a@-b", "a@-b"), ("<a@b>", "\\<a@b>")]
    {
        assert_eq!(
            page_with(json!({ "contacts": [{ "email": email }] })),
            format!("\n## Contacts\n\n- Email: {shown}\n")
        );
    }
}

#[test]
fn links_keep_their_address() {
    let shown = |link: Value| page_with(json!({ "links": [link] })).trim_start_matches("\n## Links\n\n- ").to_owned();
    assert_eq!(shown(json!({ "url": "https://a.it/?b=1&copy;" })), "<https://a.it/?b=1&copy;>\n");
    assert_eq!(shown(json!({ "url": "a b" })), "[a b](<a b>)\n");
    assert_eq!(
        shown(json!({ "label": "[x]", "url": "https://a.it/(b)&copy;" })),
        "[\\[x\\]](<https://a.it/(b)\\&copy;>)\n"
    );
}
