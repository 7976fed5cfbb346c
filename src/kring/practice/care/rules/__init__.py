"""Stack arithmetic: which help counts for a household, and what it adds up to. Pure Python."""
