"""The circle: who stands round a family, how near, what they do and how much they can carry (handbook §3.4)."""
