"""A base form without a helper: an order, an infinitive without "to", or the present after a plural; else a noun."""

from __future__ import annotations

from overstay.reading.function_words import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group

_SUBJECTS = frozenset(["we", "they", "you", "i", "who", "which", "that", "these", "those", "both", "all", "others"])
_CAUSES = frozenset(["let", "make", "see", "watch"])
_TRACES = frozenset(
    ["requests", "calls", "queries", "traffic", "activity", "connections", "logins", "downloads", "transfers", "reads"]
)
_SHOWS = frozenset(("show", "indicate", "list", "reveal", "suggest", "confirm", "contain", "include", "record", "hold"))
_ORDERED = frozenset(("end", "bar", "start", "keep", "extend"))
_AGREES = frozenset(("end", "lose", "keep", "have", "use", "get", "cont"))
_BEHIND_NOUN = frozenset(
    ("with", "without", "for", "of", "to", "from", "between", "in", "on", "under", "by", "older", "newer", "below")
)
_FOR_EXAMPLE = frozenset(("such as", "such", "like", "including", "among them"))


def is_let(tokens: list[Token], at: int, before: Token | None, groups: list[Group]) -> bool:
    """ "Let Acme read messages": the infinitive without "to" after the one who is let."""
    if not groups or before is None or groups[-1].cue.lemma not in ("let", "help", "make"):
        return False
    between = tokens[groups[-1].last + 1 : at]
    somebody = (
        before.kind in ("name", "unknown")
        or before.low in ("it", "them", "us")
        or bool(before.nouns & {"role", "people"})
    )
    return somebody and 0 < len(between) < 7 and not any(token.kind == "mark" for token in between)


def fits_base(
    group: Group, tokens: list[Token], at: int, before: Token | None, after: Token | None, groups: list[Group]
) -> bool:
    """Whether a base form is a verb: an order, an infinitive, or a present after a plural; sets shape and mood."""
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
    if before.low == "this" and tokens[at - 1].low == "this":
        return False  # "as of this build"
    if token.low == "like" and before.low not in ("we", "they", "you", "i", "who"):
        return False  # "firms like Acme"
    of_us = at > 2 and tokens[at - 2].low in ("at", "here at") and tokens[at - 3].low in ("we", "us", "here")
    if (
        before.low in ("we", "they", "you", "i", "who")
        or (of_us and before.kind in ("name", "unknown"))
        or (groups and groups[-1].loose and _many_before(tokens, groups[-1].first, at))
    ):
        return True
    if (
        groups
        and groups[-1].cue.lemma in _CAUSES
        and tokens[at - 1].low not in DETERMINERS
        and 1 < at - groups[-1].last < 9
        and not any(
            token.kind == "date" or token.low in (",", ";", ":", "and", "that", "which")
            for token in tokens[groups[-1].last + 1 : at]
        )
        and tokens[at - 1].low != "to"
        and token.senses & _ORDERED | token.senses & {"use", "have", "cont"}
    ):
        group.shape, group.tense = "inf", "none"  # "let its contract lapse", "saw the deal expire"
        return True
    if _is_ordered(tokens, at, groups):
        group.mood, group.tense = "must", "future"
        return True
    plural = (
        before.low in _SUBJECTS
        or before.low in ("people", "children", "police", "media", "data")
        or (
            before.kind == "word"
            and before.low.endswith("s")
            and not before.low.endswith("ss")
            and bool(before.nouns or not before.cues)
        )
    )
    if before.kind == "name" and before.what.what in ("program", "category"):
        plural = before.low != before.text and before.text.lower().endswith("s")
    if before.kind in ("name", "unknown") and before.low != "<date>" and at > 1:
        stop = tokens.index(before)
        plural = plural or (stop > 0 and tokens[stop - 1].low in ("and", "or", "nor", "&"))
    if token.senses & {"show", "say"} and after is not None and after.low == "that" and before.low not in DETERMINERS:
        return True
    shown = after is not None and ("proof" in before.nouns or (bool(groups) and groups[-1].loose))
    if token.low in _SHOWS and not groups and before.kind in ("date", "name", "unknown", "word"):
        lead = [t for t in tokens[max(0, at - 9) : at] if "proof" in t.nouns]
        if (
            lead
            and lead[0].low.endswith("s")
            and after is not None
            and (after.low in DETERMINERS or after.low in _TRACES or after.kind != "word")
        ):
            return True  # "logs from the night of 3 March show a computer"
    if token.low == "show" and shown and after is not None and after.low in _TRACES:
        return True  # "server logs produced in discovery show requests from Acme"
    if "show" in token.senses and "proof" in before.nouns and plural and token.low in ("show", "record", "list"):
        return True  # "our logs show calls"
    if (
        before.low == "that"
        and token.low in ("use", "access", "query", "request")
        and at > 1
        and after is not None
        and (after.low in DETERMINERS | {"it", "them"} or after.kind == "name")
    ):
        return any(cue.part == "noun" and cue.form == "many" for cue in tokens[at - 2].cues)  # "apps that use the feed"
    if before.low in ("that", "those", "these", "all", "both") and (
        token.nouns or token.low == "date" or (at > 1 and tokens[at - 2].low in PREPOSITIONS and before.low == "that")
    ):
        return False
    if token.low == "own" and tokens[at - 1].low in ("its", "their", "our", "'s", "his", "her"):
        return False
    plural = plural or _after_relative(tokens, at, groups) or (not groups and _is_many(tokens, at))
    if not token.nouns or tokens[at - 1].low in ("longer", "still", "now", "never", "also", "only"):
        return plural
    return (
        plural
        and after is not None
        and (
            after.kind in ("name", "unknown")
            or (after.low in DETERMINERS | {"that", "them", "it", "us"} and after.low not in ("'s", "more"))
        )
    )


