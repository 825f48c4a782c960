# SPDX-License-Identifier: GPL-3.0-or-later
# Whether what Headway exports is the table, value by value: TABLE EXPORTED [COLUMN that its file cannot hold]…
import csv
import json
import sys

table = json.load(open(sys.argv[1]))
lost = sys.argv[3:]


def written(kind, text):
    if kind == "amount":
        return f"{float(text):.2f}"
    if kind == "percent":
        return f"{float(text) * 100:.0f}"
    if kind == "moment":
        return text.replace("T", " ").removesuffix(":00")
    if kind == "flag":
        return "yes" if text == "true" else "no"
    return text


with open(sys.argv[2], newline="") as file:
    exported = list(csv.reader(file))[1:]
wrong = [] if len(exported) == len(table["rows"]) else [f"{len(exported)} rows instead of {len(table['rows'])}"]
for row, cells in zip(table["rows"], exported):
    for column, text, cell in zip(table["columns"], row, cells):
        meant = written(column["kind"], text)
        if cell != meant and column["name"] not in lost:
            wrong.append(f"{row[0]}, {column['name']}: {cell!r} instead of {meant!r}")
for line in wrong:
    print("   ", line)
sys.exit(1 if wrong else 0)
