#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Pgpool-II 4.3.5 (Debian pgpool2 4.3.5-1+deb12u1) before PostgreSQL 15, with its query cache: a session
# in New York is shown the time in Tokyo.
#
# Expected: 04:00-05 for the session in New York. Settings belong to a session (SET in PostgreSQL's
#   manual), and the manual of the cache says that a SELECT with a timestamp with time zone is not kept at
#   all.
# Seen: it means the type written out in the statement; a column of that type is kept. An answer is kept
#   for the text of the statement, whatever was set before it: whoever asks the same with another TimeZone
#   or DateStyle gets the text made for the first who asked, Tokyo's hour with Tokyo's offset, 04.03.2026
#   where ISO was set. Without the cache each gets his own.
# For a CRM: lists hold times and days in somebody else's format, and a program that takes 04.03.2026 for
#   month and day has other closing days. Ask for instants as numbers or AT TIME ZONE 'UTC' and for days
#   by to_char, so that the text of the statement says all that its answer depends on.
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
ask -p 5544 -c "CREATE TABLE call (start timestamptz, day date);
    INSERT INTO call VALUES ('2026-12-01 09:00Z', '2026-03-04')"

cat >seen <<'END'
= without
2026-12-01 18:00:00+09
2026-12-01 04:00:00-05
04.03.2026
2026-03-04
= with the cache
2026-12-01 18:00:00+09
2026-12-01 18:00:00+09
04.03.2026
04.03.2026
END

for port in 9999 9998; do
    [ "$port" = 9998 ] && echo '= with the cache' || echo '= without'
    ask -p "$port" -c "SET TimeZone = 'Asia/Tokyo'" -c 'SELECT start FROM call'
    ask -p "$port" -c "SET TimeZone = 'America/New_York'" -c 'SELECT start FROM call'
    ask -p "$port" -c 'SET DateStyle = German' -c 'SELECT day FROM call'
    ask -p "$port" -c 'SET DateStyle = ISO' -c 'SELECT day FROM call'
done >now
echo 'Expected: with the cache what there is without.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'pgpool-cache-other-settings: it behaves differently now' >&2
    exit 1
}
