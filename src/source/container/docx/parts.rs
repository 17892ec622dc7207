//! What stands beside the text of a document: links, styles, lists.

use std::collections::HashMap;
use std::rc::Rc;

use crate::source::container::numbering::{Format, LEVELS, Marker, Numbering};
use crate::source::container::package::Package;
use crate::source::container::refused::{Refused, STYLES, too_many};
use crate::source::container::xml::{Element, Node};

/// Styles that a style may be based on, one on the other.
const BASES: usize = 12;
/// By how much a list in a list is set in, in twentieths of a point.
const INSET: u32 = 720;

/// What stands beside the text.
#[derive(Debug, Default)]
pub struct Parts {
    /// The addresses of links, by their name in the text.
    pub links: HashMap<String, Rc<str>>,
    /// The other parts: what kind each is of, and its name in the archive.
    others: Vec<(String, String)>,
    styles: HashMap<String, Style>,
    /// Lists by their number.
    lists: HashMap<String, Vec<Marker>>,
    /// How far the levels of each list are set in, in twentieths of a point.
    insets: HashMap<String, Vec<Option<u32>>>,
    /// Whether there are more of them than are kept.
    full: bool,
}

/// A style of paragraphs or characters.
#[derive(Debug, Default, Clone)]
struct Style {
    name: String,
    based_on: Option<String>,
    /// The level of a heading, from 0; 9 for text.
    outline: Option<u32>,
    list: Option<(String, u32)>,
    strong: Option<bool>,
    emphasis: Option<bool>,
}

impl Parts {
    /// Reads them, beside the part `main`.
    pub fn read(package: &mut Package<'_>, main: &str) -> Result<Self, Refused> {
        let mut parts = Self::default();
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
        package.elements(&format!("{folder}/_rels/{file}.rels"), |element| parts.relation(&element, folder))?;
        for name in parts.of("styles") {
            package.elements(&name, Styles { parts: &mut parts, open: None }.taker())?;
        }
        for name in parts.of("numbering") {
            parts.numbering(package, &name)?;
        }
        if parts.full { Err(too_many()) } else { Ok(parts) }
    }

    /// Whether one more may be kept.
    fn has_room(&mut self) -> bool {
        self.full |= self.links.len() + self.others.len() + self.styles.len() >= STYLES;
        !self.full
    }

    /// The names of the parts of a kind, in order: `header`, `comments`.
    pub fn of(&self, kind: &str) -> Vec<String> {
        self.others.iter().filter(|(other, _)| other == kind).map(|(_, name)| name.clone()).collect()
    }

    /// The lists, with nothing counted yet.
    pub fn lists(&self) -> Numbering {
        Numbering::new(self.lists.clone())
    }

    /// How far an item of a list is set in; where the list does not say so, by its level.
    pub fn inset(&self, list: &str, level: u32) -> u32 {
        let inset = self.insets.get(list).and_then(|insets| *insets.get(level as usize)?);
        inset.unwrap_or(INSET.saturating_mul(level))
    }

    /// The level of a heading in this style, from 1.
    pub fn heading(&self, style: &str) -> Option<u8> {
        let named = |style: &Style| {
            let level = style.name.to_lowercase().strip_prefix("heading ").and_then(|level| level.parse().ok());
            level.or((style.name.eq_ignore_ascii_case("title")).then_some(1_u8))
        };
        let outline = |style: &Style| style.outline.map(|level| if level < 9 { level as u8 + 1 } else { 0 });
        self.chain(style).find_map(|style| outline(style).or_else(|| named(style))).filter(|level| *level > 0)
    }

    /// Whether a style is that of a table of contents.
    pub fn is_contents(&self, style: &str) -> bool {
        self.styles.get(style).is_some_and(|style| style.name.to_lowercase().starts_with("toc "))
    }

    /// Whether a style of characters is that of what a form shows where nothing is filled in.
    pub fn is_placeholder(&self, style: &str) -> bool {
        self.styles.get(style).is_some_and(|style| style.name.eq_ignore_ascii_case("placeholder text"))
    }

    /// The list and level that a style puts its paragraphs in.
    pub fn list(&self, style: &str) -> Option<(String, u32)> {
        self.chain(style).find_map(|style| style.list.clone())
    }

    /// Whether a style is bold, and whether it is italic.
    pub fn looks(&self, style: &str) -> (bool, bool) {
        let strong = self.chain(style).find_map(|style| style.strong);
        let emphasis = self.chain(style).find_map(|style| style.emphasis);
        (strong.unwrap_or(false), emphasis.unwrap_or(false))
    }

