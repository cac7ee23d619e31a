"""Clauses that state nothing: asked, supposed, doubted, requested, called wrong, or holding on a condition only."""

from __future__ import annotations

import re

from overstay.reading.clauses import Clause
from overstay.reading.tokens import Token
from overstay.reading.verbs import TIES

CONDITIONS = frozenset(["if", "unless", "whether", "provided", "lest"])
_EMBEDS = frozenset(["when", "how", "why", "where"])
_ASKING = frozenset(["when", "which", "whether", "who", "whose", "how", "why", "where"])
_SEEKS = frozenset(("ask", "ask for", "request", "demand", "seek", "want", "call for"))
_REQUESTS = frozenset(
    ["request", "motion", "application", "petition", "proposal", "demand", "suggestion", "recommendation", "call",
     "claim", "plea"]
)  # fmt: skip
_GOSSIP = frozenset(
    ["rumour", "rumor", "speculation", "fear", "worry", "hope", "expectation", "belief", "idea", "risk", "chance",
     "possibility", "threat"]
)  # fmt: skip
_FAULTS = frozenset(("when", "where", "after", "if", "once", "while", "whenever"))
_REPAIRS = frozenset(
    ("fix", "correct", "resolve", "patch", "repair", "address", "handle", "improve", "avoid", "prevent")
)
_BREACHES = frozenset(
    ["violate", "breach", "break", "abuse", "misuse", "infringe", "ignore", "fail", "refuse", "exceed", "flout"]
)
_REFRAINS = frozenset(("refrain", "desist", "abstain"))
FORBIDS = frozenset(("enjoin", "prohibit", "forbid", "restrain", "bar", "preclude")) | _REFRAINS
_ATTESTS = frozenset(
    ["certify", "confirm", "report", "attest", "verify", "represent", "inform", "notify", "swear", "declare", "affirm",
     "state", "document", "advise", "acknowledge", "warrant", "assure", "satisfy"]
)  # fmt: skip
_PROVES = frozenset(("prove", "demonstrate", "show", "establish", "substantiate"))
_PROOFS = frozenset(
    ["proof", "evidence", "certification", "certificate", "confirmation", "affidavit", "declaration", "statement",
     "notice", "report", "attestation", "assurance", "verification"]
)  # fmt: skip
_ACCOUNTS = frozenset(
    ["statement", "claim", "report", "allegation", "assertion", "suggestion", "account", "impression", "story",
     "rumour", "idea", "notion", "charge", "accusation", "insinuation", "contention", "premise", "assumption"]
)  # fmt: skip
_IS_WRONG = re.compile(
    r"\b(?:is|are|was|were) (?:simply |plainly |just )?"
    r"(?:wrong|false|incorrect|inaccurate|untrue|mistaken|unfounded|nonsense|baseless|a (?:lie|myth|fiction)|"
    r"without (?:basis|foundation)|not (?:true|correct|right|accurate|the case))\b"
)


def in_question(tokens: list[Token], clauses: list[Clause], here: int, place: int) -> bool:
    """Whether the clause `here`, which is or governs the clause at `place`, makes of it a question or a supposition."""
    current = clauses[here]
    if not here and [token.low for token in tokens[:1]] in (["why"], ["whether"]):
        return True  # "why it was not cut is a question for the bank"
    if current.link == "inf" and current.start and tokens[current.start - 1].low in ("whether", "how", "if"):
        return True
    if current.link in ("sub", "rel") and _opens_question(tokens, clauses, here):
        return True
    if (
        current.start
        and tokens[current.start - 1].low in _EMBEDS
        and any(clause.word == "whether" or clause.group.cue.lemma in _SEEKS for clause in clauses[:here])
    ):
        return True  # "asked whether it had access, and when | that access was to end"
    if current.link == "sub" and current.word in CONDITIONS and not (current.word == "unless" and here < place):
        return True
    return current.word == "that" and _called_wrong(tokens, current, clauses[place])


