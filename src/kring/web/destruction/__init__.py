"""Destroying: lists, what the archivist decides about them, and the record (screen 42)."""
