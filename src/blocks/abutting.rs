//! Forms whose values stand beside their labels with nothing but a space between, as the text of a table comes out of a PDF:
//! `Porteur du projet Régie Les Trois Ponts`, and below it `Date de démarrage Octobre 2017`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::bulleted::take_bullet;
use super::labels::Labels;
use super::{Block, LabelAt, Mark, Shape, is_in_capitals};
use crate::practice::Field;
use crate::schemas::{Known, Label, Part, Role, Schemas, Way, fold};
use crate::source::{CURRENCY_SIGNS, Span};

/// Fields that such labels open in lines one below the other that make a form.
const FIELDS: usize = 4;
/// The same where a paragraph has no other lines.
const BLOCK: usize = 3;
/// Lines in a row that begin with no label, after which no more are looked at; above the first label of the form, too.
const OTHERS: usize = 8;
const ABOVE: usize = 40;
/// Words of a label at most.
const WORDS: usize = 7;
/// Bytes of a word between a month and its year at most.
const OF: usize = 3;
/// Characters by which a line is shorter than the longest of its form and was not broken for want of room.
const SHORT: usize = 20;

/// Makes labels of the known words at the starts of such lines. Where there is such a form, one of people or of the name of an
/// organisation may stand apart; the names of the parts of people stand on lines of their own then.
pub fn lay_out<'s>(text: &str, blocks: &mut Vec<Block<'s>>, schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    let mut finder = Finder { text, schemas, labels: &mut labels };
    let mut found = false;
    for stretch in stretches(blocks) {
        found |= finder.form(&mut blocks[stretch]);
    }
    for at in (0..blocks.len()).filter(|_| found) {
        let begins = at.checked_sub(1).is_none_or(|above| blocks[above].is_blank());
        let names = |label: &LabelAt<'_>| label.meanings.iter().any(|it| it.part() == Some(Part::Organisation));
        let alone = finder.label(&blocks[at]).filter(|(at, label)| begins && (label.holds_people() || names(at)));
        if let Some((label, _)) = alone {
            beside(&mut blocks[at], label);
        }
    }
    if found {
        finder.part_people(blocks);
    }
}

/// Whether such labels begin all lines of a paragraph of their own.
fn is_block(lines: &[Block<'_>], found: &[(usize, LabelAt<'_>, Field)]) -> bool {
    let [(first, ..), .., (last, ..)] = found[..] else { return false };
    let apart = |at: Option<usize>| at.and_then(|at| lines.get(at)).is_none_or(Block::is_blank);
    last - first + 1 == found.len() && apart(first.checked_sub(1)) && apart(Some(last + 1))
}

/// The runs of lines of text that begin with no label, empty ones among them.
fn stretches(blocks: &[Block<'_>]) -> Vec<Range<usize>> {
    let plain = |block: &Block<'_>| block.is_blank() || is_plain(block);
    let mut at = 0;
    let runs = blocks.chunk_by(|a, b| plain(a) && plain(b)).map(|run| {
        at += run.len();
        at - run.len()..at
    });
    runs.filter(|run| run.len() >= FIELDS).collect()
}

/// Whether a line is text that begins with no label.
fn is_plain(block: &Block<'_>) -> bool {
    let line = matches!(block.shape, Shape::Prose { .. } | Shape::Bullet { .. });
    let plain = line && block.gap.is_none() && block.before.is_none();
    plain && block.labels.is_empty() && block.whole.is_empty()
}

/// Gives a line its label; an item of a list loses its bullet.
fn beside<'s>(block: &mut Block<'s>, label: LabelAt<'s>) {
    take_bullet(block);
    block.gap = Some(Span::new(label.words.end, label.span.end));
    block.labels = vec![label];
}

/// Finds the labels.
struct Finder<'a, 't, 's> {
    text: &'t str,
    schemas: &'s Schemas,
    labels: &'a mut Labels<'t, 's>,
}

