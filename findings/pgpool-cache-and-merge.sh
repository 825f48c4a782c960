#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Pgpool-II 4.3.5 (Debian pgpool2 4.3.5-1+deb12u1) before PostgreSQL 15, with its query cache: what MERGE
# has written is not seen.
#
# Expected: the new amount, also with the cache. memqcache_auto_cache_invalidation is on unless told
#   otherwise, and drops, its manual says, what was kept of a table when the table is updated. Debian 12
#   ships PostgreSQL 15, whose new statement is MERGE, with this Pgpool.
# Seen: after UPDATE the new amount, after MERGE the old one. Pgpool's own parser does not know MERGE; the
#   statement is passed on all the same, the server answers MERGE 1, and answers from before go on being
#   given.
# For a CRM: an import that merges reports its rows as written, and lists and the comparison of the next
#   import show what was there before, until the table is changed in another way. Where a pooler with a
#   cache may stand in between, write with INSERT … ON CONFLICT or UPDATE.
# Run on 2026-11-29.
set -eu
export LC_ALL=C.UTF-8 TZ=UTC PATH=/usr/bin:/bin:/usr/sbin:/sbin
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Package and version, as in Debian 12: the rest is seen with just these.
need() {
    [ "$(dpkg-query -W -f '${Version}' "$1" 2>&1)" = "$2" ] && return
    apt-get install -y -q --no-install-recommends "$1=$2" >apt.log 2>&1 ||
        { apt-get update -q && apt-get install -y -q --no-install-recommends "$1=$2"; } >apt.log 2>&1 ||
        { cat apt.log >&2; exit 1; }
}
need pgpool2 4.3.5-1+deb12u1
[ -x /usr/lib/postgresql/15/bin/initdb ] || apt-get install -y -q --no-install-recommends postgresql-15 >apt.log
dpkg-query -W pgpool2 postgresql-15

as_postgres() { runuser -u postgres -- "$@"; }
stop() {
    for pid in *.pid; do kill -INT "$(tr -d "\0" <"$pid")" || :; done
    as_postgres /usr/lib/postgresql/15/bin/pg_ctl -s -m immediate -D data stop || :
    cd / && rm -rf "$folder"
}
trap stop EXIT
chown postgres "$folder"
as_postgres /usr/lib/postgresql/15/bin/initdb -A trust -D data >initdb.log
as_postgres /usr/lib/postgresql/15/bin/pg_ctl -s -w -D data -l server.log \
    -o "-k $folder -p 5544 -c listen_addresses=" start

# Pgpool with the cache on port 9998, without on 9999.
for port in 9998 9999; do
    cat >"$port.conf" <<END
backend_clustering_mode = 'raw'
listen_addresses = ''
pcp_listen_addresses = ''
port = $port
pcp_port = 1$port
socket_dir = '$folder'
pcp_socket_dir = '$folder'
pid_file_name = '$folder/$port.pid'
logdir = '$folder'
backend_hostname0 = '$folder'
backend_port0 = 5544
num_init_children = 2
max_pool = 1
sr_check_period = 0
memory_cache_enabled = $([ "$port" = 9998 ] && echo on || echo off)
memqcache_oiddir = '$folder/oid'
END
    as_postgres mkdir -p oid
    as_postgres pgpool -n -f "$port.conf" >"$port.log" 2>&1 &
done
ask() { as_postgres psql -X -q -A -t -h "$folder" -d postgres "$@"; }
for port in 9998 9999; do
    tries=0
    until ask -p "$port" -c 'SELECT' >psql.log 2>&1; do
        tries=$((tries + 1))
        [ "$tries" -lt 50 ] || { cat "$port.log" >&2; exit 1; }
        sleep 0.2
    done
done
ask -p 5544 -c 'CREATE TABLE deal (id int, amount int); INSERT INTO deal VALUES (1, 100)'
merge='MERGE INTO deal USING (VALUES (1, 300)) AS row (id, amount) ON deal.id = row.id
    WHEN MATCHED THEN UPDATE SET amount = row.amount'

cat >seen <<'END'
= without
after UPDATE: 100
after UPDATE: 200
after MERGE: 300
= with the cache
after UPDATE: 100
after UPDATE: 200
after MERGE: 200
END

for port in 9999 9998; do
    [ "$port" = 9998 ] && echo '= with the cache' || echo '= without'
    for change in 'UPDATE deal SET amount = 100' 'UPDATE deal SET amount = 200' "$merge"; do
        ask -p "$port" -c "$change"
        echo "after ${change%% *}: $(ask -p "$port" -c 'SELECT amount FROM deal')"
    done
done >now
echo 'Expected: 100, 200, 300 in both.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'pgpool-cache-and-merge: it behaves differently now' >&2
    exit 1
}
