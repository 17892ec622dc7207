//! What holds for every page of the web: nothing is lost or invented, whatever its tags.

mod common;

use common::cases;
use common::reading::Document;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use scheda::ledger::Class;

/// A sentence that no sheet holds and no vocabulary knows.
const FOREIGN: &str = "Xyzzy quux plugh frobnicated the gnorts.";

/// Tags as people and programs leave them: nested wrongly, never closed, cut short.
const TAGS: [&str; 66] = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<div class=\"menu\">",
    "<div id='share'>",
    "<table>",
    "</table>",
    "<thead>",
    "</thead>",
    "<tbody>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<td colspan=2>",
    "<th>",
    "</th>",
    "<ul>",
    "</ul>",
    "<ol>",
    "<li>",
    "</li>",
    "<dl>",
    "</dl>",
    "<dt>",
    "</dt>",
    "<dd>",
    "</dd>",
    "<h1>",
    "</h1>",
    "<h2 class=\"x\">",
    "</h2>",
    "<h3>",
    "</h3>",
    "<b>",
    "</b>",
    "<strong style=\"a:b\">",
    "</strong>",
    "<i>",
    "</i>",
    "<br>",
    "<br />",
    "<span>",
    "</span>",
    "<a href=\"https://example.org/a\">",
    "<a href=/b>",
    "</a>",
    "<nav>",
    "</nav>",
    "<main>",
    "</main>",
    "<article>",
    "</article>",
    "<aside>",
    "</aside>",
    "<header>",
    "</header>",
    "<footer>",
    "</footer>",
    "<form>",
    "</form>",
    "<o:p></o:p>",
    "<hr>",
    "<p title=\"",
    "</",
];

/// What stands between them.
const WORDS: [&str; 40] = [
    "Titolo",
    "Titolo:",
    "Luogo",
    "Luogo: ",
    "Partner: ",
    "Descrizione",
    "Destinatari:",
    "Attivit&agrave;",
    "Contatti",
    "Buona pratica: RETE",
    "BEST PRACTICE SUMMARY SHEET",
    "RESULTS: ten",
    "Title: Garden",
    "Target groups",
    "Rete Prova",
    "un testo lungo.",
    "famiglie; giovani",
    "rita@example.org",
    "www.example.org",
    "2018 - 2020",
    "R&amp;D",
    "&nbsp;",
    "&copy; 2020",
    "a | b | c",
    "Home > Progetti > Rete",
    "Condividi",
    "Page 3 of 12",
    "(1)",
    "*",
    "_x_",
    "- x",
    "• y",
    "1. uno",
    "<",
    "< 3",
    "&",
    "à",
    "\u{a0}",
    "<!-- no -->",
    "<script>'<p>'</script>",
];

fn page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(&TAGS[..]).prop_map(String::from),
        4 => select(&WORDS[..]).prop_map(String::from),
        1 => select(&[" ", "\n", "\t", "\r\n", "\n\n"][..]).prop_map(String::from),
        1 => select(&["<!--", "<script>", "<style>", "<svg>", "</script>", "-->", "<head>", "<body>"][..]).prop_map(String::from),
    ];
    vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn read(text: &str) -> Document {
    Document::of_bytes("input.html", text.as_bytes().to_vec())
}

/// Two fields, so that what follows stands in a sheet.
const HEAD: &str = "<!doctype html><p>Titolo: Rete</p><p>Luogo: Prova</p>";

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn nothing_of_a_page_is_lost_or_invented(text in page()) {
        prop_assert_eq!(read(&text).faults(), [""; 0]);
        prop_assert_eq!(read(&[HEAD, &text].concat()).faults(), [""; 0]);
    }

    #[test]
    fn a_foreign_paragraph_is_never_hidden_among_tags(before in page(), behind in page()) {
        // What stands in an attribute is no text.
        let before = before.replace("<p title=\"", "<p>");
        let text = [HEAD, &before, "\n<p>", FOREIGN, "</p>\n", &behind].concat();
        let at = text.find(FOREIGN).unwrap();
        for entry in read(&text).entries().iter().filter(|entry| at <= entry.span.start && entry.span.end < at + FOREIGN.len() - 1) {
            prop_assert!(!matches!(entry.class, Class::Markup | Class::Furniture), "{:?} in {text}", entry);
        }
    }
}
