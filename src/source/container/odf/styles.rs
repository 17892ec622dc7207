//! Styles of paragraphs and characters, and lists.

use std::collections::HashMap;

use crate::source::container::inline::Style as Look;
use crate::source::container::numbering::{Format, LEVELS, Marker, Numbering};
use crate::source::container::refused::STYLES;
use crate::source::container::xml::Element;

/// Styles that a style may be derived from, one from the other.
const PARENTS: usize = 12;
/// By how much a list in a list is set in, in micrometres.
const INSET: u32 = 6350;

/// The styles of a document.
#[derive(Debug, Default)]
pub struct Styles {
    /// By family and name.
    styles: HashMap<(String, String), Style>,
    lists: HashMap<String, Vec<Marker>>,
    /// How far the levels of lists are set in, in micrometres.
    insets: HashMap<(String, usize), u32>,
    level: usize,
    open: Option<(String, String)>,
    list: Option<String>,
    /// Whether there are more of them than are kept.
    pub full: bool,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<(String, String)>,
    strong: Option<bool>,
    emphasis: Option<bool>,
    list: Option<String>,
    hidden: bool,
}

impl Styles {
    /// Takes an element that may say something of a style.
    pub fn take(&mut self, element: &Element) {
        self.full |= self.styles.len() + self.lists.len() + self.insets.len() >= STYLES;
        match element.name.as_str() {
            _ if self.full => {}
            "style" => self.open_style(element),
            "default-style" | "body" | "master-styles" => self.open = None,
            "list-style" | "outline-style" => self.list = element.get("name").map(str::to_owned),
            "list-level-style-bullet"
            | "list-level-style-number"
            | "list-level-style-image"
            | "outline-level-style" => {
                self.level(element);
            }
            "list-level-label-alignment" => {
                let inset = element.get("margin-left").and_then(micrometres);
                let at = self.list.clone().map(|list| (list, self.level));
                self.insets.extend(at.zip(inset));
            }
            "text-properties" => self.properties(element),
            "table-properties" if element.get("display") == Some("false") => {
                self.opened().into_iter().for_each(|style| style.hidden = true);
            }
            _ => {}
        }
    }

    fn open_style(&mut self, element: &Element) {
        let family = element.get("family").unwrap_or_default().to_owned();
        let parent = element.get("parent-style-name").map(|parent| (family.clone(), parent.to_owned()));
        let key = (family, element.get("name").unwrap_or_default().to_owned());
        let list = element.get("list-style-name").filter(|name| !name.is_empty()).map(str::to_owned);
        self.styles.insert(key.clone(), Style { parent, list, ..Style::default() });
        self.open = Some(key);
    }

    fn opened(&mut self) -> Option<&mut Style> {
        self.styles.get_mut(self.open.as_ref()?)
    }

    fn properties(&mut self, element: &Element) {
        let weight = element.get("font-weight").map(|weight| weight == "bold" || weight >= "600" && weight.len() == 3);
        let slant = element.get("font-style").map(|style| style != "normal");
        let hidden = element.get("display") == Some("none");
        if let Some(style) = self.opened() {
            style.strong = weight.or(style.strong);
            style.emphasis = slant.or(style.emphasis);
            style.hidden |= hidden;
        }
    }

    fn level(&mut self, element: &Element) {
        let level = element.number("level").unwrap_or(1) as usize;
        self.level = level;
        let Some(list) = self.list.clone().filter(|_| (1..=LEVELS).contains(&level)) else { return };
        let marker = if matches!(element.name.as_str(), "list-level-style-number" | "outline-level-style") {
            number(element, level)
        } else {
            Marker::Bullet
        };
        let levels = self.lists.entry(list).or_default();
        if levels.len() < level {
            levels.resize(level, Marker::None);
        }
        levels[level - 1] = marker;
    }

    /// A style and those that it is derived from.
    fn chain<'a>(&'a self, family: &str, name: &str) -> impl Iterator<Item = &'a Style> {
        let parent = |style: &&'a Style| self.styles.get(style.parent.as_ref()?);
        std::iter::successors(self.styles.get(&(family.to_owned(), name.to_owned())), parent).take(PARENTS)
    }

    /// How characters in a style look, those around it looking as `around`.
    pub fn look(&self, family: &str, name: &str, around: Look) -> Look {
        let strong = self.chain(family, name).find_map(|style| style.strong);
        let emphasis = self.chain(family, name).find_map(|style| style.emphasis);
        Look { strong: strong.unwrap_or(around.strong), emphasis: emphasis.unwrap_or(around.emphasis) }
    }

    /// Whether what has a style is hidden.
    pub fn is_hidden(&self, family: &str, name: &str) -> bool {
        self.chain(family, name).next().is_some_and(|style| style.hidden)
    }

    /// Whether a paragraph's style is that of a title.
    pub fn is_title(&self, name: &str) -> bool {
        let derived =
            self.chain("paragraph", name).filter_map(|style| style.parent.as_ref()).any(|parent| parent.1 == "Title");
        name == "Title" || derived
    }

    /// The list that a paragraph's style puts it in.
    pub fn list(&self, name: &str) -> Option<&str> {
        self.chain("paragraph", name).find_map(|style| style.list.as_deref())
    }

    /// How far an item of a list is set in; where the list does not say so, by its level, from 0.
    pub fn inset(&self, list: &str, level: usize) -> u32 {
        let inset = self.insets.get(&(list.to_owned(), level + 1)).copied();
        inset.unwrap_or(INSET.saturating_mul(level as u32))
    }

    /// The lists, with nothing counted yet.
    pub fn numbering(&self) -> Numbering {
        Numbering::new(self.lists.clone())
    }
}

/// A length such as `0.635cm`.
fn micrometres(length: &str) -> Option<u32> {
    let at = length.find(|c: char| c.is_ascii_alphabetic())?;
    let unit = match &length[at..] {
        "cm" => 10_000.0,
        "mm" => 1_000.0,
        "in" => 25_400.0,
        "pt" => 352.8,
        _ => return None,
    };
    let number: f64 = length[..at].parse().ok()?;
    // As a whole number it is exact enough to compare; a negative one is none.
    Some((number * unit) as u32)
}

/// A numbered level: its own number with those of the levels that it shows before it.
fn number(element: &Element, level: usize) -> Marker {
    let format = match element.get("num-format") {
        Some("a") => Format::Letter,
        Some("A") => Format::Capital,
        Some("i") => Format::Roman,
        Some("I") => Format::RomanCapital,
        Some("1") => Format::Decimal,
        _ => return Marker::None,
    };
    let shown = element.number("display-levels").unwrap_or(1).clamp(1, level as u32) as usize;
    let numbers: Vec<String> = (level + 1 - shown..=level).map(|level| format!("%{level}")).collect();
    let around = |name| element.get(name).unwrap_or_default();
    let text = match element.get("num-list-format") {
        Some(text) => {
            (1..=LEVELS).fold(text.to_owned(), |text, at| text.replace(&format!("%{at}%"), &format!("%{at}")))
        }
        None => [around("num-prefix"), &numbers.join("."), around("num-suffix")].concat(),
    };
    Marker::Number { format, text, start: element.number("start-value").unwrap_or(1) }
}
