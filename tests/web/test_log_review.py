"""The privacy officer looks the log over: by period, organisation, role and deed; samples; metadata only."""

from datetime import datetime, timedelta

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.parts import Part
from kring.ground.access.services import assign_role
from kring.ground.audit.models import Event, SampledLine
from kring.ground.audit.policy import PRIVACY_OFFICER
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from tests.audit.lines import all_lines, reads
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

ADDRESS, SAMPLE = "/toezicht/log/", "/toezicht/log/steekproef/"
FIND = "Zoek in het log"


@pytest.fixture
def family(now: datetime) -> Family:
    """Henk is the privacy officer of Zeewaard."""
    made = make_family(now)
    system = system_actor(now - timedelta(days=1))
    with recording("test"), acting(system):
        assign_role(
            actor=system,
            account=made.town.henk.id,
            role=roles.PRIVACY_OFFICER.code,
            organisation=made.town.municipality.id,
            ground="aanstelling",
        )
    reads(made.actor("jorien"), Part.PERSON_ADDRESS, dossier=made.id, subjects=[made.subject("Finn")])
    reads(made.actor("naima"), Part.PLAN, dossier=made.id, event=Event.PRINT)
    return made


@pytest.fixture
def henk(family: Family) -> Visitor:
    return signed_in(family.town.henk.id)


def rows(page: Page) -> list[str]:
    return [" ".join(row.text_content().split()) for row in page.tree.xpath("//tbody/tr")]


def test_it_says_who_looked_at_which_part_and_never_what_stood_there(family: Family, henk: Visitor) -> None:
    page = henk.get(ADDRESS)
    [line] = [row for row in rows(page) if "adres" in row]
    assert "Jorien Smit" in line
    assert "Zeewaard, regisseur bekeken" in line
    assert f"dossier {str(family.id)[:8]} 1 persoon" in line
    assert not any(name in page.text for name in ("De Wit", "Finn", "Marloes"))


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"role": "achtervang"}, ["afgedrukt"]),
        ({"event": "print"}, ["afgedrukt"]),
        ({"role": "achtervang", "event": "read"}, []),
        ({"since": "1-1-2020", "until": "2-1-2020"}, []),
        ({"kind": "noodknop"}, []),
    ],
)
def test_it_is_searched_by_what_was_done_and_by_whom(
    family: Family, henk: Visitor, answers: dict[str, str], found: list[str]
) -> None:
    page = henk.press(henk.get(ADDRESS), FIND, answers)
    assert [word for row in rows(page) for word in found if word in row] == found
    assert len(rows(page)) == len(found)


def test_it_is_searched_by_organisation(family: Family, henk: Visitor) -> None:
    page = henk.press(henk.get(ADDRESS), FIND, {"organisation": str(family.town.provider.id)})
    assert rows(page) == []


def test_refused_attempts_stand_together_with_their_reason(family: Family, henk: Visitor) -> None:
    fatima = signed_in(family.town.fatima.id)
    assert fatima.get(ADDRESS).status == 403
    page = signed_in(family.marloes.id).get(ADDRESS)
    assert page.status == 403
    signed_in(family.town.naima.id).get(SAMPLE)
    found = rows(henk.press(henk.get(ADDRESS), FIND, {"kind": "geweigerd"}))
    assert len(found) == 1
    assert "Naima Haddou" in found[0]
    assert "Alleen de functionaris gegevensbescherming" in found[0]


def test_a_search_for_somebody_who_is_protected_stands_out(family: Family, henk: Visitor) -> None:
    finn = [family.subject("Finn")]
    reads(family.actor("mark"), Part.PERSON, dossier=family.id, subjects=finn, event=Event.SEARCH)
    choose = {"kind": "beschermd"}
    assert rows(henk.press(henk.get(ADDRESS), FIND, choose)) == []
    with speaking_as(DatabaseRole.IMPORT):
        family.subjects["Finn"].shield = 4
        family.subjects["Finn"].save(update_fields=["shield"])
    [line] = rows(henk.press(henk.get(ADDRESS), FIND, choose))
    assert "Mark de Boer" in line


def test_a_sample_is_drawn_by_chance_and_looked_at(family: Family, henk: Visitor) -> None:
    for number in range(20):
        reads(family.actor("jorien"), Part.TASK, dossier=family.id, what=f"test.{number}")
    page = henk.press(henk.get(SAMPLE), "Trek de regels", {"month": "15-11-2026", "size": "5"})
    assert "Er zijn 5 regels getrokken." in page.text
    buttons = [button for button in page.buttons() if button.startswith("Gezien")]
    assert len(buttons) == 5
    page = henk.press(page, buttons[2], {"remark": "Nagevraagd bij Jorien: was nodig."})
    assert "gezien 1 november 2026: Nagevraagd bij Jorien: was nodig." in page.text
    assert len([button for button in page.buttons() if button.startswith("Gezien")]) == 4
    assert all_lines(what="audit.sample_seen")[0].actor == family.town.henk.id


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"month": "1-12-2026"}, "Deze maand moet nog komen"),
        ({"month": "1-2-2020"}, "In deze maand zijn er geen regels"),
        ({"size": "201"}, "200"),
    ],
)
def test_what_cannot_be_drawn_is_said(family: Family, henk: Visitor, answers: dict[str, str], said: str) -> None:
    page = henk.press(henk.get(SAMPLE), "Trek de regels", answers)
    assert (page.status, said in page.text) == (422, True)


def test_a_month_is_drawn_once(family: Family, henk: Visitor) -> None:
    page = henk.press(henk.get(SAMPLE), "Trek de regels")
    assert "al een steekproef" in henk.press(page, "Trek de regels").text


def test_a_sample_is_nobody_elses(family: Family, henk: Visitor, now: datetime) -> None:
    page = henk.press(henk.get(SAMPLE), "Trek de regels")
    [sampled, *_] = page.tree.xpath("//input[@name='sampled']/@value")
    with acting(family.actor("henk")):
        assert SampledLine.objects.filter(id=sampled).exists()
    with acting(family.actor("mark")):
        assert not SampledLine.objects.exists()


def test_the_list_costs_the_same_however_long_the_log_is(family: Family, henk: Visitor) -> None:
    costs = []
    for _turn in range(2):
        with statements() as counted:
            henk.get(ADDRESS)
        costs.append(len(counted))
        for number in range(60):
            reads(family.actor("jorien"), Part.PLAN, dossier=family.id, what=f"test.{number}")
    assert costs[0] == costs[1] <= 10


def test_it_stands_in_the_menu_of_the_officer_and_the_role_is_that_of_access(family: Family, henk: Visitor) -> None:
    assert ADDRESS in henk.get("/").links()
    assert ADDRESS not in signed_in(family.town.jorien.id).get("/").links()
    assert roles.PRIVACY_OFFICER.code == PRIVACY_OFFICER
