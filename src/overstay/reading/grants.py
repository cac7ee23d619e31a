"""Starts: access that was given, was opened or began, and those who joined."""

from __future__ import annotations

from overstay.reading.mentions import heads
from overstay.reading.parties import has_route, named_in, people_in
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, DATA, theme_of

_LETS = frozenset(
    ["allow", "let", "permit", "authorise", "authorize", "entitle", "license", "enable", "clear", "approve",
     "equip", "empower"]
)  # fmt: skip
OPENS = frozenset(("open", "open up", "unlock", "make available", "switch on", "turn on", "enable"))
_BACK_ON = frozenset(
    ["restore", "reinstate", "resume", "reopen", "grant", "re-enable", "reactivate", "give", "switch on",
     "turn on", "enable"]
)  # fmt: skip
_SELF_JOINS = frozenset(
    ["join", "connect", "integrate", "sign up", "sign on", "plug into", "plug in", "hook into", "link",
     "take part in", "participate in", "register"]
)  # fmt: skip
_JOINS = _SELF_JOINS | {
    "onboard", "whitelist", "allowlist", "add", "admit", "enrol", "enroll", "hook up", "approve", "accept", "place",
    "put", "move onto", "let in",
}  # fmt: skip
_US = frozenset(("we", "our", "us", "i"))
_SCHEMES = frozenset(("program", "programme", "scheme", "pilot", "beta"))
_READERS = frozenset(("consumer", "recipient", "reader", "subscriber", "user", "client", "receiver"))
LISTS = frozenset(["list", "whitelist", "allowlist", "register", "roster"])
LAUNCHES = frozenset(["launch", "release", "ship", "introduce", "debut", "unveil", "roll out", "inaugurate"])
_SIGNS = frozenset(("sign", "enter into", "ink", "strike", "contract"))


def given(parts: Parts) -> Event | None:
    """ "Gave Acme access", "allowed Acme to read it"."""
    if "give" not in parts.senses or (parts.keeps_on and parts.lemma in _LETS):
        return None
    if parts.lemma == "extend" and not any(
        m.prep == "to" and m.kind in ("partner", "unknown", "role", "pronoun") for m in parts.rest
    ):
        return None  # "the contract was extended by a year"
    way = theme_of(parts.subject)
    if (
        parts.frame.negation == "no longer"
        and not parts.clause.group.passive
        and way.strength == "access"
        and any(m.kind in DATA and not m.prep for m in parts.rest)
    ):
        return Event("start", "gave", way.heads, parts.rest)  # "the permission no longer gives apps the guest list"
    passive = parts.clause.group.passive or (
        parts.clause.group.bare and not heads(parts.rest) and any(m.kind in ACCESS for m in heads(parts.subject))
    )
    around = parts.rest + (parts.subject if passive else [])
    strong = [m for m in around if m.kind in (*ACCESS, "relation") and m.prep != "'s"]
    receiver = heads(parts.subject)
    if passive and receiver and all(m.kind in ("thing", "person", "other") for m in receiver) and not people_in(around):
        return None  # "reporters were given access to the papers"
    if any(m.word.lower() in _EXEMPT for m in strong):
        return None  # "was granted an exemption": from an end, no access of its own
    data = any(m.kind in DATA for m in parts.rest)
    lets = parts.lemma in _LETS
    people = people_in(parts.subject if passive else parts.rest) or people_in(parts.rest)
    if parts.lemma == "let" and not passive and not people_in(heads(parts.rest)):
        return None  # "let the deal with Acme lapse"
    if lets and parts.runs_on == "inf" and "end" in parts.runs_into:
        return None  # "let it lapse", "was allowed to lapse"
    if (
        (people and strong and not lets)
        or (people and lets and (parts.runs_on or strong or data))
        or (strong and passive)
    ):
        return Event(
            "start", "was given" if passive else "gave", strong, around if passive else parts.rest, active=not passive
        )
    return None


_EXEMPT = frozenset(("exemption", "exemptions", "waiver", "waivers", "dispensation", "exception"))


