//! Files of office programs on the command line.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{check, folder, scheda};

/// A PDF of one page with a line of text each 20 points, the values in a column of their own.
fn pdf(rows: &[(&str, &str)]) -> Vec<u8> {
    let mut content = String::from("BT /F1 12 Tf 50 760 Td 20 TL\n");
    for (label, value) in rows {
        content += &format!("({label}) Tj 150 0 Td ({value}) Tj -150 -20 Td\n");
    }
    content += "ET";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let (mut file, mut table) = (String::from("%PDF-1.4\n"), String::from("0000000000 65535 f \n"));
    for (number, object) in (1..).zip(&objects) {
        table += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let (start, size) = (file.len(), objects.len() + 1);
    file += &format!("xref\n0 {size}\n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
    file.into_bytes()
}

/// Whether `pdftotext` is there; where it is not, says that a test is skipped.
fn has_pdftotext() -> bool {
    let is_there = Command::new("pdftotext").arg("-v").output().is_ok();
    if !is_there {
        eprintln!("SKIPPED: pdftotext is not installed (Debian, Ubuntu: apt install poppler-utils)");
    }
    is_there
}

const ROWS: [(&str, &str); 4] = [
    ("Title", "Shared gardens"),
    ("Place", "Prato"),
    ("Description", "Forty plots are worked in pairs."),
    ("Results", "38 plots are in use."),
];

#[test]
fn a_pdf_is_read_by_pdftotext() {
    if !has_pdftotext() {
        return;
    }
    let folder = folder(&[("print.pdf", &pdf(&ROWS)), ("broken.pdf", b"%PDF-1.4\nno more")]);
    let output = scheda(folder.path(), &["convert", "print.pdf", "broken.pdf"]);
    check(&output, 2, "cannot read broken.pdf: pdftotext could not read it");
    let record = String::from_utf8(output.stdout).unwrap();
    for line in
        ["title: Shared gardens\n", "location: Prato\n", "results: 38 plots are in use.\n", "place: page 1, line 1\n"]
    {
        assert!(record.contains(line), "{record}");
    }
}

/// With `pdftohtml`, with one that fails and with one that writes something else.
#[test]
#[cfg(unix)]
fn a_pdf_is_read_whatever_pdftohtml_does() {
    use std::os::unix::fs::PermissionsExt;

    if !has_pdftotext() {
        return;
    }
    let folder = folder(&[("print.pdf", &pdf(&ROWS)), ("pdftohtml", b"")]);
    let fake = folder.path().join("pdftohtml");
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap_or_default());
    let whole = scheda(folder.path(), &["convert", "print.pdf"]).stdout;
    assert!(String::from_utf8_lossy(&whole).contains("title: Shared gardens\n"));
    for script in ["exit 1", "exit 127", "echo '<pdf2xml><page>'", "while :; do echo '<a>'; done", "kill -9 $$"] {
        fs::write(&fake, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&fake, fs::Permissions::from_mode(0o755)).unwrap();
        let output = super::command(folder.path(), &["convert", "print.pdf"]).env("PATH", &path).output().unwrap();
        assert_eq!(output.stdout, whole, "{script}");
    }
}

#[test]
#[cfg(unix)]
fn without_pdftotext_it_is_said_how_to_get_it() {
    let folder = folder(&[("print.pdf", &pdf(&ROWS)), ("a.txt", b"Title: x\nDescription: y\nResults: z\n")]);
    let mut command = super::command(folder.path(), &["convert", "print.pdf", "a.txt", "--quiet"]);
    let output = command.env("PATH", folder.path()).output().unwrap();
    check(
        &output,
        2,
        "cannot read print.pdf: the program pdftotext is needed to read PDF files and was not found; install it",
    );
    assert!(String::from_utf8(output.stdout).unwrap().contains("title: x"));
}

#[test]
fn documents_in_an_archive_are_read_and_named_behind_it() {
    let inbox = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/forms/inbox.zip");
    let folder = folder(&[]);
    fs::copy(inbox, folder.path().join("inbox.zip")).unwrap();
    let output = scheda(folder.path(), &["convert", "inbox.zip"]);
    check(&output, 2, "cannot read inbox.zip/sheets/broken.docx: ");
    let records = String::from_utf8(output.stdout).unwrap();
    for file in ["form.docx", "list.xlsx", "said.eml"] {
        assert!(records.contains(&format!("file: inbox.zip/sheets/{file}\n")), "{records}");
    }
}

#[test]
fn a_document_in_an_archive_is_read_by_its_name() {
    let inbox = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/forms/inbox.zip");
    let folder = folder(&[]);
    fs::copy(inbox, folder.path().join("inbox.zip")).unwrap();
    let run = |command, path| scheda(folder.path(), &[command, path]);
    let output = run("convert", "inbox.zip/sheets/form.docx");
    check(&output, 0, "1 record from 1 file");
    let report = String::from_utf8(run("inspect", "inbox.zip/sheets/form.docx").stdout).unwrap();
    assert!(report.starts_with("inbox.zip/sheets/form.docx: "), "{report}");
    check(&run("validate", "inbox.zip/sheets"), 2, "cannot read inbox.zip/sheets/broken.docx");
    check(
        &run("convert", "inbox.zip/gone.docx"),
        2,
        "cannot read inbox.zip/gone.docx: inbox.zip holds no such document",
    );
    check(&run("inspect", "inbox.zip"), 2, "name one of them, such as inbox.zip/sheets/broken.docx");
    check(&run("convert", "gone.zip/a.docx"), 2, "cannot read gone.zip/a.docx: there is no such file or folder");
}

#[test]
fn an_attachment_that_does_not_say_how_it_is_coded_keeps_its_letters() {
    let mail = b"Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\
        Content-Disposition: attachment; filename=\"=?iso-8859-1?Q?K=FCche.txt?=\"\r\n\r\n\
        Titel: K=FCche f=FCr alle\r\nBeschreibung: Man kocht.\r\nErgebnisse: Alle essen.\r\n--b--\r\n";
    let folder = folder(&[("mail.eml", mail)]);
    let record = String::from_utf8(scheda(folder.path(), &["convert", "mail.eml"]).stdout).unwrap();
    assert!(record.contains("title: Küche für alle\n"), "{record}");
    assert!(record.contains("file: mail.eml/Küche.txt\n"), "{record}");
}
