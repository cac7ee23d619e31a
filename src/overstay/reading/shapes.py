"""A verb form without a helper: whether it is a verb at all, and of what shape."""

from __future__ import annotations

from overstay.reading.base_forms import fits_base, is_let
from overstay.reading.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.participles import fits_gerund, fits_past
from overstay.reading.third_person import fits_third
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

_POSSESSIVES = frozenset(("my", "your", "our", "its", "their", "whose"))


def fits_bare(
    group: Group, tokens: list[Token], at: int, forms: set[str], before: Token | None, groups: list[Group]
) -> bool:
    """Whether a form without a helper is a verb here; sets shape and tense of the group."""
    if _shares(group, tokens, at, forms, before, groups):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if "base" in forms and is_let(tokens, at, before, groups):
        group.shape, group.tense = "inf", "none"
        return True
    if forms & {"base", "s"} and before is not None and before.low in _POSSESSIVES and at and tokens[at - 1] is before:
        return False  # "has no access to your contacts"
    if _describes(tokens, at, after, groups) or (
        tokens[at].nouns and "base" in forms and after is not None and _is_past(after)
    ):
        return False
    if "stop" in tokens[at].nouns and after is not None and after.low == "of" and (before is None or not at):
        return False  # "Sunset of the feed postponed"
    if tokens[at].nouns and "base" in forms and before is not None and before.low in ("'s", "'", "’"):
        return False  # "the plaintiff's request"
    if "ing" in forms:
        return fits_gerund(group, tokens, at, before, after)
    if forms & {"past", "pp"}:
        return fits_past(group, tokens, at, forms, before)
    dated = after is not None and after.kind == "date" and after.text.lower().startswith(("from ", "back "))
    if tokens[at].low == "dates" and not dated and (after is None or after.low not in ("back", "from")):
        return False  # "users' birth dates"
    if tokens[at].low == "dates":
        return not groups  # "its participation dates back to 2012"
    if "s" in forms:
        return fits_third(tokens, at, before, after, groups)
    return "base" in forms and fits_base(group, tokens, at, before, after, groups)


def _shares(
    group: Group, tokens: list[Token], at: int, forms: set[str], before: Token | None, groups: list[Group]
) -> bool:
    """ "was suspended and removed", "will revoke and delete": the helper of the first verb serves the second."""
    last = groups[-1] if groups else None
    if before is None or before.low not in ("and", "or", "but", "then", ",") or last is None or at - last.last > 14:
        return False
    shared = set(last.cue.form.split("/")) & forms
    alone = last.shape == "inf" or last.mood == "hypothetical"  # "..., which should have been revoked, worked on"
    if before.low == "," and alone and not any(t.low in ("and", "or") for t in tokens[at + 1 : at + 8]):
        return False  # "Acme, having agreed to keep it open, shut it off"
    if tokens[at].low in ("had", "has", "have") or (last.passive and "past" in forms and object_follows(tokens, at)):
        return False
    if (
        last.loose
        or last.shape == "state"
        or not (
            (last.passive and "pp" in shared)
            or ((last.tense == "perfect" or "had" in last.words) and "pp" in shared and not last.passive)
            or (
                not last.passive
                and "base" in shared
                and not tokens[at].nouns
                and (last.mood != "real" or last.shape == "inf")
            )
            or ("ing" in shared and last.shape == "ger")
        )
    ):
        return False
    group.passive, group.mood, group.tense, group.shape = last.passive, last.mood, last.tense, last.shape
    group.shared = True
    return True


def _describes(tokens: list[Token], at: int, after: Token | None, groups: list[Group]) -> bool:
    """ "Gave Acme continued access": a participle that only describes what was given."""
    last = groups[-1] if groups else None
    return (
        tokens[at].low in ("continued", "continuing", "extended", "prolonged", "restricted", "limited", "expanded")
        and after is not None
        and bool(after.nouns & {"access", "relation"})
        and last is not None
        and bool(last.senses & {"give", "get", "have"})
        and not any(token.kind == "mark" or token.low in CONJUNCTIONS for token in tokens[last.last + 1 : at])
    )


def _is_past(token: Token) -> bool:
    """ "Sunset postponed": the word before a past form is its subject."""
    verb = token.verb
    return verb is not None and verb.form in ("past", "pp", "past/pp") and token.kind == "word"


def object_follows(tokens: list[Token], at: int) -> bool:
    """Whether a noun group stands right after a verb."""
    for here, token in enumerate(tokens[at + 1 : at + 4], at + 1):
        if token.low in ("all", "both", "each") and here + 1 < len(tokens) and tokens[here + 1].low in ("of", "but"):
            return True
        numbered = here + 1 < len(tokens) and tokens[here + 1].low.isdigit()
        if is_adverb(token) or (numbered and token.low in ("about", "around", "over", "under")):
            continue  # "read | about 8,000 messages"
        return (
            token.kind != "date"
            and token.low not in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS - {"that"}
            and (
                token.low in DETERMINERS | {"them", "us"}
                or token.kind in ("name", "unknown")
                or bool(token.nouns)
                or (token.kind == "word" and not token.cues)
            )
        )
    return False
