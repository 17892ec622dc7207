//! Pages show the record, whatever stands in it.

mod common;

use common::{LONG, TRAPS, assert_file, full_record, hostile_record, hostile_string};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scheda::output::markdown::{self, escape};
use scheda::practice::{BestPractice, Contact, Field, Link, Section};
use scheda::schemas::{Language, Schemas, Wordings};
use serde_json::{Value, json};

/// A page as it is written unless somebody asks for another.
fn page(record: &BestPractice, schemas: &Schemas) -> String {
    markdown::page(record, schemas, &markdown::Options::default())
}

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
            Event::Text(part) => text.push_str(&part),
            Event::Start(tag) => tags.push(tag),
            Event::End(_) => {}
            other => panic!("{other:?} in {markdown:?}"),
        }
    }
    (text, tags)
}

/// What is seen of a text: characters that would change the order of what is read, and those that HTML has not, by their numbers.
fn showable(text: &str) -> String {
    let seen = |c: char| match c {
        '\0' | '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            format!("⟦U+{:04X}⟧", u32::from(c))
        }
        _ => c.to_string(),
    };
    text.chars().map(seen).collect()
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
        links: vec![Link { label: text(), url: "https://a.it".into() }, Link { label: None, url: line.to_owned() }],
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
            Event::Text(text) if inside => found.last_mut().unwrap().push_str(&text),
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
            let value_of = |value: &Value| if key == "title" { showable(value.as_str().unwrap()).into() } else { value.clone() };
            prop_assert_eq!(value, &value_of(&record[key]));
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

/// A language with a word for one field, and page words.
fn language(code: &'static str, heading: (Field, &'static str), words: &[(&'static str, &'static str)]) -> Language {
    Language {
        code: code.into(),
        labels: vec![Wordings {
            field: heading.0,
            period: false,
            wordings: [heading.1, "never shown"].iter().collect(),
        }]
        .into(),
        page: words.iter().map(|(key, word)| ((*key).into(), (*word).into())).collect::<Vec<_>>().into(),
        ..Language::default()
    }
}

#[test]
fn headings_speak_the_language_of_the_record_or_the_one_that_is_told() {
    let italian = [("key_facts", "Dati | principali"), ("role", "Ruolo"), ("source", "Fonte")];
    let italian = language("it", (Field::Results, "Risultati"), &italian);
    let english = language("en", (Field::Outlook, "Perspectives"), &[("key_facts", "Facts"), ("role", "Job")]);
    let schemas = with_languages(vec![english, italian]);
    let page_in = |code: &str, told: Option<&'static str>| {
        let options = markdown::Options { language: told.map(Into::into), ..markdown::Options::default() };
        let record = BestPractice { language: Some(code.to_owned()), ..full_record() };
        markdown::page(&record, &schemas, &options)
    };
    for page in [page_in("it", None), page_in("fr", Some("it"))] {
        for expected in [
            "| Dati \\| principali | |",
            "\n## Risultati\n",
            "\n## Perspectives\n",
            "  Ruolo: Resp",
            "\n## Method\n",
            "\nFonte: ",
        ] {
            assert!(page.contains(expected), "{expected} in {page}");
        }
    }
    for page in [page_in("fr", None), page_in("it", Some("en"))] {
        for expected in ["| Facts | |", "\n## Results\n", "\n## Perspectives\n", "  Job: Resp"] {
            assert!(page.contains(expected), "{expected} in {page}");
        }
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
    for text in ["- Roma\n- Lodi", "Roma | Lodi", "- Roma", "1. Roma", "Roma\n\nLodi", "Roma\\"] {
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
        [("a.b@c-d.it", "<a.b@c-d.it>"), ("a (at) b", "a (at) b"), ("a@-b", "a@-b"), ("<a@b>", "&lt;a@b>")]
    {
        assert_eq!(
            page_with(json!({ "contacts": [{ "email": email }] })),
            format!("\n## Contact\n\n- Email: {shown}\n")
        );
    }
}

#[test]
fn only_an_address_of_the_web_is_a_link() {
    let shown = |link: Value| page_with(json!({ "links": [link] })).trim_start_matches("\n## Links\n\n- ").to_owned();
    assert_eq!(shown(json!({ "url": "https://a.it/?b=1&copy;" })), "<https://a.it/?b=1&copy;>\n");
    assert_eq!(shown(json!({ "url": "a b" })), "a b\n");
    assert_eq!(
        shown(json!({ "label": "[x]", "url": "https://a.it/(b)&copy;" })),
        "[\\[x\\]](<https://a.it/(b)&amp;copy;>)\n"
    );
    for url in
        ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//a.it", "https://a.it/{{x}}"]
    {
        for link in [json!({ "url": url }), json!({ "label": "here", "url": url })] {
            let shown = shown(link);
            assert_eq!(rendered(&shown).1, [Tag::Paragraph], "{shown}");
        }
    }
}

#[test]
fn a_number_with_the_code_of_its_country_can_be_called() {
    let shown = |phone: &str| page_with(json!({ "contacts": [{ "phone": phone }] }));
    assert!(shown("+39 055 438-2111").contains("[+39 055 438-2111](tel:+390554382111)"));
    assert!(shown("0039 055 4382111").contains("[0039 055 4382111](tel:+390554382111)"));
    for phone in ["055 4382111", "+39 055 1 / 2", "+39 (0)55 4382111", "+39", "ask at the door"] {
        assert!(!shown(phone).contains("tel:"), "{phone}");
    }
}

/// What a text of a record may ask for, and what the page has of its own.
fn is_asked_for(event: &Event<'_>) -> bool {
    let of_page =
        ["<!-- sections -->", "<!-- /sections -->", "<!-- description: ", "<!-- untitled section", "<!-- level "];
    match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            let target: String = dest_url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
            let scheme = target.split([':', '/', '?', '#']).next().unwrap().to_lowercase();
            !target[scheme.len()..].starts_with(':') || ["http", "https", "ftp", "mailto", "tel"].contains(&&*scheme)
        }
        Event::Start(Tag::Image { .. } | Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::Strikethrough) => false,
        Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => false,
        Event::Code(_) => false,
        Event::Html(text) | Event::InlineHtml(text) => {
            let lines = text.strip_prefix("<!-- ").and_then(|text| text.strip_suffix(" -->"));
            let is_lines = lines.is_some_and(|lines| lines.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
            is_lines || of_page.iter().any(|own| text.starts_with(own) && text.trim_end().ends_with("-->"))
        }
        Event::Text(text) => **text == *showable(text),
        _ => true,
    }
}

