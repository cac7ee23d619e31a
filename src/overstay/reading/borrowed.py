"""Dates that a statement takes from around it: of the deal behind it, of its announcement, of its cause."""

from __future__ import annotations

from dataclasses import replace

from overstay.reading.clauses import Clause
from overstay.reading.tokens import Token
from overstay.reading.when import When

_DEALS = frozenset(
    ("deal", "agreement", "contract", "arrangement", "partnership", "pact", "licence", "license", "accord")
)
_VERSIONS = frozenset(("version", "release", "build", "update", "v"))
_COMES_OUT = frozenset(("release", "ship", "publish", "issue", "roll out", "launch", "come out", "go out", "deploy"))
_UNDER = frozenset(("under", "in", "by", "through", "pursuant to", "as part of", "with"))
_MADE = frozenset(
    ("strike", "sign", "reach", "conclude", "make", "date", "enter into", "ink", "negotiate", "agree", "execute")
)


def borrowed_date(kind: str, tokens: list[Token], clauses: list[Clause], place: int) -> When | None:
    """The date of a statement whose own clause has none; None where nothing around it tells."""
    if kind == "granted":
        return _of_the_deal(tokens, clauses, place) or _of_the_promise(tokens, clauses, place)
    if kind == "will-end":
        return _since_announced(tokens, clauses, place)
    if kind != "ended":
        return None
    return _of_the_cause(tokens, clauses, place) or _of_the_release(tokens, clauses, place)


def _of_the_deal(tokens: list[Token], clauses: list[Clause], place: int) -> When | None:
    """ "Under a deal struck in 2012, Acme was given ...", "a 2012 contract gave Acme ..."."""
    for at in range(clauses[place].group.first):
        if tokens[at].kind != "date" or tokens[at].what.bound or not tokens[at].what.edtf:
            continue
        around = [token.low for token in tokens[max(0, at - 6) : at]]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        deal = next((here for here, low in enumerate(around) if low in _DEALS), None)
        if after is not None and after.low in _DEALS and around and around[-1] in ("a", "an", "the"):
            return When(at, tokens[at].what, True)
        gives = clauses[place].subject[0] <= at < clauses[place].subject[1] and not _UNDER & set(around[:-1])
        under = deal is not None and around[max(0, deal - 1)] in ("a", "an") and bool(_UNDER & set(around[:deal]))
        if deal is None or not (under or gives):
            continue
        verbs = [clause.group for clause in clauses if at - 6 < clause.group.head < at]
        if all(group.cue.lemma in _MADE for group in verbs):
            return When(at, tokens[at].what, True)
    return None


def _of_the_release(tokens: list[Token], clauses: list[Clause], place: int) -> When | None:
    """ "Removed it in version 5, released on 3 May": what a version does is done when it comes out."""
    after = clauses[place + 1] if place + 1 < len(clauses) else None
    if after is None or after.group.cue.lemma not in _COMES_OUT or clauses[place].group.tense == "future":
        return None
    before = [token.low for token in tokens[clauses[place].group.last + 1 : after.group.first]]
    led = any(
        low in ("in", "with", "as of", "from") and set(before[at + 1 : at + 4]) & _VERSIONS
        for at, low in enumerate(before)
    )
    return _first_date(tokens, after) if led else None


def _of_the_promise(tokens: list[Token], clauses: list[Clause], place: int) -> When | None:
    """ "Agreed in January 2015 to give Acme ..."."""
    above = clauses[place - 1] if place else None
    if above is None or above.group.cue.lemma != "agree" or clauses[place].link != "inf":
        return None
    return _first_date(tokens, above)


def _since_announced(tokens: list[Token], clauses: list[Clause], place: int) -> When | None:
    """ "In April 2014 it announced that apps would no longer ...": not before April 2014."""
    while place > 0 and clauses[place].link in ("inf", "ger"):
        place -= 1
    group, above = clauses[place].group, clauses[place - 1] if place else None
    told = above is not None and clauses[place].link == "comp" and "say" in above.group.senses
    if above is None or not told or group.mood not in ("would", "was to") or above.group.tense != "past":
        return None
    when = _first_date(tokens, above)
    if when is None or not when.found.earliest or not any(len(word) == 4 and word.isdigit() for word in _words(when)):
        return None  # "said on Monday that it would": as good as the day said
    first = when.found.edtf.partition("/")[0]
    return When(when.at, replace(when.found, edtf=f"{first}/..", core="", latest=None, bound=""), True)


def _words(when: When) -> list[str]:
    return str(when.found.words).replace(",", " ").split()


def _of_the_cause(tokens: list[Token], clauses: list[Clause], place: int) -> When | None:
    """ "In 2014 we changed it so that apps could no longer ...": what followed at once from a dated act."""
    clause = clauses[place]
    if not place or clause.word != "that" or not clause.start or tokens[clause.start - 1].low != "so":
        return None
    above = clauses[place - 1]
    return _first_date(tokens, above) if above.group.tense == "past" and above.group.mood == "real" else None


def _first_date(tokens: list[Token], clause: Clause) -> When | None:
    dates = [token for token in tokens[clause.start : clause.end] if token.kind == "date"]
    if len(dates) != 1 or not dates[0].what.edtf or dates[0].what.bound:
        return None
    return When(tokens.index(dates[0]), dates[0].what, True)


__all__ = ["borrowed_date"]
