//! Menus: items beside each other, between bars or brackets, or one below the other at the head of a page.

use std::ops::Range;

use super::{HEAD, Reader, last_step};
use crate::blocks::{Block, Mark, Shape};
use crate::schemas::fold;
use crate::source::column_parts;

/// Characters of an item of a menu at most.
const ITEM: usize = 32;
/// Words of an item of a menu at most.
const ITEM_WORDS: usize = 4;
/// Items of a menu at least: `Home | Projects | Contact`.
pub(super) const MENU_ITEMS: usize = 3;
/// Items of a menu that no known word tells at least.
const LONG_MENU: usize = 5;
/// Known items of a menu whose items no bar parts, at least.
const KNOWN_ITEMS: usize = 2;
/// Items of a menu with an item a line at least.
const LISTED_ITEMS: usize = 4;
/// Items of a menu with lists in it at least.
const NESTED_ITEMS: usize = 8;
/// Bytes of a year or two that are an item of a menu at most: `2017/2018`.
const YEARS: usize = 9;
/// The first number of a list.
const FIRST: [&str; 2] = ["1.", "1)"];
/// What stands between the items of a menu.
const BARS: [char; 3] = ['|', '·', '•'];
/// The code of a language that many pages are in, and that no country has.
const ENGLISH: &str = "en";

