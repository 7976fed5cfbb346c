"""The only writers beside `audit.record`: of seals, and of the privacy officer's samples."""

from kring.ground.audit.services.reviewing import draw_sample, mark_seen
from kring.ground.audit.services.sealing import purge_expired, seal_waiting

__all__ = ["draw_sample", "mark_seen", "purge_expired", "seal_waiting"]
