"""Clauses ─► events: what a clause says happened to somebody's access, whatever its mood."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from overstay.reading.clauses import Clause
from overstay.reading.frames import Frame
from overstay.reading.mentions import Mention, find_mentions, heads
from overstay.reading.themes import ACCESS, DATA, theme_of
from overstay.reading.tokens import Token

_ERASING = frozenset("delete purge expunge discard bury shelve expire".split())
_SURE_BARS = frozenset(("cut off", "lock out", "offboard", "kick off", "kick out", "shut out", "boot off", "cut loose"))
_LETS = frozenset("allow let permit authorise authorize entitle license enable clear approve equip empower".split())
_JOINS = frozenset(
    "join|connect|integrate|onboard|whitelist|allowlist|add|admit|enrol|enroll|sign up|hook up|link|plug into|plug in|"
    "approve|accept|sign on|hook into|place|put|take part in|participate in|register|move onto|let in".split("|")
)
_SELF_JOINS = frozenset("join|connect|integrate|sign up|sign on|plug into|plug in|hook into|link|take part in|participate in|register".split("|"))
_OPENS = frozenset(("open", "open up", "unlock", "make available", "switch on", "turn on", "enable"))
_EVERYDAY = frozenset(("leave", "exit", "quit", "return", "abandon", "come off"))
_UNIT = re.compile(r"(day|week|month|year|quarter)s?$")
_MORE = re.compile(r"\b(?:more|additional|extra|further|another)\b")


@dataclass(slots=True)
class Event:
    """One thing said about access in one clause.

    `state`: end, start, on (access is had or used), keep (it goes on), more (an extension). `affected`: mentions that
    may be the partner. `strength`: access, relation, product, data or pronoun, how plainly the theme is access.
    `active`: the subject did it to somebody else.
    """

    state: str
    rule: str
    theme: list[Mention] = field(default_factory=list)
    affected: list[Mention] = field(default_factory=list)
    about: str = "access"
    strength: str = "access"
    active: bool = False
    place: int = 0

    @property
    def pronoun(self) -> bool:
        """Whether only a pronoun stands for the access."""
        return self.strength == "pronoun"


@dataclass(slots=True)
class Parts:
    """A clause with the mentions on both sides of its verb; `doer` = the subject of the verb that carries it."""

    tokens: list[Token]
    clause: Clause
    frame: Frame
    subject: list[Mention]
    rest: list[Mention]
    doer: list[Mention]
    runs_on: str = ""  # the word that opens the next clause, where that one is an infinitive or gerund

    @property
    def passive(self) -> bool:
        """Passive, or an -ed form without an object."""
        return self.clause.group.passive or self.clause.group.bare

    @property
    def lemma(self) -> str:
        """The dictionary form of the verb."""
        return self.clause.group.cue.lemma

    @property
    def senses(self) -> frozenset[str]:
        """The senses of the verb."""
        return self.clause.group.senses


def parts_of(tokens: list[Token], clauses: list[Clause], place: int, frame: Frame, verbs: frozenset[int]) -> Parts:
    """The mentions around a clause's verb; what an infinitive or gerund after it says belongs to that one."""
    clause = clauses[place]
    after = clauses[place + 1] if place + 1 < len(clauses) else None
    return Parts(
        tokens,
        clause,
        frame,
        find_mentions(tokens, *clause.subject, verbs),
        find_mentions(tokens, *clause.rest, verbs),
        find_mentions(tokens, *clauses[frame.carrier].subject, verbs),
        (after.word or after.link) if after is not None and after.link in ("inf", "ger") else "",
    )


def read_event(parts: Parts) -> Event | None:
    """The event of one clause: the first of the rules that fits."""
    return next((event for rule in _RULES if (event := rule(parts)) is not None), None)


def _people(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind in ("partner", "unknown", "role", "pronoun")]


def _named(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind in ("partner", "unknown")]


def _flows(mentions: list[Mention]) -> bool:
    return any(
        m.prep in ("to", "from", "for", "with", "into", "out", "through")
        and m.kind in ("partner", "unknown", "role", "pronoun", *ACCESS)
        for m in mentions
    )


