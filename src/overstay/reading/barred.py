"""Partners and apps shut out of access: blocked from an API, cut off, suspended, thrown off a platform."""

from __future__ import annotations

from itertools import pairwise

from overstay.reading.mentions import Mention, heads
from overstay.reading.parties import people_in
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, DATA, theme_of

_SURE_BARS = frozenset(
    ["cut off", "lock out", "offboard", "kick off", "kick out", "shut out", "boot off", "cut loose",
     "shut the door on", "close the door on"]
)  # fmt: skip
_PUT_OUT = frozenset(
    ["remove", "suspend", "block", "ban", "bar", "drop", "expel", "disable", "disconnect", "terminate", "oust",
     "evict", "eject", "unplug", "unlink", "delink", "unhook", "shut off", "switch off", "turn off"]
)  # fmt: skip
_BLOCKS = frozenset(("suspend", "block", "ban", "disable", "deactivate", "disconnect", "unplug"))
_SEVERED = frozenset(("disconnect", "unplug", "unlink", "delink", "unhook"))
# What is done to a firm by its interface alone: "Zenlow disconnected us last August".
_DONE_TO_US = _SEVERED | {"shut off", "switch off", "turn off", "disable", "deactivate", "offboard"}
_APPS = frozenset(("app", "application", "add-on", "plug-in", "plugin", "game", "bot"))
_READERS = frozenset(("robot", "bot", "crawler", "scraper", "spider", "server", "engineer", "employee", "developer"))
_SELVES = frozenset(("ourselves", "itself", "themselves"))
_GROUNDS = frozenset(
    ["platform", "server", "servers", "network", "system", "systems", "service", "services", "backend", "back end",
     "infrastructure", "ecosystem", "accounts"]
)  # fmt: skip
_PORTALS = frozenset(("portal", "portals", "gateway", "hub"))
_ROLLS = frozenset(("list", "lists", "roster", "register", "roll", "registry", "ranks"))
_LISTED = frozenset(("apps", "applications", "integrations", "add-ons", "plug-ins", "games"))
_GIVING_BACK = frozenset(
    ["restoring", "reinstating", "re-enabling", "reenabling", "reactivating", "renewing", "reopening", "reissuing",
     "re-issuing", "reconnecting", "terminating", "revoking", "ending", "suspending", "disabling", "withdrawing",
     "removing", "cutting", "interfering"]
)  # fmt: skip


