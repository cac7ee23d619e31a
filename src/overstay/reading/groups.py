"""Tokens ─► verb groups: each verb with its helpers, and so its tense, voice, negation and mood."""

from __future__ import annotations

from overstay.reading.auxiliaries import agrees, helpers_of, is_inverted
from overstay.reading.ellipsis import ALONE, find_ellipsis
from overstay.reading.existence import find_existence
from overstay.reading.function_words import (
    ADVERBS,
    AUX,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    GET,
    HAVE,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from overstay.reading.lexicon import Cue, read_lexicon
from overstay.reading.negation import set_negation
from overstay.reading.shapes import fits_bare
from overstay.reading.states import find_state
from overstay.reading.tense import set_tense
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group, is_adverb

_ONLY_SUBJECTS = frozenset(["we", "they", "he", "she", "who", "which", "i"])
_OWN = frozenset(("its", "our", "their"))
_KEYS = frozenset(
    ("key", "keys", "token", "tokens", "credentials", "permission", "permissions", "licence", "license", "access")
)
_CAPITAL_AFTER = frozenset([":", ".", "“", '"', "'", "‘", "*", "-", "–", "—", "•", "(", ")", "[", "]"])


def find_groups(tokens: list[Token]) -> list[Group]:
    """The verb groups of a sentence, in order."""
    groups: list[Group] = []
    at = 0
    while at < len(tokens):
        group = find_existence(tokens, at) or find_state(tokens, at) or _verb(tokens, at, groups)
        if group is None:
            at += 1
            continue
        while groups and (groups[-1].last >= group.first or groups[-1].last in group.helpers):
            groups.pop()  # "has" of "has been given" is no verb of its own
        groups.append(group)
        at = group.last + 1
    return groups or _label(tokens)


def _label(tokens: list[Token]) -> list[Group]:
    """ "Shutdown of the feed: 1 May 2019": a label without a verb says that it is or was on that date."""
    dates = [at for at, token in enumerate(tokens) if token.kind == "date"]
    if len(dates) != 1:
        return []
    led = tokens[: dates[0]]
    last_call = led[-1:] and led[-1].low == ":" and any(token.low in ("last", "latest", "final") for token in led)
    if not last_call and not any("stop" in token.nouns for token in led):
        return []
    at, senses = dates[0], frozenset(("be",))
    return [Group(at, at, at, Cue("be", "verb", senses, "past"), tense="past", senses=senses)]


def _verb(tokens: list[Token], at: int, groups: list[Group]) -> Group | None:
    token = tokens[at]
    cue = token.verb
    if token.kind != "word":
        return None
    if token.low in ALONE and at and (elided := find_ellipsis(tokens, at)) is not None:
        return elided
    if token.low in ("point", "date", "day") and at and tokens[at - 1].low == "which":
        return None  # "at which point we deleted it"
    if cue is None:
        return _copula(tokens, at) or _unknown_verb(tokens, at)
    if token.low == "dated" and at + 1 < len(tokens) and getattr(tokens[at + 1].what, "bound", "") == "as-recently-as":
        return None  # "queries by Acme dated 9 September"
    if token.low == "access" and at + 1 < len(tokens) and tokens[at + 1].low == "to":
        return None  # "gave researchers at Acme access to contacts"
    if token.low in ("last", "lasts") and _is_no_verb(tokens, at):
        return None
    if not at and token.low.endswith("ed") and _describes_subject(tokens):
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if "data" in token.nouns and token.low.endswith("s") and after is not None and "access" in after.nouns:
        return None  # "the legacy contacts API"

    shouted = (
        token.text.isupper()
        and len(token.text) > 3
        and at
        and (tokens[at - 1].low in AUX or tokens[at - 1].kind == "date" or is_adverb(tokens[at - 1]))
    )
    if token.text[0].isupper() and at and tokens[at - 1].low not in _CAPITAL_AFTER and not shouted:
        return None  # "Question 2", "the Feed Act": a name
    forms = set(cue.form.split("/"))
    first, stop, seen = helpers_of(tokens, at)
    before = tokens[stop] if stop >= 0 else None
    helper = next((word for word in seen if word in AUX or word in GET), "")
    if helper and helper != "to" and not agrees(helper, forms):
        helper = ""
        if "ing" not in forms and "past" not in forms:
            return None
    if helper == "to" and ("base" not in forms or _is_noun_after_to(tokens, at)):
        return None
    group = Group(first, at, at, cue, senses=token.senses, words=frozenset(seen))
    if helper:
        set_tense(group, tokens, forms, seen)
        if group.shape == "inf" and "able" in seen and is_inverted(group, tokens, first, {"pp"}, groups):
            group.shape, group.mood, group.passive = "finite", "able", False  # "at no point was it able to"
    elif (token.low in AUX and not (token.low in HAVE or token.low in GET)) or (
        not is_inverted(group, tokens, at, forms, groups) and not fits_bare(group, tokens, at, forms, before, groups)
    ):
        return None
    _particle(group, tokens)
    set_negation(group, tokens, seen)
    if not group.negation and groups and before is not None and _in_row(tokens, groups[-1].last, stop, at):
        group.negation = groups[-1].negation  # "never received or asked for it"
    return group


def _in_row(tokens: list[Token], last: int, stop: int, at: int) -> bool:
    """ "Has never requested, received or stored it": what stands between two verbs makes them one row with "or"."""
    between = [token.low for token in tokens[last + 1 : stop + 1]]
    if between == [","]:
        return at + 1 < len(tokens) and (
            tokens[at + 1].low in ("or", "nor")
            or (tokens[at + 1].low == "," and at + 2 < len(tokens) and tokens[at + 2].low in ("or", "nor"))
        )
    return between in (["or"], ["nor"], [",", "or"], [",", "nor"])


def _copula(tokens: list[Token], at: int) -> Group | None:
    """ "The last call was on 3 May": of the verb "be" only what places something in time is read."""
    token = tokens[at]
    if at and token.low in BE and _describes(tokens, at):
        senses = frozenset(("other",))  # "which is the subject of your letter, | was ended"
        past = token.low in ("was", "were")
        cue = Cue("be", "verb", senses, "past" if past else "s")
        return Group(at, at, at, cue, tense="past" if past else "present", senses=senses)
    if token.low not in ("was", "were") or at + 1 >= len(tokens) or tokens[at + 1].kind != "date" or not at:
        return None
    if tokens[at - 1].low in ("it", "this", "that", "there", "("):
        return None  # "31 December (was 30 June)": a date that no longer holds
    senses = frozenset(("be",))
    return Group(at, at, at, Cue("be", "verb", senses, "past"), tense="past", senses=senses)


def _describes(tokens: list[Token], at: int) -> bool:
    """ "Its feed, | which is a copy of the list, | ended": nothing but nouns up to the comma that closes it."""
    if tokens[at - 1].low not in ("which", "who") or at < 2 or tokens[at - 2].low != "," or at + 1 >= len(tokens):
        return False
    closing = next((here for here in range(at + 1, min(len(tokens), at + 14)) if tokens[here].low == ","), None)
    if closing is None or tokens[at + 1].kind == "mark":
        return False
    inside = tokens[at + 1 : closing]
    led = inside[0].low in ("a", "an", "the", "what", "one", "its", "their", "our", "also", "itself", "now")
    return led and all(token.verb is None or bool(token.nouns) or token.low in BE for token in inside)


def _describes_subject(tokens: list[Token]) -> bool:
    """ "Delayed webhooks on 4 January were caused by a full disk": what kind of webhooks, not what was done to them."""
    if len(tokens) < 4 or not tokens[1].low.endswith("s") or tokens[1].kind != "word" or tokens[1].low in DETERMINERS:
        return False
    for token in tokens[2:10]:
        if token.low in BE | HAVE:
            return True
        if token.low in SUBORDINATORS | CONJUNCTIONS or token.low in PRONOUNS or token.kind == "mark":
            return False
    return False


def _is_no_verb(tokens: list[Token], at: int) -> bool:
    """ "Its last call", "it last called": an adjective or an adverb."""
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return before in ("'s", "'") or (after is not None and (bool(after.senses) or bool(after.nouns)))


def _unknown_verb(tokens: list[Token], at: int) -> Group | None:
    """A word that the lexicon lacks is a verb right after "we", "they", "which"."""
    token = tokens[at]
    before = tokens[at - 1].low if at else ""
    if token.low.endswith("ed") and before in BE and not token.cues and not tokens[at].adjective:
        other = frozenset(("other",))  # "was reduced": a passive, whatever it means
        return Group(
            at - 1,
            at,
            at,
            Cue(token.low, "verb", other, "past/pp"),
            tense="past" if before in ("was", "were") else "present",
            passive=True,
            senses=other,
        )
    if before not in _ONLY_SUBJECTS or token.cues or not token.low.isalpha() or is_adverb(token):
        return None
    if (
        token.low in AUX | DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | ADVERBS | PRONOUNS
        or not token.text[0].islower()
    ):
        return None
    tense = "present" if token.low.endswith("s") and not token.low.endswith("ss") else "past"
    other = frozenset(("other",))
    return Group(
        at, at, at, Cue(token.low, "verb", other, "s" if tense == "present" else "past"), tense=tense, senses=other
    )


def _is_noun_after_to(tokens: list[Token], at: int) -> bool:
    """ "access to mail": a word that is data as well as a verb is a verb after "to" only if it has an object."""
    if not tokens[at].nouns & {"data", "item", "access", "people", "paper"}:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if at > 1 and tokens[at - 2].low == "access" and after is not None and after.nouns:
        return True  # "access to call logs"
    return (
        after is None or after.kind == "mark" or after.low in PREPOSITIONS | {"and", "or", "is", "was", "were", "are"}
    )


def _particle(group: Group, tokens: list[Token]) -> None:
    """Joins "shut the feed down", "cut Acme off": the particle may stand up to nine words on."""
    word = tokens[group.head].low
    if " " in word:
        return
    particles = read_lexicon().particles
    if word in ("handed", "taken") and group.head + 1 < len(tokens) and tokens[group.head + 1].kind == "date":
        cues = particles.get((word, "back"))
        if cues and tokens[group.head + 1].text.lower().startswith("back "):
            group.senses, group.cue = frozenset().union(*(cue.senses for cue in cues)), cues[0]
            return  # "were handed back in May", which is read as "back in May"
    for here in range(group.head + 2, min(group.head + 10, len(tokens))):
        low = tokens[here].low
        if low in (".", ";", ":", "(") or low in AUX:
            return
        back = tokens[here].kind == "date" and tokens[here].text.lower().startswith("back ")
        taken = word in ("took", "take", "taken") and tokens[here - 1].low in _KEYS
        if back and (tokens[group.head + 1].low in _OWN or taken):
            low = "back"  # "gave its keys back in 2018", which is read as "back in 2018"
        again = (
            low == "back"
            and here + 1 < len(tokens)
            and tokens[here + 1].low == "on"
            and tokens[here - 1].low not in ("its", "their", "our")
        )
        if tokens[here - 1].low in ("a", "an", "the"):
            continue  # "gave Acme a back door"
        cues = particles.get((word, "on" if again else low.split(" ")[0]))
        if cues and low.split(" ")[0] in ("off", "down", "out", "up", "back", "away", "loose", "available"):
            group.senses = frozenset().union(*(cue.senses for cue in cues))
            group.cue = cues[0]
            group.words |= {f"+{here}"}
            return
