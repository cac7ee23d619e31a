"""Nothing lost: rows read = loaded + rejected whatever a log is like, and what is rejected keeps line, reason, text."""

from __future__ import annotations

import gzip
import json
import re
import sqlite3
import sys
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from cases import rows_of, said
from logcases import HEADER, counted, described, events, lines, load, open_log, read_log, reasons, rejected, write_case
from openpyxl import Workbook

from overstay import CaseError, compare, evidence_lines, open_case
from overstay.access import Loaded
from overstay.errors import LogError
from overstay.lines import raw_lines

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


Loads = Callable[..., list[Loaded]]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OVERSTAY_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("OVERSTAY_KEY_FILE", str(tmp_path / "key" / "user.key"))


@pytest.fixture
def log(tmp_path: Path) -> Loads:
    """Loads a log of one file, logs/api.csv, with the usual header and these rows."""

    def loaded(*rows: str, **settings: Any) -> list[Loaded]:
        return read_log(tmp_path / "case", {"logs/api.csv": lines(*rows)}, **settings)

    return loaded


def problems(folder: Path) -> str:
    """What is wrong with a case folder, in words."""
    with pytest.raises(CaseError) as raised:
        open_case(folder)
    return "\n".join(map(str, raised.value.problems))


# --- every format says the same -----------------------------------------------------------------------------------

Cells = tuple[str | None, str | None, str | None, str | None]
EVENTS: list[Cells] = [
    ("2015-04-01 10:00:00", "a", "ann", "200"),
    ("2015-06-01 10:00:00", "a", "bob", "200"),
    (None, "a", "bob", "200"),
    ("2015-06-02 23:59:59", "b", "ann", "403"),
    ("2015-06-03 00:00:00", None, "ann", "200"),
    ("2015-06-04 12:30:00", "a", None, "200"),
]
NAMES = ("time", "app", "user", "status")


def delimited(mark: str) -> bytes:
    rows = [NAMES, *EVENTS]
    return "".join(mark.join(cell or "" for cell in row) + "\n" for row in rows).encode()


def json_lines() -> bytes:
    return b"".join(
        json.dumps({"request": {"time": t, "by": {"app": a, "user": u}}, "status": s and int(s)}).encode() + b"\n"
        for t, a, u, s in EVENTS
    )


def parquet(path: Path, kinds: tuple[str, str, str, str]) -> None:
    with duckdb.connect() as connection:
        marks = ", ".join("(?, ?, ?, ?)" for _ in EVENTS)
        connection.execute(
            f'CREATE TABLE log AS SELECT * FROM (VALUES {marks}) AS v (time, app, "user", status)',  # noqa: S608
            [cell for row in EVENTS for cell in row],
        )
        for name, kind in zip(NAMES, kinds, strict=True):
            connection.execute(f'ALTER TABLE log ALTER "{name}" TYPE {kind}')
        connection.table("log").write_parquet(str(path))


