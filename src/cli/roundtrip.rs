//! `scheda roundtrip`

use std::borrow::Cow;

use scheda::Sheet;
use scheda::locale::{Fact, Locale};
use scheda::output::markdown;
use scheda::round_trip::{Difference, round_trip};

use super::args::Roundtrip;
use super::excerpt::{excerpt, parting};
use super::exit::Exit;
use super::host::Out;
use super::inputs::Inputs;
use super::open::Open;
use super::run::{Output, Run};

/// Writes each record as a page, reads the page, and says whether it is still the same.
pub fn run(run: &mut Run<'_>, args: &Roundtrip) -> anyhow::Result<()> {
    let options = run.options(&args.reading)?;
    let mut inputs = Inputs::of(run, &args.batch)?;
    let mut trip = Trip { args, out: run.out(Out::Stdout), same: 0, other: 0 };
    run.each(&mut inputs, &options, |run, document| trip.document(run, document))?;
    trip.finish(run.tongue().people)
}

/// The way of the records there and back.
struct Trip<'a> {
    args: &'a Roundtrip,
    out: Output,
    /// Records that came back as they were.
    same: usize,
    /// The others.
    other: usize,
}

impl Trip<'_> {
    fn document(&mut self, run: &mut Run<'_>, mut open: Open<'_>) -> anyhow::Result<()> {
        let language = run.tongue().pages.map(Cow::Borrowed);
        let options = markdown::Options { language, ..markdown::Options::default() };
        let mut number = open.sheets_before();
        while let Some(sheet) = open.next(run) {
            number += 1;
            let found = round_trip(&sheet.record, open.schemas, &options);
            let name = named(&open.source.name, number, &sheet);
            if found.is_empty() {
                self.same += 1;
                if !self.args.quiet {
                    self.out.text(&format!("same     {name}\n"))?;
                }
            } else {
                self.other += 1;
                run.raise(Exit::Findings);
                self.out.text(&format!("differs  {name}\n"))?;
                found.iter().try_for_each(|difference| self.out.text(&shown(difference)))?;
            }
        }
        Ok(())
    }

    fn finish(mut self, locale: Locale) -> anyhow::Result<()> {
        if !self.args.quiet {
            let records = Fact::count("records", self.same + self.other);
            let facts = [("records", records), ("same", self.same.into()), ("other", self.other.into())];
            self.out.text(&(locale.say("round-trip", &facts) + "\n"))?;
        }
        self.out.finish()
    }
}

/// A record by its file, its number there and its title.
fn named(file: &str, number: usize, sheet: &Sheet) -> String {
    let title = sheet.record.title.as_deref().map(|title| format!("  {}", excerpt(title, 0))).unwrap_or_default();
    format!("{file}#{number}{title}")
}

/// A difference, in three lines.
fn shown(difference: &Difference) -> String {
    let Difference { path, before, after } = difference;
    let [one, other] = [before, after].map(|value| value.as_deref().unwrap_or_default());
    let at = parting(one, other);
    let path = if path.is_empty() { "the page" } else { path };
    let value = |value: &Option<String>| match value {
        Some(value) => excerpt(value, at),
        None => String::from("(nothing)"),
    };
    format!("    {path}\n      before  {}\n      after   {}\n", value(before), value(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_shown_where_it_is() {
        let before = format!("{}one \u{1b}[31m word{}", "x".repeat(100), "y".repeat(100));
        let difference = Difference {
            path: "/results".into(),
            before: Some(before.clone()),
            after: Some(before.replace("one", "two")),
        };
        let text = shown(&difference);
        assert!(text.starts_with("    /results\n      before  …\"xxxxxxxxxxxxxxxxone \\u{1b}[31m word"), "{text}");
        assert!(text.contains("after   …\"xxxxxxxxxxxxxxxxtwo "), "{text}");
        let gone = Difference { path: String::new(), before: None, ..difference };
        assert!(shown(&gone).starts_with("    the page\n      before  (nothing)\n"));
    }
}
