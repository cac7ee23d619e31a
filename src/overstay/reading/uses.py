"""Uses: data that was read, received or sent, and access that somebody has."""

from __future__ import annotations

from overstay.reading.grants import LAUNCHES, OPENS
from overstay.reading.mentions import Mention, heads
from overstay.reading.parties import has_route, named_in, people_in
from overstay.reading.parts import Event, Parts
from overstay.reading.themes import ACCESS, DATA, Theme, sees_data, theme_of

_APPS = frozenset(("app", "application", "add-on", "plug-in", "plugin", "game", "bot", "integration", "connector"))
_KEYS = frozenset(("key", "token", "credential", "login", "sign-in", "connection", "link", "licence", "license"))
_CLAIMS = frozenset(("right", "rights", "entitlement", "claim", "authority", "business"))
_FLOWS = frozenset(("flow", "come in", "come through", "arrive", "pour in", "stream in", "pass", "go out"))


def used(parts: Parts) -> Event | None:
    """Reading, receiving, sending data, having access: had, stopped, went on."""
    taken = parts.lemma == "take" and (parts.frame.turn or parts.frame.negation == "no longer")
    if not (parts.senses & {"use", "send", "have", "get"} or taken):
        return None
    if taken and theme_of(parts.rest).strength != "access":
        return None
    theme = theme_of(parts.subject if parts.passive else parts.rest)
    if theme.other and _to_accounts(parts):
        theme = Theme("access", theme.heads)
    if [m.word.lower() for m in theme.heads] == ["neither"]:
        return None  # "have neither used | nor stored it": told by the second verb
    if parts.lemma in _FLOWS and not parts.passive and not heads(parts.rest):
        theme = theme_of(parts.subject)
        if theme.strength == "data":
            return Event("on", "data flowed", theme.heads, parts.rest, "use", "data")
        return None
    if parts.lemma in ("reach", "get through to") and not parts.passive:
        data, whom = theme_of(parts.subject), people_in(heads(parts.rest))
        if data.strength == "data" and whom and parts.frame.negation:
            return Event("on", "data flowed", data.heads, whom, "use", "data")  # "no data has reached Acme since"
    if parts.lemma in OPENS and "start" in parts.senses and has_route(parts.rest):
        return None  # "opened its messages to Acme"
    still = any(token.low == "still" for token in parts.tokens[parts.clause.start : parts.clause.group.last])
    equipped = any(m.prep == "with" and m.kind in ACCESS for m in parts.rest) and bool(people_in(heads(parts.rest)))
    turned = parts.frame.turn or still or parts.frame.negation == "no longer"
    if (
        "give" in parts.senses
        and (equipped or theme.strength in ("access", "relation"))
        and not turned
        and not parts.passive
    ):
        return None  # "gave Acme access"
    strength = "data" if _anything(parts) else theme.strength
    told = parts.passive and any(m.kind in ("partner", "unknown", "role", "pronoun") for m in heads(parts.subject))
    if told and "send" in parts.senses and parts.frame.negation:
        them = [m for m in heads(parts.rest) if m.word.lower() in ("it", "them")]
        if them:  # "will no longer be sent them"
            return Event("on", "had or used", them, parts.subject, "use", "pronoun")
    if told and "give" in parts.senses and any(m.kind in ACCESS for m in parts.rest):
        return None  # "was given access"
    if parts.passive and "give" in parts.senses and any(m.kind in ACCESS for m in heads(parts.rest)):
        return None  # "our studio was given the API"
    given = strength == "access" and "give" in parts.senses and parts.passive
    if given and not turned and not parts.frame.negation and any(m.prep == "to" for m in people_in(parts.rest)):
        return None  # "access was given to us in May"
    if strength == "access" and "end" in parts.senses and not parts.frame.turn:
        return None  # "pulled the token"
    if "lose" in parts.senses and strength in ("access", "relation") and not parts.passive:
        return None  # "returned its token"
    named = any(m.kind in (*DATA, *ACCESS) and m.prep not in ("on", "about", "for") for m in parts.rest)
    if (
        strength in ("", "item", "people")
        and not theme.other
        and named
        and not any(m.kind == "paper" for m in theme.heads)
    ):
        strength = "data"
    if (
        strength in ("", "item")
        and theme.heads
        and parts.senses & {"send"}
        and any(m.kind in ACCESS for m in heads(parts.subject))
        and has_route(parts.rest)
    ):
        strength = "data"
    if strength in ("", "item", "product") and theme.heads and parts.senses & {"use", "send"} and _of_reader(parts):
        strength = "data"  # "receives the places | you have saved"
    turned_off = parts.frame.turn == "halt" or parts.frame.negation in ("no longer", "never")
    reads = "use" in parts.senses and bool(named_in(heads(parts.doer)))
    reads = reads and (turned_off or parts.frame.able)
    if strength == "item" and (reads or (turned_off and "send" in parts.senses and has_route(parts.rest))):
        owner = theme.heads[0].determiner
        handed = owner == "their" and turned_off and any(m.prep == "to" and m.kind == "partner" for m in parts.rest)
        if owner == "your" or handed:
            strength = "data"  # "no longer sees your orders", "stopped handing their names to Acme"
    having = "have" in parts.senses and "use" not in parts.senses
    if (
        having
        and parts.frame.negation
        and any(m.word.lower() in _CLAIMS for m in heads(parts.rest))
        and parts.lemma == "have"
    ):
        return None  # "had no right to access it": whether it did is left open
    if "get" in parts.senses and not parts.passive and named_in(heads(parts.doer)) and sees_data(parts.rest):
        strength = "access"
    until = any(
        t.kind == "date" and t.what.bound in ("until", "through")
        for t in parts.tokens[parts.clause.group.last : parts.clause.end]
    )
    if strength not in ("access", "data", "relation") and not (
        strength == "pronoun"
        and (
            parts.frame.turn
            or parts.frame.still
            or parts.frame.negation == "never"
            or (until and "use" in parts.senses and {"may", "can"} & parts.clause.group.words)
            or (having and parts.frame.negation)
            or (
                parts.frame.negation
                and parts.frame.tense == "perfect"
                and "propose" not in parts.senses
                and parts.lemma != "ask for"
                and heads(parts.rest)[-1:] == theme.heads[-1:]
            )
        )
    ):
        return None
    sees = parts.lemma in ("see", "watch")
    if (sees and parts.runs_on == "inf" and "end" in parts.runs_into) or ((having or sees) and parts.done_to_it):
        return None  # "had its token pulled", "saw its access cease"
    if parts.passive and parts.lemma in LAUNCHES and strength != "data":
        return None  # "version 7, which was released in May"
    if strength == "relation" and "get" in parts.senses and parts.runs_on == "inf" and "use" in parts.runs_into:
        doer = [m for m in parts.doer if m.prep != "from"]
        return Event("start", "got access", theme.heads, doer)  # "a licence | to read"
    if strength == "relation" and "get" in parts.senses and not parts.passive and _gets_keys(parts, theme):
        return Event("start", "got access", theme.heads, [m for m in parts.doer if m.prep != "from"])
    if (strength == "relation" and not having and not _uses_key(parts, theme)) or (
        having and strength == "data" and not parts.frame.turn and not _never_held(parts)
    ):
        return None
    recipient = any(
        m.prep in ("to", "with") and m.kind in ("partner", "role", "unknown", "pronoun") for m in parts.rest
    )
    sending = "send" in parts.senses and (recipient or not parts.senses & {"use", "get"})
    affected = _affected(parts, having, sending)
    if (
        "get" in parts.senses
        and strength in ("access", "relation")
        and not (parts.frame.turn or parts.frame.negation or parts.frame.still)
    ):
        return Event("start", "got access", theme.heads, affected)
    about = "use" if not having and not parts.frame.able else "access"
    return Event("on", "data flowed" if sending else "had or used", theme.heads, affected, about, strength, sending)


