//! The words of a paragraph: runs, fields, links, and what hangs on them.

use std::io::Read;
use std::rc::Rc;

use super::body::Body;
use crate::source::container::inline::{Inline, Style};
use crate::source::container::refused::Refused;
use crate::source::container::taken::Piece;
use crate::source::container::xml::{Element, Node, Xml};
use crate::source::layout::Unread;

/// Characters of symbol fonts, which a document names by their number in the font.
const SYMBOLS: [(u32, char); 8] = [
    (0xf0fe, '☒'),
    (0xf0fd, '☒'),
    (0xf0fc, '✓'),
    (0xf0a8, '☐'),
    (0xf06f, '☐'),
    (0xf0b7, '•'),
    (0xf0a7, '▪'),
    (0xf0e0, '→'),
];

/// A paragraph with what hangs on it.
#[derive(Default)]
pub struct Words {
    /// Name of its style.
    pub style: Option<String>,
    /// Its list and how deep it stands in it.
    pub list: Option<(String, u32)>,
    /// Its own level as a heading, from 0; 9 for text.
    pub outline: Option<u8>,
    /// Its words.
    pub inline: Inline,
    /// The pieces of its text boxes and footnotes.
    pub behind: Vec<Piece>,
}

/// A field: an instruction, then what it shows.
#[derive(Default)]
struct Field {
    instruction: String,
    link: Option<Rc<str>>,
    /// The entries of a list to choose from, and which one is chosen.
    entries: Vec<String>,
    chosen: usize,
    /// Whether a box is ticked, and whether it is by itself.
    ticked: Option<bool>,
    /// Whether the field shows something already.
    shows: bool,
}

struct Reader<'b, 'p> {
    body: &'b mut Body<'p>,
    words: Words,
    style: Style,
    base: Style,
    hidden: bool,
    link: Option<Rc<str>>,
    fields: Vec<Field>,
}

impl Words {
    /// Reads the paragraph that was opened.
    pub fn read(body: &mut Body<'_>, xml: &mut Xml<impl Read>) -> Result<Self, Refused> {
        let (words, style) = (Words::default(), Style::default());
        let mut reader = Reader { body, words, style, base: style, hidden: false, link: None, fields: Vec::new() };
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "p" => break,
                Node::Close(name) => reader.close(&name),
                Node::Open(element) => reader.open(&element, xml)?,
                Node::Text(_) => {}
            }
        }
        Ok(reader.words)
    }
}

