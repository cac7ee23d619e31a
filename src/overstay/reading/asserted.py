"""Which events of a sentence are told for their own sake, and of access: the others only say which one, or what for."""

from __future__ import annotations

from overstay.reading.dated import tails
from overstay.reading.embedding import RULED_OUT
from overstay.reading.mentions import counts, find_mentions
from overstay.reading.owners import Context
from overstay.reading.parts import Event, Parts
from overstay.reading.scene import Sentence
from overstay.reading.spoken import spoken_of
from overstay.reading.tokens import Token
from overstay.reading.unrelated import is_unrelated

_POINTING = frozenset(("the", "this", "that", "these", "those", "both"))
_OURS = frozenset(("our", "its", "their", "us", "ours"))
_FLOWS = frozenset(
    ("delivery", "deliveries", "supply", "provision", "transfer", "passage", "pull", "receipt", "download")
)
_APPS = frozenset(("apps", "applications", "add-ons", "plug-ins", "extensions", "bots", "clients"))
_POSSIBLE = frozenset(("possible", "conceivable", "unclear", "unknown", "uncertain"))
_ASKED = frozenset(("identify", "state", "describe", "list", "provide", "explain", "specify", "produce", "indicate"))
_WHAT = frozenset(("each", "all", "every", "any", "the", "whether", "when", "why", "how", "which", "who", "us"))
_FEATURES = frozenset(("feature", "features", "functionality", "button", "tab", "widget", "experience"))
_TIMES = frozenset(("time", "period", "date", "deadline", "day", "window", "term"))


def asserted(events: list[Event], sentence: Sentence, before: Context) -> list[Event]:
    """The events that are statements of their own; `before` is what the sentences before spoke of."""
    if _asks(sentence.tokens):
        return []
    events = [event for event in events if _is_of_access(event, sentence.parts[event.place], sentence.context, before)]
    events = [event for event in events if not _made(event, events, sentence)]
    lasting = _lasting(events, sentence)
    events = [event for event in events if event.place not in lasting and not _is_content(event, events, sentence)]
    events = [event for event in events if not _is_idea(event, sentence) and not _is_left(event, events, sentence)]
    events = [event for event in events if not _is_about_else(event, sentence) and not _beside_doubt(event, sentence)]
    events = [event for event in events if not is_unrelated(event, sentence, before)]
    return [event for event in events if not _had_more(event, events, sentence)]


def _lasting(events: list[Event], sentence: Sentence) -> set[int]:
    """The clauses that belong to more time given in another."""
    lasting = {at for event in events if event.state == "more" for at in _after_more(sentence, event.place)}
    if any(event.state == "more" for event in events):  # "the shutdown, planned for May, was moved to June"
        lasting |= {
            event.place
            for event in events
            if event.rule in ("its end is set", "planned") or _in_time(sentence, event.place)
        }
        # "The time within which it must end the feed | is extended"
        waiting = {event.place - 1 for event in events if event.rule == "extended"}
        lasting |= {at for at in waiting if at >= 0 and sentence.clauses[at].link == "rel"}
        lasting |= {event.place for event in events if event.place in waiting and _was_due(event, sentence)}
    return lasting


def _made(event: Event, events: list[Event], sentence: Sentence) -> bool:
    """ "The partnership was concluded in 2012 and terminated in 2016": what was concluded first was made."""
    if sentence.parts[event.place].lemma != "conclude":
        return False
    return any(
        other.place > event.place and other.state == "end" and sentence.clauses[other.place].group.shared
        for other in events
    )


def _asks(tokens: list[Token]) -> bool:
    """ "Please identify each partner whose access was terminated": a request for documents or answers."""
    here = 0
    while here < len(tokens) and (
        tokens[here].kind == "mark" or tokens[here].low.isdigit() or len(tokens[here].low) == 1
    ):
        here += 1
    if here + 1 >= len(tokens):
        return False
    if tokens[here].low == "please":
        return tokens[here + 1].low in _ASKED
    return tokens[here].low in _ASKED and tokens[here + 1].low in _WHAT and tokens[here].text[0].isupper()


def _beside_doubt(event: Event, sentence: Sentence) -> bool:
    """ "We cannot rule out that they kept copies | after their access ended": told of nobody that is known."""
    clauses, place = sentence.clauses, event.place
    if clauses[place].link != "sub" or clauses[place].word not in ("after", "before", "once", "when"):
        return False
    dated = any(token.kind == "date" for token in sentence.tokens[clauses[place].start : clauses[place].end])
    doubt = any(token.low in _POSSIBLE for token in sentence.tokens[: clauses[place].start]) or any(
        c.group.cue.lemma in RULED_OUT and c.group.negation for c in clauses[:place]
    )
    return doubt and not dated


