"""Makes fixtures of documents as people make them: forms with controls, text boxes, tables in tables, changes that nobody has accepted.

Use: python3 tests/office/people.py            (needs python-docx, openpyxl, soffice; then UPDATE_FIXTURES=1 cargo test --test fixtures)
"""
import datetime, pathlib, shutil, subprocess, tempfile
from email.message import EmailMessage
from docx import Document
from docx.oxml import parse_xml
from openpyxl import Workbook

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "fixtures"
BASE = "http://schemas.openxmlformats.org"
NAMES = (f'xmlns:w="{BASE}/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
         f'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="{BASE}/drawingml/2006/main" '
         f'xmlns:mc="{BASE}/markup-compatibility/2006" xmlns:wp="{BASE}/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml"')


def control(words, kind="<w:text/>", placeholder=False):
    """A content control; a placeholder is what it shows while nothing is filled in."""
    shows = "<w:showingPlcHdr/>" if placeholder else ""
    return parse_xml(f'<w:sdt {NAMES}><w:sdtPr>{shows}{kind}</w:sdtPr><w:sdtContent><w:r><w:t>{words}</w:t></w:r></w:sdtContent></w:sdt>')


def rows(document, *pairs):
    """A table of labels and values, whose value cells it gives."""
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for label, value in pairs:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
    return [row.cells[1].paragraphs[0] for row in table.rows]


def controls():
    """A form with content controls: words, a date, a choice, boxes to tick, and one that nobody has filled in."""
    document = Document()
    document.add_heading("GOOD PRACTICE FORM", 0)
    title, date, country, groups, _, results, _ = rows(
        document, ("Title of the practice", ""), ("Start date", ""), ("Country", ""), ("Target groups", ""),
        ("Description", "Every Friday forty people bake together."), ("Results", ""), ("Contact person", "Eva Gruber, eva.gruber@example.org"))
    title._p.append(control("Bread for neighbours"))
    date._p.append(control("25/03/2019", '<w:date w:fullDate="2019-03-25T00:00:00Z"/>'))
    country._p.append(control("Austria", '<w:dropDownList><w:listItem w:value="AT" w:displayText="Austria"/></w:dropDownList>'))
    for words, on in [("Refugees", 1), ("Elderly people", 0)]:
        box = f'<w14:checkbox><w14:checked w14:val="{on}"/></w14:checkbox>'
        groups._p.append(control("☒" if on else "☐", box))
        groups.add_run(f" {words}   ")
    results._p.append(control("Click or tap here to enter text.", placeholder=True))
    return document


def text_box():
    """A text box, which Word writes twice for old programs; inserted and deleted words; numbers and bullets of lists."""
    document = Document()
    document.add_heading("Repair café Sample", 1)
    box = "<w:txbxContent><w:p><w:r><w:t>Contact: Rita Sample, rita@example.org</w:t></w:r></w:p></w:txbxContent>"
    document.add_paragraph()._p.append(parse_xml(
        f'<w:r {NAMES}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="x"><wps:wsp>'
        f'<wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
        f'<mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'))
    document.add_heading("Where", 2)
    document.add_paragraph("Sample, three villages")
    document.add_heading("Description", 2)
    paragraph = document.add_paragraph("Neighbours mend ")
    for kind, words, tag in [("ins", "bicycles and radios", "t"), ("del", "cars", "delText")]:
        paragraph._p.append(parse_xml(f'<w:{kind} {NAMES} w:id="1" w:author="Ada"><w:r><w:{tag}>{words}</w:{tag}></w:r></w:{kind}>'))
    paragraph.add_run(" on Saturdays.")
    for heading, style, items in [("Results", "List Number", ["120 bicycles mended", "two jobs"]),
                                  ("Who benefits", "List Bullet", ["young people", "people without money"])]:
        document.add_heading(heading, 2)
        for item in items:
            document.add_paragraph(item, style=style)
    return document


