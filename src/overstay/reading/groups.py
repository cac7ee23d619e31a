"""Tokens ─► verb groups: each verb with its helpers, and so its tense, voice, negation and mood."""

from __future__ import annotations

from overstay.reading.lexicon import Cue, read_lexicon
from overstay.reading.shapes import fits_bare
from overstay.reading.tokens import (
    ADVERBS,
    AUX,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FUTURE,
    HAVE,
    NEGATION,
    OTHER_MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    Token,
)
from overstay.reading.verbs import Group, is_adverb

_WITHOUT = frozenset(["have", "get", "use", "send", "give"])  # verbs whose object may carry the "no"
_TO_BE_DONE = frozenset(["able", "unable", "about", "going", "due", "bound"])  # "is due to be closed"
PARTIES = frozenset(["partner", "partners", "member", "members", "participant", "participants", "licensee"])
GET = frozenset(
    [
        "get",
        "gets",
        "got",
        "getting",
        "gotten",
        "become",
        "became",
        "remain",
        "remains",
        "remained",
        "stay",
        "stays",
        "stayed",
    ]
)
_MAYBE = frozenset(["may", "might", "could", "would", "should"])
_SEEN = frozenset(
    [
        "not",
        "n't",
        "never",
        "longer",
        "still",
        "no",
        "yet",
        "already",
        "nor",
        "neither",
        "either",
        "just",
        "now",
        "ever",
        "formerly",
        "previously",
    ]
)
_FRONTED = frozenset(["never", "nor", "neither", "time", "once", "circumstances", "only"])
_OF_FRONTED = frozenset(
    ["at", "on", "under", "in", "no", "not", "any", "a", "single", "even", "point", "occasion", "way"]
)
_LINKING = frozenset(["became", "become", "becomes", "went", "go", "goes", "stay", "stays", "stayed", "seem", "seems"])
_ONLY_SUBJECTS = frozenset(["we", "they", "he", "she", "who", "which", "i"])
_CAPITAL_AFTER = frozenset([":", ".", "“", '"', "'", "‘", "*", "-", "–", "—", "•", "(", ")", "[", "]"])


def find_groups(tokens: list[Token]) -> list[Group]:
    """The verb groups of a sentence, in order."""
    groups: list[Group] = []
    at = 0
    while at < len(tokens):
        group = _state(tokens, at) or _verb(tokens, at, groups)
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
    if len(dates) != 1 or not any("stop" in token.nouns for token in tokens[: dates[0]]):
        return []
    at, senses = dates[0], frozenset(("be",))
    return [Group(at, at, at, Cue("be", "verb", senses, "past"), tense="past", senses=senses)]


def _helpers(tokens: list[Token], at: int) -> tuple[int, int, list[str]]:
    """Walks left from a verb over helpers, adverbs and dates set off by commas: first helper, where it stops, words."""
    seen: list[str] = []
    first, here = at, at - 1
    while here >= 0:
        token, low = tokens[here], tokens[here].low
        if low in AUX or low in GET:
            seen.append(low)
            first = here
        elif low in ("more", "any", "no"):
            if tokens[here + 1].low not in ("longer", "more"):
                break
            seen.append(low)
        elif low in ("first", "second", "last") and here and tokens[here - 1].low == "the":
            break  # "the first ended in May": an ordinal that stands for its noun
        elif is_adverb(token):
            if low in _SEEN:
                seen.append(low)
        elif low in _TO_BE_DONE and seen and seen[-1] == "to":
            seen.append(low)
        elif token.kind == "date" or low == ",":
            # Only a date or short adverbial between commas, or right between helper and verb, stands inside the group.
            jump = _aside(tokens, here)
            if jump is None:
                break
            here = jump
            continue
        else:
            break
        here -= 1
    return first, here, seen


def _aside(tokens: list[Token], here: int) -> int | None:
    """For ", by March 2015," or a bare date before a verb: the place before it, if a helper stands there."""
    comma = tokens[here].low == ","
    back = here - 1 if comma else here
    while (
        back >= 0
        and here - back < 9
        and (
            tokens[back].kind == "date"
            or tokens[back].low in PREPOSITIONS
            or is_adverb(tokens[back])
            or (comma and tokens[back].low != "," and tokens[back].verb is None)
        )
    ):
        back -= 1
    if comma:
        if back < 0 or tokens[back].low != ",":
            return None
        back -= 1
    return back if back >= 0 and (tokens[back].low in AUX or tokens[back].low in NEGATION) else None


