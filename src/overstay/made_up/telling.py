"""The words of which stories are told: an end is stated, requests go on or are refused, and something is expected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from overstay.made_up.world import DAY, SOURCES, Expected, Request, Strand, World, day_text, midnight

REFUSED = (401, 403)


def months(world: World, first: int, last: int) -> list[str]:
    """Months as 2018-05, counted from January of the world's year = 1."""
    return [f"{world.year + (n - 1) // 12}-{(n - 1) % 12 + 1:02}" for n in range(first, last + 1)]


def stated_end(world: World, log_id: str, zone: str, month: bool = False) -> tuple[str, int, int]:
    """An end to state: as text, the last day that it reaches, and the first moment after it."""
    if month:
        following = date(world.year, world.dice.between(5, 9), 1).toordinal()
        return day_text(following - 1)[:7], following - 1, midnight(following, zone)
    first, spread = (date(world.year, 5, 5), 75) if log_id == "web" else (date(world.year, 4, 1), 150)
    day = first.toordinal() + world.dice.below(spread)
    return day_text(day), day, midnight(day + 1, zone)


def last_day(world: World, log_id: str) -> int:
    """The last day of a log; 0 for the log of months."""
    return world.days.get(log_id, (0, 0))[1]


def go_on(world: World, first: int, until: int, *, nobody: bool = False) -> list[Request]:
    """Requests from `first` on, the first of them at that moment, the others before `until`."""
    count = world.dice.between(4, 40)
    moments = [first, *(first + 1 + world.dice.below(max(1, until - first - 1)) for _ in range(count))]
    return by_users(world, moments, nobody=nobody)


def by_users(world: World, moments: Sequence[int], *, nobody: bool = False) -> list[Request]:
    """A request at each moment, made by some users, each of them at least once; with `nobody` some rows name none."""
    people = [f"u{100_000 + n}" for n in world.dice.some(world.dice.between(2, min(12, len(moments))), 900_000)]
    requests = []
    for place, at in enumerate(moments):
        user = people[place] if place < len(people) else world.dice.pick([*people, ""] if nobody else people)
        requests.append(Request(at, user, world.dice.pick((200, 200, 200, 204))))
    return requests


def refuse(world: World, strand: Strand, first: int, count: int) -> None:
    """Requests that were refused, within thirty days from `first` on."""
    for _ in range(count):
        at = first + world.dice.below(30 * DAY)
        strand.requests.append(Request(at, world.user(), world.dice.pick(REFUSED)))


def say(
    world: World,
    strand: Strand,
    kind: str,
    about: str,
    stated: str,
    day: int,
    zone: str,
    said_of: tuple[str, str] | None = None,
) -> str:
    """Write a statement about the strand and give its id."""
    statement_id = f"S{len(world.statements) + 1:03}"
    program_id, category_id = said_of or (strand.program_id, strand.category_id)
    said_on = day - world.dice.between(5, 30) if kind in ("will-end", "continues") else day + world.dice.between(1, 60)
    words = {
        "ended": f"ended {'in' if len(stated) == 7 else 'on'}",
        "will-end": "would end on",
        "extension": "was extended to",
        "granted": "was given again from",
        "continues": "would go on in",
    }
    world.statements.append(
        {
            "statement_id": statement_id,
            "source_id": SOURCES[zone],
            "speaker": "The Example Platform",
            "said_on": day_text(said_on),
            "program_id": program_id,
            "partner_id": strand.partner.id,
            "category_id": category_id,
            "kind": kind,
            "about": about,
            "reading": "plain",
            "stated_date": stated,
            "paraphrase": f"Made up: the {about} of {strand.partner.name} {words[kind]} {stated}.",
        }
    )
    return statement_id


def expect(
    world: World,
    strand: Strand,
    statement_id: str,
    verdict: str,
    why: str,
    after: Sequence[Request] = (),
    *,
    explained: Sequence[Request] = (),
    refused_after: int = 0,
    first_day: str = "",
    count: int | None = None,
) -> None:
    """Note what must be found when a statement is held against the log of a strand; see Expected."""
    if after:
        first_day = datetime.fromtimestamp(min(request.at for request in after), UTC).date().isoformat()
    said = next(row for row in world.statements if row["statement_id"] == statement_id)
    world.expected.append(
        Expected(
            statement_id=statement_id,
            log_id=strand.log_id,
            partner_id=strand.partner.id,
            program_id=said["program_id"],
            category_id=said["category_id"],
            scenario=strand.scenario,
            verdict=verdict,
            first_day=first_day,
            events_after=len(after) if count is None else count,
            users_after=None if strand.counts else len({request.user for request in after} - {""}),
            refused_after=refused_after,
            events_explained=len(explained),
            why=why[0].upper() + why[1:] + ".",
        )
    )
