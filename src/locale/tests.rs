use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::source::layout::Place;

/// The names that each value and each part of a message uses: `missing-field`, `missing-field.help`.
fn names(locale: Locale) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let (mut message, mut part) = (String::new(), String::new());
    for line in locale.0.texts.lines().filter(|line| !line.starts_with('#')) {
        let head =
            line.split_once(" =").map(|(head, _)| head.to_owned()).filter(|head| !head.contains(['{', ' ', '`']));
        let inner = line.strip_prefix("    .").and_then(|line| line.split_once(" ="));
        if let Some(head) = head {
            (message, part) = (head.clone(), head);
        } else if let Some((name, _)) = inner {
            part = format!("{message}.{name}");
        }
        if !line.trim().is_empty() {
            let variables = line.split('$').skip(1).filter_map(|rest| rest.split([' ', '}']).next());
            all.entry(part.clone()).or_default().extend(variables.map(str::to_owned));
        }
    }
    all
}

#[test]
fn the_texts_of_every_language_can_be_parsed() {
    let codes: Vec<&str> = Locale::all().map(Locale::code).collect();
    assert_eq!(codes, ["en", "es", "it"]);
    for locale in Locale::all() {
        let faults = FluentResource::try_new(locale.0.texts.to_owned()).err().map(|(_, faults)| faults);
        assert!(faults.is_none(), "{}: {faults:?}", locale.code());
        let bundle = FluentBundle::<FluentResource>::new_concurrent(vec![locale.code().parse().unwrap()]);
        assert_eq!(bundle.locales.len(), 1);
    }
}

#[test]
fn every_language_has_every_message_with_the_same_placeholders() {
    let english = names(Locale::default());
    assert!(english.len() > 300, "{}", english.len());
    assert_eq!(english["missing-field.help"].len(), 5, "{:?}", english["missing-field.help"]);
    for locale in Locale::all() {
        let own = names(locale);
        let differ: Vec<&String> =
            english.keys().chain(own.keys()).filter(|key| english.get(*key) != own.get(*key)).collect();
        assert_eq!(differ, [""; 0], "{}", locale.code());
    }
}

#[test]
fn every_language_of_the_vocabulary_has_every_word_of_a_catalogue() {
    let english = names(Locale::of_page("en").unwrap());
    assert!(english.len() > 30, "{}", english.len());
    for language in &*crate::schemas::Schemas::builtin().languages {
        let locale = Locale::of_page(&language.code).unwrap();
        assert_eq!(locale.code(), &*language.code);
        assert!(FluentResource::try_new(locale.0.texts.to_owned()).is_ok(), "{}", locale.code());
        assert_eq!(names(locale), english, "{}", locale.code());
        assert!(locale.country("IT").is_some() && locale.country("GR").is_some(), "{}", locale.code());
    }
}

#[test]
fn countries_have_the_names_of_the_cldr() {
    let name = |language, country| Locale::of_page(language).unwrap().country(country);
    assert_eq!(name("el", "AT"), Some("Αυστρία"));
    assert_eq!((name("de", "ES"), name("pt", "CZ"), name("it", "ZZ")), (Some("Spanien"), Some("Chéquia"), None));
}

#[test]
fn no_message_stands_twice() {
    for locale in Locale::all().chain(Locale::of_pages()) {
        let heads = locale.0.texts.lines().filter_map(|line| line.split_once(" = "));
        let heads: Vec<&str> = heads.map(|(head, _)| head).filter(|head| !head.contains(' ')).collect();
        assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), heads.len(), "{}", locale.code());
    }
}

#[test]
fn every_field_has_a_name_for_people() {
    for locale in Locale::all() {
        for field in Field::ALL {
            let name = locale.field(*field);
            assert!(!name.starts_with("field-") && !name.contains(['_', '{']), "{}: {name}", locale.code());
        }
    }
}

#[test]
fn one_and_several_are_told_apart() {
    let [english, spanish, italian] = ["en", "es", "it"].map(|code| Locale::named(code).unwrap());
    assert_eq!([1, 2, 0].map(|number| english.count("sheets", number)), ["1 sheet", "2 sheets", "0 sheets"]);
    assert_eq!([1, 2, 0].map(|number| italian.count("sheets", number)), ["1 scheda", "2 schede", "0 schede"]);
    assert_eq!([1, 2, 0].map(|number| spanish.count("sheets", number)), ["1 ficha", "2 fichas", "0 fichas"]);
    assert_eq!(english.count("errors", 123_456), "123456 errors");
    for locale in Locale::all() {
        for message in ["errors", "warnings", "remarks", "words", "unread-picture", "repair-date", "github-rest"] {
            assert_ne!(locale.count(message, 1).replace('1', "2"), locale.count(message, 2), "{message}");
        }
    }
}

#[test]
fn a_language_is_known_by_its_name_in_the_environment() {
    let code = |name| Locale::named(name).map(Locale::code);
    assert_eq!(
        ["it", "it_IT.UTF-8", "IT-ch", "es_ES@euro"].map(code),
        [Some("it"), Some("it"), Some("it"), Some("es")]
    );
    assert_eq!(["C", "POSIX", "", "de_DE", "ita", "_it"].map(code), [None; 6]);
}

#[test]
fn places_are_told_in_english_as_records_have_them() {
    let places = [
        Place::Paragraph(2),
        Place::Cell { table: 1, row: 3, cell: 2 },
        Place::SheetCell { sheet: "Foglio 1".into(), column: 28, row: 7 },
        Place::Field { row: 4, column: 5 },
        Place::Line { page: 1, line: 9 },
        Place::Header,
        Place::Footer,
        Place::Comment(3),
    ];
    for place in places {
        assert_eq!(Locale::default().place(&place), place.to_string());
        assert_ne!(Locale::named("it").unwrap().place(&place), place.to_string());
    }
}

#[test]
fn lists_name_the_first_and_count_the_others() {
    let things = |number: u32| Fact::List((0..number).map(Fact::from).collect());
    let said = |number| Locale::default().words(&things(number));
    assert_eq!(said(2), "0, 1");
    assert_eq!(said(14), "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more");
}

#[test]
fn nothing_but_the_words_is_put_in() {
    let quoted = Locale::default().say("quoted", &[("text", "{ $x }\nא".into())]);
    assert_eq!(quoted, "“{ $x }\nא”");
}
