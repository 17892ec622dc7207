//! Documents that threads open and read ahead of their turn. They are handed on in the order of the inputs, one at a time, so that
//! a run says and writes the same for any number of threads.

use std::collections::VecDeque;
use std::iter::Fuse;
use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::Scope;

use scheda::source::Source;
use scheda::source::container::Opened;

use super::configs::{Own, schemas_of};
use super::documents::{Found, Ready, Shared};
use super::inputs::Input;

/// Inputs under way for each thread: enough that none waits while the first of them is written.
const WINDOW: usize = 4;
/// Portions of a long text that are under way beside one for each thread. They are of one length, so that few need to wait, and each
/// holds some megabytes.
const SPARE: usize = 2;
/// Bytes of text of a document that is read ahead of its turn. Of a longer one the sheets are made when they are asked for, so that
/// memory does not grow with their number.
const READ_AHEAD: usize = 1 << 20;

/// What an input holds, as it comes; or why it cannot be opened.
pub type Documents = Receiver<anyhow::Result<Found>>;

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

    /// How many inputs are under way at once at most.
    const fn inputs(&self) -> usize {
        self.jobs * WINDOW
    }

    /// How many portions of a long text are under way at once at most.
    pub const fn portions(&self) -> usize {
        self.jobs + SPARE
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
        while self.under_way.len() < self.pool.inputs() {
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
        // Where nobody takes what was found, nobody wants more.
        let mut hand_on = |it: anyhow::Result<Found>| found.send(it.map(|it| ahead(it, own, shared))).is_ok();
        match what {
            What::Input(input) => shared.find(&input, own, &mut hand_on),
            What::Portion(source) => {
                let opened = Opened { name: source.name.clone(), source: Ok(source), unless: 0..0 };
                hand_on(Ok(Found::Document(Box::new(Ready { opened, reading: None }))));
            }
        }
    }
}

/// The same, with what a document holds, unless it is long.
fn ahead(found: Found, own: Option<&Own>, shared: Shared<'_>) -> Found {
    let Found::Document(mut ready) = found else { return found };
    let Shared { host, reader, schemas, options, .. } = shared;
    let source = ready.opened.source.as_ref().ok().filter(|source| source.text.len() <= READ_AHEAD);
    ready.reading = source.map(|source| {
        let own_options = own.map(|own| own.options(&own.sees(host, &source.name), options));
        reader(source, schemas_of(own, schemas), own_options.as_ref().unwrap_or(options)).gather()
    });
    Found::Document(ready)
}
