"""Twice a year the administrator of an organisation looks at every account and role: right, or to be ended."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor, own_name
from kring.ground.access.models import AccessReview, RoleAssignment
from kring.ground.access.policy import may_administer
from kring.ground.access.roles import COLLEAGUE
from kring.ground.access.services.accounts import end_role
from kring.ground.access.services.leaving import close_account
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class Looked:
    """One line: an account with a role as it stood, and whether it ends. `families`: how many are led."""

    assignment: UUID
    name: str
    function: str
    role: str
    since: date
    ground: str
    families: int
    ends: bool


def checksum(content: Sequence[dict[str, object]]) -> str:
    """sha256 over the lines in one fixed spelling."""
    spelled = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()


def sign_review(*, actor: Actor, organisation: UUID, lines: Sequence[Looked], words: str) -> AccessReview:
    """Every line that runs must be there. What is to end, ends with it: a role, or with "Medewerker" the account."""
    may_administer(actor, organisation).enforce()
    running = RoleAssignment.objects.filter(organisation=organisation, started_at__lte=actor.at)
    here = running.exclude(ended_at__lte=actor.at).filter(
        account__staff__isnull=False, account__organisation=organisation
    )
    if set(here.values_list("id", flat=True)) != {line.assignment for line in lines}:
        raise Refused(_("Er is intussen een rol gegeven of beëindigd. Bekijk de lijst opnieuw."))
    content = [_kept(line) for line in lines]
    review = AccessReview(
        organisation_id=organisation,
        signed_at=actor.at,
        signed_by=actor.id,
        signed_by_name=own_name(actor),
        words=words.strip(),
        content=content,
        sha256=checksum(content),
    )
    review.save(force_insert=True)
    note_deed("access.review_signed", "settings", event=Event.CREATE)
    _end(actor, [line for line in lines if line.ends])
    return review


def _kept(line: Looked) -> dict[str, object]:
    kept = asdict(line)
    return kept | {"assignment": str(line.assignment), "since": line.since.isoformat()}


def _end(actor: Actor, lines: Sequence[Looked]) -> None:
    """Roles first; with the role of colleague the account closes, and whatever was left with it."""
    ground = _("controle van toegang")
    found = RoleAssignment.objects.select_related("account__staff").filter(id__in=[line.assignment for line in lines])
    rows = sorted(found, key=lambda row: row.role == COLLEAGUE.code)
    for row in rows:
        if row.role == COLLEAGUE.code:
            close_account(actor=actor, account=row.account, ground=ground)
        else:
            end_role(actor=actor, assignment=row, ground=ground)
