"""The description of a log ─► the values to which the SQL of loading is bound."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from overstay import queries
from overstay.dates import FIRST_ZONE, LAST_ZONE, read_zone
from overstay.logs import Log

FORMAT_WORDS = {
    "iso": "ISO 8601, as in 2018-05-03T14:03:22Z",
    "epoch-s": "seconds since 1970",
    "epoch-ms": "milliseconds since 1970",
    "%Y-%m-%d": "a day, as 2018-04-30",
    "%Y-%m": "a month, as 2018-04",
    "%Y": "a year, as 2018",
}


def loading_values(log: Log, key: bytes) -> dict[str, queries.Value]:
    """What the SQL of loading is bound to."""
    zone = read_zone(log.time_zone) if log.time_zone else None
    fixed = fixed_minutes(log.time_zone)
    exact = [value for value in log.refused if "x" not in value.lower()]
    patterns = [value.lower().replace("x", "[0-9]") for value in log.refused if _is_class(value)]
    words = FORMAT_WORDS.get(log.time_format, log.time_format)
    return {
        "log_id": log.id,
        "zone": log.time_zone,
        "icu_zone": icu_zone(log.time_zone),
        "offset_minutes": 0 if zone is None else fixed,
        "first_minutes": _minutes(FIRST_ZONE) if zone is None else fixed,
        "last_minutes": _minutes(LAST_ZONE) if zone is None else fixed,
        "unit": log.period_unit,
        "per_second": 1000 if log.time_format == "epoch-ms" else 1,
        "time_format": log.time_format,
        "has_offset": "%z" in log.time_format,
        "format_words": words,
        "needs_partner": bool(log.partner) and not any(pattern.partner_id for pattern in log.patterns),
        "map_patterns": [pattern.glob for pattern in log.patterns],
        "by_share": bool(log.attempts),
        "refused_from": log.refused_from,
        "refused_values": exact + [value for value in log.refused if value not in exact and not _is_class(value)],
        "refused_pattern": "|".join(patterns),
        "keep_users": log.users == "keep",
        "user_key": key,
    }


def _is_class(value: str) -> bool:
    """Whether a status is a class such as 4xx."""
    return len(value) == 3 and "x" in value.lower() and value.lower().replace("x", "0").isdigit()


def fixed_minutes(zone: str) -> int | None:
    """The UTC offset of a zone that has one all year round by its very name (UTC, +02:00); None for others."""
    if not zone:
        return None
    if zone.upper() in ("UTC", "Z") or zone.lstrip("UTC")[:1] in ("+", "-"):
        return _minutes(read_zone(zone))
    return None


def icu_zone(zone: str) -> str:
    """The name by which DuckDB shifts moments to a zone; UTC where an offset does it, or where no zone is known."""
    return zone if zone and fixed_minutes(zone) is None else "UTC"


def _minutes(zone: tzinfo) -> int:
    shift = zone.utcoffset(datetime(2000, 1, 1, tzinfo=UTC))
    return int(shift.total_seconds() // 60) if shift else 0
