//! Reads documents and proves of each that nothing was lost, invented or put in the wrong place.

use std::path::Path;

use scheda::diagnostic::message::Message;
use scheda::diagnostic::{Diagnostic, Finding};
use scheda::ledger::{Class, Entry, is_blank};
use scheda::locale::Locale;
use scheda::practice::Field;
use scheda::rules::Met;
use scheda::schemas::Schemas;
use scheda::source::container::{self, Opened, Printed, Refused, Tools};
use scheda::source::{Source, Span};
use scheda::{Options, Reading, Sheet};
use serde_json::{Value, json};

/// A document with what was read of it.
pub struct Document {
    /// The document.
    pub source: Source,
    /// What it holds.
    pub reading: Reading,
}

/// The documents of a file.
pub fn opened(name: &str, bytes: Vec<u8>, tools: &Tools<'_>) -> Vec<Opened> {
    let mut all = Vec::new();
    container::open(name, bytes, tools, &mut |opened| {
        all.push(opened);
        true
    });
    all
}

/// What the programs have taken out of a PDF: its text, and its look where that lies beside it.
pub fn printed(text: &Path) -> Printed {
    let read = |path: &Path| std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let look = text.with_extension("pdftohtml");
    Printed { text: read(text), look: look.is_file().then(|| read(&look)) }
}

/// Keys that say something of the record or its file, and nothing that stands in the sheet.
const NOT_OF_THE_SHEET: [&str; 8] =
    ["schema", "id", "language", "source", "collection", "covers", "extra", "provenance"];

impl Document {
    /// Reads bytes, which must be one document.
    pub fn of_bytes(name: &str, bytes: Vec<u8>) -> Self {
        let is_label = &|words: &str| Schemas::builtin().is_label(words);
        Self::of_opened(opened(name, bytes, &Tools { pdf: &|_| Err(Refused::NoPdfReader), is_label }))
    }

    /// Reads a PDF of which this was taken out.
    pub fn of_pdf(name: &str, printed: Printed) -> Self {
        let is_label = &|words: &str| Schemas::builtin().is_label(words);
        Self::of_opened(opened(name, b"%PDF-1.7".into(), &Tools { pdf: &|_| Ok(printed.clone()), is_label }))
    }

    fn of_opened(mut opened: Vec<Opened>) -> Self {
        assert_eq!(opened.len(), 1, "one document");
        let Opened { name, source, .. } = opened.remove(0);
        Self::of_source(source.unwrap_or_else(|error| panic!("{name}: {error}")))
    }

    /// Reads text under the name of a file.
    pub fn of_named_text(name: &str, text: &str) -> Self {
        Self::of_source(Source::from_text(name, text))
    }

    /// Reads text.
    pub fn of_text(text: &str) -> Self {
        Self::of_source(Source::from_text("input.txt", text))
    }

    /// Reads a file of this project.
    pub fn of_file(path: &str) -> Self {
        let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        Self::of_bytes(path, std::fs::read(&whole).unwrap_or_else(|error| panic!("{path}: {error}")))
    }

    fn of_source(source: Source) -> Self {
        Self::read(source, Schemas::builtin(), &Options::default(), &mut Met::default())
    }

    /// Reads a document as one of a run.
    pub fn read(source: Source, schemas: &Schemas, options: &Options, met: &mut Met) -> Self {
        let mut reading = scheda::read(&source, schemas, options);
        reading.sheets.iter_mut().for_each(|sheet| met.check(&source, schemas, options, sheet));
        Self { source, reading }
    }

    /// The same document, read otherwise.
    pub fn again(self, schemas: &Schemas, options: &Options) -> Self {
        Self::read(self.source, schemas, options, &mut Met::default())
    }

    /// The text that the offsets of the reading count in.
    pub fn text(&self) -> &str {
        &self.source.text
    }

    /// The only record.
    pub fn record(&self) -> Value {
        assert_eq!(self.reading.sheets.len(), 1, "one sheet in {}", self.source.name);
        json!(self.reading.sheets[0].record)
    }

    /// The ledger in its finest grain.
    pub fn entries(&self) -> Vec<Entry> {
        self.reading.ledger.entries(self.text()).collect()
    }

