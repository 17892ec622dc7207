"""Makes the office documents that the tests read, with the programs that people use: python-docx, openpyxl, LibreOffice, pandoc.

Use: python3 tests/office/make.py            (needs python-docx, openpyxl, soffice, pandoc, poppler-utils,
and fonts-crosextra-carlito and -caladea, with which lines end where they do in Word)
"""
import base64, csv, datetime, html, io, pathlib, re, shutil, subprocess, tempfile, zipfile
from email.message import EmailMessage
from openpyxl import Workbook
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import RGBColor
from docx.opc.constants import RELATIONSHIP_TYPE

HERE = pathlib.Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "seeds"

INLINE = re.compile(r"\*\*(?P<strong>.+?)\*\*|<b>(?P<b>.+?)</b>|(?<![\w*])\*(?P<em>[^*\s][^*]*?)\*(?![\w*])|<i>(?P<i>.+?)</i>"
                    r"|\[(?P<words>[^\]]+)\]\((?P<url>[^)]+)\)|</?[a-z]+(?: [^<>@]*)?>")


def link(paragraph, words, url):
    """A hyperlink as Word writes it."""
    node = OxmlElement("w:hyperlink")
    node.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = OxmlElement("w:r")
    look = OxmlElement("w:rPr")
    style = OxmlElement("w:rStyle")
    style.set(qn("w:val"), hyperlinks(paragraph.part.document).style_id)
    look.append(style)
    run.append(look)
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    node.append(run)
    paragraph._p.append(node)


def hyperlinks(document):
    """The style that Word gives to links; without it LibreOffice prints them as words alone."""
    if "Hyperlink" not in document.styles:
        style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        style.font.underline, style.font.color.rgb = True, RGBColor(0x05, 0x63, 0xC1)
    return document.styles["Hyperlink"]


def runs(paragraph, text):
    """Text with the marks of Markdown and HTML as runs."""
    at = 0
    for found in INLINE.finditer(text):
        paragraph.add_run(html.unescape(text[at:found.start()]))
        at = found.end()
        strong = found["strong"] or found["b"]
        emphasis = found["em"] or found["i"]
        if strong:
            paragraph.add_run(html.unescape(strong)).bold = True
        elif emphasis:
            paragraph.add_run(html.unescape(emphasis)).italic = True
        elif found["url"]:
            link(paragraph, found["words"], found["url"])
    paragraph.add_run(html.unescape(text[at:]))


def fill(cell, text):
    """A cell: paragraphs and bullets of the HTML in it."""
    text = re.sub(r"<li[^>]*>\s*•?", "\n• ", text)
    text = re.sub(r"\s*•\s*•", " • ", text) if text.count("• •") else text
    text = re.sub(r"\s•\s", "\n• ", text) if "<ul" in text or text.lstrip().startswith("•") else text
    text = re.sub(r"</?(ul|p|li|br)[^>]*/?>", "\n", text)
    lines = [line.strip() for line in text.split("\n") if line.strip()] or [""]
    for nth, line in enumerate(lines):
        bullet = line.startswith("•")
        if nth == 0:
            paragraph = cell.paragraphs[0]
        else:
            paragraph = cell.add_paragraph()
        if bullet:
            paragraph.style = "List Bullet"
        runs(paragraph, line.lstrip("• ").strip() if bullet else line)


def seed(path):
    """A seed as somebody would have typed it into Word: its tables as tables, its lists as lists."""
    document = Document()
    lines = path.read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        line = lines[at].rstrip()
        if "\t" in line:
            rows = []
            while at < len(lines) and "\t" in lines[at]:
                rows.append(lines[at].split("\t", 1))
                at += 1
            table = document.add_table(rows=0, cols=2)
            table.style = "Table Grid"
            for label, value in rows:
                cells = table.add_row().cells
                fill(cells[0], label)
                fill(cells[1], value)
        elif not line.strip():
            document.add_paragraph()
            at += 1
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            runs(document.add_heading(level=level), line.lstrip("# "))
            at += 1
        elif re.match(r"\s*[-•*] ?\S", line) and not line.startswith("**"):
            # A bullet that one space sets in stands below the one before it.
            inner = line.startswith(" -") and lines[at - 1].startswith(("-", " -"))
            runs(document.add_paragraph(style="List Bullet 2" if inner else "List Bullet"), re.sub(r"^\s*[-•*]\s*", "", line))
            at += 1
        else:
            paragraph = document.add_paragraph()
            runs(paragraph, line.strip())
            at += 1
            while at < len(lines) and lines[at].strip() and "\t" not in lines[at] and not re.match(r"\s*[-•*#]", lines[at]):
                paragraph.add_run().add_break()
                runs(paragraph, lines[at].strip())
                at += 1
    return document


