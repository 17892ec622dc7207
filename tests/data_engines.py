#!/usr/bin/env python3
"""Reads practices.ndjson and practices.csv in this folder with DuckDB and with pandas, and runs the queries of a page on them.

The queries are the blocks marked `sql` (for DuckDB) and `python` (for pandas; they leave their answer in `counts`) under one heading of
the page. Writes a JSON object: `queries` has a list for each block with its kind and its counts by country, `rows` what each engine reads
of each file.

usage: data_engines.py PAGE HEADING
"""

import json
import re
import sys

import duckdb
import pandas

COLUMNS = ["id", "title", "description"]


def blocks(page, heading):
    """Kind and text of each query under a heading."""
    with open(page, encoding="utf-8") as file:
        section = file.read().split(f"# {heading}\n", 1)[1]
    # A comment in Python begins with one `#`, every heading here with two or more.
    section = re.split(r"^##+ ", section, maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"^```(sql|python)\n(.*?)^```$", section, flags=re.MULTILINE | re.DOTALL)


def answer(kind, query):
    """What a query counts, by country; practices of no country are under `none`."""
    if kind == "sql":
        pairs = duckdb.sql(query).fetchall()
    else:
        names = {}
        exec(query, names)
        pairs = names["counts"].items()
    return {country if isinstance(country, str) else "none": int(count) for country, count in pairs}


def rows():
    """The rows that each engine reads of each file; what is not there is null."""
    tables = {
        "duckdb ndjson": duckdb.sql("FROM read_ndjson('practices.ndjson', sample_size = -1)").df(),
        "duckdb csv": duckdb.sql("FROM read_csv('practices.csv', all_varchar = true)").df(),
        "pandas ndjson": pandas.read_json("practices.ndjson", lines=True),
        "pandas csv": pandas.read_csv("practices.csv", dtype=str, keep_default_na=False, na_values=[""]),
    }
    return {name: [[value if isinstance(value, str) else None for value in row] for row in table[COLUMNS].values] for name, table in tables.items()}


def main(page, heading):
    answers = [[kind, answer(kind, query)] for kind, query in blocks(page, heading)]
    json.dump({"queries": answers, "rows": rows()}, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__.strip())
    main(*sys.argv[1:])
