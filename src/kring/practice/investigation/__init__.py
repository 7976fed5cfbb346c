"""The Wmo investigation: seven blocks with the person's words and a conclusion, and the clocks of the law."""
