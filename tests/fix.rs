//! Repairs of records in YAML: what they change, what they leave, and that a second run finds nothing.

use proptest::prelude::*;
use scheda::fix::{Fixed, Repair, fix};
use scheda::schemas::Schemas;
use scheda::source::Source;

fn repair(text: &str) -> Option<Fixed> {
    fix(&Source::from_text("records.yaml", text), Schemas::builtin())
}

/// The text after its repair, which needs no second one.
#[track_caller]
fn repaired(text: &str) -> String {
    let fixed = repair(text).unwrap_or_else(|| panic!("nothing to repair: {text}")).text;
    assert_eq!(repair(&fixed), None, "{fixed}");
    fixed
}

const HEAD: &str = "schema: 1\ntitle: Gardens\ndescription: Shared gardens.\n";

#[test]
fn values_that_can_mean_one_thing_are_repaired() {
    for (wrong, right) in [
        ("start: 12 April 2019\n", "start: \"2019-04-12\"\n"),
        ("start: 12.04.2019\n", "start: \"2019-04-12\"\n"),
        ("start: 2019\n", "start: \"2019\"\n"),
        ("founded: '2017'\n", "founded: 2017\n"),
        ("founded: aprile 2017\n", "founded: 2017\n"),
        ("title: 1984\n", "title: \"1984\"\n"),
        ("keywords: [a, 12]\n", "keywords: [a, \"12\"]\n"),
        ("links:\n  - url: www.example.org/A # ours\n", "links:\n  - url: https://www.example.org/A # ours\n"),
        ("links:\n  - url: 'WWW.example.org'\n", "links:\n  - url: 'https://WWW.example.org'\n"),
        ("contacts:\n  - email: Ada.R@Example.ORG\n", "contacts:\n  - email: Ada.R@example.org\n"),
        ("locaton: Testford\n", "location: Testford\n"),
        ("contacts:\n  - emial: a@example.org\n", "contacts:\n  - email: a@example.org\n"),
        ("location: \" Test  ford\"\n", "location: \" Test  ford\"\n"),
        ("category: ' a  b'\n", "category: \"a b\"\n"),
    ] {
        let (head, wrong_text) = if wrong.starts_with("title") {
            ("schema: 1\n", wrong.to_owned() + "description: x\n")
        } else {
            (HEAD, wrong.to_owned())
        };
        let text = head.to_owned() + &wrong_text;
        let fixed = repair(&text).map_or(text.clone(), |fixed| fixed.text);
        assert!(fixed.contains(right), "{wrong}: {fixed}");
        assert_eq!(repair(&fixed), None, "{fixed}");
    }
}

#[test]
fn one_run_repairs_all_that_a_repair_uncovers() {
    for (wrong, right) in [
        ("schema: 1\ntitel: 2019\n", "schema: 1\ntitle: \"2019\"\n"),
        ("schema: 1\ntitle: x\ncontacts:\n  - emial: Rita@EXAMPLE.org\n", "  - email: Rita@example.org\n"),
        ("schema: 1\ntitle: x\ncontacts:\n  - email: \" Rita@EX.org \"\n", "  - email: \"Rita@ex.org\"\n"),
        ("schema: 1\ndescription: x\ntitel: ' A  b'\n", "schema: 1\ntitle: \"A b\"\ndescription: x\n"),
    ] {
        let fixed = repaired(wrong);
        assert!(fixed.contains(right), "{wrong}: {fixed}");
    }
    let repairs = repair("schema: 1\ntitle: x\ncontacts:\n  - email: \" Rita@EX.org \"\n").unwrap().repairs;
    assert_eq!(repairs, [Repair::Space, Repair::Email]);
}

#[test]
fn a_key_that_its_object_has_is_not_written_twice() {
    for text in [
        "schema: 1\ntitle:\ntitel: Walks\n",
        "schema: 1\ntitle: ~\ntitel: Walks\n",
        "schema: 1\ntitel: Walks\ntitl: Runs\n",
        "schema: 1\ntitle: x\ncontacts:\n  - email:\n    emial: a@example.org\n",
        "schema: 1\ntitle: x\nlinks:\n  - url: www.\n  - url: www..org\n",
    ] {
        assert_eq!(repair(text), None, "{text}");
    }
    // A section has a title of its own.
    let text = "schema: 1\ntitle: x\nsections:\n  - titel: y\n    text: z\n";
    assert!(repaired(text).contains("  - title: y\n"));
}