def four_columns():
    """Two labels in each row, cells that are merged across and down, and a table in a cell."""
    document = Document()
    table = document.add_table(rows=6, cols=4)
    table.style = "Table Grid"
    for row, words in enumerate([("Title", "Sewing circle", "Country", "Italy"), ("Start date", "March 2020", "End date", "December 2022")]):
        for cell, word in zip(table.rows[row].cells, words):
            cell.text = word
    whole = {}
    for row, label in [(2, "Description"), (4, "Partners"), (5, "Contact")]:
        cells = table.rows[row].cells
        cells[0].text = label
        whole[label] = cells[1].merge(cells[3])
    table.rows[2].cells[0].merge(table.rows[3].cells[0])
    whole["Description"].text = "Twelve women sew bags."
    more = table.rows[3].cells
    more[1].merge(more[3]).text = "They sell them on the market."
    whole["Contact"].text = "Ada Rossi\nCoordinator\nada.rossi@example.org\n+39 02 1234567"
    inner = whole["Partners"].add_table(rows=2, cols=2)
    for row, words in zip(inner.rows, [("Town of Sample", "owner of the rooms"), ("Caritas", "pays the teacher")]):
        row.cells[0].text, row.cells[1].text = words
    return document


def two_sheets():
    """Two sheets in one document, each a table below the heading of the form."""
    document = Document()
    for title, place in [("Chess in the park", "Lyon"), ("Choir of the street", "Nantes")]:
        document.add_heading("FICHE DE BONNE PRATIQUE", 1)
        rows(document, ("Titre", title), ("Organisme", "Association Ville Vive"), ("Lieu", place), ("Public cible", "habitants du quartier"),
             ("Description", f"On se retrouve chaque samedi à {place}."), ("Résultats", "Trente personnes viennent."),
             ("Contact", "Luc Martin, luc.martin@example.org"))
        document.add_page_break()
    return document


