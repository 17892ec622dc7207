//! The documents that a file is, or holds as an archive or mail.

use anyhow::{anyhow, bail};
use scheda::portions::{Content, Limits, Portions};
use scheda::schemas::Schemas;
use scheda::source::container::{self, Opened, Refused, Tools};
use scheda::{Options, Reading};

use super::configs::{Own, schemas_of};
use super::content::{bytes, content};
use super::host::Host;
use super::inputs::Input;
use super::known::Known;
use super::open::Document;
use super::run::{Reader, Run};

/// What an input holds.
pub enum Found {
    /// What it is made of, before all else, where a run remembers that.
    Print(String),
    /// The same as the last time: nothing is read.
    Unchanged,
    /// A document.
    Document(Box<Ready>),
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

/// What is done with each thing that an input holds; whether to go on.
pub type HandOn<'h> = &'h mut dyn FnMut(anyhow::Result<Found>) -> bool;

/// All that it takes to open and read inputs, for several threads at once.
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

impl Shared<'_> {
    /// Opens an input and hands on what it holds, as long as that is wanted. A configuration may have other schemas for it.
    pub fn find(self, input: &Input, own: Option<&Own>, hand_on: HandOn<'_>) {
        let found = match content(self.host, input, self.limits, schemas_of(own, self.schemas)) {
            Ok(Content::Whole(bytes)) => return self.find_in(bytes, input, own, hand_on),
            Ok(Content::Long(portions)) => Ok(Found::Long(portions)),
            Err(error) => Err(error),
        };
        hand_on(found);
    }

    /// The same where its bytes are known, which may be those of the last time.
    fn find_in(self, bytes: Vec<u8>, input: &Input, own: Option<&Own>, hand_on: HandOn<'_>) {
        let print = self.known.and_then(|known| known.print(&bytes, own));
        if self.known.is_some_and(|known| known.is_unchanged(&input.name, print.as_ref())) {
            hand_on(Ok(Found::Unchanged));
        } else if print.is_none_or(|print| hand_on(Ok(Found::Print(print)))) {
            let ready = |opened| Box::new(Ready { opened, reading: None });
            open(self.host, self.schemas, input, bytes, &mut |opened| hand_on(Ok(Found::Document(ready(opened)))));
        }
    }
}

impl Run<'_> {
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

/// Opens an input and hands on its documents.
pub fn open(host: &dyn Host, schemas: &Schemas, input: &Input, bytes: Vec<u8>, take: container::Take<'_>) {
    let tools = Tools { pdf: &|pdf| host.pdf(pdf), is_label: &|words| schemas.is_label(words) };
    container::open(&input.name, bytes, &tools, take);
}

/// That an input holds nothing that is meant.
pub fn nothing_in(input: &Input) -> anyhow::Error {
    match &input.inside {
        Some(inside) => anyhow!("cannot read {inside}: {} holds no such document", input.name),
        None => anyhow!("cannot read {}: it holds no document", input.name),
    }
}

/// Why a document is not read.
pub fn cannot_read(name: &str, refused: &Refused) -> anyhow::Error {
    anyhow!("cannot read {name}: {refused}")
}
