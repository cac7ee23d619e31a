"""The function words of English, by class: what holds a sentence together and names nothing."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m"])
HAVE = frozenset(["has", "have", "had", "having", "'ve"])
DO = frozenset(["do", "does", "did"])
GET = _words("get gets got getting gotten become became remain remains remained stay stays stayed stand stands stood")
FUTURE = frozenset(["will", "shall", "wo", "'ll"])
OTHER_MODALS = frozenset(["must", "may", "might", "could", "would", "should", "can", "ca", "cannot", "'d"])
AUX = BE | HAVE | DO | FUTURE | OTHER_MODALS | {"to", "get", "gets", "got", "getting"}
NEGATION = frozenset(["not", "n't", "never", "nor", "neither", "cannot"])
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
DETERMINERS = frozenset(COUNTS) | _words(
    """
    the a an this that these those its their our his her my your whose no any some every each all both such
    another 's ' ’ most many several few more other certain
    """
)
PREPOSITIONS = _words(
    """
    of for to with from by in on at under between among about against into onto upon within without through
    throughout during over per via behind across toward towards after before since until till despite besides
    including like unlike except regarding concerning following pursuant as than beyond inside outside near
    alongside according pending
    """
)
PRONOUNS = _words("i we you he she it they them us him itself themselves this that these those who which")
CONJUNCTIONS = frozenset(["and", "or", "but", "nor", "yet", "so"])
SUBORDINATORS = _words(
    """
    while whereas although though because since until till after before when whenever once if unless whether as
    that which who whose whom where whereby lest provided why how
    """
)
ADVERBS = _words(
    """
    already also since now then still yet just ever even only soon thus therefore again once later longer
    anymore hereby instead however moreover first finally long ago almost quite very both all each either too
    twice simultaneously forever today effective out off up down away back apart together alone thereby thereafter
    herein afterwards meanwhile indeed though always often sometimes forthwith altogether outright overnight
    below above no never not n't nor ca likewise further
    """
)