def formats(path):
    """Percentages, a date shown as a month, and the results of formulas, which LibreOffice works out."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Title", "Country", "End date", "Description", "Impact", "Results"])
    sheet.append(["Gardens", "Italy", datetime.date(2021, 12, 1), "Forty plots.", 0.45, '=20+18&" plots"'])
    sheet.append(["Repair", "Austria", datetime.date(2022, 6, 1), "People mend.", 0.305, '=60*2&" bicycles"'])
    for row in (2, 3):
        sheet.cell(row, 3).number_format = "mmmm yyyy"
        sheet.cell(row, 5).number_format = "0.0%"
    with tempfile.TemporaryDirectory() as home:
        book.save(f"{home}/input.xlsx")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{home}/home", "--headless", "--convert-to", "xlsx", "--outdir",
                        f"{home}/out", f"{home}/input.xlsx"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.copy(f"{home}/out/input.xlsx", path)


def inner_tables():
    """A frame around the form, and tables inside cells: contacts with labels, partners without."""
    document = Document()
    document.add_heading("Good practice", 1)
    frame = document.add_table(rows=1, cols=1).cell(0, 0)
    form = frame.add_table(rows=0, cols=2)
    for label, value in [("Title", "Neighbours cook"), ("Country", "Italy"), ("Contact", ""), ("Partners", "Three of them:"),
                         ("Description", "Every Friday forty people cook together."), ("Results", "Forty meals a week.")]:
        cells = form.add_row().cells
        cells[0].text, cells[1].text = label, value
    contact = form.cell(2, 1).add_table(rows=0, cols=2)
    for label, value in [("Name", "Ada Rossi"), ("Role:", "Coordinator"), ("E-mail", "ada.rossi@example.org")]:
        cells = contact.add_row().cells
        cells[0].text, cells[1].text = label, value
    partners = form.cell(3, 1).add_table(rows=0, cols=3)
    for row in [("Caritas Sample", "Italy", "kitchen"), ("Verein Brotzeit", "Austria", "bread")]:
        for cell, words in zip(partners.add_row().cells, row):
            cell.text = words
    form.cell(3, 1).add_paragraph("and the city.")
    return document


LIST = [("Title", "Country", "Organisation", "Results"), ("Gardens", "Italy", "Caritas Sample", "38 plots"),
        ("Repair", "", "", "120 bicycles"), ("Choir", "Austria", "", "30 singers")]


def merged_rows():
    """A list in Word whose country and organisation are merged over several rows."""
    document = Document()
    table = document.add_table(rows=0, cols=4)
    for row in LIST:
        for cell, words in zip(table.add_row().cells, row):
            cell.text = words
    for first, last, column in [(1, 2, 1), (1, 3, 2)]:
        table.cell(first, column).merge(table.cell(last, column))
    return document


def merged_workbook(path):
    """The same in LibreOffice, which saves it as .xlsx or .ods."""
    book = Workbook()
    for row in LIST:
        book.active.append([words or None for words in row])
    book.active.merge_cells("B2:B3")
    book.active.merge_cells("C2:C4")
    with tempfile.TemporaryDirectory() as home:
        book.save(f"{home}/input.xlsx")
        subprocess.run(["soffice", f"-env:UserInstallation=file://{home}/home", "--headless", "--convert-to", path.suffix[1:], "--outdir",
                        f"{home}/out", f"{home}/input.xlsx"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.copy(f"{home}/out/input{path.suffix}", path)


def office(out):
    """A folder of the README: a document, a workbook with a practice in each row, and a mail with a document attached."""
    out.mkdir(exist_ok=True)
    document = Document()
    document.add_heading("Good practice", 1)
    rows(document, ("Title", "Sewing circle"), ("Organisation", "Caritas Sample"), ("Place", "Sample"), ("Target groups", "women of the district"),
         ("Description", "Twelve women sew bags and sell them on the market."), ("Contact", "Ada Rossi, ada.rossi@example.org"))
    document.core_properties.created = datetime.datetime(2026, 1, 1)
    document.save(out / "sewing.docx")
    book = Workbook()
    for row in [("Title", "Organisation", "Place", "Start date", "Target groups", "Description", "Contact"),
                ("Chess in the park", "Ville Vive", "Lyon", datetime.date(2021, 5, 1), "neighbours", "We play every Saturday.", "luc@example.org"),
                ("Choir of the street", "Ville Vive", "Nantes", datetime.date(2019, 9, 1), "neighbours", "Thirty people sing.", "luc@example.org")]:
        book.active.append(row)
    book.save(out / "two-practices.xlsx")
    document = Document()
    rows(document, ("Title", "Bread for neighbours"), ("Organisation", "Verein Brotzeit"), ("Place", "Graz"), ("Target groups", "refugees; elderly people"),
         ("Description", "Every Friday forty people bake together."), ("Contact", "Eva Gruber, eva.gruber@example.org"))
    document.core_properties.created = datetime.datetime(2026, 1, 1)
    document.save(out / "bread.docx")
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "eva.gruber@example.org", "office@example.org", "Our sheet"
    mail["Date"] = "Thu, 01 Jan 2026 10:00:00 +0100"
    mail.set_content("Dear colleague,\nhere is our sheet.\n")
    mail.add_attachment((out / "bread.docx").read_bytes(), maintype="application", subtype="octet-stream", filename="bread.docx")
    mail.set_boundary("=-sample-=")
    (out / "from-graz.eml").write_bytes(mail.as_bytes())
    (out / "bread.docx").unlink()


def folder(name):
    (FIXTURES / name).mkdir(exist_ok=True)
    return FIXTURES / name


if __name__ == "__main__":
    for name, document in [("office-form-with-controls", controls()), ("office-text-box-and-changes", text_box()),
                           ("office-table-of-four-columns", four_columns()), ("office-two-sheets-in-a-document", two_sheets()),
                           ("office-tables-in-cells", inner_tables()), ("office-list-with-merged-cells-of-word", merged_rows())]:
        document.core_properties.created = datetime.datetime(2026, 1, 1)
        document.save(folder(name) / "input.docx")
    office(FIXTURES.parent / "examples" / "office")
    formats(folder("office-workbook-with-percentages") / "input.xlsx")
    merged_workbook(folder("office-list-with-merged-cells") / "input.xlsx")
    merged_workbook(folder("office-list-with-merged-cells-of-libreoffice") / "input.ods")
