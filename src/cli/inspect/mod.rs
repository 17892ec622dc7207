//! `scheda inspect`

mod explain;
mod html;
mod json;
mod lines;
mod text;

use anyhow::bail;
use scheda::practice::{Field, Origin};
use scheda::source::{Source, line_range, merge_ranges, range_in_words};
use scheda::{Options, Sheet};

use super::args::{self, Report};
use super::host::Out;
use super::inputs::Inputs;
use super::open::Document;
use super::run::Run;

/// Shows where every byte of a file went.
pub fn run(run: &mut Run<'_>, args: &args::Inspect) -> anyhow::Result<()> {
    let told = run.options(&args.reading)?;
    let options = Options { explain: args.explain, ..told };
    let inputs = Inputs::find(run, std::slice::from_ref(&args.path));
    if !inputs.folders.is_empty() {
        bail!("inspect looks at one file at a time; name a file of the folder");
    }
    let Some(input) = inputs.files.first() else { return Ok(()) };
    let document = run.read(input, &options)?;
    match &args.html {
        Some(file) => html::write(run, input, &document, file)?,
        None => report(run, args, &document)?,
    }
    let none = document.findings().filter(|finding| finding.finding.says_why_no_sheet());
    none.for_each(|finding| run.console().finding(&document.source, finding));
    Ok(())
}

/// Writes a report to standard output.
fn report(run: &Run<'_>, args: &args::Inspect, document: &Document) -> anyhow::Result<()> {
    let mut out = run.out(Out::Stdout);
    match (args.format, args.lines) {
        (Report::Json, _) => out.text(&json::report(document, document.schemas(run))?)?,
        (Report::Human, _) if args.explain => out.text(&explain::report(document, document.schemas(run)))?,
        (Report::Human, true) => lines::write(document, &mut out)?,
        (Report::Human, false) => out.text(&text::report(document))?,
    }
    out.finish()
}

/// The lines that a value of a record was read from.
struct Found {
    field: Field,
    origin: Origin,
    lines: Vec<(usize, usize)>,
}

/// The fields of a sheet's record, in its order.
fn found(sheet: &Sheet, source: &Source) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    for traced in &sheet.trace {
        let spans = traced.segments.iter().filter_map(|segment| segment.span());
        let lines = spans.filter(|span| !span.is_empty()).map(|span| line_range(source, span));
        match all.iter_mut().find(|found| found.field == traced.pointer.field) {
            Some(found) => found.lines.extend(lines),
            None => {
                all.push(Found { field: traced.pointer.field, origin: traced.origin, lines: lines.collect() });
            }
        }
    }
    all.iter_mut().for_each(|found| merge_ranges(&mut found.lines));
    all.sort_by_key(|found| found.field.index());
    all
}

/// `line 3`, `lines 3-5, 9 and 4 more`; nothing for no range.
fn lines_in_words(ranges: &[(usize, usize)], most: usize) -> String {
    let named: Vec<String> = ranges.iter().take(most).copied().map(range_in_words).collect();
    match (ranges, ranges.len().saturating_sub(most)) {
        ([], _) => String::new(),
        ([(first, last)], _) if first == last => format!("line {first}"),
        (_, 0) => format!("lines {}", named.join(", ")),
        (_, more) => format!("lines {} and {more} more", named.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_as_ranges() {
        let ranges = [(1, 3), (7, 9), (12, 12)];
        assert_eq!(lines_in_words(&ranges, 9), "lines 1-3, 7-9, 12");
        assert_eq!(lines_in_words(&ranges, 1), "lines 1-3 and 2 more");
        assert_eq!(lines_in_words(&[(4, 4)], 1), "line 4");
    }
}
