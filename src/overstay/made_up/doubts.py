"""More of what is planted: ends that other statements qualify, clocks, silence, and logs of whole months and days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from overstay.made_up.telling import by_users, expect, go_on, last_day, months, say, stated_end
from overstay.made_up.world import (
    DAY,
    HOUR,
    IRISH_ZONE,
    LOCAL_ZONE,
    REGINA,
    SOURCES,
    UNKNOWN,
    Request,
    Strand,
    World,
    clock_change,
    day_text,
    midnight,
)


def tell_covered(world: World) -> None:
    """Stated ends that other statements qualify."""
    dice = world.dice
    for scenario, between, verdict in (
        ("granted again", False, "explained"),
        ("between end and new grant", True, "contradicted"),
    ):
        strand, day, end, zone, statement_id = _ended(world, scenario)
        start = day + dice.between(20, 60)
        granted = midnight(start, zone)
        say(world, strand, "granted", "access", day_text(start), start, zone)
        later = go_on(world, granted, granted + dice.between(5 * DAY, 40 * DAY))
        early = go_on(world, end + dice.between(0, 5 * DAY), granted - 2) if between else []
        if between:
            early.append(Request(granted - 1, early[0].user))
        strand.requests += early + later
        why = "requests came only from the new grant on"
        why = "requests came between the end and the new grant, and from the grant on" if between else why
        expect(world, strand, statement_id, verdict, why, early, explained=later)
    for scenario, overrun in (("extended", False), ("longer than extended", True)):
        strand, day, end, zone, statement_id = _ended(world, scenario)
        longer = day + dice.between(20, 50)
        over = midnight(longer + 1, zone)
        within = [*go_on(world, end, over - 2), Request(over - 1, world.user())]
        beyond = go_on(world, over + dice.between(0, 5 * DAY), over + 30 * DAY) if overrun else []
        strand.requests += within + beyond
        verdict, why = "explained", "an extension covers all requests after the first end"
        if overrun:
            verdict, why = "contradicted", "requests went on after the end of the extension, too"
        expect(world, strand, statement_id, verdict, why, beyond, explained=within)
        extension = say(world, strand, "extension", "access", day_text(longer), day, zone)
        why = why if overrun else "the partner stopped within the extension"
        expect(world, strand, extension, "contradicted" if overrun else "consistent", why, beyond)
    strand, day, end, zone, statement_id = _ended(world, "said to continue")
    say(world, strand, "continues", "access", f"{day_text(day - 9)}/{day_text(day + 90)}", day - 9, zone)
    later = go_on(world, end, end + 60 * DAY)
    strand.requests += later
    expect(world, strand, statement_id, "explained", "somebody said that it goes on", explained=later)


def _ended(world: World, scenario: str) -> tuple[Strand, int, int, str, str]:
    """A strand in the log `api` that was said to end: with the stated day, its end, the zone, the statement's id."""
    strand = world.strand(scenario, "api")
    zone = world.dice.pick([zone for zone in SOURCES if zone])
    stated, day, end = stated_end(world, "api", zone)
    world.ordinary(strand, day - 2, world.dice.between(4, 9))
    strand.fill_until = day - 1
    return strand, day, end, zone, say(world, strand, "ended", "access", stated, day, zone)


def tell_clocks_and_gaps(world: World) -> None:
    """Local clocks, an hour that they give twice, and logs that are silent when it matters."""
    dice = world.dice
    local = world.strand("after local midnight", "local")
    day = date(world.year, 10, 3).toordinal() + dice.below(15)
    end = midnight(day + 1, LOCAL_ZONE)
    world.ordinary(local, day - 2, dice.between(4, 9))
    local.requests += [Request(end - dice.between(1, 3 * HOUR), world.user()) for _ in range(3)]
    after = go_on(world, end + dice.between(0, 2 * HOUR), end + 50 * DAY)
    local.requests += after
    why = "requests late on the stated evening, which is the next day in UTC, do not count; those after midnight do"
    statement_id = say(world, local, "ended", "access", day_text(day), day, LOCAL_ZONE)
    expect(world, local, statement_id, "contradicted", why, after)
    for log_id, place, around in (("local", LOCAL_ZONE, (10, 12)), ("extra", IRISH_ZONE, (10, 11))):
        strand = world.strand("in the doubled hour", log_id)
        change = clock_change(world.year, around, place)
        world.ordinary(strand, change - 3, dice.between(4, 9))
        after = _doubled(world, change, place, most=7)
        strand.requests += after
        statement_id = say(world, strand, "ended", "access", day_text(change - 1), change - 1, place)
        why = "all requests came in the hour that the clocks gave twice, certainly after the stated day"
        expect(world, strand, statement_id, "contradicted", why, after)
    strand = world.strand("perhaps in the doubled hour", "local")
    change = clock_change(world.year, (10, 12), LOCAL_ZONE)
    world.ordinary(strand, change - 3, dice.between(4, 9))
    perhaps = _doubled(world, change, LOCAL_ZONE, most=4)
    strand.requests += perhaps
    statement_id = say(world, strand, "ended", "access", day_text(change - 1), change - 1, REGINA)
    why = "the requests came in the hour that the clocks gave twice: the first time is before the end, the second after"
    expect(world, strand, statement_id, "possibly contradicted", why, perhaps)
    _silent(
        world, "silent for a month", "local", world.gap[0] - 1, LOCAL_ZONE, "for a month right after the stated day"
    )
    last = world.days["extra"][1]
    _silent(world, "silent from the end on", "extra", last, IRISH_ZONE, "after the stated day")
    _silent(world, "stopped before the end", "extra", last + dice.between(8, 40), IRISH_ZONE, "up to the stated day")


