"""Lines of TOML to print and paste: whatever a log's file holds, they parse, and a terminal only shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from overstay.errors import shorten
from overstay.sheets import visible

WIDTH = 60  # characters of a value from a file that a comment shows


@dataclass(frozen=True, slots=True)
class Advice:
    """Lines for a description: TOML settings and remarks, what is left to decide, and the columns that they use."""

    lines: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


def toml_string(text: str) -> str:
    """The text as a TOML basic string; what a terminal would obey is written as `\\u001b`.

    ValueError where it holds half a character, as the name of a file can: TOML has no way to write that.
    """
    written = []
    for letter in text:
        if "\ud800" <= letter <= "\udfff":
            raise ValueError("half a character cannot be written in TOML")
        if letter in '"\\':
            written.append(f"\\{letter}")
        else:
            seen = visible(letter, lines=True)
            written.append(letter if seen == letter and letter >= " " else f"\\u{ord(letter):04x}")
    return '"' + "".join(written) + '"'


def setting(key: str, value: str | Sequence[str], why: str = "") -> str:
    """The line `key = value  # why`."""
    text = toml_string(value) if isinstance(value, str) else f"[{', '.join(toml_string(one) for one in value)}]"
    return f"{key} = {text}" + (f"  # {visible(why, lines=False)}" if why else "")


def remark(text: str) -> str:
    """The comment line `# text`."""
    return f"# {visible(text, lines=False)}"


def shown(value: str) -> str:
    """A value from a file for a comment: in quotes, control characters written out, cut to `WIDTH` characters."""
    return f"'{shorten(visible(value[: WIDTH + 1], lines=False), WIDTH)}'"


def shown_list(values: Sequence[str], most: int = 5) -> str:
    """The first few values for a comment: `'a', 'b' and 12 more`."""
    more = len(values) - most
    return ", ".join(shown(value) for value in values[:most]) + (f" and {more:,} more" if more > 0 else "")
