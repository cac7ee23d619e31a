"""Several partners and several dates in one clause: "Acme's in 2014 and Borel's in 2015" are two statements."""

from __future__ import annotations

import re
from itertools import pairwise

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
    places = {at for mention in mentions for at in _partners(tokens, mention)}
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


def _apart(tokens: list[Token], dates: dict[int, When]) -> list[int]:
    """ "For new apps on 1 May and for existing ones on 3 June": a date for each of two groups without a name."""
    places = sorted(dates)
    for first, second in pairwise(places):
        between = [token.low for token in tokens[first + 1 : second]]
        joined = len(between) > 2 and between[0] in ("and", ",") and set(between[1:3]) & {"for", "to", "from", "with"}
        if not joined or dates[first].found.bound != dates[second].found.bound:
            return []
    return places if len(places) > 1 else []


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
    if mention.prep == "by":
        return []
    places = range(mention.first, mention.at + 1)
    return [at for at in places if tokens[at].kind == "name" and tokens[at].what.what == "partner"]
