"""Family ties and how people get on, as told in a dossier: who writes them, who sees them, and what is refused."""

from datetime import datetime
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from kring.ground.access.services import hide_from
from kring.ground.audit.models import Change
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import Bond, KinTie
from kring.practice.circle.rules.kin import ChildBond, Ending, KinKind, KinWords, Together, can_be_kin, can_tie
from kring.practice.circle.rules.words import Quality
from kring.practice.circle.services import correct_tie, mark_bond, tell_tie, withdraw_tie
from kring.practice.households.models import Relation
from tests.circle.round import RIA, add
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db

MOTHER = KinWords(KinKind.PARENT, "Stefan")
MARRIED = KinWords(KinKind.PARTNER, "Marloes", Together.MARRIED, since=2012)


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def tell(family: Family, one: UUID, other: UUID, words: KinWords = MOTHER, who: str = "jorien") -> KinTie:
    with family.acting(who) as actor:
        return tell_tie(actor=actor, dossier=family.id, pair=(one, other), words=words)


def seen(family: Family, who: str) -> set[str]:
    with family.acting(who):
        return {row.told_by for row in KinTie.objects.all()}


@pytest.mark.parametrize("who", ["jorien", "naima", "marloes", "stefan"])
def test_the_family_and_who_leads_write_a_tie_and_read_it(family: Family, who: str) -> None:
    tell(family, add(family).pk, family.subject("Stefan de Wit"), who=who)
    assert seen(family, "jorien") == {"Stefan"}


@pytest.mark.parametrize("who", ["mark", "henk", "fatima", "annet"])
def test_nobody_else_writes_or_reads_one(family: Family, who: str) -> None:
    oma = add(family).pk
    with pytest.raises(Refused):
        tell(family, oma, family.subject("Stefan de Wit"), who=who)
    tell(family, oma, family.subject("Stefan de Wit"))
    assert seen(family, who) == set()


def test_a_tie_is_hidden_with_one_of_its_ends_and_the_others_still_see_it(family: Family) -> None:
    oma = add(family, who="jorien").pk
    tell(family, oma, family.subject("Stefan de Wit"))
    with family.acting("jorien") as jorien:
        mark_bond(
            actor=jorien, dossier=family.id, pair=(family.subject("Finn"), oma), quality=Quality.CLOSE, told_by="Finn"
        )
        hide_from(actor=jorien, dossier=family.id, subject=oma, reader=family.subject("Marloes Bakker"))
    with family.acting("marloes"):
        assert (KinTie.objects.count(), Bond.objects.count()) == (0, 0)
    with family.acting("stefan"):
        assert (KinTie.objects.count(), Bond.objects.count()) == (1, 1)


def test_partners_are_one_tie_either_way_round(family: Family) -> None:
    marloes, stefan = family.subject("Marloes Bakker"), family.subject("Stefan de Wit")
    tell(family, marloes, stefan, MARRIED)
    with pytest.raises(Refused, match="al opgeschreven"):
        tell(family, stefan, marloes, MARRIED)


def test_nobody_is_parent_of_an_own_ancestor(family: Family) -> None:
    oma, stefan, finn = add(family).pk, family.subject("Stefan de Wit"), family.subject("Finn")
    tell(family, oma, stefan)
    tell(family, stefan, finn)
    with pytest.raises(Refused, match="eigen ouder of grootouder"):
        tell(family, finn, oma)


def test_a_parent_by_the_register_counts_for_that_too(family: Family) -> None:
    finn, stefan = family.subject("Finn"), family.subject("Stefan de Wit")
    with speaking_as(DatabaseRole.IMPORT):
        Relation.objects.create(subject_id=stefan, other_id=finn, kind="parent", source="BRP")
    with pytest.raises(Refused, match="eigen ouder"):
        tell(family, finn, stefan)


