"""The rules for what a clause says of access that was there, was used, or goes on."""

from __future__ import annotations

from overstay.reading.facts import UP_TO, Rule

_IN_FORCE = frozenset(["ongoing", "in force", "in effect", "in place", "unchanged", "unaffected", "intact"])
_LASTS = frozenset(
    ["run", "last", "available", "active", "in effect", "in force", "open", "valid", "operational", "live",
     "visible", "readable", "viewable", "retrievable", "accessible", "exposed"]
)  # fmt: skip
_UNTOUCHED = frozenset(("unaffected", "unchanged", "untouched", "intact"))

ON: tuple[Rule, ...] = (
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
        lambda f: f.negated and f.later and f.on_day and f.frame.mood == "future" and f.bound not in UP_TO,
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
            f.past and f.dated and f.frame.able and f.event.strength in ("access", "data") and f.bound not in UP_TO
        ),
        "observed",
    ),
    (
        "used then",
        lambda f: f.past and f.dated and f.event.about == "use" and f.event.strength != "relation",
        "observed",
    ),
)
KEPT: tuple[Rule, ...] = (
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
        lambda f: f.frame.tense in ("past", "none") and not f.dated and f.frame.mood == "real" and not f.frame.evidence,
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
)
