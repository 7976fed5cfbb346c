"""One file is one delivery: stored with its report, the same file again changes nothing, and it can be undone."""

from datetime import datetime

import pytest

from kring.exchange.models import Delivery, DeliveryKind, DeliveryLine, DeliveryState, JournalEntry
from kring.exchange.services import undo
from kring.exchange.session import Outcome
from kring.ground.access.actor import acting
from kring.ground.areas.models import AddressPoint, Neighbourhood
from kring.ground.areas.queries import areas_by_name, areas_of
from kring.ground.shared.verdict import Refused
from tests.access.people import actor_of
from tests.exchange_store.town import Register, importing, make_register

pytestmark = pytest.mark.django_db

HEAD = "postcode;huisnummer;x;y;buurtcode;buurt;gemeentecode;gebied\n"
DIJK = "1781AB;12;114000;552000;BU09990001;Oude Dijk;0999;Noord\n"
KADE = "1781AC;3;114200,5;552100;BU09990002;Kade;0999;Haven\n"
ADDRESSES = DeliveryKind.ADDRESSES


@pytest.fixture
def register(now: datetime) -> Register:
    return make_register(now)


def test_addresses_are_stored_with_their_neighbourhood_and_area(register: Register) -> None:
    result = register.bring(ADDRESSES, HEAD + DIJK + KADE)

    assert (result.state, result.rows, result.counts[Outcome.CREATED]) == (DeliveryState.DONE, 2, 2)
    with importing():
        noord = areas_by_name(register.controller.id)["Noord"]
        assert areas_of([("1781AB", 12), ("1781AB", 99)]) == {("1781AB", 12): noord}


def test_the_same_file_again_changes_nothing_and_says_so(register: Register) -> None:
    first = register.bring(ADDRESSES, HEAD + DIJK)
    again = register.bring(ADDRESSES, HEAD + DIJK)

    assert (again.state, again.number) == (DeliveryState.UNCHANGED, first.number)
    with importing():
        assert Delivery.objects.count() == 1
        assert JournalEntry.objects.count() == 2


def test_the_same_rows_in_another_file_are_unchanged_row_by_row(register: Register) -> None:
    register.bring(ADDRESSES, HEAD + DIJK + KADE)
    result = register.bring(ADDRESSES, HEAD + KADE + DIJK)

    assert result.state is DeliveryState.DONE
    assert result.counts == {Outcome.UNCHANGED: 2}


def test_a_bad_row_is_reported_and_the_others_are_stored(register: Register) -> None:
    result = register.bring(ADDRESSES, HEAD + DIJK.replace("1781AB", "onbekend") + KADE)

    assert result.counts[Outcome.REFUSED] == 1
    assert result.counts[Outcome.CREATED] == 1
    with importing():
        line = DeliveryLine.objects.get()
    assert (line.line, line.field) == (2, "postcode")
    assert "onbekend" not in line.what + line.why + line.todo


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("postcode;nummer\n1781AB;12\n", "De kolommen kloppen niet."),
        (HEAD, "Het bestand heeft geen regels."),
        (HEAD + DIJK.replace("Noord", "Nord"), "Het gebied «Nord» bestaat niet in deze gemeente."),
        (HEAD + DIJK.replace("0999", "0998"), "Deze regel is van een andere gemeente."),
    ],
)
def test_a_file_that_is_refused_stores_nothing(register: Register, content: str, says: str) -> None:
    result = register.bring(ADDRESSES, content)

    assert result.state is DeliveryState.REFUSED
    assert [finding.what for finding in result.findings] == [says]
    with importing():
        assert not Neighbourhood.objects.exists()
        assert Delivery.objects.get().state == DeliveryState.REFUSED


def test_a_refused_file_again_is_not_written_down_twice(register: Register) -> None:
    content = HEAD + DIJK.replace("Noord", "Nord")
    first = register.bring(ADDRESSES, content)
    again = register.bring(ADDRESSES, content)

    assert (again.state, again.number) == (DeliveryState.REFUSED, first.number)
    with importing():
        assert Delivery.objects.count() == 1


