"""The access log: append-only, no foreign keys, written before a page leaves the house (NEN 7513, BR-100)."""
