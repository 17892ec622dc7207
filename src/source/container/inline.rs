//! Runs of a paragraph to its words, with emphasis and links as Markdown writes them.

use std::rc::Rc;

/// How a run of characters looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Bold.
    pub strong: bool,
    /// Italic.
    pub emphasis: bool,
}

/// The runs of a paragraph.
#[derive(Debug, Clone, Default)]
pub struct Inline {
    runs: Vec<Run>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    text: String,
    style: Style,
    link: Option<Rc<str>>,
}

impl Run {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl Inline {
    /// Adds characters.
    pub fn push(&mut self, text: &str, style: Style, link: Option<&Rc<str>>) {
        let style = if link.is_some() { Style::default() } else { style };
        match self.runs.last_mut() {
            Some(last) if last.style == style && last.link.as_ref() == link => last.text += text,
            _ => self.runs.push(Run { text: text.to_owned(), style, link: link.cloned() }),
        }
    }

    /// Whether there is nothing to read in it.
    pub fn is_blank(&self) -> bool {
        self.runs.iter().all(Run::is_blank)
    }

    /// The words alone.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// The words with what is emphasised in them, and with the addresses of links. What is bold from its first word to its last
    /// only looks so: nothing in it is emphasised.
    pub fn marked(self) -> String {
        let runs = settle(self.runs);
        let mut out = String::new();
        for (at, run) in runs.iter().enumerate() {
            let after = runs.get(at + 1).and_then(|next| next.text.chars().next());
            write(run, after, &mut out);
        }
        out
    }
}

/// Joins what only spaces part, and takes away what all of the words have.
fn settle(mut runs: Vec<Run>) -> Vec<Run> {
    for at in 1..runs.len().saturating_sub(1) {
        let between = runs[at].is_blank() && runs[at].link.is_none() && runs[at - 1].link.is_none();
        if between && runs[at - 1].style == runs[at + 1].style {
            runs[at].style = runs[at - 1].style;
        }
    }
    let whole = |style: fn(&Run) -> bool| runs.iter().all(|run| run.is_blank() || style(run));
    let (strong, emphasis) = (whole(|run| run.style.strong), whole(|run| run.style.emphasis));
    let mut settled = Inline::default();
    for run in &runs {
        let style = Style { strong: run.style.strong && !strong, emphasis: run.style.emphasis && !emphasis };
        settled.push(&run.text, style, run.link.as_ref());
    }
    settled.runs
}

/// Writes a run, each of its lines with marks of its own.
fn write(run: &Run, after: Option<char>, out: &mut String) {
    let mut pieces = run.text.split_inclusive(['\n', '\t']).peekable();
    while let Some(piece) = pieces.next() {
        let core = piece.trim();
        let start = piece.len() - piece.trim_start().len();
        let (before, behind) = (&piece[..start], &piece[start + core.len()..]);
        out.push_str(before);
        let next = behind.chars().next().or_else(|| if pieces.peek().is_none() { after } else { Some(' ') });
        match &run.link {
            Some(url) if !core.is_empty() => link(core, url, out),
            _ => emphasised(core, run.style, next, out),
        }
        out.push_str(behind);
    }
}

fn emphasised(core: &str, style: Style, next: Option<char>, out: &mut String) {
    let mark = match (style.strong, style.emphasis) {
        (true, true) => "***",
        (true, false) => "**",
        (false, true) => "*",
        (false, false) => "",
    };
    let mark = if stands(core, out.chars().last(), next) { mark } else { "" };
    out.extend([mark, core, mark]);
}

/// Whether CommonMark reads marks around these words as marks.
fn stands(core: &str, before: Option<char>, next: Option<char>) -> bool {
    let apart = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || !c.is_alphanumeric() && c != '*');
    let (first, last) = (core.chars().next(), core.chars().next_back());
    let worded = core.chars().any(char::is_alphanumeric) && !core.contains('*');
    let opens = first.is_some_and(char::is_alphanumeric) || apart(before);
    let closes = last.is_some_and(char::is_alphanumeric) || apart(next);
    worded && opens && closes && before != Some('*')
}

/// An address without what nobody says of it.
pub fn bare(address: &str) -> &str {
    let text = address.trim_end_matches('/');
    let text = ["mailto:", "https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme)).unwrap_or(text);
    text.strip_prefix("www.").unwrap_or(text)
}

/// A link whose words are its address is that address.
fn link(words: &str, url: &str, out: &mut String) {
    let simple = !words.contains(['[', ']']) && !url.contains(['(', ')', '<', '>', ' ', '\n', '\t']);
    let leads = url.contains("://") || url.starts_with("mailto:");
    if !leads || bare(words) == bare(url) {
        out.push_str(words);
    } else if simple {
        out.extend(["[", words, "](", url, ")"]);
    } else {
        out.extend([words, " (", url, ")"]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(runs: &[(&str, &str, Option<&str>)]) -> String {
        let mut inline = Inline::default();
        for (text, style, link) in runs {
            let style = Style { strong: style.contains('b'), emphasis: style.contains('i') };
            inline.push(text, style, link.map(Rc::from).as_ref());
        }
        inline.marked()
    }

    #[test]
    fn words_are_emphasised_among_others() {
        assert_eq!(
            marked(&[("Dal 1999 ", "", None), ("in ", "i", None), ("primis ", "i", None), ("qui", "", None)]),
            "Dal 1999 *in primis* qui"
        );
        assert_eq!(marked(&[("Results:", "b", None), (" ten", "", None)]), "**Results:** ten");
    }

    #[test]
    fn what_is_bold_as_a_whole_only_looks_so() {
        assert_eq!(marked(&[("Name", "b", None), (" ", "", None), ("of it", "b", None)]), "Name of it");
    }

    #[test]
    fn marks_stand_where_they_are_read_as_marks() {
        assert_eq!(marked(&[("a", "", None), ("(b)", "b", None), ("c", "", None)]), "a(b)c");
        assert_eq!(marked(&[("a", "", None), ("b", "b", None), ("c", "i", None)]), "a**b**c");
        assert_eq!(marked(&[("x ", "", None), ("a\nb", "b", None)]), "x **a**\n**b**");
    }

    #[test]
    fn links_show_their_address_once() {
        let url = Some("https://www.example.org/");
        assert_eq!(marked(&[("the ", "", None), ("desk", "b", url)]), "the [desk](https://www.example.org/)");
        assert_eq!(marked(&[("www.example.org", "", url)]), "www.example.org");
        assert_eq!(marked(&[("ada@example.org", "", Some("mailto:ada@example.org"))]), "ada@example.org");
        assert_eq!(marked(&[("above", "", Some("#_Toc1"))]), "above");
    }
}
