"""The cache of loaded logs: read once, whole or not there, whatever happens to the load; and no user in it by name."""

from __future__ import annotations

import gzip
import hashlib
import json
import multiprocessing
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import duckdb
import pytest
from cases import rows_of, said
from logcases import (
    content,
    counted,
    described,
    events,
    in_cache,
    lines,
    load,
    open_log,
    read_log,
    rejected,
    started,
    write_case,
)

from overstay import compare, open_case, userkey
from overstay.access import Loaded
from overstay.errors import CacheError
from overstay.lineage import people_after

ROWS = 40_000
FORK = multiprocessing.get_context("forkserver")  # a new process each time, without the seconds that imports take
FORK.set_forkserver_preload(["overstay", "overstay.access", "overstay.case", "overstay.caselogs"])


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OVERSTAY_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("OVERSTAY_KEY_FILE", str(tmp_path / "key" / "user.key"))
    return tmp_path / "cache"


def many_rows(count: int = ROWS) -> str:
    """Rows of which each hundredth has no time."""
    times = (f"2015-06-{1 + n % 28:02} {n % 24:02}:{n % 60:02}:00" for n in range(count))
    return lines(*(f"{'never' if n % 100 == 7 else at},a,user {n % 5000},200" for n, at in enumerate(times)))


@pytest.fixture(scope="module")
def large() -> str:
    return many_rows()


def packed(text: str, gz: bool) -> dict[str, str | bytes]:
    """The file as it is, or packed."""
    return {"logs/api.csv.gz": gzip.compress(text.encode(), 1)} if gz else {"logs/api.csv": text}


def run(work: Any, *arguments: Any) -> Any:
    """Start `work` in a process of its own, with the settings of this one."""
    settings = {name: os.environ[name] for name in ("OVERSTAY_CACHE", "OVERSTAY_KEY_FILE")}
    process = FORK.Process(target=_with_settings, args=(settings, work, *arguments))
    process.start()
    return process


def _with_settings(settings: dict[str, str], work: Any, *arguments: Any) -> None:
    os.environ.update(settings)
    work(*arguments)


def _load_together(barrier: Any, folder: Path) -> None:
    barrier.wait()
    load(folder)


def _read_key_together(barrier: Any, folder: Path, keys: Any) -> None:
    barrier.wait()
    keys.put(userkey.read_key(folder))


# --- read once -----------------------------------------------------------------------------------------------------


def fresh(loaded: list[Loaded]) -> list[bool]:
    return [one.fresh for one in loaded]


def test_a_file_that_was_loaded_before_is_not_read_again_and_adds_nothing(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", {"logs/api.csv": lines("2015-06-01 10:00:00,a,ann,200", "x,a,ann,200")})
    first, names = load(folder), in_cache()
    inside = {path: path.stat().st_mtime_ns for path in first[0].entry.folder.iterdir()}
    second = load(folder)
    assert (fresh(first), fresh(second)) == ([True], [False])
    assert in_cache() == names and len(names) == 1
    assert {path: path.stat().st_mtime_ns for path in first[0].entry.folder.iterdir()} == inside
    assert (counted(second), rejected(second), events(second)) == (counted(first), rejected(first), events(first))
    assert rows_of(open_case(folder).access, "served", "refused") == [(1, 0)]


def test_the_same_content_under_another_name_or_in_another_case_is_read_once(tmp_path: Path) -> None:
    text = lines("2015-06-01 10:00:00,a,ann,200")
    first = read_log(tmp_path / "one", {"logs/api.csv": text})
    second = read_log(tmp_path / "two", {"records/old.csv": text})
    assert (fresh(first), fresh(second)) == ([True], [False])
    assert second[0].entry == first[0].entry
    assert second[0].file.name == "records/old.csv"


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({"time_zone": "Europe/Dublin"}, True),
        ({"partner": "user"}, True),
        ({"refused": ["4xx"]}, True),
        ({"users": "drop"}, True),
        ({"users": "keep"}, True),
        ({"time_format": "%Y-%m-%d %H:%M:%S"}, True),
        ({"program_id": "q"}, False),
        ({"extent": "capability"}, False),
        ({"incomplete": "a sample"}, False),
    ],
)
def test_a_description_that_reads_the_file_otherwise_loads_it_again(
    tmp_path: Path, change: dict[str, Any], again: bool
) -> None:
    files = {"logs/api.csv": lines("2015-06-01 10:00:00,a,ann,200")}
    read_log(tmp_path / "case", files)
    assert fresh(read_log(tmp_path / "case", files, **change)) == [again]
    assert len(in_cache()) == 1 + again
    assert fresh(read_log(tmp_path / "case", files)) == [False]


