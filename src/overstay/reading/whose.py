"""Whose access an event speaks of: partners named in it, or those that its pronouns and short forms stand for."""

from __future__ import annotations

from overstay.reading.anaphora import FIRST_PERSON, MAKES, anaphor_of, carried, in_aside, is_definite
from overstay.reading.bystanders import denied, is_nobody_known, told_of
from overstay.reading.clauses import Clause
from overstay.reading.ellipsis import AS_BEFORE
from overstay.reading.mentions import Mention, find_mentions
from overstay.reading.owners import Context, Owners, also, apposed, is_generic, is_many, named, receivers
from overstay.reading.parts import Event
from overstay.reading.spoken import spoken_of
from overstay.reading.tokens import Token

_NOT_OWNERS = frozenset(["except", "excluding", "unlike", "besides", "like", "than", "against", "according to"])
# What is taken from somebody else: "Acme revoked its access".
_REVOKED = frozenset(
    ["access", "permission", "permissions", "token", "tokens", "key", "keys", "credentials", "licence", "license"]
)
# "Acme's rivals" are not Acme.
_OTHERS_OF = frozenset(
    [
        "rival",
        "rivals",
        "competitor",
        "competitors",
        "critics",
        "founder",
        "founders",
        "investors",
        "lawyers",
        "parent",
        "supplier",
        "suppliers",
        "customer",
        "customers",
        "client",
        "clients",
        "owner",
        "owners",
        "partner",
        "partners",
        "auditor",
        "auditors",
        "landlord",
        "neighbour",
        "contractor",
        "contractors",
        "vendor",
        "vendors",
        "buyer",
        "successor",
        "predecessor",
        "licensee",
        "licensees",
        "spin-off",
        "backers",
        "shareholders",
    ]
)
_EVERYBODY = frozenset(("everybody", "everyone", "anybody", "anyone"))
_FIRMS = frozenset(
    ["companies", "firms", "banks", "businesses", "start-ups", "startups", "apps", "games", "carriers", "makers"]
)
_THAT = frozenset(("that", "this", "those", "these"))
# What one firm does with another, and no way to its data: "a firm that Acme had bought".
_DEALINGS = frozenset(("buy", "acquire", "purchase", "take over", "back", "fund", "sue", "rival", "compete", "absorb"))
_FEELINGS = frozenset(
    ["delight", "dismay", "surprise", "relief", "regret", "joy", "annoyance", "anger", "benefit", "detriment",
     "chagrin"]
)  # fmt: skip
_WAYS_IN = frozenset(("acces", "login", "log-in", "sign-in", "link", "connection", "subscription", "key", "password"))
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
    aside = apart | told_of(tokens, verbs)
    around = [
        m
        for m in event.affected
        if m.at not in excepted
        and m.prep not in _NOT_OWNERS
        and not (m.first and tokens[m.first - 1].low == "not")
        and not in_aside(tokens, m, clauses, event.place)
        and not _owns_other(tokens, m)
        and not _feels(event, m, clause)
    ]
    if event.state == "start" and clause.group.passive and clause.link == "and":
        # "Acme's access was revoked and given to Borel": the one to whom it went.
        to = [m for m in around if m.prep == "to" and m.kind == "partner" and m.first > clause.group.last]
        around = to or around
    if aside:
        meant = [m for m in around if not aside & set(range(m.first, m.at + 1))]
        if named(tokens, meant).ids or not anaphor_of(tokens, meant, event.theme) or before.partners:
            around = meant  # else "the app's feed was closed, according to a spokesman of Acme" is that of Acme's
        else:
            around = [m for m in around if not apart & set(range(m.first, m.at + 1))]
    if (
        event.active
        and event.theme
        and event.theme[0].kind == "product"
        and event.theme[0].determiner in ("the", "that")
    ):
        around = [m for m in around if not _owns_place(m, event.affected)]
    if event.active and event.rule == "data flowed":
        around = [m for m in around if m.kind != "unknown" or m.first > clause.group.last]  # the one who sends
    if event.state == "end" and clause.group.passive and any(m.first < clause.group.first for m in around):
        # "Access by Acme was ended by Borel": the one who did it.
        doers = [m for m in around if m.prep == "by" and m.first > clause.group.last]
        if named(tokens, [m for m in around if m not in doers]).ids:
            around = [m for m in around if m not in doers]
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
        listed = _listed_after(tokens, clause)  # "Integrations switched off: Acme, Borel."
    if listed.ids or (listed.new and anaphor in ("they", "roles")):
        return listed  # "two smaller brokers, Hadlock Data and Quintel Row, were shut out"
    if not anaphor and event.place and clauses[event.place - 1].group.cue.lemma == "concern":
        of_whom = named(tokens, find_mentions(tokens, *clauses[event.place - 1].subject, verbs))
        if of_whom.ids and clauses[event.place - 1].link == "sub":
            return of_whom  # "insofar as Acme is concerned, the sharing was halted"
    if not anaphor or anaphor in ("role", "ordinal"):
        attached = _attached(tokens, clauses, event.place, verbs, excepted)
        if attached.ids:
            return attached
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
        listed = _listed_after(tokens, clause) if not listed.ids else listed
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
    label = _labelled(tokens, verbs) if not generic and not anaphor and not owners.new else Owners()
    if label.ids:
        return label
    if speaker and not anaphor and not event.active and not _of_all(event):
        return Owners(list(speaker), how="speaker")
    return owners


