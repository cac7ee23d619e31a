"""Words written with a capital that are no organisation's name, and words that show that a name is one.

The lists stand in capitals.toml, where a reporter can read what each of them says of a name.
"""

from __future__ import annotations

import tomllib
from importlib.resources import files


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as text."""
    return frozenset(words.split())


_LISTS = {
    name: listed(words)
    for name, words in tomllib.loads(files("overstay.naming").joinpath("capitals.toml").read_text("utf-8")).items()
}
ORDINARY = _LISTS["ordinary"]
UNCOUNTED = _LISTS["uncounted"]
NO_NAMES = _LISTS["no_names"]
PUBLIC = _LISTS["public"]
ROLES = _LISTS["roles"]
TITLES = _LISTS["titles"]
ORGANISATIONS = _LISTS["organisations"]
PLACES = _LISTS["places"]
FIRST_NAMES = _LISTS["first_names"]
