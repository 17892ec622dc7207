//! What the look of its lines makes of a text.

use super::*;
use crate::source::container::refused::DEPTH;
use crate::source::layout::Unit;

/// The text of one line of a page, where it stands, its font, and its words as XML.
struct Set<'a>(&'a str, i32, u32, &'a str);

/// A line of ordinary size.
fn plain(words: &str, top: i32) -> Set<'_> {
    Set(words, top, 0, words)
}

const FONTS: &str = r#"<fontspec id="0" size="15"/><fontspec id="1" size="21"/><fontspec id="2" size="16"/>"#;
const TEXT: &str = "Forty plots of city land are worked in pairs by people";

fn xml(lines: &[Set<'_>]) -> String {
    let line = |Set(words, top, font, xml): &Set<'_>| {
        let width = words.len() * 8;
        format!(r#"<text top="{top}" left="100" width="{width}" height="18" font="{font}">{xml}</text>"#)
    };
    let lines: String = lines.iter().map(line).collect();
    format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE pdf2xml SYSTEM \"pdf2xml.dtd\">\n<pdf2xml><page number=\"1\">{FONTS}{lines}</page></pdf2xml>"
    )
}

fn source(text: &str, look: impl Into<Vec<u8>>, is_label: IsLabel<'_>) -> Source {
    read("a.pdf", &Printed { text: text.into(), look: Some(look.into()) }, is_label).unwrap()
}

/// The text that lines make.
fn text(lines: &[Set<'_>]) -> String {
    let words: String = lines.iter().map(|line| format!("{}\n", line.0)).collect();
    source(&words, xml(lines), &|_| false).text
}

/// The headings that lines make, with their levels.
fn headings(lines: &[Set<'_>]) -> Vec<(u8, String)> {
    let words: String = lines.iter().map(|line| format!("{}\n", line.0)).collect();
    let source = source(&words, xml(lines), &|_| false);
    let level = |unit: &Unit| match unit.kind {
        UnitKind::Heading(level) => Some((level, unit.span.of(&source.text).to_owned())),
        _ => None,
    };
    source.layout.as_ref().unwrap().units.iter().filter_map(level).collect()
}

/// Some lines of text below others.
fn body<'a>(from: i32, count: i32) -> impl Iterator<Item = Set<'a>> {
    (0..count).map(move |nth| plain(TEXT, from + nth * 20))
}

fn page<'a>(head: Vec<Set<'a>>) -> Vec<Set<'a>> {
    let from = head.last().unwrap().1 + 20;
    head.into_iter().chain(body(from, 12)).collect()
}

// Headings

