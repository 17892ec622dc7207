//! The program against a world in memory and a reader of toy sheets.

mod catalogue;
mod convert;
mod folder;
mod inputs;
mod inspect;
mod memory;
#[cfg(target_os = "linux")]
mod system;
mod template;
mod validate;

use scheda::diagnostic::{Diagnostic, Finding};
use scheda::ledger::Ledger;
use scheda::practice::{BestPractice, Field, Origin, Segment, Traced};
use scheda::schemas::Schemas;
use scheda::source::{Source, Span};
use scheda::{Options, Reading, Sheet, Sheets};

use super::exit::Exit;
use memory::Memory;

/// Runs the program on the toy reader.
fn scheda(host: &Memory, args: &[&str]) -> Exit {
    host.clear();
    let args = std::iter::once("scheda").chain(args.iter().copied()).map(Into::into);
    super::run(args, host, read)
}

/// A line `sheet X` starts a sheet with the id X; a line `bad` in it is an error, `odd` a warning, `note` a remark.
fn read<'a>(source: &'a Source, _: &'a Schemas, _: &'a Options) -> Sheets<'a> {
    let starts: Vec<usize> = source.text.match_indices("sheet ").map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([source.text.len()]);
    let sheets: Vec<Sheet> =
        starts.iter().zip(ends).map(|(&start, end)| sheet(source, Span::new(start, end).trim(&source.text))).collect();
    let ranges: Vec<_> = sheets.iter().map(|sheet| sheet.span.into()).collect();
    let ledger = Ledger::settle(&[], Vec::new(), &ranges, source.text.len());
    let looked_for = vec![String::from("sheet …")];
    let findings = if sheets.is_empty() { vec![Diagnostic::whole(Finding::NoSheet { looked_for })] } else { vec![] };
    Reading { sheets, ledger, findings, ..Reading::default() }.into()
}

fn sheet(source: &Source, span: Span) -> Sheet {
    let title =
        Span::of_slice(&source.text, span.of(&source.text)["sheet ".len()..].lines().next().unwrap_or_default());
    let value = title.of(&source.text).to_owned();
    Sheet {
        span,
        template: "toy".into(),
        decided_by: "the word sheet".into(),
        record: BestPractice { schema: 1, id: Some(value.clone()), title: Some(value), ..BestPractice::default() },
        trace: vec![Traced {
            pointer: Field::Title.into(),
            origin: Origin::Label,
            function: None,
            segments: vec![Segment::as_is(title)],
        }],
        places: Vec::new(),
        findings: source.text[span.start..span.end].lines().filter_map(|line| finding(source, line)).collect(),
    }
}

fn finding(source: &Source, line: &str) -> Option<Diagnostic> {
    let finding = match line {
        "bad" => Finding::MalformedEmail("bad".into()),
        "odd" => Finding::UnassignedText,
        "note" => Finding::JoinedAcrossPage,
        _ => return None,
    };
    Some(Diagnostic::at(finding, Span::of_slice(&source.text, line)))
}
