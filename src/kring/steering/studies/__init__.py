"""Onderzoek: file research on a ground, approved, for a time, by named people, under pseudonym (BR-093)."""
