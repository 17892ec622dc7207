#!/usr/bin/env python3
"""What somebody who knows Python well writes in an afternoon for the two forms in seeds/: title, fields and links of each sheet.

A peer of scheda to measure against. It checks nothing, knows no place of a value, and reads these two forms alone.

usage: extract.py [--html selectolax|bs4] [--to ndjson|yaml] PATH...
"""

import argparse
import pathlib
import re
import sys

START = re.compile(r"(?:#+ )?Buona pratica: *(.+)|(SCHEDA RIASSUNTIVA DELLA BUONA PRATICA|BEST PRACTICE SUMMARY SHEET)$")
PAGE = re.compile(r"OS 2: Integrazione|Inclusione sociale ed economica SM|(?:# |\*\*)?ERASMI(?:\*\*)?$|Empowering Regional|for Migrant and Ref")
CAPITALS = re.compile(r"([A-ZÀÈÉÌÒÙ' ]{5,60}): *(.*)")
BULLETS = re.compile(r"^(?:[-*•]\s*)+")
TAGS = re.compile(r"<[^>]*>")
LABELS = {
    "OGGETTO DELLA BUONA PRATICA": "title",
    "BEST PRACTICE'S SUBJECT": "title",
    "ENTE PROMOTORE": "lead",
    "INSTITUTION": "lead",
    "DESCRIZIONE DELLA BUONA PRATICA": "description",
    "BEST PRACTICE'S DESCRIPTION": "description",
    "TERRITORIO DI ATTUAZIONE": "location",
    "IMPLEMENTATION CONTEXT AND TERRITORY": "location",
    "SOGGETTI COINVOLTI": "stakeholders",
    "STAKEHOLDERS INVOLVED": "stakeholders",
    "DESTINATARI DELL'AZIONE": "target_groups",
    "BENEFICIARIES": "target_groups",
    "RISULTATI FINORA RAGGIUNTI": "results",
    "RESULTS": "results",
    "PROSPETTIVE E OBIETTIVI FUTURI": "outlook",
    "FUTURE TARGETS AND PERSPECTIVES": "outlook",
    "OPPORTUNITA' DI TRASFERIBILITA' IN ALTRO CONTESTO": "transferability",
    "OPPORTUNITÀ DI TRASFERIBILITÀ IN ALTRO CONTESTO": "transferability",
    "OPPORTUNITY OF TRANSFERABILITY IN A DIFFERENT CONTEXT": "transferability",
    "PERSONA DI RIFERIMENTO": "contacts",
    "CONTACT PERSON": "contacts",
    "ALTRO": "other",
    "OTHER": "other",
}


def tidy(text):
    """A text on one line, without a bullet before it."""
    return BULLETS.sub("", " ".join(text.split()))


def parser(name):
    """What makes texts and links of a fragment of HTML, by one of two libraries."""
    if name == "bs4":
        from bs4 import BeautifulSoup

        def parse(html):
            soup = BeautifulSoup(html, "lxml")
            texts = [item.get_text() for item in soup.find_all(["li", "p"])] or [soup.get_text()]
            return texts, [link["href"] for link in soup.find_all("a", href=True)]
    else:
        from selectolax.lexbor import LexborHTMLParser

        def parse(html):
            tree = LexborHTMLParser(html)
            texts = [item.text() for item in tree.css("li, p")] or [tree.body.text()]
            return texts, [link.attributes["href"] for link in tree.css("a[href]")]
    return parse


def cell(html, parse):
    """The items and links of a cell; most cells are plain."""
    if "<" not in html:
        return [tidy(html)], []
    texts, links = parse(html)
    items = [tidy(item) for text in texts for item in text.split("•")]
    return [item for item in items if item], links


def new_record(match):
    """A record for the line that starts a sheet."""
    form, title = ("network", tidy(match[1])) if match[1] else ("report", "")
    return {"form": form, "title": title, "fields": {}, "links": []}


def records(lines, parse):
    """The record of each sheet."""
    record = label = None
    for line in lines:
        line = line.rstrip()
        if match := START.match(line):
            if record:
                yield finished(record)
            record, label = new_record(match), None
        elif not record or not line or PAGE.match(line):
            continue
        elif record["form"] == "network":
            label = network_line(record, label, line, parse)
        else:
            label = report_line(record, label, line)
    if record:
        yield finished(record)


def network_line(record, label, line, parse):
    """A row of the form on networks: a label, a tab, a value. One without a label goes on with the row before."""
    name, tab, html = line.partition("\t")
    if tab:
        label = tidy(TAGS.sub("", name)) or label
        if label:
            items, links = cell(html, parse)
            record["fields"].setdefault(label, []).extend(items)
            record["links"].extend(links)
    return label


def report_line(record, label, line):
    """A line of the report's form: a label in capitals, a colon, a value; the lines behind it belong to it."""
    match = CAPITALS.match(line)
    if match and match[1] in LABELS:
        label, line = LABELS[match[1]], match[2]
    if label:
        record["fields"].setdefault(label, []).append(tidy(line))
    return label


def finished(record):
    """A record with its title, and single values as such."""
    fields = {label: [value for value in values if value] for label, values in record["fields"].items()}
    record["title"] = record["title"] or " ".join(fields.get("title", []))
    record["fields"] = {label: values[0] if len(values) == 1 else values for label, values in fields.items()}
    return record


def writer(name):
    """What writes a record to standard output."""
    out = sys.stdout.buffer
    if name == "yaml":
        import yaml

        dump = {"Dumper": yaml.CSafeDumper, "allow_unicode": True, "sort_keys": False, "explicit_start": True, "encoding": "utf-8", "width": 100}
        return lambda record: yaml.dump(record, out, **dump)
    import orjson

    return lambda record: out.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--html", choices=["selectolax", "bs4"], default="selectolax")
    arguments.add_argument("--to", choices=["ndjson", "yaml"], default="ndjson")
    arguments.add_argument("paths", nargs="+", type=pathlib.Path)
    told = arguments.parse_args()
    parse, write = parser(told.html), writer(told.to)
    for path in told.paths:
        for record in records(path.read_text(encoding="utf-8").split("\n"), parse):
            write(record)


if __name__ == "__main__":
    main()
