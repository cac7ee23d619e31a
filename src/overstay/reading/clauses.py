"""What a clause is, and which words part two clauses, open one, or only look as if they did."""

from __future__ import annotations

from dataclasses import dataclass

from overstay.reading.function_words import AUX, CONJUNCTIONS, COUNTS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

MARKS = frozenset([";", ":", "—", "–", "(", ")", '"', "“", "”", "•", "*", "|", "/"])
RELATIVE = frozenset(["which", "who", "whose", "that", "whom", "where", "whereby"])
NOMINAL = ("name", "unknown")
SUBJECT_PRONOUNS = frozenset(["it", "they", "we", "he", "she", "i", "you"])
TIMES = frozenset(["after", "before", "since", "until", "till", "when", "once", "while", "as", "whereupon"])
_EITHER = frozenset(["after", "before", "since", "until", "till", "as"])  # prepositions as well as conjunctions
_NOUN_WORDS = frozenset(
    [
        "it",
        "they",
        "we",
        "this",
        "these",
        "those",
        "that",
        "all",
        "both",
        "each",
        "i",
        "he",
        "she",
        "none",
        "others",
        *COUNTS,
    ]
)


@dataclass(slots=True)
class Clause:
    """One clause. `start`..`end` are places in the list of tokens; `subject` and `rest` are such ranges.

    `link`: main, and, comma, rel, sub, comp (said that ...), inf, ger, pp (reduced relative), aside (", it said,"),
    resume (the main clause goes on after a relative one); `word` is the word that makes the link.
    """

    group: Group
    start: int
    end: int
    link: str
    word: str
    subject: tuple[int, int]
    rest: tuple[int, int]


def noun_like(token: Token) -> bool:
    """Whether a token can be, or be the head of, a noun group."""
    return (
        token.kind in NOMINAL
        or bool(token.nouns)
        or (
            token.kind == "word"
            and token.low not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUX
            and not token.adjective
            and not is_adverb(token)
        )
        or token.low in _NOUN_WORDS
    )


def opens(tokens: list[Token], at: int, right: int) -> bool:
    """Whether the relative word or subordinator at this place opens the clause of the verb at `right`."""
    low = tokens[at].low
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if low not in SUBORDINATORS or following is None or (low == "as" and at and tokens[at - 1].low in ("such", "well")):
        return False
    if low == "that" and at > 1 and tokens[at - 1].low == "even" and following.verb is not None:
        return False  # "..., and even that ended in 2020"
    if low == "because" and following.low == "of":
        return False
    if low in TIMES and (
        following.kind == "date" or (low == "as" and following.low in ("of", "to", "well", "a", "an"))
    ):
        return False
    if low == "once" and following.low == ",":
        return False  # "extended once, through June"
    if low in _EITHER and any(token.low == "," for token in tokens[at + 1 : right]):
        return False
    if low in ("before", "after") and _disagrees(tokens, at, right):
        return False  # "tokens issued before this release | have been revoked"
    if at and low in ("when", "while") and following.low.endswith("ing") and _has_object(tokens, at + 2, right):
        return False  # "suggestions when splitting a fare | vanished"
    if low == "that" and at > 1 and tokens[at - 1].low == "," and tokens[at - 2].kind == "date":
        return True  # "announced on 8 March 2021, that Acme would be barred"
    return not (low == "that" and at and (tokens[at - 1].low in PREPOSITIONS or tokens[at - 1].kind == "mark"))


def _disagrees(tokens: list[Token], at: int, right: int) -> bool:
    """Whether the one thing named behind a preposition cannot be the subject of a verb in the plural."""
    if right >= len(tokens) or tokens[right].low not in ("have", "are", "were") or right - at > 5:
        return False
    one = tokens[right - 1]
    led = tokens[at + 1].low in ("this", "that", "a", "an", "the", "its", "our")
    return led and one.kind == "word" and not is_adverb(one) and not one.low.endswith("s")


def _has_object(tokens: list[Token], at: int, right: int) -> bool:
    return at + 1 < right and tokens[at].low in ("a", "an", "the", "your", "their", "our", "its")


def clause_like(tokens: list[Token], start: int, end: int) -> bool:
    """Whether tokens[start:end] can open a new clause: no date stands in it but at its start."""
    if start < end and tokens[start].low == ",":
        start += 1  # "and, on 3 May, removed it"
    return not any(token.kind == "date" for token in tokens[start + 1 : end])


def only_lists(tokens: list[Token], start: int, end: int) -> bool:
    """ "Keys issued to Acme and Borel expired": only a row of names stands between the two verbs.

    The last of the row may be counted: "to Acme, Borel and nine other makers".
    """
    last = end
    if tokens[end - 1].kind not in NOMINAL and tokens[end - 1].nouns & {"role", "people"}:
        while last > start and tokens[last - 1].low not in (",", "and", "or", "&"):
            last -= 1
        counted = tokens[last:end]
        if not any(t.low.isdigit() or t.low in (*COUNTS, "other", "others", "all", "several") for t in counted):
            return False
        if any(t.kind in ("date", "mark") or t.low in PREPOSITIONS for t in counted):
            return False
    return (
        end - start > 3
        and tokens[start].low in (("by", "to") if last < end else ("by", "to", "with", "for", "from"))
        and (last < end or tokens[end - 1].kind in NOMINAL)
        and any(t.kind in NOMINAL for t in tokens[start:last])
        and all(
            t.kind in NOMINAL or t.low in (",", "and", "or", "&", "the", "by", "to", "with", "for")
            for t in tokens[start:last]
        )
    )
