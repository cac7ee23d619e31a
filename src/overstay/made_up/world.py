"""A made-up world for a synthetic case: partners, days, what is planted in its logs, and what must be found there.

All chance comes from `Dice`, so a seed gives the same world on every machine. Moments are whole seconds since 1970 in
UTC; days are ordinals of `datetime.date`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from overstay.dates import read_zone
from overstay.errors import OptionError

DAY = 86_400
HOUR = 3_600
FEWEST_PARTNERS, MOST_PARTNERS = 12, 500
LOCAL_ZONE, IRISH_ZONE = "America/New_York", "Europe/Dublin"
TOKYO, REGINA, UNKNOWN = "Asia/Tokyo", "-06:00", ""

# Whose words are in which zone; a statement takes the source of its zone.
SOURCES = {
    "UTC": "platform-utc",
    LOCAL_ZONE: "platform-new-york",
    IRISH_ZONE: "platform-dublin",
    TOKYO: "platform-tokyo",
    REGINA: "platform-regina",
    UNKNOWN: "platform-interview",
}
LOG_SOURCE, COUNT_SOURCE = "internal-logs", "internal-counts"

PROGRAMS = {
    "contact-sync": "Contact sync",
    "profile-api": "Profile API",
    "friends-api": "Friends API",
    "events-api": "Events API",
    "batch-export": "Batch export",
    "sign-in": "Sign-in",
}
CATEGORIES = {
    "profile": ("Profile", ""),
    "contact-info": ("Contact information", ""),
    "phone-numbers": ("Phone numbers", "contact-info"),
    "friend-list": ("Friend list", ""),
    "messages": ("Messages", ""),
    "location": ("Location", ""),
    "photos": ("Photos", ""),
}
BALLAST = ("sign-in", "profile")  # goes on for ever, and no statement speaks of it: it keeps the logs going
VAGUE = ("batch-export", "")  # the map names no kind of data for it
WIDER = ("contact-sync", "phone-numbers")  # a part of what its statement speaks of
_KEPT_APART = {"sign-in", "batch-export"}

# fmt: off
_ANIMALS = (
    "Otter", "Heron", "Lynx", "Badger", "Finch", "Marten", "Plover", "Weasel", "Curlew", "Vole", "Osprey", "Hare",
    "Newt", "Dipper", "Stoat", "Magpie", "Lapwing", "Beaver", "Dunlin", "Ferret", "Kestrel", "Shrew", "Bittern",
    "Polecat", "Wigeon", "Dormouse", "Siskin", "Adder", "Gannet", "Hedgehog",
)
# fmt: on
T = TypeVar("T")


class Dice:
    """Chance from `random.random()` alone, whose sequence is the same in all versions of Python."""

    def __init__(self, seed: int) -> None:
        self.roll = random.Random(seed).random  # noqa: S311 - made-up data, no secret

    def below(self, count: int) -> int:
        """A whole number from 0 to below `count`."""
        return int(self.roll() * count)

    def between(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`, both included."""
        return least + self.below(most - least + 1)

    def pick(self, things: Sequence[T]) -> T:
        """One of the things."""
        return things[self.below(len(things))]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """All things, in some order."""
        left = list(things)
        return [left.pop(self.below(len(left))) for _ in things]

    def some(self, count: int, of: int) -> list[int]:
        """`count` different whole numbers below `of`, in some order."""
        found: dict[int, None] = {}
        while len(found) < count:
            found[self.below(of)] = None
        return list(found)


@dataclass(frozen=True, slots=True)
class Partner:
    """A made-up partner; `aliases` as they stand in partners.csv."""

    id: str
    name: str
    aliases: tuple[str, ...]

    @property
    def agent(self) -> str:
        """What its programs call themselves towards a web server."""
        return "".join(part.capitalize() for part in self.id.split("-"))


@dataclass(frozen=True, slots=True)
class Request:
    """One request at a moment; `written` is the moment at which its row stands in the file, if that is later."""

    at: int
    user: str = ""
    status: int = 200
    written: int = 0


