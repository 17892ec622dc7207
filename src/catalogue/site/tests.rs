use proptest::prelude::*;

use super::*;
use crate::output::html::tags::{tags, words};
use crate::practice::privacy::Hidden;
use crate::practice::{BestPractice, Contact, Field, Link, Section};
use crate::schemas::Schemas;

const HOSTILE: [&str; 22] = [
    "<script>alert(1)</script>",
    "</script>",
    "</style>",
    "<!--",
    "-->",
    "<img src=x onerror=a()>",
    "\" onclick=\"a()",
    "' x='",
    "[a](javascript:a())",
    "[b](data:text/html,x)",
    "![c](https://example.org/x.png)",
    "<https://example.org/y>",
    "<a href=\"javascript:a()\">x</a>",
    "]]>",
    "&lt;b&gt;",
    "\u{202e}",
    "\u{1b}[31m",
    "{{ 7*7 }}",
    "`|`",
    "\n\n    code\n\n",
    "\n\n- ",
    "è👩‍🌾",
];
/// The elements of pages, those that stand in texts included.
const IN_TEXTS: [&str; 26] = [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "ul",
    "ol",
    "li",
    "em",
    "strong",
    "blockquote",
    "pre",
    "code",
    "br",
    "hr",
    "a",
    "div",
    "table",
    "tr",
    "th",
    "td",
    "article",
    "thead",
    "tbody",
];
const ATTRIBUTES: [&str; 9] =
    ["a href", "a rel", "ol start", "h2 id", "h2 lang", "th scope", "th lang", "div class", "div tabindex"];

fn catalogue(records: Vec<BestPractice>) -> Catalogue<'static> {
    let practice = |(at, record): (usize, BestPractice)| Practice {
        stem: format!("p{at}"),
        record,
        missing: vec![Field::Location],
    };
    Catalogue {
        title: None,
        locale: Locale::of_page("en").unwrap(),
        schemas: Schemas::builtin(),
        practices: records.into_iter().enumerate().map(practice).collect(),
        hidden: Hidden::default(),
    }
}

fn records(lines: &str) -> Vec<BestPractice> {
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A record all texts of which are this one.
fn full_of(text: &str) -> BestPractice {
    let some = || Some(text.to_owned());
    let all = || vec![text.to_owned(), "one\n- two".into()];
    let section = Section { title: some(), text: some(), ..Section::default() };
    BestPractice {
        schema: 1,
        title: some(),
        language: Some("it\"><b>".into()),
        lead_organisation: some(),
        location: some(),
        themes: all(),
        keywords: all(),
        target_groups: all(),
        description: some(),
        results: some(),
        contacts: vec![Contact { name: some(), email: some(), ..Contact::default() }],
        links: vec![Link { label: some(), url: format!("javascript:{text}") }],
        sections: vec![section],
        ..BestPractice::default()
    }
}

fn site(catalogue: &Catalogue<'_>) -> (String, Vec<String>) {
    let files = [File { name: "practices.json".into(), kind: "JSON" }];
    let site = Site::new(catalogue, "practices", &files).unwrap();
    let options = markdown::Options::default();
    let pages = catalogue.practices.iter().map(|practice| site.practice(practice, &options).unwrap()).collect();
    (site.index().unwrap(), pages)
}

#[test]
fn a_page_says_the_same_as_its_markdown() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/common/full.yaml");
    let source = crate::source::Source::new("full.yaml", std::fs::read(folder).unwrap()).unwrap();
    let reading = crate::read(&source, Schemas::builtin(), &crate::Options::default());
    let record = &reading.sheets[0].record;
    let options = markdown::Options { front_matter: false, ..markdown::Options::default() };
    let markdown = markdown::page(record, Schemas::builtin(), &options);
    let html = markup::render(&markdown, None).html;
    let parser = pulldown_cmark::Parser::new_ext(&markdown, pulldown_cmark::Options::ENABLE_TABLES);
    let said = parser.filter_map(|event| match event {
        pulldown_cmark::Event::Text(text) | pulldown_cmark::Event::Code(text) => Some(text.into_string()),
        _ => None,
    });
    let said = said.collect::<String>();
    let without_space = |text: &str| text.split_whitespace().collect::<String>();
    assert!(said.len() > 500);
    assert_eq!(without_space(&words(&html)), without_space(&said));
}

#[test]
fn a_page_is_in_two_languages_where_its_words_are_not_those_of_the_record() {
    let markdown = "# Titolo\n\n| At a glance | |\n| --- | --- |\n| Place | Roma |\n\n## Results\n\n<!-- sections -->\n\n## Storia\n\n\
        <!-- /sections -->\n";
    let markup = markup::render(markdown, Some("en"));
    let expected = "<h1>Titolo</h1>\n<div class=\"wide\" tabindex=\"0\"><table>\n\
        <tr><th scope=\"col\">At a glance</th><td></td></tr>\n\
        <tr><th scope=\"row\" lang=\"en\">Place</th><td>Roma</td></tr>\n</table></div>\n\
        <h2 id=\"h1\" lang=\"en\">Results</h2>\n<h2 id=\"h2\">Storia</h2>\n";
    assert_eq!(markup.html, expected);
    let headings: Vec<_> = markup.headings.iter().map(|heading| (&*heading.id, &*heading.text)).collect();
    assert_eq!(headings, [("h1", "Results"), ("h2", "Storia")]);
}

