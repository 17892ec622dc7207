//! The documents that a file is, or holds as an archive or mail.

use std::collections::VecDeque;

use anyhow::{anyhow, bail};
use scheda::portions::{Content, Portions};
use scheda::schemas::Schemas;
use scheda::source::Source;
use scheda::source::container::{self, Opened, Refused, Tools};
use scheda::{Options, Reading};

use super::ahead::{Documents, Found, Pool, Ready};
use super::content::{self, bytes, content};
use super::host::Host;
use super::inputs::{Input, Inputs};
use super::run::{Document, Incoming, Open, Portion, Run};

/// What is done with each document.
pub type Work<'w, 'a> = &'w mut dyn FnMut(&mut Run<'a>, Open<'_>) -> anyhow::Result<()>;

impl<'a> Run<'a> {
    /// Opens an input and hands on those of its documents that are meant. What cannot be opened is said.
    ///
    /// # Errors
    /// Those of `work`, and mistakes in a configuration.
    pub fn each_of(
        &mut self,
        input: &Input,
        inputs: &mut Inputs,
        options: &Options,
        work: Work<'_, 'a>,
    ) -> anyhow::Result<()> {
        let (host, schemas) = (self.host(), self.schemas());
        let mut batch = Batch::new(input, inputs, options, work);
        match content(host, input, self.limits(), schemas) {
            Ok(Content::Whole(bytes)) => {
                let known = self.known();
                let own = if known.is_some() { self.config_of(&input.name)? } else { None };
                let print = known.as_ref().and_then(|known| known.print(&bytes, own.as_deref()));
                if known.is_some_and(|known| known.is_unchanged(&input.name, print.as_ref())) {
                    batch.unchanged();
                    return batch.finish(self);
                }
                self.set_input(&input.name, print);
                open(host, schemas, input, bytes, &mut |opened| batch.take(self, Ready { opened, reading: None }));
            }
            Ok(Content::Long(portions)) => batch.take_long(self, portions, None)?,
            Err(error) => batch.unopened(self, &error),
        }
        batch.finish(self)
    }

    /// Hands on the documents of an input that others open.
    ///
    /// # Errors
    /// Those of `work`, and mistakes in a configuration.
    pub fn take_all(
        &mut self,
        input: &Input,
        documents: &Documents,
        pool: &Pool,
        inputs: &mut Inputs,
        options: &Options,
        work: Work<'_, 'a>,
    ) -> anyhow::Result<()> {
        self.set_input(&input.name, None);
        let mut batch = Batch::new(input, inputs, options, work);
        for found in documents {
            match found {
                Ok(Found::Document(ready)) => {
                    if !batch.take(self, ready) {
                        break;
                    }
                }
                Ok(Found::Print(print)) => self.set_input(&input.name, Some(print)),
                Ok(Found::Unchanged) => batch.unchanged(),
                Ok(Found::Long(portions)) => batch.take_long(self, portions, Some(pool))?,
                Err(error) => batch.unopened(self, &error),
            }
        }
        batch.finish(self)
    }

    /// Opens and reads one input that is one document.
    pub fn read(&mut self, input: &Input, options: &Options) -> anyhow::Result<Document> {
        let bytes = bytes(self.host(), input)?;
        let mut met: Vec<Opened> = Vec::new();
        open(self.host(), self.schemas(), input, bytes, &mut |opened| {
            // The text of a mail only stands in for what is attached.
            let is_needless = !opened.unless.is_empty() && !met.is_empty();
            met.extend(Some(opened).filter(|opened| !is_needless && input.means(&opened.name)));
            met.len() < 2
        });
        match (met.pop(), met.pop()) {
            (None, _) => Err(nothing_in(input)),
            (Some(Opened { name, source, .. }), None) => {
                let source = source.map_err(|refused| cannot_read(&name, &refused))?;
                self.document(source, options, input.folder.is_none())
            }
            (_, Some(first)) => {
                bail!("{} holds several documents; name one of them, such as {}", input.name, first.name)
            }
        }
    }
}

/// The documents of one input, one after the other.
struct Batch<'b, 'a> {
    input: &'b Input,
    inputs: &'b mut Inputs,
    options: &'b Options,
    work: Work<'b, 'a>,
    /// How many sheets each document holds.
    sheets: Vec<usize>,
    /// How many documents were met that are meant.
    met: usize,
    result: anyhow::Result<()>,
}

impl<'b, 'a> Batch<'b, 'a> {
    fn new(input: &'b Input, inputs: &'b mut Inputs, options: &'b Options, work: Work<'b, 'a>) -> Self {
        Self { input, inputs, options, work, sheets: Vec::new(), met: 0, result: Ok(()) }
    }

    /// Says that the input cannot be opened.
    fn unopened(&mut self, run: &mut Run<'a>, error: &anyhow::Error) {
        self.met += 1;
        self.inputs.count_unread(self.input);
        run.fail(error);
    }

