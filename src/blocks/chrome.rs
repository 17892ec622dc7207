//! What a browser shows around a page and a reader copies with it: menus, breadcrumbs, buttons, page numbers.

use std::ops::Range;

use super::repetition::follows_empty_label;
use super::{Block, Mark, Shape, html, letters, page_parts, phrases};
use crate::schemas::{Meaning, Role, Schemas, fold, is_number};

/// Bytes of such a line at most.
const LINE: usize = 400;
/// Characters of a copyright notice at most.
const COPYRIGHT: usize = 120;
/// Characters of an item of a menu at most.
const ITEM: usize = 32;
/// Words of an item of a menu at most.
const ITEM_WORDS: usize = 4;
/// Items of a menu at least: `Home | Projects | Contact`.
const MENU_ITEMS: usize = 3;
/// Items of a menu that no known word tells at least, and blocks above which it stands.
const LONG_MENU: usize = 5;
const HEAD: usize = 24;
/// What parts items that only white space parts.
const GAP: &str = "  ";
/// Known items of a menu whose items no bar parts, at least.
const KNOWN_ITEMS: usize = 2;
/// Words that limit an answer at least; fewer may be a page number.
const LIMIT_WORDS: usize = 3;
/// Items of a menu with an item a line at least.
const LISTED_ITEMS: usize = 4;
/// Items of a menu with lists in it at least, and what its first number is.
const NESTED_ITEMS: usize = 8;
const FIRST: [&str; 2] = ["1.", "1)"];
/// The code of a language that many pages are in, and that no country has.
const ENGLISH: &str = "en";
/// What leads back and on.
const BACK: [char; 2] = ['←', '<'];
const ON: [char; 2] = ['→', '>'];
/// Characters of a word that only sites have, such as `Datenschutzerklärung`, at least.
const SITE_WORD: usize = 8;
/// What many languages call what a notice of a site is about.
const COOKIE: &str = "cookie";
/// Empty lines that the edge of a page stands for: a sentence may go on behind it.
const PAGE_LINES: usize = 8;
/// What stands on both sides of a page number.
const DASHES: [char; 3] = ['-', '–', '—'];
/// What stands between the items of a menu.
const BARS: [char; 3] = ['|', '·', '•'];
/// What stands between the steps of a breadcrumb.
const STEPS: [char; 4] = ['>', '›', '»', '→'];

