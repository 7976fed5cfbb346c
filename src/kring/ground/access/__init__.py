"""Who may see what: accounts, dossiers, subjects, involvement, and the grants that the database reads (access design)."""
