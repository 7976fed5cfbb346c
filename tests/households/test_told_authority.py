"""Authority as somebody told it: written, looked up, and never a key to anything."""

from datetime import date, datetime

import pytest

from kring.ground.access import compiler
from kring.ground.access.actor import acting
from kring.ground.access.gates import gate
from kring.ground.access.models import Account, Grant
from kring.ground.audit.trail import recording
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import AuthorityKind, ToldAuthority
from kring.practice.households.rules.authority import Found
from kring.practice.households.services import (
    AuthorityWords,
    Telling,
    check_authority,
    tell_authority,
    withdraw_told_authority,
)
from tests.households.aksoy import Aksoy, make_aksoy

pytestmark = pytest.mark.django_db

TOLD = Telling("Emre Yıldız", date(2026, 10, 20))


@pytest.fixture
def aksoy(now: datetime) -> Aksoy:
    return make_aksoy(now)


def tell(aksoy: Aksoy, who: Account | None = None) -> ToldAuthority:
    """Emre says that he has authority over Ela too."""
    actor = aksoy.actor(who or aksoy.town.naima)
    words = AuthorityWords(aksoy.ela.id, "Elif Aksoy en Emre Yıldız", AuthorityKind.JOINT_PARENTS)
    with recording("test"), acting(actor, dossier=aksoy.dossier.id):
        return tell_authority(actor=actor, dossier=aksoy.dossier.id, words=words, told=TOLD)


def check(aksoy: Aksoy, row: ToldAuthority, found: Found = Found.RIGHT, on: date = date(2026, 10, 28)) -> None:
    with recording("test"), acting(aksoy.naima, dossier=aksoy.dossier.id):
        check_authority(actor=aksoy.naima, told=row, found=found, on=on)


def read(aksoy: Aksoy, who: Account) -> list[tuple[str, date | None, str]]:
    with acting(aksoy.actor(who), dossier=aksoy.dossier.id):
        return list(ToldAuthority.objects.values_list("holder", "checked_on", "found"))


def grants(aksoy: Aksoy) -> set[tuple[object, ...]]:
    with acting(aksoy.actor(aksoy.emre_account)):
        mine = Grant.objects.filter(account=aksoy.emre_account)
        return set(mine.values_list("part", "key", "max_level", "valid_from", "valid_until", "writes"))


def recompiled(aksoy: Aksoy) -> int:
    with acting(aksoy.naima), gate():
        return compiler.recompile_dossier(aksoy.dossier.id)


class TestItOpensNothing:
    @pytest.mark.parametrize("checked", [None, Found.RIGHT, Found.WRONG])
    def test_not_when_told_nor_when_looked_up(self, aksoy: Aksoy, checked: Found | None) -> None:
        """Twin: over Deniz the register gives him authority, and that did make keys."""
        before = grants(aksoy)
        assert aksoy.deniz.id in {key for _part, key, *_rest in before}
        row = tell(aksoy)
        if checked:
            check(aksoy, row, checked)
        assert recompiled(aksoy) == 0
        assert grants(aksoy) == before
        own = {key for part, key, *_rest in before if part == "relation"}
        assert aksoy.ela.id not in own

    def test_the_father_who_says_so_does_not_read_it_either(self, aksoy: Aksoy) -> None:
        tell(aksoy)
        assert read(aksoy, aksoy.town.naima) == [("Elif Aksoy en Emre Yıldız", None, "")]
        assert read(aksoy, aksoy.emre_account) == []


class TestLookingUp:
    def test_what_the_register_says_is_kept_with_its_day(self, aksoy: Aksoy) -> None:
        row = tell(aksoy)
        check(aksoy, row, Found.WRONG)
        assert read(aksoy, aksoy.town.henk) == [("Elif Aksoy en Emre Yıldız", date(2026, 10, 28), "anders")]

    def test_not_before_it_was_told(self, aksoy: Aksoy) -> None:
        row = tell(aksoy)
        with pytest.raises(Refused, match="voordat het verteld werd"):
            check(aksoy, row, on=date(2026, 10, 1))


class TestWhoWrites:
    def test_who_has_a_task_does_not(self, aksoy: Aksoy) -> None:
        with pytest.raises(Refused, match="regisseur"):
            tell(aksoy, aksoy.town.henk)

    def test_what_is_withdrawn_asks_why(self, aksoy: Aksoy) -> None:
        row = tell(aksoy)
        with recording("test"), acting(aksoy.naima, dossier=aksoy.dossier.id):
            with pytest.raises(Refused, match="waarom"):
                withdraw_told_authority(actor=aksoy.naima, told=row, reason="")
            withdraw_told_authority(actor=aksoy.naima, told=row, reason="Bij het verkeerde kind gezet.")
            with pytest.raises(Refused, match="al ingetrokken"):
                check_authority(actor=aksoy.naima, told=row, found=Found.RIGHT, on=date(2026, 10, 28))

    def test_over_a_grown_up_there_is_no_authority(self, aksoy: Aksoy) -> None:
        words = AuthorityWords(aksoy.elif_.id, "Emre Yıldız", AuthorityKind.ONE_PARENT)
        with (
            recording("test"),
            acting(aksoy.naima, dossier=aksoy.dossier.id),
            pytest.raises(Refused, match="18 jaar"),
        ):
            tell_authority(actor=aksoy.naima, dossier=aksoy.dossier.id, words=words, told=TOLD)
