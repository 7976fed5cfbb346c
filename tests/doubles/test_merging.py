"""Two people who are one: everything goes to who stays, nothing is lost, and undoing restores every row."""

import json
import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import UUIDField

from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account, AccountKind, DossierSubject, Involvement, Subject
from kring.ground.access.roles import DATA_STEWARD
from kring.ground.access.services import recompile
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation
from kring.ground.shared.database import DatabaseRole
from kring.oversight.doubles.columns import NAMED, naming
from kring.oversight.doubles.models import Double, DoubleState, MergeEntry
from kring.oversight.doubles.services import merge, undo_merge
from kring.practice.households.models import PersonBsn, PersonIdentity
from tests.access.people import make_town
from tests.conftest import speaking_as
from tests.retention.everything import rows, two_families
from tests.rights.everything import Somebody, without_constraints

pytestmark = pytest.mark.django_db

GROWS = {
    "audit_logline", "audit_change", "agenda_notice", "doubles_double", "doubles_mergeentry", "access_grant",
    "drawings_drawing",
}  # fmt: skip
"""What is remembered of the merge itself; grants are compared without the number of their row. Kept pictures are
thrown away with every change, and drawn again."""


class Two:
    """Somebody who stands in the register twice, with something in every field of every model."""

    def __init__(self, at: datetime) -> None:
        self.town: Organisation = make_town(at).municipality
        self.her, self.him = two_families(self.town.id)
        role = frozenset({(DATA_STEWARD.code, self.town.id)})
        self.actor = Actor(system_actor(at).id, AccountKind.ACCOUNT, at, role)
        one, other = sorted((self.her.subject, self.him.subject))
        with without_constraints():
            Double.objects.all().delete()
            PersonBsn.objects.filter(subject_id=self.him.subject).delete()
            Account.objects.filter(subject_id=self.him.subject).update(subject_id=None)
            PersonIdentity.objects.filter(subject_id=self.her.subject).update(secrecy=False)
            Subject.objects.filter(id=self.him.subject).update(shield=3)
            Involvement.objects.update(role="regisseur", laws=["wmo"])
            self.double = Double.objects.create(
                organisation=self.town, one_id=one, other_id=other, facts=[{}, {}], found_on=at.date(),
                state=DoubleState.MERGING, reason="Zelfde geboortedatum en huisarts", decided_at=at,
            )  # fmt: skip
        with speaking_as(DatabaseRole.MERGE), acting(self.actor):
            recompile(set(DossierSubject.objects.values_list("dossier_id", flat=True)))

    def merge(self) -> None:
        with speaking_as(DatabaseRole.MERGE), recording("test.merge"), acting(self.actor):
            merge(actor=self.actor, double=self.double)

    def undo(self) -> None:
        with speaking_as(DatabaseRole.MERGE), recording("test.merge"), acting(self.actor):
            undo_merge(actor=self.actor, double=Double.objects.get(id=self.double.id))


@pytest.fixture
def two(now: datetime) -> Iterator[Two]:
    """Rows that only seem to refer to others; so at the end nobody asks whether they do."""
    yield Two(now)
    transaction.set_rollback(True)


def kept_rows() -> list[tuple[str, str]]:
    return sorted(row for row in rows() if row[0] not in GROWS)


def grants() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("select (to_jsonb(g) - 'id')::text from access_grant g order by 1")
        found = [row for (row,) in cursor.fetchall()]
        cursor.execute("set session authorization kring_app")
    return found


def naming_rows(somebody: Somebody) -> set[str]:
    """Tables in which a column that names a person names this one."""
    found = set()
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        for one in naming():
            cursor.execute(
                f'select count(*) from "{one.table}" where "{one.column}"::text = %s', [str(somebody.subject)]
            )
            if cursor.fetchone()[0]:
                found.add(one.table)
        cursor.execute("set session authorization kring_app")
    return found


THINGS = frozenset({
    "access.Grant.key", "access.Withholding.document", "agenda.Notice.dossier", "audit.Change.dossier",
    "audit.Change.subject", "audit.LogLine.dossier", "audit.LogLine.thing", "doubles.Double.kept",
    "households.PersonAddress.area", "households.Stay.home", "retention.DestructionLine.dossier",
    "retention.DestructionLine.request", "retention.DestructionLine.subject", "studies.StudyKey.household",
})  # fmt: skip
"""Keys without a relation that name no person, or that only remember one; grants are compiled anew."""
ACCOUNTS = re.compile(r"_by$|\.(account|actor|responsible)$")


def test_no_column_names_a_person_without_a_relation_or_a_word_about_it() -> None:
    """A new one joins a merge by a relation, or is looked at here."""
    keys = {
        f"{model._meta.label}.{one.name}"
        for model in apps.get_models()
        for one in model._meta.concrete_fields
        if isinstance(one, UUIDField) and not one.primary_key and one.name in getattr(model, "personal", ())
    }
    told = {f"{label}.{name}" for label, names in NAMED.items() for name in names}
    assert {key for key in keys if not ACCOUNTS.search(key)} == THINGS | told


def test_everything_that_named_the_one_names_the_other(two: Two) -> None:
    assert len(naming_rows(two.him)) > 25, "before, he was everywhere"
    two.merge()
    assert naming_rows(two.him) == set()


def test_what_cannot_be_there_twice_is_kept_in_the_journal(two: Two) -> None:
    two.merge()
    with speaking_as(DatabaseRole.MERGE):
        aside = list(MergeEntry.objects.filter(column=""))
    assert {"households_person", "households_personidentity"} <= {one.table for one in aside}
    assert any(two.him.name in json.dumps(one.before) for one in aside)


def test_shield_and_secrecy_are_the_highest_of_the_two(two: Two) -> None:
    two.merge()
    with speaking_as(DatabaseRole.MERGE):
        assert Subject.objects.get(id=two.her.subject).shield == 3
        assert PersonIdentity.objects.get(subject_id=two.her.subject).secrecy


def test_undoing_restores_every_row_of_every_table_byte_for_byte(two: Two) -> None:
    before, rights = kept_rows(), grants()
    two.merge()
    assert kept_rows() != before
    two.undo()
    assert kept_rows() == before
    assert grants() == rights
    with speaking_as(DatabaseRole.MERGE):
        assert Double.objects.get(id=two.double.id).state == DoubleState.DIFFERENT
        assert not MergeEntry.objects.filter(double=two.double).exists()
