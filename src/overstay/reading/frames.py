"""What governs a clause: verbs that plan, order, propose, fail or deny; conditions; negation from outside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from overstay.reading.clauses import Clause, noun_like
from overstay.reading.function_words import PREPOSITIONS
from overstay.reading.negation import any_more
from overstay.reading.subjects import is_first_to, one_of
from overstay.reading.tokens import Token
from overstay.reading.verbs import Group

_HALTS = frozenset(["stop", "cease", "quit", "halt", "end", "finish", "discontinue"])
GOES_ON = frozenset(("continue", "keep", "remain", "persist", "go on", "keep on", "carry on"))
_RULEBOOKS = frozenset(
    [
        "agreements",
        "contracts",
        "terms",
        "policy",
        "policies",
        "rules",
        "law",
        "laws",
        "guidelines",
        "regulation",
        "regulations",
    ]
)
_ACCOUNTS = frozenset(
    (
        "statement",
        "claim",
        "report",
        "allegation",
        "assertion",
        "suggestion",
        "account",
        "impression",
        "story",
        "rumour",
    )
)
_IS_WRONG = re.compile(
    r"\b(?:is|are|was|were) (?:simply |plainly |just )?"
    r"(?:wrong|false|incorrect|inaccurate|untrue|mistaken|unfounded|not (?:true|correct|right|accurate))\b"
)
_DISPUTED = re.compile(
    r"\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|reject(?:s|ed)?|contest(?:s|ed)?|refute[sd]?) (?:the |any |this |"
    r"that |your )?"
    r"(?:claim|allegation|suggestion|assertion|accusation|statement|charge|idea|notion|impression)s?$"
)
_UNTRUE = re.compile(r"\b(?:not (?:true|correct|right|the case)|untrue|false|incorrect|inaccurate|wrong)$")
_REQUESTS = frozenset(
    [
        "request",
        "motion",
        "application",
        "petition",
        "proposal",
        "demand",
        "suggestion",
        "recommendation",
        "call",
        "claim",
        "plea",
    ]
)
LETS = frozenset(
    ("allow", "let", "permit", "authorise", "authorize", "entitle", "license", "enable", "clear", "approve")
)
KEEPS = frozenset(("keep", "retain", "maintain", "preserve", "hold on to", "hold onto"))
_BEGINS = frozenset(["start", "begin", "commence", "resume"])
_FAULTS = frozenset(("when", "where", "after", "if", "once", "while", "whenever"))
_REPAIRS = frozenset(
    ("fix", "correct", "resolve", "patch", "repair", "address", "handle", "improve", "avoid", "prevent")
)
_EMBEDS = frozenset(["when", "how", "why", "where"])
_TELLS = frozenset(["tell", "instruct", "notify", "warn", "advise"])
_CONDITIONS = frozenset(["if", "unless", "whether", "provided", "lest"])
_NOBODY = frozenset(["no", "none", "nobody", "neither", "nor", "nothing"])
_BREACHES = frozenset(
    ["violate", "breach", "break", "abuse", "misuse", "infringe", "ignore", "fail", "refuse", "exceed", "flout"]
)
_DISCOVERS = frozenset(
    ("discover", "find", "find out", "learn", "notice", "detect", "uncover", "realise", "realize", "establish")
)
_CLAIMS = frozenset(("say", "claim", "state", "assert", "confirm", "allege", "argue"))
_SEEKS = frozenset(("ask", "ask for", "request", "demand", "seek", "want", "call for"))
_TIME_UNIT = re.compile(r"(?:hour|day|week|month|year|quarter)s?")
_NO_PROOF = re.compile(
    r"\b(?:no (?:evidence|sign|indication|record|proof|trace|reason to believe)|not aware|unaware)\b"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """How what a clause says is to be taken.

    `mood`: real, future, order, hypothetical; `turn`: what a governing verb does to it: halt, go on, begin;
    `tense`, `negation` and `carrier` (a place) are those of the verb that carries the clause.
    """

    mood: str = "real"
    turn: str = ""
    denied: bool = False
    failed: bool = False
    tense: str = "present"
    negation: str = ""
    still: bool = False
    evidence: bool = False  # records show it, tests found it
    no_evidence: bool = False
    carrier: int = -1
    able: bool = False
    could: bool = False
    once: bool = False  # used to


@dataclass(slots=True)
class _State:
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


def frame_of(tokens: list[Token], clauses: list[Clause], place: int) -> Frame:
    """The frame of one clause, gathered from its own verb and those that govern it."""
    group = clauses[place].group
    state = _State(_own_mood(group), group.tense, group.negation, group.still, carrier=place)
    here = place
    if group.shape == "inf" and not place and is_first_to(tokens, clauses[0].start):
        state.tense = "past"
    while True:
        current = clauses[here]
        if current.link == "inf" and current.start and tokens[current.start - 1].low in ("whether", "how", "if"):
            state.mood = "hypothetical"
        if (
            current.link == "sub"
            and current.word in _EMBEDS
            and here
            and "say" in clauses[here - 1].group.senses
            and (clauses[here - 1].group.last + 1 >= current.start)
        ):
            state.mood = "hypothetical"  # "nobody knows when it ended"
        if (
            current.start
            and tokens[current.start - 1].low in _EMBEDS
            and any(clause.word == "whether" or clause.group.cue.lemma in _SEEKS for clause in clauses[:here])
        ):
            state.mood = "hypothetical"  # "asked whether it had access, and when | that access was to end"
        if (
            current.link in ("sub", "rel")
            and current.word in _FAULTS
            and clauses[0].group.cue.lemma in _REPAIRS
            and not any(token.kind == "date" for token in tokens[current.start : current.end])
        ):
            state.mood = "hypothetical"  # "fixed a crash that occurred | when a token was revoked"
        if here and current.link == "rel" and clauses[here - 1].group.cue.lemma in _SEEKS:
            state.mood = "hypothetical"  # "asked for a list of firms | whose access went on"
        if (
            here
            and current.link == "sub"
            and current.word in ("once", "when", "after")
            and _in_doubt(tokens, clauses, here)
        ):
            state.mood = "hypothetical"
        if here and _asks(tokens, clauses[here - 1], current):
            state.mood = "hypothetical"
        if current.link == "sub" and current.word in _CONDITIONS and not (current.word == "unless" and here < place):
            state.mood = "hypothetical"
        if current.word == "that" and _UNTRUE.search(
            " ".join(token.low for token in tokens[max(0, current.start - 3) : current.start])
        ):
            state.denied = True
        if current.word == "that" and _called_wrong(tokens, current, clauses[place]):
            state.mood = "hypothetical"
        if current.word == "that" and _DISPUTED.search(
            " ".join(token.low for token in tokens[max(0, current.start - 4) : current.start])
        ):
            state.denied = True
            break
        if current.word in ("that", "of") and _NO_PROOF.search(
            " ".join(token.low for token in tokens[max(0, current.start - 7) : current.start])
        ):
            state.no_evidence = True
        above = clauses[here - 1] if here else None
        if above is None:
            break
        if current.link == "comp":
            _complement(tokens, state, above)
            if above.link == "sub" and above.word in _CONDITIONS:
                state.mood = "hypothetical"  # "if it turns out that it was open"
            if above.link not in ("comp", "inf"):
                break
        elif current.link in ("inf", "ger") and not (current.link == "ger" and current.word):
            if current.group.shared and above.link == current.link:
                here -= 1
                continue
            if not _governed(tokens, state, current, above, here - 1):
                break
        elif not (current.link == "and" and current.group.shared and above.link in ("comp", "sub", "inf", "ger")):
            break
        here -= 1
    carried = tokens[slice(*clauses[state.carrier].subject)]
    fronted = next((at + 1 for at in range(len(carried) - 1, -1, -1) if carried[at].low == ","), 0)
    if not carried or carried[0].low not in PREPOSITIONS:
        fronted = 0  # "to our knowledge, neither ..."
    if any(token.low in _NOBODY for token in carried[fronted:][:3]) and not state.negation:
        carrying = clauses[state.carrier]
        longer = any_more([token.low for token in tokens[carrying.group.last + 1 : carrying.end]])
        state.negation = "no longer" if longer or state.still else "never"
    one = one_of(tokens, 0, clauses[place].start) if clauses[place].link == "rel" and not state.negation else None
    if one is not None and one[1]:
        state.negation = one[1]
        if clauses[place].subject[0] >= clauses[place].start:  # "no longer among those | to which we send it"
            state.mood = "hypothetical"
    if (
        state.mood == "real"
        and clauses[state.carrier].group.mood in ("real", "able", "could")
        and _tells_reader(tokens, clauses, state)
    ):
        state.mood = "hypothetical"
    if any(
        clause.group.senses & {"order", "give", "bar"}
        and "nothing" in [t.low for t in tokens[slice(*clause.subject)]][:2]
        for clause in clauses[: place + 1]
    ):
        state.mood = "hypothetical"  # "nothing in this order requires it to give access"
    if _requested(tokens, clauses[place]) and not state.denied:
        state.mood = "hypothetical"
    if state.mood != "hypothetical" and _conditional(tokens, clauses, place, state):
        state.mood = "hypothetical"
    return Frame(
        state.mood, state.turn, state.denied, state.failed, state.tense, state.negation, state.still, state.evidence,
        state.no_evidence, state.carrier, group.mood in ("able", "could") or "able" in group.words,
        group.mood == "could" or clauses[state.carrier].group.mood == "could", state.once,
    )  # fmt: skip


def _in_doubt(tokens: list[Token], clauses: list[Clause], place: int) -> bool:
    """ "It is unclear whether it did | once its access was withdrawn": no date of its own, so nothing is told."""
    above, clause = clauses[place - 1], clauses[place]
    doubted = above.link == "sub" and above.word in ("whether", "if")
    return doubted and not any(token.kind == "date" for token in tokens[clause.start : clause.end])


def _called_wrong(tokens: list[Token], current: Clause, clause: Clause) -> bool:
    """ "The report that its access ended in 2014 | is wrong": what is denied is not stated."""
    after = [token.low for token in tokens[clause.group.last + 1 : clause.group.last + 20]]
    stop = next((at for at, low in enumerate(after) if low in (":", ";", ".", "and", "but")), len(after))
    before = tokens[current.start - 1].low.removesuffix("s") if current.start else ""
    return before in _ACCOUNTS and bool(_IS_WRONG.search(" ".join(after[:stop])))


def _tells_reader(tokens: list[Token], clauses: list[Clause], state: _State) -> bool:
    """ "You can stop sharing it": what the reader may do is no tale of what happened."""
    subject = [token.low for token in tokens[slice(*clauses[state.carrier].subject)]]
    return "you" in subject and state.tense == "present" and clauses[state.carrier].group.mood != "real"


def _complement(tokens: list[Token], state: _State, above: Clause) -> None:
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
    if above.group.cue.lemma in _CLAIMS and above.group.negation in ("not", "never"):
        state.mood = "hypothetical"  # "did not say that access had ended"
    if _NO_PROOF.search(words) or ("show" in senses and above.group.negation):
        state.no_evidence = True
    elif "deny" in senses:
        state.denied = True
    elif above.group.mood == "hypothetical" or ("propose" in senses and not senses & {"say", "show"}):
        state.mood = "hypothetical"
    elif "order" in senses and "say" not in senses and state.mood != "hypothetical":
        earlier = "had" in above.group.words or any(
            token.low in ("previously", "earlier") for token in tokens[above.start : above.group.head]
        )
        state.mood = "hypothetical" if earlier else "order"  # what was ordered long ago is done, or is not
    if "show" in senses and (
        above.group.cue.lemma in _DISCOVERS
        or (
            any("proof" in token.nouns for token in tokens[slice(*above.subject)])
            and not (above.group.cue.lemma == "confirm" and _first_person(tokens, above))  # only a way of saying it
        )
    ):
        state.evidence = True


def _governed(tokens: list[Token], state: _State, current: Clause, above: Clause, at: int) -> bool:
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
    elif (
        current.link == "inf" and lemma in ("let", "make", "see", "watch") and current.group.first == current.group.head
    ):
        pass  # "let its contract lapse"
    elif adjacent and lemma in _HALTS and (current.link == "ger" or lemma == "cease"):
        state.turn = state.turn or "halt"
    elif adjacent and lemma in GOES_ON:
        state.turn = state.turn or "go on"
    elif adjacent and lemma in _BEGINS:
        state.turn = state.turn or "begin"
    elif current.link == "inf" and lemma in LETS and (state.turn == "go on" or current.group.cue.lemma in KEEPS):
        state.turn = state.turn or "go on"  # "was allowed to keep it"
    elif current.link == "inf" and (senses & {"order"} or (lemma in _TELLS and not adjacent)):
        state.mood = "hypothetical" if above.group.mood == "would" or _is_rule(tokens, above) else "order"
    elif current.link == "inf" and adjacent and "plan" in senses:
        dropped = above.group.tense == "past" and "had" in above.group.words  # "had planned to end it, but"
        state.mood = "hypothetical" if dropped or state.mood == "hypothetical" else "future"
    elif "propose" in senses and "say" not in senses:
        state.mood = "hypothetical"
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
    own = _own_mood(above.group)
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


def _is_rule(tokens: list[Token], clause: Clause) -> bool:
    """ "Our agreements require partners to stop when they end": what papers ask of anybody."""
    words = {token.low for token in tokens[slice(*clause.subject)]}
    return clause.group.tense == "present" and bool(words & _RULEBOOKS)


def _first_person(tokens: list[Token], clause: Clause) -> bool:
    return any(token.low in ("we", "you", "i", "it") for token in tokens[slice(*clause.subject)])


def _deadline(tokens: list[Token], above: Clause, current: Clause) -> bool:
    """ "has until 1 May to delete it", "is given 30 days to end it"."""
    if not above.group.senses & {"have", "give"} and above.group.cue.lemma not in ("take",):
        return False
    between = tokens[above.group.last + 1 : current.group.first]
    return bool(between) and any(token.kind == "date" or _TIME_UNIT.fullmatch(token.low) for token in between[-2:])


def _own_mood(group: Group) -> str:
    if group.mood in ("future", "was to", "would"):
        return "future"
    return {"must": "order", "hypothetical": "hypothetical"}.get(group.mood, "real")


def _requested(tokens: list[Token], clause: Clause) -> bool:
    """ "The request that the feed be closed is denied"."""
    start = max(0, min(clause.start, clause.subject[0]) - 2)
    words = [token.low for token in tokens[start : clause.group.first]]
    return any(low in _REQUESTS and words[here + 1 : here + 2] == ["that"] for here, low in enumerate(words))


def _asks(tokens: list[Token], above: Clause, current: Clause) -> bool:
    """ "Leaves open | when it ended", "gives no date on | which it was withdrawn": a question, not a statement."""
    if current.link not in ("sub", "rel") or current.word not in (
        "when",
        "which",
        "whether",
        "who",
        "whose",
        "how",
        "why",
        "where",
    ):
        return False
    if above.group.first >= current.start:
        return False
    between = [token.low for token in tokens[above.group.last + 1 : current.start]]
    open_still = above.group.cue.lemma in ("leave open", "leave") and (not between or between == ["open"])
    asked = not between and bool(above.group.senses & {"say", "show", "propose"})
    denied = above.group.negation or {"no", "nor", "neither", "without"} & set(between)
    undated = len(between) < 6 and denied and {"date", "day", "time", "year", "month"} & set(between)
    return bool(open_still or asked or undated)


def _of_anyone(tokens: list[Token], before: list[Clause], clause: Clause) -> bool:
    """ "You may withdraw your consent, and we will then stop": a rule for anybody, not what happened."""
    if any(token.kind == "date" for token in tokens[clause.start : clause.end]):
        return False
    return any(
        not other.group.negation
        and any(token.low in ("you", "anyone") for token in tokens[slice(*other.subject)][:2])
        and (other.group.mood in ("hypothetical", "able") or (other.link == "sub" and other.group.tense == "present"))
        for other in before
    )


def _conditional(tokens: list[Token], clauses: list[Clause], place: int, state: _State) -> bool:
    """A main clause beside an "if": what it says of the present or future holds on a condition only."""
    above = clauses[place - 1].group if place else None
    general = above is not None and above.finite and above.tense == "present" and not above.passive
    if clauses[place].link == "rel" and general and above is not None and above.senses & {"end", "bar"}:
        return True  # "we revoke tokens that have not been used"
    dated = any(token.kind == "date" for token in tokens[clauses[place].start : clauses[place].end])
    if state.tense in ("past", "perfect") and state.mood == "real" and (dated or not clauses[place].group.bare):
        return False
    if place and _of_anyone(tokens, clauses[:place], clauses[place]):
        return True
    if any(
        clause.link == "rel" and clause.group.cue.lemma in _BREACHES and clause.group.tense == "present"
        for clause in clauses[:place]
    ):
        return True  # "developers who violate the policy will lose access"
    return any(
        clause.link == "sub"
        and (clause.word in ("if", "provided") or (clause.word == "unless" and other < place))
        and abs(other - place) <= 4
        for other, clause in enumerate(clauses)
    )
