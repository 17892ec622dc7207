//! What a folder remembers of the inputs whose records it holds.

use scheda::Sheet;
use scheda::source::Source;

use super::Conversion;
use crate::cli::args::is_file;
use crate::cli::folder::Made;
use crate::cli::inputs::Inputs;
use crate::cli::known::Known;
use crate::cli::open::Open;
use crate::cli::run::Run;
use crate::cli::sink::Sink;

impl Conversion<'_> {
    /// Keeps the ids of earlier records for their inputs, and has those inputs left alone that are as they were.
    pub(super) fn recall(&mut self, run: &mut Run<'_>, inputs: &Inputs) {
        let Sink::Folder(records) = &self.sink else { return };
        let mut known = Known { settings: self.args.settings(run.tongue().pages), ..Known::default() };
        for input in &inputs.files {
            self.ids.keep(records.folder().ids(&input.name), &input.name);
            if let Some(made) = records.made(run.host(), &input.name) {
                known.documents.insert(input.name.clone(), made.of.clone());
            }
        }
        // A template of the user's own may have changed, and a part of a document is not all of it.
        if !self.args.reading.template.as_deref().is_some_and(is_file) && self.args.sheet.is_none() {
            run.remember(known);
        }
    }

    /// Begins to take down what is made of the input that is being read.
    pub(super) fn begin_input(&mut self, run: &Run<'_>) {
        let (name, print) = run.input();
        if self.made.as_ref().is_none_or(|(current, _)| current != name) {
            self.remember();
            let of = print.unwrap_or_default().to_owned();
            self.made = Some((name.to_owned(), Made { of, records: Vec::new() }));
        }
    }

    /// Takes down the id of a record, where the next run may ask for it.
    pub(super) fn take_down(&mut self, id: &str) {
        if let (Some((_, made)), Sink::Folder(_)) = (&mut self.made, &self.sink) {
            made.records.push(id.to_owned());
        }
    }

    /// Has the input read again the next time.
    pub(super) fn read_again(&mut self) {
        self.made.iter_mut().for_each(|(_, made)| made.of.clear());
    }

    /// Remembers what was made of the last input. One without a sheet is read again, so that this is said each time.
    pub(super) fn remember(&mut self) {
        if let (Some((name, mut made)), Sink::Folder(records)) = (self.made.take(), &mut self.sink) {
            if made.records.is_empty() {
                made.of.clear();
            }
            records.folder_mut().remember(&name, made);
        }
    }

    /// The ids of the records that an earlier run made of the same document, if it had as many sheets.
    pub(super) fn earlier(&self, run: &Run<'_>, open: &Open<'_>) -> Vec<String> {
        let Sink::Folder(records) = &self.sink else { return Vec::new() };
        let ids = records.folder().ids(run.input().0);
        if open.begins() && ids.len() == open.left() { ids.to_vec() } else { Vec::new() }
    }

    /// The id of the next record. One whose title was corrected keeps the id that it had.
    pub(super) fn id(&mut self, sheet: &Sheet, source: &Source, earlier: &[String]) -> String {
        let own = sheet.record.id.as_deref();
        let document = self.made.as_ref().map_or(source.name.as_str(), |(name, _)| name);
        let same = earlier.iter().find(|id| Some(id.as_str()) == own);
        let mut had = same.into_iter().chain(earlier.get(self.sheets - 1));
        let id = had.find(|id| self.ids.take(id, document)).cloned();
        id.unwrap_or_else(|| self.ids.settle(own, sheet.span.of(&source.text), document))
    }
}
