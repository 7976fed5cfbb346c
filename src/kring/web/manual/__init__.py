"""The manual: short Dutch chapters, one per screen, that anyone may read. They hold no personal data."""
