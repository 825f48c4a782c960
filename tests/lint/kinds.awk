# A list of kinds of record, written by hand: three or more of them in one statement, or as labels of one case.
# What some kinds have in common is a trait in their rows (src/domain/records/record.cpp), how they are shown
# their row in src/app/text/presentation.cpp; a list elsewhere is forgotten when a kind is added. A switch
# that does another thing for each kind is none. What is a list all the same says why: "// kinds: …".

FNR == 1 { begin() }

{
    excused = excused || $0 ~ /\/\/ kinds: ./
    code = $0
    sub(/(^|[^:"])\/\/.*/, "", code)
    rest = code
    while (match(rest, /EntityKind::[A-Z][A-Za-z]*/)) {
        kind = substr(rest, RSTART + 12, RLENGTH - 12)
        rest = substr(rest, RSTART + RLENGTH)
        if (!(kind in named)) {
            named[kind] = 1
            count++
            first = first ? first : FNR
        }
    }
    if (code ~ /[;{}][ \t]*$/) {
        if (count >= 3 && !excused) {
            printf "%s:%d: a list of kinds: ask for a trait of EntityInfo (has(KindTrait::…), kindsWith(…)), or say why it is one with // kinds: …\n", FILENAME, first
            failed = 1
        }
        begin()
    }
}

END { exit failed }

function begin() {
    split("", named)
    count = first = excused = 0
}
