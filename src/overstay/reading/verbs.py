"""A verb group: one verb with its helpers."""

from __future__ import annotations

from dataclasses import dataclass, field

from overstay.reading.function_words import ADVERBS
from overstay.reading.lexicon import Cue
from overstay.reading.tokens import Token

# What ties an account to a partner, so that data goes to it.
TIES = frozenset(
    ["connect", "link", "sync", "synchronise", "synchronize", "pair", "share", "import", "export", "upload", "send",
     "transfer", "sign in", "log in", "sign on", "sign up"]
)  # fmt: skip


@dataclass(slots=True)
class Group:
    """One verb group; `first`, `head`, `last` are places in the list of tokens.

    `shape`: finite, inf, ger, pp (a participle of a reduced relative clause), state ("is no longer available").
    `mood`: real, future, must, was to, would, could, able, hypothetical. `tense`: past, perfect, present,
    progressive, future, none (not finite). `loose` = a form in -ed without a helper, which may be either.
    """

    first: int
    head: int
    last: int
    cue: Cue
    shape: str = "finite"
    tense: str = "present"
    passive: bool = False
    mood: str = "real"
    negation: str = ""  # not, never, no longer
    still: bool = False
    loose: bool = False
    bare: bool = False  # an -ed form without an object: a passive in short style, or intransitive
    imperative: bool = False
    shared: bool = False  # uses the helpers of the verb before
    helpers: tuple[int, ...] = ()  # places of helpers apart from it: "at no time has Acme received"
    words: frozenset[str] = field(default_factory=frozenset)
    senses: frozenset[str] = field(default_factory=frozenset)

    @property
    def finite(self) -> bool:
        """Whether it can carry a clause of its own."""
        return self.shape in ("finite", "state")


def is_adverb(token: Token) -> bool:
    """Whether a token may stand inside a verb group without changing it."""
    low = token.low
    return low in ADVERBS or (
        low.endswith("ly") and len(low) > 4 and not token.cues and low not in ("apply", "reply", "family", "supply")
    )


def describe(group: Group, tokens: list[Token], text: str) -> str:
    """The words of a group with their place, for `because`."""
    start, end = tokens[group.first].start, tokens[group.last].end
    return f"'{' '.join(text[start:end].split())}' [{start}:{end}]"
