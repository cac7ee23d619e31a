"""Which sentences can speak of access at all: one regular expression, so that a long document is read quickly."""

from __future__ import annotations

import re

_VERBS = (
    r"end(?:s|ed|ing)?|terminat\w+|revo[ck]\w+|rescind\w*|withd\w+|discontinu\w+|deprecat\w+|retire\w*|sunset\w*|shut\w*|clos(?:e|es|ed|ing|ure)|"
    r"w[io]und?(?:s|ing)?|phas\w+|switch\w*|turn\w*|disabl\w+|deactivat\w+|decommission\w*|kill\w*|scrap\w*|axed?|pull\w*|cancel\w*|suspend\w*|"
    r"remov\w+|strip\w*|sever\w*|cut\w*|expir\w+|laps\w+|ceas\w+|stop\w*|halt\w*|block\w*|barr?(?:ed|s|ring)?|bann?\w*|lock\w*|kick\w*|"
    r"los[et]\w*|losing|forfeit\w*|surrender\w*|relinquish\w*|g[ia]v\w+|grant\w*|start\w*|beg[aiu]n\w*|launch\w*|open\w*|enabl\w+|activat\w+|"
    r"sign(?:s|ed|ing)?|join\w*|connect\w*|integrat\w+|onboard\w*|approv\w+|authori\w+|whitelist\w*|allow\w*|let|lets|permit\w*|continu\w+|"
    r"remain\w*|ke[ep]\w+|retain\w*|maintain\w*|extend\w*|extension\w*|prolong\w*|renew\w*|postpon\w+|delay\w*|more|extra|additional|never|longer|"
    r"still|any ?more|not|n[’']t|cannot|no|until|till|through|could|had|went|gone?|over|dead|unavailable|offline|drop\w*|took|taken?|tak(?:es|ing)|"
    r"br(?:ing|ought)\w*|fr[eo]ze\w*|frozen|dark|tore|torn|tear\w*|unplug\w*|disconnect\w*|delet\w+|delink\w*|unlink\w*|void\w*|expel\w*|"
    r"evict\w*|boot\w*|exclud\w+|offboard\w*|deni\w+|deny\w*|prevent\w*|prohibit\w*|forbid\w*|receiv\w+|r[ae]n|records?|logs?|show\w*|found|"
    r"stay\w*|persist\w*|surviv\w+|last\w*|restor\w+|reinstat\w+|resum\w+|establish\w*|enter\w*|rolled|introduc\w+|disappear\w*|vanish\w*|"
    r"eliminat\w+|dismantl\w+|dissolv\w+|abandon\w*|f[ei]ll|fold\w*|quit\w*|le(?:ft|ave|aves|aving)|exit\w*|sha?re?\w*|us(?:e|es|ed|ing)|"
    r"renewed|conclu\w+|finish\w*|unw[io]u?nd\w*|sent|sends?|got(?:ten)?|gains?|gained|obtain\w*|secur\w+|won|hand\w*|provid\w+|offer\w*"
)
_CUE = re.compile(rf"\b(?:{_VERBS})\b", re.IGNORECASE)


def may_speak(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] holds a word that a statement about access cannot do without."""
    return end - start >= 12 and _CUE.search(text, start, end) is not None
