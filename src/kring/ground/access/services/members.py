"""A member of the family with an own account: the role follows the age, and is laid down with its dates beforehand."""

from datetime import date

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Account, Dossier, Involvement
from kring.ground.access.policy import may_appoint
from kring.ground.access.roles import FAMILY_ROLES
from kring.ground.access.rules import spells
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.lasting import lasting
from kring.ground.shared.verdict import Refused


def involve_member(*, actor: Actor, dossier: Dossier, account: Account, born: date, ground: str) -> list[Involvement]:
    """From the twelfth, sixteenth and eighteenth birthday on (access design §2). With another `born`: corrected."""
    may_appoint(actor, dossier).enforce()
    if not ground.strip():
        raise Refused(_("Een reden of grond is nodig."))
    rows = [
        Involvement(
            dossier=dossier, account=account, role=one.role, started_at=one.start, ended_at=one.end, ground=ground
        )
        for one in spells(born, actor.at)
    ]
    with gate():
        _end_what_was(actor, dossier, account)
        Involvement.objects.bulk_create(rows)
        compiler.recompile_dossier(dossier.id)
    note_deed("access.member_involved", "party", event=Event.RIGHTS, dossier=dossier.id, ground=ground)
    return rows


def _end_what_was(actor: Actor, dossier: Dossier, account: Account) -> None:
    """What has not begun yet ends where it would begin, so that it never holds."""
    there = Involvement.objects.filter(dossier=dossier, account=account, role__in=FAMILY_ROLES)
    for row in there.filter(lasting(actor.at)):
        row.ended_at = max(row.started_at, actor.at)
        row.save(update_fields=["ended_at"])
