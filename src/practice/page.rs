//! What a page or deck says without a label: its first paragraphs, and its sections.

use std::borrow::Cow;

use super::assemble::Assembler;
use super::draft::Right;
use super::segments::Segment;
use super::{Field, Kind, Origin, Pointer, Section, Step, compose};
use crate::blocks::html::shown;
use crate::ledger::Class;
use crate::schemas::fold;
use crate::sheets::{Entries, Entry, Gap, Line, LineShape, Opener, sentences_within};
use crate::source::Span;

/// Characters of a paragraph that describes the practice at least.
const PARAGRAPH: usize = 80;

/// Bytes of a line that was not broken for want of room, at least: it is a paragraph of its own.
const WIDEST: usize = 200;

/// Words of a name between labels at least: fewer may be who wrote what stands below.
const NAME_WORDS: usize = 4;
/// Sentences of a paragraph before one that leads to a list, at least.
const SENTENCES: usize = 2;
/// Characters of a line that only names something else on the page at most.
const BUTTON: usize = 40;
/// Characters of a lead at least.
const LEAD: usize = 50;
/// Words of a lead that no full stop ends, at least.
const STRAPLINE_WORDS: usize = 10;

/// Concludes what no label says.
pub(super) fn conclude(assembler: &mut Assembler<'_, '_>, entries: &Entries) {
    if assembler.infer && !entries.preamble.is_empty() {
        assembler.hosts = assembler.hosts(entries);
    }
    assembler.running_title(entries);
    assembler.title_of_definition(entries);
    let mut sections = assembler.title_without_label(entries);
    assembler.first_paragraphs(entries);
    assembler.paragraphs_below_heading(entries, &mut sections);
    assembler.paragraphs_between_labels(entries);
    assembler.paragraphs_above_labels(entries);
    assembler.sections(&sections);
    assembler.lead_of_partners();
    assembler.credits_above_labels(entries);
    assembler.lead_below_title(entries);
    assembler.lead_of_statement();
    assembler.contacts_of_lead(entries);
    assembler.lead_of_contacts();
    assembler.lead_of_page(entries);
}

impl Assembler<'_, '_> {
    /// The paragraphs below a title without a label, or below front matter, describe the practice, where no label does; else a lead
    /// sums it up.
    fn first_paragraphs(&mut self, entries: &Entries) {
        let title = self.title_in(&entries.preamble);
        let title = title.map(|title| title + usize::from(!self.names_in_text(entries.preamble[title].body)));
        // Below data that name the practice its text begins.
        let below_data = || entries.entries.iter().any(Entry::is_data).then_some(0);
        let Some(start) = title.or_else(below_data).filter(|_| self.infer) else { return };
        let below = &entries.preamble[start..];
        let described = self.is_described();
        if !described {
            let paragraphs = self.paragraphs(below).into_iter().skip_while(|lines| !self.is_paragraph(lines));
            let lines: Vec<Line> = paragraphs.take_while(|lines| self.is_paragraph(lines)).flatten().copied().collect();
            self.describe(&lines);
        }
        self.sum_up(below);
    }

    /// The paragraphs below the heading that names the practice describe it, where nothing else stands there and no label does; else a
    /// lead sums it up.
    fn paragraphs_below_heading(&mut self, entries: &Entries, sections: &mut Vec<&Entry>) {
        let headed = entries.entries.iter().filter(|entry| self.infer && !entry.lines.is_empty());
        let named = headed.filter_map(|entry| match entry.opener {
            Opener::Section { words, span, .. } if self.is_title(words) => Some((entry, span)),
            _ => None,
        });
        let Some((first, span)) = named.into_iter().next() else { return };
        // A line above the text may say who wrote it and when.
        let text: Vec<&[Line]> = self
            .paragraphs(&first.lines)
            .into_iter()
            .skip_while(|lines| lines.len() == 1 && !self.is_paragraph(lines))
            .collect();
        // Marks and buttons of the page may stand below the text: `Translated by a machine`.
        let told = text.iter().take_while(|lines| self.is_paragraph(lines)).count();
        let (text, rest) = text.split_at(told);
        let described = !self.is_described() && told > 0 && rest.iter().all(|lines| self.is_remark_of_page(lines));
        if described {
            self.describe(&text.concat());
        }
        if described || self.sum_up(&first.lines) {
            self.draft.claim(span, Class::Heading, None);
            sections.retain(|section| section.opener != first.opener);
        }
    }

    /// Whether lines are one of a few words, as a page has them below a text.
    fn is_remark_of_page(&self, lines: &[Line]) -> bool {
        let words = self.shown(lines);
        self.document.page && lines.len() == 1 && words.chars().count() < PARAGRAPH && !words.contains('@')
    }

