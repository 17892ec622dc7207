use std::borrow::Cow;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::practice::{Glue, join};
use crate::schemas::People;

fn list(words: &[&str]) -> crate::schemas::Words {
    words.iter().collect()
}

fn italian() -> People {
    People {
        parts: Cow::Owned(vec![
            (Part::Name, list(&["Nome e cognome", "Nome"])),
            (Part::Role, list(&["Ruolo ricoperto", "Ruolo"])),
            (Part::Organisation, list(&["Ente", "Istituzione"])),
            (Part::Email, list(&["E-mail", "Posta elettronica", "Mail"])),
            (Part::Phone, list(&["Telefono", "Tel.", "Cellulare", "Cell."])),
            (Part::Note, list(&["Fax", "Indirizzo"])),
        ]),
        and: list(&["e", "ed"]),
        as_role: list(&["in qualità di"]),
        roles: list(&["responsabile", "responsabili", "direttrice", "coordinatrice", "referente", "presidente"]),
        organisations: list(&["S.p.A.", "Università", "Area", "Fondazione", "Comune", "Ufficio", "Associazione"]),
        particles: list(&["de", "del", "della", "di", "da", "von", "van", "el"]),
        ..People::default()
    }
}

fn english() -> People {
    People {
        parts: Cow::Owned(vec![
            (Part::Name, list(&["Name and surname", "Name"])),
            (Part::Role, list(&["Role", "Position"])),
            (Part::Organisation, list(&["Institution", "Organisation"])),
            (Part::Email, list(&["E-mail", "Email address"])),
            (Part::Phone, list(&["Phone", "Telephone", "Mobile", "T."])),
            (Part::Note, list(&["Fax", "Address"])),
        ]),
        and: list(&["and", "&"]),
        as_role: list(&["as a", "as", "as the"]),
        roles: list(&["head", "director", "coordinator", "manager", "project manager", "officer", "researcher"]),
        organisations: list(&["University", "Department", "Ltd.", "Foundation", "Ministry", "Council"]),
        particles: list(&["de", "del", "della", "di", "da", "von", "van", "el"]),
        titles: list(&["Mrs", "Sister"]),
        extensions: list(&["ext.", "extension"]),
        elsewhere: list(&["see"]),
        cloaks: list(&["arroba", "email protected"]),
    }
}

fn spanish() -> People {
    People {
        parts: Cow::Owned(vec![
            (Part::Name, list(&["Nombre y apellidos"])),
            (Part::Role, list(&["Cargo"])),
            (Part::Organisation, list(&["Institución", "Entidad"])),
            (Part::Email, list(&["Correo electrónico"])),
            (Part::Phone, list(&["Teléfono", "Móvil"])),
        ]),
        and: list(&["y"]),
        as_role: list(&["como"]),
        roles: list(&["responsable", "coordinador", "coordinadora", "directora"]),
        organisations: list(&["Universidad", "Ayuntamiento", "Fundación"]),
        particles: list(&["de", "del", "della", "di", "da", "von", "van", "el", "i"]),
        ..People::default()
    }
}

fn words() -> Words {
    let people = [italian(), english(), spanish()];
    Words::build(people.iter(), ["Website", "Sito web", "Web"].into_iter())
}

/// Lines as the source has them: bullets are taken off, and a blank line is a gap.
fn lines(text: &str) -> Vec<ContactLine> {
    let mut lines = Vec::new();
    let mut gap = false;
    for line in text.lines() {
        let bare = line.trim();
        let item = bare.strip_prefix("- ").unwrap_or(bare).trim();
        if !item.is_empty() {
            lines.push(ContactLine { span: Span::of_slice(text, item), bullet: item.len() < bare.len(), gap });
        }
        gap = item.is_empty();
    }
    lines
}

const KEYS: [(Part, &str); 6] = [
    (Part::Name, "name"),
    (Part::Role, "role"),
    (Part::Organisation, "org"),
    (Part::Email, "email"),
    (Part::Phone, "phone"),
    (Part::Note, "note"),
];

/// One line a person: `name=… | org=…`, and one for what stands beside them: `beside=… | …`.
fn shown(text: &str) -> Vec<String> {
    let found = read(&lines(text), text, &words());
    check(text, &lines(text), &found);
    let part = |(part, segments): &(Part, Vec<Segment>)| {
        let key = KEYS.iter().find(|key| key.0 == *part).unwrap().1;
        format!("{key}={}", join(segments, text))
    };
    let person = |person: &DraftContact| person.parts.iter().map(part).collect::<Vec<_>>().join(" | ");
    let beside: Vec<&str> = found.beside.iter().map(|(_, line)| line.of(text)).collect();
    let beside = (!beside.is_empty()).then(|| format!("beside={}", beside.join(" | ")));
    found.people.iter().map(person).chain(beside).collect()
}

