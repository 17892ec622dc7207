//! Templates are data: their mistakes are found, all at once and in their places, and a language or a family that nobody has seen is
//! read as well as those that are built in.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::assert_file;
use jsonschema::Validator;
use scheda::practice::Field;
use scheda::schemas::{File, Meaning, Place, SchemaError, Schemas, load, template_schema};
use scheda::source::Source;
use scheda::{Options, Reading};
use serde_json::Value;

fn repository(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.replace("\r\n", "\n")
}

/// The built-in templates with the names and texts of their files.
fn built_in() -> Vec<(String, String)> {
    let files = Schemas::builtin().files.iter().skip(1);
    files.map(|file| (file.to_owned(), repository(file))).collect()
}

fn load_all(vocabulary: &str, more: &[(&str, &str)]) -> Result<Schemas, Vec<SchemaError>> {
    let built_in = built_in();
    let own = built_in.iter().map(|(name, text)| File { name, text });
    let files: Vec<File<'_>> = own.chain(more.iter().map(|(name, text)| File { name, text })).collect();
    load(File { name: "schemas/vocabulary.yaml", text: vocabulary }, &files)
}

fn faults(text: &str) -> Vec<SchemaError> {
    Schemas::builtin().with_template(File { name: "own.yaml", text }).err().unwrap_or_default()
}

fn read(text: &str, schemas: &Schemas, template: Option<&str>) -> Reading {
    let template = template.map(str::to_owned);
    scheda::read(&Source::from_text("sheet.txt", text), schemas, &Options { template, ..Options::default() })
}

/// A template without fault, on which the others are variations.
const RIGHT: &str = "\
name: own
title: Sheets of our own
starts:
  - line: OUR SHEET
labels:
  title: [Name]
  description: [What]
  results: [Fruits]
asks_for: [results]
limits:
  title: {max_words: 15}
";

/// A right template with one thing changed, the place of the mistake, and a part of what is said about it.
const MISTAKES: [(&str, &str, (u64, u64), &str); 33] = [
    ("name: own", "name: Own form", (1, 7), "`Own form` is no name"),
    ("name: own", "name: erasmi", (1, 7), "there is a template called `erasmi` already"),
    ("name: own\n", "", (1, 1), "a template needs a name"),
    ("title: Sheets of our own\n", "", (1, 1), "a template needs a title"),
    ("title: Sheets of our own", "title: ' '", (2, 8), "a template needs a title"),
    ("title: Sheets", "titel: Sheets", (2, 1), "unknown key `titel`"),
    ("title: Sheets of our own", "title: [Sheets]", (2, 8), "a text is expected here, not a list"),
    ("  - line: OUR SHEET", "  - lin: OUR SHEET", (4, 5), "unknown key `lin`"),
    ("  - line: OUR SHEET", "  - line: '***'", (4, 11), "a start without words"),
    ("  - line: OUR SHEET", "  - label: Sheet", (4, 12), "the start `Sheet` is none of the labels"),
    ("  - line: OUR SHEET", "  - {}", (4, 5), "neither a `line` nor a `label`"),
    ("starts:\n  - line: OUR SHEET", "ends: ['']", (3, 8), "nothing that could be found"),
    ("starts:\n  - line: OUR SHEET", "furniture: [[':']]", (3, 14), "nothing that could be found"),
    ("starts:\n  - line: OUR SHEET", "known_by: [Nowhere]", (3, 12), "`known_by` names `Nowhere`"),
    ("starts:\n  - line: OUR SHEET", "identifiers: [{scheme: x, pattern: 'a(b'}]", (3, 36), "unclosed group"),
    ("starts:\n  - line: OUR SHEET", "collection: {nam: {value: x, said_as: [x]}}", (3, 14), "unknown fact `nam`"),
    ("starts:\n  - line: OUR SHEET", "collection: {name: {value: x}}", (3, 20), "`said_as` is missing"),
    ("starts:\n  - line: OUR SHEET", "sub_labels: {fax: [Fax]}", (3, 14), "unknown part of a contact `fax`"),
    ("starts:\n  - line: OUR SHEET", "headings: [fruits]", (3, 12), "the wording `fruits` of `headings`"),
    ("starts:\n  - line: OUR SHEET", "shared_vocabulary: yes", (3, 20), "true or false"),
    ("  title: [Name]", "  titles: [Name]", (6, 3), "unknown field `titles`"),
    ("  description: [What]", "  source: [What]", (7, 3), "unknown field `source`"),
    ("  title: [Name]", "  title: Name", (6, 10), "a list is expected here"),
    ("  title: [Name]", "  title: []", (6, 3), "no wording of `title`"),
    ("  title: [Name]", "  title: ['']", (6, 11), "a label of `title` without words"),
    ("  title: [Name]", "  title: [Name, WHAT]", (7, 17), "belongs to `title` already"),
    ("asks_for: [results]", "asks_for: [outlook]", (9, 12), "`asks_for` names `outlook`, which no label opens"),
    ("asks_for: [results]", "requires: [outlook]", (9, 12), "`requires` names `outlook`, which no label opens"),
    ("asks_for: [results]", "asks_for: [fruits]", (9, 12), "unknown field `fruits`"),
    ("{max_words: 15}", "{max_words: 0}", (11, 3), "a limit of 0"),
    ("{max_words: 15}", "{min_words: 5, max_words: 4}", (11, 3), "more words than it may have"),
    ("{max_words: 15}", "{min_words: 9, max_characters: 16}", (11, 3), "so many words in so few characters"),
    ("{max_words: 15}", "{max_words: many}", (11, 22), "a whole number"),
];