def _extension(parts: Parts) -> Event | None:
    if "extend" in parts.senses:
        theme = theme_of(parts.subject if parts.passive else parts.rest)
        stretch = parts.tokens[slice(*parts.clause.rest)]
        lasting = any(t.kind == "date" or t.low in ("until", "through") for t in stretch)
        time = any(m.word.lower() in ("deadline", "cutoff", "cut-off", "date", "window", "time") for m in theme.heads)
        if lasting and (time or theme.strength in ("access", "relation", "product", "pronoun")):
            strength = theme.strength or "access"
            return Event("more", "extended", theme.heads, parts.subject + parts.rest if parts.passive else parts.rest, strength=strength, active=not parts.passive)
    gives = parts.senses & {"give", "get", "have"} or parts.lemma in ("win", "take", "receive")
    more = [m for m in parts.rest + parts.subject if "more" in m.nouns]
    if gives and (more or _more_time(parts)):
        gets = parts.passive or not parts.senses & {"give"}
        return Event("more", "more time", more, parts.subject if gets and _people(parts.subject) else parts.rest + parts.subject, active=not gets)
    return None


def _more_time(parts: Parts) -> bool:
    """ "six more months", "an extra 90 days", "another year", "until May to comply"."""
    stretch = parts.tokens[slice(*parts.clause.rest)]
    for here, token in enumerate(stretch):
        around = [t.low for t in stretch[max(0, here - 3) : here + 4]]
        if token.low in ("more", "additional", "extra", "further", "another") and any(
            _UNIT.search(low) or low == "time" for low in around
        ):
            return True
        if token.kind == "date" and _MORE.search(token.text.lower()) and "ago" not in token.text.lower():
            return True
    return False


def _end(parts: Parts) -> Event | None:
    if "end" not in parts.senses:
        return None
    theme = theme_of(parts.rest)
    if not parts.passive and (heads(parts.rest) and not _intransitive(parts)):
        if theme.strength == "data" and (parts.lemma in _ERASING or not _flows(parts.rest)):
            return None
        if theme.strength == "pronoun" and "bar" in parts.senses and (parts.runs_on == "from" or any(m.prep == "from" for m in parts.rest)):
            return None
        if theme.strength and parts.lemma not in ("delete", "purge") or theme.strength in ("access", "relation"):
            return Event("end", "ended by somebody", theme.heads, parts.rest, strength=theme.strength, active=True)
        return None
    whole = parts.subject + ([m for m in parts.rest] if parts.clause.rest else [])
    theme = theme_of(parts.subject)
    if not theme.strength and parts.passive and not parts.subject:
        whole, theme = parts.rest, theme_of(parts.rest)
    if theme.strength == "data" and (parts.lemma in _ERASING or not _flows(whole)):
        return None
    if theme.strength == "pronoun" and parts.lemma in ("delete", "purge", "fold", "die"):
        return None
    if theme.strength:
        return Event("end", "came to an end", theme.heads, whole, strength=theme.strength)
    return None


def _intransitive(parts: Parts) -> bool:
    """No object right after the verb, only a date, a mark, an adverb or a preposition."""
    first = next((m for m in parts.rest if m.prep != "'s" or m.kind != "pronoun"), None)
    at = parts.clause.group.last + 1
    return first is None or first.prep not in ("", "'s") or at >= len(parts.tokens) or parts.tokens[at].kind in ("date", "mark")


def _bar(parts: Parts) -> Event | None:
    if "bar" not in parts.senses:
        return None
    whom = parts.subject if parts.passive else parts.rest
    people = _people([m for m in whom if m.prep == ""]) if theme_of(whom).strength in ("", "pronoun", "product") else []
    people += [m for m in whom if people and m.prep in ("as", "like", "including") and m.kind in ("partner", "unknown")]
    if not people:
        return None
    from_access = any(
        (m.prep in ("from", "off", "of", "to", "out") and m.kind in (*ACCESS, *DATA, "relation"))
        or (m.kind in (*ACCESS, "category") and m.prep not in ("'s", "by"))
        for m in parts.rest
    )
    doing = parts.runs_on == "from"
    if not (from_access or doing or parts.lemma in _SURE_BARS):
        return None
    if parts.lemma in ("prevent", "stop", "prohibit", "forbid", "restrain", "enjoin") and not doing and not from_access:
        return None
    strength = "access" if from_access or doing else "relation" if _named(people) else "product"
    return Event("end", "shut out", people, people, strength=strength, active=not parts.passive)


def _lose(parts: Parts) -> Event | None:
    if "lose" not in parts.senses or parts.clause.group.passive:
        return None
    theme = theme_of(parts.rest)
    if theme.strength == "access" and parts.lemma in _EVERYDAY and not any(m.kind == "program" for m in theme.heads):
        return None
    if theme.strength == "access" or (theme.strength == "relation" and _people(parts.doer)) or (
        theme.strength == "data" and parts.lemma == "lose"
    ):
        return Event("end", "lost", theme.heads, parts.doer, strength=theme.strength)
    return None