#[test]
fn links_lead_to_the_web_to_mail_and_to_telephones_only() {
    let html = |target: &str| markup::render(&format!("[x]({target})"), None).html;
    for target in ["https://example.org/?a=1&b", "HTTP://example.org", "mailto:a@example.org", "tel:+39"] {
        assert!(html(target).starts_with("<p><a href=\""), "{target}");
    }
    for target in
        ["javascript:a()", "data:text/html,x", "file:///etc", "//example.org", "a.html", "java&#10;script:a()", "é:x"]
    {
        assert_eq!(html(target), "<p>x</p>\n", "{target}");
    }
}

#[test]
fn html_in_a_page_is_text() {
    let html = |text: &str| markup::render(text, None).html;
    assert_eq!(html("<b onclick=a()>x</b>"), "<p>&lt;b onclick=a()&gt;x&lt;&#x2f;b&gt;</p>\n");
    assert_eq!(html("<!-- a -->"), "");
    assert_eq!(html("<!-- a --><script>"), "&lt;!-- a --&gt;&lt;script&gt;");
    assert_eq!(html("![x](https://example.org/x.png)"), "<p>x</p>\n");
}

#[test]
fn practices_are_told_apart_by_what_they_differ_in() {
    let lines = r#"{"schema":1,"title":"A","language":"it","themes":["Città"],"derived":{"countries":["IT","ES"],"years":{"from":2001}}}
{"schema":1,"title":"B","language":"it","themes":["citta","Other"],"derived":{"countries":["IT"],"years":{"from":2003}}}
{"schema":1,"title":"C","language":"it","themes":["OTHER"]}"#;
    let catalogue = catalogue(records(lines));
    let facets = facets::facets(&catalogue);
    let told = |facet: &facets::Facet| {
        let options = facet.options.iter().map(|option| format!("{} {:?}", option.name, option.practices));
        format!("{}: {}", facet.key, options.collect::<Vec<_>>().join(", "))
    };
    let told: Vec<String> = facets.iter().map(told).collect();
    let expected = ["country: Italy [0, 1], Spain [0], not stated [2]", "theme: Città [0, 1], Other [1, 2]"];
    assert_eq!(told, expected);
    let years = charts::years(&catalogue).unwrap();
    assert_eq!((years.told.as_str(), years.columns.len()), ("2001: 1, 2003: 1", 3));
    let bars = charts::countries(&catalogue);
    assert_eq!(bars.iter().map(|bar| (&*bar.name, bar.width)).collect::<Vec<_>>(), [("Italy", 100), ("Spain", 50)]);
}

#[test]
fn far_years_are_counted_in_tens() {
    let record = |year: &str| format!(r#"{{"schema":1,"derived":{{"years":{{"from":{year}}}}}}}"#);
    let years = |all: &[&str]| {
        let lines: Vec<String> = all.iter().map(|year| record(year)).collect();
        charts::years(&catalogue(records(&lines.join("\n")))).map(|years| years.told)
    };
    assert_eq!(years(&["1899", "1950", "1959"]).as_deref(), Some("1890–1899: 1, 1950–1959: 2"));
    assert_eq!((years(&["2001", "2001"]), years(&[]), years(&["-2147483648", "2147483647"])), (None, None, None));
}

#[test]
fn every_field_of_the_matrix_has_a_name() {
    let mut catalogue = catalogue(Vec::new());
    for locale in Locale::of_pages() {
        catalogue.locale = locale;
        for field in Field::ALL.iter().filter(|field| field.kind() != crate::practice::Kind::Meta) {
            let name = catalogue.heading(*field);
            assert!(name != field.key() && !name.starts_with("field-"), "{}: {name}", locale.code());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn hostile_records_add_no_element_no_attribute_and_no_link(
        parts in prop::collection::vec(prop::sample::select(HOSTILE.to_vec()), 1..12),
    ) {
        let catalogue = catalogue(vec![full_of(&parts.concat()), full_of("x")]);
        let (index, pages) = site(&catalogue);
        let templates = TEMPLATES.iter().map(|(_, text)| *text).chain([include_str!("../../output/html/assets/base.html")]);
        let templates = templates.collect::<String>();
        for page in pages.iter().chain([&index]) {
            let (found, links) = tags(page);
            for tag in &found {
                let (name, attribute) = tag.split_once(' ').unwrap_or((tag, ""));
                let is_own = templates.contains(&format!("<{name}")) && templates.contains(attribute);
                let is_of_text = page != &index && (IN_TEXTS.contains(&tag.as_str()) || ATTRIBUTES.contains(&tag.as_str()));
                prop_assert!(is_own || is_of_text, "{tag}");
                prop_assert!(!attribute.starts_with("on") && attribute != "style" && !matches!(name, "img" | "b"), "{tag}");
            }
            let is_fine = |link: &String| link.starts_with("https://example.org/") || link.starts_with('#')
                || link.starts_with("mailto:") || link.ends_with(".html") || link.ends_with(".md") || link == "practices.json";
            prop_assert!(links.iter().all(is_fine), "{links:?}");
            let is_obeyed = page.contains(['\u{202e}', '\u{1b}']);
            prop_assert!(!is_obeyed);
        }
        prop_assert_eq!(index.matches("<script").count(), 2);
        prop_assert_eq!(index.matches("</script").count(), 2);
    }
}