def _was_due(event: Event, sentence: Sentence) -> bool:
    """ "Its access, due to end on 5 June, | is extended": the end that was put off, told of the same subject."""
    clauses, place = sentence.clauses, event.place
    due = event.state == "end" and sentence.frames[place].mood in ("future", "order")
    return due and clauses[place].subject == clauses[place + 1].subject


def _after_more(sentence: Sentence, place: int) -> list[int]:
    """The clauses that only say how long more time lasts, and what it is for."""
    out, here = tails(sentence.clauses, place), place + 1
    while here < len(sentence.clauses) and sentence.clauses[here].link in ("inf", "ger"):
        out.append(here)
        here += 1
    return out


def _in_time(sentence: Sentence, place: int) -> bool:
    """ "The time within | which Acme must disable it": what more time is for."""
    clause = sentence.clauses[place]
    before = [token.low for token in sentence.tokens[max(0, clause.start - 2) : clause.start]]
    return clause.link == "rel" and bool(_TIMES & set(before))


def _is_content(event: Event, events: list[Event], sentence: Sentence) -> bool:
    """ "Was barred | from reading it", "got six months | to keep reading": what another event allows or forbids."""
    clause = sentence.clauses[event.place]
    here = event.place - 1
    while here > 0 and sentence.clauses[here].link in ("inf", "ger") and sentence.clauses[here].word == "":
        here -= 1
    above = next((other for other in events if other.place == here), None)
    if above is None:
        return False
    if clause.link == "ger" and clause.word == "from" and here == event.place - 1:
        return above.rule in ("shut out", "put out")
    if clause.link == "inf" and here == event.place - 1 and above.rule in ("gave", "was given"):
        return event.state == "on"  # "let Acme | read messages"
    return clause.link in ("inf", "ger") and clause.word == "" and above.state == "more"


def _is_idea(event: Event, sentence: Sentence) -> bool:
    """ "Revoking the access would break the app": the act itself is the subject."""
    clauses, place = sentence.clauses, event.place
    led = clauses[place].word == "that" if place else not clauses[0].word
    if clauses[place].link != "ger" or not led or place + 1 >= len(clauses):
        return False
    follows = clauses[place + 1]
    return sentence.tokens[follows.start].low != "," and follows.group.mood != "real"


def _is_about_else(event: Event, sentence: Sentence) -> bool:
    """ "Its agreement with Acme | to sponsor the festival | ended": the infinitive says what it was about."""
    clauses, place = sentence.clauses, event.place
    if event.strength != "relation" or not place or clauses[place].link != "resume" or clauses[place - 1].link != "inf":
        return False
    inner = sentence.parts[place - 1]
    return inner.senses <= {"other"} and not any(
        m.kind in ("access", "data", "program", "category") for m in inner.rest
    )


def _had_more(event: Event, events: list[Event], sentence: Sentence) -> bool:
    """ "The extension | granted to Acme | ended": only says which one it was."""
    clause = sentence.clauses[event.place]
    if (
        event.state != "more"
        or clause.link != "pp"
        or any(t.kind == "date" for t in sentence.tokens[clause.start : clause.end])
    ):
        return False
    return any(other.place == event.place + 1 and other.state == "end" for other in events)


def _is_left(event: Event, events: list[Event], sentence: Sentence) -> bool:
    """ "Will end the partnerships | that remain": which ones they are, not what becomes of them."""
    clause = sentence.clauses[event.place]
    bare = clause.link == "rel" and (
        (clause.group.cue.lemma in ("remain", "exist", "continue") and event.rule == "goes on")
        or (event.rule == "had or used" and event.strength == "data" and clause.group.tense == "past")
    )
    above = any(other.place == event.place - 1 and other.state == "end" for other in events)
    return bare and above and sentence.tokens[clause.start - 1].low != ","


