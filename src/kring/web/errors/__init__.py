"""Pages that say what went wrong, where and what to do."""
