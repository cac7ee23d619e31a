"""A linking verb and a word of state as one verb group: "no longer available", "remains in effect", "went dark"."""

from __future__ import annotations

from overstay.reading.auxiliaries import helpers_of
from overstay.reading.function_words import BE, FUTURE, HAVE
from overstay.reading.lexicon import Cue
from overstay.reading.negation import set_negation
from overstay.reading.tense import MAYBE
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

PARTIES = frozenset(
    ["partner", "partners", "member", "members", "participant", "participants", "licensee", "recipient", "recipients",
     "processor", "processors", "sub-processor", "sub-processors"]
)  # fmt: skip
_GONE = frozenset(("gone", "retired", "discontinued", "offline", "no longer available", "unavailable", "off"))
_ALSO_VERBS = frozenset(("open", "live", "current", "gone", "dead", "exempt"))
_LINKING = frozenset(["became", "become", "becomes", "went", "go", "goes", "stay", "stays", "stayed", "seem", "seems"])


def _still(tokens: list[Token], at: int) -> bool:
    """ "Remains connected", "is still linked", "is no longer connected": a participle that says how things stand."""
    before = [token.low for token in tokens[max(0, at - 3) : at]]
    return tokens[at].low in ("connected", "linked") and (
        bool({"still", "longer"} & set(before)) or bool(at and tokens[at - 1].senses & {"cont", "keep"})
    )


def _is_way(tokens: list[Token], at: int) -> bool:
    """ "Acme is off the Inbox API": what it has left is a way to data."""
    led = at + (tokens[at].low in ("the", "our"))
    near = tokens[led : led + 2]
    return any("access" in token.nouns or (token.kind == "name" and token.what.what == "program") for token in near)


def find_state(tokens: list[Token], at: int) -> Group | None:
    """ "is no longer available", "remains in effect", "went dark": a linking verb with an adjective of state."""
    token = tokens[at]
    cue = token.adjective
    no_longer = any(t.low == "longer" for t in tokens[max(0, at - 3) : at])
    if token.low in PARTIES and tokens[at - 1].low != "any" and no_longer:
        cue = Cue(token.low, "adjective", frozenset(("on",)))
    if cue is None or (token.verb is not None and token.low not in _ALSO_VERBS and not _still(tokens, at)):
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and (
        (cue.lemma in ("able", "unable", "allowed", "permitted", "entitled") and after.low == "to")
        or (
            " " not in cue.lemma
            and cue.lemma != "without"
            and (after.nouns or after.kind in ("name", "unknown"))
            and after.kind != "date"
        )
        or (
            cue.lemma in ("off", "over")
            and after.low not in (".", ",", ";", "for", "by", "as")
            and after.kind != "date"
            and not (cue.lemma == "off" and _is_way(tokens, at + 1))
        )
    ):
        return None
    here, seen = at - 1, []
    while here >= 0 and (is_adverb(tokens[here]) or tokens[here].low in ("no", "any", "more", "a", "as", "been")):
        seen.append(tokens[here].low)
        here -= 1
    low = tokens[here].low if here >= 0 else ""
    entry = low in (":", "→", ">", "|") and 0 < here < 12 and cue.lemma in _GONE
    if entry and not any(t.verb for t in tokens[:here] if not t.nouns):
        return Group(at, at, at, cue, "state", senses=cue.senses)  # "Inbox v1: gone as of today", in a changelog
    going_on = here >= 0 and bool(tokens[here].senses & {"cont", "keep"}) and low not in BE
    if here < 0 or not (low in BE | {"'s"} | _LINKING or going_on or ("been" in seen and low in HAVE)):
        return None
    first, _, helpers = helpers_of(tokens, here)
    words = {*seen, low, *helpers}
    group = Group(first, at, at, cue, "state", senses=cue.senses, words=frozenset(words), still=going_on)
    if words & FUTURE or "to" in words:
        group.mood = group.tense = "future"
    elif "must" in words:
        group.mood, group.tense = "must", "future"
    elif words & (MAYBE | {"can"}):
        group.mood = "would" if "would" in words else "hypothetical"
    elif words & {"was", "were", "had", "went", "became", "remained", "stayed", "kept", "continued"}:
        group.tense = "past"
    elif words & {"has", "have", "'ve"}:
        group.tense = "perfect"
    set_negation(group, tokens, [*seen, *helpers])
    return group
