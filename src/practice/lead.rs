//! Who leads, where no label says so: the marked partner, the line below the title, a statement, the contacts.

use super::assemble::Assembler;
use super::cut::Joined;
use super::draft::Right;
use super::segments::Segment;
use super::statement;
use super::{Field, Kind, Origin, Step, Traced};
use crate::blocks::trim;
use crate::ledger::Class;
use crate::schemas::{Language, fold};
use crate::sheets::{Entries, Line};
use crate::source::{Span, digits};

/// What parts a name from when it began.
const MIDDLE_DOT: &str = " · ";
/// Words of a sentence at least.
const SENTENCE: usize = 5;
/// Figures of a postal code; a telephone number has more.
const FIGURES: usize = 5;
/// Characters of an organisation's name at most.
const LONGEST_NAME: usize = 120;

impl Assembler<'_, '_> {
    /// The organisation on the line between a title without a label and the text.
    pub(super) fn lead_below_title(&mut self, entries: &Entries) {
        let Some(title) = self.title_in(&entries.preamble).filter(|_| self.infer) else { return };
        let Some(&line) = entries.preamble.get(title + 1) else { return };
        let below = title + 2;
        let text = entries.preamble.get(below).is_none_or(|next| {
            next.body.of(self.text).ends_with('.') || self.begins_paragraph(&entries.preamble[below..])
        });
        let credit = self.credit(line.body);
        let own = self.before_place(credit.map_or(line.body, |(_, name)| name));
        let name = own.of(self.text);
        let short = name.chars().count() <= LONGEST_NAME && !name.contains(':');
        let is_name = self.schemas.contact_words.name_organisation(own, self.text) && self.is_named(name);
        // `Financed by Example Foundation` is who pays.
        let leads = credit.is_none_or(|(field, _)| field == Field::LeadOrganisation);
        if text && short && is_name && leads && self.may_be_title(line) && self.draft.record.lead_organisation.is_none()
        {
            self.draft.markup(Field::LeadOrganisation, [Span::new(line.body.start, own.start)]);
            let segments = self.line(Field::LeadOrganisation, &[Line { body: own, ..line }]);
            self.draft.set_text(Field::LeadOrganisation, Origin::Inferred, Right::Own, segments);
        }
    }

    /// The organisation before a comma or dot, where what stands behind is none and no list: `Example Foundation, Sampletown`, but
    /// `Department of Education, Culture and Sport`.
    fn before_place(&self, line: Span) -> Span {
        let words = line.of(self.text);
        let names =
            |part: &str| self.schemas.contact_words.name_organisation(Span::of_slice(self.text, part), self.text);
        let joins = |word: &str| self.schemas.joiners.get(&fold(word)).is_some();
        if let Some((name, beside)) = words.split_once(MIDDLE_DOT) {
            return if names(name) && !names(beside) { Span::of_slice(self.text, name) } else { line };
        }
        let Some((name, place)) = words.split_once(", ") else { return line };
        let lists = names(place) || place.contains(',') || place.split_whitespace().any(joins);
        if names(name) && !lists { Span::of_slice(self.text, name) } else { line }
    }

    /// Whether words may name something: no function word but an article begins them, and half of the others have capitals.
    fn is_named(&self, words: &str) -> bool {
        let is_small = |word: &str| self.schemas.function_words.get(&fold(word)).is_some();
        let is_article = |word: &str| self.schemas.articles.get(&fold(word)).is_some();
        let all: Vec<&str> = words.split_whitespace().collect();
        let telling = all.iter().filter(|word| !is_small(word)).count();
        let plain = all.iter().filter(|word| word.starts_with(char::is_lowercase) && !is_small(word)).count();
        all.first().is_some_and(|first| !is_small(first) || is_article(first)) && plain * 2 <= telling
    }

    /// The name in a sentence that stands under the label of who leads: "X, with three schools.", "The work is led by X and Y.". What
    /// else it says stands under no label of its own.
    pub(super) fn lead_of_sentence(&self, field: Field, segments: &[Segment]) -> Option<Vec<Segment>> {
        let joined = Joined::new(segments, self.text);
        let sentence = joined.text.ends_with('.') && joined.text.split_whitespace().count() >= SENTENCE;
        if field != Field::LeadOrganisation || !self.infer || !sentence {
            return None;
        }
        match &statement::leads(&joined.text, self.schemas, &self.schemas.contact_words)[..] {
            [name] => joined.cut(name),
            [] => joined.cut(&(0..self.end_of_name(&joined.text)?)),
            _ => None,
        }
    }

