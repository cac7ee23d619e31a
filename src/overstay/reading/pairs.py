"""Several partners and several dates in one clause: "Acme's in 2014 and Borel's in 2015" are two statements."""

from __future__ import annotations

import re
from itertools import pairwise

from overstay.reading.counted import NUMBERS
from overstay.reading.function_words import COUNTS
from overstay.reading.mentions import Mention
from overstay.reading.owners import Owners
from overstay.reading.tokens import Token
from overstay.reading.when import When

_TURNS = re.compile(r"(?:p+d)+|(?:dp+)+")


def pairs_of(
    tokens: list[Token], whens: list[When], owners: Owners, mentions: list[Mention]
) -> list[tuple[Owners, When]]:
    """Partners and dates that stand in strict turn, one to one; none where they do not."""
    dates = {when.at: when for when in whens if when.found.edtf}
    if not owners.ids and not owners.new and (apart := _apart(tokens, dates)):
        return [(owners, dates[at]) for at in apart]
    if any(token.low == "respectively" for token in tokens):
        mentions = mentions + [
            m for m in owners.mentions if m not in mentions
        ]  # "keys | issued to Acme and Borel | ..."
    doers = {at for mention in mentions if mention.prep == "by" for at in _partners(tokens, mention)}
    places = {at for mention in mentions for at in _partners(tokens, mention)} - doers or doers
    if not {id for at in places for id in tokens[at].what.ids} >= set(owners.ids):
        return []
    line = sorted([*((at, "p") for at in places), *((at, "d") for at in dates)])
    letters = "".join(letter for _, letter in line)
    if letters.count("d") < 2:
        return []
    if any(token.low == "respectively" for token in tokens) and letters.count("d") == letters.count("p"):
        turns = list(zip([[at] for at in sorted(places)], sorted(dates), strict=True))
    elif _TURNS.fullmatch(letters):
        turns = _turns(line)
    else:
        return []
    out = []
    for named, dated in turns:
        ids = dict.fromkeys(id for at in named for id in tokens[at].what.ids)
        held = [mention for mention in mentions if set(named) & set(range(mention.first, mention.at + 1))]
        out.append((Owners(list(ids), [], "named", held), dates[dated]))
    return out


def former_and_latter(
    tokens: list[Token], whens: list[When], listed: list[tuple[str, ...]]
) -> list[tuple[Owners, When]]:
    """ "That with the former ended in May, and that with the latter in June", of the two that were named before."""
    words = [(at, token.low) for at, token in enumerate(tokens) if token.low in ("former", "latter")]
    if len(words) != 2 or len(listed) != 2 or words[0][1] == words[1][1]:
        return []
    dates = sorted((when for when in whens if when.found.edtf), key=lambda when: when.at)
    if len(dates) != 2 or not words[0][0] < dates[0].at < words[1][0] < dates[1].at:
        return []
    ids = [listed[0] if word == "former" else listed[1] for _, word in words]
    return [(Owners(list(one), [], "carried"), when) for one, when in zip(ids, dates, strict=True)]


def _apart(tokens: list[Token], dates: dict[int, When]) -> list[int]:
    """ "For new apps on 1 May and for existing ones on 3 June", "seven by July, and one more by October": a date for
    each of two groups without a name.
    """
    places = sorted(dates)
    for first, second in pairwise(places):
        between = [token.low for token in tokens[first + 1 : second]]
        while between[:1] == [","] or between[:1] == ["and"]:
            between = between[1:]
        tied = tokens[first + 1].low in ("and", ",") and bool(between)
        joined = tied and bool(set(between[:2]) & {"for", "to", "from", "with"})
        joined = joined or (tied and len(between) < 5 and _counts_others(between))
        if not joined or dates[first].found.bound != dates[second].found.bound:
            return []
    return places if len(places) > 1 else []


def _counts_others(words: list[str]) -> bool:
    """ "Seven in July, and | one more | in October", "the rest", "the remaining three"."""
    number = words[0] in COUNTS or words[0] in NUMBERS or words[0].isdigit()
    if number:
        return len(words) == 1 or words[1] in ("more", "others", "other", "further")
    return words[0] in ("another", "the") and bool(
        set(words[1:]) & {"rest", "remaining", "remainder", "others", *NUMBERS, "one"}
    )


def _turns(line: list[tuple[int, str]]) -> list[tuple[list[int], int]]:
    """Names with the date after them, or before them where a date comes first."""
    turns: list[tuple[list[int], int]] = []
    waiting: list[int] = []
    for at, letter in line:
        if line[0][1] == "d" and letter == "d":
            turns.append(([], at))
        elif line[0][1] == "d":
            turns[-1][0].append(at)
        elif letter == "p":
            waiting.append(at)
        else:
            turns.append((waiting, at))
            waiting = []
    return turns


def _partners(tokens: list[Token], mention: Mention) -> list[int]:
    places = range(mention.first, mention.at + 1)
    return [at for at in places if tokens[at].kind == "name" and tokens[at].what.what == "partner"]
