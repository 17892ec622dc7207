//! The words of a paragraph: spans, links, and what hangs on them.

use std::io::Read;
use std::rc::Rc;

use super::text::Text;
use crate::source::container::inline::{Inline, Style};
use crate::source::container::refused::Refused;
use crate::source::container::taken::Piece;
use crate::source::container::xml::{Element, Node, Xml};
use crate::source::layout::Unread;

/// Spaces that one mark may stand for.
const SPACES: u32 = 200;

/// A paragraph with what hangs on it.
#[derive(Default)]
pub struct Words {
    /// Its words.
    pub inline: Inline,
    /// The pieces of its text boxes and footnotes.
    pub behind: Vec<Piece>,
}

impl Words {
    /// Reads the paragraph that `of` opened.
    pub fn read(text: &mut Text<'_>, of: &Element, xml: &mut Xml<impl Read>) -> Result<Self, Refused> {
        let style = of.get("style-name").unwrap_or_default();
        let look = text.styles.look("paragraph", style, Style::default());
        let mut reader = Reader { text, words: Words::default(), looks: vec![look], links: Vec::new(), blank: true };
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == of.name => break,
                Node::Close(name) => reader.close(&name),
                Node::Open(element) => reader.open(&element, xml)?,
                Node::Text(text) => reader.text(&text),
            }
        }
        Ok(reader.words)
    }
}

struct Reader<'t, 's> {
    text: &'t mut Text<'s>,
    words: Words,
    /// How the spans look that are open.
    looks: Vec<Style>,
    links: Vec<Rc<str>>,
    /// Whether white space was the last that was read.
    blank: bool,
}

impl Reader<'_, '_> {
    fn push(&mut self, text: &str) {
        let look = self.looks.last().copied().unwrap_or_default();
        self.words.inline.push(text, look, self.links.last());
        self.blank = text.ends_with(char::is_whitespace);
    }

    /// White space in XML is one space.
    fn text(&mut self, text: &str) {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\r' | '\n');
            if !is_space || !self.blank {
                out.push(if is_space { ' ' } else { c });
            }
            self.blank = is_space;
        }
        if !out.is_empty() {
            self.push(&out);
        }
    }

    fn open(&mut self, element: &Element, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        let style = element.get("style-name").unwrap_or_default();
        match element.name.as_str() {
            "span" if self.text.styles.is_hidden("text", style) => {
                self.text.unread(Unread::HiddenText);
                xml.skip()?;
            }
            "span" => {
                let around = self.looks.last().copied().unwrap_or_default();
                self.looks.push(self.text.styles.look("text", style, around));
            }
            "a" => self.links.push(element.get("href").unwrap_or_default().into()),
            "s" => self.push(&" ".repeat(element.number("c").unwrap_or(1).min(SPACES) as usize)),
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "note-body" => self.text.flow(xml, "note-body", &mut self.words.behind, false)?,
            "text-box" => self.text.flow(xml, "text-box", &mut self.words.behind, false)?,
            "annotation" => self.text.comment(xml)?,
            "placeholder" => self.placeholder(xml)?,
            "content-control" if element.get("showing-place-holder") == Some("true") => self.placeholder(xml)?,
            "image" => self.picture(xml)?,
            "object" | "object-ole" => {
                self.text.unread(Unread::Object);
                xml.skip()?;
            }
            "note-citation" | "title" | "desc" | "ruby-text" | "hidden-text" | "event-listeners" | "label" => {
                xml.skip()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn placeholder(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        self.text.unread(Unread::Placeholder);
        xml.skip()
    }

    fn picture(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        self.text.unread(Unread::Picture);
        xml.skip()
    }

    fn close(&mut self, name: &str) {
        match name {
            "span" if self.looks.len() > 1 => drop(self.looks.pop()),
            "a" => drop(self.links.pop()),
            _ => {}
        }
    }
}
