"""From messages about the test persons of the BRP to the page of a study: households with three laws."""

from pathlib import Path
from uuid import UUID

import pytest
from django.urls import reverse

from kring.exchange.models import DeliveryKind, DeliveryState
from kring.exchange.services import in_the_register
from kring.practice.households.models import HouseholdMember, PersonIdentity
from tests.exchange_care.stage import bring, bring_file
from tests.exchange_care.test_brp_people import HOUSEHOLDS, csv_of, families, messages
from tests.studies.world import count, make_desk, make_study
from tests.web.visitor import Page, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.shared]

ROWS = "//tbody/tr[.//svg[@role='img']]"


def laws_by_row(page: Page) -> list[set[str]]:
    """The laws that the strip of each household names."""
    rows = page.tree.xpath(ROWS)
    return [{str(text.text) for text in row.xpath(".//svg[@role='img'][1]/text")} for row in rows]


def protected() -> set[UUID]:
    """With a secret address: a study leaves these out."""
    with in_the_register():
        secret = PersonIdentity.objects.filter(secrecy=True).values_list("subject_id", flat=True)
        members = HouseholdMember.objects.filter(subject__in=list(secret))
        return set(members.values_list("household_id", flat=True))


def test_households_of_the_brp_stand_on_the_stack_with_three_laws(shared: Path) -> None:
    """BRP file, our own messages, a CSV, the count of the study; then what Lonneke sees."""
    desk = make_desk()
    controller = desk.town.municipality
    content = (shared / "standards" / "haalcentraal" / "personen-testset.json").read_bytes()
    assert bring_file(controller, DeliveryKind.BRP, "personen.json", content).rows == 641
    chosen = [members for household, members in families() if household not in protected()][:HOUSEHOLDS]
    people = [bsn for members in chosen for bsn in members[:2]]
    results = bring(controller, *messages(people))
    results.append(bring_file(controller, DeliveryKind.PROVISIONS, "levering.csv", csv_of(people)))
    assert {result.state for result in results} == {DeliveryState.DONE}
    study = make_study(desk)
    count(study)

    visitor = signed_in(desk.lonneke.id)
    three = visitor.get(f"{reverse('study', args=[study.id])}?laws=3")
    four = visitor.get(f"{reverse('study', args=[study.id])}?laws=4")

    laws = laws_by_row(three)
    assert [len(named) for named in laws] == [3] * HOUSEHOLDS
    assert all({"Jeugdwet", "Wmo"} < named for named in laws)
    assert laws_by_row(four) == []