def workbook(path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(NAMES)
    for t, app, user, status in EVENTS:
        sheet.append([t and datetime.fromisoformat(t), app, user, status and int(status)])
    book.save(path)


def database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE requests (time TEXT, app TEXT, user TEXT, status INTEGER)")
        connection.executemany("INSERT INTO requests VALUES (?, ?, ?, ?)", EVENTS)
    connection.close()


def web_log(more: str = "") -> bytes:
    def line(t: str | None, app: str | None, user: str | None, status: str | None) -> str:
        stamp = datetime.fromisoformat(t).strftime("%d/%b/%Y:%H:%M:%S +0000") if t else "never"
        return f'192.0.2.1 {app or "-"} {user or "-"} [{stamp}] "GET /mail HTTP/1.1" {status} 5{more}\n'

    return "".join(line(*row) for row in EVENTS).encode()


NESTED: dict[str, Any] = {"time": "request.time", "partner": "request.by.app", "user": "request.by.user"}
WEB: dict[str, Any] = {"partner": "ident", "time": None, "time_zone": None}
TYPED = ("TIMESTAMP", "VARCHAR", "VARCHAR", "SMALLINT")
FORMATS: dict[str, tuple[bytes | Callable[[Path], None], dict[str, Any]]] = {
    "log.csv": (delimited(","), {}),
    "log.tsv": (delimited("\t"), {}),
    "semicolons.csv": (delimited(";"), {"delimiter": ";"}),
    "latin.csv": (delimited(","), {"encoding": "latin-1"}),
    "mark.csv": (b"\xef\xbb\xbf" + delimited(","), {}),
    "wide.csv": (delimited(",").decode().encode("utf-16"), {}),
    "returns.csv": (delimited(",").replace(b"\n", b"\r\n"), {}),
    "no-last-end.csv": (delimited(",").rstrip(b"\n"), {}),
    "log.csv.gz": (gzip.compress(delimited(",")), {}),
    "log.csv.zst": (zstd.compress(delimited(",")), {}),
    "log.tsv.gz": (gzip.compress(delimited("\t")), {}),
    "log.jsonl": (json_lines(), NESTED),
    "log.ndjson.gz": (gzip.compress(json_lines()), NESTED),
    "text.parquet": (lambda path: parquet(path, ("VARCHAR",) * 4), {}),
    "typed.parquet": (lambda path: parquet(path, TYPED), {}),
    "zoned.parquet": (lambda path: parquet(path, ("TIMESTAMPTZ", *TYPED[1:])), {"time_zone": None}),
    "log.xlsx": (workbook, {}),
    "log.sqlite": (database, {}),
    "access.log": (web_log(), {"format": "common"} | WEB),
    "access.log.gz": (gzip.compress(web_log(' "-" "curl/8"')), {"format": "combined"} | WEB),
}


def write_format(folder: Path, name: str) -> None:
    made, _ = FORMATS[name]
    path = folder / "logs" / name
    path.unlink(missing_ok=True)
    if isinstance(made, bytes):
        path.write_bytes(made)
    else:
        made(path)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_events_are_the_same_rows_in_every_format(tmp_path: Path, name: str) -> None:
    plain = read_log(tmp_path / "plain", {"logs/plain.csv": delimited(",")})
    folder = write_case(tmp_path / "case", {f"logs/{name}": b""}, **FORMATS[name][1])
    write_format(folder, name)
    log = load(folder)
    assert counted(log) == [(6, 4, 2)]
    assert events(log) == events(plain)
    assert [row[2:6] for row in events(log)] == [
        (date(2015, 4, 1), "a", 1, 0),
        (date(2015, 6, 1), "a", 1, 0),
        (date(2015, 6, 2), "b", 0, 1),
        (date(2015, 6, 4), "a", 1, 0),
    ]
    time, who = rejected(log)
    header = 0 if re.search("access|json|parquet|sqlite", name) else 1
    assert (time[0], who[0]) == (3 + header, 5 + header)
    assert time[1] in ("has no time", 'the time "never" is not read as %d/%b/%Y:%H:%M:%S %z')
    assert who[1] == "has no partner"
    assert "bob" in time[2] and "ann" in who[2]


def test_a_case_with_a_log_in_each_format_counts_each(tmp_path: Path) -> None:
    logs = [
        described(f"log{n}", file=f"logs/{name}", **settings) for n, (name, (_, settings)) in enumerate(FORMATS.items())
    ]
    folder = write_case(tmp_path / "case", dict.fromkeys((f"logs/{name}" for name in FORMATS), b""), logs="".join(logs))
    for name in FORMATS:
        write_format(folder, name)
    case = open_case(folder)
    assert counted(case) == [(6, 4, 2)] * len(FORMATS)
    assert rows_of(case.loads[-len(FORMATS) :], "rows", "loaded", "rejected") == [(6, 4, 2)] * len(FORMATS)
    assert set(rows_of(case.rejected.groupby("file", as_index=False).size(), "size")) == {(2,)}
    assert set(case.logs["users"]) == {"keyed"}
    assert set(rows_of(case.logs, "first_seen_at", "last_seen_at")) == {
        (pd.Timestamp(2015, 4, 1, 10), pd.Timestamp(2015, 6, 4, 12, 30))
    }


# --- what is rejected, and why -------------------------------------------------------------------------------------


def test_a_rejected_row_keeps_its_line_its_reason_and_its_text(log: Loads) -> None:
    found = log(
        "2015-06-01 10:00:00,a,ann,200",
        "last spring,a,ann,200",
        "2015-06-01 10:00:00,,ann,200",
        "2015-06-01 10:00:00,a,ann",
        "2015-06-01 10:00:00,a,ann,200,GET",
        "2015-06-01 10:00:01,a,ann,200",
    )
    assert counted(found) == [(6, 2, 4)]
    assert rejected(found) == [
        (3, 'the time "last spring" is not read as ISO 8601, as in 2018-05-03T14:03:22Z', "last spring,a,ann,200"),
        (4, "has no partner", "2015-06-01 10:00:00,,ann,200"),
        (5, "has 3 cells where the header has 4", "2015-06-01 10:00:00,a,ann"),
        (6, "has 5 cells where the header has 4", "2015-06-01 10:00:00,a,ann,200,GET"),
    ]


def test_a_raw_text_is_cut_at_2000_characters(log: Loads) -> None:
    [(_, _, raw)] = rejected(log("never,a,ann," + "x" * 9000))
    assert raw == ("never,a,ann," + "x" * 9000)[:2000]


def test_a_time_without_a_zone_is_rejected_with_the_setting_that_helps(log: Loads) -> None:
    found = log("2015-06-01 10:00:00,a,ann,200", "2015-06-01T10:00:00+02:00,a,ann,200", time_zone=None)
    assert counted(found) == [(2, 1, 1)]
    assert reasons(found) == ["the time 2015-06-01 10:00:00 has no UTC offset; set time_zone for this log in case.toml"]
    assert [row[0] for row in events(found)] == [datetime(2015, 6, 1, 8)]


def test_an_order_of_day_and_month_is_never_guessed(log: Loads) -> None:
    assert counted(log("03/04/2015 10:00:00,a,ann,200", "13/04/2015 10:00:00,a,ann,200")) == [(2, 0, 2)]


def test_a_declared_order_of_day_and_month_is_held_to(log: Loads) -> None:
    found = log("03/04/2015 10:00:00,a,ann,200", "04/13/2015 10:00:00,a,ann,200", time_format="%d/%m/%Y %H:%M:%S")
    assert [row[0] for row in events(found)] == [datetime(2015, 4, 3, 10)]
    assert reasons(found) == ['the time "04/13/2015 10:00:00" is not read as %d/%m/%Y %H:%M:%S']


@pytest.mark.parametrize(
    ("time_format", "time", "seen_at"),
    [
        ("epoch-s", "1427882400", datetime(2015, 4, 1, 10)),
        ("epoch-s", "1427882400.25", datetime(2015, 4, 1, 10, 0, 0, 250_000)),
        ("epoch-ms", "1427882400250", datetime(2015, 4, 1, 10, 0, 0, 250_000)),
        ("epoch-s", "-1", datetime(1969, 12, 31, 23, 59, 59)),
        ("iso", "1000-01-01T00:00:00Z", datetime(1000, 1, 1)),
        ("iso", "9998-12-29T23:59:59Z", datetime(9998, 12, 29, 23, 59, 59)),
    ],
)
def test_moments_are_read_to_the_microsecond(log: Loads, time_format: str, time: str, seen_at: datetime) -> None:
    assert [row[0] for row in events(log(f"{time},a,ann,200", time_format=time_format))] == [seen_at]


IMPOSSIBLE = {
    "iso": {
        "0001-01-01T00:00:00Z": "lies outside the years 1000 to 9998",
        "9999-12-31T23:59:59Z": "lies outside the years 1000 to 9998",
        "0001-01-01 00:00:00": "lies outside the years 1000 to 9998",
        "9999-12-31 23:59:59": "lies outside the years 1000 to 9998",
        "2015-02-30 10:00:00": "is not read as ISO 8601",
        "2015-06-01": "is not read as ISO 8601",
        "12015-06-01T10:00:00Z": "is not read as ISO 8601",
    },
    "%Y-%m-%d %H:%M:%S": {
        "0001-01-01 00:00:00": "lies outside the years 1000 to 9998",
        "9999-12-31 23:59:59": "lies outside the years 1000 to 9998",
        "15-06-01 10:00:00": "lies outside the years 1000 to 9998",
        "2015-06-01T10:00:00": "is not read as %Y-%m-%d %H:%M:%S",
    },
    "epoch-s": {
        "2015-06-01 10:00:00": "is not read as seconds since 1970",
        "253402300799": "lies outside the years 1000 to 9998",
        "1427882400000": "is not read as seconds since 1970",
        "9" * 400: "is not read as seconds since 1970",
    },
    "epoch-ms": {
        "nan": "is not read as milliseconds since 1970",
        "-62135596800000": "lies outside the years 1000 to 9998",
    },
}


@pytest.mark.parametrize("zone", ["UTC", "Europe/Dublin", "+14:00"])
@pytest.mark.parametrize("time_format", IMPOSSIBLE)
def test_a_time_that_no_log_can_mean_is_rejected(log: Loads, time_format: str, zone: str) -> None:
    times = IMPOSSIBLE[time_format]
    found = log(*(f"{time},a,ann,200" for time in times), time_format=time_format, time_zone=zone)
    assert counted(found) == [(len(times), 0, len(times))]
    assert all(why in reason for why, reason in zip(times.values(), reasons(found), strict=True))


def test_an_hour_that_clocks_skipped_is_no_time_and_one_given_twice_has_two_readings(
    log: Loads,
) -> None:
    found = log(
        "2015-03-29 01:30:00,a,ann,200",
        "2015-10-25 01:30:00,a,ann,200",
        "2015-10-25 01:30:00Z,a,ann,200",
        "2015-10-25 02:00:00,a,ann,200",
        time_zone="Europe/Dublin",
    )
    assert reasons(found) == [
        "the time 2015-03-29 01:30:00 does not exist in Europe/Dublin, where clocks went forward; is time_zone right?"
    ]
    assert [row[:2] for row in events(found)] == [
        (datetime(2015, 10, 25, 0, 30), datetime(2015, 10, 25, 1, 30)),
        (datetime(2015, 10, 25, 1, 30), None),
        (datetime(2015, 10, 25, 2, 0), None),
    ]


def test_a_clock_that_goes_backwards_is_counted_and_costs_no_row(tmp_path: Path, log: Loads) -> None:
    found = log(*(f"2015-06-01 {hour}:00:00,a,ann,200" for hour in (10, 11, 9, 12, 8)))
    assert counted(found) == [(5, 5, 0)]
    case = open_case(tmp_path / "case")
    [note] = case.coverage.loc[case.coverage["kind"] == "clock back", "note"]
    assert note == "logs/api.csv has 2 rows that are earlier than the row before"


# --- damaged files -------------------------------------------------------------------------------------------------

GOOD = "2015-06-01 10:00:00,a,ann,200\n"


@pytest.mark.parametrize(
    ("text", "counts", "line", "why"),
    [
        (b"2015-06-01 10:00:00,a\0,ann,200\n", (3, 2, 1), 3, "holds a NUL character"),
        (
            b"2015-06-01 10:00:00,a,Ren\xe9,200\n",
            (3, 2, 1),
            3,
            "holds the byte 0xE9, which is not UTF-8 text; set encoding for this log in case.toml",
        ),
        (
            b'2015-06-01 10:00:00,a,"ann,200\n',
            (3, 2, 1),
            3,
            "is not CSV: a quote is not closed; close it, or write a quote inside a cell twice",
        ),
    ],
)
def test_a_damaged_line_costs_that_line_only(
    tmp_path: Path, text: bytes, counts: tuple[int, int, int], line: int, why: str
) -> None:
    case = read_log(tmp_path / "case", {"logs/api.csv": (HEADER + GOOD).encode() + text + GOOD.encode()})
    assert counted(case) == [counts]
    [(at, reason, raw)] = rejected(case)
    assert (at, reason) == (line, why)
    assert raw == text.decode("utf-8", "replace").replace("\0", "\ufffd").rstrip("\n")


def test_columns_that_change_half_way_are_told_and_what_follows_is_kept(log: Loads) -> None:
    found = log(*["2015-06-01 10:00:00,a,ann,200"] * 5, *["2015-06-02 10:00:00,a,ann,GET,200"] * 4)
    assert counted(found) == [(9, 5, 4)]
    assert rejected(found)[0] == (
        7,
        "has 5 cells where the header has 4; from here on lines have 5 cells: the columns changed",
        "2015-06-02 10:00:00,a,ann,GET,200",
    )


@pytest.mark.parametrize("name", ["api.csv", "api.jsonl"])
def test_a_line_of_100_mb_is_one_rejected_row_in_bounded_memory(tmp_path: Path, name: str) -> None:
    good = GOOD if name == "api.csv" else '{"time":"2015-06-01 10:00:00","app":"a","user":"ann","status":200}\n'
    head, end = (b"2015-06-01 10:00:00,a,", b",200\n") if name == "api.csv" else (b'{"time":"', b'"}\n')
    folder = write_case(tmp_path / "case", {f"logs/{name}": (HEADER if name == "api.csv" else "") + good})
    with (folder / "logs" / name).open("ab") as file:
        file.write(head)
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(end + good.encode())
    tracemalloc.start()
    try:
        case = load(folder)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 40_000_000
    assert counted(case) == [(3, 2, 1)]
    [(line, reason, raw)] = rejected(case)
    assert line == (3 if name == "api.csv" else 2)
    assert reason == f"has {100_000_000 + len(head + end) - 1:,} bytes; a record may have 2,000,000"
    assert raw == (head.decode() + "x" * 2000)[:2000]


def test_what_can_be_read_of_a_truncated_archive_is_loaded_and_the_rest_is_said(tmp_path: Path) -> None:
    rows = [f"2015-06-01 10:00:{n % 60:02},a,user-{n * n},200" for n in range(2000)]
    packed = gzip.compress(lines(*rows).encode())
    case = open_log(tmp_path / "case", {"logs/api.csv.gz": packed[: len(packed) // 2]})
    [(count, good, bad)] = counted(case)
    assert 100 < good == count - 1 < 1990 and bad == 1
    [(line, reason, raw)] = rejected(case)
    assert (line, reason) == (good + 2, "is cut off: what could be unpacked ends in the middle of this line")
    assert rows[good].startswith(raw) and rows[good] != raw
    assert list(case.logs["truncated"]) == [True]
    [note] = case.coverage.loc[case.coverage["kind"] == "truncated", "note"]
    assert note.startswith("logs/api.csv.gz ends in the middle of its compressed data; ")


def test_half_a_line_that_looks_like_a_whole_one_is_not_taken_for_it(tmp_path: Path) -> None:
    text = lines("2015-06-01 10:00:00,a,ann,200", "2015-06-01 10:00:00,a,ann,403")[:-2]
    whole = read_log(tmp_path / "whole", {"logs/api.csv": text})
    assert counted(whole) == [(2, 2, 0)]
    packed = gzip.compress(text.encode())
    cut = read_log(tmp_path / "cut", {"logs/api.csv.gz": packed[:-4]})
    assert counted(cut) == [(2, 1, 1)]
    assert rejected(cut)[0][::2] == (3, "2015-06-01 10:00:00,a,ann,40")


def test_an_archive_that_is_cut_at_the_end_of_a_line_loses_no_line(tmp_path: Path) -> None:
    packed = gzip.compress(lines("2015-06-01 10:00:00,a,ann,200").encode())[:-4]
    log = read_log(tmp_path / "case", {"logs/api.csv.gz": packed})
    assert counted(log) == [(1, 1, 0)]
    assert log[0].entry.meta["truncated"].startswith("ends in the middle of its compressed data; ")


def test_a_header_without_rows_is_a_log_without_rows(tmp_path: Path) -> None:
    for name, text in (("api.csv", HEADER), ("api.jsonl", ""), ("api.csv.gz", gzip.compress(HEADER.encode()))):
        case = open_log(tmp_path / name.replace(".", "-"), {f"logs/{name}": text})
        assert counted(case) == [(0, 0, 0)]
        assert len(case.access) == len(case.coverage) == len(events(case.loaded)) == 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "has no header; its first line must name the columns"),
        ("\n\n", "has no header; its first line must name the columns"),
        ("time,user,status\n", "has no column 'app'; the header has 'time', 'user', 'status'"),
        ("time,app,user,status,time\n", "has 'time' twice in the header; the header has 'time', 'app', 'user', "),
        ("time,app,us\0er,status\n", "has no header that can be read: it holds a NUL character"),
    ],
)
def test_a_csv_file_that_cannot_be_read_at_all_is_one_problem(tmp_path: Path, text: str, why: str) -> None:
    folder = write_case(tmp_path / "case", {"logs/api.csv": text})
    assert f"logs/api.csv: {why}" in problems(folder)
    left = open_case(folder, on_problem="reject")
    assert (len(left.problems), len(left.logs), len(left.access)) == (1, 0, 0)


@pytest.mark.parametrize("name", ["api.parquet", "api.xlsx", "api.sqlite", "api.csv.gz", "api.csv.zst"])
@pytest.mark.parametrize("text", [b"", b"no such thing" * 50])
def test_a_file_that_is_not_what_its_name_says_is_one_problem(tmp_path: Path, name: str, text: bytes) -> None:
    with pytest.raises(LogError, match=f"^logs/{name}: (is|has|cannot) "):
        read_log(tmp_path / "case", {f"logs/{name}": text})


def test_a_parquet_file_that_was_cut_short_is_a_problem_of_the_file_and_not_of_the_disk(tmp_path: Path) -> None:
    parquet(tmp_path / "whole.parquet", TYPED)
    cut = (tmp_path / "whole.parquet").read_bytes()[:-20]
    assert "logs/api.parquet: cannot be read: " in problems(write_case(tmp_path / "case", {"logs/api.parquet": cut}))


def test_counts_too_large_to_add_up_are_a_problem_and_no_crash(tmp_path: Path) -> None:
    row = "2015-06-01 10:00:00,a,ann,200," + "9" * 15 + "\n"
    folder = write_case(tmp_path / "case", {"logs/api.csv": "time,app,user,status,hits\n" + row * 10_000}, count="hits")
    assert "logs/api.csv: cannot be read: " in problems(folder)


# --- the quick way and the careful way --------------------------------------------------------------------------


def noisy(count: int) -> Iterator[str]:
    """Rows of which some are no rows, at places that repeat irregularly."""
    for n in range(count):
        time = f"2015-0{4 + n % 3}-{1 + n % 28:02} {n % 24:02}:{n % 60:02}:{n % 59:02}"
        row = f"{time},a,user {n % 997},{200 + n % 2 * 203}"
        if n % 701 == 5:
            row = row[:10] + ",a"  # too few cells, and no time
        elif n % 997 == 3:
            row += ",more"
        elif n % 1013 == 0:
            row = row.replace("2015", "year")
        elif n % 89 == 88:
            row = row.replace(",a,", ", ,")
        yield row


def test_the_quick_way_and_the_careful_way_agree_on_lines_texts_and_rows(tmp_path: Path) -> None:
    # The second encoding is the first with another name, which only the careful reader takes.
    files = {"logs/api.csv": lines(*noisy(30_000))}
    quick = read_log(tmp_path / "quick", files, encoding="utf-8")
    careful = read_log(tmp_path / "careful", files, encoding="utf-8-sig")
    parts = [[Path(path).name for path in log[0].entry.events] for log in (quick, careful)]
    assert parts[0] == ["events-00000.parquet"] and parts[1][0] == "events-00001.parquet"
    assert counted(quick) == counted(careful)
    assert len(rejected(quick)) > 400
    assert rejected(quick) == rejected(careful)
    assert events(quick) == events(careful)
    assert quick[0].entry.meta["clock_back"] == careful[0].entry.meta["clock_back"] > 1000


def test_lines_of_rejected_rows_are_those_of_the_file(tmp_path: Path) -> None:
    text = lines(*noisy(30_000))
    case = read_log(tmp_path / "case", {"logs/api.csv": text})
    physical = text.split("\n")
    assert all(physical[line - 1] == raw for line, _, raw in rejected(case))


@pytest.mark.parametrize("name", ["api.csv", "api.csv.gz", "careful.csv", "returns.csv"])
def test_evidence_leads_to_the_very_line(tmp_path: Path, name: str) -> None:
    text = lines(*noisy(10_000)) + ('"2015-04-01\n' if name == "careful.csv" else "")
    text = text.replace("\n", "\r\n") if name == "returns.csv" else text
    data = gzip.compress(text.encode()) if name.endswith(".gz") else text.encode()
    case = open_log(tmp_path / "case", {f"logs/{name}": data}, statements=[said()])
    assert case.logs["rejected"].sum() > 100
    found = evidence_lines(compare(case), "S1", limit=1000, raw=True)
    assert len(found) == 2000
    physical = [line.rstrip("\r") for line in text.split("\n")]
    for row in found.itertuples():
        assert row.raw == physical[row.line - 1]
        assert row.raw.startswith(f"{row.seen_at:%Y-%m-%d %H:%M:%S},a,")
        assert row.outcome == ("refused" if row.raw.endswith("403") else "served")
    assert set(found["sha256"]) == set(case.logs["sha256"])


def test_a_blank_line_is_no_row_in_either_way(tmp_path: Path) -> None:
    for number, blank in enumerate(("", "   ", "\t")):
        text = HEADER + GOOD + blank + "\n" + GOOD + blank + "\n"
        assert counted(read_log(tmp_path / str(number), {"logs/api.csv": text})) == [(2, 2, 0)]


def test_a_record_of_several_lines_is_one_row_and_the_lines_after_it_are_right(
    log: Loads,
) -> None:
    found = log('2015-06-01 10:00:00,a,"an\nn",200', "never,a,ann,200", "2015-06-01 10:00:00,a,ann,200")
    assert counted(found) == [(3, 2, 1)]
    assert [row[0] for row in rejected(found)] == [4]


# --- names ---------------------------------------------------------------------------------------------------------


NAMED = [
    *("a1.csv", "ax.csv", "a[1].csv", "a*.csv", "a?.csv", "a\\b.csv", "a\\[1].csv"),
    *("'; DROP TABLE x; --.csv", "$file.csv", "<b>&amp;.csv", "new\nline.csv", " .csv", "ü\u202e.csv"),
    *("c1=evil/a.csv", "app=evil/a.csv", "s3:/a.csv", "~/a.csv"),
]


def test_the_name_of_a_file_is_a_name_and_no_pattern(tmp_path: Path) -> None:
    files = {f"logs/{name}": lines(f"2015-06-01 10:00:00,of file {n},ann,200") for n, name in enumerate(NAMED)}
    log = read_log(tmp_path / "case", files, file=["logs/*.csv", "logs/*/*.csv"])
    assert counted(log) == [(1, 1, 0)] * len(NAMED)
    names = {one.file.name: [row[3] for row in events([one])] for one in log}
    assert names == {f"logs/{name}": [f"of file {n}"] for n, name in enumerate(NAMED)}


def test_a_parquet_file_has_no_columns_from_its_folders(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", {"logs/app=evil/a.parquet": b""}, file="logs/*/*.parquet")
    with duckdb.connect() as con:
        rows = con.sql("SELECT '2015-06-01 10:00:00' AS \"time\", 'u' AS \"user\", '200' AS status")
        rows.write_parquet(str(folder / "logs" / "app=evil" / "a.parquet"))
    assert "has no column 'app'" in problems(folder)


@pytest.mark.parametrize("column", ['q"uote', "select", "a.b", "c0", "'; DROP TABLE events; --", "$ü x"])
def test_the_name_of_a_column_is_a_name(tmp_path: Path, column: str) -> None:
    head = column.replace('"', '""')
    text = f'time,"{head}",user,status\n2015-06-01 10:00:00,a,ann,200\n'
    nested = json.dumps({"time": "2015-06-01 10:00:00", column: "a", "user": "ann", "status": 200})
    folder = write_case(tmp_path / "parquet", {"logs/api.parquet": b""}, partner=column)
    with duckdb.connect() as con:
        table = pd.DataFrame([["2015-06-01 10:00:00", "a", "ann", "200"]], columns=["time", column, "user", "status"])
        con.from_df(table).write_parquet(str(folder / "logs" / "api.parquet"))
    for log in (
        read_log(tmp_path / "csv", {"logs/api.csv": text}, partner=column),
        read_log(tmp_path / "json", {"logs/api.jsonl": nested + "\n"}, partner=column),
        load(folder),
    ):
        assert [row[3] for row in events(log)] == ["a"]


def test_a_hostile_partner_is_a_name_that_nobody_has(tmp_path: Path) -> None:
    rows = ('2015-06-01 10:00:00,"\'); DROP TABLE partners; --",ann,200', "2015-06-01 10:00:00,<script>,ann,200")
    found = open_log(tmp_path / "case", {"logs/api.csv": lines(*rows)})
    assert rows_of(found.access, "partner_as_logged", "known") == [
        ("'); DROP TABLE partners; --", False),
        ("<script>", False),
    ]
    assert len(found.partners) == 6


@pytest.mark.parametrize("name", ["../outside.csv", "logs/../../outside.csv", "/etc/passwd", "logs\\api.csv"])
def test_a_log_outside_the_case_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.csv").write_text(lines("2015-06-01 10:00:00,a,ann,200"))
    folder = write_case(tmp_path / "case", {"logs/api.csv": HEADER}, file=name)
    assert "must lie inside the case folder" in problems(folder)


@pytest.mark.parametrize("pattern", ["logs/link.csv", "logs/*.csv", "linked/*.csv"])
def test_a_link_that_leads_out_of_the_case_is_refused(tmp_path: Path, pattern: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "api.csv").write_text(lines("2015-06-01 10:00:00,a,ann,200"))
    folder = write_case(tmp_path / "case", {"logs/api.csv": HEADER}, file=pattern)
    (folder / "logs" / "link.csv").symlink_to(outside / "api.csv")
    (folder / "linked").symlink_to(outside)
    assert "is a link to a file outside" in problems(folder)


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", {"logs/api.csv": lines("2015-06-01 10:00:00,a,ann,200")})

    def write_more(tick: object) -> None:
        with (folder / "logs" / "api.csv").open("a") as file:
            file.write(GOOD)

    with pytest.raises(CaseError, match=r"logs/api\.csv: was changed while it was read; load it again when nothing"):
        open_case(folder, on_progress=write_more)
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_file_that_goes_away_while_it_is_read_is_one_problem(tmp_path: Path) -> None:
    folder = write_case(tmp_path / "case", {"logs/api.csv": lines("2015-06-01 10:00:00,a,ann,200")})
    with pytest.raises(CaseError, match=r"logs/api\.csv: cannot be read: "):
        open_case(folder, on_progress=lambda tick: (folder / "logs" / "api.csv").unlink(missing_ok=True))


def test_one_file_of_several_that_cannot_be_read_leaves_the_log_out(tmp_path: Path) -> None:
    files = {"logs/1.csv": lines("2015-06-01 10:00:00,a,ann,200"), "logs/2.csv": ""}
    case = open_case(write_case(tmp_path / "case", files), on_problem="reject")
    assert [str(problem) for problem in case.problems] == [
        "logs/2.csv: has no header; its first line must name the columns (the log api is left out)"
    ]
    assert len(case.logs) == len(case.access) == 0


def test_rows_of_all_files_of_a_log_are_counted_by_file(tmp_path: Path) -> None:
    files = {f"logs/{n}.csv": lines(*["2015-06-01 10:00:00,a,ann,200"] * n, "never,a,ann,200") for n in (1, 2, 3)}
    case = open_log(tmp_path / "case", files, logs=described(file="logs/?.csv"))
    assert counted(case) == [(2, 1, 1), (3, 2, 1), (4, 3, 1)]
    assert rows_of(case.rejected, "file", "line") == [("logs/1.csv", 3), ("logs/2.csv", 4), ("logs/3.csv", 5)]
    assert list(case.access["served"]) == [6]


# --- one record, counted once ------------------------------------------------------------------------------------


def test_copies_of_a_file_in_one_log_count_once(tmp_path: Path) -> None:
    text = lines("2015-06-01 10:00:00,a,ann,200", "2015-06-02 10:00:00,a,bob,200")
    case = open_log(tmp_path / "case", {"logs/1.csv": text, "logs/2.csv": text})
    assert counted(case) == [(2, 2, 0)] * 2
    assert rows_of(case.access, "served", "refused") == [(2, 0)]
    assert rows_of(case.daily(), "served") == [(1,), (1,)]
    verdicts = compare(case)
    assert rows_of(verdicts.comparisons, "events_after", "users_after") == [(2, 2)]
    assert rows_of(evidence_lines(verdicts, "S1"), "file", "line") == [("logs/1.csv", 2), ("logs/1.csv", 3)]


@pytest.mark.parametrize("other", ["logs/1.csv", "logs/2.csv"])
def test_what_one_log_shows_is_not_counted_for_another(tmp_path: Path, other: str) -> None:
    files = {
        "logs/1.csv": lines("2015-06-01 10:00:00,a,ann,200", "2015-06-01 11:00:00,a,bob,403"),
        "logs/2.csv": lines(*["2015-07-01 10:00:00,a,zoe,200"] * 3),
    }
    case = open_log(tmp_path / "case", files, logs=described("one", file="logs/1.csv") + described("two", file=other))
    second = (1, 1, 1) if other == "logs/1.csv" else (3, 1, 0)
    assert rows_of(case.access, "log_id", "served") == [("one", 1), ("two", second[0])]
    compared = compare(case).comparisons.sort_values("log_id")
    assert rows_of(compared, "log_id", "events_after", "users_after", "refused_after") == [
        ("one", 1, 1, 1),
        ("two", *second),
    ]


# --- what only looks like a time -----------------------------------------------------------------------------------


@pytest.mark.parametrize("time_format", ["iso", "%Y-%m-%d %H:%M:%S"])
def test_words_that_a_database_takes_for_times_are_none(log: Loads, time_format: str) -> None:
    words = ("epoch", "infinity", "-Infinity", "now", "today")
    found = log(*(f"{word},a,ann,200" for word in words), time_format=time_format)
    assert counted(found) == [(5, 0, 5)]
    assert all(" is not read as " in reason for reason in reasons(found))


def test_a_word_is_no_month(log: Loads) -> None:
    found = log("epoch,a,ann,200", "2015-06,a,ann,200", time=None, time_zone=None, period="time", period_unit="month")
    assert counted(found) == [(2, 1, 1)]


def test_a_year_of_two_digits_and_an_offset_of_a_day_are_no_iso(log: Loads) -> None:
    times = ("18-05-03 04:05:06", "2018-05-03T04:05:06+25:00", "2018-05-03T04:05:06+99", "2018-05-03T04:05:06+01:99")
    assert counted(log(*(f"{time},a,ann,200" for time in times))) == [(4, 0, 4)]


def test_lines_are_found_again_wherever_they_lie_in_a_large_file(tmp_path: Path) -> None:
    """A chunk may end in the middle of a line, or within one that is longer than any row may be."""
    texts = [f"{n}," + "x" * (n % 97) for n in range(120_000)]
    texts[50_000] = "y" * 9_000_000
    path = tmp_path / "large.csv"
    path.write_text("\n".join(texts), encoding="utf-8")
    wanted = [1, 2, 49_999, 50_000, 50_001, 50_002, 50_003, 90_000, 119_999, 120_000]
    found = raw_lines(path, pd.Series(wanted))
    assert found == {line: texts[line - 1][:2_000] for line in wanted}
