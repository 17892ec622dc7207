#!/usr/bin/env python3
"""Compares a stream of YAML records, as PyYAML reads it, with a JSON array of the same records.

usage: pyyaml_check.py records.yaml records.json
"""

import json
import sys

import yaml


def difference(left, right, place):
    """The first place where two values differ, types included; None where they are the same."""
    if type(left) is not type(right):
        return f"{place}: a {type(left).__name__} instead of a {type(right).__name__}: {repr(left)[:200]}"
    if isinstance(left, dict):
        if list(left) != list(right):
            return f"{place}: keys {list(left)!r} instead of {list(right)!r}"
        return first(difference(left[key], right[key], f"{place}/{key}") for key in left)
    if isinstance(left, list):
        if len(left) != len(right):
            return f"{place}: {len(left)} items instead of {len(right)}"
        return first(difference(a, b, f"{place}/{at}") for at, (a, b) in enumerate(zip(left, right)))
    return None if left == right else f"{place}: {left!r} instead of {right!r}"


def first(differences):
    return next((found for found in differences if found), None)


def main(yaml_path, json_path):
    with open(json_path, encoding="utf-8") as file:
        expected = json.load(file)
    loaders = [yaml.SafeLoader] + ([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])
    for loader in loaders:
        with open(yaml_path, encoding="utf-8", newline="") as file:
            found = difference(list(yaml.load_all(file, Loader=loader)), expected, "")
        if found:
            sys.exit(f"{yaml_path}: {loader.__name__}: {found}")
    print(f"{len(expected)} records, the same with {len(loaders)} loaders")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    main(*sys.argv[1:])
