"""Delen, pressed as it stands: a decision for Fatima, what she reads, and the family that stops it itself."""

from datetime import datetime

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.access.models import SharingDecision, SharingGround
from kring.ground.access.parts import Law
from kring.practice.leads.models import FamilyAnswer
from kring.practice.leads.services import Answer, record_answer
from kring.practice.leads.services.answers import write_down
from tests.access.people import give_role
from tests.plans.family import Family, make_family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

REASONS = {
    "purpose": "Samen aan één plan werken",
    "necessity": "Anders botsen de afspraken",
    "proportionality": "Alleen het plan, niet welke hulp er is",
}
GIVEN: dict[str, str | list[str]] = {"about": "together", "parts": ["plan"], **REASONS, "asked": "yes"}

BUTTON = "Stop met delen: Welke hulp er is: Wmo, Marloes Bakker, Uw regisseur en achtervang"


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    make_plan(family)
    give_role(family.town, family.dossier, family.town.fatima, roles.EXTERNAL)
    return family


def visit(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def share_with_fatima(family: Family, **others: str | list[str]) -> Page:
    jorien = visit(family, "jorien")
    form = jorien.get(reverse("family_share_new", args=[family.id]))
    return jorien.press(form, "Vastleggen", {"recipient": str(family.town.fatima.id), **GIVEN, **others})


def test_the_plan_is_shared_with_fatima_and_stopped_by_father(family: Family) -> None:
    share = reverse("family_share", args=[family.id])
    plan = reverse("plan", args=[family.id])
    assert visit(family, "fatima").get(plan).status == 404
    done = share_with_fatima(family)
    assert done.url == share
    assert "Fatima Amrani (Begeleider, Jeugdzorg De Kade)" in done.text
    fatima = visit(family, "fatima")
    face = fatima.get(reverse("family", args=[family.id]))
    assert "Met u gedeeld" in face.text
    assert "Marloes" not in face.text
    assert "Dat ik ’s avonds niet meer lig te piekeren" in fatima.get(plan).text
    stefan = visit(family, "stefan")
    own = stefan.get(share)
    for part in ("Fatima Amrani", "Het plan", "Samen aan één plan werken", "Tot 1 november 2027."):
        assert part in own.text
    stopped = stefan.press(own, "Stop met delen: Het plan, Fatima Amrani (Begeleider, Jeugdzorg De Kade)")
    assert "Vanaf nu wordt dit niet meer gedeeld." in stopped.text
    assert fatima.get(plan).status == 404
    assert "Kijk wat er veranderd is bij Delen" in visit(family, "jorien").get("/").text
    again = stefan.press(stopped, "Weer delen: Het plan, Fatima Amrani (Begeleider, Jeugdzorg De Kade)")
    assert "U deelt dit weer." in again.text
    assert fatima.get(plan).status == 200


def test_a_ground_that_does_not_fit_comes_back_in_the_form(family: Family) -> None:
    """What was typed is still there, and nothing is decided."""
    wrong = share_with_fatima(family, ground=SharingGround.DIRECTLY_INVOLVED)
    assert wrong.status == 422
    assert "Deze grond is er alleen voor gegevens van de Jeugdwet." in wrong.text
    assert "Samen aan één plan werken" in wrong.text
    with family.acting("jorien"):
        assert not SharingDecision.objects.filter(recipient_id=family.town.fatima.id).exists()
    assert share_with_fatima(family).status == 200


def test_an_answer_that_may_not_be_shared_is_not_written_down(family: Family) -> None:
    """The family's answer and the decision are one deed: both, or neither."""
    jorien, subject = visit(family, "jorien"), family.subject("Marloes Bakker")
    form = jorien.get(reverse("family_answer", args=[family.id, subject, "wmo"]))
    wrong = jorien.press(
        form, "Antwoord opslaan", REASONS | {"shares": "yes", "ground": SharingGround.DIRECTLY_INVOLVED}
    )
    assert wrong.status == 422
    with family.acting("jorien"):
        assert not FamilyAnswer.objects.filter(subject_id=subject).exists()


@pytest.mark.parametrize("first", [True, False])
def test_of_two_answers_at_one_moment_the_no_counts(family: Family, first: bool) -> None:
    subject = family.subject("Marloes Bakker")
    with family.acting("jorien") as jorien:
        for shares in (first, not first):
            write_down(jorien, family.id, Answer(subject, Law.WMO, shares, "wie ja zei" if shares else "wie nee zei"))
    text = visit(family, "jorien").get(reverse("family_share", args=[family.id])).text
    assert "Antwoord van wie nee zei" in text
    assert "wie ja zei" not in text


@pytest.mark.parametrize(("button", "status"), [("Ja, dat mag", 200), ("Nee", 404)])
def test_what_is_put_ready_is_answered_by_the_family(family: Family, button: str, status: int) -> None:
    share_with_fatima(family, asked="later")
    marloes = visit(family, "marloes")
    own = marloes.get(reverse("family_share", args=[family.id]))
    assert "Mag dit?" in own.text
    answered = marloes.press(own, f"{button}: Het plan, Fatima Amrani (Begeleider, Jeugdzorg De Kade)")
    assert "Uw antwoord is opgeschreven." in answered.text
    assert visit(family, "fatima").get(reverse("plan", args=[family.id])).status == status
    assert ("Hierover delen wij niets" in visit(family, "jorien").get(answered.url).text) is (status == 404)


@pytest.mark.parametrize(
    ("others", "message"),
    [
        ({"recipient": "outside"}, "Schrijf op met wie dit gedeeld wordt."),
        ({"parts": ["help-wmo"]}, "Welke hulp er is, gaat over één persoon."),
        ({"proportionality": ""}, "Schrijf op of het met minder kan."),
        ({"ground": "vital", "asked": "later"}, "Klaarzetten kan alleen als u om toestemming vraagt."),
        ({"parts": []}, "Kies minstens één onderdeel."),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    family: Family, others: dict[str, str | list[str]], message: str
) -> None:
    page = share_with_fatima(family, **others)
    assert page.status == 422
    assert message in page.text


def test_somebody_outside_kring_is_written_down_and_opens_nothing(family: Family) -> None:
    finn = str(family.subject("Finn"))
    outside = {"recipient": "outside", "outside": "Intern begeleider, De Vlieger", "about": finn}
    done = share_with_fatima(family, **outside, parts=["plan", "help-jeugdwet"])
    assert "Het plan, met Intern begeleider, De Vlieger" in done.text
    assert "Welke hulp er is: Jeugdwet, met Intern begeleider, De Vlieger" in done.text
    assert visit(family, "fatima").get(reverse("family", args=[family.id])).status == 404


def test_grounds_that_are_not_in_force_or_belong_to_veilig_thuis_are_not_offered(family: Family) -> None:
    page = visit(family, "jorien").get(reverse("family_share_new", args=[family.id]))
    offered = set(page.tree.xpath("//select[@name='ground']/option/@value"))
    assert "wmo_5_1_1_4" in offered
    assert not offered & {"wams", "wmo_5_2_6"}


def test_only_who_leads_opens_the_form(family: Family) -> None:
    address = reverse("family_share_new", args=[family.id])
    assert [visit(family, name).get(address).status for name in ("jorien", "marloes", "henk")] == [200, 403, 404]


def test_father_finds_no_button_for_what_is_mothers(family: Family) -> None:
    marloes = family.subject("Marloes Bakker")
    with family.acting("jorien") as jorien:
        answer = Answer(marloes, Law.WMO, True, "Marloes", purpose="plan", necessity="ja", proportionality="nee")
        record_answer(actor=jorien, dossier=family.id, answer=answer)
        decision = SharingDecision.objects.get(law="wmo")
    share = reverse("family_share", args=[family.id])
    stop = reverse("family_share_stop", args=[family.id, decision.id])
    stefan = visit(family, "stefan")
    assert not any(button.startswith("Stop met delen") for button in stefan.get(share).buttons())
    token = stefan.client.get("/").cookies["csrftoken"].value
    assert stefan.client.post(stop, {"csrfmiddlewaretoken": token}).status_code == 404
    mother = visit(family, "marloes")
    pressed = mother.press(mother.get(share), BUTTON)
    assert "Hierover delen wij niets: Marloes Bakker" in pressed.text


@pytest.mark.parametrize("name", ["jorien", "marloes", "fatima"])
def test_a_page_of_sharing_costs_at_most_ten_statements(family: Family, name: str) -> None:
    share_with_fatima(family)
    place = "family" if name == "fatima" else "family_share"
    visitor = visit(family, name)
    with statements() as counted:
        assert visitor.get(reverse(place, args=[family.id])).status == 200
    assert len(counted) <= 10, counted.of_page