def test_rows_that_were_refused_may_be_tried_again_with_the_same_report(register: Register) -> None:
    content = HEAD + DIJK.replace("1781AB", "onbekend") + KADE
    first = register.bring(ADDRESSES, content)
    again = register.bring(ADDRESSES, content)

    assert (again.state, again.number) == (DeliveryState.UNCHANGED, first.number)


def test_undoing_takes_away_what_was_new_and_puts_back_what_was_changed(register: Register) -> None:
    register.bring(ADDRESSES, HEAD + DIJK)
    second = register.bring(ADDRESSES, HEAD + DIJK.replace("114000", "114001") + KADE)
    undone = back(register, second.number)

    assert (undone, points()) == (0, {"1781AB": 114000.0})


def test_after_undoing_the_file_may_come_again(register: Register) -> None:
    first = register.bring(ADDRESSES, HEAD + DIJK)
    back(register, first.number)
    again = register.bring(ADDRESSES, HEAD + DIJK)

    assert again.state is DeliveryState.DONE
    assert again.number > first.number


def test_a_row_that_a_later_delivery_changed_stays_and_is_named(register: Register) -> None:
    first = register.bring(ADDRESSES, HEAD + DIJK + KADE)
    second = register.bring(ADDRESSES, HEAD + DIJK.replace("114000", "114001"))

    with importing():
        undone = undo(actor=register.system, delivery=Delivery.objects.get(number=first.number))
    named = [left for left in undone.left if left.line == 2]
    assert [left.why for left in named] == [f"Levering {second.number} heeft de rij daarna gewijzigd."]
    assert points() == {"1781AB": 114001.0}
    with importing():
        assert [n.name for n in Neighbourhood.objects.all()] == ["Oude Dijk"]
        assert DeliveryLine.objects.filter(delivery__number=first.number, line=2).count() == 1


def test_undoing_newest_first_leaves_nothing(register: Register) -> None:
    numbers = [
        register.bring(ADDRESSES, content).number
        for content in (HEAD + DIJK, HEAD + DIJK.replace("114000", "114001"), HEAD + DIJK.replace("Dijk", "Laan"))
    ]
    assert [back(register, number) for number in reversed(numbers)] == [0, 0, 0]
    assert points() == {}


def test_a_row_that_is_used_stays(register: Register) -> None:
    """Another delivery put an address in the neighbourhood: it cannot go, though nobody changed it."""
    first = register.bring(ADDRESSES, HEAD + DIJK)
    register.bring(ADDRESSES, HEAD + DIJK.replace(";12;", ";14;"))

    with importing():
        undone = undo(actor=register.system, delivery=Delivery.objects.get(number=first.number))
    assert [(left.kind, left.why) for left in undone.left] == [("buurt", "De rij wordt inmiddels gebruikt.")]
    assert points() == {"1781AB": 114000.0}


def test_a_delivery_is_undone_once(register: Register) -> None:
    number = register.bring(ADDRESSES, HEAD + DIJK).number
    back(register, number)

    with pytest.raises(Refused, match="teruggedraaid"):
        back(register, number)


def test_someone_without_the_role_brings_nothing(register: Register) -> None:
    jorien = actor_of(register.town.jorien.id, register.town.at)
    from_jorien = Register(register.town, register.ruben)
    with pytest.raises(Refused, match="gegevensbeheerder"), importing(), acting(jorien):
        undo(actor=jorien, delivery=Delivery(organisation=from_jorien.controller))


def back(register: Register, number: int) -> int:
    with importing():
        return len(undo(actor=register.system, delivery=Delivery.objects.get(number=number)).left)


def points() -> dict[str, float]:
    with importing():
        return dict(AddressPoint.objects.order_by("postcode", "-number").values_list("postcode", "x"))
