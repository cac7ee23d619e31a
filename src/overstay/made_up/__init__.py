"""Synthetic cases: statements and logs with overstays planted in them, and a list of what must be found."""
