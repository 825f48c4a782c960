#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds a workbook that Headway wrote against the CSV file of the same records, cell for cell, as openpyxl
# (Debian's python3-openpyxl) reads it: workbookout.py FILE.csv FILE.xlsx
import csv
import datetime
import decimal
import sys

import openpyxl

EPOCH = datetime.datetime(1899, 12, 30)


def decoded(text):
    return openpyxl.utils.escape.unescape(text)


def said(cell):
    """What a cell says, as the CSV file for machines writes it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.timedelta):
        return str(round(value.total_seconds()))
    if isinstance(value, datetime.time):  # a duration of less than a day
        return str(value.hour * 3600 + value.minute * 60 + value.second)
    if isinstance(value, datetime.datetime):
        if "h" not in cell.number_format:
            return value.date().isoformat()
        whole = value + datetime.timedelta(microseconds=500)
        text = whole.strftime("%Y-%m-%dT%H:%M:%S")
        milliseconds = whole.microsecond // 1000
        return text + (".%03dZ" % milliseconds if milliseconds else "Z")
    if isinstance(value, (int, float)):
        number = decimal.Decimal(repr(value))
        if cell.number_format == "0%":
            return str(round(number * 100))
        if "#,##0" in cell.number_format:
            places = len(cell.number_format.rpartition(".")[2]) if "." in cell.number_format else 0
            return str(number.quantize(decimal.Decimal(1).scaleb(-places)))
        return str(value)
    return decoded(value)


def main(csv_path, xlsx_path):
    with open(csv_path, newline="", encoding="utf-8") as file:
        expected = list(csv.reader(file))
    workbook = openpyxl.load_workbook(xlsx_path)
    sheet = workbook.worksheets[0]
    wrong = 0
    if sheet.freeze_panes != "A2" or not sheet.auto_filter.ref:
        print("the head does not stay in sight, or has no filters")
        wrong += 1
    rows = sheet.iter_rows(max_col=len(expected[0]))
    count = 0
    for number, cells in enumerate(rows):
        count += 1
        for name, cell, text in zip(expected[0], cells, expected[number]):
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            if cell.data_type == "f" or said(cell) != text:
                print(f"{cell.coordinate} ({name}): {said(cell)!r} instead of {text!r}")
                wrong += 1
    if count != len(expected):
        print(f"{count} rows instead of {len(expected)}")
        wrong += 1
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
