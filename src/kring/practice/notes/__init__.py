"""Contact notes: when, how and with whom there was contact, about whom, what was said and agreed (handbook §3.1)."""
