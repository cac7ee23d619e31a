"""Which of the words beside an event may name whose access it is, and which name a bystander."""

from __future__ import annotations

from overstay.reading.anaphora import anaphor_of, in_aside
from overstay.reading.bystanders import told_of
from overstay.reading.clauses import Clause
from overstay.reading.mentions import Mention
from overstay.reading.owners import Context, named
from overstay.reading.parts import Event
from overstay.reading.tokens import Token

_NOT_OWNERS = frozenset(["except", "excluding", "unlike", "besides", "like", "than", "against", "according to"])
# "Acme's rivals" are not Acme.
_OTHERS_OF = frozenset(
    [
        "rival",
        "rivals",
        "competitor",
        "competitors",
        "critics",
        "founder",
        "founders",
        "investors",
        "lawyers",
        "parent",
        "supplier",
        "suppliers",
        "customer",
        "customers",
        "client",
        "clients",
        "owner",
        "owners",
        "partner",
        "partners",
        "auditor",
        "auditors",
        "landlord",
        "neighbour",
        "contractor",
        "contractors",
        "vendor",
        "vendors",
        "buyer",
        "successor",
        "predecessor",
        "licensee",
        "licensees",
        "spin-off",
        "backers",
        "shareholders",
    ]
)
_FEELINGS = frozenset(
    ["delight", "dismay", "surprise", "relief", "regret", "joy", "annoyance", "anger", "benefit", "detriment",
     "chagrin"]
)  # fmt: skip


def may_own(
    tokens: list[Token],
    clauses: list[Clause],
    event: Event,
    verbs: frozenset[int],
    before: Context,
    excepted: frozenset[int],
    apart: frozenset[int],
) -> list[Mention]:
    """Those around the event whose access it may be; `apart` are the places of those of whom it is denied."""
    clause = clauses[event.place]
    aside = apart | told_of(tokens, verbs)
    around = [
        m
        for m in event.affected
        if m.at not in excepted
        and m.prep not in _NOT_OWNERS
        and not (m.first and tokens[m.first - 1].low == "not")
        and not in_aside(tokens, m, clauses, event.place)
        and not owns_other(tokens, m)
        and not _feels(event, m, clause)
    ]
    if event.state == "start" and clause.group.passive and clause.link == "and":
        # "Acme's access was revoked and given to Borel": the one to whom it went.
        to = [m for m in around if m.prep == "to" and m.kind == "partner" and m.first > clause.group.last]
        around = to or around
    if aside:
        meant = [m for m in around if not aside & set(range(m.first, m.at + 1))]
        if named(tokens, meant).ids or not anaphor_of(tokens, meant, event.theme) or before.partners:
            around = meant  # else "the app's feed was closed, according to a spokesman of Acme" is that of Acme's
        else:
            around = [m for m in around if not apart & set(range(m.first, m.at + 1))]
    if (
        event.active
        and event.theme
        and event.theme[0].kind == "product"
        and event.theme[0].determiner in ("the", "that")
    ):
        around = [m for m in around if not _owns_place(m, event.affected)]
    if event.active and event.rule == "data flowed":
        around = [m for m in around if m.kind != "unknown" or m.first > clause.group.last]  # the one who sends
    if event.state == "end" and clause.group.passive and any(m.first < clause.group.first for m in around):
        # "Access by Acme was ended by Borel": the one who did it.
        doers = [m for m in around if m.prep == "by" and m.first > clause.group.last]
        if named(tokens, [m for m in around if m not in doers]).ids:
            around = [m for m in around if m not in doers]
    return around


def owns_other(tokens: list[Token], mention: Mention) -> bool:
    """ "Acme's rivals", "a partner of Acme's"."""
    return mention.prep == "'s" and tokens[min(mention.at + 2, len(tokens) - 1)].low in _OTHERS_OF


def _feels(event: Event, mention: Mention, clause: Clause) -> bool:
    """ "Was revoked in 2016, much to Acme's delight": who was glad of it."""
    if mention.prep != "'s" or mention.first <= clause.group.last:
        return False
    owned = next((m for m in event.affected if m.first > mention.at), None)
    return owned is not None and owned.prep == "to" and owned.kind == "thing" and owned.word.lower() in _FEELINGS


def _owns_place(mention: Mention, mentions: list[Mention]) -> bool:
    """ "Blocked the app from its users' inboxes": the pronoun owns where it was, not the app."""
    if mention.kind != "pronoun" or mention.prep != "'s":
        return False
    after = next((m for m in mentions if m.first > mention.at and m.prep != "'s"), None)
    return after is not None and after.prep in ("from", "off")


__all__ = ["may_own", "owns_other"]
