"""The whole caseload of a leaver goes to a colleague in one deed: regisseur or achtervang, tasks and notices (BR-034).

Who administers accounts does this without seeing a family; the successor asks the family whether it agrees (BR-031).
"""

import json
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account
from kring.ground.access.parts import Part
from kring.ground.access.policy import may_administer
from kring.ground.access.services.leaving import succeed
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.queries.terms import last_day_of
from kring.ground.agenda.services import notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.practice.leads.policy import ROLE_OF
from kring.practice.leads.queries.caseload import Led, caseload
from kring.practice.leads.rules import ASK_FAMILY, successor_for
from kring.practice.leads.services.appointing import is_of_gi


def hand_over_caseload(*, actor: Actor, leaver: Account, successor: Account, other: Account | None, ground: str) -> int:
    """All or nothing; `other` takes the families in which the successor already has the other role. How many."""
    may_administer(actor, leaver.organisation_id).enforce()
    if not ground.strip():
        raise Refused(_("Schrijf op waarom."))
    takers = {one.id: one for one in (successor, other) if one is not None}
    _enforce_colleagues(actor, leaver, takers)
    led = caseload(leaver.id)
    chosen = [successor_for(one.beside, successor.id, other.id if other else None) for one in led]
    if None in chosen:
        raise Refused(
            _("Bij %(n)s gezinnen heeft deze collega de andere rol al. Kies voor die gezinnen nog iemand.")
            % {"n": chosen.count(None)}
        )
    for one, taker in zip(led, chosen, strict=True):
        if taker is not None:
            _hand_over(actor, leaver, takers[taker], one, ground)
    return len(led)


def _enforce_colleagues(actor: Actor, leaver: Account, takers: dict[UUID, Account]) -> None:
    """A professional in service at the same organisation, and not the leaver."""
    for taker in takers.values():
        staff = taker.staff
        serves = staff is not None and (staff.ended_on is None or staff.ended_on > actor.today)
        if not serves or taker.organisation_id != leaver.organisation_id or taker.id == leaver.id:
            raise Refused(_("Kies een collega die in dienst is bij dezelfde organisatie."))


def _hand_over(actor: Actor, leaver: Account, taker: Account, led: Led, ground: str) -> None:
    given = {
        "account": str(taker.id),
        "name": taker.display_name,
        "function": taker.function,
        "organisation": taker.organisation.name if taker.organisation else "",
        "is_of_gi": is_of_gi(taker),
        "phone": taker.staff.phone if taker.staff else "",
    }
    task = {
        "clock": ASK_FAMILY,
        "title": _("Stel u voor en vraag of het gezin u als %(role)s wil") % {"role": led.kind.label},
        "began_on": actor.today.isoformat(),
        "due_on": last_day_of(ASK_FAMILY, actor.today).isoformat(),
    }
    with connection.cursor() as cursor:
        cursor.execute(
            "select leads.hand_over(%s, %s, %s, %s, %s, %s)",
            [leaver.id, led.dossier, str(led.kind), json.dumps(given), json.dumps(task), actor.at],
        )
    role = ROLE_OF[led.kind]
    succeed(actor=actor, dossier=led.dossier, leaver=leaver, successor=taker, role=role, ground=ground)
    note_deed("leads.family_handed_over", Part.LEAD, event=Event.RIGHTS, dossier=led.dossier, ground=ground)
    notify(account=taker.id, kind=NoticeKind.APPOINTED, dossier=led.dossier)
