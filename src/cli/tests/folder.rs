//! `convert --out-dir`

use std::io::ErrorKind;

use super::{Exit, Memory, scheda};

const CONVERT: [&str; 4] = ["convert", "in", "--out-dir", "out"];

fn host() -> Memory {
    Memory::with(&[("in/a.txt", "sheet orti\n\nsheet orti\nagain\n")])
}

#[test]
fn each_record_has_a_file_named_by_its_id_with_the_schema_beside_it() {
    let host = host();
    assert_eq!(scheda(&host, &CONVERT), Exit::Done);
    let names = host.names("out");
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(names.contains(&"out/orti.yaml".into()) && names.contains(&"out/best-practice.schema.json".into()));
    let first = host.get("out/orti.yaml").unwrap();
    assert!(first.starts_with("# yaml-language-server: $schema=best-practice.schema.json\n"), "{first}");
    assert_eq!(host.stdout(), "");
}

#[test]
fn pages_have_no_schema() {
    let host = host();
    assert_eq!(scheda(&host, &["convert", "in", "--out-dir", "out", "--to", "markdown"]), Exit::Done);
    assert!(host.names("out").iter().all(|name| name.ends_with(".md") || name.contains("manifest")));
}

#[test]
fn a_file_is_replaced_while_it_is_as_it_was_written() {
    let host = host();
    scheda(&host, &CONVERT);
    let before = host.get("out/orti.yaml").unwrap();
    host.put("in/a.txt", "sheet orti\nbad\n");
    assert_eq!(scheda(&host, &CONVERT), Exit::Done);
    assert_eq!(host.get("out/orti.yaml").unwrap(), before);
}

#[test]
fn a_file_that_a_person_changed_is_kept_and_named_unless_forced() {
    let host = host();
    scheda(&host, &CONVERT);
    host.put("out/orti.yaml", "mine");
    assert_eq!(scheda(&host, &[&CONVERT[..], &["--quiet"]].concat()), Exit::CouldNot);
    assert_eq!(host.get("out/orti.yaml").unwrap(), "mine");
    assert!(host.stderr().contains("out/orti.yaml was kept: it was changed since"), "{}", host.stderr());
    assert_eq!(scheda(&host, &[&CONVERT[..], &["--force"]].concat()), Exit::Done);
    assert_ne!(host.get("out/orti.yaml").unwrap(), "mine");
    assert_eq!(scheda(&host, &CONVERT), Exit::Done);
}

#[test]
fn a_file_that_scheda_did_not_write_is_kept() {
    let host = host();
    host.put("out/orti.yaml", "mine");
    assert_eq!(scheda(&host, &CONVERT), Exit::CouldNot);
    assert!(host.stderr().contains("out/orti.yaml was kept: scheda did not write it"), "{}", host.stderr());
    assert!(host.stderr().contains("1 record from 1 file"), "{}", host.stderr());
}

#[test]
fn the_same_content_is_no_conflict_without_a_manifest() {
    let host = host();
    scheda(&host, &CONVERT);
    host.files.borrow_mut().remove(std::path::Path::new("out/.scheda-manifest.json"));
    assert_eq!(scheda(&host, &CONVERT), Exit::Done);
}

#[test]
fn pages_beside_the_sheets_are_no_input_of_the_next_run() {
    let host = Memory::with(&[("in/a.txt", "sheet orti\n")]);
    let args = ["convert", "in", "--out-dir", "in/pages", "--to", "markdown"];
    assert_eq!(scheda(&host, &args), Exit::Done);
    assert_eq!(scheda(&host, &args), Exit::Done);
    assert!(host.stderr().contains("1 file left out: output of an earlier run"), "{}", host.stderr());
    assert!(host.stderr().contains("1 file is the same as the last time: left alone"), "{}", host.stderr());
}

#[test]
fn what_is_unchanged_is_not_read_again() {
    let host =
        Memory::with(&[("in/a.txt", "sheet a\n"), ("in/b.txt", "sheet b\nodd\n"), ("in/c.txt", "sheet c\nbad\n")]);
    assert_eq!(scheda(&host, &CONVERT), Exit::Done);
    host.put("in/a.txt", "sheet a\nmore\n");
    assert_eq!(scheda(&host, &CONVERT), Exit::Done);
    // One has changed, and one has an error that must not be forgotten.
    let said = host.stderr();
    assert!(said.contains("2 records from 2 files") && said.contains("1 file is the same"), "{said}");
    host.files.borrow_mut().remove(std::path::Path::new("out/b.yaml"));
    assert_eq!(scheda(&host, &CONVERT), Exit::Done);
    assert!(host.get("out/b.yaml").is_some());
    assert_eq!(scheda(&host, &[&CONVERT[..], &["--contacts", "none"]].concat()), Exit::Done);
    assert!(host.stderr().contains("3 records from 3 files"), "{}", host.stderr());
}

