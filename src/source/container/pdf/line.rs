//! A line of a PDF's text.

use super::headings::Heading;
use super::look;
use crate::blocks::bullet;
use crate::source::layout::Place;

/// Spaces that part two columns at least.
const GAP: usize = 2;
/// Columns by which the lines of a cell may begin elsewhere than its first.
pub const LEEWAY: usize = 3;
/// Digits of a page number at most.
const DIGITS: usize = 3;

/// A line, and where it has text.
pub struct Line<'t> {
    /// All of it.
    pub raw: &'t str,
    /// Where it is.
    pub place: Place,
    /// What stands left of the first gap, or all of it.
    pub left: &'t str,
    /// What stands right of it.
    pub right: &'t str,
    /// Where the right part begins; for a line without a gap, where all of it begins.
    pub column: usize,
    /// Where the words begin behind the bullet of the right part.
    pub hang: Option<usize>,
    /// Where it has text.
    pub kind: Side,
    /// How it looks, if that is known.
    pub look: Option<&'t look::Line>,
    /// What it is in a heading.
    pub heading: Option<Heading>,
}

/// Where a line has text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Nowhere.
    Empty,
    /// From the left on, without a gap.
    Left,
    /// Far from the left, without a gap.
    Right,
    /// On both sides of a gap.
    Both,
}

impl<'t> Line<'t> {
    /// Looks at a line of a page that was moved to the left by so many columns.
    pub fn new(raw: &'t str, place: Place, moved: usize) -> Self {
        let words = raw.trim_end_matches(['\n', '\r', '\u{c}']).trim_start_matches('\u{c}');
        let body = words.trim_start();
        let indent = moved + words[..words.len() - body.len()].chars().count();
        let gap = body.find(&" ".repeat(GAP)).filter(|_| bullet(body).is_none());
        let (left, right) = gap.map_or((body.trim_end(), ""), |gap| (&body[..gap], body[gap..].trim()));
        let column = if right.is_empty() {
            indent
        } else {
            let before = left.len() + body[left.len()..].find(right).unwrap_or_default();
            indent + body[..before].chars().count()
        };
        let kind = match () {
            () if left.is_empty() => Side::Empty,
            () if !right.is_empty() && indent <= LEEWAY => Side::Both,
            () if indent > LEEWAY => Side::Right,
            () => Side::Left,
        };
        let (left, right) = if kind == Side::Right { ("", body.trim_end()) } else { (left, right) };
        let column = if kind == Side::Right { indent } else { column };
        let marked = bullet(right).map(|length| right[..length].chars().count() + leading(&right[length..]));
        Self {
            raw,
            place,
            left,
            right,
            column,
            hang: marked.map(|width| column + width),
            kind,
            look: None,
            heading: None,
        }
    }

    /// Whether its right part, or what follows the bullet there, begins in one of these columns.
    pub fn begins_at(&self, columns: [Option<usize>; 2]) -> bool {
        let own = [Some(self.column), self.hang];
        let near = |own: usize| columns.iter().flatten().any(|column| own.abs_diff(*column) <= LEEWAY);
        own.into_iter().flatten().any(near)
    }

    /// Whether its look makes it one, and it stands where one can: not in two columns, unless the left one is its number.
    pub fn may_be(&self, heading: Heading) -> bool {
        let numbered = || self.left.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ')'));
        let stands = match (heading, self.kind) {
            (_, Side::Left) => true,
            (Heading::Bold(_), _) | (_, Side::Empty) => false,
            (_, Side::Right) => true,
            (_, Side::Both) => numbered(),
        };
        stands && !self.raw.contains('\u{c}')
    }

    /// Whether it is a number and nothing else: at the foot of a page that of the page.
    pub fn is_number(&self) -> bool {
        let words = self.raw.trim();
        words.len() <= DIGITS && words.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// How many spaces a text begins with.
fn leading(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}
