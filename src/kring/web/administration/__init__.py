"""Beheer: organisations, teams, areas, accounts, roles, settings and words; nothing in it needs a shell."""