def _verb(tokens: list[Token], at: int, groups: list[Group]) -> Group | None:
    token = tokens[at]
    cue = token.verb
    if token.kind != "word":
        return None
    if cue is None:
        return _copula(tokens, at) or _unknown_verb(tokens, at)
    if token.low in ("last", "lasts") and _is_no_verb(tokens, at):
        return None
    shouted = (
        token.text.isupper()
        and len(token.text) > 3
        and at
        and (tokens[at - 1].low in AUX or tokens[at - 1].kind == "date" or is_adverb(tokens[at - 1]))
    )
    if token.text[0].isupper() and at and tokens[at - 1].low not in _CAPITAL_AFTER and not shouted:
        return None  # "Question 2", "the Feed Act": a name
    forms = set(cue.form.split("/"))
    first, stop, seen = _helpers(tokens, at)
    before = tokens[stop] if stop >= 0 else None
    helper = next((word for word in seen if word in AUX or word in GET), "")
    if helper and helper != "to" and not _agrees(helper, forms):
        helper = ""
        if "ing" not in forms and "past" not in forms:
            return None
    if helper == "to" and ("base" not in forms or _is_noun_after_to(tokens, at)):
        return None
    group = Group(first, at, at, cue, senses=token.senses, words=frozenset(seen))
    if helper:
        _with_helpers(group, tokens, forms, seen)
        if group.shape == "inf" and "able" in seen and _inverted(group, tokens, first, {"pp"}, groups):
            group.shape, group.mood, group.passive, group.first = (
                "finite",
                "able",
                False,
                group.first,
            )  # "at no point was it able to"
    elif (token.low in AUX and not (token.low in HAVE or token.low in GET)) or (
        not _inverted(group, tokens, at, forms, groups) and not fits_bare(group, tokens, at, forms, before, groups)
    ):
        return None
    _particle(group, tokens)
    _negation(group, tokens, seen)
    if (
        not group.negation
        and groups
        and before is not None
        and before.low in ("or", "nor")
        and stop - groups[-1].last == 1
    ):
        group.negation = groups[-1].negation  # "never received or asked for it"
    return group


def _copula(tokens: list[Token], at: int) -> Group | None:
    """ "The last call was on 3 May": of the verb "be" only what places something in time is read."""
    token = tokens[at]
    if token.low not in ("was", "were") or at + 1 >= len(tokens) or tokens[at + 1].kind != "date" or not at:
        return None
    if tokens[at - 1].low in ("it", "this", "that", "there"):
        return None
    senses = frozenset(("be",))
    return Group(at, at, at, Cue("be", "verb", senses, "past"), tense="past", senses=senses)


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


def _agrees(helper: str, forms: set[str]) -> bool:
    if helper in BE | GET:
        return bool(forms & {"pp", "ing"})
    if helper in HAVE:
        return "pp" in forms
    return "base" in forms


def _inverted(group: Group, tokens: list[Token], at: int, forms: set[str], groups: list[Group]) -> bool:
    """ "At no time has Acme received": the helper stands before the subject after a fronted negative."""
    if not forms & {"base", "pp"}:
        return False
    floor = groups[-1].last if groups and tokens[groups[-1].head].low not in AUX else -1
    for here in range(at - 1, max(floor, at - 9), -1):
        low = tokens[here].low
        if low in (",", ";", ".", ":") or tokens[here].low in ("that", "which", "who"):
            return False
        if low in HAVE | {"did", "was", "were"} and here and tokens[here - 1].kind == "date":
            opening = f"{tokens[here - 2].low if here > 1 else ''} {tokens[here - 1].text.lower()}".split()[0]
            if opening not in ("only", "not") or not _agrees(low, forms):
                return False  # "Only in 2017 did Acme lose it", "Not until 2017 was it closed"
            group.tense = "perfect" if low in ("has", "have") else "past"
            group.passive = low in BE
            group.helpers = (here,)
            return True
        if low in BE | HAVE | {"do", "does", "did"} and here and _is_fronted(tokens, here):
            if not _agrees(low, forms):
                return False
            fronted = " ".join(t.low for t in tokens[max(0, here - 4) : here])
            group.tense = "past" if low in ("did", "had", "was", "were") else "perfect" if low in HAVE else "present"
            group.passive = low in BE
            group.negation = "" if "only" in fronted else "never"
            group.helpers = (here,)
            return True
    return False


