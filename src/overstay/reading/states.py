"""A linking verb and a word of state as one verb group: "no longer available", "remains in effect", "went dark"."""

from __future__ import annotations

from overstay.reading.auxiliaries import helpers_of
from overstay.reading.function_words import BE, FUTURE, HAVE
from overstay.reading.lexicon import Cue
from overstay.reading.negation import set_negation
from overstay.reading.tense import MAYBE
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

PARTIES = frozenset(["partner", "partners", "member", "members", "participant", "participants", "licensee"])
_GONE = frozenset(("gone", "retired", "discontinued", "offline", "no longer available", "unavailable", "off"))
_ALSO_VERBS = frozenset(("open", "live", "current", "gone", "dead", "exempt"))
_LINKING = frozenset(["became", "become", "becomes", "went", "go", "goes", "stay", "stays", "stayed", "seem", "seems"])


def find_state(tokens: list[Token], at: int) -> Group | None:
    """ "is no longer available", "remains in effect", "went dark": a linking verb with an adjective of state."""
    token = tokens[at]
    cue = token.adjective
    if token.low in PARTIES and any(t.low == "longer" for t in tokens[max(0, at - 3) : at]):
        cue = Cue(token.low, "adjective", frozenset(("on",)))
    if cue is None or (token.verb is not None and token.low not in _ALSO_VERBS):
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
        )
    ):
        return None
    here, seen = at - 1, []
    while here >= 0 and (is_adverb(tokens[here]) or tokens[here].low in ("no", "any", "more", "a", "as", "been")):
        seen.append(tokens[here].low)
        here -= 1
    low = tokens[here].low if here >= 0 else ""
    if low == ":" and 0 < here < 8 and cue.lemma in _GONE and not any(t.verb for t in tokens[:here] if not t.nouns):
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