def began(parts: Parts) -> Event | None:
    """ "Joined the program", "opened the API to Acme", "its access was restored"."""
    if "start" not in parts.senses:
        return None
    theme = theme_of(parts.subject if parts.passive or not heads(parts.rest) else parts.rest)
    whose = people_in(parts.rest + parts.subject)
    if any(m.kind == "program" for m in theme.heads):  # "we launched the Feed API": a platform says so
        whose = [m for m in whose if m.word.lower() not in _US]
    if parts.lemma in LAUNCHES and not whose:
        return None  # "the new API launched in May": no one's access yet
    if parts.lemma.removesuffix(" to") in _JOINS:
        itself = parts.lemma in _SELF_JOINS and not parts.clause.group.passive
        whom = people_in(heads(parts.subject if itself or parts.passive else parts.rest)) or (
            people_in(parts.subject) if itself or parts.passive else []
        )
        target = any(
            m.kind in ACCESS and m.prep in ("to", "with", "", "into", "on", "in", "onto", "for") for m in parts.rest
        )
        target = target or any(
            m.word.lower() in _SCHEMES and m.prep in ("to", "into", "in", "") and m.first == m.at for m in parts.rest
        )
        for_whom = [m for m in named_in(parts.rest) if m.prep in ("for", "to")]
        if parts.lemma == "add" and not parts.passive and theme.strength == "access" and for_whom:
            return Event("start", "began", theme.heads, for_whom, active=True)  # "Added read access for Acme"
        if whom and any(t.adjective and t.low.endswith("list") for t in parts.tokens[slice(*parts.clause.rest)]):
            return Event("start", "joined", theme.heads, whom)  # "put Acme on the whitelist"
        if whom and any(m.word.lower() in LISTS and m.prep in ("to", "on", "onto", "in") for m in parts.rest):
            return Event("start", "joined", theme.heads, whom, strength="product")
        reader = any(m.prep == "as" and m.word.lower().removesuffix("s") in _READERS for m in parts.rest)
        target = target or (reader and any(m.kind in (*DATA, *ACCESS) and m.prep == "of" for m in parts.rest))
        if whom and not target and parts.lemma in ("whitelist", "allowlist") and named_in(whom):
            return Event("start", "joined", whom, whom, strength="product")  # where there is talk of access
        return Event("start", "joined", theme.heads, whom) if whom and target else None
    if parts.lemma in _SIGNS and not named_in(parts.subject + parts.rest) and theme.strength != "access":
        return None  # "partners signed agreements that forbid resale"
    flows = theme.strength == "data" and parts.lemma in OPENS and has_route(parts.rest)
    theme_fits = theme.strength in ("access", "relation") or (theme.strength == "pronoun" and parts.lemma in _BACK_ON)
    if theme.strength == "product":  # "launched the app" alone says nothing about data
        theme_fits = bool(named_in(parts.rest + parts.subject) or any(m.kind in (*DATA, *ACCESS) for m in parts.rest))
    if theme.strength == "relation" and parts.clause.link == "pp":
        return None  # "the contract, signed in 2012, ..."
    told = any(m.prep == "to" and m.kind == "partner" for m in parts.rest)
    if theme.strength == "product" and parts.lemma in OPENS and told:
        inside = [token for m in theme.heads for token in parts.tokens[m.first : m.at]]
        # "The location platform was opened to Acme"
        if any(token.nouns & {"data", "people"} or token.kind == "name" for token in inside):
            return Event("start", "began", theme.heads, parts.rest, active=not parts.passive)
    if theme_fits or flows:
        affected = parts.rest + parts.subject if not parts.passive else parts.subject + parts.rest
        if flows and not parts.passive and (got := [m for m in named_in(parts.rest) if m.prep in ("to", "for")]):
            affected = got  # "stopped making messages available to Acme"
        return Event("start", "began", theme.heads, affected, strength=theme.strength, active=not parts.passive)
    return None
