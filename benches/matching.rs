//! What it costs to look up words among ten, a thousand, ten thousand and a hundred thousand wordings: the same, whether they are
//! a label, a decorated one, a question or no label at all.
//!
//! `cargo bench --bench matching`; the figures are in docs/performance.md.

use std::fmt::Write;

use divan::{Bencher, black_box};
use scheda::schemas::{File, Schemas, load};

/// How many wordings, modifiers and stems of questions the vocabulary has.
const SIZES: [usize; 4] = [10, 1_000, 10_000, 100_000];
/// How many lines are looked up.
const LINES: usize = 1_000;

fn main() {
    divan::main();
}

/// A word of six letters for a number; no two have the same.
fn word(number: usize) -> String {
    let letter = |nth: u32| char::from(b'a' + (number / 26_usize.pow(nth) % 26) as u8);
    (0..6).rev().map(letter).collect()
}

/// A language with so many wordings of labels, modifiers and stems.
fn schemas(size: usize) -> Schemas {
    let list = |kind: &str| (0..size).map(|nth| format!("{} {kind}", word(nth))).collect::<Vec<_>>().join(", ");
    let words = |from: usize| (0..size).map(|nth| word(from + nth)).collect::<Vec<_>>().join(", ");
    let months = "[a], ".repeat(12);
    let mut text = format!("xx:\n  name: Xx\n  months: [{months}]\n  people: {{parts: {{}}}}\n");
    let _ = writeln!(text, "  articles: [the]\n  qualifiers: [{}]", words(200_000));
    let _ = writeln!(text, "  labels: {{results: [{}]}}", list("label"));
    let _ = writeln!(text, "  questions: {{results: [{}]}}", list("stem"));
    let vocabulary = File { name: "vocabulary.yaml", text: &text };
    let template = "name: generic\ntitle: Any\nshared_vocabulary: true\n";
    load(vocabulary, &[File { name: "generic.yaml", text: template }]).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

/// Looks up lines that hold the words of ten wordings, which every vocabulary has.
fn look_up(bencher: Bencher<'_, '_>, size: usize, known: bool, line: fn(&str) -> String) {
    let schemas = schemas(size);
    let lines: Vec<String> = (0..LINES).map(|nth| line(&word(if known { nth % 10 } else { 300_000 + nth }))).collect();
    let mut room = String::new();
    assert!(lines.iter().all(|line| schemas.meanings(line, &mut room).is_empty() != known));
    bencher
        .bench_local(|| lines.iter().filter(|line| !schemas.meanings(black_box(line), &mut room).is_empty()).count());
}

#[divan::bench(args = SIZES)]
fn labels(bencher: Bencher<'_, '_>, size: usize) {
    look_up(bencher, size, true, |word| format!("{word} label"));
}

#[divan::bench(args = SIZES)]
fn labels_with_an_article_and_a_bracket(bencher: Bencher<'_, '_>, size: usize) {
    look_up(bencher, size, true, |word| format!("The {word} label (max. 50 words)"));
}

#[divan::bench(args = SIZES)]
fn labels_among_modifiers(bencher: Bencher<'_, '_>, size: usize) {
    fn modifier(nth: usize) -> String {
        word(200_000 + nth)
    }
    look_up(bencher, size, true, |word| format!("{} {word} label {}", modifier(3), modifier(4)));
}

#[divan::bench(args = SIZES)]
fn questions(bencher: Bencher<'_, '_>, size: usize) {
    look_up(bencher, size, true, |word| format!("And what is {word} stem of this practice?"));
}

#[divan::bench(args = SIZES)]
fn no_label(bencher: Bencher<'_, '_>, size: usize) {
    look_up(bencher, size, false, |word| format!("On Monday {word} met"));
}

#[divan::bench(args = SIZES)]
fn no_question(bencher: Bencher<'_, '_>, size: usize) {
    look_up(bencher, size, false, |word| format!("Did {word} meet on Monday?"));
}
