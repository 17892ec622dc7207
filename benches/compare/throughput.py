#!/usr/bin/env python3
"""Measures scheda beside other programs that do the same, or less, with the same sheets. README.md says how to run it."""

import argparse
import datetime
import os
import pathlib
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass

import corpus
import measure

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = shutil.which("python3") or sys.executable


# How scheda ends where it reads something, where it finds no sheet, and where a text is over a limit.
UNREAD = (0, 1, 2)


class Missing(Exception):
    """A program, package, flag or room that a row needs is not there."""


@dataclass
class Row:
    """What was measured: ratios or amounts of several runs, and what they should be."""

    what: str
    figures: list
    floor: float | None = None
    goal: float | None = None
    at_most: bool = False
    unit: str = "×"
    detail: str = ""
    memory: int | None = None

    def verdict(self):
        """Which of the two the median reaches."""
        median = statistics.median(self.figures)
        reached = lambda wanted: median <= wanted if self.at_most else median >= wanted
        if self.floor is None:
            return "–"
        return "goal" if reached(self.goal) else "floor" if reached(self.floor) else "**no**"

    def line(self):
        """The row of the table."""
        median, spread = measure.spread(self.figures, lambda value: f"{value:.2f}" if value < 20 else f"{value:.0f}")
        sign = "≤" if self.at_most else "≥"
        wanted = [f"{sign} {value:g}" if value is not None else "–" for value in (self.floor, self.goal)]
        memory = f"{self.memory / 1024:.1f} MiB" if self.memory else "–"
        return f"| {self.what} | {median} {self.unit} | {spread} | {' | '.join(wanted)} | {self.verdict()} | {memory} | {self.detail} |"


class Bench:
    """The program, what it is told, and the texts, each made when it is first asked for."""

    def __init__(self, told, folder):
        self.scheda, self.runs, self.quick, self.folder = told.scheda, told.runs, told.quick, folder
        self.help = measure.output([self.scheda, "convert", "--help"]).decode()

    def convert(self, path, to, *flags):
        """The command that converts a file or folder as it does by default; it only keeps its warnings to itself."""
        return [self.scheda, "convert", str(path), "--to", to, "--quiet", *flags]

    def cores(self, count):
        """The flag for so many cores; a program without that flag takes one."""
        return ["--jobs", str(count)] if "--jobs" in self.help else []

    def needs(self, flag):
        """Leaves the row out if scheda has no such flag."""
        if flag not in self.help:
            raise Missing(f"scheda {flag}")

    def size(self, megabytes):
        """The size of a text for one of so many megabytes: with --quick never more than one."""
        return min(megabytes, 1) if self.quick else megabytes

    def text(self, megabytes):
        """A text of many sheets."""
        size = self.size(megabytes)
        path = self.folder / f"{size}.txt"
        if not path.exists():
            self.needs_room(size)
            corpus.write_text(path, size * corpus.MEGABYTE)
        return path

    def gigabyte(self):
        """Ten times as much as the text of 100 MB."""
        text, path = self.text(100), self.folder / "ten-times.txt"
        if not path.exists():
            self.needs_room(text.stat().st_size * 10 / corpus.MEGABYTE)
            corpus.write_copies(path, text, 10)
        return path

    def files(self):
        """A folder of files of one sheet."""
        path = self.folder / "sheets"
        if not path.exists():
            corpus.write_files(path, 200 if self.quick else 10_000)
        return path

    def hostile(self, name, part):
        """A text that is made to do harm, at a part of its size."""
        path = self.folder / f"{name}-{part}.txt"
        if not path.exists():
            corpus.write_hostile(path, name, part * 20 if self.quick else part)
        return path

    def needs_room(self, megabytes):
        """Leaves the row out if the disk would be nearly full."""
        if shutil.disk_usage(self.folder).free < 2 * megabytes * corpus.MEGABYTE:
            raise Missing(f"{megabytes:.0f} MB of free disk, twice")

    def beside(self, what, own, peer, floor=None, goal=None, at_most=False, runs=None):
        """A row for scheda's time beside a peer's: how many times as long scheda takes, or, of slower peers, they take."""
        times = measure.alternate({"own": own, "peer": peer}, runs or self.runs)
        pair = (times["own"], times["peer"]) if at_most else (times["peer"], times["own"])
        detail = " / ".join(seconds(statistics.median(values)) for values in pair)
        return Row(what, measure.ratios(*pair), floor, goal, at_most, "×", detail, measure.peak(own))


