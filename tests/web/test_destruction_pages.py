"""Screen 42: a list from drawing up to its record, by whom, and what the pages say on the way."""

import csv
from datetime import date, datetime, timedelta
from io import StringIO

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.services import assign_role
from kring.ground.audit.trail import recording
from kring.ground.shared.jobs import JOBS
from kring.oversight.retention.models import DestructionLine, DestructionList
from tests.plans.family import Family, make_family, make_plan
from tests.retention.everything import found
from tests.retention.years import closed_since
from tests.web.statements import statements
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db
PLACE = "/vernietigen/"


@pytest.fixture
def family(now: datetime) -> Family:
    """Of whom nothing happened since 2005. Annet is archivist, Mark privacy officer, Bram administrator."""
    made = make_family(now)
    make_plan(made)
    town, system = made.town, system_actor(now - timedelta(days=1))
    with recording("test"), acting(system):
        for account, role in ((town.annet, roles.ARCHIVIST), (town.mark, roles.PRIVACY_OFFICER)):
            assign_role(
                actor=system, account=account.id, role=role.code, organisation=town.municipality.id, ground="test"
            )
    closed_since(made.id, date(2005, 6, 1))
    return made


@pytest.fixture
def made(family: Family) -> DestructionList:
    """Drawn up by Bram."""
    town = family.town
    JOBS["retention.draw_up"].perform(organisation=str(town.municipality.id), by=str(town.bram.id))
    with acting(family.actor("annet")):
        return DestructionList.objects.get()


def page(family: Family, who: str, url: str = PLACE) -> Page:
    return signed_in(getattr(family.town, who).id).get(url)


@pytest.mark.parametrize(
    ("who", "status"), [("annet", 200), ("mark", 200), ("bram", 200), ("jorien", 403), ("fatima", 403)]
)
def test_for_whom_it_is(family: Family, who: str, status: int) -> None:
    assert page(family, who).status == status


def test_the_administrator_asks_for_a_list_and_the_archivist_cannot(family: Family) -> None:
    bram = signed_in(family.town.bram.id)
    after = bram.press(bram.get(PLACE), "Maak een lijst op voor Zeewaard")
    assert "Kring kijkt nu alle dossiers na" in after.text
    assert "Maak een lijst op voor Zeewaard" not in page(family, "annet").buttons()


def test_a_list_tells_no_name(family: Family, made: DestructionList) -> None:
    text = page(family, "annet", f"{PLACE}{made.id}/").text
    assert "4 personen" in text
    assert "Het plan van een gezin, per persoon" in text
    assert not [name for name in ("Marloes", "De Wit", "Finn", str(family.id)) if name in text]


def test_from_approval_to_record(family: Family, made: DestructionList) -> None:
    annet, place = signed_in(family.town.annet.id), f"{PLACE}{made.id}/"
    assert f"{place}uitvoeren/" not in annet.get(place).links()
    unsure = annet.press(annet.get(f"{place}goedkeuren/"), "Keur deze lijst goed")
    assert unsure.status == 422
    after = annet.press(annet.get(f"{place}goedkeuren/"), "Keur deze lijst goed", {"sure": "on"})
    assert "Er is nog niets vernietigd" in after.text
    asked = annet.get(f"{place}uitvoeren/")
    assert "1 regel wordt nu vernietigd." in asked.text
    after = annet.press(asked, "Vernietig nu", {"sure": "on"})
    assert "Kring voert de lijst nu uit" in after.text
    JOBS["retention.carry_out"].perform(made=str(made.id))
    text = annet.get(f"{place}verklaring/").text
    assert "1 dossier: Het plan van een gezin, per persoon (huisregel). Personen: 4" in text
    assert "Annet Visser" in text
    assert found({"Marloes", str(family.id)}) == set()


def test_a_line_is_kept_longer(family: Family, made: DestructionList) -> None:
    annet = signed_in(family.town.annet.id)
    with acting(family.actor("annet")):
        line = DestructionLine.objects.get()
    form = annet.get(f"{PLACE}regel/{line.id}/bewaren/")
    assert annet.press(form, "Leg vast", {"reason": "court"}).status == 422
    given = {"reason": "court", "words": "De zaak loopt tot de zomer.", "until": "01-09-2027"}
    after = annet.press(form, "Leg vast", given)
    assert "tot 1 sep. 2027: er loopt een rechtszaak" in after.text or "er loopt een rechtszaak" in after.text
    assert f"{PLACE}{made.id}/goedkeuren/" not in after.links()


@pytest.mark.parametrize("who", ["mark", "bram"])
def test_who_only_reads_decides_nothing(family: Family, made: DestructionList, who: str) -> None:
    for step in ("goedkeuren/", "uitvoeren/"):
        assert page(family, who, f"{PLACE}{made.id}/{step}").status == 403
    assert "Langer bewaren" not in page(family, who, f"{PLACE}{made.id}/").text


def test_the_list_as_csv(family: Family, made: DestructionList) -> None:
    answer = page(family, "annet", f"{PLACE}{made.id}/lijst.csv").response
    content: bytes = getattr(answer, "content", b"")
    head, row = list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))
    assert (head[0], row[0], row[2], row[3]) == ("lijst", made.number, "dossier", "4")


def test_a_page_of_lists_asks_little_of_the_database(family: Family, made: DestructionList) -> None:
    visitor = signed_in(family.town.annet.id)
    for url in (PLACE, f"{PLACE}{made.id}/"):
        with statements() as asked:
            visitor.get(url)
        assert len(asked) <= 10


def test_the_family_asks_and_the_officer_grants(family: Family) -> None:
    marloes = signed_in(family.marloes.id)
    form = marloes.get("/mijn-rechten/vernietigen/1/")
    assert "Wat weg is, kan niemand meer terughalen" in form.text
    assert marloes.press(form, "Vraag dit aan").status == 422
    after = marloes.press(form, "Vraag dit aan", {"sure": "on", "words": "Het is klaar."})
    assert "Gegevens laten vernietigen: Marloes Bakker" in after.text
    mark = signed_in(family.town.mark.id)
    [request] = [link for link in mark.get("/toezicht/verzoeken/").links() if link.count("/") == 4 and "-" in link]
    decide = mark.get(f"{request}besluit/")
    refused = mark.press(decide, "Leg het besluit vast", {"state": "refused", "weighed": "Gewogen.", "answer": "Nee."})
    assert "Kies de grond waarop de gegevens blijven" in refused.text
    after = mark.press(decide, "Leg het besluit vast", {"state": "given", "weighed": "Niemand heeft er belang bij."})
    assert "toegewezen, wordt vernietigd" in after.text
