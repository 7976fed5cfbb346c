"""Gezin De Wit-Bakker with oma Truus, mother of Stefan, and the late opa Piet; who the parents are is registered."""

from datetime import datetime
from uuid import UUID

from kring.ground.shared.database import DatabaseRole
from kring.practice.circle.rules.content import MemberWords
from kring.practice.circle.rules.kin import Beside, Ending, KinKind, KinWords, Together
from kring.practice.circle.rules.words import Sector, Sex
from kring.practice.circle.services import NewRelative, add_relative
from kring.practice.households.models import Relation
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

TRUUS = MemberWords("Truus de Wit", "oma", Sector.FAMILY, Sex.FEMALE, 1958)
PIET = MemberWords("Piet de Wit", "opa", Sector.FAMILY, Sex.MALE, 1950, deceased=True, died_year=2019)
TOLD = KinWords(KinKind.PARENT, "Stefan")
WIDOWED = KinWords(KinKind.PARTNER, "Stefan", Together.MARRIED, Ending.WIDOWED, since=1980, until=2019)


def related(now: datetime) -> Family:
    """As the register gives it: Marloes and Stefan are the parents of Finn and Lotte."""
    family = make_family(now)
    with speaking_as(DatabaseRole.IMPORT):
        for parent in ("Marloes Bakker", "Stefan de Wit"):
            for child in ("Finn", "Lotte"):
                Relation.objects.create(
                    subject_id=family.subject(parent), other_id=family.subject(child), kind="parent", source="BRP"
                )
    return family


def add(family: Family, beside: Beside, who: MemberWords, words: KinWords = TOLD, near: UUID | None = None) -> UUID:
    with family.acting("jorien") as jorien:
        return add_relative(
            actor=jorien,
            dossier=family.id,
            near=near or family.subject("Stefan de Wit"),
            relative=NewRelative(beside, who, words),
        )


def grown(now: datetime) -> tuple[Family, UUID]:
    """With both grandparents; gives Truus."""
    family = related(now)
    truus = add(family, Beside.PARENT, TRUUS)
    piet = add(family, Beside.PARTNER, PIET, WIDOWED, near=truus)
    with family.acting("jorien") as jorien:
        add_relative(
            actor=jorien, dossier=family.id, near=family.subject("Stefan de Wit"),
            relative=NewRelative(Beside.PARENT, piet, TOLD),
        )  # fmt: skip
    return family, truus