#[test]
fn each_mistake_is_found_in_its_place() {
    assert_eq!(faults(RIGHT), []);
    for (right, wrong, place, message) in MISTAKES {
        assert!(RIGHT.contains(right), "{right}");
        let found = faults(&RIGHT.replacen(right, wrong, 1));
        let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 1, "{wrong}: {shown:#?}");
        assert_eq!((found[0].line, found[0].column), place, "{wrong}: {shown:?}");
        assert!(found[0].message.contains(message), "{wrong}: {shown:?}");
    }
}

#[test]
fn every_mistake_is_found_at_once_in_the_order_of_the_places() {
    let text = "titel: x\nlabels:\n  title: [A, b, '']\n  summary: [B]\n  plase: [C]\nasks_for: [results, summry]\nlimits:\n  \
                title: {max_word: 3}\n  links: {max_words: 3}\njoint:\n  - field: impact\n    labels: [a]\n";
    let found = faults(text);
    let lines: Vec<u64> = found.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [1, 1, 3, 4, 5, 6, 8, 9, 11], "{found:#?}");
}

#[test]
fn a_wording_that_is_claimed_twice_names_both_places() {
    let text = RIGHT.replace("[What]", "[What, name]");
    let found = faults(&text);
    let (first, what) = found[0].related.as_ref().unwrap();
    assert_eq!((found[0].span.of(&text), first.of(&text), what.as_str()), ("name", "Name", "of `title`"));
}

#[test]
fn what_is_no_yaml_is_one_mistake() {
    for text in ["", "name: [own\ntitle: x", "a: b: c", "- a\n- b\n", "just words", "name: *x", "a: b\n---\nc: d\n"] {
        let found = faults(text);
        assert_eq!(found.len(), 1, "{text}: {found:#?}");
        assert!(found[0].line > 0 && found[0].column > 0, "{text}: {found:#?}");
    }
}

#[test]
fn no_text_makes_the_loader_panic() {
    for end in (0..RIGHT.len()).filter(|end| RIGHT.is_char_boundary(*end)) {
        faults(&RIGHT[..end]);
        faults(&RIGHT[end..]);
        faults(&format!("{}\u{feff}é: [{}", &RIGHT[..end], &RIGHT[end..]));
    }
    faults(&"[".repeat(100_000));
    faults(&"a:\n".repeat(1000));
}

