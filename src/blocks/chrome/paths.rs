//! The way to a page: breadcrumbs and paths.

use super::Reader;
use super::menus::{MENU_ITEMS, is_item, split};
use crate::blocks::Block;

/// What stands between the steps of a breadcrumb.
const STEPS: [char; 4] = ['>', '›', '»', '→'];

/// How the name of a page ends that is a file.
const FILES: [&str; 4] = [".html", ".htm", ".php", ".aspx"];

/// What stands before the last step of a path.
const PATH_STEPS: [&str; 5] = [" > ", " › ", " » ", SLASH, " → "];
/// One of these.
const SLASH: &str = " / ";

impl Reader<'_> {
    /// `Home / Projects / Housing`, `European funds / Projects / Project`: a slash stands between other things, too, so that the first
    /// step must be known, or the last say what the page is about.
    pub(super) fn is_path(&self, words: &str) -> bool {
        let items = split(words, '/');
        let ends = || items.last().is_some_and(|last| is_item(last) && self.schemas.is_subject(last));
        let begins = || self.is_known(items[0]) || self.is_known(words) || ends();
        let short = items.split_last().is_some_and(|(_, before)| before.iter().all(|item| is_item(item)));
        items.len() >= MENU_ITEMS && short && begins()
    }

    /// `Good practices / Housing`, on a line of its own above the first label.
    pub(super) fn is_short_path(&self, blocks: &[Block<'_>], at: usize, words: &str) -> bool {
        if !words.contains('/') || !at.checked_sub(1).is_none_or(|before| blocks[before].is_blank()) {
            return false;
        }
        let items = split(words, '/');
        let named = items.len() + 1 == MENU_ITEMS && items.iter().all(|item| is_item(item)) && self.is_part(items[0]);
        named && blocks.get(at + 1).is_none_or(Block::is_blank) && !blocks[..at].iter().any(Block::opens_anything)
    }

    /// Whether words name a part of a site that has many pages: `Good practices`.
    fn is_part(&self, words: &str) -> bool {
        words.contains(' ') && words.contains(char::is_lowercase) && self.schemas.is_rubric(words)
    }

    /// `You are here: Home > Projects > Garden for All`; two steps are enough where the first is known.
    pub(super) fn is_breadcrumb(&self, words: &str) -> bool {
        if !words.contains(|c| c == '/' || STEPS.contains(&c)) {
            return false;
        }
        let announced = words.split_once(':').filter(|(head, _)| self.is_known(head));
        let steps = announced.map_or(words, |(_, steps)| steps.trim());
        STEPS.iter().any(|step| {
            let items = split(steps, *step);
            let known = |item: &&str| self.is_known(item) || self.is_part(item);
            let first = || announced.is_some() || items.first().is_some_and(known);
            let short = items.split_last().is_some_and(|(_, before)| before.iter().all(|item| is_item(item)));
            let is_file = || items.last().is_some_and(|last| FILES.iter().any(|ending| last.ends_with(ending)));
            items.len() > 1
                && (short || is_file())
                && (first() || is_file() || (items.len() >= MENU_ITEMS && items.iter().all(|item| is_item(item))))
        }) || self.is_path(steps)
    }
}

/// The last step of a path: `Open doors` of `Home > Projects > Open doors`. A slash stands between other things, too: two make a path.
pub fn last_step(path: &str) -> Option<&str> {
    let (before, end) = PATH_STEPS.iter().find_map(|step| path.rsplit_once(step))?;
    let slashes = path.contains(SLASH) && !before.contains(SLASH);
    (!slashes).then_some(end)
}

/// Whether words are a path: `Projects > Housing`, `Report / Housing / Experiences`.
pub fn is_stepped(words: &str) -> bool {
    PATH_STEPS.iter().any(|step| words.matches(step).count() > usize::from(*step == SLASH))
}
