"""The rules for what a clause says of a beginning, and of more time past an end."""

from __future__ import annotations

from overstay.reading.facts import UP_TO, Rule

_RESTORES = frozenset(["restore", "reinstate", "resume", "reopen", "renew", "reactivate", "re-enable", "reconnect"])

STARTS: tuple[Rule, ...] = (
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
        lambda f: f.later and f.dated and f.shape == "finite" and not f.negated and f.bound not in UP_TO,
        "granted",
    ),
    (
        "is given then",
        lambda f: f.present and f.ahead and f.shape == "finite" and not f.negated and f.bound in ("", "from", "as-of"),
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
)
MORE_TIME: tuple[Rule, ...] = (
    ("not renewed then", lambda f: f.negated and f.past and f.dated and f.event.rule == "extended", "ended?"),
    ("not beyond", lambda f: f.negated and f.later and f.ahead and f.bound == "after", "will-end"),
    ("more time refused", lambda f: f.negated or f.frame.failed, ""),
    ("more time", lambda f: f.frame.tense != "present" or f.dated, "extension"),
)
