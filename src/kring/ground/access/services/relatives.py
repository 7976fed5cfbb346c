"""Who of a family can be its regisseur: the adults with an account, by name, for whoever appoints (BR-032)."""

from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Account, Dossier, Involvement
from kring.ground.access.parts import Part
from kring.ground.access.policy import may_appoint
from kring.ground.access.roles import ADULT
from kring.ground.audit.trail import note_read
from kring.ground.shared.lasting import in_force


def relatives(*, actor: Actor, dossier: Dossier) -> tuple[Account, ...]:
    """Through a gate: the accounts of a family are for nobody else to read, and a choice needs their names."""
    may_appoint(actor, dossier).enforce()
    with gate():
        involved = Involvement.objects.filter(in_force(actor.at), dossier=dossier, role=ADULT.code)
        accounts = Account.objects.filter(id__in=involved.values("account"), subject__isnull=False)
        found = tuple(accounts.order_by("display_name", "id"))
    if found:
        note_read(Part.PERSON, dossier=dossier.id, subjects=[one.subject_id for one in found if one.subject_id])
    return found
