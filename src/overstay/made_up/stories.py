"""What is planted in a synthetic case: the stories of its partners, each with what must be found.

A request is certainly after a stated end if it comes at or after the last midnight of the latest reading of the stated
day, in the zone of the statement's source.
"""

from __future__ import annotations

from overstay.made_up.doubts import tell_clocks_and_gaps, tell_counted, tell_covered
from overstay.made_up.telling import expect, go_on, last_day, months, refuse, say, stated_end
from overstay.made_up.world import (
    BALLAST,
    DAY,
    HOUR,
    IRISH_ZONE,
    LOCAL_ZONE,
    SOURCES,
    TOKYO,
    UNKNOWN,
    VAGUE,
    WIDER,
    Request,
    Strand,
    World,
    day_text,
    moment,
)

ALL = (*SOURCES,)


def tell_stories(world: World) -> None:
    """Plant every story in the world; more partners than twelve get more of the usual ones."""
    for partner in world.partners:
        for log_id in ("api", "local", "web", "extra", "monthly"):
            usual = Strand(
                "never ended", log_id, partner, *BALLAST, (partner.name,), fill_until=last_day(world, log_id) + 1
            )
            if log_id == "monthly":
                usual.counts = {month: world.dice.between(20, 400) for month in months(world, 1, 15)}
            world.strands.append(usual)
    first, last = world.days["daily"]
    for partner in world.partners[:2]:
        counts = {day_text(day): world.dice.between(20, 40) for day in range(first, last + 1)}
        world.strands.append(Strand("never ended", "daily", partner, *BALLAST, (partner.name,), counts=counts))
    _special(world)
    _ends(world)
    _overstays(world)
    tell_covered(world)
    tell_clocks_and_gaps(world)
    tell_counted(world)
    for number in range(len(world.partners) - 12):
        extra = (_days_after, _stops, _months_after, _refused_only)[number % 4]
        extra(world)


def _special(world: World) -> None:
    """First, while every partner still has all things left: strands whose thing is given."""
    why = "the statement speaks of contact information; the log shows phone numbers, which are a part of it"
    wider = world.strand("a part of what was said", "api", WIDER)
    _overstay(world, wider, why, zone="UTC", wait=(3 * DAY, 20 * DAY), said_of=(WIDER[0], "contact-info"))
    why = "the log does not say which kind of data was asked for; the statement does"
    vague = world.strand("vaguer than what was said", "api", VAGUE)
    verdict = "possibly contradicted"
    _overstay(world, vague, why, zone="UTC", wait=(DAY, 9 * DAY), said_of=(VAGUE[0], "messages"), verdict=verdict)


def _ends(world: World) -> None:
    """Partners that stop in time."""
    _stops(world)
    _stops(world)
    _stops(world, scenario="clean announced end", kind="will-end")
    for log_id, zone in (("api", LOCAL_ZONE), ("api", TOKYO), ("web", IRISH_ZONE)):
        _stops(world, scenario="in the last minute", log_id=log_id, zone=zone, last_minute=True)
    _stops(world, scenario="in the last minute of the month", zone=LOCAL_ZONE, last_minute=True, month=True)
    _stops(world, scenario="written late", late=True)
    _refused_only(world)
    _refused_only(world, "web")


def _stops(
    world: World,
    *,
    scenario: str = "clean end",
    log_id: str = "api",
    kind: str = "ended",
    zone: str | None = None,
    last_minute: bool = False,
    month: bool = False,
    late: bool = False,
) -> None:
    strand = world.strand(scenario, log_id)
    zone = world.dice.pick(ALL) if zone is None else zone
    stated, day, end = stated_end(world, log_id, zone, month)
    world.ordinary(strand, day - 2, world.dice.between(4, 9))
    why = "the partner stopped in time, and the log went on"
    if last_minute:
        seconds = [1, *(world.dice.between(2, 60) for _ in range(world.dice.between(2, 6)))]
        strand.requests += [Request(end - second, world.user()) for second in seconds]
        why = "the last requests came in the last minute of the stated end itself"
    if late:
        for _ in range(world.dice.between(3, 8)):
            at = moment(day - 1) + world.dice.below(6 * HOUR)
            written = end + world.dice.between(2 * DAY, 9 * DAY)
            strand.requests.append(Request(at, world.user(), written=written))
        why = "rows of requests made before the stated end were written days after it"
    strand.fill_until = day - 1 if log_id == "api" else 0
    expect(world, strand, say(world, strand, kind, "access", stated, day, zone), "consistent", why)


