"""The pages of a family, pressed as they stand: who leads, what is shared, the list, and who finds nothing."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.access.actor import acting
from kring.ground.access.models import SharingDecision
from kring.ground.access.parts import Law
from kring.ground.audit.models import LogLine
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.practice.care.models import Provision
from kring.practice.leads.services import Answer, appoint, record_answer
from kring.practice.plans.services import add_action
from tests.access.people import give_role, make_dossier, make_family_account, make_subject, make_town
from tests.conftest import speaking_as
from tests.plans.family import OMA, Family, lay_down, make_family, make_plan
from tests.plans.test_families import make_led
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

DOSSIER_PAGES = (
    "family", "family_share", "plan", "plan_texts", "plan_question", "familiegroepsplan", "goal_add", "plan_agree",
    "plan_versions", "plan_draft_pdf",
)  # fmt: skip
GOAL_PAGES = ("goal", "goal_edit", "score_add", "action_add")
ACTION_PAGES = ("action", "action_edit")
VERSION_PAGES = ("plan_version", "plan_pdf")


def visit(family: Family, name: str) -> Visitor:
    return signed_in(family.actor(name).id)


def title(page: Page) -> str:
    return str(page.tree.xpath("string(//title)"))


def agreed_family(now: datetime) -> tuple[Family, list[str]]:
    """A family with everything in it, and the addresses of all its pages."""
    family = make_family(now)
    goal = make_plan(family)
    with family.acting("jorien", ago=timedelta(days=1)) as jorien:
        action = add_action(actor=jorien, goal=goal, words=OMA)
    lay_down(family, ago=timedelta(hours=1))
    addresses = [reverse(name, args=[family.id]) for name in DOSSIER_PAGES]
    addresses += [reverse(name, args=[family.id, goal.id]) for name in GOAL_PAGES]
    addresses += [reverse(name, args=[family.id, action.id]) for name in ACTION_PAGES]
    addresses += [reverse(name, args=[family.id, 1]) for name in VERSION_PAGES]
    addresses.append(reverse("family_answer", args=[family.id, family.subject("Finn"), "jeugdwet"]))
    return family, addresses


def test_whoever_leads_opens_every_page_and_no_title_names_anybody(now: datetime) -> None:
    family, addresses = agreed_family(now)
    jorien = visit(family, "jorien")
    for address in addresses:
        page = jorien.get(address)
        assert page.status == 200, address
        if not address.endswith(".pdf"):
            said = title(page)
            assert said.endswith("– Kring"), address
            assert not any(name in said for name in ("Wit", "Bakker", "Marloes", "Finn")), address


@pytest.mark.parametrize("who", ["henk", "fatima", "annet", "bram"])
def test_a_stranger_finds_no_page_of_the_dossier(now: datetime, who: str) -> None:
    """A colleague of the team, another organisation, the team leader and the administrator."""
    family, addresses = agreed_family(now)
    stranger = visit(family, who)
    assert {address: stranger.get(address).status for address in addresses} == dict.fromkeys(addresses, 404)


def test_a_stranger_can_post_nothing(now: datetime) -> None:
    family, addresses = agreed_family(now)
    henk = visit(family, "henk")
    token = henk.client.get("/").cookies["csrftoken"].value
    goal, question = UUID(int=1), UUID(int=2)
    posts = [
        reverse("goal_move", args=[family.id, goal]),
        reverse("goal_raise", args=[family.id, goal]),
        reverse("action_move", args=[family.id, goal]),
        reverse("question_withdraw", args=[family.id, question]),
        *(address for address in addresses if not address.endswith(".pdf")),
    ]
    for address in posts:
        answer = henk.client.post(address, {"csrfmiddlewaretoken": token})
        assert answer.status_code in {404, 405}, address


def test_the_overview_tells_it_at_a_glance(now: datetime) -> None:
    family, _addresses = agreed_family(now)
    text = visit(family, "jorien").get(f"/dossier/{family.id}/").text
    for part in (
        "Gezin De Wit-Bakker",
        "Marloes Bakker35",
        "Finn11",
        "Regisseur Jorien Smit",
        "Achtervang Naima Haddou",
        "Rust in de avond.",
        "Dat ik ’s avonds niet meer lig te piekeren over de brieven.",
        "oma Truus",
        "Versie 1",
        "1 februari 2027",
        "1 open, 0 te laat",
    ):
        assert part in text, part


def test_the_care_picture_holds_only_what_was_shared(now: datetime) -> None:
    family = make_family(now)
    marloes = family.subject("Marloes Bakker")
    with speaking_as(DatabaseRole.IMPORT):
        for law, product in (("wmo", "huishoudelijke hulp"), ("schuldhulp", "schuldregeling")):
            Provision.objects.create(subject_id=marloes, law=law, product=product, started_on=now.date(), source="test")
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        answer = Answer(marloes, Law.WMO, True, "Marloes", purpose="één plan", necessity="ja", proportionality="nee")
        record_answer(actor=jorien, dossier=family.id, answer=answer)
    text = visit(family, "jorien").get(f"/dossier/{family.id}/").text
    assert "huishoudelijke hulp" in text
    assert "schuldregeling" not in text
    assert "schuldregeling" in visit(family, "marloes").get(f"/dossier/{family.id}/").text


def test_a_family_member_reads_the_own_plan_and_ticks_off_the_own_steps_only(now: datetime) -> None:
    family = make_family(now)
    goal = make_plan(family)
    own = OMA.__class__("De post op tafel leggen", "family", "Stefan", OMA.due_on)
    with family.acting("jorien") as jorien:
        add_action(actor=jorien, goal=goal, words=own)
        add_action(actor=jorien, goal=goal, words=OMA)
    stefan = visit(family, "stefan")
    page = stefan.get(f"/dossier/{family.id}/")
    assert "Wat we willen bereiken" in page.text
    assert "Gedaan: De post op tafel leggen" in page.buttons()
    assert not any(OMA.what in button for button in page.buttons())
    after = stefan.press(page, "Gedaan: De post op tafel leggen")
    assert after.url == f"/dossier/{family.id}/"
    assert "1 van 2 stappen gezet" in after.text


def test_mark_appoints_a_regisseur_and_an_achtervang(now: datetime) -> None:
    town = make_town(now)
    dossier = make_dossier(town, "Gezin Pinas", [(make_subject(town.municipality, "Shirley Pinas"), "moeder")])
    mark = signed_in(town.mark.id)
    face = mark.get(f"/dossier/{dossier.id}/")
    assert "Nog niemand" in face.text
    assert "Shirley Pinas" in face.text
    form = mark.get(f"/dossier/{dossier.id}/regisseur/")
    twice = mark.press(form, "Aanwijzen", {"lead": str(town.jorien.id), "deputy": str(town.jorien.id), "chosen": "no"})
    assert twice.status == 422
    assert "Kies voor de achtervang iemand anders dan de regisseur." in twice.text
    assert "Schrijf op waarom het iemand anders wordt." in twice.text
    done = mark.press(twice, "Aanwijzen", {"deputy": str(town.naima.id), "reason": "Zij is met verlof."})
    assert done.url == f"/dossier/{dossier.id}/"
    assert "Jorien Smit is nu regisseur, en Naima Haddou achtervang." in done.text
    assert "Shirley" not in done.text
    assert "Andere regisseur aanwijzen" in done.text
    assert "Er was een andere wens. Zij is met verlof." in signed_in(town.jorien.id).get(done.url).text


def test_a_mother_can_be_chosen_as_regisseur_with_a_colleague_behind_her(now: datetime) -> None:
    """BR-032. Stefan can be chosen too; nobody of the family is offered as achtervang."""
    family = make_family(now)
    mark = visit(family, "mark")
    form = mark.get(f"/dossier/{family.id}/regisseur/")
    offered = {
        name: {str(account) for account in form.tree.xpath(f"//select[@name='{name}']//option/@value")}
        for name in ("lead", "deputy")
    }
    own = {str(family.marloes.id), str(family.stefan.id)}
    assert own <= offered["lead"]
    assert not own & offered["deputy"]
    answers = {"lead": str(family.marloes.id), "deputy": str(family.town.naima.id), "chosen": "yes"}
    done = mark.press(form, "Aanwijzen", answers)
    assert "Marloes Bakker is nu regisseur, en Naima Haddou achtervang." in done.text
    agree = reverse("plan_agree", args=[family.id])
    assert [visit(family, name).get(agree).status for name in ("marloes", "stefan")] == [200, 403]
    assert visit(family, "jorien").get(f"/dossier/{family.id}/").status == 404


def test_nobody_of_another_family_can_be_chosen(now: datetime) -> None:
    family = make_family(now)
    shirley = make_subject(family.town.municipality, "Shirley Pinas")
    other = make_family_account(family.town, shirley, "Shirley Pinas")
    mark = visit(family, "mark")
    form = mark.get(f"/dossier/{family.id}/regisseur/")
    answers = {"lead": str(other.id), "deputy": str(family.town.naima.id), "chosen": "yes"}
    assert mark.press(form, "Aanwijzen", answers).status == 422


def test_who_may_not_appoint_is_told_why(now: datetime) -> None:
    """Jorien sees the dossier, and gives nobody a role in it."""
    family = make_family(now)
    refused = visit(family, "jorien").get(f"/dossier/{family.id}/regisseur/")
    assert refused.status == 403
    assert "Alleen een procesregisseur of teamleider" in refused.text


def test_the_answer_of_the_family_opens_a_law_and_a_later_no_closes_it(now: datetime) -> None:
    family = make_family(now)
    marloes = family.subject("Marloes Bakker")
    jorien = visit(family, "jorien")
    address = reverse("family_answer", args=[family.id, marloes, "wmo"])
    form = jorien.get(address)
    wrong = jorien.press(form, "Antwoord opslaan", {"shares": "yes"})
    assert wrong.status == 422
    assert "Schrijf op waarvoor dit nodig is." in wrong.text
    assert "Schrijf op waarom het niet zonder kan." in wrong.text
    assert "Schrijf op of het met minder kan." in wrong.text
    yes = {
        "purpose": "Om samen één plan te maken",
        "necessity": "Zonder dit zicht botsen de afspraken",
        "proportionality": "Alleen welke hulp er is",
    }
    shared = jorien.press(wrong, "Antwoord opslaan", yes)
    assert shared.url == reverse("family_share", args=[family.id])
    assert "1 gedeeld, 1 van 8 gevraagd" in shared.text
    assert "Geldt tot 1 november 2027." in shared.text
    closed = jorien.press(jorien.get(address), "Antwoord opslaan", {"shares": "no"})
    assert "Hierover delen wij niets" in closed.text
    with family.acting("jorien"):
        assert SharingDecision.objects.get(dossier_id=family.id).withdrawn_at is not None


def test_a_law_or_person_that_is_not_there_is_not_found(now: datetime) -> None:
    family = make_family(now)
    jorien = visit(family, "jorien")
    finn = family.subject("Finn")
    assert jorien.get(reverse("family_answer", args=[family.id, finn, "jeugdwet"])).status == 200
    assert jorien.get(reverse("family_answer", args=[family.id, finn, "woningwet"])).status == 404
    assert jorien.get(reverse("family_answer", args=[family.id, UUID(int=1), "jeugdwet"])).status == 404


def test_a_team_professional_reads_the_plan_and_no_answers(now: datetime) -> None:
    family = make_family(now)
    make_plan(family)
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL)
    henk = visit(family, "henk")
    assert "Rust in de avond." in henk.get(reverse("plan", args=[family.id])).text
    answer = henk.get(reverse("family_answer", args=[family.id, family.subject("Finn"), "jeugdwet"]))
    assert answer.status == 403


def test_the_list_is_searched_without_a_name_in_the_address(now: datetime) -> None:
    town = make_town(now)
    for label in ("Gezin De Wit-Bakker", "Gezin El Amrani"):
        make_led(town, label)
    jorien = signed_in(town.jorien.id)
    page = jorien.get("/gezinnen/")
    assert "2 dossiers" in page.text
    found = jorien.press(page, "Zoek in de lijst", {"q": "bakker"})
    assert found.url == "/gezinnen/"
    assert "De Wit-Bakker" in found.text
    assert "El Amrani" not in found.text
    nothing = jorien.press(found, "Zoek in de lijst", {"q": "Pinas"})
    assert "Niets gevonden" in nothing.text
    with speaking_as(DatabaseRole.OWNER):
        assert LogLine.objects.filter(event="search", actor=town.jorien.id).count() == 2


def test_an_empty_list_says_what_comes_next(now: datetime) -> None:
    town = make_town(now)
    page = signed_in(town.fatima.id).get("/gezinnen/")
    assert "Nog geen gezinnen" in page.text
    assert "U krijgt dan bericht." in page.text


@pytest.mark.parametrize("order", ["name", "-name", "state", "late", "-evaluation", "nonsense"])
def test_the_list_takes_any_order(now: datetime, order: str) -> None:
    town = make_town(now)
    make_led(town, "Gezin De Wit-Bakker")
    assert "De Wit-Bakker" in signed_in(town.jorien.id).get(f"/gezinnen/?sort={order}&page=3").text


def test_one_adult_alone_never_reads_gezin(now: datetime) -> None:
    town = make_town(now)
    corrie = make_subject(town.municipality, "Corrie van der Laan")
    dossier = make_dossier(town, "Corrie van der Laan", [(corrie, "")])
    mark = town.actor(town.mark)
    with recording("test"), acting(mark):
        appoint(actor=mark, dossier=dossier, lead=town.jorien, deputy=town.naima, chosen_by_family=False, reason="x")
    jorien = signed_in(town.jorien.id)
    form = jorien.get(reverse("goal_add", args=[dossier.id]))
    answers = {"own_words": "Zelf naar de markt", "life_area": "leisure", "area_reason": "Nu eerst dit"}
    goal = jorien.press(form, "Doel opslaan", answers)
    addresses = [reverse(name, args=[dossier.id]) for name in DOSSIER_PAGES if name != "plan_draft_pdf"]
    addresses = [one for one in addresses if "familiegroepsplan" not in one] + [goal.url, f"{goal.url}acties/nieuw/"]
    for address in addresses:
        page = jorien.get(address)
        read = " ".join(page.tree.xpath("string(//main)").split())
        head = " ".join(page.tree.xpath("string(//section[@class='k-head']//h1 | //ul[@class='k-people'])").split())
        side = page.tree.xpath("string(//nav[contains(@class, 'k-side')])")
        assert "gezin" not in f"{read} {head} {side}".lower(), address
        assert "12 jaar" not in read, address
    assert "Mijn plan" in jorien.get(addresses[0]).text


@pytest.mark.parametrize("number", [25, 200])
def test_a_page_costs_at_most_ten_statements_whatever_the_caseload(now: datetime, number: int) -> None:
    """After BEGIN and the setting of the actor; the log line is written in its own transaction."""
    town = make_town(now)
    for index in range(number):
        last = make_led(town, f"Gezin {index:03}")
    jorien = signed_in(town.jorien.id)
    costs = {}
    for name, args in (("families", []), ("family", [last]), ("plan", [last]), ("plan_versions", [last])):
        with statements() as counted:
            assert jorien.get(reverse(name, args=args)).status == 200
        costs[name] = len(counted)
    assert costs == {"families": 5, "family": 10, "plan": 10, "plan_versions": 5}


def test_a_full_family_costs_no_more_than_an_empty_one(now: datetime) -> None:
    family, addresses = agreed_family(now)
    jorien = visit(family, "jorien")
    for address in addresses:
        with statements() as counted:
            jorien.get(address)
        assert len(counted) <= 10, (address, counted.of_page)


def test_what_was_seen_is_in_the_log_under_the_dossier(now: datetime) -> None:
    family, _addresses = agreed_family(now)
    visit(family, "naima").get(reverse("family", args=[family.id]))
    with speaking_as(DatabaseRole.OWNER):
        lines = list(LogLine.objects.filter(actor=family.town.naima.id, what="family.family"))
    assert {line.dossier for line in lines} == {family.id}
    assert {"plan", "action", "score", "question", "person", "lead"} <= {part for line in lines for part in line.parts}
