//! The content of inputs.

use anyhow::anyhow;
use scheda::portions::{self, Content, Fault, Limits};
use scheda::schemas::Schemas;
use scheda::source::container::Refused;

use super::host::{Host, Kind};
use super::inputs::{Input, Place};
use super::run::plain;

/// The most bytes of a document that is read as one.
const DOCUMENT: usize = 256 << 20;

/// How long documents may be where every one is read as one.
pub const LIMITS: Limits = Limits { sheet: None, document: DOCUMENT };

/// The content of an input, all of it.
pub fn bytes(host: &dyn Host, input: &Input) -> anyhow::Result<Vec<u8>> {
    match content(host, input, LIMITS, Schemas::builtin())? {
        Content::Whole(bytes) => Ok(bytes),
        Content::Long(_) => Err(anyhow!("cannot read {} as one document", input.name)),
    }
}

/// The content of an input, in portions if it is a long text with many sheets.
pub fn content(host: &dyn Host, input: &Input, limits: Limits, schemas: &Schemas) -> anyhow::Result<Content> {
    open(host, input, limits, schemas).map_err(|fault| cannot_read(&input.name, &fault, limits))
}

fn open(host: &dyn Host, input: &Input, limits: Limits, schemas: &Schemas) -> Result<Content, Fault> {
    let reader = match &input.place {
        Place::Stdin => host.stdin(),
        Place::File(path) => {
            let size = match host.kind(path) {
                Ok(Kind::File(size)) => size,
                _ => 0,
            };
            if size > limits.document as u64 && !portions::may_be_long(&input.name, limits) {
                return Err(Fault::TooLarge);
            }
            host.open(path).map_err(Fault::Io)?
        }
    };
    portions::open(&input.name, reader, limits, schemas)
}

/// Whether an input is so long that it may be read in portions.
pub fn is_long(host: &dyn Host, input: &Input) -> bool {
    match &input.place {
        Place::Stdin => true,
        Place::File(path) => match host.kind(path) {
            Ok(Kind::File(size)) => size > portions::SHORT as u64,
            kind => kind.is_ok(),
        },
    }
}

/// Why an input, or the rest of it, is not read.
pub fn cannot_read(name: &str, fault: &Fault, limits: Limits) -> anyhow::Error {
    let why = match fault {
        Fault::Io(error) => plain(error),
        Fault::NotText(error) => anyhow!("{}", Refused::NotText(error.kind)),
        Fault::TooLarge => {
            anyhow!("it is larger than the limit of {} MiB; split it into smaller files", limits.document >> 20)
        }
        Fault::TooLong(line) => anyhow!(
            "no sheet starts in the {} bytes from line {line} on; if a sheet is that long, allow more with --max-sheet-bytes",
            limits.sheet.unwrap_or(limits.document)
        ),
    };
    anyhow!("cannot read {name}: {why:#}")
}
