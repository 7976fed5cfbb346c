"""Who puts people elsewhere in the genogram: who keeps the circle; a drawing itself is its viewer's (handbook §5)."""

from kring.ground.access.policy import may_keep_circle

__all__ = ["may_keep_circle"]
