//! Which documents are read, and what is said of the others.

use super::{Exit, Memory, scheda};

#[test]
fn a_folder_is_read_in_order_and_what_is_passed_over_is_counted() {
    let host = Memory::with(&[
        ("in/b.txt", "sheet b\n"),
        ("in/a/z.MD", "sheet z\n"),
        ("in/c.pptx", ""),
        ("in/d.PPTX", ""),
        ("in/e.jpg", ""),
        ("in/README", ""),
        ("in/.hidden.txt", "sheet hidden\n"),
    ]);
    assert_eq!(scheda(&host, &["convert", "in", "--to", "ndjson"]), Exit::Done);
    let ids: Vec<_> = host.stdout().lines().map(|line| line.contains(r#""id":"z""#)).collect();
    assert_eq!(ids, [true, false]);
    assert!(host.stderr().contains("2 .pptx, 1 .jpg, 1 without an ending: not read yet"), "{}", host.stderr());
}

#[test]
fn a_named_file_is_read_whatever_its_ending() {
    let host = Memory::with(&[("sheet.data", "sheet a\n")]);
    assert_eq!(scheda(&host, &["convert", "sheet.data"]), Exit::Done);
}

#[test]
fn standard_input_is_a_document() {
    let mut host = Memory::default();
    host.stdin = b"sheet a\n".to_vec();
    assert_eq!(scheda(&host, &["convert", "-"]), Exit::Done);
    host.stdin.clear();
    assert_eq!(scheda(&host, &["convert", "-"]), Exit::Findings);
    assert!(host.stderr().contains("<stdin>"), "{}", host.stderr());
}

#[test]
fn a_file_without_a_sheet_is_an_error_if_named_and_a_warning_if_met() {
    let host = Memory::with(&[("in/a.txt", "sheet a\n"), ("in/b.txt", "  \n")]);
    assert_eq!(scheda(&host, &["convert", "in/b.txt"]), Exit::Findings);
    assert!(host.stderr().contains("error[no-sheet]") && host.stderr().contains("looked for “sheet …”"));
    assert_eq!(scheda(&host, &["convert", "in"]), Exit::Done);
    assert!(host.stderr().contains("warning[no-sheet]"), "{}", host.stderr());
}

#[test]
fn a_folder_without_a_sheet_says_so() {
    let host = Memory::with(&[("in/a.pptx", ""), ("broken/a.docx", ""), ("prose/a.txt", "x"), ("prose/b.txt", "y")]);
    assert_eq!(scheda(&host, &["convert", "in"]), Exit::Findings);
    assert!(host.stderr().contains("in the folder in: it has no file that is read"), "{}", host.stderr());
    assert_eq!(scheda(&host, &["convert", "broken"]), Exit::CouldNot);
    assert!(host.stderr().contains("in the folder broken: none of its files could be read"), "{}", host.stderr());
    assert_eq!(scheda(&host, &["validate", "prose"]), Exit::Findings);
    assert!(host.stderr().contains("none of its 2 documents holds one"), "{}", host.stderr());
}

#[test]
fn one_bad_file_does_not_stop_the_others_and_two_beats_one() {
    let host = Memory::with(&[("empty.txt", ""), ("bin.txt", "abcdefgh\0\0"), ("a.txt", "sheet a\n")]);
    let args = ["convert", "empty.txt", "bin.txt", "gone.txt", "a.txt", "--to", "ndjson"];
    assert_eq!(scheda(&host, &args), Exit::CouldNot);
    assert_eq!(host.stdout().lines().count(), 1);
    let said = host.stderr();
    assert!(said.contains("cannot read bin.txt: not a text file (binary data)"), "{said}");
    assert!(said.contains("cannot read gone.txt: there is no such file"), "{said}");
    assert!(said.contains("2 paths could not be read"), "{said}");
}

#[test]
fn a_file_over_the_limit_is_not_opened() {
    let mut host = Memory::with(&[("big.json", "")]);
    host.sizes.insert("big.json".into(), (256 << 20) + 1);
    assert_eq!(scheda(&host, &["convert", "big.json"]), Exit::CouldNot);
    assert!(
        host.stderr().contains("cannot read big.json: it is larger than the limit of 256 MiB"),
        "{}",
        host.stderr()
    );
}

#[test]
fn names_do_not_command_the_terminal() {
    let host = Memory::with(&[("in/a\u{1b}[2J.txt", "sheet a\nbad\n"), ("in/x.\u{1b}c", "")]);
    for command in ["convert", "validate", "inspect"] {
        scheda(&host, &[command, "in/a\u{1b}[2J.txt", "\u{1b}[31mgone"]);
        scheda(&host, &[command, "in"]);
        assert!(!host.stderr().contains('\u{1b}'), "{:?}", host.stderr());
        assert!(!host.stdout().contains('\u{1b}') || command == "convert", "{:?}", host.stdout());
    }
}

#[test]
fn colour_is_for_terminals_and_as_the_user_wishes() {
    let coloured = |is_terminal, variables: &[(&'static str, &'static str)]| {
        let mut host = Memory::with(&[("a.txt", "sheet a\nbad\n")]);
        host.is_terminal = is_terminal;
        host.variables.extend(variables.iter().copied());
        scheda(&host, &["validate", "a.txt"]);
        host.stdout().contains('\u{1b}')
    };
    assert!(coloured(true, &[]));
    assert!(!coloured(false, &[]));
    assert!(!coloured(true, &[("NO_COLOR", "1")]));
    assert!(!coloured(true, &[("TERM", "dumb")]));
    assert!(coloured(false, &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn the_number_of_jobs_changes_nothing() {
    let texts: Vec<(String, String)> = (0..40)
        .map(|number| {
            (format!("in/{number}.txt"), format!("sheet s{}\n{}\n", number % 7, ["bad", "odd", "x"][number % 3]))
        })
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let host = Memory::with(&[&texts[..], &[("in/none.txt", "prose"), ("in/bin.txt", "ab\0\0")]].concat());
    for command in [&["convert", "in", "gone.txt", "--to", "ndjson"][..], &["validate", "in", "--format", "json"]] {
        let said = ["1", "2", "9"].map(|jobs| {
            let exit = scheda(&host, &[command, &["--jobs", jobs]].concat());
            (exit, host.stdout(), host.stderr())
        });
        assert!(said.iter().all(|other| *other == said[0]), "{said:?}");
    }
}

#[test]
fn a_faulty_configuration_stops_a_run_where_it_would_stop_one_job() {
    let host = Memory::with(&[
        ("/home/ada/a/1.txt", "sheet a\n"),
        ("/home/ada/b/scheda.yaml", "nonsense: 1\n"),
        ("/home/ada/b/2.txt", "sheet b\n"),
    ]);
    let said = ["1", "3"].map(|jobs| {
        let exit = scheda(&host, &["validate", "/home/ada/a", "/home/ada/b", "/home/ada/a", "--jobs", jobs]);
        (exit, host.stdout(), host.stderr())
    });
    assert_eq!(said[0].0, Exit::CouldNot);
    assert!(said[0].2.contains("nonsense") && said[0].2.contains("b/scheda.yaml must be mended first"), "{said:?}");
    assert_eq!(said[0], said[1]);
}

#[test]
fn documents_are_named_by_patterns_and_lists() {
    let mut host = Memory::with(&[("in/a.txt", "sheet a\n"), ("in/b/c.text", "sheet c\n"), ("in/d.md", "sheet d\n")]);
    let ids = |host: &Memory| {
        host.stdout().lines().map(|line| line.split('"').nth(5).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(scheda(&host, &["convert", "in/**/*.t*", "--to", "ndjson"]), Exit::Done);
    assert_eq!(ids(&host), ["a", "c"]);
    assert_eq!(scheda(&host, &["convert", "in/*.pdf"]), Exit::CouldNot);
    assert!(host.stderr().contains("cannot read in/*.pdf: no file matches"), "{}", host.stderr());
    host.stdin = b"in/d.md\n\nin/a.txt\n".to_vec();
    assert_eq!(scheda(&host, &["convert", "--files-from", "-", "--to", "ndjson"]), Exit::Done);
    assert_eq!(ids(&host), ["d", "a"]);
    assert_eq!(scheda(&host, &["convert"]), Exit::CouldNot);
    assert!(host.stderr().contains("name a file or a folder to read"), "{}", host.stderr());
}

#[test]
fn a_line_of_documents_is_answered_by_a_line() {
    let mut host = Memory::default();
    host.stdin = b"{\"name\":\"a.txt\",\"text\":\"sheet a\\nodd\\n\"}\nno\n{\"name\":\"b.txt\",\"base64\":\"c2hlZXQgYgpiYWQK\"}\n".to_vec();
    assert_eq!(scheda(&host, &["convert", "--framed"]), Exit::CouldNot);
    let said = host.stdout();
    let lines: Vec<serde_json::Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert_eq!((&lines[0]["records"][0]["id"], &lines[0]["warnings"]), (&"a".into(), &1.into()));
    assert!(lines[1]["error"].as_str().unwrap().contains("this line is no document"), "{said}");
    assert_eq!((&lines[2]["records"][0]["id"], &lines[2]["errors"]), (&"b".into(), &1.into()));
}

#[test]
fn templates_and_the_pages_of_a_catalogue_are_no_sheets() {
    let template =
        "name: gardens\nlabels:\n  - field: title\n    words: [Garden]\n  - field: description\n    words: [Story]\n";
    let host = Memory::with(&[
        ("in/a.txt", "sheet a\n"),
        ("in/scheda.yaml", "templates: forms\n"),
        ("in/forms/gardens.yaml", template),
    ]);
    assert_eq!(scheda(&host, &["catalogue", "in/a.txt", "--out-dir", "in/site"]), Exit::Done, "{}", host.stderr());
    assert_eq!(scheda(&host, &["convert", "in", "--to", "ndjson"]), Exit::Done, "{}", host.stderr());
    assert_eq!(host.stdout().lines().count(), 1, "{}", host.stdout());
    assert!(host.stderr().contains("left out: output of an earlier run"), "{}", host.stderr());
    // Who names the folder of the pages means them.
    scheda(&host, &["validate", "in/site"]);
    assert!(!host.stderr().contains("left out"), "{}", host.stderr());
}

#[test]
fn nothing_is_written_over_what_is_read() {
    let by_hand = "schema: 1\ntitle: By hand\ndescription: Nobody else has this.\n";
    let host = Memory::with(&[("in/a.txt", "sheet a\n"), ("in/b.yaml", by_hand)]);
    assert_eq!(scheda(&host, &["validate", "in", "--write-baseline", "in/a.txt"]), Exit::CouldNot);
    assert_eq!(host.get("in/a.txt").unwrap(), "sheet a\n");
    assert_eq!(scheda(&host, &["convert", "in", "-o", "in/b.yaml"]), Exit::CouldNot);
    assert!(host.stderr().contains("in/b.yaml: it is one of the documents to read"), "{}", host.stderr());
    assert_eq!(host.get("in/b.yaml").unwrap(), by_hand);
    // What an earlier run has made of sheets may be made anew.
    host.put("in/c.yaml", "---\nschema: 1\nid: a\ntitle: a\nsource:\n  file: in/a.txt\n  sheet: 1\n");
    assert_eq!(scheda(&host, &["convert", "in", "-o", "in/c.yaml"]), Exit::Done, "{}", host.stderr());
}
