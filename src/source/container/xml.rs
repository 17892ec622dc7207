//! XML as a stream, without declarations, entities of its own, or nesting without end.

use std::cell::Cell;
use std::io::{self, BufReader, Read};
use std::rc::Rc;

use quick_xml::events::{BytesStart, Event};

use super::refused::{DEPTH, PART, Refused, TOKEN, mebibytes};

/// What a limit that a reader met is called in its error.
const OVER: &str = "over the limit";

/// A tag or text. Names come without the prefix of their namespace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// `<w:p>`; an element without content is opened and closed.
    Open(Element),
    /// `</w:p>`
    Close(String),
    /// Text with its references resolved.
    Text(String),
}

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element {
    /// Its name.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// A value that is a number.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.parse().ok()
    }

    /// A switch such as `<w:b/>`, which is on unless it says otherwise.
    pub fn is_on(&self) -> bool {
        !matches!(self.get("val"), Some("0" | "false" | "off" | "none"))
    }
}

/// Reads XML node by node.
pub struct Xml<R: Read> {
    reader: quick_xml::Reader<BufReader<Bounded<R>>>,
    buffer: Vec<u8>,
    /// How much may still be read before the next node ends.
    room: Rc<Cell<usize>>,
    depth: usize,
    /// The end of an element without content.
    pending: Option<String>,
}

/// A reader that ends with an error where a token or all of it is too long.
struct Bounded<R> {
    inner: R,
    left: u64,
    room: Rc<Cell<usize>>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| io::Error::other(OVER))?;
        self.room.set(self.room.get().checked_sub(read).ok_or_else(|| io::Error::other(OVER))?);
        Ok(read)
    }
}

impl<R: Read> Xml<R> {
    /// Reads the XML of one part.
    pub fn new(inner: R) -> Self {
        let room = Rc::new(Cell::new(TOKEN));
        let bounded = Bounded { inner, left: PART, room: Rc::clone(&room) };
        let mut reader = quick_xml::Reader::from_reader(BufReader::new(bounded));
        reader.config_mut().check_end_names = true;
        Self { reader, buffer: Vec::new(), room, depth: 0, pending: None }
    }

    /// The next node; nothing behind the last.
    pub fn next(&mut self) -> Result<Option<Node>, Refused> {
        if let Some(name) = self.pending.take() {
            return Ok(Some(Node::Close(name)));
        }
        loop {
            self.buffer.clear();
            self.room.set(TOKEN);
            let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| broken(&error))?;
            match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(Refused::Limit("the nesting of its XML", format!("{DEPTH} elements")));
                    }
                    return Ok(Some(Node::Open(element(&tag)?)));
                }
                Event::Empty(tag) => {
                    let element = element(&tag)?;
                    self.pending = Some(element.name.clone());
                    return Ok(Some(Node::Open(element)));
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Node::Close(tag.local_name().as_ref().to_owned())));
                }
                Event::Text(text) => return Ok(Some(Node::Text(text.xml10_content().into_owned()))),
                Event::CData(text) => return Ok(Some(Node::Text(text.xml10_content().into_owned()))),
                Event::GeneralRef(reference) => {
                    let resolved = match reference.resolve_char_ref() {
                        Ok(Some(c)) => String::from(c),
                        Ok(None) => predefined(&reference.into_inner())?,
                        Err(error) => return Err(Refused::Damaged(error.to_string())),
                    };
                    return Ok(Some(Node::Text(resolved)));
                }
                Event::DocType(_) => return Err(Refused::Declarations),
                Event::Eof if self.depth > 0 => return Err(Refused::Damaged(String::from("its XML has no end"))),
                Event::Eof => return Ok(None),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
    }

    /// Passes over the rest of an element that was opened.
    pub fn skip(&mut self) -> Result<(), Refused> {
        let mut open = 1_usize;
        while open > 0 {
            match self.next()? {
                Some(Node::Open(_)) => open += 1,
                Some(Node::Close(_)) => open -= 1,
                Some(Node::Text(_)) => {}
                None => return Ok(()),
            }
        }
        Ok(())
    }

    /// The text of the rest of an element that was opened, whatever elements it stands in.
    pub fn text(&mut self) -> Result<String, Refused> {
        let (mut open, mut all) = (1_usize, String::new());
        while open > 0 {
            match self.next()? {
                Some(Node::Open(_)) => open += 1,
                Some(Node::Close(_)) => open -= 1,
                Some(Node::Text(text)) => all += &text,
                None => break,
            }
        }
        Ok(all)
    }
}

fn element(tag: &BytesStart<'_>) -> Result<Element, Refused> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| Refused::Damaged(error.to_string()))?;
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
        let value = value.map_err(|error| Refused::Damaged(error.to_string()))?;
        attributes.push((attribute.key.local_name().as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name: tag.local_name().as_ref().to_owned(), attributes })
}

/// One of the five entities that need no declaration.
fn predefined(name: &str) -> Result<String, Refused> {
    let known = match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => return Err(Refused::Declarations),
    };
    Ok(known.to_owned())
}

fn broken(error: &quick_xml::Error) -> Refused {
    let text = error.to_string();
    if text.contains(OVER) {
        Refused::Limit("a part of it", format!("{} (of one tag or text {})", mebibytes(PART), mebibytes(TOKEN as u64)))
    } else {
        Refused::Damaged(text)
    }
}
