//! `scheda convert --framed`: a document a line in, its records a line out, so that any engine can feed one process with many.

use std::io::{BufRead, BufReader};

use anyhow::{anyhow, bail};
use data_encoding::BASE64;
use scheda::Options;
use scheda::diagnostic::Severity;
use scheda::practice::BestPractice;
use scheda::practice::privacy;
use serde::{Deserialize, Serialize};

use super::args::Convert;
use super::documents::open;
use super::exit::Exit;
use super::host::Out;
use super::ids::Ids;
use super::inputs::Input;
use super::open::Incoming;
use super::run::{Output, Run};

/// A document, as a line has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    /// What it is called; its ending says what it is.
    name: String,
    /// Its content, if it is text.
    text: Option<String>,
    /// Its content, in Base64.
    base64: Option<String>,
}

/// What a document holds, as a line has it.
#[derive(Default, Serialize)]
struct Answer {
    name: String,
    records: Vec<BestPractice>,
    /// How many errors and warnings there are.
    errors: usize,
    warnings: usize,
    /// Why it could not be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// Answers each line of standard input with a line.
pub fn run(run: &mut Run<'_>, args: &Convert) -> anyhow::Result<()> {
    let options = run.options(&args.reading)?;
    let mut lines = BufReader::new(run.host().stdin());
    let mut out = run.out(Out::Stdout);
    let mut line = String::new();
    loop {
        line.clear();
        if lines.read_line(&mut line).map_err(|error| anyhow!("cannot read standard input: {error}"))? == 0 {
            return out.finish();
        }
        answer(run, args, &options, &line, &mut out)?;
        if lines.buffer().is_empty() {
            out.flush()?;
        }
    }
}

fn answer(run: &mut Run<'_>, args: &Convert, options: &Options, line: &str, out: &mut Output) -> anyhow::Result<()> {
    let answer = match content(line) {
        Ok((name, bytes)) => read(run, args, options, &name, bytes)?,
        Err(error) => {
            run.raise(Exit::CouldNot);
            Answer { error: Some(format!("{error:#}")), ..Answer::default() }
        }
    };
    out.text(&(serde_json::to_string(&answer)? + "\n"))
}

/// The name and the bytes of the document in a line.
fn content(line: &str) -> anyhow::Result<(String, Vec<u8>)> {
    let document: Document = serde_json::from_str(line)
        .map_err(|error| anyhow!("this line is no document such as {{\"name\":\"a.txt\",\"text\":\"…\"}}: {error}"))?;
    let bytes = match (document.text, document.base64) {
        (Some(text), None) => text.into_bytes(),
        (None, Some(code)) => BASE64.decode(code.as_bytes()).map_err(|error| anyhow!("`base64` is none: {error}"))?,
        _ => bail!("a document has either `text` or `base64`"),
    };
    Ok((document.name, bytes))
}

/// The records of all documents that a document holds.
fn read(run: &mut Run<'_>, args: &Convert, options: &Options, name: &str, bytes: Vec<u8>) -> anyhow::Result<Answer> {
    let mut answer = Answer { name: name.to_owned(), ..Answer::default() };
    let (mut ids, mut result) = (Ids::default(), Ok(()));
    let input = Input { name: name.to_owned(), ..Input::stdin() };
    let (host, schemas) = (run.host(), run.schemas());
    open(host, schemas, &input, bytes, &mut |opened| {
        match &opened.source {
            Ok(source) => {
                let incoming = Incoming { source, reading: None, is_named: true, portion: None };
                result = run.open(incoming, options, |run, mut open| {
                    answer.count(open.findings().iter().map(|finding| finding.severity));
                    while let Some(mut sheet) = open.next(run) {
                        answer.count(sheet.findings.iter().map(|finding| finding.severity));
                        privacy::hide(&mut sheet.record, args.contacts.into(), privacy::MARK, schemas);
                        let text = sheet.span.of(&open.source.text);
                        sheet.record.id = Some(ids.settle(sheet.record.id.as_deref(), text, name));
                        answer.records.push(sheet.record);
                    }
                    Ok(())
                });
            }
            Err(refused) => answer.error = Some(format!("{}: {refused}", opened.name)),
        }
        result.is_ok()
    });
    if answer.error.is_some() {
        run.raise(Exit::CouldNot);
    }
    result.map(|()| answer)
}

impl Answer {
    fn count(&mut self, severities: impl Iterator<Item = Severity>) {
        for severity in severities {
            self.errors += usize::from(severity == Severity::Error);
            self.warnings += usize::from(severity == Severity::Warning);
        }
    }
}
