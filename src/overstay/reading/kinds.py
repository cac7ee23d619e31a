"""Facts ─► the kind of statement, by ordered tables of rules, one a state; the first that fits decides."""

from __future__ import annotations

from dataclasses import dataclass

from overstay.reading.access_stated import KEPT, ON
from overstay.reading.ends_stated import ENDS
from overstay.reading.facts import Facts, Rule
from overstay.reading.starts_stated import MORE_TIME, STARTS

_ASIDE = frozenset(("on", "over", "without", "instead", "of", "about", "for", "against", "like", "than"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind with the name of the rule and how plain the reading is."""

    kind: str
    rule: str
    reading: str = "plain"


def kind_of(facts: Facts) -> Verdict | None:
    """The kind of statement, None where nothing is stated."""
    for name, fits, kind in (*NOT_STATED, *RULES[facts.state]):
        if fits(facts):
            reading = "arguable" if kind.endswith("?") or facts.frame.no_evidence else "plain"
            return Verdict(kind.rstrip("?"), name, reading) if kind else None
    return None


NOT_STATED: tuple[Rule, ...] = (
    ("added", lambda f: f.added and f.state == "on" and f.present_or_may and not f.negated, "granted"),
    ("question", lambda f: f.question, ""),
    ("may go on until", lambda f: f.state in ("on", "keep") and f.leave_until and f.more_told, "extension"),
    ("may until", lambda f: f.state == "on" and f.leave_until, "will-end"),
    ("hypothetical", lambda f: f.frame.mood == "hypothetical", ""),
    ("for a purpose", lambda f: f.negated and f.state in ("on", "start") and f.purpose, ""),
    ("could be", lambda f: f.frame.could and f.event.state != "on", ""),
    ("can be ended", lambda f: f.frame.able and f.event.state == "end" and f.present and not f.negated, ""),
    (
        "purpose",
        lambda f: (
            (f.shape == "inf" or f.to_do) and f.frame.mood == "real" and f.frame.tense == "none" and not f.frame.failed
        ),
        "",
    ),
    (
        "instead of",
        lambda f: (
            f.shape == "ger"
            and f.word in _ASIDE
            and not f.frame.no_evidence
            and f.frame.tense != "progressive"
            and not (f.word == "for" and "having" in f.event.words)  # "was fined for having cut it off"
        ),
        "",
    ),
    ("no evidence", lambda f: f.frame.no_evidence and f.event.state != "on", ""),
)
# A kind with "?" is read with interpretation; a blank one ends the search without a statement.
RULES: dict[str, tuple[Rule, ...]] = {"end": ENDS, "start": STARTS, "on": ON, "keep": KEPT, "more": MORE_TIME}
