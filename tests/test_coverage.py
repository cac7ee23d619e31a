"""What the silence of a log is worth: where it has records, where it has none, and what follows for a statement.

Where nothing else is said, access was said to have ended on 30 April 2015; partner `a` was last served before that
day, and records of `b` show on which days the log was written at all.
"""

from __future__ import annotations

import gzip
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from cases import Row, rows_of, said, usual_sources
from test_log_verdicts import hits, log, open_logs, with_logs

from overstay import Case, compare, open_case

CONSISTENT, CANNOT_TELL = "consistent", "cannot tell"
SAID = "The company said that the access ended on 30 April 2015. "
NOTHING = f"{SAID}Nothing is seen after that"
BEFORE = "2015-03-15 00:00:00,a"


def days(first: str, last: str, *, without: tuple[str, str] | None = None, each: int = 1) -> list[str]:
    """Records of `b` on each day from first to last, but for a stretch."""
    day, end, lines = date.fromisoformat(first), date.fromisoformat(last), []
    while day <= end:
        if not (without and without[0] <= day.isoformat() <= without[1]):
            lines += [f"{day} {12 + n // 60:02}:{n % 60:02}:00,b" for n in range(each)]
        day += timedelta(days=1)
    return lines


def judged(case: Case, **options: Any) -> list[tuple[Any, ...]]:
    """Verdict and reason of each comparison."""
    return rows_of(compare(case, **options).comparisons, "verdict", "reason")


def coverage(case: Case) -> list[tuple[Any, ...]]:
    """The rows of the coverage: log, kind, first and last day, note."""
    return [
        (log_id, kind, *(None if day is None else f"{day:%Y-%m-%d}" for day in (first, last)), note)
        for log_id, kind, first, last, note in rows_of(
            case.coverage, "log_id", "kind", "from_date", "until_date", "note"
        )
    ]


GAP, LOW, RECORDS = "no record of anybody", "far fewer records than usual", ""


def test_a_log_that_goes_on_without_the_partner_is_consistent(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said()], api=log(BEFORE, *days("2015-03-15", "2015-06-30")))
    assert judged(case) == [(CONSISTENT, f"{NOTHING}, and the evidence still watched on 30 June 2015.")]
    assert coverage(case) == [("api", "records", "2015-03-15", "2015-06-30", RECORDS)]


def test_a_gap_right_after_the_stated_end_leaves_it_open(tmp_path: Path) -> None:
    api = log(BEFORE, *days("2015-03-15", "2015-06-30", without=("2015-04-29", "2015-05-03")))
    case = open_logs(tmp_path, [said()], api=api)
    assert judged(case) == [
        (
            CANNOT_TELL,
            f"{NOTHING} in the log api, but right after the stated end it has no records "
            "from 29 April 2015 to 3 May 2015.",
        )
    ]
    assert coverage(case) == [
        ("api", "records", "2015-03-15", "2015-04-28", RECORDS),
        ("api", "gap", "2015-04-29", "2015-05-03", GAP),
        ("api", "records", "2015-05-04", "2015-06-30", RECORDS),
    ]


def test_a_gap_of_the_very_next_day_is_one(tmp_path: Path) -> None:
    api = log(BEFORE, *days("2015-03-15", "2015-06-30", without=("2015-05-01", "2015-05-01")))
    [(verdict, reason)] = judged(open_logs(tmp_path, [said()], api=api))
    assert (verdict, reason.split(", but ")[1]) == (
        CANNOT_TELL,
        "right after the stated end it has no records on 1 May 2015.",
    )


@pytest.mark.parametrize("last", ["2015-04-29", "2015-04-30"])
def test_a_gap_up_to_the_stated_day_is_none_after_it(tmp_path: Path, last: str) -> None:
    api = log(BEFORE, *days("2015-03-15", "2015-06-30", without=("2015-04-20", last)))
    assert [verdict for verdict, _ in judged(open_logs(tmp_path, [said()], api=api))] == [CONSISTENT]


def test_a_later_gap_is_counted_where_the_rest_is_consistent(tmp_path: Path) -> None:
    api = log(BEFORE, *days("2015-03-15", "2015-06-30", without=("2015-05-02", "2015-05-31")))
    assert judged(open_logs(tmp_path, [said()], api=api)) == [
        (
            CONSISTENT,
            f"{NOTHING}, and the evidence still watched on 30 June 2015. "
            "On 30 days after it the log has no records, or far fewer than usual.",
        )
    ]


def test_grace_moves_the_day_on_which_a_gap_matters(tmp_path: Path) -> None:
    api = log(BEFORE, *days("2015-03-15", "2015-06-30", without=("2015-05-08", "2015-05-09")))
    case = open_logs(tmp_path, [said()], api=api)
    found = [judged(case, grace_days=n)[0][0] for n in (0, 6, 7, 8, 9)]
    assert found == [CONSISTENT, CONSISTENT, CANNOT_TELL, CANNOT_TELL, CONSISTENT]


