//! `scheda schema`

use super::host::Out;
use super::run::Run;

/// Prints the JSON Schema of the record.
pub fn run(run: &Run<'_>) -> anyhow::Result<()> {
    let mut out = run.out(Out::Stdout);
    out.text(&scheda::output::schema::json_schema())?;
    out.finish()
}
