#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Workbooks that other programs make of one table come in with every value right.
#   check.sh HEADWAYCTL FOLDER     FOLDER is for what is made on the way
set -eu

ctl=$1
made=$2
here=$(dirname "$0")
table=$here/table.json
mkdir -p "$made/books"
export HOME="$made" TZ=UTC

say() { printf '%s\n' "$*"; }

npm install --silent --no-audit --no-fund --prefix "$made" exceljs@4.4.0 xlsx@0.18.5 >"$made/npm.log" 2>&1 || {
    cat "$made/npm.log"
    exit 1
}
/usr/bin/python3 "$here/openpyxl_books.py" "$made/books" "$table"
NODE_PATH=$made/node_modules node "$here/javascript_books.js" "$made/books" "$table"
/usr/bin/python3 "$here/tsv.py" "$table" >"$made/table.tsv"
${CC:-cc} "$here/libxlsxwriter_books.c" -lxlsxwriter -o "$made/libxlsxwriter"
"$made/libxlsxwriter" "$made/books" "$made/table.tsv"
convert() { # FROM TYPE TO
    soffice --headless --convert-to "$2" --outdir "$made/converted" "$made/books/$1" >"$made/soffice.log" 2>&1
    mv "$made/converted/${1%.*}.${2%%:*}" "$made/books/$3"
}
convert libxlsxwriter.xlsx xlsx:"Calc MS Excel 2007 XML" libreoffice.xlsx
convert openpyxl.xlsx ods:calc8 libreoffice.ods
ssconvert "$made/books/libxlsxwriter.xlsx" "$made/books/gnumeric.xlsx" 2>"$made/gnumeric.log"
ssconvert "$made/books/openpyxl.xlsx" "$made/books/gnumeric.ods" 2>>"$made/gnumeric.log"

failed=
count=0
for book in "$made"/books/*.xlsx "$made"/books/*.ods; do
    name=${book##*/}
    rm -f "$made"/b.headway*
    $ctl --book "$made/b.headway" --as Ana new --currency EUR >/dev/null
    $ctl --book "$made/b.headway" import deals "$book" --currency EUR --create-missing stages \
        --own 'Order number:text' --own 'Postcode:text' --own 'Score:number' --own 'Seen:text' \
        --own 'Agreed:yes_no' --own 'Remark:long_text' >"$made/$name.log" 2>&1 || failed="$failed $name"
    $ctl --book "$made/b.headway" export deals --columns \
        name,amount,probability,expected_close,custom.order_number,custom.postcode,custom.score,custom.seen,custom.agreed,custom.remark \
        -o "$made/$name.csv" >"$made/export.log" 2>&1
    lost=
    [ "$name" != sheetjs.ods ] || lost=Seen # it writes no formats there: a moment is a number like others
    if ! /usr/bin/python3 "$here/compare.py" "$table" "$made/$name.csv" $lost >"$made/wrong"; then
        say "  $name is read otherwise than it was written:"
        cat "$made/wrong"
        failed="$failed $name"
    fi
    count=$((count + 1))
done
for book in "$made"/books/*.xls "$made"/books/*.xlsb; do
    if ! $ctl --book "$made/b.headway" import deals "$book" 2>&1 | grep -q 'save.* as XLSX'; then
        say "${book##*/}: it is not said what to do with it"
        failed="$failed ${book##*/}"
    fi
done
[ -z "$failed" ] || exit 1
say "  $count workbooks of six programs, every value right"
