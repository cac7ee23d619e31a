"""People who have access, or lose it, without being anybody's partner: intruders, visitors, users of an app."""

from __future__ import annotations

from overstay.reading.mentions import Mention, heads
from overstay.reading.parts import Event, Parts
from overstay.reading.tokens import Token

_INTRUDERS = frozenset(
    ["attacker", "attackers", "hacker", "hackers", "intruder", "intruders", "thief", "thieves", "criminal", "criminals",
     "malware", "virus", "worm", "spyware", "trojan", "ransomware", "phisher", "phishers", "scammer", "scammers",
     "fraudster", "fraudsters", "adversary", "adversaries", "impostor", "impostors", "stalker", "stalkers", "burglar",
     "burglars", "botnet", "stranger", "strangers", "cybercriminals", "spies"]
)  # fmt: skip
_VISITORS = frozenset(
    ["visitor", "visitors", "tourist", "tourists", "fan", "fans", "resident", "residents", "pupil", "pupils", "parent",
     "parents", "voter", "voters", "tenant", "tenants", "motorist", "motorists",
     "spectators", "children", "teenagers", "teens", "auditor", "auditors", "prosecutor",
     "prosecutors", "investigators", "detectives", "bidder", "bidders", "inspector", "inspectors", "jurors",
     "historians", "biographer", "witness", "witnesses"]
)  # fmt: skip
_STAFF = frozenset(("employee", "employees", "worker", "workers", "engineer", "engineers", "staffer", "staffers"))
_TAKEN = frozenset(("stolen", "leaked", "compromised", "forged", "counterfeit", "hacked", "pirated"))
_OWN = frozenset(("i", "me"))
_SENT = frozenset(
    ["message", "messages", "email", "emails", "e-mail", "e-mails", "letter", "letters", "call", "calls", "complaint",
     "complaints"]
)  # fmt: skip
_TO_LAW = frozenset(
    ["court", "warrant", "warrants", "subpoena", "subpoenas", "police", "prosecutors", "suspects", "suspect",
     "detectives", "accused"]
)  # fmt: skip


def by_outsiders(event: Event, parts: Parts) -> bool:
    """Whether those who have or lose the access are people, or have broken in."""
    tokens = parts.tokens
    holders = heads(event.affected) or heads(parts.doer)
    if any(m.word.lower() in _INTRUDERS for m in (*holders, *heads(event.theme), *heads(parts.doer))):
        return True
    if any(_led_by(tokens, m, _TAKEN) for m in event.theme):
        return True
    if event.strength == "people" and event.state == "end":
        return True  # "blocked 3,000 users"
    if event.state not in ("on", "start", "keep") and event.rule != "lost":
        return False
    if _as_mail(event, parts) or _in_law(event, parts):
        return True
    if event.active or not holders:
        return False
    if all(m.kind in ("people", "thing", "other") for m in holders) and _is_person(tokens, holders[-1]):
        return True
    mine = event.strength == "data" and event.rule == "lost" and all(m.determiner == "my" for m in event.theme)
    return mine and all(m.word.lower() in _OWN for m in holders)


def _as_mail(event: Event, parts: Parts) -> bool:
    """ "Received 3,000 messages from angry customers": they wrote to it."""
    if event.state != "on" or parts.lemma not in ("receive", "get") or parts.frame.negation:
        return False
    sent = bool(event.theme) and all(m.word.lower() in _SENT for m in event.theme)
    return sent and any(m.prep == "from" and m.kind in ("people", "person", "thing", "other") for m in parts.rest)


def _in_law(event: Event, parts: Parts) -> bool:
    """ "Handed over the messages of two suspects to the police", "were read out in court"."""
    if event.state != "on" or event.strength != "data" or parts.frame.negation:
        return False
    return any(m.word.lower() in _TO_LAW and m.first == m.at and m.prep in ("to", "in", "under", "of")
               for m in parts.rest)  # fmt: skip


def _is_person(tokens: list[Token], mention: Mention) -> bool:
    return mention.kind == "people" or mention.word.lower() in _VISITORS or _is_former(tokens, mention)


def _is_former(tokens: list[Token], mention: Mention) -> bool:
    """ "A former employee of Acme"."""
    return mention.word.lower() in _STAFF and _led_by(tokens, mention, frozenset(("former", "ex")))


def _led_by(tokens: list[Token], mention: Mention, words: frozenset[str]) -> bool:
    return any(token.low in words for token in tokens[max(0, mention.first - 1) : mention.at])
