//! The rules: each has words and examples, and the examples are true.

mod common;

use common::assert_file;
use common::reading::{Document, opened};
use scheda::Options;
use scheda::diagnostic::explanation::Explanation;
use scheda::diagnostic::{Code, Diagnostic, Severity};
use scheda::locale::Locale;
use scheda::rules::{self, Example, File, Met, RULES, Rule};
use scheda::schemas::{self, Schemas};
use scheda::source::container::{Opened, Printed, Tools};

/// The documents of a file of an example.
fn documents(file: &File) -> Vec<Opened> {
    let stored = || std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file.name)).unwrap();
    let bytes = file.bytes.map_or_else(stored, <[u8]>::to_vec);
    let printed = || Printed { text: bytes.clone(), look: None };
    let tools = Tools { pdf: &|_| Ok(printed()), is_label: &|words| Schemas::builtin().is_label(words) };
    match file.name.strip_suffix(".pdftotext") {
        Some(stem) => opened(&format!("{stem}.pdf"), b"%PDF-1.7".into(), &tools),
        None => opened(file.name, bytes.clone(), &tools),
    }
}

/// What one rule and all that are on find in an example, where nobody hears of what matters less.
fn findings(example: &Example, code: Code, least: Severity) -> Vec<Diagnostic> {
    let name = |file: File| (file.name, String::from_utf8(file.bytes.unwrap().to_vec()).unwrap());
    let own = example
        .template
        .map(name)
        .map(|(name, text)| Schemas::builtin().with_template(schemas::File { name, text: &text }).unwrap());
    let schemas = own.as_ref().unwrap_or(Schemas::builtin());
    let mut options = Options { today: example.today.map(str::to_owned), least, ..Options::default() };
    options.template = own.as_ref().and_then(|own| own.templates.last()).map(|template| template.name.to_string());
    options.off.retain(|off| *off != code);
    let mut met = Met::default();
    let files = [Some(example.file), example.beside].into_iter().flatten();
    let sources = files.flat_map(|file| documents(&file)).map(|opened| opened.source.unwrap());
    sources
        .flat_map(|source| Document::read(source, schemas, &options, &mut met).findings().cloned().collect::<Vec<_>>())
        .collect()
}

/// The severities of what one rule finds in an example.
fn severities(example: &Example, code: Code) -> Vec<Severity> {
    let found = findings(example, code, Severity::Info).into_iter().filter(|it| it.finding.code() == code);
    found.map(|it| it.severity).collect()
}

#[test]
fn every_code_has_a_rule_in_its_order() {
    let codes: Vec<Code> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(codes, Code::ALL);
}

#[test]
fn every_code_has_a_file_of_its_name() {
    for code in Code::ALL {
        let path = format!("src/checks/{}.rs", code.id().replace('-', "_"));
        let text = std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&path)).unwrap();
        assert!(text.starts_with(&format!("//! `{}`", code.id())), "{path}");
    }
}

#[test]
fn every_code_is_explained_in_sentences() {
    for code in Code::ALL {
        let Explanation { title, meaning, reason, remedy } = Explanation::new(*code, Locale::default());
        assert!(!title.is_empty() && !title.ends_with('.') && title.len() < 80, "{}: {title}", code.id());
        for sentence in [meaning, reason, remedy] {
            assert!(
                sentence.len() > 15 && sentence.ends_with('.') && !sentence.contains("  "),
                "{}: {sentence}",
                code.id()
            );
        }
    }
}

#[test]
fn the_bad_example_of_every_rule_has_its_finding_and_the_good_one_has_not() {
    let is_false = |rule: &&Rule| {
        let bad = severities(&rule.bad, rule.code);
        !bad.contains(&rule.severity) || !severities(&rule.good, rule.code).is_empty()
    };
    let wrong: Vec<_> = RULES.iter().filter(is_false).map(|rule| rule.code.id()).collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn who_hears_of_errors_alone_hears_of_all_errors() {
    for rule in RULES {
        for example in [&rule.bad, &rule.good] {
            let errors = |least| {
                let all = findings(example, rule.code, least).into_iter();
                all.filter(|it| it.severity == Severity::Error).map(|it| format!("{it:?}")).collect::<Vec<_>>()
            };
            assert_eq!(errors(Severity::Error), errors(Severity::Info), "{}", rule.code.id());
        }
    }
}

#[test]
fn a_mistyped_code_is_known() {
    assert_eq!(rules::nearest("missing_fields"), Some(Code::MissingField));
    assert_eq!(rules::nearest("malformed-mail"), Some(Code::MalformedEmail));
    assert_eq!(rules::nearest("zzz"), None);
}

#[test]
fn the_page_of_the_rules_is_what_the_program_says() {
    assert_file("docs/rules.md", &rules::page(Locale::default()));
}

/// The file is written by hand: what would write it anew could drop a code.
#[test]
fn codes_are_permanent() {
    let file = include_str!("codes.txt");
    let listed: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
    let rules: Vec<String> = RULES.iter().map(|rule| format!("{} {}", rule.code.id(), rule.severity.name())).collect();
    let gone: Vec<_> = listed.iter().filter(|line| rules.iter().all(|rule| rule != *line)).collect();
    assert!(gone.is_empty(), "a code has gone, or its severity has changed: {gone:?}");
    let new: Vec<_> = rules.iter().filter(|rule| !listed.contains(&rule.as_str())).collect();
    assert!(new.is_empty(), "add to tests/codes.txt, for ever: {new:?}");
}
