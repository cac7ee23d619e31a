"""The words that the reading of statements knows (cues.csv), in every form in which they occur.

cues.csv has one row a word: `words`, `part` of speech, `senses` with | between. Verbs are inflected here, regular ones
by rule and the others by a table, so that the file stays a list that a reporter can read and add to.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

IRREGULAR = {
    "become": "became become",
    "begin": "began begun",
    "bind": "bound bound",
    "break": "broke broken",
    "bring": "brought brought",
    "build": "built built",
    "buy": "bought bought",
    "choose": "chose chosen",
    "cling": "clung clung",
    "come": "came come",
    "cost": "cost cost",
    "cut": "cut cut",
    "deal": "dealt dealt",
    "draw": "drew drawn",
    "drive": "drove driven",
    "drop": "dropped dropped",
    "fall": "fell fallen",
    "feed": "fed fed",
    "feel": "felt felt",
    "find": "found found",
    "forbid": "forbade forbidden",
    "forget": "forgot forgotten",
    "freeze": "froze frozen",
    "get": "got got|gotten",
    "give": "gave given",
    "go": "went gone",
    "grow": "grew grown",
    "hang": "hung hung",
    "have": "had had",
    "hear": "heard heard",
    "hit": "hit hit",
    "hold": "held held",
    "keep": "kept kept",
    "know": "knew known",
    "lead": "led led",
    "leave": "left left",
    "let": "let let",
    "lie": "lay lain",
    "light": "lit lit",
    "lose": "lost lost",
    "make": "made made",
    "mean": "meant meant",
    "meet": "met met",
    "outlive": "outlived outlived",
    "oversee": "oversaw overseen",
    "pay": "paid paid",
    "plead": "pleaded pleaded|pled",
    "put": "put put",
    "quit": "quit quit",
    "read": "read read",
    "rebuild": "rebuilt rebuilt",
    "rewrite": "rewrote rewritten",
    "ring": "rang rung",
    "rip": "ripped ripped",
    "rise": "rose risen",
    "run": "ran run",
    "say": "said said",
    "see": "saw seen",
    "seek": "sought sought",
    "sell": "sold sold",
    "send": "sent sent",
    "set": "set set",
    "shake": "shook shaken",
    "show": "showed shown",
    "shrink": "shrank shrunk",
    "shut": "shut shut",
    "sit": "sat sat",
    "speak": "spoke spoken",
    "spin": "spun spun",
    "stand": "stood stood",
    "steal": "stole stolen",
    "stick": "stuck stuck",
    "strike": "struck struck",
    "sunset": "sunset|sunsetted sunset|sunsetted",
    "swear": "swore sworn",
    "take": "took taken",
    "teach": "taught taught",
    "tear": "tore torn",
    "tell": "told told",
    "think": "thought thought",
    "throw": "threw thrown",
    "understand": "understood understood",
    "wean": "weaned weaned",
    "win": "won won",
    "wind": "wound wound",
    "withdraw": "withdrew withdrawn",
    "write": "wrote written",
}
# Verbs of two or more syllables with the stress on the last one double their consonant, as short ones do.
_DOUBLED = (
    "admit permit transmit control patrol regret forget upset unplug unpin submit commit omit compel "
    "expel sunset rebut remit refer defer occur rescission enrol cancel deter annul debar disbar"
)
_VOWEL = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a word or phrase: its dictionary form, part of speech, senses, and grammatical form.

    `form` is base, s, ing, past, pp or past/pp of a verb; one or many of a noun; blank of an adjective.
    """

    lemma: str
    part: str
    senses: frozenset[str]
    form: str = ""


