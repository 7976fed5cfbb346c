"""Naming a household: out of the pseudonym, into a dossier with its first involvement and one task: ask the family.

After naming nothing of any law is visible: only faces and names. What may not be named looks like what is not there.
"""

from django.db import connection
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.parts import Part
from kring.ground.access.rules import can_be_label
from kring.ground.access.services import NewMember, open_dossier
from kring.ground.agenda.services import add_task
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused
from kring.steering.studies.models import Study, StudyCase
from kring.steering.studies.policy import may_name
from kring.steering.studies.rules.naming import NamedMember, family_role, household_label

CLOCK = "vraag_het_gezin"


def name_case(*, actor: Actor, study: Study, pseudonym: str, reason: str, label: str = "") -> Dossier | None:
    """The new dossier, or None when this household cannot be named here: whatever the cause, no difference shows.

    Without a `label` it is called after its adults; a label of one's own holds their name and no more.
    None is no exception: the safeguarding officer's notice and the log line must be kept.
    """
    may_name(actor, study).enforce()
    if not reason.strip():
        raise Refused(_("Schrijf op waarom u dit huishouden op naam brengt."))
    if label:
        can_be_label(label).enforce()
    area = StudyCase.objects.filter(study=study, pseudonym=pseudonym).values_list("area", flat=True).first()
    members = _named(study, pseudonym)
    if not members:
        note_deed("studies.naming_refused", Part.STUDY, event=Event.REFUSED, ground=reason)
        return None
    dossier = open_dossier(
        actor=actor,
        controller=study.organisation_id,
        label=label or household_label(members),
        members=[NewMember(member.subject, family_role(member, actor.today)) for member in members],
        ground=f"Onderzoek {study.title}: {reason}"[:400],
        area=area,
    )
    title = _("Vraag het gezin of het een plan met één regisseur wil")
    add_task(actor=actor, account=actor.id, clock=CLOCK, title=title, dossier=dossier.id)
    note_deed("studies.case_named", Part.STUDY, event=Event.RIGHTS, dossier=dossier.id, ground=reason)
    return dossier


def _named(study: Study, pseudonym: str) -> list[NamedMember]:
    """Asked of the database itself: it checks the role, the study and the shields, and marks the case as named."""
    with connection.cursor() as cursor:
        cursor.execute("select * from gate.name_household(%s, %s)", [study.id, pseudonym])
        return [
            NamedMember(subject, name, family_name, born, sex or "", parent, child, grandparent)
            for subject, name, family_name, born, sex, parent, child, grandparent in cursor.fetchall()
        ]
