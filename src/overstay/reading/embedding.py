"""What a verb does to the clause under it: verbs that say, deny, order, plan, let, halt, go on, begin or fail."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstay.reading.clauses import Clause, noun_like
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group

_HALTS = frozenset(["stop", "cease", "quit", "halt", "end", "finish", "discontinue"])
GOES_ON = frozenset(("continue", "keep", "remain", "persist", "go on", "keep on", "carry on"))
_BEGINS = frozenset(["start", "begin", "commence", "resume"])
_NOTHING = frozenset(("no", "none", "nothing", "neither", "nobody"))
_USED_TO = frozenset(("use", "exploit", "misuse", "abuse", "employ", "leverage"))
LETS = frozenset(
    ("allow", "let", "permit", "authorise", "authorize", "entitle", "license", "enable", "clear", "approve")
)
KEEPS = frozenset(("keep", "retain", "maintain", "preserve", "hold on to", "hold onto"))
_PROMISES = frozenset(("promise", "pledge", "agree", "vow", "undertake", "commit", "swear", "covenant"))
_NOTES = frozenset(("reflect", "note", "record", "show", "point out", "add", "stress", "mention", "say"))
_ABILITIES = frozenset(
    ("ability", "capability", "capacity", "means", "right", "permission", "authority", "opportunity")
)
RULED_OUT = frozenset(("rule out", "exclude", "determine", "verify", "preclude"))
_TELLS = frozenset(["tell", "instruct", "notify", "warn", "advise"])
_INFORMS = _TELLS | {"inform", "announce", "disclose", "mention", "alert"}
_CLAIMS = frozenset(("say", "claim", "state", "assert", "confirm", "allege", "argue"))
_IS_WON = frozenset(("persuade", "convince", "satisfy", "accept", "conclude", "hold", "agree", "concede", "admit"))
_MAKES_SURE = frozenset(("ensure", "make sure", "see to it", "assure"))
_DISCOVERS = frozenset(
    ("discover", "find", "find out", "learn", "notice", "detect", "uncover", "realise", "realize", "establish")
)
# What is taken back; what somebody is said to have told "falsely" is still a statement of theirs.
_WRONGLY = frozenset(("incorrectly", "erroneously", "wrongly", "mistakenly"))
_RULEBOOKS = frozenset(
    ["agreements", "contracts", "terms", "policy", "policies", "rules", "law", "laws", "guidelines", "regulation",
     "regulations"]
)  # fmt: skip
ASKS = frozenset(("ask", "tell", "instruct", "request"))
LAPSES = frozenset(("lapse", "expire", "run out", "die", "wither", "fade", "end", "elapse", "run down"))
_WAYS = frozenset(("way", "ways", "possibility", "mechanism", "method", "route"))
_TIME_UNIT = re.compile(r"(?:hour|day|week|month|year|quarter)s?")
NO_PROOF = re.compile(r"\b(?:no (?:evidence|sign|indication|record|proof|trace|reason to believe)|not aware|unaware)\b")


@dataclass(slots=True)
class Stance:
    """What is known of a clause's frame while its governing verbs are read, from the nearest one up."""

    mood: str
    tense: str
    negation: str
    still: bool
    turn: str = ""
    denied: bool = False
    failed: bool = False
    evidence: bool = False
    no_evidence: bool = False
    carrier: int = 0
    once: bool = False


def own_mood(group: Group) -> str:
    """The mood that a verb and its helpers have by themselves."""
    if group.mood in ("future", "was to", "would"):
        return "future"
    return {"must": "order", "hypothetical": "hypothetical"}.get(group.mood, "real")