def _is_fronted(tokens: list[Token], at: int) -> bool:
    """ "At no time | did": a negative opens the clause; in "it never | had access" the subject does."""
    if tokens[at - 1].low not in _FRONTED:
        return False
    back = at - 1
    while back >= 0 and (tokens[back].low in _FRONTED or tokens[back].low in _OF_FRONTED):
        back -= 1
    return back < 0 or tokens[back].kind in ("mark", "date") or tokens[back].low in CONJUNCTIONS | SUBORDINATORS | {","}


def _with_helpers(group: Group, tokens: list[Token], forms: set[str], seen: list[str]) -> None:
    """Tense, voice and mood; `seen` runs from the verb leftwards."""
    helpers = [word for word in seen if word in AUX | GET | _TO_BE_DONE]
    nearest = helpers[0]
    group.passive = nearest in BE | GET and "pp" in forms and "ing" not in forms
    progressive = nearest in BE and "ing" in forms
    if "to" in helpers:
        outside = helpers[helpers.index("to") + 1 :]
        if "able" in outside or "unable" in outside:
            group.mood = "able"
            if "unable" in outside:
                group.words |= {"unable"}
            helpers = [word for word in outside if word not in ("able", "unable")]
            if not helpers:
                group.shape, group.tense = "inf", "none"
                return
            if helpers[0] == "to":
                helpers = helpers[1:]
                group.tense = "future"
        elif outside and (outside[0] in BE | HAVE or outside[0] in _TO_BE_DONE):
            group.mood = "must" if outside[0] in HAVE else "future"
            if outside[-1] in ("was", "were", "had"):
                group.mood = "was to"
            group.tense = "future"
            return
        else:
            group.shape, group.tense = "inf", "none"
            if outside:  # "did not want to": the helper belongs to another verb
                group.first = next(i for i in range(group.head - 1, -1, -1) if tokens[i].low == "to")
            return
    if modals := [word for word in helpers if word in FUTURE | OTHER_MODALS and word != "'d"]:
        _modal(group, modals[-1], helpers)
    elif helpers:
        _tense(group, helpers, progressive)


def _modal(group: Group, modal: str, helpers: list[str]) -> None:
    able = group.mood == "able"
    if modal in ("may", "might") and "longer" in group.words:
        group.mood, group.tense = "able", "present"  # "may no longer read it"
        return
    moods = {"must": "must", "can": "able", "ca": "able", "cannot": "able", "could": "could", "would": "would"}
    group.mood = "future" if modal in FUTURE else moods.get(modal, "hypothetical")
    group.tense = {"could": "past", "must": "future", "would": "future"}.get(
        modal, "future" if modal in FUTURE else "present"
    )
    if any(word in HAVE for word in helpers) and modal in _MAYBE:
        group.mood = "hypothetical"
    if able and group.mood in ("future", "would"):
        group.words |= {"able"}


def _tense(group: Group, helpers: list[str], progressive: bool) -> None:
    outer = helpers[-1]
    if outer in HAVE or outer == "'d":
        group.tense = "past" if outer in ("had", "'d") else "perfect"
        if outer == "having":
            group.shape, group.tense = "ger", "none"
            group.words |= {"having"}
    elif outer in ("was", "were", "did", "got", "became", "remained", "stayed"):
        group.tense = "past"
        if progressive or "being" in helpers:
            group.words |= {"progressive"}
    elif outer in ("being", "getting", "be"):
        group.shape, group.tense = ("ger", "none") if outer != "be" else ("finite", "future")
        if outer == "be":  # "ordered that access be revoked"
            group.mood = "must"
    elif progressive or "being" in helpers:
        group.tense = "progressive"


def _particle(group: Group, tokens: list[Token]) -> None:
    """Joins "shut the feed down", "cut Acme off": the particle may stand up to nine words on."""
    word = tokens[group.head].low
    if " " in word:
        return
    particles = read_lexicon().particles
    for here in range(group.head + 2, min(group.head + 10, len(tokens))):
        low = tokens[here].low
        if low in (".", ";", ":", "(") or low in AUX:
            return
        again = (
            low == "back"
            and here + 1 < len(tokens)
            and tokens[here + 1].low == "on"
            and tokens[here - 1].low not in ("its", "their", "our")
        )
        cues = particles.get((word, "on" if again else low.split(" ")[0]))
        if cues and low.split(" ")[0] in ("off", "down", "out", "up", "back", "away", "loose"):
            group.senses = frozenset().union(*(cue.senses for cue in cues))
            group.cue = cues[0]
            group.words |= {f"+{here}"}
            return