def test_a_log_that_begins_only_later_shows_nothing_of_the_days_between(tmp_path: Path) -> None:
    refused = "2015-06-02 00:00:00,a,403"
    status = {"columns": "time,who,status", "status": "status", "refused": ["403"]}
    case = open_logs(tmp_path, [said()], api=log("2015-05-02 00:00:00,b,200", refused, **status))
    assert judged(case) == [
        (
            CANNOT_TELL,
            f"{NOTHING} in the log api, but it begins only on 2 May 2015. 1 request was refused after it.",
        )
    ]
    on_the_day = open_logs(tmp_path / "next", [said()], api=log("2015-05-01 00:00:00,b,200", refused, **status))
    assert judged(on_the_day)[0][0] == CONSISTENT


@pytest.mark.parametrize(
    ("last", "verdict"), [("2015-04-29", CANNOT_TELL), ("2015-04-30", CANNOT_TELL), ("2015-05-01", CONSISTENT)]
)
def test_a_log_that_stops_by_the_stated_day_says_nothing(tmp_path: Path, last: str, verdict: str) -> None:
    case = open_logs(tmp_path, [said()], api=log(BEFORE, *days("2015-03-15", last)))
    assert [found for found, _ in judged(case)] == [verdict]


def test_the_day_on_which_a_log_ends_is_that_of_its_own_calendar(tmp_path: Path) -> None:
    lines = (BEFORE, "2015-04-30 12:00:00,b", "2015-05-01 08:00:00,b")  # in Tokyo the last is still 30 April in UTC
    east = open_logs(tmp_path / "east", [said()], api=log(*lines, time_zone="Asia/Tokyo"))
    assert coverage(east)[-1] == ("api", "records", "2015-04-30", "2015-05-01", RECORDS)
    with_offset = [line.replace(",", "+09:00,") for line in lines]
    utc = open_logs(tmp_path / "utc", [said()], api=log(*with_offset, time_zone=None))
    assert coverage(utc)[-1] == ("api", "records", "2015-04-30", "2015-04-30", RECORDS)
    assert (judged(east)[0][0], judged(utc)[0][0]) == (CONSISTENT, CANNOT_TELL)


def test_days_with_far_fewer_records_are_as_good_as_none_right_after_the_end(tmp_path: Path) -> None:
    fewer, usual = days("2015-05-01", "2015-05-03", each=2), days("2015-05-04", "2015-06-30", each=30)
    api = log("2015-04-01 00:00:00,a", *days("2015-04-01", "2015-04-30", each=30), *fewer, *usual)
    case = open_logs(tmp_path, [said()], api=api)
    assert judged(case) == [
        (
            CANNOT_TELL,
            f"{NOTHING} in the log api, but right after the stated end it has far fewer records than usual "
            "from 1 May 2015 to 3 May 2015.",
        )
    ]
    assert coverage(case) == [
        ("api", "records", "2015-04-01", "2015-04-30", RECORDS),
        ("api", "low", "2015-05-01", "2015-05-03", LOW),
        ("api", "records", "2015-05-04", "2015-06-30", RECORDS),
    ]


def test_a_tenth_of_the_usual_is_not_far_fewer(tmp_path: Path) -> None:
    usual = [*days("2015-04-01", "2015-04-30", each=30), *days("2015-05-02", "2015-06-30", each=30)]
    case = open_logs(tmp_path, [said()], api=log(BEFORE, *usual, *days("2015-05-01", "2015-05-01", each=3)))
    assert ("api", "low", "2015-05-01", "2015-05-01", LOW) not in coverage(case)
    assert judged(case)[0][0] == CONSISTENT


def test_in_a_short_log_nothing_is_usual(tmp_path: Path) -> None:
    usual = days("2015-04-24", "2015-04-30", each=30), days("2015-05-02", "2015-05-05", each=30)
    case = open_logs(tmp_path, [said()], api=log(BEFORE, *usual[0], "2015-05-01 00:00:00,b", *usual[1]))
    assert [kind for _, kind, *_ in coverage(case)] == ["records", "gap", "records"]
    assert judged(case)[0][0] == CONSISTENT


@pytest.mark.parametrize("lines", [days("2015-03-15", "2015-06-30"), days("2015-03-15", "2015-05-01")])
def test_a_log_that_is_a_sample_is_never_consistent(tmp_path: Path, lines: list[str]) -> None:
    case = open_logs(tmp_path, [said()], api=log(BEFORE, *lines, incomplete="one request in a hundred"))
    assert judged(case) == [
        (CANNOT_TELL, f"{NOTHING} in the log api, but its silence proves nothing: one request in a hundred.")
    ]
    assert coverage(case)[-1] == ("api", "incomplete", None, None, "one request in a hundred")