def office(to, *files, out):
    """Has LibreOffice write files in another format."""
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", to, "--outdir", str(out),
                        *map(str, files)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def seeds():
    out = HERE / "seeds"
    out.mkdir(exist_ok=True)
    for path in sorted(SEEDS.glob("0*.txt")):
        seed(path).save(out / f"{path.name[:3]}.docx")
    made = sorted(out.glob("*.docx"))
    office("odt", *made, out=out)
    office("pdf", *made, out=out)
    for path in sorted(out.glob("*.pdf")):
        laid_out(path)


# One grey point.
PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAefEPgAAAAABJRU5ErkJggg==")

FORM = [
    ("Title", "Shared gardens of Prato"),
    ("Organisation", "Il Melograno, social cooperative"),
    ("Start date", datetime.date(2019, 3, 1)),
    ("Place", "Prato, Tuscany"),
    ("Target groups", "asylum seekers\nfamilies of the neighbourhood"),
    ("Description", "Forty plots of city land are worked in pairs: a newcomer and a resident share one garden."),
    ("Results", "38 of the 40 plots are still in use after two years."),
    ("Contact person", "Lucia Bianchi, coordinator, lucia.bianchi@melograno.example"),
    ("Website", "https://melograno.example/gardens"),
]
SECOND = ["Repair café", "Town of Sample", datetime.date(2021, 9, 15), "Sample", "young people", "Neighbours mend what is broken.",
          "120 bicycles mended.", "Rita Sample, rita@example.org", "https://example.org/repair"]


def word(path):
    """A form in Word with what such forms have: merged cells, a nested table, lists, a footnote-like note, changes, a header."""
    document = Document()
    document.core_properties.created = datetime.datetime(2026, 1, 1)
    section = document.sections[0]
    section.header.paragraphs[0].text = "Sample project – sheets of good practice"
    section.footer.paragraphs[0].text = "Page 1"
    document.add_heading("Good practice", 1)
    table = document.add_table(rows=0, cols=3)
    table.style = "Table Grid"
    document.add_picture(io.BytesIO(PICTURE))
    head = table.add_row().cells
    head[0].merge(head[2]).text = "General information"
    for label, value in FORM:
        cells = table.add_row().cells
        cells[0].paragraphs[0].add_run(label).bold = True
        body = cells[1].merge(cells[2])
        lines = str(value).split("\n")
        body.paragraphs[0].text = lines[0]
        if len(lines) > 1:
            body.paragraphs[0].style = "List Bullet"
            for line in lines[1:]:
                body.add_paragraph(line, style="List Bullet")
        if label == "Results":
            inner = body.add_table(rows=1, cols=2)
            inner.rows[0].cells[0].text = "Outputs"
            inner.rows[0].cells[1].text = "a calendar of works; two handbooks"
        if label == "Target groups":
            body.add_paragraph("without children", style="List Bullet 2")
    results = table.rows[7].cells[1].paragraphs[0]
    results.add_run(" It ").italic = True
    changed(results, "ins", "grows.")
    changed(results, "del", "shrinks.")
    document.add_paragraph()
    document.add_heading("Transferability", 2)
    paragraph = document.add_paragraph("Any town with land that lies fallow can begin with ")
    paragraph.add_run("ten").bold = True
    paragraph.add_run(" plots; see ")
    link(paragraph, "the handbook", "https://example.org/handbook.pdf")
    paragraph.add_run(".")
    document.add_comment(paragraph.runs[0], text="Is this still true?", author="Ada", initials="A")
    document.save(path)


def changed(paragraph, kind, words):
    """A change that somebody has yet to accept."""
    node = OxmlElement(f"w:{kind}")
    node.set(qn("w:id"), "90")
    node.set(qn("w:author"), "Ada")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText" if kind == "del" else "w:t")
    text.text = words
    run.append(text)
    node.append(run)
    paragraph._p.append(node)


def excel(path, rows):
    book = Workbook()
    sheet = book.active
    sheet.title = "Practices"
    for row in rows:
        sheet.append(row)
    return book, sheet


