"""The emergency button: opening a dossier that is not the own one, and judging that afterwards (BR-104)."""
