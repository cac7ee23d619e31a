"""Things in the words of access that give nobody any: samples, plans, goods on a shelf, what a video is about."""

from __future__ import annotations

from overstay.reading.owners import Context
from overstay.reading.parts import Event, Parts
from overstay.reading.scene import Sentence
from overstay.reading.themes import ACCESS, DATA

_SAMPLES = frozenset(
    ["sample", "samples", "demo", "example", "reference", "tutorial", "staging", "printing", "print", "developing",
     "repair", "delivery", "framing", "greeting"]
)  # fmt: skip
_PLANS = frozenset(("plan", "plans", "sale", "idea", "attempt", "attempts", "bid", "offer", "decision", "scheme"))
_SHELVES = frozenset(("shelves", "shelf", "market", "sale", "stores", "shops", "catalogue", "catalog", "range"))
_SINGLE = ("a", "an")
_LETTERS = frozenset(
    ["call", "calls", "phone call", "phone calls", "message", "messages", "email", "emails", "e-mail", "e-mails",
     "inquiry", "inquiries", "letter", "letters"]
)  # fmt: skip


def is_of_no_use(event: Event, sentence: Sentence, before: Context) -> bool:
    """Whether what begins or ends is a thing that gives nobody data; `before`: what the sentences before spoke of."""
    parts = sentence.parts[event.place]
    return (
        _of_sample(event, sentence)
        or _of_thing_first(event, sentence)
        or _off_the_shelves(event, parts)
        or _of_a_plan(event, sentence)
        or _is_subject_matter(event, sentence)
        or _last_of_anybody(event, sentence, before)
        or _of_new_thing(event, sentence)
    )


def _of_thing_first(event: Event, sentence: Sentence) -> bool:
    """ "Closed its last factory in 2019 and now licenses its brand": a word of access far behind is no object."""
    theme = event.theme
    if event.state != "end" or len(theme) < 2 or theme[0].kind not in ("other", "person", "paper"):
        return False
    if sentence.tokens[theme[0].at + 1].low in ('"', "“"):
        return True  # "its trademark "Feed" lapsed", "the heading "Access ended" was added"
    access = next((m for m in theme if m.kind in (*ACCESS, *DATA, "relation", "product")), theme[-1])
    return any(token.kind == "date" for token in sentence.tokens[theme[0].at : access.first])


def _of_a_plan(event: Event, sentence: Sentence) -> bool:
    """ "The plan to sell its lists was dropped", "the sale of its data was blocked": it never came to that."""
    if event.state != "end" or len(event.theme) != 1 or event.theme[0].word.lower() not in _PLANS:
        return False
    at = event.theme[0].at + 1
    return at < len(sentence.tokens) and sentence.tokens[at].low in ("to", "of", "for")


def _is_subject_matter(event: Event, sentence: Sentence) -> bool:
    """ "The video in which Acme explains | the feed was removed": the main verb is the video's."""
    clauses = sentence.clauses
    if event.place != 1 or clauses[0].link != "rel" or clauses[1].link != "comp" or len(clauses) > 2:
        return False
    return any(token.kind == "word" and token.nouns for token in sentence.tokens[: clauses[0].start])


def _last_of_anybody(event: Event, sentence: Sentence, before: Context) -> bool:
    """ "The last message was received in 2013": no way to data was spoken of, and nobody."""
    if event.rule != "last seen" or not all(m.word.lower() in _LETTERS for m in event.theme):
        return False
    here = sentence.context
    return not (here.partners or here.new or here.ways or here.generic or before.partners or before.ways)


def _off_the_shelves(event: Event, parts: Parts) -> bool:
    """ "The product was taken off the market"."""
    return event.strength == "product" and any(
        m.prep in ("from", "off", "of", "") and m.word.lower() in _SHELVES for m in parts.rest
    )


def _of_new_thing(event: Event, sentence: Sentence) -> bool:
    """ "A new interface was opened in 2018": nobody in particular was given anything."""
    if event.state not in ("start", "on") or any(m.kind in ("partner", "unknown", "role") for m in event.affected):
        return False
    return bool(event.theme) and all(
        m.determiner in _SINGLE
        and any(token.low in ("new", "second", "third") for token in sentence.tokens[max(0, m.first - 1) : m.at])
        for m in event.theme
    )


def _of_sample(event: Event, sentence: Sentence) -> bool:
    """ "The sample app for the feed was withdrawn", "the tutorial on messages"."""
    inner = {token.low for mention in event.theme for token in sentence.tokens[max(0, mention.first - 1) : mention.at]}
    return event.strength in ("product", "access") and bool(inner & _SAMPLES)
