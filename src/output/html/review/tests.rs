use std::path::Path;

use proptest::prelude::*;

use super::stretches::Cutter;
use super::*;
use crate::output::html::tags::tags;
use crate::schemas::Schemas;
use crate::{Options, read};

const SHEET: &str = "BEST PRACTICE SUMMARY SHEET\r\nBEST PRACTICE'S SUBJECT: Σχολείο cafe\u{301} 👩‍🌾\r\n\r\n\
    INSTITUTION: Town\r\nBENEFICIARIES:\r\n- é\r\n  and è\r\n- one; two\r\nCONTACT PERSON: Ζωή Παπά (coordinator), zoe@example.org\r\n";

fn review(source: &Source) -> String {
    page(source, &read(source, Schemas::builtin(), &Options::default()), Locale::default()).unwrap()
}

#[test]
fn the_stretches_of_a_value_are_its_text_and_those_of_a_document_are_all_of_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["seeds", "examples"].map(|name| std::fs::read_dir(folder.join(name)).unwrap());
    let paths = files.into_iter().flatten().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut sources: Vec<Source> =
        paths.map(|path| Source::new("a.txt", std::fs::read(path).unwrap()).unwrap()).collect();
    sources.push(Source::from_text("a.txt", SHEET));
    sources.push(Source::from_text("a.yaml", "schema: 1\ntitle: \"Caf\\u00e9 à\"\nkeywords: [é, 👩‍🌾]\n"));
    for source in &sources {
        check_stretches(source);
    }
}

fn check_stretches(source: &Source) {
    let reading = read(source, Schemas::builtin(), &Options::default());
    let values = Values::of(source, &reading.sheets);
    let mut cutter = Cutter::new(&reading.ledger, &values);
    let lines = 1..=source.lines().count();
    let cuts: Vec<_> = lines.clone().flat_map(|number| cutter.line(source, number)).collect();
    let text = cuts.iter().map(|cut| cut.span.of(&source.text)).collect::<String>();
    assert_eq!(
        text,
        lines.map(|number| source.lines().span(&source.text, number).of(&source.text)).collect::<String>()
    );
    assert_eq!(values.read().count() > 0, !reading.sheets.is_empty(), "{}", source.text);
    for row in values.read() {
        let number = row.number().unwrap();
        let marked = cuts.iter().filter(|cut| cut.values.contains(&number)).map(|cut| cut.span.of(&source.text));
        let read = row.spans.iter().map(|span| span.of(&source.text)).collect::<String>().replace(['\r', '\n'], "");
        assert_eq!(marked.collect::<String>(), read, "{}", row.pointer);
    }
}

#[test]
fn what_was_read_stands_beside_where_it_was_read() {
    let page = review(&Source::from_text("a.txt", SHEET));
    let title = "<span class=\"value hue-0\" data-v=\"3\">Σχολείο cafe\u{301} 👩‍🌾</span>";
    assert!(page.contains(title), "{page}");
    assert!(page.contains("<dd class=\"row\" id=\"v3\" data-v=\"3\">"), "{page}");
    assert!(page.contains("<strong>error</strong> this sheet has no description"), "{page}");
    let email = "<span class=\"way\">1 · e-mail</span> <a class=\"place\" href=\"#L9\">";
    assert!(page.contains(email), "{page}");
}

#[test]
fn text_in_no_field_is_listed() {
    let page = review(&Source::from_text("a.yaml", "schema: 1\ntitle: Gardens\nbogus: x\n"));
    assert!(page.contains("<li><a href=\"#L3\">line 3</a> bogus: x</li>"), "{page}");
    assert!(page.contains("<span class=\"unassigned\">bogus: x</span>"), "{page}");
    assert!(!page.contains("All text of the sheets reached a field."), "{page}");
}

#[test]
fn every_part_of_a_record_has_a_name_in_every_language() {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/common/full.yaml");
    let source = Source::new("full.yaml", std::fs::read(full).unwrap()).unwrap();
    let reading = read(&source, Schemas::builtin(), &Options::default());
    let values = Values::of(&source, &reading.sheets);
    for locale in Locale::all() {
        let ways: Vec<String> = values.of_sheet(1).iter().map(|row| row.way(locale)).collect();
        assert!(ways.len() > 50 && !ways.iter().any(|way| way.contains("part-")), "{}: {ways:?}", locale.code());
        Class::ALL.iter().for_each(|class| assert!(!locale.say(&format!("class-{}", class.name()), &[]).contains('-')));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn hostile_text_adds_no_tag_no_attribute_and_no_link(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "<script>alert(1)</script>", "</script>", "</style>", "<img src=x onerror=a()>", "\" onclick=\"a()", "' x='",
                "[a](javascript:a())", "[b](data:text/html,x)", "<a href=\"javascript:a()\">x</a>", "-->", "]]>", "&lt;b&gt;",
                "\u{202e}", "\u{1b}[31m", "{{ 7*7 }}", "{% raw %}", "`|`", "\r\n", "\n- ", "\nRESULTS: ", "\nCONTACT PERSON: ", "è👩‍🌾",
            ]),
            0..24,
        ),
    ) {
        let hostile = parts.concat();
        let page = review(&Source::from_text(format!("{hostile}.txt"), format!("{SHEET}BEST PRACTICE'S DESCRIPTION: {hostile}\n")));
        let (tags, links) = tags(&page);
        let known = [include_str!("../assets/base.html"), include_str!("../assets/review.html"),
            include_str!("../assets/lines.html"), include_str!("../assets/finding.html")].concat();
        for tag in &tags {
            let (name, attribute) = tag.split_once(' ').unwrap_or((tag, ""));
            prop_assert!(known.contains(&format!("<{name}")) && known.contains(attribute), "{tag}");
            prop_assert!(!attribute.starts_with("on") && !matches!(name, "img" | "b"), "{tag}");
        }
        prop_assert!(links.iter().all(|link| link.starts_with('#')), "{links:?}");
        prop_assert_eq!(page.matches("<script>").count(), 1);
        let is_obeyed = page.contains(['\u{202e}', '\u{1b}']);
        prop_assert!(!is_obeyed);
    }
}