def _opens_question(tokens: list[Token], clauses: list[Clause], here: int) -> bool:
    """Whether a clause with a conjunction or relative pronoun is only asked for, doubted, or the time of a fault."""
    current = clauses[here]
    if (
        current.word in _FAULTS
        and clauses[0].group.cue.lemma in _REPAIRS
        and not any(token.kind == "date" for token in tokens[current.start : current.end])
    ):
        return True  # "fixed a crash that occurred | when a token was revoked"
    if not here:
        return False
    above = clauses[here - 1]
    if current.link == "rel":
        # "asked for a list of firms | whose access went on"
        return above.group.cue.lemma in _SEEKS or _asks(tokens, above, current)
    if current.word in _EMBEDS and "say" in above.group.senses and above.group.last + 1 >= current.start:
        return True  # "nobody knows when it ended"
    if current.word in ("once", "when", "after") and _in_doubt(tokens, clauses, here):
        return True
    return _asks(tokens, above, current)


def _in_doubt(tokens: list[Token], clauses: list[Clause], place: int) -> bool:
    """ "It is unclear whether it did | once its access was withdrawn": no date of its own, so nothing is told."""
    above, clause = clauses[place - 1], clauses[place]
    doubted = above.link == "sub" and above.word in ("whether", "if")
    return doubted and not any(token.kind == "date" for token in tokens[clause.start : clause.end])


def _called_wrong(tokens: list[Token], current: Clause, clause: Clause) -> bool:
    """ "The report that its access ended in 2014 | is wrong": what is denied is not stated."""
    after = [token.low for token in tokens[clause.group.last + 1 : clause.group.last + 20]]
    stop = next((at for at, low in enumerate(after) if low in (":", ";", ".", "and", "but")), len(after))
    before = tokens[current.start - 1].low.removesuffix("s") if current.start else ""
    if any(token.low == "ever" for token in tokens[current.start : clause.group.head]):
        return False  # who ever had it never did
    return before in _ACCOUNTS and bool(_IS_WRONG.search(" ".join(after[:stop])))


def attested_on_order(tokens: list[Token], clauses: list[Clause], here: int) -> bool:
    """ "Shall certify | that the keys have been revoked", "must file proof | that": so it is only once filed."""
    current, above = clauses[here], clauses[here - 1]
    words, lemma = above.group.words, above.group.cue.lemma
    bound = above.group.mood in ("must", "future") and not above.group.passive and "have" not in words
    told = above.link == "inf" and here > 1 and bool(clauses[here - 2].group.senses & {"order"})
    if current.word == "that" and (lemma in _ATTESTS or (lemma in _PROVES and "will" not in words)):
        return bound or told
    led = {token.low for token in tokens[max(above.group.last + 1, current.start - 7) : current.start]}
    return current.word == "that" and "will" not in words and bool(led & _PROOFS) and (bound or told)


def forbidden(tokens: list[Token], current: Clause, above: Clause) -> bool:
    """ "Is enjoined | from giving Acme access", "shall refrain | from sharing them": an order not to."""
    group = above.group
    if current.link != "ger" or current.word != "from" or not current.group.senses & {"give", "send"}:
        return False
    if not any(t.kind == "name" and t.what.what == "partner" for t in tokens[current.start : current.end]):
        return False  # a policy for all
    held_back = group.cue.lemma in FORBIDS and group.passive and group.tense == "present"
    return held_back or (group.cue.lemma in _REFRAINS and group.mood in ("must", "future"))


def before_that(clauses: list[Clause], place: int) -> bool:
    """ "Must give notice | before ending it", "will ask it | prior to revoking it": whether it ends is open."""
    clause = clauses[place]
    if clause.link != "ger" or clause.word not in ("before", "prior to", "upon", "when", "in", "to") or not place:
        return False
    return clauses[place - 1].group.mood in ("must", "future", "hypothetical", "able", "would")


def never_was(tokens: list[Token], current: Clause, clause: Clause) -> bool:
    """ "The idea that we ever had access | is false": a denial in other words."""
    if not any(token.low == "ever" for token in tokens[current.start : clause.group.head]):
        return False
    after = " ".join(token.low for token in tokens[clause.group.last + 1 : clause.group.last + 20])
    before = tokens[current.start - 1].low.removesuffix("s") if current.start else ""
    return before in _ACCOUNTS and bool(_IS_WRONG.search(after))


