"""The demo world: what it is made of, what its files hold, and what comes of it through the front door."""
