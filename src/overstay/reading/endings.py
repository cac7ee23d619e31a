"""Ends of access: it was revoked or closed by somebody, lapsed, or is a line of a table that says so."""

from __future__ import annotations

from overstay.reading.barred import blocks_an_app
from overstay.reading.mentions import Mention, heads
from overstay.reading.parties import has_route
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, DATA, theme_of

_ERASING = frozenset(["delete", "destroy", "shred", "purge", "expunge", "discard", "bury", "shelve", "expire"])
_UNDOES = frozenset(
    ["revert", "roll back", "cancel", "scrap", "drop", "shelve", "abandon", "withdraw", "rescind", "reverse",
     "undo", "call off", "halt"]
)  # fmt: skip
_TO_WHOM = frozenset(["for", "to", "with", "from", "by", "between", "among", "as", "like", "including"])


def ended(parts: Parts) -> Event | None:
    """ "Revoked its access", "the feed was closed", "its contract lapsed"."""
    if "end" not in parts.senses or (not parts.passive and _people_themselves(parts)):
        return None
    if parts.lemma in _UNDOES and any(
        "stop" in m.nouns for m in heads(parts.subject if parts.passive and parts.subject else parts.rest)
    ):
        return None  # "reverted the removal of the feed"
    if parts.fronted and parts.runs_on == "ger" and not parts.passive:
        return None  # "a method that we stopped | recommending"
    theme = theme_of(parts.rest)
    if parts.fronted or (not parts.passive and heads(parts.rest) and not _intransitive(parts)):
        if any(
            m.word.lower() == "doors" and (m.determiner == "'s" or any(o.prep == "'s" for o in parts.rest))
            for m in theme.heads
        ):
            return None  # "the office closed its doors"
        if blocks_an_app(parts, parts.rest):
            return Event("end", "ended by somebody", theme.heads, parts.rest, active=True)
        if theme.strength == "data" and (parts.lemma in _ERASING or not has_route(parts.rest)):
            return None
        if (
            theme.strength == "pronoun"
            and "bar" in parts.senses
            and (parts.runs_on == "from" or any(m.prep == "from" for m in parts.rest))
        ):
            return None
        if (theme.strength and parts.lemma not in ("delete", "purge")) or theme.strength in ("access", "relation"):
            return Event("end", "ended by somebody", theme.heads, parts.rest, strength=theme.strength, active=True)
        return None
    whole = parts.subject + _beside(parts.rest)
    theme = theme_of(parts.subject)
    runs_on = parts.runs_on == "ger" and not parts.clause.group.passive and not heads(parts.rest)
    if theme.strength in ("pronoun", "product") and runs_on:
        return None  # "it will stop | sharing them", "the platform stopped | sending newsletters"
    if not theme.strength and parts.passive and not parts.subject:
        whole, theme = parts.rest, theme_of(parts.rest)
    if theme.strength == "data" and not _row(parts) and (parts.lemma in _ERASING or not has_route(whole)):
        return None
    erased = parts.lemma in _ERASING or (parts.lemma == "remove" and len(parts.subject) == 1)
    if theme.strength == "product" and erased and theme.heads[0].word.lower() == "code":
        return None  # "its code was deleted the next year"
    if theme.strength == "pronoun" and parts.lemma in ("delete", "purge", "fold", "die"):
        return None
    if theme.strength == "people" and parts.passive:
        return None  # "Acme's driver was barred from the stadium"
    people = theme.heads and all(mention.word.lower() in ("we", "i", "you") for mention in theme.heads)
    if people and not parts.clause.group.passive:
        return None
    if parts.subject and parts.passive and (row := _row(parts)):
        return Event("end", "came to an end", [m for m in row if m.kind != "partner"], row)
    if not theme.strength and _is_entry(parts):
        return Event("end", "came to an end", heads(parts.subject), parts.subject, strength="pronoun")
    if theme.strength:
        return Event("end", "came to an end", theme.heads, whole, strength=theme.strength)
    return None


def _row(parts: Parts) -> list[Mention]:
    """ "| Acme | contact lists | discontinued 31 May 2019 |": a line of a table, and what is in its cells."""
    group, tops = parts.clause.group, heads(parts.subject)
    cells = parts.tokens[parts.clause.subject[0] : group.first]
    if not group.bare or not cells or cells[-1].low != "|" or sum(token.low == "|" for token in cells) < 2:
        return []
    told = any(m.kind == "partner" for m in tops) and any(m.kind in (*ACCESS, *DATA) for m in tops)
    return parts.subject if told else []


def _is_entry(parts: Parts) -> bool:
    """ "Acme: closed 2015-04-30", in a list that speaks of access: a name, a mark and what befell it."""
    group, tops = parts.clause.group, heads(parts.subject)
    return (
        group.bare
        and not parts.clause.start
        and 1 < group.first < 6
        and parts.tokens[group.first - 1].low in (":", "→", "|", "–", "—", "-")
        and len(tops) == len(parts.subject) > 0
        and all(m.kind == "partner" and m.first == m.at for m in tops)
    )


def _beside(mentions: list[Mention]) -> list[Mention]:
    """Of what follows a verb: those for, to, with or from whom it happened; not where, why and when."""
    kept = [m.prep in _TO_WHOM and not (m.prep == "by" and m.kind in ("other", "thing", "person")) for m in mentions]
    for here, mention in enumerate(mentions[:-1]):
        kept[here] = kept[here] or (mention.prep == "'s" and kept[here + 1])
    return [m for m, keep in zip(mentions, kept, strict=True) if keep]


def _people_themselves(parts: Parts) -> bool:
    """ "Members removed the app themselves": a choice of theirs, for nobody else."""
    tops = heads(parts.subject)
    return bool(tops) and all(m.kind == "people" for m in tops) and not parts.frame.negation


def _intransitive(parts: Parts) -> bool:
    """No object right after the verb, only a date, a mark, an adverb or a preposition."""
    first = next((m for m in parts.rest if m.prep != "'s" or m.kind != "pronoun"), None)
    at = parts.clause.group.last + 1
    if (
        parts.tokens[at : at + 1]
        and parts.tokens[at].low == ","
        and any(t.kind == "date" for t in parts.tokens[at + 1 : at + 5])
    ):
        return False  # "to revoke, by noon on 1 May, every credential"
    return (
        first is None
        or first.prep not in ("", "'s")
        or at >= len(parts.tokens)
        or parts.tokens[at].kind in ("date", "mark")
    )
