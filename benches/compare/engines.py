#!/usr/bin/env python3
"""Runs `scheda convert --framed` under engines that people use for many documents: alone, GNU parallel, PySpark's pipe.

usage: engines.py [--scheda PATH] [--files N] [--spark PYTHON] [--wait SECONDS]

Makes one-sheet documents out of seeds/, one a line, and prints for each engine how many documents a second it gets through, from the
start of its process to its end, and whether it gave the same records. An engine that is not installed is left out by name.
"""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

import corpus
import measure

SPARK = """
import sys
from pyspark import SparkConf, SparkContext
lines, scheda, cores, out = sys.argv[1:]
conf = SparkConf().setMaster(f"local[{cores}]").setAppName("scheda").set("spark.ui.enabled", "false").set("spark.log.level", "ERROR")
context = SparkContext(conf=conf)
answers = context.textFile(lines, minPartitions=int(cores) * 4).pipe(f"{scheda} convert --framed", checkCode=True)
answers.saveAsTextFile(out)
context.stop()
"""


def write_lines(path, count):
    """Writes documents, one a line."""
    forms = corpus.forms(False)
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            document = {"name": f"s{number:06}.txt", "text": corpus.sheet(forms, number)}
            out.write(json.dumps(document, ensure_ascii=False) + "\n")


def answers(paths):
    """The answers in some files by the names of their documents."""
    found = {}
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            found.update((answer["name"], answer["records"]) for answer in map(json.loads, lines))
    return found


def timed(command, **options):
    """How long a command takes; None where it fails."""
    begin = time.monotonic()
    done = subprocess.run(command, stderr=subprocess.PIPE, **options)
    if done.returncode not in (0, 1):
        print(done.stderr.decode(errors="replace")[-2000:], file=sys.stderr)
        return None
    return time.monotonic() - begin


def alone(scheda, lines, folder):
    """One process."""
    out = folder / "alone.ndjson"
    with open(lines, "rb") as documents, open(out, "wb") as records:
        return timed([scheda, "convert", "--framed"], stdin=documents, stdout=records), [out]


def parallel(scheda, lines, folder, cores):
    """A process a core, fed by GNU parallel with a megabyte at a time."""
    out = folder / "parallel.ndjson"
    command = ["parallel", "--no-notice", "--pipe", "--keep-order", "--jobs", str(cores), "--block", "1M"]
    with open(lines, "rb") as documents, open(out, "wb") as records:
        return timed([*command, f"{scheda} convert --framed"], stdin=documents, stdout=records), [out]


def spark(python, scheda, lines, folder, cores):
    """A process a partition, fed by PySpark in local mode."""
    out = folder / "spark"
    took = timed([python, "-c", SPARK, str(lines), str(scheda), str(cores), str(out)], stdout=subprocess.DEVNULL)
    return took, sorted(out.glob("part-*"))


def has_spark(python):
    """Whether an interpreter has PySpark."""
    return shutil.which("java") and subprocess.run([python, "-c", "import pyspark"], capture_output=True).returncode == 0


def engines(options, lines, folder):
    """The engines that are installed, each with what runs it."""
    scheda, cores = options.scheda, 2
    found = {"one process": lambda: alone(scheda, lines, folder)}
    if shutil.which("parallel"):
        found[f"GNU parallel, {cores} processes"] = lambda: parallel(scheda, lines, folder, cores)
    else:
        print("left out: GNU parallel is not installed")
    if has_spark(options.spark):
        found[f"PySpark, local[{cores}]"] = lambda: spark(options.spark, scheda, lines, folder, cores)
    else:
        print("left out: PySpark or Java is not installed")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--scheda", type=pathlib.Path, default=pathlib.Path("target/release/scheda"))
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--spark", default=sys.executable, help="the Python that has PySpark")
    parser.add_argument("--wait", type=int, default=60)
    options = parser.parse_args()
    options.scheda = options.scheda.resolve()
    measure.wait_for_idle(options.wait)
    print(measure.machine())
    print(f"\n| {options.files} documents | seconds | documents a second | same records |\n| --- | ---: | ---: | --- |")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        lines = folder / "documents.ndjson"
        write_lines(lines, options.files)
        first = None
        for name, run in engines(options, lines, folder).items():
            took, paths = run()
            if took is None:
                print(f"| {name} | failed | | |")
                continue
            found = answers(paths)
            first = first or found
            print(f"| {name} | {took:.1f} | {options.files / took:.0f} | {'yes' if found == first else 'NO'} |")


if __name__ == "__main__":
    main()
