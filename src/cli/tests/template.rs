//! `template`, and `--template` with a file

use super::{Exit, Memory, scheda};

const RIGHT: &str =
    "name: toys\ntitle: Toy sheets\nlabels:\n  title: [sheet]\n  results: [Fruits]\nasks_for: [results]\n";
const WRONG: &str = "name: Toys\ntitle: Toy sheets\nlabels:\n  titles: [sheet]\n  results: [Fruits, '']\n";

fn host() -> Memory {
    Memory::with(&[("toys.yaml", RIGHT), ("own/wrong.yaml", WRONG), ("broken.yml", "a: [b"), ("a.txt", "sheet a\n")])
}

#[test]
fn list_names_the_templates_and_where_they_are_from() {
    let host = host();
    assert_eq!(scheda(&host, &["template", "list"]), Exit::Done);
    assert!(host.stdout().starts_with("name ") && host.stdout().contains("built in"), "{}", host.stdout());
    assert_eq!(scheda(&host, &["template", "list", "toys.yaml"]), Exit::Done);
    assert!(host.stdout().lines().last().is_some_and(|line| line.contains("2  toys.yaml  Toy sheets")));
    assert_eq!(scheda(&host, &["template", "list", "toys.yaml", "--format", "json"]), Exit::Done);
    let list: serde_json::Value = serde_json::from_str(&host.stdout()).unwrap();
    let last = list.as_array().unwrap().last().unwrap();
    let expected = serde_json::json!(
        {"name": "toys", "title": "Toy sheets", "labels": 2, "built_in": false, "file": "toys.yaml"});
    assert_eq!((last, &list[0]["built_in"]), (&expected, &serde_json::Value::Bool(true)));
}

#[test]
fn show_prints_a_template_to_start_from() {
    let host = host();
    assert_eq!(scheda(&host, &["template", "show", "generic"]), Exit::Done);
    assert!(host.stdout().contains("\nname: generic\n"), "{}", host.stdout());
    assert_eq!(scheda(&host, &["template", "show", "nothing"]), Exit::CouldNot);
    assert!(host.stderr().contains("there is no template `nothing`; the templates are: "), "{}", host.stderr());
}

#[test]
fn check_shows_every_fault_with_its_place() {
    let host = host();
    assert_eq!(scheda(&host, &["template", "check", "own/wrong.yaml"]), Exit::Findings);
    for place in ["own/wrong.yaml:1:7", "own/wrong.yaml:4:3", "own/wrong.yaml:5:21"] {
        assert!(host.stdout().contains(place), "{place}: {}", host.stdout());
    }
    assert!(host.stdout().ends_with("own/wrong.yaml: 3 faults\n"), "{}", host.stdout());
    assert_eq!(scheda(&host, &["template", "check", "toys.yaml"]), Exit::Done);
    assert_eq!(host.stdout(), "toys.yaml: nothing wrong; 2 labels of 2 fields, 0 starts\n");
    assert_eq!(scheda(&host, &["template", "check", "broken.yml"]), Exit::Findings);
    assert_eq!(scheda(&host, &["template", "check", "gone.yaml"]), Exit::CouldNot);
    assert_eq!(scheda(&host, &["template", "check", "toys.yaml", "gone.txt"]), Exit::CouldNot);
}

#[test]
fn a_file_is_read_as_a_template_and_a_name_is_looked_up() {
    let host = host();
    for command in ["convert", "validate", "inspect"] {
        assert_eq!(scheda(&host, &[command, "a.txt", "--template", "toys.yaml"]), Exit::Done, "{}", host.stderr());
        assert_eq!(scheda(&host, &[command, "a.txt", "--template", "generic"]), Exit::Done);
        assert_eq!(scheda(&host, &[command, "a.txt", "--template", "toys"]), Exit::CouldNot);
        assert!(host.stderr().contains("there is no template `toys`"), "{}", host.stderr());
        assert_eq!(scheda(&host, &[command, "a.txt", "--template", "own/wrong.yaml"]), Exit::CouldNot);
        assert!(host.stderr().contains("own/wrong.yaml:4:3") && host.stdout().is_empty(), "{}", host.stderr());
        assert_eq!(scheda(&host, &[command, "a.txt", "--template", "./gone"]), Exit::CouldNot);
        assert!(host.stderr().contains("cannot read ./gone"), "{}", host.stderr());
    }
}

#[test]
fn the_schema_of_templates_is_printed() {
    let host = host();
    assert_eq!(scheda(&host, &["template", "schema"]), Exit::Done);
    assert!(host.stdout().contains("urn:scheda:template:1"));
}
