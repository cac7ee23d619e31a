"""What a stretch of a sentence speaks of: access, data, partners, programs, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstay.reading.counted import NUMBERS, is_share, leads_on, more_of_them, stands_alone, stands_for_them
from overstay.reading.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS
from overstay.reading.lexicon import PARTICLES
from overstay.reading.nouns import PRONOUNS, continues, is_nominal, is_participle, what_is_named
from overstay.reading.tokens import Token
from overstay.reading.verbs import is_adverb

OWNERS = frozenset(["its", "their", "our", "my", "your", "his", "her"])
_NEW_GROUP = frozenset(["the", "its", "their", "our", "this", "that", "these", "those", "his", "her", "every", "all"])
_PREPOSITIONS = PREPOSITIONS - {"following"}
_SUBJECTS = frozenset(["it", "they", "we", "he", "she"])
_TOLD = ("according", "pursuant", "subject", "thanks", "contrary")
_MORE_OF_THEM = frozenset(["further", "more", "other", "additional", "such"])  # "seven further partnerships"
_GIVEN = frozenset(["access", "permission", "permissions", "keys", "tokens", "credentials", "rights"])
_NUMBER_WORD = re.compile(
    r"\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\w+teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun group. `at` is the place of its head, `first` where it begins, `prep` the preposition that governs it.

    `prep` is blank for none and 's for an owner. `kind`: access, relation, product, data, item, people, role, other,
    stop, begin, more, paper, person, partner, program, category, unknown, pronoun, thing.
    """

    at: int
    first: int
    kind: str
    prep: str
    word: str
    determiner: str
    nouns: frozenset[str] = frozenset()


def find_mentions(tokens: list[Token], start: int, end: int, verbs: frozenset[int]) -> list[Mention]:
    """The noun groups in a range of tokens; `verbs` are places that belong to verb groups."""
    out: list[Mention] = []
    prep, determiner = "", ""
    fronted = start < end and (
        tokens[start].low in PREPOSITIONS or tokens[start].kind == "date" or _is_told_by(tokens, start, end)
    )
    at = start
    while at < end:
        token = tokens[at]
        low = token.low
        if token.kind == "date" and at + 1 < end and tokens[at + 1].low in ("'s", "’s", "'", "’"):
            at += 2  # "with last week's announcement"
            continue
        if at in verbs or token.kind == "date" or low in (";", ":", "(", ")", "—", "–", "“", "”", '"'):
            prep, determiner, at = "", "", at + 1
            continue
        if low == "," and fronted:  # "By May, | according to Acme, | its keys had expired": each is fronted
            again = at + 2 < end and (tokens[at + 1].low in PREPOSITIONS or _is_told_by(tokens, at + 1, end))
            prep, determiner, fronted, at = "", "", again, at + 1
            continue
        if _is_told_by(tokens, at, end) and (at == start or _by_name(tokens, at, end)):
            prep, at = "according to", at + 2
            continue
        if low == "whose":
            prep, determiner, at = "", low, at + 1
            continue
        if (
            low in ("about", "around", "over", "under")
            and at + 1 < end
            and tokens[at + 1].low.isdigit()
            and (at == start or at - 1 in verbs)
        ):
            at += 1  # "cut off about 200 apps"
            continue
        if (
            low == "outside"
            and at > start
            and tokens[at - 1].low
            in ("a", "an", "the", "all", "any", "no", "every", "other", "these", "those", "its", "their", "our")
        ):
            at += 1  # "all outside accounts"
            continue
        if low == "at" and at + 1 < end and tokens[at + 1].low in ("least", "most"):
            at += 2
            continue
        if low in PREPOSITIONS and not (low == "following" and at > start and tokens[at - 1].low == "the"):
            if low == "of" and at > start and tokens[at - 1].low == "out":
                prep = "from"
            elif not (low == "of" and at > start and is_share(tokens[at - 1])):
                prep = low
            determiner, at = "", at + 1
            continue
        if low in _SUBJECTS and prep and tokens[at - 1].low not in PREPOSITIONS | {"and", "or", ","}:
            prep = ""  # "For everybody else | it closed on 30 April"
        if low in _NEW_GROUP and prep and at > start and _closes(tokens[at - 1]) and tokens[at - 1].low != prep:
            prep = ""  # "At the request of Acme the deadline ...", "section 9 of the agreement, its access ..."
        if low in OWNERS and prep and at > start and _ends_noun(tokens[at - 1]) and at - 1 not in verbs:
            prep = ""  # "because of an error | its tokens worked"
        if low in OWNERS:
            out.append(Mention(at, at, "pronoun", "'s", token.text, ""))
            determiner, at = low, at + 1
            continue
        after = tokens[at + 1] if at + 1 < end and at + 1 not in verbs else None
        if leads_on(low, determiner, after):
            at += 1
            continue
        if more_of_them(tokens, at, start, verbs):
            out.append(Mention(at, at, "pronoun", prep, token.text, "those"))  # "seven more will follow"
            determiner, at = "", at + 1
            continue
        if stands_for_them(low, determiner, after):
            out.append(Mention(at, at, "pronoun", prep, token.text, determiner))
            at += 1
            continue
        if (
            low in PRONOUNS | DETERMINERS
            and low not in ("'s", "'", "’")
            and after is not None
            and (
                is_nominal(after)
                or after.low in DETERMINERS
                or (
                    low in DETERMINERS
                    and after.kind == "word"
                    and not after.verb
                    and after.low not in _PREPOSITIONS | PARTICLES  # "shut that | off"
                )
            )
            and low not in ("it", "they", "them", "we", "us", "i", "he", "she", "ours", "theirs")
        ):
            determiner, at = determiner if determiner in ("the", "these", "those") else low, at + 1
            continue
        if (
            low == "both"
            and tokens[at - 1].low in PREPOSITIONS
            and at > start
            and after is not None
            and after.kind != "word"
        ):
            out.append(Mention(at, at, "pronoun", prep, token.text, determiner))  # "for both on 3 May"
            determiner, at = "", at + 1
            continue
        if stands_alone(tokens, at, verbs):
            out.append(Mention(at, at, "access", prep, token.text, determiner))
            determiner, at = "", at + 1
            continue
        if not is_nominal(token) or (at > start and out and is_participle(tokens, at)):
            if low not in (",", "and", "or"):
                determiner = determiner if token.kind == "word" else ""
            at += 1
            continue
        if prep == "at" and low in _GIVEN and at > start and tokens[at - 1].kind == "name":
            prep = ""
        first = at
        while at + 1 < end and at + 1 not in verbs and continues(tokens, at):
            if at == first and at - 1 in verbs and token.kind != "word" and tokens[at + 1].low in _GIVEN:
                break  # "gave Acme access": two noun groups
            if prep == "at" and tokens[at].kind == "name" and tokens[at + 1].low in _GIVEN:
                break  # "gave researchers at Acme access"
            if (
                "role" in tokens[at].nouns
                and tokens[at].low.endswith("s")
                and tokens[at + 1].low in _GIVEN
                and prep != "of"
            ):
                break  # "gave device makers access"
            at += 1
        owner = at + 1 < end and tokens[at + 1].low in ("'s", "'", "’")
        kind, nouns = what_is_named(tokens, first, at)
        out.append(Mention(at, first, kind, "'s" if owner else prep, tokens[at].text, determiner, nouns))
        determiner = "'s" if owner else ""
        at += 2 if owner else 1
        if owner:
            at = _behind_apposition(tokens, at, end)
    return out


