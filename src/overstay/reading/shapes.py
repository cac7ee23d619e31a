"""A verb form without a helper: whether it is a verb at all, and of what shape."""

from __future__ import annotations

from overstay.reading.tokens import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS, Token
from overstay.reading.verbs import Group, is_adverb

_WEAK_DETERMINERS = frozenset(["that", "this", "these", "those", "all", "both", "each", "'s", "some", "most", "many", "one", "few", "several"])
_SUBJECTS = frozenset(["we", "they", "you", "i", "who", "which", "that", "these", "those", "both", "all", "others"])
_SINGULAR = frozenset(["it", "he", "she", "which", "who", "that", "this", "everyone", "nobody", "other", ")", ",", "one", "none"])
_NOT_VERBS = frozenset(["following", "including", "according", "regarding", "concerning", "during", "pending"])
_FROM_THEN = frozenset(["beginning", "starting"])
_ORDERED = frozenset(("end", "bar", "start", "keep", "extend"))
_AFTER_WHAT = frozenset(["as", "if", "once", "unless", "until", "when", "than", "while", "though", "although", "where", "whether"])


def fits_bare(
    group: Group, tokens: list[Token], at: int, forms: set[str], before: Token | None, groups: list[Group]
) -> bool:
    """Whether a form without a helper is a verb here; sets shape and tense of the group."""
    if _shares(group, tokens, at, forms, before, groups):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if "ing" in forms:
        return _gerund(group, tokens[at], before, after)
    if forms & {"past", "pp"}:
        return _past(group, tokens, at, forms, before)
    if "s" in forms:
        led = groups and tokens[groups[-1].last] is before and not groups[-1].senses & {"say", "show"}
        return not led and not (tokens[at].nouns and _in_fronted(tokens, at)) and _third(tokens[at], before, after)
    return "base" in forms and _base(group, tokens, at, before, after, groups)


def _shares(
    group: Group, tokens: list[Token], at: int, forms: set[str], before: Token | None, groups: list[Group]
) -> bool:
    """ "was suspended and removed", "will revoke and delete": the helper of the first verb serves the second."""
    last = groups[-1] if groups else None
    if before is None or before.low not in ("and", "or", "but", "then", ",") or last is None or at - last.last > 14:
        return False
    shared = set(last.cue.form.split("/")) & forms
    if tokens[at].low in ("had", "has", "have") or (last.passive and "past" in forms and object_follows(tokens, at)):
        return False
    if last.loose or last.shape == "state" or not (
        (last.passive and "pp" in shared)
        or (last.tense == "perfect" and "pp" in shared and not last.passive)
        or (not last.passive and "base" in shared and not tokens[at].nouns and (last.mood != "real" or last.shape == "inf"))
        or ("ing" in shared and last.shape == "ger")
    ):
        return False
    group.passive, group.mood, group.tense, group.shape = last.passive, last.mood, last.tense, last.shape
    group.shared = True
    return True


def object_follows(tokens: list[Token], at: int) -> bool:
    """Whether a noun group stands right after a verb."""
    for token in tokens[at + 1 : at + 4]:
        if is_adverb(token):
            continue
        return token.kind != "date" and token.low not in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS - {"that"} and (
            token.low in DETERMINERS | {"them", "us"} or token.kind in ("name", "unknown") or bool(token.nouns)
            or (token.kind == "word" and not token.cues)
        )
    return False


def _gerund(group: Group, token: Token, before: Token | None, after: Token | None) -> bool:
    low = before.low if before else ""
    if low in DETERMINERS and low not in ("this", "that", "all", "both"):
        return False
    if before is not None and before.nouns & {"data", "item"} and token.nouns:
        return False
    if token.low in _NOT_VERBS or (
        token.low in _FROM_THEN and after is not None and (after.kind == "date" or after.low in ("today", "now", "with"))
    ):
        return False
    if (
        after is not None
        and (low in PREPOSITIONS or not low or (before is not None and before.kind == "date"))
        and after.nouns & {"role", "access", "relation", "paper", "more", "people"}
        and not after.nouns & {"data"}
    ):
        return False  # "advertising partners", "the sharing agreement"
    group.shape, group.tense = "ger", "none"
    return True


