"""A form in -ing or -ed without a helper: whether it is a verb, or describes or names a thing."""

from __future__ import annotations

from overstay.reading.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group

_WEAK_DETERMINERS = frozenset(
    ["that", "this", "these", "those", "all", "both", "each", "'s", "some", "most", "many", "one", "few", "several"]
)
_NOT_VERBS = frozenset(
    ["existing", "following", "including", "according", "regarding", "concerning", "during", "pending"]
)
_RANKS = frozenset(("last", "final", "latest"))
_FROM_THEN = frozenset(["beginning", "starting"])
_AFTER_WHAT = frozenset(
    ["as", "if", "once", "unless", "until", "when", "than", "while", "though", "although", "where", "whether"]
)


def fits_gerund(group: Group, tokens: list[Token], at: int, before: Token | None, after: Token | None) -> bool:
    """Whether a form in -ing is a gerund, and not the name of a thing or what describes one; sets shape and tense."""
    token = tokens[at]
    low = before.low if before else ""
    if low in DETERMINERS and low not in ("this", "that", "all", "both"):
        return False
    kind_of_data = before is not None and before.kind == "name" and before.what.what == "category"
    if before is not None and (before.nouns & {"data", "item"} or kind_of_data) and token.nouns:
        return False
    if (
        at < 3
        and token.nouns & {"access", "relation"}
        and after is not None
        and after.low in ("with", "of", "to", "by", "from")
    ):
        led = any((t.senses and not t.nouns) or t.low in PREPOSITIONS | SUBORDINATORS for t in tokens[:at])
        if not led:
            return False  # "Location sharing with Acme was stopped"
    if token.low == "working" and after is not None and after.nouns & {"access", "relation"}:
        return False  # "no longer have working credentials"
    if low == "without" and token.low in ("warning", "meaning", "hearing"):
        return False
    if (
        before is not None
        and before.senses & {"use", "get", "send"}
        and after is not None
        and after.nouns & {"data"}
        and not token.senses & {"get", "send", "end"}
    ):
        return False  # "receives scheduling data"
    if token.low == "remaining" and low in ("all", "both") and after is not None and (after.nouns or not after.cues):
        return False  # "all remaining tokens"
    if token.low in _NOT_VERBS or (
        token.low in _FROM_THEN
        and after is not None
        and (after.kind == "date" or after.low in ("today", "now", "with"))
    ):
        return False
    if _in_compound(tokens, at):
        return False
    if low == ":" and "end" in token.senses and after is not None and after.kind == "date":
        group.tense = "progressive"  # "Access to calendars: retiring April 2020"
        return True
    if (
        after is not None
        and (low in PREPOSITIONS or not low or (before is not None and before.kind == "date"))
        and after.nouns & {"role", "access", "relation", "paper", "more", "people"}
        and not after.nouns & {"data"}
    ):
        return False  # "advertising partners", "the sharing agreement"
    group.shape, group.tense = "ger", "none"
    return True


def _in_compound(tokens: list[Token], at: int) -> bool:
    """ "The photo printing service": a form in -ing between a determiner and the noun that it describes."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or not after.nouns & {"product", "role"} or at < 2 or not tokens[at].senses <= {"other", "work"}:
        return False
    return bool(tokens[at - 1].nouns or tokens[at - 1].kind == "name") and tokens[at - 2].low in (
        "the",
        "a",
        "an",
        "its",
        "our",
        "their",
    )


def fits_past(group: Group, tokens: list[Token], at: int, forms: set[str], before: Token | None) -> bool:
    """Whether a form in -ed is a past or a participle, and not an adjective; sets shape, tense and voice."""
    low = before.low if before else ""
    adjacent = tokens[at - 1].low if at else ""
    if (
        adjacent in _RANKS
        and at > 1
        and tokens[at - 2].low in DETERMINERS
        and tokens[at + 1 :]
        and tokens[at + 1].nouns
    ):
        return False  # "its last recorded call"
    if low in DETERMINERS and low not in _WEAK_DETERMINERS:
        return False
    if adjacent in PREPOSITIONS and adjacent not in _AFTER_WHAT:
        return False
    if (
        "base" in forms
        and not (low == "that" and at > 1 and _noun_before(tokens[at - 2]))
        and (low in DETERMINERS or (tokens[at].nouns and low in PREPOSITIONS | CONJUNCTIONS))
    ):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    alone = after is None or after.kind in ("mark", "date") or after.low in PREPOSITIONS  # "Acme's expired in May"
    if (low == "'s" and not alone) or (low in _AFTER_WHAT and "pp" in forms):
        group.shape, group.tense, group.passive = "pp", "none", True
        return True
    group.tense, group.loose = "past", "pp" in forms
    return True


def _noun_before(token: Token) -> bool:
    """Whether a word before "that" or "which" is a noun that these can refer to."""
    return token.kind in ("name", "unknown") or bool(token.nouns)
