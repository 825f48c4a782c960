#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The rules of docs/architecture.md that a machine can check, as fast as a test.
#   lint.sh [includes|rooms|kinds|pages|listed|promises|sizes|words]     from the top of the tree; without a word: all
# Every message names the place and says what to do instead.
# shellcheck disable=SC2317 # the functions are called by name, at the end
set -eu

sources() { find "$@" \( -name '*.cpp' -o -name '*.h' \) | sort; }

# Where Qt's headers are, one folder a module: tells that QAction is of QtGui.
qt_headers() {
    for folder in /usr/include/*/qt6 /usr/include/qt6; do
        [ -d "$folder/QtCore" ] && printf '%s\n' "$folder" && return
    done
}

includes() { sources src ui | xargs awk -v qt="$(qt_headers)" -f tests/lint/includes.awk; }
rooms() { sources src ui | xargs awk -f tests/lint/rooms.awk tests/lint/rooms.txt; }

# But for the invented company, which is made kind by kind, and the table of how kinds are shown.
kinds() {
    sources src ui | grep -v -e '^src/sample/' -e '^src/app/text/presentation.cpp$' |
        xargs awk -f tests/lint/kinds.awk
}

# A page is its class and one line: whoever else knows its class would have to change with it. What all lists
# can be told is the one exception.
pages() {
    failed_pages=0
    for header in $(grep -l '^    static PageFace face(' $(sources ui | grep '\.h$')); do
        class=$(sed -n 's/^class \([A-Za-z]*\) : public .*/\1/p' "$header")
        lines=$(grep -c "addPage<$class>" ui/windows/bookwindow.cpp || :)
        if [ "$lines" -ne 1 ]; then
            echo "$header: $class is plugged in by $lines lines of BookWindow::addPages(), not by one"
            failed_pages=1
        fi
        for file in $(grep -rl "#include \"$header\"" ui src); do
            case "$header $file" in
                *" ${header%/*}/"* | *" ui/windows/bookwindow.cpp" | "ui/lists/listpage.h ui/windows/listactions.cpp") ;;
                *)
                    echo "$file: knows the page $class; let BookPage say what is needed of it"
                    failed_pages=1
                    ;;
            esac
        done
    done
    return "$failed_pages"
}

# A file that no CMakeLists.txt names is neither compiled nor tested, and nobody notices.
# fuzz/csv_fuzz.cpp is named by "csv" in the list of fuzzers.
listed() {
    named=$(find src ui tests -name CMakeLists.txt -exec cat '{}' + | tr -s ' ()' '[\n*]')
    forgotten=0
    for file in $(sources src ui tests | grep '\.cpp$'); do
        name=${file##*/}
        printf '%s\n' "$named" | grep -q "^\(.*/\)\{0,1\}${name%_fuzz.cpp}\$" && continue
        echo "$file: no CMakeLists.txt names it, so it is not compiled: add it there, or remove it"
        forgotten=1
    done
    return "$forgotten"
}

sizes() { sources src ui tests | xargs awk -f tests/lint/sizes.awk; }
words() { sources src ui tests | xargs awk -f tests/lint/words.awk tests/lint/words.txt; }

# docs/reliability.md names the test or the fuzzer that shows each promise; one that is renamed or gone
# shows nothing.
promises() {
    missing=0
    for fuzzer in $(grep -o '`fuzz [a-z]*`' docs/reliability.md | tr -d '`' | cut -d ' ' -f 2 | sort -u); do
        [ -e "tests/fuzz/${fuzzer}_fuzz.cpp" ] && continue
        echo "docs/reliability.md: there is no fuzzer called \"$fuzzer\""
        missing=1
    done
    grep -o '`[A-Z][^`]*`' docs/reliability.md | tr -d '`' | sort -u | while IFS= read -r name; do
        grep -rqF "\"$name\"" tests --include='*_test.cpp' && continue
        echo "docs/reliability.md: there is no test called \"$name\""
        echo missing
    done | {
        while IFS= read -r line; do
            [ "$line" = missing ] && missing=1 || echo "$line"
        done
        return "$missing"
    }
}

for part in ${1:-includes rooms kinds pages listed promises sizes words}; do
    "$part" || failed=1
done
exit "${failed:-0}"
