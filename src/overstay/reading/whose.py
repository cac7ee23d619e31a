"""Whose access an event speaks of: partners named in it, or those that its pronouns and short forms stand for."""

from __future__ import annotations

from overstay.reading.anaphora import FIRST_PERSON, MAKES, anaphor_of, carried, in_aside, is_definite
from overstay.reading.clauses import Clause
from overstay.reading.mentions import Mention, find_mentions
from overstay.reading.owners import Context, Owners, also, apposed, is_generic, is_many, named, receivers
from overstay.reading.parts import Event
from overstay.reading.tokens import Token

_NOT_OWNERS = frozenset(["except", "excluding", "unlike", "besides", "like", "than", "against", "according to"])
# What is taken from somebody else: "Acme revoked its access".
_REVOKED = frozenset(
    ["access", "permission", "permissions", "token", "tokens", "key", "keys", "credentials", "licence", "license"]
)
# "Acme's rivals" are not Acme.
_OTHERS_OF = frozenset(
    ["rival", "rivals", "competitor", "competitors", "critics", "founder", "founders", "investors", "lawyers", "parent"]
)
_EVERYBODY = frozenset(("everybody", "everyone", "anybody", "anyone"))
_FIRMS = frozenset(
    ["companies", "firms", "banks", "businesses", "start-ups", "startups", "apps", "games", "carriers", "makers"]
)
_SPEAKING = frozenset(("speaking", "talking", "referring", "alluding"))
_OF_LABELS = ("access", "relation", "product", "data", "program", "category")
_OUTSIDERS = ("from", "with", "by", "at", "of", "'s", "on", "in", "under", "between")


def find_owners(
    tokens: list[Token],
    clauses: list[Clause],
    event: Event,
    verbs: frozenset[int],
    before: Context,
    speaker: tuple[str, ...],
    excepted: frozenset[int],
) -> Owners:
    """The partners of one event; `before` is what the sentences before spoke of, `speaker` the ids of who says "we",
    `excepted` the places of the names that the sentence excepts.
    """
    owners = _with_excepted(tokens, clauses, event, verbs, before, speaker, excepted)
    clause = clauses[event.place]
    if owners.how != "carried" or clause.link == "rel":
        return owners
    # "Every maker except the company Acme": "the company" stands for the one who is excepted.
    inside = range(min(clause.start, clause.subject[0]), clause.end)
    out = {id for at in excepted if at in inside for id in tokens[at].what.ids}
    return Owners(how="generic") if out and set(owners.ids) <= out else owners


