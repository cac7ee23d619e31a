"""Event and frame ─► the kind of statement, by an ordered table of rules; the first rule that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from overstay.reading.events import Event
from overstay.reading.frames import Frame

LASTS = frozenset(("until", "through", "at-least-until", "as-recently-as", "as-of"))


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at: the event, its frame, and what the dates of the clause say."""

    event: Event
    frame: Frame
    shape: str  # of the event's own verb: finite, inf, ger, pp, state
    word: str  # the preposition or conjunction that opens its clause
    link: str
    passive: bool
    bound: str  # of the date that belongs to it, "" where there is none
    dated: bool
    ahead: bool  # its date lies after the day said
    on_day: bool  # its date is the day said
    at_once: bool  # hereby, immediately
    question: bool
    imperative: bool
    now: bool  # still, currently

    @property
    def state(self) -> str:
        """The event's state after "stop", "continue", "begin" and "no longer" have had their say."""
        state, frame = self.event.state, self.frame
        if state == "on":
            if frame.turn == "halt":
                return "end"
            if frame.turn == "go on":
                return "keep"
            if frame.turn == "begin":
                return "start"
        if state in ("on", "keep") and frame.negation == "no longer":
            return "end"
        return state

    @property
    def negated(self) -> bool:
        """Not, never; "no longer" has become part of the state."""
        return self.frame.negation in ("not", "never") or (
            self.frame.negation == "no longer" and self.event.state not in ("on", "keep")
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind with the name of the rule and how plain the reading is."""

    kind: str
    rule: str
    reading: str = "plain"


Rule = tuple[str, Callable[[Facts], Any], str, str]


def kind_of(facts: Facts) -> Verdict | None:
    """The kind of statement, None where nothing is stated."""
    for name, fits, kind, reading in RULES:
        if fits(facts):
            return Verdict(kind, name, reading or "plain") if kind else None
    return None


def _past(facts: Facts) -> bool:
    return facts.frame.tense in ("past", "perfect") and facts.frame.mood == "real"


def _ahead(facts: Facts) -> bool:
    return facts.frame.mood in ("future", "order")


RULES: tuple[Rule, ...] = (
    ("question", lambda f: f.question, "", ""),
    ("hypothetical", lambda f: f.frame.mood == "hypothetical", "", ""),
    (
        "purpose only",
        lambda f: f.shape == "inf" and f.frame.mood == "real" and f.frame.tense == "none" and not f.frame.failed,
        "",
        "",
    ),
    (
        "instead of",
        lambda f: f.shape == "ger" and f.word in ("without", "instead", "of", "about", "for", "against"),
        "",
        "",
    ),
    # more time
    ("more time refused", lambda f: f.state == "more" and f.negated, "", ""),
    (
        "more time",
        lambda f: f.state == "more" and f.frame.tense != "present" or f.state == "more" and f.dated,
        "extension",
        "",
    ),
    ("more time in general", lambda f: f.state == "more", "", ""),
    # an end
    (
        "did not end until",
        lambda f: f.state == "end" and f.negated and f.bound in ("until", "before", "by") and not _ahead(f),
        "ended",
        "",
    ),
    (
        "will not end until",
        lambda f: f.state == "end" and f.negated and f.bound in ("until", "before") and _ahead(f),
        "will-end",
        "",
    ),
    ("did not end", lambda f: f.state == "end" and (f.negated or f.frame.failed or f.frame.denied), "continues", ""),
    ("will end", lambda f: f.state == "end" and _ahead(f), "will-end", ""),
    (
        "ends at once",
        lambda f: (
            f.state == "end"
            and (f.at_once or f.on_day)
            and f.frame.tense in ("present", "progressive", "perfect", "past")
        ),
        "ended",
        "",
    ),
    (
        "is ending",
        lambda f: f.state == "end" and f.frame.tense == "progressive" and f.event.state != "on",
        "will-end",
        "",
    ),
    ("ends then", lambda f: f.state == "end" and f.frame.tense == "present" and f.ahead, "will-end", ""),
    (
        "is ended",
        lambda f: (
            f.state == "end"
            and f.frame.tense == "present"
            and (f.passive or f.shape == "state" or f.event.state in ("on", "keep") or f.dated)
        ),
        "ended",
        "",
    ),
    ("ends in general", lambda f: f.state == "end" and f.frame.tense == "present" and not f.imperative, "", ""),
    ("ended", lambda f: f.state == "end", "ended", ""),
    # a start
    (
        "never given",
        lambda f: (
            f.state == "start"
            and f.negated
            and f.bound not in ("until", "before")
            and (_past(f) or f.frame.negation == "never")
        ),
        "never",
        "",
    ),
    ("not given until", lambda f: f.state == "start" and f.negated and f.bound in ("until", "before"), "granted", ""),
    ("denied", lambda f: f.state in ("start", "on") and f.frame.denied, "never", ""),
    ("to be given", lambda f: f.state == "start" and (_ahead(f) or f.negated or f.frame.failed), "", ""),
    (
        "given",
        lambda f: (
            f.state == "start"
            and (_past(f) or f.shape in ("pp", "ger"))
            and (f.dated or f.link in ("main", "and", "comp", "resume", "comma"))
        ),
        "granted",
        "",
    ),
    ("given today", lambda f: f.state == "start" and f.on_day, "granted", ""),
    ("given in general", lambda f: f.state == "start", "", ""),
    # access is had or used
    ("not since", lambda f: f.state == "on" and f.negated and f.bound in ("since", "after"), "ended", ""),
    (
        "not until",
        lambda f: f.state == "on" and f.negated and f.bound in ("until", "before") and _past(f),
        "granted",
        "",
    ),
    ("never had", lambda f: f.state == "on" and f.negated and (_past(f) or f.frame.negation == "never"), "never", ""),
    ("will not have", lambda f: f.state == "on" and f.negated and _ahead(f), "will-end", ""),
    ("has not now", lambda f: f.state == "on" and f.negated, "", ""),
    ("could still", lambda f: f.state == "on" and (f.now or f.frame.still) and f.frame.tense == "past", "observed", ""),
    (
        "seen at least until",
        lambda f: (
            f.state == "on"
            and f.frame.tense in ("past", "perfect")
            and f.bound in ("at-least-until", "as-recently-as", "as-of")
        ),
        "observed",
        "",
    ),
    ("records show", lambda f: f.state == "on" and f.frame.evidence and f.frame.tense != "future", "observed", ""),
    ("had from to", lambda f: f.state == "on" and _past(f) and f.bound in ("between", "until"), "ended", "arguable"),
    ("had through", lambda f: f.state == "on" and _past(f) and f.bound == "through", "observed", ""),
    ("had from", lambda f: f.state == "on" and f.frame.tense == "past" and f.bound == "from", "granted", ""),
    (
        "has still",
        lambda f: f.state == "on" and (f.now or f.frame.still) and f.frame.tense in ("present", "progressive"),
        "continues",
        "",
    ),
    (
        "used then",
        lambda f: (
            f.state == "on" and f.frame.tense == "past" and f.dated and f.event.about == "use" and f.event.strength in ("data", "access")
        ),
        "observed",
        "",
    ),
    ("has in general", lambda f: f.state == "on", "", ""),
    # it goes on
    ("will not go on", lambda f: f.state == "keep" and f.negated and _ahead(f), "will-end", ""),
    ("did not go on", lambda f: f.state == "keep" and f.negated and f.frame.tense in ("past", "perfect"), "ended", ""),
    ("does not go on", lambda f: f.state == "keep" and f.negated, "", ""),
    (
        "was on until",
        lambda f: (
            f.state == "keep"
            and f.event.rule == "state on"
            and _past(f)
            and not f.frame.still
            and f.bound in ("until", "between")
        ),
        "ended",
        "arguable",
    ),
    (
        "was on in general",
        lambda f: (
            f.state == "keep"
            and f.event.rule == "state on"
            and _past(f)
            and not f.dated
            and not f.now
            and not f.frame.still
        ),
        "",
        "",
    ),
    ("went on", lambda f: f.state == "keep" and f.frame.tense == "past", "observed", ""),
    (
        "goes on",
        lambda f: f.state == "keep" and (f.shape != "state" or f.frame.still or f.now or f.frame.mood == "future"),
        "continues",
        "",
    ),
    ("is on in general", lambda f: f.state == "keep", "", ""),
)
