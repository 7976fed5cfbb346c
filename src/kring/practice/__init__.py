"""The middle floor: the daily work."""
