# SPDX-License-Identifier: GPL-3.0-or-later
# The table as lines of cells with tabs between, with \n for line breaks: for programs without JSON.
import json
import sys

table = json.load(open(sys.argv[1]))
rows = [[column["kind"] for column in table["columns"]], [column.get("format", "") for column in table["columns"]],
        [column["name"] for column in table["columns"]]] + table["rows"]
for row in rows:
    print("\t".join(cell.replace("\n", "\\n") for cell in row))