def verb_forms(verb: str) -> dict[str, str]:
    """Each form of a verb, of which only the first word changes: the written form ─► base, s, ing, past, pp."""
    first, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    ends_doubled = (
        len(first) > 2
        and first[-1] not in "aeiouwxy"
        and first[-2] in _VOWEL
        and (first[-3] not in _VOWEL or first[:-2].endswith("qu"))
        and (len(re.findall("[aeiouy]+", first)) == 1 or first in _DOUBLED.split())
    )
    stem = first + first[-1] if ends_doubled else first
    if first.endswith("e") and not first.endswith("ee"):
        ing, past = f"{first[:-1]}ing", f"{first}d"
    elif first.endswith("ee"):
        ing, past = f"{first}ing", f"{first}d"
    elif re.search("[^aeiou]y$", first):
        ing, past = f"{first}ing", f"{first[:-1]}ied"
    else:
        ing, past = f"{stem}ing", f"{stem}ed"
    if first in ("lie", "die", "tie"):
        ing = f"{first[:-2]}ying"
    third = f"{first[:-1]}ies" if re.search("[^aeiou]y$", first) else f"{first}s"
    if re.search("(s|x|z|ch|sh|go|do)$", first):
        third = f"{first}es"
    if first == "have":
        third = "has"
    forms: dict[str, set[str]] = {}
    pasts, participles = (
        (part.split("|") for part in IRREGULAR[first].split()) if first in IRREGULAR else ([past], [past])
    )
    for form, words in (("base", [first]), ("s", [third]), ("ing", [ing]), ("past", pasts), ("pp", participles)):
        for word in words:
            forms.setdefault(word + tail, set()).add(form)
    if first in ("cancel", "label", "travel"):
        forms.setdefault(f"{first}ed{tail}", set()).update(("past", "pp"))
        forms.setdefault(f"{first}ing{tail}", set()).add("ing")
    return {
        word: "/".join(form for form in ("base", "s", "ing", "past", "pp") if form in f) for word, f in forms.items()
    }


def plural(noun: str) -> str:
    """The regular plural of a noun; of a phrase, that of its last word."""
    if re.search("[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search("(s|x|z|ch|sh)$", noun) else f"{noun}s"


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith("ss")  # "address" and "access" are no plurals


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`phrases`: first word ─► (words, cues) by length, the longest first; `prefilter`: a sentence that may speak."""

    phrases: dict[str, list[tuple[tuple[str, ...], tuple[Cue, ...]]]]
    particles: dict[tuple[str, str], tuple[Cue, ...]]


@lru_cache(maxsize=1)
def read_lexicon() -> Lexicon:
    """The lexicon shipped with the package."""
    table = files("overstay.reading").joinpath("cues.csv").read_text(encoding="utf-8")
    cues: dict[str, list[Cue]] = {}
    particles: dict[tuple[str, str], list[Cue]] = {}
    for row in csv.DictReader(table.splitlines()):
        words, part, senses = row["words"], row["part"], frozenset(row["senses"].split("|"))
        if part == "verb":
            for written, form in verb_forms(words).items():
                cue = Cue(words, part, senses, form)
                cues.setdefault(written, []).append(cue)
                pieces = written.split(" ")
                if len(pieces) == 2 and pieces[1] in PARTICLES:
                    particles.setdefault((pieces[0], pieces[1]), []).append(cue)
        elif part == "noun":
            cues.setdefault(words, []).append(Cue(words, part, senses, "many" if _is_plural(words) else "one"))
            many = plural(words)
            if not _is_plural(words):
                cues.setdefault(many, []).append(Cue(words, part, senses, "many"))
        else:
            cues.setdefault(words, []).append(Cue(words, part, senses))
    phrases: dict[str, list[tuple[tuple[str, ...], tuple[Cue, ...]]]] = {}
    for written, found in cues.items():
        split = tuple(written.split(" "))
        phrases.setdefault(split[0], []).append((split, tuple(found)))
    for entries in phrases.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return Lexicon(phrases, {key: tuple(found) for key, found in particles.items()})


PARTICLES = frozenset(
    ["off", "down", "out", "up", "away", "back", "over", "on", "in", "from", "through", "loose", "available"]
)