def complement(tokens: list[Token], state: Stance, above: Clause) -> None:
    """Under "said that", "denied that", "found no evidence that"."""
    senses = above.group.senses
    lead = [token.low for token in tokens[above.start : above.group.first]]
    if any(
        t.kind == "date"
        and t.what.rule.find("unit") >= 0
        and t.low != ""
        and t.text.lower().endswith((" after", " before"))
        for t in tokens[above.start : above.group.first]
    ):
        state.mood = "hypothetical"
    if any(
        _TIME_UNIT.fullmatch(low) and lead[at + 1 : at + 2] in (["after"], ["before"]) for at, low in enumerate(lead)
    ):
        state.mood = "hypothetical"  # "a year after it said it had closed it": only measures time
    if tokens[above.start].low in ("why", "how", "whether"):
        state.mood = "hypothetical"  # "why they say that it ended we cannot tell"
    words = " ".join(token.low for token in tokens[above.group.first : above.end])
    if above.group.cue.lemma in ("believe", "think", "assume", "suppose", "presume") and above.group.tense == "past":
        state.mood = "hypothetical"  # "which it believed had ended"
    if above.group.cue.lemma in RULED_OUT and above.group.negation:
        state.mood = "hypothetical"  # "cannot rule out that they kept it"
    if above.group.cue.lemma in _CLAIMS and above.group.negation in ("not", "never"):
        state.mood = "hypothetical"  # "did not say that access had ended"
    if above.group.negation in ("not", "never") and state.mood == "future" and above.group.cue.lemma in _INFORMS:
        state.mood = "hypothetical"  # "was never told that it would end"
    nothing = any(token.low in _NOTHING for token in tokens[slice(*above.subject)][:2])  # "no log shows that"
    if NO_PROOF.search(words) or ("show" in senses and (above.group.negation or nothing)):
        state.no_evidence = True
    elif "deny" in senses and (above.group.negation or nothing):
        pass  # "does not dispute that it ended", "nobody denies that"
    elif above.group.negation and above.group.cue.lemma in _IS_WON:
        state.mood = "hypothetical"  # "the court was not persuaded that it ended"
    elif "deny" in senses:
        state.denied = True
    elif above.group.mood == "hypothetical" and "should" in above.group.words and _to_be_noted(state, above):
        pass  # "the record should reflect that it ended"
    elif above.group.mood == "hypothetical" or ("propose" in senses and not senses & {"say", "show"}):
        state.mood = "hypothetical"
    elif above.group.cue.lemma in _MAKES_SURE and above.group.tense in ("past", "perfect"):
        pass  # "it ensured that its access was ended"
    elif "order" in senses and "say" not in senses and state.mood != "hypothetical":
        earlier = "had" in above.group.words or any(
            token.low in ("previously", "earlier") for token in tokens[above.start : above.group.head]
        )
        state.mood = "hypothetical" if earlier else "order"  # what was ordered long ago is done, or is not
    if (set(lead) & {"earlier", "previous"} and "version" in lead) or {*lead, *words.split()} & _WRONGLY:
        state.mood = "hypothetical"  # "an earlier version of this article said that it ended in 2016"
    if "show" in senses and (
        above.group.cue.lemma in _DISCOVERS
        or (
            any("proof" in token.nouns for token in tokens[slice(*above.subject)])
            and not (above.group.cue.lemma == "confirm" and _first_person(tokens, above))  # only a way of saying it
        )
    ):
        state.evidence = True


def governed(tokens: list[Token], state: Stance, current: Clause, above: Clause, at: int) -> bool:
    """Under "stopped reading", "plans to end", "failed to revoke"; False where the verb above governs nothing."""
    senses, lemma = above.group.senses, above.group.cue.lemma
    adjacent = not any(noun_like(token) for token in tokens[above.group.last + 1 : current.group.first])
    if adjacent and "fail" in senses:
        state.failed = True
    elif "deny" in senses:
        state.denied = current.link == "ger"
        if not state.denied:  # "rejected a request to restore it"
            state.mood = "hypothetical"
    elif adjacent and current.link == "inf" and lemma == "use" and above.group.tense == "past":
        state.once = True
    elif current.link == "inf" and lemma == "have" and above.group.negation and _is_way(tokens, above, current):
        pass  # "had no way to read it", "no longer has any means of its own to read it"
    elif (
        current.link == "inf" and lemma in ("let", "make", "see", "watch") and current.group.first == current.group.head
    ):
        pass  # "let its contract lapse"
    elif current.link == "inf" and lemma == "cause" and not above.group.passive:
        pass  # "caused its access to be ended"
    elif current.link == "inf" and lemma in _USED_TO and not adjacent and above.group.tense in ("past", "perfect"):
        pass  # "used the old key to read messages"
    elif current.link == "inf" and lemma in ("allow", "permit") and current.group.cue.lemma in LAPSES:
        pass  # "allowed its key to expire"
    elif current.link == "inf" and lemma == "have" and tokens[current.group.first - 1].low in _ABILITIES:
        if above.group.negation not in ("not", "never"):
            return False
    elif adjacent and lemma in _HALTS and (current.link == "ger" or lemma == "cease"):
        state.turn = state.turn or "halt"
    elif adjacent and lemma in GOES_ON:
        state.turn = state.turn or "go on"
    elif adjacent and lemma in _BEGINS:
        state.turn = state.turn or "begin"
    elif current.link == "inf" and lemma in LETS and (state.turn == "go on" or current.group.cue.lemma in KEEPS):
        state.turn = state.turn or "go on"  # "was allowed to keep it"
    elif current.link == "inf" and lemma == "make" and above.group.passive:
        state.mood = "order"  # "was made to give it up"
    elif current.link == "inf" and (senses & {"order"} or (lemma in _TELLS and not adjacent)):
        state.mood = "hypothetical" if above.group.mood == "would" or _is_rule(tokens, above) else "order"
    elif (
        current.link == "inf"
        and "plan" in senses
        and (adjacent or lemma == "expect" or _promised(tokens, above, current))
    ):
        dropped = above.group.tense == "past" and "had" in above.group.words  # "had planned to end it, but"
        state.mood = "hypothetical" if dropped or state.mood == "hypothetical" else "future"
    elif current.link == "inf" and lemma in ("wish", "want", "like") and current.group.cue.lemma in _NOTES:
        return False  # "we wish to note that it ended"
    elif current.link == "inf" and lemma in ASKS and was_done(tokens, current):
        state.mood = "real"  # "asked us to close it, and we did so": its tense is that of the asking
    elif "propose" in senses and "say" not in senses:
        state.mood = "hypothetical"
    elif current.link == "inf" and lemma == "take" and above.group.tense == "past" and _it_took(tokens, above):
        state.mood = "real"  # "it took until March | for the last key to be revoked"
    elif (current.link == "inf" and lemma == "have" and adjacent) or (
        current.link == "inf" and _deadline(tokens, above, current)
    ):
        state.mood = "order"
    elif "show" in senses and current.link == "ger":
        state.evidence = any("proof" in token.nouns for token in tokens[slice(*above.subject)])
        state.tense = above.group.tense if above.group.tense != "present" else "past"
        return False
    else:
        return False
    state.tense = above.group.tense
    state.negation = state.negation or above.group.negation
    state.still = state.still or above.group.still
    own = own_mood(above.group)
    if (
        own == "hypothetical"
        and state.turn == "go on"
        and "may" in above.group.words
        and not _first_person(tokens, above)
    ):
        own = "real"  # "partners may go on using it": leave to do so
    if own == "hypothetical" or (own in ("future", "order") and state.mood == "real"):
        state.mood = own
    state.carrier = at
    return True