def _behind_apposition(tokens: list[Token], at: int, end: int) -> int:
    """ "Acme's, | the largest, | ends": what stands between the commas only describes it."""
    if at >= end or tokens[at].low != "," or at + 1 >= end or tokens[at + 1].low not in ("the", "by", "a", "an"):
        return at
    closing = next((here for here in range(at + 1, min(end, at + 7)) if tokens[here].low == ","), -1)
    plain = all(token.kind == "word" and not token.nouns for token in tokens[at + 1 : max(closing, at + 1)])
    return closing if closing > 0 and plain else at


def _ends_noun(token: Token) -> bool:
    return token.kind == "word" and token.low not in PREPOSITIONS | DETERMINERS | CONJUNCTIONS and not is_adverb(token)


def _is_told_by(tokens: list[Token], at: int, end: int) -> bool:
    """ "According to Acme, ..."."""
    return at + 1 < end and tokens[at].low in _TOLD and tokens[at + 1].low == "to"


def _by_name(tokens: list[Token], at: int, end: int) -> bool:
    """ "Ended in May, according to Acme", and not "a spokesman of Acme"."""
    name = at + 2 < end and tokens[at + 2].kind in ("name", "unknown")
    return name and tokens[at].low == "according" and not (at + 3 < end and tokens[at + 3].nouns)


def _closes(token: Token) -> bool:
    """Whether a noun group ends here, so that a determiner after it opens another."""
    return token.kind in ("name", "unknown", "date") or token.low == "," or (token.kind == "word" and bool(token.nouns))


def heads(mentions: list[Mention]) -> list[Mention]:
    """The mentions that are no complement of another: no preposition and no owner."""
    return [mention for mention in mentions if mention.prep == ""]


def counts(tokens: list[Token], mention: Mention) -> bool:
    """ "Thirty-one partnerships", "38 of these partnerships": nothing but a number before the noun."""
    inner = [token.low for token in tokens[mention.first : mention.at]]
    led = mention.first - 1
    while led > 0 and tokens[led].low in _MORE_OF_THEM:
        led -= 1
    before = tokens[led].low if led >= 0 else ""
    number = all(_NUMBER_WORD.fullmatch(word) or word in _MORE_OF_THEM for word in inner)
    return number and bool(inner or mention.determiner in ("these", "those") or before in NUMBERS or before.isdigit())
