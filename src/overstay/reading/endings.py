"""Ends: access that ended or was ended, whoever was shut out of it or lost it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from overstay.reading.mentions import Mention, heads
from overstay.reading.parties import has_route, named_in, people_in
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, DATA, sees_data, theme_of

_ERASING = frozenset(["delete", "destroy", "shred", "purge", "expunge", "discard", "bury", "shelve", "expire"])
_UNDOES = frozenset(
    ["revert", "roll back", "cancel", "scrap", "drop", "shelve", "abandon", "withdraw", "rescind", "reverse",
     "undo", "call off", "halt"]
)  # fmt: skip
_SURE_BARS = frozenset(
    ["cut off", "lock out", "offboard", "kick off", "kick out", "shut out", "boot off", "cut loose",
     "shut the door on", "close the door on"]
)  # fmt: skip
_PUT_OUT = frozenset(
    ["remove", "suspend", "block", "ban", "bar", "drop", "expel", "disable", "disconnect", "terminate", "oust",
     "evict", "eject", "unplug", "unlink", "delink", "unhook", "shut off", "switch off", "turn off"]
)  # fmt: skip
_BLOCKS = frozenset(("suspend", "block", "ban", "disable", "deactivate", "disconnect", "unplug"))
_APPS = frozenset(("app", "application", "add-on", "plug-in", "plugin", "game", "bot"))
_GROUNDS = frozenset(
    ["platform", "server", "servers", "network", "system", "systems", "service", "services", "backend", "back end",
     "infrastructure", "ecosystem", "accounts"]
)  # fmt: skip
_PORTALS = frozenset(("portal", "portals", "gateway", "hub"))
_LISTED = frozenset(("apps", "applications", "integrations", "add-ons", "plug-ins", "games"))
_ROLLS = frozenset(("list", "lists", "roster", "register", "roll", "registry", "ranks"))
_SEVERED = frozenset(("disconnect", "unplug", "unlink", "delink", "unhook"))
_GIVING_BACK = frozenset(
    ["restoring", "reinstating", "re-enabling", "reenabling", "reactivating", "renewing", "reopening", "reissuing",
     "re-issuing", "reconnecting", "terminating", "revoking", "ending", "suspending", "disabling", "withdrawing",
     "removing", "cutting", "interfering"]
)  # fmt: skip
_SELVES = frozenset(("ourselves", "itself", "themselves"))
# What is done to a firm by its interface alone: "Zenlow disconnected us last August".
_DONE_TO_US = _SEVERED | {"shut off", "switch off", "turn off", "disable", "deactivate", "offboard"}
_TO_WHOM = frozenset(["for", "to", "with", "from", "by", "between", "among", "as", "like", "including"])
_GOES_AWAY = frozenset(("disconnect", "withdraw", "migrate", "unlink", "delink", "move", "unplug", "depart", "retire"))
_MOVED_OFF = frozenset(("migrate off", "move off"))
_HANDS_BACK = frozenset(
    ["surrender", "hand back", "give back", "return", "relinquish", "give up", "hand over", "turn in", "hand in"]
)  # fmt: skip
_KEYS = frozenset(
    ["key", "keys", "token", "tokens", "credential", "credentials", "secret", "secrets", "login", "logins", "licence",
     "license", "permission", "permissions"]
)  # fmt: skip
_FEATURES = frozenset(("feature", "function", "functionality", "capability", "features", "functions"))
_READERS = frozenset(("robot", "bot", "crawler", "scraper", "spider", "server", "engineer", "employee", "developer"))
_EVERYDAY = frozenset(("leave", "exit", "quit", "return", "abandon", "come off"))


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
        if _blocks_an_app(parts, parts.rest):
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


def _blocks_an_app(parts: Parts, mentions: list[Mention]) -> bool:
    """ "Suspended the app": what a platform does to an app takes its access, unless it is put out of a shop."""
    apps = any(m.word.lower().removesuffix("s") in _APPS for m in heads(mentions))
    return apps and parts.lemma in _BLOCKS and not any(m.prep == "from" and m.kind not in ACCESS for m in parts.rest)


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
