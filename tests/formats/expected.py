# SPDX-License-Identifier: GPL-3.0-or-later
# The table as Headway exports it when all of it came in: TABLE
import csv
import json
import sys

table = json.load(open(sys.argv[1]))


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


writer = csv.writer(sys.stdout, lineterminator="\n")
for row in table["rows"]:
    writer.writerow([written(column["kind"], text) for column, text in zip(table["columns"], row)])
