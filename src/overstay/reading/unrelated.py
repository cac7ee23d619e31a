"""Events in the words of access that tell of something else: of people and their own data, of bans on other acts, of
calls that nobody returned, of contracts and machines that no data comes with, and of what holds whenever it happens.
"""

from __future__ import annotations

from itertools import pairwise

from overstay.reading.contracts import is_other_contract
from overstay.reading.incidental import SIGNS, is_incidental
from overstay.reading.mentions import Mention, heads
from overstay.reading.objects import is_of_no_use
from overstay.reading.outsiders import by_outsiders
from overstay.reading.owners import Context, Owners
from overstay.reading.parts import Event, Parts
from overstay.reading.scene import Sentence
from overstay.reading.themes import ACCESS, DATA, theme_of
from overstay.reading.tokens import Token

_PEOPLE = frozenset(("friend", "friends", "person", "people", "somebody", "someone", "anybody", "anyone", "everyone"))
_LEADS = frozenset(("after", "before", "until", "till", "once"))
_ANSWERED = frozenset(
    ["call", "calls", "phone call", "phone calls", "message", "messages", "email", "emails", "e-mail", "e-mails",
     "inquiry", "inquiries", "request", "requests", "letter", "letters"]
)  # fmt: skip
_OPENED = frozenset(("doors", "books", "shop", "account", "accounts"))
# Products that run by themselves: they are access only where their own sentence speaks of it.
_MACHINES = frozenset(
    ["job", "jobs", "server", "servers", "process", "processes", "script", "scripts", "code", "machinery",
     "infrastructure", "software", "system", "systems", "log", "logs", "table", "tables", "window", "line", "lines"]
)  # fmt: skip
_SAMPLES = ("example", "instance", "part", "cause", "convenience", "breach")  # "for example"
_SINGLE = ("a", "an")
_TERMS = frozenset(("year", "years", "month", "months", "weeks", "days", "term", "period", "own", "now"))
_EACH = frozenset(("every", "any", "each", "all", "no"))
_FLAWS = frozenset(
    ["bug", "flaw", "glitch", "error", "mistake", "gap", "hole", "loophole", "vulnerability", "oversight", "fault",
     "outage", "crash", "blackout"]
)  # fmt: skip


def is_unrelated(event: Event, sentence: Sentence, before: Context) -> bool:
    """Whether an event is no statement about a partner's access; `before`: what the sentences before spoke of."""
    parts = sentence.parts[event.place]
    return (
        _by_people(event, sentence, parts)
        or _says_which(event, sentence, parts)
        or _of_any(event, sentence, parts)
        or _whenever(event, sentence, parts)
        or _is_answer(event, parts)
        or _bars_else(event, sentence)
        or _may_have(event, sentence)
        or _by_mistake(event, parts)
        or _opens_else(event, parts)
        or _of_other_contract(event, sentence, parts, before)
        or is_incidental(event, sentence, parts)
        or _of_machine(event, sentence, before)
        or _of_nothing_told(event, sentence, before)
        or is_of_no_use(event, sentence, before)
        or by_outsiders(event, parts)
        or is_other_contract(event, sentence)
        or _beside(event, sentence, parts)
    )


def _antecedent(tokens: list[Token], parts: Parts) -> int:
    """The place of the noun that a relative clause hangs on."""
    at = parts.clause.start - 1
    while at > 0 and tokens[at].kind == "mark":
        at -= 1
    return at


def _beside(event: Event, sentence: Sentence, parts: Parts) -> bool:
    """ "Acme, | which removed its app in 2017, | no longer has access": an act on a product of its own, told in passing
    of the one whose access the main clause is about.
    """
    clauses, place = sentence.clauses, event.place
    clause = clauses[place]
    if event.strength != "product" or clause.link != "rel" or clause.word != "which" or clause.group.passive:
        return False
    if sentence.tokens[clause.start - 1].low != "," or place + 1 >= len(clauses) or sentence.context.programs:
        return False
    name = sentence.tokens[_antecedent(sentence.tokens, parts)]
    after = sentence.parts[place + 1]
    return (
        name.kind in ("name", "unknown")
        and clauses[place + 1].link in ("resume", "comma")
        and any(m.kind in (*ACCESS, *DATA) for m in after.rest)
    )


