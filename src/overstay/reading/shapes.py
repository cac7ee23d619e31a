"""A verb form without a helper: whether it is a verb at all, and of what shape."""

from __future__ import annotations

from overstay.reading.tokens import CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SUBORDINATORS, Token
from overstay.reading.verbs import Group, is_adverb

_WEAK_DETERMINERS = frozenset(
    ["that", "this", "these", "those", "all", "both", "each", "'s", "some", "most", "many", "one", "few", "several"]
)
_SUBJECTS = frozenset(["we", "they", "you", "i", "who", "which", "that", "these", "those", "both", "all", "others"])
_SINGULAR = frozenset(
    ["it", "he", "she", "which", "who", "that", "this", "everyone", "nobody", "other", ")", ",", "one", "none"]
)
_NOT_VERBS = frozenset(
    ["existing", "following", "including", "according", "regarding", "concerning", "during", "pending"]
)
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
_FROM_THEN = frozenset(["beginning", "starting"])
_CAUSES = frozenset(["let", "make", "see", "watch"])
_ORDERED = frozenset(("end", "bar", "start", "keep", "extend"))
_AFTER_WHAT = frozenset(
    ["as", "if", "once", "unless", "until", "when", "than", "while", "though", "although", "where", "whether"]
)


def fits_bare(
    group: Group, tokens: list[Token], at: int, forms: set[str], before: Token | None, groups: list[Group]
) -> bool:
    """Whether a form without a helper is a verb here; sets shape and tense of the group."""
    if _shares(group, tokens, at, forms, before, groups):
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if "base" in forms and _is_let(tokens, at, before, groups):
        group.shape, group.tense = "inf", "none"
        return True
    if _describes(tokens, at, after, groups) or (
        tokens[at].nouns and "base" in forms and after is not None and _is_past(after)
    ):
        return False
    if tokens[at].nouns and "base" in forms and before is not None and before.low in ("'s", "'", "’"):
        return False  # "the plaintiff's request"
    if "ing" in forms:
        return _gerund(group, tokens, at, before, after)
    if forms & {"past", "pp"}:
        return _past(group, tokens, at, forms, before)
    if tokens[at].low == "dates" and (after is None or after.low not in ("back", "from")):
        return False  # "users' birth dates"
    if "s" in forms and tokens[at].nouns and before is not None and before.low in _PLAIN_ADJECTIVES:
        return False  # "reading public posts"
    if "s" in forms:
        led = groups and tokens[groups[-1].last] is before and not groups[-1].senses & {"say", "show"}
        if before is not None and before.low in ("and", "but", "yet") and any(group.finite for group in groups):
            ends = "end" in tokens[at].senses and after is not None and after.kind == "date"
            return ends or (not tokens[at].nouns and _goes_on(after))  # "was never cut off and continues to read it"
        return not led and not (tokens[at].nouns and _in_fronted(tokens, at)) and _third(tokens, at, before, after)
    return "base" in forms and _base(group, tokens, at, before, after, groups)


def _is_let(tokens: list[Token], at: int, before: Token | None, groups: list[Group]) -> bool:
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


def _shares(
    group: Group, tokens: list[Token], at: int, forms: set[str], before: Token | None, groups: list[Group]
) -> bool:
    """ "was suspended and removed", "will revoke and delete": the helper of the first verb serves the second."""
    last = groups[-1] if groups else None
    if before is None or before.low not in ("and", "or", "but", "then", ",") or last is None or at - last.last > 14:
        return False
    shared = set(last.cue.form.split("/")) & forms
    if before.low == "," and last.shape == "inf" and not any(t.low in ("and", "or") for t in tokens[at + 1 : at + 8]):
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
        if is_adverb(token):
            continue
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


def _gerund(group: Group, tokens: list[Token], at: int, before: Token | None, after: Token | None) -> bool:
    token = tokens[at]
    low = before.low if before else ""
    if low in DETERMINERS and low not in ("this", "that", "all", "both"):
        return False
    if before is not None and before.nouns & {"data", "item"} and token.nouns:
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
    if low == "without" and token.low in ("warning", "meaning", "hearing"):
        return False
    if token.low in _NOT_VERBS or (
        token.low in _FROM_THEN
        and after is not None
        and (after.kind == "date" or after.low in ("today", "now", "with"))
    ):
        return False
    if _in_compound(tokens, at):
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
    if (
        "base" in forms
        and not (low == "that" and at > 1 and noun_before(tokens[at - 2]))
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


def noun_before(token: Token) -> bool:
    """Whether a word before "that" or "which" is a noun that these can refer to."""
    return token.kind in ("name", "unknown") or bool(token.nouns)


def _has_one_head(tokens: list[Token], at: int) -> bool:
    """ "Access to call logs | ends": the plural before the verb only completes a noun in the singular."""
    here = at - 1
    while here > 0 and tokens[here].kind == "word" and tokens[here].low not in PREPOSITIONS | CONJUNCTIONS:
        here -= 1
    head = tokens[here - 1] if here > 0 and tokens[here].low in ("to", "of", "with", "for", "from") else None
    return head is not None and bool(head.nouns & {"access", "relation"}) and not head.low.endswith("s")


def _many_before(tokens: list[Token], at: int, verb: int) -> bool:
    """ "The partners named in section 4 | keep": a plural noun before a bare participle is the subject."""
    noun = tokens[at - 1] if at else None
    plain = not any(token.kind == "mark" or token.low in CONJUNCTIONS for token in tokens[at:verb])
    return noun is not None and plain and noun.low.endswith("s") and bool(noun.nouns) and not tokens[verb].nouns


def _third(tokens: list[Token], at: int, before: Token | None, after: Token | None) -> bool:
    token = tokens[at]
    if before is None:
        return False
    if before.low == "'s":  # "Acme's ends on Friday"
        return after is not None and after.kind == "date" and "end" in token.senses
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


def _in_fronted(tokens: list[Token], at: int) -> bool:
    """Whether the stretch before a word is a fronted phrase that still runs: "Contrary to press reports, ..."."""
    here = at
    while here > 0 and tokens[here - 1].kind != "mark" and (not tokens[here - 1].verb or tokens[here - 1].nouns):
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
    """ "Our agreements with Acme and the clinic Borel | expire": the first noun before a preposition is plural."""
    if (
        not tokens[at].senses & {"end", "lose", "keep"}
        or tokens[at - 1].low in DETERMINERS | PREPOSITIONS | CONJUNCTIONS
    ):
        return False
    for here in range(at):
        if tokens[here].kind == "mark" or (
            tokens[here].verb and not tokens[here].nouns and tokens[here].low not in ("remaining", "existing")
        ):
            return False
        if tokens[here].low in ("with", "for", "of", "to", "from", "between") and here:
            return any(cue.part == "noun" and cue.form == "many" for cue in tokens[here - 1].cues)
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
    if before.low in ("we", "they", "you", "i", "who") or (
        groups and groups[-1].loose and _many_before(tokens, groups[-1].first, at)
    ):
        return True
    if (
        groups
        and groups[-1].cue.lemma in _CAUSES
        and tokens[at - 1].low not in DETERMINERS
        and 1 < at - groups[-1].last < 9
        and not any(
            token.kind == "date" or token.low in (",", ";", ":", "and", "that", "which", "to")
            for token in tokens[groups[-1].last + 1 : at]
        )
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
    if token.senses & {"show", "say"} and after is not None and after.low == "that":
        return True
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
