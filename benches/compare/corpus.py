#!/usr/bin/env python3
"""Makes texts to measure with out of the documents in seeds/: sheets that are all different, and the same bytes every time.

usage: corpus.py FOLDER [--files N] [--megabytes N ...] [--hostile N]
"""

import argparse
import pathlib
import re

SEEDS = pathlib.Path(__file__).resolve().parents[2] / "seeds"
PLACES = "Graz Cluj Porto Utrecht Leipzig Palermo Sevilla Rouen Malmö Gdańsk Ioannina Girona".split()

# What starts a sheet of the report, and what begins a page of it that is no sheet.
START = re.compile(r"^(SCHEDA RIASSUNTIVA DELLA BUONA PRATICA|BEST PRACTICE SUMMARY SHEET)\s*$")
BETWEEN = "WORKSHOP DI SCAMBIO"
# A line with a title in it: of a form, of the web page, of the slides.
TITLE = re.compile(r"^((## )?Buona pratica: |OGGETTO DELLA BUONA PRATICA:|BEST PRACTICE'S SUBJECT:|M\.I\.C\.R\.O\. –|# MIGLIORA)")
YEAR = re.compile(r"\b20[0-2]\d\b")
TOWN = re.compile(r"\b(Erfurt|Firenze|Trento)\b")
# What parts a long line into pieces that can change places.
SEPARATORS = ("<li>", " • ", ". ")

MEGABYTE = 1_000_000


