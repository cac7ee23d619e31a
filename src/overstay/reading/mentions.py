"""What a stretch of a sentence speaks of: access, data, partners, programs, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstay.reading.function_words import ADVERBS, AUX, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.tokens import Token
from overstay.reading.verbs import is_adverb

# What a noun with several readings counts as: the first of these.
_ORDER = (
    "access",
    "data",
    "relation",
    "product",
    "more",
    "stop",
    "begin",
    "role",
    "people",
    "item",
    "other",
    "paper",
    "person",
)
PRONOUNS = frozenset(
    re.findall(
        r"[\w-]+",
        "any it they them theirs this these those that both we us ours hers i he she none one ones itself",
    )
)
OWNERS = frozenset(["its", "their", "our", "my", "your", "his", "her"])
_PARTITIVES = frozenset(
    re.findall(
        r"[\w-]+",
        "last all one some most none each rest part half any many number set handful majority two three four "
        "five six seven eight nine ten few several couple both dozen dozens either neither remainder sort "
        "kind kinds type",
    )
)
_UPGRADED = frozenset(("relation", "thing", "stop", "more", "begin"))
# Products that a kind of data before them makes a way to it: "the messaging feature", "contact-list export tool".
_WAYS = frozenset(
    re.findall(
        r"[\w-]+",
        "feature service tool functionality function capability option module extension widget add-on "
        "offering parameter object field fields resource route experience mechanism setting method bot door",
    )
)
_NEW_GROUP = frozenset(["the", "its", "their", "our", "this", "that", "these", "those", "his", "her", "every", "all"])
_ONE_OF = ("the", "that", "this", "each", "every", "no")
_ELLIPTIC = frozenset(["one", "ones", "first", "second", "third", "former", "latter", "last", "other", "others"])
_PREPOSITIONS = PREPOSITIONS - {"following"}
_TOLD = ("according", "pursuant", "subject", "thanks")
_ALONE = frozenset(["both", "each", "neither", "either", "all"])  # "both lost access"
_COUNTS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "pair", "trio"]
)
_NUMBER_WORD = re.compile(
    r"\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\w+teen|ten|eleven|twelve|one|two|three|four|five|six|seven|eight|nine"
)
_LEFT_OVER = frozenset(["remaining", "other", "last"])  # "the remaining seven"
_COUNTED = frozenset(["the", "these", "those", "all"])  # "the two lost access"
_GIVEN = frozenset(["access", "permission", "permissions", "keys", "tokens", "credentials", "rights"])
_AFTER_PARTICIPLES = frozenset(["to", "by", "for", "with", "from", "at", "in", "on", "under", "through", "into"])


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
    fronted = start < end and (tokens[start].low in PREPOSITIONS or _is_told_by(tokens, start, end))
    at = start
    while at < end:
        token = tokens[at]
        low = token.low
        if at in verbs or token.kind == "date" or low in (";", ":", "(", ")", "—", "–", "“", "”", '"'):
            prep, determiner, at = "", "", at + 1
            continue
        if low == "," and fronted:
            prep, determiner, fronted, at = "", "", False, at + 1
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
            elif not (low == "of" and at > start and _is_share(tokens[at - 1])):
                prep = low
            determiner, at = "", at + 1
            continue
        if low in _NEW_GROUP and prep and at > start and _closes(tokens[at - 1]):
            prep = ""  # "At the request of Acme the deadline ...", "section 9 of the agreement, its access ..."
        if low in OWNERS:
            out.append(Mention(at, at, "pronoun", "'s", token.text, ""))
            determiner, at = low, at + 1
            continue
        after = tokens[at + 1] if at + 1 < end and at + 1 not in verbs else None
        if low in _LEFT_OVER and determiner in _COUNTED and after and (after.low in _COUNTS or after.low.isdigit()):
            at += 1
            continue
        if _more_of_them(tokens, at, start, verbs):
            out.append(Mention(at, at, "pronoun", prep, token.text, "those"))  # "seven more will follow"
            determiner, at = "", at + 1
            continue
        counted = low in _COUNTS and determiner in _COUNTED and not (after and (_nominal(after) or after.low == "of"))
        if counted or (low in _ALONE and after is None):
            out.append(Mention(at, at, "pronoun", prep, token.text, determiner))
            at += 1
            continue
        if low in _PARTITIVES and after is not None and after.low == "of":
            at += 1
            continue
        if low in _ELLIPTIC and determiner in _ONE_OF and not (after and _nominal(after)):
            out.append(Mention(at, at, "pronoun", prep, token.text, determiner))
            at += 1
            continue
        if (
            low in PRONOUNS | DETERMINERS
            and low not in ("'s", "'", "’")
            and after is not None
            and (
                _nominal(after)
                or after.low in DETERMINERS
                or (low in DETERMINERS and after.kind == "word" and not after.verb and after.low not in _PREPOSITIONS)
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
        if _stands_alone(tokens, at, verbs):
            out.append(Mention(at, at, "access", prep, token.text, determiner))
            determiner, at = "", at + 1
            continue
        if not _nominal(token) or (at > start and out and _is_participle(tokens, at)):
            if low not in (",", "and", "or"):
                determiner = determiner if token.kind == "word" else ""
            at += 1
            continue
        first = at
        while at + 1 < end and at + 1 not in verbs and _continues(tokens, at):
            if at == first and at - 1 in verbs and token.kind != "word" and tokens[at + 1].low in _GIVEN:
                break  # "gave Acme access": two noun groups
            if (
                "role" in tokens[at].nouns
                and tokens[at].low.endswith("s")
                and tokens[at + 1].low in _GIVEN
                and prep != "of"
            ):
                break  # "gave device makers access"
            at += 1
        owner = at + 1 < end and tokens[at + 1].low in ("'s", "'", "’")
        out.append(_mention(tokens, first, at, "'s" if owner else prep, determiner))
        determiner = "'s" if owner else ""
        at += 2 if owner else 1
    return out


def _more_of_them(tokens: list[Token], at: int, start: int, verbs: frozenset[int]) -> bool:
    """ "Another seven | will be shut", "and six more | will be closed": some more of those just spoken of."""
    low = tokens[at].low
    if not (low in _COUNTS or low.isdigit()):
        return False
    more = at + 1 < len(tokens) and tokens[at + 1].low in ("more", "others") and at + 1 not in verbs
    further = at > start and tokens[at - 1].low in ("another", "further", "additional", "other")
    follows = at + 1 + more
    return (more or further) and follows < len(tokens) and follows in verbs


def counts(tokens: list[Token], mention: Mention) -> bool:
    """ "Thirty-one partnerships", "38 of these partnerships": nothing but a number before the noun."""
    inner = [token.low for token in tokens[mention.first : mention.at]]
    before = tokens[mention.first - 1].low if mention.first else ""
    number = all(_NUMBER_WORD.fullmatch(word) for word in inner)
    return number and bool(inner or mention.determiner in ("these", "those") or before in _COUNTS or before.isdigit())


def _is_share(token: Token) -> bool:
    return token.low in _PARTITIVES or token.low.isdigit()


def _is_told_by(tokens: list[Token], at: int, end: int) -> bool:
    """ "According to Acme, ..."."""
    return at + 1 < end and tokens[at].low in _TOLD and tokens[at + 1].low == "to"


def _by_name(tokens: list[Token], at: int, end: int) -> bool:
    """ "Ended in May, according to Acme", and not "a spokesman of Acme"."""
    name = at + 2 < end and tokens[at + 2].kind in ("name", "unknown")
    return name and tokens[at].low == "according" and not (at + 3 < end and tokens[at + 3].nouns)


def _is_participle(tokens: list[Token], at: int) -> bool:
    """ "Keys belonging to Acme", "the feed built by Acme": a participle right after its noun is no part of it."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        token.kind == "word"
        and after is not None
        and after.low in _AFTER_PARTICIPLES
        and not token.nouns
        and token.low.endswith(("ed", "ing", "built", "held", "run", "given", "made"))
    )


