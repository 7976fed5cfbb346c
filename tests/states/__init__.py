"""Life cycles as data: drawn into the documentation, walked through, each state reachable."""