/// What a table says of each wording, whatever the order in which it was told.
fn meanings(schemas: &Schemas) -> Vec<(String, Vec<String>)> {
    let sorted = |meanings: &[Meaning]| {
        let mut all: Vec<String> = meanings.iter().map(|meaning| format!("{meaning:?}")).collect();
        all.sort();
        all
    };
    schemas.wordings.iter().map(|(folded, meanings)| (folded.to_owned(), sorted(meanings))).collect()
}

#[test]
fn a_template_of_the_users_is_what_it_would_be_if_it_were_built_in() {
    let text = RIGHT.replace("limits:", "sub_labels: {name: [Who it is]}\nlimits:");
    for text in [text.clone(), text.replace("asks_for", "shared_vocabulary: true\nasks_for")] {
        let own = Schemas::builtin().with_template(File { name: "own.yaml", text: &text }).unwrap();
        let whole = load_all(&repository("schemas/vocabulary.yaml"), &[("own.yaml", &text)]).unwrap();
        assert_eq!(own.templates, whole.templates);
        assert_eq!(own.files, whole.files);
        assert_eq!(meanings(&own), meanings(&whole));
    }
}

#[test]
fn what_is_compiled_in_is_what_the_files_say() {
    let whole = load_all(&repository("schemas/vocabulary.yaml"), &[]).unwrap();
    assert_eq!(whole.templates, Schemas::builtin().templates);
    assert_eq!(meanings(&whole), meanings(Schemas::builtin()));
    for (file, text) in built_in() {
        assert_eq!(scheda::schemas::builtin_text(&file), Some(text.as_str()));
    }
}

/// The text of a file from a place on.
fn text_at(schemas: &Schemas, place: Place) -> String {
    let text = repository(schemas.file(place));
    let line = text.lines().nth(place.line as usize - 1).unwrap();
    line.chars().skip(place.column as usize - 1).collect::<String>().trim_start_matches(['"', '\'']).to_owned()
}

#[test]
fn labels_demands_and_limits_know_where_they_are_written() {
    let schemas = Schemas::builtin();
    for template in schemas.templates.iter() {
        let every = if template.generic { 97 } else { 1 };
        for wording in template.wordings().step_by(every) {
            let first = wording.words.split(['\'', ' ']).next().unwrap();
            let at = schemas.line_of(wording.place);
            let text = text_at(schemas, wording.place);
            // Whose part is asked for is written once, as a pattern for all parts: `* of the contact person`.
            let is_pattern = text.split(['"', ',']).next().is_some_and(|pattern| pattern.contains('*'));
            assert!(text.starts_with(first) || is_pattern, "{} at {at}", wording.words);
        }
        for field in template.asks_for.iter().chain(template.requires.iter()) {
            assert!(text_at(schemas, template.asked_at(*field).unwrap()).starts_with(field.key()));
        }
        for limit in template.limits.iter() {
            assert!(text_at(schemas, limit.place).starts_with(limit.field.key()));
        }
    }
    let (_, erasmi) = schemas.template("erasmi").unwrap();
    let line = schemas.line_of(erasmi.asked_at(Field::Partners).unwrap());
    assert!(line.starts_with("schemas/templates/erasmi.yaml:"), "{line}");
}

#[test]
fn limits_are_kept() {
    let (_, ewsi) = Schemas::builtin().template("ewsi").unwrap();
    let summary = ewsi.limit(Field::Summary).unwrap();
    assert_eq!((summary.min_words, summary.max_words, summary.max_characters), (Some(75), Some(100), None));
    assert_eq!(ewsi.limit(Field::Title).unwrap().max_words, Some(15));
    assert_eq!(ewsi.limit(Field::Links), None);
}