def test_a_map_with_other_patterns_loads_again_and_one_with_other_ids_does_not(tmp_path: Path) -> None:
    files = {"logs/api.csv": lines("2015-06-01 10:00:00,a,/mail/7,200")}
    settings = {"map": "map.csv", "map_column": "user", "user": None, "partner": None, "file": "logs/api.csv"}

    def with_map(row: str) -> list[Loaded]:
        return read_log(tmp_path / "case", files | {"map.csv": f"pattern,partner_id,category_id\n{row}\n"}, **settings)

    assert fresh(with_map("/mail/*,a,c")) == [True]
    assert fresh(with_map("/mail/*,b,d")) == [False]
    assert fresh(with_map("/mai*,b,d")) == [True]


def test_a_file_with_one_more_row_is_another_file(tmp_path: Path) -> None:
    rows = ["2015-06-01 10:00:00,a,ann,200"] * 2
    assert counted(read_log(tmp_path / "case", {"logs/api.csv": lines(*rows[:1])})) == [(1, 1, 0)]
    assert counted(read_log(tmp_path / "case", {"logs/api.csv": lines(*rows)})) == [(2, 2, 0)]


def damage_cut(folder: Path) -> None:
    path = folder / "events-00000.parquet"
    path.write_bytes(path.read_bytes()[:-10])


def damage_missing(folder: Path) -> None:
    (folder / "days.parquet").unlink()


def damage_notes(folder: Path) -> None:
    path = folder / "entry.json"
    path.write_bytes(path.read_bytes()[:40])


def damage_no_notes(folder: Path) -> None:
    (folder / "entry.json").unlink()


def damage_odd_notes(folder: Path) -> None:
    (folder / "entry.json").write_text("[]")


@pytest.mark.parametrize("damage", [damage_cut, damage_missing, damage_notes, damage_no_notes, damage_odd_notes])
def test_an_entry_that_is_not_whole_is_made_again(tmp_path: Path, damage: Any) -> None:
    folder = write_case(tmp_path / "case", {"logs/api.csv": lines("2015-06-01 10:00:00,a,ann,200", "x,a,ann,200")})
    before = load(folder)
    whole = content(before[0].entry)
    damage(before[0].entry.folder)
    after = load(folder)
    assert fresh(after) == [True]
    assert content(after[0].entry) == whole
    assert fresh(load(folder)) == [False]


# --- at once, killed, interrupted ----------------------------------------------------------------------------------


@pytest.mark.parametrize("gz", [False, True])
def test_processes_that_load_the_same_file_at_once_leave_one_entry(tmp_path: Path, gz: bool) -> None:
    folder = write_case(tmp_path / "case", packed(many_rows(5_000), gz))
    whole = content(load(folder)[0].entry)
    for _ in range(3):
        shutil.rmtree(tmp_path / "cache")
        barrier = FORK.Barrier(2)
        processes = [run(_load_together, barrier, folder) for _ in range(2)]
        for process in processes:
            process.join()
        assert [process.exitcode for process in processes] == [0, 0]
        assert len(in_cache()) == 1
        assert content(load(folder)[0].entry) == whole


def test_processes_that_make_the_key_at_once_get_the_same_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        monkeypatch.setenv("OVERSTAY_KEY_FILE", str(tmp_path / f"key-{number}" / "user.key"))
        barrier, keys = FORK.Barrier(3), FORK.Queue()
        processes = [run(_read_key_together, barrier, tmp_path / "case", keys) for _ in range(3)]
        found = {keys.get() for _ in processes}
        for process in processes:
            process.join()
        assert found == {userkey.read_key(tmp_path / "case")}
        assert [path.name for path in (tmp_path / f"key-{number}").iterdir()] == ["user.key"]


