"""Bescherming: who and what of a dossier is shielded, and who reads that by name (handbook §3.1)."""