def _never_held(parts: Parts) -> bool:
    """ "Has never held personal data": who never had it never had access to it."""
    if [m.word.lower() for m in heads(parts.rest)] == ["data"] and any(
        m.prep in ("on", "about") and m.kind in ("thing", "other") for m in parts.rest
    ):
        return False  # "no data on rainfall"
    return parts.frame.negation == "never" or (parts.frame.negation == "not" and parts.frame.tense == "perfect")


def _anything(parts: Parts) -> bool:
    """ "Has never received anything from us", "nothing was ever shared with us", "stopped getting anything from it"."""
    what = heads(parts.subject if parts.passive else parts.rest)
    if not what or what[0].word.lower() not in ("anything", "nothing") or not parts.senses & {"send", "get"}:
        return False
    words = {token.low for token in parts.tokens[parts.clause.start : parts.clause.group.last]}
    ever = parts.frame.negation == "never" and ("ever" in words or what[0].word.lower() == "anything")
    sure = ever or parts.frame.turn == "halt" or parts.frame.negation == "no longer"
    nothing = bool(parts.frame.negation) or what[0].word.lower() == "nothing"
    sure = sure or (nothing and any(t.kind == "date" and t.what.bound == "since" for t in parts.tokens))
    sides = [m for m in parts.rest if m.prep in ("from", "to", "with")]
    return sure and bool(sides) and all(m.kind in ("partner", "unknown", "pronoun") for m in sides)


