#!/usr/bin/env python3
"""Counts what `scheda` reads right, wrong and blank in a set of documents with the records expected of them (README.md)."""
import argparse
import collections
import difflib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What a record says of itself, or what has no expected value: never counted.
UNCOUNTED = {"schema", "id", "short_title", "language", "derived", "covers", "sections", "unmapped", "identifiers", "collection", "extra",
             "source", "provenance"}
CONTACT_PARTS = ("name", "role", "organisation", "email", "phone", "note")
# So much of the words of a value must be the same, in the same order, for it to be right.
ALIKE = 0.9

Score = collections.Counter


def run(scheda, *arguments):
    """What a command writes to standard output."""
    return subprocess.run([scheda, *arguments], capture_output=True, text=True, check=False).stdout


def words(value):
    """The words of a value, however it is marked up: of links, lists and texts alike."""
    if isinstance(value, list):
        value = "\n".join(map(str, value))
    value = re.sub(r"\]\([^)]*\)", "]", str(value))
    return re.findall(r"\w+", value.casefold().replace("_", " "))


def urls(links):
    """Each address without what differs in spelling alone, with its alternatives."""
    def spelt(link):
        return re.sub(r"^https?://|/$", "", link.casefold())
    every = [link.get("any", [link.get("url")]) if isinstance(link, dict) else [link] for link in links]
    return [{spelt(one) for one in alternatives} for alternatives in every]


def same_links(expected, found):
    """Whether each address is one of the alternatives of another that is expected."""
    left = urls(found)
    for alternatives in urls(expected):
        match = next((link for link in left if link & alternatives), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def alike(expected, found):
    """Whether a value is the one expected."""
    if isinstance(expected, dict) and "any" in expected:
        return any(alike(one, found) for one in expected["any"])
    if isinstance(expected, list) and any(isinstance(item, dict) for item in expected):
        expected = [closest(item, found) for item in expected]
    expected, found = words(expected), words(found)
    return expected == found or difflib.SequenceMatcher(None, expected, found, autojunk=False).ratio() >= ALIKE


def closest(item, found):
    """An item of a list; of one with alternatives the longest whose words were found in their order."""
    if not isinstance(item, dict):
        return item
    run = " ".join(words(found))
    said = [one for one in item["any"] if " ".join(words(one)) in run]
    return max(said or item["any"], key=len)


def contact_pairs(expected, found):
    """Each expected contact with the found one that says most of the same, and those that nobody expects."""
    left = list(found)
    for person in expected:
        same = [sum(part in one and alike(value, one[part]) for part, value in person.items()) for one in left]
        best = max(range(len(left)), key=same.__getitem__, default=None)
        yield person, left.pop(best) if best is not None and same[best] else {}
    for person in left:
        yield {}, person


def compare(expected, found, open_keys):
    """(verdict, pointer, expected, found) of each value of a record."""
    for key in sorted((expected.keys() | found.keys()) - UNCOUNTED - open_keys):
        if key == "contacts":
            for at, (wanted, got) in enumerate(contact_pairs(expected.get(key, []), found.get(key, []))):
                for part in CONTACT_PARTS:
                    if f"contacts.{part}" not in open_keys:
                        yield from verdict(f"/contacts/{at}/{part}", wanted.get(part), got.get(part), alike)
        elif key == "links":
            yield from verdict("/links", expected.get(key), found.get(key), same_links)
        else:
            yield from verdict(f"/{key}", expected.get(key), found.get(key), alike)


def verdict(pointer, expected, found, same):
    """What to say of one value; nothing where there is none on either side."""
    if expected is None and found is None:
        return
    if found is None:
        yield "blank", pointer, expected, found
    elif expected is not None and same(expected, found):
        yield "right", pointer, expected, found
    else:
        yield "wrong", pointer, expected, found


def told(record, pointer, findings):
    """Whether a finding stands on a line that the value was read from."""
    key = "/" + pointer.split("/")[1]
    lines = {span["line"] for at, value in record.get("provenance", {}).items() if at == key or at.startswith(key + "/")
             for span in value.get("spans", [])}
    return any(finding.get("line", 0) <= line <= finding.get("end_line", 0) for finding in findings for line in lines)


def score_document(scheda, document):
    """The class of a document, what was counted in it, and the values that are not right."""
    wanted = json.loads(document.with_suffix(".json").read_text(encoding="utf-8"))
    records = json.loads(run(scheda, "convert", str(document), "--to", "json", "--provenance", "--quiet", "--no-config") or "[]")
    findings = json.loads(run(scheda, "validate", str(document), "--format", "json", "--no-config") or "{}").get("findings", [])
    count, notes = Score(), []
    for at in range(max(len(wanted["records"]), len(records))):
        expected = wanted["records"][at] if at < len(wanted["records"]) else {}
        record = records[at] if at < len(records) else {}
        for how, pointer, left, right in compare(expected, record, set(wanted.get("open", []))):
            count[how] += 1
            if how == "wrong" and not told(record, pointer, findings):
                count["silent"] += 1
                how = "WRONG"
            if how != "right":
                notes.append((how, at + 1, pointer, left, right))
    return wanted["class"], count, notes, sorted({finding["code"] for finding in findings})


def percent(part, whole):
    """A share in percent."""
    return f"{100 * part / whole:.1f}" if whole else "–"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", type=pathlib.Path, help="folder with documents and their JSON")
    parser.add_argument("-v", "--verbose", action="store_true", help="each value that is wrong or blank")
    parser.add_argument("--scheda", default=os.environ.get("SCHEDA", ROOT / "target/release/scheda"), help="the program")
    options = parser.parse_args()
    documents = sorted(path for path in options.set.iterdir() if path.suffix != ".json" and path.with_suffix(".json").exists())
    if not documents:
        sys.exit(f"{options.set} holds no document with a .json beside it")
    totals, whole = collections.defaultdict(Score), collections.defaultdict(Score)
    for document in documents:
        kind, count, notes, codes = score_document(str(options.scheda), document)
        totals[kind] += count
        whole[kind]["documents"] += 1
        whole[kind]["silent"] += count["silent"] > 0
        if options.verbose and notes:
            print(f"\n== {document.name} ({kind}) right {count['right']}, wrong {count['wrong']}, blank {count['blank']}; {', '.join(codes)}")
            for how, at, pointer, expected, found in notes:
                print(f"  {how} {at}{pointer}\n    expected {json.dumps(expected, ensure_ascii=False)}\n    found    {json.dumps(found, ensure_ascii=False)}")
    print("| class | documents | values | right % | wrong % | wrong and no finding there % | blank % | documents without such |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for kind, count in sorted(totals.items()):
        values = count["right"] + count["wrong"] + count["blank"]
        shares = " | ".join(percent(count[how], values) for how in ("right", "wrong", "silent", "blank"))
        documents, silent = whole[kind]["documents"], whole[kind]["silent"]
        print(f"| {kind} | {documents} | {values} | {shares} | {documents - silent} |")


if __name__ == "__main__":
    main()