/// Nothing but what the record asks for; the page itself has one table and one rule, and a title.
fn assert_harmless(page: &str) {
    let body = halves(page).1;
    let events: Vec<Event<'_>> = Parser::new_ext(body, options()).collect();
    let foreign: Vec<_> = events.iter().filter(|event| !is_asked_for(event)).collect();
    assert!(foreign.is_empty(), "{foreign:?}\n{page}");
    let tables = events.iter().filter(|event| matches!(event, Event::Start(Tag::Table(_)))).count();
    let rules = events.iter().filter(|event| **event == Event::Rule).count();
    assert!(tables <= 1 && rules <= 1, "{tables} tables, {rules} rules\n{page}");
    // What programs that make sites take for their own, and what a terminal does.
    for mark in ["{{", "{%", "{:", "<script", "](javascript", "![pixel](", "\u{1b}", "\u{202e}", "\0"] {
        let line = body.lines().map(|line| line.replace("\\](", "")).find(|line| line.contains(mark));
        assert_eq!(line, None, "{mark:?}");
    }
}

/// Texts that try to be more than text.
const ATTACKS: [&str; 28] = [
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)> b",
    "[here](javascript:alert(1))",
    "[here]( JAVASCRIPT:alert(1))",
    "[here](java&#10;script:alert(1))",
    "[here](data:text/html;base64,PHNjcmlwdD4=)",
    "<javascript:alert(1)>",
    "![pixel](https://example.org/track.png)",
    "[a]: javascript:alert(1)\n\n[a]",
    "[a]: https://example.org\n\n[a] and [Website]",
    "a | b\n--- | ---\nc | d",
    "```\ncode\n## Results\n```",
    "~~~\n---\n~~~",
    "    code",
    "- a\n\n      code",
    "`rm -rf`",
    "> quote",
    "title\n===",
    "title\n---",
    "---",
    "[^1]\n\n[^1]: note",
    "- [ ] task",
    "a \u{202e}gnp.exe\u{1b}[31m {{ site.github }} {% include x %} {: onclick=x}",
    "~~gone~~",
    "\\<script>alert(1)\\</script> <script",
    "[here](javascript:alert(1) and more)",
    "![pixel](https://example.org/a b.png)",
    "[a]: javascript:alert(1) and more",
];

#[test]
fn attacks_stay_text() {
    for attack in ATTACKS {
        for words in
            [attack.to_owned(), format!("Text.\n\n{attack}\n\nText."), format!("- {attack}"), attack.repeat(50)]
        {
            let mut record = full_record();
            record.title = Some(words.clone());
            record.summary = None;
            for field in [Field::Description, Field::Location, Field::Results, Field::Other] {
                *record.string_mut(field).unwrap() = Some(words.clone());
            }
            record.partners = vec![words.clone(), words.clone()];
            record.sections[0].text = Some(words.clone());
            record.unmapped[0].text = words.clone();
            record.links =
                vec![Link { label: Some(words.clone()), url: words.clone() }, Link { label: None, url: words }];
            assert_harmless(&page(&record, &without_words()));
        }
    }
}

#[test]
fn a_word_of_ten_thousand_letters_is_one_word() {
    let word = "x".repeat(10_000);
    let shown = page_with(json!({ "title": word, "description": word, "category": word, "partners": [word] }));
    assert_eq!(shown.matches(&word).count(), 4);
}

proptest! {
    #![proptest_config(common::cases(200))]

    #[test]
    fn hostile_records_are_harmless(record in hostile_record()) {
        assert_harmless(&page(&record, &without_words()));
    }
}