/// A language that nobody speaks.
const LANGUAGE: &str = "
xx:
  name: Zubera
  labels:
    title: [Egitzoa]
    lead_organisation: [Nor darama]
    location: [Nonbait]
    target_groups: [Norentzako]
    description: [Zertan da]
    results: [Uztabilo]
  people:
    parts: {email: [Gutunbide]}
    and: [etam]
  months: [[unu], [du], [tri], [kvar], [kvin], [ses], [sep], [ok], [nau], [dek], [dekunu], [dekdu]]
  function_words: [etam, zeren, baizik, orduko, hargatik]
";

/// A family that nobody has met.
const FAMILY: &str = "
name: uztaro
title: Uztaro, sheets of a language and a family that are invented
starts:
  - line: UZTARO ORRIA
labels:
  title: [Egitzoaren izenburu]
  description: [Zertan den]
  contacts: [Galdetzeko]
joint:
  - field: results
    covers: [impact]
    labels: [Uzta eta arrasto]
asks_for: [impact, outlook, results]
";

fn with_new_language_and_family() -> Schemas {
    // `outlook` has no label: the form asks for it all the same, under one more.
    let family = FAMILY.replace("joint:", "  outlook: [Gerora]\njoint:");
    let vocabulary = repository("schemas/vocabulary.yaml") + LANGUAGE;
    load_all(&vocabulary, &[("uztaro.yaml", &family)]).unwrap_or_else(|errors| panic!("{errors:#?}"))
}

#[test]
fn a_new_language_needs_data_alone() {
    let sheet = "Egitzoa: Ortu berde\nNor darama: Auzo lagunak\nNonbait: Mendibil\nNorentzako: guztiok\n\
                 Zertan da: Ortuak landatu etam zaindu.\nUztabilo: 38 ortu\n";
    let reading = read(sheet, &with_new_language_and_family(), None);
    let record = &reading.sheets[0].record;
    assert_eq!(reading.sheets[0].template, "generic");
    assert_eq!(record.title.as_deref(), Some("Ortu berde"));
    assert_eq!(record.location.as_deref(), Some("Mendibil"));
    assert_eq!(record.results.as_deref(), Some("38 ortu"));
    // Without the new language nobody knows a word of it.
    assert!(read(sheet, Schemas::builtin(), None).sheets.is_empty());
}

#[test]
fn a_kind_of_document_that_nobody_knows_is_a_fault_that_names_the_kinds() {
    let vocabulary = repository("schemas/vocabulary.yaml") + LANGUAGE + "  foreign_labels:\n    recipe: [Osagaiak]\n";
    let errors = load_all(&vocabulary, &[]).map(drop).unwrap_err();
    let told =
        errors.iter().any(|error| error.message.starts_with("`recipe` is no kind of document; there are assessment, "));
    assert!(told, "{errors:#?}");
}

#[test]
fn a_new_family_needs_data_alone() {
    let sheet = "Nobody reads this line.\n\nUZTARO ORRIA\nEgitzoaren izenburu: Ortu berde\nZertan den: Ortuak landatu.\n\
                 Uzta eta arrasto:\n- 38 ortu\nGaldetzeko: Ane Etxe, ane@example.org\n";
    let reading = read(sheet, &with_new_language_and_family(), None);
    let sheet = &reading.sheets[0];
    assert_eq!((sheet.template.as_str(), reading.sheets.len()), ("uztaro", 1));
    assert_eq!(sheet.record.title.as_deref(), Some("Ortu berde"));
    assert_eq!(sheet.record.results.as_deref(), Some("- 38 ortu"));
    let missing: Vec<String> = sheet.findings.iter().map(|it| format!("{:?}", it.finding)).collect();
    assert!(missing.iter().any(|it| it.contains("Outlook")), "{missing:?}");
    assert!(!missing.iter().any(|it| it.contains("Impact")), "a joint label covers it: {missing:?}");
}

