"""Contracts, licences and partnerships over something else than people's data: phones, tickets, loans, a place to work.

What such a contract is about is told by a word before it ("billing agreement"), an infinitive after it ("a licence to
operate as a bank"), or the one it was made with ("its agreement with a courier").
"""

from __future__ import annotations

from overstay.reading.mentions import Mention, heads
from overstay.reading.parts import Event
from overstay.reading.scene import Sentence

# What a contract over other things is called by; "data", "contact" and the like before the noun outweigh them.
_TRADES = frozenset(
    ["accounting", "cable", "television", "tv", "radio",
     "affiliate-marketing", "agency", "air-mile", "banking", "billing", "bonus-mile", "brand", "branding",
     "broadcast", "broadcasting", "building", "catering", "charitable", "charity", "cleaning",
     "co-branding", "co-marketing", "collective", "confidentiality", "construction", "consultancy", "consulting",
     "courier", "cross-promotion", "dealership", "defence", "defense", "distribution", "driving", "drilling", "energy",
     "environmental", "escrow", "exploration", "fibre", "financing", "fishing", "franchise", "freight",
     "frequent-flyer", "fuel", "gambling", "hosting", "hunting", "indemnity", "investment", "joint-venture", "labor",
     "labour", "landing", "lending", "liquor", "logistics", "loyalty", "maintenance", "merchandise", "merchandising",
     "merger", "mining", "naming", "naming-rights", "non-disclosure", "outsourcing", "parking", "pay",
     "payroll", "printing", "profit-sharing", "purchase", "purchasing", "reforestation", "rental", "revenue",
     "revenue-share", "revenue-sharing", "roaming", "royalty", "sales", "salvage", "scholarship", "service",
     "severance", "shipping", "shirt", "spectrum", "sublease", "taxi", "tenancy", "ticketing", "tourism",
     "trade", "trading", "trucking", "union", "wage", "water", "wholesale"]
)  # fmt: skip
_EXPORTS = frozenset(("export", "import"))
_PAPERS = frozenset(("licence", "license", "licences", "licenses"))
_RIGHTS = frozenset(("right", "rights", "licence", "license", "authority", "permit", "permission", "permissions"))
_TOLD = frozenset(("access", "data", "program", "category", "pronoun", "item", "people", "relation"))
_FLOWS = frozenset(("use", "send", "have", "give", "get", "on"))
_COURSE = frozenset(("end", "start", "extend", "cont", "keep", "lose", "bar"))
_SUBSCRIBED = frozenset(("subscription", "membership", "subscriptions"))
_SINGLE = ("a", "an")
# What more time is given for that has nothing to do with access.
_DUES = frozenset(
    ["repay", "pay", "pay back", "answer", "respond", "reply", "appeal", "file", "serve", "plead", "argue", "submit",
     "object", "sell", "raise", "find", "settle", "negotiate", "bid", "close", "vacate", "refinance", "join",
     "sue", "apply", "register", "enrol", "enroll", "vote", "comment", "protest"]
)  # fmt: skip


def is_other_contract(event: Event, sentence: Sentence) -> bool:
    """Whether what begins, ends or goes on is a contract, a licence or a right that no data comes with."""
    if event.state == "more":
        return _for_dues(event, sentence)
    rights = bool(event.theme) and all(m.word.lower() in _RIGHTS for m in event.theme)
    if event.strength != "relation" and not rights:
        return False
    return (
        any(_is_of_trade(mention, sentence) for mention in event.theme)
        or _with_stranger(event, sentence)
        or _to_do_else(event, sentence)
    )


def _for_dues(event: Event, sentence: Sentence) -> bool:
    """ "More time to repay the loan", "until July to answer": nobody's access lasts longer by that."""
    for place in (event.place - 1, event.place + 1):
        if 0 <= place < len(sentence.clauses) and sentence.clauses[place].link == "inf":
            told = any(m.kind in ("access", "data", "program") for m in sentence.parts[place].rest)
            if sentence.clauses[place].group.cue.lemma in _DUES and not told:
                return True
    return _to_do_else(event, sentence) and event.strength == "relation"


def _is_of_trade(mention: Mention, sentence: Sentence) -> bool:
    """ "Its billing agreement", "an export licence"."""
    if mention.word.lower() in ("grant", "grants"):
        return True  # "our grant ran out"
    inner = sentence.tokens[mention.first : mention.at]
    if any(token.nouns & {"access", "data"} or token.kind == "name" for token in inner):
        return False
    words = {token.low for token in inner}
    return bool(words & _TRADES) or (mention.word.lower() in _PAPERS and bool(words & _EXPORTS))


def _with_stranger(event: Event, sentence: Sentence) -> bool:
    """ "Its agreement with a courier", "a subscription to a wire service"."""
    parts = sentence.parts[event.place]
    near = parts.subject + parts.rest
    if any(
        m.kind in ("data", "program", "category", "item") or (m.kind == "access" and m not in event.theme) for m in near
    ):
        return False
    subscribed = any(m.word.lower() in _SUBSCRIBED for m in event.theme)
    rights = bool(event.theme) and all(m.word.lower() in _RIGHTS for m in event.theme)
    support = [m.word.lower() for m in event.theme] == ["support"]
    for mention in near:
        if rights and mention.prep == "to" and mention.kind in ("thing", "other") and _is_verb(mention, sentence):
            return True  # "permission to film at night"
        if support and mention.prep == "for" and mention.kind in ("thing", "other", "product", "unknown", "item"):
            return True  # "support for Windows 7 ended"
        if mention.prep == "with" and mention.determiner in _SINGLE and mention.kind in ("thing", "other", "person"):
            return True
        if mention.prep == "with" and {t.low for t in sentence.tokens[mention.first : mention.at]} & _TRADES:
            return True  # "with the cleaning company Borel"
        if subscribed and mention.prep in ("to", "of", "in") and mention.determiner in _SINGLE:
            return True
        if mention.prep == "'s" and mention.word.lower() in ("union", "unions", "landlord"):
            return True
    return False


def _is_verb(mention: Mention, sentence: Sentence) -> bool:
    """Whether a bare word right behind "to" is an infinitive that the lexicon does not know."""
    if mention.first != mention.at or mention.determiner or mention.word.lower().endswith("s"):
        return False
    return mention.first > 0 and sentence.tokens[mention.first - 1].low == "to"


def _to_do_else(event: Event, sentence: Sentence) -> bool:
    """ "Its contract | to supply the platform with servers | ended": the infinitive says what it was about."""
    clauses, place = sentence.clauses, event.place
    if not place or clauses[place].link != "resume" or clauses[place - 1].link != "inf":
        return False
    inner = sentence.parts[place - 1]
    if any(m.kind in _TOLD and m.prep != "'s" for m in inner.rest):
        return False
    if inner.senses & _COURSE:
        return False  # "the licence, originally to end on 31 May, is extended"
    return bool(heads(inner.rest)) or not inner.senses & _FLOWS
