"""Dates and numbers as Dutch readers write them."""
