//! `decoded-as`: the file is not UTF-8.

use super::{Check, Example, Rule};
use crate::diagnostic::{Code, Severity};

/// The rule.
pub(super) const RULE: Rule = Rule {
    code: Code::DecodedAs,
    severity: Severity::Info,
    on: true,
    bad: Example::bytes("sheet.txt", b"Titolo: Orti in citt\xe0\nLuogo: Prova\nDescrizione: Un orto condiviso.\n"),
    good: Example::sheet(
        "\
Titolo: Orti in città
Luogo: Prova
Descrizione: Un orto condiviso.
",
    ),
    check: Check::Reader,
};
