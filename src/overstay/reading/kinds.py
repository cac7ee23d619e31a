"""Event and frame ─► the kind of statement, by ordered tables of rules, one table a state; the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from overstay.reading.events import Event
from overstay.reading.frames import Frame

_LASTS = frozenset(("run", "last", "available", "active", "in effect", "in force", "open", "valid", "operational", "live"))
_ASIDE = frozenset(("without", "instead", "of", "about", "for", "against", "like", "than"))


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
    once: bool = False  # formerly, used to
    lemma: str = ""
    generic: bool = False  # "no other app"

    @property
    def state(self) -> str:
        """The event's state after "stop", "continue", "begin" and "no longer" have had their say."""
        state, frame = self.event.state, self.frame
        if state in ("on", "keep") and frame.turn:
            state = {"halt": "end", "go on": "keep", "begin": "start"}[frame.turn]
            return "end" if state == "keep" and frame.negation == "no longer" else state
        if state in ("on", "keep") and frame.negation == "no longer":
            return "end"
        return state

    @property
    def negated(self) -> bool:
        """Not, never; "no longer" has become part of the state."""
        return self.frame.negation in ("not", "never") or (
            self.frame.negation == "no longer" and self.event.state not in ("on", "keep")
        )

    @property
    def past(self) -> bool:
        """Told as something that was."""
        return self.frame.tense in ("past", "perfect") and self.frame.mood == "real"

    @property
    def later(self) -> bool:
        """Told as something that is to come: planned, promised or ordered."""
        return self.frame.mood in ("future", "order")

    @property
    def present(self) -> bool:
        """In the simple present."""
        return self.frame.tense == "present" and self.frame.mood == "real"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind with the name of the rule and how plain the reading is."""

    kind: str
    rule: str
    reading: str = "plain"


Rule = tuple[str, Callable[[Facts], Any], str]


def kind_of(facts: Facts) -> Verdict | None:
    """The kind of statement, None where nothing is stated."""
    for name, fits, kind in (*NOT_STATED, *RULES[facts.state]):
        if fits(facts):
            reading = "arguable" if kind.endswith("?") or facts.frame.no_evidence else "plain"
            return Verdict(kind.rstrip("?"), name, reading) if kind else None
    return None


NOT_STATED: tuple[Rule, ...] = (
    ("question", lambda f: f.question, ""),
    ("hypothetical", lambda f: f.frame.mood == "hypothetical", ""),
    ("could be", lambda f: f.frame.could and f.event.state != "on", ""),
    ("purpose", lambda f: f.shape == "inf" and f.frame.mood == "real" and f.frame.tense == "none" and not f.frame.failed, ""),
    ("instead of", lambda f: f.shape == "ger" and f.word in _ASIDE, ""),
    ("no evidence", lambda f: f.frame.no_evidence and f.event.state != "on", ""),
)
# A kind with "?" is read with interpretation; a blank one ends the search without a statement.
RULES: dict[str, tuple[Rule, ...]] = {
    "end": (
        ("did not end until", lambda f: f.negated and f.bound in ("until", "before", "by") and not f.later, "ended"),
        ("will not end until", lambda f: f.negated and f.bound in ("until", "before"), "will-end"),
        ("did not end", lambda f: f.negated or f.frame.failed or f.frame.denied, "continues"),
        ("will end", lambda f: f.later, "will-end"),
        ("ends at once", lambda f: (f.at_once or f.on_day) and f.frame.tense != "none", "ended"),
        ("is ending", lambda f: f.frame.tense == "progressive" and f.event.state != "on", "will-end"),
        ("was ending", lambda f: "progressive" in f.event.words, ""),
        ("ends then", lambda f: f.present and f.ahead, "will-end"),
        ("is deprecated", lambda f: f.present and f.lemma == "deprecate" and not f.dated, ""),
        ("is ended", lambda f: f.present and (f.passive or f.shape == "state" or f.event.state in ("on", "keep")), "ended"),
        ("ends in general", lambda f: f.present and not f.imperative and (not f.dated or f.bound == "within"), ""),
        ("no longer since", lambda f: f.bound == "within" and f.present, ""),
        ("ended", lambda f: True, "ended"),
    ),
    "start": (
        ("denied", lambda f: f.frame.denied, "never"),
        ("not given until", lambda f: f.negated and f.bound in ("until", "before") and f.past, "granted"),
        ("nobody else", lambda f: f.negated and f.generic, ""),
        ("never given", lambda f: f.negated and (f.past or f.frame.negation == "never"), "never"),
        ("to be given", lambda f: f.later or f.negated or f.frame.failed, ""),
        ("had from to", lambda f: f.past and f.bound == "between", "ended?"),
        ("being given today", lambda f: f.on_day and f.frame.tense in ("present", "progressive"), "granted"),
        ("given", lambda f: f.past and (f.dated or f.link in ("main", "and", "comp", "resume", "comma")), "granted"),
        ("given then", lambda f: f.shape in ("pp", "ger") and f.dated and f.bound not in ("before", "by", "after"), "granted"),
    ),
    "on": (
        ("denied", lambda f: f.frame.denied or f.frame.no_evidence, "never"),
        ("not since", lambda f: f.negated and f.bound in ("since", "after", "from") and not f.later, "ended"),
        ("not until", lambda f: f.negated and f.bound in ("until", "before") and f.past, "granted"),
        ("never had", lambda f: f.negated and (f.past or f.frame.could or (f.frame.negation == "never" and not f.frame.able)), "never"),
        ("will not have", lambda f: f.negated and f.later, "will-end"),
        ("has not now", lambda f: f.negated, ""),
        ("seen at least until", lambda f: f.bound in ("at-least-until", "as-recently-as") and not f.later, "observed"),
        ("could still", lambda f: f.now and f.frame.tense == "past", "observed"),
        ("seen as of", lambda f: f.past and f.bound == "as-of", "observed"),
        ("records show", lambda f: f.frame.evidence and not f.later and f.dated, "observed"),
        ("once had", lambda f: f.past and f.once, "ended"),
        ("had from to", lambda f: f.past and f.bound in ("between", "until"), "ended?"),
        ("had through", lambda f: f.past and f.bound == "through", "observed"),
        ("had from", lambda f: f.frame.tense == "past" and f.bound == "from", "granted"),
        ("can from", lambda f: f.present and f.frame.able and f.bound in ("from", "since", "as-of") and not f.ahead, "granted"),
        ("has still", lambda f: f.now and f.frame.tense in ("present", "progressive"), "continues"),
        ("has had since", lambda f: f.frame.tense == "perfect" and f.bound == "since", "continues"),
        ("used then", lambda f: f.past and f.dated and f.event.about == "use" and f.event.strength != "relation", "observed"),
    ),
    "keep": (
        ("denied", lambda f: f.frame.denied, "ended"),
        ("will not go on", lambda f: f.negated and f.later, "will-end"),
        ("did not go on", lambda f: f.negated and f.past, "ended"),
        ("does not go on", lambda f: f.negated, ""),
        ("was on until", lambda f: f.past and (f.bound == "between" or (f.bound == "until" and f.lemma in _LASTS)), "ended?"),
        ("was on", lambda f: f.frame.tense in ("past", "none") and not f.dated and f.frame.mood == "real", ""),
        ("went on", lambda f: f.frame.tense in ("past", "none"), "observed"),
        ("goes on", lambda f: f.shape != "state" or f.now or f.later, "continues"),
    ),
    "more": (
        ("not renewed then", lambda f: f.negated and f.past and f.dated and f.event.rule == "extended", "ended?"),
        ("more time refused", lambda f: f.negated or f.frame.failed, ""),
        ("more time", lambda f: f.frame.tense != "present" or f.dated, "extension"),
    ),
}  # fmt: skip