fn spans(found: &Contacts) -> Vec<Span> {
    let parts = found.people.iter().flat_map(|person| &person.parts);
    let mut spans: Vec<Span> = parts.flat_map(|part| &part.1).filter_map(|segment| segment.span()).collect();
    spans.extend(found.labels.iter().chain(&found.markup));
    spans.extend(found.beside.iter().map(|(_, line)| line));
    spans.extend(found.web.iter().flat_map(|(label, address)| label.iter().chain([address])));
    spans
}

/// Nothing lost, nothing invented, nothing claimed by a part and a mark at once.
fn check(text: &str, lines: &[ContactLine], found: &Contacts) {
    let lines = super::wrapped::joined(lines, text, &words());
    let mut covered = vec![false; text.len()];
    for span in spans(found) {
        assert!(lines.iter().any(|line| line.span.covers(span)), "{:?} is in no line of {text:?}", span.of(text));
        assert!(!span.is_empty());
        covered[span.start..span.end].fill(true);
    }
    for line in &lines {
        let lost =
            line.span.of(text).char_indices().find(|(at, c)| !c.is_whitespace() && !covered[line.span.start + at]);
        assert_eq!(lost, None, "lost in {text:?}: {found:?}");
    }
    disjoint(text, found);
    for person in &found.people {
        assert!(!person.parts.is_empty());
        assert!(person.parts.windows(2).all(|pair| pair[0].0 < pair[1].0), "parts out of order or twice: {person:?}");
        for (part, segments) in &person.parts {
            assert!(!join(segments, text).trim().is_empty(), "{part:?} is empty in {text:?}");
            let glue = |segment: &Segment| segment.span().is_some() || *segment == Segment::Glue(Glue::Space);
            assert!(segments.iter().all(glue), "{segments:?}");
        }
    }
}

fn disjoint(text: &str, found: &Contacts) {
    let mut owned = vec![0_u8; text.len()];
    let parts = found.people.iter().flat_map(|person| &person.parts).flat_map(|part| &part.1);
    let told = parts.filter_map(|segment| segment.span()).chain(found.beside.iter().map(|(_, line)| *line));
    told.for_each(|span| owned[span.start..span.end].fill(1));
    let marks = found.labels.iter().chain(&found.markup);
    for span in marks.chain(found.web.iter().flat_map(|(label, address)| label.iter().chain([address]))) {
        assert!(owned[span.start..span.end].iter().all(|owner| *owner == 0), "{:?} twice: {found:?}", span.of(text));
        owned[span.start..span.end].fill(2);
    }
}

mod shapes;

#[test]
fn a_mark_holds_no_word() {
    let text = "Ada Rossi (Responsabile) e Bo Verdi, Area Uno; ufficio aperto | mailto:bo@example.org <br>";
    let found = read(&lines(text), text, &words());
    let marks: Vec<&str> = found.markup.iter().map(|span| span.of(text)).collect();
    assert_eq!(marks, ["(", ")", "e", ",", ";", "|", "mailto:", "<br>"]);
}

#[test]
fn malformed_addresses_are_told() {
    for (text, malformed, part) in [
        ("Ada Rossi, ada @ example.org", "ada @ example.org", "email=ada @ example.org"),
        ("Ada Rossi, ada@example", "ada@example", "email=ada@example"),
        ("Ada Rossi, ada (at) example.org", "ada (at) example.org", "email=ada (at) example.org"),
        ("Ada Rossi, ada [arroba] example.org", "ada [arroba] example.org", "email=ada [arroba] example.org"),
        (
            "Ada Rossi, a [at] desk (dot) example [dot] org",
            "a [at] desk (dot) example [dot] org",
            "email=a [at] desk (dot) example [dot] org",
        ),
        ("Ada Rossi\nE-mail: [email protected]", "[email protected]", "name=Ada Rossi"),
        ("E-mail: not available", "not available", "note=E-mail: not available"),
        ("E-mail: ada at example.org", "ada at example.org", "note=E-mail: ada at example.org"),
    ] {
        let found = read(&lines(text), text, &words());
        assert_eq!(found.malformed.iter().map(|span| span.of(text)).collect::<Vec<_>>(), [malformed]);
        assert!(shown(text)[0].ends_with(part), "{:?}", shown(text));
    }
}

