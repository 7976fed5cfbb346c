"""The only writers of studies: asking, approving, ending, counting, naming."""

from kring.steering.studies.services.asking import (
    Proposal,
    add_researcher,
    approve_study,
    count_again,
    end_study,
    remove_researcher,
    request_study,
)
from kring.steering.studies.services.naming import name_case
from kring.steering.studies.services.objecting import object_for, record_objection
from kring.steering.studies.services.snapshot import Counted, keep_studies, take_snapshot

__all__ = [
    "Counted",
    "Proposal",
    "add_researcher",
    "approve_study",
    "count_again",
    "end_study",
    "keep_studies",
    "name_case",
    "object_for",
    "record_objection",
    "remove_researcher",
    "request_study",
    "take_snapshot",
]
