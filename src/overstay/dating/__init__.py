"""Dates and vague time in English text: which words, and the interval that they allow (`find_dates`, `find_spans`)."""
