"""Settings with a screen: declared by the domain that uses them, their values rows that are never overwritten."""
