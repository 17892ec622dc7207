//! Web addresses in the lines of a field.

use linkify::{LinkFinder, LinkKind};

use super::html::{Token, tokens};
use crate::blocks::trim;
use crate::schemas::{Role, Schemas, fold};
use crate::sheets::Line;
use crate::source::Span;

/// A web address with what the sheet calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundLink {
    /// What stands before it: `Website`.
    pub label: Option<Span>,
    /// The address as written.
    pub url: Span,
    /// All that shows it: of `[there](https://example.org)` the brackets too.
    pub whole: Span,
}

/// Words of a label at most.
const LABEL_WORDS: usize = 6;

/// The addresses in a line of a value.
///
/// A bare domain counts only where a sub-label of the vocabulary announces a web address.
pub fn links(text: &str, line: &Line, schemas: &Schemas) -> Vec<FoundLink> {
    let raw = line.body.of(text);
    if !may_hold_address(raw) {
        return Vec::new();
    }
    let mut found = if may_hold_markup(raw) { in_markup(text, line.body) } else { Vec::new() };
    let marked: Vec<Span> = found.iter().map(|link| link.whole).collect();
    let mut announced = announces(text, line.body, schemas);
    let searched = if announced || may_hold_url(raw) { raw } else { "" };
    for link in finder().links(searched).filter(|link| *link.kind() == LinkKind::Url) {
        let url = tidy(text, Span::new(line.body.start + link.start(), line.body.start + link.end()));
        let free = marked.iter().all(|span| url.end <= span.start || span.end <= url.start);
        let bare = !has_scheme(url.of(text)) && !url.of(text).to_ascii_lowercase().starts_with("www.");
        if free && (!bare || (announced && is_domain(url.of(text)) && !is_mail_domain(text, url))) {
            found.push(FoundLink { label: None, url, whole: url });
            // One label announces one domain.
            announced &= !bare;
        }
    }
    found.sort_by_key(|link| link.whole.start);
    label(text, line.body, &mut found);
    found
}

/// Whether a line may be a link and nothing else: an address has no white space, and other words stand in a tag or in brackets.
pub fn may_be_link(line: &str) -> bool {
    line.starts_with(['<', '[']) || !line.contains(char::is_whitespace)
}

/// Whether a line may hold an address, or its words a link.
fn may_hold_address(raw: &str) -> bool {
    memchr::memchr2(b'.', b'/', raw.as_bytes()).is_some()
}

/// Whether an address may stand in a tag, or behind words in brackets.
fn may_hold_markup(raw: &str) -> bool {
    memchr::memchr_iter(b'<', raw.as_bytes()).any(|at| raw[at + 1..].starts_with(['a', 'A']))
        || memchr::memchr_iter(b']', raw.as_bytes()).any(|at| raw[at + 1..].starts_with('('))
}

/// Whether an address may stand there as such: with a scheme, or with `www`.
fn may_hold_url(raw: &str) -> bool {
    let has_scheme = || memchr::memchr_iter(b':', raw.as_bytes()).any(|at| raw[at..].starts_with("://"));
    memchr::memchr_iter(b'.', raw.as_bytes()).any(|at| is_www(&raw[..at])) || has_scheme()
}

fn is_www(before: &str) -> bool {
    before.as_bytes().last_chunk::<3>().is_some_and(|last| last.eq_ignore_ascii_case(b"www"))
}

fn finder() -> LinkFinder {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    finder
}

fn has_scheme(url: &str) -> bool {
    url.contains("://")
}

/// Whether letters end what may be a domain: no day or version does.
fn is_domain(url: &str) -> bool {
    let host = url.split(['/', '?', '#']).next().unwrap_or_default();
    host.split(':').next().is_some_and(|host| host.ends_with(char::is_alphabetic))
}

/// Whether the domain is the second half of an e-mail address.
fn is_mail_domain(text: &str, url: Span) -> bool {
    text[..url.start].ends_with('@')
}

/// Takes closing quotation marks off, which belong to the sentence.
fn tidy(text: &str, url: Span) -> Span {
    let raw = url.of(text).trim_end_matches(['»', '”', '’', '\u{a0}', '.', ',', ';']);
    Span::new(url.start, url.start + raw.len())
}

