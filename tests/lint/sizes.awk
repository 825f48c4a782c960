# No .cpp over 600 lines, no .h over 250; prints the median and the 90th percentile of both, whose
# goals for .cpp are 120 and 350 (docs/architecture.md).

FNR == 1 && NR > 1 { finish() }
{ name = FILENAME; lines = FNR }

END {
    finish()
    report(".cpp", source, sources)
    report(".h", header, headers)
    exit failed
}

function finish() {
    if (name ~ /\.h$/) {
        header[++headers] = lines
        limit(250)
    } else {
        source[++sources] = lines
        limit(600)
    }
}

function limit(most) {
    if (lines > most) {
        printf "%s: %d lines, at most %d: find the second decision it hides and give it a file of its own\n",
            name, lines, most
        failed = 1
    }
}

function report(kind, size, count,   i, j, value) {
    if (count == 0)
        return
    for (i = 2; i <= count; i++) {
        value = size[i]
        for (j = i - 1; j >= 1 && size[j] > value; j--)
            size[j + 1] = size[j]
        size[j + 1] = value
    }
    printf "%s: %d files, median %d lines, 90th percentile %d, longest %d\n",
        kind, count, size[int((count + 1) / 2)], size[int((count * 9 + 9) / 10)], size[count]
}
