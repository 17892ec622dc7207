//! The addresses behind the words of a PDF, written as those of other documents are.

use std::rc::Rc;

use super::look::{Link, letters};
use super::table::joined;
use crate::source::Span;
use crate::source::container::inline::{Inline, Style, bare};

/// Spaces behind which another column begins.
const GAP: &str = "  ";

/// The links of a text.
pub struct Links<'t> {
    /// The text.
    pub text: &'t str,
    /// Where their words stand, in order.
    all: Vec<(Span, Rc<str>)>,
}

impl<'t> Links<'t> {
    /// Those of a text, of which none is known yet.
    pub const fn new(text: &'t str) -> Self {
        Self { text, all: Vec::new() }
    }

    /// Adds those of a line, which must be a slice of the text behind all before.
    pub fn add(&mut self, line: &str, links: &[Link]) {
        let start = Span::of_slice(self.text, line).start;
        let mut links = links.iter().peekable();
        let (mut count, mut open) = (0, false);
        for (at, c) in line.char_indices() {
            let Some(link) = links.peek() else { return };
            let next = count + letters(c.encode_utf8(&mut [0; 4])).count();
            let end = start + at + c.len_utf8();
            if next > count && count >= link.start {
                self.extend(Span::new(start + at, end), link, !std::mem::replace(&mut open, true));
            }
            if next >= link.start + link.length {
                links.next();
                open = false;
            }
            count = next;
        }
    }

    /// A character more of a link.
    fn extend(&mut self, c: Span, link: &Link, first: bool) {
        match self.all.last_mut() {
            Some((span, _)) if !first => span.end = c.end,
            _ => self.all.push((c, Rc::clone(&link.url))),
        }
    }

    /// The links in a slice of the text, with where they stand in it.
    fn within(&self, part: &str) -> impl Iterator<Item = (Span, &Rc<str>)> {
        let span = Span::of_slice(self.text, part);
        let first = self.all.partition_point(|(link, _)| link.end <= span.start);
        let inside = self.all[first..].iter().take_while(move |(link, _)| link.start < span.end);
        inside.map(move |(link, url)| {
            let (start, end) = (link.start.max(span.start), link.end.min(span.end));
            (Span::new(start - span.start, end - span.start), url)
        })
    }

    /// A line as it is, with the addresses of its links. A link with another column behind it has none, which would move the
    /// column; nor have the `first` and the `last` if their words are parts of an address.
    pub fn line(&self, line: &str, first: bool, last: bool) -> String {
        let (mut inline, mut at) = (Inline::default(), 0);
        let count = self.within(line).count();
        for (nth, (span, url)) in self.within(line).enumerate() {
            let part = first && nth == 0 || last && nth + 1 == count;
            if part || line[span.end..].trim_end().contains(GAP) {
                continue;
            }
            inline.push(&line[at..span.start], Style::default(), None);
            inline.push(span.of(line), Style::default(), Some(url));
            at = span.end;
        }
        inline.push(&line[at..], Style::default(), None);
        inline.marked()
    }

    /// Slices of the text as one line, with the addresses of their links.
    pub fn joined(&self, parts: &[&str]) -> String {
        self.mark(joined(parts), parts)
    }

    /// Words that slices of the text have become, with the addresses of their links. They may differ in white space.
    pub fn mark(&self, words: String, parts: &[&str]) -> String {
        let mut urls: Vec<Option<&Rc<str>>> = Vec::new();
        for part in parts {
            let mut links = self.within(part).peekable();
            for (at, _) in part.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                while links.next_if(|(span, _)| span.end <= at).is_some() {}
                urls.push(links.peek().filter(|(span, _)| span.contains(at)).map(|(_, url)| *url));
            }
        }
        if urls.iter().all(Option::is_none) { words } else { marked(&words, &urls) }
    }
}

/// Words with the link of each of their characters but white space, which belongs to a link that stands on both sides of it.
fn marked(words: &str, urls: &[Option<&Rc<str>>]) -> String {
    let mut runs: Vec<(String, Option<&Rc<str>>)> = Vec::new();
    let mut at = 0_usize;
    for c in words.chars() {
        let before = at.checked_sub(1).and_then(|before| urls.get(before).copied().flatten());
        let url = urls.get(at).copied().flatten();
        let url = if c.is_whitespace() { url.filter(|url| before == Some(*url)) } else { url };
        at += usize::from(!c.is_whitespace());
        match runs.last_mut() {
            Some((run, last)) if *last == url => run.push(c),
            _ => runs.push((String::from(c), url)),
        }
    }
    let mut inline = Inline::default();
    for (run, url) in runs {
        inline.push(&whole(run, url), Style::default(), url);
    }
    inline.marked()
}

/// The words of a link; an address that lines have broken is one again.
fn whole(words: String, url: Option<&Rc<str>>) -> String {
    let together: String = words.split_whitespace().collect();
    if url.is_some_and(|url| bare(&together) == bare(url)) { together } else { words }
}
