//! The menu of a site among the first lines of a document: what stands above it names the site.

use super::assemble::Assembler;
use crate::schemas::fold;
use crate::source::Span;

/// Bytes of a menu at most.
const MENU: usize = 400;
/// What parts its items.
const MARKS: [&str; 4] = [" | ", " · ", " • ", "  "];
/// Items of it at least.
const ITEMS: usize = 4;
/// Words of a menu whose items nothing parts, at least, and those of them that any site has.
const RUN_ITEMS: usize = 5;
const SITE_ITEMS: usize = 2;
/// Lines of a document among which a menu is looked for.
const LINES: usize = 8;
/// Words of such an item at most.
const WORDS: usize = 4;

impl Assembler<'_, '_> {
    /// Where the menu of a site ends that stands among the first lines of the document; 0 where none does.
    pub(super) fn end_of_menu(&self) -> usize {
        let is_item = |item: &str| {
            let short = item.split_whitespace().count() <= WORDS;
            short && item.starts_with(char::is_alphabetic) && !item.contains(|c: char| c.is_ascii_digit() || c == '@')
        };
        let is_menu = |line: &str, mark: &str| {
            let (items, others): (Vec<&str>, Vec<&str>) =
                line.split(mark).map(str::trim).filter(|item| !item.is_empty()).partition(|item| is_item(item));
            let of_site = items.iter().filter(|item| self.is_of_site(item)).count();
            items.len() >= ITEMS && others.len() * ITEMS <= items.len() && of_site >= SITE_ITEMS
        };
        let head = self.text.lines().filter(|line| !line.trim().is_empty()).take(LINES);
        let menus = head.filter(|line| {
            line.len() <= MENU && (MARKS.into_iter().any(|mark| is_menu(line, mark)) || self.runs_items_together(line))
        });
        menus.last().map_or(0, |menu| Span::of_slice(self.text, menu).end)
    }

    /// Whether words may be an item of any menu.
    fn is_of_site(&self, item: &str) -> bool {
        self.is_part_of_site(item) || self.schemas.is_rubric(item) || self.schemas.is_label(item)
    }

    /// Whether words stand on pages and in the menus of sites alone.
    fn is_part_of_site(&self, words: &str) -> bool {
        self.schemas.chrome.get(&fold(words)).is_some() || self.schemas.is_section(words)
    }

    /// Whether a line is the items of a menu with nothing between them: `Map Projects People About Contact`.
    fn runs_items_together(&self, line: &str) -> bool {
        let words: Vec<&str> = line.split_whitespace().collect();
        let plain = |word: &&str| word.chars().all(|c| c.is_alphabetic() || c == '-');
        let small = |word: &str| word.starts_with(char::is_lowercase);
        words.len() >= RUN_ITEMS
            && words.iter().all(plain)
            && words.iter().filter(|word| small(word)).count() * RUN_ITEMS <= words.len()
            && words.iter().filter(|word| self.is_part_of_site(word)).count() >= SITE_ITEMS
    }
}
