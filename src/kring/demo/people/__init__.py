"""Invented people: their names, numbers and homes, and the households they make."""
