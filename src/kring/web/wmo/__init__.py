"""The Wmo investigation: seven blocks with the person's words and the conclusion, its clocks, and its letters."""