def _by_people(event: Event, sentence: Sentence, parts: Parts) -> bool:
    """ "Messages of users | who had removed it", "a friend | who had never used it": what they do with their own."""
    clause = parts.clause
    if clause.link != "rel" or clause.word not in ("who", "whose") or (clause.group.passive and clause.word == "who"):
        return False
    token = sentence.tokens[_antecedent(sentence.tokens, parts)]
    return event.state in ("end", "on", "keep") and ("people" in token.nouns or token.low in _PEOPLE)


def _says_which(event: Event, sentence: Sentence, parts: Parts) -> bool:
    """ "Every app | that still uses it | will lose it": only says which apps are meant."""
    clause = parts.clause
    if clause.link != "rel" or clause.word not in ("that", "who", "which") or event.state not in ("on", "keep"):
        return False
    if sentence.tokens[clause.start - 1].low == "," or clause.group.tense != "present":
        return False
    above = sentence.tokens[clause.subject[0] : clause.start]
    if any(token.kind in ("name", "unknown") and token.what.what != "program" for token in above):
        return False
    return any(token.low in _EACH for token in above)


def _of_any(event: Event, sentence: Sentence, parts: Parts) -> bool:
    """ "A developer | whose access has been revoked | must delete it": whoever it is."""
    clause, tokens = parts.clause, sentence.tokens
    if clause.link != "rel" or clause.word not in ("whose", "that", "who") or event.state != "end":
        return False
    at = clause.start - 1
    led = tokens[at - 1].low if at else ""
    if "role" not in tokens[at].nouns:
        return False
    denied = tokens[at].low.endswith("s") and any(c.group.negation for c in sentence.clauses[: event.place])
    if denied and led in ("include", "cover", "of", "to"):
        return True  # "the term does not include companies whose agreements had expired"
    if clause.group.tense not in ("present", "perfect"):
        return False
    return led in _SINGLE or led in ("any", "every", "each")


def _whenever(event: Event, sentence: Sentence, parts: Parts) -> bool:
    """ "We keep it for seven years after | it is closed": a rule."""
    clause = parts.clause
    if event.state != "end" or clause.group.tense not in ("present", "perfect") or clause.group.negation:
        return False
    if clause.group.tense == "perfect" and not _of_the_future(sentence, event.place):
        return False
    before = sentence.tokens[clause.start - 1].text.lower().split() if clause.start else []
    led = clause.word in _LEADS or bool(set(before[-1:]) & _LEADS)
    return led and not any(token.kind == "date" for token in sentence.tokens[clause.start : clause.end])


def _of_the_future(sentence: Sentence, place: int) -> bool:
    """ "Must delete it once | access has ended": beside what is done as a rule or is to be done, the perfect is too."""
    beside = [sentence.clauses[at] for at in (place - 1, place + 1) if 0 <= at < len(sentence.clauses)]
    link = sentence.clauses[place].link == "sub"
    return link and bool(beside) and all(clause.group.tense in ("present", "future", "none") for clause in beside)


def _is_answer(event: Event, parts: Parts) -> bool:
    """ "Acme did not return calls": nobody's access."""
    if parts.lemma not in ("return", "answer", "take") or parts.passive:
        return False
    asked = [m for m in heads(parts.rest) if m.word.lower() in _ANSWERED]
    return bool(asked) and not any(m.kind in (*ACCESS, "product") for m in heads(parts.subject))


def _bars_else(event: Event, sentence: Sentence) -> bool:
    """ "Is enjoined | from using the bank's name": what it may not do has nothing to do with data."""
    place = event.place + 1
    if event.rule not in ("shut out", "put out") or place >= len(sentence.clauses):
        return False
    clause, parts = sentence.clauses[place], sentence.parts[place]
    if clause.link != "ger" or clause.word != "from":
        return False
    inner = parts.rest
    if any(m.kind in (*ACCESS, *DATA, "relation", "pronoun") and m.prep != "'s" for m in inner):
        return False
    if any(m.kind == "product" and m.prep in ("", "to", "with", "into") for m in inner):
        return False
    tops = heads(inner)
    if not tops:
        return clause.group.senses <= {"other", "say", "plan", "propose"} and parts.subject != []
    return theme_of(inner).strength not in ("access", "data", "relation", "product", "pronoun")


def _may_have(event: Event, sentence: Sentence) -> bool:
    """ "May have their tokens | revoked"."""
    place = event.place
    if not place or sentence.clauses[place].link != "pp":
        return False
    above = sentence.clauses[place - 1].group
    return above.cue.lemma in ("have", "get", "see") and above.mood == "hypothetical" and not above.negation


