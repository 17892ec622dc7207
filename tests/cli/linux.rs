//! What only the real file system can show.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};

use super::{check, command, folder, scheda, seeds};

#[test]
fn a_full_disk_is_named() {
    let folder = folder(&[]);
    let full = File::options().write(true).open("/dev/full").unwrap();
    let output = command(folder.path(), &["schema"]).stdout(full).output().unwrap();
    check(&output, 2, "cannot write the output: the disk is full");
}

#[test]
fn loops_of_links_end() {
    let folder = folder(&[("in/a.txt", b"")]);
    symlink(folder.path().join("in"), folder.path().join("in/again")).unwrap();
    check(&scheda(folder.path(), &["convert", "in"]), 1, "its one document holds none");
}

#[test]
fn a_link_to_nothing_is_named() {
    let folder = folder(&[("in/a.txt", b"")]);
    symlink("nowhere.txt", folder.path().join("in/link.txt")).unwrap();
    check(&scheda(folder.path(), &["convert", "in"]), 2, "in/link.txt");
}

#[test]
fn names_in_any_bytes_are_shown_without_commanding_the_terminal() {
    let folder = folder(&[]);
    let name = OsStr::from_bytes(b"caf\xe9\x1b[31m.txt");
    fs::write(folder.path().join(name), "").unwrap();
    let output = command(folder.path(), &["convert"]).arg(name).output().unwrap();
    check(&output, 1, "caf\u{fffd}\\u{1b}[31m.txt");
    assert!(!output.stderr.contains(&0x1b));
}

#[test]
fn a_stream_is_read_like_a_file() {
    check(&scheda(folder(&[]).path(), &["convert", "/dev/null"]), 1, "no good-practice sheet found");
}

#[test]
fn a_read_only_file_is_not_replaced() {
    let folder = folder(&[("p.json", b"old")]);
    let file = folder.path().join("p.json");
    fs::set_permissions(&file, PermissionsExt::from_mode(0o444)).unwrap();
    let output = scheda(folder.path(), &["convert", &seeds(), "-o", "p.json"]);
    check(&output, 2, "cannot write p.json: the file is read-only");
    assert_eq!(fs::read_to_string(file).unwrap(), "old");
}