    /// The name before a bracket that says nothing but that it leads: `Example Town (lead partner)`.
    pub(super) fn without_marker(&mut self, segments: Vec<Segment>) -> Vec<Segment> {
        let joined = Joined::new(&segments, self.text);
        let open = joined.text.rfind('(').filter(|&open| joined.text.ends_with(')') && open > 0);
        let alone = |bracket: &str| !bracket.contains([',', ';', '/']) && self.is_lead_marker(bracket);
        let Some(open) = open.filter(|&open| alone(&joined.text[open..])) else { return segments };
        let name = joined.cut(&(0..joined.text[..open].trim_end().len()));
        for span in joined.cut(&(open..joined.text.len())).unwrap_or_default().iter().filter_map(|it| it.span()) {
            self.draft.claim(span, Class::Label, Some(Field::LeadOrganisation));
        }
        name.unwrap_or(segments)
    }

    /// Sets it; what parts it from the rest of the sentence belongs to neither.
    pub(super) fn set_lead_of_sentence(&mut self, name: Vec<Segment>) {
        let end = name.iter().rev().find_map(|segment| segment.span()).map_or(0, |span| span.end);
        let behind = &self.text[end..];
        let parting = behind.len() - behind.trim_start_matches([',', ' ']).len();
        self.draft
            .markup(Field::LeadOrganisation, [Span::new(end, end + parting)].into_iter().filter(|it| !it.is_empty()));
        self.draft.set_text(Field::LeadOrganisation, Origin::Inferred, Right::Own, name);
    }