def _refused_only(world: World, log_id: str = "api") -> None:
    strand = world.strand("refused only", log_id)
    zone = world.dice.pick(ALL)
    stated, day, end = stated_end(world, log_id, zone)
    world.ordinary(strand, day - 2, world.dice.between(4, 9))
    strand.fill_until = day - 1 if log_id == "api" else 0
    count = world.dice.between(3, 25)
    refuse(world, strand, end + world.dice.between(1, 2 * DAY), count)
    why = "all requests after the stated end were refused"
    expect(
        world, strand, say(world, strand, "ended", "access", stated, day, zone), "consistent", why, refused_after=count
    )


def _overstays(world: World) -> None:
    """Partners that go on."""
    dice = world.dice
    _overstay(world, world.strand("from the next second on", "api"), zone=TOKYO, wait=(0, 1))
    _overstay(world, world.strand("from the next second on", "web"), zone=IRISH_ZONE, wait=(0, 1))
    why = "the stated day is over everywhere on earth when the first request comes"
    _overstay(world, world.strand("the next day anywhere", "api"), why, zone=UNKNOWN, wait=(0, 1))
    _months_after(world)
    _days_after(world)
    gone = world.strand("feature gone, access left", "api")
    why = "the feature was said to be gone; requests for the data behind it went on"
    _overstay(world, gone, why, about="feature", wait=(DAY, 40 * DAY), verdict="left in place")
    why = "an end was announced; requests went on after it"
    _overstay(world, world.strand("announced end", "api"), why, kind="will-end", wait=(HOUR, 10 * DAY))
    why = "only a month was stated; requests went on after its last day"
    _overstay(world, world.strand("after the stated month", "api"), why, zone=IRISH_ZONE, month=True, wait=(0, 9 * DAY))
    why = "the log writes the partner by other names in odd case"
    _overstay(world, world.strand("by alias", "api", odd=True), why, zone="UTC", wait=(HOUR, 5 * DAY))
    why = "some requests after the stated end were served, others refused; some rows name nobody"
    mixed = world.strand("served and refused", "api")
    _overstay(world, mixed, why, zone=LOCAL_ZONE, wait=(HOUR, DAY), refused=dice.between(3, 12), nobody=True)
    why = "the first request after the stated end stands last in the file"
    _overstay(world, world.strand("first one written last", "api"), why, zone="UTC", wait=(60, DAY), late=True)
    doubt = world.strand("in the longest day", "api")
    stated, day, _ = stated_end(world, "api", UNKNOWN)
    world.ordinary(doubt, day - 2, dice.between(4, 9))
    hours = (HOUR, 11 * HOUR)
    doubt.requests += [Request(moment(day + 1) + dice.between(*hours), world.user()) for _ in range(dice.between(2, 6))]
    doubt.fill_until = day - 1
    why = "the last requests came on the stated day in some zones; words of no known zone are read in their own favour"
    statement_id = say(world, doubt, "ended", "access", stated, day, UNKNOWN)
    expect(world, doubt, statement_id, "consistent", why)


def _days_after(world: World) -> None:
    _overstay(world, world.strand("days after", "api"), wait=(2 * DAY, 10 * DAY))


def _months_after(world: World) -> None:
    why = "nothing for months, then requests again"
    _overstay(world, world.strand("months after", "api"), why, wait=(60 * DAY, 110 * DAY))


def _overstay(
    world: World,
    strand: Strand,
    why: str = "requests went on after the stated end",
    *,
    zone: str | None = None,
    kind: str = "ended",
    about: str = "access",
    wait: tuple[int, int] = (HOUR, DAY),
    verdict: str = "contradicted",
    month: bool = False,
    refused: int = 0,
    nobody: bool = False,
    late: bool = False,
    said_of: tuple[str, str] | None = None,
) -> None:
    zone = world.dice.pick(ALL) if zone is None else zone
    stated, day, end = stated_end(world, strand.log_id, zone, month)
    world.ordinary(strand, day - 2, world.dice.between(4, 9))
    strand.fill_until = day - 1 if strand.log_id == "api" else 0
    first = end + world.dice.between(*wait)
    after = go_on(world, first, first + world.dice.between(DAY, 40 * DAY), nobody=nobody)
    if late:
        after[0] = Request(first, after[0].user, written=max(request.at for request in after) + 2 * HOUR)
    strand.requests += after
    refuse(world, strand, first, refused)
    statement_id = say(world, strand, kind, about, stated, day, zone, said_of)
    expect(world, strand, statement_id, verdict, why, after, refused_after=refused)
