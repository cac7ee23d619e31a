"""Whose access an event speaks of: partners named in it, or those that its pronouns and short forms stand for."""

from __future__ import annotations

from overstay.reading.anaphora import FIRST_PERSON, anaphor_of, carried, is_definite
from overstay.reading.beside import may_own
from overstay.reading.bystanders import denied, is_nobody_known
from overstay.reading.clauses import Clause
from overstay.reading.hanging import attached, labelled, listed_after
from overstay.reading.mentions import Mention, find_mentions
from overstay.reading.owners import Context, Owners, also, apposed, is_generic, is_many, named, receivers
from overstay.reading.parts import Event
from overstay.reading.spoken import spoken_of
from overstay.reading.tokens import Token

# What is taken from somebody else: "Acme revoked its access".
_REVOKED = frozenset(
    ["access", "permission", "permissions", "token", "tokens", "key", "keys", "credentials", "licence", "license"]
)
_EVERYBODY = frozenset(("everybody", "everyone", "anybody", "anyone"))
_FIRMS = frozenset(
    ["companies", "firms", "banks", "businesses", "start-ups", "startups", "apps", "games", "carriers", "makers"]
)
_THAT = frozenset(("that", "this", "those", "these"))
_WAYS_IN = frozenset(("acces", "login", "log-in", "sign-in", "link", "connection", "subscription", "key", "password"))
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
    whose = any(token.low == "whose" for token in tokens[slice(*clause.subject)])
    if owners.mentions and clause.link != "rel" and not whose and all(m.at in excepted for m in owners.mentions):
        return Owners(how="generic")  # "all but two of them, Acme and Borel, lost it"
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
    apart = denied(tokens, verbs)
    around = may_own(tokens, clauses, event, verbs, before, excepted, apart)
    affected = receivers(tokens, around, clause.group.cue.lemma, bool(speaker))
    owners = named(tokens, affected)
    if owners.ids:
        if event.rule == "shut out" and speaker and any(m.word.lower() in ("we", "us") for m in affected):
            owners.ids = list(dict.fromkeys([*speaker, *owners.ids]))  # "we were shut out, and Acme with us"
        if event.rule == "shut out" and any(m.word.lower() in ("they", "it") and not m.prep for m in affected):
            owners.ids = list(dict.fromkeys([*(id for ids in before.partners for id in ids), *owners.ids]))
        if not event.active and _it_and_others(tokens, clause, affected):
            own = carried(tokens, clauses, event, "it", verbs, before, affected, speaker, apart)
            owners.ids = list(dict.fromkeys([*own.ids, *owners.ids]))  # "denied that it or its parent Acme had"
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
    if generic and clause.link == "resume" and clauses[event.place - 1].link == "pp":
        # "The companies named in it, among them Acme and Borel, | had access"
        pp = clauses[event.place - 1]
        counted = [m for m in find_mentions(tokens, pp.start, pp.end, verbs) if m.prep in ("among", "including")]
        if (among := named(tokens, counted)).ids:
            return among
    anaphor = anaphor_of(tokens, affected, event.theme)
    if anaphor == "we" and not speaker and any(m.determiner in ("its", "their") for m in event.theme):
        # "Acme asked for time, and we agreed to keep its feed open": the platform itself has no access
        anaphor = "it" if any(m.determiner == "its" for m in event.theme) else "they"
    if generic and not anaphor and _are_those(tokens, affected, before, clause):
        generic, anaphor = False, "roles"
    if event.active and anaphor in ("it", "they") and not any(m.kind == "pronoun" and m.prep != "'s" for m in affected):
        # "Acme closed its feed": the owner is the one who did it, a partner or the platform.
        doer = find_mentions(tokens, *clause.subject, verbs)
        done = named(tokens, doer)
        if not done.ids and clause.link == "inf" and "order" in clauses[event.place - 1].group.senses:
            # "Directed Acme | to discontinue its use of the feed"
            done = named(
                tokens, [m for m in find_mentions(tokens, *clauses[event.place - 1].rest, verbs) if not m.prep]
            )
        named_here = named(tokens, find_mentions(tokens, 0, clause.start, verbs)).ids
        # "Acme has shown that Zenlow disabled its tokens": nobody disables tokens of its own.
        theirs = (before.partners or (named_here and anaphor == "it")) and (
            anaphor == "they" or any(m.word.lower() in _REVOKED for m in event.theme)
        )
        if done.ids or not (theirs or any(m.kind == "pronoun" for m in doer)):
            return done if done.ids else owners
    listed = apposed(tokens, affected, clause.end)
    if not listed.ids and not owners.new:
        listed = listed_after(tokens, clause)  # "Integrations switched off: Acme, Borel."
    if listed.ids or (listed.new and anaphor in ("they", "roles")):
        return listed  # "two smaller brokers, Hadlock Data and Quintel Row, were shut out"
    if not anaphor and event.place and clauses[event.place - 1].group.cue.lemma == "concern":
        of_whom = named(tokens, find_mentions(tokens, *clauses[event.place - 1].subject, verbs))
        if of_whom.ids and clauses[event.place - 1].link == "sub":
            return of_whom  # "insofar as Acme is concerned, the sharing was halted"
    if not anaphor or anaphor in ("role", "ordinal"):
        hung = attached(tokens, clauses, event.place, verbs, excepted)
        if hung.ids:
            return hung
    if anaphor == "we" and speaker:
        return Owners(list(speaker), how="speaker")
    pointed = any(
        m.determiner in _THAT or (m.word.lower() in _THAT and m.kind == "pronoun") for m in event.theme
    )  # "we ended that years ago"
    if (anaphor in ("it", "they") or (pointed and not anaphor)) and not before.partners:
        spoken = spoken_of(tokens, clause)
        if spoken.ids:
            return spoken
    if anaphor in ("it", "they", "ordinal", "role", "roles"):
        if anaphor == "it" and is_nobody_known(tokens, find_mentions(tokens, *clause.subject, verbs)):
            return Owners(how="generic")
        found = carried(tokens, clauses, event, anaphor, verbs, before, affected, speaker, apart)
        if found.new and not found.ids and speaker:
            return Owners(list(speaker), how="speaker")  # in a letter of Acme's "it" is Acme's, not the platform's
        if found.ids or found.new:
            return found
    if generic and not owners.new:
        listed = listed_after(tokens, clause) if not listed.ids else listed
        if listed.ids:
            return listed
    if clause.link == "rel" and not anaphor and not owners.new and not generic:
        # "Acme keeps it under an agreement | that expires in 2021"
        holder = named(tokens, find_mentions(tokens, 0, clause.start, verbs))
        if len(holder.ids) == 1 and not holder.new and event.theme and event.theme[0].determiner in ("a", "an"):
            return Owners(holder.ids, how="carried")
    if generic and anaphor != "we":
        return listed if listed.new else Owners(how="generic")
    if owners.new and anaphor != "we":
        outside = speaker and all(
            m.prep in _OUTSIDERS or (m.prep == "to" and _leads_to(affected, m)) for m in affected if m.kind == "unknown"
        )
        return Owners(list(speaker), how="speaker") if outside and not _of_all(event) else owners
    if not anaphor and not owners.new and _is_one_more(event, affected):
        earlier = named(tokens, find_mentions(tokens, 0, clause.start, verbs))
        if len(earlier.ids) == 1 and not earlier.new:
            return Owners(earlier.ids, how="carried")  # "write access for Acme was revoked; read access goes in May"
    ones = bool(event.theme) and all(m.word.lower() in ("one", "none") for m in event.theme)
    if ones and anaphor in ("", "we") and not owners.new:
        had_by = named(tokens, find_mentions(tokens, 0, clause.start, verbs))
        if had_by.ids:  # "has no contract with Acme and has not had one since May"
            return Owners(had_by.ids, how="carried")
    if event.active and not anaphor:
        done_by = named(tokens, [m for m in find_mentions(tokens, *clause.subject, verbs) if m.prep in ("", "'s")])
        if done_by.ids:
            return done_by
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
    label = labelled(tokens, verbs) if not generic and not anaphor and not owners.new else Owners()
    if label.ids:
        return label
    if speaker and not anaphor and not event.active and not _of_all(event):
        return Owners(list(speaker), how="speaker")
    return owners


def _it_and_others(tokens: list[Token], clause: Clause, mentions: list[Mention]) -> bool:
    """Whether "it" stands in one row with a named partner before the verb."""
    places = range(*clause.subject)
    row = [m for m in mentions if m.at in places and m.prep == ""]
    pronoun = next((m for m in row if m.word.lower() == "it"), None)
    return (
        pronoun is not None
        and tokens[pronoun.at + 1].low in (",", "and", "or", "nor")
        and any(m.kind == "partner" for m in row)
    )


def _leads_to(mentions: list[Mention], mention: Mention) -> bool:
    """ "Our logins to Zenlow": the other end of what somebody has; a feed to Zenlow is Zenlow's."""
    at = mentions.index(mention)
    return bool(at) and mentions[at - 1].word.lower().split()[-1].removesuffix("s") in _WAYS_IN


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


__all__ = ["Context", "Owners", "find_owners"]
