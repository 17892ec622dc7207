//! `inspect`

use super::{folder, scheda};

const SHEET: &str = "\
The shared garage

Employment | Malta | Last reviewed 2020 | Spring | Summer | Autumn

Title: The shared garage
Description: Neighbours repair bicycles together.
Contacts: ada@example.org
";

#[test]
fn what_stands_on_one_line_is_told_from_left_to_right() {
    let folder = folder(&[("a.txt", SHEET.as_bytes())]);
    let output = scheda(folder.path(), &["inspect", "a.txt"]);
    let stdout = String::from_utf8(output.stdout).unwrap();
    let told: Vec<&str> = stdout.lines().filter_map(|line| line.strip_prefix("  line 3: ")).collect();
    assert_eq!(told, ["Malta", "Last reviewed 2020", "Spring", "Summer", "Autumn"]);
}