def _by_mistake(event: Event, parts: Parts) -> bool:
    """ "A bug let Acme read them": nobody gave it; "the outage that cut it off": nobody took it."""
    if event.state == "end" and event.active and any(m.word.lower() in _FLAWS for m in heads(parts.subject)):
        return True
    if event.state != "start" or event.rule not in ("gave", "was given") or parts.clause.group.passive:
        return False
    dated = any(token.kind == "date" for token in parts.tokens[parts.clause.start :])
    return not dated and any(m.word.lower() in _FLAWS for m in heads(parts.subject))


def _opens_else(event: Event, parts: Parts) -> bool:
    """ "Since we opened our doors"."""
    return (
        event.rule == "began"
        and parts.lemma.startswith("open")
        and any(m.word.lower() in _OPENED for m in heads(event.theme))
    )


def _of_other_contract(event: Event, sentence: Sentence, parts: Parts, before: Context) -> bool:
    """ "Ended its contract with the parcel firm Holt", "a certificate had expired", "its contract was signed"."""
    if event.strength != "relation" or event.rule in ("had or used", "was given", "gave", "shut out", "put out"):
        return False
    near = parts.subject + parts.rest
    if any(m.prep == "for" and m.word.lower() in _MACHINES and m.determiner in ("its", "their") for m in near):
        return True
    if before.plain or sentence.context.plain:
        return False
    known = any(m.kind == "partner" for m in near)
    ours = any(m.kind == "pronoun" and m.prep == "'s" for m in near)
    if event.rule == "began" and parts.lemma in SIGNS and not ours:
        return True
    under = any(m.first > 1 and sentence.tokens[m.first - 2].low == "under" for m in event.theme)
    if not known and not under and any(m.determiner in _SINGLE for m in event.theme):
        return True  # but "built its app under an agreement | that expired"
    if _concerns_else(near) and not known:
        return True
    named = next((here for here, m in enumerate(parts.subject) if m.kind == "partner"), len(parts.subject))
    behind = [m for m in parts.subject[named:] if m.word.lower() not in _SAMPLES]
    if known and not event.active and _concerns_else(behind):
        return True  # "our contract with Acme for office security expired"
    return not known and _of_a_trade(near)


def _of_a_trade(near: list[Mention]) -> bool:
    """ "With the parcel firm Holt & Brae": a stranger who has to be told by what it does."""
    return any(
        role.kind in ("role", "other") and name.kind == "unknown" and name.first == role.at + 1 and role.first < role.at
        for role, name in pairwise(near)
    )


def _concerns_else(near: list[Mention]) -> bool:
    """ "Its licence for the songs", "the contract for cleaning"."""
    return any(
        m.prep in ("for", "on", "about")
        and (m.kind in ("thing", "other") or m.word.lower() in _MACHINES)
        and m.word.lower() not in _TERMS
        for m in near
    )


def is_own_use(kind: str, rule: str, event: Event, parts: Parts, owners: Owners) -> bool:
    """ "We scan messages for spam, and have since 2004": what the publisher does itself is no partner's access."""
    if event.state not in ("on", "keep") or owners.ids or owners.new or owners.how != "nobody":
        return False
    if kind not in ("continues", "observed", "granted") and rule not in ("had from to", "had through", "once had"):
        return False
    doer = [m.word.lower() for m in heads(parts.doer)]
    others = [m for m in parts.rest if m.kind in ("partner", "unknown", "role")]
    return bool(doer) and doer[-1] in ("we", "i") and not others and event.rule in ("had or used", "kept")


def _of_nothing_told(event: Event, sentence: Sentence, before: Context) -> bool:
    """ "It had run since 2009": "it" is access only where data, a way to it or a known partner was spoken of."""
    if event.strength != "pronoun" or event.rule == "shut out":
        return False
    if not all(m.word.lower() in ("it", "this", "that") for m in event.theme):
        return False
    above = sentence.parts[event.place - 1] if event.place else None
    if above is not None and "extend" in above.senses and above.frame.negation and sentence.context.access:
        return False  # "our contract with Zenlow was not renewed | when it expired"
    told = before.plain or sentence.context.plain or before.partners or sentence.context.partners
    return not told and not before.generic and not sentence.context.generic


def _of_machine(event: Event, sentence: Sentence, before: Context) -> bool:
    """ "The nightly job was stopped"."""
    if event.strength != "product" or sentence.context.plain or before.ways:
        return False
    return bool(event.theme) and all(m.word.lower() in _MACHINES for m in event.theme)
