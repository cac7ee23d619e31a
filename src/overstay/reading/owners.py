"""Noun groups ─► the partners among them: who receives, and not who gives; names in apposition to "three partners"."""

from __future__ import annotations

from dataclasses import dataclass, field

from overstay.reading.function_words import AUX
from overstay.reading.mentions import Mention
from overstay.reading.tokens import Token

_WAYS = ("access", "data", "category", "program")
_ACCESS_WORDS = frozenset(["access", "permission", "permissions", "right", "rights", "entry", "visibility"])
# "Taken from Acme" leaves Acme without; "a feed from Acme" comes from it.
_TAKES = frozenset(
    ["withdraw", "withdraw from", "revoke", "remove", "take", "take away", "take back", "strip", "pull", "recover",
     "reclaim", "rescind", "retract", "confiscate", "claw back", "withhold", "cancel", "call back", "collect"]
)  # fmt: skip
_ASKED = frozenset(["request", "call", "query", "traffic", "login", "connection", "visit", "demand", "ping", "sign-in"])
_OPENERS = frozenset([":", "(", "—", "–", "-", ","])
_NAMELY = frozenset(
    ["namely", "such", "as", "including", "like", "among", "them", "e", "g", ".", "notably", "especially", "the"]
)
_THEN = frozenset(("then", "now", "once", "formerly", "still", "previously", "today", "later"))
_LISTED = frozenset([",", "and", "or", "&", "the", "also", ";"])
MANY = frozenset(["both", "these", "those", "two", "three", "four"])
_ONE_OF_MANY = frozenset(["a", "an", "any", "every", "some", "no", "another", "each"])
_EVERYBODY = frozenset(["everyone", "everybody", "anyone", "anybody", "nobody", "others", "all"])


@dataclass(slots=True)
class Context:
    """What the sentences before spoke of: partners in the order named, programs, categories, whether access was one."""

    partners: list[tuple[str, ...]] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    subject: tuple[str, ...] = ()  # the one partner whom the nearest of them is about
    listed: list[tuple[str, ...]] = field(default_factory=list)  # the last that were named together
    programs: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    access: bool = False
    plain: bool = False  # data, or a way to it, and not only a contract with somebody
    ways: bool = False  # an interface, a permission, a program
    generic: bool = False


@dataclass(slots=True)
class Owners:
    """The partners of an event. `how`: named, carried (from another clause or sentence), speaker, generic, nobody."""

    ids: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    how: str = "nobody"
    mentions: list[Mention] = field(default_factory=list)
    ambiguous: bool = False


def named(tokens: list[Token], mentions: list[Mention]) -> Owners:
    """The partners among some mentions; those after "by" only where there are no others.

    Unknown names count beside known ones only where both stand in one row: "Acme and Borel".
    """
    for strict in (True, False):
        owners = Owners(how="named")
        unknown: list[int] = []
        for mention in mentions:
            if strict and mention.prep == "by":
                continue
            if mention.word.lower() == "accounts" and mention.prep == "to" and len(mentions) > 1:
                continue  # "Acme's access to Borel accounts"
            if mention.kind in ("people", "other") and mention.prep in ("of", "from") and len(mentions) > 1:
                continue  # "Acme's access to the messages of Borel employees"
            for at, token in enumerate(tokens[mention.first : mention.at + 1], mention.first):
                if token.kind == "name" and token.what.what == "partner":
                    owners.ambiguous = owners.ambiguous or len(token.what.ids) > 1
                    owners.ids += [i for i in token.what.ids if i not in owners.ids]
                    owners.mentions.append(mention)
                elif token.kind == "unknown":
                    unknown.append(at)
        kept = [at for at in unknown if not owners.ids or _in_row(tokens, at)]
        owners.new = list(dict.fromkeys(tokens[at].text for at in kept))
        if owners.ids or owners.new:
            return owners
    return Owners()


def _in_row(tokens: list[Token], at: int) -> bool:
    """Whether a known partner stands beside a name in a list."""
    for step in (-1, 1):
        here = at + step
        while 0 <= here < len(tokens) and tokens[here].low in (",", "and", "or", "&"):
            here += step
        if here != at + step and 0 <= here < len(tokens):
            token = tokens[here]
            if token.kind == "name" and token.what.what == "partner":
                return True
    return False


def receivers(tokens: list[Token], mentions: list[Mention], lemma: str, forced: bool) -> list[Mention]:
    """The mentions without those that give: "the import from Acme", "Borel's access to Acme's feed".

    A known partner that would be the only one stays all the same, unless `forced`: it may be the other side of a feed.
    """
    givers = {m.at for place, m in enumerate(mentions) if _gives(tokens, mentions, place, lemma)}
    left = [m for m in mentions if m.at not in givers]
    if not givers or forced or named(tokens, left).ids:
        return left
    owned = all(m.prep != "from" for m in mentions if m.at in givers)
    if owned and any(m.prep == "" and m.kind in ("thing", "person", "people") for m in left):
        return left  # "bidders had access to Acme's data": theirs it was
    kept = {m.at for m in mentions if m.at in givers and m.kind == "partner"}
    return [m for m in mentions if m.at not in givers or m.at in kept]


