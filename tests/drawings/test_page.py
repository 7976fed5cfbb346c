"""The genogram as a page: who is in it for whom, and everything one does with it without opening another page."""

from datetime import datetime

import pytest

from kring.ground.access.roles import TEAM_PROFESSIONAL
from kring.ground.access.services import hide_from
from kring.practice.circle.models import Bond, KinTie, NetworkMember
from kring.practice.drawings.models import Drawing, Place
from tests.access.people import give_role
from tests.drawings.kinfolk import grown, related
from tests.plans.family import Family
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db


def url(family: Family, who: object = "") -> str:
    return f"/dossier/{family.id}/stamboom/" + (f"?wie={who}" if who else "")


def visitor(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def source(page: Page) -> str:
    body: bytes = getattr(page.response, "content", b"")
    return body.decode()


def test_everybody_and_every_tie_is_in_the_drawing_and_its_table(now: datetime) -> None:
    family, _truus = grown(now)
    page = visitor(family, "jorien").get(url(family))
    assert page.status == 200
    for name in ("Marloes", "Stefan", "Finn", "Lotte", "Truus de Wit", "Piet de Wit"):
        assert source(page).count(f">{name}<") >= 2, "wide and narrow"
    assert "was getrouwd met Piet de Wit (vanaf 1980, tot 2019, door overlijden voorbij)" in page.text
    assert "Lotte, anders of onbekend, 7 jaar, geboren in 2019" in page.text


def test_each_person_is_a_link_to_the_panel_on_the_same_page(now: datetime) -> None:
    family, truus = grown(now)
    page = visitor(family, "jorien").get(url(family))
    assert page.links().count(f"?wie={truus}#wie") == 4, "wide, narrow, the table and the list"
    panel = visitor(family, "jorien").get(url(family, truus))
    assert "ouder van Stefan verteld door Stefan" in panel.text


def test_a_parent_is_added_by_its_form_and_taken_back_within_ten_minutes(now: datetime) -> None:
    family = related(now)
    jorien = visitor(family, "jorien")
    page = jorien.get(url(family, family.subject("Stefan de Wit")))
    answers = {"name": "Truus", "relation": "oma", "sex": "V", "birth_year": "1958", "told_by": "Stefan"}
    page = jorien.press(page, "Zet ouder erbij", answers)
    assert "Het staat in de stamboom." in page.text
    assert "kind van Truus verteld door Stefan" in page.text
    page = jorien.press(page, "Ongedaan maken")
    assert "kind van Truus" not in page.text
    with family.acting("jorien"):
        assert not NetworkMember.objects.filter(withdrawn_at=None).exists()


def test_a_sister_gets_the_same_parents(now: datetime) -> None:
    family = related(now)
    jorien = visitor(family, "jorien")
    page = jorien.get(url(family, family.subject("Finn")))
    page = jorien.press(
        page, "Zet broer of zus erbij", {"name": "Noor", "relation": "oudste zus", "told_by": "Marloes"}
    )
    with family.acting("jorien"):
        noor = NetworkMember.objects.get(name="Noor").pk
        parents = set(KinTie.objects.filter(other=noor).values_list("subject_id", flat=True))
    assert parents == {family.subject("Marloes Bakker"), family.subject("Stefan de Wit")}


def test_what_is_wrong_comes_back_in_its_form(now: datetime) -> None:
    family = related(now)
    jorien = visitor(family, "jorien")
    page = jorien.get(url(family, family.subject("Finn")))
    page = jorien.press(page, "Zet ouder erbij", {"told_by": "Marloes"})
    assert page.status == 422
    assert "Schrijf op hoe deze persoon heet." in page.text


def test_nobody_becomes_parent_of_an_own_grandparent(now: datetime) -> None:
    family, truus = grown(now)
    jorien = visitor(family, "jorien")
    page = jorien.get(url(family, truus))
    page = jorien.press(page, "Zet ouder erbij", {"who": str(family.subject("Finn")), "told_by": "Finn"})
    assert page.status == 422
    assert "ouder zijn van de eigen ouder of grootouder" in page.text


def test_a_told_tie_is_put_right_and_withdrawn_with_a_reason(now: datetime) -> None:
    family, truus = grown(now)
    jorien = visitor(family, "jorien")
    page = jorien.press(jorien.get(url(family, truus)), "Verbetering opslaan", {"told_by": "Truus zelf"})
    assert "verteld door Truus zelf" in page.text
    page = jorien.press(page, "Haal uit de tekening", {"why": "verkeerd gehoord"})
    assert "Het staat niet meer in de tekening." in page.text


def test_what_the_register_says_is_contradicted_and_leaves_the_drawing(now: datetime) -> None:
    family = related(now)
    jorien = visitor(family, "jorien")
    page = jorien.get(url(family, family.subject("Lotte")))
    assert "kind van Marloes volgens de BRP" in page.text
    page = jorien.press(page, "Haal uit de tekening", {"why": "Marloes"})
    assert "klopt niet, zegt Marloes" in page.text
    assert "tegengesproken" in page.text


def test_how_two_people_get_on_is_marked(now: datetime) -> None:
    family = related(now)
    marloes = visitor(family, "marloes")
    page = marloes.get(url(family, family.subject("Finn")))
    answers = {"other": str(family.subject("Lotte")), "quality": "tense", "told_by": "Finn"}
    page = marloes.press(page, "Omgang opslaan", answers)
    assert "met Lotte: spanning" in page.text
    with family.acting("marloes"):
        assert Bond.objects.get().quality == "tense"


def test_somebody_put_aside_stays_there_for_everybody(now: datetime) -> None:
    family = related(now)
    jorien, finn, lotte = visitor(family, "jorien"), family.subject("Finn"), family.subject("Lotte")
    page = jorien.press(jorien.get(url(family, finn)), "Naar rechts")
    assert "Dat blijft zo." in page.text
    visitor(family, "marloes").get(url(family))
    with family.acting("marloes"):
        ranks = dict(Place.objects.values_list("subject_id", "rank"))
        standing = Drawing.objects.get().standing
    assert (ranks[finn] > ranks[lotte]) is ([str(lotte), str(finn)] in standing)


def test_the_genogram_is_about_whom_somebody_chose(now: datetime) -> None:
    """About whom the question is, the register does not say: nobody has the double outline until then."""
    family = related(now)
    jorien = visitor(family, "jorien")
    page = jorien.get(url(family, family.subject("Finn")))
    assert "om wie het gaat" not in page.text
    page = jorien.press(page, "De stamboom gaat om deze persoon")
    assert "Finn, anders of onbekend, 11 jaar, geboren in 2015, om wie het gaat" in page.text


def test_a_drawing_that_is_kept_costs_no_drawing_and_at_most_ten_statements(now: datetime) -> None:
    family, truus = grown(now)
    jorien = visitor(family, "jorien")
    first = source(jorien.get(url(family)))
    with family.acting("jorien"):
        made = Drawing.objects.get().made_at
    with statements() as asked:
        again = jorien.get(url(family, truus))
    assert len(asked) <= 10, asked.tables
    assert first.count("<svg") == source(again).count("<svg")
    with family.acting("jorien"):
        assert Drawing.objects.get().made_at == made


@pytest.mark.parametrize("who", ["henk", "fatima", "mark"])
def test_who_does_not_read_the_circle_has_no_such_page(now: datetime, who: str) -> None:
    family, _truus = grown(now)
    assert visitor(family, who).get(url(family)).status == 404


def test_a_professional_with_a_task_reads_and_writes_nothing(now: datetime) -> None:
    family, truus = grown(now)
    give_role(family.town, family.dossier, family.town.henk, TEAM_PROFESSIONAL)
    page = visitor(family, "henk").get(url(family, truus))
    assert "Zet ouder erbij" not in page.buttons()


def test_hiding_takes_somebody_out_of_every_kept_drawing(now: datetime) -> None:
    family, truus = grown(now)
    visitor(family, "marloes").get(url(family))
    with family.acting("jorien") as jorien:
        hide_from(actor=jorien, dossier=family.id, subject=truus, reader=family.subject("Marloes Bakker"))
    with family.acting("marloes"):
        assert not Drawing.objects.exists()
    assert "Truus" not in source(visitor(family, "marloes").get(url(family)))
    assert "Truus" in source(visitor(family, "stefan").get(url(family)))


def test_a_kept_drawing_is_of_its_viewer_alone(now: datetime) -> None:
    family, _truus = grown(now)
    visitor(family, "jorien").get(url(family))
    with family.acting("marloes"):
        assert not Drawing.objects.exists()
    with family.acting("jorien"):
        assert Drawing.objects.count() == 1
