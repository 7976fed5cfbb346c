"""Professionals: by real pages and real buttons, who is who round a family, and nobody twice."""

import re
from datetime import date, datetime

import pytest

from kring.ground.access.actor import acting
from kring.ground.access.models import Grant, Party
from kring.ground.access.roles import EXTERNAL, TEAM_PROFESSIONAL
from kring.ground.access.services import involve
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.practice.care.models import Helper, Provider, Provision
from tests.access.people import actor_of, give_role
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db
RALPH = {
    "name": "Ralph Vermeer", "function": "psycholoog", "organisation": "GGZ Waard", "phone": "088 000 99 01",
    "source": "gezin", "since": "1-3-2026",
}  # fmt: skip


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def place(family: Family) -> str:
    return f"/dossier/{family.id}/betrokken/"


def jorien(family: Family) -> Visitor:
    return signed_in(family.town.jorien.id)


def add(family: Family, visitor: Visitor, **other: str) -> Page:
    return visitor.press(visitor.get(f"{place(family)}erbij/"), "Opslaan", {**RALPH, **other})


def lines(page: Page) -> dict[str, str]:
    """By name, the words of the line; now only."""
    rows = page.tree.xpath("(//table)[1]/tbody/tr")
    return {
        re.sub(r"\s+", " ", row.xpath("string(th/text())")).strip(): re.sub(r"\s+", " ", row.xpath("string(.)"))
        for row in rows
    }


def help_of(family: Family, name: str, law: str, helper: str) -> None:
    """Help of one member under one law, with a professional, as an import leaves it."""
    with speaking_as(DatabaseRole.IMPORT):
        provider = Provider.objects.create(name="GGZ Waard")
        provision = Provision.objects.create(
            subject_id=family.subject(name), law=law, product="behandeling", provider=provider, source="proef",
            started_on=date(2026, 2, 1),
        )  # fmt: skip
        Helper.objects.create(provision=provision, subject_id=family.subject(name), law=law, name=helper)


class TestWriting:
    def test_somebody_is_added_and_taken_back_by_the_button_of_the_message(self, family: Family) -> None:
        visitor = jorien(family)
        page = add(family, visitor)
        assert "psycholoog" in lines(page)["Ralph Vermeer"]
        assert "verteld door het gezin" in lines(page)["Ralph Vermeer"]
        assert "Ralph Vermeer" not in lines(visitor.press(page, "Ongedaan maken"))

    def test_the_same_person_is_not_added_twice(self, family: Family) -> None:
        visitor = jorien(family)
        add(family, visitor)
        page = add(family, visitor, name="ralph vermeer")
        assert (page.status, "staat er al" in page.text) == (422, True)

    def test_it_is_put_right_ended_and_withdrawn(self, family: Family) -> None:
        visitor = jorien(family)
        [link] = [one for one in add(family, visitor).links() if re.search(r"/betrokken/[0-9a-f-]{36}/$", one)]
        page = visitor.press(visitor.get(link), "Verbetering opslaan", {"phone": "088 000 99 02"})
        assert "088 000 99 02" in lines(page)["Ralph Vermeer"]
        [past] = [one for one in visitor.get(link).links() if "/geschiedenis/" in one]
        assert "088 000 99 01" in visitor.get(past).text
        page = visitor.press(visitor.get(f"{link}stoppen/"), "Opslaan", {"on": "1-10-2026"})
        assert "Ralph Vermeer" not in lines(page)
        assert "Ralph Vermeer" in page.text
        page = visitor.press(visitor.get(f"{link}intrekken/"), "Trek in", {"reason": "Andere familie."})
        assert "Ralph Vermeer" not in page.text

    def test_being_written_down_opens_nothing(self, family: Family) -> None:
        with family.acting("jorien"):
            before = Grant.objects.count()
        add(family, jorien(family))
        with family.acting("jorien"):
            assert Grant.objects.count() == before

    def test_who_has_a_task_reads_and_does_not_write(self, family: Family) -> None:
        give_role(family.town, family.dossier, family.town.henk, TEAM_PROFESSIONAL, ["wmo"])
        add(family, jorien(family))
        henk = signed_in(family.town.henk.id)
        assert "Ralph Vermeer" in lines(henk.get(place(family)))
        assert "Wijzigen" not in henk.get(place(family)).text
        assert henk.get(f"{place(family)}erbij/").status == 403

    def test_who_works_along_is_not_put_right_here(self, family: Family) -> None:
        with family.acting("jorien"):
            row = Party.objects.filter(account=family.town.naima.id).get()
        assert jorien(family).get(f"{place(family)}{row.id}/").status == 404


class TestNobodyTwice:
    def test_who_comes_to_work_along_was_written_down_before(self, family: Family, now: datetime) -> None:
        visitor = jorien(family)
        add(family, visitor, name="Fatima Amrani", organisation="Jeugdzorg De Kade", phone="088 000 99 03")
        leads = actor_of(family.town.jorien.id, now)
        with recording("test"), acting(leads, dossier=family.id):
            involve(
                actor=leads, dossier=family.dossier, account=family.town.fatima, role=EXTERNAL.code, ground="werkt mee"
            )
        page = visitor.get(place(family))
        assert "werkt mee in Kring" in lines(page)["Fatima Amrani"]
        assert page.text.count("Fatima Amrani") == 1

    def test_who_is_known_from_the_help_is_one_line_with_who_was_written_down(self, family: Family) -> None:
        give_role(family.town, family.dossier, family.town.henk, TEAM_PROFESSIONAL, ["zvw"])
        help_of(family, "Marloes Bakker", "zvw", "Ralph Vermeer")
        add(family, jorien(family))
        line = lines(signed_in(family.town.henk.id).get(place(family)))["Ralph Vermeer"]
        assert "verteld door het gezin, genoemd door de aanbieder" in line
        assert "088 000 99 01" in line

    def test_a_professional_of_a_law_that_is_shut_is_not_told(self, family: Family) -> None:
        """Twin: who has that law reads the name."""
        give_role(family.town, family.dossier, family.town.henk, TEAM_PROFESSIONAL, ["zvw"])
        help_of(family, "Marloes Bakker", "zvw", "Ralph Vermeer")
        assert "Ralph Vermeer" in lines(signed_in(family.town.henk.id).get(place(family)))
        assert "Ralph Vermeer" not in jorien(family).get(place(family)).text


class TestFinding:
    def test_by_a_word_and_in_the_order_of_a_head(self, family: Family) -> None:
        visitor = jorien(family)
        add(family, visitor)
        page = visitor.press(visitor.get(place(family)), "Zoek in de lijst", {"q": "ggz psych"})
        assert list(lines(page)) == ["Ralph Vermeer"]
        assert next(iter(lines(visitor.get(f"{place(family)}?sort=-naam")))) == "Ralph Vermeer"
        page = visitor.press(visitor.get(place(family)), "Zoek in de lijst", {"q": "kapper"})
        assert "Niemand gevonden" in page.text

    def test_a_family_reads_who_is_round_it(self, family: Family) -> None:
        add(family, jorien(family))
        page = signed_in(family.marloes.id).get(place(family))
        assert "Ralph Vermeer" in lines(page)
        assert "Professional opschrijven" not in page.text


def test_at_most_ten_statements(family: Family) -> None:
    visitor = jorien(family)
    add(family, visitor)
    with statements() as asked:
        visitor.get(place(family))
    assert len(asked) <= 10
