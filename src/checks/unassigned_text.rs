//! `unassigned-text`: text in a sheet that no field took.

use super::{Check, Context, Example, Rule};
use crate::diagnostic::{Code, Diagnostic, Finding, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::UnassignedText,
    severity: Severity::Warning,
    on: true,
    bad: Example::sheet(
        "\
Buona pratica: Orti

Nome della rete\tOrti condivisi
Luogo\tProva

Una riga senza etichetta.

Breve descrizione\tChi arriva e chi abita nel quartiere coltiva un orto.
",
    ),
    good: Example::sheet(
        "\
Buona pratica: Orti

Nome della rete\tOrti condivisi
Luogo\tProva
Breve descrizione\tChi arriva e chi abita nel quartiere coltiva un orto.
",
    ),
    check: Check::Sheet(check),
};

fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    findings.extend(context.unassigned.iter().map(|&span| Diagnostic::at(Finding::UnassignedText, span)));
}
