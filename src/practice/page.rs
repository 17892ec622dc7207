//! What a page or deck says without a label: its title, its sections, and who leads.

use super::assemble::Assembler;
use super::draft::Right;
use super::segments::Segment;
use super::{Field, Origin, Pointer, Section, Step, compose};
use crate::blocks::trim;
use crate::ledger::Class;
use crate::schemas::fold;
use crate::sheets::{Entries, Entry, LineShape, Opener};
use crate::source::Span;

/// Characters of a title without a label at most.
const LONGEST_TITLE: usize = 120;

/// Concludes what no label says.
pub(super) fn conclude(assembler: &mut Assembler<'_, '_>, entries: &Entries) {
    assembler.running_title(entries);
    assembler.title_of_definition();
    let sections = assembler.title_of_first_heading(entries);
    assembler.title_of_first_line(entries);
    assembler.sections(&sections);
    assembler.lead_of_partners();
    assembler.lead_below_title(entries);
    assembler.lead_of_contacts();
}

impl Assembler<'_, '_> {
    /// The heading and strapline that a deck repeats.
    fn running_title(&mut self, entries: &Entries) {
        if !entries.running_title.is_empty() && self.draft.record.title.is_none() {
            let line = self.line(Field::Title, &entries.running_title);
            self.draft.set_text(Field::Title, Origin::Pattern, Right::Own, line);
        }
    }

    /// "X – Y – is a project that …" names the practice "X – Y".
    fn title_of_definition(&mut self) {
        if self.draft.record.title.is_some() {
            return;
        }
        let Some(Segment::Source(first, _)) = self.draft.segments(Field::Description).and_then(<[_]>::first).copied()
        else {
            return;
        };
        if let Some(name) = defined_name(self.text, first, self) {
            self.draft.set_text(Field::Title, Origin::Pattern, Right::Cite, vec![Segment::as_is(name)]);
        }
    }

