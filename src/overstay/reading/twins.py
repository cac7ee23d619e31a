"""One fate told twice in a sentence is one statement: "expired in May and has not been renewed, so it cannot read"."""

from __future__ import annotations

from typing import Protocol, TypeVar

from overstay.reading.owners import Owners
from overstay.reading.when import When


class Told(Protocol):
    """What is compared of two statements of one sentence."""

    kind: str
    rule: str
    stated: str
    when: When | None
    owners: Owners
    program: str
    weak: bool


One = TypeVar("One", bound=Told)


def merged(found: list[One]) -> list[One]:
    """The statements of a sentence without the ones that only repeat another, in their order."""
    out: list[One] = []
    ends = [other for other in found if other.kind == "ended"]
    for one in [one for one in found if one.rule == "could not"]:
        end = next((other for other in ends if _follows(one, other)), None)
        if end is not None:
            found = [other for other in found if other is not one]
            if not end.owners.ids and not end.owners.new:
                end.owners = one.owners  # "Its permission having lapsed, Acme could not read them"
    denied = [one.owners.ids for one in found if one.kind == "never" and one.owners.ids]
    # "Never had access, as its application was withdrawn in 2011": no access of its own that ended
    found = [one for one in found if not (one.kind == "ended" and one.weak and one.owners.ids in denied)]
    for one in found:
        twin = next((place for place, other in enumerate(out) if _same_fate(one, other)), None)
        if twin is None:
            out.append(one)
        elif bool(one.stated) != bool(out[twin].stated) and bool(one.owners.ids) != bool(out[twin].owners.ids):
            told, named = (one, out[twin]) if one.stated else (out[twin], one)
            if named.owners.ids:
                told.owners = named.owners
            out[twin] = told  # "three more months: it stays open through May"
        elif _says_more(one, out[twin]):
            out[twin] = one
    return [one for one in out if not any(_says_it_better(other, one) for other in out if other is not one)]


def _says_it_better(other: Told, one: Told) -> bool:
    """ "Three more months: it now runs until 30 June": of two words on one extension, its last day; and its end is that
    day, not another statement. "Kept it until May, when it was revoked": the end.
    """
    if other.owners.ids != one.owners.ids or other.program != one.program or other.when is None:
        return False
    if other.kind == one.kind == "extension":
        return one.when is not None and _is_length(one.when) and not _is_length(other.when) and bool(other.stated)
    same = bool(one.stated) and one.stated == other.stated
    return same and (other.kind, one.kind) in (("extension", "will-end"), ("ended", "observed"))


def _is_length(when: When) -> bool:
    words = when.found.words.lower().split()
    return bool({"more", "additional", "extra", "further", "another"} & set(words))


def _follows(one: Told, end: Told) -> bool:
    """ "Its tokens were revoked and could not be used": what could not be done after an end is the end once more."""
    return one.owners.ids == end.owners.ids or not one.owners.ids or not end.owners.ids


def _same_fate(one: Told, other: Told) -> bool:
    if one.kind != other.kind:
        return False
    if one.owners.new and one.owners.new == other.owners.new and not one.owners.ids and not other.owners.ids:
        owners = True
    elif one.owners.ids == other.owners.ids and (one.owners.ids or one.owners.new == other.owners.new):
        owners = not (one.program and other.program and one.program != other.program) or bool(one.owners.ids)
    else:
        owners = "nobody" in (one.owners.how, other.owners.how) or "generic" in (one.owners.how, other.owners.how)
    return owners and (
        one.stated == other.stated or one.when is None or other.when is None or not (one.stated and other.stated)
    )


def _says_more(one: Told, other: Told) -> bool:
    """A named partner weighs more than a date, a date more than none."""
    return (bool(one.owners.ids), bool(one.stated), one.when is not None) > (
        bool(other.owners.ids),
        bool(other.stated),
        other.when is not None,
    ) and not (other.when is not None and one.when is None)
