#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Exports a sample company as CSV and as workbooks and lets openpyxl say that both hold the same:
#   workbookout.sh build/bin/headwayctl     (needs Debian's python3-openpyxl)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
ctl=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder"
"$ctl" --book sample.headway demo --scale 300 >/dev/null
"$ctl" --book sample.headway log call --on deal:1 --duration 95 \
    --note "=1+1 & <two>
lines _x0041_ ünïcode 日本 🙂" >/dev/null
for kind in deals contacts companies activities leads users stages products line_items tag_links; do
    "$ctl" --book sample.headway export "$kind" -o "$kind.csv" >/dev/null
    "$ctl" --book sample.headway export "$kind" -o "$kind.xlsx" >/dev/null
    /usr/bin/python3 "$here/workbookout.py" "$kind.csv" "$kind.xlsx" || {
        echo "$kind.xlsx differs from $kind.csv"
        exit 1
    }
done
