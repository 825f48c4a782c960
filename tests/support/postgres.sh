#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A PostgreSQL server for the tests: its own cluster in a fresh folder, on a private socket only.
#   postgres.sh start        prints the folder; postgresql:///headway_test?host=FOLDER&user=postgres
#   postgres.sh stop FOLDER  stops that server, by its process id, and removes the folder
#   postgres.sh halt FOLDER  stops it at once and keeps the folder, for a test that starts it AGAIN
#   postgres.sh again FOLDER
#   postgres.sh far FOLDER   moves it to a network of its own, where root may, and prints its host name
#   postgres.sh deaf FOLDER  that network now swallows everything the server says; hear FOLDER ends that
#   postgres.sh pool FOLDER  starts a PgBouncer before it, also on a socket in FOLDER, port 6432: the databases
#       session, transaction and statement are headway_test in that mode, the last two with two connections for
#       all their clients; unpool FOLDER ends it at once
#   postgres.sh standby FOLDER  starts a second server that follows it, on the socket in FOLDER/standby;
#       promote FOLDER makes that one take changes
#   postgres.sh freeze FOLDER  holds all its processes: it is there and says nothing; thaw FOLDER lets them go on
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

# The server's first process and those it has started.
processes() {
    [ -e "$1/data/postmaster.pid" ] || return 0
    read -r first <"$1/data/postmaster.pid"
    printf '%s\n' "$first"
    for status in /proc/[0-9]*/status; do
        awk -v first="$first" '$1 == "Pid:" { self = $2 } $1 == "PPid:" && $2 == first { print self }' "$status" \
            2>/dev/null || true # it may have ended
    done
}

freeze() {
    ours "$1"
    # the first one first: it starts no more
    for process in $(processes "$1"); do kill -STOP "$process" || true; done
    printf '%s\n' "$1"
}

thaw() {
    ours "$1"
    for process in $(processes "$1"); do kill -CONT "$process" 2>/dev/null || true; done
    printf '%s\n' "$1"
}

# "immediate": open connections must not hold it up
end_server() {
    (cd "$1" && unprivileged "$(programs)/pg_ctl" --pgdata="$1/${2:-data}" --mode=immediate --wait stop) >/dev/null
}

stop() {
    thaw "$1" >/dev/null
    end_pool "$1"
    [ ! -e "$1/standby/data/postmaster.pid" ] || end_server "$1" standby/data || true
    [ ! -e "$1/data/postmaster.pid" ] || end_server "$1" || true
    [ ! -e "$1/far" ] || ip netns delete "$(network "$1")" || true # its end of the wire goes with it
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

# Whoever asks is let in as postgres: what is tried here is not who may come.
pooling() {
    for mode in session transaction statement; do
        size=2
        [ "$mode" != session ] || size=20
        printf '%s = host=%s dbname=headway_test user=postgres pool_mode=%s pool_size=%s\n' "$mode" "$1" "$mode" "$size"
    done
}

pool() {
    ours "$1"
    pooler=$(PATH=$PATH:/usr/sbin command -v pgbouncer) ||
        fail "PgBouncer is not installed (package pgbouncer), and the tests are not complete without it."
    {
        printf '[databases]\n'
        pooling "$1"
        printf '[pgbouncer]\nlisten_port = 6432\nunix_socket_dir = %s\nauth_type = any\n' "$1"
        printf 'server_login_retry = 1\nlogfile = %s/pool.log\npidfile = %s/pool.pid\n' "$1" "$1"
    } | unprivileged tee "$1/pool.ini" >/dev/null
    (cd "$1" && unprivileged "$pooler" --quiet --daemon "$1/pool.ini") >/dev/null 2>&1 </dev/null || {
        tail -n 20 "$1/pool.log" >&2
        fail "PgBouncer did not start."
    }
    tries=0
    until "$(programs)/pg_isready" --quiet --host="$1" --port=6432 --dbname=session; do
        tries=$((tries + 1))
        [ "$tries" -lt 500 ] || { tail -n 20 "$1/pool.log" >&2 && fail "PgBouncer does not answer."; }
    done
    printf '%s\n' "$1"
}

end_pool() {
    [ -e "$1/pool.pid" ] || return 0
    read -r pid <"$1/pool.pid"
    kill -KILL "$pid" 2>/dev/null || true # since 1.23 it waits for its clients if it is asked to end
    while [ -e "/proc/$pid/exe" ]; do :; done
    rm -f "$1/pool.pid" "$1/.s.PGSQL.6432"
}

unpool() {
    ours "$1"
    end_pool "$1"
    printf '%s\n' "$1"
}

standby() {
    ours "$1"
    (
        cd "$1" && unprivileged mkdir -m 700 "$1/standby" &&
            unprivileged "$(programs)/pg_basebackup" --host="$1" --username=postgres --pgdata="$1/standby/data" \
                --write-recovery-conf --checkpoint=fast --no-sync &&
            printf "unix_socket_directories = '%s/standby'\n" "$1" >>"$1/standby/data/postgresql.conf" &&
            unprivileged "$(programs)/pg_ctl" --pgdata="$1/standby/data" --log="$1/standby/log" --wait start
    ) >/dev/null </dev/null
    printf '%s\n' "$1"
}

promote() {
    ours "$1"
    (cd "$1" && unprivileged "$(programs)/pg_ctl" --pgdata="$1/standby/data" --wait promote) >/dev/null </dev/null
    printf '%s\n' "$1"
}

# Names and addresses of a server's own network, from the letters mktemp chose. 198.18.0.0/15 is for tests.
network() { printf 'hw-%s\n' "${1##*.}"; }
place() { printf '%s' "$1" | cksum | { read -r sum rest; printf '198.18.%s.%s\n' $((sum / 64 % 256)) $((sum % 64 * 4 + $2)); }; }

# The server's processes are there, its files and its socket stay where they are.
far() {
    ours "$1"
    name=$(network "$1")
    here="hwa${1##*.}"
    there="hwb${1##*.}"
    {
        ip netns add "$name" # fails first where it is not allowed
        : >"$1/far"
        end_server "$1"
        ip link add "$here" type veth peer name "$there" netns "$name"
        ip address add "$(place "$1" 1)/30" dev "$here"
        ip link set "$here" up
        ip -n "$name" address add "$(place "$1" 2)/30" dev "$there"
        ip -n "$name" link set "$there" up
        printf "listen_addresses = '%s'\n" "$(place "$1" 2)" >>"$1/data/postgresql.conf"
        printf 'host all all %s/32 trust\n' "$(place "$1" 1)" >>"$1/data/pg_hba.conf"
        cd "$1"
        ip netns exec "$name" runuser -u postgres -- "$(programs)/pg_ctl" --pgdata="$1/data" --log="$1/log" \
            --wait start
    } >/dev/null </dev/null
    place "$1" 2
}

deaf() {
    ours "$1"
    ip -n "$(network "$1")" route add blackhole "$(place "$1" 1)/32"
    printf '%s\n' "$1"
}

hear() {
    ours "$1"
    ip -n "$(network "$1")" route delete blackhole "$(place "$1" 1)/32"
    printf '%s\n' "$1"
}

case ${1:-} in
start) start ;;
stop | halt | again | pool | unpool | standby | promote | far | deaf | hear | freeze | thaw) "$1" "${2:?which folder?}" ;;
*) fail "start, or stop, halt, again, pool, unpool, standby, promote, far, deaf, hear, freeze or thaw with a FOLDER" ;;
esac
