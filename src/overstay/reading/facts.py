"""What decides the kind of a statement: the event, its frame, and what the dates and words of its clause say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from overstay.reading.frames import Frame
from overstay.reading.parts import Event

UP_TO = ("by", "until", "before", "through", "within", "after")  # bounds that leave other days open


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules look at: the event, its frame, and what the dates of the clause say."""

    event: Event
    frame: Frame
    shape: str  # of the event's own verb: finite, inf, ger, pp, state
    word: str  # the preposition or conjunction that opens its clause
    link: str
    passive: bool
    bound: str  # of the date that belongs to it, "" where there is none
    dated: bool
    ahead: bool  # its date lies after the day said
    on_day: bool  # its date is the day said
    at_once: bool  # hereby, immediately
    question: bool
    imperative: bool
    now: bool  # still, currently
    habit: bool = False  # a rule of how it goes, not a tale
    once: bool = False  # formerly, used to
    lemma: str = ""
    generic: bool = False  # "no other app"
    these_days: bool = False  # now, today
    allowed: bool = False  # what somebody was allowed to do
    first: bool = False  # "first read them in May"
    added: bool = False  # "Added: partners may read it", an entry of a changelog
    agreed: bool = False  # what somebody agreed to do
    then_ends: bool = False  # "until May, when it closes"
    last: bool = False  # "last read them in May"
    over: bool = False  # its date lies before the day said
    purpose: bool = False  # "for advertising"
    told_then: bool = False  # "announced in 2014 that it would end": long ago, and no date to come
    ending: bool = False  # a form in -ing
    conceded: bool = False  # "although it said it would end it"
    given_time: bool = False  # "has 90 days to remove it"
    left_then: bool = False  # "has not read them | since it left the beta"
    since_that: bool = False  # "has not read them | since it was closed"
    beyond: bool = False  # all of its date lies after the day said
    forbidden: bool = False  # "is enjoined from giving it"
    to_do: bool = False  # "the deadline to stop using it": its carrier is an infinitive
    more_told: bool = False  # the sentence, or the one before, speaks of more time
    leave_until: bool = False  # "may use it until 1 May": leave that ends on a day to come
    compelled: bool = False  # "had to give it up", "was forced to"
    never_did: bool = False  # "does not have it and never did"
    lasts_longer: bool = False  # "for nine additional months"
    in_more_time: bool = False  # "extended the period in which it could use it"
    since_then: bool = False  # "has made no calls since": an end that was told before
    lasting: bool = False  # "for almost two years"
    until_then: bool = False  # "was not cut off until the article appeared"
    by_release: bool = False  # "this release removes it": done with the text that says so

    @property
    def opened_now(self) -> bool:
        """ "The feed is now open to Acme": since the day said."""
        begins = self.lemma in ("open", "available", "live", "accessible") and self.present
        begins = begins and "now" in self.event.words
        named = any(m.kind == "partner" and m.prep in ("to", "for") for m in self.event.affected)
        return begins and named and self.event.rule == "state on" and not self.frame.negation and not self.frame.still

    @property
    def state(self) -> str:
        """The event's state after "stop", "continue", "begin" and "no longer" have had their say."""
        state, frame = self.event.state, self.frame
        if state == "start" and frame.turn == "halt":
            return "end"
        if state in ("on", "keep") and frame.turn:
            state = {"halt": "end", "go on": "keep", "begin": "start"}[frame.turn]
            return "end" if state == "keep" and frame.negation == "no longer" else state
        if state in ("on", "keep", "start") and frame.negation == "no longer":
            return "end"  # "no longer reads", "no longer lets it read"
        return state

    @property
    def negated(self) -> bool:
        """Not, never; "no longer" has become part of the state."""
        return self.frame.negation in ("not", "never") or (
            self.frame.negation == "no longer" and self.event.state not in ("on", "keep", "start")
        )

    @property
    def past(self) -> bool:
        """Told as something that was."""
        return self.frame.tense in ("past", "perfect") and self.frame.mood == "real"

    @property
    def present_or_may(self) -> bool:
        """What somebody can, may or does."""
        return self.frame.tense == "present" and self.frame.mood in ("real", "hypothetical")

    @property
    def later(self) -> bool:
        """Told as something that is to come: planned, promised or ordered."""
        return self.frame.mood in ("future", "order")

    @property
    def present(self) -> bool:
        """In the simple present."""
        return self.frame.tense == "present" and self.frame.mood == "real"


Rule = tuple[str, Callable[[Facts], Any], str]  # its name, whether it fits, the kind that follows
