"""What stands in the logs of a synthetic case: one request, one month or one broken line as the text of a line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from overstay.made_up.world import (
    CATEGORIES,
    DAY,
    HOUR,
    IRISH_ZONE,
    LOCAL_ZONE,
    PROGRAMS,
    Request,
    Strand,
    World,
    clock_change,
    day_text,
    moment,
)

ZONES = {"api": "UTC", "local": LOCAL_ZONE, "web": IRISH_ZONE, "extra": IRISH_ZONE}
STATUSES = (200,) * 14 + (204, 304, 404, 401)

Line = tuple[int, str | bytes]  # at which moment it stands in the file, and what it is, without its line end


def days_of(world: World, log_id: str) -> list[int]:
    """The days on which a log has records."""
    first, last = world.days[log_id]
    silent = range(world.gap[0], world.gap[1] + 1) if log_id == "local" else ()
    return [day for day in range(first, last + 1) if day not in silent]


def request_line(world: World, strand: Strand, request: Request) -> str:
    """One request as a line of its log."""
    if strand.log_id == "web":
        path = f"/v2/{strand.program_id}/{strand.category_id}/{world.dice.below(1000)}"
        return web_line(
            request.at, request.user or "-", request.status, path, f"{agent(strand)}/1.{strand.fill_until % 7}"
        )
    if strand.log_id == "extra":
        record = {
            "request": {"time": _local(request.at, IRISH_ZONE).replace(tzinfo=None).isoformat()},
            "app": world.dice.pick(strand.spellings),
            "api": strand.program_id,
            "scope": CATEGORIES[strand.category_id][0],
            "user": request.user,
            "status": request.status,
        }
        return json.dumps(record)
    zone = ZONES[strand.log_id]
    local = _local(request.at, zone).replace(tzinfo=None)
    return local.isoformat() + csv_cells(world, strand, request.user, request.status)


def csv_cells(world: World, strand: Strand, user: str | None = None, status: int = 0) -> str:
    """A row of a CSV log behind its time; whoever is not given is drawn."""
    dice = world.dice
    partner = dice.pick(strand.spellings)
    partner = f'"{partner}"' if "," in partner else partner
    kind = f"{strand.category_id}/" if strand.category_id else ""
    endpoint = f"/v2/{strand.program_id}/{kind}{dice.below(1000)}"
    method = dice.pick(("GET", "GET", "GET", "POST"))
    user = world.user() if user is None else user
    return f",{partner},{method},{endpoint},{user},{status or dice.pick(STATUSES)}"


def web_line(at: int, user: str, status: int, path: str, agent: str) -> str:
    """One request as a line in Combined Log Format, its time with the offset of Irish clocks."""
    time = _local(at, IRISH_ZONE)
    month = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[time.month - 1]
    clock = f"{time.day:02}/{month}/{time:%Y:%H:%M:%S %z}"
    return f'203.0.113.{at % 250} - {user} [{clock}] "GET {path} HTTP/1.1" {status} {at % 9000} "-" "{agent}"'


def agent(strand: Strand) -> str:
    """What the partner's program calls itself towards the web server."""
    return f"{strand.partner.agent}-{strand.program_id}-{strand.category_id}"


def count_line(strand: Strand, period: str) -> str:
    """The requests of a month or day as a line of a log that counts whole ones."""
    cells = (period, strand.partner.name, PROGRAMS[strand.program_id], strand.category_id, str(strand.counts[period]))
    return ",".join(cells)


def broken_lines(world: World, log_id: str) -> list[Line]:
    """Lines that no reader can use. Damaged bytes stand in the smaller files only, as they do where disks fail."""
    dice = world.dice
    partner = world.partners[0].name
    makers: dict[str, tuple[Callable[[str], str | bytes], ...]] = {
        "api": (
            lambda day: f"{day} 25:61:00,{partner},GET,/v2/sign-in/profile/1,u100001,200",
            lambda day: f"yesterday,{partner},GET,/v2/sign-in/profile/1,u100001,200",
            lambda day: f"{day}T10:00:00,{partner},GET,/v2/sign-in/profile/1",
            lambda day: f"{day}T10:00:00,{partner},GET,/v2/sign-in/profile/1,u100001,200,more,cells",
            lambda day: f"{day}T10:00:00,,GET,/v2/sign-in/profile/1,u100001,200",
        ),
        "local": (
            lambda day: f"{_skipped_hour(world)},{partner},GET,/v2/sign-in/profile/1,u100001,200",
            lambda day: f"{day}T10:00:00,{partner},GET,/v2/sign-in/profile/1,u1000\x0001,200",
            lambda day: f"{day}T10:00:00,Caf\xe9,GET,/v2/sign-in/profile/1,u100001,200".encode("latin-1"),
            lambda day: f"{day}T10:00:00,{partner},GET",
        ),
        "web": (
            lambda day: "-- log rotated --",
            lambda day: web_line(moment(world.days["web"][0]), "-", 200, "/", "x").replace("/20", "/99/20"),
            lambda day: f"203.0.113.9 - - [\x00] {day}",
            lambda day: f"203.0.113.9 - caf\xe9 {day}".encode("latin-1"),
        ),
        "extra": (
            lambda day: '{"request": {"time": "' + day,
            lambda day: json.dumps({"request": {"time": f"{day}T10:00:00"}, "api": "sign-in", "status": 200}),
            lambda day: json.dumps({"request": {"time": "soon"}, "app": partner, "api": "sign-in", "status": 200}),
            lambda day: json.dumps([day, partner]),
            lambda day: f'{{"app": "caf\xe9", "request": {{"time": "{day}T10:00:00"}}}}'.encode("latin-1"),
        ),
        "monthly": (
            lambda day: f"{world.year}-13,{partner},Sign-in,profile,7",
            lambda day: f"{world.year}-03,{partner},Sign-in,profile,many",
            lambda day: f"{world.year}-03,,Sign-in,profile,7",
        ),
        "daily": (
            lambda day: f"{day[:7]},{partner},Sign-in,profile,7",
            lambda day: f"{day},{partner},Sign-in,profile,-7",
        ),
    }
    lines: list[Line] = []
    for make in makers[log_id]:
        for _ in range(dice.between(1, 3)):
            at = some_moment(world, log_id)
            lines.append((at, make(day_text(at // DAY + datetime(1970, 1, 1).toordinal()))))
    return lines


def _skipped_hour(world: World) -> str:
    """A time that the clocks of the local log jumped over in spring."""
    return f"{day_text(clock_change(world.year, (3, 4), LOCAL_ZONE))}T02:30:00"


def some_moment(world: World, log_id: str) -> int:
    """A moment in office hours on a day on which the log has records of others anyway."""
    days = days_of(world, log_id if log_id in world.days else "api")
    return moment(world.dice.pick(days)) + world.dice.between(12 * HOUR, 20 * HOUR - 1)


def _local(at: int, zone: str) -> datetime:
    return datetime.fromtimestamp(at, ZoneInfo(zone))
