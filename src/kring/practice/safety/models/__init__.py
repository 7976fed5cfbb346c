"""The tables of safety: agreements and figures, and what stands at level 3."""

from kring.practice.safety.models.agreements import (
    AgreementReader,
    AgreementState,
    GiverKind,
    SafetyAgreement,
    SafetyScore,
)
from kring.practice.safety.models.protected import (
    ChildTalk,
    CodeWord,
    Decision,
    ReportTrack,
    SkipReason,
    TrackState,
    TrackStep,
)

__all__ = [
    "AgreementReader",
    "AgreementState",
    "ChildTalk",
    "CodeWord",
    "Decision",
    "GiverKind",
    "ReportTrack",
    "SafetyAgreement",
    "SafetyScore",
    "SkipReason",
    "TrackState",
    "TrackStep",
]