def _asks(tokens: list[Token], above: Clause, current: Clause) -> bool:
    """ "Leaves open | when it ended", "gives no date on | which it was withdrawn": a question, not a statement."""
    if current.word not in _ASKING or above.group.first >= current.start:
        return False
    between = [token.low for token in tokens[above.group.last + 1 : current.start]]
    open_still = above.group.cue.lemma in ("leave open", "leave") and (not between or between == ["open"])
    asked = not between and bool(above.group.senses & {"say", "show", "propose"})
    denied = above.group.negation or {"no", "nor", "neither", "without"} & set(between)
    undated = len(between) < 6 and denied and {"date", "day", "time", "year", "month"} & set(between)
    return bool(open_still or asked or undated)


def tells_reader(tokens: list[Token], carrier: Clause, tense: str) -> bool:
    """ "You can stop sharing it": what the reader may do is no tale of what happened."""
    subject = [token.low for token in tokens[slice(*carrier.subject)]]
    named = any(t.kind == "name" and t.what.what == "partner" for t in tokens[slice(*carrier.rest)])
    if named and carrier.group.negation == "no longer" and carrier.group.cue.lemma in TIES:
        return False  # "you can no longer connect your account to Acme"
    return "you" in subject and tense == "present" and carrier.group.mood != "real"


def ordered_nothing(tokens: list[Token], clauses: list[Clause]) -> bool:
    """ "Nothing in this order requires it to give access"."""
    return any(
        clause.group.senses & {"order", "give", "bar"}
        and "nothing" in [t.low for t in tokens[slice(*clause.subject)]][:2]
        for clause in clauses
    )


def requested(tokens: list[Token], clause: Clause) -> bool:
    """ "The request that the feed be closed is denied"."""
    start = max(0, min(clause.start, clause.subject[0]) - 2)
    words = [token.low for token in tokens[start : clause.group.first]]
    return any(
        (low in _REQUESTS or low.removesuffix("s") in _GOSSIP) and words[here + 1 : here + 2] == ["that"]
        for here, low in enumerate(words)
    )


def conditional(tokens: list[Token], clauses: list[Clause], place: int, tense: str, mood: str) -> bool:
    """A main clause beside an "if": what it says of the present or future holds on a condition only."""
    above = clauses[place - 1].group if place else None
    general = above is not None and above.finite and above.tense == "present" and not above.passive
    if clauses[place].link == "rel" and general and above is not None and above.senses & {"end", "bar"}:
        return True  # "we revoke tokens that have not been used"
    dated = any(token.kind == "date" for token in tokens[clauses[place].start : clauses[place].end])
    if tense in ("past", "perfect") and mood == "real" and (dated or not clauses[place].group.bare):
        return False
    if place and _of_anyone(tokens, clauses[:place], clauses[place]):
        return True
    if tense == "future" and not dated and any(_whenever_you(tokens, clause) for clause in clauses[place + 1 :]):
        return True
    if any(
        clause.link == "rel" and clause.group.cue.lemma in _BREACHES and clause.group.tense == "present"
        for clause in clauses[:place]
    ):
        return True  # "developers who violate the policy will lose access"
    return any(
        clause.link == "sub"
        and (clause.word in ("if", "provided") or (clause.word == "unless" and other < place))
        and abs(other - place) <= 4
        for other, clause in enumerate(clauses)
    )


def _whenever_you(tokens: list[Token], clause: Clause) -> bool:
    """ "We will stop sharing it | when you ask us to", "once an app is deleted": with everybody, each in their time."""
    subject = [token.low for token in tokens[slice(*clause.subject)]][:1]
    return (
        clause.link == "sub"
        and clause.word in ("when", "whenever", "once", "after")
        and clause.group.tense in ("present", "perfect")
        and subject in (["you"], ["your"], ["a"], ["an"], ["any"], ["anyone"], ["somebody"], ["someone"])
    )


def _of_anyone(tokens: list[Token], before: list[Clause], clause: Clause) -> bool:
    """ "You may withdraw your consent, and we will then stop": a rule for anybody, not what happened."""
    if any(token.kind == "date" for token in tokens[clause.start : clause.end]):
        return False
    if clause.link == "rel" and clause.start and tokens[clause.start - 1].low == ",":
        return False  # "you can still log in with Acme, whose integration remains unchanged"
    return any(
        not other.group.negation
        and any(token.low in ("you", "anyone") for token in tokens[slice(*other.subject)][:2])
        and (other.group.mood in ("hypothetical", "able") or (other.link == "sub" and other.group.tense == "present"))
        for other in before
    )
