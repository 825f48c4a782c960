# Applies the table words.txt (its first file) to all others.
# `code` rules see a line without its // comment, `text` rules the whole line, `name` rules the
# file's path.

FILENAME ~ /words\.txt$/ {
    if ($0 !~ /^[ \t]*(#|$)/) {
        split($0, cell, /[ \t]+\|[ \t]+/)
        rules++
        kind[rules] = cell[1]
        where[rules] = cell[2]
        except[rules] = "^$"
        if (split(cell[2], part, / but not /) == 2) {
            where[rules] = part[1]
            except[rules] = part[2]
        }
        pattern[rules] = cell[3]
        advice[rules] = cell[4]
    }
    next
}

FNR == 1 {
    statement = ""
    active = 0
    for (i = 1; i <= rules; i++)
        if (FILENAME ~ where[i] && FILENAME !~ except[i]) {
            if (kind[i] != "name")
                rule[++active] = i
            else if (FILENAME ~ pattern[i])
                complain(advice[i])
        }
}

{
    code = $0
    sub(/(^|[^:"])\/\/.*/, "", code)
    for (i = 1; i <= active; i++)
        if ((kind[rule[i]] == "code" ? code : $0) ~ pattern[rule[i]])
            complain(advice[rule[i]])
}

# SQL put together from values. A statement may run over several lines.
FILENAME ~ /^src\/(sql|store)\// {
    statement = statement " " code
    if (code ~ /\.arg\(/ && statement ~ /"[^"]*(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|CREATE|ALTER|DROP|PRAGMA) / \
            && $0 !~ /\/\/ sql: names only/)
        complain(".arg() inside SQL: bind values with ?; where SQL allows no binding (names, PRAGMA) end the line with // sql: names only")
    if (code ~ /[;{}][ \t]*$/)
        statement = ""
}

END { exit failed }

function complain(text) {
    printf "%s:%d: %s\n", FILENAME, FNR, text
    failed = 1
}
