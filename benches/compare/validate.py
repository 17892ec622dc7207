"""Validates the same records with scheda and with validators of JSON Schema, side by side. README.md says how to run it."""

import argparse
import json
import pathlib
import random
import shutil
import statistics
import sys
import tempfile

import measure

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = ROOT / "schemas" / "best-practice.schema.json"
WORDS = "gardens newcomers neighbours town workshop learning together every week municipality families report spring river kitchen".split()


def sentence(rng, words):
    text = " ".join(rng.choice(WORDS) for _ in range(words))
    return text[0].upper() + text[1:] + "."


def record(number):
    """A valid record of some four kilobytes."""
    rng = random.Random(number)
    paragraph = lambda: " ".join(sentence(rng, 12) for _ in range(4))
    return {
        "schema": 1,
        "id": f"practice-{number}",
        "title": f"Practice {number}: {sentence(rng, 4)[:-1]}",
        "language": "en",
        "start": f"{2000 + number % 20}-05",
        "lead_organisation": f"Town of Sample {number}",
        "partners": [sentence(rng, 3)[:-1] for _ in range(4)],
        "location": "Testford",
        "target_groups": ["families", "newcomers"],
        "description": f"Number {number}. " + "\n\n".join(paragraph() for _ in range(3)),
        "objectives": paragraph(),
        "results": paragraph() + "\n\n- " + "\n- ".join(sentence(rng, 6) for _ in range(5)),
        "success_factors": [sentence(rng, 8) for _ in range(4)],
        "contacts": [{"name": "Ada Rossi", "role": "coordinator", "email": f"ada{number}@example.org", "phone": "+39 0574 123456"}],
        "links": [{"label": "Website", "url": f"https://www.example.org/{number}"}],
    }


def scalar(text):
    # Every reader of YAML takes a JSON string for itself.
    return json.dumps(text, ensure_ascii=False)


def block(text, indent):
    lines = [" " * indent + line if line else "" for line in text.split("\n")]
    return "|-\n" + "\n".join(lines)


def to_yaml(record):
    lines = []
    for key, value in record.items():
        if isinstance(value, str):
            lines.append(f"{key}: {block(value, 2) if len(value) > 80 else scalar(value)}")
        elif isinstance(value, list):
            lines.append(f"{key}:")
            for item in value:
                if isinstance(item, dict):
                    pairs = [f"{name}: {scalar(part)}" for name, part in item.items()]
                    lines.append("  - " + "\n    ".join(pairs))
                else:
                    lines.append(f"  - {scalar(item)}")
        else:
            lines.append(f"{key}: {value}")
    return "\n".join(lines) + "\n"


def make_corpus(folder):
    for language in ("yaml", "json"):
        for name, count in (("one", 1), ("thousand", 1000)):
            own = folder / language / name
            own.mkdir(parents=True)
            for number in range(count):
                text = to_yaml(record(number)) if language == "yaml" else json.dumps(record(number), ensure_ascii=False, indent=2) + "\n"
                (own / f"r{number:04}.{language}").write_text(text, encoding="utf-8")


def tools(scheda):
    """Each tool with the command that validates some files; it is given a folder, the ending of its files, and the files."""
    return {
        "scheda": lambda folder, ending, files: [scheda, "validate", "--no-config", "--format", "json", str(folder)],
        "jsonschema-cli": lambda folder, ending, files: ["jsonschema-cli", "validate", str(SCHEMA), *sum((["-i", f] for f in files), [])],
        "ajv": lambda folder, ending, files: ["ajv", "validate", "--spec=draft7", "--strict=false", "-s", str(SCHEMA), "-d", f"{folder}/*.{ending}"],
        "check-jsonschema": lambda folder, ending, files: ["check-jsonschema", "--schemafile", str(SCHEMA), *files],
    }


def table(title, times, memory):
    """Prints what the tools took for the same records."""
    own = statistics.median(times["scheda"])
    print(f"\n| {title} | median | x scheda | fastest – slowest | memory |\n| --- | ---: | ---: | ---: | ---: |")
    for name, all_times in times.items():
        median = statistics.median(all_times)
        span = f"{min(all_times) * 1000:.1f} – {max(all_times) * 1000:.1f} ms"
        print(f"| {name} | {median * 1000:.1f} ms | {median / own:.1f} | {span} | {memory[name] / 1024:.1f} MiB |")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scheda", default=str(ROOT / "target" / "release" / "scheda"))
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--wait", type=int, default=60)
    arguments = parser.parse_args()
    known = tools(arguments.scheda)
    found = {name: command for name, command in known.items() if name == "scheda" or shutil.which(name)}
    missing = sorted(set(known) - set(found))
    load = measure.wait_for_idle(arguments.wait)
    print(f"{measure.machine()}, load {load:.1f} at the start, {arguments.runs} runs each, alternating")
    if missing:
        print(f"Not installed, so left out: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        make_corpus(folder)
        for count in ("one", "thousand"):
            for ending in ("yaml", "json"):
                own = folder / ending / count
                files = sorted(str(file) for file in own.iterdir())
                commands = {name: command(own, ending, files) for name, command in found.items()}
                runs = arguments.runs * 3 if count == "one" else arguments.runs
                times = measure.alternate(commands, runs)
                memory = {name: measure.peak(command) for name, command in commands.items()}
                table(f"{count} {'record' if count == 'one' else 'records'}, {ending.upper()}", times, memory)


if __name__ == "__main__":
    try:
        main()
    except measure.Failed as failure:
        sys.exit(f"{failure}: the tools would not do the same")
