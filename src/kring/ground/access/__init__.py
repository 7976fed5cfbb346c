"""Who may see what: accounts, dossiers, subjects, involvement, and the grants the database reads."""
