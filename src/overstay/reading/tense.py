"""What the helpers of a verb say: its tense, voice and mood."""

from __future__ import annotations

from overstay.reading.auxiliaries import TO_BE_DONE
from overstay.reading.function_words import AUX, BE, FUTURE, GET, HAVE, OTHER_MODALS
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group

MAYBE = frozenset(["may", "might", "could", "would", "should"])


def set_tense(group: Group, tokens: list[Token], forms: set[str], seen: list[str]) -> None:
    """Tense, voice and mood; `seen` runs from the verb leftwards."""
    helpers = [word for word in seen if word in AUX | GET | TO_BE_DONE]
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
        elif outside and (outside[0] in BE | HAVE or outside[0] in TO_BE_DONE):
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
        _tense(group, tokens, helpers, progressive)


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
    if any(word in HAVE for word in helpers) and modal in MAYBE:
        group.mood = "hypothetical"
    if able and group.mood in ("future", "would"):
        group.words |= {"able"}


def _tense(group: Group, tokens: list[Token], helpers: list[str], progressive: bool) -> None:
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
        led = {token.low for token in tokens[max(0, group.head - 7) : group.head]}
        if outer == "be" and "hereby" in led and led & {"is", "are"}:
            group.tense = "present"  # "be, and it hereby is, revoked"
        elif outer == "be":  # "ordered that access be revoked"
            group.mood = "must"
    elif progressive or "being" in helpers:
        group.tense = "progressive"
