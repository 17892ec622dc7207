//! What people are told, in their language; what programs read, in the same on every machine.

use std::path::Path;

use super::{check, command, folder, scheda};
use serde_json::Value;

const SHEET: &[u8] = b"Title: Shared gardens\nLead organisation: Town of Sample\nWebsite: example\n";
const BROKEN: &[u8] = b"schema: 1\ntitel: Shared gardens\nkeywords: one\n";

/// What a command says in an environment, on both streams.
fn said(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> String {
    let output = command(folder, args).envs(environment.iter().copied()).output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn the_language_is_what_the_user_tells() {
    let folder = folder(&[("a.txt", SHEET)]);
    let said = |args: &[&str]| said(folder.path(), args, &[("LANG", "es_ES.UTF-8")]);
    let italian = said(&["validate", "a.txt", "--lang", "it"]);
    assert!(italian.contains("errore[missing-field]: in questa scheda manca il campo «descrizione»"), "{italian}");
    assert!(italian.contains("«example» non è un indirizzo web"), "{italian}");
    assert!(italian.contains("\n1 scheda in 1 file: 2 errori, "), "{italian}");
    assert_eq!(said(&["--lang", "it", "validate", "a.txt"]), italian);
    assert!(
        said(&["convert", "a.txt", "--lang", "it"]).contains("1 record da 1 file, di cui 1 con errori; 2 errori, ")
    );
}

#[test]
fn else_it_is_that_of_the_environment() {
    let folder = folder(&[("a.txt", SHEET)]);
    let told = |environment: &[(&str, &str)]| said(folder.path(), &["validate", "a.txt"], environment);
    let (english, spanish) = ("1 sheet in 1 file: 2 errors", "1 ficha en 1 archivo: 2 errores");
    for (environment, closing) in [
        (&[("LANG", "es_ES.UTF-8")][..], spanish),
        (&[("LC_MESSAGES", "es"), ("LANG", "it_IT")], spanish),
        (&[("LC_ALL", "C"), ("LANG", "es_ES.UTF-8")], english),
        (&[("LC_ALL", ""), ("LANG", "es_MX")], spanish),
        (&[("LANG", "de_DE.UTF-8")], english),
        (&[], english),
    ] {
        assert!(told(environment).contains(closing), "{environment:?}: {}", told(environment));
    }
}

#[test]
fn an_unknown_language_is_named_with_those_that_there_are() {
    let folder = folder(&[("a.txt", SHEET)]);
    let output = scheda(folder.path(), &["validate", "a.txt", "--lang", "xx"]);
    check(
        &output,
        2,
        "invalid value 'xx' for '--lang <LANGUAGE>': the languages are: en, es, it; for the headings of pages also",
    );
}

#[test]
fn what_programs_read_does_not_depend_on_the_environment() {
    let folder = folder(&[("a.txt", SHEET)]);
    let spanish = [("LANG", "es_ES.UTF-8")];
    for format in ["json", "sarif", "github", "gitlab", "junit"] {
        let args = ["validate", "a.txt", "--format", format];
        let told = said(folder.path(), &args, &[]);
        assert_eq!(said(folder.path(), &args, &spanish), told, "{format}");
        let italian = said(folder.path(), &[&args[..], &["--lang", "it"]].concat(), &spanish);
        assert!(italian.contains("non è un indirizzo web") && !told.contains("indirizzo"), "{italian}");
    }
    said(folder.path(), &["validate", "a.txt", "--write-baseline", "known.json"], &spanish);
    let known = std::fs::read_to_string(folder.path().join("known.json")).unwrap();
    assert!(known.contains("is not a web address"), "{known}");
}

#[test]
fn keys_and_codes_are_the_same_in_every_language() {
    let folder = folder(&[("a.txt", SHEET), ("b.yaml", BROKEN)]);
    let json = |lang: &str| -> Value {
        let args = ["validate", "a.txt", "b.yaml", "--format", "json", "--lang", lang];
        serde_json::from_slice(&scheda(folder.path(), &args).stdout).unwrap()
    };
    let without_words = |lang: &str| {
        let mut report = json(lang);
        for finding in report["findings"].as_array_mut().unwrap() {
            assert!(finding["message"].is_string());
            finding["message"].take();
            finding["help"].take();
        }
        report
    };
    assert_eq!(without_words("it"), without_words("en"));
    assert_eq!(without_words("es"), without_words("en"));
    assert_ne!(json("it"), json("en"));
}

#[test]
fn the_summary_on_github_is_in_the_language_that_is_told() {
    let folder = folder(&[("a.txt", SHEET)]);
    let summary = folder.path().join("summary.md");
    let args = ["validate", "a.txt", "--format", "github", "--lang", "it"];
    said(folder.path(), &args, &[("GITHUB_STEP_SUMMARY", summary.to_str().unwrap())]);
    let page = std::fs::read_to_string(&summary).unwrap();
    assert!(page.contains("| | Dove | Che cosa | Che cosa fare |") && page.contains("| errore | a.txt"), "{page}");
}

#[test]
fn rules_are_listed_and_explained_in_the_language_of_the_reader() {
    let folder = folder(&[]);
    let italian = [("LC_ALL", "it_IT.UTF-8")];
    let table = said(folder.path(), &["rules"], &italian);
    assert!(
        table.starts_with("codice ") && table.contains("  errore   sì      Un indirizzo e-mail non è valido"),
        "{table}"
    );
    let entry = said(folder.path(), &["explain", "end-before-start"], &italian);
    assert!(entry.contains("La fine precede l’inizio. Gravità: errore; attiva se non si stabilisce altro."), "{entry}");
    assert!(entry.contains("**Che cosa fare:** Correggere"), "{entry}");
    let list = said(folder.path(), &["rules", "--format", "json"], &italian);
    assert!(list.contains("The end lies before the start"), "{list}");
}

#[test]
fn repairs_are_counted_in_the_language_of_the_reader() {
    let folder = folder(&[("a.yaml", b"schema: 1\ntitle: Shared gardens\ndescripton: We garden.\n")]);
    let told = said(folder.path(), &["fix", "a.yaml", "--lang", "es"], &[]);
    assert_eq!(told, "a.yaml: 1 clave mal escrita\n1 archivo YAML, 1 corregido\n");
}
