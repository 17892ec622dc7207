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
    assert!(host.stderr().contains("1 record from 1 file"), "{}", host.stderr());
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
    assert_eq!(host.names("out"), Vec::<String>::new());
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