def seconds(value):
    """A time for people."""
    return f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def program(name):
    """The path of a program that must be there."""
    path = shutil.which(name)
    if not path:
        raise Missing(name)
    return path


def python(html, to, path):
    """The command of the peer in Python, if its packages are there."""
    modules = {"selectolax": ["selectolax", "orjson"], "bs4": ["bs4", "lxml", "yaml"]}[html]
    for module in modules:
        if subprocess.run([PYTHON, "-c", f"import {module}"], stderr=subprocess.DEVNULL).returncode:
            raise Missing(f"Python's {module}")
    return [PYTHON, str(HERE / "extract.py"), "--html", html, "--to", to, str(path)]


def hello(bench):
    """A Rust program that says hello and ends, compiled here."""
    source, path = bench.folder / "hello.rs", bench.folder / "hello"
    source.write_text('fn main() {\n    println!("hello");\n}\n')
    subprocess.run([program("rustc"), "-O", "-o", str(path), str(source)], check=True)
    return [str(path)]


# The rows, each a function that gives one or more of them.


def start(bench):
    """One sheet: how long the program takes to start and end."""
    sheet = next(corpus.SEEDS.glob("000_*"))
    what, own, peer = "one 8 KB sheet to YAML / bare Rust hello", bench.convert(sheet, "yaml"), hello(bench)
    yield bench.beside(what, own, peer, 2.0, 1.3, at_most=True, runs=bench.runs * 5)
    # What a linker wrote lies in the system's cache otherwise than a copy, which is what people install.
    copies = [copied(own, bench.folder / "copied-scheda"), copied(peer, bench.folder / "copied-hello")]
    yield bench.beside("the same, each program a copy, as an installation makes it", *copies, at_most=True, runs=bench.runs * 5)


def copied(command, path):
    """The same command with a copy of its program."""
    return [str(shutil.copy(command[0], path)), *command[1:]]


def in_process(bench):
    """One core, without a process around it: `cargo bench` runs both in turn."""
    cargo = [program("cargo"), "bench", "--quiet", "--manifest-path", str(ROOT / "Cargo.toml"), "--bench", "stages"]
    told = measure.output([*cargo, "--", "--pairs", str(bench.runs * 5)]).decode()
    lines = [line.split() for line in told.splitlines()]
    own, yardstick = [int(line[1]) for line in lines], [int(line[3]) for line in lines]
    detail = " / ".join(seconds(statistics.median(values) / 1e9) for values in (yardstick, own))
    yield Row("1 MB to NDJSON, in process: pulldown-cmark's parse / scheda", measure.ratios(yardstick, own), 0.25, 0.6, detail=detail)


def mawk(bench):
    """A script for mawk that makes the same records."""
    text = bench.text(10)
    peer = [program("mawk"), "-f", str(HERE / "extract.awk"), str(text)]
    yield agreed(bench, f"{bench.size(10)} MB to NDJSON: mawk / scheda", text, peer, 3, 6)


def selectolax(bench):
    """A script in Python, with the fastest packages."""
    text = bench.text(10)
    what = f"{bench.size(10)} MB to NDJSON: Python, selectolax + orjson / scheda"
    yield agreed(bench, what, text, python("selectolax", "ndjson", text), 7, 14)


def agreed(bench, what, text, peer, floor, goal):
    """A row beside a peer that makes records; it says how many of them."""
    own = bench.convert(text, "ndjson", *bench.cores(1))
    row = bench.beside(what, own, peer, floor, goal)
    counts = [measure.output(command).count(b"\n") for command in (peer, own)]
    row.detail += f"; {counts[0]} / {counts[1]} records"
    return row


