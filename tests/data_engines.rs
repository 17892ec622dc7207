//! DuckDB and pandas read the NDJSON and the CSV that are made of the seeds, and the queries of README.md give what the records say.
//!
//! `DATA_PYTHON` says which Python has both packages; without it `python3` is asked, and where they are missing nothing is tested.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use scheda::practice::BestPractice;
use serde_json::{Value, json};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// Where the queries stand in README.md, and how many there are: each engine over each file.
const HEADING: &str = "Records into DuckDB or pandas";
const QUERIES: [&str; 4] = ["sql", "sql", "python", "python"];
/// A practice without a contact in a country whose code some readers take for no value.
const WELLS: &str = "BEST PRACTICE SUMMARY SHEET\nINSTITUTION: Town of Sample\nBEST PRACTICE'S SUBJECT: Wells\n\
    BEST PRACTICE'S DESCRIPTION: Wells are dug.\nIMPLEMENTATION CONTEXT AND TERRITORY: Windhoek, Namibia\n";

/// A Python with DuckDB and pandas.
fn python() -> Option<PathBuf> {
    let told = std::env::var_os("DATA_PYTHON").map(PathBuf::from);
    let python = told.clone().unwrap_or_else(|| "python3".into());
    let output = Command::new(&python).args(["-c", "import duckdb, pandas"]).output();
    let has_both = output.is_ok_and(|output| output.status.success());
    assert!(has_both || told.is_none(), "DATA_PYTHON has no DuckDB or no pandas: {}", python.display());
    if !has_both {
        eprintln!("SKIPPED: no DuckDB and pandas here, so nobody has queried our records (pip install duckdb pandas)");
    }
    has_both.then_some(python)
}

#[track_caller]
fn done(mut command: Command) -> Output {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// A folder with the records of the seeds and of one more sheet, under the names that README.md uses.
fn practices() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("wells.txt"), WELLS).unwrap();
    for name in ["practices.ndjson", "practices.csv"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_scheda"));
        command.current_dir(&folder).arg("convert").arg(Path::new(ROOT).join("seeds"));
        command.args(["wells.txt", "-o", name, "--quiet"]);
        done(command);
    }
    folder
}

/// The records as they were written, read by the types that wrote them.
fn records(folder: &Path) -> Vec<BestPractice> {
    let text = fs::read_to_string(folder.join("practices.ndjson")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What the engines make of the files.
fn engines(python: &Path, folder: &Path) -> Value {
    let mut command = Command::new(python);
    command.current_dir(folder).arg(Path::new(ROOT).join("tests/data_engines.py"));
    command.arg(Path::new(ROOT).join("README.md")).arg(HEADING);
    serde_json::from_slice(&done(command).stdout).unwrap()
}

/// Practices without a contact, by country; those of none are under `none`.
fn without_a_contact(records: &[BestPractice]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for record in records.iter().filter(|record| record.contacts.is_empty()) {
        let countries = record.derived.as_ref().map(|derived| derived.countries.clone()).unwrap_or_default();
        let countries = if countries.is_empty() { vec!["none".to_owned()] } else { countries };
        countries.into_iter().for_each(|country| *counts.entry(country).or_default() += 1);
    }
    counts
}

#[test]
fn duckdb_and_pandas_agree_with_the_records() {
    let Some(python) = python() else { return };
    let folder = practices();
    let records = records(folder.path());
    let found = engines(&python, folder.path());

    let counts = without_a_contact(&records);
    assert!(counts["NA"] == 1 && counts["none"] > 0 && counts.len() > 2, "{counts:?}");
    assert_eq!(found["queries"], json!(QUERIES.map(|kind| json!([kind, counts]))));

    let rows: Vec<_> = records.iter().map(|record| json!([record.id, record.title, record.description])).collect();
    assert_eq!(rows.len(), 17);
    for name in ["duckdb ndjson", "duckdb csv", "pandas ndjson", "pandas csv"] {
        assert_eq!(found["rows"][name], json!(rows), "{name}");
    }
}