def _stands_alone(tokens: list[Token], at: int, verbs: frozenset[int]) -> bool:
    """ "Of the 52 partners, we have cut off | 38": a number alone stands for some of those just counted."""
    if not _is_number(tokens[at]) or tokens[at].kind != "word":
        return False
    here = at + 1
    while here < len(tokens) and tokens[here].low in ("more", "others", "of", "them"):
        here += 1
    if (
        here < len(tokens)
        and here not in verbs
        and tokens[here].kind != "mark"
        and tokens[here].low not in CONJUNCTIONS
    ):
        return False
    for of in range(at - 3):
        if tokens[of].low == "of" and _is_number(tokens[of + 2]):
            last = of + 3
            while last + 1 < at and _nominal(tokens[last + 1]) and last + 1 not in verbs:
                last += 1
            return bool(tokens[last].nouns & {"role", "relation", "access"})
    return False


def _is_number(token: Token) -> bool:
    return token.low.isdigit() or token.low in _PARTITIVES & DETERMINERS - {"all", "each", "most", "many"}


def _closes(token: Token) -> bool:
    """Whether a noun group ends here, so that a determiner after it opens another."""
    return token.kind in ("name", "unknown", "date") or token.low == "," or (token.kind == "word" and bool(token.nouns))


def heads(mentions: list[Mention]) -> list[Mention]:
    """The mentions that are no complement of another: no preposition and no owner."""
    return [mention for mention in mentions if mention.prep == ""]


