"""The documents of a dossier: the list, adding, opening, withdrawing."""
