#!/usr/bin/env python3
"""Checks records against the JSON Schema with a validator that is not ours.

usage: schema_check.py schema.json records.json|records.yaml [EXPECTED...]

Each EXPECTED is an error that must be there, as `source file: message`; there may be no other.
"""

import json
import sys

import yaml
from jsonschema import Draft7Validator


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return json.load(file) if path.endswith(".json") else list(yaml.safe_load_all(file))


def main(schema_path, records_path, *expected):
    schema = read(schema_path)
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    records = read(records_path)
    found = [
        f"{record['source']['file']}: {'/'.join(map(str, [*error.absolute_path, '']))}{error.message}"
        for record in records
        for error in validator.iter_errors(record)
    ]
    if sorted(found) != sorted(expected):
        sys.exit(f"{records_path}: found {found}, expected {list(expected)}")
    print(f"{records_path}: {len(records)} records, {len(found)} errors, as expected")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__.strip())
    main(*sys.argv[1:])
