"""Where the helpers of a verb stand: on its left, or before its subject after a fronted negative."""

from __future__ import annotations

from overstay.reading.function_words import AUX, BE, CONJUNCTIONS, GET, HAVE, NEGATION, PREPOSITIONS, SUBORDINATORS
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

TO_BE_DONE = frozenset(["able", "unable", "about", "going", "due", "bound"])  # "is due to be closed"
_SEEN = frozenset(
    [
        "not",
        "n't",
        "never",
        "longer",
        "still",
        "no",
        "yet",
        "already",
        "nor",
        "neither",
        "either",
        "just",
        "now",
        "ever",
        "formerly",
        "previously",
    ]
)
_FRONTED = frozenset(["never", "nor", "neither", "time", "once", "circumstances", "only"])
_FINITE = frozenset(("was", "were", "is", "are", "has", "had", "will", "would", "could", "can", "did", "does"))
_OF_FRONTED = frozenset(
    ["at", "on", "under", "in", "no", "not", "any", "a", "single", "even", "point", "occasion", "way"]
)


def helpers_of(tokens: list[Token], at: int) -> tuple[int, int, list[str]]:
    """Walks left from a verb over helpers, adverbs and dates set off by commas: first helper, where it stops, words."""
    seen: list[str] = []
    first, here = at, at - 1
    while here >= 0:
        token, low = tokens[here], tokens[here].low
        if low == "to" and seen and seen[-1] in _FINITE:
            break  # "what their friends listen to | was retired": the "to" of another verb
        if low in AUX or low in GET:
            seen.append(low)
            first = here
        elif low in ("more", "any", "no"):
            if tokens[here + 1].low not in ("longer", "more"):
                break
            seen.append(low)
        elif low in ("first", "second", "last") and here and tokens[here - 1].low == "the":
            break  # "the first ended in May": an ordinal that stands for its noun
        elif is_adverb(token):
            if low in _SEEN:
                seen.append(low)
        elif low in TO_BE_DONE and seen and seen[-1] == "to":
            seen.append(low)
        elif token.kind == "date" or low == ",":
            # Only a date or short adverbial between commas, or right between helper and verb, stands inside the group.
            jump = _aside(tokens, here)
            if jump is None:
                break
            here = jump
            continue
        else:
            break
        here -= 1
    return first, here, seen


def _aside(tokens: list[Token], here: int) -> int | None:
    """For ", by March 2015," or a bare date before a verb: the place before it, if a helper stands there."""
    comma = tokens[here].low == ","
    back = here - 1 if comma else here
    while (
        back >= 0
        and here - back < 9
        and (
            tokens[back].kind == "date"
            or tokens[back].low in PREPOSITIONS
            or is_adverb(tokens[back])
            or (comma and tokens[back].low != "," and tokens[back].verb is None)
            or (comma and tokens[back - 1].low == "as")  # "did not, as required by the order, end it"
        )
    ):
        back -= 1
    if comma:
        if back < 0 or tokens[back].low != ",":
            return None
        back -= 1
    return back if back >= 0 and (tokens[back].low in AUX or tokens[back].low in NEGATION) else None


def agrees(helper: str, forms: set[str]) -> bool:
    """Whether a helper takes one of these forms: "has been", but not "has being"."""
    if helper in BE | GET:
        return bool(forms & {"pp", "ing"})
    if helper in HAVE:
        return "pp" in forms
    return "base" in forms


def is_inverted(group: Group, tokens: list[Token], at: int, forms: set[str], groups: list[Group]) -> bool:
    """ "At no time has Acme received": the helper stands before the subject after a fronted negative."""
    if not forms & {"base", "pp"}:
        return False
    floor = groups[-1].last if groups and tokens[groups[-1].head].low not in AUX else -1
    for here in range(at - 1, max(floor, at - 9), -1):
        low = tokens[here].low
        if low in (",", ";", ".", ":") or tokens[here].low in ("that", "which", "who"):
            return False
        dated = here and tokens[here - 1].kind == "date"
        if low in HAVE | {"did", "was", "were"} and dated and not _is_fronted(tokens, here):
            opening = f"{tokens[here - 2].low if here > 1 else ''} {tokens[here - 1].text.lower()}".split()[0]
            if opening not in ("only", "not") or not agrees(low, forms):
                return False  # "Only in 2017 did Acme lose it", "Not until 2017 was it closed"
            group.tense = "perfect" if low in ("has", "have") else "past"
            group.passive = low in BE
            group.helpers = (here,)
            return True
        if low in BE | HAVE | {"do", "does", "did"} and here and _is_fronted(tokens, here):
            if not agrees(low, forms):
                return False
            fronted = " ".join(t.low for t in tokens[max(0, here - 4) : here])
            group.tense = "past" if low in ("did", "had", "was", "were") else "perfect" if low in HAVE else "present"
            group.passive = low in BE
            group.negation = "" if "only" in fronted else "never"
            group.helpers = (here,)
            return True
    return False


def _is_fronted(tokens: list[Token], at: int) -> bool:
    """ "At no time | did": a negative opens the clause; in "it never | had access" the subject does."""
    back = at - 1
    while back > max(0, at - 12) and tokens[back].kind != "mark" and tokens[back].low != "never":
        back -= 1  # "at no time before the closing of the feed | did"
    led = tokens[back + 1].low in PREPOSITIONS | {"prior"} or tokens[back + 1].kind == "date"
    if " " in tokens[back].text and tokens[back].low == "never" and led:
        return back == 0 or tokens[back - 1].kind in ("mark", "date") or tokens[back - 1].low.isdigit()
    if tokens[at - 1].low not in _FRONTED:
        return False
    back = at - 1
    while back >= 0 and (tokens[back].low in _FRONTED or tokens[back].low in _OF_FRONTED):
        back -= 1
    return back < 0 or tokens[back].kind in ("mark", "date") or tokens[back].low in CONJUNCTIONS | SUBORDINATORS | {","}
