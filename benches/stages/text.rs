//! A text of many sheets out of those in seeds/, each varied, so that no two are the same. It is the same text every time.
//!
//! The rules are those of `benches/compare/corpus.py`, but for years and places, which stay.

use std::fs;
use std::path::Path;

/// What starts a sheet of the report.
const STARTS: [&str; 2] = ["SCHEDA RIASSUNTIVA DELLA BUONA PRATICA", "BEST PRACTICE SUMMARY SHEET"];
/// Begins a page of the report that is no sheet.
const BETWEEN: &str = "WORKSHOP DI SCAMBIO";
/// What a title follows.
const TITLES: [&str; 4] =
    ["Buona pratica: ", "## Buona pratica: ", "OGGETTO DELLA BUONA PRATICA:", "BEST PRACTICE'S SUBJECT:"];
/// What parts a long line into pieces that can change places.
const SEPARATORS: [&str; 3] = ["<li>", " • ", ". "];

/// Sheets one after the other, of at least so many bytes.
pub fn text(bytes: usize) -> String {
    let forms = forms();
    let mut text = String::new();
    let mut number = 0;
    while text.len() < bytes {
        sheet(&forms, number, &mut text);
        number += 1;
    }
    text
}

/// Numbers that look thrown (an LCG with the multiplier of PCG).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

fn seed(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The sheets that are varied: of the report each once, of the two on networks each three times.
fn forms() -> Vec<String> {
    let networks = [seed("000_5a6dfbd9d39d1420.txt"), seed("001_3d7313f72bef3361.txt")];
    let mut forms = cut(&seed("004_6183ca9f5f4cff2b.txt"));
    forms.extend(networks.iter().flat_map(|form| [form.clone(), form.clone(), form.clone()]));
    forms
}

/// The sheets of the report, with the headers of the pages that they run over.
fn cut(report: &str) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    let mut inside = false;
    for line in report.lines() {
        if STARTS.contains(&line.trim()) {
            forms.push(String::new());
            inside = true;
        }
        inside &= !line.contains(BETWEEN);
        if let Some(form) = forms.last_mut().filter(|_| inside) {
            *form += line;
            form.push('\n');
        }
    }
    forms
}

fn sheet(forms: &[String], number: u64, text: &mut String) {
    let mut dice = Dice(number);
    for line in forms[dice.below(forms.len())].lines() {
        if TITLES.iter().any(|title| line.starts_with(title)) {
            *text += &format!("{line} ({number:07})");
        } else {
            vary(line, &mut dice, text);
        }
        text.push('\n');
    }
    text.push('\n');
}

/// A long line with some of its pieces left out and the others in another order; the first and last stay where they are.
fn vary(line: &str, dice: &mut Dice, text: &mut String) {
    let separator = SEPARATORS.iter().find(|separator| line.len() > 160 && line.contains(**separator));
    let Some(separator) = separator.filter(|separator| **separator != ". " || !line.contains('<')) else {
        *text += line;
        return;
    };
    let mut pieces: Vec<&str> = line.split(separator).collect();
    let last = pieces.len() - 1;
    let mut middle: Vec<&str> = pieces.drain(1..last.max(1)).filter(|_| dice.below(8) > 0).collect();
    let first = dice.below(middle.len().max(1));
    middle.rotate_left(first);
    pieces.splice(1..1, middle);
    *text += &pieces.join(separator);
}
