"""Break-glass (BR-104): a professional opens a dossier of somebody else, for a day at most, and is judged for it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import BreakGlass, Dossier, EmergencyPurpose, Involvement, Judgement
from kring.ground.access.policy import may_break_glass, may_judge_emergency
from kring.ground.access.roles import EMERGENCY
from kring.ground.access.rules import can_break_glass, can_judge
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused


@dataclass(frozen=True, slots=True)
class Emergency:
    """What cannot wait, in words, and for how many hours."""

    purpose: EmergencyPurpose
    reason: str
    hours: int


def break_glass(*, actor: Actor, dossier: UUID, emergency: Emergency) -> BreakGlass:
    """The dossier opens at once and closes by itself. Who leads and the privacy officer are told by the caller."""
    can_break_glass(emergency.reason, emergency.hours).enforce()
    with gate():
        found = Dossier.objects.filter(id=dossier).first()
        involved = Involvement.objects.filter(dossier_id=dossier, account_id=actor.id).exclude(ended_at__lte=actor.at)
        already = involved.exists()
    if found is None:
        raise Refused(_("Dit dossier is er niet."))
    may_break_glass(actor, found.controller_id, emergency.purpose).enforce()
    if already:
        raise Refused(_("U hebt al toegang tot dit dossier. De noodknop is niet nodig."))
    if found.shield >= Level.PROTECTED:
        raise Refused(_("Dit kan niet met de noodknop. Bel de aandachtsfunctionaris."))
    opened = _open(actor, found, emergency)
    note_deed(
        "access.glass_broken",
        "dossier_face",
        event=Event.RIGHTS,
        dossier=dossier,
        ground=f"{opened.get_purpose_display()}: {opened.reason}",
    )
    return opened


def _open(actor: Actor, dossier: Dossier, emergency: Emergency) -> BreakGlass:
    """Grants follow from an involvement with an end: nothing has to happen for it to close."""
    until = actor.at + timedelta(hours=emergency.hours)
    opened = BreakGlass(
        organisation_id=dossier.controller_id,
        dossier=dossier,
        account_id=actor.id,
        purpose=emergency.purpose,
        reason=emergency.reason.strip(),
        started_at=actor.at,
        ends_at=until,
    )
    with gate():
        opened.save(force_insert=True)
        Involvement.objects.create(
            dossier=dossier,
            account_id=actor.id,
            role=EMERGENCY.code,
            started_at=actor.at,
            ended_at=until,
            ground=f"{opened.get_purpose_display()}: {opened.reason}",
        )
        compiler.recompile_dossier(dossier.id)
    return opened


def judge(*, actor: Actor, emergency: BreakGlass, judgement: Judgement, words: str) -> None:
    """Afterwards, by the privacy officer, once, and always with words."""
    may_judge_emergency(actor, emergency.organisation_id).enforce()
    is_own = emergency.account_id == actor.id
    can_judge(words, is_judged=bool(emergency.judgement), is_own=is_own).enforce()
    with gate():
        done = BreakGlass.objects.filter(id=emergency.id, judgement="").update(
            judgement=judgement, words=words.strip(), judged_at=actor.at, judged_by=actor.id
        )
    if not done:
        raise Refused(_("Iemand anders heeft dit net beoordeeld."))
    note_deed("access.emergency_judged", "access_log", dossier=emergency.dossier_id, ground=str(judgement.label))
