"""A number of units (three weeks, nearly two years, a few months) and how far it moves a day."""

from __future__ import annotations

from dataclasses import dataclass

from overstay.dating.figures import DASHES
from overstay.dating.tokens import Scan
from overstay.dating.words import ABBREVIATED_UNITS, NUMBERS, PLURALS, TENS, UNITS, set_of

_ADJECTIVES = set_of("full whole long short calendar business working consecutive solid more additional further other")
_VAGUE = set_of("several few some many multiple numerous various")
_MODIFIERS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("not", "less", "than"), "more"),
    (("no", "less", "than"), "more"),
    (("no", "fewer", "than"), "more"),
    (("no", "more", "than"), "less"),
    (("not", "more", "than"), "less"),
    (("just", "shy", "of"), "nearly"),
    (("just", "under"), "nearly"),
    (("a", "little", "over"), "about"),
    (("little", "more", "than"), "about"),
    (("slightly", "more", "than"), "about"),
    (("little", "over"), "about"),
    (("just", "over"), "about"),
    (("well", "over"), "more"),
    (("more", "than"), "more"),
    (("longer", "than"), "more"),
    (("upwards", "of"), "more"),
    (("at", "least"), "more"),
    (("less", "than"), "less"),
    (("fewer", "than"), "less"),
    (("at", "most"), "less"),
    (("up", "to"), "less"),
    (("close", "to"), "nearly"),
    (("nearly",), "nearly"),
    (("almost",), "nearly"),
    (("about",), "about"),
    (("around",), "about"),
    (("roughly",), "about"),
    (("approximately",), "about"),
    (("approx",), "about"),
    (("circa",), "about"),
    (("barely",), "about"),
    (("maybe",), "about"),
    (("perhaps",), "about"),
    (("over",), "more"),
    (("under",), "less"),
    (("only",), ""),
    (("just",), ""),
    (("exactly",), ""),
    (("precisely",), ""),
    (("a", "full"), ""),
)
MODIFIER_WORDS = frozenset(words[0] for words, _ in _MODIFIERS)
NUMBER_WORDS = frozenset((*NUMBERS, *TENS)) | set_of(
    "a an one half couple several few some many multiple numerous hundred dozens handful another"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of units: from `low` to `high` of them; `how` says what the words leave open."""

    stop: int
    low: float
    high: float
    unit: str
    how: str = ""  # "", nearly, about, more, less, several, couple, bare
    half: bool = False
    business: bool = False
    extra: bool = False


def number_at(t: Scan, i: int) -> tuple[float, int] | None:
    """A number in digits or words, with `and a half`, and what repeats it in brackets: ninety (90)."""
    word = t.L[i]
    j = i + 1
    value: float
    if word.isdecimal() and len(word) <= 4:
        value = int(word)
        if (
            t.glued(i)
            and t.before(i) in (",", ".", ":", "/")
            and i > 1
            and t.L[i - 2][-1:].isdecimal()
            and t.glued(i - 1)
        ):
            return None
        if (
            t.L[j] == ","
            and t.glued(j)
            and t.glued(j + 1)
            and len(t.L[j + 1]) == 3
            and t.L[j + 1].isdecimal()
            and len(word) < 3
        ):
            value, j = value * 1000 + int(t.L[j + 1]), j + 2
        if t.L[j] == "." and t.glued(j) and t.glued(j + 1) and len(t.L[j + 1]) == 1 and t.L[j + 1].isdecimal():
            value, j = value + int(t.L[j + 1]) / 10, j + 2
        elif t.glued(j) and t.L[j] in (",", "/", ":", ".") and t.glued(j + 1) and t.L[j + 1][:1].isdecimal():
            return None
    elif word in TENS:
        value = TENS[word]
        if t.L[j] in DASHES and 0 < NUMBERS.get(t.L[j + 1], 0) < 10:
            value, j = value + NUMBERS[t.L[j + 1]], j + 2
        elif 0 < NUMBERS.get(t.L[j], 0) < 10:
            value, j = value + NUMBERS[t.L[j]], j + 1
    elif word in NUMBERS:
        value = NUMBERS[word]
    elif word in ("a", "an"):
        value = 1
        if t.L[j] == "dozen":
            value, j = 12, j + 1
    else:
        return None
    if (word in NUMBERS or word == "a") and t.L[j] == "hundred":
        value, j = value * 100, j + 1
        k = j + (t.L[j] == "and")
        if t.L[k] in TENS or t.L[k] in NUMBERS:
            rest = number_at(t, k)
            if rest and rest[0] < 100:
                value, j = value + rest[0], rest[1]
    if t.L[j] == "½":
        value, j = value + 0.5, j + 1
    if (t.L[j], t.L[j + 1], t.L[j + 2]) == ("and", "a", "half"):
        value, j = value + 0.5, j + 3
    if t.L[j] in ("(", "[") and t.L[j + 1].isdecimal() and t.L[j + 2] in (")", "]") and float(t.L[j + 1]) == value:
        j += 3
    return value, j


def quantity(t: Scan, i: int) -> Quantity | None:
    """Three weeks; nearly two years; a few months; six to eight months; a year and a half; ninety (90) days; months."""
    how, j = "", i
    for words, meaning in _MODIFIERS:
        if t.L[j] == words[0] and all(t.L[j + k] == word for k, word in enumerate(words)):
            how, j = meaning, j + len(words)
            break
    extra = t.L[j] in ("another", "additional")
    if extra:
        j += 1
    if t.L[j] in ("a", "an") and t.L[j + 1] in ("further", "additional", "extra"):
        extra, j = True, j + 2
    if t.L[j] in UNITS:
        if extra:
            return _unit(t, j, 1, 1, how, extra=True)
        if t.L[j] in PLURALS:
            return _unit(t, j, 0, 0, "bare") if not how else None
        return None
    if t.L[j] == "half" or (t.L[j] == "a" and t.L[j + 1] == "half"):
        k = j + 1 + (t.L[j] == "a")
        k += t.L[k] in ("a", "an")
        k += t.L[k] in DASHES
        return _unit(t, k, 0.5, 0.5, how, half=True)
    if t.L[j] in ("a", "an") and t.L[j + 1] in ("couple", "few", "number", "handful", "good"):
        j += 1
    if t.L[j] == "couple":
        return _unit(t, j + 1 + (t.L[j + 1] == "of"), 0, 0, "couple")
    if t.L[j] in ("number", "handful", "dozens") and t.L[j + 1] == "of":
        return _unit(t, j + 2, 0, 0, "several")
    if t.L[j] in _VAGUE:
        if t.L[j] == "some" and (number := number_at(t, j + 1)):
            how, j = "about", j + 1
        else:
            return _unit(t, j + 1, 0, 0, "several", extra=extra or t.L[j + 1] in ("more", "additional"))
    number = number_at(t, j)
    if number is None:
        return None
    low, k = number
    high = low
    if t.L[k] in ("or", "to", "and") or t.L[k] in DASHES:
        second = number_at(t, k + 1) if t.L[k + 1] not in ("a", "an") else None
        if second and second[0] > low and (t.L[k] != "and" or t.before(i) == "between"):
            high, k = second
    k += t.L[k] in DASHES and t.L[k + 1] in UNITS
    if t.L[k] == "and" and (t.L[k + 1], t.L[k + 2]) == ("a", "half"):
        k += 3
    return _unit(t, k, low, high, how, extra=extra)


def _unit(
    t: Scan, k: int, low: float, high: float, how: str, *, half: bool = False, extra: bool = False
) -> Quantity | None:
    business = False
    while t.L[k] in _ADJECTIVES:
        business |= t.L[k] in ("business", "working")
        extra |= t.L[k] in ("more", "additional", "further")
        k += 1
    unit = UNITS.get(t.L[k])
    if unit is None or (t.L[k] in ABBREVIATED_UNITS and not low):
        return None
    stop = k + 1
    if (t.L[stop], t.L[stop + 1], t.L[stop + 2]) == ("and", "a", "half") and low == high:
        low, high, stop = low + 0.5, high + 0.5, stop + 3
    if (t.L[stop], t.L[stop + 1]) == ("or", "so") and not how:
        how, stop = "about", stop + 2
    if (t.L[stop], t.L[stop + 1]) == ("or", "more") and not how:
        how, stop = "more", stop + 2
    if t.L[stop] in ("'", "’") and t.glued(stop):
        stop += 1
    if t.L[stop] in ("'s", "’s"):
        stop += 1
    if unit == "fortnight":
        unit, low, high = "week", low * 2, high * 2
    if unit == "quarter":
        unit, low, high = "month", low * 3, high * 3
    if unit == "hour":
        unit = "day"
        if low:  # hours are cut to days, outwards
            size = {"hour": 24, "hrs": 24, "hours": 24}.get(t.L[k], 24 * 60)
            low, high = float(int(low / size)), float(-(-int(high) // size))
            how = "hours"
        elif how == "bare" and t.L[stop] not in ("ago", "later", "earlier"):
            return None
        else:
            low, high, how = 0, 1, "hours"
    return Quantity(stop, low, high, unit, how, half or low % 1 == 0.5, business, extra)
