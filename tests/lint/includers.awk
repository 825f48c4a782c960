# Which sources have to be looked at again when some files have changed: those .cpp files themselves, then the
# ones that include a changed header, the nearest first.
#   awk -v changed="src/a.cpp src/b.h" -f includers.awk SOURCES…

/^[ \t]*#[ \t]*include[ \t]*"/ {
    path = $0
    sub(/^[^"]*"/, "", path)
    sub(/".*/, "", path)
    includers[path] = includers[path] " " FILENAME
}

END {
    count = split(changed, queue, " ")
    for (i = 1; i <= count; i++)
        seen[queue[i]] = 1
    for (i = 1; i <= count; i++) {
        if (queue[i] ~ /\.cpp$/) {
            print queue[i]
            continue
        }
        header = queue[i]
        sub(/^(src|tests)\//, "", header)
        more = split(includers[header], next_, " ")
        for (j = 1; j <= more; j++)
            if (!(next_[j] in seen)) {
                seen[next_[j]] = 1
                queue[++count] = next_[j]
            }
    }
}