def _negation(group: Group, tokens: list[Token], seen: list[str]) -> None:
    words = set(seen)
    if "yet" in words and "to" in words and group.mood in ("must", "future") and group.shape != "inf":
        group.mood, group.tense, group.negation = "real", "perfect", "not"  # "has yet to revoke it"
    elif "longer" in words or ("more" in words and "no" in words):
        group.negation = "no longer"
    elif "never" in words:
        group.negation = "never"
    elif words & {"not", "n't", "nor", "neither", "cannot"} or "unable" in group.words:
        group.negation = "not"
    if group.negation == "not" and any_more([t.low for t in tokens[group.last + 1 : group.last + 14]]):
        group.negation = "no longer"
    carries = group.senses & _WITHOUT or group.cue.lemma == "make"
    if not group.negation and carries and _no_object(tokens, group.last + 1):
        longer = any_more([t.low for t in tokens[group.last + 1 : group.last + 14]])
        group.negation = "no longer" if longer else "not"
    group.still = group.still or "still" in words


def _no_object(tokens: list[Token], at: int) -> bool:
    """ "Had no access", "received no messages": the object is denied, and with it the verb."""
    if at + 1 >= len(tokens) or tokens[at].low not in ("no", "none", "neither", "nothing"):
        return False
    return tokens[at + 1].low not in ("longer", "more", "later", "doubt", "reason", "choice", "comment")


def any_more(after: list[str]) -> bool:
    """Whether "any more" or "any longer" follows within the clause."""
    for here, low in enumerate(after):
        if low in (".", ";", ":", ",", "so", "but"):
            return False
        if low == "anymore" or (low == "any" and here + 1 < len(after) and after[here + 1] in ("more", "longer")):
            return True
    return False


def _state(tokens: list[Token], at: int) -> Group | None:
    """ "is no longer available", "remains in effect", "went dark": a linking verb with an adjective of state."""
    token = tokens[at]
    cue = token.adjective
    if token.low in PARTIES and any(t.low == "longer" for t in tokens[max(0, at - 3) : at]):
        cue = Cue(token.low, "adjective", frozenset(("on",)))
    if cue is None or (token.verb is not None and token.low not in ("open", "live", "current", "gone", "dead")):
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and (
        (cue.lemma in ("able", "unable", "allowed", "permitted", "entitled") and after.low == "to")
        or (
            " " not in cue.lemma
            and cue.lemma != "without"
            and (after.nouns or after.kind in ("name", "unknown"))
            and after.kind != "date"
        )
        or (
            cue.lemma in ("off", "over")
            and after.low not in (".", ",", ";", "for", "by", "as")
            and after.kind != "date"
        )
    ):
        return None
    here, seen = at - 1, []
    while here >= 0 and (is_adverb(tokens[here]) or tokens[here].low in ("no", "any", "more", "a", "as", "been")):
        seen.append(tokens[here].low)
        here -= 1
    low = tokens[here].low if here >= 0 else ""
    going_on = here >= 0 and bool(tokens[here].senses & {"cont", "keep"}) and low not in BE
    if here < 0 or not (low in BE | {"'s"} | _LINKING or going_on or ("been" in seen and low in HAVE)):
        return None
    first, _, helpers = _helpers(tokens, here)
    words = {*seen, low, *helpers}
    group = Group(first, at, at, cue, "state", senses=cue.senses, words=frozenset(words), still=going_on)
    if words & FUTURE or "to" in words:
        group.mood = group.tense = "future"
    elif "must" in words:
        group.mood, group.tense = "must", "future"
    elif words & (_MAYBE | {"can"}):
        group.mood = "would" if "would" in words else "hypothetical"
    elif words & {"was", "were", "had", "went", "became", "remained", "stayed", "kept", "continued"}:
        group.tense = "past"
    elif words & {"has", "have", "'ve"}:
        group.tense = "perfect"
    _negation(group, tokens, [*seen, *helpers])
    return group
