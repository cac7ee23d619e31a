"""Partners away from the words of access: in a label before them, a list after them, or a clause that hangs on them."""

from __future__ import annotations

from overstay.reading.anaphora import MAKES
from overstay.reading.beside import owns_other
from overstay.reading.clauses import Clause
from overstay.reading.ellipsis import AS_BEFORE
from overstay.reading.mentions import Mention, find_mentions
from overstay.reading.owners import Owners, named
from overstay.reading.tokens import Token

# What one firm does with another, and no way to its data: "a firm that Acme had bought".
_DEALINGS = frozenset(("buy", "acquire", "purchase", "take over", "back", "fund", "sue", "rival", "compete", "absorb"))
_OF_LABELS = ("access", "relation", "product", "data", "program", "category")


def labelled(tokens: list[Token], verbs: frozenset[int]) -> Owners:
    """ "Acme and Borel: access ends in May", "Sync for Acme: put off": the names before a colon at the start."""
    here = 0
    while here < len(tokens) and (
        (tokens[here].kind in ("mark", "date") and tokens[here].low != ":") or tokens[here].low.isdigit()
    ):
        here += 1
    first = here
    while here < len(tokens) and (tokens[here].kind == "name" or tokens[here].low in (",", "and", "&", "/")):
        here += 1
    if here > first and here < len(tokens) and tokens[here].low in (":", "—", "–"):
        return named(tokens, [Mention(at, at, "partner", "", tokens[at].text, "") for at in range(first, here)])
    colon = next((at for at in range(first, min(first + 9, len(tokens))) if tokens[at].low in (":", "—", "–")), first)
    if any(at in verbs for at in range(first, colon)):
        return Owners()
    label = find_mentions(tokens, first, colon, verbs)
    if not any(m.kind in _OF_LABELS and m.prep == "" for m in label):
        return Owners()
    return named(tokens, [m for m in label if m.prep in ("", "'s", "for", "to", "with")])


def listed_after(tokens: list[Token], clause: Clause) -> Owners:
    """ "Partners that lost access in 2018: Acme, Borel and Corvo." """
    colon = next((at for at in range(clause.group.last + 1, len(tokens)) if tokens[at].low == ":"), -1)
    tail = (
        [at for at in range(colon + 1, len(tokens)) if tokens[at].low not in (",", "and", ".", "&")]
        if colon > 0
        else []
    )
    if not tail or not all(tokens[at].kind == "name" and tokens[at].what.what == "partner" for at in tail):
        return Owners()
    return named(tokens, [Mention(at, at, "partner", "", tokens[at].text, "") for at in tail])


def attached(
    tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int], excepted: frozenset[int]
) -> Owners:
    """Partners in the relative and other clauses that hang on this one: "every token it had issued to Borel"."""
    around: list[int] = []
    here = place - 1
    while (
        here >= 0
        and clauses[here].link in ("rel", "pp", "inf", "ger")
        and clauses[place].link in ("resume", "main", "comma", "and")
    ):
        around.append(here)
        here -= 1
    here = place + 1
    while (
        here < len(clauses)
        and clauses[here].link in ("rel", "pp", "inf", "ger", "sub")
        and clauses[here].word not in ("while", "although", "though", "whereas")
    ):
        if clauses[here].link == "sub" and clauses[here].word not in ("that",):
            break
        around.append(here)
        here += 1
    for other in around:
        clause = clauses[other]
        under = clause.link == "rel" and tokens[max(clause.start - 1, 0)].low in ("under", "through", "by", "with")
        under = under or (clause.link == "rel" and tokens[clause.start].low in ("under", "through", "whereby"))
        if under and clause.group.mood in ("able", "could"):
            # "the program under which Acme could display what friends liked", whatever the verb
            owners = named(tokens, [m for m in find_mentions(tokens, *clause.subject, verbs) if m.prep == ""])
            if owners.ids:
                return owners
        held = clause.group.cue.lemma == AS_BEFORE and clause.link == "rel"  # "the permissions that Acme had"
        if clause.group.senses <= {"other", "say", "propose", "plan"} and not (held or clause.group.cue.lemma in MAKES):
            continue
        if clause.group.cue.lemma in _DEALINGS:
            continue
        mentions = [
            m
            for m in find_mentions(tokens, clause.start, clause.end, verbs)
            if m.at not in excepted and not owns_other(tokens, m)
        ]
        mentions = [m for at, m in enumerate(mentions) if not _on_the_way(mentions, at)]
        if clause.group.senses & {"give", "send"} and not (clause.group.passive or clause.group.shape == "pp"):
            # "the feed through which Acme gave Borel messages": the one who gives has no access by it
            got = [m for m in mentions if m.first > clause.group.last]
            mentions = got if named(tokens, got).ids else mentions
        owners = named(tokens, mentions)
        if owners.ids or owners.new:
            return owners
    return Owners()


def _on_the_way(mentions: list[Mention], at: int) -> bool:
    """ "Gave Borel messages through Acme's app": by which way they came."""
    owned = next((m for m in mentions[at:] if m.prep != "'s"), None)
    return owned is not None and owned.prep in ("through", "via") and len(mentions) > 1


__all__ = ["attached", "labelled", "listed_after"]
