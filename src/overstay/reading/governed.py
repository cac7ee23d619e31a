"""Dates that belong to something else in the sentence: a letter, a launch, a hearing, the version of an agreement."""

from __future__ import annotations

import re

from overstay.reading.function_words import AUX, CONJUNCTIONS, PREPOSITIONS, PRONOUNS
from overstay.reading.mentions import find_mentions
from overstay.reading.tokens import Token

# Things with a date of their own. An interface or a partnership has one only where it is part of its name ("the 2013
# agreement", "the contract of 3 May"); the end of something is no thing of its own.
_DATED = frozenset(("paper", "other", "begin", "proof", "person", "role"))
_NAMED_AFTER = _DATED | {"access", "relation", "product", "data", "more"}
_OCCASIONS = frozenset(("paper", "begin"))
_DOERS = frozenset(("update", "release", "version", "upgrade", "patch"))  # "removed in the update on 3 May"
_STRETCHES = frozenset(["course", "end", "beginning", "start", "middle", "close", "rest", "remainder"])
_LIMITS = frozenset(("deadline", "cutoff", "cut-off", "date", "expiry", "target", "limit"))
_PLAIN = re.compile(
    r"(?:the )?(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q\d|h\d|spring|summer|autumn|fall|winter)", re.I
)
_COMPARED = frozenset(("than", "like", "unlike", "not", "besides", "versus"))
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "our", "his", "her", "that", "this"))
_THEMES = frozenset(("access", "relation", "product", "data", "more", "role", "person"))
_NEXT_TO = frozenset(("before", "after", "since", "during", "following", "until", "at the time of"))
_RULES = frozenset(("rule", "rules", "policy", "policies", "law", "terms", "changes", "limits", "restrictions"))
_IN_FORCE = frozenset(("in force", "in effect", "in place", "force", "effect"))
_PAGES = frozenset(("changes", "notes", "news", "changelog", "log", "minutes", "status", "bulletin", "digest"))
_INNER = ("with", "of", "for", "between", "about", "against", "'s")
_PARTS_OF_DAY = frozenset(
    ("morning", "evening", "afternoon", "night", "day", "weekend", "week", "close", "start", "end", "eve")
)
_LOOSE = ("", "'s", "for", "of", "with")  # prepositions of nouns that a date does not settle beside


def is_governed(tokens: list[Token], start: int, at: int, verbs: frozenset[int]) -> bool:
    """Whether the date at a place belongs to a noun or a comparison; `start` is where its clause begins."""
    return (
        _names_what_follows(tokens, at, verbs)
        or _names_what_precedes(tokens, at, verbs)
        or _is_compared(tokens, at)
        or _dates_an_occasion(tokens, start, at, verbs)
        or _dates_a_happening(tokens, at, verbs)
    )


def _dates_a_happening(tokens: list[Token], at: int, verbs: frozenset[int]) -> bool:
    """ "Before its sale in 2016", "under rules adopted in April 2014", "a policy in force since 2014"."""
    if at < 3 or tokens[at].what.bound not in ("", "since"):
        return False
    last, led, link = tokens[at - 1], tokens[at - 2].low, tokens[at - 3].low
    if last.kind != "word" or at - 1 in verbs or last.low in PREPOSITIONS or last.low in PRONOUNS:
        return last.low in _IN_FORCE and bool(tokens[at - 2].nouns & {"paper", "other"})
    if last.low in _IN_FORCE:
        return bool(tokens[at - 2].nouns & {"paper", "other"}) or led in _RULES
    if tokens[at].what.bound or last.nouns & _THEMES or last.low in _LIMITS or last.low in _STRETCHES:
        return False
    if last.low.endswith("ed") and at - 2 not in verbs and led in _RULES:
        return True
    if link == "to" and tokens[at - 4].low == "prior":
        return led in _ARTICLES  # "prior to its termination in May 2017"
    return led in _ARTICLES and (link in _NEXT_TO or (link == "of" and at > 3 and tokens[at - 4].low == "time"))


def _names_what_follows(tokens: list[Token], at: int, verbs: frozenset[int]) -> bool:
    """ "Its 2013 agreement", "the 3 May letter", "last year's audit"."""
    if at + 1 >= len(tokens):
        return False
    after, date = tokens[at + 1], tokens[at]
    if _is_attribute(tokens, at):
        return True
    if at + 1 in verbs:
        return False
    if after.low in ("'s", "’s", "'", "’"):
        return True
    if not _PLAIN.match(date.text) or (date.what.bound and date.what.bound != "between"):
        return False
    here = at + 1
    while here + 1 < len(tokens) and here + 1 not in verbs and _is_noun(tokens[here + 1]):
        here += 1
    if not _is_noun(after) or tokens[here].low in _LIMITS:
        return False
    before = tokens[at - 1].low if at else ""
    return before not in ("on", "in", "by", "until", "since", "from", "of", ",") and bool(
        tokens[here].nouns & _NAMED_AFTER
    )


