"""The rules for what a clause says of an end: that it came, is to come, came late, or did not come."""

from __future__ import annotations

from overstay.reading.facts import UP_TO, Rule

ENDS: tuple[Rule, ...] = (
    (
        "did not end until",
        lambda f: f.negated and f.bound in ("until", "before", "by") and not f.later and not (f.ahead and f.present),
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
        lambda f: f.later and f.on_day and f.frame.mood == "future" and f.bound not in UP_TO,
        "ended",
    ),
    (
        "had to end",
        lambda f: f.later and f.compelled and (f.over and f.bound not in UP_TO if f.dated else f.event.rule == "lost"),
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
        lambda f: f.later and f.dated and f.over and (f.frame.tense == "past" or bool({"was", "were"} & f.event.words)),
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
)
