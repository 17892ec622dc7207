//! Whether a document is a page of the web.

use crate::ledger::is_blank;

/// Endings of the names of pages.
const ENDINGS: [&str; 3] = [".html", ".htm", ".xhtml"];
/// Tags that begin a line of their own; enough of them make a page of a fragment.
const BLOCK_TAGS: [&str; 20] = [
    "p", "div", "table", "tbody", "tr", "td", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "section", "article", "main",
    "body", "head", "header", "nav",
];
/// Bytes that are looked at.
const LOOK: usize = 64 << 10;
/// Lines in ten that begin with a tag, where a fragment is a page.
const TENTHS: usize = 6;

/// Whether a document is a page: by its first tag, by its name, or because most of its lines are tags.
///
/// A text with tags inside the cells of its rows is none.
pub fn is_page(name: &str, text: &str) -> bool {
    let start = without_preamble(text);
    let begins = |words: &str| start.get(..words.len()).is_some_and(|head| head.eq_ignore_ascii_case(words));
    let named = ENDINGS.iter().any(|ending| has_ending(name, ending)) && has_tag(text);
    named
        || begins("<!doctype html")
        || (begins("<html") && !start[5..].starts_with(char::is_alphanumeric))
        || is_fragment(start)
}

fn has_ending(name: &str, ending: &str) -> bool {
    let at = name.len().saturating_sub(ending.len());
    name.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(ending))
}

fn has_tag(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'<', bytes).any(|at| bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic))
}

/// What follows white space, a byte-order mark, comments and `<?xml …?>`.
fn without_preamble(text: &str) -> &str {
    let mut rest = text.trim_start_matches(is_blank);
    loop {
        let after = [("<!--", "-->"), ("<?", "?>")].into_iter().find_map(|(open, close)| {
            let inner = rest.strip_prefix(open)?;
            inner.find(close).map(|at| &inner[at + close.len()..])
        });
        let Some(after) = after else { return rest };
        rest = after.trim_start_matches(is_blank);
    }
}

/// Whether a text begins with a tag of a block, and most of its lines with a tag.
fn is_fragment(start: &str) -> bool {
    if !start.strip_prefix('<').is_some_and(is_block_tag) {
        return false;
    }
    let head = &start[..super::super::labels::floor(start, LOOK)];
    let (mut lines, mut tags, mut blocks) = (0, 0, 0);
    for line in head.lines().map(|line| line.trim_start_matches(is_blank)).filter(|line| !line.is_empty()) {
        lines += 1;
        tags += usize::from(line.starts_with('<'));
        blocks += line.split('<').skip(1).filter(|tag| is_block_tag(tag)).count();
    }
    blocks >= 3 && tags * 10 >= lines * TENTHS && !head.contains("\n# ") && !head.contains("\n## ")
}

fn is_block_tag(after: &str) -> bool {
    let name = after.strip_prefix('/').unwrap_or(after);
    let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    BLOCK_TAGS.iter().any(|tag| name[..length].eq_ignore_ascii_case(tag))
}

#[cfg(test)]
mod tests {
    use super::is_page;

    #[test]
    fn pages_are_told_from_texts_with_tags() {
        for (name, text, page) in [
            ("a.txt", "\u{feff}\n<!-- saved from example.org -->\n<!DOCTYPE HTML PUBLIC \"x\"><html>", true),
            ("a.txt", "<?xml version=\"1.0\"?>\n<HTML lang=it>", true),
            ("a.HTM", "Saved <b>by</b> hand", true),
            ("a.html", "no tag at all: 3 < 4", false),
            ("-", "<table>\n<tr><td>Titolo</td><td>Rete</td></tr>\n</table>", true),
            ("a.txt", "Membri\t<ul><li>uno</li><li>due</li></ul>\nLuogo\t<p>Prova</p>", false),
            ("a.txt", "<b>Titolo:</b> Rete\nLuogo: Prova\nMembri: due", false),
            ("a.txt", "<htmlish> text", false),
            ("a.md", "# Titolo\n\n<p>x</p>\n<p>y</p>", false),
            ("", "", false),
        ] {
            assert_eq!(is_page(name, text), page, "{name}: {text}");
        }
    }
}