    /// The lead below the title sums the practice up, where a description stands elsewhere and no label asks for a summary; whether
    /// there is one.
    fn sum_up(&mut self, below: &[Line]) -> bool {
        let asked = self.draft.labels.iter().any(|label| label.field == Field::Summary);
        let described = self.draft.record.description.is_some();
        if asked || self.draft.record.summary.is_some() || !described {
            return false;
        }
        let first = below.first().map(|line| line.body.start);
        let mut leads =
            self.paragraphs(below).into_iter().filter(|lines| self.is_lead(lines, Some(lines[0].body.start) == first));
        let Some(lead) = leads.next().filter(|lead| !self.is_described_by(lead)) else { return false };
        self.set_inferred(Field::Summary, lead);
        true
    }

    /// Whether some lines are part of the description.
    fn is_described_by(&self, lines: &[Line]) -> bool {
        let spans = self.draft.segments(Field::Description).into_iter().flatten().filter_map(|it| it.span());
        spans.into_iter().any(|span| lines.iter().any(|line| line.body.covers(span)))
    }

    /// Whether lines are a sentence, or directly below the title as many words as one.
    fn is_lead(&self, lines: &[Line], first: bool) -> bool {
        if lines[0].shape != LineShape::Prose {
            return false;
        }
        let words = self.shown(lines);
        let ended = ends_sentence(&words) && !words.ends_with(';');
        let begins = words.trim_start_matches(['"', '“', '«', '*', '_']).starts_with(char::is_uppercase);
        let plain = !words.contains(['|', '@', '>']) && !words.contains("://") && !words.ends_with(':');
        // What no full stop ends may name a form, a meeting or the day of something.
        let counted = || words.split_whitespace().count() >= STRAPLINE_WORDS;
        let strapline = || first && counted() && !words.contains(|c: char| c.is_ascii_digit());
        begins && plain && words.chars().count() >= LEAD && (ended || strapline())
    }

