"""Files that are broken, locked or made to do harm. The same bytes each time."""

import io
import zipfile
import zlib

FILES = {}

GOOD = "Title: Gardens %d\nResults: 38 plots\nDescription: Forty plots of city land\n\n"


def file(name, what):
    """Enters a function that makes the bytes or the text of a file."""

    def enter(make):
        FILES[name] = (what, lambda: data if isinstance(data := make(), bytes) else data.encode())
        return make

    return enter


# Containers


def archive(parts):
    """A ZIP archive of pairs of name and content."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as into:
        for name, content in parts:
            # A date of its own for each run would make other bytes.
            into.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def word(text, *parts):
    """A document of Word. Each part beside the text: kind, element, content."""
    relations = "".join(f'<Relationship Id="r" Type="x/{kind}" Target="{kind}.xml"/>' for kind, *_ in parts)
    beside = [(f"word/{kind}.xml", f'<w:{kind} xmlns:w="w">{content}</w:{kind}>') for kind, content in parts]
    main = f'<w:document xmlns:w="w"><w:body>{text}</w:body></w:document>'
    relations = ("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
    return archive([("word/document.xml", main), relations, *beside])


def paragraph(words):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def table(row, rows):
    return f"<w:tbl>{('<w:tr>' + row + '</w:tr>') * rows}</w:tbl>"


def cell(words, span=1):
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraph(words)}</w:tc>'


def libre(kind, content):
    """A document of LibreOffice."""
    kind = f"application/vnd.oasis.opendocument.{kind}"
    head, foot = '<office:document-content xmlns:office="o"><office:body>', "</office:body></office:document-content>"
    return archive([("mimetype", kind), ("content.xml", head + content + foot)])


def calc(rows):
    sheet = f'<office:spreadsheet><table:table table:name="A">{rows}</table:table></office:spreadsheet>'
    return libre("spreadsheet", sheet)


def calc_row(cells, repeated=1):
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def calc_cell(words="", repeated=1):
    words = words and f"<text:p>{words}</text:p>"
    return f'<table:table-cell table:number-columns-repeated="{repeated}">{words}</table:table-cell>'


def excel(rows, shared="", behind=""):
    """A workbook of Excel with one worksheet."""
    kinds = "http://schemas.openxmlformats.org/package/2006"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def relations(*targets):
        one = '<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>'
        inner = "".join(one % (nth, office, kind, target) for nth, (kind, target) in enumerate(targets, 1))
        return f'<Relationships xmlns="{kinds}/relationships">{inner}</Relationships>'

    sheet = '<sheet name="A" sheetId="1" r:id="rId1"/>'
    inside = relations(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"))

    return archive([
        ("[Content_Types].xml", f'<Types xmlns="{kinds}/content-types"/>'),
        ("_rels/.rels", relations(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{sheet}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", inside),
        ("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>{behind}</worksheet>'),
        ("xl/sharedStrings.xml", f'<sst xmlns="{main}">{shared}</sst>'),
    ])


def excel_cell(column, row):
    return f'<row r="{row}"><c r="{column}{row}" t="inlineStr"><is><t>x</t></is></c></row>'


def pdf(content, behind=""):
    """A PDF of one page with this content, and with this in what describes the page."""
    packed = zlib.compress(content.encode(), 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%s>>" % behind.encode(),
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


# Documents of Word and LibreOffice

LONG = "Forty plots of city land. " * 40
file("onelong.docx", "a text of 32 MiB")(lambda: word(paragraph("a" * (32 << 20))))
file("long.docx", "5,000 long paragraphs")(lambda: word(paragraph(LONG) * 5_000))
file("short.docx", "31,000 lines")(lambda: word(paragraph("x") * 31_000))
file("short29.docx", "29,000 lines, just within the limit")(lambda: word(paragraph("x") * 29_000))
file("labels.docx", "29,000 labels")(lambda: word(paragraph("Title: x") * 29_000))
file("cell.docx", "201,000 paragraphs in a cell")(lambda: word(table(f"<w:tc>{paragraph('x') * 201_000}</w:tc>", 1)))
file("wide.docx", "cells over 99,999 columns each")(lambda: word(table(cell("", 99_999) * 1_000, 1)))
file("wide2.docx", "29,000 rows over 998 columns each")(lambda: word(table(cell("Title", 499) * 2, 29_000)))
file("wide1000.docx", "198,000 cells, just within the limit")(lambda: word(table(cell("x") * 990, 200)))
file("wide_words.docx", "198,000 cells with a label")(lambda: word(table(cell("Title") * 990, 200)))
FORM = f"<w:tc>{paragraph('x')}</w:tc><w:tc>{paragraph('Title: a')}{paragraph('Results: b')}</w:tc>"
file("columns.docx", "9,500 rows with forms side by side")(lambda: word(table(FORM, 9_500)))
file("tables.docx", "100,000 tables in one another")(lambda: word("<w:tbl><w:tr><w:tc>" * 100_000))
DEEP = "<w:tbl><w:tr><w:tc>" * 120 + paragraph("Title") + "</w:tc></w:tr></w:tbl>" * 120
file("tables100.docx", "300 times 120 tables in one another")(lambda: word(DEEP * 300))
NOTE = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
file("notes.docx", "a footnote of 1,000 lines, cited 50,000 times")(
    lambda: word(NOTE * 50_000, ("footnotes", f'<w:footnote w:id="1">{paragraph("x") * 1_000}</w:footnote>'))
)


def styles(count):
    style = '<w:style w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>'
    return "styles", "".join(style % (nth, nth + 1) for nth in range(count))


file("styles.docx", "300,000 styles")(lambda: word("<w:p/>", styles(300_000)))
STYLED = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>x y</w:t></w:r></w:p>'
file("stylechain.docx", "29,000 paragraphs in a chain of 19,000 styles")(lambda: word(STYLED * 29_000, styles(19_000)))
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w"><w:body/></w:document>'
file("laughs.docx", "entities")(lambda: archive([("word/document.xml", LAUGHS)]))
file("outside.docx", "a reference to a file")(lambda: word(paragraph("&file;")))
file("lists.odt", "100,000 lists in one another")(lambda: libre("text", "<office:text>" + "<text:list>" * 100_000))

# Tables

TITLED = calc_row(calc_cell("Title") + calc_cell("Gardens"))
file("empty.ods", "17 billion empty cells")(lambda: calc(TITLED + calc_row(calc_cell("", 16_384), 1_048_576)))
file("full.ods", "17 billion cells")(lambda: calc(calc_row(calc_cell("x", 16_384), 1_048_576)))
file("tall.xlsx", "a cell in row 1,048,576")(lambda: excel(excel_cell("A", 1) + excel_cell("B", 1_048_576)))
file("wide.xlsx", "a cell in the last column of the last row")(lambda: excel(excel_cell("XFD", 1_048_576)))
file("emptycells.xlsx", "1.2 million empty cells")(
    lambda: excel("".join(f'<row r="{row}">{"<c/>" * 1_000}</row>' for row in range(1, 1_201)))
)
file("strings.xlsx", "900,000 shared strings")(
    lambda: excel('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', "<si><t>x</t></si>" * 900_000)
)
file("repeated.xlsx", "a string of a megabyte in 50,000 cells")(
    lambda: excel(
        "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 50_001)),
        f"<si><t>{'x ' * 500_000}</t></si>",
    )
)
MERGED = "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 200_000 + "</mergeCells>"
file("merges.xlsx", "200,000 merged ranges")(lambda: excel(excel_cell("A", 1), behind=MERGED))
file("wide.csv", "a million columns")(lambda: "x;" * (1 << 20))
file("big.csv", "6 MiB, quotes without an end")(lambda: '"a\n' * (2 << 20))
file("long.csv", "31,000 lines")(lambda: "a;b\n" * 31_000)
file("long29.csv", "29,000 lines, just within the limit")(lambda: "a;b\n" * 29_000)
file("titles.csv", "29,000 labels")(lambda: "Title;Gardens\nResults;38\n" * 14_500)
HEAD = "Title;Results;Description;Country;Year\n"


def listed(count):
    row = "Gardens %d;38 plots;Forty plots of city land;Italy;2020\n"
    return HEAD + "".join(row % nth for nth in range(count))


file("list5.csv", "5,000 practices, which are no attack")(lambda: listed(5_000))
file("list.csv", "29,000 practices")(lambda: listed(29_000))

# Archives and mails

file("bombs.zip", "9 tables over a limit")(lambda: archive((f"{nth}.csv", "x;" * 2_000) for nth in range(9)))
file("big.zip", "a file of 40 MiB")(lambda: archive([("zeros.pdf", "0" * (40 << 20))]))
file("many.zip", "9 files of 32 MiB")(lambda: archive((f"{nth}.pdf", "0000000\n" * (4 << 20)) for nth in range(9)))
file("text.zip", "a text of 8 MiB")(lambda: archive([("long.txt", "Title: x" * (1 << 20))]))


@file("nested.zip", "30 archives in one another")
def nested():
    inner = archive([("sheet.txt", "Title: x")])
    for _ in range(30):
        inner = archive([("inner.zip", inner)])
    return inner


@file("cubed.zip", "25 archives of 25 archives of 25 sheets")
def cubed():
    inner = archive((f"{nth}.txt", GOOD % nth) for nth in range(25))
    for _ in range(2):
        inner = archive([(f"{nth}.zip", inner) for nth in range(25)])
    return inner


file("broken.zip", "19,000 broken documents")(lambda: archive((f"{nth}.docx", "PK\3\4") for nth in range(19_000)))
file("parts.zip", "21,000 files")(lambda: archive((f"{nth}.txt", "x") for nth in range(21_000)))
file("sheets.zip", "2,000 sheets, which are no attack")(lambda: archive((f"{n}.txt", GOOD % n) for n in range(2_000)))
file("sheets15k.zip", "15,000 sheets")(lambda: archive((f"{nth}.txt", GOOD % nth) for nth in range(15_000)))
MAIL = "From a@example.org Mon Jan  1 00:00:00 2024\nFrom: a@example.org\nSubject: x\n\n"
file("sheets19k.mbox", "19,000 mails with a sheet")(lambda: "".join(MAIL + GOOD % nth for nth in range(19_000)))
DEEPER = "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n"
file("deep.eml", "20,000 parts in one another")(
    lambda: "From: a@example.org\n" + "".join(DEEPER % (nth, nth) for nth in range(20_000))
)
file("mails.eml", "5,000 mails in one another")(
    lambda: "From: a@example.org\n" + "Content-Type: message/rfc822\n\n" * 5_000 + "x"
)

# PDF

file("deep.pdf", "5 million lists in one another")(lambda: "%PDF-1.4\n1 0 obj\n" + "[" * 5_000_000)
LETTERS = (f"1 0 0 1 {nth * 7 % 600} {nth * 11 % 800} Tm (a) Tj " for nth in range(400_000))
file("letters.pdf", "a page of 400,000 letters")(lambda: pdf("BT /F 9 Tf " + "".join(LETTERS) + "ET"))
file("bomb.pdf", "a page of 64 MiB")(lambda: pdf("BT /F 9 Tf (" + "a" * (64 << 20) + ") Tj ET"))
PLOTS = (f"1 0 0 1 {nth % 6 * 100} {nth // 6 % 800} Tm (plot {nth}) Tj " for nth in range(8_000))
LINK = "<</Type/Annot/Subtype/Link/Rect[0 0 600 800]/A<</S/URI/URI(http://example.org/%d)>>>>"
file("links.pdf", "8,000 words with 9,500 links each")(
    lambda: pdf("BT /F 9 Tf " + "".join(PLOTS) + "ET", "/Annots[" + "".join(LINK % nth for nth in range(9_500)) + "]")
)
SIZES = (f"/F {nth % 300 + 4} Tf 1 0 0 1 {nth % 6 * 100} {nth // 6} Tm (plot {nth}) Tj " for nth in range(20_000))
file("sizes.pdf", "20,000 words in 300 sizes")(lambda: pdf("BT " + "".join(SIZES) + "ET"))

# Broken, locked, old or something else


def old(inside):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + inside.encode("utf-16-le")


file("cut.docx", "half of a document")(lambda: (whole := word(paragraph("Title: x")))[: len(whole) // 2])
file("unclosed.docx", "XML without an end")(
    lambda: archive([("word/document.xml", '<w:document xmlns:w="w"><w:body><w:p>')])
)
file("locked.docx", "encrypted")(lambda: old("EncryptedPackage"))
file("old.doc", "of Word 97")(lambda: old("WordDocument"))
file("page.docx", "a web page")(lambda: "<html><p>Title: x</p></html>")
file("things.docx", "another archive")(lambda: archive([("a.txt", "x")]))