/// Marks the lines of the page among `blocks`, outside `known` ranges; whether there were any. A line with a known label, or
/// that a label without a value stands before, is never marked.
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
        if block.opens_anything() && !(leads || row && (self.is_known_menu(words) || self.is_path(words))) {
            return None;
        }
        let lines = match () {
            () if alone && self.is_page_number(words) => PAGE_LINES,
            () if alone && (self.is_known(words) || is_copyright(words) || (above && self.is_cookie_notice(words))) => {
                1
            }
            () if (alone || row) && phrases::ends_in_buttons(words, self.schemas) => 1,
            () if leads || (row && is_pager(words)) => 1,
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

    /// `Home | Projects | Contact`; two items are enough where both are known.
    fn is_menu(&self, words: &str) -> bool {
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
    fn is_framed_menu(&self, words: &str) -> bool {
        let framed = words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        let items: Vec<&str> = framed.map_or_else(Vec::new, |inner| inner.split("] [").map(str::trim).collect());
        self.is_menu_of(&items)
    }

    /// `Home   Projects   Contact`
    fn is_spaced_menu(&self, words: &str) -> bool {
        let items: Vec<&str> = words.split(GAP).map(str::trim).filter(|item| !item.is_empty()).collect();
        self.is_menu_of(&items)
    }

    /// `Who we are   Projects   Training   News   Contact`: many items above all labels, whatever they mean elsewhere.
    fn is_menu_at_head(&self, words: &str) -> bool {
        // A label with values beside it is no menu: `Countries | Austria | Italy | Malta | Spain`.
        let of_site = |item: &str| self.is_known(item) || self.schemas.is_rubric(item);
        let is_label = |item: &str| !self.schemas.meanings(item, &mut String::new()).is_empty();
        let named = |items: &[&str]| match items {
            [first, others @ ..] if !of_site(first) && is_label(first) => {
                others.iter().any(|item| of_site(item) || is_label(item))
            }
            _ => true,
        };
        let are_items =
            |items: &[&str]| items.len() >= LONG_MENU && items.iter().all(|item| is_item(item)) && named(items);
        let spaced = || are_items(&words.split(GAP).map(str::trim).filter(|item| !item.is_empty()).collect::<Vec<_>>());
        let barred = || BARS.iter().any(|bar| are_items(&split(words, *bar)));
        barred() || spaced()
    }

    /// Whether items make a menu: several are known or name a part of the site.
    fn is_menu_of(&self, items: &[&str]) -> bool {
        let named = || items.iter().filter(|item| self.is_known(item) || self.schemas.is_rubric(item)).count();
        items.len() >= MENU_ITEMS && items.iter().all(|item| is_item(item)) && named() >= KNOWN_ITEMS
    }

    /// The blocks that are items of a menu with an item a line: short lines directly below one another, of which the first and another
    /// are known.
    fn listed_menus(&self, blocks: &[Block<'_>]) -> Vec<usize> {
        let item = |block: &Block<'_>| {
            let line = matches!(block.shape, Shape::Prose { .. }) && block.mark == Mark::None;
            line && !block.opens_anything() && is_item(block.body().of(self.text))
        };
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
            listed.extend(own.filter(|_| known(run)));
        }
        listed.extend(self.nested_menu(blocks).chain(self.menu_down_the_head(blocks)));
        listed
    }

    /// The lines directly below one another in the head of a page, of a few words each, of which several are known; words that are labels
    /// elsewhere are items of the menu, too.
    fn menu_down_the_head(&self, blocks: &[Block<'_>]) -> Range<usize> {
        let item = |block: &&Block<'_>| {
            let line = matches!(block.shape, Shape::Prose { .. }) && block.mark == Mark::None;
            line && is_item(block.body().of(self.text))
        };
        let known = |block: &Block<'_>| self.is_known(block.body().of(self.text));
        // One label may be an item, such as `Contact`, but for the first: more have their values between them, and one its list below it.
        let is_menu = |run: &[Block<'_>]| {
            let label = |block: &Block<'_>| block.opens_anything() && !known(block);
            let items = run.iter().filter(|block| known(block)).count();
            let labels = run.iter().filter(|block| label(block)).count();
            let few = labels == 0 || labels == 1 && !run.first().is_some_and(label);
            run.len() >= LISTED_ITEMS && few && items + labels >= KNOWN_ITEMS && items > 0
        };
        let mut start = 0;
        while start < blocks.len().min(HEAD) {
            let run = blocks[start..].iter().take(HEAD).take_while(item).count();
            if is_menu(&blocks[start..start + run]) {
                return start..start + run;
            }
            // A label with a value ends the head.
            if blocks[start + run..].first().is_some_and(|block| block.opens_anything() && !item(&block)) {
                break;
            }
            start += run + 1;
        }
        0..0
    }

    /// The blocks of a list at the head of a page whose items are few words, with lists of its parts in it: its numbers begin anew.
    fn nested_menu(&self, blocks: &[Block<'_>]) -> Range<usize> {
        let item = |block: &Block<'_>| item_of(self.text, block).filter(|item| is_item(item)).is_some();
        let Some(start) = blocks.iter().take(HEAD).position(item) else { return 0..0 };
        let run = blocks[start..].iter().take_while(|block| item(block)).count();
        let first = |block: &&Block<'_>| {
            let line = block.span.of(self.text).trim_start();
            FIRST.iter().any(|number| line.starts_with(number))
        };
        let firsts = blocks[start..start + run].iter().filter(first).count();
        // The items of one list may all be numbered alike.
        let counted = (3..run).contains(&firsts) && run - firsts > 1;
        let nested = run >= NESTED_ITEMS && counted && !blocks[..start].iter().any(Block::opens_anything);
        if nested { start..start + run } else { 0..0 }
    }

    /// `Inicio | Proyectos | Contacto`: a menu whose first item is known, although its words are labels too.
    fn is_known_menu(&self, words: &str) -> bool {
        !words.starts_with('|')
            && BARS.iter().any(|bar| {
                let items = split(words, *bar);
                items.len() >= MENU_ITEMS && items.iter().all(|item| is_item(item)) && self.is_known(items[0])
            })
    }

    /// `Home / Projects / Housing`: a slash stands between other things, too, so that the first step must be known.
    fn is_path(&self, words: &str) -> bool {
        let items = split(words, '/');
        let begins = || self.is_known(items[0]) || self.is_known(words);
        let short = items.split_last().is_some_and(|(_, before)| before.iter().all(|item| is_item(item)));
        items.len() >= MENU_ITEMS && short && begins()
    }

    /// `Good practices / Housing`, on a line of its own above the first label.
    fn is_short_path(&self, blocks: &[Block<'_>], at: usize, words: &str) -> bool {
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
    fn is_breadcrumb(&self, words: &str) -> bool {
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
            items.len() > 1
                && short
                && (first() || (items.len() >= MENU_ITEMS && items.iter().all(|item| is_item(item))))
        }) || self.is_path(steps)
    }
}

/// The line with its bullet: `- 13 -` is a page number.
fn whole<'t>(text: &'t str, block: &Block<'_>) -> &'t str {
    let line = block.span.of(text).trim();
    if line.ends_with(DASHES) { line } else { block.body().of(text) }
}

/// The parts between marks that white space surrounds; one at a line's end stands for no part.
fn split(words: &str, mark: char) -> Vec<&str> {
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
fn is_item(words: &str) -> bool {
    let short = words.chars().count() <= ITEM && words.split_whitespace().count() <= ITEM_WORDS;
    short
        && words.starts_with(char::is_alphabetic)
        && !words.contains(|c: char| c.is_ascii_digit() || "@:;.!".contains(c))
}

/// `← Open doors   Night bus →`: the pages before and behind.
fn is_pager(words: &str) -> bool {
    let inner = words.strip_prefix(BACK).and_then(|rest| rest.strip_suffix(ON));
    inner.is_some_and(|inner| inner.contains(char::is_alphabetic))
}

/// `FI | SV | EN`: codes of languages, of which one is that of no country.
fn is_language_menu(words: &str) -> bool {
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

/// `© 2020 Example Town. All rights reserved.`
fn is_copyright(words: &str) -> bool {
    words.starts_with('©') && words.chars().count() <= COPYRIGHT
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
    fn a_family_knows_its_own_pages() {
        let text = "Condividi\nStampa\n";
        let mut blocks = split(text, Vec::new(), Schemas::builtin());
        assert!(mark(text, &mut blocks, std::slice::from_ref(&(0..1)), Schemas::builtin()));
        assert_eq!((blocks[0].mark, blocks[1].mark), (Mark::None, Mark::Outside));
    }
}
