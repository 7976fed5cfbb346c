"""A family tie of the register is read from either end, by who may know of both; by nobody else."""

from datetime import datetime

import pytest

from kring.ground.access.roles import TEAM_PROFESSIONAL
from kring.ground.shared.database import DatabaseRole
from kring.practice.households.models import Relation
from tests.access.people import give_role, make_dossier, make_subject
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime) -> Family:
    """Stefan is father of Finn, and of Bo, who lives with another family that Henk works with."""
    family = make_family(now)
    bo = make_subject(family.town.municipality, "Bo")
    other = make_dossier(family.town, "Gezin Smit", [(bo, "kind")])
    give_role(family.town, other, family.town.henk, TEAM_PROFESSIONAL)
    with speaking_as(DatabaseRole.IMPORT):
        for child in (family.subject("Finn"), bo.id):
            Relation.objects.create(
                subject_id=family.subject("Stefan de Wit"), other_id=child, kind="parent", source="BRP"
            )
    return family


def seen(family: Family, who: str) -> set[str]:
    with family.acting(who):
        return set(Relation.objects.values_list("kind", flat=True))


def test_who_sees_one_end_only_sees_no_tie(family: Family) -> None:
    assert seen(family, "henk") == set()


def test_the_twin_who_sees_both_ends_sees_the_tie_and_no_other(family: Family) -> None:
    with family.acting("jorien"):
        assert [row.other_id for row in Relation.objects.all()] == [family.subject("Finn")]


def test_it_is_read_from_the_end_of_the_father_too(family: Family) -> None:
    assert seen(family, "stefan") == {"parent"}


def test_the_other_parent_reads_no_tie_of_somebody_else(family: Family) -> None:
    """Marloes knows who Stefan and Finn are; that tie is told to who reads the ties of one of them."""
    assert seen(family, "marloes") == set()