def _with_excepted(
    tokens: list[Token],
    clauses: list[Clause],
    event: Event,
    verbs: frozenset[int],
    before: Context,
    speaker: tuple[str, ...],
    excepted: frozenset[int],
) -> Owners:
    """The partners of one event, carried ones even where they are those that it excepts."""
    clause = clauses[event.place]
    if clause.link == "rel" or any(token.low == "whose" for token in tokens[slice(*clause.subject)]):
        excepted = frozenset()  # "save for Acme, whose time is extended": of this Acme is the subject
    around = [
        m
        for m in event.affected
        if m.at not in excepted
        and m.prep not in _NOT_OWNERS
        and not (m.first and tokens[m.first - 1].low == "not")
        and not in_aside(tokens, m, clauses, event.place)
        and not (m.prep == "'s" and tokens[min(m.at + 2, len(tokens) - 1)].low in _OTHERS_OF)
    ]
    if event.active and event.rule == "data flowed":
        around = [m for m in around if m.kind != "unknown" or m.first > clause.group.last]  # the one who sends
    affected = receivers(tokens, around, clause.group.cue.lemma, bool(speaker))
    owners = named(tokens, affected)
    if owners.ids:
        if event.rule == "shut out" and speaker and any(m.word.lower() in ("we", "us") for m in affected):
            owners.ids = list(dict.fromkeys([*speaker, *owners.ids]))  # "we were shut out, and Acme with us"
        if event.rule == "shut out" and any(m.word.lower() in ("they", "it") and not m.prep for m in affected):
            owners.ids = list(dict.fromkeys([*(id for ids in before.partners for id in ids), *owners.ids]))
        more = also(tokens, clause.group.last + 1, len(tokens))
        owners.ids += [id for id in more.ids if id not in owners.ids]
        owners.mentions += more.mentions
        return owners
    if any(
        token.low == "else"
        and tokens[at - 1].low in _EVERYBODY
        and tokens[at - 2].low not in ("from", "by", "than", "like")
        and tokens[at - 2].low not in ("from", "or", "nor")
        for at, token in enumerate(tokens[: clause.end])
        if at > clause.start
    ):
        return Owners(how="generic")  # "for everybody else it closed on 30 April"
    generic = is_generic(tokens, affected)
    anaphor = anaphor_of(tokens, affected, event.theme)
    if generic and not anaphor and _are_those(tokens, affected, before, clause):
        generic, anaphor = False, "roles"
    if event.active and anaphor in ("it", "they") and not any(m.kind == "pronoun" and m.prep != "'s" for m in affected):
        # "Acme closed its feed": the owner is the one who did it, a partner or the platform.
        doer = find_mentions(tokens, *clause.subject, verbs)
        done = named(tokens, doer)
        theirs = before.partners and (anaphor == "they" or any(m.word.lower() in _REVOKED for m in event.theme))
        if done.ids or not (theirs or any(m.kind == "pronoun" for m in doer)):
            return done if done.ids else owners
    listed = apposed(tokens, affected, clause.end)
    if not listed.ids and not owners.new:
        listed = _listed_after(tokens, clause)  # "Integrations switched off: Acme, Borel."
    if listed.ids:
        return listed
    if not anaphor or anaphor == "role":
        attached = _attached(tokens, clauses, event.place, verbs, excepted)
        if attached.ids:
            return attached
    if anaphor == "we" and speaker:
        return Owners(list(speaker), how="speaker")
    if anaphor in ("it", "they") and not before.partners:
        spoken = _spoken_of(tokens, clause)
        if spoken.ids:
            return spoken
    if anaphor in ("it", "they", "ordinal", "role", "roles"):
        found = carried(tokens, clauses, event, anaphor, verbs, before, affected, speaker)
        if found.new and not found.ids and speaker:
            return Owners(list(speaker), how="speaker")  # in a letter of Acme's "it" is Acme's, not the platform's
        if found.ids or found.new:
            return found
    if generic and not owners.new:
        listed = _listed_after(tokens, clause) if not listed.ids else listed
        if listed.ids:
            return listed
    if generic and anaphor != "we":
        return listed if listed.new else Owners(how="generic")
    if owners.new and anaphor != "we":
        outside = speaker and all(m.prep in _OUTSIDERS for m in affected if m.kind == "unknown")
        return Owners(list(speaker), how="speaker") if outside and not _of_all(event) else owners
    if not anaphor and not owners.new and _is_one_more(event, affected):
        earlier = named(tokens, find_mentions(tokens, 0, clause.start, verbs))
        if len(earlier.ids) == 1 and not earlier.new:
            return Owners(earlier.ids, how="carried")  # "write access for Acme was revoked; read access goes in May"
    if event.active and not anaphor:
        doers = named(tokens, [m for m in find_mentions(tokens, *clause.subject, verbs) if m.prep in ("", "'s")])
        if doers.ids:
            return doers
    subject = find_mentions(tokens, *clause.subject, verbs)
    if not generic and speaker and any(m.word.lower() in FIRST_PERSON for m in subject):
        return Owners(list(speaker), how="speaker")
    given = named(tokens, around)
    if speaker and given.ids and not anaphor and not event.active and not _of_all(event):
        return Owners(list(speaker), how="speaker")  # "the feed from Acme is off", in a letter of Borel's
    if not anaphor and (is_definite(event) or _is_bare(event, affected, before)):
        found = carried(tokens, clauses, event, "the", verbs, before, affected, () if _of_all(event) else speaker)
        if found.ids or found.new:
            return found
    label = _labelled(tokens, verbs) if not generic and not anaphor and not owners.new else Owners()
    if label.ids:
        return label
    if speaker and not anaphor and not event.active and not _of_all(event):
        return Owners(list(speaker), how="speaker")
    return owners


def _listed_after(tokens: list[Token], clause: Clause) -> Owners:
    """ "Partners that lost access in 2018: Acme, Borel and Corvo." """
    colon = next((at for at in range(clause.group.last + 1, len(tokens)) if tokens[at].low == ":"), -1)
    tail = (
        [at for at in range(colon + 1, len(tokens)) if tokens[at].low not in (",", "and", ".", "&")]
        if colon > 0
        else []
    )
    if not tail or not all(tokens[at].kind == "name" and tokens[at].what.what == "partner" for at in tail):
        return Owners()
    return named(tokens, [Mention(at, at, "partner", "", tokens[at].text, "") for at in tail])