def pandoc(bench):
    """pandoc, which makes no records, but reads the text as Markdown and writes it as JSON."""
    text = bench.text(10)
    peer = [program("pandoc"), "--from=gfm", "--to=json", str(text)]
    own = bench.convert(text, "ndjson", *bench.cores(1))
    yield bench.beside(f"{bench.size(10)} MB to NDJSON: pandoc, gfm to json / scheda", own, peer, 100, 180, runs=min(bench.runs, 3))


def bs4(bench):
    """A script in Python as most would write it."""
    text = bench.text(10)
    own, peer = bench.convert(text, "yaml", *bench.cores(1)), python("bs4", "yaml", text)
    yield bench.beside(f"{bench.size(10)} MB to YAML: Python, bs4 + CSafeDumper / scheda", own, peer, 25, 50, runs=min(bench.runs, 5))


def yaml(bench):
    """One format of ours beside another."""
    own, other = [bench.convert(bench.text(100), to, *bench.cores(1)) for to in ("yaml", "ndjson")]
    yield bench.beside(f"{bench.size(100)} MB: to YAML / to NDJSON", own, other, 1.5, 1.1, at_most=True)


def files(bench):
    """Many files, beside a program that does no more than open, read and close them."""
    folder, listed = bench.files(), bench.folder / "files.list"
    listed.write_bytes(b"\0".join(str(path).encode() for path in sorted(folder.iterdir())))
    cat = ["sh", "-c", f"{program('xargs')} -0 cat <{shlex.quote(str(listed))}"]
    count = f"{len(list(folder.iterdir())):,} files to NDJSON"
    yield bench.beside(f"{count} / `xargs cat`", bench.convert(folder, "ndjson"), cat, 2.5, 1.2, at_most=True)
    if bench.cores(1):
        yield bench.beside("the same with one core / `xargs cat`", bench.convert(folder, "ndjson", *bench.cores(1)), cat, at_most=True)


def jobs(bench):
    """Two cores beside one."""
    bench.needs("--jobs")
    text, folder, size = bench.text(100), bench.files(), bench.size(100)
    one, two = [bench.convert(text, "ndjson", *bench.cores(count)) for count in (1, 2)]
    yield bench.beside(f"{size} MB: one core / two", two, one, 1.7, 1.9)
    pair = f"{shlex.join(one)} & {shlex.join(one)} & wait"
    times = measure.alternate({"pair": ["sh", "-c", pair], "one": one}, bench.runs)
    limit = [2 * ratio for ratio in measure.ratios(times["one"], times["pair"])]
    yield Row(f"what the machine allows: {size} MB twice, one after the other / both at once", limit)
    one, two = [bench.convert(folder, "ndjson", *bench.cores(count)) for count in (1, 2)]
    yield bench.beside("the files: one core / two", two, one, 1.55, 1.75)


