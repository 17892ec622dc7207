//! `inspect --explain`

use serde_json::Value;

use super::{check, folder, scheda};

/// What is said of a document, line by line.
fn explained(text: &str) -> Vec<String> {
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let output = scheda(folder.path(), &["inspect", "a.txt", "--explain"]);
    let stdout = String::from_utf8(output.stdout).unwrap();
    stdout.lines().map(|line| line.trim().to_owned()).collect()
}

#[track_caller]
fn says(lines: &[String], expected: &str) {
    assert!(lines.iter().any(|line| line.starts_with(expected)), "{expected}\n{}", lines.join("\n"));
}

const FORM: &str = "\
Title: Shared gardens
The description: Forty plots.
Funding ( max. 50 words ): The town.
Contact person: Lucia Bianchi
Organisation: Il Melograno
Tel.: 0574 123456
Main outcomes of the project: Plots in use.
- Objectives: To grow.
Obiettivi / Objectives: To eat.
targetGroups: Families
Titolo / Results: Nine plots.
WORK IN HAND
\u{201c}Impact\u{201d}
Beneficiariess: Neighbours.
Meetings were held. objectives: none.
BEST PRACTICE SUMMARY SHEET
";

#[test]
fn each_label_has_its_reason() {
    let lines = explained(FORM);
    for line in [
        "template savoir-faire: not chosen: 1 label of it, and it needs 3",
        "template generic: chosen",
        "starts there: it is the first line with content, and the document has no start mark",
        "line 1  Title  → title: exact wording of generic (vocabulary.yaml:",
        "line 2  The description  → description: without its article: “description” of generic (vocabulary.yaml:",
        "line 3  Funding ( max. 50 words )  → funding: without its brackets: “funding” of generic",
        "line 4  Contact person  → contacts: exact wording of generic",
        "line 5  Organisation  → text of contacts: it names a part of the contact above it",
        "line 6  Tel.  → text of contacts: known inside a contact only",
        "line 7  Main outcomes of the project  → results: without the words around it: “",
        "line 8  Objectives  → text of results: it stands in a list; give it a line of its own",
        "line 9  Obiettivi / Objectives  → objectives: one side of its slash or dash: “obiettivi” of generic",
        "line 10  targetGroups  → target_groups: as the words of a key: “target groups” of generic",
        "line 11  Titolo / Results  → unmapped: nobody knows it, but it is written as the labels of this form are",
        "line 12  WORK IN HAND  → text: no wording of generic is like it; if it is a label, add it",
        "line 13  “Impact”  → impact: without its quotation marks: “impact” of generic",
        "line 14  Beneficiariess  → unmapped: nobody knows it, but it is written as the labels of this form are",
        "line 15  objectives  → text: it begins with a small letter; begin it with a capital",
        "line 16  BEST PRACTICE SUMMARY SHEET  → text: known to the template savoir-faire only; read the",
        "line 16  BEST PRACTICE SUMMARY SHEET  → starts no sheet: no label of its template stands behind it",
    ] {
        says(&lines, line);
    }
}

#[test]
fn a_family_knows_its_own_labels() {
    let lines = explained(
        "BEST PRACTICE SUMMARY SHEET\nBEST PRACTICE'S SUBJECT: Gardens\nRESULTZ: Many.\nObjectives: To grow.\n\
        It works. Results: good. RESULTS: 38 plots.\n",
    );
    for line in [
        "starts there: “BEST PRACTICE SUMMARY SHEET” in line 1 is a start mark",
        "read by savoir-faire: the start mark is its own, with 1 label behind it",
        "line 1  BEST PRACTICE SUMMARY SHEET  → heading: exact wording of savoir-faire",
        "line 2  BEST PRACTICE'S SUBJECT  → title: exact wording of savoir-faire (templates/savoir-faire.yaml:17)",
        "line 3  RESULTZ  → text of title: no wording of savoir-faire; the nearest is “RESULTS”",
        "line 4  Objectives  → text of title: known to the template generic only",
        "line 5  Results  → text of title: the template writes it in capitals; write it so",
        "line 5  RESULTS  → results: exact wording of savoir-faire",
    ] {
        says(&lines, line);
    }
}

#[test]
fn headings_rows_and_titles_have_their_reasons() {
    let page = explained(
        "# Results\n\nMany plots.\n\nObjectives: To grow.\n\n# Under the lime\n\nIt began.\n\n# Impact\n\nGreat.\n",
    );
    says(
        &page,
        "line 5  Objectives  → text of results: it stands inside the text below a heading; make it a heading, too",
    );
    says(&page, "line 7  Under the lime  → section: no wording of generic is like it");
    let table = explained("Title\tResults\tColour\nGardens\tMany\tGreen\n");
    says(&table, "starts there: it is a row of the table whose labels stand in line 1");
    says(&table, "line 1  Colour  → unmapped: no wording of generic is like it");
    let sheets = explained(&"Title: Gardens\nResults: Many.\nObjectives: To grow.\n\n".repeat(2));
    says(&sheets, "starts there: each practice begins with its title, and here is “Title: Gardens” in line 5");
}

#[test]
fn json_has_the_reasons_with_offsets() {
    let folder = folder(&[("a.txt", FORM.as_bytes())]);
    let explanation = |args: &[&str]| {
        let output = scheda(folder.path(), &[&["inspect", "a.txt", "--format", "json"], args].concat());
        check(&output, 0, "");
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["explanation"].take()
    };
    assert_eq!(explanation(&[]), Value::Null, "nobody asked");
    let explanation = explanation(&["--explain"]);
    let labels = explanation["sheets"][0]["labels"].as_array().unwrap();
    let part = labels.iter().find(|label| label["line"] == 5).unwrap();
    assert_eq!((&part["went"], &part["field"]), (&"text".into(), &"contacts".into()));
    let place = |key: &str| usize::try_from(part[key].as_u64().unwrap()).unwrap();
    assert_eq!(&FORM[place("start")..place("end")], "Organisation");
    assert_eq!(explanation["templates"][4]["why"], "chosen");
}

#[test]
fn a_text_without_a_sheet_says_what_it_lacks() {
    let lines = explained("Dear Anna,\nthe results: good.\n");
    says(&lines, "template generic: not chosen: ");
}

#[test]
fn labels_by_their_style_keys_and_groups_have_their_reasons() {
    let form = explained(
        "Title: Gardens\nLocation: Prato\nResults: Many.\nPlot sizing: Small.\nDescriptiom: Forty plots.\n\
        Main activities of last year: Digging.\n",
    );
    says(&form, "line 4  Plot sizing  → unmapped: nobody knows it, but it is written as the labels of this form are");
    says(
        &form,
        "line 5  Descriptiom  → description: written as the labels of this form are, and one letter off: “description”",
    );
    let data = explained("{\"title\": \"Gardens\", \"location\": \"Prato\", \"contact\": {\"name\": \"Ada Rossi\"}}\n");
    says(&data, "line 1  location  → location: exact wording of generic");
    says(&data, "line 1  name  → text of contacts: it is a key inside the value above it");
    let group = |name: &str| format!("Partner organisation: {name}\nCountry: Italy\n");
    let groups = explained(&format!("Title: Gardens\nDescription: Plots.\n{}{}", group("Town"), group("Club")));
    says(&groups, "line 4  Country  → unmapped: each time it stands behind the same label of a list");
    let shown = "Objectives: Shade.\nResults: Cool streets.\n";
    let twice = explained(&format!("Title: Gardens\nDescription: Plots.\n{}", shown.repeat(2)));
    says(&twice, "line 5  Objectives  → text: the same label has the same value above");
}
