"""Clauses ─► events: what a clause says happened to somebody's access, whatever its mood."""

from __future__ import annotations

from collections.abc import Callable

from overstay.reading.absence import there_was
from overstay.reading.barred import shut_out
from overstay.reading.endings import ended
from overstay.reading.extensions import extension_of
from overstay.reading.grants import began, given
from overstay.reading.losses import lost
from overstay.reading.members import untied
from overstay.reading.mentions import heads
from overstay.reading.nominal import happening
from overstay.reading.parts import Event, Parts
from overstay.reading.proofs import requests_shown
from overstay.reading.reprieves import exempted, ran_out
from overstay.reading.shown_out import shown_out
from overstay.reading.standing import in_state, kept
from overstay.reading.uses import used, worked_with
from overstay.reading.working import (
    answered,
    error_returned,
    last_seen,
    made_requests,
    must_move,
    planned_end,
    refused,
    signed_in,
    stopped_working,
    without,
)

_RULES: tuple[Callable[[Parts], Event | None], ...] = (
    there_was,
    exempted,
    ran_out,
    requests_shown,
    shown_out,
    untied,
    extension_of,
    must_move,
    planned_end,
    last_seen,
    refused,
    answered,
    error_returned,
    made_requests,
    signed_in,
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
    event = next((event for rule in _RULES if (event := rule(parts)) is not None), None)
    if event is not None and event.state == "keep" and not parts.frame.negation:
        tops = heads(parts.subject)
        if tops and all("stop" in mention.nouns for mention in tops):
            return None  # "the suspension of its access stands": what goes on is the end
    return event
