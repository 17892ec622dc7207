//! Cells of documents: tables inside of them, and those that go on in the rows below.

use super::taken::{Cell, Kind, Paragraph, Piece};
use crate::source::layout::Place;

/// Whether words are a label that is known.
pub type IsLabel<'l> = &'l dyn Fn(&str) -> bool;

/// A cell as it was read, with the rows of the tables in it.
pub struct Filled {
    /// Where it is.
    pub place: Place,
    /// What stands in it.
    pub pieces: Vec<Piece>,
    /// How many columns it takes, from 1.
    pub columns: u32,
    /// Whether it goes on with the cell above it.
    pub goes_on: bool,
}

/// The pieces of a row. Where it is one cell, or nothing but tables fills its cells, they are what these hold, one after the other:
/// the row is a frame around it. Else it is a row, and the tables in its
/// cells are lines of them, or, where they are forms themselves, rows below it.
pub fn row(cells: Vec<Filled>, merged: &mut Merged<'_>) -> Vec<Piece> {
    let is_table = |piece: &Piece| matches!(piece, Piece::Row(_));
    let holds = |cell: &Filled| cell.pieces.iter().any(is_table);
    let is_frame =
        cells.iter().all(|cell| cell.pieces.iter().all(|piece| is_table(piece) || piece.shown().trim().is_empty()));
    if cells.iter().any(holds) && (is_frame || cells.len() == 1) {
        return cells.into_iter().flat_map(framed).collect();
    }
    let (mut whole, mut apart): (Vec<Cell>, Vec<Piece>) = (Vec::new(), Vec::new());
    for mut cell in cells {
        apart.extend(take_forms(&mut cell.pieces, merged.is_label));
        whole.push(closed(cell));
    }
    merged.row(&mut whole);
    [Piece::Row(whole)].into_iter().chain(apart).collect()
}

/// Takes the tables out of a cell whose rows are all labels that are known with their values: they are rows of the form.
fn take_forms(pieces: &mut Vec<Piece>, is_label: IsLabel<'_>) -> Vec<Piece> {
    let opens = |piece: &Piece| match piece {
        Piece::Row(cells) => cells.len() == 2 && is_label(cells[0].shown().trim()),
        Piece::Paragraph(_) => false,
    };
    let is_row = |piece: &Piece| matches!(piece, Piece::Row(_));
    let mut forms = Vec::new();
    let mut kept = Vec::new();
    for run in std::mem::take(pieces).chunk_by(|one, next| is_row(one) == is_row(next)) {
        let to = if run.iter().all(opens) { &mut forms } else { &mut kept };
        to.extend_from_slice(run);
    }
    *pieces = kept;
    forms
}

/// What a frame holds; its own paragraphs keep its place.
fn framed(cell: Filled) -> impl Iterator<Item = Piece> {
    let Filled { place, pieces, columns, .. } = cell;
    pieces.into_iter().map(move |piece| match piece {
        Piece::Paragraph(paragraph) => {
            Piece::Row(vec![Cell { place: place.clone(), paragraphs: vec![paragraph], columns, goes_on: false }])
        }
        row => row,
    })
}

fn closed(cell: Filled) -> Cell {
    let Filled { place, pieces, columns, goes_on } = cell;
    let lines = |piece| match piece {
        Piece::Paragraph(paragraph) => vec![paragraph],
        Piece::Row(cells) => inner(&cells),
    };
    let mut paragraphs: Vec<Paragraph> = pieces.into_iter().flat_map(lines).collect();
    if goes_on && paragraphs.iter().all(Paragraph::is_blank) {
        paragraphs.clear();
    }
    Cell { place, columns, goes_on: goes_on && paragraphs.is_empty(), paragraphs }
}

/// A row of a table in a cell: `Label: value`, or its cells with a dash between them.
fn inner(cells: &[Cell]) -> Vec<Paragraph> {
    let filled = cells.iter().map(|cell| cell.paragraphs.iter().filter(|paragraph| !paragraph.is_blank()).collect());
    let filled: Vec<Vec<&Paragraph>> = filled.filter(|cell: &Vec<&Paragraph>| !cell.is_empty()).collect();
    if let [label, value] = filled.as_slice()
        && let ([label], [first, rest @ ..]) = (label.as_slice(), value.as_slice())
    {
        let between = if label.words.trim_end().ends_with([':', '?']) { " " } else { ": " };
        let words = [label.words.trim(), between, first.words.trim()].concat();
        let rest = rest.iter().map(|paragraph| (*paragraph).clone());
        return [Paragraph { kind: Kind::Inner, words }].into_iter().chain(rest).collect();
    }
    let words =
        |cell: &Vec<&Paragraph>| cell.iter().map(|paragraph| paragraph.words.trim()).collect::<Vec<_>>().join(" ");
    let words = filled.iter().map(words).collect::<Vec<_>>().join(" – ");
    vec![Paragraph { kind: Kind::Inner, words }]
}

/// The cells of a table that go on in the rows below. In a list, below a row with the names of its columns, these rows say the
/// same; elsewhere a value that goes on is one.
pub struct Merged<'l> {
    is_label: IsLabel<'l>,
    /// Whether a row with the names of columns was met.
    is_list: bool,
    /// What each column of the row above says.
    above: Vec<Vec<Paragraph>>,
}

impl<'l> Merged<'l> {
    /// Those of a table without a row yet.
    pub const fn new(is_label: IsLabel<'l>) -> Self {
        Self { is_label, is_list: false, above: Vec::new() }
    }

    /// Takes the next row, and fills its cells that go on with the ones above.
    pub fn row(&mut self, cells: &mut [Cell]) {
        self.is_list = self.is_list || names_columns(cells, self.is_label);
        if !self.is_list {
            return;
        }
        let mut column = 0;
        for cell in cells {
            if self.above.len() <= column {
                self.above.resize(column + 1, Vec::new());
            }
            if cell.goes_on {
                cell.paragraphs.clone_from(&self.above[column]);
            } else {
                self.above[column].clone_from(&cell.paragraphs);
            }
            column += cell.columns as usize;
        }
    }
}

/// Whether a row has the names of three columns or more, two of them labels that are known.
fn names_columns(cells: &[Cell], is_label: IsLabel<'_>) -> bool {
    let name = |cell: &Cell| match cell.paragraphs.as_slice() {
        [only] if !only.is_blank() => Some(is_label(only.words.trim())),
        _ => None,
    };
    let end = cells.iter().rposition(|cell| !cell.paragraphs.is_empty()).map_or(0, |last| last + 1);
    let names: Option<Vec<bool>> = cells[..end].iter().map(name).collect();
    names.is_some_and(|names| names.len() > 2 && names.iter().filter(|known| **known).count() > 1)
}
