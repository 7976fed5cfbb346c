"""One person where there were two, and the way back. As role kring_merge, in a job, in the transaction of the caller.

Dossiers stay apart, shields take the highest, rights are compiled anew, and both dossiers' logs and leads are told.
"""

from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.models import Account, DossierSubject, Involvement, Subject
from kring.ground.access.parts import Part
from kring.ground.access.services import recompile
from kring.ground.access.sharing_rules import LEADING_ROLES
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import notify
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.shared.lasting import lasting
from kring.ground.shared.verdict import Refused
from kring.oversight.doubles.columns import naming
from kring.oversight.doubles.models import Double, DoubleState, MergeEntry
from kring.oversight.doubles.policy import may_judge_doubles
from kring.oversight.doubles.rules import Side, can_merge, staying
from kring.oversight.doubles.services.journal import Journal, restore, rows
from kring.practice.households.models import Person, PersonBsn, PersonIdentity


def merge(*, actor: Actor, double: Double) -> None:
    """Everything that names the one names the other. What cannot be there twice is put aside in the journal."""
    may_judge_doubles(actor, double.organisation_id).enforce()
    one, other = _side(double.one_id), _side(double.other_id)
    if one is None or other is None:
        raise Refused(_("Een van deze twee staat niet meer in het register."))
    can_merge(one, other).enforce()
    kept = staying(one, other)
    gone = other.subject if kept == one.subject else one.subject
    dossiers = _dossiers(kept, gone)
    journal = Journal(double)
    _take_highest(journal, kept, gone)
    for named in naming():
        for row in rows(named.model, named.column, gone):
            journal.rename(named.model, row, named.column, str(kept))
    journal.keep()
    Double.objects.filter(state=DoubleState.OPEN, one=gone).delete()
    Double.objects.filter(state=DoubleState.OPEN, other=gone).delete()
    Double.objects.filter(id=double.id).update(state=DoubleState.MERGED, kept=kept)
    _tell(actor, double, "doubles.merged", dossiers)


def undo_merge(*, actor: Actor, double: Double) -> None:
    """Every row as it was; what came since stays with who stayed."""
    may_judge_doubles(actor, double.organisation_id).enforce()
    before = _dossiers(double.one_id, double.other_id)
    keys = {str(one._meta.db_table): str(one._meta.pk.column) for one in apps.get_models(include_auto_created=True)}  # noqa: SLF001
    for entry in MergeEntry.objects.filter(double=double).order_by("-id"):
        restore(entry, keys[entry.table])
    MergeEntry.objects.filter(double=double).delete()
    Double.objects.filter(id=double.id).update(state=DoubleState.DIFFERENT, kept=None)
    _tell(actor, double, "doubles.parted", before | _dossiers(double.one_id, double.other_id))


def _take_highest(journal: Journal, kept: UUID, gone: UUID) -> None:
    """A shield, and the secrecy mark of the BRP, hold for who stays as well."""
    for model, column, key in ((Subject, "shield", "id"), (PersonIdentity, "secrecy", "subject_id")):
        stays, goes = rows(model, key, kept), rows(model, key, gone)
        if stays and goes and _height(goes[0][column]) > _height(stays[0][column]):
            journal.put(model, stays[0], column, goes[0][column])


def _height(value: object) -> int:
    return value if isinstance(value, int) else 0


def _side(subject: UUID) -> Side | None:
    found = Subject.objects.filter(id=subject).first()
    if found is None or not Person.objects.filter(subject=subject).exists():
        return None
    return Side(
        subject,
        found.kind,
        found.controller_id,
        PersonBsn.objects.filter(subject=subject).exists(),
        Account.objects.filter(subject_id=subject).exists(),
        len(_dossiers(subject)),
    )


def _dossiers(*subjects: UUID) -> frozenset[UUID]:
    return frozenset(DossierSubject.objects.filter(subject_id__in=subjects).values_list("dossier_id", flat=True))


def _tell(actor: Actor, double: Double, what: str, dossiers: frozenset[UUID]) -> None:
    """Whoever reads in one of the dossiers may read more of this person now: nothing of that is silent."""
    changed = recompile(dossiers)
    people = [double.one_id, double.other_id]
    ground = f"{double.reason} ({changed} rechten veranderd)"[:400]
    note_deed(what, Part.REGISTER, event=Event.RIGHTS, subjects=people, ground=ground)
    for dossier in sorted(dossiers):
        note_deed(what, Part.DOSSIER_FACE, event=Event.RIGHTS, dossier=dossier, subjects=people, ground=ground)
        leading = Involvement.objects.filter(lasting(actor.at), dossier=dossier, role__in=LEADING_ROLES)
        for account in leading.values_list("account_id", flat=True):
            notify(account=account, kind=NoticeKind.MERGED, dossier=dossier)
