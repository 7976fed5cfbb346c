"""The rights of people about their data."""