    /// The only paragraphs that stand under no label, between those of a form, describe the practice, where no label does.
    fn paragraphs_between_labels(&mut self, entries: &Entries) {
        if !self.infer || self.is_described() || self.narrates.is_some() {
            return;
        }
        let loose = self.without_label(entries);
        let paragraphs = loose.chunk_by(|first, next| {
            let between = &self.text[first.body.end.min(next.body.start)..next.body.start];
            // Each line of a page is a paragraph, and so is a heading above a line that is one.
            let headed = || next.body.len() > WIDEST && !ends_sentence(first.body.of(self.text));
            !self.document.page && between.matches('\n').count() <= 1 && next.shape == LineShape::Prose && !headed()
        });
        let paragraphs = paragraphs.map(|lines| self.without_buttons(lines)).enumerate();
        let prose: Vec<(usize, &[Line])> = paragraphs.filter(|(_, lines)| self.is_paragraph(lines)).collect();
        let together = prose.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1);
        if together && !prose.is_empty() {
            let lines: Vec<Line> = prose.into_iter().flat_map(|(_, lines)| lines.iter().copied()).collect();
            self.title_above(entries, lines[0]);
            self.describe(&lines);
        }
    }

    /// The lines behind the first label that belong to none, and those that stand apart below the value of a label that takes one.
    fn without_label(&self, entries: &Entries) -> Vec<Line> {
        let below = entries.entries.iter().filter(|entry| entry.keys.is_empty()).filter_map(|entry| {
            let kind = self.opener(entry).map(|opening| opening.field.kind());
            let takes_one = matches!(kind, Some(Kind::Line | Kind::Date | Kind::Year));
            let first = entry.lines.iter().skip(1).position(|line| takes_one && line.gap >= Gap::Blank)?;
            entry.lines.get(first + 1..)
        });
        let mut lines: Vec<Line> = entries.loose.iter().chain(below.flatten()).copied().collect();
        lines.sort_by_key(|line| line.body.start);
        lines
    }

    /// The lines of a paragraph without those of a few words below its last sentence: `Video`, `Photo gallery`.
    fn without_buttons<'l>(&self, lines: &'l [Line]) -> &'l [Line] {
        let ended = |line: &Line| ends_sentence(line.body.of(self.text));
        let brief = |line: &Line| line.body.of(self.text).chars().count() < BUTTON;
        match lines.iter().rposition(ended) {
            Some(last) if lines[last + 1..].iter().all(brief) => &lines[..=last],
            _ => lines,
        }
    }

    /// Paragraphs that stand above all labels of a sheet without a title, and nothing else there, describe the practice, where nothing else does.
    fn paragraphs_above_labels(&mut self, entries: &Entries) {
        let named = self.draft.record.title.is_some();
        if !self.infer || named || self.is_described() || self.narrates.is_some() || entries.entries.is_empty() {
            return;
        }
        let paragraphs = self.paragraphs(&entries.preamble);
        let told = paragraphs.iter().take_while(|lines| self.is_paragraph(lines)).count();
        if told > 0 && told == paragraphs.len() {
            self.describe(&paragraphs.concat());
        }
    }

    /// The line above the first paragraph between labels names the practice, where nothing else does.
    fn title_above(&mut self, entries: &Entries, first: Line) {
        let at = entries.loose.iter().position(|line| line.body == first.body);
        let above = at.and_then(|at| entries.loose.get(at.checked_sub(1)?)).copied();
        let named = |line: &Line| line.body.of(self.text).split_whitespace().count() >= NAME_WORDS;
        let free = self.draft.record.title.is_none();
        if let Some(above) = above.filter(|above| free && named(above) && self.may_be_title(*above)) {
            self.set_title(&[above]);
        }
    }

    /// Whether a label asks for the description or a summary, or there is one.
    fn is_described(&self) -> bool {
        // `In brief` may stand above other labels.
        let asks = |label: &super::draft::SeenLabel| {
            !label.empty && matches!(label.field, Field::Description | Field::Summary)
        };
        let described = self.draft.record.description.is_some() && self.narrates.is_none();
        described || self.draft.labels.iter().any(asks)
    }

    /// Paragraphs without a label describe the practice; above a label that tells more of what is done they sum it up.
    fn describe(&mut self, lines: &[Line]) {
        let field = if self.narrates.is_some() { Field::Summary } else { Field::Description };
        self.set_inferred(field, lines);
    }

    fn set_inferred(&mut self, field: Field, lines: &[Line]) {
        let nodes = self.nodes(field, lines);
        let segments = compose::text(&nodes.nodes, self.text);
        self.draft.set_text(field, Origin::Inferred, Right::Own, segments);
    }

    /// Whether words hold the title, or are it again.
    fn is_title(&self, words: Span) -> bool {
        let title = self.draft.segments(Field::Title);
        let holds = |title: &[Segment]| title.iter().any(|it| it.span().is_some_and(|span| words.covers(span)));
        let again = || self.draft.record.title.as_ref().is_some_and(|title| fold(title) == fold(words.of(self.text)));
        title.is_some_and(holds) || again()
    }

    /// Whether a line goes on behind the title in it: "X – Y – is a project".
    fn names_in_text(&self, line: Span) -> bool {
        let title = self.draft.segments(Field::Title).into_iter().flatten().rev().find_map(|segment| segment.span());
        let goes_on = |title: Span| {
            let behind = Span::new(title.end, line.end).of(self.text);
            line.of(self.text).ends_with(['.', '!', '…']) || behind.trim_start().starts_with(['–', '—', '-'])
        };
        title.is_some_and(|title| title.end < line.end && goes_on(title))
    }

    /// The paragraphs that some lines are. One goes on behind the edge of a page that stands in its middle.
    fn paragraphs<'l>(&self, lines: &'l [Line]) -> Vec<&'l [Line]> {
        let text = self.text;
        let paragraphs = lines.chunk_by(|first, next| {
            let (before, behind) = (first.body.of(text), next.body.of(text));
            let cut = || next.gap == Gap::Page && behind.starts_with(char::is_lowercase) && !ends_sentence(before);
            let whole = || before.len() > WIDEST && ends_sentence(before);
            next.shape == LineShape::Prose && (next.gap <= Gap::Line && !whole() || cut())
        });
        paragraphs.collect()
    }

    /// Whether lines are a paragraph of finished sentences.
    pub(super) fn is_paragraph(&self, lines: &[Line]) -> bool {
        if lines[0].shape != LineShape::Prose {
            return false;
        }
        let words = self.shown(lines);
        let ended = ends_sentence(&words) || leads_to_list(&words) || self.breaks_off(lines);
        ended && words.chars().count() >= PARAGRAPH
    }

    /// Whether lines are several sentences with which the document ends in the midst of another, as pages are kept up to some length.
    fn breaks_off(&self, lines: &[Line]) -> bool {
        let behind = lines.last().and_then(|last| self.text.get(last.body.end..)).unwrap_or_default();
        behind.trim().is_empty() && sentences_within(Line::text_of(lines, self.text)) >= SENTENCES
    }

    /// What a reader sees of some lines: no tags of a page.
    fn shown(&self, lines: &[Line]) -> Cow<'_, str> {
        let words = Line::text_of(lines, self.text);
        if self.document.page { Cow::Owned(shown(words)) } else { Cow::Borrowed(words) }
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
        let title = (!self.is_title(words)).then(|| {
            let segments = self.line(Field::Sections, &[Line::alone(words)]);
            self.draft.markup(Field::Sections, [Span::new(span.start, words.start)]);
            self.draft.trace(at.then(Step::Key("title")), Origin::Label, Right::Own, segments)
        });
        let nodes = self.nodes(Field::Sections, &entry.lines);
        let segments = compose::text(&nodes.nodes, self.text);
        let text = (!segments.is_empty())
            .then(|| self.draft.trace(at.then(Step::Key("text")), Origin::Label, Right::Own, segments));
        Section { title, text, sections: Vec::new() }
    }
}

/// Whether words end as a sentence does, in quotation marks or not.
fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '»', ')', '*', '_']).ends_with(['.', '!', '?', '…', ';'])
}

/// Whether words tell something in sentences before the last leads to a list: `A bus comes. It comes daily. It wants to:`
fn leads_to_list(words: &str) -> bool {
    words.ends_with(':') && words.matches(". ").count() >= SENTENCES
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
