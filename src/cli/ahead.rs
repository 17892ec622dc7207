//! Documents that threads open and read ahead of their turn. They are handed on in the order of the inputs, one at a time, so that
//! a run says and writes the same for any number of threads.

use std::collections::VecDeque;
use std::iter::Fuse;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::Scope;

use scheda::schemas::Schemas;
use scheda::source::container::Opened;
use scheda::{Options, Reading};

use super::configs::Own;
use super::documents::open;
use super::host::Host;
use super::inputs::Input;
use super::run::{Reader, bytes};

/// Inputs under way for each thread: enough that none waits while the first of them is written.
const WINDOW: usize = 4;
/// Bytes of text of a document that is read ahead of its turn. Of a longer one the sheets are made when they are asked for, so that
/// memory does not grow with their number.
const READ_AHEAD: usize = 4 << 20;

/// A document that is open, with what it holds if that was read ahead of its turn.
pub struct Ready {
    /// The document.
    pub opened: Opened,
    /// What it holds, without the ledger.
    pub reading: Option<Reading>,
}

/// The documents of an input, as they come; or why it cannot be opened.
pub type Documents = Receiver<anyhow::Result<Ready>>;

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
}

/// An input that a thread is to open.
struct Task {
    input: Input,
    /// The configuration that holds for it.
    own: Option<Arc<Own>>,
    documents: SyncSender<anyhow::Result<Ready>>,
}

/// The inputs that wait for a thread.
#[derive(Default)]
pub struct Queue(Mutex<Option<Receiver<Task>>>);

/// The inputs of a run, opened by threads that end with it.
pub struct Ahead<I: Iterator<Item = Input>> {
    tasks: Sender<Task>,
    left: Fuse<I>,
    under_way: VecDeque<(Input, Option<Documents>)>,
    most: usize,
}

impl<I: Iterator<Item = Input>> Ahead<I> {
    /// Starts so many threads, which take what is in the queue.
    pub fn start<'s, 'e>(
        scope: &'s Scope<'s, 'e>,
        queue: &'s Queue,
        shared: Shared<'s>,
        jobs: usize,
        inputs: I,
    ) -> Self {
        let (tasks, waiting) = mpsc::channel();
        queue.0.lock().unwrap_or_else(PoisonError::into_inner).replace(waiting);
        for _ in 0..jobs {
            scope.spawn(move || queue.work(shared));
        }
        Self { tasks, left: inputs.fuse(), under_way: VecDeque::new(), most: jobs * WINDOW }
    }

    /// The next input with its documents; without them where the configuration that holds for it has mistakes, which are said when
    /// it is opened. `config_of` finds that configuration.
    pub fn next(
        &mut self,
        config_of: impl Fn(&Input) -> anyhow::Result<Option<Arc<Own>>>,
    ) -> Option<(Input, Option<Documents>)> {
        while self.under_way.len() < self.most {
            let Some(input) = self.left.next() else { break };
            let documents = config_of(&input).ok().map(|own| self.give(input.clone(), own));
            self.under_way.push_back((input, documents));
        }
        self.under_way.pop_front()
    }

    fn give(&self, input: Input, own: Option<Arc<Own>>) -> Documents {
        let (documents, taken) = mpsc::sync_channel(1);
        // Where nobody takes it, the threads have ended, and so has the run.
        drop(self.tasks.send(Task { input, own, documents }));
        taken
    }
}

impl Queue {
    /// Opens inputs until there are no more.
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
        let Self { input, own, documents } = self;
        let read = bytes(shared.host, &input);
        match read {
            Ok(bytes) => open(shared.host, shared.schemas, &input, bytes, &mut |opened| {
                documents.send(Ok(ready(opened, own.as_deref(), shared))).is_ok()
            }),
            Err(error) => drop(documents.send(Err(error))),
        }
    }
}

/// Reads a document that was opened, unless it is long.
fn ready(opened: Opened, own: Option<&Own>, shared: Shared<'_>) -> Ready {
    let Shared { host, reader, schemas, options } = shared;
    let source = opened.source.as_ref().ok().filter(|source| source.text.len() <= READ_AHEAD);
    let reading = source.map(|source| {
        let own_options = own.map(|own| own.options(&own.sees(host, &source.name), options));
        let schemas = own.map_or(schemas, |own| own.schemas(schemas));
        reader(source, schemas, own_options.as_ref().unwrap_or(options)).gather()
    });
    Ready { opened, reading }
}
