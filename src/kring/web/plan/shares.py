"""The share of actions per kind of doer, in words and as a bar (BR-018)."""

from dataclasses import dataclass
from itertools import accumulate

from kring.practice.plans.queries import WorkingPlan
from kring.web.family.frame import Frame


@dataclass(frozen=True, slots=True)
class ShareLine:
    """One kind of doer with its label, number and per cents; `start` is where its part of the bar begins."""

    kind: str
    label: str
    count: int
    percent: int
    start: int


def share_lines(frame: Frame, plan: WorkingPlan) -> tuple[ShareLine, ...]:
    shares = plan.shares
    starts = accumulate((share.percent for share in shares), initial=0)
    return tuple(
        ShareLine(share.kind, str(frame.words.doer(share.kind)).capitalize(), share.count, share.percent, start)
        for share, start in zip(shares, starts, strict=False)
    )
