//! What a browser shows around a page and a reader copies with it: menus, breadcrumbs, buttons, page numbers.

mod menus;
mod paths;

pub use self::paths::{is_stepped, last_step};

use std::ops::Range;

use self::menus::{is_language_menu, is_short_line};
use super::repetition::follows_empty_label;
use super::{Block, Mark, Shape, html, letters, page_parts, phrases};
use crate::schemas::{Meaning, Role, Schemas, fold, is_number};

/// Bytes of such a line at most.
const LINE: usize = 400;
/// Characters of a copyright notice at most.
const COPYRIGHT: usize = 120;
/// Blocks above which the head of a page stands.
const HEAD: usize = 24;
/// Words that limit an answer at least; fewer may be a page number.
const LIMIT_WORDS: usize = 3;
/// What leads back and on.
const BACK: [char; 2] = ['←', '<'];
const ON: [char; 2] = ['→', '>'];
/// Characters of a word that only sites have, such as `Datenschutzerklärung`, at least.
const SITE_WORD: usize = 8;
/// Endings of the names of pictures.
const PICTURES: [&str; 6] = ["jpg", "jpeg", "png", "gif", "webp", "svg"];
/// What many languages call what a notice of a site is about.
const COOKIE: &str = "cookie";
/// Empty lines that the edge of a page stands for: a sentence may go on behind it.
const PAGE_LINES: usize = 8;
/// What stands on both sides of a page number.
const DASHES: [char; 3] = ['-', '–', '—'];

/// Marks the lines of the page among `blocks`, outside `known` ranges; whether there were any. A line with a known label is
/// marked only as a path or an item of a menu, and one that an empty label stands before only as the limit of its answer.
pub fn mark(text: &str, blocks: &mut [Block<'_>], known: &[Range<usize>], schemas: &Schemas) -> bool {
    let reader = Reader { text, schemas };
    let is_free = |at: usize| {
        let next = known.partition_point(|sheet| sheet.end <= at);
        known.get(next).is_none_or(|sheet| at < sheet.start)
    };
    let listed: Vec<usize> = reader.listed_menus(blocks).into_iter().filter(|&at| is_free(at)).collect();
    // What stands below the items of a menu stands below no label.
    listed.iter().for_each(|&at| blocks[at].leave_out(1));
    let free = (0..blocks.len()).filter(|&at| is_free(at));
    let found: Vec<(usize, usize)> = free.filter_map(|at| Some((at, reader.lines(blocks, at)?))).collect();
    let breadcrumb = found.iter().map(|found| found.0).find(|&at| reader.is_breadcrumb(blocks[at].body().of(text)));
    for &(at, lines) in &found {
        blocks[at].leave_out(lines);
    }
    let found = !found.is_empty() || !listed.is_empty();
    if found {
        page_parts::mark(text, blocks, breadcrumb, is_free);
    }
    letters::mark(text, blocks, schemas, is_free) || found
}

struct Reader<'a> {
    text: &'a str,
    schemas: &'a Schemas,
}

