"""Who keeps the circle: the family itself, and who leads (handbook §5)."""

from kring.ground.access.policy import may_keep_circle

__all__ = ["may_keep_circle"]
