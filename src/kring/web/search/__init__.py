"""Searching one's own families, and asking whether the own team knows someone."""
