"""Addresses and neighbourhoods of a municipality, from a CSV that `docs/uitwisseling/adressen.md` describes."""