impl<'s> Finder<'_, '_, 's> {
    /// Makes labels in a stretch, if it has a form; whether it has.
    fn form(&mut self, lines: &mut [Block<'s>]) -> bool {
        let mut found = self.labels_of(lines);
        let fields: BTreeSet<Field> = found.iter().map(|(_, _, field)| *field).collect();
        // `Title The garden    Title The bus`: the lines of two columns.
        let mixed = || found.iter().any(|(at, label, _)| self.stands_again(&lines[*at], label));
        let block = is_block(lines, &found);
        if fields.len() < if block { BLOCK } else { FIELDS } || mixed() {
            return false;
        }
        // `Regions Together`, the name of a site above a form whose lines stand together.
        let apart = |pair: [usize; 2]| lines[pair[0]..pair[1]].iter().any(Block::is_blank);
        if let [(first, _, field), (second, ..), (third, ..), ..] = found[..]
            && field != Field::Title
            && apart([first, second])
            && !apart([second, third])
        {
            found.remove(0);
        }
        let [(first, ..), .., (last, ..)] = found[..] else { return false };
        let strangers = self.strangers(&lines[first..last], first, &found);
        if strangers.len() > found.len() {
            return false;
        }
        let listed = block || matches!(lines[last].shape, Shape::Bullet { .. });
        let asks: Vec<(usize, Field)> = found.iter().map(|(at, _, field)| (*at, *field)).collect();
        for (at, label, _) in found {
            beside(&mut lines[at], label);
        }
        // The text below a list of facts goes on with none of them.
        let below = lines.iter_mut().skip(last + 1).find(|line| matches!(line.shape, Shape::Prose { .. }));
        if let Some(below) = below.filter(|_| listed) {
            below.mark = Mark::Apart;
        }
        for at in strangers {
            let line = &mut lines[at];
            match line.shape {
                Shape::Prose { body } if self.goes_on(at, line, &asks) => {
                    line.shape = Shape::Bullet { indent: 0, marker: Span::new(body.start, body.start), body };
                }
                _ => line.mark = Mark::Apart,
            }
        }
        true
    }

    /// Parts the lines below a label of people behind the names of their parts: `Surname Sample`.
    fn part_people(&mut self, blocks: &mut Vec<Block<'s>>) {
        let mut in_people = false;
        for line in std::mem::take(blocks) {
            let opens = line.opens_anything();
            in_people = if opens { self.asks_for_people(&line) } else { in_people };
            let named = in_people && !opens && matches!(line.shape, Shape::Prose { .. }) && line.gap.is_none();
            let part = if named { part_behind(self.text, line.body(), self.labels) } else { None };
            let Some(part) = part else {
                blocks.push(line);
                continue;
            };
            let (name, value) = (Span::new(line.span.start, part.span.end), Span::new(part.span.end, line.span.end));
            let body = Span::new(value.start, line.body().end);
            blocks.push(Block {
                before: line.before,
                ..Block::new(name, Shape::Prose { body: part.words }, part.meanings, Vec::new())
            });
            blocks.push(Block::new(value, Shape::Prose { body }, Known::default(), Vec::new()));
        }
    }

    /// Whether the label that a line is or begins with holds people.
    fn asks_for_people(&self, line: &Block<'s>) -> bool {
        let first = line.labels.first().map(|label| label.meanings);
        let known = [Some(line.whole), first].into_iter().flatten();
        let generic = self.schemas.generic();
        known.flat_map(|known| self.schemas.own_labels(known.meanings(), generic)).any(Label::holds_people)
    }

    /// Whether the words of a label stand in their line again, behind others: `Objective Objective 2.1` is one label.
    fn stands_again(&self, line: &Block<'_>, label: &LabelAt<'_>) -> bool {
        let behind = Span::new(label.span.end, line.body().end).of(self.text);
        let words = label.words.of(self.text);
        behind.match_indices(words).filter(|(at, _)| *at > 0).any(|(at, _)| {
            let apart = |side: Option<char>| side.is_none_or(char::is_whitespace);
            apart(behind[..at].chars().next_back()) && apart(behind[at + words.len()..].chars().next())
        })
    }

    /// The labels that lines begin with, each with its line and field.
    fn labels_of(&mut self, lines: &[Block<'s>]) -> Vec<(usize, LabelAt<'s>, Field)> {
        let mut found = Vec::new();
        let mut others = 0;
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()) {
            match self.label(line) {
                Some((label, known)) => {
                    found.push((at, label, known.field));
                    others = 0;
                }
                None => others += 1,
            }
            if others > if found.is_empty() { ABOVE } else { OTHERS } {
                break;
            }
        }
        found
    }

    /// The lines between labels that go on with no line above: words that nobody knows begin them.
    fn strangers(&self, lines: &[Block<'_>], start: usize, found: &[(usize, LabelAt<'_>, Field)]) -> Vec<usize> {
        let longest = lines.iter().map(|line| self.length(line)).max().unwrap_or(0);
        let asks: Vec<(usize, Field)> = found.iter().map(|(at, _, field)| (*at, *field)).collect();
        let labelled = |at: usize| found.binary_search_by_key(&at, |label| label.0).is_ok();
        let is_stranger = |at: &usize| {
            let [above, line] = &lines[*at - 1..=*at] else { return false };
            let begins = line.body().of(self.text).starts_with(char::is_uppercase);
            let item = matches!(line.shape, Shape::Bullet { .. });
            let ended = item
                || above.is_blank()
                || self.length(above) + SHORT < longest
                || self.goes_on(start + *at, line, &asks);
            !line.is_blank() && begins && ended && !labelled(start + *at)
        };
        (1..lines.len()).filter(is_stranger).map(|at| start + at).collect()
    }

