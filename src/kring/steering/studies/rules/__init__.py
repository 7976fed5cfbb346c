"""Onderzoek: when it runs, what a household in it is called, and what its people are called. Pure Python."""