def memory(bench):
    """The most memory for a lot of text, and whether it grows with it."""
    threads = "two threads" if bench.cores(2) else "as it is without --jobs"
    commands = [bench.convert(text, "ndjson", *bench.cores(2)) for text in (bench.gigabyte(), bench.text(100))]
    peaks = [[measure.peak(command) for _ in range(min(bench.runs, 3))] for command in commands]
    large, small = [statistics.median(peak) / 1024 for peak in peaks]
    size = bench.size(100) * 10
    yield Row(f"peak memory for {size:,} MB, {threads}", [peak / 1024 for peak in peaks[0]], 64, 16, True, "MiB", memory=max(peaks[0]))
    yield Row(f"the same / for {size // 10} MB", measure.ratios(*peaks), 1.1, 1.0, True, "×", f"{large:.1f} / {small:.1f} MiB")
    for what, pieces in (("without a sheet's start", corpus.no_start), ("in one sheet", corpus.huge_line)):
        yield bounded(bench, f"peak memory for {size // 10} MB {what}", pieces(size // 10 * corpus.MEGABYTE))


def bounded(bench, what, pieces):
    """A row for the memory of a text that is over the limits: it may be refused, by their name."""
    path = bench.folder / "bounded.txt"
    corpus.write_pieces(path, pieces)
    command = bench.convert(path, "ndjson", *bench.cores(2))
    peaks = [measure.peak(command, UNREAD) for _ in range(min(bench.runs, 3))]
    return Row(what, [peak / 1024 for peak in peaks], 64, 64, True, "MiB", said(command), max(peaks))


def said(command):
    """How many records there are, or why there are none."""
    told = subprocess.run(command, capture_output=True)
    count = told.stdout.count(b"\n")
    message = told.stderr.decode().strip().split("\n")[0].replace("|", "\\|")
    return f"{count} record{'' if count == 1 else 's'}" if count else f"“{message}”"


def linear(bench):
    """Four times as much of what is made to do harm must take four times as long."""
    tiny = bench.folder / "tiny.txt"
    tiny.write_text(f"{corpus.FORM}{corpus.DESCRIPTION}Forty plots of city land.\n")
    for name, (_, _, what) in corpus.HOSTILE.items():
        sizes = {"tiny": tiny, "quarter": bench.hostile(name, 4), "whole": bench.hostile(name, 1)}
        commands = {size: bench.convert(path, "ndjson", *bench.cores(1)) for size, path in sizes.items()}
        yield growth(bench, f"a twentieth of {what}" if bench.quick else what, commands)


def growth(bench, what, commands):
    """A row for t(4n) / t(n), less what a run over one small sheet takes, which would hide growth."""
    times = measure.alternate(commands, min(bench.runs, 5), UNREAD)
    idle = statistics.median(times["tiny"])
    whole, quarter = [[max(value - idle, 1e-5) for value in times[size]] for size in ("whole", "quarter")]
    detail = " / ".join(seconds(statistics.median(times[size])) for size in ("whole", "quarter"))
    detail += f"; {said(commands['whole'])}"
    return Row(f"t(4n) / t(n): {what}", measure.ratios(whole, quarter), 5, 4.2, True, "×", detail, measure.peak(commands["whole"], UNREAD))


FUNCTIONS = (start, in_process, mawk, selectolax, pandoc, bs4, yaml, files, jobs, memory, linear)
ROWS = {row.__name__.replace("_", "-"): row for row in FUNCTIONS}

HEAD = """
| what | median | smallest – largest | floor | goal | reached | peak memory | times |
| --- | ---: | ---: | ---: | ---: | --- | ---: | --- |"""


def table(bench, names, wait):
    """Prints the rows as they come; gives what was left out."""
    left_out = []
    print(HEAD)
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        measure.wait_for_idle(wait)
        try:
            for row in ROWS[name](bench):
                print(row.line(), flush=True)
        except (Missing, measure.Failed) as reason:
            left_out.append(f"{name} ({reason})")
    return left_out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    every = list(ROWS)
    parser.add_argument("--rows", nargs="+", choices=every, default=every, metavar="NAME", help=f"only these: {', '.join(every)}")
    parser.add_argument("--runs", type=int, default=9, metavar="N", help="how often each command runs (9)")
    parser.add_argument("--scheda", default=str(ROOT / "target" / "release" / "scheda"), metavar="PATH", help="the program")
    parser.add_argument("--quick", action="store_true", help="tiny texts: whether every row works, not how fast it is")
    parser.add_argument("--wait", type=int, default=90, metavar="SECONDS", help="how long to wait for an idle machine before each row (90)")
    told = parser.parse_args()
    told.scheda = os.path.abspath(told.scheda)
    load = measure.wait_for_idle(told.wait)
    timer = "hyperfine" if shutil.which("hyperfine") else "Python's clock"
    print(f"{datetime.date.today()}, {measure.machine()}, load {load:.1f} at the start;")
    print(f"{told.runs} runs each, in turn, timed by {timer}, into /dev/null")
    if told.quick:
        print("Tiny texts (--quick): the figures say nothing.")
    if not measure.gnu_time():
        print("There is no GNU time: memory below 15 MiB is that of Python, which started the programs.")
    with tempfile.TemporaryDirectory() as folder:
        left_out = table(Bench(told, pathlib.Path(folder)), told.rows, told.wait)
    if left_out:
        print(f"\nLeft out: {'; '.join(left_out)}.")


if __name__ == "__main__":
    main()
