"""Checks findings as SARIF and JUnit against the published schemas.

python3 tests/format_schemas.py SARIF_SCHEMA SARIF JUNIT_XSD JUNIT
"""

import json
import sys

import jsonschema
from lxml import etree

sarif_schema, sarif, junit_xsd, junit = sys.argv[1:]

with open(sarif_schema, encoding="utf-8") as file:
    schema = json.load(file)
with open(sarif, encoding="utf-8") as file:
    log = json.load(file)
validator = jsonschema.validators.validator_for(schema)(schema)
faults = [f"{sarif}: {error.json_path}: {error.message}" for error in validator.iter_errors(log)]

xsd = etree.XMLSchema(etree.parse(junit_xsd))
if not xsd.validate(etree.parse(junit)):
    faults.extend(f"{junit}: {error}" for error in xsd.error_log)

if not log["runs"][0]["results"]:
    faults.append(f"{sarif} has no result, so that it shows nothing")
if faults:
    sys.exit("\n".join(faults))
print("The formats are as their schemas say")
