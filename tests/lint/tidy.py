#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over many files in a bearable time.

    tidy.py BUILD-FOLDER JOBS SECONDS < FILES

Most of clang-tidy's time goes into Qt's headers, again for each file. So files of one folder are looked at
together, as one source that includes them all; where their names clash, the halves are looked at apart. A file
that was clean is not looked at again until it, what it includes, its flags or the checks change (BUILD-FOLDER/clean
keeps their fingerprints), so a run that was stopped goes on. Prints what clang-tidy complains of, and how many
files the seconds were not enough for. Exit status: 1 if it complained.
"""
import functools
import hashlib
import json
import re
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MOST_TOGETHER = 12
OWN = r"/(src|ui|tests)/[^:]*\.(h|cpp)$"

build, jobs, seconds = Path(sys.argv[1]).resolve(), int(sys.argv[2]), float(sys.argv[3])
top = Path.cwd()
known_clean = build / "clean"
deadline = time.monotonic() + seconds


def flags_of():
    """How each file is compiled, without compiler, source and output."""
    flags = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        words = iter(shlex.split(entry["command"])[1:])
        kept = []
        for word in words:
            if word in ("-o", "-c"):
                next(words)
            elif not word.endswith((".cpp", "c++")):
                kept.append(word)
        flags[entry["file"]] = kept
    return flags


@functools.cache
def included(path):
    """The project's files that a file names, itself first."""
    names = re.findall(r'^#include "([^"]+)"', path.read_text(), re.MULTILINE)
    places = (folder / name for name in names for folder in (path.parent, top / "src", top, top / "tests"))
    return [path] + [place.resolve() for place in places if place.is_file()]


def fingerprint(path, flags):
    """Of all that decides what clang-tidy says of a file, but for the libraries."""
    seen, todo = set(), [Path(path)]
    while todo:
        new = set(included(todo.pop())) - seen
        seen |= new
        todo += new
    told = hashlib.sha256((" ".join(flags[path]) + (top / ".clang-tidy").read_text()).encode())
    for file in sorted(seen):
        told.update(file.read_bytes())
    return told.hexdigest()


def batches(files, flags):
    """Files of one folder that are compiled alike."""
    clean = set(known_clean.read_text().split()) if known_clean.exists() else set()
    alike = {}
    for file in files:
        path = str(top / file)
        if path in flags and fingerprint(path, flags) not in clean:
            alike.setdefault((str(Path(file).parent), " ".join(flags[path])), []).append(path)
    for group in alike.values():
        for start in range(0, len(group), MOST_TOGETHER):
            yield group[start : start + MOST_TOGETHER]


def look(batch, flags):
    """(complaints, number of files that time did not suffice for)"""
    if time.monotonic() > deadline:
        return set(), len(batch)
    source = build / "batch" / (re.sub(r"\W", "_", batch[0]) + f"_{len(batch)}.cpp")
    source.parent.mkdir(exist_ok=True)
    source.write_text("".join(f'#include "{path}"\n' for path in batch))
    prints = [fingerprint(path, flags) for path in batch]
    told = subprocess.run(
        ["clang-tidy", "--quiet", f"--header-filter={OWN}", "--extra-arg=-Wno-unknown-warning-option",
         f"--config-file={top / '.clang-tidy'}", str(source), "--", *flags[batch[0]]],
        capture_output=True, text=True, check=False)
    said = {re.sub(r"\x1b\[[0-9;]*m", "", line) for line in told.stdout.splitlines()}
    said = {line for line in said if re.search(r": (error|warning): ", line)}
    if any("clang-diagnostic-error" in line for line in said) or (told.returncode and not said):
        if len(batch) == 1:
            return said or {f"{batch[0]}: error: clang-tidy failed"}, 0
        half = len(batch) // 2
        first, second = look(batch[:half], flags), look(batch[half:], flags)
        return first[0] | second[0], first[1] + second[1]
    said = {line for line in said if "_autogen/" not in line}  # what moc writes is Qt's
    if not said:
        with known_clean.open("a") as kept:
            kept.write("".join(f"{one}\n" for one in prints))
    return said, 0


def main():
    files = [line.strip() for line in sys.stdin if line.strip()]
    flags = flags_of()
    complaints, left = set(), 0
    with ThreadPoolExecutor(jobs) as workers:
        for said, number in workers.map(lambda batch: look(batch, flags), batches(files, flags)):
            for line in sorted(said - complaints):
                print(line.replace(f"{top}/", ""), file=sys.stderr, flush=True)
            complaints |= said
            left += number
    if left:
        print(f"  {left} of {len(files)} files were not looked at: the time was over")
    return 1 if complaints else 0


sys.exit(main())