def _gives(tokens: list[Token], mentions: list[Mention], place: int, lemma: str) -> bool:
    mention = mentions[place]
    if mention.kind not in ("partner", "unknown"):
        return False
    if place and mention.prep in ("of", "for", "by", "to", "in"):
        before = mentions[place - 1]
        comma, name = before.first - 2, before.first - 3  # "Acme, a subsidiary of Borel,"
        if comma > 0 and tokens[comma].low in _THEN:
            comma, name = comma - 1, name - 1  # "Acme, then a part of Borel,"
        if (
            before.determiner in ("a", "an", "the")
            and name >= 0
            and tokens[comma].low == ","
            and before.kind != "partner"
        ):
            return tokens[name].kind in ("name", "unknown", "date")  # "in 2016, a blow to Acme"
    if mention.prep == "from":
        source = tokens[mention.first - 2] if mention.first > 1 else None
        asked = source is not None and source.low.rstrip("s") in _ASKED
        return not (lemma in _TAKES or asked)
    if mention.prep == "'s" and place and place + 1 < len(mentions):
        owned, outer = mentions[place + 1], mentions[:place]
        ours = any(m.word.lower() == "our" and m.prep == "'s" for m in outer)
        if ours and owned.prep in ("for", "of", "on") and owned.kind in ("data", "category"):
            return True  # "our contract for Acme's location data"
        if owned.prep in ("to", "into") and owned.determiner == "'s" and owned.kind in _WAYS:
            return any(m.word.lower() in _ACCESS_WORDS for m in outer)
    return False


def also(tokens: list[Token], start: int, end: int) -> Owners:
    """Those of whom the same is said in short: "as did Acme", "and so was Borel's", "nor has Corvid"."""
    found: list[Mention] = []
    for here in range(start, end - 2):
        if tokens[here].low in ("together", "along") and tokens[here + 1].low == "with" and tokens[here - 1].low == ",":
            at = here + 2
            while at < end and (tokens[at].kind in ("name", "unknown") or tokens[at].low in _LISTED):
                found.append(Mention(at, at, "partner", "", tokens[at].text, ""))
                at += 1
        if tokens[here].low in ("as", "so", "nor", "neither") and tokens[here + 1].low in AUX:
            at = here + 2
            while at < end and (tokens[at].kind in ("name", "unknown") or tokens[at].low in _LISTED):
                found.append(Mention(at, at, "partner", "", tokens[at].text, ""))
                at += 1
            if any(token.kind == "date" for token in tokens[at:end]):
                return Owners()  # "so did Acme in 2015": on a day of its own
    return named(tokens, found)


def is_generic(tokens: list[Token], mentions: list[Mention]) -> bool:
    """Whether partners are spoken of without a name: "device makers", "all apps"."""
    for mention in mentions:
        apps = mention.kind == "product" and mention.word.lower() in (
            "apps",
            "applications",
            "games",
            "sites",
            "websites",
        )
        if (
            apps
            and mention.prep in ("for", "to", "from")
            and mention.determiner not in MANY
            and mention.determiner != "'s"
        ):
            return True
        if mention.kind != "role" or (mention.prep == "'s" and mention.determiner == "the"):
            continue
        if is_many(tokens, mention) and mention.determiner not in MANY:
            return True
        if mention.determiner in _ONE_OF_MANY:
            return True
    return any(token.low in _EVERYBODY for m in mentions for token in tokens[m.first : m.at + 1])


def is_many(tokens: list[Token], mention: Mention) -> bool:
    """Whether the head of a noun group is a plural."""
    return any(cue.part == "noun" and cue.form == "many" for cue in tokens[mention.at].cues)


def apposed(tokens: list[Token], mentions: list[Mention], end: int) -> Owners:
    """The names behind "three partners:", "one bank (", "the following companies —", up to the place `end`."""
    for mention in mentions:
        if mention.kind not in ("role", "product", "relation", "access"):
            continue
        here = mention.at + 1
        while here < end and tokens[here].kind == "date":  # "for two partners in 2015: Acme and Borel"
            here += 1
        if here >= end or tokens[here].low not in _OPENERS:
            continue
        comma = tokens[here].low == ","
        here += 1
        while here < end and tokens[here].low in _NAMELY:
            here += 1
        first = here
        while here < end and (tokens[here].kind in ("name", "unknown") or tokens[here].low in _LISTED):
            here += 1
        closed = here >= end or tokens[here].low in (".", ")", "—", "–", "-", ";") or tokens[here - 1].low == ","
        if comma and (mention.kind != "role" or not closed):
            continue
        names = [
            Mention(at, at, "partner", "", tokens[at].text, "")
            for at in range(first, here)
            if tokens[at].kind == "unknown" or (tokens[at].kind == "name" and tokens[at].what.what == "partner")
        ]
        owners = named(tokens, names)
        if closed and (owners.ids or owners.new):
            return owners
    return Owners()


__all__ = ["Context", "Owners", "also", "apposed", "is_generic", "is_many", "named", "receivers"]
