"""The list of a study on a day, made as role kring_snapshot, which reads the register without names.

What was named stays marked; a household that no longer belongs in the study is gone, with its key.
"""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.db import transaction

from kring.ground.shared.period import day_of
from kring.steering.studies.models import Study, StudyCase, StudyKey, StudyState
from kring.steering.studies.rules.running import can_use
from kring.steering.studies.services.cases import Cases, cases_of
from kring.steering.studies.services.register import read_register

BATCH = 500


@dataclass(frozen=True, slots=True)
class Counted:
    """How many households are in the list, and how many were left out (secrecy, shield, objection)."""

    households: int
    left_out: int


def take_snapshot(*, study: UUID, reference_date: date, at: datetime) -> Counted:
    """Make the list anew. Refused when the study does not run on the day of `at`."""
    with transaction.atomic():
        about = Study.objects.select_for_update().get(id=study)
        can_use(about.state, about.started_on, about.ended_on, day_of(at)).enforce()
        register = read_register(about.organisation_id, reference_date)
        found = cases_of(about, register, reference_date, _secret())
        _replace(about, found)
        about.counted_on, about.counted_at, about.left_out = reference_date, at, found.left_out
        about.save(update_fields=["counted_on", "counted_at", "left_out"])
    return Counted(len(found.rows), found.left_out)


def keep_studies(*, at: datetime) -> None:
    """Destroy what no longer may be used; begin what starts today; take out who came under protection since."""
    today = day_of(at)
    for study in Study.objects.exclude(state=StudyState.DRAFT).order_by("id"):
        if can_use(study.state, study.started_on, study.ended_on, today):
            take_snapshot(study=study.id, reference_date=study.counted_on or today, at=at)
        elif study.state == StudyState.ENDED or study.ended_on < today:
            with transaction.atomic():
                _replace(study, Cases())


def _replace(study: Study, found: Cases) -> None:
    named = StudyCase.objects.filter(study=study, named_at__isnull=False).values_list("pseudonym", "named_at")
    marks = dict(named)
    for case in found.rows:
        case.named_at = marks.get(case.pseudonym)
    StudyCase.objects.filter(study=study).delete()
    StudyKey.objects.filter(study=study).delete()
    StudyCase.objects.bulk_create(found.rows, batch_size=BATCH)
    StudyKey.objects.bulk_create(
        [
            StudyKey(study=study, organisation_id=study.organisation_id, pseudonym=pseudonym, household=household)
            for pseudonym, household in found.households.items()
        ],
        batch_size=BATCH,
    )


def _secret() -> bytes:
    return sha256(f"kring.studies/{settings.SECRET_KEY}".encode()).digest()