def test_what_the_register_says_is_contradicted_beside_it(family: Family) -> None:
    finn, stefan = family.subject("Finn"), family.subject("Stefan de Wit")
    with speaking_as(DatabaseRole.IMPORT):
        Relation.objects.create(subject_id=stefan, other_id=finn, kind="parent", source="BRP")
    tie = tell(family, stefan, finn, KinWords(KinKind.PARENT, "Marloes", denies=True))
    assert tie.denies
    with family.acting("jorien"):
        assert Relation.objects.count() == 1


def test_the_end_of_a_marriage_is_a_correction_and_what_it_was_is_kept(family: Family) -> None:
    tie = tell(family, family.subject("Marloes Bakker"), family.subject("Stefan de Wit"), MARRIED)
    ended = KinWords(KinKind.PARTNER, "Marloes", Together.MARRIED, Ending.DIVORCED, since=2012, until=2025)
    with family.acting("marloes") as marloes:
        correct_tie(actor=marloes, tie=tie, words=ended)
        row = KinTie.objects.get(id=tie.id)
    assert (row.ending, row.until) == (Ending.DIVORCED, 2025)
    with speaking_as(DatabaseRole.OWNER):
        assert Change.objects.filter(row=str(tie.id), deed="changed").count() == 1


def test_a_tie_is_withdrawn_with_a_reason_once(family: Family) -> None:
    tie = tell(family, add(family).pk, family.subject("Stefan de Wit"))
    with family.acting("jorien") as jorien:
        with pytest.raises(Refused, match="waarom"):
            withdraw_tie(actor=jorien, tie=tie, because=" ")
        withdraw_tie(actor=jorien, tie=tie, because="Truus is de moeder van Marloes.")
        with pytest.raises(Refused, match="al ingetrokken"):
            withdraw_tie(actor=jorien, tie=tie, because="nog eens")


def test_how_two_people_get_on_is_one_thing_at_a_time(family: Family) -> None:
    finn, lotte = family.subject("Finn"), family.subject("Lotte")
    with family.acting("marloes") as actor:
        for quality in (Quality.TENSE, Quality.VIOLENT, Quality.CLOSE):
            mark_bond(actor=actor, dossier=family.id, pair=(lotte, finn), quality=quality, told_by="Marloes")
        assert [row.quality for row in Bond.objects.filter(until=None)] == [Quality.CLOSE]
        mark_bond(actor=actor, dossier=family.id, pair=(finn, lotte), quality=None, told_by="Marloes")
        assert not Bond.objects.filter(until=None).exists()


def test_a_tie_is_between_people_of_this_dossier(family: Family) -> None:
    stranger = UUID("99999999-9999-4999-8999-999999999999")
    with pytest.raises(Refused, match="hoort niet bij dit dossier"):
        tell(family, stranger, family.subject("Finn"))


def test_the_database_keeps_nonsense_out_too(family: Family) -> None:
    tie = tell(family, add(family, RIA).pk, family.subject("Finn"))
    with family.acting("jorien"), pytest.raises(DatabaseError, match="kin_fits_its_kind"), transaction.atomic():
        KinTie.objects.filter(id=tie.id).update(ending=Ending.DIVORCED)


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (KinWords(KinKind.PARENT, " "), "wie dit vertelde"),
        (KinWords(KinKind.PARTNER, "Truus", Together.MARRIED, since=2027), "jaren"),
        (KinWords(KinKind.PARTNER, "Truus", Together.MARRIED, Ending.DIVORCED, since=2010, until=2009), "jaren"),
        (KinWords(KinKind.PARTNER, "Truus", Together.MARRIED, since=2001, until=2009), "hoe deze relatie"),
        (KinWords(KinKind.PARENT, "Truus", bond=ChildBond.FOSTER, since=2020), ""),
        (KinWords(KinKind.TWIN, "Truus", identical=True), ""),
    ],
)
def test_what_must_be_right(words: KinWords, refused: str) -> None:
    verdict = can_tie(words, 2026)
    assert bool(verdict) is (refused == "")
    assert refused in str(verdict.reason or "")


def test_nobody_is_kin_to_oneself() -> None:
    one = UUID(int=1)
    assert not can_be_kin(one, one, KinKind.TWIN, ())
