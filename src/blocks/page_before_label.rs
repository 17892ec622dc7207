//! Labels behind the number of the page that begins with them, as text pulled out of a PDF has them: `2 10. Aims:`, below `9. Place:`.

use super::labels::Labels;
use super::{Block, Shape, trim};
use crate::ledger::Class;
use crate::schemas::{Role, Schemas};
use crate::source::Span;

/// Figures of a number at most.
const FIGURES: usize = 3;

/// Takes the number of the page off such labels.
pub fn lay_out<'s>(text: &str, blocks: &mut [Block<'s>], schemas: &'s Schemas) {
    let mut labels = Labels::new(text, schemas);
    let mut last = 0;
    for block in blocks {
        let Shape::Prose { body } = block.shape else { continue };
        let line = body.of(text);
        if let Some(number) = label_number(line) {
            last = number;
            continue;
        }
        let Some(rest) = behind_page(line).filter(|rest| label_number(rest) == Some(last + 1)) else { continue };
        let rest = trim(text, Span::of_slice(text, rest));
        let (whole, first) = (labels.of_whole(rest), labels.of_line(rest));
        let opens = first.first().is_some_and(|label| !label.inside && label.is_known());
        if block.before.is_none() && (opens || whole.has(Role::Label)) {
            last += 1;
            block.shape = Shape::Prose { body: rest };
            block.before = Some((Span::new(body.start, rest.start), Class::Furniture));
            (block.whole, block.labels) = (whole, first);
        }
    }
}

/// What stands behind a number and a space.
fn behind_page(line: &str) -> Option<&str> {
    let (page, rest) = line.split_once(' ')?;
    let counts = (1..=FIGURES).contains(&page.len()) && page.bytes().all(|byte| byte.is_ascii_digit());
    counts.then_some(rest)
}

/// The number that a label begins with, before a full stop or bracket: `12. Aims`.
pub fn label_number(line: &str) -> Option<u32> {
    let line = line.trim_start_matches(['*', '_', '#', ' ']);
    let figures = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line[figures..].strip_prefix(['.', ')'])?;
    let counts = (1..=FIGURES).contains(&figures) && !rest.starts_with(|c: char| c.is_ascii_digit());
    line[..figures].parse().ok().filter(|_| counts)
}
