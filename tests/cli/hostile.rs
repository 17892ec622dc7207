//! Records that cannot be read, as people meet them: what is said, how the run ends, and that no file changes.

use std::fs;
use std::path::Path;

use super::{check, command, folder, scheda};

const NEWER: [(&str, &str); 3] = [
    ("a.yaml", "schema: 2\nid: gardens\ntitle:   Gardens \nstart: 12 April 2019\n"),
    ("a.json", "{\"schema\": 2, \"id\": \"gardens\", \"title\": \"Gardens\"}\n"),
    ("a.ndjson", "{\"schema\": 2, \"id\": \"gardens\"}\n"),
];
const GOOD: &str = "schema: 1\nid: desk\ntitle: Desk\ndescription: A desk.\n";

fn stdout(folder: &Path, args: &[&str]) -> String {
    String::from_utf8(scheda(folder, args).stdout).unwrap()
}

#[test]
fn a_record_of_a_newer_schema_is_one_error() {
    for (name, text) in NEWER {
        let folder = folder(&[(name, text.as_bytes())]);
        let output = scheda(folder.path(), &["validate", name, "--info", "--format", "concise"]);
        let found = String::from_utf8(output.stdout.clone()).unwrap();
        assert_eq!((output.status.code(), found.lines().count()), (Some(1), 1), "{found}");
        assert!(found.contains("error[newer-schema]"), "{found}");
        check(&scheda(folder.path(), &["convert", name, "-o", "out.json"]), 1, "error[newer-schema]");
        check(&scheda(folder.path(), &["convert", name, "--out-dir", "out"]), 1, "error[newer-schema]");
        fs::write(folder.path().join("good.yaml"), GOOD).unwrap();
        check(&scheda(folder.path(), &["convert", ".", "--out-dir", "both"]), 1, "error[newer-schema]");
        let written = |path: &Path| {
            fs::read_dir(path)
                .map_or(0, |entries| entries.flatten().filter(|it| it.file_name() == "gardens.yaml").count())
        };
        assert_eq!(written(&folder.path().join("out")), 0, "{name}");
        assert!(!fs::read_to_string(folder.path().join("out.json")).unwrap_or_default().contains("Gardens"), "{name}");
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), text);
    }
}

#[test]
fn a_record_of_a_newer_schema_is_not_repaired() {
    let (name, text) = NEWER[0];
    let folder = folder(&[(name, text.as_bytes()), ("b.yaml", format!("{GOOD}start: 12 April 2019\n").as_bytes())]);
    for args in [&["fix", "."][..], &["fix", ".", "--diff"], &["fix", name]] {
        check(&scheda(folder.path(), args), 1, "error[newer-schema]");
        assert_eq!(fs::read_to_string(folder.path().join(name)).unwrap(), text);
    }
    // The file beside it is.
    assert!(fs::read_to_string(folder.path().join("b.yaml")).unwrap().contains("start: \"2019-04-12\"\n"));
}

#[test]
fn a_newer_record_hides_none_beside_it() {
    let folder = folder(&[("a.yaml", format!("schema: 9\ntitle: Gardens\n---\n{GOOD}").as_bytes())]);
    let output = scheda(folder.path(), &["convert", "a.yaml", "--to", "ndjson"]);
    check(&output, 1, "error[newer-schema]");
    let records = String::from_utf8(output.stdout).unwrap();
    assert!(records.lines().count() == 1 && records.contains("\"id\":\"desk\""), "{records}");
}

#[test]
fn a_broken_file_is_not_repaired_and_says_why() {
    let text = format!("{GOOD}location: a: b\n");
    let folder = folder(&[("a.yaml", text.as_bytes())]);
    check(&scheda(folder.path(), &["fix", "."]), 1, "error[broken-data]");
    assert_eq!(fs::read_to_string(folder.path().join("a.yaml")).unwrap(), text);
}

#[test]
fn standard_input_comes_out_repaired_or_as_it_was() {
    for (text, code) in [
        (GOOD.to_owned(), 0),
        (format!("{GOOD}location: a: b\n"), 1),
        (NEWER[0].1.to_owned(), 1),
        ("other: data  \n".to_owned(), 0),
    ] {
        let folder = folder(&[("in", text.as_bytes())]);
        let input = fs::File::open(folder.path().join("in")).unwrap();
        let output = command(folder.path(), &["fix", "-"]).stdin(input).output().unwrap();
        check(&output, code, "");
        assert_eq!(String::from_utf8(output.stdout).unwrap(), text);
    }
}

#[cfg(unix)]
#[test]
fn a_loop_of_links_is_walked_once() {
    let folder = folder(&[("r/a.yaml", GOOD.as_bytes()), ("r/deep/b.yaml", GOOD.replace("desk", "b").as_bytes())]);
    let link = |to: &str, from: &str| std::os::unix::fs::symlink(to, folder.path().join(from)).unwrap();
    link("..", "r/deep/up");
    link("loop", "r/loop");
    let output = scheda(folder.path(), &["validate", "r", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(report["summary"]["sheets"], 2, "{report}");
    let said = String::from_utf8_lossy(&output.stderr);
    // A link that leads to itself is no file: that is said.
    assert!(said.contains("r/loop"), "{said}");
    assert_eq!(output.status.code(), Some(2), "{said}");
}

/// A sparse file: it takes no room, and is not read.
#[test]
fn a_record_over_the_limit_is_refused_unread() {
    let folder = folder(&[("good.yaml", GOOD.as_bytes())]);
    let file = fs::File::create(folder.path().join("huge.yaml")).unwrap();
    file.set_len(300 << 20).unwrap();
    for args in [&["validate", "."][..], &["convert", ".", "--to", "ndjson"], &["fix", "."]] {
        check(
            &scheda(folder.path(), args),
            2,
            "huge.yaml: it is larger than the limit of 256 MiB; split it into smaller files",
        );
    }
    assert!(stdout(folder.path(), &["convert", ".", "--to", "ndjson"]).contains("\"id\":\"desk\""));
}