def kind_of(token: Token) -> str:
    """What one token names."""
    if token.kind == "name":
        return str(token.what.what)
    if token.kind == "unknown":
        return "unknown"
    if token.low in PRONOUNS:
        return "pronoun"
    return next((kind for kind in _ORDER if kind in token.nouns), "thing")


def _nominal(token: Token) -> bool:
    if token.kind in ("name", "unknown"):
        return True
    low = token.low
    if token.kind != "word" or low in ADVERBS or low in SUBORDINATORS - {"that"}:
        return False
    if low in PRONOUNS or token.nouns:
        return True
    return (
        low not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUX
        and not token.adjective
        and low[0].isalpha()
        and len(low) > 2
        and not is_adverb(token)
    )


def _continues(tokens: list[Token], at: int) -> bool:
    """Whether the next token belongs to the same noun group."""
    here, after = tokens[at], tokens[at + 1]
    if here.low in PRONOUNS or after.low in PRONOUNS or _is_participle(tokens, at + 1):
        return False
    if here.kind in ("name", "unknown"):
        thing = here.kind == "name" and here.what.what in ("program", "category")
        if after.kind == "name":
            return thing and after.what.what in ("program", "category")
        return after.kind == "word" and (bool(after.nouns) or (thing and not after.cues and _nominal(after)))
    if after.kind in ("name", "unknown"):
        return after.kind == "name" and after.what.what in ("program", "category") and not here.nouns
    return _nominal(after)


def _mention(tokens: list[Token], first: int, at: int, prep: str, determiner: str) -> Mention:
    head = tokens[at]
    kind = kind_of(head)
    inner = {kind_of(token) for token in tokens[first:at]}
    strong = inner & {"access", "data", "program", "category"}
    if kind in _UPGRADED and strong and not (kind in ("thing", "stop", "begin") and not inner & {"access", "program"}):
        kind = "access" if kind in ("relation",) else kind
    elif kind == "product" and (inner & {"access", "program"} or (strong and head.low.rstrip("s") in _WAYS)):
        kind = "access" if head.low.rstrip("s") in _WAYS or inner & {"access"} else kind
    if kind in ("relation", "product") and "other" in inner and not strong:
        kind = "other"
    if "stop" in inner and head.low in ("date", "day", "deadline"):
        return Mention(at, first, "stop", prep, head.text, determiner, frozenset(("stop",)))
    if strong and head.low.removesuffix("s") in ("response", "payload", "output"):
        kind = "access"  # "the profile response"
    return Mention(at, first, kind, prep, head.text, determiner, head.nouns)