def _of_reader(parts: Parts) -> bool:
    """Whether a relative clause right behind the object says that it is what "you" did."""
    after = [token.low for token in parts.tokens[parts.clause.end : parts.clause.end + 2]]
    return after[:1] == ["you"] or after in (["that", "you"], ["which", "you"])


def _uses_key(parts: Parts, theme: Theme) -> bool:
    """ "May use its old connection", "Acme's key was used"."""
    return parts.lemma == "use" and any(m.word.lower().removesuffix("s") in _KEYS for m in theme.heads)


def _gets_keys(parts: Parts, theme: Theme) -> bool:
    """ "Got its keys in March 2012": a firm's own keys are its way in."""
    keys = all(m.word.lower().removesuffix("s") in ("key", "token", "credential", "api key") for m in theme.heads)
    plain = not (parts.frame.turn or parts.frame.negation or parts.frame.still)
    return keys and plain and parts.rest[0].prep == "'s" and bool(named_in(heads(parts.doer)))


def _to_accounts(parts: Parts) -> bool:
    """ "Acme never had access to their accounts": those of its customers, where it is no account of its own."""
    return bool(named_in([m for m in parts.doer if m.prep in ("", "as", "'s", "by")])) and any(
        m.prep == "to" and m.word.lower() in ("account", "accounts") and m.determiner not in ("its", "our")
        for m in parts.rest
    )


def _affected(parts: Parts, having: bool, sending: bool) -> list[Mention]:
    """Who may be the partner: those that data was sent to, or those that read it or have access."""
    if sending:
        theirs = any(m.kind == "pronoun" and m.word.lower() in ("its", "their") for m in parts.doer) and any(
            t.kind == "name" and t.what.what == "partner" for t in parts.tokens[: parts.clause.start]
        )
        sends = theirs or any(m.kind == "partner" for m in parts.doer)
        if sends and not any(m.kind == "partner" for m in parts.rest):
            return parts.doer  # "Acme's app stopped uploading heart rates to the platform"
        return [
            m
            for m in parts.rest
            if m.prep in ("to", "with", "for", "") and m.kind in ("partner", "role", "unknown", "pronoun")
        ] or parts.rest + parts.doer
    if parts.passive:
        return parts.subject + parts.rest
    affected = [m for m in parts.doer if m.prep != "from"]
    if not named_in(affected):  # "test accounts could read them through Acme's app"
        affected += [m for m in parts.rest if m.prep in ("through", "via", "'s", "by")]
    if parts.lemma in ("buy", "purchase") and not named_in(affected):  # "a reporter bought them from Acme"
        affected += [m for m in parts.rest if m.prep == "from"]
    if not affected and not parts.doer:  # "No longer syncs messages to Acme", without a subject
        affected = [m for m in parts.rest if m.prep == "to"]
    if having and not any(m.kind == "partner" for m in affected):  # "Acme still has an agreement with Borel"
        affected += [m for m in parts.rest if m.prep == "with" and m.kind == "partner"]
    return affected


def worked_with(parts: Parts) -> Event | None:
    """ "No longer works with Acme", "stopped working with Acme"."""
    if parts.lemma in ("connect", "sync", "interface", "integrate", "talk", "communicate") and not parts.passive:
        return _linked(parts)
    if parts.lemma not in ("work", "partner", "cooperate", "collaborate") or not (
        parts.frame.turn == "halt" or parts.frame.negation == "no longer"
    ):
        return None
    partners = [m for m in parts.rest if m.prep == "with" and m.kind in ("partner", "unknown")]
    if partners and any(m.word.lower().removesuffix("s") in _APPS for m in heads(parts.subject)):
        owners = [m for m in parts.subject if m.kind == "partner"]  # "Acme's app stopped working with Zenlow"
        return Event("on", "works", heads(parts.subject), owners, strength="relation") if owners else None
    return Event("on", "worked with", partners, partners, strength="relation") if partners else None


def _linked(parts: Parts) -> Event | None:
    """ "Acme no longer connects to Zenlow", "stopped syncing with Zenlow"."""
    if not (parts.frame.turn == "halt" or parts.frame.negation == "no longer") or heads(parts.rest):
        return None
    other = [m for m in named_in(parts.rest) if m.prep in ("to", "with")]
    doer = people_in([m for m in parts.doer if m.prep in ("", "'s")])
    return Event("on", "worked with", doer, doer + other, strength="relation") if other and doer else None