    /// A first heading that names no field is the title, where nothing else is. Gives the entries that stay sections.
    fn title_of_first_heading<'e>(&mut self, entries: &'e Entries) -> Vec<&'e Entry> {
        let mut sections: Vec<&Entry> =
            entries.entries.iter().filter(|entry| matches!(entry.opener, Opener::Section { .. })).collect();
        let first = entries.entries.first().map(|entry| entry.opener);
        let Some(Opener::Section { span, words, .. }) =
            first.filter(|_| self.infer && self.draft.record.title.is_none() && entries.preamble.is_empty())
        else {
            return sections;
        };
        let line = crate::sheets::Line { body: words, shape: LineShape::Prose, gap: crate::sheets::Gap::None };
        let segments = self.line(Field::Title, &[line]);
        self.draft.set_text(Field::Title, Origin::Inferred, Right::Own, segments);
        self.draft.markup(Field::Title, [Span::new(span.start, words.start)]);
        if sections.first().is_some_and(|entry| entry.lines.is_empty()) {
            sections.remove(0);
        }
        sections
    }

    /// A short first line without a label is the title, where nothing else is.
    fn title_of_first_line(&mut self, entries: &Entries) {
        let first = entries.preamble.first().filter(|_| self.infer && self.draft.record.title.is_none());
        let Some(first) = first else { return };
        let words = first.body.of(self.text);
        let short = words.chars().count() <= LONGEST_TITLE && !words.ends_with(['.', ':', ';', ',']);
        let starts = words.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| c.is_uppercase() || c.is_numeric());
        if short && starts && first.shape == LineShape::Prose {
            let segments = self.line(Field::Title, &[*first]);
            self.draft.set_text(Field::Title, Origin::Inferred, Right::Own, segments);
        }
    }

    /// The organisation on the line below a title without a label.
    fn lead_below_title(&mut self, entries: &Entries) {
        let [title, line, ..] = entries.preamble[..] else { return };
        let below_title = self.draft.segments(Field::Title).is_some_and(|segments| {
            segments.first().and_then(|segment| segment.span()).is_some_and(|span| title.body.covers(span))
        });
        let words = self.document.words(self.schemas);
        let is_name = words.name_organisation(line.body, self.text) && line.body.len() <= LONGEST_TITLE;
        if self.infer && below_title && is_name && self.draft.record.lead_organisation.is_none() {
            let segments = self.line(Field::LeadOrganisation, &[line]);
            self.draft.set_text(Field::LeadOrganisation, Origin::Inferred, Right::Own, segments);
        }
    }

    /// The organisation of the contacts, where all of them work for one.
    fn lead_of_contacts(&mut self) {
        let mut names = self.draft.record.contacts.iter().map(|contact| contact.organisation.as_deref());
        let Some(name) = names.next().flatten().filter(|_| self.infer && self.draft.record.lead_organisation.is_none())
        else {
            return;
        };
        if !names.all(|other| other == Some(name)) {
            return;
        }
        let is_organisation = |traced: &&super::Traced| {
            traced.pointer.field == Field::Contacts && traced.pointer.steps.last() == Some(&Step::Key("organisation"))
        };
        if let Some(segments) = self.draft.trace.iter().find(is_organisation).map(|traced| traced.segments.clone()) {
            self.draft.set_text(Field::LeadOrganisation, Origin::Inferred, Right::Cite, segments);
        }
    }

    /// Headings that no field knows, nested as in the source.
    fn sections(&mut self, entries: &[&Entry]) {
        let mut roots: Vec<Section> = Vec::new();
        let mut open: Vec<(u8, usize)> = Vec::new();
        for entry in entries {
            let Opener::Section { level, span, words, groups } = entry.opener else { continue };
            // A page's own heading above those of its fields says nothing that the title does not.
            let own = level == 1 && roots.is_empty() && self.draft.record.title.is_some();
            if (groups || own) && entry.lines.is_empty() {
                self.draft.claim(span, Class::Heading, None);
                continue;
            }
            open.retain(|(outer, _)| *outer < level);
            let path: Vec<usize> = open.iter().map(|(_, at)| *at).collect();
            let Some(siblings) = siblings(&mut roots, &path) else { continue };
            let at = siblings.len();
            siblings.push(Section::default());
            open.push((level, at));
            let section = self.section(entry, span, words, &pointer(&path, at));
            if let Some(place) = siblings_of(&mut roots, &path, at) {
                *place = section;
            }
        }
        self.draft.record.sections = roots;
    }

    fn section(&mut self, entry: &Entry, span: Span, words: Span, at: &Pointer) -> Section {
        let is_title = self
            .draft
            .segments(Field::Title)
            .is_some_and(|title| title.iter().any(|segment| segment.span().is_some_and(|span| words.covers(span))));
        let title = (!is_title).then(|| {
            let line = crate::sheets::Line { body: words, shape: LineShape::Prose, gap: crate::sheets::Gap::None };
            let segments = self.line(Field::Sections, &[line]);
            self.draft.markup(Field::Sections, [Span::new(span.start, words.start)]);
            self.draft.trace(at.then(Step::Key("title")), Origin::Label, Right::Own, segments)
        });
        let nodes = self.nodes(Field::Sections, &entry.lines);
        let segments = compose::text(&nodes.nodes, self.text);
        let text = (!segments.is_empty())
            .then(|| self.draft.trace(at.then(Step::Key("text")), Origin::Label, Right::Own, segments));
        Section { title, text, sections: Vec::new() }
    }

    /// The partner whom a list marks as the lead: "Example Foundation (lead partner, Rome)".
    fn lead_of_partners(&mut self) {
        if self.draft.record.lead_organisation.is_some() {
            return;
        }
        let items = self.draft.trace.iter().filter(|traced| traced.pointer.field == Field::Partners);
        let marked = items.filter_map(|traced| self.marked_lead(&traced.segments)).collect::<Vec<_>>();
        if let [lead] = &marked[..] {
            let (field, segments) = (Field::LeadOrganisation, lead.clone());
            self.draft.set_text(field, Origin::Pattern, Right::Cite, segments);
        }
    }

    /// The segments before the bracket that holds a marker of the lead.
    fn marked_lead(&self, segments: &[Segment]) -> Option<Vec<Segment>> {
        for (at, segment) in segments.iter().enumerate() {
            let Some(span) = segment.span() else { continue };
            let raw = span.of(self.text);
            let Some(bracket) = raw.find('(').filter(|open| self.is_lead_marker(&raw[*open..])) else { continue };
            let name = trim(self.text, Span::new(span.start, span.start + bracket));
            let before = segments[..at].iter().copied();
            let name = Some(Segment::as_is(name)).filter(|_| !name.is_empty());
            let segments: Vec<Segment> = before.chain(name).collect();
            return segments.iter().any(|segment| segment.span().is_some()).then_some(segments);
        }
        None
    }

    /// Whether a bracket begins with a marker of the lead, or has one between its commas and dashes.
    fn is_lead_marker(&self, bracket: &str) -> bool {
        let inner = bracket.trim_start_matches('(').split(')').next().unwrap_or_default();
        let markers = |part: &str| {
            let folded = fold(part);
            let known = |language: &crate::schemas::Language| language.lead_markers.contains(&folded);
            self.schemas.languages.iter().any(known)
        };
        inner.split([',', ';', '–', '—', '-', '/']).any(markers)
    }
}

/// The name that a paragraph defines.
fn defined_name(text: &str, paragraph: Span, assembler: &Assembler<'_, '_>) -> Option<Span> {
    let raw = paragraph.of(text);
    let is_dash = |at: usize, dash: &str| raw[..at].ends_with(' ') && raw[at + dash.len()..].starts_with(' ');
    let (second, dash) = raw.match_indices(['–', '—', '-']).filter(|(at, dash)| is_dash(*at, dash)).nth(1)?;
    let rest = raw[second + dash.len()..].trim_start().to_lowercase();
    let defines = |language: &crate::schemas::Language| {
        language.definitions.iter().any(|words| {
            let after = rest.strip_prefix(words);
            after.is_some_and(|after| words.ends_with('\'') || after.starts_with(' '))
        })
    };
    let name = trim(text, Span::new(paragraph.start, paragraph.start + second));
    assembler.schemas.languages.iter().any(defines).then_some(name)
}

fn siblings<'r>(roots: &'r mut Vec<Section>, path: &[usize]) -> Option<&'r mut Vec<Section>> {
    path.iter().try_fold(roots, |sections, at| sections.get_mut(*at).map(|section| &mut section.sections))
}

fn siblings_of<'r>(roots: &'r mut Vec<Section>, path: &[usize], at: usize) -> Option<&'r mut Section> {
    siblings(roots, path)?.get_mut(at)
}

fn pointer(path: &[usize], at: usize) -> Pointer {
    let outer = path.iter().flat_map(|at| [Step::Item(*at), Step::Key("sections")]);
    let steps = outer.chain([Step::Item(at)]).collect();
    Pointer { field: Field::Sections, steps }
}
