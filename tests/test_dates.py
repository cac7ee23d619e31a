"""What a date in EDTF allows: calendar days, instants by the zone policy, and what is refused with which words."""

from __future__ import annotations

import re
import zoneinfo
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from overstay import DateError, read_edtf
from overstay.dates import read_zone

HOW = "write 2015-04-30, 2015-04, 2014, 2014~, 2015-12/2016-03, ../2018-12-18 or 2018-04/.."


def day(text: str) -> date | None:
    return None if text == "open" else date.fromisoformat(text)


def at(text: str) -> datetime | None:
    """`2015-04-30T10` as an instant in UTC."""
    return None if text == "open" else datetime.fromisoformat(text).replace(tzinfo=UTC)


# The calendar days of a date, both ends included

DAYS = [
    # a day, a month, a year
    ("2015-04-30", "2015-04-30", "2015-04-30"),
    ("2015-04", "2015-04-01", "2015-04-30"),
    ("2014", "2014-01-01", "2014-12-31"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("2016-02-29", "2016-02-29", "2016-02-29"),
    ("2000-02", "2000-02-01", "2000-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    # `~` widens by one unit of its precision, `?` by nothing, `%` like both
    ("2012~", "2011-01-01", "2013-12-31"),
    ("2018-04~", "2018-03-01", "2018-05-31"),
    ("2018-04-10~", "2018-04-09", "2018-04-11"),
    ("2018-01~", "2017-12-01", "2018-02-28"),
    ("2016-03-01~", "2016-02-29", "2016-03-02"),
    ("2012?", "2012-01-01", "2012-12-31"),
    ("2018-04?", "2018-04-01", "2018-04-30"),
    ("2018-04-10?", "2018-04-10", "2018-04-10"),
    ("2012%", "2011-01-01", "2013-12-31"),
    ("2018-04-10%", "2018-04-09", "2018-04-11"),
    # an interval reaches from the start of the one to the end of the other; only the end that carries `~` widens
    ("2015-12/2016-03", "2015-12-01", "2016-03-31"),
    ("2018-04-04/2018-04-11", "2018-04-04", "2018-04-11"),
    ("2018/2018-06-03", "2018-01-01", "2018-06-03"),
    ("2015-06/2015", "2015-06-01", "2015-12-31"),
    ("2018-04-04/2018-04-04", "2018-04-04", "2018-04-04"),
    ("2012~/2015-04-30", "2011-01-01", "2015-04-30"),
    ("2011-09/2012~", "2011-09-01", "2013-12-31"),
    ("2015?/2016", "2015-01-01", "2016-12-31"),
    # open and blank ends are no bounds
    ("../2018-12-18", "open", "2018-12-18"),
    ("/2018-12-18", "open", "2018-12-18"),
    ("2018-04/..", "2018-04-01", "open"),
    ("2018-04/", "2018-04-01", "open"),
    ("../2015~", "open", "2016-12-31"),
    ("2015~/..", "2014-01-01", "open"),
    # seasons; one that crosses new year may begin or end in its year
    ("2018-21", "2018-03-01", "2018-05-31"),
    ("2018-22", "2018-06-01", "2018-08-31"),
    ("2018-23", "2018-09-01", "2018-11-30"),
    ("2018-24", "2017-12-01", "2019-02-28"),
    ("2019-24", "2018-12-01", "2020-02-29"),
    ("2018-25", "2018-03-01", "2018-05-31"),
    ("2018-26", "2018-06-01", "2018-08-31"),
    ("2018-27", "2018-09-01", "2018-11-30"),
    ("2018-28", "2017-12-01", "2019-02-28"),
    ("2018-29", "2018-09-01", "2018-11-30"),
    ("2018-30", "2017-12-01", "2019-02-28"),
    ("2018-31", "2018-03-01", "2018-05-31"),
    ("2018-32", "2018-06-01", "2018-08-31"),
    ("2018-33", "2018-01-01", "2018-03-31"),
    ("2018-34", "2018-04-01", "2018-06-30"),
    ("2018-35", "2018-07-01", "2018-09-30"),
    ("2018-36", "2018-10-01", "2018-12-31"),
    ("2018-37", "2018-01-01", "2018-04-30"),
    ("2018-38", "2018-05-01", "2018-08-31"),
    ("2018-39", "2018-09-01", "2018-12-31"),
    ("2018-40", "2018-01-01", "2018-06-30"),
    ("2018-41", "2018-07-01", "2018-12-31"),
    ("2018-22~", "2018-03-01", "2018-11-30"),
    ("2018-22%", "2018-03-01", "2018-11-30"),
    ("2018-24~", "2017-09-01", "2019-05-31"),
    ("2018-22?", "2018-06-01", "2018-08-31"),
    ("2015-21/2016-24", "2015-03-01", "2017-02-28"),
    # unspecified digits are the whole range that they allow
    ("201X", "2010-01-01", "2019-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("2XXX", "2000-01-01", "2999-12-31"),
    ("2018-XX", "2018-01-01", "2018-12-31"),
    ("2018-12-XX", "2018-12-01", "2018-12-31"),
    ("2016-02-XX", "2016-02-01", "2016-02-29"),
    ("2018-XX-XX", "2018-01-01", "2018-12-31"),
    ("2018-XX-15", "2018-01-15", "2018-12-15"),
    ("201X-12", "2010-12-01", "2019-12-31"),
    ("201X/2020-03", "2010-01-01", "2020-03-31"),
    ("201X~", "2000-01-01", "2029-12-31"),
    ("2018-XX~", "2017-01-01", "2019-12-31"),
    ("2018-12-XX~", "2018-11-01", "2019-01-31"),
    # a qualifier after a part speaks of it and all before it, one before a part of that part alone
    ("2004-06~-11", "2003-05-11", "2005-07-11"),
    ("2004-06-~11", "2004-06-10", "2004-06-12"),
    ("2004-~06-11", "2004-05-11", "2004-07-11"),
    ("~2004-06", "2003-06-01", "2005-06-30"),
    ("2004%-06", "2003-06-01", "2005-06-30"),
    ("2004?-06-11", "2004-06-11", "2004-06-11"),
    ("2004-?06-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-10", "2004-06-12"),
    # a time of day is one second of its day
    ("2015-04-30T23:30:00", "2015-04-30", "2015-04-30"),
    ("2015-04-30T24:00:00", "2015-05-01", "2015-05-01"),
    # the first and the last year of which every zone has every instant
    ("0002", "0002-01-01", "0002-12-31"),
    ("9998", "9998-01-01", "9998-12-31"),
    ("9998-12-31", "9998-12-31", "9998-12-31"),
]


@pytest.mark.parametrize(("text", "first", "last"), DAYS)
def test_a_date_allows_these_days(text: str, first: str, last: str) -> None:
    reading = read_edtf(text)
    assert (reading.earliest_date, reading.latest_date) == (day(first), day(last))


@pytest.mark.parametrize("text", [text for text, *_ in DAYS])
def test_a_date_that_says_it_may_be_wrong_is_arguable(text: str) -> None:
    assert read_edtf(text).arguable == ("?" in text or "%" in text)


# Instants in UTC; `latest` is the first one that no longer belongs to the date

INSTANTS = [
    # a day of unknown zone lasts fifty hours, from its midnight at UTC+14 to its end at UTC-12
    ("2015-04-30", None, "2015-04-29T10", "2015-05-01T12"),
    ("2018-07", None, "2018-06-30T10", "2018-08-01T12"),
    ("2014", None, "2013-12-31T10", "2015-01-01T12"),
    ("2015-12/2016-03", None, "2015-11-30T10", "2016-04-01T12"),
    ("../2018-12-18", None, "open", "2018-12-19T12"),
    ("2018-04/..", None, "2018-03-31T10", "open"),
    # offsets
    ("2015-04-30", "UTC", "2015-04-30T00", "2015-05-01T00"),
    ("2015-04-30", "+14:00", "2015-04-29T10", "2015-04-30T10"),
    ("2015-04-30", "-12:00", "2015-04-30T12", "2015-05-01T12"),
    ("2015-04-30", "UTC-05:00", "2015-04-30T05", "2015-05-01T05"),
    ("2015-04-30", "+05:45", "2015-04-29T18:15", "2015-04-30T18:15"),
    # zones, whose days are not always of 24 hours
    ("2015-04-30", "Pacific/Kiritimati", "2015-04-29T10", "2015-04-30T10"),
    ("2015-04-30", "America/New_York", "2015-04-30T04", "2015-05-01T04"),
    ("2014", "America/New_York", "2014-01-01T05", "2015-01-01T05"),
    ("2018-03-11", "America/New_York", "2018-03-11T05", "2018-03-12T04"),
    ("2018-11-04", "America/New_York", "2018-11-04T04", "2018-11-05T05"),
    ("2018-07", "Europe/London", "2018-06-30T23", "2018-07-31T23"),
    ("2018-10", "Europe/London", "2018-09-30T23", "2018-11-01T00"),
    ("2019-04-07", "Australia/Lord_Howe", "2019-04-06T13", "2019-04-07T13:30"),
    ("2018-10-07", "Australia/Lord_Howe", "2018-10-06T13:30", "2018-10-07T13"),
    ("2017-10-15", "America/Sao_Paulo", "2017-10-15T03", "2017-10-16T02"),  # a day without a midnight
    ("2018-10-28", "Atlantic/Azores", "2018-10-28T00", "2018-10-29T01"),  # a day with two
    # a time of day
    ("2015-04-30T23:30:00", None, "2015-04-30T09:30", "2015-05-01T11:30:01"),
    ("2015-04-30T23:30:00", "America/New_York", "2015-05-01T03:30", "2015-05-01T03:30:01"),
    ("2015-04-30T24:00:00", "UTC", "2015-05-01T00", "2015-05-01T00:00:01"),
    ("2015-04-30T23:30:00Z", None, "2015-04-30T23:30", "2015-04-30T23:30:01"),
    ("1985-04-12T23:20:30-04:30", None, "1985-04-13T03:50:30", "1985-04-13T03:50:31"),
    ("2015-04-30T23:30:00+02:00", "America/New_York", "2015-04-30T21:30", "2015-04-30T21:30:01"),  # its own offset wins
]


@pytest.mark.parametrize(("text", "zone", "earliest", "latest"), INSTANTS)
def test_a_date_lasts_from_its_first_instant_to_its_last(
    text: str, zone: str | None, earliest: str, latest: str
) -> None:
    reading = read_edtf(text, zone)
    assert (reading.earliest, reading.latest) == (at(earliest), at(latest))
    assert reading.has_zone == (zone is not None or re.search(r"T.*(Z|[+-]\d\d:\d\d)$", text) is not None)


# What a span surely covers

SURE = [
    ("2016", "UTC", "2016-01-01", "2017-01-01"),
    ("2016?", "UTC", "2016-01-01", "2017-01-01"),
    ("2018-21", "UTC", "2018-03-01", "2018-06-01"),
    ("2016", None, "2016-01-01T12", "2016-12-31T10"),
    ("../2018-12-18", "UTC", "open", "2018-12-18"),
    ("../2018-12-18", None, "open", "2018-12-17T10"),
    ("2014/..", "UTC", "2015-01-01", "open"),
    ("2014/2018", "UTC", "2015-01-01", "2018-01-01"),
    ("2015-04-30/2015-05-02", "UTC", "2015-05-01", "2015-05-02"),
]


@pytest.mark.parametrize(("text", "zone", "sure_from", "sure_until"), SURE)
def test_of_a_span_only_what_lies_between_its_ends_is_sure(
    text: str, zone: str | None, sure_from: str, sure_until: str
) -> None:
    reading = read_edtf(text, zone)
    assert (reading.sure_from, reading.sure_until) == (at(sure_from), at(sure_until))


@pytest.mark.parametrize("text", ["2016~", "2016%", "201X", "2018-XX", "2018-24", "2015-04-30/2015-05-01", "2016/2017"])
def test_a_vague_span_surely_covers_nothing(text: str) -> None:
    reading = read_edtf(text, "UTC")
    assert reading.sure_from and reading.sure_until and reading.sure_from >= reading.sure_until


# What is refused, and in which words

NOT_READ = [
    ("[2015,2016]", "[2015,2016] is a set of dates; give each date a row, or write the interval that holds them all"),
    ("{2015,2016}", "{2015,2016} is a set of dates; give each date a row, or write the interval that holds them all"),
    ("[..2015]", "[..2015] is a set of dates; give each date a row, or write the interval that holds them all"),
    ("Y12015", "Y12015 lies outside the years 2 to 9998"),
    ("Y17E7", "Y17E7 lies outside the years 2 to 9998"),
    ("-2015", "-2015 lies outside the years 2 to 9998"),
    ("0001", "0001 lies outside the years 2 to 9998"),
    ("0002~", "0002~ lies outside the years 2 to 9998"),
    ("9999-12-31", "9999-12-31 lies outside the years 2 to 9998"),
    ("1950S2", "1950S2: significant digits are not read; write the interval that is meant"),
    ("03/04/2015", "03/04/2015 may be day/month or month/day; write year-month-day, as in 2015-04-30"),
    ("3/4/15", "3/4/15 may be day/month or month/day; write year-month-day, as in 2015-04-30"),
    ("2015-13", f"'2015-13' is not in the calendar; {HOW}"),
    ("2015-00", f"'2015-00' is not in the calendar; {HOW}"),
    ("2015-20", f"'2015-20' is not in the calendar; {HOW}"),
    ("2015-42", f"'2015-42' is not in the calendar; {HOW}"),
    ("2015-04-31", f"'2015-04-31' is not in the calendar; {HOW}"),
    ("2015-02-29", f"'2015-02-29' is not in the calendar; {HOW}"),
    ("1900-02-29", f"'1900-02-29' is not in the calendar; {HOW}"),
    ("2015-02-29/2016", f"'2015-02-29' is not in the calendar; {HOW}"),
    ("2015-05/2015-04", "2015-05/2015-04 ends before it begins"),
    ("../..", "../.. is open on both sides and says nothing; leave the cell blank"),
    ("/", "/ is open on both sides and says nothing; leave the cell blank"),
    (
        "2015-04-30T10:00:00Z/2015-05",
        "2015-04-30T10:00:00Z/2015-05: the ends of an interval are dates without a time",
    ),
    ("", f"'' is not an EDTF date; {HOW}"),
    ("..", f"'..' is not an EDTF date; {HOW}"),
    ("unknown", f"'unknown' is not an EDTF date; {HOW}"),
    ("April 2015", f"'April 2015' is not an EDTF date; {HOW}"),
    ("2015-4", f"'2015-4' is not an EDTF date; {HOW}"),
    ("20150430", f"'20150430' is not an EDTF date; {HOW}"),
    ("2015.04.30", f"'2015.04.30' is not an EDTF date; {HOW}"),
    ("2015-W17", f"'2015-W17' is not an EDTF date; {HOW}"),
    ("04/2015", f"'04' is not an EDTF date; {HOW}"),
    ("2015-04-30 23:30", f"'2015-04-30 23:30' is not an EDTF date; {HOW}"),
    ("2015-04-30T23:30", f"'2015-04-30T23:30' is not an EDTF date; {HOW}"),
    ("2015-04-30T25:00:00", f"'2015-04-30T25:00:00' is not an EDTF date; {HOW}"),
    ("２０１５", f"'２０１５' is not an EDTF date; {HOW}"),
    ("=1+1", f"'=1+1' is not an EDTF date; {HOW}"),
    ("2015'; DROP TABLE sources; --", f'"2015\'; DROP TABLE sources; --" is not an EDTF date; {HOW}'),
    ("<img src=x onerror=alert(1)>", f"'<img src=x onerror=alert(1)>' is not an EDTF date; {HOW}"),
    ("2015" * 20, f"'201520152015201520152015201520152015201…' is too long for a date; {HOW}"),
]


@pytest.mark.parametrize(("text", "message"), NOT_READ)
def test_what_has_no_single_stretch_is_refused_with_the_way_out(text: str, message: str) -> None:
    with pytest.raises(DateError) as error:
        read_edtf(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    "text", ["2015/2016/2017", "2015//2016", "/2015/", "/../2015-04", "2015-04-30/2015-05-01/2015-06-01"]
)
def test_a_date_with_two_slashes_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_edtf(text)


@pytest.mark.parametrize("text", ["0000", "9998~", "9999", "9999-12"])
def test_a_year_out_of_reach_is_called_so(text: str) -> None:
    with pytest.raises(DateError, match="lies outside the years 2 to 9998"):
        read_edtf(text)


def test_the_year_one_is_out_of_reach_in_every_zone() -> None:
    with pytest.raises(DateError, match="lies outside the years 2 to 9998"):
        read_edtf("0001", "-05:00")


@pytest.mark.parametrize(
    "zone",
    [
        "utc",
        "Z",
        "CEST?",
        "America",
        "Mars/Phobos",
        "../etc/passwd",
        "/etc/passwd",
        "+14:30",
        "-12:30",
        "+02:60",
        "+0200",
    ],
)
def test_what_is_no_zone_is_refused(zone: str) -> None:
    with pytest.raises(DateError) as error:
        read_zone(zone)
    assert str(error.value) == f"{zone!r} is no time zone; write an IANA name such as America/New_York, UTC, or -05:00"


def test_the_clock_of_the_machine_is_no_zone(tmp_path: Path) -> None:
    (tmp_path / "localtime").write_bytes((files("tzdata.zoneinfo") / "UTC").read_bytes())
    zoneinfo.reset_tzpath([tmp_path])
    try:
        with pytest.raises(DateError):
            read_zone("localtime")
    finally:
        zoneinfo.reset_tzpath()


# Where the bounds of the parsing library differ from ours, and why they are not used


def library_days(text: str) -> tuple[str, str]:
    """The days by the library's own bounds; strict ones, the others widen what is merely uncertain."""
    parsed = parse_edtf(text)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return f"{first.tm_year}-{first.tm_mon:02}-{first.tm_mday:02}", f"{last.tm_year}-{last.tm_mon:02}-{last.tm_mday:02}"


def test_the_library_ends_an_open_interval_after_ten_years() -> None:
    assert library_days("2018-04/")[1] == "2028-04-01"
    assert read_edtf("2018-04/").latest is None


def test_the_library_takes_december_for_the_winter() -> None:
    assert library_days("2018-24") == ("2018-12-01", "2018-12-31")
    assert read_edtf("2018-24").latest_date == date(2019, 2, 28)


def test_the_library_widens_what_is_merely_uncertain() -> None:
    assert parse_edtf("2015-04-30?").upper_fuzzy()[:3] == (2016, 5, 31)
    assert read_edtf("2015-04-30?").latest_date == date(2015, 4, 30)


# What holds of every date

ZONES = st.sampled_from(
    [
        "UTC",
        "+14:00",
        "-12:00",
        "+05:45",
        "America/New_York",
        "Europe/London",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
    ]
)
CALENDAR_DAYS = st.dates(date(1850, 1, 1), date(2199, 12, 31))
PLAIN = CALENDAR_DAYS.flatmap(lambda d: st.sampled_from([f"{d}", f"{d:%Y-%m}", f"{d:%Y}"]))
SEASONS = st.builds("{}-{}".format, st.integers(1850, 2199), st.integers(21, 41))
POINTS = st.one_of(PLAIN, SEASONS, st.builds("{}{}".format, st.one_of(PLAIN, SEASONS), st.sampled_from("~?%")))
VAGUE = CALENDAR_DAYS.flatmap(
    lambda d: st.sampled_from([f"{d:%Y}-XX", f"{d:%Y-%m}-XX", f"{d.year // 10}X", f"{d:%Y}-XX-XX"])
)
MOMENTS = CALENDAR_DAYS.flatmap(lambda d: st.sampled_from([f"{d}T00:00:00", f"{d}T23:59:59", f"{d}T24:00:00"]))
DATES = st.one_of(POINTS, VAGUE, MOMENTS)


@given(DATES, st.none() | ZONES)
def test_the_earliest_reading_comes_before_the_latest(text: str, zone: str | None) -> None:
    reading = read_edtf(text, zone)
    assert reading.earliest and reading.latest and reading.earliest < reading.latest
    assert reading.earliest_date and reading.latest_date and reading.earliest_date <= reading.latest_date


@given(DATES, ZONES)
def test_a_known_zone_never_widens(text: str, zone: str) -> None:
    known, unknown = read_edtf(text, zone), read_edtf(text)
    assert unknown.earliest and known.earliest and unknown.earliest <= known.earliest
    assert unknown.latest and known.latest and unknown.latest >= known.latest
    assert (unknown.earliest_date, unknown.latest_date) == (known.earliest_date, known.latest_date)


@given(st.one_of(PLAIN, SEASONS, VAGUE), st.sampled_from("~%"), st.none() | ZONES)
def test_an_approximate_date_is_never_narrower(text: str, mark: str, zone: str | None) -> None:
    if "X" in text and "-XX-XX" in text:
        text = text.removesuffix("-XX")
    around, exact = read_edtf(text + mark, zone), read_edtf(text, zone)
    assert around.earliest and exact.earliest and around.earliest < exact.earliest
    assert around.latest and exact.latest and around.latest > exact.latest


@given(st.one_of(POINTS, VAGUE), st.one_of(POINTS, VAGUE), st.none() | ZONES)
def test_an_interval_contains_the_readings_of_its_ends(one: str, other: str, zone: str | None) -> None:
    first, last = sorted((one, other), key=lambda text: read_edtf(text).earliest or datetime.max.replace(tzinfo=UTC))
    span, start, end = read_edtf(f"{first}/{last}", zone), read_edtf(first, zone), read_edtf(last, zone)
    assert (span.earliest, span.latest) == (start.earliest, end.latest)
    assert span.arguable == (start.arguable or end.arguable)


@given(CALENDAR_DAYS)
def test_a_month_and_a_year_are_the_days_of_the_calendar(d: date) -> None:
    month, year = read_edtf(f"{d:%Y-%m}", "UTC"), read_edtf(f"{d:%Y}", "UTC")
    last = d.replace(day=monthrange(d.year, d.month)[1])
    assert (month.earliest_date, month.latest_date) == (d.replace(day=1), last)
    assert (year.earliest_date, year.latest_date) == (date(d.year, 1, 1), date(d.year, 12, 31))


@settings(max_examples=300)
@given(st.text(alphabet="0123456789-/.X?~%TZS[]{}Y+: ", max_size=24), st.none() | ZONES)
@example("/../2015-04", None)
def test_whatever_is_written_is_read_or_refused(text: str, zone: str | None) -> None:
    try:
        reading = read_edtf(text, zone)
    except DateError as refusal:
        assert str(refusal)
    else:
        assert reading.earliest is None or reading.latest is None or reading.latest - reading.earliest > timedelta(0)
