# SPDX-License-Identifier: GPL-3.0-or-later
# The table, written by openpyxl: FOLDER TABLE
import datetime
import json
import sys

import openpyxl

folder, table = sys.argv[1], json.load(open(sys.argv[2]))


def value(kind, text):
    if text == "":
        return None
    if kind in ("number", "amount", "percent"):
        return float(text)
    if kind == "day":
        return datetime.date.fromisoformat(text)
    if kind == "moment":
        return datetime.datetime.fromisoformat(text)
    return text == "true" if kind == "flag" else text


def write(book, sheet):
    sheet.append([column["name"] for column in table["columns"]])
    for row in table["rows"]:
        cells = []
        for column, text in zip(table["columns"], row):
            cell = openpyxl.cell.WriteOnlyCell(sheet, value(column["kind"], text))
            if cell.data_type == "f":
                cell.data_type = "s"  # a text that looks like a formula
            if column.get("format"):
                cell.number_format = column["format"]
            cells.append(cell)
        sheet.append(cells)
    hidden = book.create_sheet("Lists")
    hidden.append(["nothing", "of this"])
    hidden.sheet_state = "hidden"


book = openpyxl.Workbook()
write(book, book.active)
book.save(folder + "/openpyxl.xlsx")
book = openpyxl.Workbook(write_only=True, iso_dates=True)
write(book, book.create_sheet("Deals"))
book.save(folder + "/openpyxl-iso.xlsx")
book = openpyxl.Workbook()
book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
write(book, book.active)
book.save(folder + "/openpyxl-1904.xlsx")