    /// Counts a document that is the same as the last time.
    fn unchanged(&mut self) {
        self.met += 1;
        self.inputs.unchanged.push(self.input.name.clone());
        self.inputs.count(self.input, &self.input.name, 1);
    }

    /// Says it if nothing was met that is meant.
    fn finish(mut self, run: &mut Run<'a>) -> anyhow::Result<()> {
        if self.met == 0 {
            self.unopened(run, &nothing_in(self.input));
        }
        self.result
    }

    /// Reads a document; whether to go on.
    fn take(&mut self, run: &mut Run<'a>, ready: Ready) -> bool {
        let Ready { opened: Opened { name, source, unless }, reading } = ready;
        let is_needless = self.sheets.get(unless).unwrap_or_default().iter().any(|sheets| *sheets > 0);
        self.sheets.push(0);
        if is_needless || !self.input.means(&name) {
            return true;
        }
        self.met += 1;
        match source {
            Ok(source) => self.result = self.read(run, &name, &source, reading),
            Err(refused) => {
                self.inputs.count_unread(self.input);
                run.fail(&cannot_read(&name, &refused));
            }
        }
        self.result.is_ok()
    }

    fn read(
        &mut self,
        run: &mut Run<'a>,
        name: &str,
        source: &Source,
        reading: Option<Reading>,
    ) -> anyhow::Result<()> {
        // A file that an archive happens to hold is like one that a folder holds.
        let is_named = self.input.folder.is_none() && name == self.input.inside.as_ref().unwrap_or(&self.input.name);
        let incoming = Incoming { source, reading, is_named, portion: None };
        run.open(incoming, self.options, |run, open| {
            // Data of another kind beside the documents of a folder are no documents.
            if open.is_foreign() && !is_named {
                self.inputs.foreign += 1;
                return Ok(());
            }
            let found = open.left();
            self.sheets.last_mut().into_iter().for_each(|last| *last = found);
            self.inputs.count(self.input, name, found);
            (self.work)(run, open)
        })
    }
}

impl<'a> Batch<'_, 'a> {
    /// Reads a long text portion by portion, with the help of a pool if there is one.
    fn take_long(&mut self, run: &mut Run<'a>, mut portions: Portions, pool: Option<&Pool>) -> anyhow::Result<()> {
        self.met += 1;
        let own = run.config_of(&self.input.name)?;
        let schemas = run.schemas();
        let schemas = own.as_ref().map_or(schemas, |own| own.schemas(schemas));
        let mut under_way = VecDeque::new();
        let mut at = Portion { sheets: 0, is_first: true };
        loop {
            while under_way.len() < pool.map_or(1, Pool::window) {
                let Some(portion) = portions.next(schemas) else { break };
                under_way.push_back(portion.map(|source| match pool {
                    Some(pool) => Pending::Read(pool.portion(source, own.clone())),
                    None => Pending::Open(source),
                }));
            }
            match under_way.pop_front() {
                None => break,
                Some(Ok(pending)) => self.portion(run, pending, &mut at)?,
                Some(Err(fault)) => self.unopened(run, &content::cannot_read(&self.input.name, &fault, run.limits())),
            }
        }
        self.inputs.count(self.input, &self.input.name, at.sheets);
        Ok(())
    }

    fn portion(&mut self, run: &mut Run<'a>, pending: Pending, at: &mut Portion) -> anyhow::Result<()> {
        let (source, reading) = match pending {
            Pending::Open(source) => (source, None),
            Pending::Read(documents) => match documents.recv() {
                Ok(Ok(Found::Document(Ready { opened: Opened { source: Ok(source), .. }, reading }))) => (source, reading),
                _ => return Ok(()),
            },
        };
        let is_named = self.input.folder.is_none();
        let incoming = Incoming { source: &source, reading, is_named, portion: Some(*at) };
        at.is_first = false;
        run.open(incoming, self.options, |run, open| {
            at.sheets += open.left();
            (self.work)(run, open)
        })
    }
}

/// A portion of a long text that is under way.
enum Pending {
    /// It is to be read.
    Open(Source),
    /// Others read it.
    Read(Documents),
}

/// Opens an input and hands on its documents.
pub fn open(host: &dyn Host, schemas: &Schemas, input: &Input, bytes: Vec<u8>, take: container::Take<'_>) {
    let tools = Tools { pdf: &|pdf| host.pdf_text(pdf), is_label: &|words| schemas.is_label(words) };
    container::open(&input.name, bytes, &tools, take);
}

fn nothing_in(input: &Input) -> anyhow::Error {
    match &input.inside {
        Some(inside) => anyhow!("cannot read {inside}: {} holds no such document", input.name),
        None => anyhow!("cannot read {}: it holds no document", input.name),
    }
}

/// Why a document is not read.
pub fn cannot_read(name: &str, refused: &Refused) -> anyhow::Error {
    anyhow!("cannot read {name}: {refused}")
}