    /// The stretches of one class, with the white space between their words.
    pub fn stretches(&self, class: Class) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        let mut goes_on = false;
        for entry in self.entries().iter().filter(|entry| entry.class != Class::Blank) {
            match found.last_mut() {
                Some(last) if goes_on && entry.class == class => last.end = entry.span.end,
                _ if entry.class == class => found.push(entry.span),
                _ => {}
            }
            goes_on = entry.class == class;
        }
        found
    }

    /// Every finding, those about the whole document first.
    pub fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        self.reading.findings.iter().chain(self.reading.sheets.iter().flat_map(|sheet| &sheet.findings))
    }

    /// Fails where the reading is not what every reading must be.
    pub fn prove(&self) {
        let faults = self.faults();
        assert!(faults.is_empty(), "{}:\n{}", self.source.name, faults.join("\n"));
    }

    /// What the reading breaks of what every reading must keep.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        self.ledger_tiles(&mut faults);
        self.blanks_are_blank(&mut faults);
        self.totals_agree(&mut faults);
        self.values_stand_in_the_record(&mut faults);
        for sheet in &self.reading.sheets {
            self.values_recompute(sheet, &mut faults);
            self.values_have_sources(sheet, &mut faults);
            self.segments_lie_in_the_sheet(sheet, &mut faults);
        }
        self.places_are_places(&mut faults);
        faults
    }

    /// Claims and entries start at 0, end at the text's end, and leave no gap and no overlap.
    fn ledger_tiles(&self, faults: &mut Vec<String>) {
        let claims: Vec<Span> = self.reading.ledger.claims().iter().map(|claim| claim.span).collect();
        let entries: Vec<Span> = self.entries().iter().map(|entry| entry.span).collect();
        for (name, spans) in [("claims", claims), ("entries", entries)] {
            let end = spans.iter().try_fold(0, |at, span| {
                let fits = span.start == at && !span.is_empty() && self.text().get(at..span.end).is_some();
                if fits { Ok(span.end) } else { Err(*span) }
            });
            if end != Ok(self.text().len()) {
                faults.push(format!("the {name} do not tile {} bytes: {end:?}", self.text().len()));
            }
        }
    }

    /// White space is `blank` wherever it stands, and nothing else is.
    fn blanks_are_blank(&self, faults: &mut Vec<String>) {
        for entry in self.entries() {
            let words = entry.span.of(self.text());
            if !words.chars().all(|c| is_blank(c) == (entry.class == Class::Blank)) {
                faults.push(format!("{words:?} is {}", entry.class.name()));
            }
        }
    }

    /// The totals are those of the entries and add up to the size.
    fn totals_agree(&self, faults: &mut Vec<String>) {
        let totals = self.reading.ledger.totals(self.text());
        for (class, total) in totals {
            let sum: usize = self.entries().iter().filter(|e| e.class == class).map(|entry| entry.span.len()).sum();
            if sum != total {
                faults.push(format!("{}: entries have {sum} bytes, the total says {total}", class.name()));
            }
        }
        if totals.iter().map(|(_, total)| total).sum::<usize>() != self.text().len() {
            faults.push(String::from("the totals do not add up to the size"));
        }
    }

    /// Each value comes again from its segments and its function.
    fn values_recompute(&self, sheet: &Sheet, faults: &mut Vec<String>) {
        let record = json!(sheet.record);
        for traced in &sheet.trace {
            let pointer = traced.pointer.to_string();
            let again = traced.recompute(self.text(), Schemas::builtin());
            if record.pointer(&pointer) != Some(&again) {
                faults.push(format!("{pointer} is {:?}, its segments give {again}", record.pointer(&pointer)));
            }
        }
    }

    /// Each value of the record has been traced, and once.
    fn values_have_sources(&self, sheet: &Sheet, faults: &mut Vec<String>) {
        if sheet.is_record() {
            return self.values_have_places(sheet, faults);
        }
        let mut traced: Vec<String> = sheet.trace.iter().map(|traced| traced.pointer.to_string()).collect();
        traced.sort();
        let mut values = Vec::new();
        leaves(&json!(sheet.record), String::new(), &mut values);
        values.retain(|pointer| is_of_the_sheet(pointer));
        values.sort();
        if traced != values {
            let missing: Vec<_> = values.iter().filter(|pointer| !traced.contains(pointer)).collect();
            let twice: Vec<_> = traced.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
            faults.push(format!("values without a source: {missing:?}; traced twice: {twice:?}"));
        }
    }

    /// Each value of a document that was a record stands somewhere in it.
    fn values_have_places(&self, sheet: &Sheet, faults: &mut Vec<String>) {
        let placed: Vec<String> = sheet.places.iter().map(|(pointer, _)| pointer.to_string()).collect();
        let mut values = Vec::new();
        leaves(&json!(sheet.record), String::new(), &mut values);
        let lost: Vec<_> =
            values.iter().filter(|pointer| is_of_the_sheet(pointer) && !placed.contains(pointer)).collect();
        if !lost.is_empty() {
            faults.push(format!("values without a place: {lost:?}"));
        }
    }

    /// What the ledger calls a value is in a value of the record.
    fn values_stand_in_the_record(&self, faults: &mut Vec<String>) {
        let mut in_values = vec![false; self.text().len()];
        let traced = self.reading.sheets.iter().flat_map(|sheet| &sheet.trace);
        for span in traced.flat_map(|traced| &traced.segments).filter_map(|segment| segment.span()) {
            in_values[span.start..span.end].fill(true);
        }
        for (_, span) in self.reading.sheets.iter().flat_map(|sheet| &sheet.places) {
            in_values[span.start..span.end].fill(true);
        }
        for entry in self.entries().iter().filter(|entry| entry.class == Class::Value) {
            let lost = !in_values[entry.span.start..entry.span.end].iter().all(|inside| *inside);
            if lost && !self.is_said_already(entry) && !self.is_shown_by_a_link(entry) {
                let words = entry.span.of(self.text());
                faults.push(format!("{words:?} is a value of {:?} and in no value of the record", entry.field));
            }
        }
    }

    /// An address that a sheet gives a second time, or that a link shows as its words, is one link of the record.
    fn is_said_already(&self, entry: &Entry) -> bool {
        let words = entry.span.of(self.text()).to_lowercase();
        let mut links = self.reading.sheets.iter().flat_map(|sheet| &sheet.record.links);
        entry.field == Some(Field::Links) && links.any(|link| link.url.to_lowercase().contains(&words))
    }

    /// The words of a link that has a label besides, or none: they are in no value yet.
    fn is_shown_by_a_link(&self, entry: &Entry) -> bool {
        let before = self.text()[..entry.span.start].trim_end();
        let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
        let opened = [("[", "]"), ("<a", "</a")].iter().any(|(open, close)| line.rfind(open) > line.rfind(close));
        entry.field == Some(Field::Links) && opened
    }

    fn segments_lie_in_the_sheet(&self, sheet: &Sheet, faults: &mut Vec<String>) {
        for traced in &sheet.trace {
            // The name of a column that nobody knows stands in the row above all sheets of a table.
            let of_column = traced.pointer.field == Field::Unmapped && traced.pointer.to_string().ends_with("/label");
            let spans = traced.segments.iter().filter_map(|segment| segment.span());
            let spans = spans.filter(|span| !of_column || span.start >= sheet.span.start);
            let foreign: Vec<Span> = spans.filter(|span| !sheet.span.covers(*span)).collect();
            if !foreign.is_empty() {
                faults.push(format!("{} is made of {foreign:?}, outside its sheet {:?}", traced.pointer, sheet.span));
            }
        }
    }

    /// Findings point at stretches of the text.
    fn places_are_places(&self, faults: &mut Vec<String>) {
        for finding in self.findings() {
            for span in [finding.span, finding.related].into_iter().flatten() {
                if span.start > span.end || self.text().get(span.start..span.end).is_none() {
                    faults.push(format!("{finding:?} points at no text"));
                }
            }
        }
    }

    /// The line of a traced value's first byte.
    pub fn line_of(&self, sheet: usize, pointer: &str) -> Option<usize> {
        let traced = self.reading.sheets[sheet].trace.iter().find(|traced| traced.pointer.to_string() == pointer)?;
        let span = traced.segments.iter().find_map(|segment| segment.span())?;
        Some(self.source.place(span.start).line)
    }

    /// One line a finding: place, severity, code, label, what it says, and the second place.
    pub fn findings_as_text(&self) -> String {
        self.findings().map(|finding| self.finding_as_text(finding) + "\n").collect()
    }

    fn finding_as_text(&self, finding: &Diagnostic) -> String {
        let place = |span: Option<Span>| {
            span.map_or_else(
                || String::from("-"),
                |span| {
                    let place = self.source.place(span.start);
                    format!("{}:{}", place.line, place.column)
                },
            )
        };
        let head = format!("{} {} {}", place(finding.span), finding.severity.name(), finding.finding.code().id());
        let label = finding.label.iter().map(|label| format!(" [{label}]")).collect::<String>();
        let second = finding.related.map(|span| format!(" -> {}", place(Some(span)))).unwrap_or_default();
        format!("{head}{label}{}{second}", self.arguments(finding))
    }

    fn arguments(&self, finding: &Diagnostic) -> String {
        let words = |span: Option<Span>| span.map(|span| span.of(self.text())).unwrap_or_default().to_owned();
        match &finding.finding {
            Finding::MissingField { field, label, .. } => {
                format!(" {field}{}", label.iter().map(|label| format!(" as {label:?}")).collect::<String>())
            }
            Finding::EmptyField { field, .. } | Finding::RepeatedLabel { field } => format!(" {field}"),
            Finding::MalformedEmail(text)
            | Finding::MalformedUrl(text)
            | Finding::MalformedPhone(text)
            | Finding::PlaceholderText(text)
            | Finding::DuplicateId(text)
            | Finding::MalformedYear(text)
            | Finding::MalformedDate(text) => format!(" {text:?}"),
            Finding::UnknownLabel { nearest, kept_in } => {
                let nearest = nearest.iter().map(|label| format!(", nearest {label:?}")).collect::<String>();
                format!(" kept in {kept_in}{nearest}")
            }
            Finding::UnassignedText => format!(" {:?}", words(finding.span)),
            Finding::InferredValue { field, value } => format!(" {field} = {value:?}"),
            Finding::JoinedAcrossPage => format!(" {:?} + {:?}", words(finding.span), words(finding.related)),
            Finding::DecodedAs { encoding } => format!(" {encoding}"),
            Finding::EndBeforeStart { start, end } => format!(" {end} < {start}"),
            Finding::FutureDate { date, today } => format!(" {date} > {today}"),
            Finding::TooLong { field, unit, most, found } => format!(" {field} {found} of {most} {unit:?}"),
            Finding::TooShort { field, unit, least, found } => format!(" {field} {found} of {least} {unit:?}"),
            Finding::LanguageMismatch { expected, found, all } => format!(" {found}, not {expected}; all: {all}"),
            Finding::LabelInsideLine { field, kept_in } => format!(" {field} kept in {kept_in}"),
            Finding::DuplicateRecord { same } => format!(" {same:?}"),
            Finding::PersonalData { what, value } => format!(" {what:?} {value:?}"),
            Finding::AmbiguousDate(value) | Finding::UnreadPeriod(value) => format!(" {value:?}"),
            Finding::NotRead { parts } => format!(" {parts:?}"),
            Finding::HiddenRead { parts } => format!(" {parts:?}"),
            Finding::PagesWithoutText { pages } => format!(" {pages:?}"),
            Finding::BlankTemplate | Finding::LabelsApart | Finding::LabelsSideBySide => String::new(),
            Finding::ValuesFirst | Finding::DoubtfulSheet => String::new(),
            Finding::OtherDocument { sign } => format!(" {sign:?}"),
            Finding::BrokenData { language, read, .. } => {
                format!(" {language}: {}; read: {read}", what_is_broken(finding))
            }
            Finding::UnknownKey { nearest } => nearest.iter().map(|key| format!(" nearest {key:?}")).collect(),
            Finding::MissingKey { key } => format!(" {key}"),
            Finding::WrongType { expected, found } => format!(" {expected:?}, found {found:?}"),
            Finding::NewerSchema { version } => format!(" {version}"),
            Finding::RepeatedKey => String::new(),
            Finding::NoSheet { looked_for } => format!(" looked for {looked_for:?}"),
        }
    }
}

/// Pointers to the strings, numbers and flags of a record.
fn leaves(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(nth, item)| leaves(item, format!("{at}/{nth}"), found));
        }
        Value::Object(keys) => keys.iter().for_each(|(key, item)| leaves(item, format!("{at}/{key}"), found)),
        _ => found.push(at),
    }
}

/// Whether a value stands in the sheet, so that it has a source.
fn is_of_the_sheet(pointer: &str) -> bool {
    let key = pointer.trim_start_matches('/').split('/').next().unwrap_or_default();
    let counted = key == "unmapped" && pointer.ends_with("/lines");
    let named = key == "identifiers" && pointer.ends_with("/scheme");
    !NOT_OF_THE_SHEET.contains(&key) && !counted && !named
}

/// What is wrong with a text that should be data, in English.
fn what_is_broken(finding: &Diagnostic) -> String {
    let text = Message::new(finding, Locale::default()).text;
    text.split_once(": ").map_or(text.clone(), |(_, what)| what.to_owned())
}
