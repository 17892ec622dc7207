//! The web addresses of a sheet into the record's links.

use super::assemble::Assembler;
use super::coded::Seen;
use super::draft::Right;
use super::links::{FoundLink, announces, links};
use super::{Field, Function, Kind, Link, Origin, Pointer, Step};
use crate::ledger::Class;
use crate::sheets::{Entries, Entry, Gap, Line, LineShape, Opener};
use crate::source::{Span, holds_address};

/// What an address of the web has, written rightly or wrongly.
const WEB: &str = "www";
/// Words that are no address at least.
const PROSE_WORDS: usize = 5;

impl Assembler<'_, '_> {
    /// The addresses in a line.
    pub(super) fn links_in(&self, line: &Line) -> Vec<FoundLink> {
        let coded = &self.document.coded;
        if coded.within(line.body).is_empty() {
            return links(self.text, line, self.schemas);
        }
        let seen = Seen::new(self.text, &[line.body], coded);
        let found = links(&seen.text, &Line { body: seen.lines[0], ..*line }, self.schemas);
        let back = |span| seen.source(span);
        let link =
            |link: FoundLink| FoundLink { label: link.label.map(back), url: back(link.url), whole: back(link.whole) };
        found.into_iter().map(link).collect()
    }

    /// The lines of a links field: each address with what stands before it.
    pub(super) fn add_lines_of_links(&mut self, lines: &[Line]) {
        let all: Vec<Vec<FoundLink>> = lines.iter().map(|line| self.links_in(line)).collect();
        let none = all.iter().all(Vec::is_empty);
        for (line, found) in lines.iter().zip(all) {
            if none {
                self.draft.malformed_urls.push(line.body);
                // A day, a number or a code is none that somebody misspelt.
                if line.body.of(self.text).contains(char::is_lowercase) {
                    self.push_malformed(line.body);
                }
            }
            for link in found {
                self.own_link(link);
            }
            self.separators(line.body);
        }
    }