def shut_out(parts: Parts) -> Event | None:
    """ "Blocked Acme from the API", "Acme was cut off"."""
    if "bar" not in parts.senses and parts.lemma not in _SURE_BARS | _DONE_TO_US:
        return None
    whom = parts.subject if parts.passive else parts.rest
    people = (
        people_in([m for m in whom if m.prep == ""]) if theme_of(whom).strength in ("", "pronoun", "product") else []
    )
    tops = heads(whom)
    apart = (
        not parts.passive
        and parts.lemma.endswith((" off", " out"))
        and len(tops) > 1
        and tops[0].first == (parts.clause.group.last + 1)
    )
    if not people and apart and people_in(tops[:1]) and tops[1].kind in (*ACCESS, "relation", "product"):
        return Event("end", "shut out", tops[:1], tops[:1], active=True)  # "kicked us off the API"
    readers = any(m.word.lower().removesuffix("s") in _READERS for m in heads(whom))
    if not people and parts.lemma in _SURE_BARS and (theme_of(whom).strength == "product" or readers):
        people = [m for m in whom if m.prep in ("by", "from", "'s") and m.kind == "partner"]  # "quizzes by Acme"
    if not people and not parts.passive and parts.lemma in _SURE_BARS:
        people = [m for m in whom if m.prep == "" and m.word.lower() in ("app", "apps", "applications")]
    people += [m for m in whom if people and m.prep in ("as", "like", "including") and m.kind in ("partner", "unknown")]
    people += _along(parts) if people else []
    if parts.lemma in _SEVERED and any(m.word.lower() in _SELVES for m in heads(parts.rest)):
        own = people_in(heads(parts.subject))  # "we unhooked ourselves from it"
        return Event("end", "put out", own, own, strength="relation") if own else None
    if not people:
        return None
    from_access = any(
        (m.prep in ("from", "off", "of", "to", "out") and m.kind in (*ACCESS, *DATA, "relation"))
        or (m.kind in (*ACCESS, "category") and m.prep not in ("'s", "by"))
        for m in (*parts.rest, *(m for m in parts.behind if m.kind in ACCESS and parts.lemma in _PUT_OUT))
    )
    doing = parts.runs_on == "from"
    if doing and parts.runs_into & {"give", "send"} and not parts.runs_into & {"use", "get"}:
        return None  # "is barred from sharing it": whoever gives loses no access
    if doing and _to_give_back(parts):
        return None  # "is restrained from restoring its access"
    from_access = from_access or (
        parts.lemma in _PUT_OUT
        and any(m.kind == "partner" for m in people)
        and any(
            m.prep in ("from", "off")
            and ((m.word.lower() in _GROUNDS and m.first == m.at) or m.word.lower() in _PORTALS)
            for m in parts.rest
        )
    )
    known = [m for m in people if m.kind == "partner"]
    if not from_access and any(m.prep == "from" and m.kind == "other" for m in parts.rest):
        return None  # "cut off from its suppliers"
    from_access = from_access or (bool(known) and _off_the_grounds(parts))
    if known and not from_access and any(m.prep == "from" and m.word.lower() == "it" for m in parts.rest):
        return Event("end", "put out", people, people, strength="pronoun", active=not parts.passive)
    if not (from_access or doing or parts.lemma in _SURE_BARS):
        ours = all(m.word.lower() in ("we", "us") for m in people) and heads(whom) == people
        if parts.lemma in _DONE_TO_US and ours:
            return Event("end", "put out", people, people, strength="relation", active=not parts.passive)
        pointed = parts.lemma in _BLOCKS and all(
            m.kind == "role" and m.determiner in ("the", "that") and not m.word.lower().endswith("s") for m in people
        )  # "it had suspended the firm": which one is told before
        if not ((known or pointed) and parts.lemma in _PUT_OUT and not any(m.prep == "from" for m in parts.rest)):
            return None
        strength = "relation" if known and parts.lemma in _BLOCKS | _SEVERED else "product"
        return Event("end", "put out", people, people, strength=strength, active=not parts.passive)
    if parts.lemma in ("prevent", "stop", "prohibit", "forbid", "restrain", "enjoin") and not doing and not from_access:
        return None
    strength = (
        "access" if from_access or doing else "product" if all(m.kind == "pronoun" for m in people) else "relation"
    )
    return Event("end", "shut out", people, people, strength=strength, active=not parts.passive)


def _to_give_back(parts: Parts) -> bool:
    """ "Prohibited | from reinstating it": forbids that it be given again, and ends nothing."""
    behind = [token.low for token in parts.tokens[parts.clause.group.last + 1 :][:8]]
    return "from" in behind and bool(_GIVING_BACK & set(behind[behind.index("from") :][:3]))


def _along(parts: Parts) -> list[Mention]:
    """ "We were shut out, | and Acme with us": the same befell the one named after it."""
    rest = parts.rest
    return [
        mention
        for mention, after in pairwise(rest)
        if mention.kind in ("partner", "unknown")
        and mention.prep == ""
        and after.prep in ("with", "like", "alongside")
        and after.word.lower() in ("us", "it", "them")
    ]


def _off_the_grounds(parts: Parts) -> bool:
    """ "Thrown off the platform", "struck off the list of approved partners", "expelled from it"."""
    away = parts.lemma.endswith((" off", " out"))
    for here, mention in enumerate(parts.rest):
        if mention.prep not in ("from", "off", "of") and not (away and mention.prep == ""):
            continue
        word = mention.word.lower()
        if word in _GROUNDS and mention.first == mention.at:
            return True
        if word in _ROLLS and any(
            m.prep == "of" and (m.kind == "role" or m.word.lower() in _LISTED) for m in parts.rest[here + 1 : here + 2]
        ):
            return True
    return False


def blocks_an_app(parts: Parts, mentions: list[Mention]) -> bool:
    """ "Suspended the app": what a platform does to an app takes its access, unless it is put out of a shop."""
    apps = any(m.word.lower().removesuffix("s") in _APPS for m in heads(mentions))
    return apps and parts.lemma in _BLOCKS and not any(m.prep == "from" and m.kind not in ACCESS for m in parts.rest)