def _many_before(tokens: list[Token], at: int, verb: int) -> bool:
    """ "The partners named in section 4 | keep": a plural noun before a bare participle is the subject."""
    noun = tokens[at - 1] if at else None
    plain = not any(token.kind == "mark" or token.low in CONJUNCTIONS for token in tokens[at:verb])
    plain = plain and tokens[verb - 1].low not in DETERMINERS | PREPOSITIONS  # "named in the | question"
    return noun is not None and plain and noun.low.endswith("s") and bool(noun.nouns) and not tokens[verb].nouns


def _is_ordered(tokens: list[Token], at: int, groups: list[Group]) -> bool:
    """ "Directs that Acme cease": the base form after a verb of ordering and "that", with a subject between."""
    last = groups[-1] if groups else None
    if last is None or not last.senses & {"order", "propose"} or at - last.last > 12 or tokens[at].nouns:
        return False
    between = tokens[last.last + 1 : at]
    that = next((here for here, token in enumerate(between) if token.low == "that"), None)
    return (
        that is not None
        and len(between) - that > 1
        and all(token.low not in (",", ";", "to", "and", "which") for token in between[that + 1 :])
        and between[-1].low not in PREPOSITIONS | DETERMINERS
    )


def _is_many(tokens: list[Token], at: int) -> bool:
    """ "Our agreements with Acme and the clinic Borel | expire": the first noun before a preposition is plural.

    So it is before an example: "makers such as Acme | no longer have it".
    """
    if not tokens[at].senses & _AGREES or tokens[at - 1].low in DETERMINERS | PREPOSITIONS | CONJUNCTIONS:
        return False
    begins = next((here + 1 for here in range(min(at, 8) - 1, -1, -1) if tokens[here].low in (":", "—", "–")), 0)
    for here in range(begins, at):  # "Mail Hooks: tokens with this scope | expire"
        example = tokens[here].low in _FOR_EXAMPLE
        if here > begins and (example or tokens[here].low in _BEHIND_NOUN):
            head = tokens[here - 1 - (tokens[here - 1].low == "," and example)]
            return any(cue.part == "noun" and cue.form == "many" for cue in head.cues)
        opens = here + 1 < at and tokens[here].low == "," and tokens[here + 1].low in _FOR_EXAMPLE
        if (tokens[here].kind == "mark" and not opens) or (
            tokens[here].verb and not tokens[here].nouns and tokens[here].low not in ("remaining", "existing")
        ):
            return False
    return False


def _after_relative(tokens: list[Token], at: int, groups: list[Group]) -> bool:
    """ "Apps that have not passed review | lose access": the plural subject stands before a relative clause."""
    last = groups[-1] if groups else None
    if (
        last is None
        or not last.finite
        or at - last.last > 6
        or any(t.low in (",", ";", ":") for t in tokens[last.last : at])
    ):
        return False
    relative = last.first - 1
    if relative < 1 or tokens[relative].low not in ("that", "who", "which"):
        return False
    head = tokens[relative - 1]
    many = any(cue.part == "noun" and cue.form == "many" for cue in head.cues)
    led = tokens[at - 1].low in DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS
    return many and not led and bool(tokens[at].senses & {"lose", "end", "have", "use", "cont", "keep", "get"})
