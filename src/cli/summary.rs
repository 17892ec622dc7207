//! Counts in words.

use super::inputs::Inputs;
use super::run::Run;

/// How many files are named.
const NAMED: usize = 5;

/// `1 record`, `2 records`.
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// The files that were passed over: `31 .docx, 9 .pdf: not read yet`; the most frequent first.
pub fn skipped(inputs: &Inputs) -> Option<String> {
    let mut kinds: Vec<_> = inputs.skipped.iter().collect();
    kinds.sort_by_key(|&(ending, number)| (std::cmp::Reverse(number), ending));
    let kinds: Vec<String> = kinds.iter().map(|(ending, number)| format!("{number} {ending}")).collect();
    (!kinds.is_empty()).then(|| format!("{}: not read yet", kinds.join(", ")))
}

/// The data of another kind that were passed over.
pub fn foreign(inputs: &Inputs) -> Option<String> {
    let foreign = inputs.foreign;
    (foreign > 0).then(|| format!("{} without a sheet passed over", count(foreign, "data file")))
}

/// The files without a sheet, the first few by name.
pub fn empty(inputs: &Inputs) -> Option<String> {
    let names = inputs.empty.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = if inputs.empty.len() > NAMED { ", …" } else { "" };
    (!names.is_empty()).then(|| format!("{} without a sheet: {names}{more}", count(inputs.empty.len(), "file")))
}

/// What could not be read.
pub fn unread(inputs: &Inputs) -> Option<String> {
    (inputs.unread > 0).then(|| format!("{} could not be read", count(inputs.unread, "path")))
}

/// The findings that `scheda.yaml` asks to ignore, and what it need not; of a run over a part of the collection that says little.
pub fn ignored(run: &Run<'_>, unused_too: bool) -> Option<String> {
    let (ignored, unused) = run.configs().ignored();
    let ignored = (ignored > 0).then(|| format!("{} ignored as scheda.yaml asks", count(ignored, "finding")));
    let unused = (unused_too && !unused.is_empty()).then(|| format!("nothing to ignore for {}", unused.join(", ")));
    let parts: Vec<String> = [ignored, unused].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}
