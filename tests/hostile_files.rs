//! Files that are broken, locked or made to do harm: each is refused by name, fast, and the others are read.

mod common;

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use common::reading::opened;
use scheda::source::container::{Opened, Refused, Tools};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A ZIP archive of parts that repeat: name, beginning, what repeats, how often, end.
fn zip(parts: &[(&str, &str, &str, usize, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, begin, repeated, times, end) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(begin.as_bytes()).unwrap();
        let block = repeated.repeat(1024);
        (0..times / 1024).for_each(|_| writer.write_all(block.as_bytes()).unwrap());
        writer.write_all(repeated.repeat(times % 1024).as_bytes()).unwrap();
        writer.write_all(end.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const WORD: &str = "<w:document xmlns:w=\"w\"><w:body>";

fn docx(begin: &str, repeated: &str, times: usize, end: &str) -> Vec<u8> {
    let begin = [WORD, begin].concat();
    zip(&[("word/document.xml", &begin, repeated, times, &[end, "</w:body></w:document>"].concat())])
}

fn odf(kind: &str, content: &str) -> Vec<u8> {
    zip(&[
        ("mimetype", kind, "", 0, ""),
        (
            "content.xml",
            "<office:document-content xmlns:office=\"o\"><office:body>",
            content,
            1,
            "</office:body></office:document-content>",
        ),
    ])
}

fn open(name: &str, bytes: Vec<u8>) -> Vec<Opened> {
    let start = Instant::now();
    let opened = opened(name, bytes, &Tools { pdf: &|_| Err(Refused::NoPdfReader), is_label: &|_| false });
    // Without optimisation everything takes some times as long.
    let limit = Duration::from_secs(if cfg!(debug_assertions) { 60 } else { 2 });
    assert!(start.elapsed() < limit, "{name} took {:?}", start.elapsed());
    opened
}

/// Why a file is not read.
fn why(name: &str, bytes: Vec<u8>) -> String {
    let opened = open(name, bytes);
    let refused = opened.iter().find_map(|opened| opened.source.as_ref().err());
    refused.unwrap_or_else(|| panic!("{name} is read")).to_string()
}

fn assert_refused(name: &str, bytes: Vec<u8>, expected: &str) {
    let why = why(name, bytes);
    assert!(why.contains(expected), "{name}: {why}");
}

#[test]
fn bombs_meet_a_limit() {
    let text = docx("<w:p><w:r><w:t>", "aaaaaaaa", 4 << 20, "</w:t></w:r></w:p>");
    assert_refused("one long text.docx", text, "over the limit of 32 MiB (of one tag or text 2 MiB)");
    let long = ["<w:p><w:r><w:t>", &"Forty plots of city land. ".repeat(40), "</w:t></w:r></w:p>"].concat();
    assert_refused("long.docx", docx("", &long, 5000, ""), "its text is over the limit of 4 MiB");
    let short = docx("", "<w:p><w:r><w:t>x</w:t></w:r></w:p>", 31_000, "");
    assert_refused("short.docx", short, "the number of its lines is over the limit of 30000");
    let wide = docx(
        "<w:tbl><w:tr>",
        "<w:tc><w:tcPr><w:gridSpan w:val=\"99999\"/></w:tcPr><w:p/></w:tc>",
        1000,
        "</w:tr></w:tbl>",
    );
    assert_refused("wide.docx", wide, "the number of cells in a row is over the limit of 1000");
    let cell = "<w:tc><w:tcPr><w:gridSpan w:val=\"499\"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>";
    let spanned = docx("<w:tbl>", &["<w:tr>", cell, cell, "</w:tr>"].concat(), 29_000, "</w:tbl>");
    assert_refused("spanned.docx", spanned, "the number of its paragraphs and cells is over the limit of 200000");
}

#[test]
fn what_stands_beside_a_text_meets_a_limit() {
    let styles: String =
        (0..20_001).map(|nth| format!("<w:style w:styleId=\"s{nth}\"><w:basedOn w:val=\"s0\"/></w:style>")).collect();
    let links: String =
        (0..20_001).map(|nth| format!("<Relationship Id=\"h{nth}\" Type=\"t/hyperlink\" Target=\"u\"/>")).collect();
    let text = [WORD, "<w:p/></w:body></w:document>"].concat();
    let of_styles = "<Relationships><Relationship Id=\"r\" Type=\"t/styles\" Target=\"styles.xml\"/></Relationships>";
    let of_links = ["<Relationships>", &links, "</Relationships>"].concat();
    let styles = ["<w:styles xmlns:w=\"w\">", &styles, "</w:styles>"].concat();
    for (name, relations) in [("styles.docx", of_styles), ("links.docx", &of_links)] {
        let parts = [
            ("word/document.xml", text.as_str(), "", 0, ""),
            ("word/_rels/document.xml.rels", relations, "", 0, ""),
            ("word/styles.xml", &styles, "", 0, ""),
        ];
        assert_refused(name, zip(&parts), "the number of its styles and links is over the limit of 20000");
    }
    let styles = "<style:style style:family=\"text\" style:name=\"a\"/>".replace("\"a\"", "\"{}\"");
    let styles: String = (0..20_001).map(|nth| styles.replace("{}", &nth.to_string())).collect();
    let text = [styles.as_str(), "<office:text/>"].concat();
    let document = odf("application/vnd.oasis.opendocument.text", &text);
    assert_refused("styles.odt", document, "the number of its styles and links is over the limit of 20000");
}

#[test]
fn paragraphs_that_wait_for_the_end_of_their_cell_meet_a_limit() {
    let cell = docx("<w:tbl><w:tr><w:tc>", "<w:p><w:r><w:t>x</w:t></w:r></w:p>", 201_000, "</w:tc></w:tr></w:tbl>");
    assert_refused("cell.docx", cell, "the number of its paragraphs and cells is over the limit of 200000");
}

/// Ten thousand small sheets are no attack: each is read and let go before the next.
#[test]
fn many_small_sheets_are_read_one_after_the_other() {
    let files: Vec<String> = (0..10_000).map(|nth| format!("{nth}.txt")).collect();
    let parts: Vec<_> = files.iter().map(|name| (name.as_str(), "Title: x\n", "", 0, "")).collect();
    assert_eq!(open("many.zip", zip(&parts)).len(), 10_000);
    let more: Vec<String> = (0..20_001).map(|nth| format!("{nth}.txt")).collect();
    let parts: Vec<_> = more.iter().map(|name| (name.as_str(), "", "", 0, "")).collect();
    assert_refused("more.zip", zip(&parts), "the number of its parts is over the limit of 20000");
}

#[test]
fn tables_of_text_meet_a_limit() {
    assert_refused("wide.csv", b"x;".repeat(1 << 20), "the number of cells in a row is over the limit of 1000");
    assert_refused("big.csv", b"\"a\n".repeat(2 << 20), "its size is over the limit of 4 MiB");
    assert_refused("long.csv", b"a;b\n".repeat(31_000), "the number of its lines is over the limit of 30000");
}

#[test]
fn an_archive_of_bombs_is_left_alone_after_a_few() {
    let bomb = "x;".repeat(2_000);
    let files: Vec<String> = (0..9).map(|nth| format!("{nth}.csv")).collect();
    let parts: Vec<_> = files.iter().map(|name| (name.as_str(), bomb.as_str(), "", 0, "")).collect();
    let opened = open("bombs.zip", zip(&parts));
    let last = opened.last().unwrap().source.as_ref().unwrap_err().to_string();
    assert_eq!((opened.len(), last.as_str()), (4, "3 of its files are over a limit; those behind them are not read"));
}

#[test]
fn archives_in_archives_end_somewhere() {
    let big = zip(&[("zeros.pdf", "", "00000000", 5 << 20, "")]);
    assert_refused("big.zip", big, "its size is over the limit of 32 MiB");
    let many: Vec<String> = (0..9).map(|nth| format!("{nth}.pdf")).collect();
    let parts: Vec<_> = many.iter().map(|name| (name.as_str(), "", "0000000\n", 4 << 20, "")).collect();
    let last = open("many.zip", zip(&parts)).pop().unwrap().source.unwrap_err().to_string();
    assert_eq!(last, "what is packed in it is over the limit of 256 MiB");
    let text = zip(&[("long.txt", "", "Title: x", 1 << 20, "")]);
    assert_refused("text.zip", text, "its text is over the limit of 4 MiB");
    let mut nested = zip(&[("sheet.txt", "Title: x", "", 0, "")]);
    for _ in 0..30 {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("inner.zip", SimpleFileOptions::default()).unwrap();
        writer.write_all(&nested).unwrap();
        nested = writer.finish().unwrap().into_inner();
    }
    assert_refused("nested.zip", nested, "archives stand in one another more than 4 deep");
}

#[test]
fn nesting_without_end_is_refused() {
    let tables = docx("", "<w:tbl><w:tr><w:tc>", 100_000, "");
    assert_refused("tables.docx", tables, "the nesting of its XML is over the limit of 400 elements");
    let lists =
        odf("application/vnd.oasis.opendocument.text", &["<office:text>", &"<text:list>".repeat(100_000)].concat());
    assert_refused("lists.odt", lists, "the nesting of its XML is over the limit");
}

#[test]
fn entities_are_not_expanded() {
    let laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    let bytes =
        zip(&[("word/document.xml", laughs, "", 0, "<w:document xmlns:w=\"w\"><w:body><w:p/></w:body></w:document>")]);
    assert_refused("laughs.docx", bytes, "its XML declares entities");
    let outside = docx("<w:p><w:r><w:t>&file;</w:t></w:r></w:p>", "", 0, "");
    assert_refused("outside.docx", outside, "its XML declares entities");
}

#[test]
fn a_billion_empty_cells_cost_nothing() {
    let row = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
    let first = "<table:table-row><table:table-cell><text:p>Title</text:p></table:table-cell><table:table-cell><text:p>Gardens</text:p></table:table-cell></table:table-row>";
    let sheet = |rows: &str| {
        let content =
            ["<office:spreadsheet><table:table table:name=\"A\">", rows, "</table:table></office:spreadsheet>"]
                .concat();
        odf("application/vnd.oasis.opendocument.spreadsheet", &content)
    };
    let opened = open("empty.ods", sheet(&[first, row].concat()));
    assert_eq!(opened[0].source.as_ref().unwrap().text.trim(), "Title\tGardens");
    let full = row.replace("/></table:table-row>", "><text:p>x</text:p></table:table-cell></table:table-row>");
    assert_refused("full.ods", sheet(&full), "over the limit of");
}

#[test]
fn sparse_workbooks_are_read_by_their_cells() {
    let book = |cells: &str| {
        zip(&[
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                "",
                0,
                "",
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                "",
                0,
                "",
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "",
                0,
                "",
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "",
                0,
                "",
            ),
            (
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
                cells,
                1,
                "</sheetData></worksheet>",
            ),
        ])
    };
    let cell =
        |at: &str, row: u32| format!("<row r=\"{row}\"><c r=\"{at}{row}\" t=\"inlineStr\"><is><t>x</t></is></c></row>");
    let tall = open("tall.xlsx", book(&[cell("A", 1), cell("B", 1_048_576)].concat()));
    assert_eq!(tall[0].source.as_ref().unwrap().text.split_whitespace().count(), 2);
    assert_refused("wide.xlsx", book(&cell("XFD", 1_048_576)), "the number of columns is over the limit of 1000");
}

#[test]
fn what_is_broken_locked_or_old_is_named() {
    let whole = docx("<w:p><w:r><w:t>Title: x</w:t></w:r></w:p>", "", 0, "");
    assert_refused("cut.docx", whole[..whole.len() / 2].into(), "damaged or cut short");
    assert_refused("unclosed.docx", zip(&[("word/document.xml", WORD, "<w:p>", 1, "")]), "damaged or cut short");
    let ole = |inside: &str| {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.extend(inside.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    assert_refused("locked.docx", ole("EncryptedPackage"), "the file is encrypted");
    assert_refused("old.doc", ole("WordDocument"), "save it as .docx");
    assert_refused("old.xls", ole("Workbook"), "save it as .xlsx");
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let locked = zip(&[
        ("mimetype", "application/vnd.oasis.opendocument.text", "", 0, ""),
        ("META-INF/manifest.xml", manifest, "", 0, ""),
        ("content.xml", "\u{1}\u{2}", "", 0, ""),
    ]);
    assert_refused("locked.odt", locked, "the file is encrypted");
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_named() {
    let expected = "its name ends in .docx, but it is ";
    assert_refused("page.docx", b"<html><p>Title: x</p></html>".into(), expected);
    assert_refused("print.docx", b"%PDF-1.7".into(), expected);
    assert_refused("things.docx", zip(&[("a.txt", "x", "", 0, "")]), expected);
    assert_refused("text.pdf", b"Title: x".into(), "its name ends in .pdf");
    assert_refused("print.pdf", b"%PDF-1.7".into(), "pdftotext is needed");
}

#[test]
fn a_bad_file_in_an_archive_leaves_the_others_alone() {
    let bytes = zip(&[("a.docx", "PK\u{3}\u{4}", "", 0, ""), ("b.txt", "Title: x\n", "", 0, "")]);
    let read: Vec<bool> = open("inbox.zip", bytes).iter().map(|opened| opened.source.is_ok()).collect();
    assert_eq!(read, [false, true]);
}
