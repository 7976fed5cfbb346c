"""At the kitchen table: the same plan, asked as a conversation, one question on a screen (handbook §7, screen 21)."""