def _use(parts: Parts) -> Event | None:
    """Reading, receiving, sending data, having access: had, stopped, went on."""
    if not parts.senses & {"use", "send", "have", "get"}:
        return None
    theme = theme_of(parts.subject if parts.passive else parts.rest)
    strength = theme.strength
    if strength in ("", "item", "people") and not theme.other and any(m.kind in (*DATA, *ACCESS) for m in parts.rest):
        strength = "data"
    if strength in ("", "item") and theme.heads and parts.senses & {"send"} and any(m.kind in ACCESS for m in heads(parts.subject)) and _flows(parts.rest):
        strength = "data"
    if strength not in ("access", "data", "relation") and not (strength == "pronoun" and parts.frame.turn):
        return None
    having = "have" in parts.senses and "use" not in parts.senses
    if (strength == "relation" and not having) or (having and strength == "data" and not parts.frame.turn):
        return None
    recipient = any(m.prep in ("to", "with") and m.kind in ("partner", "role", "unknown", "pronoun") for m in parts.rest)
    sending = "send" in parts.senses and (recipient or not parts.senses & {"use", "get"})
    if sending:
        affected = [m for m in parts.rest if m.prep in ("to", "with", "for", "") and m.kind in ("partner", "role", "unknown", "pronoun")] or parts.rest + parts.doer
    elif parts.passive:
        affected = parts.subject + parts.rest
    else:
        affected = [m for m in parts.doer if m.prep != "from"]
    if "get" in parts.senses and strength in ("access", "relation") and not (parts.frame.turn or parts.frame.negation or parts.frame.still):
        return Event("start", "got access", theme.heads, affected)
    about = "use" if not having and not parts.frame.able else "access"
    return Event("on", "data flowed" if sending else "had or used", theme.heads, affected, about, strength, sending)


def _give(parts: Parts) -> Event | None:
    if "give" not in parts.senses:
        return None
    passive = parts.clause.group.passive
    around = parts.rest + (parts.subject if passive else [])
    strong = [m for m in around if m.kind in (*ACCESS, "relation") and m.prep != "'s"]
    data = any(m.kind in DATA for m in parts.rest)
    lets = parts.lemma in _LETS
    people = _people(parts.subject if passive else parts.rest) or _people(parts.rest)
    if (people and strong and not lets) or (people and lets and (parts.runs_on or strong or data)) or (strong and passive):
        return Event("start", "was given" if passive else "gave", strong, around if passive else parts.rest, active=not passive)
    return None


def _start(parts: Parts) -> Event | None:
    if "start" not in parts.senses:
        return None
    theme = theme_of(parts.subject if parts.passive or not heads(parts.rest) else parts.rest)
    if parts.lemma in _JOINS:
        itself = parts.lemma in _SELF_JOINS and not parts.clause.group.passive
        whom = _people(heads(parts.subject if itself or parts.passive else parts.rest)) or _people(parts.subject)
        target = any(m.kind in (*ACCESS,) and m.prep in ("to", "with", "", "into", "on", "in", "onto") for m in parts.rest)
        return Event("start", "joined", theme.heads, whom) if whom and target else None
    flows = theme.strength == "data" and parts.lemma in _OPENS and _flows(parts.rest)
    if theme.strength in ("access", "relation", "product") or flows:
        affected = parts.rest + parts.subject if not parts.passive else parts.subject + parts.rest
        return Event("start", "began", theme.heads, affected, strength=theme.strength, active=not parts.passive)
    return None


def _keep(parts: Parts) -> Event | None:
    if "keep" in parts.senses and heads(parts.rest) and not parts.clause.group.passive:
        theme = theme_of(parts.rest)
        if theme.strength in ("access", "relation"):
            return Event("keep", "kept", theme.heads, parts.doer, strength=theme.strength)
    if "cont" in parts.senses:
        theme = theme_of(parts.subject)
        if theme.strength in ("access", "relation", "pronoun") and not heads(parts.rest):
            return Event("keep", "goes on", theme.heads, parts.subject + parts.rest, strength=theme.strength)
    return None


def _state(parts: Parts) -> Event | None:
    """ "is no longer available", "remains in effect", "is over"."""
    if parts.clause.group.shape != "state":
        return None
    theme = theme_of(parts.subject)
    if theme.strength in ("access", "relation", "product", "pronoun") or (theme.strength == "data" and _flows(parts.rest)):
        keep = "on" in parts.senses
        rule = "state on" if keep else "state off"
        return Event("keep" if keep else "end", rule, theme.heads, parts.subject + parts.rest, strength=theme.strength)
    return None


_RULES: tuple[Callable[[Parts], Event | None], ...] = (_extension, _state, _use, _give, _bar, _lose, _end, _keep, _start)
