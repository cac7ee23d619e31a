"""Sentences that hold on terms, for nobody in particular, or only say what a text or a draft is about."""

from __future__ import annotations

from overstay.reading.clauses import Clause
from overstay.reading.tokens import Token

_INVERTED = frozenset(("were", "should", "had"))
_TERMS = (
    ("in", "the", "event"), ("prayer", "for", "relief"), ("relief", "sought"), ("relief", "requested"),
    ("wherefore",), ("in", "case", "of"), ("as", "long", "as"), ("so", "long", "as"), ("on", "condition"),
    ("in", "the", "absence", "of"), ("absent",),
    ("upon", "termination"), ("upon", "expiry"), ("upon", "expiration"),
    ("on", "termination"), ("on", "expiry"), ("at", "the", "end", "of", "the"),
    ("violators",), ("offenders",), ("failing",), ("subject", "to"), ("only", "if"), ("even", "if"),
)  # fmt: skip
_WOULD_BE = (("without",), ("otherwise",), ("but", "for"), ("under", "a"), ("under", "the", "draft"), ("with", "a"))
_DRAFTS = frozenset(
    ["draft", "drafts", "bill", "bills", "proposal", "proposals", "amendment", "motion", "petition", "measure",
     "legislation", "recommendation", "resolution", "initiative"]
)  # fmt: skip
_DAYS = frozenset(("date", "dates", "day", "days", "year", "years", "month", "months", "moment"))
_LINKS = frozenset(("of", "about", "on", "as to", "over", "regarding", "concerning", "to"))
_ANYONE = frozenset(("a", "an", "any", "another", "either", "you", "your"))
_GUESSES = frozenset(("expect", "believe", "think", "predict", "fear", "assume", "guess", "suspect", "forecast", "bet"))
_GUESSERS = frozenset(("analysts", "investors", "observers", "experts", "critics", "commentators", "traders", "many"))
_WRONG = frozenset(("wrong", "false", "misleading", "premature", "incorrect", "inaccurate", "unfair"))
_ERRS = frozenset(("err", "errs", "erred", "mistakenly"))
_ADVICE = frozenset(("suggest", "recommend", "advise", "advocate", "favour", "favor", "discuss", "debate", "oppose"))


def supposed(tokens: list[Token], clauses: list[Clause], place: int, tense: str, mood: str) -> bool:
    """Whether what the clause at `place` says holds only on terms told around it, or is merely named."""
    clause = clauses[place]
    return (
        _is_inverted(tokens)
        or _guessed(tokens, clauses, place)
        or (tense in ("present", "future") and _starts(tokens, _TERMS))
        or (clause.group.mood == "would" and (_starts(tokens, _WOULD_BE) or _is_draft(tokens, clause)))
        or _which_day(tokens, clause)
        or _asked_when(tokens, clause)
        or _of_any(tokens, clauses, place, tense, mood)
        or _unless_agreed(tokens, clause)
        or _advised(clauses, place)
    )


def _is_inverted(tokens: list[Token]) -> bool:
    """ "Had Acme not complied, its tokens would have been revoked", "should it be sold, ..."."""
    first = 2 if len(tokens) > 6 and tokens[0].low.isdigit() and tokens[1].low in (".", ")") else 0
    if len(tokens) < first + 4 or tokens[first].low not in _INVERTED or tokens[first + 1].kind == "mark":
        return False
    return any(token.low in (",", "?") for token in tokens[first + 2 :])


def _guessed(tokens: list[Token], clauses: list[Clause], place: int) -> bool:
    """ "Analysts expect | that it will be cut", "it is wrong to say | it was", "declines to order | that it end"."""
    if not place or clauses[place].link != "comp":
        return False
    above = clauses[place - 1]
    if any(token.low in _ERRS for token in tokens[: above.group.head]):
        return True  # "the court erred in holding | that its access had lapsed"
    subject = {token.low for token in tokens[slice(*above.subject)]}
    before = [token.low for token in tokens[max(0, above.start - 2) : above.start + 1]]
    if above.group.cue.lemma in _GUESSES and subject & _GUESSERS:
        return True
    if above.link != "inf":
        return False
    refused = (
        place > 1 and clauses[place - 2].group.cue.lemma in ("decline", "refuse") and "order" in above.group.senses
    )
    return refused or bool(set(before) & _WRONG)


def _starts(tokens: list[Token], openings: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the sentence, or what follows its first word, begins with one of these."""
    low = [token.low for token in tokens[:5]]
    return any(tuple(low[: len(words)]) == words for words in openings)


def _is_draft(tokens: list[Token], clause: Clause) -> bool:
    """ "A draft of the order would bar Acme"."""
    return any(token.low in _DRAFTS for token in tokens[slice(*clause.subject)])


def _which_day(tokens: list[Token], clause: Clause) -> bool:
    """ "Lists the dates on | which access ended": no day is told."""
    if clause.link != "rel" or clause.word not in ("which", "when") or clause.start < 2:
        return False
    at = clause.start - 1
    while at > 0 and tokens[at].low in ("on", "in", "by", "at", "from", "until"):
        at -= 1
    return tokens[at].low in _DAYS and not any(token.kind == "date" for token in tokens)


def _asked_when(tokens: list[Token], clause: Clause) -> bool:
    """ "The question of | when it ended is for the jury"."""
    if clause.word not in ("when", "whether") or not clause.start:
        return False
    return tokens[clause.start - 1].low in _LINKS and not any(
        token.kind == "date" for token in tokens[clause.start : clause.end]
    )


def _of_any(tokens: list[Token], clauses: list[Clause], place: int, tense: str, mood: str) -> bool:
    """ "When a partner leaves, its keys are disabled": whenever it happens."""
    own = clauses[place]
    if tense != "present" or mood != "real" or own.group.negation:
        return False
    if any(token.kind == "date" and token.what.edtf for token in tokens[own.start : own.end]):
        return False
    if any(token.kind == "name" and token.what.what == "partner" for token in tokens):
        return False
    single = any(token.low in ("a", "an", "any", "each", "every") for token in tokens[slice(*own.subject)])
    return any(
        clause.link == "sub"
        and clause.word in ("when", "whenever", "once", "after")
        and clause.group.tense in ("present", "perfect")
        and (single or any(token.low in _ANYONE for token in tokens[clause.start : clause.group.first][:3]))
        and not any(token.kind == "date" for token in tokens[clause.start : clause.end])
        for other, clause in enumerate(clauses)
        if other != place and abs(other - place) == 1
    )


def _unless_agreed(tokens: list[Token], clause: Clause) -> bool:
    """ "We never give partners your messages without your consent": what holds always, not what happened."""
    if clause.group.tense != "present" or clause.group.negation not in ("not", "never"):
        return False
    words = {token.low for token in tokens[clause.group.last + 1 :]}
    return "without" in words and bool(words & {"consent", "permission", "knowledge", "agreement", "asking"})


def _advised(clauses: list[Clause], place: int) -> bool:
    """ "Had suggested in 2014 | shutting off the feed"."""
    clause = clauses[place]
    return bool(place) and clause.link == "ger" and not clause.word and clauses[place - 1].group.cue.lemma in _ADVICE