/// The addresses of `<a href="…">` and of `[words](…)`.
fn in_markup(text: &str, line: Span) -> Vec<FoundLink> {
    let mut found = Vec::new();
    let mut open: Option<(Span, Option<Span>)> = None;
    for token in tokens(text, line) {
        match (token, open) {
            (Token::Link { tag, href }, _) => open = Some((tag, href.filter(|href| leads_somewhere(href.of(text))))),
            (Token::Close(super::html::Tag::Anchor, end), Some((tag, Some(href)))) => {
                let words = trim(text, Span::new(tag.end, end.start));
                let url = shown(text, words, href);
                found.push(FoundLink { label: other_words(text, words, url), url, whole: tag.to(end) });
                open = None;
            }
            (Token::Text(span), None) => found.extend(markdown_links(text, span)),
            _ => {}
        }
    }
    found
}

/// Whether an address leads to a page without the one that it stands on: `/news/41` does not, nor do `mailto:` and `tel:`.
fn leads_somewhere(address: &str) -> bool {
    let of_site = address.starts_with('/') && !address.starts_with("//");
    let elsewhere = ["javascript:", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme));
    !of_site && !address.starts_with(['#', '?', '.']) && !elsewhere
}

/// Where the words of a link are its address, they are the value, and the tag is markup.
fn shown(text: &str, words: Span, href: Span) -> Span {
    if words.of(text) == href.of(text) { words } else { href }
}

/// The words of a link, where they are not its address once more.
fn other_words(text: &str, words: Span, url: Span) -> Option<Span> {
    let bare = |span: Span| {
        let address = span.of(text).to_lowercase();
        let address =
            address.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("mailto:");
        address.trim_start_matches("www.").trim_end_matches('/').to_owned()
    };
    let plain = !words.is_empty() && !words.of(text).contains(['<', '&']);
    (plain && bare(words) != bare(url)).then_some(words)
}

fn markdown_links(text: &str, span: Span) -> Vec<FoundLink> {
    let raw = span.of(text);
    let mut found = Vec::new();
    for (middle, _) in raw.match_indices("](") {
        let Some(start) = raw[..middle].rfind('[') else { continue };
        let Some(length) = raw[middle + 2..].find([')', ' ']) else { continue };
        let url = Span::new(span.start + middle + 2, span.start + middle + 2 + length);
        let end = raw[middle..].find(')').map_or(url.end, |at| span.start + middle + at + 1);
        if has_scheme(url.of(text)) || url.of(text).starts_with("www.") || url.of(text).starts_with("//") {
            let words = trim(text, Span::new(span.start + start + 1, span.start + middle));
            found.push(FoundLink {
                label: other_words(text, words, url),
                url,
                whole: Span::new(span.start + start, end),
            });
        }
    }
    found
}

/// Whether the line begins with a sub-label that announces a web address: `Website: …`.
pub fn announces(text: &str, line: Span, schemas: &Schemas) -> bool {
    let words = line.of(text);
    let Some(head) = memchr::memchr(b':', words.as_bytes()).map(|end| &words[..end]) else { return false };
    let known = schemas.wordings.get(&fold(head));
    known.is_some_and(|meanings| meanings.iter().any(|meaning| meaning.role == Role::Web))
}

/// Gives each address the words before it that end in a colon.
fn label(text: &str, line: Span, found: &mut [FoundLink]) {
    let mut from = line.start;
    for link in found {
        let before = Span::new(from, link.whole.start).of(text);
        from = link.whole.end;
        let Some(colon) = before.rfind(':') else { continue };
        let words = before[..colon].rsplit(['.', ';', '!', '?', '(', '>', '\t']).next().unwrap_or_default().trim();
        let few = (1..=LABEL_WORDS).contains(&words.split_whitespace().count());
        let only_punctuation = before[colon + 1..].chars().all(|c| !c.is_alphanumeric());
        if few && (only_punctuation || announced_far(before, colon)) {
            link.label = Some(Span::of_slice(text, words));
        }
    }
}

/// `Website: Digital skills for everybody (example.org)`: one label, one address, words between them.
fn announced_far(before: &str, colon: usize) -> bool {
    !before[..colon].contains(['.', ',', ';'])
}
