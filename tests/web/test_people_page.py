"""Personen: by real pages and real buttons, how somebody is reached."""

from datetime import datetime

import pytest

from kring.ground.shared.levels import Level
from kring.practice.households.models import PersonContact
from tests.plans.family import Family, make_family
from tests.web.statements import statements
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def place(family: Family) -> str:
    return f"/dossier/{family.id}/personen/"


def added(visitor: Visitor, family: Family, value: str = "06 1234 5678", kind: str = "phone") -> str:
    page = visitor.get(f"{place(family)}{family.subject('Finn')}/toevoegen/")
    return visitor.press(page, "Opslaan", {"kind": kind, "value": value}).text


def test_a_number_is_added_put_right_and_ended(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    assert "06 1234 5678" in added(visitor, family)
    page = visitor.get(place(family))
    [change] = [link for link in page.links() if "/bereikbaar/" in link]
    page = visitor.press(visitor.get(change), "Verbetering opslaan", {"value": "06 1234 5679"})
    assert "06 1234 5679" in page.text
    page = visitor.press(visitor.get(change), "Dit klopt niet meer")
    assert "06 1234 5679" not in page.text
    with family.acting("jorien"):
        assert PersonContact.objects.get().ended_on is not None


def test_what_is_wrong_comes_back_beside_the_field(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    assert "Dit is geen telefoonnummer." in added(visitor, family, "onbekend")
    with family.acting("jorien"):
        assert PersonContact.objects.count() == 0


def test_the_levels_that_one_does_not_read_are_not_offered(family: Family) -> None:
    page = signed_in(family.town.jorien.id).get(f"{place(family)}{family.subject('Finn')}/toevoegen/")
    assert page.tree.xpath("//input[@name='level']/@value") == [str(Level.CONTACT.value)]


def test_a_member_of_the_family_reads_and_writes_nothing(family: Family) -> None:
    added(signed_in(family.town.jorien.id), family, "De Kruidentuin", "school")
    marloes = signed_in(family.marloes.id)
    page = marloes.get(place(family))
    assert page.status == 200
    assert "De Kruidentuin" not in page.text
    assert "toevoegen" not in page.text
    assert marloes.get(f"{place(family)}{family.subject('Finn')}/toevoegen/").status == 403


def test_at_most_ten_statements(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    added(visitor, family)
    with statements() as asked:
        visitor.get(place(family))
    assert len(asked) <= 10
