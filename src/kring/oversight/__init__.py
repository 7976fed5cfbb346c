"""Accounting for the data itself: what people may ask about theirs, and what went wrong with it."""
