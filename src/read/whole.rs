//! What is found about a document as a whole.

use crate::diagnostic::{Diagnostic, Finding};
use crate::practice::Field;
use crate::schemas::Schemas;
use crate::sheets::Refusal;
use crate::source::layout::Notes;
use crate::source::{Encoding, Source};

/// Findings about the document as a whole.
pub fn whole(
    source: &Source,
    schemas: &Schemas,
    refused: &[Refusal],
    mut findings: Vec<Diagnostic>,
    empty: bool,
) -> Vec<Diagnostic> {
    if source.encoding == Encoding::Windows1252 {
        findings.push(Diagnostic::whole(Finding::DecodedAs { encoding: source.encoding.name() }));
    }
    findings.extend(source.layout.iter().flat_map(|layout| noted(&layout.notes)));
    findings.extend(refused.iter().map(|refusal| match *refusal {
        Refusal::Blank(place) => Diagnostic::at(Finding::BlankTemplate, place),
        Refusal::Apart(place) => Diagnostic::at(Finding::LabelsApart, place),
        Refusal::SideBySide(place) => Diagnostic::at(Finding::LabelsSideBySide, place),
        Refusal::Reversed(place) => Diagnostic::at(Finding::ValuesFirst, place),
        Refusal::Other(place, sign) => Diagnostic::at(Finding::OtherDocument { sign }, place),
    }));
    if empty && !findings.iter().any(|finding| finding.finding.says_why_no_sheet()) {
        findings.push(Diagnostic::whole(Finding::NoSheet { looked_for: looked_for(schemas) }));
    }
    findings
}

/// What the user should know of a container.
fn noted(notes: &Notes) -> Vec<Diagnostic> {
    let unread = notes.unread.iter().map(|(part, count)| (*part, *count)).collect::<Vec<_>>();
    let hidden = (!notes.hidden.is_empty()).then(|| Finding::HiddenRead { parts: notes.hidden.clone() });
    let blank = (!notes.blank_pages.is_empty()).then(|| Finding::PagesWithoutText { pages: notes.blank_pages.clone() });
    let unread = (!unread.is_empty()).then_some(Finding::NotRead { parts: unread });
    [blank, hidden, unread].into_iter().flatten().map(Diagnostic::whole).collect()
}

/// What would have made a sheet of the document: the start marks, and examples of labels.
fn looked_for(schemas: &Schemas) -> Vec<String> {
    let starts = schemas.templates.iter().flat_map(|template| template.starts.iter().map(ToString::to_string));
    let examples = [Field::Title, Field::Description, Field::TargetGroups];
    let language = schemas.fallback();
    let labels = examples.iter().filter_map(|field| language?.heading(*field).map(str::to_owned));
    starts.chain(labels).collect()
}
