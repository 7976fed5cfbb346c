"""One regisseur and one deputy: exactly one of each, held by the database (BR-030)."""
