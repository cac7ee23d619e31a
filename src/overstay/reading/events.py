"""Clauses ─► events: what a clause says happened to somebody's access, whatever its mood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from overstay.reading.extensions import extension_of
from overstay.reading.mentions import Mention, heads
from overstay.reading.nominal import happening
from overstay.reading.parts import Event, Parts
from overstay.reading.states import PARTIES
from overstay.reading.themes import ACCESS, DATA, theme_of
from overstay.reading.working import last_seen, made_requests, planned_end, refused, stopped_working, without

_ERASING = frozenset(["delete", "purge", "expunge", "discard", "bury", "shelve", "expire"])
_UNDOES = frozenset(
    (
        "revert",
        "roll back",
        "cancel",
        "scrap",
        "drop",
        "shelve",
        "abandon",
        "withdraw",
        "rescind",
        "reverse",
        "undo",
        "call off",
        "halt",
    )
)
_SURE_BARS = frozenset(
    (
        "cut off",
        "lock out",
        "offboard",
        "kick off",
        "kick out",
        "shut out",
        "boot off",
        "cut loose",
        "shut the door on",
        "close the door on",
    )
)
_PUT_OUT = frozenset(
    [
        "remove",
        "suspend",
        "block",
        "ban",
        "bar",
        "drop",
        "expel",
        "disable",
        "disconnect",
        "terminate",
        "oust",
        "evict",
        "eject",
    ]
)
_BLOCKS = frozenset(("suspend", "block", "ban", "disable", "deactivate"))
_GROUNDS = frozenset(
    (
        "platform",
        "server",
        "servers",
        "network",
        "system",
        "systems",
        "service",
        "services",
        "backend",
        "back end",
        "infrastructure",
        "ecosystem",
    )
)
_APPS = frozenset(("app", "application", "add-on", "plug-in", "plugin", "game", "bot"))
_TO_WHOM = frozenset(["for", "to", "with", "from", "by", "between", "among", "as", "like", "including", "'s"]) - {"'s"}
_GOES_AWAY = frozenset(("disconnect", "withdraw", "migrate", "unlink", "delink", "move", "unplug", "depart", "retire"))
_LETS = frozenset(
    [
        "allow",
        "let",
        "permit",
        "authorise",
        "authorize",
        "entitle",
        "license",
        "enable",
        "clear",
        "approve",
        "equip",
        "empower",
    ]
)
_FLOWS = frozenset(("flow", "come in", "come through", "arrive", "pour in", "stream in", "pass", "go out"))
_BACK_ON = frozenset(
    (
        "restore",
        "reinstate",
        "resume",
        "reopen",
        "grant",
        "re-enable",
        "reactivate",
        "give",
        "switch on",
        "turn on",
        "enable",
    )
)
_JOINS = frozenset(
    [
        "join",
        "connect",
        "integrate",
        "onboard",
        "whitelist",
        "allowlist",
        "add",
        "admit",
        "enrol",
        "enroll",
        "sign up",
        "hook up",
        "link",
        "plug into",
        "plug in",
        "approve",
        "accept",
        "sign on",
        "hook into",
        "place",
        "put",
        "take part in",
        "participate in",
        "register",
        "move onto",
        "let in",
    ]
)
_SELF_JOINS = frozenset(
    [
        "join",
        "connect",
        "integrate",
        "sign up",
        "sign on",
        "plug into",
        "plug in",
        "hook into",
        "link",
        "take part in",
        "participate in",
        "register",
    ]
)
_LISTS = frozenset(["list", "whitelist", "allowlist", "register", "roster"])
_LAUNCHES = frozenset(["launch", "release", "ship", "introduce", "debut", "unveil", "roll out", "inaugurate"])
_OPENS = frozenset(("open", "open up", "unlock", "make available", "switch on", "turn on", "enable"))
_AS_IT_WAS = frozenset(
    (
        "place",
        "open",
        "on",
        "intact",
        "active",
        "untouched",
        "unchanged",
        "running",
        "enabled",
        "alone",
        "live",
        "working",
        "force",
        "effect",
        "available",
        "switched",
    )
)
_TOUCHES = frozenset(("affect", "impact", "touch", "interrupt", "disturb"))
_SIGNS = frozenset(("sign", "enter into", "ink", "strike", "contract"))
_EVERYDAY = frozenset(("leave", "exit", "quit", "return", "abandon", "come off"))


def read_event(parts: Parts) -> Event | None:
    """The event of one clause: the first of the rules that fits."""
    return next((event for rule in _RULES if (event := rule(parts)) is not None), None)


def _people(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind in ("partner", "unknown", "role", "pronoun")]


def _named(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind in ("partner", "unknown")]


def _beside(mentions: list[Mention]) -> list[Mention]:
    """Of what follows a verb: those for, to, with or from whom it happened; not where, why and when."""
    kept = [m.prep in _TO_WHOM for m in mentions]
    for here, mention in enumerate(mentions[:-1]):
        kept[here] = kept[here] or (mention.prep == "'s" and kept[here + 1])
    return [m for m, keep in zip(mentions, kept, strict=True) if keep]


def _by(mentions: list[Mention]) -> list[Mention]:
    """ "Readable by Acme" is as good as "visible to Acme"."""
    return [replace(m, prep="to") for m in mentions if m.prep == "by"]


def _flows(mentions: list[Mention]) -> bool:
    return any(
        m.prep in ("to", "from", "for", "with", "into", "out", "through")
        and m.kind in ("partner", "unknown", "role", "pronoun", *ACCESS)
        for m in mentions
    )


def _end(parts: Parts) -> Event | None:
    if "end" not in parts.senses or (not parts.passive and _people_themselves(parts)):
        return None
    if parts.lemma in _UNDOES and any(
        "stop" in m.nouns for m in heads(parts.subject if parts.passive and parts.subject else parts.rest)
    ):
        return None  # "reverted the removal of the feed"
    theme = theme_of(parts.rest)
    if not parts.passive and (heads(parts.rest) and not _intransitive(parts)):
        if any(
            m.word.lower() == "doors" and (m.determiner == "'s" or any(o.prep == "'s" for o in parts.rest))
            for m in theme.heads
        ):
            return None  # "the office closed its doors"
        if _blocks_an_app(parts, parts.rest):
            return Event("end", "ended by somebody", theme.heads, parts.rest, active=True)
        if theme.strength == "data" and (parts.lemma in _ERASING or not _flows(parts.rest)):
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
    if theme.strength == "pronoun" and parts.runs_on == "ger" and not parts.passive and not heads(parts.rest):
        return None  # "it will stop | sharing them"
    if not theme.strength and parts.passive and not parts.subject:
        whole, theme = parts.rest, theme_of(parts.rest)
    if theme.strength == "data" and (parts.lemma in _ERASING or not _flows(whole)):
        return None
    if theme.strength == "pronoun" and parts.lemma in ("delete", "purge", "fold", "die"):
        return None
    if not parts.passive and theme.heads and all(mention.word.lower() in ("we", "i", "you") for mention in theme.heads):
        return None
    if theme.strength:
        return Event("end", "came to an end", theme.heads, whole, strength=theme.strength)
    return None


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


def _bar(parts: Parts) -> Event | None:
    if "bar" not in parts.senses and parts.lemma not in _SURE_BARS:
        return None
    whom = parts.subject if parts.passive else parts.rest
    people = _people([m for m in whom if m.prep == ""]) if theme_of(whom).strength in ("", "pronoun", "product") else []
    if not people and not parts.passive and parts.lemma in _SURE_BARS:
        people = [m for m in whom if m.prep == "" and m.word.lower() in ("app", "apps", "applications")]
    people += [m for m in whom if people and m.prep in ("as", "like", "including") and m.kind in ("partner", "unknown")]
    if not people:
        return None
    from_access = any(
        (m.prep in ("from", "off", "of", "to", "out") and m.kind in (*ACCESS, *DATA, "relation"))
        or (m.kind in (*ACCESS, "category") and m.prep not in ("'s", "by"))
        for m in (*parts.rest, *(m for m in parts.behind if m.kind in ACCESS and parts.lemma in _PUT_OUT))
    )
    doing = parts.runs_on == "from"
    from_access = from_access or (
        parts.lemma in _PUT_OUT
        and any(m.kind == "partner" for m in people)
        and any(m.prep in ("from", "off") and m.word.lower() in _GROUNDS and m.first == m.at for m in parts.rest)
    )
    known = [m for m in people if m.kind == "partner"]
    if not (from_access or doing or parts.lemma in _SURE_BARS):
        if not (known and parts.lemma in _PUT_OUT and not any(m.prep == "from" for m in parts.rest)):
            return None
        strength = "relation" if parts.lemma in _BLOCKS else "product"
        return Event("end", "put out", people, people, strength=strength, active=not parts.passive)
    if parts.lemma in ("prevent", "stop", "prohibit", "forbid", "restrain", "enjoin") and not doing and not from_access:
        return None
    strength = (
        "access" if from_access or doing else "product" if all(m.kind == "pronoun" for m in people) else "relation"
    )
    return Event("end", "shut out", people, people, strength=strength, active=not parts.passive)


def _lose(parts: Parts) -> Event | None:
    if (
        not (parts.senses & {"lose"} or parts.lemma in _GOES_AWAY or parts.lemma.startswith("turn"))
        or parts.clause.group.passive
    ):
        return None
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
    member = any(m.word.lower() in ("program", "programme", "api", "pilot", "beta") for m in theme.heads) and any(
        m.kind == "partner" for m in parts.doer
    )
    if (
        theme.strength == "access"
        and parts.lemma in _EVERYDAY
        and not member
        and not any(m.kind == "program" for m in theme.heads)
    ):
        return None
    if (
        theme.strength == "access"
        or (theme.strength == "relation" and _people(parts.doer))
        or (theme.strength == "data" and parts.lemma == "lose")
        or (
            theme.strength == "pronoun"
            and parts.lemma == "lose"
            and [m.word.lower() for m in theme.heads] == ["it"]
            and _people(heads(parts.doer))
        )
    ):
        left = not any(m.kind == "partner" for m in parts.doer)  # "Acme's rival withdrew from its deal with Borel"
        affected = parts.doer + parts.rest if left and theme.strength == "relation" else parts.doer
        return Event("end", "lost", theme.heads, affected, strength=theme.strength)
    return None


def _use(parts: Parts) -> Event | None:
    """Reading, receiving, sending data, having access: had, stopped, went on."""
    if not parts.senses & {"use", "send", "have", "get"}:
        return None
    theme = theme_of(parts.subject if parts.passive else parts.rest)
    if [m.word.lower() for m in theme.heads] == ["neither"]:
        return None  # "have neither used | nor stored it": told by the second verb
    if parts.lemma in _FLOWS and not parts.passive and not heads(parts.rest):
        theme = theme_of(parts.subject)
        if theme.strength == "data":
            return Event("on", "data flowed", theme.heads, parts.rest, "use", "data")
        return None
    if parts.lemma in _OPENS and "start" in parts.senses and _flows(parts.rest):
        return None  # "opened its messages to Acme"
    still = any(token.low == "still" for token in parts.tokens[parts.clause.start : parts.clause.group.last])
    equipped = any(m.prep == "with" and m.kind in ACCESS for m in parts.rest) and bool(_people(heads(parts.rest)))
    turned = parts.frame.turn or still or parts.frame.negation == "no longer"
    if (
        "give" in parts.senses
        and (equipped or theme.strength in ("access", "relation"))
        and not turned
        and not parts.passive
    ):
        return None  # "gave Acme access"
    strength = theme.strength
    told = parts.passive and any(m.kind in ("partner", "unknown", "role", "pronoun") for m in heads(parts.subject))
    if told and "give" in parts.senses and any(m.kind in ACCESS for m in parts.rest):
        return None  # "was given access"
    if (
        parts.passive
        and "give" in parts.senses
        and _people(parts.subject)
        and any(m.kind in ACCESS for m in heads(parts.rest))
    ):
        return None  # "our studio was given the API"
    if strength == "access" and "end" in parts.senses and not parts.frame.turn:
        return None  # "pulled the token"
    named = any(m.kind in (*DATA, *ACCESS) and m.prep not in ("on", "about") for m in parts.rest)
    if (
        strength in ("", "item", "people")
        and not theme.other
        and named
        and not any(m.kind == "paper" for m in theme.heads)
    ):
        strength = "data"
    if (
        strength in ("", "item")
        and theme.heads
        and parts.senses & {"send"}
        and any(m.kind in ACCESS for m in heads(parts.subject))
        and _flows(parts.rest)
    ):
        strength = "data"
    having = "have" in parts.senses and "use" not in parts.senses
    if strength not in ("access", "data", "relation") and not (
        strength == "pronoun"
        and (
            parts.frame.turn
            or parts.frame.still
            or parts.frame.negation == "never"
            or (having and parts.frame.negation)
        )
    ):
        return None
    if having and parts.done_to_it:
        return None
    if parts.passive and parts.lemma in _LAUNCHES and strength != "data":
        return None  # "version 7, which was released in May"
    if strength == "relation" and "get" in parts.senses and parts.runs_on == "inf" and "use" in parts.runs_into:
        return Event(
            "start", "got access", theme.heads, [m for m in parts.doer if m.prep != "from"]
        )  # "a licence | to read"
    if (strength == "relation" and not having) or (having and strength == "data" and not parts.frame.turn):
        return None
    recipient = any(
        m.prep in ("to", "with") and m.kind in ("partner", "role", "unknown", "pronoun") for m in parts.rest
    )
    sending = "send" in parts.senses and (recipient or not parts.senses & {"use", "get"})
    if sending:
        affected = [
            m
            for m in parts.rest
            if m.prep in ("to", "with", "for", "") and m.kind in ("partner", "role", "unknown", "pronoun")
        ] or parts.rest + parts.doer
    elif parts.passive:
        affected = parts.subject + parts.rest
    else:
        affected = [m for m in parts.doer if m.prep != "from"]
        if not _named(affected):  # "test accounts could read them through Acme's app"
            affected += [m for m in parts.rest if m.prep in ("through", "via", "'s", "by")]
        if having and not any(m.kind == "partner" for m in affected):  # "Acme still has an agreement with Borel"
            affected += [m for m in parts.rest if m.prep == "with" and m.kind == "partner"]
    if (
        "get" in parts.senses
        and strength in ("access", "relation")
        and not (parts.frame.turn or parts.frame.negation or parts.frame.still)
    ):
        return Event("start", "got access", theme.heads, affected)
    about = "use" if not having and not parts.frame.able else "access"
    return Event("on", "data flowed" if sending else "had or used", theme.heads, affected, about, strength, sending)


def _works_with(parts: Parts) -> Event | None:
    """ "No longer works with Acme", "stopped working with Acme"."""
    if parts.lemma not in ("work", "partner", "cooperate", "collaborate") or not (
        parts.frame.turn == "halt" or parts.frame.negation == "no longer"
    ):
        return None
    partners = [m for m in parts.rest if m.prep == "with" and m.kind in ("partner", "unknown")]
    return Event("on", "worked with", partners, partners, strength="relation") if partners else None


def _give(parts: Parts) -> Event | None:
    if "give" not in parts.senses or (parts.keeps_on and parts.lemma in _LETS):
        return None
    if parts.lemma == "extend" and not any(
        m.prep == "to" and m.kind in ("partner", "unknown", "role", "pronoun") for m in parts.rest
    ):
        return None  # "the contract was extended by a year"
    passive = parts.clause.group.passive or (
        parts.clause.group.bare and not heads(parts.rest) and any(m.kind in ACCESS for m in heads(parts.subject))
    )
    around = parts.rest + (parts.subject if passive else [])
    strong = [m for m in around if m.kind in (*ACCESS, "relation") and m.prep != "'s"]
    data = any(m.kind in DATA for m in parts.rest)
    lets = parts.lemma in _LETS
    people = _people(parts.subject if passive else parts.rest) or _people(parts.rest)
    if parts.lemma == "let" and not passive and not _people(heads(parts.rest)):
        return None  # "let the deal with Acme lapse"
    if (
        (people and strong and not lets)
        or (people and lets and (parts.runs_on or strong or data))
        or (strong and passive)
    ):
        return Event(
            "start", "was given" if passive else "gave", strong, around if passive else parts.rest, active=not passive
        )
    return None


def _start(parts: Parts) -> Event | None:
    if "start" not in parts.senses:
        return None
    theme = theme_of(parts.subject if parts.passive or not heads(parts.rest) else parts.rest)
    if parts.lemma in _LAUNCHES and not _people(parts.rest + parts.subject):
        return None  # "the new API launched in May": no one's access yet
    if parts.lemma in _JOINS:
        itself = parts.lemma in _SELF_JOINS and not parts.clause.group.passive
        whom = _people(heads(parts.subject if itself or parts.passive else parts.rest)) or (
            _people(parts.subject) if itself or parts.passive else []
        )
        target = any(
            m.kind in (*ACCESS,) and m.prep in ("to", "with", "", "into", "on", "in", "onto", "for") for m in parts.rest
        )
        if whom and any(t.adjective and t.low.endswith("list") for t in parts.tokens[slice(*parts.clause.rest)]):
            return Event("start", "joined", theme.heads, whom)  # "put Acme on the whitelist"
        if whom and any(m.word.lower() in _LISTS and m.prep in ("to", "on", "onto", "in") for m in parts.rest):
            return Event("start", "joined", theme.heads, whom, strength="product")
        if whom and not target and parts.lemma in ("whitelist", "allowlist") and _named(whom):
            return Event("start", "joined", whom, whom, strength="product")  # where there is talk of access
        return Event("start", "joined", theme.heads, whom) if whom and target else None
    if parts.lemma in _SIGNS and not _named(parts.subject + parts.rest) and theme.strength != "access":
        return None  # "partners signed agreements that forbid resale"
    flows = theme.strength == "data" and parts.lemma in _OPENS and _flows(parts.rest)
    theme_fits = theme.strength in ("access", "relation") or (theme.strength == "pronoun" and parts.lemma in _BACK_ON)
    if theme.strength == "product":  # "launched the app" alone says nothing about data
        theme_fits = bool(_named(parts.rest + parts.subject) or any(m.kind in (*DATA, *ACCESS) for m in parts.rest))
    if theme.strength == "relation" and parts.clause.link == "pp":
        return None  # "the contract, signed in 2012, ..."
    if theme_fits or flows:
        affected = parts.rest + parts.subject if not parts.passive else parts.subject + parts.rest
        return Event("start", "began", theme.heads, affected, strength=theme.strength, active=not parts.passive)
    return None


def _keep(parts: Parts) -> Event | None:
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
                "keep", "kept", theme.heads, parts.rest if _named(parts.rest) else parts.doer, strength=theme.strength
            )
    if parts.lemma in _TOUCHES and parts.passive and parts.frame.negation in ("not", "never"):
        theme = theme_of(parts.subject)
        if theme.strength in ("access", "relation"):
            return Event("end", "affected", theme.heads, parts.subject, strength=theme.strength)
    if parts.lemma == "do so" and _to_this_day(parts):
        return Event("keep", "goes on", parts.subject, parts.subject, strength="pronoun")
    if ("cont" in parts.senses and not parts.passive) or parts.lemma in ("remain", "stay"):
        people = _people(heads(parts.subject))
        if people and any(
            m.prep == "on" and (m.word.lower().endswith("list") or m.word.lower() in _LISTS) for m in parts.rest
        ):
            return Event("keep", "goes on", [], people)
    if "cont" in parts.senses:
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


def _left(parts: Parts) -> bool:
    """ "Left the program" is not "left the feed open"."""
    after = {token.low for token in parts.tokens[parts.clause.group.last + 1 : parts.clause.end]}
    return parts.lemma == "leave" and not after & _AS_IT_WAS


def _to_this_day(parts: Parts) -> bool:
    words = " ".join(token.text.lower() for token in parts.tokens[parts.clause.start : parts.clause.end])
    return parts.frame.still or any(
        phrase in words for phrase in ("still", "this day", "today", "even now", "currently")
    )


def _interface(parts: Parts) -> bool:
    """Whether the sentence speaks of a way to the data: an interface, a permission, a piece of code."""
    return any(
        "access" in token.nouns or (token.kind == "name" and token.what.what == "program") for token in parts.tokens
    )


def _state(parts: Parts) -> Event | None:
    """ "is no longer available", "remains in effect", "is over"."""
    if parts.clause.group.shape != "state":
        return None
    if parts.lemma.endswith("list") and (people := _people(heads(parts.subject))):
        return Event("on", "had or used", [], people)  # "was never on the allowlist"
    theme = theme_of(parts.subject)
    if parts.lemma.split(" ")[-1] in PARTIES:  # "is no longer a partner"
        people = _people(heads(parts.subject))
        ends = people and parts.frame.negation == "no longer"
        return Event("keep", "state on", people, people, strength="relation") if ends else None
    if theme.strength in ("access", "relation", "product", "pronoun") or (
        theme.strength == "data" and (_flows(parts.rest) or (parts.lemma.endswith("ble") and _flows(_by(parts.rest))))
    ):
        keep = "on" in parts.senses
        rule = "state on" if keep else "state off"
        return Event("keep" if keep else "end", rule, theme.heads, parts.subject + parts.rest, strength=theme.strength)
    if theme.strength == "data" and parts.frame.negation == "no longer" and _interface(parts):
        return Event("keep", "state on", theme.heads, parts.subject + parts.rest)  # "the list is no longer available"
    return None


_RULES: tuple[Callable[[Parts], Event | None], ...] = (
    extension_of,
    planned_end,
    last_seen,
    refused,
    made_requests,
    stopped_working,
    without,
    happening,
    _state,
    _use,
    _works_with,
    _give,
    _bar,
    _lose,
    _end,
    _keep,
    _start,
)