def test_a_sample_is_evidence_where_it_shows_access(tmp_path: Path) -> None:
    api = log("2015-05-03 00:00:00,a", incomplete="one request in a hundred")
    assert judged(open_logs(tmp_path, [said()], api=api))[0][0] == "contradicted"


def test_a_month_without_a_record_is_a_gap_of_all_its_days(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said()], api=hits("2015-03,a,5", "2015-04,b,5", "2015-06,b,5", "2015-07,b,5"))
    assert coverage(case) == [
        ("api", "records", "2015-03-01", "2015-04-30", RECORDS),
        ("api", "gap", "2015-05-01", "2015-05-31", GAP),
        ("api", "records", "2015-06-01", "2015-07-31", RECORDS),
    ]
    assert judged(case) == [
        (
            CANNOT_TELL,
            f"{NOTHING} in the log api, but right after the stated end it has no records "
            "from 1 May 2015 to 31 May 2015.",
        )
    ]


def test_the_month_of_the_stated_day_watches_no_later_one(tmp_path: Path) -> None:
    statements = [said(stated_date="2015-04-15")]
    april = open_logs(tmp_path / "april", statements, api=hits("2015-03,a,5", "2015-04,b,5"))
    may = open_logs(tmp_path / "may", statements, api=hits("2015-03,a,5", "2015-04,b,5", "2015-05,b,5"))
    assert (judged(april)[0][0], judged(may)[0][0]) == (CANNOT_TELL, CONSISTENT)
    assert judged(may)[0][1].endswith("Nothing is seen after that, and the evidence still watched in May 2015.")


def test_months_in_a_row_are_one_stretch_over_february_and_new_year(tmp_path: Path) -> None:
    case = open_logs(
        tmp_path, [said()], api=hits("2015-11,a,1", "2015-12,a,1", "2016-01,a,1", "2016-02,a,1", "2016-03,a,1")
    )
    assert coverage(case) == [("api", "records", "2015-11-01", "2016-03-31", RECORDS)]


def test_years_too(tmp_path: Path) -> None:
    yearly = {"period": "time", "period_unit": "year", "count": "hits"}
    case = open_logs(tmp_path, [said()], api=hits("2013,a,1", "2014,b,1", "2016,b,1", **yearly))
    assert coverage(case) == [
        ("api", "records", "2013-01-01", "2014-12-31", RECORDS),
        ("api", "gap", "2015-01-01", "2015-12-31", GAP),
        ("api", "records", "2016-01-01", "2016-12-31", RECORDS),
    ]
    assert judged(case)[0][0] == CANNOT_TELL


def test_the_gaps_of_one_log_are_not_those_of_another(tmp_path: Path) -> None:
    api = log(BEFORE, *days("2015-03-15", "2015-06-30", without=("2015-05-01", "2015-05-09")))
    sdk = log(BEFORE, *days("2015-03-15", "2015-06-30", without=("2015-05-10", "2015-05-31")))
    case = open_logs(tmp_path, [said()], api=api, sdk=sdk)
    assert rows_of(compare(case).comparisons, "log_id", "verdict") == [("api", CANNOT_TELL), ("sdk", CONSISTENT)]
    assert [row[:4] for row in coverage(case) if row[1] == "gap"] == [
        ("api", "gap", "2015-05-01", "2015-05-09"),
        ("sdk", "gap", "2015-05-10", "2015-05-31"),
    ]


def test_several_files_are_one_log_without_a_gap_between_them(tmp_path: Path) -> None:
    folder = with_logs(
        tmp_path, {"x1": log(BEFORE, *days("2015-03-15", "2015-04-30"), file="logs/x*.csv")}, statements=[said()]
    )
    lines = ["time,who", *days("2015-05-01", "2015-06-30"), ""]
    (folder / "logs" / "x2.csv").write_text("\n".join(lines), encoding="utf-8")
    case = open_case(folder)
    assert coverage(case) == [("x1", "records", "2015-03-15", "2015-06-30", RECORDS)]
    assert rows_of(case.logs, "file", "rows", "loaded", "rejected") == [
        ("logs/x1.csv", 48, 48, 0),
        ("logs/x2.csv", 61, 61, 0),
    ]


def test_the_first_and_the_last_record_of_each_partner_are_known(tmp_path: Path) -> None:
    lines = (
        "2015-03-01 10:00:00,a,200",
        "2015-03-02 10:00:00,b,403",
        "2015-03-05 10:00:00,a,200",
        "2015-04-01 00:00:00,a,403",
    )
    status = {"columns": "time,who,status", "status": "status", "refused": ["403"]}
    case = open_logs(tmp_path, [said()], api=log(*lines, **status))
    assert rows_of(case.access, "partner_id", "first_seen", "last_seen", "served", "refused") == [
        ("a", "2015-03-01T10:00:00Z", "2015-03-05T10:00:00Z", 2, 1),
        ("b", None, None, 0, 1),
    ]
    [(first, last)] = rows_of(case.logs, "first_seen_at", "last_seen_at")
    assert (first.isoformat(), last.isoformat()) == ("2015-03-01T10:00:00", "2015-04-01T00:00:00")


