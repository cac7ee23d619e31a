"""A log that nobody has described ─► a first description of it, with what must be decided by a person."""