    /// Whether a line names one more organisation below the last of some labels that asks for several.
    fn goes_on(&self, at: usize, line: &Block<'_>, labels: &[(usize, Field)]) -> bool {
        let above = labels.partition_point(|label| label.0 < at).checked_sub(1);
        let asks = above.map(|above| labels[above].1);
        let several = matches!(asks, Some(Field::Partners | Field::Stakeholders | Field::Funders));
        several && self.schemas.contact_words.name_organisation(line.body(), self.text)
    }

    fn length(&self, line: &Block<'_>) -> usize {
        line.body().of(self.text).chars().count()
    }

    /// The label that a line of text begins with.
    fn label(&mut self, line: &Block<'s>) -> Option<(LabelAt<'s>, &'s Label)> {
        if is_plain(line) { label_behind(self.text, line.body(), self.labels, self.schemas) } else { None }
    }
}

/// The longest known words that a stretch begins with, before a capital or a figure.
pub(super) fn label_behind<'s>(
    text: &str,
    stretch: Span,
    labels: &mut Labels<'_, 's>,
    schemas: &'s Schemas,
) -> Option<(LabelAt<'s>, &'s Label)> {
    let raw = stretch.of(text);
    if !raw.starts_with(char::is_uppercase) {
        return None;
    }
    let begins = |words: &str, value: &str| {
        parts(words, value) || begins_with_month(value, schemas) || begins_with_day(value, schemas)
    };
    // Words that change nothing in a label may begin the value: `Project title THE NIGHT DESK`.
    let mut loose = None;
    let exact = longest(text, stretch, begins, |words, value| {
        let known = labels.meanings(words);
        let mut own = schemas.own_labels(known.meanings(), schemas.generic());
        let label = own.find(|label| label.is_date() || parts(words.of(text), value))?;
        let found = (before_space(words, known), label);
        match known.way {
            Way::Exact | Way::Brackets | Way::Half => Some(found),
            Way::Modifiers => {
                loose.get_or_insert(found);
                None
            }
            _ => None,
        }
    });
    exact.or(loose)
}

/// The longest words that a stretch begins with and that name a part of a person, before what may be one.
pub(super) fn part_behind<'s>(text: &str, stretch: Span, labels: &mut Labels<'_, 's>) -> Option<LabelAt<'s>> {
    let begins = |_: &str, value: &str| {
        parts("", value) || value.split(' ').next().is_some_and(|word| word.contains(['@', '+', '/']))
    };
    longest(text, stretch, begins, |words, _| {
        let known = labels.meanings(words);
        let part = known.way == Way::Exact && known.has(Role::Part);
        part.then(|| before_space(words, known))
    })
}

/// What is found first for the words that a stretch begins with, the longest before others, each with the value behind its space, where
/// one may begin.
fn longest<'t, T>(
    text: &'t str,
    stretch: Span,
    begins: impl Fn(&str, &str) -> bool,
    mut find: impl FnMut(Span, &'t str) -> Option<T>,
) -> Option<T> {
    let raw = stretch.of(text);
    let ends = memchr::memchr_iter(b' ', raw.as_bytes()).take(WORDS);
    let ends: Vec<usize> = ends.filter(|&at| begins(&raw[..at], &raw[at + 1..])).collect();
    ends.into_iter().rev().find_map(|end| find(Span::new(stretch.start, stretch.start + end), &raw[end + 1..]))
}

/// A label of such words with the space behind them.
const fn before_space(words: Span, known: Known<'_>) -> LabelAt<'_> {
    LabelAt::first(Span::new(words.start, words.end + 1), words, known)
}

/// Whether a value begins with a month in small letters: `octobre 2017`, `octubre de 2017`.
fn begins_with_month(value: &str, schemas: &Schemas) -> bool {
    let mut words = value.split(' ');
    let Some(month) = words.next().filter(|word| word.starts_with(char::is_lowercase)) else { return false };
    let is_year = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut behind = words.take(2);
    let dated =
        behind.next().is_some_and(|next| is_year(next) || (next.len() <= OF && behind.next().is_some_and(is_year)));
    dated && schemas.is_month(&fold(month))
}

/// Whether a value begins with a day behind a small word: `from 01.05.2020`.
fn begins_with_day(value: &str, schemas: &Schemas) -> bool {
    let (first, rest) = value.split_once(' ').unwrap_or_default();
    rest.starts_with(|c: char| c.is_ascii_digit()) && schemas.function_words.get(&fold(first)).is_some()
}

/// Whether a value may begin behind words: with a capital or a figure, and not as a label in capitals goes on.
fn parts(words: &str, value: &str) -> bool {
    if value.starts_with(|c: char| c.is_ascii_lowercase()) {
        return false;
    }
    let value = value.trim_start_matches(['"', '«', '“', '„', '(']);
    let first = value.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || CURRENCY_SIGNS.contains(&c));
    let next = value.split_whitespace().next().unwrap_or_default();
    first && !(is_in_capitals(words) && is_in_capitals(next))
}
