"""How access stands: left open, going on, in effect, or no longer available."""

from __future__ import annotations

from dataclasses import replace

from overstay.reading.grants import LISTS
from overstay.reading.mentions import Mention, heads
from overstay.reading.parties import has_route, named_in, people_in
from overstay.reading.parts import Event, Parts
from overstay.reading.states import PARTIES
from overstay.reading.themes import ACCESS, theme_of

_AS_IT_WAS = frozenset(
    ["place", "open", "on", "intact", "active", "untouched", "unchanged", "running", "enabled", "alone", "live",
     "working", "force", "effect", "available", "switched"]
)  # fmt: skip
_TOUCHES = frozenset(("affect", "impact", "touch", "interrupt", "disturb"))


def kept(parts: Parts) -> Event | None:
    """ "Kept its access", "left the feed open", "remains on the allowlist"."""
    if "keep" in parts.senses and parts.clause.group.passive and parts.lemma.startswith("leave"):
        theme = theme_of(parts.subject)
        if theme.strength in ("access", "relation"):
            return Event("keep", "kept", theme.heads, parts.subject, strength=theme.strength)
    if (
        parts.lemma.startswith("leave")
        and "keep" in parts.senses
        and theme_of(parts.rest).strength == "access"
        and parts.rest[0].prep == "'s"
    ):
        return Event("keep", "kept", theme_of(parts.rest).heads, parts.rest)  # "an error left its access in place"
    if "keep" in parts.senses and parts.rest and not parts.clause.group.passive and not _left(parts):
        theme = theme_of(parts.rest)
        if theme.strength in ("access", "relation") or (
            theme.strength == "pronoun"
            and (
                theme.heads[0].prep == "'s"
                or (theme.heads[0].word.lower() == "it" and parts.lemma in ("retain", "keep"))
            )
        ):
            return Event(
                "keep", "kept", theme.heads, parts.rest if named_in(parts.rest) else parts.doer, strength=theme.strength
            )
    if parts.lemma in _TOUCHES and parts.passive and parts.frame.negation in ("not", "never"):
        theme = theme_of(parts.subject)
        if theme.strength in ("access", "relation"):
            return Event("end", "affected", theme.heads, parts.subject, strength=theme.strength)
    if parts.lemma == "be" and parts.frame.turn == "halt" and not parts.passive:
        people = people_in(heads(parts.subject))  # "ceased to be a partner"
        other = any(
            m.prep == "of" and m.kind in ("thing", "other", "person") for m in parts.rest
        )  # "of the trade body"
        if people and not other and any(m.prep == "" and m.word.lower().split(" ")[-1] in PARTIES for m in parts.rest):
            return Event("keep", "state on", people, people, strength="relation")
    if parts.lemma == "do so" and _to_this_day(parts):
        return Event("keep", "goes on", parts.subject, parts.subject, strength="pronoun")
    if ("cont" in parts.senses and not parts.passive) or parts.lemma in ("remain", "stay"):
        people = people_in(heads(parts.subject))
        if people and any(
            m.prep == "on" and (m.word.lower().endswith("list") or m.word.lower() in LISTS) for m in parts.rest
        ):
            return Event("keep", "goes on", [], people)
        if people and parts.lemma == "stay on" and any(m.kind in ACCESS for m in heads(parts.rest)):
            return Event("keep", "goes on", heads(parts.rest), people)  # "Acme stays on the Feed API"
    if "cont" in parts.senses and not _counts_pages(parts) and not _is_what(parts):
        theme = theme_of(parts.subject)
        listed = (
            parts.clause.group.last + 1 < len(parts.tokens) and parts.tokens[parts.clause.group.last + 1].low == ":"
        )
        if (
            theme.strength in ("access", "relation", "pronoun")
            and (listed or not heads(parts.rest))
            and not (
                theme.strength == "pronoun" and parts.runs_on  # "we continue to have ..."
            )
        ):
            return Event("keep", "goes on", theme.heads, parts.subject + parts.rest, strength=theme.strength)
    return None


def _is_what(parts: Parts) -> bool:
    """ "To delete what | it holds": the object of the verb is "what"."""
    return parts.clause.link == "rel" and parts.tokens[max(parts.clause.start - 1, 0)].low in ("what", "whatever")


def _counts_pages(parts: Parts) -> bool:
    """ "The contract runs to 80 pages"."""
    return parts.lemma in ("run", "extend") and any(m.prep in ("to", "over") for m in parts.rest)


def _left(parts: Parts) -> bool:
    """ "Left the program" is not "left the feed open"."""
    after = {token.low for token in parts.tokens[parts.clause.group.last + 1 : parts.clause.end]}
    return parts.lemma == "leave" and not after & _AS_IT_WAS


def _to_this_day(parts: Parts) -> bool:
    words = " ".join(token.text.lower() for token in parts.tokens[parts.clause.start : parts.clause.end])
    return parts.frame.still or any(
        phrase in words for phrase in ("still", "this day", "today", "even now", "currently")
    )


def in_state(parts: Parts) -> Event | None:
    """ "is no longer available", "remains in effect", "is over"."""
    if parts.clause.group.shape != "state" or not parts.senses & {"on", "off"}:
        return None
    if parts.lemma.endswith("list") and (people := people_in(heads(parts.subject))):
        return Event("on", "had or used", [], people)  # "was never on the allowlist"
    theme = theme_of(parts.subject)
    if parts.lemma in ("connected", "linked") and named_in(heads(parts.subject)):
        elsewhere = any(m.prep == "to" and m.kind in ("thing", "other", "person", "people") for m in parts.rest)
        people = people_in(heads(parts.subject))  # "Acme remains connected"
        return None if elsewhere else Event("keep", "state on", people, people, strength="relation")
    if parts.lemma.split(" ")[-1] in PARTIES:  # "is no longer a partner"
        people = people_in(heads(parts.subject))
        ends = people and parts.frame.negation == "no longer"
        return Event("keep", "state on", people, people, strength="relation") if ends else None
    if theme.strength in ("access", "relation", "product", "pronoun") or (
        theme.strength == "data"
        and (has_route(parts.rest) or (parts.lemma.endswith("ble") and has_route(_by(parts.rest))))
    ):
        keep = "on" in parts.senses
        rule = "state on" if keep else "state off"
        return Event("keep" if keep else "end", rule, theme.heads, parts.subject + parts.rest, strength=theme.strength)
    if theme.strength == "data" and parts.frame.negation == "no longer" and _interface(parts):
        return Event("keep", "state on", theme.heads, parts.subject + parts.rest)  # "the list is no longer available"
    return None


def _by(mentions: list[Mention]) -> list[Mention]:
    """ "Readable by Acme" is as good as "visible to Acme"."""
    return [replace(m, prep="to") for m in mentions if m.prep == "by"]


def _interface(parts: Parts) -> bool:
    """Whether the sentence speaks of a way to the data: an interface, a permission, a piece of code."""
    return any(
        "access" in token.nouns or (token.kind == "name" and token.what.what == "program") for token in parts.tokens
    )
