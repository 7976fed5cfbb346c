"""The upper floor: learn and account."""