def test_of_months_the_first_and_the_last_are_months(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said()], api=hits("2015-03,a,5", "2015-01,a,5", "2015-05,a,0"))
    assert rows_of(case.access, "first_seen", "last_seen", "served") == [("2015-01", "2015-03", 10)]


def test_a_log_cut_off_in_the_middle_says_so(tmp_path: Path) -> None:
    folder = with_logs(tmp_path, {"api": log(BEFORE, file="logs/api.csv.gz")}, statements=[said()])
    text = "\n".join(["time,who", BEFORE, *days("2015-03-15", "2015-06-30", each=20), ""]).encode()
    packed = gzip.compress(text, mtime=0)
    (folder / "logs" / "api.csv.gz").write_bytes(packed[: len(packed) // 2])
    case = open_case(folder)
    assert rows_of(case.logs, "truncated") == [(True,)]
    [note] = case.coverage.query("kind == 'truncated'")["note"]
    assert note.startswith("logs/api.csv.gz ")
    [(verdict, reason)] = judged(case)
    assert verdict == CANNOT_TELL or reason.endswith("A file of the log is cut off.")


def test_rows_that_could_not_be_read_are_named_where_the_rest_is_consistent(tmp_path: Path) -> None:
    api = log(BEFORE, *days("2015-03-15", "2015-06-30"), "yesterday,a", "2015-13-01 00:00:00,a")
    case = open_logs(tmp_path, [said()], api=api)
    assert judged(case) == [
        (
            CONSISTENT,
            f"{NOTHING}, and the evidence still watched on 30 June 2015. 2 rows of the log could not be read.",
        )
    ]


def test_a_row_earlier_than_the_row_before_is_named(tmp_path: Path) -> None:
    case = open_logs(
        tmp_path, [said()], api=log("2015-03-02 00:00:00,a", "2015-03-01 00:00:00,a", "2015-03-03 00:00:00,a")
    )
    assert coverage(case) == [
        ("api", "records", "2015-03-01", "2015-03-03", RECORDS),
        ("api", "clock back", None, None, "logs/api.csv has 1 row that is earlier than the row before"),
    ]


def test_rejected_rows_are_no_records(tmp_path: Path) -> None:
    api = log(BEFORE, *days("2015-03-15", "2015-04-30"), "2015-05-01 00:00:00,", "2015-05-02 00:00:00,")
    case = open_logs(tmp_path, [said()], api=api)
    assert coverage(case)[-1][3] == "2015-04-30"
    assert judged(case)[0][0] == CANNOT_TELL


def test_refused_requests_show_that_the_log_watched(tmp_path: Path) -> None:
    status = {"columns": "time,who,status", "status": "status", "refused": ["403"]}
    api = log(f"{BEFORE},200", *(f"{line},403" for line in days("2015-03-15", "2015-05-31")), **status)
    assert judged(open_logs(tmp_path, [said()], api=api))[0][0] == CONSISTENT


def test_a_denial_is_never_consistent_with_silence(tmp_path: Path) -> None:
    statements: list[Row] = [said(kind="never", stated_date="2015-05")]
    api = log(BEFORE, *days("2015-03-15", "2015-06-30"))
    [(verdict, reason)] = judged(open_logs(tmp_path, statements, api=api))
    assert verdict == CANNOT_TELL
    assert reason.endswith("last seen 15 March 2015 at 00:00:00 UTC, outside the time spoken of.")


def test_a_stated_day_of_no_known_zone_is_watched_past_by_the_calendar(tmp_path: Path) -> None:
    api = log(BEFORE, *days("2015-03-15", "2015-05-01"))
    case = open_logs(tmp_path, [said()], api=api, sources=usual_sources())
    assert judged(case)[0][0] == CONSISTENT


def test_coverage_has_no_rows_without_logs(tmp_path: Path) -> None:
    case = open_logs(tmp_path, [said()])
    assert case.coverage.empty
    assert list(case.coverage.columns) == ["log_id", "kind", "from_date", "until_date", "note"]


def test_the_days_of_coverage_are_dates(tmp_path: Path) -> None:
    found = open_logs(tmp_path, [said()], api=log(BEFORE, incomplete="a sample")).coverage
    assert all(pd.api.types.is_datetime64_any_dtype(found[name]) for name in ("from_date", "until_date"))
    assert found["from_date"].isna().tolist() == [False, True]
