"""One fate told twice in a sentence is one statement: "expired in May and has not been renewed, so it cannot read ..."."""

from __future__ import annotations

from typing import Protocol, TypeVar

from overstay.reading.when import When
from overstay.reading.whose import Owners


class Told(Protocol):
    """What is compared of two statements of one sentence."""

    kind: str
    stated: str
    when: When | None
    owners: Owners
    program: str


One = TypeVar("One", bound=Told)


def merged(found: list[One]) -> list[One]:
    """The statements of a sentence without the ones that only repeat another, in their order."""
    out: list[One] = []
    for one in found:
        twin = next((place for place, other in enumerate(out) if _same_fate(one, other)), None)
        if twin is None:
            out.append(one)
        elif _says_more(one, out[twin]):
            out[twin] = one
    return out


def _same_fate(one: Told, other: Told) -> bool:
    if one.kind != other.kind:
        return False
    if one.owners.ids == other.owners.ids and not one.owners.new and not other.owners.new:
        owners = not (one.program and other.program and one.program != other.program) or bool(one.owners.ids)
    else:
        owners = "nobody" in (one.owners.how, other.owners.how) or "generic" in (one.owners.how, other.owners.how)
    return owners and (one.stated == other.stated or one.when is None or other.when is None)


def _says_more(one: Told, other: Told) -> bool:
    """A named partner weighs more than a date, a date more than none."""
    return (bool(one.owners.ids), one.when is not None) > (bool(other.owners.ids), other.when is not None) and not (
        other.when is not None and one.when is None
    )
