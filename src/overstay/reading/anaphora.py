"""Words that stand for a partner named before: it, they, we, "the company", "both", "the first"; and for whom."""

from __future__ import annotations

from overstay.reading.clauses import Clause
from overstay.reading.mentions import Mention, find_mentions
from overstay.reading.owners import MANY, Context, Owners, is_many, named
from overstay.reading.parts import Event
from overstay.reading.tokens import Token
from overstay.reading.verbs import is_adverb

FIRST_PERSON = frozenset(["we", "us", "our", "ours", "i", "my"])
_SINGULAR = frozenset(["it", "its", "itself"])
_PLURAL = frozenset(
    ["they", "their", "them", "theirs", "both", "these", "those", "two", "three", "four", "five", "six", "pair", "trio"]
)
_DEFINITE = frozenset(
    ["the", "this", "that", "these", "those", "both", "'s", "its", "their", "two", "three", "four", "all", "each"]
)
_NO_CONCERN = frozenset(("other", "say", "propose", "plan"))
MAKES = frozenset(
    ["employ", "run", "make", "build", "develop", "operate", "own", "publish", "hire", "contract", "call", "name",
     "design", "belong", "rely", "rely on", "depend", "depend on", "build on", "run on"]
)  # fmt: skip
_ORDINALS = {"first": 0, "former": 0, "second": 1, "latter": -1, "third": 2, "last": -1}
_APPS = frozenset(
    [
        "app",
        "application",
        "game",
        "site",
        "website",
        "extension",
        "plug-in",
        "add-on",
        "bot",
        "service",
        "start-up",
        "startup",
    ]
)


def anaphor_of(tokens: list[Token], mentions: list[Mention], theme: list[Mention]) -> str:
    """The kind of word that stands for a partner: it, they, we, role ("the company"), roles, ordinal, or blank."""
    found = ""
    own = {mention.at for mention in theme}
    for mention in mentions:
        low, first = tokens[mention.at].low, tokens[mention.first].low
        if low in ("our", "my") and found in ("it", "they") and mention.prep == "'s" and not mentions[0].prep:
            continue  # "they have not had our data since"
        if low == "our" and any(
            m.prep in ("with", "for", "to") and tokens[m.at].low in _PLURAL | _SINGULAR for m in mentions
        ):
            continue  # "our contracts with all three"
        if first in FIRST_PERSON or low in FIRST_PERSON:
            return "we"
        if low in _SINGULAR or first in _SINGULAR:
            found = found or "it"
        elif low in _PLURAL or first in _PLURAL or low == "neither":
            found = found or "they"
        elif _is_role(mention, own) and first == "neither":
            found = "roles"  # "neither company"
        elif _is_role(mention, own) and (mention.determiner in _DEFINITE or _is_employer(mention)):
            if mention.determiner in MANY:
                found = "roles"
            elif not is_many(tokens, mention) and mention.determiner in ("the", "this", "that", "his", "her"):
                found = found or "role"
    if not found and not any(m.kind == "program" for m in theme):
        for mention in mentions:
            stretch = [token.low for token in tokens[max(0, mention.first - 3) : mention.at + 1]]
            if any(low in _ORDINALS for low in stretch) and "the" in stretch:
                return "ordinal"
    return found


def _is_employer(mention: Mention) -> bool:
    """ "Ann Roe, who runs Acme, said | her company had lost it"."""
    return mention.determiner in ("his", "her") and mention.word.lower() in (
        "company", "firm", "bank", "start-up", "startup", "business", "agency", "studio", "employer",
    )  # fmt: skip


def _is_role(mention: Mention, theme: set[int]) -> bool:
    app = mention.kind == "product" and mention.word.lower().rstrip("s") in _APPS and mention.at not in theme
    owner = mention.prep == "'s" and mention.word.lower().rstrip("s") in _APPS and mention.at not in theme
    return mention.kind == "role" or app or owner  # "the plug-in's permission"


def is_definite(event: Event) -> bool:
    """Whether the access is one spoken of before: "the feed", "those tokens"."""
    # "The pilot's access".
    pointed = [m for m in event.affected if m.prep == "'s" and m.kind in ("relation", "product")]
    return any(
        mention.determiner in ("the", "this", "that", "these", "those", "both", "all") or mention.kind == "pronoun"
        for mention in [*event.theme, *pointed]
    )