def _owns_other(tokens: list[Token], mention: Mention) -> bool:
    """ "Acme's rivals", "a partner of Acme's"."""
    return mention.prep == "'s" and tokens[min(mention.at + 2, len(tokens) - 1)].low in _OTHERS_OF


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


def _feels(event: Event, mention: Mention, clause: Clause) -> bool:
    """ "Was revoked in 2016, much to Acme's delight": who was glad of it."""
    if mention.prep != "'s" or mention.first <= clause.group.last:
        return False
    owned = next((m for m in event.affected if m.first > mention.at), None)
    return owned is not None and owned.prep == "to" and owned.kind == "thing" and owned.word.lower() in _FEELINGS


def _on_the_way(mentions: list[Mention], at: int) -> bool:
    """ "Gave Borel messages through Acme's app": by which way they came."""
    owned = next((m for m in mentions[at:] if m.prep != "'s"), None)
    return owned is not None and owned.prep in ("through", "via") and len(mentions) > 1


def _leads_to(mentions: list[Mention], mention: Mention) -> bool:
    """ "Our logins to Zenlow": the other end of what somebody has; a feed to Zenlow is Zenlow's."""
    at = mentions.index(mention)
    return bool(at) and mentions[at - 1].word.lower().split()[-1].removesuffix("s") in _WAYS_IN


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


def _owns_place(mention: Mention, mentions: list[Mention]) -> bool:
    """ "Blocked the app from its users' inboxes": the pronoun owns where it was, not the app."""
    if mention.kind != "pronoun" or mention.prep != "'s":
        return False
    after = next((m for m in mentions if m.first > mention.at and m.prep != "'s"), None)
    return after is not None and after.prep in ("from", "off")


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
        under = clause.link == "rel" and tokens[max(clause.start - 1, 0)].low in ("under", "through", "by", "with")
        under = under or (clause.link == "rel" and tokens[clause.start].low in ("under", "through", "whereby"))
        if under and clause.group.mood in ("able", "could"):
            # "the program under which Acme could display what friends liked", whatever the verb
            owners = named(tokens, [m for m in find_mentions(tokens, *clause.subject, verbs) if m.prep == ""])
            if owners.ids:
                return owners
        held = clause.group.cue.lemma == AS_BEFORE and clause.link == "rel"  # "the permissions that Acme had"
        if clause.group.senses <= {"other", "say", "propose", "plan"} and not (held or clause.group.cue.lemma in MAKES):
            continue
        if clause.group.cue.lemma in _DEALINGS:
            continue
        mentions = [
            m
            for m in find_mentions(tokens, clause.start, clause.end, verbs)
            if m.at not in excepted and not _owns_other(tokens, m)
        ]
        mentions = [m for at, m in enumerate(mentions) if not _on_the_way(mentions, at)]
        if clause.group.senses & {"give", "send"} and not (clause.group.passive or clause.group.shape == "pp"):
            # "the feed through which Acme gave Borel messages": the one who gives has no access by it
            got = [m for m in mentions if m.first > clause.group.last]
            mentions = got if named(tokens, got).ids else mentions
        owners = named(tokens, mentions)
        if owners.ids or owners.new:
            return owners
    return Owners()


__all__ = ["Context", "Owners", "find_owners"]
