//! Pages that [`crate::output::markdown`] wrote, read back as the records that they are.
//!
//! The reader is the inverse of the writer: `find` tells pages from other texts, `front_matter` takes the small typed keys, `body` goes
//! from heading to heading and hands each stretch to `head`, `facts`, `people`, `texts` or `sections`; `words` is the vocabulary the
//! other way round, and `decode` says which bytes a value is made of. What stands in the body counts: the title in the front matter is
//! there for programs that make sites.

mod body;
mod decode;
mod facts;
mod find;
mod front_matter;
mod head;
mod people;
mod sections;
mod texts;
mod words;

use crate::ledger::{Claim, Class};
use crate::practice::{Draft, Field, SCHEMA_VERSION, language, slug};
use crate::records::{self, Records, Walked};
use crate::schemas::Schemas;
use crate::source::{Source, Span};
use crate::{Options, Sheet};

use body::Body;
use find::Page;
use front_matter::Front;
use words::Words;

/// Reads a document that is pages of records; nothing for any other.
pub(crate) fn read(source: &Source, schemas: &Schemas, options: &Options) -> Option<Records> {
    let text = &source.text;
    if source.layout.is_some() || !find::may_be_page(source) {
        return None;
    }
    let pages = find::pages(text, schemas);
    if pages.is_empty() {
        return None;
    }
    let words = Words::new(schemas);
    let mut reading = Records::default();
    for page in &pages {
        let front = Front::read(text, page, &mut reading.claims);
        reading.findings.extend(front.faults.iter().cloned());
        if !front.is_newer {
            reading.sheets.push(sheet(source, page, front, &words, options, &mut reading.claims));
        }
    }
    Some(reading)
}

fn sheet(
    source: &Source,
    page: &Page,
    mut front: Front,
    words: &Words<'_>,
    options: &Options,
    claims: &mut Vec<Claim>,
) -> Sheet {
    let text = &source.text;
    let mut draft = Draft::new(text, words.schemas);
    let title = front.take_title();
    draft.record = front.record(page.front.is_none());
    let mut body = Body::new(source, page.body, draft, words);
    body.read();
    let Body { mut draft, mut walked, .. } = body;
    if draft.record.title.is_none() {
        draft.record.title = title.map(|(title, place)| {
            walked.places.push((Field::Title.into(), place));
            title
        });
    }
    if page.front.is_none() {
        conclude(&mut draft, source, words.schemas, options);
    }
    claims.append(&mut draft.claims);
    let placed = draft.trace.iter().filter_map(|traced| {
        let span = traced.segments.iter().filter_map(|segment| segment.span()).reduce(Span::to)?;
        Some((traced.pointer.clone(), span))
    });
    walked.places.extend(placed);
    walked.absorb(front.walked);
    let sheet = records::finish(text, page.span, draft.record, walked, words.schemas, options);
    Sheet { trace: draft.trace, ..sheet }
}

/// What the front matter would say: which language the page is in, and what the record is called.
fn conclude(draft: &mut Draft<'_>, source: &Source, schemas: &Schemas, options: &Options) {
    draft.record.schema = SCHEMA_VERSION;
    let name = draft.record.short_title.as_ref().or(draft.record.title.as_ref());
    draft.record.id = name.map(|name| slug(name)).filter(|id| !id.is_empty());
    draft.record.language = language(draft, source, schemas).filter(|_| options.infer);
}

/// Gives bytes to a class.
fn claim(claims: &mut Vec<Claim>, span: Span, class: Class, field: Option<Field>) {
    claims.push(Claim { span, class, field });
}

impl Walked {
    /// Adds what the front matter of the same record says.
    fn absorb(&mut self, front: Walked) {
        self.places.extend(front.places);
        self.keys.extend(front.keys);
        self.findings.extend(front.findings);
    }
}