#[test]
fn larger_letters_and_bold_ones_alone_make_headings() {
    let lines: Vec<Set<'_>> = [
        vec![Set("Gardens of Prato", 20, 1, "<b>Gardens of Prato</b>")],
        body(60, 8).collect(),
        vec![Set("How it works", 250, 0, "<b>How it works</b>")],
        body(270, 8).collect(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let expected = [(1, "Gardens of Prato".to_owned()), (2, "How it works".to_owned())];
    assert_eq!(headings(&lines), expected);
}

#[test]
fn a_heading_of_two_lines_is_one() {
    let (first, second) =
        (Set("Gardens of Prato", 20, 1, "Gardens of Prato"), Set("and of Pistoia", 46, 1, "and of Pistoia"));
    assert_eq!(headings(&page(vec![first, second])), [(1, "Gardens of Prato and of Pistoia".to_owned())]);
}

#[test]
fn what_may_be_text_is_no_heading() {
    let none = |head: Vec<Set<'_>>| assert_eq!(headings(&page(head)), []);
    // Letters of nearly the same size.
    none(vec![Set("Gardens of Prato", 20, 2, "Gardens of Prato")]);
    // A sentence.
    none(vec![Set("The gardens are in Prato.", 20, 1, "The gardens are in Prato.")]);
    // Three lines in large letters.
    none((0..3).map(|nth| Set("Gardens of Prato", 20 + nth * 26, 1, "Gardens of Prato")).collect());
    // Bold words among others, and bold lines that follow on one another.
    none(vec![Set("Note: it is free", 20, 0, "<b>Note</b> it is free")]);
    none(vec![Set("Gardens of", 20, 0, "<b>Gardens of</b>"), Set("Prato", 40, 0, "<b>Prato</b>")]);
    // A label with what it asks for behind it.
    none(vec![Set("Place: Prato", 20, 0, "<b>Place: Prato</b>")]);
    // Bold directly below text.
    none(vec![plain(TEXT, 20), Set("Gardens", 40, 0, "<b>Gardens</b>")]);
}

#[test]
fn where_much_is_large_or_bold_nothing_is_a_heading() {
    let large: Vec<Set<'_>> = (0..8).map(|nth| Set(TEXT, nth * 60, if nth % 2 == 0 { 1 } else { 0 }, TEXT)).collect();
    assert_eq!(headings(&large), []);
    let bold: Vec<Set<'_>> = (0..8).map(|nth| Set("Gardens", nth * 60, 0, "<b>Gardens</b>")).collect();
    assert_eq!(headings(&bold), []);
}

#[test]
fn a_heading_keeps_its_place() {
    let lines = page(vec![plain("Sample", 20), Set("Gardens of Prato", 60, 1, "Gardens of Prato")]);
    let words: String = lines.iter().map(|line| format!("{}\n", line.0)).collect();
    let source = source(&words, xml(&lines), &|_| false);
    let place = |words| source.seen(source.text.find(words).unwrap()).cloned();
    assert_eq!(place("Gardens"), Some(Place::Line { page: 1, line: 2 }));
    assert_eq!(place("Forty"), Some(Place::Line { page: 1, line: 3 }));
}

// Links

const LINK: &str = r#"see <a href="https://example.org/a">the handbook</a> of it"#;

#[test]
fn words_with_a_link_have_its_address() {
    assert_eq!(
        text(&[Set("see the handbook of it", 20, 0, LINK)]),
        "see [the handbook](https://example.org/a) of it\n"
    );
    let own = r#"<a href="https://www.example.org/">www.example.org</a>"#;
    assert_eq!(text(&[Set("www.example.org", 20, 0, own)]), "www.example.org\n");
    let inner = r#"<a href="none.html#3">page 3</a> <a href="javascript:alert(1)">more</a>"#;
    assert_eq!(text(&[Set("page 3 more", 20, 0, inner)]), "page 3 more\n");
}

#[test]
fn a_link_in_a_cell_has_its_address_once() {
    let words = "Title      Gardens\nHelp       see the\n           handbook\n";
    let link = |words| format!(r#"<a href="https://example.org/a">{words}</a>"#);
    let (first, second) = (format!("Helpsee {}", link("the")), link("handbook"));
    let lines = [plain("Title Gardens", 20), Set("Help see the", 40, 0, &first), Set("handbook", 60, 0, &second)];
    let text = source(words, xml(&lines), &|_| false).text;
    assert_eq!(text, "Title\tGardens\nHelp\tsee [the handbook](https://example.org/a)\n");
}

#[test]
fn a_link_before_another_column_moves_nothing() {
    let line = Set("the handbook     2019", 20, 0, r#"<a href="https://example.org/a">the handbook</a> 2019"#);
    assert_eq!(text(&[line]), "the handbook     2019\n");
}

#[test]
fn an_address_on_two_lines_is_one() {
    let link = |words| format!(r#"<a href="https://example.org/gardens">{words}</a>"#);
    let (first, second) = (link("https://example.org/gar"), link("dens"));
    let lines = [Set("https://example.org/gar", 20, 0, &first), Set("dens", 40, 0, &second)];
    assert_eq!(text(&lines), "https://example.org/gardens\n");
}

// Sentences that go on

/// Lines that reach the edge, with others in the middle of which a line ends.
fn broken(first: &str, second: &str, is_label: IsLabel<'_>) -> String {
    let lines: Vec<Set<'_>> = [plain(first, 20), plain(second, 40)].into_iter().chain(body(80, 6)).collect();
    let words: String = lines.iter().map(|line| format!("{}\n", line.0)).collect();
    let text = source(&words, xml(&lines), is_label).text;
    text[..text.find(TEXT).unwrap()].to_owned()
}

#[test]
fn a_sentence_goes_on_behind_a_full_line() {
    let first = "Ada Bianchi works in the office of the old town";
    assert_eq!(broken(first, "Prato.", &|_| false), format!("{first}\nPrato.\n"));
    let first = "Ada Bianchi works in the office of the old quarters in";
    assert_eq!(broken(first, "Prato.", &|_| false), format!("{first} Prato.\n"));
    assert_eq!(broken(first, "Prato: all", &|words| words == "Prato"), format!("{first}\nPrato: all\n"));
    assert_eq!(broken(first, "• Prato", &|_| false), format!("{first}\n• Prato\n"));
    let first = "The sponsors of these gardens are many. BEST PRACTICE'S";
    let known = |words: &str| ["DESCRIPTION", "BEST PRACTICE'S DESCRIPTION"].contains(&words);
    assert_eq!(broken(first, "DESCRIPTION: plots", &known), format!("{first} DESCRIPTION: plots\n"));
    let first = "They were in use for all of the long years from 2014-";
    assert_eq!(broken(first, "2020", &|_| false), format!("{first}2020\n"));
}

#[test]
fn each_line_of_a_sentence_keeps_its_place() {
    let first = "Ada Bianchi works in the office of the old quarters in";
    let lines: Vec<Set<'_>> = [plain(first, 20), plain("Prato.", 40)].into_iter().chain(body(80, 6)).collect();
    let words: String = lines.iter().map(|line| format!("{}\n", line.0)).collect();
    let source = source(&words, xml(&lines), &|_| false);
    let at = source.text.find("Prato").unwrap();
    assert_eq!(source.seen(at), Some(&Place::Line { page: 1, line: 2 }));
    assert_eq!(source.seen(at - 2), Some(&Place::Line { page: 1, line: 1 }));
}

#[test]
fn a_page_inside_of_a_cell_goes_on_with_it() {
    let piece = |left, top, words: &str| {
        format!(r#"<text top="{top}" left="{left}" width="{}" height="18" font="0">{words}</text>"#, words.len() * 8)
    };
    let (first, second) = ("<page number=\"1\">".to_owned() + FONTS, "</page><page number=\"2\">");
    let before =
        [(100, 20, "Title"), (300, 20, "Gardens"), (100, 40, "Results"), (300, 40, "38 plots"), (300, 60, "are in")];
    let before: String = before.into_iter().map(|(left, top, words)| piece(left, top, words)).collect();
    let xml = ["<pdf2xml>", &first, &before, second, &piece(300, 20, "use now"), "</page></pdf2xml>"].concat();
    let words = "Title                    Gardens\nResults                  38 plots\n                         are in\n\u{c}use now\n\u{c}";
    assert_eq!(
        source(words, xml, &|_| false).text.replace('\u{c}', ""),
        "Title\tGardens\nResults\t38 plots are in\n\tuse now\n"
    );
}

// What is not as it should be

#[test]
fn without_a_look_a_text_is_read_alone() {
    let words = "Gardens of Prato\nsee the handbook of it\n";
    let whole = xml(&[Set("Gardens of Prato", 20, 1, "Gardens of Prato"), Set("see the handbook of it", 40, 0, LINK)]);
    assert_ne!(source(words, whole.as_str(), &|_| false).text, words);
    let deep = "<b>".repeat(DEPTH + 1);
    let laughs = whole.replace("SYSTEM \"pdf2xml.dtd\"", "[<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]");
    for look in [
        "",
        "no XML",
        &whole[..whole.len() / 2],
        &whole.replace("</b>", "").replace("</a>", ""),
        &whole.replace("see", "&b;"),
        &laughs.replace("see", "&b;"),
        &whole.replace("<page", "<!DOCTYPE x [<!ENTITY a \"ha\">]><page"),
        &whole.replace("see", &deep),
        &whole.replace("see", &"x".repeat(3 << 20)),
        &whole.replace("<text", &"<text>x</text>".repeat(130_000)),
    ] {
        assert_eq!(source(words, look, &|_| false).text, words, "{}", &look[..look.len().min(300)]);
    }
}

#[test]
fn numbers_without_sense_do_no_harm() {
    let far = xml(&[Set("Gardens", 20, 1, "Gardens")])
        .replace("\"20\"", "\"-2147483648\"")
        .replace("\"18\"", "\"2147483647\"");
    assert_eq!(source("Gardens\n", far.replace("\"21\"", "\"4294967295\""), &|_| false).text, "Gardens\n");
}

#[test]
fn a_text_that_addresses_make_too_long_is_read_alone() {
    let url = format!("https://example.org/{}", "a".repeat(1_900));
    let link = format!(r#"<a href="{url}">here</a>"#);
    let lines: Vec<Set<'_>> = (0..2_500).map(|nth| Set("here", nth * 20, 0, &link)).collect();
    let text = text(&lines);
    assert_eq!((text.len(), text.contains("http")), (2_500 * "here\n".len(), false));
}
