//! Letters and mails with a sheet in them: their header, what they quote, and what stands from the closing formula on.

use super::{Block, Shape};
use crate::schemas::{Schemas, fold};

/// Lines of a header at least: `From: …`, `Subject: …`.
const HEADER: usize = 2;
/// Bytes of the name of a line of the header at most.
const NAME: usize = 24;
/// Bytes of a closing formula at most.
const CLOSING: usize = 60;
/// Words of a closing formula at most.
const WORDS: usize = 5;
/// Labels above a closing formula at least: a sheet may hold a letter.
const LABELS: usize = 2;
/// What a mail puts before each line that it quotes.
const QUOTED: char = '>';

/// Marks what belongs to a letter and not to the sheet in it; whether there is any.
pub fn mark(text: &str, blocks: &mut [Block<'_>], schemas: &Schemas, is_free: impl Fn(usize) -> bool) -> bool {
    let header = header(text, blocks, schemas);
    let is_mail = header > 0;
    let quoted = |block: &Block<'_>| block.span.of(text).trim_start().starts_with(QUOTED);
    let (quotes, own): (Vec<usize>, Vec<usize>) = (header..blocks.len()).partition(|&at| quoted(&blocks[at]));
    // A sheet that is passed on stands in the quoted lines, from which their mark was taken.
    let labels = |lines: &[usize]| lines.iter().filter(|&&at| blocks[at].opens_anything()).count();
    let passed_on = quotes.iter().any(|&at| blocks[at].before.is_some() && blocks[at].opens_anything());
    // A mail that holds the sheet may quote below it how that was asked for.
    let passed_on = passed_on && !(is_mail && labels(&own) > labels(&quotes));
    // `> Results` above lines without the mark: headings. No sheet is passed on that has labels behind it, too: a box of facts.
    let last = quotes.last().copied().unwrap_or(0);
    let goes_on = || labels(&own.iter().copied().filter(|&at| at > last).collect::<Vec<_>>()) >= LABELS;
    let headed = passed_on && (unquoted(blocks, &own, &quotes) * 2 > quotes.len() || !is_mail && goes_on());
    let (passed_on, quotes, own) =
        if headed { (false, Vec::new(), (header..blocks.len()).collect()) } else { (passed_on, quotes, own) };
    let mut found: Vec<usize> = (0..header).collect();
    let (first, last) = (quotes.first().copied().unwrap_or(0), quotes.last().copied().unwrap_or(0));
    match () {
        () if passed_on => found.extend(own.into_iter().filter(|at| *at < first || *at > last)),
        () if is_mail => {
            found.extend(quotes.iter().filter_map(|&quote| attribution(text, blocks, quote)));
            found.extend(quotes);
            let (own, earlier) = own.split_at(earlier_mail(text, blocks, schemas, &own));
            found.extend(earlier);
            found.extend(signed(text, blocks, schemas, own, true));
        }
        () => found.extend(signed(text, blocks, schemas, &own, false)),
    }
    found.retain(|&at| is_free(at) && !blocks[at].is_blank());
    for &at in &found {
        blocks[at].leave_out(1);
    }
    !found.is_empty()
}

/// How many lines without the mark of a quotation stand between those with it.
fn unquoted(blocks: &[Block<'_>], own: &[usize], quotes: &[usize]) -> usize {
    let (Some(first), Some(last)) = (quotes.first(), quotes.last()) else { return 0 };
    own.iter().filter(|at| (*first..*last).contains(*at) && !blocks[**at].is_blank()).count()
}

/// The line directly above one that is quoted, which says who wrote that: `On Monday, Ada wrote:`.
fn attribution(text: &str, blocks: &[Block<'_>], quote: usize) -> Option<usize> {
    let above = blocks[..quote].iter().rposition(|block| !block.is_blank())?;
    let says = blocks[above].span.of(text).trim_end().ends_with(':') && !blocks[above].opens_anything();
    says.then_some(above)
}

/// The blocks of the header that a text begins with.
fn header(text: &str, blocks: &[Block<'_>], schemas: &Schemas) -> usize {
    let lines = blocks.iter().take_while(|block| block.is_blank() || is_of_header(text, block, schemas)).count();
    let count = blocks[..lines].iter().filter(|block| !block.is_blank()).count();
    if count >= HEADER { lines } else { 0 }
}

/// Whether a line is one of the header of a mail: `Subject: …`.
fn is_of_header(text: &str, block: &Block<'_>, schemas: &Schemas) -> bool {
    let name = block.span.of(text).split_once(':').map_or("", |(name, _)| name.trim());
    (1..=NAME).contains(&name.len()) && schemas.mail_headers.get(&fold(name)).is_some()
}

/// Where among the blocks of a mail the mail begins that it answers, below a sheet: at the line above its header.
fn earlier_mail(text: &str, blocks: &[Block<'_>], schemas: &Schemas, body: &[usize]) -> usize {
    let headed = |lines: &[usize]| lines.iter().all(|&at| is_of_header(text, &blocks[at], schemas));
    // `From: 2014`, `To: 2016` may be labels of the sheet: no other stands below the header of a mail.
    let opens = |at: usize| blocks[at].opens_anything() && !is_of_header(text, &blocks[at], schemas);
    let below = body.iter().rposition(|&at| opens(at)).map_or(0, |last| last + 1);
    let Some(nth) = body[below..].windows(HEADER).rposition(headed).map(|nth| below + nth) else { return body.len() };
    let nth = body[..nth].iter().rposition(|&at| !is_of_header(text, &blocks[at], schemas)).map_or(0, |last| last + 1);
    let labels = body[..nth].iter().filter(|&&at| blocks[at].opens_anything()).count();
    let title = nth.checked_sub(1).filter(|&above| !blocks[body[above]].is_blank() && !opens(body[above]));
    if labels < LABELS { body.len() } else { title.unwrap_or(nth) }
}

/// The closing formula behind the last label, with what stands below it, and in a mail with the paragraph above it.
fn signed(text: &str, blocks: &[Block<'_>], schemas: &Schemas, body: &[usize], is_mail: bool) -> Vec<usize> {
    let closes = |at: usize| {
        let line = blocks[at].body().of(text);
        let words = line.trim_end_matches(|c: char| !c.is_alphanumeric());
        let prose = matches!(blocks[at].shape, Shape::Prose { .. }) && line.len() <= CLOSING;
        let few = || words.split_whitespace().take(WORDS + 1).count() <= WORDS;
        prose && few() && schemas.closings.get(&fold(words)).is_some()
    };
    let opening = |&&at: &&usize| blocks[at].opens_anything();
    // Nothing of the sheet stands below it.
    let open = body.iter().rposition(|at| opening(&at)).map_or(0, |last| last + 1);
    let Some(nth) = body[open..].iter().rposition(|&at| closes(at)) else { return Vec::new() };
    let (before, below) = body.split_at(open + nth);
    if before.iter().filter(opening).count() < LABELS {
        return Vec::new();
    }
    let above = if is_mail { paragraph_above(blocks, before) } else { &[] };
    above.iter().chain(below).copied().collect()
}

/// The last paragraph, if empty lines part it from the last label.
fn paragraph_above<'b>(blocks: &[Block<'_>], body: &'b [usize]) -> &'b [usize] {
    let end = body.iter().rposition(|&at| !blocks[at].is_blank()).map_or(0, |last| last + 1);
    let start = body[..end].iter().rposition(|&at| blocks[at].is_blank()).map_or(0, |blank| blank + 1);
    let paragraph = &body[start..end];
    let apart =
        paragraph.iter().all(|&at| matches!(blocks[at].shape, Shape::Prose { .. }) && !blocks[at].opens_anything());
    if apart { paragraph } else { &[] }
}
