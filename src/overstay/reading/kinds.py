"""Facts ─► the kind of statement, by ordered tables of rules, one a state; the first that fits decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from overstay.reading.facts import Facts

_IN_FORCE = frozenset(["ongoing", "in force", "in effect", "in place", "unchanged", "unaffected", "intact"])
_RESTORES = frozenset(["restore", "reinstate", "resume", "reopen", "renew", "reactivate", "re-enable", "reconnect"])
_LASTS = frozenset(
    ["run", "last", "available", "active", "in effect", "in force", "open", "valid", "operational", "live",
     "visible", "readable", "viewable", "retrievable", "accessible", "exposed"]
)  # fmt: skip
_UP_TO = ("by", "until", "before", "through", "within", "after")
_UNTOUCHED = frozenset(("unaffected", "unchanged", "untouched", "intact"))
_ASIDE = frozenset(("on", "over", "without", "instead", "of", "about", "for", "against", "like", "than"))


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
RULES: dict[str, tuple[Rule, ...]] = {
    "end": (
        (
            "did not end until",
            lambda f: (
                f.negated and f.bound in ("until", "before", "by") and not f.later and not (f.ahead and f.present)
            ),
            "ended",
        ),
        ("will not end until", lambda f: f.negated and f.bound == "until", "will-end"),
        ("ended at last", lambda f: f.negated and f.past and not f.dated and f.until_then, "ended"),
        (
            "not ended then",
            lambda f: (
                (f.frame.denied or (f.frame.negation == "not" and f.over and f.frame.tense == "past"))
                and f.dated
                and f.past
                and f.bound not in ("by", "until", "before")
            ),
            "",
        ),
        ("did not end", lambda f: f.negated or f.frame.failed or f.frame.denied, "continues"),
        (
            "ends from today",
            lambda f: f.later and f.on_day and f.frame.mood == "future" and f.bound not in _UP_TO,
            "ended",
        ),
        (
            "had to end",
            lambda f: (
                f.later and f.compelled and (f.over and f.bound not in _UP_TO if f.dated else f.event.rule == "lost")
            ),
            "ended",
        ),
        ("stays ended", lambda f: f.later and "remain" in f.event.words and f.passive and not f.dated, "ended"),
        ("plan overtaken", lambda f: f.later and ((f.conceded and not f.ahead) or f.told_then), ""),
        (
            "has been ending",
            lambda f: (
                f.event.rule not in ("is without", "state off")
                and f.frame.tense == "perfect"
                and not f.passive
                and f.ending
                and "been" in f.event.words
            ),
            "",
        ),
        (
            "was to end",
            lambda f: (
                f.later and f.dated and f.over and (f.frame.tense == "past" or bool({"was", "were"} & f.event.words))
            ),
            "",
        ),
        ("time to end", lambda f: f.later and f.given_time, "will-end"),
        ("will end", lambda f: f.later, "will-end"),
        (
            "has begun to end",
            lambda f: f.frame.turn == "begin" and f.frame.tense in ("perfect", "present", "progressive"),
            "will-end",
        ),
        ("began to end", lambda f: f.frame.turn == "begin", ""),
        ("was planned to end", lambda f: f.event.rule == "planned" and f.past and not f.ahead, ""),
        ("end is set", lambda f: f.event.rule in ("its end is set", "planned"), "will-end"),
        ("ends at once", lambda f: ((f.at_once and not f.ahead) or f.on_day) and f.frame.tense != "none", "ended"),
        ("is ending", lambda f: f.frame.tense == "progressive" and f.event.state != "on", "will-end"),
        ("was ending", lambda f: "progressive" in f.event.words and f.event.state == "end", ""),
        ("ends then", lambda f: f.present and f.ahead, "will-end"),
        (
            "is deprecated",
            lambda f: (
                f.lemma == "deprecate"
                and (not f.dated or (f.shape == "pp" and not f.ahead))
                and (f.present or f.frame.tense in ("past", "none"))
            ),
            "",
        ),
        ("ends by rule", lambda f: f.habit and f.present and not f.dated, ""),
        (
            "is forbidden to give",
            lambda f: f.present and f.passive and f.lemma in ("enjoin", "restrain", "forbid"),
            "will-end",
        ),
        (
            "refuses now",
            lambda f: f.event.rule == "answers with an error" and f.present and "now" in f.event.words,
            "ended",
        ),
        ("is ended", lambda f: f.present and (f.passive or f.shape == "state" or f.event.state != "end"), "ended"),
        ("ended by this release", lambda f: f.present and f.by_release and not f.dated, "ended"),
        ("ends in general", lambda f: f.present and not f.imperative and (not f.dated or f.bound == "within"), ""),
        ("no longer since", lambda f: f.bound == "within" and f.present, ""),
        (
            "ended on a day to come",
            lambda f: (
                (f.beyond or (f.ahead and f.bound in ("by", "before")))
                and f.frame.tense in ("past", "none")
                and (f.passive or f.lemma == "be")
            ),
            "will-end",
        ),
        ("ended", lambda f: True, "ended"),
    ),
    "start": (
        ("not restored", lambda f: f.frame.denied and f.lemma in _RESTORES, ""),
        ("denied", lambda f: f.frame.denied, "never"),
        ("not given until", lambda f: f.negated and f.bound in ("until", "before") and f.past, "granted"),
        ("not restored", lambda f: f.negated and f.lemma in _RESTORES, ""),
        (
            "is not to be given",
            lambda f: f.negated and f.later and (f.forbidden or (f.ahead and f.bound in ("after", "from", "as-of"))),
            "will-end",
        ),
        ("nobody else", lambda f: f.negated and f.generic, ""),
        ("never given", lambda f: f.negated and not f.later and (f.past or f.frame.negation == "never"), "never"),
        ("agreed to give", lambda f: f.agreed and f.frame.tense in ("past", "perfect") and not f.negated, "granted"),
        (
            "let for a time",
            lambda f: f.past and not f.dated and f.lasting and f.event.rule in ("gave", "was given"),
            "",
        ),
        ("is still given", lambda f: f.present and f.passive and f.now and not f.negated, "continues"),
        (
            "is given more until",
            lambda f: (
                f.present
                and not f.negated
                and f.ahead
                and f.bound in ("until", "through")
                and f.more_told
                and f.event.rule in ("gave", "got access")
            ),
            "extension",
        ),
        (
            "is given until",
            lambda f: (
                f.present
                and not f.negated
                and not f.more_told
                and f.ahead
                and f.bound in ("until", "through")
                and f.event.rule in ("gave", "got access")
            ),
            "will-end",
        ),
        ("is given from", lambda f: f.present and f.passive and f.bound in ("from", "since", "as-of"), "granted"),
        (
            "will be given then",
            lambda f: f.later and f.dated and f.shape == "finite" and not f.negated and f.bound not in _UP_TO,
            "granted",
        ),
        (
            "is given then",
            lambda f: (
                f.present and f.ahead and f.shape == "finite" and not f.negated and f.bound in ("", "from", "as-of")
            ),
            "granted",
        ),
        ("to be given", lambda f: f.later or f.negated or f.frame.failed, ""),
        ("dates from", lambda f: f.present and f.lemma == "date" and f.dated and not f.negated, "granted"),
        ("time extended", lambda f: f.in_more_time and f.bound in ("until", "through", "at-least-until"), "extension"),
        ("had from to", lambda f: f.past and f.bound == "between", "ended?"),
        (
            "let until",
            lambda f: f.past and f.bound == "until" and not f.ahead and f.event.rule in ("gave", "was given"),
            "ended?",
        ),
        (
            "let through",
            lambda f: (
                f.past
                and f.bound in ("through", "at-least-until", "as-recently-as")
                and not f.ahead
                and f.event.rule in ("gave", "was given")
            ),
            "observed",
        ),
        ("given by this release", lambda f: f.present and f.by_release and not f.dated, "granted"),
        ("being given today", lambda f: f.on_day and f.frame.tense in ("present", "progressive"), "granted"),
        ("given", lambda f: f.past and (f.dated or f.link in ("main", "and", "comp", "resume", "comma")), "granted"),
        (
            "given then",
            lambda f: f.shape in ("pp", "ger") and f.dated and not f.ahead and f.bound not in ("before", "by", "after"),
            "granted",
        ),
    ),
    "on": (
        (
            "last seen",
            lambda f: (f.event.rule == "last seen" or f.last) and f.past and f.dated and not f.frame.evidence,
            "ended",
        ),
        ("denied that it still is", lambda f: f.frame.denied and f.frame.still and f.present, "ended"),
        ("denied", lambda f: f.frame.denied or f.frame.no_evidence, "never"),
        ("nobody else", lambda f: f.negated and f.generic and (f.present or f.bound in ("since", "after")), ""),
        ("not since", lambda f: f.negated and f.bound in ("since", "after", "from") and not f.later, "ended"),
        ("not until", lambda f: f.negated and f.bound in ("until", "before") and f.past, "granted"),
        (
            "ends from today",
            lambda f: f.negated and f.later and f.on_day and f.frame.mood == "future" and f.bound not in _UP_TO,
            "ended",
        ),
        ("not since that ended", lambda f: f.negated and f.since_that and f.frame.tense == "perfect", ""),
        ("not since it left", lambda f: f.negated and f.left_then and not f.later, "ended"),
        ("could not", lambda f: f.negated and f.frame.could and f.frame.negation == "not", "never"),
        ("cannot as of then", lambda f: f.negated and f.present and f.frame.able and f.bound == "as-of", "ended"),
        ("nor ever had", lambda f: f.negated and f.present and f.never_did, "never"),
        ("has not now", lambda f: f.negated and f.present and f.these_days, ""),
        ("none since", lambda f: f.negated and f.since_then and not f.dated, ""),
        ("no requests shown", lambda f: f.negated and f.event.rule == "requests shown", "never?"),
        (
            "never had",
            lambda f: (
                f.negated
                and not f.later
                and (f.past or f.frame.could or (f.frame.negation == "never" and not f.frame.able))
            ),
            "never",
        ),
        (
            "will have from",
            lambda f: f.later and not f.negated and f.state == "on" and f.bound in ("from", "since", "as-of"),
            "granted",
        ),
        ("will not have", lambda f: f.negated and f.later and (f.dated or f.forbidden), "will-end"),
        ("will have until", lambda f: f.frame.mood == "future" and f.bound in ("until", "through"), "will-end"),
        ("has not now", lambda f: f.negated, ""),
        ("longer until", lambda f: f.lasts_longer and f.past and f.bound in ("until", "through"), "extension"),
        ("time extended", lambda f: f.in_more_time and f.bound in ("until", "through", "at-least-until"), "extension"),
        ("seen at least until", lambda f: f.bound in ("at-least-until", "as-recently-as") and not f.later, "observed"),
        ("could still", lambda f: f.now and f.frame.tense == "past", "observed"),
        ("seen as of", lambda f: f.past and f.bound == "as-of", "observed"),
        ("records show", lambda f: f.frame.evidence and not f.later and (f.dated or f.past), "observed"),
        ("requests shown", lambda f: f.event.rule == "requests shown", "observed"),
        ("first used", lambda f: f.past and f.first and f.dated, "granted"),
        ("once had", lambda f: f.past and f.once, "ended"),
        (
            "may until then",
            lambda f: f.past and f.frame.could and f.ahead and f.bound in ("until", "through"),
            "will-end",
        ),
        ("had from to", lambda f: f.past and f.bound in ("between", "until") and not f.ahead, "ended?"),
        ("had through", lambda f: f.past and f.bound == "through" and not f.ahead, "observed"),
        ("had from", lambda f: f.frame.tense == "past" and f.bound == "from", "granted"),
        (
            "has from",
            lambda f: f.present and f.bound == "from" and f.link == "main" and not f.negated and not f.now,
            "granted",
        ),
        ("can now", lambda f: f.present and f.frame.able and not f.dated and "now" in f.event.words, "granted"),
        (
            "has now",
            lambda f: (
                f.present
                and f.lemma == "have"
                and f.event.strength == "access"
                and not f.dated
                and "now" in f.event.words
                and not f.now
            ),
            "granted",
        ),
        ("can from", lambda f: f.present and f.frame.able and f.bound in ("from", "since", "as-of"), "granted"),
        ("has still", lambda f: f.now and f.frame.tense in ("present", "progressive"), "continues"),
        ("has since", lambda f: f.present and not f.frame.able and f.bound == "since" and not f.ahead, "continues"),
        ("had since", lambda f: f.past and f.bound == "since" and "had" in f.event.words and not f.negated, "granted"),
        ("has since, and still", lambda f: f.now and f.frame.tense == "perfect" and f.bound == "since", "continues"),
        ("has had since", lambda f: f.frame.tense == "perfect" and f.bound == "since", "granted"),
        (
            "could then",
            lambda f: (
                f.past and f.dated and f.frame.able and f.event.strength in ("access", "data") and f.bound not in _UP_TO
            ),
            "observed",
        ),
        (
            "used then",
            lambda f: f.past and f.dated and f.event.about == "use" and f.event.strength != "relation",
            "observed",
        ),
    ),
    "keep": (
        ("opened now", lambda f: f.opened_now, "granted"),
        ("denied", lambda f: f.frame.denied, "ended"),
        ("last seen", lambda f: f.last and f.past and f.dated and not f.frame.evidence and not f.negated, "ended"),
        ("will not go on", lambda f: f.negated and f.later, "will-end"),
        (
            "was never on",
            lambda f: f.frame.negation == "never" and f.past and f.event.rule == "state on" and not f.dated,
            "never",
        ),
        ("did not go on", lambda f: f.negated and f.past, "ended"),
        ("does not go on", lambda f: f.negated, ""),
        (
            "was on until",
            lambda f: (
                f.past
                and (
                    f.bound == "between"
                    or (f.bound == "until" and not f.ahead and (f.lemma in _LASTS or f.event.rule == "goes on"))
                )
            ),
            "ended?",
        ),
        ("went on to its end", lambda f: f.past and f.bound == "until" and not f.ahead and f.then_ends, "ended"),
        (
            "was on",
            lambda f: (
                f.frame.tense in ("past", "none") and not f.dated and f.frame.mood == "real" and not f.frame.evidence
            ),
            "",
        ),
        ("allowed to go on", lambda f: f.allowed and f.bound in ("until", "through"), "extension"),
        ("had held since", lambda f: f.past and f.bound == "since" and "had" in f.event.words, "granted"),
        (
            "let go on until",
            lambda f: f.frame.tense == "past" and f.ahead and f.bound in ("until", "through"),
            "extension",
        ),
        ("went on", lambda f: f.frame.tense in ("past", "none") and not f.ahead, "observed"),
        ("goes on to its end", lambda f: f.ahead and f.bound in ("until", "through") and f.then_ends, "will-end"),
        ("goes on until", lambda f: f.ahead and f.bound in ("until", "through") and f.more_told, "extension"),
        ("lasts until", lambda f: f.ahead and f.bound in ("until", "through") and f.event.state == "keep", "will-end"),
        ("is read until", lambda f: f.ahead and f.bound in ("until", "through"), "extension"),
        (
            "is in force",
            lambda f: f.present and f.lemma in _IN_FORCE and f.event.strength in ("access", "relation"),
            "continues",
        ),
        ("goes on", lambda f: f.shape != "state" or f.now or f.later or f.lemma in _UNTOUCHED, "continues"),
    ),
    "more": (
        ("not renewed then", lambda f: f.negated and f.past and f.dated and f.event.rule == "extended", "ended?"),
        ("not beyond", lambda f: f.negated and f.later and f.ahead and f.bound == "after", "will-end"),
        ("more time refused", lambda f: f.negated or f.frame.failed, ""),
        ("more time", lambda f: f.frame.tense != "present" or f.dated, "extension"),
    ),
}
