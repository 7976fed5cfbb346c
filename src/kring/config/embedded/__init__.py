"""The embedded PostgreSQL for demo, tests and small installations."""