def _is_of_access(event: Event, parts: Parts, here: Context, before: Context) -> bool:
    """A pronoun, a product or a contract is access only where something around it speaks of access."""
    whose = [mention.kind for mention in event.affected]
    if _of_something_else(event, parts):
        return False
    if (event.rule == "lost" or event.state == "on") and whose and set(whose) == {"people"}:
        return False  # "users lost access to their accounts"
    if event.strength in ("pronoun", "product") and "bar" in parts.senses and spoken_of(parts.tokens, parts.clause).ids:
        return True
    if event.strength == "pronoun":
        return here.access or before.access or event.rule == "shut out"
    if (
        event.rule == "put out"
        and event.strength == "relation"
        and any(m.word.lower() in ("we", "us") for m in event.theme)
    ):
        return True  # "we were unplugged on 6 June"
    if event.rule == "shut out" and any(m.word.lower() in ("we", "us") for m in event.theme):
        return here.access or before.access or not any(m.prep in ("of", "from", "off", "out") for m in parts.rest)
    if event.strength == "product" and _is_dead_code(event, parts):
        return False
    if event.strength == "product" and (_shows_friends(event, parts) or _is_named_after(event, parts)):
        return True
    if event.strength == "product":
        listed = event.state == "end" and "bar" in parts.senses and any(m.word.lower() in _APPS for m in event.theme)
        if listed and any(m.kind == "partner" for m in parts.rest) and any(t.low == ":" for t in parts.tokens):
            return True  # "The following clients were deactivated: Acme, Borel"
        return here.access or (before.access and any(m.determiner in _POINTING or before.programs for m in event.theme))
    if event.strength == "item":  # "the name was removed from the website"
        near = parts.subject + parts.rest
        return here.access or before.access or any(m.kind in ("access", "data", "program", "category") for m in near)
    if event.strength == "relation":
        near = parts.subject + parts.rest
        near_data = any(m.kind in ("access", "data", "program", "category") for m in near)
        to_partner = any(m.kind == "partner" and m.prep == "to" for m in near) and not any(
            m.kind in ("thing", "other") for m in near
        )  # "the transfer to Acme"
        flows = any(m.word.lower() in _FLOWS for m in event.theme)
        if event.state == "end" and not near_data and not to_partner and flows:
            return False  # "ended its free delivery"
        if parts.clause.link == "resume":  # "the key issued to us | has not been revoked"
            inside = parts.tokens[parts.clause.subject[0] : parts.clause.start]
            if any(token.low == "we" for token in inside):
                return True  # "the key that we held | was cancelled"
            near += find_mentions(parts.tokens, parts.clause.subject[0], parts.clause.start, frozenset())
        if (
            event.state == "end"
            and any(m.word.lower() == "partnerships" and counts(parts.tokens, m) for m in event.theme)
            and not any(m.kind in ("other", "thing", "person") for m in near)
        ):
            return True  # "thirty partnerships have been wound down"
        return (
            here.access
            or before.access
            or any(
                m.kind in ("partner", "unknown")
                or (m.kind == "role" and m.word.lower().endswith("s"))
                or m.word.lower() in _APPS
                or (m.kind == "pronoun" and m.word.lower() in _OURS)
                or (m.word.lower() in ("former", "latter") and bool(before.partners))
                for m in near
            )
        )
    return True


def _shows_friends(event: Event, parts: Parts) -> bool:
    """ "The friends tab was taken out of our app": what it showed was data about people."""
    return any(
        token.low in ("friend", "friends") and token.text != "Contacts"  # a label on a screen
        for mention in event.theme
        for token in parts.tokens[mention.first : mention.at]
    )


def _is_named_after(event: Event, parts: Parts) -> bool:
    """ "The Acme feature was shut down": a feature that bears a partner's name was made with it."""
    return event.state == "end" and any(
        mention.word.lower() in _FEATURES
        and mention.determiner in ("the", "this", "that", "our", "its")
        and any(t.kind == "name" and t.what.what == "partner" for t in parts.tokens[mention.first : mention.at])
        for mention in event.theme
    )


def _is_dead_code(event: Event, parts: Parts) -> bool:
    """ "Deprecated methods removed": tidying up, after which nobody has less than before."""
    return any(
        token.low in ("deprecated", "unused", "dead", "obsolete", "redundant")
        for mention in event.theme
        for token in parts.tokens[max(0, mention.first - 1) : mention.at]
    )


def _of_something_else(event: Event, parts: Parts) -> bool:
    """ "Access to the building", "our partnership with the ballet": what it leads to, or with whom, is no data."""
    near = parts.subject + parts.rest
    heads_ = {mention.word.lower() for mention in event.theme}
    if heads_ == {"subscription"}:
        behind = [m for m in near if m.prep == "to"]
        if behind and all(m.kind in ("thing", "other", "paper") for m in behind):
            return True  # "Acme's subscription to our trade journal"
    link = "to" if heads_ == {"access"} else "with" if event.strength == "relation" else ""
    if not link or any(m.kind in ("partner", "unknown", "program", "category", "data", "role", "item") for m in near):
        return False
    inside = [m for m in near if m.prep == link]
    return bool(inside) and all(m.kind in ("thing", "other", "person") for m in inside)
