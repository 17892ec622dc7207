//! Documents without number: sheets of each family with arbitrary values, and real ones with their lines in disorder.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use scheda::schemas::{Schemas, Template};

use super::{fixture_folders, hostile_string};

/// Page headers of the families, one that none knows, and notices.
const FURNITURE: [&str; 6] = [
    "OS 2: Integrazione / Migrazione legale - ON 3 - Capacity building - lett. m) - Scambio di buone Pratiche\nInclusione \
     sociale ed economica SM PROG-2227 SAVOIR FAIRE",
    "OS 2: Integrazione / Migrazione legale - ON 3 - Capacity building - lett. m) - Scambio di buone Pratiche Inclusione \
     sociale ed economica SM PROG-2227 SAVOIR FAIRE",
    "**ERASMI**\n\nEmpowering Regional Actors & Stakeholders  \nfor Migrant and Refugee Inclusion",
    "Rassegna di buone pratiche, numero 4",
    "Co-funded by the  \nErasmus+ Programme  \nof the European Union",
    "Un progetto della\n\n\n\nFondazione  \ndi Prova",
];

/// Values as people write them.
const VALUES: [&str; 24] = [
    "Comune di Prova",
    "Scuola di Prova (capofila; dal 2011); Circolo [ex; chiuso]; Rete",
    "La rete riunisce chi accoglie le persone. Poi le accompagna; e le saluta.",
    "\n\n- uno\n- due\n  - tre\n\t- quattro\n\ncinque:\n\n• sei • sette",
    "<ul style=\"x\"><li>• uno</li><li>due &amp; tre</li></ul>",
    "<ul> • • uno • • due <li>tre",
    "<p><b> forte </b> e <i>piano</p> <br/>fine</i>",
    "1. uno\n2. due\n\n3) tre",
    "Rita Prova (responsabile) e Ugo Esempio, Ufficio accoglienza, rita@example.org, 055 123456",
    "\n\nContatto principale\n\n- Name and surname: Rita Prova\n- Institution: Scuola\n- E-mail: rita@example.org\n- Tel. 055 1",
    "Rita Prova as a Head of Projects, SCUOLA. rita@example.org",
    "Teléfono 677409174. Correo electrónico. rita(at)example",
    "Website: www.example.org/a, [qui](https://example.org/b) e <a href=\"https://example.org/c\">là</a>.",
    "https://example.org/solo",
    "<a href='example'>x</a> [a](b \"c\") ![i](https://example.org/i.png)",
    "2017",
    "Gennaio 2021",
    "dal 01/03/2019 al marzo 2021",
    "*in primis* e **molto** 2 * 3 * 4 a_b_c <x> &amp;lt; `c` \\* [1]",
    "# titolo\n\n## sotto\n\n> cita\n\n---\n\n| a | b |",
    "la frase non finisce e va avanti nella",
    "",
    "sì, 2020-1-ES01-KA203-082364",
    "\u{feff}a\u{a0}b\u{200b}c\u{2028}d\u{85}e \u{1f600} e\u{301}",
];

/// Stretches that stand between the fields of a sheet.
fn between() -> BoxedStrategy<String> {
    let furniture = select(&FURNITURE[..]).prop_map(|lines| format!("\n\n\n\n\n\n\n\n\n\n{lines}\n\n"));
    prop_oneof![
        8 => Just(String::from("\n\n")),
        3 => Just(String::from("\n")),
        2 => "\n{3,12}",
        3 => furniture,
        1 => Just(String::from("\n\u{c}\n")),
        1 => Just(String::from("\nTesto senza etichetta.\n\n")),
    ]
    .boxed()
}

fn value() -> BoxedStrategy<String> {
    let known = || select(&VALUES[..]).prop_map(String::from);
    prop_oneof![
        6 => known(),
        2 => hostile_string(),
        2 => (known(), between(), known()).prop_map(|(a, gap, b)| a + &gap + &b),
    ]
    .boxed()
}

/// How a label stands before its value.
fn label_style() -> BoxedStrategy<&'static str> {
    select(&["{}: ", "{}\t", "<b>{}</b>\t", "**{}:** ", "{}\n", "## {}\n\n", "- {}: ", "2. {}: ", "{} - "][..]).boxed()
}

/// A field of a sheet: its label in some dress, its value, and what follows.
fn field(wording: String) -> BoxedStrategy<String> {
    let dress = prop_oneof![
        5 => Just(wording.clone()),
        1 => Just(wording.to_lowercase()),
        1 => Just(wording.replace('À', "A'").replace('\'', "’")),
    ];
    (label_style(), dress, value(), between())
        .prop_map(|(style, label, value, gap)| style.replace("{}", &label) + &value + &gap)
        .boxed()
}

