"""Who stands round a family: a place among those whom the dossier knows, and being hidden from one reader of it."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access import compiler
from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Dossier, DossierSubject, Hidden, Subject, SubjectKind
from kring.ground.access.parts import Part
from kring.ground.access.policy import may_keep_circle
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.verdict import Refused


def add_network_subject(*, actor: Actor, dossier: UUID) -> UUID:
    """Somebody of the circle has a subject of this dossier only: it is never joined with a person of the register."""
    may_keep_circle(actor, dossier).enforce()
    with gate():
        controller = Dossier.objects.values_list("controller_id", flat=True).get(id=dossier)
        subject = Subject(controller_id=controller, kind=SubjectKind.NETWORK)
        subject.save(force_insert=True)
        DossierSubject(dossier_id=dossier, subject=subject, started_at=actor.at).save(force_insert=True)
        compiler.recompile_dossier(dossier)
    note_deed("access.network_subject_added", Part.NETWORK, dossier=dossier, subjects=[subject.id])
    return subject.id


def hide_from(*, actor: Actor, dossier: UUID, subject: UUID, reader: UUID) -> None:
    """From now on `reader` sees `subject` nowhere in this dossier."""
    may_keep_circle(actor, dossier).enforce()
    _enforce_not_oneself(actor, reader)
    with gate():
        _enforce_pair(dossier, subject, reader)
        Hidden.objects.get_or_create(
            dossier_id=dossier, subject_id=subject, reader_id=reader, ended_at=None,
            defaults={"hidden_by": actor.id, "started_at": actor.at},
        )  # fmt: skip
        compiler.recompile_dossier(dossier)
    _note("access.subject_hidden", dossier, subject)


def show_again(*, actor: Actor, dossier: UUID, subject: UUID, reader: UUID) -> None:
    """The end of hiding; that it was so is kept."""
    may_keep_circle(actor, dossier).enforce()
    _enforce_not_oneself(actor, reader)
    with gate():
        rows = Hidden.objects.filter(dossier_id=dossier, subject_id=subject, reader_id=reader, ended_at=None)
        if not rows.update(ended_at=actor.at):
            raise Refused(_("Deze persoon is niet (meer) verborgen."))
        compiler.recompile_dossier(dossier)
    _note("access.subject_shown", dossier, subject)


def _enforce_not_oneself(actor: Actor, reader: UUID) -> None:
    """Nobody undoes what was hidden from oneself, and hiding from oneself hides nothing."""
    with gate():
        mine = Subject.objects.filter(id=reader, account__id=actor.id).exists()
    if mine:
        raise Refused(_("Voor uzelf verbergt of toont u niemand."))


def _enforce_pair(dossier: UUID, subject: UUID, reader: UUID) -> None:
    there = DossierSubject.objects.filter(dossier_id=dossier)
    if not there.filter(subject_id=subject, subject__kind=SubjectKind.NETWORK).exists():
        raise Refused(_("Deze persoon staat niet in de kring van dit gezin."))
    if not there.filter(subject_id=reader).exists():
        raise Refused(_("Deze lezer hoort niet bij dit dossier."))


def _note(what: str, dossier: UUID, subject: UUID) -> None:
    note_deed(what, Part.NETWORK, event=Event.RIGHTS, dossier=dossier, subjects=[subject])