def test_a_load_killed_at_any_moment_leaves_nothing_or_a_whole_entry(tmp_path: Path, large: str) -> None:
    cases = [write_case(tmp_path / str(gz), packed(large, gz)) for gz in (False, True)]
    whole, took = [], []
    for folder in cases:
        process = run(load, folder)
        begun = time.monotonic()
        process.join()
        took.append(time.monotonic() - begun)
        [entry] = [one.entry for one in load(folder)]
        whole.append(content(entry))
        shutil.rmtree(entry.folder)
    moments, killed = random.Random(20150430), 0
    for number in range(20):
        which = number % 2
        process = run(load, cases[which])
        process.join(moments.uniform(0.02, 1) * took[which])
        process.kill()
        process.join()
        killed += process.exitcode == -signal.SIGKILL
        left = in_cache()
        assert len([name for name in left if not name.startswith(".load-")]) <= 1
        [again] = load(cases[which])
        assert content(again.entry) == whole[which]
        assert again.fresh == all(name.startswith(".load-") for name in left)
        if again.fresh:
            assert in_cache() == [again.entry.folder.name]
        shutil.rmtree(tmp_path / "cache")
    assert killed >= 5


def test_what_a_dead_process_left_is_cleared_even_where_its_number_is_ours(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    gone = run(print)
    gone.join()
    for number in (gone.pid, os.getpid()):
        (cache / f".load-{socket.gethostname()}-{number}-0a0b0c0d" / "entry").mkdir(parents=True)
    alive = cache / f".load-{socket.gethostname()}-{os.getppid()}-0a0b0c0d"
    alive.mkdir()
    [one] = read_log(tmp_path / "case", {"logs/api.csv": lines("2015-06-01 10:00:00,a,ann,200")})
    assert in_cache() == sorted([alive.name, one.entry.folder.name])


INTERRUPTED = """
import sys
from logcases import load
from pathlib import Path

def tell(tick):
    if tick.name.endswith(sys.argv[2]):
        print("now", flush=True)

load(Path(sys.argv[1]), report=tell)
"""


@pytest.mark.parametrize("step", ["checking", "unpacking", "loading"])
def test_ctrl_c_ends_a_load_and_leaves_nothing_behind(tmp_path: Path, large: str, step: str) -> None:
    folder = write_case(tmp_path / "case", packed(large * 8, step == "unpacking"))
    process = started(INTERRUPTED, folder, step)
    assert process.stdout is not None
    assert process.stdout.readline() == "now\n"
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate()
    assert process.returncode == -signal.SIGINT, said
    assert said.rstrip().endswith("KeyboardInterrupt")
    assert in_cache() == []


def test_ctrl_c_ends_overstay_check_and_leaves_nothing_behind(tmp_path: Path, large: str) -> None:
    folder = write_case(tmp_path / "case", {"logs/api.csv": large * 8})
    process = started("from overstay.cli import main; main()", "check", folder)
    while not list((tmp_path / "cache").glob(".load-*/entry/events-*")):
        assert process.poll() is None, process.communicate()
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate()
    assert process.returncode == 130
    assert said == "Stopped. Nothing is left half done.\n"
    assert in_cache() == []


# --- no room, no right ---------------------------------------------------------------------------------------------

FULL = """
import json, resource, sys
from pathlib import Path
from logcases import content, in_cache, load
from overstay.errors import CacheError

small, large, limit = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
before, names = content(load(small)[0].entry), in_cache()
if limit:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
try:
    load(large)
except CacheError as error:
    print(json.dumps([str(error), in_cache() == names, content(load(small)[0].entry) == before]))
else:
    print(json.dumps(["loaded", len(in_cache()), True]))
"""
OWN_MOUNTS = next(
    (
        command
        for command in (["unshare", "-m"], ["unshare", "-Urm"])
        if shutil.which("unshare")
        and not subprocess.run([*command, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode
    ),
    None,
)
# A disk with so many bytes, where mounting is permitted; everywhere, files that can grow to so many bytes.
ROOM = [("limit", n) for n in (1, 4_000, 40_000)] + [("disk", n) for n in (40_000, 80_000) if OWN_MOUNTS]


@pytest.mark.parametrize("gz", [False, True])
@pytest.mark.parametrize(("kind", "room"), ROOM)
def test_a_full_disk_is_told_and_leaves_the_cache_as_it_was(
    tmp_path: Path, large: str, kind: str, room: int, gz: bool
) -> None:
    small = write_case(tmp_path / "small", {"logs/api.csv": lines("2015-06-01 10:00:00,a,ann,200")})
    folder = write_case(tmp_path / "large", packed(large, gz))
    before: list[str] = []
    if kind == "disk":
        (tmp_path / "cache").mkdir()
        mount = f'mount -t tmpfs -o size={room} none "{tmp_path}/cache" && exec "$@"'
        before = [*(OWN_MOUNTS or []), "sh", "-c", mount, "sh"]
    process = started(FULL, small, folder, str(room if kind == "limit" else 0), before=before)
    said, _ = process.communicate()
    assert process.returncode == 0, said
    message, same, readable = json.loads(said)
    assert (same, readable) == (True, True)
    assert re.match(rf"logs/api\.csv(\.gz)? could not be loaded into {tmp_path}/cache: |{tmp_path}/cache/", message)
    assert message.endswith("; make room there, or set OVERSTAY_CACHE to another folder")


def test_a_cache_that_cannot_be_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("no folder")
    folder = write_case(tmp_path / "case", {"logs/api.csv": lines("2015-06-01 10:00:00,a,ann,200")})
    for place in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/overstay"), tmp_path / "a[1]"):
        monkeypatch.setenv("OVERSTAY_CACHE", str(place))
        with pytest.raises(CacheError, match=re.escape(str(place)) + ".*set OVERSTAY_CACHE"):
            load(folder)
        with pytest.raises(CacheError):
            open_case(folder, on_problem="reject")


# --- users are people -----------------------------------------------------------------------------------------------

PEOPLE = ["ann.lee@example.org", "bob-77812", "Zoë Quist", "0049 151 555"]


def of_people(*more: str) -> str:
    return lines(*(f"2015-06-01 10:00:00,a,{user},200" for user in PEOPLE * 3), *more)


def texts_in(cache: Path) -> Iterator[tuple[str, str]]:
    """Everything that stands in the cache: the bytes of each file, and every cell of the tables as text."""
    for path in sorted(cache.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes().decode("utf-8", "replace")
        if path.suffix == ".parquet":
            with duckdb.connect() as connection:
                for row in connection.read_parquet(str(path)).fetchall():
                    yield path.name, " ".join(map(str, row))


def files_with_people(cache: Path) -> set[str]:
    return {name for name, text in texts_in(cache) if any(person in text for person in PEOPLE)}


@pytest.mark.parametrize("users", ["key", "drop"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_no_user_stands_in_the_cache_but_in_rejected_rows(
    tmp_path: Path, own_cache: Path, users: str, encoding: str
) -> None:
    [one] = read_log(tmp_path / "sound", {"logs/api.csv": of_people()}, users=users, encoding=encoding)
    assert one.entry.meta["loaded"] == 12
    assert files_with_people(own_cache) == set()
    read_log(
        tmp_path / "broken",
        {"logs/api.csv": of_people("never,a,ann.lee@example.org,200", "bob-77812")},
        users=users,
        encoding=encoding,
    )
    assert files_with_people(own_cache) <= {"faults.parquet", "events-00000.parquet", "events-00001.parquet"}
    with duckdb.connect() as connection:
        for path in own_cache.glob("*/events-*.parquet"):
            rows = connection.read_parquet(str(path)).filter("label IS NOT NULL").fetchall()
            assert not any(person in str(row) for row in rows for person in PEOPLE)


@pytest.mark.parametrize("form", ["json", "web", "packed"])
def test_no_user_stands_in_the_cache_whatever_the_format(tmp_path: Path, own_cache: Path, form: str) -> None:
    if form == "json":
        rows = [{"time": "2015-06-01 10:00:00", "app": "a", "user": user, "status": 200} for user in PEOPLE]
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        read_log(tmp_path / "case", {"logs/api.jsonl": text})
    elif form == "web":
        text = "".join(f'h a {user} [01/Jun/2015:10:00:00 +0000] "GET / HTTP/1.1" 200 5\n' for user in PEOPLE)
        web = {"format": "common", "partner": "ident", "time": None, "time_zone": None}
        read_log(tmp_path / "case", {"logs/api.log": text}, **web)
    else:
        read_log(tmp_path / "case", {"logs/api.csv.gz": gzip.compress(of_people().encode())})
    assert len(in_cache()) == 1
    assert files_with_people(own_cache) == set()


def test_a_user_becomes_the_first_half_of_a_keyed_hash(tmp_path: Path) -> None:
    log = read_log(tmp_path / "case", {"logs/api.csv": of_people()})
    key = bytes.fromhex((tmp_path / "key" / "user.key").read_text())
    hashed = {UUID(hashlib.sha256(key + user.encode()).hexdigest()[:32]) for user in PEOPLE}
    assert {row[6] for row in events(log)} == hashed
    assert {row[7] for row in events(log)} == {None}


def test_users_are_kept_on_request_only_and_dropped_users_leave_nothing(tmp_path: Path) -> None:
    kept = read_log(tmp_path / "kept", {"logs/api.csv": of_people()}, users="keep")
    assert {row[7] for row in events(kept)} == set(PEOPLE)
    dropped = read_log(tmp_path / "dropped", {"logs/api.csv": of_people()}, users="drop")
    assert {row[6:] for row in events(dropped)} == {(None, None)}
    assert (kept[0].entry.meta["users"], dropped[0].entry.meta["users"]) == ("kept", "dropped")


def test_a_log_of_dropped_users_needs_no_key(tmp_path: Path) -> None:
    read_log(tmp_path / "case", {"logs/api.csv": of_people()}, users="drop")
    assert not (tmp_path / "key").exists()


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "key" / "user.key"
    before = os.umask(0)
    try:
        first = userkey.read_key(tmp_path / "case")
    finally:
        os.umask(before)
    assert (len(first), path.stat().st_mode & 0o777) == (32, 0o600)
    assert userkey.read_key(tmp_path / "case") == first
    assert [other.name for other in path.parent.iterdir()] == ["user.key"]


def test_a_key_inside_the_case_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_case(tmp_path / "case", {"logs/api.csv": of_people()})
    (tmp_path / "link").symlink_to(folder)
    for place in (folder / "user.key", folder / "keys" / "user.key", tmp_path / "link" / "user.key"):
        monkeypatch.setenv("OVERSTAY_KEY_FILE", str(place))
        with pytest.raises(CacheError, match=r"lies inside the case; set OVERSTAY_KEY_FILE elsewhere"):
            open_case(folder)
        assert not place.exists()
    assert in_cache() == []


@pytest.mark.parametrize("text", ["", "abcd\n", "no hexadecimal\n", "ü" * 64])
def test_a_key_file_that_holds_no_key_is_told_and_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "key" / "user.key"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CacheError, match=re.escape(str(path))):
        userkey.read_key(tmp_path / "case")
    assert path.read_text(encoding="utf-8") == text


def test_with_another_key_users_get_other_hashes_and_the_file_is_loaded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_case(tmp_path / "case", {"logs/api.csv": of_people()})
    first = load(folder)
    monkeypatch.setenv("OVERSTAY_KEY_FILE", str(tmp_path / "other.key"))
    second = load(folder)
    assert fresh(second) == [True]
    assert not {row[6] for row in events(first)} & {row[6] for row in events(second)}


def test_a_user_in_two_logs_counts_once_and_the_count_is_exact(tmp_path: Path) -> None:
    files = {
        "logs/one.csv": lines(*(f"2015-06-01 10:00:00,a,user {n},200" for n in range(1500))),
        "logs/two.csv": lines(*(f"2015-06-02 10:00:00,b,user {n},200" for n in range(1000, 2000))),
    }
    logs = described("one", file="logs/one.csv") + described("two", file="logs/two.csv")
    case = open_log(tmp_path / "case", files, logs=logs, statements=[said(partner_id="", quantifier="all")])
    verdicts = compare(case)
    logged = verdicts.comparisons.dropna(subset=["log_id"]).sort_values("log_id")
    assert rows_of(logged, "log_id", "events_after", "users_after") == [("one", 1500, 1500), ("two", 1000, 1000)]
    assert rows_of(people_after(verdicts), "events_after", "users_after") == [(2500, 2000)]