/// Wordings that a sheet of a template may use.
fn wordings(template: &Template) -> Vec<String> {
    template.wordings().map(|wording| wording.words.to_owned()).collect()
}

/// A sheet of one of the families.
fn sheet(template: &'static Template) -> BoxedStrategy<String> {
    let starts: Vec<String> = template.starts.iter().map(ToString::to_string).collect();
    let start = if starts.is_empty() { Just(String::from("# Pagina")).boxed() } else { select(starts).boxed() };
    let all = wordings(template);
    let count = all.len().min(8);
    let fields = subsequence(all, 0..=count)
        .prop_shuffle()
        .prop_flat_map(|labels| labels.into_iter().map(field).collect::<Vec<_>>());
    let mark = select(&["\n\n", ": RETE DI PROVA\n\n", "\n"][..]);
    (start, mark, fields).prop_map(|(start, mark, fields)| start + mark + &fields.concat()).boxed()
}

/// A document of one to three sheets, of any families, with lines that end as on some system.
pub fn document() -> BoxedStrategy<String> {
    let templates: Vec<&Template> = Schemas::builtin().templates.iter().collect();
    let sheets = vec(select(templates).prop_flat_map(sheet), 1..=3);
    let line_end = prop_oneof![4 => Just("\n"), 1 => Just("\r\n")];
    (between(), sheets, line_end)
        .prop_map(|(before, sheets, end)| (before + &sheets.join("\n\n\n")).replace('\n', end))
        .boxed()
}

/// The texts of the fixtures and of the shorter seeds, and each sheet of the long one.
pub fn real_documents() -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts: Vec<String> = Vec::new();
    let mut seeds: Vec<_> = std::fs::read_dir(root.join("seeds")).unwrap().map(|entry| entry.unwrap().path()).collect();
    seeds.sort();
    let inputs =
        fixture_folders().into_iter().flat_map(|folder| ["input.txt", "input.md"].map(|name| folder.join(name)));
    for path in seeds.into_iter().chain(inputs).filter(|path| path.is_file()) {
        texts.extend(parts(String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()));
    }
    texts
}

/// A long text in parts of some two hundred lines.
fn parts(text: String) -> Vec<String> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    if lines.len() < 400 { vec![text] } else { lines.chunks(200).map(<[&str]>::concat).collect() }
}

/// What can happen to a document on its way.
#[derive(Debug, Clone)]
enum Accident {
    Delete(usize),
    Double(usize),
    Swap(usize, usize),
    Join(usize),
    Insert(usize, String),
    Cut(usize, usize),
}

fn accident() -> impl Strategy<Value = Accident> {
    let at = || 0..10_000_usize;
    prop_oneof![
        at().prop_map(Accident::Delete),
        at().prop_map(Accident::Double),
        (at(), at()).prop_map(|(a, b)| Accident::Swap(a, b)),
        at().prop_map(Accident::Join),
        (at(), hostile_string()).prop_map(|(at, text)| Accident::Insert(at, text)),
        (at(), at()).prop_map(|(from, length)| Accident::Cut(from, length % 40)),
    ]
}

impl Accident {
    fn befall(&self, text: &str) -> String {
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let count = lines.len().max(1);
        match self {
            Accident::Delete(at) if !lines.is_empty() => drop(lines.remove(at % count)),
            Accident::Double(at) if !lines.is_empty() => lines.insert(at % count, lines[at % count]),
            Accident::Swap(a, b) if !lines.is_empty() => lines.swap(a % count, b % count),
            Accident::Join(at) if !lines.is_empty() => {
                lines[at % count] = lines[at % count].trim_end_matches(['\n', '\r'])
            }
            Accident::Insert(at, inserted) => return insert(text, *at, inserted),
            Accident::Cut(from, length) => return cut(text, *from, *length),
            _ => {}
        }
        lines.concat()
    }
}

fn insert(text: &str, at: usize, inserted: &str) -> String {
    let at = boundary(text, at);
    [&text[..at], inserted, &text[at..]].concat()
}

fn cut(text: &str, from: usize, length: usize) -> String {
    let from = boundary(text, from);
    let to = text[from..].char_indices().nth(length).map_or(text.len(), |(at, _)| from + at);
    [&text[..from], &text[to..]].concat()
}

/// A character boundary of the text, spread over all of it.
fn boundary(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.wrapping_mul(7919) % (text.len() + 1))
}

/// A real document to which a few accidents have happened.
pub fn damaged_document() -> BoxedStrategy<String> {
    let accidents = vec(accident(), 0..6);
    (select(real_documents()), accidents)
        .prop_map(|(text, accidents)| accidents.iter().fold(text, |text, accident| accident.befall(&text)))
        .boxed()
}
