//! Documents that threads open and read ahead of their turn. They are handed on in the order of the inputs, one at a time, so that
//! a run says and writes the same for any number of threads.

use std::collections::VecDeque;
use std::iter::Fuse;
use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::Scope;

use scheda::portions::{Content, Portions};
use scheda::schemas::Schemas;
use scheda::source::Source;
use scheda::source::container::Opened;
use scheda::{Options, Reading};

use super::configs::Own;
use super::content::{Limits, content};
use super::documents::open;
use super::host::Host;
use super::inputs::Input;
use super::known::Known;
use super::run::Reader;

/// Inputs under way for each thread: enough that none waits while the first of them is written.
const WINDOW: usize = 4;
/// Bytes of text of a document that is read ahead of its turn. Of a longer one the sheets are made when they are asked for, so that
/// memory does not grow with their number.
const READ_AHEAD: usize = 4 << 20;

/// What an input holds.
pub enum Found {
    /// What it is made of, before all else, where a run remembers that.
    Print(String),
    /// The same as the last time: nothing is read.
    Unchanged,
    /// A document.
    Document(Ready),
    /// A long text, in portions.
    Long(Portions),
}

/// A document that is open, with what it holds if that was read ahead of its turn.
pub struct Ready {
    /// The document.
    pub opened: Opened,
    /// What it holds, without the ledger.
    pub reading: Option<Reading>,
}

/// What an input holds, as it comes; or why it cannot be opened.
pub type Documents = Receiver<anyhow::Result<Found>>;

/// What the threads share.
#[derive(Clone, Copy)]
pub struct Shared<'a> {
    /// The world around the program.
    pub host: &'a dyn Host,
    /// What reads a document.
    pub reader: Reader,
    /// Vocabulary and templates, where no configuration has others.
    pub schemas: &'a Schemas,
    /// What the reader is told, where no configuration has more to say.
    pub options: &'a Options,
    /// How long documents may be.
    pub limits: Limits,
    /// What an earlier run has read, where that is remembered.
    pub known: Option<&'a Known>,
}

/// What a thread is to do.
struct Task {
    what: What,
    /// The configuration that holds for it.
    own: Option<Arc<Own>>,
    found: SyncSender<anyhow::Result<Found>>,
}

enum What {
    /// To open an input and read its documents.
    Input(Input),
    /// To read a portion of a long text.
    Portion(Source),
}

/// The tasks that wait for a thread.
#[derive(Default)]
pub struct Queue(Mutex<Option<Receiver<Task>>>);

/// Threads at work; they end when there is no more to do.
pub struct Pool {
    tasks: Sender<Task>,
    jobs: usize,
}

impl Pool {
    /// Starts so many threads, which take what is in the queue.
    pub fn start<'s>(scope: &'s Scope<'s, '_>, queue: &'s Queue, shared: Shared<'s>, jobs: NonZeroUsize) -> Self {
        let (tasks, waiting) = mpsc::channel();
        queue.0.lock().unwrap_or_else(PoisonError::into_inner).replace(waiting);
        for _ in 0..jobs.get() {
            scope.spawn(move || queue.work(shared));
        }
        Self { tasks, jobs: jobs.get() }
    }

    /// How many things are under way at once at most.
    pub const fn window(&self) -> usize {
        self.jobs * WINDOW
    }

    /// Has a portion of a long text read.
    pub fn portion(&self, source: Source, own: Option<Arc<Own>>) -> Documents {
        self.give(What::Portion(source), own)
    }

    fn give(&self, what: What, own: Option<Arc<Own>>) -> Documents {
        let (found, taken) = mpsc::sync_channel(1);
        // Where nobody takes it, the threads have ended, and so has the run.
        drop(self.tasks.send(Task { what, own, found }));
        taken
    }
}

/// The inputs of a run, opened by a pool.
pub struct Ahead<'p, I: Iterator<Item = Input>> {
    pool: &'p Pool,
    left: Fuse<I>,
    under_way: VecDeque<(Input, Option<Documents>)>,
}

impl<'p, I: Iterator<Item = Input>> Ahead<'p, I> {
    /// The inputs, none of them under way.
    pub fn new(pool: &'p Pool, inputs: I) -> Self {
        Self { pool, left: inputs.fuse(), under_way: VecDeque::new() }
    }

    /// The next input with its documents; without them where the configuration that holds for it has mistakes, which are said when
    /// it is opened. `config_of` finds that configuration.
    pub fn next(
        &mut self,
        config_of: impl Fn(&Input) -> anyhow::Result<Option<Arc<Own>>>,
    ) -> Option<(Input, Option<Documents>)> {
        while self.under_way.len() < self.pool.window() {
            let Some(input) = self.left.next() else { break };
            let documents = config_of(&input).ok().map(|own| self.pool.give(What::Input(input.clone()), own));
            self.under_way.push_back((input, documents));
        }
        self.under_way.pop_front()
    }
}

impl Queue {
    /// Does what is in the queue until nothing more can come.
    fn work(&self, shared: Shared<'_>) {
        while let Some(task) = self.next() {
            task.perform(shared);
        }
    }

    fn next(&self) -> Option<Task> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref()?.recv().ok()
    }
}

impl Task {
    fn perform(self, shared: Shared<'_>) {
        let Self { what, own, found } = self;
        let own = own.as_deref();
        let schemas = own.map_or(shared.schemas, |own| own.schemas(shared.schemas));
        // Where nobody takes what was found, nobody wants more.
        let hand_on = |opened: Opened| found.send(Ok(Found::Document(ready(opened, own, schemas, shared)))).is_ok();
        match what {
            What::Portion(source) => {
                hand_on(Opened { name: source.name.clone(), source: Ok(source), unless: 0..0 });
            }
            What::Input(input) => match content(shared.host, &input, shared.limits, schemas) {
                Ok(Content::Whole(bytes)) => {
                    let print = shared.known.and_then(|known| known.print(&bytes, own));
                    if shared.known.is_some_and(|known| known.is_unchanged(&input.name, print.as_ref())) {
                        return drop(found.send(Ok(Found::Unchanged)));
                    }
                    print.into_iter().for_each(|print| drop(found.send(Ok(Found::Print(print)))));
                    open(shared.host, shared.schemas, &input, bytes, &mut |opened| hand_on(opened));
                }
                Ok(Content::Long(portions)) => drop(found.send(Ok(Found::Long(portions)))),
                Err(error) => drop(found.send(Err(error))),
            },
        }
    }
}

/// Reads a document that was opened, unless it is long.
fn ready(opened: Opened, own: Option<&Own>, schemas: &Schemas, shared: Shared<'_>) -> Ready {
    let Shared { host, reader, options, .. } = shared;
    let source = opened.source.as_ref().ok().filter(|source| source.text.len() <= READ_AHEAD);
    let reading = source.map(|source| {
        let own_options = own.map(|own| own.options(&own.sees(host, &source.name), options));
        reader(source, schemas, own_options.as_ref().unwrap_or(options)).gather()
    });
    Ready { opened, reading }
}
