"""What pages read of safety."""

from kring.practice.safety.queries.agreements import AgreementView, FigureView, agreements, figures
from kring.practice.safety.queries.protected import StepView, TalkView, TrackView, talks, tracks

__all__ = [
    "AgreementView",
    "FigureView",
    "StepView",
    "TalkView",
    "TrackView",
    "agreements",
    "figures",
    "talks",
    "tracks",
]