#[test]
fn what_may_mean_two_things_is_left() {
    for text in [
        "as_of: 04/05/2019\n",
        "founded: soon\n",
        "titel: x\n",
        "locaiton: x\nlocation: y\n",
        "colour: blue\n",
        "ongoing: yes please\n",
        "links:\n  - url: example dot org\n",
        "contacts:\n  - email: ada (at) example.org\n",
        "partners: Town\n",
        "description: again\n",
        "extra: {locaton: x, start: 12 April 2019, b: 1, a: \"x  y\"}\n",
    ] {
        let repairs = repair(&(HEAD.to_owned() + text)).map(|fixed| fixed.repairs).unwrap_or_default();
        assert!(repairs.iter().all(|repair| *repair == Repair::Order), "{text}: {repairs:?}");
    }
    for text in ["not: a record\n", "schema: 1\ntitle: a: b\n", "schema: 2\ntitle:   x \n", "", "just words  \n"] {
        assert_eq!(repair(text), None, "{text}");
    }
    let json = Source::from_text("a.json", "{\"schema\": 1, \"title\": 1984}  \n");
    assert_eq!(fix(&json, Schemas::builtin()), None);
}

#[test]
fn keys_move_with_their_values_and_comments() {
    let text = "# of the file\n\nschema: 1\n# why\n# two lines\ndescription: |\n  One line.\n\n  - a list\n\ntitle: Gardens # ours\nkeywords: [a,\n  b]\n# at the end\n---\ntitle: B\nschema: 1\ndescription: C\n";
    let right = "# of the file\n\nschema: 1\ntitle: Gardens # ours\nkeywords: [a,\n  b]\n# why\n# two lines\ndescription: |\n  One line.\n\n  - a list\n\n# at the end\n---\nschema: 1\ntitle: B\ndescription: C\n";
    assert_eq!(repaired(text), right);
    // What an alias stands for must stand before it.
    let aliased = "schema: 1\ndescription: &d Text\nsummary: *d\ntitle: x\n";
    assert_eq!(repair(aliased), None);
}

#[test]
fn white_space_goes_but_not_inside_texts() {
    let text = "schema: 1  \ntitle: Gardens\t\ndescription: |\n  Two spaces  \n  mean a line end.\n\n\n";
    assert_eq!(repaired(text), "schema: 1\ntitle: Gardens\ndescription: |\n  Two spaces  \n  mean a line end.\n");
    assert_eq!(repaired("schema: 1\r\ntitle: x \r\ndescription: y"), "schema: 1\r\ntitle: x\r\ndescription: y\r\n");
}

/// A line of a record, right or wrong in some way.
fn line() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "title: Gardens",
        "title: 1984  ",
        "titel: x",
        "title:",
        "titel: 2019",
        "tilte: ' A  b '",
        "strat: 12 April 2019",
        "fuonded: '2017'",
        "keywrods: [a, 12]",
        "contacts:\n  - emial: Rita@EXAMPLE.org\n    nmae: \" Rita \"",
        "contacts:\n- email: \" Rita@EX.org \"\n  emial: x",
        "links:\n- ulr: www.example.org\n- url: www.",
        "description: >-\n  Folded\n  text",
        "description: |+\n  Kept\n\n  - text \n",
        "location: \" Test ford\"",
        "locatoin: Ort # comment",
        "start: 12 April 2019",
        "end: 2020 ",
        "as_of: '01.02.2019'",
        "founded: \"2017\"",
        "partners:\n- Town\n-   Club\n  # inside\n- 12",
        "keywords: [a,\n  \"b\" ]",
        "contacts:\n  - name: ' Ada  Rossi'\n    email: A@EXAMPLE.org\n  - {phone: 12}",
        "links:\n  - url: www.example.org\n    label: x",
        "extra:\n  b: [1,  2]\n  a: 'x  y'\n  locaton: z",
        "# a comment",
        "",
        "sections:\n  - title: A\n    text: |\n      x\n    sections:\n      - text: 5",
        "\"results\": Some",
        "outlook: ~",
        "funders: []",
    ])
}

fn comments(text: &str) -> Vec<String> {
    let mut comments: Vec<String> =
        text.lines().filter_map(|line| Some(line.split_once('#')?.1.trim_end().to_owned())).collect();
    comments.sort();
    comments
}

/// What a text holds, whatever white space parts it, without marks that a repair may add.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    letters.sort_unstable();
    letters
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_repair_is_complete_and_loses_nothing(lines in prop::collection::vec(line(), 1..12), second in any::<bool>(), end in any::<bool>()) {
        let record = |lines: &[&str]| format!("schema: 1\n{}", lines.join("\n"));
        let mut text = record(&lines);
        if second {
            text += &format!("\n---\n{}", record(&lines[..lines.len() / 2]));
        }
        if end {
            text.push('\n');
        }
        if let Some(fixed) = repair(&text) {
            prop_assert_eq!(repair(&fixed.text), None, "{}\n=>\n{}", text, fixed.text);
            prop_assert_eq!(comments(&text), comments(&fixed.text), "{}\n=>\n{}", text, fixed.text);
            let dated = text.contains("April") || text.contains("www");
            prop_assert!(dated || letters(&text) == letters(&fixed.text), "{}\n=>\n{}", text, fixed.text);
        }
    }
}
