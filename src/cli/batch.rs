//! The documents of a run, one after the other.

use std::collections::VecDeque;
use std::thread;

use anyhow::bail;
use scheda::diagnostic::Severity;
use scheda::locale::{Fact, Locale};
use scheda::portions::Portions;
use scheda::source::Source;
use scheda::source::container::Opened;
use scheda::{Options, Reading};

use super::ahead::{Ahead, Documents, Pool, Queue};
use super::configs::schemas_of;
use super::content::{self, is_long};
use super::documents::{Found, Ready, Shared, cannot_read, nothing_in};
use super::exit::Exit;
use super::inputs::{Folder, Input, Inputs};
use super::known::Known;
use super::open::{Incoming, Open};
use super::run::Run;

/// What is done with each document.
type Work<'w, 'a> = &'w mut dyn FnMut(&mut Run<'a>, Open<'_>) -> anyhow::Result<()>;

impl<'a> Run<'a> {
    /// Opens and reads each input and hands it on. An input that cannot be opened does not stop the others.
    pub fn each(
        &mut self,
        inputs: &mut Inputs,
        options: &Options,
        mut work: impl FnMut(&mut Self, Open<'_>) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let files = std::mem::take(&mut inputs.files);
        let has_several = || files.len() > 1 || files.iter().any(|input| is_long(self.host(), input));
        if has_several() && self.jobs().get() > 1 {
            self.each_ahead(files, inputs, options, &mut work)?;
        } else {
            for (done, input) in files.iter().enumerate() {
                self.console().progress(done, files.len());
                self.each_of(input, inputs, options, &mut work)?;
            }
            self.console().progress(files.len(), files.len());
        }
        self.report_empty_folders(inputs);
        Ok(())
    }

    /// The same, with the inputs opened and read by several threads.
    fn each_ahead(
        &mut self,
        files: Vec<Input>,
        inputs: &mut Inputs,
        options: &Options,
        work: Work<'_, 'a>,
    ) -> anyhow::Result<()> {
        let queue = Queue::default();
        let (known, all) = (self.known(), files.len());
        let shared = self.shared(options, known.as_deref());
        thread::scope(|scope| {
            let pool = Pool::start(scope, &queue, shared, self.jobs());
            let mut ahead = Ahead::new(&pool, files.into_iter());
            let mut done = 0;
            while let Some((input, documents)) = ahead.next(|input| self.config_of(&input.name)) {
                match documents {
                    Some(documents) => self.take_all(&input, &documents, &pool, inputs, options, work)?,
                    None => self.each_of(&input, inputs, options, work)?,
                }
                done += 1;
                self.console().progress(done, all);
            }
            Ok(())
        })
    }

    /// Opens an input and hands on those of its documents that are meant. What cannot be opened is said.
    fn each_of(
        &mut self,
        input: &Input,
        inputs: &mut Inputs,
        options: &Options,
        work: Work<'_, 'a>,
    ) -> anyhow::Result<()> {
        let known = self.known();
        // What is wrong with a configuration is said when a document is opened that it holds for.
        let own = self.config_of(&input.name).unwrap_or_default();
        let shared = self.shared(options, known.as_deref());
        let mut batch = Batch::new(self, input, inputs, options, work);
        shared.find(input, own.as_deref(), &mut |found| batch.found(self, found, None));
        batch.finish(self)
    }

    /// The same of an input that others open.
    fn take_all(
        &mut self,
        input: &Input,
        documents: &Documents,
        pool: &Pool,
        inputs: &mut Inputs,
        options: &Options,
        work: Work<'_, 'a>,
    ) -> anyhow::Result<()> {
        let mut batch = Batch::new(self, input, inputs, options, work);
        documents.iter().all(|found| batch.found(self, found, Some(pool)));
        batch.finish(self)
    }

    fn shared<'s>(&self, options: &'s Options, known: Option<&'s Known>) -> Shared<'s>
    where
        'a: 's,
    {
        let (host, schemas) = (self.host(), self.schemas());
        Shared { host, reader: self.reader(), schemas, options, limits: self.limits(), known }
    }

    fn report_empty_folders(&mut self, inputs: &Inputs) {
        for folder in inputs.folders.iter().filter(|folder| folder.sheets == 0) {
            let text = empty(folder, self.tongue().people);
            self.console().line(Severity::Error, &text);
            self.raise(Exit::Findings);
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
    fn new(
        run: &mut Run<'a>,
        input: &'b Input,
        inputs: &'b mut Inputs,
        options: &'b Options,
        work: Work<'b, 'a>,
    ) -> Self {
        run.set_input(&input.name, None);
        Self { input, inputs, options, work, sheets: Vec::new(), met: 0, result: Ok(()) }
    }

    /// Takes what the input holds; whether to go on.
    fn found(&mut self, run: &mut Run<'a>, found: anyhow::Result<Found>, pool: Option<&Pool>) -> bool {
        match found {
            Ok(Found::Print(print)) => run.set_input(&self.input.name, Some(print)),
            Ok(Found::Unchanged) => self.unchanged(),
            Ok(Found::Document(ready)) => self.take(run, *ready),
            Ok(Found::Long(portions)) => self.result = self.take_long(run, portions, pool),
            Err(error) => self.unopened(run, &error),
        }
        self.result.is_ok()
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
        self.inputs.count_unchanged(self.input);
    }

    /// Says it if nothing was met that is meant.
    fn finish(mut self, run: &mut Run<'a>) -> anyhow::Result<()> {
        if self.met == 0 {
            self.unopened(run, &nothing_in(self.input));
        }
        self.result
    }

    /// Reads a document, if it is meant.
    fn take(&mut self, run: &mut Run<'a>, ready: Ready) {
        let Ready { opened: Opened { name, source, unless }, reading } = ready;
        let is_needless = self.sheets.get(unless).unwrap_or_default().iter().any(|sheets| *sheets > 0);
        self.sheets.push(0);
        if is_needless || !self.input.means(&name) {
            return;
        }
        self.met += 1;
        match source {
            Ok(source) => self.result = self.read(run, &name, &source, reading),
            Err(refused) => {
                self.inputs.count_unread(self.input);
                run.fail(&cannot_read(&name, &refused));
            }
        }
    }

    fn read(&mut self, run: &mut Run<'a>, name: &str, source: &Source, reading: Option<Reading>) -> anyhow::Result<()> {
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
        let schemas = schemas_of(own.as_deref(), run.schemas());
        let mut under_way = VecDeque::new();
        let mut sheets = 0;
        loop {
            while under_way.len() < pool.map_or(1, Pool::portions) {
                let Some(portion) = portions.next(schemas) else { break };
                under_way.push_back(portion.map(|source| match pool {
                    Some(pool) => Pending::Read(pool.portion(source, own.clone())),
                    None => Pending::Open(Box::new(source)),
                }));
            }
            match under_way.pop_front() {
                None => break,
                Some(Ok(pending)) => sheets += self.portion(run, pending, sheets)?,
                Some(Err(fault)) => self.unopened(run, &content::cannot_read(&self.input.name, &fault, run.limits())),
            }
        }
        self.inputs.count(self.input, &self.input.name, sheets);
        Ok(())
    }

    /// Reads a portion with so many sheets before it, and says how many it has.
    fn portion(&mut self, run: &mut Run<'a>, pending: Pending, before: usize) -> anyhow::Result<usize> {
        let (source, reading) = match pending {
            Pending::Open(source) => (*source, None),
            Pending::Read(documents) => {
                let Ok(Ok(Found::Document(ready))) = documents.recv() else { bail!("a portion was lost on the way") };
                let Ready { opened, reading } = *ready;
                (opened.source.map_err(|refused| cannot_read(&opened.name, &refused))?, reading)
            }
        };
        let is_named = self.input.folder.is_none();
        let incoming = Incoming { source: &source, reading, is_named, portion: Some(before) };
        run.open(incoming, self.options, |run, open| {
            let sheets = open.left();
            (self.work)(run, open).map(|()| sheets)
        })
    }
}

/// A portion of a long text that is under way.
enum Pending {
    /// It is to be read.
    Open(Box<Source>),
    /// Others read it.
    Read(Documents),
}

/// That a folder has no sheet, and why.
fn empty(folder: &Folder, locale: Locale) -> String {
    let why = match folder.files {
        0 if folder.unread > 0 => "unread",
        0 => "no-file",
        _ => "no-sheet",
    };
    let name = folder.name.as_str().into();
    locale.say("empty-folder", &[("folder", name), ("why", Fact::Choice(why)), ("number", folder.files.into())])
}
