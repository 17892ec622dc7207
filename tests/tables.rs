//! Tables say what the records say, and no cell of them is more than text.

mod common;

use common::{cases, full_record, hostile_record};
use proptest::prelude::*;
use scheda::output::table::{COLUMNS, Column, Separator, cell};
use scheda::output::{Format, Stream, markdown};
use scheda::practice::{BestPractice, Field};
use scheda::schemas::Schemas;

/// The bytes of records in a format.
fn written(records: &[BestPractice], format: Format) -> Vec<u8> {
    let mut stream = Stream::new(Vec::new(), format, Schemas::builtin(), &markdown::Options::default());
    records.iter().for_each(|record| stream.push(record).unwrap());
    stream.finish().unwrap()
}

/// A text with what a terminal would obey by its number.
fn shown(text: &str) -> String {
    let is_unseen = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_shown = |c: char| !is_unseen(c) && (!c.is_control() || matches!(c, '\n' | '\r' | '\t'));
    let show = |c: char| if is_shown(c) { c.to_string() } else { format!("⟦U+{:04X}⟧", u32::from(c)) };
    text.chars().map(show).collect()
}

/// The rows of a CSV file, as another program reads them.
fn rows(records: &[BestPractice], separator: &str) -> Vec<Vec<String>> {
    let bytes = written(records, Format::Csv(Separator::parse(separator).unwrap()));
    let text = std::str::from_utf8(&bytes).unwrap().strip_prefix('\u{feff}').expect("a byte-order mark");
    let mark = if separator == "tab" { b'\t' } else { separator.as_bytes()[0] };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(mark).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_field_of_a_full_record_has_a_cell() {
    let record = full_record();
    let without = [Field::Schema, Field::Source, Field::Derived, Field::Provenance];
    for field in Field::ALL.iter().filter(|field| !without.contains(field)) {
        assert!(COLUMNS.contains(&Column::Field(*field)), "{field}");
        assert_ne!(cell(&record, Column::Field(*field)), "", "{field}");
    }
    let keys: Vec<&str> = COLUMNS.iter().map(|column| column.key()).collect();
    assert_eq!(rows(&[], ",")[0], keys, "the head stands without records, too");
    assert_eq!(keys.iter().collect::<std::collections::BTreeSet<_>>().len(), keys.len(), "no key comes twice");
}

#[cfg(feature = "xlsx")]
#[test]
fn years_and_numbers_of_sheets_are_numbers_in_excel() {
    use calamine::{Data, Reader, Xlsx};

    let bytes = written(&[full_record()], Format::Xlsx);
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let page = book.worksheet_range("Practices").unwrap();
    let below = |head: &str| {
        let column = page.rows().next().unwrap().iter().position(|cell| *cell == head).unwrap();
        page.rows().nth(1).unwrap()[column].clone()
    };
    assert!(matches!(below("Source sheet"), Data::Float(_)), "{:?}", below("Source sheet"));
    assert!(matches!(below("First year"), Data::Float(_)), "{:?}", below("First year"));
    assert!(matches!(below("Title"), Data::String(_)));
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_csv_table_says_what_the_records_say(
        records in proptest::collection::vec(hostile_record(), 0..4),
        separator in prop_oneof![Just(","), Just(";"), Just("tab"), Just("|")],
    ) {
        let rows = rows(&records, separator);
        prop_assert_eq!(rows.len(), records.len() + 1);
        for (row, record) in rows[1..].iter().zip(&records) {
            for (column, text) in COLUMNS.iter().zip(row) {
                let said = shown(&cell(record, *column));
                let starts = said.starts_with(['=', '+', '-', '@', '\t', '\r']);
                prop_assert_eq!(text, &if starts { format!("'{said}") } else { said });
            }
        }
    }
}