#[test]
fn a_template_of_the_users_stands_beside_those_built_in() {
    let own = Schemas::builtin().with_template(File { name: "own.yaml", text: RIGHT }).unwrap();
    let sheets =
        "OUR SHEET\nName: Ours\nWhat: Ours too.\n\nBEST PRACTICE SUMMARY SHEET\nBEST PRACTICE'S SUBJECT: Theirs\n";
    let templates: Vec<String> = read(sheets, &own, None).sheets.into_iter().map(|sheet| sheet.template).collect();
    assert_eq!(templates, ["own", "savoir-faire"]);
    let told = read("Name: Ours\nWhat: Ours too.\n", &own, Some("own"));
    assert_eq!(told.sheets[0].record.title.as_deref(), Some("Ours"));
}

fn chosen(sheet: &str) -> String {
    let reading = read(sheet, Schemas::builtin(), None);
    reading.sheets.first().map_or_else(String::new, |sheet| sheet.template.clone())
}

#[test]
fn forms_without_a_start_mark_are_known_by_their_labels() {
    assert_eq!(chosen(&repository("fixtures/ewsi_form/input.txt")), "ewsi");
    assert_eq!(chosen(&repository("fixtures/un_habitat_form/input.txt")), "un-habitat");
}

/// What many forms have does not make a sheet one of a certain form.
const PLAIN: [&str; 3] = [
    "Title: A walk\n\nSummary\nWe walk through the town.\n\nResults\nForty people know the town.\n",
    "Title: A walk\nCountry: Italy\nSummary: We walk.\nResults: Forty people.\nEvaluation: none so far\nContact person: Ann\n",
    "Title: A walk\nCategory: Leisure\nCountry: Italy\nPartners: Two clubs\nSummary: We walk.\nSustainability: It lasts.\n\
     Lessons learned: Start early.\nTransferability: Anywhere.\n",
];

#[test]
fn what_many_forms_have_makes_no_award_form() {
    for sheet in PLAIN {
        assert_ne!(chosen(sheet), "un-habitat", "{sheet}");
    }
}

#[test]
fn what_many_forms_have_makes_no_form_of_a_family() {
    for sheet in PLAIN {
        assert_eq!(chosen(sheet), "generic", "{sheet}");
    }
}

fn validator() -> Validator {
    jsonschema::draft7::new(&serde_json::from_str(&template_schema()).unwrap()).unwrap()
}

fn is_valid(validator: &Validator, text: &str) -> bool {
    validator.is_valid(&serde_yaml::from_str::<Value>(text).unwrap())
}

#[test]
fn the_schema_of_templates_is_current() {
    assert_file("schemas/template.schema.json", &template_schema());
    assert!(jsonschema::draft7::meta::is_valid(&serde_json::from_str(&template_schema()).unwrap()));
}

#[test]
fn the_schema_accepts_every_template_and_each_names_it() {
    let validator = validator();
    assert!(is_valid(&validator, RIGHT));
    for (file, text) in built_in() {
        let value: Value = serde_yaml::from_str(&text).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, [""; 0], "{file}");
        assert_eq!(text.lines().next(), Some("# yaml-language-server: $schema=../template.schema.json"), "{file}");
    }
}

#[test]
fn the_schema_refuses_what_shows_without_reading_the_whole() {
    // A schema cannot know other templates, nor whether parts that stand far from each other go together.
    const UNSEEN: [&str; 9] = [
        "already",
        "is none of the labels",
        "without words",
        "could be found",
        "`known_by`",
        "unclosed",
        "`headings`",
        "no label opens",
        "words",
    ];
    let validator = validator();
    for (right, wrong, _, message) in MISTAKES {
        let seen = !UNSEEN.iter().any(|unseen| message.contains(unseen)) || wrong.contains("['']");
        // `yes` is true for some readers of YAML.
        let seen = seen && !wrong.ends_with("yes");
        let refused = !is_valid(&validator, &RIGHT.replacen(right, wrong, 1));
        assert!(refused || !seen, "{wrong} is not refused");
    }
}

