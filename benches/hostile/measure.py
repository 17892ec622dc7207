#!/usr/bin/env python3
"""Measures what scheda takes for files that are made to do harm. README.md says how."""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

CPU, MEMORY = 2.0, 64.0
GOOD = "Title: The last in the batch\nResults: 38 plots\nDescription: Forty plots of city land\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="the files to measure; all of them without a name")
    parser.add_argument("--scheda", default="target/release/scheda", help="the program")
    parser.add_argument("--make", metavar="FOLDER", help="only write the files into this folder")
    told = parser.parse_args()
    if told.make:
        return make(pathlib.Path(told.make), told.names)
    with tempfile.TemporaryDirectory() as folder:
        # What has made the files is large; its memory would count as that of the program that it starts.
        subprocess.run([sys.executable, __file__, "--make", folder, *told.names], check=True)
        whole = table(pathlib.Path(folder), os.path.abspath(told.scheda))
    return 0 if whole else 1


def make(folder, names):
    from files import FILES

    for name in names or FILES:
        what, data = FILES[name]
        (folder / name).write_bytes(data())
        print(f"{name}\t{what}", file=open(folder / "made.tsv", "a"))


def table(folder, scheda):
    """Prints a table; whether every file kept within the limits."""
    made = [line.split("\t") for line in (folder / "made.tsv").read_text().splitlines()]
    (folder / "good.txt").write_text(GOOD)
    print("| file | what it is | CPU | memory | what is said |\n| --- | --- | --- | --- | --- |")
    over = 0
    for name, what in made:
        seconds, mebibytes, said, whole = run(scheda, folder, name)
        over += not whole or seconds > CPU or mebibytes > MEMORY
        said = said if whole else "the batch ended"
        print(f"| {name} | {what} | {seconds:.2f} s | {mebibytes:.0f} MiB | {said} |", flush=True)
    print(f"\n{over} of {len(made)} take more than {CPU:.0f} s or {MEMORY:.0f} MiB, or end the batch.", file=sys.stderr)
    return over == 0


def run(scheda, folder, name):
    """The processor time, the largest memory of the program or a child of it, what is said, and whether the next file was read."""
    out, messages = folder / "out.ndjson", folder / "messages.txt"
    with open(out, "wb") as into, open(messages, "wb") as said:
        arguments = [scheda, "convert", name, "good.txt", "--to", "ndjson"]
        process = subprocess.Popen(arguments, cwd=folder, stdout=into, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    records, whole, error = 0, False, ""
    # Line by line: what this program holds when it starts the next is counted as its memory.
    for line in open(out):
        records, whole = records + 1, "The last in the batch" in line
    for line in open(messages, errors="replace"):
        error = line.strip() if line.startswith("error") else error
    error = error.removeprefix("error: ").removeprefix("cannot read ").removeprefix(f"{name}: ")
    error = "no sheet found" if error.startswith("error[no-sheet]") else error
    said = error if error and records < 2 else f"{records - 1} record" + "s" * (records != 2)
    whole = whole and process.returncode in (0, 1, 2)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said.replace("|", "\\|"), whole


if __name__ == "__main__":
    sys.exit(main())