impl Reader<'_> {
    /// `Home | Projects | Contact`; two items are enough where both are known.
    pub(super) fn is_menu(&self, words: &str) -> bool {
        // A line in a frame of bars is a row of a table.
        !words.starts_with('|')
            && words.contains(BARS)
            && BARS.iter().any(|bar| {
                let items: Vec<&str> = split(words, *bar);
                let few = items.len() > 1 && items.iter().all(|item| self.is_known(item));
                few || (items.len() >= MENU_ITEMS && items.iter().all(|item| is_item(item)))
            })
    }

    /// `[ Home ] [ Projects ] [ Contact ]`
    pub(super) fn is_framed_menu(&self, words: &str) -> bool {
        let framed = words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let items: Vec<&str> = framed.map_or_else(Vec::new, |inner| inner.split("] [").map(str::trim).collect());
        self.is_menu_of(&items)
    }

    /// `Home   Projects   Contact`
    pub(super) fn is_spaced_menu(&self, words: &str) -> bool {
        self.is_menu_of(&column_parts(words).collect::<Vec<_>>())
    }

    /// `Who we are   Projects   Training   News   Contact`: many items above all labels, whatever they mean elsewhere.
    pub(super) fn is_menu_at_head(&self, words: &str) -> bool {
        // A label with values beside it is no menu: `Countries | Austria | Italy | Malta | Spain`.
        let is_label = |item: &str| !self.schemas.meanings(item, &mut String::new()).is_empty();
        let named = |items: &[&str]| match items {
            [first, others @ ..] if !self.is_of_site(first) && is_label(first) => {
                others.iter().any(|item| self.is_of_site(item) || is_label(item))
            }
            _ => true,
        };
        let are_items =
            |items: &[&str]| items.len() >= LONG_MENU && items.iter().all(|item| is_item(item)) && named(items);
        let spaced = || are_items(&column_parts(words).collect::<Vec<_>>());
        let barred = || BARS.iter().any(|bar| are_items(&split(words, *bar)));
        barred() || spaced()
    }

    /// Whether an item is known or names a part of the site.
    fn is_of_site(&self, item: &str) -> bool {
        self.is_known(item) || self.schemas.is_rubric(item)
    }

    /// Whether items make a menu: several are known or name a part of the site.
    fn is_menu_of(&self, items: &[&str]) -> bool {
        let named = || items.iter().filter(|item| self.is_of_site(item)).count();
        items.len() >= MENU_ITEMS && items.iter().all(|item| is_item(item)) && named() >= KNOWN_ITEMS
    }

    /// The blocks that are items of a menu with an item a line: short lines directly below one another, of which the first and another
    /// are known.
    pub(super) fn listed_menus(&self, blocks: &[Block<'_>]) -> Vec<usize> {
        let item = |block: &Block<'_>| is_short_line(self.text, block) && !block.opens_anything();
        let runs = blocks.chunk_by(|a, b| item(a) && item(b));
        let known = |run: &[Block<'_>]| {
            let mut known = run.iter().map(|block| self.is_known(block.body().of(self.text)));
            run.len() >= LISTED_ITEMS && known.next() == Some(true) && known.any(|known| known)
        };
        let mut start = 0;
        let mut listed = Vec::new();
        for run in runs {
            let own = start..start + run.len();
            start = own.end;
            if known(run) {
                listed.extend(own);
            }
        }
        listed.extend(self.nested_menu(blocks).chain(self.menu_down_the_head(blocks)));
        listed
    }

    /// The lines directly below one another in the head of a page, of a few words each, of which several are known; words that are labels
    /// elsewhere are items of the menu, too.
    fn menu_down_the_head(&self, blocks: &[Block<'_>]) -> Vec<usize> {
        let item = |block: &&Block<'_>| is_short_line(self.text, block);
        let known = |block: &Block<'_>| self.is_known(block.body().of(self.text));
        // One label may be an item, such as `Contact`, but for the first: more have their values between them, and one its list below it.
        // Above the path to the page half of them may be labels.
        let is_menu = |run: &[Block<'_>], above_path: bool| {
            let label = |block: &Block<'_>| block.opens_anything() && !known(block);
            let items = run.iter().filter(|block| known(block)).count();
            let labels = run.iter().filter(|block| label(block)).count();
            let few =
                labels == 0 || labels == 1 && !run.first().is_some_and(label) || above_path && labels * 2 <= run.len();
            run.len() >= LISTED_ITEMS && few && items + labels >= KNOWN_ITEMS && items > 0
        };
        let mut start = 0;
        let mut menus = Vec::new();
        while start < blocks.len().min(HEAD) {
            let run = blocks[start..].iter().take(HEAD).take_while(item).count();
            let lines = &blocks[start..start + run];
            let next = blocks.get(start + run).map_or("", |next| next.body().of(self.text));
            let above_path = self.is_breadcrumb(next);
            if (menus.is_empty() || above_path) && is_menu(lines, above_path) {
                // One line above the first item that is known names the page.
                let of_site = |block: &Block<'_>| self.is_of_site(block.body().of(self.text));
                let named = lines.iter().position(of_site) == Some(1);
                // The page that the path leads to may be an item, and stands nowhere else.
                let page = last_step(next).map(fold);
                let is_page = |at: &usize| page.as_deref() == Some(&fold(blocks[*at].body().of(self.text)));
                menus.extend((start + usize::from(named)..start + run).filter(|at| !is_page(at)));
            }
            // A label with a value ends the head.
            if blocks[start + run..].first().is_some_and(|block| block.opens_anything() && !item(&block)) {
                break;
            }
            start += run + 1;
        }
        menus
    }

    /// The blocks of a list at the head of a page whose items are few words, with lists of its parts in it: its numbers begin anew.
    fn nested_menu(&self, blocks: &[Block<'_>]) -> Range<usize> {
        // A part of a site may be a year.
        let year = |item: &str| item.contains(|c: char| c.is_ascii_digit()) && item.len() <= YEARS;
        let item = |block: &Block<'_>| item_of(self.text, block).is_some_and(|item| is_item(item) || year(item));
        let Some(start) = blocks.iter().take(HEAD).position(item) else { return 0..0 };
        let run = blocks[start..].iter().take_while(|block| item(block)).count();
        let first = |block: &&Block<'_>| {
            let line = block.span.of(self.text).trim_start();
            FIRST.iter().any(|number| line.starts_with(number))
        };
        let firsts = blocks[start..start + run].iter().filter(first).count();
        // The items of one list may all be numbered alike.
        let counted = (3..run).contains(&firsts) && run - firsts > 1;
        let of_site = |block: &Block<'_>| item_of(self.text, block).is_some_and(|item| self.is_of_site(item));
        let above = blocks[..start].iter().rfind(|block| !block.is_blank());
        let announced = || above.is_some_and(|above| self.is_known(above.body().of(self.text)));
        let nested = run >= NESTED_ITEMS
            && counted
            && !blocks[..start].iter().any(Block::opens_anything)
            && (announced() || blocks[start..start + run].iter().any(of_site));
        if nested { start..start + run } else { 0..0 }
    }

    /// `Inicio | Proyectos | Contacto`: a menu whose first item is known, although its words are labels too.
    pub(super) fn is_known_menu(&self, words: &str) -> bool {
        !words.starts_with('|')
            && BARS.iter().any(|bar| {
                let items = split(words, *bar);
                items.len() >= MENU_ITEMS && items.iter().all(|item| is_item(item)) && self.is_known(items[0])
            })
    }
}

/// The parts between marks that white space surrounds; one at a line's end stands for no part.
pub(super) fn split(words: &str, mark: char) -> Vec<&str> {
    let apart = |at: usize| {
        let behind = &words[at + mark.len_utf8()..];
        (at == 0 || words[..at].ends_with(char::is_whitespace))
            && (behind.is_empty() || behind.starts_with(char::is_whitespace))
    };
    let mut items = Vec::new();
    let mut start = 0;
    for (at, found) in words.match_indices(mark).filter(|(at, _)| apart(*at)) {
        items.push(&words[start..at]);
        start = at + found.len();
    }
    items.push(&words[start..]);
    items.into_iter().map(str::trim).filter(|item| !item.is_empty()).collect()
}

/// Whether words may be an item of a menu: few, without numbers, addresses and full stops.
pub(super) fn is_item(words: &str) -> bool {
    let short = words.chars().count() <= ITEM && words.split_whitespace().count() <= ITEM_WORDS;
    short
        && words.starts_with(char::is_alphabetic)
        && !words.contains(|c: char| c.is_ascii_digit() || "@:;.!".contains(c))
}

/// Whether a block is a plain line of its own that may be an item of a menu.
pub(super) fn is_short_line(text: &str, block: &Block<'_>) -> bool {
    matches!(block.shape, Shape::Prose { .. }) && block.mark == Mark::None && is_item(block.body().of(text))
}

/// `FI | SV | EN`: codes of languages, of which one is that of no country.
pub(super) fn is_language_menu(words: &str) -> bool {
    let items: Vec<&str> = words.split(|c: char| c == '/' || BARS.contains(&c) || c.is_whitespace()).collect();
    let mut codes = items.into_iter().filter(|item| !item.is_empty()).peekable();
    let is_code = |code: &str| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut english = false;
    let all = codes.peek().is_some()
        && codes.all(|code| {
            english |= code.eq_ignore_ascii_case(ENGLISH);
            is_code(code)
        });
    all && english && words.len() > ENGLISH.len()
}

/// What stands behind the bullet or number of an item of a list.
fn item_of<'t>(text: &'t str, block: &Block<'_>) -> Option<&'t str> {
    let line = block.span.of(text).trim();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = || line[digits..].strip_prefix(['.', ')']).filter(|_| digits > 0).map(str::trim_start);
    match block.shape {
        Shape::Blank { .. } => None,
        Shape::Bullet { .. } => numbered().or_else(|| Some(block.body().of(text))),
        _ => numbered(),
    }
}
