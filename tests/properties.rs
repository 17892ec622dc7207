//! What holds for every document: nothing is lost or invented, and what is foreign to a sheet is not hidden.

mod common;

use common::cases;
use common::documents::{damaged_document, document, real_documents};
use common::reading::Document;
use proptest::prelude::*;
use scheda::diagnostic::Diagnostic;
use scheda::ledger::{Citation, Claim, Class};
use scheda::practice::Segment;
use scheda::source::Span;
use serde_json::{Value, json};

/// A sentence that no sheet holds and no vocabulary knows.
const FOREIGN: &str = "Xyzzy quux plugh frobnicated the gnorts.";

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn nothing_of_a_generated_document_is_lost_or_invented(text in document()) {
        prop_assert_eq!(Document::of_text(&text).faults(), [""; 0]);
    }

    #[test]
    fn nothing_of_a_damaged_document_is_lost_or_invented(text in damaged_document()) {
        prop_assert_eq!(Document::of_text(&text).faults(), [""; 0]);
    }

    #[test]
    fn a_document_reads_the_same_every_time(text in prop_oneof![document(), damaged_document()]) {
        let [first, second] = [(); 2].map(|()| everything(&Document::of_text(&text), 0));
        prop_assert_eq!(first, second);
    }

    #[test]
    fn blank_lines_before_a_document_that_begins_with_a_page_change_only_places(text in document(), count in 1..30_usize) {
        let page = "\n".repeat(12) + &text;
        let moved = Document::of_text(&("\n".repeat(count) + &page));
        prop_assert_eq!(everything(&moved, count), everything(&Document::of_text(&page), 0));
    }

    #[test]
        fn blank_lines_before_any_document_change_only_places(text in document(), count in 1..30_usize) {
        let moved = Document::of_text(&("\n".repeat(count) + &text));
        prop_assert_eq!(everything(&moved, count), everything(&Document::of_text(&text), 0));
    }

    #[test]
    fn a_foreign_line_in_a_damaged_sheet_is_kept_or_reported(text in damaged_document(), at in 0..10_000_usize) {
        let places = lines_inside(&Document::of_text(&text));
        prop_assume!(!places.is_empty());
        prop_assert_eq!(hidden(&text, places[at % places.len()], &format!("{FOREIGN}\n")), None);
    }
}

#[test]
fn blank_lines_before_a_real_document_change_only_places() {
    for text in real_documents() {
        let as_it_is = everything(&Document::of_text(&text), 0);
        for count in [1, 20] {
            let moved = Document::of_text(&("\n".repeat(count) + &text));
            assert_eq!(everything(&moved, count), as_it_is, "{count} lines before:\n{text}");
        }
    }
}

#[test]
fn a_foreign_line_anywhere_in_a_sheet_is_kept_or_reported() {
    for text in real_documents() {
        for at in few(lines_inside(&Document::of_text(&text))) {
            assert_eq!(hidden(&text, at, &format!("{FOREIGN}\n")), None, "at {at} of:\n{text}");
        }
    }
}

#[test]
fn a_foreign_sentence_anywhere_in_running_text_is_kept_or_reported() {
    for text in real_documents() {
        for at in few(spaces_of_values(&Document::of_text(&text))) {
            assert_eq!(hidden(&text, at, &format!(" {FOREIGN}")), None, "at {at} of:\n{text}");
        }
    }
}

/// Of many places some, spread evenly.
fn few(places: Vec<usize>) -> Vec<usize> {
    const FEW: usize = 10;
    let step = places.len().div_ceil(FEW).max(1);
    places.into_iter().step_by(step).collect()
}

/// The line boundaries inside the sheets.
fn lines_inside(document: &Document) -> Vec<usize> {
    let starts = document.text().match_indices('\n').map(|(at, _)| at + 1);
    let inside =
        |at: &usize| document.reading.sheets.iter().any(|sheet| sheet.span.start < *at && *at < sheet.span.end);
    starts.filter(inside).collect()
}