#[test]
fn schema_and_loader_know_the_same_fields() {
    let schema: Value = serde_json::from_str(&template_schema()).unwrap();
    let labels = schema.pointer("/properties/labels/properties").unwrap().as_object().unwrap();
    for key in labels.keys() {
        let text = format!("name: own\ntitle: x\nlabels:\n  {key}: [Words]\n");
        assert_eq!(faults(&text), [], "{key}");
    }
    for field in Field::ALL.iter().filter(|field| !labels.contains_key(field.key())) {
        assert!(!faults(&RIGHT.replace("  results:", &format!("  {field}:"))).is_empty(), "{field}");
    }
    let limits = schema.pointer("/properties/limits/properties").unwrap().as_object().unwrap();
    for key in limits.keys() {
        let text = format!("name: own\ntitle: x\nlabels: {{{key}: [Words]}}\nlimits: {{{key}: {{max_words: 9}}}}\n");
        assert_eq!(faults(&text), [], "{key}");
    }
}

/// The fenced blocks of the guide: the words behind the fence, and what stands inside.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut lines = page.lines();
    let mut blocks = Vec::new();
    while let Some(info) = lines.by_ref().find_map(|line| line.strip_prefix("```")) {
        let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        blocks.push((info.to_owned(), inside.join("\n") + "\n"));
    }
    blocks
}

/// What a command of the guide prints, as the guide shows it.
fn shown(command: &str) -> String {
    let arguments = command.strip_prefix("scheda ").unwrap_or_else(|| panic!("not ours: {command}"));
    let mut run = Command::new(env!("CARGO_BIN_EXE_scheda"));
    run.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples")).args(arguments.split(' '));
    let output = run.env_remove("CLICOLOR_FORCE").env("LC_ALL", "C").output().unwrap();
    let code = output.status.code().unwrap();
    let code = if code == 0 { String::new() } else { format!("# exit code {code}\n") };
    let [out, err] = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8(bytes.clone()).unwrap());
    format!("$ {command}\n{code}{}\n", (out + &err).trim_end())
}

/// Whether a line is as shown, where `…` stands for any words.
fn is_line_like(shown: &str, line: &str) -> bool {
    shown.split_once('…').map_or(shown == line, |(head, tail)| line.starts_with(head) && line.ends_with(tail))
}

#[test]
fn the_guide_shows_what_its_commands_print() {
    let mut commands = 0;
    for (info, block) in blocks(&repository("docs/templates.md")) {
        if let Some(command) =
            block.lines().next().and_then(|line| line.strip_prefix("$ ")).filter(|_| info == "console")
        {
            let real = shown(command);
            let same = real.lines().count() == block.lines().count()
                && block.lines().zip(real.lines()).all(|(shown, line)| is_line_like(shown, line));
            assert!(same, "the guide should show\n{real}");
            commands += 1;
        } else if let Some((_, path)) = info.split_once(' ') {
            assert_eq!(block, repository(path), "{path}");
        }
    }
    assert_eq!(commands, 6);
}

#[test]
fn the_guide_lists_every_key_and_every_field() {
    let guide = repository("docs/templates.md");
    let schema: Value = serde_json::from_str(&template_schema()).unwrap();
    let keys = schema["properties"].as_object().unwrap().keys().map(String::as_str);
    let labels = schema.pointer("/properties/labels/properties").unwrap().as_object().unwrap();
    for key in keys.filter(|key| *key != "shared_vocabulary").chain(labels.keys().map(String::as_str)) {
        assert!(guide.contains(&format!("\n| `{key}` | ")), "{key}");
    }
}

#[test]
fn the_example_of_the_guide_has_no_fault() {
    let text = repository("docs/examples/rainwater.yaml");
    assert_eq!(faults(&text), []);
    assert!(is_valid(&validator(), &text));
}
