"""Who the members of a dossier are, where they live, how they are reached and where they go to school."""
