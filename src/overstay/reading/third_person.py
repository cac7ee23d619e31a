"""A form in -s without a helper: the third person of a verb, or the plural of a noun."""

from __future__ import annotations

from overstay.reading.function_words import AUX, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

_SINGULAR = frozenset(
    ["it", "he", "she", "which", "who", "that", "this", "everyone", "nobody", "other", ")", ",", "one", "none"]
)
# "Access to her notes", "200 million records": what follows is a noun.
_NO_SUBJECTS = frozenset(
    ["the", "a", "an", "its", "their", "our", "his", "her", "my", "your", "whose", "million", "billion", "thousand",
     "hundred", "dozen", "dozens"]
)  # fmt: skip
_PLAIN_ADJECTIVES = frozenset(
    (
        "public",
        "private",
        "past",
        "old",
        "new",
        "recent",
        "daily",
        "personal",
        "individual",
        "direct",
        "raw",
        "full",
        "such",
        "several",
        "many",
    )
)


def fits_third(tokens: list[Token], at: int, before: Token | None, after: Token | None, groups: list[Group]) -> bool:
    """Whether a form in -s is a verb: the third person after its subject, or the second of two verbs."""
    if tokens[at].nouns and before is not None and before.low in _PLAIN_ADJECTIVES:
        return False  # "reading public posts"
    if tokens[at].nouns and after is not None and (after.low in AUX - {"to"} or _shows(after)):
        return False  # "internal records show", "their calls were answered"
    if tokens[at].low == "means" and after is not None and after.low in ("by", "of", "through", "for"):
        return False  # "the technical means by which it read them"
    if _is_compound(tokens, at, before, after) or (before is not None and before.low in _NO_SUBJECTS):
        return False
    if tokens[at].nouns and groups and before is not None and "show" in groups[-1].senses and groups[-1].last == at - 1:
        return False  # "our logs show calls"
    if [token.low for token in tokens[max(0, at - 2) : at]] == ["no", "longer"] and before is None:
        return True  # "No longer syncs contact lists to Acme", in a changelog
    adverb = tokens[at - 1].low if at else ""
    somebody = before is not None and (before.kind in ("name", "unknown") or bool(before.nouns & {"role", "product"}))
    if adverb in ("longer", "still", "never", "now", "also") and somebody and _takes_object(after):
        return True  # "Acme no longer imports contacts", "the app still exports them"
    if not groups and before is not None and tokens[at - 1].low in ("now", "longer"):
        program = before.kind == "name" and before.what.what == "program"
        if program or before.nouns & {"access"}:
            return True  # "the endpoint now answers 403"
    if tokens[at].nouns and before is not None and before.low.isdigit() and not _ends_then(tokens[at], after):
        return False  # "made 12,500 calls", but not "access to v1.0 ends on 1 March"
    shown = groups and all(token.kind == "word" and token.nouns for token in tokens[groups[-1].last + 1 : at])
    if (
        tokens[at].nouns
        and shown  # "records reflect | API calls by Acme"
        and groups[-1].senses & {"say", "show"}
        and after is not None
        and after.low in ("from", "by", "for", "to")
    ):
        return False  # "logs show requests from Acme"
    if after is not None and after.low == "of" and tokens[at].senses & {"use"}:
        return False  # "all commercial uses of the feed"
    led = groups and tokens[groups[-1].last] is before and not groups[-1].senses & {"say", "show"}
    if (
        before is not None
        and before.low in ("and", "but", "yet")
        and (any(group.finite for group in groups) or any(token.low in ("is", "are") for token in tokens[:at]))
    ):
        return (
            _ends_then(tokens[at], after) or not tokens[at].nouns
        )  # "was fined and has access", "was never cut off and continues to read it"
    return not led and not (tokens[at].nouns and _in_fronted(tokens, at)) and _has_subject(tokens, at, before, after)


