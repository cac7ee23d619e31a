"""Clauses ─► events: what a clause says happened to somebody's access, whatever its mood."""

from __future__ import annotations

from collections.abc import Callable

from overstay.reading.endings import ended, lost, shut_out
from overstay.reading.extensions import extension_of
from overstay.reading.grants import began, given
from overstay.reading.nominal import happening
from overstay.reading.parts import Event, Parts
from overstay.reading.standing import in_state, kept
from overstay.reading.uses import used, worked_with
from overstay.reading.working import last_seen, made_requests, planned_end, refused, stopped_working, without

_RULES: tuple[Callable[[Parts], Event | None], ...] = (
    extension_of,
    planned_end,
    last_seen,
    refused,
    made_requests,
    stopped_working,
    without,
    happening,
    in_state,
    used,
    worked_with,
    given,
    shut_out,
    lost,
    ended,
    kept,
    began,
)


def read_event(parts: Parts) -> Event | None:
    """The event of one clause: the first of the rules that fits."""
    return next((event for rule in _RULES if (event := rule(parts)) is not None), None)
