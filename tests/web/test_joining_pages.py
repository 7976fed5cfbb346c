"""Wie er meewerkt: by real pages and real buttons, a professional joins and leaves."""

from datetime import datetime

import pytest

from tests.plans.family import Family, make_family
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


@pytest.fixture
def jorien(family: Family) -> Visitor:
    return signed_in(family.town.jorien.id)


def people(family: Family) -> str:
    return f"/dossier/{family.id}/personen/"


def asked(visitor: Visitor, family: Family, **other: list[str]) -> Page:
    given: dict[str, str | list[str]] = {
        "account": str(family.town.henk.id), "role": "teamprofessional", "laws": ["jeugdwet"],
        "ground": "begeleidt Finn",
    }  # fmt: skip
    return visitor.press(visitor.get(f"{people(family)}erbij/"), "Vraag erbij", given | other)


def test_somebody_joins_and_leaves_again(family: Family, jorien: Visitor) -> None:
    henk = family.town.henk.display_name
    page = asked(jorien, family)
    assert f"{henk} werkt nu mee" in page.text
    [stop] = [link for link in page.links() if "/meewerken/" in link]
    page = jorien.press(jorien.get(stop), "Stop het meewerken", {"reason": "de hulp is klaar"})
    assert f"{henk} ziet dit dossier niet meer." in page.text
    assert not [link for link in page.links() if "/meewerken/" in link]


def test_without_a_law_the_form_comes_back_with_what_is_wrong(family: Family, jorien: Visitor) -> None:
    page = asked(jorien, family, laws=[])
    assert page.status == 422
    assert "Kies voor welke wet deze professional hier werkt." in page.text


def test_who_leads_cannot_be_stopped_here(family: Family, jorien: Visitor) -> None:
    assert jorien.get(f"{people(family)}meewerken/{family.town.naima.id}/stoppen/").status == 404


def test_the_family_sees_who_works_along_and_has_no_button(family: Family, jorien: Visitor) -> None:
    asked(jorien, family)
    marloes = signed_in(family.marloes.id)
    page = marloes.get(people(family))
    assert family.town.henk.display_name in page.text
    assert not [link for link in page.links() if "erbij" in link or "/meewerken/" in link]
    assert marloes.get(f"{people(family)}erbij/").status == 403


@pytest.mark.parametrize("place", ["", "erbij/"])
def test_at_most_ten_statements(family: Family, jorien: Visitor, place: str) -> None:
    asked(jorien, family)
    with statements() as found:
        jorien.get(f"{people(family)}{place}")
    assert len(found) <= 10
