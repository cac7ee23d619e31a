"""Access lost or given up by those who had it: they left the program, were moved off a feed, handed back their keys."""

from __future__ import annotations

from dataclasses import replace

from overstay.reading.mentions import heads
from overstay.reading.parties import named_in, people_in
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, sees_data, theme_of

_GOES_AWAY = frozenset(("disconnect", "withdraw", "migrate", "unlink", "delink", "move", "unplug", "depart", "retire"))
_MOVED_OFF = frozenset(("migrate off", "move off"))
_HANDS_BACK = frozenset(
    ["surrender", "hand back", "give back", "return", "relinquish", "give up", "hand over", "turn in", "hand in"]
)  # fmt: skip
_EVERYDAY = frozenset(("leave", "exit", "quit", "return", "abandon", "come off"))
_KEYS = frozenset(
    ["key", "keys", "token", "tokens", "credential", "credentials", "secret", "secrets", "login", "logins", "licence",
     "license", "permission", "permissions"]
)  # fmt: skip
_FEATURES = frozenset(("feature", "function", "functionality", "capability", "features", "functions"))


def lost(parts: Parts) -> Event | None:
    """ "Acme lost its access", "left the program", "withdrew from its deal"."""
    if (
        not (
            parts.senses & {"lose"}
            or parts.lemma in _GOES_AWAY
            or parts.lemma == "cost"
            or parts.lemma.startswith("turn")
        )
        or parts.clause.group.passive
    ):
        if parts.lemma in _HANDS_BACK and parts.clause.group.passive:
            return _returned(parts)
        return _moved_off(parts) if parts.lemma in _MOVED_OFF and parts.clause.group.passive else None
    if parts.lemma == "cost" and theme_of(parts.rest).strength == "access":  # "will cost Acme its access"
        whom = [m for m in named_in(parts.rest) if not m.prep]
        return Event("end", "lost", [m for m in parts.rest if m.kind in ACCESS][:1], whom) if whom else None
    theme = theme_of(parts.rest)
    away = [m for m in parts.rest if m.prep in ("from", "off") and m.kind in (*ACCESS, "relation")]
    if parts.lemma in _GOES_AWAY and away and not heads(parts.rest):
        outside = not any(m.kind == "partner" for m in parts.doer)  # "pulled out of its deal with Acme"
        return Event("end", "lost", away, parts.doer + (parts.rest if outside else []))
    if parts.lemma == "turn back" or (
        parts.lemma == "turn" and "back" in [t.low for t in parts.tokens[parts.clause.group.last + 1 :][:3]]
    ):
        spurned = [m for m in parts.rest if m.prep == "on" and m.kind in (*ACCESS, "relation")]
        return Event("end", "lost", spurned, parts.doer) if spurned else None
    if "lose" not in parts.senses:
        return None
    if parts.lemma in _HANDS_BACK:
        return _handed_back(parts)
    if parts.lemma == "lose" and sees_data(parts.rest):
        return Event("end", "lost", theme.heads, parts.doer)
    member = any(
        m.word.lower() in ("program", "programme", "api", "pilot", "beta", "interface", "feed", "integration",
                           "connection", "connector", "firehose", "endpoint", "link", "exchange")
        for m in theme.heads
    ) and any(m.kind == "partner" for m in parts.doer)  # fmt: skip
    if (
        theme.strength == "access"
        and parts.lemma in _EVERYDAY
        and not member
        and not any(m.kind == "program" for m in theme.heads)
    ):
        return None
    feature = (
        parts.lemma == "lose"
        and theme.strength == "product"
        and bool(named_in(parts.doer))
        and all(m.word.lower() in _FEATURES and m.determiner in ("the", "this", "that", "its") for m in theme.heads)
    )
    if (
        theme.strength == "access"
        or feature
        or (theme.strength == "relation" and people_in(parts.doer))
        or (theme.strength == "data" and parts.lemma == "lose")
        or (
            theme.strength == "pronoun"
            and parts.lemma == "lose"
            and [m.word.lower() for m in theme.heads] == ["it"]
            and people_in(heads(parts.doer))
        )
    ):
        left = not any(m.kind == "partner" for m in parts.doer)  # "Acme's rival withdrew from its deal with Borel"
        affected = parts.doer + parts.rest if left and theme.strength == "relation" else parts.doer
        return Event("end", "lost", theme.heads, affected, strength=theme.strength)
    return None


def _moved_off(parts: Parts) -> Event | None:
    """ "Acme was moved off the feed", "the last partner on it, Acme, was migrated off"."""
    tops = [m for m in heads(parts.subject) if m.kind in ("partner", "unknown", "role")]
    whom = [replace(m, prep="") for m in parts.subject if m.kind == "partner"] or tops
    where = [m for m in parts.rest if m.kind in ACCESS]
    if not tops or not whom or (heads(parts.rest) and not where):
        return None
    return Event("end", "lost", where or whom, whom, strength="access" if where else "product")


def _returned(parts: Parts) -> Event | None:
    """ "Our keys were handed back in May", "all tokens issued to Acme have been surrendered"."""
    theme = theme_of(parts.subject)
    if parts.clause.group.tense == "present" or not any(m.word.lower() in _KEYS for m in theme.heads):
        return None
    if any(m.prep == "to" and m.kind in ("thing", "other") for m in parts.subject):
        return None  # "the keys to our office"
    return Event("end", "came to an end", theme.heads, parts.subject + parts.rest, strength="relation")


def _handed_back(parts: Parts) -> Event | None:
    """ "Gave back its keys", "surrendered its access", "got its token in 2012 and had to return it in 2015"."""
    theme = theme_of(parts.rest)
    keys = any(m.word.lower() in _KEYS for m in theme.heads)
    if theme.other:
        return None  # "the keys to its old offices"
    if theme.strength == "pronoun" and all(m.word.lower() in ("it", "them") for m in theme.heads):
        before = {token.low for token in parts.tokens[: parts.clause.group.first]}
        if not before & {*_KEYS, "access"}:
            return None
        return Event("end", "lost", theme.heads, parts.doer, strength="pronoun")
    own = any(m.prep == "'s" and m.kind == "pronoun" for m in parts.rest)
    own = own or parts.lemma in ("give up", "surrender", "relinquish")  # nobody gives up what is another's
    if parts.lemma == "hand over" and not own:
        return None  # "handed over the data"
    if any(m.prep == "to" and m.word.lower() == "us" for m in parts.rest):
        return None  # "handed our key back to us"
    if not (keys or theme.strength in ("access", "relation")) or (theme.strength == "access" and not (keys or own)):
        return None
    if theme.strength == "relation" and not (people_in(parts.doer) and (keys or own)):
        return None
    return Event("end", "lost", theme.heads, parts.doer, strength=theme.strength or "relation")
