//! How the lines of a PDF look, as `pdftohtml -xml` tells it: the size of their letters, bold, and the addresses of links.
//!
//! It tells that piece by piece, with the place of each on its page. Pieces at one height are a line here as they are in the
//! text, and a line is found by its letters: what stands in one of the two only has no look.

use std::collections::HashMap;
use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;

use crate::source::container::Refused;
use crate::source::container::refused::LINES;
use crate::source::container::xml::{Element, Node, Xml};

/// Where the pages begin, behind a declaration that names a DTD and needs none.
const ROOT: &[u8] = b"<pdf2xml";
/// Bytes before it at most.
const PROLOGUE: usize = 200;
/// Pieces that are looked at, of a document that is read at all.
const PIECES: usize = 4 * LINES;
/// No page is so large.
const FAR: i32 = 1 << 20;
/// Bytes of an address at most.
const ADDRESS: usize = 2_000;

/// A page, from above to below.
pub type Page = Vec<Line>;

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its letters, without white space.
    pub letters: String,
    /// Where it begins, from the head of the page.
    pub top: i32,
    /// Where it ends.
    pub bottom: i32,
    /// Where its columns begin, from the left of the page; at least one.
    pub starts: Vec<i32>,
    /// Where it begins.
    pub left: i32,
    /// Where it ends on the right.
    pub right: i32,
    /// The size of its smallest letters.
    pub size: u32,
    /// Whether all of it is bold.
    pub bold: bool,
    /// The links in it, in order.
    pub links: Vec<Link>,
}

impl Line {
    /// How high it is.
    pub const fn height(&self) -> i32 {
        self.bottom - self.top
    }
}

/// Letters that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The first of them, among the letters of the line.
    pub start: usize,
    /// How many there are.
    pub length: usize,
    /// Where they lead.
    pub url: Rc<str>,
}

/// What stands together on a page and looks the same.
#[derive(Debug, Default)]
struct Piece {
    letters: String,
    top: i32,
    left: i32,
    width: i32,
    height: i32,
    size: u32,
    bold: bool,
    links: Vec<Link>,
}

/// The pages of what `pdftohtml -xml` has written; none where it is not as that program writes it, or too much.
pub fn pages(xml: &[u8]) -> Vec<Page> {
    let head = &xml[..xml.len().min(PROLOGUE)];
    let root = head.windows(ROOT.len()).position(|window| window == ROOT);
    root.and_then(|root| read(&xml[root..]).ok()).unwrap_or_default()
}

/// The letters of some words in the form in which both programs write them alike: a ligature is the letters that it joins.
pub fn letters(words: &str) -> impl Iterator<Item = char> {
    words.nfkd().filter(|c| !c.is_whitespace())
}

fn read(xml: &[u8]) -> Result<Vec<Page>, Refused> {
    let (mut xml, mut sizes, mut left) = (Xml::new(xml), HashMap::new(), PIECES);
    let (mut pages, mut pieces) = (Vec::new(), Vec::new());
    while let Some(node) = xml.next()? {
        match node {
            Node::Open(element) if element.name == "fontspec" => {
                sizes.extend(element.get("id").map(str::to_owned).zip(element.number("size")));
            }
            Node::Open(element) if element.name == "text" => {
                left = left.checked_sub(1).ok_or_else(|| Refused::Limit("its pieces", PIECES.to_string()))?;
                pieces.push(piece(&element, &sizes, &mut xml)?);
            }
            Node::Close(name) if name == "page" => pages.push(lines(std::mem::take(&mut pieces))),
            _ => {}
        }
    }
    Ok(pages)
}

/// The piece whose tag was opened.
fn piece(element: &Element, sizes: &HashMap<String, u32>, xml: &mut Xml<&[u8]>) -> Result<Piece, Refused> {
    let number = |name| element.get(name).and_then(|value| value.parse::<i32>().ok()).unwrap_or_default();
    let number = |name| number(name).clamp(-FAR, FAR);
    let size = element.get("font").and_then(|font| sizes.get(font)).copied().unwrap_or_default();
    let (top, left, height) = (number("top"), number("left"), number("height"));
    let mut piece = Piece { top, left, width: number("width"), height, size, bold: true, ..Piece::default() };
    let (mut bold, mut url, mut count) = (0_usize, None, 0);
    while let Some(node) = xml.next()? {
        match node {
            Node::Close(name) if name == "text" => break,
            Node::Open(tag) if tag.name == "b" => bold += 1,
            Node::Close(name) if name == "b" => bold = bold.saturating_sub(1),
            Node::Open(tag) if tag.name == "a" => url = tag.get("href").filter(|url| leads(url)).map(Rc::from),
            Node::Close(name) if name == "a" => url = None,
            Node::Open(_) | Node::Close(_) => {}
            Node::Text(text) => {
                let start = count;
                piece.letters.extend(letters(&text).inspect(|_| count += 1));
                piece.bold &= bold > 0 || count == start;
                // The area of a link may touch the mark behind its words.
                let is_word = text.contains(char::is_alphanumeric);
                let link = |url: &Rc<str>| Link { start, length: count - start, url: Rc::clone(url) };
                piece.links.extend(url.as_ref().filter(|_| is_word).map(link));
            }
        }
    }
    Ok(piece)
}

/// Whether an address leads out of the document, to a page or a mailbox.
fn leads(url: &str) -> bool {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let known = scheme.is_some_and(|scheme| matches!(scheme.as_str(), "http" | "https" | "ftp" | "mailto"));
    known && url.len() <= ADDRESS && !url.chars().any(char::is_control)
}

/// Puts the pieces of a page together that stand at one height.
fn lines(mut pieces: Vec<Piece>) -> Page {
    pieces.retain(|piece| !piece.letters.is_empty());
    pieces.sort_by_key(|piece| (piece.middle(), piece.left));
    let together = |a: &Piece, b: &Piece| b.middle() - a.middle() <= a.height.min(b.height) / 3;
    pieces.chunk_by_mut(|a, b| together(a, b)).map(line).collect()
}

impl Piece {
    fn middle(&self) -> i32 {
        self.top + self.height / 2
    }
}

/// The line that some pieces make.
fn line(pieces: &mut [Piece]) -> Line {
    pieces.sort_by_key(|piece| piece.left);
    let mut line =
        Line { top: FAR, bottom: -FAR, left: FAR, right: -FAR, size: u32::MAX, bold: true, ..Line::default() };
    let mut count = 0;
    for piece in pieces {
        line.letters += &piece.letters;
        line.top = line.top.min(piece.top);
        line.bottom = line.bottom.max(piece.top + piece.height);
        line.starts.push(piece.left);
        line.left = line.left.min(piece.left);
        line.right = line.right.max(piece.left + piece.width);
        line.size = line.size.min(piece.size);
        line.bold &= piece.bold;
        line.links.extend(piece.links.drain(..).map(|link| Link { start: link.start + count, ..link }));
        count += piece.letters.chars().count();
    }
    line
}
