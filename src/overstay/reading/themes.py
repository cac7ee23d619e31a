"""How plainly a noun group speaks of access to people's data."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from overstay.reading.mentions import Mention

ACCESS = ("access", "program")
DATA = ("data", "category")
_SIGHTS = frozenset(("view", "sight", "visibility", "window", "line", "glimpse", "insight"))
_SIGN_UPS = frozenset(("sign-up", "signup", "registration", "log-in", "login", "sign-in", "single sign-on"))
_SEARCHES = frozenset(("search", "lookup", "look-up", "matching"))
_OURS = frozenset(("our", "its", "their"))
_FLOWS = frozenset(
    ("sale", "sales", "supply", "transfer", "transfers", "delivery", "provision", "flow", "sharing", "transmission",
     "disclosure", "release", "resale", "export", "exports", "syndication")
)  # fmt: skip
_INSIDE = ("of", "to", "for", "in", "on", "'s", "behind", "from")


@dataclass(frozen=True, slots=True)
class Theme:
    """`strength`: access, relation (a contract with a partner), product, data, item, people, pronoun, or blank."""

    strength: str = ""
    heads: list[Mention] = field(default_factory=list)
    other: bool = False  # it plainly speaks of something else


def theme_of(mentions: list[Mention]) -> Theme:
    """What the heads of a noun group speak of; complements help a weak head: "the agreement on contact lists"."""
    tops = [m for m in mentions if m.prep == ""]
    if not tops:
        owners = [m for m in mentions if m.prep == "'s"]
        # "Acme's was pulled": an owner with nothing to own stands for what was owned in the sentence before.
        return Theme("pronoun", owners[-1:]) if owners and mentions[-1] is owners[-1] else Theme()
    kinds = [m.kind for m in tops]
    if any(kind in ACCESS for kind in kinds):
        to_what = {m.kind for m in mentions if m.prep == "to"}
        theirs = any(m.kind in ("partner", "unknown", "role") for m in mentions) and any(
            m.prep == "to" and m.word.lower() == "accounts" for m in mentions
        )
        if kinds == ["access"] and tops[0].word.lower() == "access" and to_what == {"other"} and not theirs:
            return Theme("", tops, True)  # "access to the building"
        return Theme("access", tops)
    if tops[0].word.lower() in _SIGN_UPS and any(
        m.prep in ("with", "through", "via") and m.kind in ("partner", "unknown", "program") for m in mentions
    ):
        return Theme("access", tops)  # "the sign-up with Zenlow"
    if tops[0].word.lower().removesuffix("s") in _SEARCHES and any(m.prep == "by" and m.kind in DATA for m in mentions):
        outside = any(m.kind in ("partner", "role") or m.word.lower() == "apps" for m in mentions)
        return Theme("access" if outside else "", tops)  # "search by phone number for outside apps"
    inside = [m for m in _complements(mentions) if m not in _bosses(mentions)]
    own = {m.kind for m in inside}
    if "relation" in kinds:
        if own & {*ACCESS, *DATA}:
            return Theme("access", tops)
        named = any(m.kind in ("partner", "unknown") and m.prep == "'s" for m in inside)
        sides = {
            m.kind
            for m in inside  # "Acme's connection to customers' accounts"
            if m.prep in ("with", "to", "between", "for") and not (named and m.word.lower() == "accounts")
        }
        reader = any(m.word.lower() in ("account", "accounts") and m.prep == "to" for m in mentions) and (
            any(m.word.lower() in _OURS and m.prep == "'s" and m.first < tops[0].at for m in mentions)
        )
        if reader:
            return Theme("access", tops)  # "our connection to your account"
        if sides and sides <= {"other", "person", "proof", "paper"}:
            return Theme("", tops, True)  # "its contract with its auditor"
        persons = any(m.word.lower() in ("her", "his", "my", "your") and m.at < tops[0].at for m in inside)
        if persons or (own & {"other", "person"} and not own & {"partner", "unknown", "role"}):
            return Theme("", tops, True)
        return Theme("relation", tops)
    flows = any(m.word.lower() in _FLOWS for m in tops) and any(m.prep == "of" and m.kind in DATA for m in mentions)
    if flows and any(
        m.prep in ("to", "with") and m.kind in ("partner", "unknown", "role", "pronoun") for m in mentions
    ):
        return Theme("access", tops)  # "all sales of location data to Acme"
    if "product" in kinds:
        if own & {"other"}:
            return Theme("", tops, True)
        return Theme("access" if own & {*ACCESS} else "product", tops)
    if any(kind in DATA for kind in kinds):
        return Theme("data", tops)
    if (
        kinds == ["other"]
        and tops[0].word.lower() in ("account", "accounts")
        and any(m.prep == "with" and m.kind in ACCESS for m in mentions)
    ):
        return Theme("access", tops)  # "accounts with access to messages"
    if "stop" in kinds or "begin" in kinds:
        return Theme("access" if own & {*ACCESS, "relation"} else "", tops)
    if "pronoun" in kinds:
        return Theme("pronoun", tops)
    if "item" in kinds and any(m.kind == "people" and m.prep not in ("for", "to", "with") for m in inside):
        return Theme("data", tops)  # "members' names"
    for kind in ("item", "people"):
        if kind in kinds:
            return Theme(kind, tops)
    return Theme("", tops, "other" in kinds)


def _bosses(mentions: list[Mention]) -> list[Mention]:
    """ "The contract of Acme's chief executive": the firm owns the person, not the contract."""
    return [
        owner
        for owner, owned in pairwise(mentions)
        if owner.prep == "'s" and owned.kind == "person" and owned.prep in ("of", "with", "for")
    ]


def _complements(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.prep in (*_INSIDE, "with", "between", "by", "under")]


def sees_data(mentions: list[Mention]) -> bool:
    """ "Its view of account balances", "a line into location data": sight of data is access to it."""
    tops = [m for m in mentions if m.prep == ""]
    looks = any(m.word.lower() in _SIGHTS for m in tops)
    return looks and any(m.prep in ("of", "into", "on", "to") and m.kind in (*ACCESS, *DATA) for m in mentions)
