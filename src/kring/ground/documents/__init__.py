"""Files of a dossier, in the database under the same row-level security and shield."""
