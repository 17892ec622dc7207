"""Writes countries.tsv and languages.tsv: the names of the countries of ISO 3166-1 and of the languages of ISO 639-1, in the languages of
pages, from the Unicode CLDR. Portuguese is that of Portugal.

    npm pack cldr-localenames-full@48.2.0 && tar -xzf cldr-localenames-full-48.2.0.tgz
    python3 locales/names.py package
"""

import json
import pathlib
import re
import sys

LANGUAGES = "ca de el en es fr it pt-PT".split()
# Codes of the CLDR that are no country: unions, reserved and private codes.
NO_COUNTRY = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split()
# "Hong Kong SAR China", "Palestinian Territories": the short name is the usual one.
SHORT = ["HK", "MO", "PS"]

package = pathlib.Path(sys.argv[1])
version = json.loads((package / "package.json").read_text())["version"]


def names(language, kind):
    path = package / "main" / language / f"{kind}.json"
    return json.loads(path.read_text())["main"][language]["localeDisplayNames"][kind]


def write(target, kind, pattern, left_out=()):
    tables = [names(language, kind) for language in LANGUAGES]
    codes = sorted(code for code in tables[0] if re.fullmatch(pattern, code) and code not in left_out)
    lines = [f"# Unicode CLDR {version}, under the Unicode License v3; made by names.py"]
    lines.append("\t".join(["code"] + [language.split("-")[0] for language in LANGUAGES]))
    for code in codes:
        keys = [f"{code}-alt-short", code] if code in SHORT else [code]
        lines.append("\t".join([code] + [next((table[key] for key in keys if key in table), "") for table in tables]))
    (pathlib.Path(__file__).parent / target).write_text("\n".join(lines) + "\n")


write("countries.tsv", "territories", "[A-Z]{2}", NO_COUNTRY)
write("languages.tsv", "languages", "[a-z]{2}")