class Dice:
    """Numbers that look thrown, the same in every version of Python: an LCG with the multiplier of PCG."""

    def __init__(self, number):
        self.state = number

    def below(self, limit):
        """A number from 0 on, smaller than the limit."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit


def seeds():
    """The texts of the five documents."""
    return [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]


def cut(report):
    """The sheets of the report, with the headers of the pages that they run over."""
    sheets, inside = [], False
    for line in report.split("\n"):
        if START.match(line):
            sheets.append([])
            inside = True
        inside = inside and BETWEEN not in line
        if inside:
            sheets[-1].append(line)
    return ["\n".join(lines) for lines in sheets]


def forms(marked):
    """The sheets that are varied: of the report each once, the two on networks three times, and, unless sheets must be marked by a line
    that starts them, the web page and the slides."""
    first, second, page, slides, report = seeds()
    return cut(report) + [first, second] * 3 + ([] if marked else [page, slides])


def sheet(forms, number):
    """A sheet whose title, years, town and sentences are its own."""
    dice = Dice(number)
    form = forms[dice.below(len(forms))]
    place, years = PLACES[dice.below(len(PLACES))], dice.below(20)
    lines = [f"{line} ({place} {number:07})" if TITLE.match(line) else vary(line, dice) for line in form.split("\n")]
    text = YEAR.sub(lambda year: str(2000 + (int(year[0]) + years) % 26), "\n".join(lines))
    return TOWN.sub(place, text).rstrip("\n") + "\n"


def vary(line, dice):
    """A long line with some of its pieces left out and the others in another order; the first and last stay where they are."""
    separator = next((mark for mark in SEPARATORS if mark in line), None) if len(line) > 160 else None
    if not separator or separator == ". " and "<" in line:
        return line
    first, *middle, last = line.split(separator)
    middle = [piece for piece in middle if dice.below(8)]
    turn = dice.below(max(1, len(middle)))
    return separator.join([first, *middle[turn:], *middle[:turn], last])


def write_files(folder, count):
    """So many files of one sheet each."""
    folder.mkdir(parents=True)
    own = forms(marked=False)
    for number in range(count):
        (folder / f"sheet-{number:05}.txt").write_bytes(sheet(own, number).encode())


def write_text(path, size):
    """Sheets one after the other, of nearly so many bytes; gives their number."""
    own, number, left = forms(marked=True), 0, size
    with open(path, "wb") as file:
        while True:
            piece = (sheet(own, number) + "\n\n").encode()
            if len(piece) > left:
                return number
            left -= file.write(piece)
            number += 1


def write_copies(path, text, count):
    """A text so many times, each time with other numbers in its titles, so that no two sheets are the same."""
    text = text.read_bytes()
    with open(path, "wb") as file:
        for copy in range(count):
            file.write(re.sub(rb" 0(\d{6}\))", rb" %d\1" % copy, text))


# Texts that are made to do harm, each for a size. A sheet stands at their head, so that there is a record to make.

FORM = "BEST PRACTICE SUMMARY SHEET\nINSTITUTION: Town of Sample\nBEST PRACTICE'S SUBJECT: Shared gardens\n"
DESCRIPTION = "BEST PRACTICE'S DESCRIPTION: "
NETWORK = "Buona pratica: SHARED GARDENS\n\nNome della rete\tShared gardens\nBreve descrizione\t"


def word(number):
    """A word of six letters; no two numbers have the same."""
    return "".join(chr(97 + number // 26**place % 26) for place in range(5, -1, -1))


def huge_line(size):
    """A description of so many bytes without a line end."""
    yield FORM + DESCRIPTION
    yield from (f"{word(number)} " for number in range(size // 7))
    yield "\n"


def unclosed_tags(count):
    """A cell with so many tags that nobody closes."""
    yield NETWORK
    yield from (f"<li><b>{word(number)} " for number in range(count // 2))
    yield "\n"


def distinct_labels(count):
    """A form with so many labels, no two the same."""
    yield NETWORK + "Forty plots of city land.\n"
    yield from (f"{word(number)} della rete\tthe garden of {word(number + 7)}\n" for number in range(count))


def headings(count):
    """A page with so many headings."""
    yield "# Shared gardens\n\n## Description\n\nForty plots of city land.\n\n## Target groups\n\nFamilies.\n\n## Results\n\n38 plots.\n\n"
    yield from (f"## On {word(number)}\n\nA {word(number + 7)} was built.\n\n" for number in range(count))


def no_start(size):
    """So many bytes of prose in which nothing starts a sheet."""
    sentence = "On Monday {} met {} by the river, and they spoke of {} until it rained.\n\n"
    yield from (sentence.format(word(number), word(number + 7), word(number + 77)) for number in range(size // 85))


def furniture(count):
    """A sheet in which a page ends at every line, so that of three lines one is a header and one a number of a page."""
    yield FORM + DESCRIPTION
    page = "the garden of {}, which\n\n\n\n\nReport on gardens of the Town of Sample\n{}\n\n"
    yield from (page.format(word(number), number + 1) for number in range(count // 3))


def many_sheets(count):
    """So many sheets of three lines."""
    yield from (f"{FORM.strip()} of {word(number)}\n{DESCRIPTION}Forty plots of {word(number)}.\n\n" for number in range(count))


# Each with the size that it is measured at, beside a quarter of it, and what it is. None is longer than a sheet may be by default.
HOSTILE = {
    "huge-line": (huge_line, 8 * MEGABYTE, "one line of 8 MB"),
    "unclosed-tags": (unclosed_tags, 1_000_000, "a million unclosed tags"),
    "distinct-labels": (distinct_labels, 80_000, "80,000 distinct labels"),
    "headings": (headings, 80_000, "80,000 headings"),
    "no-start": (no_start, 8 * MEGABYTE, "8 MB without a sheet's start"),
    "furniture": (furniture, 300_000, "furniture on every line, 300,000 lines"),
    "many-sheets": (many_sheets, 100_000, "100,000 sheets"),
}


def write_pieces(path, pieces):
    """A text that is never in memory as a whole."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)


def write_hostile(path, name, part):
    """One of them, at `1 / part` of its size."""
    make, size, _ = HOSTILE[name]
    write_pieces(path, make(size // part))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path, help="where to write; must not be there yet")
    parser.add_argument("--files", type=int, default=10_000, metavar="N", help="how many files of one sheet (10,000)")
    parser.add_argument("--megabytes", type=int, nargs="*", default=[1, 10, 100], metavar="N", help="sizes of texts of many sheets (1 10 100)")
    parser.add_argument("--hostile", type=int, metavar="N", help="also the hostile texts, at an Nth of their size")
    told = parser.parse_args()
    told.folder.mkdir(parents=True)
    write_files(told.folder / "sheets", told.files)
    for size in told.megabytes:
        print(f"{size} MB: {write_text(told.folder / f'{size}.txt', size * MEGABYTE)} sheets")
    for name in HOSTILE if told.hostile else []:
        write_hostile(told.folder / f"{name}.txt", name, told.hostile)


if __name__ == "__main__":
    main()
