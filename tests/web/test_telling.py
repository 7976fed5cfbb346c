"""BR-076: no form saves a text that tells what is shielded; it comes back, names the field and repeats nothing."""

from datetime import datetime

import pytest

from kring.ground.access.actor import acting
from kring.ground.audit.models import LogLine
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.practice.households.models import PersonAddress, PersonContact
from kring.practice.households.telling import telling
from kring.practice.plans.models import Goal
from tests.access.people import make_dossier, make_subject
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family
from tests.web.test_documents import place, upload
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

GOAL = {"own_words": "Rust in huis", "speaker": "Marloes Bakker", "life_area": "health", "area_reason": "Nu eerst dit"}


@pytest.fixture
def family(now: datetime) -> Family:
    """Marloes and Finn live where nobody may find them; Stefan's address is open."""
    family = make_family(now)
    with speaking_as(DatabaseRole.IMPORT):
        for name, street, number, postcode, level in (
            ("Marloes Bakker", "Kruisbessenhof", "8317", "9996QZ", Level.SHIELDED),
            ("Stefan de Wit", "Havenstraat", "77", "9998EJ", Level.CONTACT),
        ):
            PersonAddress.objects.create(
                subject_id=family.subject(name), level=level, kind="full", street=street, number=number,
                postcode=postcode, place="Zeewaard", source="BRP",
            )  # fmt: skip
        for kind, value in (
            ("phone", "06 0006 8317"),
            ("school", "Basisschool De Kruidentuin"),
            ("email", "marloes@voorbeeld.nl"),
        ):
            PersonContact.objects.create(
                subject_id=family.subject("Finn"), level=Level.SHIELDED, kind=kind, value=value, source="Kring"
            )
    return family


def told(family: Family, text: str, who: str = "jorien") -> bool:
    with family.acting(who):
        return bool(telling(family.id, {"words": text}))


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Zij wonen nu aan de Kruisbessenhof.", True),
        ("op het KRUISBESSENHOF 8317", True),
        ("Kruisbessen-hof", True),
        ("post naar 9996 QZ", True),
        ("postcode 9996qz.", True),
        ("bel 0600068317", True),
        ("bel 06-0006 83 17 na vier uur", True),
        ("bel +31 6 00068317", True),
        ("Finn gaat naar Basisschool De Kruidentuin", True),
        ("Finn zit op De Kruidentuin", True),
        ("mail marloes@voorbeeld.nl", True),
        ("Stefan woont op Havenstraat 77, 9998EJ", False),
        ("huisnummer 8317", False),
        ("Er staan kruisbessen in de tuin.", False),
        ("Bel 06 1234 5678.", False),
        ("", False),
    ],
)
def test_what_tells_something_shielded(family: Family, text: str, tells: bool) -> None:
    assert told(family, text) is tells


def test_nobody_asks_after_a_family_that_is_not_the_own(family: Family) -> None:
    street = "Kruisbessenhof"
    assert told(family, street, "henk") is False
    make_dossier(family.town, "Ander gezin", [(make_subject(family.town.municipality, "Truus Kok"), "moeder")])
    with family.acting("henk"):
        assert telling(None, {"words": street}) == ()
    with family.acting("jorien"):
        assert telling(None, {"words": street}) == ("words",)


def add_goal(family: Family, visitor: Visitor, own_words: str) -> tuple[int, str]:
    page = visitor.get(f"/dossier/{family.id}/plan/doelen/nieuw/")
    answer = visitor.press(page, "Doel opslaan", GOAL | {"own_words": own_words})
    return answer.status, answer.text


def test_the_form_comes_back_as_it_was_with_the_field_named(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    page = visitor.get(f"/dossier/{family.id}/plan/doelen/nieuw/")
    answer = visitor.press(page, "Doel opslaan", GOAL | {"own_words": "Rust op de Kruisbessenhof"})
    assert answer.status == 422
    assert "staat een afgeschermd gegeven" in answer.text
    [alert] = answer.tree.xpath("//*[@role='alert']")
    assert "Kruisbessenhof" not in alert.text_content()
    [field] = answer.tree.xpath("//*[@name='own_words']")
    assert field.get("aria-invalid") == "true"
    assert answer.tree.xpath("//*[@id=$ident]", ident=field.get("aria-describedby").split()[-1])
    label = answer.tree.xpath("//label[@for=$ident]", ident=field.get("id"))[0].text.strip()
    assert label in alert.text_content()
    with family.acting("jorien"):
        assert not Goal.objects.exists()
    told_after = visitor.press(answer, "Doel opslaan", {"own_words": "Rust in huis"})
    assert told_after.status == 200
    with family.acting("jorien"):
        assert Goal.objects.get().own_words == "Rust in huis"


def test_it_is_logged_as_refused_without_the_words(family: Family) -> None:
    add_goal(family, signed_in(family.town.jorien.id), "Kruisbessenhof 8317")
    with speaking_as(DatabaseRole.LOG):
        [line] = LogLine.objects.filter(event="refused")
    assert (line.level, line.dossier) == (4, family.id)
    assert "Kruis" not in line.ground


def test_a_member_of_the_family_is_warned_too(family: Family) -> None:
    status, text = add_goal(family, signed_in(family.marloes.id), "Rust op de Kruisbessenhof")
    assert (status, "afgeschermd gegeven" in text) in {(422, True), (403, False), (404, False)}
    with family.acting("jorien"):
        assert not Goal.objects.exists()


def test_a_title_and_the_name_of_a_file(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    for title, name in (("Brief van de Kruidentuin", "brief.pdf"), ("Brief", "kruisbessenhof 8317.pdf")):
        answer = upload(visitor, family, b"%PDF-1.7\n%%EOF\n", name, {"title": f"{title} De Kruidentuin"[:40]})
        assert answer.status == 422, (title, name)
        assert "afgeschermd gegeven" in answer.text
    assert "De Kruidentuin" not in visitor.get(place(family)).text


def test_a_form_on_another_page_comes_back_there(family: Family) -> None:
    """As a browser says from which page it was sent."""
    visitor = signed_in(family.town.jorien.id)
    visitor.client.handler.enforce_csrf_checks = False
    answer = visitor.client.post(
        f"{place(family)}toevoegen/", {"title": "Naar De Kruidentuin", "level": "1"},
        headers={"referer": f"http://testserver{place(family)}"},
    )  # fmt: skip
    page = Page(answer, place(family))
    assert answer.status_code == 422
    assert page.tree.xpath("//*[@name='title']/@value") == ["Naar De Kruidentuin"]
    assert page.tree.xpath("//*[@role='alert']")


def test_a_shielded_number_is_not_written_down_openly_of_another(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    url = f"/dossier/{family.id}/personen/{family.subject('Lotte')}/toevoegen/"
    answer = visitor.press(visitor.get(url), "Opslaan", {"kind": "school", "value": "De Kruidentuin"})
    assert answer.status == 422
    assert "Schrijf het hier niet open op." in answer.text


def test_an_ordinary_text_is_saved(family: Family) -> None:
    assert add_goal(family, signed_in(family.town.jorien.id), "Rust aan de Havenstraat 77")[0] == 200
    with acting(family.actor("jorien")):
        assert Goal.objects.count() == 1