impl Reader<'_> {
    /// The empty lines that a line of the page stands for; nothing where it is none.
    fn lines(&self, blocks: &[Block<'_>], at: usize) -> Option<usize> {
        let block = &blocks[at];
        let line = block.body();
        if block.mark != Mark::None || line.is_empty() || line.len() > LINE {
            return None;
        }
        let shown;
        let mut words =
            if matches!(block.shape, Shape::Bullet { .. }) { whole(self.text, block) } else { line.of(self.text) };
        if words.contains(['<', '&']) {
            shown = html::shown(words);
            words = shown.trim();
        }
        let alone = matches!(block.shape, Shape::Prose { .. } | Shape::Bullet { .. } | Shape::Heading { .. });
        let row = matches!(block.shape, Shape::Prose { .. })
            || (matches!(block.shape, Shape::Cells { .. }) && !is_in_table(self.text, blocks, at));
        let above = at < HEAD && !blocks[..at].iter().any(Block::opens_anything);
        let leads = above && ((row && self.is_menu_at_head(words)) || is_language_menu(words));
        let foot = row && self.is_foot(words);
        if block.opens_anything() && !(leads || foot || row && (self.is_known_menu(words) || self.is_path(words))) {
            return None;
        }
        let lines = match () {
            () if alone && self.is_page_number(words) => PAGE_LINES,
            () if alone && self.schemas.is_rubric(words) && self.is_among_items(blocks, at) => return None,
            () if alone && (self.is_known(words) || is_copyright(words)) => 1,
            () if alone && is_name_of_picture(words) && stands_apart(blocks, at) => 1,
            () if alone && above && self.is_cookie_notice(words) => 1,
            () if (alone || row) && phrases::ends_in_buttons(words, self.schemas) => 1,
            () if leads || foot || (row && is_pager(words)) => 1,
            () if row
                && (self.is_menu(words)
                    || self.is_framed_menu(words)
                    || self.is_spaced_menu(words)
                    || self.is_breadcrumb(words)
                    || self.is_short_path(blocks, at, words)) =>
            {
                1
            }
            () => return None,
        };
        (!follows_empty_label(blocks, at) || self.limits_answer(blocks, at)).then_some(lines)
    }

    /// `Governance | Privacy | © 2026`: a part of a site and, at the end, whose it is.
    fn is_foot(&self, words: &str) -> bool {
        let Some((items, last)) = words.rsplit_once(" | ") else { return false };
        is_copyright(last) && items.split(" | ").any(|item| self.is_known(item))
    }

    /// Whether the lines directly above and below are a few words that pages have no more than sheets do. A part of a site between them,
    /// such as `News`, is an item of their list.
    fn is_among_items(&self, blocks: &[Block<'_>], at: usize) -> bool {
        let is_own = |block: &Block<'_>| {
            let words = block.body().of(self.text);
            is_short_line(self.text, block) && !block.opens_anything() && !self.is_known(words)
        };
        at.checked_sub(1).is_some_and(|before| is_own(&blocks[before])) && blocks.get(at + 1).is_some_and(is_own)
    }

    /// `80 characters maximum`, between a label and its value.
    fn limits_answer(&self, blocks: &[Block<'_>], at: usize) -> bool {
        let words = blocks[at].body().of(self.text);
        let counts = words.contains(|c: char| c.is_ascii_digit());
        let limits =
            || words.split_whitespace().count() >= LIMIT_WORDS && self.is_known(&phrases::with_number_signs(words));
        let answered = |next: &Block<'_>| !next.is_blank() && !next.opens_anything();
        counts && blocks.get(at + 1).is_some_and(answered) && limits()
    }

    /// `Accept all cookies`, `Published on 3 May`, `Skip to content Skip to navigation`
    fn is_known(&self, words: &str) -> bool {
        phrases::is_known(words, self.schemas)
    }

    /// `This website sets cookies. You find more in our privacy statement.`: they are no pastry where a word tells of a site.
    fn is_cookie_notice(&self, words: &str) -> bool {
        let mut all = words.split(|c: char| !c.is_alphabetic() && c != '-').filter(|word| !word.is_empty());
        let sets = || all.clone().any(|word| word.to_ascii_lowercase().starts_with(COOKIE));
        let of_site = |word: &str| {
            let means = |meaning: &Meaning| meaning.role == Role::Web;
            let long = word.chars().count() >= SITE_WORD && self.schemas.chrome.get(&fold(word)).is_some();
            long || self.schemas.meanings(word, &mut String::new()).iter().any(means)
        };
        words.ends_with('.') && sets() && all.any(of_site)
    }

    /// `(1)`, `— 13 —`, `Page 3 of 12`
    fn is_page_number(&self, words: &str) -> bool {
        let inner = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let bare = inner.is_some_and(|inner| is_number(inner, 3));
        let dashes = words.strip_prefix(DASHES).and_then(|rest| rest.strip_suffix(DASHES)).map(str::trim);
        let dashed = dashes.is_some_and(|inner| !inner.is_empty() && inner.bytes().all(|c| c.is_ascii_digit()));
        let counts = words.contains(|c: char| c.is_ascii_digit());
        bare || dashed
            || (counts && (self.is_known(&phrases::with_number_signs(words)) || self.is_bilingual_number(words)))
    }

    /// `Seite / Page 1 of 3`: the word of one language stands before what is said in another.
    fn is_bilingual_number(&self, words: &str) -> bool {
        let halves = words.split_once(" / ").filter(|(first, _)| first.split_whitespace().count() <= 2);
        halves.is_some_and(|(_, second)| self.is_known(&phrases::with_number_signs(second)))
    }
}

/// The line with its bullet: `- 13 -` is a page number.
fn whole<'t>(text: &'t str, block: &Block<'_>) -> &'t str {
    let line = block.span.of(text).trim();
    if line.ends_with(DASHES) { line } else { block.body().of(text) }
}

/// `← Open doors   Night bus →`: the pages before and behind.
fn is_pager(words: &str) -> bool {
    let inner = words.strip_prefix(BACK).and_then(|rest| rest.strip_suffix(ON));
    inner.is_some_and(|inner| inner.contains(char::is_alphabetic))
}

/// Whether empty lines, or the ends of the text, stand around a line.
fn stands_apart(blocks: &[Block<'_>], at: usize) -> bool {
    let empty = |at: Option<usize>| at.and_then(|at| blocks.get(at)).is_none_or(Block::is_blank);
    empty(at.checked_sub(1)) && empty(Some(at + 1))
}

/// Whether a line is the name of a picture's file: `IMG-3071.jpg`.
fn is_name_of_picture(words: &str) -> bool {
    let Some((name, ending)) = words.rsplit_once('.') else { return false };
    let is_picture = PICTURES.iter().any(|known| ending.eq_ignore_ascii_case(known));
    is_picture && !name.is_empty() && words.len() <= COPYRIGHT && !words.contains(['/', ':'])
}

/// `© 2020 Example Town. All rights reserved.`
fn is_copyright(words: &str) -> bool {
    words.starts_with('©') && words.chars().count() <= COPYRIGHT
}

/// Whether a line with bars is a row among rows.
fn is_in_table(text: &str, blocks: &[Block<'_>], at: usize) -> bool {
    let row = |block: &Block<'_>| {
        let shape = matches!(block.shape, Shape::Cells { .. } | Shape::Row { .. } | Shape::Rule);
        shape && !is_language_menu(block.body().of(text))
    };
    let before = at.checked_sub(1).and_then(|at| blocks.get(at));
    before.is_some_and(row) || blocks.get(at + 1).is_some_and(row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blocks::split;

    /// The lines of a text that belong to the page.
    fn chrome(text: &str) -> Vec<&str> {
        let mut blocks = split(text, Vec::new(), Schemas::builtin());
        mark(text, &mut blocks, &[], Schemas::builtin());
        let outside = blocks.iter().filter(|block| block.mark == Mark::Outside);
        outside.map(|block| block.span.of(text).trim()).collect()
    }

    #[test]
    fn lines_of_the_page_are_known() {
        for line in [
            "Comune di Esempio | Servizi | Notizie",
            "Home · Kontakt · Impressum",
            "Privacy policy | Cookie policy",
            "Home > Progetti",
            "Inicio / Banco de prácticas / Vivienda",
            "Sei qui: Home » Progetti » Orti insieme",
            "Accetta tutti",
            "• Teilen",
            "## Articoli correlati",
            "(12)",
            "Seite 3 von 12",
            "Μετάβαση στο περιεχόμενο",
            "© 2020 Example Town",
            "— 13 —",
            "Pubblicato il 3 ottobre | Tempo di lettura: 4 minuti",
            "Pàgina anterior: Horts escolars  |  Pàgina següent: Patis oberts",
            "Usiamo i cookie per migliorare la tua esperienza. Accetta tutti | Rifiuta | Preferenze",
            "Gardens for all - Example Town Skip to main content Skip to navigation",
            "Skip to main content Skip to navigation",
            "Example Town logo",
            "[Imatge: dues veïnes al pati]",
        ] {
            assert_eq!(chrome(line), [line]);
        }
    }

    #[test]
    fn lines_of_a_sheet_are_not() {
        for text in [
            "Titolo: Home > Progetti > Orti",
            "Paesi | 2017 | 3 mesi",
            "| uno | due | tre |",
            "uno | due | tre\nquattro | cinque | sei",
            "Partner\nuno | due | tre",
            "Progetti › Anno 2 › Orti",
            "da 10 > 20 persone",
            "families > children",
            "Condividi il tuo orto con noi.",
            "(1) primo",
            "Bild von der Stadt und den Menschen, die in ihr wohnen, gemalt von Kindern",
            "In the evening they went back home",
            "2017",
        ] {
            assert_eq!(chrome(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_title_above_the_path_that_ends_with_it_is_kept() {
        let text = "Sample Foundation\nHome · News · Contact\n\nOpen doors\n\nHome / Projects / Open doors\n\nPlace: Sampleton\n";
        assert_eq!(chrome(text), ["Sample Foundation", "Home · News · Contact", "Home / Projects / Open doors"]);
    }

    #[test]
    fn a_family_knows_its_own_pages() {
        let text = "Condividi\nStampa\n";
        let mut blocks = split(text, Vec::new(), Schemas::builtin());
        assert!(mark(text, &mut blocks, std::slice::from_ref(&(0..1)), Schemas::builtin()));
        assert_eq!((blocks[0].mark, blocks[1].mark), (Mark::None, Mark::Outside));
    }
}