@dataclass(slots=True)
class Strand:
    """What one partner does under one program with one kind of data, in one log.

    `spellings` = how the log writes the partner; ordinary traffic fills days up to before `fill_until` (0 = none).
    `counts` = requests by month or day, in the logs that count whole ones.
    """

    scenario: str
    log_id: str
    partner: Partner
    program_id: str
    category_id: str
    spellings: tuple[str, ...]
    requests: list[Request] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    fill_until: int = 0


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be found when one statement is held against one log.

    events_after, users_after and first_day (of the first, in UTC; "" = none) are of requests that were served certainly
    after the stated end and that no other statement covers or, where there are none, perhaps after it; events_explained
    of those that one covers. refused_after = after it, and refused. users_after None = the log has no users.
    """

    statement_id: str
    log_id: str
    partner_id: str
    program_id: str
    category_id: str
    scenario: str
    verdict: str
    first_day: str
    events_after: int
    users_after: int | None
    refused_after: int
    events_explained: int
    why: str


@dataclass(slots=True)
class World:
    """All that a synthetic case is made of, but for the ordinary traffic, which is drawn while it is written."""

    dice: Dice
    year: int
    partners: tuple[Partner, ...]
    days: dict[str, tuple[int, int]]  # first and last day of each log, both with records
    gap: tuple[int, int]  # days without any record in the log `local`
    strands: list[Strand] = field(default_factory=list)
    statements: list[dict[str, str]] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    _left: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    _turn: int = 0

    def strand(self, scenario: str, log_id: str, about: tuple[str, str] | None = None, *, odd: bool = False) -> Strand:
        """A new strand of the partner whose turn it is, about something that no other of its strands is about."""
        partner = self.partners[self._turn % len(self.partners)]
        self._turn += 1
        left = self._left.setdefault(partner.id, self.dice.shuffled(ordinary_things()))
        if about is None:
            about = left.pop()
        elif about in left:
            left.remove(about)
        if about == WIDER:
            left[:] = [thing for thing in left if thing[0] != WIDER[0]]
        spellings: tuple[str, ...] = (partner.id,) if self.dice.below(2) else (partner.name,)
        if odd:
            alias = partner.aliases[self.dice.below(len(partner.aliases))]
            spellings = tuple(dict.fromkeys((alias.upper(), alias.lower(), alias.swapcase(), partner.name.upper())))
        strand = Strand(scenario, log_id, partner, *about, spellings)
        self.strands.append(strand)
        return strand

    def ordinary(self, strand: Strand, until: int, count: int) -> None:
        """`count` requests in office hours (12 to 20 UTC) on days up to `until`, where the log has records."""
        first = self.days[strand.log_id][0]
        for _ in range(count):
            day = self.dice.between(first, until)
            if strand.log_id == "local" and self.gap[0] <= day <= self.gap[1]:
                day = self.gap[0] - 1
            at = moment(day) + self.dice.between(12 * HOUR, 20 * HOUR - 1)
            strand.requests.append(Request(at, self.user()))

    def user(self) -> str:
        """Somebody."""
        return f"u{100_000 + self.dice.below(900_000)}"


def make_world(seed: int, partners: int) -> World:
    """A world without stories: its year, partners and the days of its logs. OptionError for too few partners."""
    if not FEWEST_PARTNERS <= partners <= MOST_PARTNERS:
        raise OptionError(f"partners={partners!r}: write a whole number from {FEWEST_PARTNERS} to {MOST_PARTNERS}")
    dice = Dice(seed)
    year = dice.between(2014, 2022)

    def day(month: int, day: int, spread: int, *, later: int = 0) -> int:
        return date(year + later, month, day).toordinal() + dice.below(spread)

    days = {
        "api": (date(year, 1, 1).toordinal(), day(3, 15, 25, later=1)),
        "local": (day(3, 1, 5), day(2, 10, 15, later=1)),
        "web": (day(3, 1, 10), day(12, 5, 15)),
        "extra": (day(8, 10, 10), day(11, 25, 15)),
        "daily": (day(4, 1, 5), day(8, 10, 10)),
    }
    gap = day(7, 6, 35)
    return World(dice, year, _partners(dice, partners), days, (gap, gap + dice.between(30, 44)))


def ordinary_things() -> list[tuple[str, str]]:
    """Each program with each kind of data that strands may be about without a special reason."""
    return [
        (program, kind) for program in PROGRAMS if program not in _KEPT_APART for kind in CATEGORIES if kind != WIDER[1]
    ]


def moment(day: int) -> int:
    """The first second of a day, in UTC."""
    return (day - date(1970, 1, 1).toordinal()) * DAY


def day_text(day: int) -> str:
    """A day as 2018-05-03."""
    return date.fromordinal(day).isoformat()


def midnight(day: int, zone: str) -> int:
    """The moment at which a calendar day begins in a zone; where none is known, the last place on earth (UTC-12)."""
    start = datetime.combine(date.fromordinal(day), datetime.min.time(), read_zone(zone or "-12:00"))
    return int(start.timestamp())


def clock_change(year: int, months: tuple[int, int], zone: str) -> int:
    """The day between the first of two months at which the clocks of a zone change."""
    place = ZoneInfo(zone)
    day = date(year, months[0], 1)
    while day < date(year, months[1], 1):
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        if noon.astimezone(place).utcoffset() != (noon + timedelta(days=1)).astimezone(place).utcoffset():
            return day.toordinal() + 1
        day += timedelta(days=1)
    raise OptionError(f"zone={zone!r}: its clocks do not change in that time")


def _partners(dice: Dice, count: int) -> tuple[Partner, ...]:
    found = []
    for number, animal in enumerate(dice.shuffled(_ANIMALS * (count // len(_ANIMALS) + 1))[:count], 1):
        slug = f"{animal.lower()}-{number:02}"
        name = f"Example {animal} {number:02}"
        found.append(Partner(slug, name, (f"{animal} Apps {number:02}, Inc.", f"{animal.lower()}{number:02}.example")))
    return tuple(sorted(found, key=lambda partner: partner.id))
