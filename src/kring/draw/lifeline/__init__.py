"""The life line."""
