"""A second opinion on verdicts, reached by trying readings one after the other.

The package compares the bounds of intervals. Here no bound is computed: the calendar days that a date's words allow
are listed, each day is placed in each zone that is allowed, and each moment so found is held against each other one.
A verdict is hard only if no combination speaks against it, and possible only if one speaks for it.
The two ways share no code, so a slip in the one is not a slip in the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

Row = Mapping[str, str]
Zone = int | str  # minutes east of UTC, or an IANA name

CANNOT_TELL, EXPLAINED, CONSISTENT = "cannot tell", "explained", "consistent"
CONTRADICTED, LEFT_IN_PLACE = "contradicted", "left in place"
HARD = (CONTRADICTED, LEFT_IN_PLACE)
POSSIBLE = ("possibly contradicted", "possibly left in place")

# Where a date is open, its days run to a horizon that no date of a case comes near.
PAST, FAR = date(1000, 1, 1).toordinal(), date(3000, 1, 1).toordinal()
INFINITE = 10**15
QUARTER = timedelta(minutes=15)
# Somewhere a clock shows, or has shown, each of these; the first and the last are the ones that settle most pairs.
EVERY_OFFSET = tuple(sorted({*range(-12 * 60, 14 * 60 + 1, 30), 5 * 60 + 45, 8 * 60 + 45, 12 * 60 + 45}))
# Months from January to the first month of a season, and its length; a winter may be either of two.
SEASONS: dict[int, tuple[tuple[int, ...], int]] = {
    **dict.fromkeys((21, 25, 31), ((2,), 3)),
    **dict.fromkeys((22, 26, 32), ((5,), 3)),
    **dict.fromkeys((23, 27, 29), ((8,), 3)),
    **dict.fromkeys((24, 28, 30), ((-1, 11), 3)),
    **{33 + part: ((3 * part,), 3) for part in range(4)},
    **{37 + part: ((4 * part,), 4) for part in range(3)},
    **{40 + part: ((6 * part,), 6) for part in range(2)},
}


# Days that the words allow


def _months(first: int, length: int) -> range:
    """The days of some months in a row, the first counted from January of year 0."""
    start, end = (date(month // 12, month % 12 + 1, 1).toordinal() for month in (first, first + length))
    return range(start, end)


@cache
def candidates(text: str) -> tuple[range, ...]:
    """Each stretch of days that one EDTF date, not an interval, may stand for."""
    body, about = text.rstrip("~?%"), text[-1] in "~%"
    parts = body.split("-")
    if len(parts) == 3 and parts[2] != "XX":
        day = date.fromisoformat(body).toordinal()
        return tuple(range(day + step, day + step + 1) for step in ((-1, 0, 1) if about else (0,)))
    january, length = int(parts[0].replace("X", "0")) * 12, 12
    offsets: tuple[int, ...] = (0,)
    step = 12
    if "X" in parts[0]:
        length = int(parts[0].replace("X", "9")) * 12 + 12 - january
    elif len(parts) > 1 and parts[1] != "XX":
        code = int(parts[1])
        offsets, length = SEASONS[code] if code > 12 else ((code - 1,), 1)
        step = 3 if code > 12 else 1
    # "About April" may be March, April or May: each neighbour is a reading of its own.
    shifts = (-step, 0, step) if about else (0,)
    return tuple(_months(january + offset + shift, length) for offset in offsets for shift in shifts)


@cache
def days(text: str) -> tuple[range, ...]:
    """All days that a date or an interval allows."""
    if "/" not in text:
        return candidates(text)
    begin, end = text.split("/")
    first = PAST if begin in ("", "..") else min(run[0] for run in candidates(begin))
    last = FAR if end in ("", "..") else max(run[-1] for run in candidates(end))
    return (range(first, last + 1),)


def ends_of(runs: Iterable[range]) -> list[int]:
    """The first and the last day of each stretch.

    In one zone a later day neither begins nor ends before an earlier one. So if any day of a stretch lies after
    (or not after) some moment, its last (or first) day does, and no day between them can change an answer.
    """
    return sorted({day for run in runs for day in (run[0], run[-1])})


def uncertain(text: str) -> bool:
    """Whether the text says itself that it may be wrong (`?`, `%`)."""
    return any(mark in text for mark in "?%")


# Moments of a day


def zones(name: str) -> Sequence[Zone]:
    """The zones that a row allows: its own, or every one."""
    if not name:
        return EVERY_OFFSET
    if fixed := re.fullmatch(r"([+-])(\d\d):(\d\d)", name):
        sign, hours, minutes = fixed.groups()
        return (int(sign + "1") * (int(hours) * 60 + int(minutes)),)
    return (0,) if name == "UTC" else (name,)


@cache
def moments(day: int, zone: Zone) -> tuple[int, int, int]:
    """First, middle and last second of a calendar day in a zone, as seconds in UTC."""
    if day in (PAST, FAR):  # "always" and "never" are no days: the zone does not move them
        return (day * 86400,) * 3
    if isinstance(zone, int):
        first = day * 86400 - zone * 60
        return first, first + 43200, first + 86399
    # Quarter by quarter, ask the clock on the wall for its date: a changed hour needs no rule of its own.
    today, clock = date.fromordinal(day), ZoneInfo(zone)
    start = datetime.combine(today - timedelta(days=1), datetime.min.time(), UTC)
    forward = next(n for n in range(36, 160) if (start + n * QUARTER).astimezone(clock).date() == today)
    back = next(n for n in range(250, 90, -1) if (start + n * QUARTER).astimezone(clock).date() == today)
    first, last = (day - 1) * 86400 + forward * 900, (day - 1) * 86400 + back * 900 + 899
    return first, (first + last) // 2, last


class Dated(NamedTuple):
    """An EDTF text with the zone of its source (blank: unknown) and the source itself."""

    text: str
    zone: str
    source: str


World = tuple[Sequence[Zone], Sequence[Zone]]


def worlds(one: Dated, other: Dated) -> Iterator[World]:
    """The zones that two dates may have: free of each other, or one and the same throughout a source."""
    if one.source == other.source and not one.zone and not other.zone:
        yield from (((zone,), (zone,)) for zone in EVERY_OFFSET)
    else:
        yield zones(one.zone), zones(other.zone)


def all_moments(dates: Iterable[int], where: Sequence[Zone]) -> list[int]:
    """Every moment of the days in every zone."""
    return [moment for day in dates for zone in where for moment in moments(day, zone)]


@cache
def lies_after(seen: Dated, end: Dated, grace: int = 0) -> tuple[bool, bool]:
    """Whether some reading, and whether every reading, of what was seen lies after every reading of the end."""
    some, every = False, True
    for of_seen, of_end in worlds(seen, end):
        ended = [day + extra for day in ends_of(days(end.text)) for extra in range(grace + 1)]
        kindest = max(all_moments(ended, of_end))  # after this one is after each
        later = [moment > kindest for moment in all_moments(ends_of(days(seen.text)), of_seen)]
        some, every = some or any(later), every and all(later)
    return some, every


def reaches(seen: Dated, granted: Dated, *, from_its_start: bool, to_its_end: bool) -> bool:
    """Whether each reading of what was seen has a reading of the permission that had begun and had not ended."""
    for of_seen, of_granted in worlds(seen, granted):
        given = all_moments(ends_of(days(granted.text)), of_granted)
        start, end = min(given), max(given)
        for moment in all_moments(ends_of(days(seen.text)), of_seen):
            if (from_its_start and moment < start) or (to_its_end and moment > end):
                return False
    return True


def within_never(seen: Dated, never: Dated) -> tuple[bool, bool]:
    """Whether some reading, and whether every reading, of what was seen falls into the time of a "never".

    Of an interval nobody knows when in its first day (month, year) it begins, and when in its last it ends.
    """
    # Here a day amid a long stretch can decide, when the other stretch is short: so look around its ends, too.
    edges = [day + near for day in ends_of(days(never.text)) for near in (-2, -1, 0, 1, 2)]
    runs = days(seen.text)
    dates = sorted({*ends_of(runs), *(day for day in edges if any(day in run for run in runs))})
    some, every = False, True
    for of_seen, of_never in worlds(seen, never):
        seen_at = all_moments(dates, of_seen)
        if "/" in never.text:
            begin, stop = (() if side in ("", "..") else candidates(side) for side in never.text.split("/"))
            begins, ends = all_moments(ends_of(begin), of_never), all_moments(ends_of(stop), of_never)
            start, end = min(begins, default=-INFINITE), max(ends, default=INFINITE)
            started, ending = max(begins, default=-INFINITE), min(ends, default=INFINITE)
            some |= any(start <= moment <= end for moment in seen_at)
            every &= all(started < moment < ending for moment in seen_at)
        else:
            for zone in of_never:
                for run in candidates(never.text):
                    start, end = moments(run[0], zone)[0], moments(run[-1], zone)[2]
                    some |= any(start <= moment <= end for moment in seen_at)
                    # "Never in 2019-XX" denies some month of the year, and nobody knows which.
                    every &= "X" not in never.text and all(start <= moment <= end for moment in seen_at)
    return some, every


# The verdict


class Answer(NamedTuple):
    """What the readings say of one comparison, with least and most days after, and who explains it."""

    verdict: str
    least: int | None = None
    most: int | None = None
    explained_by: frozenset[str] = frozenset()


class Oracle:
    """All comparisons of a case, from the rows of its CSV files."""

    def __init__(self, tables: Mapping[str, Sequence[Row]], *, zone: str = "", grace: int = 0) -> None:
        self.grace = grace
        self.statements, self.observations = tables["statements"], tables["observations"]
        self.zone_of = {row["source_id"]: row.get("zone") or zone for row in tables["sources"]}
        self.whole = {row["program_id"]: row["part_of"] for row in tables["programs"]}
        self.whole |= {row["category_id"]: row["part_of"] for row in tables["categories"]}
        self.continuing = [row for row in self.statements if row["kind"] == "continues"]
        # Only rows of the same program, of a whole or of none can meet: without this each case would take minutes.
        self.helpers: dict[str, list[Row]] = defaultdict(list)
        self.helpers_below: dict[str, list[Row]] = defaultdict(list)
        for row in self.statements:
            if row["kind"] in ("extension", "continues", "granted"):
                self.helpers[row["program_id"]].append(row)
                for program in self.wholes(row["program_id"]):
                    self.helpers_below[program].append(row)
        self.seen_in: dict[str, list[Row]] = defaultdict(list)
        for row in self.observations:
            for program in self.wholes(row["program_id"]):
                self.seen_in[program].append(row)

    def wholes(self, name: str) -> list[str]:
        """A program or category and all that it is part of, then the blank that stands for everything."""
        chain = [name] if name else []
        while chain and self.whole[chain[-1]]:
            chain.append(self.whole[chain[-1]])
        return [*chain, ""]

    def dated(self, row: Row, column: str) -> Dated:
        """A date of a row, with what is known of its zone."""
        return Dated(row[column], self.zone_of[row["source_id"]], row["source_id"])

    def vaguer(self, said: Row, seen: Row) -> bool:
        """Whether the observation leaves open what the statement names."""
        return any(said[column] and not seen[column] for column in ("program_id", "category_id"))

    def meets(self, said: Row, seen: Row) -> bool:
        """Whether both speak of the same thing."""
        if said["partner_id"] not in ("", seen["partner_id"]):
            return False
        if seen["partner_id"] and seen["partner_id"] in said["except"].split("|"):
            return False
        return all(not seen[name] or said[name] in self.wholes(seen[name]) for name in ("program_id", "category_id"))

    def covers(self, helper: Row, seen: Row, end: Dated, *, narrower: bool = False) -> bool:
        """Whether an extension, a continuation or a grant accounts for all that was seen.

        With `narrower`: whether one that speaks of a part of the thing seen may do so, were that part all of it.
        """
        if narrower:
            partner = helper["partner_id"] in ("", seen["partner_id"]) and (
                not seen["partner_id"] or seen["partner_id"] not in helper["except"].split("|")
            )
            names = ("program_id", "category_id")
            wider = [helper[name] in self.wholes(seen[name]) for name in names]
            if not partner or all(wider):
                return False
            if not all(w or seen[n] in self.wholes(helper[n]) for w, n in zip(wider, names, strict=True)):
                return False
        elif not self.meets(helper, seen) or self.vaguer(helper, seen):
            return False
        uncounted = seen["partner_id"] or int(seen["partners"] or 1) > int(helper["count"] or 1)
        if helper["quantifier"] in ("some", "most") and uncounted:
            return False
        last, given = self.dated(seen, "last_seen"), self.dated(helper, "stated_date")
        if helper["kind"] == "granted":
            later = all(day > ended for day in ends_of(days(given.text)) for ended in ends_of(days(end.text)))
            return later and reaches(last, given, from_its_start=True, to_its_end=False)
        return reaches(last, given, from_its_start=helper["kind"] == "continues", to_its_end=True)

    def set_aside(self, said: Row) -> int:
        """How many partners nobody said to have ended: excepted, said to continue, or counted among those that do."""
        end = self.dated(said, "stated_date")
        partners = {partner for partner in said["except"].split("|") if partner}
        counted = 0
        for row in self.continuing:
            related = all(
                row[name] in self.wholes(said[name]) or not said[name] or said[name] in self.wholes(row[name])
                for name in ("program_id", "category_id")
            )
            on = said["kind"] == "never" or lies_after(self.dated(row, "stated_date"), end)[0]
            if related and row["partner_id"] not in partners and on:
                if row["partner_id"]:
                    partners.add(row["partner_id"])
                else:
                    counted = max(counted, int(row["count"] or 0))
        return len(partners) + counted

    def days_after(self, said: Row, seen: Row) -> tuple[int | None, int | None]:
        """Least and most calendar days from the stated end to the last access, None where no day bounds them."""
        if said["kind"] == "never" or not seen["last_seen"]:
            return None, None
        pairs = [(last, end) for last in ends_of(days(seen["last_seen"])) for end in ends_of(days(said["stated_date"]))]
        (first, final), *_, (last, end) = sorted(pairs * 2, key=lambda pair: pair[0] - pair[1])
        least = None if first == PAST or final == FAR else first - final
        return least, None if last == FAR or end == PAST else last - end

    def judge(self, said: Row, seen: Row) -> Answer:
        """The verdict on one pair of rows that speak of the same thing."""
        least, most = self.days_after(said, seen)
        answer = Answer(CANNOT_TELL, least, most)
        if said["quantifier"] in ("some", "most"):
            return answer
        nobody_named = not said["partner_id"] and not seen["partner_id"]
        if nobody_named and int(seen["partners"] or 1) <= self.set_aside(said):
            return answer
        return self.weigh(said, seen, answer)

    def weigh(self, said: Row, seen: Row, answer: Answer) -> Answer:
        """The verdict as far as it rests on dates and on how good the evidence is."""
        end = self.dated(said, "stated_date")
        some = every = False
        if seen["last_seen"]:
            last = self.dated(seen, "last_seen")
            some, every = within_never(last, end) if said["kind"] == "never" else lies_after(last, end, self.grace)
        if some:
            every &= not self.vaguer(said, seen) and seen["basis"] != "allegation"
            every &= "arguable" not in (said["reading"], seen["reading"])
            every &= not uncertain(said["stated_date"] + seen["last_seen"])
            if said["about"] == "use" and seen["extent"] == "capability":
                return answer
            names = [row for program in self.wholes(seen["program_id"]) for row in self.helpers[program]]
            explaining = [row for row in names if row is not said and self.covers(row, seen, end)]
            if said["kind"] != "never" and not explaining:
                parts = [row for row in names + self.helpers_below[seen["program_id"]] if row is not said]
                every &= not any(self.covers(row, seen, end, narrower=True) for row in parts)
            if not every and said["source_id"] == seen["source_id"] and seen["basis"] != "admission":
                return answer
            if said["kind"] == "never":
                return answer if self.vaguer(said, seen) else answer._replace(verdict=(HARD if every else POSSIBLE)[0])
            if explaining:
                explained_by = frozenset(row["statement_id"] for row in explaining)
                return answer._replace(verdict=EXPLAINED, explained_by=explained_by)
            return answer._replace(verdict=(HARD if every else POSSIBLE)[said["about"] == "feature"])
        if said["kind"] != "never" and seen["watched_until"]:
            watched, stated = ends_of(days(seen["watched_until"])), ends_of(days(end.text))
            if all(day > ended + self.grace for day in watched for ended in stated):
                return answer._replace(verdict=CONSISTENT)
        return answer

    def judge_count(self, said: Row, met: Iterable[Row]) -> Answer:
        """The verdict on a number as a whole: are more partners certainly later than it leaves over?"""
        of_each = Answer(CANNOT_TELL)
        verdict = self.judge if said["quantifier"] == "all" else lambda said, seen: self.weigh(said, seen, of_each)
        hard = [seen for seen in met if verdict(said, seen).verdict in HARD]
        named = {seen["partner_id"] for seen in hard if seen["partner_id"]}
        unnamed = max((int(seen["partners"] or 1) for seen in hard if not seen["partner_id"]), default=0)
        rest = int(said["of"]) - int(said["count"])
        if max(len(named), unnamed) <= rest:
            return Answer(CANNOT_TELL)
        return Answer(HARD[said["about"] == "feature"])

    def answers(self) -> dict[tuple[str, str], Answer]:
        """All comparisons by statement and observation; the observation is blank where a number is tested."""
        found: dict[tuple[str, str], Answer] = {}
        for said in self.statements:
            if said["kind"] not in ("ended", "will-end", "never", "extension"):
                continue
            if said["kind"] == "extension" and days(said["stated_date"])[-1][-1] == FAR:
                continue  # gives no last day, so there is no end to test
            vague = [row for row in self.observations if said["program_id"] and not row["program_id"]]
            met = [seen for seen in (*self.seen_in[said["program_id"]], *vague) if self.meets(said, seen)]
            for seen in met:
                found[said["statement_id"], seen["observation_id"]] = self.judge(said, seen)
            if said["count"] and said["of"]:
                found[said["statement_id"], ""] = self.judge_count(said, met)
        return found