def tables(out):
    book, sheet = excel("form", [[label, value] for label, value in FORM])
    sheet.column_dimensions["B"].width = 60
    sheet.row_dimensions[4].hidden = True
    second = book.create_sheet("Second")
    for (label, _), value in zip(FORM, SECOND):
        second.append([label, value])
    book.save(out / "form.xlsx")
    labels = [label for label, _ in FORM]
    book, sheet = excel("list", [labels, [value for _, value in FORM], SECOND])
    sheet["I2"].hyperlink = "https://melograno.example/gardens"
    sheet.column_dimensions["D"].hidden = True
    book.save(out / "list.xlsx")
    office("ods", out / "form.xlsx", out / "list.xlsx", out=out)
    with open(out / "list.csv", "w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows([labels, [value for _, value in FORM], SECOND])
    with open(out / "form.tsv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(FORM)


MARKDOWN = """# Shared gardens of Prato

## Description

Forty plots of city land are worked in pairs[^1]: a *newcomer* and a resident share one garden.

[^1]: Since 2023 also in threes.

## Target groups

- asylum seekers
    - without children
- families

## Results

1. 38 plots are in use.
2. Two handbooks are printed.

| Contact person | Lucia Bianchi, lucia.bianchi@melograno.example |
|----------------|-----------------|
| Website | <https://melograno.example/gardens> |
"""


def pandoc(out):
    for ending in ["docx", "odt"]:
        subprocess.run(["pandoc", "-f", "markdown", "-o", str(out / f"page.{ending}")], input=MARKDOWN.encode(), check=True)


def mails(out):
    def mail(*files):
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = "rita@example.org", "ada@example.org", "Our sheet – città"
        message["Date"] = "Thu, 01 Jan 2026 10:00:00 +0100"
        message.set_content("Title: Repair café\nDescription: Neighbours mend what is broken.\nResults: 120 bicycles mended.\n")
        for file in files:
            message.add_attachment(file.read_bytes(), maintype="application", subtype="octet-stream", filename=file.name)
        message.set_boundary("=-sample-=") if files else None
        return message.as_bytes()
    (out / "attached.eml").write_bytes(mail(out / "form.docx", out / "list.csv"))
    (out / "said.eml").write_bytes(mail())
    (out / "inbox.mbox").write_bytes(b"".join(b"From rita@example.org Thu Jan  1 10:00:00 2026\n" + it + b"\n"
                                              for it in [mail(), mail(out / "form.docx")]))
    with zipfile.ZipFile(out / "inbox.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ["form.docx", "list.xlsx", "said.eml"]:
            archive.writestr(zipfile.ZipInfo(f"sheets/{name}", (2026, 1, 1, 0, 0, 0)), (out / name).read_bytes())
        archive.writestr(zipfile.ZipInfo("sheets/broken.docx", (2026, 1, 1, 0, 0, 0)), b"PK\x03\x04 cut")


def forms():
    out = HERE / "forms"
    out.mkdir(exist_ok=True)
    word(out / "form.docx")
    office("odt", out / "form.docx", out=out)
    office("pdf", out / "form.docx", out=out)
    laid_out(out / "form.pdf")
    tables(out)
    pandoc(out)
    mails(out)
    for fixture, name in FIXTURES.items():
        folder = HERE.parents[1] / "fixtures" / fixture
        folder.mkdir(exist_ok=True)
        for file in [out / name, *([(out / name).with_suffix(".pdftohtml")] if name.endswith(".pdftotext") else [])]:
            shutil.copy(file, folder / f"input{file.suffix}")


# The fixtures that are forms of these.
FIXTURES = {
    "office-form-of-word": "form.docx", "office-form-of-libreoffice": "form.odt", "office-form-printed-to-pdf": "form.pdftotext",
    "office-page-of-pandoc-docx": "page.docx", "office-page-of-pandoc-odt": "page.odt",
    "office-workbook-of-forms": "form.xlsx", "office-workbook-of-forms-of-libreoffice": "form.ods",
    "office-workbook-with-a-sheet-in-each-row": "list.xlsx", "office-workbook-with-a-sheet-in-each-row-of-libreoffice": "list.ods",
    "office-table-with-semicolons": "list.csv", "office-table-with-tabs": "form.tsv",
}


def laid_out(path):
    """The text and the look of a PDF as scheda has them taken out; they stand in for the PDF in tests."""
    subprocess.run(["pdftotext", "-layout", "-enc", "UTF-8", str(path), str(path.with_suffix(".pdftotext"))], check=True)
    look = subprocess.run(["pdftohtml", "-q", "-xml", "-i", "-stdout", "-enc", "UTF-8", "-", "none"], input=path.read_bytes(),
                          stdout=subprocess.PIPE, check=True)
    path.with_suffix(".pdftohtml").write_bytes(look.stdout)
    path.unlink()


if __name__ == "__main__":
    seeds()
    forms()