def _past(group: Group, tokens: list[Token], at: int, forms: set[str], before: Token | None) -> bool:
    low = before.low if before else ""
    adjacent = tokens[at - 1].low if at else ""
    if low in DETERMINERS and low not in _WEAK_DETERMINERS:
        return False
    if adjacent in PREPOSITIONS and adjacent not in _AFTER_WHAT:
        return False
    if "base" in forms and not (low == "that" and at > 1 and noun_before(tokens[at - 2])) and (low in DETERMINERS or (tokens[at].nouns and low in PREPOSITIONS | CONJUNCTIONS)):
        return False
    if low == "'s" or (low in _AFTER_WHAT and "pp" in forms):
        group.shape, group.tense, group.passive = "pp", "none", True
        return True
    group.tense, group.loose = "past", "pp" in forms
    return True


def noun_before(token: Token) -> bool:
    """Whether a word before "that" or "which" is a noun that these can refer to."""
    return token.kind in ("name", "unknown") or bool(token.nouns)


def _third(token: Token, before: Token | None, after: Token | None) -> bool:
    if before is None:
        return False
    subject = (
        before.kind in ("name", "unknown", "date")
        or before.low in _SINGULAR
        or (
            before.kind == "word"
            and before.low not in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
            and (not before.low.endswith("s") or before.low.endswith("ss") or not token.nouns)
        )
    )
    if not subject or (before.low == "," and token.nouns):
        return False
    if token.nouns and before.verb is not None and not before.nouns:
        return False  # "could read messages": its object
    modified = bool(before.nouns & {"access", "data", "relation", "product", "item"}) or before.kind in ("name", "unknown")
    return not (token.nouns and modified and not _goes_on(after))


def _in_fronted(tokens: list[Token], at: int) -> bool:
    """Whether the stretch before a word is a fronted phrase that still runs: "Contrary to press reports, ..."."""
    here = at
    while here > 0 and tokens[here - 1].kind != "mark" and not tokens[here - 1].verb:
        here -= 1
    return tokens[here].low in PREPOSITIONS | {"contrary", "according", "due", "owing", "thanks"}


def _goes_on(after: Token | None) -> bool:
    """Whether what follows a form in -s makes it a verb rather than a plural noun."""
    return (
        after is None
        or after.kind == "date"
        or after.low in DETERMINERS | (PREPOSITIONS - {"of", "for"})
        or after.low in (".", ",", ";", "that")
        or is_adverb(after)
    )


def _base(
    group: Group, tokens: list[Token], at: int, before: Token | None, after: Token | None, groups: list[Group]
) -> bool:
    token = tokens[at]
    if before is None or (before.low in (":", "*", "-", "•", "–", "—", ")") and not groups):
        # An order, or the short style of changelogs: "Remove the legacy token".
        group.imperative = bool(
            token.senses & _ORDERED
            and after is not None
            and after.low != "'s"
            and (after.low in DETERMINERS or after.kind in ("name", "unknown") or after.nouns or not after.cues)
            and not (token.nouns and after.low in PREPOSITIONS)
        )
        return group.imperative
    if before.low in ("we", "they", "you", "i", "who"):
        return True
    plural = before.low in _SUBJECTS or (
        before.kind == "word" and before.low.endswith("s") and not before.low.endswith("ss") and bool(before.nouns or not before.cues)
    )
    if before.kind == "name" and before.what.what in ("program", "category"):
        plural = before.low != before.text and before.text.lower().endswith("s")
    if before.kind in ("name", "unknown") and before.low != "<date>" and at > 1:
        stop = tokens.index(before)
        plural = plural or (stop > 0 and tokens[stop - 1].low in ("and", "or", "nor", "&"))
    if token.senses & {"show", "say"} and after is not None and after.low == "that":
        return True
    if before.low in ("that", "those", "these", "all", "both") and token.nouns:
        return False
    if not token.nouns:
        return plural
    return plural and after is not None and (
        after.kind in ("name", "unknown") or (after.low in DETERMINERS | {"that"} and after.low not in ("'s", "more"))
    )
