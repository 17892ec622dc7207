//! A run that is killed at any moment leaves whole files alone, and the next one completes the rest.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How often a run is killed.
const KILLS: usize = 100;
/// How many files it writes.
const SHEETS: usize = 40;

#[test]
fn what_is_written_is_whole_and_the_next_run_completes_it() {
    let scratch = tempfile::tempdir().unwrap();
    let [sheets, out, whole] = ["sheets", "out", "whole"].map(|name| scratch.path().join(name));
    fs::create_dir_all(&sheets).unwrap();
    let mut in_the_middle = 0;
    for kill in 0..KILLS {
        write_sheets(&sheets, kill);
        assert!(convert(&sheets, &whole).wait().unwrap().success());
        let expected = files(&whole);
        let before = files(&out);
        let mut run = convert(&sheets, &out);
        // Never the same place: from the first file to the last but one.
        wait_for(&out, &expected, 1 + kill * 7 % (SHEETS - 1), &mut run);
        stop(&mut run, kill);
        let (left, mut done) = (files(&out), 0);
        for (name, content) in &left {
            let is_new = expected.get(name) == Some(content);
            done += usize::from(is_new);
            assert!(is_new || before.get(name) == Some(content), "kill {kill}: {name} is torn");
        }
        in_the_middle += usize::from(done > 0 && done < expected.len());
        assert!(convert(&sheets, &out).wait().unwrap().success(), "kill {kill}");
        assert_eq!(files(&out), expected, "kill {kill}");
        assert!(drafts(&out).is_empty(), "kill {kill}: {:?}", drafts(&out));
    }
    assert!(in_the_middle * 2 >= KILLS, "only {in_the_middle} of {KILLS} runs were killed in the middle");
}

/// Sheets of which each has changed since the last round.
fn write_sheets(folder: &Path, round: usize) {
    for number in 0..SHEETS {
        let text = format!(
            "# Garden {number}\n\nTitle: Garden {number}\nLead organisation: Town of Sample\nDescription: Round {round} of the \
             shared garden {number}.\nResults: {round} plots are in use.\n"
        );
        fs::write(folder.join(format!("{number:03}.txt")), text).unwrap();
    }
}

fn convert(sheets: &Path, out: &Path) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scheda"));
    command.arg("convert").arg(sheets).arg("--out-dir").arg(out).args(["--quiet", "--jobs", "1"]);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// Waits until so many files are as they are to be.
fn wait_for(out: &Path, expected: &BTreeMap<String, Vec<u8>>, number: usize, run: &mut Child) {
    let until = Instant::now() + Duration::from_secs(60);
    let is_new = |(name, content): (&String, &Vec<u8>)| fs::read(out.join(name)).is_ok_and(|found| found == *content);
    while Instant::now() < until && run.try_wait().unwrap().is_none() {
        if expected.iter().filter(|file| is_new(*file)).count() >= number {
            return;
        }
    }
}

/// Kills a run: every second time as a person does, with an interrupt.
fn stop(run: &mut Child, kill: usize) {
    if kill.is_multiple_of(2) {
        Command::new("kill").args(["-INT", &run.id().to_string()]).status().unwrap();
    } else {
        run.kill().ok();
    }
    run.wait().unwrap();
}

/// The files that people see, but for the schema.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let named = names(folder).into_iter().filter(|name| name.ends_with(".yaml"));
    named
        .filter(|name| !name.starts_with('.'))
        .map(|name| (name.clone(), fs::read(folder.join(name)).unwrap()))
        .collect()
}

fn drafts(folder: &Path) -> Vec<String> {
    names(folder).into_iter().filter(|name| name.ends_with(".tmp")).collect()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}
