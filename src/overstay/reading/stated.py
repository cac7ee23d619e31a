"""What the date of an event means for a kind of statement: the EDTF date that is stated, never narrower than the words.

An end, a start and a denial without a date lie somewhere up to the day said, an announced end somewhere after it, and
what goes on is open from that day; an extension means its last day, what was seen means the day on which it was seen.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from overstay.dates import read_edtf

TENSES = {
    "ended": "past",
    "granted": "past",
    "never": "past",
    "observed": "past",
    "will-end": "future",
    "extension": "future",
}
_END_OF = re.compile(r"\b(?:until|till|through|to)(?: the)?(?: very)? end of\b", re.IGNORECASE)  # its very last day
# Rules of kinds.py in which the date says how long access lasted, not when it was cut.
_LASTED = frozenset(("had from to", "was on until", "had through"))
_NOT_BEFORE = frozenset(("did not end until", "not until", "not given until", "will not end until"))


def stated(kind: str, rule: str, found: Any, said_on: str, *, was_on: bool = False) -> tuple[str, str]:
    """The EDTF date of a statement of this kind, and the name of the rule that gave it.

    `found` is the FoundDate that belongs to it, None without one; `was_on`: it speaks of access being had or used
    ("no longer reads", "had until"), not of a single act of ending or giving it.
    """
    if kind == "continues":
        return (_open_end(said_on), "until further notice") if said_on else ("", "")
    if kind == "never":
        return _never(found, said_on)
    if found is None:
        return _default(kind, said_on)
    if not found.edtf or found.rule.startswith("since at least"):  # "since at least 2014": then, or before
        return found.edtf, found.rule
    if (
        kind in ("extension", "will-end")
        and found.bound in ("until", "through")
        and found.latest
        and _END_OF.search(found.words)
    ):
        return str(found.latest), found.rule
    reading = {"ended": _ended, "granted": _granted, "will-end": _will_end}.get(kind, _last_seen)
    return reading(rule, found, said_on, was_on), found.rule


def _ended(rule: str, found: Any, said_on: str, was_on: bool) -> str:
    core, bound = found.core or found.edtf, found.bound
    if rule == "denied" and bound in ("after", "since", "from"):
        return f"../{core}"  # "denied that it went on after 2015": over by then, and perhaps before
    if bound == "between":
        return _last_of(found) if rule in _LASTED else found.edtf
    if bound == "as-of":
        return core if _is_day_said(core, said_on) else f"../{core}"
    if bound in ("since", "from", "until", "through"):
        return core
    if bound == "after" and was_on and not _is_from_on(found):
        return core
    if bound in ("by", "before"):
        return _up_to(found)
    return str(found.edtf)


def _granted(rule: str, found: Any, said_on: str, was_on: bool) -> str:
    core, bound = found.core or found.edtf, found.bound
    if bound == "between":
        return found.first if found.first and found.words.lower().startswith("from") else found.edtf
    if bound == "as-of":
        return (
            core
            if _is_day_said(core, said_on) or found.direction == "future" or _is_to_come(core, said_on)
            else f"../{core}"
        )
    if bound in ("since", "from") or rule in _NOT_BEFORE:
        return core
    if bound in ("until", "through", "at-least-until"):  # the end of what was given, which began before the day said
        return _default("granted", said_on)[0]
    if bound in ("by", "before"):
        return _up_to(found)
    return str(found.edtf)


def _will_end(rule: str, found: Any, said_on: str, was_on: bool) -> str:
    core, bound = found.core or found.edtf, found.bound
    if rule == "time to end" and not bound:
        return _from_said_to(said_on, core)
    if bound == "after" and "same as the date before" in found.rule:  # "has until May; after that date it ends"
        return core
    if bound in ("since", "from", "as-of", "until", "through") or rule == "not beyond":
        return core
    if bound == "after" and was_on and not _is_from_on(found):
        return core
    if bound in ("by", "before"):
        return _from_said_to(said_on, str(found.latest)) if found.latest else str(found.edtf)
    return str(found.edtf)


def _last_seen(rule: str, found: Any, said_on: str, was_on: bool) -> str:
    """Of an extension and of what was seen: the date itself, whether "until", "through" or "as recently as"."""
    core, bound = found.core or found.edtf, found.bound
    if rule == "more time":
        if bound == "within":
            return ""
        if bound == "between" and found.last:
            return str(found.last)
        return str(found.edtf if bound in ("at-least-until", "after") else core)
    if bound in ("until", "through", "as-of", "as-recently-as", "since", "from"):
        return core
    if bound in ("by", "before"):
        return _up_to(found)
    return str(found.edtf)


def _never(found: Any, said_on: str) -> tuple[str, str]:
    if found is not None and found.core and found.bound == "as-of":
        return f"../{found.core}", found.rule
    return _default("never", said_on)


def _default(kind: str, said_on: str) -> tuple[str, str]:
    if not said_on or kind in ("extension", "observed"):
        return "", ""
    if kind == "will-end":
        return _open_end(said_on), "no date given"
    return (f"../{_short(said_on)}" if _last_day(said_on) else ""), "no date given"


def _is_from_on(found: Any) -> bool:
    """ "No earlier than X", "on or after X": X itself is one of the days."""
    core = read_edtf(found.core).earliest_date if found.core else None
    return core is not None and found.earliest == core


def _is_day_said(core: str, said_on: str) -> bool:
    day = read_edtf(core)
    return bool(said_on) and day.latest_date is not None and read_edtf(said_on).latest_date == day.latest_date


def _is_to_come(core: str, said_on: str) -> bool:
    day, last = read_edtf(core), _last_day(said_on) if said_on else None
    return last is not None and day.earliest_date is not None and day.earliest_date > last


def _up_to(found: Any) -> str:
    """By or before a date, of the past: open towards the past, whatever the sentence's tense made of it."""
    return f"../{found.latest}" if found.latest else str(found.edtf)


def _last_day(edtf: str) -> date | None:
    return read_edtf(edtf).latest_date


def _short(said_on: str) -> str:
    """The day said as the end of an interval: its last part where it is an interval itself."""
    return said_on.rpartition("/")[2] if "/" in said_on else said_on


def _open_end(said_on: str) -> str:
    return f"{said_on.partition('/')[0]}/.."


def _from_said_to(said_on: str, core: str) -> str:
    """From the day said to a date's last day; just up to it where it is over already, or the day is not known."""
    last = _last_day(core)
    first = said_on.partition("/")[0]
    begins = read_edtf(first).earliest_date if first else None
    if last is None:
        return f"{first}/.." if first else ""
    return f"{first}/{last}" if begins and begins <= last else f"../{last}"


def _last_of(found: Any) -> str:
    """Of "between 2011 and 2014": 2014."""
    core = str(found.core or found.edtf)
    return str(found.last or (core.rpartition("/")[2] if "/" in core else core))


__all__ = ["TENSES", "stated"]