def _silent(world: World, scenario: str, log_id: str, day: int, zone: str, when: str) -> None:
    strand = world.strand(scenario, log_id)
    world.ordinary(strand, min(day, last_day(world, log_id)), world.dice.between(5, 12))
    statement_id = say(world, strand, "ended", "access", day_text(day), day, zone)
    expect(world, strand, statement_id, "cannot tell", f"the log has no record of anybody {when}")


def _doubled(world: World, change: int, place: str, *, most: int) -> list[Request]:
    """Requests in the hour from 1 to 2 o'clock that a zone's clocks give twice on the day of their change."""
    first = midnight(change, place) + HOUR
    moments = [first + world.dice.below(2 * HOUR) for _ in range(world.dice.between(3, most))]
    return by_users(world, moments)


def tell_counted(world: World) -> None:
    """Logs that count whole months, and whole days of an unknown zone."""
    dice = world.dice
    month = dice.between(4, 9)
    after = {text: dice.between(3, 90) for text in months(world, month + 1, month + dice.between(1, 4))}
    strand = _counted(world, "months after", "monthly", months(world, 1, month))
    strand.counts |= after
    day = date(world.year, month, dice.between(5, 20)).toordinal()
    why = "the months after that of the stated day have requests; the month of the stated day proves nothing"
    _expect_counts(world, strand, day, "UTC", "contradicted", why, f"{min(after)}-01", after)
    strand = _counted(world, "in the month of the end", "monthly", months(world, 1, month))
    day = date(world.year, month, dice.between(5, 20)).toordinal()
    why = "the last month with requests goes on after the stated day, and no day within it is known"
    last = f"{world.year}-{month:02}"
    _expect_counts(world, strand, day, "UTC", "possibly contradicted", why, f"{last}-01", {last: strand.counts[last]})
    strand = _counted(world, "to the end of the month", "monthly", months(world, 1, month))
    day = date(world.year, month + 1, 1).toordinal() - 1
    _expect_counts(world, strand, day, "UTC", "consistent", "the last month with requests ends with the stated day")
    first = world.days["daily"][0]
    for scenario, least, most, verdict in (
        ("days of an unknown zone", 1, 2, "possibly contradicted"),
        ("the third day is later anywhere", 3, 9, "contradicted"),
    ):
        day = first + dice.between(20, 90)
        days = range(day - dice.between(3, 12), day + dice.between(least, most) + 1)
        strand = _counted(world, scenario, "daily", [day_text(each) for each in days])
        late = [each for each in days if each >= day + least]
        # From UTC+14 on: the day may have begun so early, whatever the zone of the log.
        earliest = day_text(late[0] - 1)
        why = "neither the zone of the statement nor that of the log is known: only from the third day on it is later"
        after = {day_text(each): strand.counts[day_text(each)] for each in late}
        _expect_counts(world, strand, day, UNKNOWN, verdict, why, earliest, after)


def _counted(world: World, scenario: str, log_id: str, periods: Sequence[str]) -> Strand:
    strand = world.strand(scenario, log_id)
    strand.counts = {text: world.dice.between(5, 300) for text in periods}
    return strand


def _expect_counts(
    world: World,
    strand: Strand,
    day: int,
    zone: str,
    verdict: str,
    why: str,
    first_day: str = "",
    after: Mapping[str, int] | None = None,
) -> None:
    statement_id = say(world, strand, "ended", "access", day_text(day), day, zone)
    count = sum((after or {}).values())
    expect(world, strand, statement_id, verdict, why, first_day=first_day, count=count)
