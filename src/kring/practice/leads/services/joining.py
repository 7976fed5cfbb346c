"""Professionals who work along with a family: asked by who leads, with a ground, and no longer than needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, Dossier
from kring.ground.access.policy import may_bring_in
from kring.ground.access.services import end_work, involve
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import notify
from kring.practice.leads.queries.joining import parties
from kring.practice.leads.rules import can_join


@dataclass(frozen=True, slots=True)
class Joining:
    """Who joins in which role, for which laws, why, and until when if that is known."""

    account: Account
    role: str
    laws: Sequence[str]
    ground: str
    until: datetime | None = None


def bring_in(*, actor: Actor, dossier: Dossier, joining: Joining) -> None:
    """From now on this professional sees what the role opens; it is told so."""
    may_bring_in(actor, dossier).enforce()
    here = {party.account for party in parties(actor, dossier.id)}
    can_join(joining.role, joining.laws, joining.ground, works_here=joining.account.id in here).enforce()
    involve(
        actor=actor,
        dossier=dossier,
        account=joining.account,
        role=joining.role,
        ground=joining.ground.strip(),
        laws=joining.laws,
        until=joining.until,
    )
    notify(account=joining.account.id, kind=NoticeKind.APPOINTED, dossier=dossier.id)


def end_joining(*, actor: Actor, dossier: Dossier, account: UUID, ground: str) -> None:
    """Access ends at once; what was still to be done here is for who ends it (BR-034)."""
    end_work(actor=actor, dossier=dossier, account=account, ground=ground)
    with connection.cursor() as cursor:
        cursor.execute("select leads.hand_over_tasks(%s, %s, %s)", [dossier.id, account, actor.id])
