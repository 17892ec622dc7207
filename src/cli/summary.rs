//! What a run has left out, in words.

use scheda::locale::Locale;

use super::inputs::Inputs;
use super::run::Run;

/// How many files are named.
const NAMED: usize = 5;

/// `1 record`, `2 records`: for what is said in English only.
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// What was not read, and what had no sheet, each in a line.
pub fn left_out(inputs: &Inputs, locale: Locale) -> [Option<String>; 2] {
    [foreign(inputs, locale), skipped(inputs, locale)]
}

/// The files that were passed over: `31 .docx, 9 .pdf: not read yet`; the most frequent first.
fn skipped(inputs: &Inputs, locale: Locale) -> Option<String> {
    let mut kinds: Vec<_> = inputs.skipped.iter().collect();
    kinds.sort_by_key(|&(ending, number)| (std::cmp::Reverse(number), ending));
    let kinds: Vec<String> = kinds.iter().map(|(ending, number)| format!("{number} {ending}")).collect();
    (!kinds.is_empty()).then(|| locale.say("not-read-yet", &[("kinds", kinds.join(", ").into())]))
}

/// The data of another kind that were passed over.
fn foreign(inputs: &Inputs, locale: Locale) -> Option<String> {
    (inputs.foreign > 0).then(|| locale.count("passed-over", inputs.foreign))
}

/// The files that are the same as the last time.
pub fn unchanged(inputs: &Inputs, locale: Locale) -> Option<String> {
    (inputs.unchanged > 0).then(|| locale.count("left-alone", inputs.unchanged))
}

/// The files without a sheet, the first few by name.
pub fn empty(inputs: &Inputs, locale: Locale) -> Option<String> {
    let names = inputs.empty.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = if inputs.empty.len() > NAMED { ", …" } else { "" };
    let facts = || [("number", inputs.empty.len().into()), ("names", format!("{names}{more}").into())];
    (!names.is_empty()).then(|| locale.say("without-sheet", &facts()))
}

/// What could not be read.
pub fn unread(inputs: &Inputs, locale: Locale) -> Option<String> {
    (inputs.unread > 0).then(|| locale.count("unread", inputs.unread))
}

/// The findings that `scheda.yaml` asks to ignore, and what it need not; of a run over a part of the collection that says little.
pub fn ignored(run: &Run<'_>, unused_too: bool) -> Option<String> {
    let (ignored, unused) = run.configs().ignored();
    let ignored = (ignored > 0).then(|| run.tongue().people.count("ignored", ignored));
    let unused = (unused_too && !unused.is_empty())
        .then(|| run.say("nothing-to-ignore", &[("entries", unused.join(", ").into())]));
    let parts: Vec<String> = [ignored, unused].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}
