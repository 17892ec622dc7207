//! Writing to the real file system.

use std::fs;
use std::os::unix::fs::{FileTypeExt, PermissionsExt, symlink};
use std::path::Path;

use tempfile::TempDir;

use super::{Exit, read};
use crate::cli::System;

fn convert(folder: &TempDir, option: &str, output: &str) -> Exit {
    let sheets = folder.path().join("sheets.txt");
    fs::write(&sheets, "sheet orti\n\nsheet bosco\n").unwrap();
    let output = folder.path().join(output);
    let args = ["scheda", "convert", "--quiet"].map(Into::into);
    let args = args.into_iter().chain([sheets.into(), option.into(), output.into()]);
    crate::cli::run(args, &System, read)
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.collect();
    names.sort();
    names
}

#[test]
fn a_new_file_has_the_mode_of_any_other_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(convert(&folder, "-o", "p.json"), Exit::Done);
    assert_eq!(mode(&folder.path().join("p.json")), mode(&folder.path().join("sheets.txt")));
    assert_eq!(names(folder.path()), ["p.json", "sheets.txt"]);
}

#[test]
fn links_are_written_through_and_modes_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real.json"), folder.path().join("link.json"));
    fs::write(&real, "old").unwrap();
    fs::set_permissions(&real, PermissionsExt::from_mode(0o640)).unwrap();
    symlink("real.json", &link).unwrap();
    assert_eq!(convert(&folder, "-o", "link.json"), Exit::Done);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&real).unwrap().starts_with("[\n"));
    assert_eq!(mode(&real), 0o640);
}

#[test]
fn a_link_in_a_folder_of_records_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real.yaml"), folder.path().join("out/orti.yaml"));
    fs::write(&real, "old").unwrap();
    fs::create_dir(folder.path().join("out")).unwrap();
    symlink("../real.yaml", &link).unwrap();
    assert_eq!(convert(&folder, "--out-dir", "out"), Exit::CouldNot);
    let sheets = folder.path().join("sheets.txt");
    let args = ["scheda", "convert", "--quiet", "--force"].map(Into::into).into_iter();
    let args = args.chain([sheets.into(), "--out-dir".into(), folder.path().join("out").into()]);
    assert_eq!(crate::cli::run(args, &System, read), Exit::Done);
    assert_eq!(fs::read_to_string(&real).unwrap(), "old");
    assert!(!fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&link).unwrap().contains("orti"));
}

#[test]
fn a_device_is_written_and_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    symlink("/dev/null", folder.path().join("null.json")).unwrap();
    symlink("/dev/full", folder.path().join("full.json")).unwrap();
    assert_eq!(convert(&folder, "-o", "null.json"), Exit::Done);
    assert_eq!(convert(&folder, "-o", "full.json"), Exit::CouldNot);
    for device in ["/dev/null", "/dev/full"] {
        assert!(fs::metadata(device).unwrap().file_type().is_char_device());
    }
}

#[test]
fn writing_into_a_folder_again_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a/b");
    assert_eq!(convert(&folder, "--out-dir", "a/b"), Exit::Done);
    let expected = [".scheda-manifest.json", "best-practice.schema.json", "bosco.yaml", "orti.yaml"];
    assert_eq!(names(&out), expected);
    let written = fs::metadata(out.join("orti.yaml")).unwrap().modified().unwrap();
    assert_eq!(convert(&folder, "--out-dir", "a/b"), Exit::Done);
    assert_eq!(names(&out), expected);
    assert_eq!(fs::metadata(out.join("orti.yaml")).unwrap().modified().unwrap(), written);
}
