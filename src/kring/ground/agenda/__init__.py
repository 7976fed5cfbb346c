"""Tasks, deadlines and notices: one engine for every clock, legal or of the house."""
