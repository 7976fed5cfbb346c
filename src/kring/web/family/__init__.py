"""One family: its list, its overview, who leads, and what may be shared."""
