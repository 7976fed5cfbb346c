"""Own statements: writing one beside a part, and withdrawing it."""
