"""Withholding something from a member of the family for a time, and giving it when that ends (BR-073)."""
