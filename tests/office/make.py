"""Makes the office documents that the tests read, with the programs that people use: python-docx, openpyxl, LibreOffice, pandoc.

Use: python3 tests/office/make.py            (needs python-docx, openpyxl, soffice, pandoc, pdftotext's poppler-utils)
"""
import html, pathlib, re, subprocess, sys, tempfile
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
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
    text = OxmlElement("w:t")
    text.text = words
    run.append(text)
    node.append(run)
    paragraph._p.append(node)


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


if __name__ == "__main__":
    seeds()
