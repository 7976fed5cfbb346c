"""Onderzoek: asking and approving, the stack under pseudonym, and naming a household."""
