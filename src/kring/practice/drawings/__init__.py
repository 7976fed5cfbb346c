"""Finished drawings of one dossier, each for one viewer, and where people stand in them."""
