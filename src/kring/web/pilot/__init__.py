"""Pilots: what they count, what is decided about small numbers, and the letters to the council."""