impl Reader<'_, '_> {
    fn open(&mut self, element: &Element, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        match element.name.as_str() {
            "pPr" => self.properties(xml)?,
            "r" => (self.style, self.hidden) = (self.base, false),
            "rPr" => self.look(xml)?,
            "t" => {
                let text = xml.text()?.replace(['\n', '\t', '\r'], " ");
                self.text(&text);
            }
            "tab" | "ptab" => self.text("\t"),
            "br" if element.get("type") != Some("page") => self.text("\n"),
            "cr" => self.text("\n"),
            "noBreakHyphen" => self.text("-"),
            "sym" => self.symbol(element),
            "hyperlink" => self.link = element.get("id").and_then(|id| self.body.parts.links.get(id).cloned()),
            "fldSimple" => self.link = address(element.get("instr").unwrap_or_default()),
            "fldChar" => self.field(element, xml)?,
            "instrText" => {
                let text = xml.text()?;
                self.fields.last_mut().into_iter().for_each(|field| field.instruction += &text);
            }
            "footnoteReference" | "endnoteReference" => self.note(element),
            "txbxContent" => self.body.flow(xml, Some("txbxContent"), &mut self.words.behind, false)?,
            "sdtPr" => self.body.control(xml)?,
            "sdtContent" if std::mem::take(&mut self.body.placeholder) => xml.skip()?,
            "del" | "moveFrom" | "Fallback" => xml.skip()?,
            "pic" | "imagedata" => self.body.unread(Unread::Picture),
            "chart" => self.body.unread(Unread::Chart),
            "OLEObject" => self.body.unread(Unread::Object),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        if matches!(name, "hyperlink" | "fldSimple") {
            self.link = None;
        }
    }

    fn text(&mut self, text: &str) {
        // Between its instruction and what it shows, a field has no text.
        let shown = self.fields.iter().all(|field| field.shows);
        if self.hidden && !text.trim().is_empty() {
            self.body.unread(Unread::HiddenText);
        }
        if shown && !self.hidden {
            let link = self.fields.iter().rev().find_map(|field| field.link.as_ref()).or(self.link.as_ref());
            self.words.inline.push(text, self.style, link);
        }
    }

    fn symbol(&mut self, element: &Element) {
        let number = element.get("char").and_then(|number| u32::from_str_radix(number, 16).ok());
        let known = number.and_then(|number| SYMBOLS.iter().find(|known| known.0 == number | 0xf000));
        let c = known.map(|known| known.1).or_else(|| number.and_then(char::from_u32));
        c.into_iter().for_each(|c| self.text(c.encode_utf8(&mut [0; 4])));
    }

    fn note(&mut self, element: &Element) {
        let kind = element.name.trim_end_matches("Reference");
        let note = element.get("id").map(|id| self.body.note(kind, id));
        self.words.behind.extend(note.into_iter().flatten());
    }

    /// What is said of the paragraph: style, list, level.
    fn properties(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        let mut level = 0;
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "pPr" => break,
                Node::Open(element) => match element.name.as_str() {
                    "pStyle" => self.words.style = element.get("val").map(str::to_owned),
                    "ilvl" => level = element.number("val").unwrap_or(0),
                    "numId" => self.words.list = element.get("val").map(|list| (list.to_owned(), level)),
                    "outlineLvl" => self.words.outline = element.number("val").map(|level| level.min(9) as u8),
                    "rPr" | "pPrChange" | "sectPr" => xml.skip()?,
                    _ => {}
                },
                _ => {}
            }
        }
        let (strong, emphasis) = self.words.style.as_ref().map_or((false, false), |style| self.body.parts.looks(style));
        self.base = Style { strong, emphasis };
        Ok(())
    }

    /// How a run looks.
    fn look(&mut self, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        while let Some(node) = xml.next()? {
            match node {
                Node::Close(name) if name == "rPr" => break,
                Node::Open(element) => match element.name.as_str() {
                    "rStyle" => {
                        let style = element.get("val").unwrap_or_default();
                        if self.body.parts.is_placeholder(style) {
                            self.hidden = true;
                        }
                        let (strong, emphasis) = self.body.parts.looks(style);
                        self.style.strong |= strong;
                        self.style.emphasis |= emphasis;
                    }
                    "b" => self.style.strong = element.is_on(),
                    "i" => self.style.emphasis = element.is_on(),
                    "vanish" => self.hidden = element.is_on(),
                    "rPrChange" => xml.skip()?,
                    _ => {}
                },
                _ => {}
            }
        }
        Ok(())
    }

    // Fields

    fn field(&mut self, element: &Element, xml: &mut Xml<impl Read>) -> Result<(), Refused> {
        match element.get("fldCharType") {
            Some("begin") => {
                let field = form(xml)?;
                self.fields.push(field);
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.link = address(&field.instruction);
                    field.shows = true;
                }
            }
            _ => self.end_field(),
        }
        Ok(())
    }

    /// A box or a list to choose from shows nothing by itself.
    fn end_field(&mut self) {
        let Some(field) = self.fields.pop() else { return };
        if let Some(ticked) = field.ticked {
            self.text(if ticked { "☒" } else { "☐" });
        } else if let Some(entry) = field.entries.get(field.chosen).filter(|_| !field.shows) {
            self.text(entry);
        }
    }
}

/// What a form field says of itself, up to the end of its mark.
fn form(xml: &mut Xml<impl Read>) -> Result<Field, Refused> {
    let (mut field, mut default, mut checked, mut is_box) = (Field::default(), false, None, false);
    while let Some(node) = xml.next()? {
        match node {
            Node::Close(name) if name == "fldChar" => break,
            Node::Open(element) => match element.name.as_str() {
                "checkBox" => is_box = true,
                "default" if is_box => default = element.is_on(),
                "checked" => checked = Some(element.is_on()),
                "listEntry" => field.entries.push(element.get("val").unwrap_or_default().to_owned()),
                "result" => field.chosen = element.number("val").unwrap_or(0) as usize,
                _ => {}
            },
            _ => {}
        }
    }
    field.ticked = is_box.then(|| checked.unwrap_or(default));
    Ok(field)
}

/// The address in an instruction: `HYPERLINK "https://example.org"`.
fn address(instruction: &str) -> Option<Rc<str>> {
    let rest = instruction.trim().strip_prefix("HYPERLINK")?.trim();
    let url = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()).unwrap_or(rest);
    Some(url).filter(|url| !url.is_empty() && !url.starts_with('\\')).map(Rc::from)
}