#[test]
fn addresses_on_the_web_are_links() {
    let text = "Ada Rossi, www.example.org\nFacebook: https://social.example.org/ada.\nWebsite: example.org/en";
    let found = read(&lines(text), text, &words());
    let web: Vec<_> = found.web.iter().map(|(label, at)| (label.map(|label| label.of(text)), at.of(text))).collect();
    let expected = [
        (None, "www.example.org"),
        (Some("Facebook"), "https://social.example.org/ada"),
        (Some("Website"), "example.org/en"),
    ];
    assert_eq!(web, expected);
    assert_eq!(shown(text), ["name=Ada Rossi"]);
}

#[test]
fn words_of_one_language_alone_serve() {
    let people = [english()];
    let text = "Telefono 051123456";
    let found = read(&lines(text), text, &Words::build(people.iter(), std::iter::empty()));
    assert_eq!(found.labels, []);
    let found = read(&lines(text), text, &words());
    assert_eq!(found.labels, [Span::new(0, 8)]);
}

/// Of each of these, 60 kB in one line and in many lines take a moment; what is not linear takes minutes.
#[test]
fn reading_is_linear() {
    let pieces = [
        "a@",
        "(1",
        "((((",
        "A B, ",
        "+1 ",
        "<a",
        "e ",
        "Tel: ",
        ". ",
        "x (",
        "&",
        "1.",
        "Ada Rossi e ",
        "www",
        "@ ",
        "a (at) ",
        "Ada Rossi, ",
        "a.b@example.org, ",
        "Tel 051 123456 / ",
        "Ab. ",
        "1 / ",
        "x: ",
        "Ada Rossi (x) e ",
        "* ",
        ":",
        "\t1",
    ];
    for piece in pieces {
        quick(&piece.repeat(60_000 / piece.len()));
        quick(&format!("{piece}\n").repeat(60_000 / (piece.len() + 1)));
    }
}

fn quick(text: &str) {
    let clock = std::time::Instant::now();
    read(&lines(text), text, &words());
    assert!(clock.elapsed().as_secs() < 5, "{:?} took {:?}", &text[..10], clock.elapsed());
}

/// Text that is made of what contacts are made of.
fn contact_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Ada Rossi",
        "Bo",
        "Verdi",
        "e",
        "and",
        " & ",
        ", ",
        ". ",
        ": ",
        "; ",
        " (",
        ") ",
        " - ",
        " / ",
        "\n",
        "\n\n",
        "\n- ",
        "E-mail",
        "Name",
        "Tel.",
        "Fax",
        "Institution",
        "Website",
        "as a",
        "Head of",
        "Universidad",
        "S.p.A.",
        "Dr. ",
        "ada@example.org",
        "bo (at) example.org",
        "mailto:",
        "<a href=\"mailto:x@example.org\">",
        "</a>",
        "<",
        ">",
        "**",
        "+39 051 1234567",
        "12",
        "(+39) 02/123456",
        "ext. 7",
        "www.example.org",
        "https://example.org",
        "example.org",
        "a foreign sentence",
        "&amp;",
        "D'Example",
        "\t",
        "|",
        "1. ",
        " ",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(20_261_123), failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn nothing_is_lost_of_contacts(text in contact_text()) {
        shown(&text);
    }

    #[test]
    fn nothing_is_lost_of_any_text(text in "(?s)\\PC{0,80}") {
        shown(&text);
    }

    #[test]
    fn nothing_is_lost_of_text_with_marks(text in "[a-zA-Zé .,;:@()\\[\\]<>&+0-9/|\\n'*-]{0,80}") {
        shown(&text);
    }

    #[test]
    fn a_foreign_sentence_is_never_a_mark(head in contact_text(), tail in contact_text()) {
        let foreign = "qwerty zxcvbn uiop";
        let text = format!("{head}\n{foreign}\n{tail}");
        let at = Span::new(head.len() + 1, head.len() + 1 + foreign.len());
        let found = read(&lines(&text), &text, &words());
        for span in found.markup.iter().chain(&found.labels) {
            prop_assert!(span.end <= at.start || span.start >= at.end, "{:?}", span.of(&text));
        }
    }
}
