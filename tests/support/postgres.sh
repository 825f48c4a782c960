#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A PostgreSQL server for the tests: its own cluster in a fresh folder, on a private socket only.
#   postgres.sh start        prints the folder; postgresql:///headway_test?host=FOLDER&user=postgres
#   postgres.sh stop FOLDER  stops that server, by its process id, and removes the folder
#   postgres.sh halt FOLDER  stops it at once and keeps the folder, for a test that starts it AGAIN
#   postgres.sh again FOLDER
# Nothing of a server that may be installed on this machine is touched.
set -eu

fail() {
    printf 'postgres.sh: %s\n' "$*" >&2
    exit 1
}

programs() {
    for folder in /usr/lib/postgresql/*/bin; do newest=$folder; done
    [ -x "$newest/initdb" ] || fail "the PostgreSQL server programs are not installed (package postgresql)."
    printf '%s\n' "$newest"
}

# PostgreSQL refuses to run as root.
unprivileged() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Nothing has to survive, so nothing waits for the disk. The collation (below) and the time zone are
# deliberately not C and not UTC: a query that relies on either must fail here, not at a user's.
settings() {
    cat <<END
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 60
shared_buffers = 64MB
fsync = off
synchronous_commit = off
full_page_writes = off
timezone = 'Asia/Kathmandu'
END
}

start_in() {
    cd "$folder" &&
        unprivileged "$bin/initdb" --pgdata="$folder/data" --username=postgres --auth=trust \
            --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=en-US --no-sync &&
        settings >>"$folder/data/postgresql.conf" &&
        unprivileged "$bin/pg_ctl" --pgdata="$folder/data" --log="$folder/log" --wait start &&
        unprivileged "$bin/createdb" --host="$folder" --username=postgres headway_test
}

start() {
    bin=$(programs)
    # A socket's path has at most 107 bytes, hence the short name outside the build folder.
    folder=$(unprivileged mktemp -d /tmp/hwpg.XXXXXX)
    said=$(start_in 2>&1 </dev/null) || {
        printf '%s\n' "$said" >&2
        cat "$folder/log" >&2 || true
        stop "$folder"
        fail "the test server did not start."
    }
    printf '%s\n' "$folder"
}

ours() {
    case $1 in /tmp/hwpg.*) ;; *) fail "'$1' is not a folder that start made." ;; esac
}

# "immediate": open connections must not hold it up
end_server() {
    (cd "$1" && unprivileged "$(programs)/pg_ctl" --pgdata="$1/data" --mode=immediate --wait stop) >/dev/null
}

stop() {
    ours "$1"
    [ ! -e "$1/data/postmaster.pid" ] || end_server "$1" || true
    rm -rf "$1"
}

halt() {
    ours "$1"
    end_server "$1"
    printf '%s\n' "$1"
}

again() {
    ours "$1"
    (cd "$1" && unprivileged "$(programs)/pg_ctl" --pgdata="$1/data" --log="$1/log" --wait start) >/dev/null </dev/null
    printf '%s\n' "$1"
}

case ${1:-} in
start) start ;;
stop | halt | again) "$1" "${2:?which folder?}" ;;
*) fail "start, or stop, halt or again with a FOLDER" ;;
esac
