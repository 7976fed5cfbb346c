"""The emergency button by real pages: the form, the warning, the open dossier, and the officer's queue."""

from datetime import datetime

import pytest

from tests.access.test_break_glass import WHY, annet, family, opens
from tests.plans.family import Family
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db
__all__ = ["annet", "family"]

ADDRESS, QUEUE = "/noodknop/", "/toezicht/noodknop/"
MARLOES = {"name": "Marloes Bakker", "born_0": "12", "born_1": "3", "born_2": "1991"}
FILLED = {**MARLOES, "purpose": "child", "reason": WHY, "hours": "4"}


def press(visitor: Visitor, answers: dict[str, str]) -> Page:
    return visitor.press(visitor.get(ADDRESS), "Open het dossier", answers)


def test_it_warns_then_opens_the_dossier(family: Family) -> None:
    henk = signed_in(family.town.henk.id)
    assert "De regisseur en de functionaris gegevensbescherming krijgen meteen bericht" in henk.get(ADDRESS).text
    page = press(henk, FILLED)
    assert page.url == f"/dossier/{family.id}/"
    assert page.status == 200
    assert "Het dossier is open." in page.text
    assert "Gezin De Wit-Bakker" in page.text


def test_without_a_reason_or_for_more_than_a_day_nothing_opens(family: Family) -> None:
    henk = signed_in(family.town.henk.id)
    page = press(henk, FILLED | {"reason": "", "hours": "48"})
    assert page.status == 422
    assert henk.get(f"/dossier/{family.id}/").status == 404


def test_who_is_not_found_is_not_told_about(family: Family) -> None:
    page = press(signed_in(family.town.henk.id), FILLED | {"name": "Marloes Nergens"})
    assert "Niets gevonden" in page.text


def test_who_has_no_task_in_the_town_finds_nobody(family: Family, now: datetime) -> None:
    assert "Niets gevonden" in press(signed_in(family.town.annet.id), FILLED).text


def test_the_officer_judges_from_the_queue_and_reads_no_name_of_the_family(family: Family) -> None:
    opens(family)
    mark = signed_in(family.town.mark.id)
    page = mark.get(QUEUE)
    assert f"Henk Prins: een kind is nu niet veilig {WHY}" in page.text
    assert "De Wit" not in page.tree.xpath("//main")[0].text_content()
    [link] = [link for link in page.links() if link.startswith(QUEUE) and link != QUEUE]
    page = mark.press(mark.get(link), "Oordeel vastleggen", {"judgement": "justified", "words": "ja"})
    assert page.status == 422
    page = mark.press(page, "Oordeel vastleggen", {"judgement": "justified", "words": "Het kind belde zelf."})
    assert "Er is niets te beoordelen" in page.text
    assert "terecht Het kind belde zelf." in page.text


def test_the_queue_is_the_officers_only(family: Family) -> None:
    opened = opens(family)
    for who in (family.town.jorien, family.town.henk, family.marloes):
        visitor = signed_in(who.id)
        assert visitor.get(QUEUE).status == 403
        assert visitor.get(f"{QUEUE}{opened.id}/").status in {403, 404}


def test_the_officer_opens_a_dossier_from_the_log_with_a_reason(family: Family, annet: str) -> None:
    """Metadata first: without a line in the log there is no way in."""
    officer = signed_in(family.actor(annet).id)
    signed_in(family.town.jorien.id).get(f"/dossier/{family.id}/")
    [link] = {link for link in officer.get("/toezicht/log/").links() if link.startswith("/toezicht/inzage/")}
    assert officer.get(f"/dossier/{family.id}/").status == 404
    page = officer.press(officer.get(link), "Open het dossier", {"reason": "", "hours": "2"})
    assert page.status == 422
    page = officer.press(page, "Open het dossier", {"reason": "Klacht van het gezin over meekijken.", "hours": "2"})
    assert (page.url, page.status) == (f"/dossier/{family.id}/", 200)
    assert "Het dossier is open. De regisseur weet het." in page.text


def test_oversight_is_no_way_in_for_anybody_else(family: Family) -> None:
    for who in (family.town.jorien, family.town.henk, family.marloes):
        assert signed_in(who.id).get(f"/toezicht/inzage/{family.id}/").status == 403
