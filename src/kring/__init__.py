"""Kring: one family, one plan, one regisseur."""
