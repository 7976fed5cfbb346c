"""By what the rows know a person: accounts, names, dossiers, household, pseudonyms. Read as role kring_rights."""

from datetime import date, datetime
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import Q, QuerySet

from kring.ground.access.models import Account, Dossier, DossierSubject, Hidden, Subject, SubjectKind, Withholding
from kring.ground.access.queries import mail_addresses
from kring.ground.shared.levels import Level
from kring.ground.shared.period import day_of
from kring.oversight.rights.belonging import Whose
from kring.practice.households.models import HouseholdMember, Person
from kring.practice.safety.models import AgreementReader, AgreementState


def whose(subject: UUID, asker: UUID | None, *, by_self: bool, at: datetime) -> Whose:
    """`asker` is the account that asks: what is withheld from that person stays so, also in a child's package."""
    accounts = list(Account.objects.filter(subject_id=subject))
    dossiers = _families(subject)
    is_shielded = Subject.objects.filter(id=subject, shield__gte=Level.PROTECTED).exists()
    shielded_in = _shielded_in(dossiers, subject)
    closed = set(Dossier.objects.filter(id__in=dossiers, shield__gte=Level.PROTECTED).values_list("id", flat=True))
    held = _withheld(subject, asker, at)
    begun = [one for one in held if one.started_at and one.started_at <= at]
    return Whose(
        subject=subject,
        names=_names(subject, accounts, dossiers),
        by_self=by_self,
        is_shielded=is_shielded,
        accounts=(ids := frozenset(one.id for one in accounts)),
        emails=frozenset(one.address for one in mail_addresses(ids)),
        dossiers=dossiers,
        closed_dossiers=frozenset() if is_shielded and by_self else frozenset(closed | set(shielded_in.values())),
        opened=_opened(subject),
        shielded=frozenset(shielded_in) if not (is_shielded and by_self) else frozenset(),
        withheld=frozenset(one.id for one in held) | frozenset(one.document for one in begun if one.document),
        withheld_laws=frozenset((one.subject_id, one.law) for one in begun if one.subject_id and one.law),
        hidden=_hidden(subject, asker),
        shown=_shown(subject),
        households=(households := _households(subject, day_of(at))),
        pseudonyms=_pseudonyms(households),
    )


def _of_members(where: Q) -> QuerySet[DossierSubject]:
    return DossierSubject.objects.filter(where)


def _families(subject: UUID) -> frozenset[UUID]:
    """Who stands round a family is no member of it: what is of the family together is not of that person."""
    mine = _of_members(Q(subject_id=subject) & ~Q(subject__kind=SubjectKind.NETWORK))
    return frozenset(mine.values_list("dossier_id", flat=True))


def _shielded_in(dossiers: frozenset[UUID], subject: UUID) -> dict[UUID, UUID]:
    """Others in the same dossiers who are shielded."""
    others = _of_members(Q(dossier_id__in=dossiers, subject__shield__gte=Level.PROTECTED) & ~Q(subject_id=subject))
    return dict(others.values_list("subject_id", "dossier_id"))


def _opened(subject: UUID) -> frozenset[UUID]:
    """By the rule of the own log itself (BR-103)."""
    with connection.cursor() as cursor:
        cursor.execute("select unnest(audit.opened_of(%s::uuid[]))", [[subject]])
        return frozenset(dossier for (dossier,) in cursor.fetchall())


def _withheld(subject: UUID, asker: UUID | None, at: datetime) -> list[Withholding]:
    """What has not ended: the decision from the moment it was asked, the thing itself from its start."""
    asking = Account.objects.filter(id=asker or subject, subject__isnull=False).values_list("subject_id", flat=True)
    return list(Withholding.objects.filter(member_id__in=[subject, *asking]).exclude(ended_at__lte=at))


def _hidden(subject: UUID, asker: UUID | None) -> frozenset[UUID]:
    """Who of the circle is hidden from the person, or from who asks for a child."""
    asking = Account.objects.filter(id=asker or subject, subject__isnull=False).values_list("subject_id", flat=True)
    rows = Hidden.objects.filter(reader_id__in=[subject, *asking], ended_at=None)
    return frozenset(rows.values_list("subject_id", flat=True))


def _shown(subject: UUID) -> frozenset[UUID]:
    """As on the own page: agreements that were made, and not withdrawn."""
    mine = AgreementReader.objects.filter(subject_id=subject, agreement__withdrawn_at=None)
    return frozenset(mine.exclude(agreement__state=AgreementState.DRAFT).values_list("agreement_id", flat=True))


def _names(subject: UUID, accounts: list[Account], dossiers: frozenset[UUID]) -> frozenset[str]:
    """The whole name; and the first name where nobody else in these dossiers has it."""
    people = set(_of_members(Q(dossier_id__in=dossiers)).values_list("subject_id", flat=True)) | {subject}
    names = dict(Person.objects.filter(subject_id__in=people).values_list("subject_id", "display_name"))
    own = {names.get(subject, ""), *(one.display_name for one in accounts)} - {""}
    taken = {_first(name) for key, name in names.items() if key != subject}
    first = {_first(name) for name in own} - taken
    return frozenset(name.casefold() for name in own | first if name)


def _first(name: str) -> str:
    return name.split(" ", maxsplit=1)[0]


def _households(subject: UUID, today: date) -> frozenset[UUID]:
    mine = HouseholdMember.objects.filter(subject_id=subject, started_on__lte=today).exclude(ended_on__lte=today)
    return frozenset(mine.values_list("household_id", flat=True))


def _pseudonyms(households: frozenset[UUID]) -> frozenset[tuple[UUID, str]]:
    keys = apps.get_model("studies.StudyKey").objects.filter(household__in=households)
    return frozenset(keys.values_list("study_id", "pseudonym"))