def _takes_object(after: Token | None) -> bool:
    """Whether what follows a form in -s can be its object, or say from whom or to whom."""
    return after is not None and (
        bool(after.nouns)
        or after.kind in ("name", "unknown", "date")
        or after.low in DETERMINERS
        or after.low in ("from", "to", "with", "it", "them", "any", "your", "user", "users")
    )


def _shows(token: Token) -> bool:
    """ "Records show": the verb of a plural, so that the word before it is its subject."""
    return token.low in ("show", "indicate", "suggest", "reveal", "confirm", "list", "contain", "state")


def _is_compound(tokens: list[Token], at: int, before: Token | None, after: Token | None) -> bool:
    """ "Customers' purchase records in March": a plural behind an owner and another noun, with no object."""
    if before is None or at < 2 or tokens[at - 2].low not in ("'s", "'", "’"):
        return False
    things = {"data", "item", "proof"}
    plain = bool(tokens[at].nouns & things) and bool(before.nouns & things)
    return plain and (after is None or after.kind in ("mark", "date") or after.low in PREPOSITIONS | {"and", "or"})


def _has_subject(tokens: list[Token], at: int, before: Token | None, after: Token | None) -> bool:
    token = tokens[at]
    if before is None:
        return False
    if before.low == "'s":  # "Acme's ends on Friday"
        return _ends_then(token, after)
    subject = (
        before.kind in ("name", "unknown", "date")
        or before.low in _SINGULAR
        or (
            before.kind == "word"
            and before.low not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
            and (not before.low.endswith("s") or before.low.endswith("ss") or not token.nouns)
        )
        or _has_one_head(tokens, at)
    )
    if before.low == "," and token.nouns and _ends_then(token, after):
        return True  # "Acme's, the largest, ends on 31 January"
    if not subject or (before.low == "," and token.nouns):
        return False
    if token.nouns and before.verb is not None and not before.nouns:
        return False  # "could read messages": its object
    modified = bool(before.nouns & {"access", "data", "relation", "product", "item"}) or before.kind in (
        "name",
        "unknown",
    )
    over = "stop" in token.nouns and after is not None and after.low == "for"  # "the feed ends for everyone"
    return not (token.nouns and modified and not (over or _goes_on(after)))


def _ends_then(token: Token, after: Token | None) -> bool:
    """Whether a form in -s may say that something ends, on the date that follows."""
    return "end" in token.senses and after is not None and after.kind == "date"


def _has_one_head(tokens: list[Token], at: int) -> bool:
    """ "Access to call logs | ends": the plural before the verb only completes a noun in the singular."""
    here = at - 1
    while here > 0 and tokens[here].kind == "word" and tokens[here].low not in PREPOSITIONS | CONJUNCTIONS:
        here -= 1
    head = tokens[here - 1] if here > 0 and tokens[here].low in ("to", "of", "with", "for", "from") else None
    return (
        head is not None
        and bool(head.nouns & {"access", "relation"})
        and (head.low.endswith("ss") or not head.low.endswith("s"))
    )


def _in_fronted(tokens: list[Token], at: int) -> bool:
    """Whether the stretch before a word is a fronted phrase that still runs: "Contrary to press reports, ..."."""
    here = at
    while here > 0 and tokens[here - 1].kind != "mark" and (not tokens[here - 1].verb or tokens[here - 1].nouns):
        here -= 1
    return tokens[here].low in PREPOSITIONS | {"contrary", "according", "due", "owing", "thanks"}


_PARTICLES = frozenset(("down", "off", "out", "up"))


def _goes_on(after: Token | None) -> bool:
    """Whether what follows a form in -s makes it a verb rather than a plural noun."""
    return (
        after is None
        or after.kind == "date"
        or after.low in _PARTICLES  # "and shuts down"
        or after.low in DETERMINERS | (PREPOSITIONS - {"of", "for"})
        or after.low in (".", ",", ";", "that")
        or is_adverb(after)
    )
