"""Partners shown out in a figure of speech: doors closed to them, struck off a list, dropped or gone as a partner."""

from __future__ import annotations

from overstay.reading.mentions import Mention, heads
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS

_SHUTS = frozenset(("close", "shut", "bar", "bolt", "lock", "slam"))
_DOORS = frozenset(("door", "doors", "gate", "gates"))
_STRIKES = frozenset(
    ["take off", "remove", "strike", "strike off", "strike from", "delete", "drop", "cross off", "purge", "kick off",
     "pull", "take", "cut", "withdraw"]
)  # fmt: skip
_APPROVED = frozenset(
    ["approved", "allowed", "trusted", "authorised", "authorized", "permitted", "vetted", "whitelisted", "connected",
     "linked", "integrated", "certified"]
)  # fmt: skip
_SUPPLIERS = frozenset(("suppliers", "vendors", "contractors", "lenders", "brands", "schools", "drugs", "airlines"))
_PUTS_OUT = frozenset(
    ["bar", "ban", "block", "kick off", "throw off", "boot off", "remove", "eject", "expel", "evict", "shut out",
     "lock out", "take off", "suspend"]
)  # fmt: skip
_READERS = frozenset(
    ["bot", "scraper", "crawler", "spider", "app", "application", "plug-in", "plugin", "integration", "connector",
     "robot"]
)  # fmt: skip
_GROUNDS = frozenset(("platform", "network", "api", "servers", "server", "system", "systems", "backend", "service"))
_PARTIES = frozenset(("partner", "customer", "client", "licensee", "recipient", "subscriber", "member", "user"))
_ORGANISATIONS = frozenset(("organisations", "organizations", "institutions", "businesses", "third parties"))
_OUT = ("from", "off", "out")
_FIRMS = ("partner", "unknown", "role", "pronoun")


def shown_out(parts: Parts) -> Event | None:
    """The end of a partner's access, told as a door, a list, a ground or a standing that it lost."""
    return (
        _door(parts)
        or _off_the_list(parts)
        or _off_the_ground(parts)
        or _no_partner(parts)
        or _not_among(parts)
        or _taken_from(parts)
    )


def _door(parts: Parts) -> Event | None:
    """ "Closed its doors to Acme"."""
    if parts.lemma not in _SHUTS or parts.passive or not any(m.word.lower() in _DOORS for m in heads(parts.rest)):
        return None
    whom = [m for m in parts.rest if m.prep == "to" and m.kind in ("partner", "unknown")]
    return Event("end", "shut out", whom, whom, strength="relation", active=True) if whom else None


def _off_the_list(parts: Parts) -> Event | None:
    """ "Took Acme's scraper off the approved list", "was struck from the list of approved apps"."""
    if parts.lemma not in _STRIKES:
        return None
    stretch = [token.low for token in parts.tokens[slice(*parts.clause.rest)]]
    at = next((here for here, low in enumerate(stretch) if low.endswith("list")), None)
    off = parts.lemma in ("take off", "strike off", "cross off", "kick off") or "off" in stretch or "from" in stretch
    if at is None or not off:
        return None
    if _SUPPLIERS & set(stretch):
        return None  # "the list of approved suppliers"
    sure = stretch[at] != "list" and stretch[at].startswith(("allow", "white"))
    if not (sure or _APPROVED & set(stretch[max(0, at - 2) : at + 4]) or (stretch[at] == "list" and _who_read(parts))):
        return None
    whom = _theirs(parts)
    return Event("end", "shut out", whom, whom, strength="relation", active=not parts.passive) if whom else None


def _off_the_ground(parts: Parts) -> Event | None:
    """ "Acme's bot was barred from the network"."""
    if parts.lemma not in _PUTS_OUT:
        return None
    moved = heads(parts.subject if parts.passive else parts.rest)
    if not moved or moved[0].word.lower().removesuffix("s") not in _READERS:
        return None
    if not any(m.prep in _OUT and m.word.lower() in _GROUNDS for m in parts.rest) and not (
        parts.lemma.endswith("off") and any(m.word.lower() in _GROUNDS for m in parts.rest)
    ):
        return None
    whom = [m for m in _theirs(parts) if m.kind in ("partner", "unknown")]
    return Event("end", "shut out", whom, whom, strength="access", active=not parts.passive) if whom else None


def _no_partner(parts: Parts) -> Event | None:
    """ "Was dropped as a data partner", "ceased to be a location customer"."""
    stands = parts.lemma == "be" and parts.frame.turn == "halt"
    dropped = parts.lemma in ("drop", "remove", "dismiss", "shed", "discontinue", "cut") and "end" in parts.senses
    if not (stands or dropped):
        return None
    standing = next(
        (
            m
            for m in parts.rest
            if m.prep in (("",) if stands else ("as",)) and m.word.lower().split()[-1].removesuffix("s") in _PARTIES
        ),
        None,
    )
    if standing is None:
        return None
    inner = parts.tokens[standing.first : standing.at]
    around = [m for m in parts.rest if m.prep in ("of", "on", "to", "in") and m.kind in ("access", "program", "data")]
    plain = any(token.nouns & {"access", "data"} or token.kind == "name" for token in inner) or bool(around)
    plain = plain or standing.word.lower().split()[0] in ("data", "api", "integration")
    whom = [m for m in (parts.doer if stands else _theirs(parts)) if m.kind in _FIRMS and m.prep == ""]
    if not plain or not whom:
        return None
    if stands:
        return Event("on", "had or used", [standing], whom)
    return Event("end", "shut out", whom, whom, active=not parts.passive)


def _taken_from(parts: Parts) -> Event | None:
    """ "Took that permission from us early in 2016", "was stripped of its access"."""
    if parts.lemma == "take":
        things = [m for m in heads(parts.subject if parts.passive else parts.rest) if m.kind in ACCESS]
        whom = [m for m in parts.rest if m.prep == "from" and m.kind in _FIRMS]
    elif parts.lemma == "strip":
        things = [m for m in parts.rest if m.prep == "of" and m.kind in ACCESS]
        whom = _theirs(parts)
    else:
        return None
    if not things or not whom:
        return None
    return Event("end", "taken away", things, whom, strength="access", active=not parts.passive)


def _not_among(parts: Parts) -> Event | None:
    """ "Will not be among the companies | that receive your address"."""
    if parts.lemma != "be" or not parts.frame.negation or not _who_read(parts):
        return None
    whom = [m for m in heads(parts.subject) if m.kind in ("partner", "unknown")]
    group = [m for m in parts.rest if m.kind == "role" or m.word.lower() in _ORGANISATIONS]
    return Event("on", "had or used", group, whom) if whom and group else None


def _who_read(parts: Parts) -> bool:
    """ "The companies | that may request records", "partners | with whom we share addresses": those with access."""
    tokens, end = parts.tokens, parts.clause.end
    opening = next((t.low for t in tokens[end : end + 2] if t.low in ("that", "which", "who", "whom")), "")
    body = tokens[end + 1 : end + 12]
    reads = any(t.senses & {"use", "get", "send", "give"} for t in body)
    data = any(t.nouns & {"data", "access"} or (t.kind == "name" and t.what.what == "category") for t in body)
    return bool(opening) and reads and data


def _theirs(parts: Parts) -> list[Mention]:
    """Who was moved, or whose thing was: the object, or the subject of a passive, with its owner."""
    side = parts.subject if parts.passive else parts.rest
    return [m for m in side if m.prep in ("", "'s") and m.kind in _FIRMS]


__all__ = ["shown_out"]