    /// A style and those that it is based on.
    fn chain<'a>(&'a self, style: &str) -> impl Iterator<Item = &'a Style> {
        let based = |style: &&'a Style| self.styles.get(style.based_on.as_deref()?);
        std::iter::successors(self.styles.get(style), based).take(BASES)
    }

    fn relation(&mut self, element: &Element, folder: &str) {
        let (Some(id), Some(kind), Some(target)) = (element.get("Id"), element.get("Type"), element.get("Target"))
        else {
            return;
        };
        if !self.has_room() {
            return;
        }
        let kind = kind.rsplit('/').next().unwrap_or_default();
        if kind == "hyperlink" {
            self.links.insert(id.to_owned(), target.into());
        } else if element.get("TargetMode") != Some("External") {
            let name = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None if folder.is_empty() => target.to_owned(),
                None => format!("{folder}/{target}"),
            };
            self.others.push((kind.to_owned(), name));
        }
    }

    /// Reads which list writes what before its items.
    fn numbering(&mut self, package: &mut Package<'_>, name: &str) -> Result<(), Refused> {
        let Some(mut xml) = package.xml(name)? else { return Ok(()) };
        let mut lists = Lists::default();
        while let Some(node) = xml.next()? {
            if lists.kinds.len() + lists.numbers.len() > STYLES {
                return Err(too_many());
            }
            match node {
                Node::Open(element) => lists.open(&element),
                Node::Close(name) if name == "num" => lists.number = None,
                _ => {}
            }
        }
        for (number, kind) in lists.numbers {
            let levels = lists.kinds.get(&kind).cloned().unwrap_or_default();
            self.insets.insert(number.clone(), levels.iter().map(|level| level.inset).collect());
            self.lists.insert(number, levels.into_iter().map(Level::marker).collect());
        }
        Ok(())
    }
}

/// The styles while they are read.
struct Styles<'p> {
    parts: &'p mut Parts,
    open: Option<String>,
}

impl<'p> Styles<'p> {
    fn taker(mut self) -> impl FnMut(Element) + use<'p> {
        move |element| self.take(&element)
    }

    fn take(&mut self, element: &Element) {
        if element.name == "style" {
            self.open = element.get("styleId").filter(|_| self.parts.has_room()).map(str::to_owned);
        } else if element.name == "latentStyles" || element.name == "docDefaults" {
            self.open = None;
        }
        let Some(style) = self.open.as_ref().map(|id| self.parts.styles.entry(id.clone()).or_default()) else { return };
        let value = element.get("val");
        match element.name.as_str() {
            "name" => style.name = value.unwrap_or_default().to_owned(),
            "basedOn" => style.based_on = value.map(str::to_owned),
            "outlineLvl" => style.outline = element.number("val"),
            "numId" => {
                let level = style.list.as_ref().map_or(0, |list| list.1);
                style.list = value.map(|id| (id.to_owned(), level));
            }
            "ilvl" => style.list = Some((String::new(), element.number("val").unwrap_or(0))),
            "b" => style.strong = Some(element.is_on()),
            "i" => style.emphasis = Some(element.is_on()),
            _ => {}
        }
    }
}

/// The lists while they are read.
#[derive(Default)]
struct Lists {
    /// The levels of each kind of list.
    kinds: HashMap<String, Vec<Level>>,
    /// The kind of each list.
    numbers: Vec<(String, String)>,
    kind: String,
    level: usize,
    number: Option<String>,
}

#[derive(Debug, Default, Clone)]
struct Level {
    format: String,
    text: String,
    start: u32,
    inset: Option<u32>,
}

impl Lists {
    fn open(&mut self, element: &Element) {
        let value = || element.get("val").unwrap_or_default().to_owned();
        match element.name.as_str() {
            "abstractNum" => {
                self.kind = element.get("abstractNumId").unwrap_or_default().to_owned();
                self.kinds.entry(self.kind.clone()).or_default();
            }
            "lvl" if self.number.is_none() => {
                self.level = element.number("ilvl").unwrap_or(0) as usize;
                let levels = self.kinds.entry(self.kind.clone()).or_default();
                if self.level < LEVELS && levels.len() <= self.level {
                    levels.resize(self.level + 1, Level { start: 1, ..Level::default() });
                }
            }
            "num" => self.number = element.get("numId").map(str::to_owned),
            "abstractNumId" => self.numbers.extend(self.number.clone().map(|number| (number, value()))),
            "numFmt" => self.set(|level| level.format = value()),
            "lvlText" => self.set(|level| level.text = value()),
            "ind" => {
                let inset = element.number("left").or_else(|| element.number("start"));
                self.set(|level| level.inset = inset);
            }
            "start" => self.set(|level| level.start = element.number("val").unwrap_or(1)),
            _ => {}
        }
    }

    fn set(&mut self, set: impl FnOnce(&mut Level)) {
        let levels = self.kinds.get_mut(&self.kind).filter(|_| self.number.is_none());
        if let Some(level) = levels.and_then(|levels| levels.get_mut(self.level)) {
            set(level);
        }
    }
}

impl Level {
    fn marker(self) -> Marker {
        let format = match self.format.as_str() {
            "bullet" => return Marker::Bullet,
            "none" => return Marker::None,
            "lowerLetter" => Format::Letter,
            "upperLetter" => Format::Capital,
            "lowerRoman" => Format::Roman,
            "upperRoman" => Format::RomanCapital,
            _ => Format::Decimal,
        };
        Marker::Number { format, text: self.text, start: self.start }
    }
}
