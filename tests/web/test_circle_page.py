"""The circle on one page: from nothing, from the drawing and from the table, on any day; each by its real form."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

import pytest
from django.urls import reverse
from lxml import html

from kring.practice.circle.models import NetworkMember
from kring.practice.circle.rules.content import Place
from kring.practice.circle.rules.words import Ring
from kring.practice.circle.services import remove_member, take_up
from tests.circle.round import RIA, TRUUS, add
from tests.plans.family import Family, make_family
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

OMA = {"name": "Truus Bakker", "relation": "oma", "sector": "family", "ring": "close"}


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def visit(family: Family, who: str) -> Visitor:
    return signed_in(family.actor(who).id)


def place(family: Family, person: UUID | None = None, **days: str) -> str:
    asked = {**days, **({"wie": str(person)} if person else {})}
    return reverse("circle", args=[family.id]) + "?" + "&".join(f"{name}={value}" for name, value in asked.items())


def do(visitor: Visitor, family: Family, person: UUID, button: str, answers: Mapping[str, str]) -> Page:
    return visitor.press(visitor.get(place(family, person)), button, dict(answers))


def test_a_family_begins_with_an_empty_circle_that_invites(family: Family) -> None:
    page = visit(family, "marloes").get(place(family))
    assert "Er staat nog niemand in de kring" in page.text
    assert page.tree.xpath("//svg[contains(@class, 'kd-narrow')]")


def test_four_answers_put_somebody_in_the_circle_and_the_form_waits_for_the_next(family: Family) -> None:
    marloes = visit(family, "marloes")
    done = marloes.press(marloes.get(place(family)), "Zet in de kring", OMA)
    assert done.url.endswith("#erbij")
    assert "Truus Bakker staat in de kring." in done.text
    assert "1 mens staat in de kring." in done.text
    assert done.tree.xpath("//input[@name='name']")[0].get("value") is None


def test_what_is_missing_comes_back_on_the_same_page(family: Family) -> None:
    marloes = visit(family, "marloes")
    wrong = marloes.press(marloes.get(place(family)), "Zet in de kring", OMA | {"name": ""})
    assert wrong.status == 422
    assert "Schrijf op hoe deze persoon heet." in wrong.text
    assert wrong.tree.xpath("//input[@name='relation']")[0].get("value") == "oma"


def test_what_the_rules_refuse_comes_back_too(family: Family) -> None:
    marloes = visit(family, "marloes")
    wrong = marloes.press(
        marloes.get(place(family)), "Zet in de kring", OMA | {"sector": "friends", "birth_year": "1958"}
    )
    assert wrong.status == 422
    assert "alleen bij familie" in wrong.text
    assert not NetworkMember.objects.exists()


def test_drawing_and_table_both_lead_to_the_person(family: Family) -> None:
    member = add(family)
    page = visit(family, "marloes").get(place(family))
    link = f"?wie={member.pk}#wie"
    in_drawings = page.tree.xpath(f"//svg//a[@href='{link}']/@aria-label")
    said = "Truus Bakker, oma, haalt Finn van school, elke woensdag: dichtbij, goed, steunend, helpt het gezin"
    assert in_drawings == [f"{said}, precies goed"] * 2
    assert page.tree.xpath(f"//table//a[@href='{link}']")


def test_a_limit_is_marked_and_undone(family: Family) -> None:
    marloes = visit(family, "marloes")
    member = add(family)
    marked = do(marloes, family, member.pk, "Grens opslaan", {"load": "limit"})
    assert "Tot die tijd kan deze persoon geen nieuwe actie krijgen." in marked.text
    assert "Bij 1 van hen is de grens bereikt (100%)." in marked.text
    undone = marloes.press(marked, "Ongedaan maken")
    assert "Bij niemand van hen is de grens bereikt." in undone.text


def test_after_asking_something_can_be_asked_again(family: Family) -> None:
    marloes = visit(family, "marloes")
    member = add(family)
    do(marloes, family, member.pk, "Grens opslaan", {"load": "limit"})
    asked = do(marloes, family, member.pk, "Navraag opslaan", {"words": "Eén keer kan nog."})
    assert "nagevraagd op 1 november 2026: Eén keer kan nog." in asked.text
    assert "geen nieuwe actie krijgen" not in asked.text


def test_a_person_is_corrected_told_and_removed_with_a_reason(family: Family) -> None:
    marloes = visit(family, "marloes")
    member = add(family)
    assert "Truus Jansen" in do(marloes, family, member.pk, "Verbetering opslaan", {"name": "Truus Jansen"}).text
    told = do(marloes, family, member.pk, "Verteld opslaan", {"informed_on": "01-11-2026", "how": "spoken"})
    assert "sinds 1 november 2026, verteld door het gezin" in told.text
    without = do(marloes, family, member.pk, "Haal uit de kring", {})
    assert without.status == 422
    gone = do(marloes, family, member.pk, "Haal uit de kring", {"because": "verhuisd naar Spanje"})
    assert "Er staat nog niemand in de kring" in gone.text
    back = marloes.press(gone, "Ongedaan maken")
    assert "1 mens staat in de kring." in back.text


def test_who_was_just_added_by_mistake_is_gone_on_every_day(family: Family) -> None:
    marloes = visit(family, "marloes")
    done = marloes.press(marloes.get(place(family)), "Zet in de kring", OMA)
    marloes.press(done, "Ongedaan maken")
    assert "Truus" not in marloes.get(place(family)).text


def test_somebody_is_hidden_from_one_reader_in_page_and_drawing(family: Family) -> None:
    marloes = visit(family, "marloes")
    member = add(family)
    stefan = str(family.subject("Stefan de Wit"))
    hidden = do(marloes, family, member.pk, "Verbergen, of weer tonen", {"reader": stefan})
    assert "Verborgen voor Stefan de Wit" in hidden.text
    for address in (place(family), place(family, member.pk), place(family, toen="01-01-2026")):
        source = html.tostring(visit(family, "stefan").get(address).tree, encoding="unicode")
        assert "Truus" not in source
        assert ">TB<" not in source
    assert "Truus Bakker" in visit(family, "jorien").get(place(family)).text


def test_two_who_do_not_go_together_are_named_with_each_other(family: Family) -> None:
    marloes = visit(family, "marloes")
    member, ria = add(family), add(family, RIA)
    do(marloes, family, member.pk, "Niet samen opslaan", {"other": str(ria.pk)})
    assert "Niet samen met Truus Bakker" in visit(family, "marloes").get(place(family, ria.pk)).text
    whole = visit(family, "marloes").get(place(family))
    assert "niet samen met Ria Groen" in whole.tree.xpath("string(//table)")
    assert any("niet samen met Truus Bakker" in label for label in whole.tree.xpath("//svg//a/@aria-label"))


def test_a_child_that_helps_is_a_young_carer_and_counts_for_nothing(family: Family) -> None:
    jorien = visit(family, "jorien")
    finn = str(family.subject("Finn"))
    page = jorien.press(jorien.get(place(family)), "Kind opslaan", {"child": finn, "does": "kookt drie keer per week"})
    assert "Finn kookt drie keer per week" in page.text
    assert "jonge mantelzorger" in page.text
    assert "doet iets vast" not in page.text.replace("0 doen iets vast", "")


def before_and_after(family: Family) -> tuple[NetworkMember, NetworkMember]:
    """Ria left in October; Truus came then."""
    with family.acting("marloes") as marloes:
        ria = add(family, RIA, None)
    with family.acting("marloes") as marloes:
        take_up(actor=marloes, member=ria, place=Place(Ring.REGULAR), since=date(2026, 1, 1))
        remove_member(actor=marloes, member=ria, because="verhuisd")
        truus = add(family, TRUUS, None)
    with family.acting("marloes") as marloes:
        take_up(actor=marloes, member=truus, place=Place(Ring.CLOSE), since=date(2026, 10, 1))
    return ria, truus


def test_two_days_beside_each_other_say_who_came_and_who_went(family: Family) -> None:
    before_and_after(family)
    page = visit(family, "jorien").get(place(family, toen="01-05-2026"))
    assert "Truus Bakker erbij gekomen" in page.text
    assert "Ria Groen niet meer" in page.text
    assert "Op 1 mei 2026 stonden er 1 in de kring" in page.text


def test_the_circle_on_an_earlier_day_is_as_it_was(family: Family) -> None:
    before_and_after(family)
    text = visit(family, "jorien").get(place(family, op="01-05-2026")).text
    assert "Ria Groen" in text
    assert "Truus Bakker" not in text


def test_who_works_with_the_family_stands_among_the_professionals(family: Family) -> None:
    add(family)
    page = visit(family, "marloes").get(place(family))
    assert "Jorien Smit" in page.text
    assert "1 mens staat in de kring." in page.text


@pytest.mark.parametrize("who", ["henk", "mark", "annet", "bram", "fatima"])
def test_for_others_there_is_no_such_page(family: Family, who: str) -> None:
    assert visit(family, who).get(place(family)).status in {403, 404}


@pytest.mark.parametrize("who", ["marloes", "jorien"])
def test_the_page_costs_ten_statements_at_most(family: Family, who: str) -> None:
    member = add(family)
    add(family, RIA)
    visitor = visit(family, who)
    visitor.get(place(family))
    with statements() as asked:
        visitor.get(place(family))
    assert len(asked) <= 10, asked
    with statements() as asked:
        visitor.get(place(family, member.pk, toen="01-05-2026"))
    assert len(asked) <= 10, asked


def test_the_overview_shows_the_circle_to_who_reads_it(family: Family) -> None:
    """Each person is a link to where one works on it; Annet reads the family, and not its circle."""
    truus = add(family)
    overview = reverse("family", args=[family.id])
    page = visit(family, "jorien").get(overview)
    assert "Truus Bakker" in page.text
    assert f"{reverse('circle', args=[family.id])}?wie={truus.pk}#wie" in page.links()
    assert "Truus" not in visit(family, "annet").get(overview).text