def _is_way(tokens: list[Token], above: Clause, current: Clause) -> bool:
    """Whether all that somebody had, or had not, is a way to do what the infinitive says."""
    between = [token.low for token in tokens[above.group.last + 1 : current.group.first]]
    return bool(_WAYS & set(between)) and len(between) < 7


def _promised(tokens: list[Token], above: Clause, current: Clause) -> bool:
    """ "Promised lawmakers | to end it", "agreed with the regulator | to stop": the one who promised is to do it."""
    between = [token.low for token in tokens[above.group.last + 1 : current.group.first]]
    return above.group.cue.lemma in _PROMISES and "for" not in between and len(between) < 8


def _to_be_noted(state: Stance, above: Clause) -> bool:
    """ "It should be noted that its access ended": a way of saying it, of what is past."""
    return above.group.cue.lemma in _NOTES and state.tense in ("past", "perfect") and state.mood == "real"


def was_done(tokens: list[Token], current: Clause) -> bool:
    """ "..., and they did so", "..., which we did": what was asked for was done."""
    after = [token.low for token in tokens[current.group.last + 1 :]]
    comma = after.index(",") if "," in after else len(after)
    words = after[comma + 1 : comma + 8]
    if "did" not in words or {"not", "n't", "never", "but", "before", "when"} & set(words):
        return False
    at = words.index("did")
    led = words[:1] in (["and"], ["which"]) and at == 2 and words[1] in ("we", "they", "it", "he", "she")
    return led and (words[0] == "which" or words[at + 1 : at + 2] in (["so"], ["."], ["that"], ["it"], []))


def _is_rule(tokens: list[Token], clause: Clause) -> bool:
    """ "Our agreements require partners to stop when they end": what papers ask of anybody."""
    words = {token.low for token in tokens[slice(*clause.subject)]}
    return clause.group.tense == "present" and bool(words & _RULEBOOKS)


def _it_took(tokens: list[Token], above: Clause) -> bool:
    """ "It took the company until May"."""
    it = [token.low for token in tokens[slice(*above.subject)]] == ["it"]
    return it and any(
        token.kind == "date" and token.what.bound == "until" for token in tokens[above.group.last + 1 : above.end]
    )


def _deadline(tokens: list[Token], above: Clause, current: Clause) -> bool:
    """ "has until 1 May to delete it", "is given 30 days to end it"."""
    if not above.group.senses & {"have", "give"} and above.group.cue.lemma not in ("take", "face"):
        return False
    between = tokens[above.group.last + 1 : current.group.first]
    return bool(between) and any(token.kind == "date" or _TIME_UNIT.fullmatch(token.low) for token in between[-2:])


def _first_person(tokens: list[Token], clause: Clause) -> bool:
    return any(token.low in ("we", "you", "i", "it") for token in tokens[slice(*clause.subject)])
