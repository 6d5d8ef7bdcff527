#!/bin/sh
# dateparser 1.5.0 (PyPI) reads two printed forms of plain dates as other days, without an error, even
# where it is told the language:
#
#   - Marathi: the word for May is also how its rules shorten "months", so "28 May, 2019" becomes a
#     day 28 months before today, whatever year is printed.
#   - Thai: with the usual abbreviation of March, "31 March 2019" becomes January 31.
#
# An archive dated with it gets wrong days where it should get none. The other months of both
# languages are read as printed, or not at all.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" -q install dateparser==1.5.0 python-dateutil==2.9.0.post0
"$folder/env/bin/python" - <<'PYTHON'
import datetime
import sys

import dateparser

NOW = datetime.datetime(2026, 11, 28, 12, 0)
MONTHS = {
    "mr": "जाने फेब्रु मार्च एप्रिल मे जून जुलै ऑग सप्टें ऑक्टो नोव्हें डिसें".split(),
    "th": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(),
}
EXPECTED = {("mr", 5): "2024-07-28", ("th", 3): "2019-01-28"}

print("dateparser", dateparser.__version__)
wrong = {}
for language, names in MONTHS.items():
    for month, name in enumerate(names, start=1):
        printed = f"28 {name} 2019"
        read = dateparser.parse(printed, languages=[language], settings={"RELATIVE_BASE": NOW})
        day = read.date().isoformat() if read else "none"
        if read and day != f"2019-{month:02}-28":
            wrong[language, month] = day
            print(f"{language}: {printed} -> {day}")
if wrong != EXPECTED:
    sys.exit("it reads otherwise now")
PYTHON