    /// The lines of a name above the address or number that stands below it: `4 Lime Square, 13999 Sample`, `04 99 06 71 20`.
    pub(super) fn above_address<'l>(&self, lines: &'l [Line]) -> &'l [Line] {
        let is_address = |line: &Line| {
            let words = line.body.of(self.text);
            let begins = words.starts_with(|c: char| c.is_ascii_digit() || c == '+');
            let figures = digits(words);
            let coded = holds_post_code(words);
            let dialled = figures > FIGURES && !words.contains(char::is_alphabetic);
            // `Lime Street 12`
            let house = words.rsplit(' ').next().unwrap_or_default();
            let street = words.contains(' ') && house.len() <= 3 && house.starts_with(|c: char| c.is_ascii_digit());
            words.contains('@') || (begins && (coded || dialled)) || street
        };
        let end = lines.iter().skip(1).position(is_address).map_or(lines.len(), |at| at + 1);
        &lines[..end]
    }

    /// Where the name ends that a sentence begins with, before a comma and a function word: "X, in two schools."
    fn end_of_name(&self, sentence: &str) -> Option<usize> {
        let comma = sentence.find(", ")?;
        let next = sentence[comma + 2..].split_whitespace().next()?;
        let goes_on = next.starts_with(char::is_lowercase) && self.schemas.function_words.get(&fold(next)).is_some();
        (goes_on && self.is_named(&sentence[..comma])).then_some(comma)
    }

    /// The organisation of the contacts, where all of them work for one.
    pub(super) fn lead_of_contacts(&mut self) {
        let mut names = self.draft.record.contacts.iter().map(|contact| contact.organisation.as_deref());
        let Some(name) = names.next().flatten().filter(|_| self.infer && self.draft.record.lead_organisation.is_none())
        else {
            return;
        };
        if !names.all(|other| other == Some(name)) {
            return;
        }
        let is_organisation = |traced: &&Traced| {
            traced.pointer.field == Field::Contacts && traced.pointer.steps.last() == Some(&Step::Key("organisation"))
        };
        if let Some(segments) = self.draft.trace.iter().find(is_organisation).map(|traced| traced.segments.clone()) {
            self.draft.set_text(Field::LeadOrganisation, Origin::Inferred, Right::Cite, segments);
        }
    }

    /// The partner whom a list marks as the lead: "Example Foundation (lead partner, Rome)".
    pub(super) fn lead_of_partners(&mut self) {
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

    /// The segments before the bracket, or behind the dash, that holds a marker of the lead.
    fn marked_lead(&self, segments: &[Segment]) -> Option<Vec<Segment>> {
        for (at, segment) in segments.iter().enumerate() {
            let Some(span) = segment.span() else { continue };
            let list = span.of(self.text);
            // Where one name alone has a bracket, its commas may be its own.
            let several = list.matches('(').count() > 1;
            let names: Vec<(usize, &str)> = if several { parts(list).collect() } else { vec![(0, list)] };
            let marked = names.into_iter().find_map(|(start, part)| Some((start, start + self.marked_at(part)?)));
            let Some((start, end)) = marked else { continue };
            let start = with_legal_form(list, start, end);
            let name = trim(self.text, Span::new(span.start + start, span.start + end));
            // The first name of an item may begin in segments before.
            let before = segments[..at].iter().copied().filter(|_| start == 0);
            let name = Some(Segment::as_is(name)).filter(|_| !name.is_empty());
            let segments: Vec<Segment> = before.chain(name).collect();
            return segments.iter().any(|segment| segment.span().is_some()).then_some(segments);
        }
        None
    }

    /// Where the bracket or dash stands that marks a name as that of the lead.
    fn marked_at(&self, name: &str) -> Option<usize> {
        let mut brackets = name.match_indices('(').map(|(open, _)| open);
        brackets.find(|open| self.is_lead_marker(&name[*open..])).or_else(|| self.lead_dash(name))
    }

    /// The dash behind which nothing but a marker of the lead stands: `Example Town – coordinator`.
    fn lead_dash(&self, raw: &str) -> Option<usize> {
        let dash = [" – ", " — ", " - "].into_iter().filter_map(|dash| raw.rfind(dash)).max()?;
        let behind = raw[dash..].trim_start_matches([' ', '–', '—', '-']);
        (!behind.contains([',', ';', '/', '(']) && self.is_lead_marker(behind)).then_some(dash)
    }

    /// Whether a bracket begins with a marker of the lead, or has one between its commas and dashes.
    fn is_lead_marker(&self, bracket: &str) -> bool {
        let inner = bracket.trim_start_matches('(').split(')').next().unwrap_or_default();
        let markers = |part: &str| {
            let folded = fold(part);
            let known = |language: &Language| language.lead_markers.contains(&folded);
            self.schemas.languages.iter().any(known)
        };
        inner.split([',', ';', '–', '—', '-', '/']).any(markers)
    }

    /// The organisation that a sentence says leads: "X, which leads the work", "promosso da X". Where two are said to, none is.
    pub(super) fn lead_of_statement(&mut self) {
        if self.draft.record.lead_organisation.is_some() || !self.infer {
            return;
        }
        let texts = self.draft.trace.iter().filter(|traced| {
            matches!(traced.pointer.field.kind(), Kind::Text | Kind::Sections) && traced.function.is_none()
        });
        let words = &self.schemas.contact_words;
        let mut leads = Vec::new();
        for traced in texts {
            let joined = Joined::new(&traced.segments, self.text);
            for name in statement::leads(&joined.text, self.schemas, words) {
                let segments = joined.cut(&name);
                leads.extend(segments.map(|segments| (fold(&joined.text[name]), segments)));
            }
        }
        let Some((name, segments)) = leads.first().cloned() else { return };
        let pays = self.draft.record.funders.iter().any(|funder| fold(funder).contains(&name));
        if !pays && leads.iter().all(|(other, _)| other.contains(&name) || name.contains(other)) {
            self.draft.set_text(Field::LeadOrganisation, Origin::Inferred, Right::Cite, segments);
        }
    }
}

/// Where a name of a list begins, whose legal form may stand behind a comma: `Sample Yard, Ltd. – leader`.
fn with_legal_form(list: &str, start: usize, end: usize) -> usize {
    let alone = list[start..end].split_whitespace().count() < 2;
    let before = list[..start].trim_end_matches(',');
    if alone && start > 0 { before.rfind(',').map_or(0, |comma| comma + 1) } else { start }
}

/// The names of a list with commas, each with its place; a comma in brackets parts none.
fn parts(list: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut depth = 0_usize;
    let outside = move |c: char| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ',' && depth == 0
    };
    let mut start = 0;
    list.split(outside).map(move |part| {
        let at = start;
        start += part.len() + 1;
        (at, part)
    })
}

/// Whether words have a number with the figures of a post code; one of four may be a year.
pub(super) fn holds_post_code(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == FIGURES)
}
