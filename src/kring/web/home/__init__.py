"""My day: what waits for whoever signs in."""
