"""The page about the help of a family: per law that is open, with its ground; costs only for who may see them."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.access.actor import acting
from kring.ground.access.models import Account, Dossier, SharingGround, Subject
from kring.ground.access.parts import Law
from kring.ground.access.services import Decision, share
from kring.ground.audit.trail import recording
from tests.access.people import give_role, make_dossier, make_family_account, make_subject
from tests.studies.world import Desk, Given, give, make_bakkers, make_desk
from tests.web.statements import statements
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True)
class Family:
    """De Wit, with Jorien as regisseur."""

    desk: Desk
    dossier: Dossier
    marloes: Subject
    noah: Subject

    def seen_by(self, account: Account) -> Page:
        return signed_in(account.id).get(reverse("care", args=[self.dossier.id]))

    def allow(self, subject: Subject, *laws: str) -> None:
        jorien = self.desk.actor(self.desk.town.jorien)
        decision = Decision(
            subject.id, laws, SharingGround.EXPLICIT_CONSENT, "één plan", "zonder zicht geen plan", "nee"
        )
        with recording("test"), acting(jorien):
            share(actor=jorien, dossier=self.dossier.id, decision=decision)


@pytest.fixture
def family() -> Family:
    desk = make_desk()
    _home, (marloes, noah) = make_bakkers(desk)
    dossier = make_dossier(desk.town, "Gezin De Wit", [(marloes, "moeder"), (noah, "kind")])
    give_role(desk.town, dossier, desk.town.jorien, roles.REGISSEUR)
    return Family(desk, dossier, marloes, noah)


def test_without_an_answer_the_page_says_where_to_go(family: Family) -> None:
    page = family.seen_by(family.desk.town.jorien)
    assert page.status == 200
    assert "Geen hulp te zien" in page.text
    assert reverse("family_share", args=[family.dossier.id]) in page.links()


def test_what_is_open_stands_there_with_its_ground_and_costs(family: Family) -> None:
    family.allow(family.marloes, "wmo")
    family.allow(family.noah, "jeugdwet")
    page = family.seen_by(family.desk.town.jorien)
    for said in (
        "huishoudelijke hulp",
        "€ 3.400 per jaar",
        "1 onbekend",
        "uitdrukkelijke toestemming (Wmo 5.1.1 lid 4)",
        "Ans Kuiper",
    ):
        assert said in page.text
    assert "schuldregeling" not in page.text


def test_a_mother_reads_her_own_help_and_no_costs(family: Family) -> None:
    account = make_family_account(family.desk.town, family.marloes, "Marloes de Wit")
    give_role(family.desk.town, family.dossier, account, roles.ADULT)
    page = family.seen_by(account)
    assert "zelf verteld" in page.text
    assert "alle wetten" in page.text
    assert "€" not in page.text
    assert "Kosten" not in page.text
    assert "jeugdhulp" not in page.text


def test_the_sheet_holds_the_same_rows(family: Family) -> None:
    family.allow(family.noah, *Law)
    url = reverse("care_sheet", args=[family.dossier.id])
    text = signed_in(family.desk.town.jorien.id).client.get(url).content.decode()
    assert "ambulante jeugdhulp" in text
    assert "huishoudelijke hulp" not in text


def test_one_works_from_a_bar_of_the_drawing_and_from_the_table(family: Family) -> None:
    family.allow(family.marloes, "wmo")
    page = family.seen_by(family.desk.town.jorien)
    ways = [link for link in page.links() if "hulp=" in link]
    assert ways
    panel = signed_in(family.desk.town.jorien.id).get(ways[0].split("#")[0])
    assert "een levering; die past u hier niet aan" in panel.text
    assert page.tree.xpath("//*[name()='svg' and @role='group']//*[name()='a']/@href") == [ways[0]]


def test_the_panel_of_help_that_is_closed_does_not_open(family: Family) -> None:
    """Twin: the same address opens it for who may see it."""
    family.allow(family.marloes, "wmo")
    page = family.seen_by(family.desk.town.jorien)
    way = next(link for link in page.links() if "hulp=" in link).split("#")[0]
    joyce = make_family_account(family.desk.town, family.noah, "Noah de Wit")
    give_role(family.desk.town, family.dossier, joyce, roles.YOUNG)
    assert "Bekend van" not in signed_in(joyce.id).get(way).text
    assert "Bekend van" in signed_in(family.desk.town.jorien.id).get(way).text


def test_the_picture_is_narrowed_to_one_person_or_one_law(family: Family) -> None:
    family.allow(family.marloes, *Law)
    family.allow(family.noah, *Law)
    visitor = signed_in(family.desk.town.jorien.id)
    url = reverse("care", args=[family.dossier.id])
    of_noah = visitor.get(f"{url}?wie={family.noah.id}").text
    assert "ambulante jeugdhulp" in of_noah
    assert "huishoudelijke hulp" not in of_noah
    of_wmo = visitor.get(f"{url}?wet=wmo").text
    assert "huishoudelijke hulp" in of_wmo
    assert "ambulante jeugdhulp" not in of_wmo
    assert "huishoudelijke hulp" in visitor.get(f"{url}?wie=niemand&wet=geen").text


def test_a_stranger_and_who_only_named_the_household_get_no_page(family: Family) -> None:
    """Twin: the regisseur does."""
    for account in (family.desk.town.henk, family.desk.town.fatima, family.desk.town.mark):
        assert family.seen_by(account).status == 404
        assert signed_in(account.id).get(reverse("care_sheet", args=[family.dossier.id])).status == 404
    assert family.seen_by(family.desk.town.jorien).status == 200


@pytest.mark.parametrize(
    ("who", "seen"),
    [("jorien", ["huishoudelijke hulp"]), ("fatima", []), ("bram", []), ("dave", [])],
    ids=["regisseur", "school", "volunteer", "father without authority"],
)
def test_the_drawing_holds_no_help_that_is_closed_to_its_reader(family: Family, who: str, seen: list[str]) -> None:
    """Only the Wmo of Marloes was opened, for who leads; the school is asked for an action, and reads no help."""
    town = family.desk.town
    family.allow(family.marloes, "wmo")
    give_role(town, family.dossier, town.fatima, roles.EXTERNAL)
    dave = make_family_account(town, make_subject(town.municipality, "Dave Mulder"), "Dave Mulder")
    accounts = {"jorien": town.jorien, "fatima": town.fatima, "bram": town.bram, "dave": dave}
    source: bytes = getattr(family.seen_by(accounts[who]).response, "content", b"")
    assert [help_ for help_ in ("huishoudelijke hulp", "ambulante jeugdhulp") if help_ in source.decode()] == seen


def test_the_number_of_statements_does_not_grow_with_the_help(family: Family) -> None:
    family.allow(family.noah, *Law)
    visitor = signed_in(family.desk.town.jorien.id)
    url = reverse("care", args=[family.dossier.id])
    counts = set()
    for more in (1, 6, 20):
        give(family.noah, *[Given("jeugdwet", helper="Karin Vos")] * more)
        visitor.get(url)
        with statements() as asked:
            assert visitor.get(url).status == 200
        counts.add(len(asked))
    assert counts == {10}


TOLD = {"product": "praatgroep", "law": "overig", "since": "01-03-2026", "told_by": "Marloes", "provider": "De Kamer"}


def test_a_mother_tells_of_help_that_no_delivery_knows_and_takes_it_back(family: Family) -> None:
    account = make_family_account(family.desk.town, family.marloes, "Marloes de Wit")
    give_role(family.desk.town, family.dossier, account, roles.ADULT)
    visitor = signed_in(account.id)
    add = reverse("told_help_add", args=[family.dossier.id])
    assert add in family.seen_by(account).links()
    page = visitor.press(visitor.get(add), "Schrijf op", {**TOLD, "since": "01-03-2030"})
    assert page.status == 422
    assert "nog niet begonnen" in page.text
    page = visitor.press(visitor.get(add), "Schrijf op", TOLD)
    assert "praatgroep" in page.text
    assert "verteld door Marloes" in page.text
    page = visitor.press(page, "Ongedaan maken")
    assert "praatgroep" not in page.text


def test_what_was_told_is_put_right_and_stopped_from_its_panel(family: Family) -> None:
    account = make_family_account(family.desk.town, family.marloes, "Marloes de Wit")
    give_role(family.desk.town, family.dossier, account, roles.ADULT)
    visitor = signed_in(account.id)
    page = visitor.press(visitor.get(reverse("told_help_add", args=[family.dossier.id])), "Schrijf op", TOLD)
    [opens] = page.tree.xpath("//th[contains(., 'praatgroep')]/a/@href")
    panel = visitor.get(opens.split("#")[0])
    row = opens.split("hulp=")[1].split("#")[0]
    way = reverse("told_help", args=[family.dossier.id, row])
    assert way in panel.links()
    page = visitor.press(visitor.get(way), "Verbetering opslaan", {"product": "praatgroep voor moeders"})
    assert "praatgroep voor moeders" in page.text
    stop = reverse("told_help_end", args=[family.dossier.id, row])
    page = visitor.press(visitor.get(stop), "Opslaan", {"on": "01-10-2026"})
    assert "30 sep 2026" in page.text
    history = visitor.get(reverse("history", args=[family.dossier.id, "verteld", row]))
    assert "praatgroep voor moeders" in history.text


def test_who_may_not_write_under_a_law_gets_no_button(family: Family) -> None:
    """Twin: once a law is open it does."""
    add = reverse("told_help_add", args=[family.dossier.id])
    assert add not in family.seen_by(family.desk.town.jorien).links()
    family.allow(family.marloes, "wmo")
    assert add in family.seen_by(family.desk.town.jorien).links()


def test_what_stands_out_is_answered_shown_to_the_family_and_withdrawn(family: Family) -> None:
    give(family.noah, *[Given("jeugdwet", "ambulante jeugdhulp", since=date(2026, 3, 1))] * 2)
    family.allow(family.noah, "jeugdwet")
    visitor = signed_in(family.desk.town.jorien.id)
    url = reverse("care", args=[family.dossier.id])
    [way, *_others] = [link for link in visitor.get(url).links() if "/opvallend/" in link]
    refused = visitor.press(visitor.get(way), "Opslaan", {"answer": "taken_up", "because": "dubbel"})
    assert (refused.status, "Schrijf op voor welke dag u het oppakt." in refused.text) == (422, True)
    page = visitor.press(visitor.get(way), "Opslaan", {"answer": "fits", "because": "elk een ander doel"})
    assert "Het klopt zo: elk een ander doel" in page.text
    page = visitor.press(visitor.get(way), "Trek in", {"reason": "toch dubbel"})
    assert "elk een ander doel" not in page.text
    assert signed_in(family.desk.town.henk.id).get(way).status == 404
