# Which room includes which, against the table rooms.txt (the first file). A room is a folder; files right in a
# layer's folder are a room as well, called as the layer. A new arrow fails until the table has it, an arrow that
# nothing needs any more is taken out, and a circle fails always.

FILENAME ~ /rooms\.txt$/ {
    if ($0 ~ /^[ \t]*(#|$)/)
        next
    split($0, part, /[ \t]*\|[ \t]*/)
    gsub(/[ \t]/, "", part[1])
    room = part[1]
    rooms[++roomCount] = room
    isRoom[room] = 1
    count = split(part[2], to, /[ \t]+/)
    for (i = 1; i <= count; i++)
        if (to[i] != "") {
            allowed[room, to[i]] = 1
            arrows[++arrowCount] = room SUBSEP to[i]
        }
    next
}

FNR == 1 {
    path = FILENAME
    sub(/^src\//, "", path)
    here = roomOf(path)
    layer = path
    sub(/\/.*/, "", layer)
    if (!(here in isRoom) && !(here in told)) {
        printf "%s: the room %s is not in tests/lint/rooms.txt: give it a line there and in docs/architecture.md\n",
            FILENAME, here
        told[here] = failed = 1
    }
}

/^[ \t]*#[ \t]*include[ \t]*"[^"]*\// {
    split($0, quoted, "\"")
    target = quoted[2]
    first = target
    sub(/\/.*/, "", first)
    if (first != layer)
        next
    there = roomOf(target)
    if (there == here)
        next
    used[here, there] = 1
    if (!((here, there) in allowed)) {
        printf "%s:%d: \"%s\": the room %s may not include %s (tests/lint/rooms.txt): move the code to the room " \
               "that knows both, or pass a value in\n", FILENAME, FNR, target, here, there
        failed = 1
    }
}

END {
    for (i = 1; i <= arrowCount; i++)
        if (!(arrows[i] in used)) {
            split(arrows[i], end, SUBSEP)
            printf "tests/lint/rooms.txt: nothing in %s includes %s any more: take the arrow out\n", end[1], end[2]
            failed = 1
        }
    findCircle()
    for (i = 1; i <= roomCount; i++)
        describe(rooms[i])
    exit failed
}

function roomOf(file) {
    sub(/\/[^\/]*$/, "", file)
    return file
}

# Rooms that include nothing are taken away until none is left, or only circles are.
function findCircle(   left, moved, i, j, free) {
    left = roomCount
    do {
        moved = 0
        for (i = 1; i <= roomCount; i++) {
            if (gone[rooms[i]])
                continue
            free = 1
            for (j = 1; j <= roomCount; j++)
                if (((rooms[i], rooms[j]) in allowed) && !gone[rooms[j]])
                    free = 0
            if (free) {
                gone[rooms[i]] = moved = 1
                left--
            }
        }
    } while (moved)
    if (left > 0) {
        printf "tests/lint/rooms.txt: these rooms include each other in a circle, or lead to one:"
        for (i = 1; i <= roomCount; i++)
            if (!gone[rooms[i]])
                printf " %s", rooms[i]
        printf "\n"
        failed = 1
    }
}

# docs/architecture.md says of each room in one line what it hides.
function describe(room,   line, found) {
    while ((getline line < "docs/architecture.md") > 0)
        if (index(line, "| `" room "` |") == 1)
            found = 1
    close("docs/architecture.md")
    if (!found) {
        printf "docs/architecture.md: no line for the room %s: | `%s` | what it hides | who calls it |\n", room, room
        failed = 1
    }
}