def in_aside(tokens: list[Token], mention: Mention, clauses: list[Clause], place: int) -> bool:
    """ "The feed, once praised by Acme, was closed": a name between two commas, with a verb of no concern."""
    commas = [at for at in range(clauses[place].group.first) if tokens[at].low == ","]
    opening = max((at for at in commas if at < mention.first), default=-1)
    closing = next((at for at in commas if at > mention.at), -1)
    if opening < 0 or closing < 0:
        return False
    inner = [clause.group for clause in clauses[:place] if opening < clause.group.head < closing]
    if any(not group.senses <= _NO_CONCERN or group.cue.lemma in MAKES for group in inner):
        return False
    stretch = [token for token in tokens[opening + 1 : closing] if not is_adverb(token)]
    first = stretch[0] if stretch else tokens[closing]
    told = (
        mention.prep not in ("with", "for", "to")
        and first.kind == "word"
        and first.senses <= _NO_CONCERN
        and first.low.endswith(("ed", "ing"))
    )
    return told or first.low in ("which", "who", "whom")


def carried(
    tokens: list[Token],
    clauses: list[Clause],
    event: Event,
    anaphor: str,
    verbs: frozenset[int],
    before: Context,
    affected: list[Mention],
    speaker: tuple[str, ...],
    apart: frozenset[int] = frozenset(),
) -> Owners:
    """The partners that a word stands for: of this sentence before the clause, else of the ones before; `apart` are
    places of names that it cannot stand for.
    """
    clause = clauses[event.place]
    limit = min([clause.start] + [m.first for m in affected if m.kind in ("pronoun", "role")])
    if clause.link in ("inf", "ger", "pp"):
        limit = max(limit, clause.start)
    if anaphor == "ordinal":
        words = [tokens[i].low for m in affected for i in range(max(0, m.first - 3), m.at + 1)]
        rank = next((_ORDINALS[word] for word in words if word in _ORDINALS), 0)
        listed = before.listed or before.partners
        return Owners(list(listed[rank]), how="carried") if listed and -1 <= rank < len(listed) else Owners()
    reach = max(limit, min(clause.group.first, clause.subject[1])) if anaphor == "the" else limit
    around = [m for m in find_mentions(tokens, 0, reach, verbs) if m.at not in apart]
    if anaphor == "the":
        around = [m for m in around if not in_aside(tokens, m, clauses, event.place)]
        around = [m for m in around if not _in_else(m, clauses, event.place)]
    inside = named(tokens, around)
    if inside.ids:
        inside.how = "carried"
        if anaphor in ("it", "role") and len(inside.ids) > 1 and not inside.new:
            inside.ids = _one(tokens, clauses, event.place, inside)
        return inside
    if anaphor == "the" and not before.access and not speaker and not _points_back(event, before):
        return Owners()  # what was never spoken of before is not "the feed" of those named there
    if before.generic and not before.partners:
        return Owners(how="generic")
    if not before.partners and inside.new and anaphor in ("it", "role"):
        inside.how = "carried"
        return inside
    if not before.partners and speaker:
        return Owners(list(speaker), how="speaker")
    ids = [i for group in before.partners for i in group]
    if anaphor in ("it", "role") and len(before.partners) > 1:
        ids = list(before.subject or before.partners[-1])
    return Owners(ids, list(before.new) if not ids else [], "carried" if ids or before.new else "nobody")


def _points_back(event: Event, before: Context) -> bool:
    """ "Both integrations were closed", after two partners; "we blocked the app", after one."""
    if len(before.partners) > 1 and not event.active:
        return any(mention.determiner in MANY and mention.kind == "access" for mention in event.theme)
    return len(before.partners) == 1 and any(
        mention.determiner in ("the", "that") and mention.word.lower() in _APPS for mention in event.theme
    )


def _in_else(mention: Mention, clauses: list[Clause], place: int) -> bool:
    """ "In 2015, the year in which Acme went public, the feed was closed": a clause that tells of other things."""
    return any(
        clause.start <= mention.at < clause.end
        and clause.link in ("rel", "sub")
        and clause.group.senses <= {"other"}
        and bool(clause.word)
        and clause.group.cue.lemma not in MAKES | {"built", "made", "ran"}
        for clause in clauses[:place]
    )


def _one(tokens: list[Token], clauses: list[Clause], place: int, owners: Owners) -> list[str]:
    """For "it" after several names: the one that was the subject of an earlier clause, else all that share the fate."""
    for here in range(place - 1, -1, -1):
        start, end = clauses[here].subject
        ids = [
            i
            for token in tokens[start:end]
            if token.kind == "name" and token.what.what == "partner"
            for i in token.what.ids
        ]
        if ids:
            return ids
    return owners.ids


__all__ = ["FIRST_PERSON", "anaphor_of", "carried", "is_definite"]
