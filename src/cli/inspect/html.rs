//! The document beside what was read of it, as a page for a browser.

use std::path::Path;

use anyhow::bail;
use scheda::output::html::review;

use crate::cli::host::Out;
use crate::cli::inputs::{Input, name};
use crate::cli::open::Document;
use crate::cli::run::Run;

/// Writes the page into a file, or to standard output for `-`. The document itself is never overwritten.
pub fn write(run: &mut Run<'_>, input: &Input, document: &Document, file: &Path) -> anyhow::Result<()> {
    let host = run.host();
    if input.path().is_some_and(|path| host.real(path) == host.real(file)) {
        bail!("cannot write {}: it is the document to read; name another file", name(file));
    }
    let page = review::page(&document.source, &document.reading, run.tongue().people)?;
    if file == Path::new("-") {
        let mut out = run.out(Out::Stdout);
        out.text(&page)?;
        return out.finish();
    }
    run.write(file, &page)?;
    let (file, read) = (name(file), document.source.name.clone());
    run.tell("review-written", &[("file", file.into()), ("read", read.into())]);
    Ok(())
}
