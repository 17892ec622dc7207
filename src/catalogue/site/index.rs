//! The index of the site, for its template.

use serde::Serialize;

use super::charts::{self, Bar, Columns};
use super::facets::{Facet, facets};
use super::search::Words;
use super::{INDEX_STYLE, SCRIPT, shell};
use crate::catalogue::overview::cut;
use crate::catalogue::{By, Catalogue, Practice, Presence};
use crate::locale::Fact;
use crate::output::html::Shell;
use crate::output::markdown::DASH;
use crate::practice::{Field, Years};

/// Most characters of what the list tells of a practice, and of its organisation and place.
const TEXT: usize = 240;
const FACT: usize = 120;
/// How many rows of the matrix are laid out together.
const CHUNK: usize = 100;
/// What stands in the place of the number of practices that are found.
const NUMBER: &str = "{number}";

/// The index.
#[derive(Serialize)]
pub struct Index<'a> {
    shell: Shell,
    name: String,
    counts: String,
    hidden: Option<String>,
    folder: &'a str,
    /// What says how many of all are found.
    found: String,
    list: Vec<Entry<'a>>,
    facets: Vec<Facet>,
    data: String,
    countries: Vec<Bar>,
    years: Option<Columns>,
    fields: Vec<Bar>,
    heads: Vec<String>,
    legend: Vec<Sign>,
    chunks: Vec<Vec<Row<'a>>>,
    files: &'a [File],
}

/// A file beside the site that has the same.
#[derive(Serialize)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What its format is called.
    pub kind: &'static str,
}

/// A practice in the list.
#[derive(Serialize)]
struct Entry<'a> {
    stem: &'a str,
    name: &'a str,
    lang: Option<&'a str>,
    organisation: Option<String>,
    place: Option<String>,
    /// What it is, in the language of the site.
    tags: Vec<String>,
    text: Option<String>,
}

/// A practice in the matrix.
#[derive(Serialize)]
struct Row<'a> {
    stem: &'a str,
    name: &'a str,
    lang: Option<&'a str>,
    /// Whether it says something of each field.
    cells: Vec<(&'static str, &'static str)>,
}

/// What a sign of the matrix means.
#[derive(Serialize)]
struct Sign {
    kind: &'static str,
    sign: &'static str,
    name: String,
}

/// What the script knows.
#[derive(Serialize)]
struct Data {
    #[serde(flatten)]
    words: Words,
    /// The practices of each choice, facet by facet.
    facets: Vec<Vec<Vec<usize>>>,
}

impl<'a> Index<'a> {
    /// The index of a catalogue.
    pub fn of(catalogue: &'a Catalogue<'a>, folder: &'a str, files: &'a [File]) -> Self {
        let (locale, practices, name) = (catalogue.locale, &catalogue.practices, catalogue.name());
        let all = Fact::count("practices", practices.len());
        let fields = catalogue.fields();
        let facets = facets(catalogue);
        let chunks = practices.chunks(CHUNK);
        Self {
            shell: shell(locale, &name, INDEX_STYLE, Some(SCRIPT)),
            name,
            counts: catalogue.counts(),
            hidden: catalogue.told_hidden(),
            folder,
            found: locale.say("found", &[("number", NUMBER.into()), ("practices", all)]),
            list: practices.iter().map(|practice| Entry::of(catalogue, practice)).collect(),
            data: data(catalogue, &facets),
            facets,
            countries: charts::countries(catalogue),
            years: charts::years(catalogue),
            fields: charts::fields(catalogue),
            heads: fields.iter().map(|field| catalogue.heading(*field)).collect(),
            legend: Presence::ALL.map(|presence| Sign::of(catalogue, presence)).into(),
            files,
            chunks: chunks.map(|rows| rows.iter().map(|practice| Row::of(practice, &fields)).collect()).collect(),
        }
    }
}

impl<'a> Entry<'a> {
    fn of(catalogue: &Catalogue<'_>, practice: &'a Practice) -> Self {
        let record = &practice.record;
        let fact = |value: &Option<String>| value.as_ref().map(|value| cut(value, FACT));
        let text = record.summary.as_ref().or(record.description.as_ref());
        let shown = |by: By| by.keys(practice).into_iter().map(move |key| catalogue.shown(by, key));
        let years = record.derived.as_ref().and_then(|derived| derived.years).map(span);
        let tags = shown(By::Country).chain(years).chain(shown(By::Language)).chain(shown(By::Collection));
        Self {
            stem: &practice.stem,
            name: practice.name(),
            lang: record.language.as_deref(),
            organisation: fact(&record.lead_organisation),
            place: fact(&record.location),
            tags: tags.collect(),
            text: text.map(|text| cut(text, TEXT)),
        }
    }
}

/// From when to when a practice was active: `2012–2015`, `2012–`, `–2015`.
fn span(years: Years) -> String {
    let [from, to] = [years.from, years.to].map(|year| year.map_or_else(String::new, |year| year.to_string()));
    if from == to { from } else { format!("{from}{DASH}{to}") }
}

impl<'a> Row<'a> {
    fn of(practice: &'a Practice, fields: &[Field]) -> Self {
        let presence = fields.iter().map(|field| practice.presence(*field));
        Self {
            stem: &practice.stem,
            name: practice.name(),
            lang: practice.record.language.as_deref(),
            cells: presence.map(|presence| (presence.message(), presence.sign())).collect(),
        }
    }
}

impl Sign {
    fn of(catalogue: &Catalogue<'_>, presence: Presence) -> Self {
        let name = catalogue.locale.say(presence.message(), &[]);
        Self { kind: presence.message(), sign: presence.sign(), name }
    }
}

/// What the script knows, as JSON in which no tag can end or begin.
fn data(catalogue: &Catalogue<'_>, facets: &[Facet]) -> String {
    let choices = |facet: &'_ Facet| facet.options.iter().map(|choice| choice.practices.clone()).collect();
    let data = Data { words: Words::of(catalogue), facets: facets.iter().map(choices).collect() };
    let json = serde_json::to_string(&data).unwrap_or_default();
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