def _spoken_of(tokens: list[Token], clause: Clause) -> Owners:
    """ "We turned them off," said a manager, speaking of Acme: whom a quoted pronoun stands for."""
    for at in range(clause.end - 1, len(tokens) - 2):
        led = (tokens[at].low in _SPEAKING and tokens[at + 1].low in ("of", "to", "about")) or (
            tokens[at].low == "said" and tokens[at + 1].low in ("of", "about")
        )
        if led and tokens[at + 2].kind == "name":
            return named(tokens, [Mention(at + 2, at + 2, "partner", "", tokens[at + 2].text, "")])
    return Owners()


def _of_all(event: Event) -> bool:
    """A program is everybody's."""
    return any(mention.kind == "program" for mention in event.theme)


def _are_those(tokens: list[Token], mentions: list[Mention], before: Context, clause: Clause) -> bool:
    """ "The companies" right after two or more have been named."""
    roles = [m for m in mentions if m.kind == "role"]
    if not roles or not all(m.determiner == "the" and is_many(tokens, m) for m in roles):
        return False
    firms = all(m.word.lower() in _FIRMS for m in roles)
    here = {token.text for token in tokens[: clause.start] if token.kind == "name" and token.what.what == "partner"}
    return len(before.partners) > 1 or (firms and len(here) > 1)


def _labelled(tokens: list[Token], verbs: frozenset[int]) -> Owners:
    """ "Acme and Borel: access ends in May", "Sync for Acme: put off": the names before a colon at the start."""
    here = 0
    while here < len(tokens) and (
        (tokens[here].kind in ("mark", "date") and tokens[here].low != ":") or tokens[here].low.isdigit()
    ):
        here += 1
    first = here
    while here < len(tokens) and (tokens[here].kind == "name" or tokens[here].low in (",", "and", "&", "/")):
        here += 1
    if here > first and here < len(tokens) and tokens[here].low in (":", "—", "–"):
        return named(tokens, [Mention(at, at, "partner", "", tokens[at].text, "") for at in range(first, here)])
    colon = next((at for at in range(first, min(first + 9, len(tokens))) if tokens[at].low in (":", "—", "–")), first)
    if any(at in verbs for at in range(first, colon)):
        return Owners()
    label = find_mentions(tokens, first, colon, verbs)
    if not any(m.kind in _OF_LABELS and m.prep == "" for m in label):
        return Owners()
    return named(tokens, [m for m in label if m.prep in ("", "'s", "for", "to", "with")])


def _is_bare(event: Event, affected: list[Mention], before: Context) -> bool:
    """ "Access was revoked": that of the one partner of whom the sentence before speaks."""
    theme = {mention.at for mention in event.theme}
    return (
        len(before.partners) == 1
        and not before.generic
        and len(event.theme) == 1
        and event.theme[0].word.lower() in ("access", "permission")
        and all(mention.at in theme for mention in affected)
    )


def _is_one_more(event: Event, affected: list[Mention]) -> bool:
    """ "Read access", "write permission": a bare word of access, of one sort, with nobody beside it."""
    theme = event.theme
    return (
        len(theme) == 1
        and not theme[0].determiner
        and theme[0].word.lower() in ("access", "permission", "read access", "write access", "read permission",
                                      "write permission", "read-only access", "api access")
        and all(m.at == theme[0].at for m in affected)
    )  # fmt: skip


def _attached(
    tokens: list[Token], clauses: list[Clause], place: int, verbs: frozenset[int], excepted: frozenset[int]
) -> Owners:
    """Partners in the relative and other clauses that hang on this one: "every token it had issued to Borel"."""
    around: list[int] = []
    here = place - 1
    while (
        here >= 0
        and clauses[here].link in ("rel", "pp", "inf", "ger")
        and clauses[place].link in ("resume", "main", "comma", "and")
    ):
        around.append(here)
        here -= 1
    here = place + 1
    while (
        here < len(clauses)
        and clauses[here].link in ("rel", "pp", "inf", "ger", "sub")
        and clauses[here].word not in ("while", "although", "though", "whereas")
    ):
        if clauses[here].link == "sub" and clauses[here].word not in ("that",):
            break
        around.append(here)
        here += 1
    for other in around:
        clause = clauses[other]
        if clause.group.senses <= {"other", "say", "propose", "plan"} and clause.group.cue.lemma not in MAKES:
            continue
        mentions = [m for m in find_mentions(tokens, clause.start, clause.end, verbs) if m.at not in excepted]
        if clause.group.senses & {"give", "send"} and not (clause.group.passive or clause.group.shape == "pp"):
            # "the feed through which Acme gave Borel messages": the one who gives has no access by it
            got = [m for m in mentions if m.first > clause.group.last]
            mentions = got if named(tokens, got).ids else mentions
        owners = named(tokens, mentions)
        if owners.ids or owners.new:
            return owners
    return Owners()


__all__ = ["Context", "Owners", "find_owners"]
