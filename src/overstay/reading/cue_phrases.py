"""Phrases anywhere around an event that bear on its kind: at once, by habit, since then, for the last time."""

from __future__ import annotations

import re

AT_ONCE = re.compile(
    r"\b(?:hereby|effective immediately|with immediate effect|immediately|at once|"
    r"as of (?:now|today|this (?:date|day))|as of (?:the )?(?:date|entry|issuance) of this \w+|"
    r"upon (?:the )?(?:entry|issuance) of this order|"
    r"(?:as of|with|starting with|beginning with) this (?:release|version|build|update|patch))\b",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\b(?:still|currently|at present|at the moment|presently|for the time being|to this day|continues?|"
    r"remains?|remained|continued)\b",
    re.IGNORECASE,
)
THESE_DAYS = re.compile(r"\b(?:now|today|currently|at present|any ?more|any longer)\b", re.IGNORECASE)
SINCE_THEN = re.compile(r"\bsince(?: then)?\W*$", re.IGNORECASE)
MORE_TOLD = re.compile(
    r"\b(?:exten\w+|postpon\w+|prolong\w*|delay\w*|defer\w*|grace|reprieve|more time|further|additional|extra|longer|"
    r"later|(?:more|another \w+) (?:days?|weeks?|months?)|moved|pushed|put off|instead|stay\w*|keep|retain\w*|allowed|"
    r"transition\w*|exempt\w*|except\w*)\b",
    re.IGNORECASE,
)
HABIT = re.compile(
    r"\b(?:after|within|every|each) (?:[\w-]+ )?(?:hour|day|week|month|year)s?\b|"
    r"\b(?:automatically|periodically|routinely|always|usually|normally|typically|as a rule)\b",
    re.IGNORECASE,
)
ADDED = re.compile(r"[\s*•–-]*(?:Added|New|Introduced|Launched|Now available|New feature)\s*:", re.IGNORECASE)
NEVER_DID = re.compile(
    r"\b(?:and|but|nor|,) (?:it |they |we )?(?:never (?:has|have|had|did|could|was|were)(?: done)?|"
    r"(?:has|have|had) never(?: done (?:so|this|that|it))?|"
    r"(?:did|has|have|had|could) (?:it|they|we) ever)\b\W*(?:\Z|[.,;]|and\b)",
    re.IGNORECASE,
)
LASTING = re.compile(
    r"\bfor (?:(?:almost|nearly|about|around|roughly|some|more than|over|at least|only|just|another) )?"
    r"(?:\w+ )?(?:years|months|weeks)\b(?! (?:old|ago))",
    re.IGNORECASE,
)
PURPOSE = re.compile(
    r"\b(?:for|in) (?:[\w-]+ ){0,2}?(?:advertis\w+|ads?|marketing|targeting|profiling|purposes?|commercial|"
    r"monetization|resale)\b",
    re.IGNORECASE,
)
LAST_TIME = re.compile(r"\b(?:for the (?:very )?last|for the final|one (?:last|final)) time\b", re.IGNORECASE)
ONCE = re.compile(r"\b(?:formerly|previously|at one time|in the past|used to|once)\b", re.IGNORECASE)
SINCE_WHAT = re.compile(r"\bsince (?:its|their|the|that|his|this|our) (?!time\b|day\b|date\b)[a-z]", re.IGNORECASE)
LASTS_LONGER = re.compile(
    r"\bfor (?:an? |another )?(?:[\w-]+ )?(?:(?:additional|further|extra|more) (?:[\w-]+ )?(?:day|week|month|year)s?"
    r"|(?:day|week|month|year)s? (?:more|longer))\b",
    re.IGNORECASE,
)