/// The spaces between two words of values.
fn spaces_of_values(document: &Document) -> Vec<usize> {
    let entries = document.entries();
    let between_values = entries.windows(3).filter(|three| {
        three[1].span.of(document.text()) == " "
            && [&three[0], &three[2]].iter().all(|entry| entry.class == Class::Value)
    });
    between_values.map(|three| three[1].span.start).collect()
}

/// What became of a sentence that was put into a sheet, where it is neither in the record nor unassigned.
fn hidden(text: &str, at: usize, inserted: &str) -> Option<String> {
    let document = Document::of_text(&[&text[..at], inserted, &text[at..]].concat());
    if document.reading.sheets.is_empty() {
        // A refusal is told, whatever it was that tipped the balance.
        let told = document.reading.findings.iter().any(|finding| finding.finding.says_why_no_sheet());
        return (!told).then(|| String::from("nothing is read, and nothing said"));
    }
    let words = Span::new(at + inserted.find('X').unwrap(), at + inserted.find('.').unwrap());
    let entries = document.entries();
    let of_words = entries.iter().filter(|entry| entry.span.start < words.end && entry.span.end > words.start);
    let wrong = |class| !matches!(class, Class::Value | Class::Unassigned | Class::Blank);
    let mut hidden = of_words.filter(|entry| wrong(entry.class));
    let hidden = hidden.next().map(|entry| format!("{:?} is {}", entry.span.of(document.text()), entry.class.name()));
    hidden.or_else(|| Some(document.faults().join("\n")).filter(|faults| !faults.is_empty()))
}

/// All that reading a document gave, as if it had begun so many lines and bytes before.
fn everything(document: &Document, moved: usize) -> Value {
    let back = |span: Span| Span::new(span.start.saturating_sub(moved), span.end.saturating_sub(moved));
    let sheets: Vec<Value> = document
        .reading
        .sheets
        .iter()
        .map(|sheet| {
            let segments = |segment: &Segment| match *segment {
                Segment::Source(span, decoding) => Segment::Source(back(span), decoding),
                glue => glue,
            };
            let trace = sheet.trace.iter().map(|traced| {
                let segments: Vec<Segment> = traced.segments.iter().map(segments).collect();
                format!("{} {:?} {:?} {segments:?}", traced.pointer, traced.origin, traced.function)
            });
            json!([
                without_places(json!(sheet.record)),
                trace.collect::<Vec<_>>(),
                sheet.template,
                sheet.decided_by,
                format!("{:?}", back(sheet.span)),
                findings(&sheet.findings, back),
            ])
        })
        .collect();
    let claims = document.reading.ledger.claims().iter().map(|claim| Claim { span: back(claim.span), ..*claim });
    let citations = document.reading.ledger.citations().iter().map(|c| Citation { span: back(c.span), ..*c });
    let claims: Vec<String> = claims.filter(|claim| !claim.span.is_empty()).map(|claim| format!("{claim:?}")).collect();
    let citations: Vec<String> = citations.map(|citation| format!("{citation:?}")).collect();
    json!([sheets, claims, citations, findings(&document.reading.findings, back)])
}

fn findings(findings: &[Diagnostic], back: impl Fn(Span) -> Span) -> Vec<String> {
    let moved = |finding: &Diagnostic| {
        let (span, related) = (finding.span.map(&back), finding.related.map(&back));
        format!("{:?}", Diagnostic { span, related, ..finding.clone() })
    };
    findings.iter().map(moved).collect()
}

/// The record without the numbers of lines.
fn without_places(mut record: Value) -> Value {
    record["source"]["lines"] = Value::Null;
    if let Some(unmapped) = record.get_mut("unmapped").and_then(Value::as_array_mut) {
        unmapped.iter_mut().for_each(|item| item["lines"] = Value::Null);
    }
    record
}
