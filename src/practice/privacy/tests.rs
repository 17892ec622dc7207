use super::*;
use crate::schemas::Schemas;

fn hidden(record: &BestPractice, exposure: Exposure) -> (BestPractice, Hidden) {
    let mut record = record.clone();
    let hidden = hide(&mut record, exposure, MARK, Schemas::builtin());
    (record, hidden)
}

fn record() -> BestPractice {
    BestPractice {
        id: Some(String::from("2020-1-it02-ka204-079155")),
        title: Some(String::from("Orti")),
        start: Some(String::from("2019-04-12")),
        description: Some(String::from(
            "Ada Rossi (ada@example.org, tel. 0574 123456) risponde; cell. +39 333 1234567. Grant 2020-1-IT02-KA204-079155, 1.200.000 €, 2014-2020.\n\nGriechisch: μαρία (at) example.org.",
        )),
        contacts: vec![Contact {
            name: Some(String::from("Ada Rossi")),
            role: Some(String::from("Coordinatrice")),
            organisation: Some(String::from("Comune")),
            email: Some(String::from("ada@example.org")),
            phone: Some(String::from("0574 12")),
            note: Some(String::from("Fax 0574 999888")),
        }],
        ..BestPractice::default()
    }
}

#[test]
fn addresses_and_numbers_are_hidden_where_they_stand() {
    let (found, hidden) = hidden(&record(), Exposure::Hide);
    assert_eq!(
        found.description.as_deref(),
        Some(
            "Ada Rossi ([…], tel. […]) risponde; cell. […]. Grant 2020-1-IT02-KA204-079155, 1.200.000 €, 2014-2020.\n\nGriechisch: […]."
        )
    );
    let contact = &found.contacts[0];
    assert_eq!((contact.name.as_deref(), contact.role.as_deref()), (Some("Ada Rossi"), Some("Coordinatrice")));
    assert_eq!((&contact.email, &contact.phone, contact.note.as_deref()), (&None, &None, Some("Fax […]")));
    assert_eq!(hidden, Hidden { emails: 3, phones: 4, people: 0 });
    assert_eq!((&found.id, &found.start), (&record().id, &record().start));
}

#[test]
fn people_are_hidden_altogether() {
    let (found, hidden) = hidden(&record(), Exposure::None);
    assert!(found.contacts.is_empty());
    assert!(found.description.as_deref().is_some_and(|text| text.starts_with("[…] ([…], tel. […])")));
    assert_eq!(hidden.people, 1);
}

#[test]
fn nothing_is_hidden_unless_it_is_asked() {
    assert_eq!(hidden(&record(), Exposure::Show), (record(), Hidden::default()));
}

#[test]
fn every_text_that_is_published_is_looked_at() {
    let phone = || Some(String::from("Info 055 1234567"));
    let json = serde_json::json!({
        "schema": 1,
        "id": "a",
        "title": "Info 055 1234567",
        "location": "Info 055 1234567",
        "start": "2019-04-12",
        "contacts": [{"name": "Ada 055 1234567", "role": "Info 055 1234567", "organisation": "Info 055 1234567", "phone": "055 99"}],
        "links": [
            {"url": "tel:0551234567"},
            {"label": "Info 055 1234567", "url": "https://example.org/2019"},
            {"url": "https://example.org/39333999888"}
        ],
        "sections": [{"title": "Info 055 1234567", "sections": [{"text": "Info 055 1234567"}]}],
        "unmapped": [{"label": "Tel", "text": "123 456", "lines": "120345678-120345679"}],
        "identifiers": [{"scheme": "EU", "value": "101049935"}, {"scheme": "EU", "value": "055 1234567"}],
        "collection": {"name": "Info 055 1234567", "code": "101049935"},
        "extra": {"055 1234567": 1, "phone": 551_234_567, "deep": [{"a": "333 1234567", "budget": 120_345_678}]},
        "source": {"file": "in 055 1234567/a.txt", "sheet": 1, "lines": "1-2", "place": "ada@example.org.msg", "template": "t"},
        "description": "Grant 101049935"
    });
    let record: BestPractice = serde_json::from_value(json).unwrap();
    let (found, _) = hidden(&record, Exposure::Hide);
    let text = serde_json::to_string(&found).unwrap();
    assert!(
        !text.contains("1234567") && !text.contains("123 456\"") && !text.contains("ada@") && !text.contains("551"),
        "{text}"
    );
    assert_eq!(text.matches("101049935").count(), 3, "{text}");
    assert!(text.contains("120345678-120345679") && text.contains("\"budget\":120345678"), "{text}");
    assert_eq!((found.links.len(), &found.start), (2, &record.start));
    assert_ne!(found.title, phone());
}

#[test]
fn a_character_in_code_hides_nothing_from_us() {
    for text in [
        "rita30&#64;example.org",
        "rita30&commat;example.org",
        "055&#32;1234567",
        "055&nbsp;1234567",
        "\\+39 055 1234567",
    ] {
        let record = BestPractice { results: Some(format!("Ask {text}, please")), ..BestPractice::default() };
        let (found, _) = hidden(&record, Exposure::Hide);
        assert!(matches!(found.results.as_deref(), Some("Ask […], please" | "Ask \\[…], please")), "{found:?}");
    }
}

#[test]
fn an_id_says_no_more_than_the_title() {
    let id = |id: &str, exposure| {
        let record = BestPractice { id: Some(id.to_owned()), ..record() };
        hidden(&record, exposure).0.id
    };
    assert_eq!(id("orti-055-1234567-verdi", Exposure::Hide).as_deref(), Some("orti-verdi"));
    assert_eq!(id("orti-di-ada-rossi", Exposure::None).as_deref(), Some("orti-di"));
    assert_eq!(id("orti-di-ada-rossi", Exposure::Hide).as_deref(), Some("orti-di-ada-rossi"));
    assert_eq!(id("ada-rossi", Exposure::None), None);
}

#[test]
fn names_go_from_texts_and_files() {
    let mut record = record();
    record.contacts[0].name = Some(String::from("Dr. Ada Rossi (coordinator)"));
    record.results = Some(String::from("ADA ROSSI, Ada\nRossi"));
    record.source = Some(crate::practice::SourceRef { file: "Ada Rossi.docx".into(), ..Default::default() });
    let (found, _) = hidden(&record, Exposure::None);
    assert_eq!(found.results.as_deref(), Some("[…], […]"));
    assert_eq!(found.source.map(|source| source.file).as_deref(), Some("[…].docx"));
}

#[test]
fn nothing_says_where_what_is_hidden_was_read() {
    let mut record = record();
    let link = |url: &str| crate::practice::Link { label: None, url: url.to_owned() };
    record.links = vec![link("tel:0551234567"), link("https://example.org")];
    let origin = crate::practice::ValueOrigin {
        origin: crate::practice::Origin::Label,
        form: crate::practice::Form::Verbatim,
        spans: Vec::new(),
    };
    let paths =
        ["/contacts/0/email", "/contacts/0/name", "/contacts/0/phone", "/links/0/url", "/links/1/url", "/title"];
    let values = paths.iter().map(|path| ((*path).to_owned(), origin.clone())).collect();
    record.provenance = Some(Provenance { sha256: String::new(), values });
    let paths = |record: BestPractice| record.provenance.unwrap().values.into_keys().collect::<Vec<_>>();
    assert_eq!(paths(hidden(&record, Exposure::Hide).0), ["/contacts/0/name", "/links/0/url", "/title"]);
    assert_eq!(paths(hidden(&record, Exposure::None).0), ["/links/0/url", "/title"]);
}
