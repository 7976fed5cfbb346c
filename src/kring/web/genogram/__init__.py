"""The genogram of a family, and everything that one does with who is in it, on one page."""