    /// Whether lines have an e-mail address: they say whom to ask.
    pub(super) fn names_people(&self, lines: &[Line]) -> bool {
        let mail = |line: &Line| {
            let words = line.body.of(self.text).split_whitespace();
            words
                .into_iter()
                .any(|word| word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')))
        };
        lines.iter().any(mail)
    }

    /// What is no address stays as it is written.
    fn push_malformed(&mut self, url: Span) {
        let at = Pointer::from(Field::Links).then(Step::Item(self.draft.record.links.len())).then(Step::Key("url"));
        let segments = self.document.coded.segments(self.text, url);
        let url = self.draft.trace(at, Origin::Label, Right::Own, segments);
        self.draft.record.links.push(Link { label: None, url });
    }

    fn own_link(&mut self, link: FoundLink) {
        self.push_link(link.label, link.url, Right::Own, Origin::Label);
        // Of `[words](address)` the words say the same in another way; brackets and tags are markup.
        let words = self.text.get(link.whole.start..link.url.start).unwrap_or_default();
        match words.strip_prefix('[').and_then(|rest| rest.rsplit_once("](")) {
            Some((words, _)) => self.draft.claim(Span::of_slice(self.text, words), Class::Value, Some(Field::Links)),
            None => self.words_of_tag(link),
        }
        self.draft.markup(Field::Links, [link.whole]);
    }

    /// `<a href="https://example.org">our page</a>`: the words belong to the link too.
    fn words_of_tag(&mut self, link: FoundLink) {
        for token in super::html::tokens(self.text, link.whole) {
            if let super::html::Token::Text(span) = token {
                self.draft.claim(span, Class::Value, Some(Field::Links));
            }
        }
    }

    /// Punctuation between the addresses of a links field.
    fn separators(&mut self, line: Span) {
        for (at, mark) in line.of(self.text).match_indices([':', ',', ';', '.', '|', '(', ')']) {
            self.draft.markup(Field::Links, [Span::new(line.start + at, line.start + at + mark.len())]);
        }
        for token in super::html::tokens(self.text, line) {
            if let super::html::Token::Open(_, span) | super::html::Token::Close(_, span) = token {
                self.draft.markup(Field::Links, [span]);
            }
        }
    }

    /// Adds a link, unless the record has it already.
    pub(super) fn push_link(&mut self, label: Option<Span>, url: Span, right: Right, origin: Origin) {
        let at = Pointer::from(Field::Links).then(Step::Item(self.draft.record.links.len()));
        let coded = &self.document.coded;
        let made_of = |span| coded.segments(self.text, span);
        let (segments, label) = (made_of(url), label.map(made_of));
        let value = Function::Url.apply(&super::join(&segments, self.text), self.schemas);
        let value = value.as_str().unwrap_or_default().to_owned();
        if self.draft.record.links.iter().any(|link| link.url == value) {
            return self.claim_again(url, right);
        }
        let pointer = at.then(Step::Key("url"));
        self.draft.trace_typed(Function::Url, pointer, origin, right, segments);
        let label = label.map(|label| self.draft.trace(at.then(Step::Key("label")), origin, right, label));
        self.draft.record.links.push(Link { label, url: value });
    }

    fn claim_again(&mut self, url: Span, right: Right) {
        if right == Right::Own {
            self.draft.claim(url, Class::Value, Some(Field::Links));
        }
    }

    /// Addresses outside a links field: those of `other`, and in a sheet that has neither, those of its text.
    pub(super) fn links(&mut self, entries: &Entries) {
        let (alone, others): (Vec<&Entry>, Vec<&Entry>) =
            entries.entries.iter().partition(|entry| self.is_only_link(entry));
        for line in alone.iter().flat_map(|entry| &entry.lines) {
            self.links_in(line).into_iter().for_each(|link| self.own_link(link));
        }
        let has = |field| self.draft.labels.iter().any(|label| label.field == field && !label.empty);
        let everywhere = !has(Field::Links) && !has(Field::Other);
        let citing: Vec<&Entry> = others.into_iter().filter(|entry| self.cites_links(entry, everywhere)).collect();
        let lines: Vec<Line> = citing.into_iter().flat_map(|entry| self.with_announced(&entry.lines)).collect();
        for link in lines.iter().flat_map(|line| self.links_in(line)).collect::<Vec<_>>() {
            self.push_link(link.label, link.url, Right::Cite, Origin::Pattern);
        }
    }

    /// The lines, with a line that announces an address and the one below that has it made one: `Website: all about it`,
    /// `(example.org)`.
    fn with_announced(&self, lines: &[Line]) -> Vec<Line> {
        let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
        for &line in lines {
            match joined.last_mut().filter(|last| self.announces_below(last, &line)) {
                Some(last) => last.body.end = line.body.end,
                None => joined.push(line),
            }
        }
        joined
    }

    fn announces_below(&self, last: &Line, next: &Line) -> bool {
        let directly = next.gap == Gap::Line
            && next.shape == LineShape::Prose
            && last.body.end <= next.body.start
            && self.text[last.body.end..next.body.start].trim().is_empty();
        directly && announces(self.text, last.body, self.schemas) && self.links_in(last).is_empty()
    }

    fn cites_links(&self, entry: &Entry, everywhere: bool) -> bool {
        let field = match entry.opener {
            Opener::Label { label, .. } => self.labels.get(usize::from(label)).map(|label| label.field),
            Opener::Credit { .. } | Opener::Section { .. } | Opener::Unknown { .. } => Some(Field::Sections),
        };
        field.is_some_and(|field| match field.kind() {
            Kind::Contacts | Kind::Links => false,
            _ => everywhere || field == Field::Other,
        })
    }
}

/// Whether words may be an address that is written wrongly: `http:/ example`, `example,org`.
pub(super) fn resembles_address(words: &str) -> bool {
    let dotted = words.split_whitespace().any(|word| word.trim_end_matches(['.', ',', ')']).contains(['.', '@', ',']));
    dotted || words.contains('/') || words.to_ascii_lowercase().contains(WEB)
}

/// Whether words are a sentence and no address that somebody misspelt.
pub(super) fn is_prose(words: &str) -> bool {
    words.split_whitespace().count() >= PROSE_WORDS && !holds_address(words)
}