def _is_attribute(tokens: list[Token], at: int) -> bool:
    """ "The 2018 hearing", "its 2016 merger": a bare year between an article and a word in small letters."""
    date, before, after = tokens[at], tokens[at - 1].low if at else "", tokens[at + 1]
    return (
        date.text.isdecimal()
        and before in _ARTICLES
        and after.kind == "word"
        and after.text.islower()
        and after.low not in PREPOSITIONS
        and after.low not in PRONOUNS
        and after.low not in AUX
        and after.low not in CONJUNCTIONS
        and after.low not in _LIMITS
        and not after.nouns & {"access", "relation", "product", "data", "more"}
    )


def _names_what_precedes(tokens: list[Token], at: int, verbs: frozenset[int]) -> bool:
    """ "The letter of 3 May", "a memo dated 3 May", "the contract from 2013"."""
    words = tokens[at].text.lower().split()
    back, led = at - 1, words[0] in ("of", "from", "dated")
    if not led and back >= 0 and tokens[back].low in ("dated", "of", "from", "as of"):
        led, back = True, back - 1
    if not led or back < 0 or back in verbs or tokens[back].low in _PARTS_OF_DAY:
        return False
    link = words[0] if back == at - 1 else tokens[back + 1].low
    if link == "dated":
        return not tokens[back].low.endswith("ly")
    if link == "from":
        return bool(tokens[back].nouns & {"paper"}) and not tokens[back].nouns & {"access", "relation", "product"}
    if tokens[back].low in _PAGES and back < 3:
        return True  # "Changes of 4 April: the feed no longer returns names"
    if tokens[back].low in _STRETCHES:
        return False  # "over the course of 2016"
    if tokens[back].low in _DOERS and {"with", "in", "by"} & {token.low for token in tokens[max(0, back - 4) : back]}:
        return False  # "stopped with the software update of 14 August"
    return bool(tokens[back].nouns & _NAMED_AFTER) and not tokens[back].nouns & {"stop"}


def _is_compared(tokens: list[Token], at: int) -> bool:
    """ "Earlier than in 2014", "not in 2014 but ...", "as in 2013"."""
    back = at - 1
    while back >= 0 and tokens[back].low in ("in", "on", "only", "just"):
        back -= 1
    if back < 0 or tokens[at].what.bound in ("until", "before", "by", "at-least-until"):
        return False
    return tokens[back].low in _COMPARED or (tokens[back].low == "as" and tokens[at].text.lower().startswith("in "))


def _dates_an_occasion(tokens: list[Token], start: int, at: int, verbs: frozenset[int]) -> bool:
    """ "In a post on 3 March", "since its launch in 2012", "at the hearing, 9 January 2018, ..."."""
    words = tokens[at].text.lower().split()
    if tokens[at].what.bound == "between" and {"until", "till", "to", "through"} & set(words):
        return False  # "from the launch in 2012 until 2014"
    back = at - 1
    apposed = back >= 0 and tokens[back].low in (",", "(")
    if back >= 0 and (tokens[back].low in PREPOSITIONS or apposed):
        back -= 1
    if back < 0 or back in verbs or tokens[back].low in PRONOUNS:
        return False
    mentions = find_mentions(tokens, start, at, verbs)
    last = mentions[-1] if mentions else None
    if last is None or last.at != back:
        return False
    while (
        len(mentions) > 1
        and last.prep in _INNER
        and not any(t.low == "," for t in tokens[mentions[-2].at : last.at])
        and not verbs & set(range(mentions[-2].at, last.at))
    ):
        mentions.pop()  # "after its merger with Acme in 2014": the merger has the date
        last = mentions[-1]
    if not last.nouns & _OCCASIONS or last.nouns & {"access"} or last.kind == "access" or last.at in verbs:
        return False
    if last.prep == "at" and last.word.lower() in ("request", "behest", "instigation", "instance"):
        return False  # "closed at Acme's request on 3 May"
    if last.prep in ("by", "through", "via", "with", "without") or (last.prep == "from" and "begin" not in last.nouns):
        return False  # "removed from the response on 3 May"
    if last.prep == "in" and last.word.lower() in _DOERS:
        return False
    if apposed:
        closed = at + 1 < len(tokens) and tokens[at + 1].low in (",", ")")
        return closed and any(m.prep not in (*_LOOSE, "to") for m in mentions)
    if last.prep == "to":
        return tokens[last.first - 1].low == "to" and _opens_with(tokens, last.first)
    return last.prep not in _LOOSE


def _opens_with(tokens: list[Token], first: int) -> bool:
    """ "Pursuant to", "according to", "in response to" stand before the noun at `first`."""
    words = [token.low for token in tokens[max(0, first - 4) : first]]
    return bool({"pursuant", "according", "response", "reply", "pursuant to", "according to"} & set(words))


def _is_noun(token: Token) -> bool:
    return token.kind == "word" and bool(token.nouns) and token.low not in PRONOUNS


__all__ = ["is_governed"]
