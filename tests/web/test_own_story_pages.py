"""The pages on which a family tells of itself: what is familiar, and its life line."""

from datetime import datetime
from uuid import UUID

import pytest
from django.urls import reverse

from tests.plans.family import Family, make_family
from tests.web.statements import statements
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db

STORY = {"kind": "stories", "words": "Voor het slapen vertelt papa over de boot.", "told_by": "Finn"}
MOVE = {"kind": "move", "what": "verhuisd naar de Noorderweg", "year": "2019", "part": "summer", "told_by": "Marloes"}


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def visit(family: Family, where: str, who: UUID) -> Page:
    return signed_in(who).get(reverse(where, args=[family.id]))


def told(family: Family, where: str, given: dict[str, str | list[str]]) -> Page:
    visitor = signed_in(family.marloes.id)
    return visitor.press(visitor.get(reverse(where, args=[family.id])), "Schrijf op", given)


def test_a_mother_writes_what_is_familiar_and_takes_it_back(family: Family) -> None:
    told(family, "familiar", {**STORY})
    visitor = signed_in(family.marloes.id)
    page = visitor.get(reverse("familiar", args=[family.id]))
    assert "verteld door Finn" in page.text
    page = visitor.press(page, "Schrijf op", {**STORY, "words": "De blauwe deken."})
    page = visitor.press(page, "Ongedaan maken")
    assert "De blauwe deken." not in visit(family, "familiar", family.marloes.id).text


def test_a_line_is_changed_and_taken_away_with_a_reason(family: Family) -> None:
    told(family, "familiar", {**STORY})
    visitor = signed_in(family.town.jorien.id)
    page = visit(family, "familiar", family.town.jorien.id)
    way = next(link for link in page.links() if "regel=" in link).split("#")[0]
    page = visitor.press(visitor.get(way), "Bewaar", {"words": "Over de boot en de zee."})
    assert "Over de boot en de zee." in page.text
    past = next(link for link in visitor.get(way).links() if "/geschiedenis/" in link)
    assert STORY["words"] in visitor.get(past).text
    refused = visitor.press(visitor.get(way), "Haal weg", {"because": ""})
    assert refused.status == 422
    page = visitor.press(visitor.get(way), "Haal weg", {"because": "niet meer nodig"})
    assert "Over de boot" not in page.text


def test_a_moment_stands_on_the_line_and_opens_its_panel(family: Family) -> None:
    page = told(family, "lifeline", {**MOVE})
    assert "zomer 2019" in page.text
    [way] = set(page.tree.xpath("//*[name()='svg' and @role='group']//*[name()='a']/@href"))
    panel = signed_in(family.marloes.id).get(way.split("#")[0])
    assert "Verteld door" in panel.text
    assert "Bewaar" in panel.buttons()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"year": "2030"}, "Dit moment is nog niet geweest."),
        ({"year": ""}, "Vul het jaar in."),
        ({"day": "3"}, "Kies ook de maand, of laat de dag leeg."),
        ({"part": "2", "day": "30"}, "Deze dag is er niet in die maand."),
    ],
)
def test_a_day_that_cannot_be_comes_back_in_the_form(family: Family, given: dict[str, str], said: str) -> None:
    page = told(family, "lifeline", {**MOVE, **given})
    assert page.status == 422
    assert said in page.text


@pytest.mark.parametrize("where", ["familiar", "lifeline"])
def test_a_stranger_gets_no_page(family: Family, where: str) -> None:
    """Twin: the regisseur does."""
    assert visit(family, where, family.town.fatima.id).status == 404
    assert visit(family, where, family.town.jorien.id).status == 200


@pytest.mark.parametrize(("where", "given"), [("familiar", STORY), ("lifeline", MOVE)])
def test_the_number_of_statements_does_not_grow(family: Family, where: str, given: dict[str, str]) -> None:
    visitor = signed_in(family.town.jorien.id)
    counts = set()
    for _round in range(2):
        told(family, where, {**given})
        visitor.get(reverse(where, args=[family.id]))
        with statements() as asked:
            visitor.get(reverse(where, args=[family.id]))
        counts.add(len(asked))
    assert len(counts) == 1
    assert max(counts) <= 10