#[test]
fn what_holds_no_sheet_is_said_each_time() {
    let host = Memory::with(&[("in/a.txt", "sheet a\n"), ("prose.txt", "nothing\n")]);
    for _ in 0..2 {
        assert_eq!(scheda(&host, &["convert", "in", "prose.txt", "--out-dir", "out"]), Exit::Findings);
        assert!(host.stderr().contains("prose.txt"), "{}", host.stderr());
    }
}

#[test]
fn a_record_keeps_its_id_when_its_title_is_corrected() {
    let host = Memory::with(&[("in/a.txt", "sheet orto\n\nsheet parco\n"), ("in/b.txt", "sheet lago\n")]);
    scheda(&host, &CONVERT);
    host.put("in/a.txt", "sheet orti\n\nsheet parco\n");
    // Whoever comes first must not take a name that another has.
    host.put("in/0.txt", "sheet lago\n");
    assert_eq!(scheda(&host, &CONVERT), Exit::Done);
    assert!(host.get("out/orto.yaml").unwrap().contains("title: orti"), "{:?}", host.names("out"));
    assert!(host.get("out/lago.yaml").unwrap().contains("title: lago"));
    let lakes = host.names("out").into_iter().filter(|name| name.starts_with("out/lago-")).count();
    assert_eq!((lakes, host.get("out/orti.yaml")), (1, None));
}

#[test]
fn a_run_that_was_stopped_is_taken_up() {
    let host = host();
    scheda(&host, &CONVERT);
    let manifest = host.get("out/.scheda-manifest.json").unwrap();
    host.put("in/a.txt", "sheet orti\nmore\n");
    scheda(&host, &CONVERT);
    // It wrote the file and came no further.
    let written = host.get("out/orti.yaml").unwrap();
    let line = format!("[\"orti.yaml\",\"{}\"]\n[\"torn", scheda::practice::sha256(written.as_bytes()));
    host.put("out/.scheda-manifest.json", &manifest);
    host.put("out/.scheda-manifest.json.journal", &line);
    host.put("in/a.txt", "sheet orti\nand more\n");
    assert_eq!(scheda(&host, &CONVERT), Exit::Done, "{}", host.stderr());
    assert!(host.get("out/.scheda-manifest.json.journal").is_none());
}

#[test]
fn a_document_is_not_overwritten_even_by_force() {
    let host = Memory::with(&[("in/orti.md", "sheet orti\n")]);
    let args = ["convert", "in/orti.md", "--out-dir", "in", "--to", "markdown", "--force"];
    assert_eq!(scheda(&host, &args), Exit::CouldNot);
    assert_eq!(host.get("in/orti.md").unwrap(), "sheet orti\n");
}

#[test]
fn an_id_does_not_lead_out_of_the_folder() {
    let host = Memory::with(&[("in/a.txt", "sheet ../../x/y\n")]);
    assert_eq!(scheda(&host, &CONVERT), Exit::Done);
    assert!(host.names("out").contains(&"out/------x-y.yaml".into()), "{:?}", host.names(""));
}

#[test]
fn what_cannot_be_written_is_named() {
    let host = host();
    host.disk_fails.set(Some(ErrorKind::StorageFull));
    assert_eq!(scheda(&host, &CONVERT), Exit::CouldNot);
    assert!(host.stderr().contains("cannot write out/orti.yaml: the disk is full"), "{}", host.stderr());
    assert_eq!(host.names("out"), ["out/.scheda-manifest.json.journal"]);
    host.put("file", "x");
    assert_eq!(scheda(&host, &["convert", "in", "--out-dir", "file"]), Exit::CouldNot);
    assert!(host.stderr().contains("file: it is a file, not a folder"), "{}", host.stderr());
}

#[test]
fn a_broken_manifest_is_not_guessed_at() {
    let host = host();
    host.put("out/.scheda-manifest.json", "{");
    assert_eq!(scheda(&host, &CONVERT), Exit::CouldNot);
    assert!(host.stderr().contains("out/.scheda-manifest.json; delete it"), "{}", host.stderr());
}

#[test]
fn usage_that_makes_no_sense_is_refused() {
    let host = host();
    for more in [&["--to", "ndjson"][..], &["-o", "x.json"]] {
        assert_eq!(scheda(&host, &[&CONVERT[..], more].concat()), Exit::CouldNot);
    }
    assert_eq!(scheda(&host, &["convert", "in", "--force"]), Exit::CouldNot);
}
