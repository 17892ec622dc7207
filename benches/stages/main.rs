//! What each stage costs for the same megabyte of sheets, beside what pulldown-cmark takes to parse its bytes and do nothing with them.
//!
//! `cargo bench --bench stages` shows bytes of the source a second, for writers too: how fast a text is dealt with, not how much is written.
//! `cargo bench --bench stages -- --pairs N` measures the whole way to NDJSON and pulldown-cmark in turn, N times, and prints both times of
//! each turn in nanoseconds; `benches/compare/throughput.py` makes its ratio of them.

mod text;

use std::hint::black_box;
use std::io::{self, Write};
use std::time::Instant;

use divan::Bencher;
use divan::counter::BytesCount;
use pulldown_cmark::Parser;
use scheda::output::table::Separator;
use scheda::output::{Format, Stream, markdown};
use scheda::practice::BestPractice;
use scheda::schemas::Schemas;
use scheda::source::Source;
use scheda::{Options, read, read_sheets};

use text::text;

/// How long the text is.
const BYTES: usize = 1_000_000;
/// What is written, by the names of the benchmarks.
const WRITERS: [&str; 6] = ["yaml", "json", "ndjson", "markdown", "summary", "csv"];

fn main() {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--pairs").skip(1);
    match arguments.next() {
        Some(count) => pairs(count.parse().expect("a number behind --pairs")),
        None => divan::main(),
    }
}

/// Times the whole way and the yardstick in turn.
fn pairs(count: usize) {
    let bytes = text(BYTES).into_bytes();
    let time = |work: fn(&[u8]) -> usize| {
        let start = Instant::now();
        black_box(work(black_box(&bytes)));
        start.elapsed().as_nanos()
    };
    for _ in 0..count {
        println!("ndjson {} pulldown-cmark {}", time(to_ndjson), time(parse_markdown));
    }
}

/// From bytes to lines of JSON that nobody keeps, as `scheda convert --to ndjson` does; gives the number of records.
fn to_ndjson(bytes: &[u8]) -> usize {
    let source = source(bytes.to_vec());
    let options = Options::default();
    let mut stream = stream("ndjson", io::sink());
    let sheets = read_sheets(&source, Schemas::builtin(), &options);
    sheets.map(|sheet| stream.push(&sheet.record).expect("a sink takes everything")).count()
}

/// Every event of CommonMark without extensions, which is the fastest that there is; gives their number.
fn parse_markdown(bytes: &[u8]) -> usize {
    let text = std::str::from_utf8(bytes).expect("the text is UTF-8");
    Parser::new(text).map(black_box).count()
}

fn source(bytes: Vec<u8>) -> Source {
    Source::new("sheets.txt", bytes).expect("it is text")
}

/// A writer by its name.
fn stream<W: Write>(name: &str, sink: W) -> Stream<'static, W> {
    let format = match name {
        "yaml" => Format::Yaml,
        "json" => Format::Json,
        "ndjson" => Format::Ndjson,
        "markdown" => Format::Markdown,
        "summary" => Format::Summary,
        _ => Format::Csv(Separator::COMMA),
    };
    Stream::new(sink, format, Schemas::builtin(), &markdown::Options::default())
}

/// Benches work on the text and counts its bytes.
fn bench<T, U>(bencher: Bencher<'_, '_>, input: &T, work: impl Fn(&T) -> U) {
    bencher.counter(BytesCount::new(text(BYTES).len())).bench_local(|| work(black_box(input)));
}

/// The yardstick: nothing of ours.
#[divan::bench]
fn pulldown_cmark(bencher: Bencher<'_, '_>) {
    bench(bencher, &text(BYTES).into_bytes(), |bytes| parse_markdown(bytes));
}

/// Bytes to text: a copy of the bytes, the check of UTF-8, the starts of lines.
#[divan::bench]
fn decode(bencher: Bencher<'_, '_>) {
    bench(bencher, &text(BYTES).into_bytes(), |bytes| source(bytes.clone()));
}

/// Text to sheets, none of them made: pages and data ruled out, blocks, furniture, where sheets start, the entries of each looked at once.
/// Blocks and sheets have no interface of their own.
#[divan::bench]
fn blocks_and_sheets(bencher: Bencher<'_, '_>) {
    let options = Options::default();
    bench(bencher, &source(text(BYTES).into_bytes()), |source| read_sheets(source, Schemas::builtin(), &options).len());
}

/// The same, then each sheet assembled into a record, checked by the rules and dropped. What it takes longer than `blocks_and_sheets` is
/// assembly with checks.
#[divan::bench]
fn sheets_and_assembly(bencher: Bencher<'_, '_>) {
    let options = Options::default();
    bench(bencher, &source(text(BYTES).into_bytes()), |source| {
        read_sheets(source, Schemas::builtin(), &options).count()
    });
}

/// The same with everything kept and the ledger of the whole settled. What it takes longer than `sheets_and_assembly` is the ledger and the
/// room that sheets take.
#[divan::bench]
fn assembly_and_ledger(bencher: Bencher<'_, '_>) {
    let options = Options::default();
    bench(bencher, &source(text(BYTES).into_bytes()), |source| read(source, Schemas::builtin(), &options));
}

/// Records that are there, into nowhere.
#[divan::bench(args = WRITERS)]
fn write(bencher: Bencher<'_, '_>, name: &str) {
    let reading = read(&source(text(BYTES).into_bytes()), Schemas::builtin(), &Options::default());
    let records: Vec<BestPractice> = reading.sheets.into_iter().map(|sheet| sheet.record).collect();
    bench(bencher, &records, |records| {
        let mut stream = stream(name, io::sink());
        records.iter().for_each(|record| stream.push(record).expect("a sink takes everything"));
        stream.finish().expect("a sink takes everything")
    });
}

/// All the way from bytes to NDJSON.
#[divan::bench]
fn whole(bencher: Bencher<'_, '_>) {
    bench(bencher, &text(BYTES).into_bytes(), |bytes| to_ndjson(bytes));
}
