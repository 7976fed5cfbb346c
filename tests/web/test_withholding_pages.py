"""Withholding by real pages: asking, the task and opinion of the second, ending; and nothing of it for the family."""

from datetime import date

import pytest

from kring.ground.documents.models import Document
from tests.access.test_withholding import WHY, answers, asks, family, jeugdwet_of_finn, report
from tests.audit.lines import all_lines
from tests.plans.family import Family
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db
__all__ = ["family", "report"]

RULE_FOR_EVERYBODY = "wat voorlopig wordt achtergehouden, ziet u pas als dat voorbij is"
"""The page *Wie keek er?* says to every family what it does not show; it says nothing about this one."""


def place(family: Family) -> str:
    return f"/dossier/{family.id}/achterhouden/"


def wish(family: Family, report: Document) -> dict[str, str]:
    return {
        "member": str(family.subject("Stefan de Wit")),
        "what": f"document:{report.id}",
        "reason": WHY,
        "second": str(family.town.jorien.id),
        "review_on": "01-12-2026",
    }


def asked(henk: Visitor, family: Family, report: Document) -> Page:
    return henk.press(henk.get(place(family)), "Vraag de mening", wish(family, report))


def test_it_is_asked_judged_from_the_task_and_ended(family: Family, report: Document) -> None:
    henk, jorien = signed_in(family.town.henk.id), signed_in(family.town.jorien.id)
    assert "nog niet achtergehouden" in asked(henk, family, report).text
    home = jorien.get("/")
    [task] = [link for link in home.links() if link.startswith("/taken/")]
    [here] = [link for link in jorien.get(task).links() if link == place(family) and link]
    [opinion] = [link for link in jorien.get(here).links() if link.endswith("/mening/")]
    page = jorien.press(jorien.get(opinion), "Leg uw mening vast", {"answer": "agrees", "words": "ja"})
    assert page.status == 422
    page = jorien.press(page, "Leg uw mening vast", {"answer": "agrees", "words": "Met minder kan het niet."})
    assert "achtergehouden sinds 1 november 2026" in page.text
    [end] = [link for link in henk.get(place(family)).links() if link.endswith("/geven/")]
    page = henk.press(henk.get(end), "Niet meer achterhouden", {"words": "Stefan weet het inmiddels."})
    assert "Er wordt niets achtergehouden" in page.text


def test_longer_is_asked_and_judged_anew(family: Family, report: Document) -> None:
    answers(family, asks(family, jeugdwet_of_finn(family, review_on=date(2026, 11, 8))))
    henk, jorien = signed_in(family.town.henk.id), signed_in(family.town.jorien.id)
    listed = henk.get(place(family))
    assert "Tot en met 8 november 2026; daarna vanzelf weer te lezen." in listed.text
    [longer] = [link for link in listed.links() if link.endswith("/langer/")]
    given = {"until": "08-11-2026", "reason": WHY, "second": str(family.town.jorien.id)}
    wrong = henk.press(henk.get(longer), "Vraag de mening", given)
    assert (wrong.status, "na de dag waarop het nu eindigt" in wrong.text) == (422, True)
    page = henk.press(wrong, "Vraag de mening", given | {"until": "20-12-2026"})
    assert "is om een mening gevraagd over langer: tot en met 20 december 2026" in page.text
    assert henk.get(longer).status == 404
    [opinion] = [link for link in jorien.get(place(family)).links() if link.endswith("/mening/")]
    asked_for = jorien.get(opinion)
    assert "Mag dit langer worden achtergehouden?" in asked_for.text
    page = jorien.press(asked_for, "Leg uw mening vast", {"answer": "agrees", "words": "Het gevaar is er nog."})
    assert "Tot en met 20 december 2026; daarna vanzelf weer te lezen." in page.text


def test_far_from_the_day_longer_is_not_offered(family: Family) -> None:
    row = asks(family, jeugdwet_of_finn(family))
    answers(family, row)
    henk = signed_in(family.town.henk.id)
    assert not [link for link in henk.get(place(family)).links() if link.endswith("/langer/")]
    assert henk.get(f"{place(family)}{row.id}/langer/").status == 404


def test_urgent_says_until_when(family: Family, report: Document) -> None:
    henk = signed_in(family.town.henk.id)
    page = henk.press(henk.get(place(family)), "Vraag de mening", wish(family, report) | {"urgent": "on"})
    assert "voorlopig achtergehouden, tot en met 3 november" in page.text


def test_a_wrong_form_comes_back(family: Family, report: Document) -> None:
    henk = signed_in(family.town.henk.id)
    page = henk.press(henk.get(place(family)), "Vraag de mening", wish(family, report) | {"review_on": "01-11-2030"})
    assert page.status == 422
    assert "binnen een half jaar" in page.text


@pytest.mark.parametrize("who", ["stefan", "marloes"])
def test_the_family_finds_no_page_and_no_word_of_it(family: Family, report: Document, who: str) -> None:
    answers(family, asks(family, jeugdwet_of_finn(family)))
    answers(family, asks(family, jeugdwet_of_finn(family), urgent=True))
    asked(signed_in(family.town.henk.id), family, report)
    visitor = signed_in(family.actor(who).id)
    assert visitor.get(place(family)).status == 404
    for url in ("/", f"/dossier/{family.id}/", f"/dossier/{family.id}/hulp/", "/wie-keek/", "/berichten/"):
        text = visitor.get(url).text.lower()
        for usual in ("achtervang", "achternaam", RULE_FOR_EVERYBODY):
            text = text.replace(usual, "")
        assert "achter" not in text, url


def test_the_pages_of_stefan_show_no_gap(family: Family, report: Document) -> None:
    """His page of documents is as if it never was there; Marloes, the twin, reads it."""
    henk = signed_in(family.town.henk.id)
    henk.press(henk.get(place(family)), "Vraag de mening", wish(family, report) | {"urgent": "on"})
    url = f"/dossier/{family.id}/documenten/"
    assert "Er zijn nog geen documenten" in signed_in(family.stefan.id).get(url).text
    assert report.title in signed_in(family.marloes.id).get(url).text
    assert signed_in(family.stefan.id).get(f"{url}{report.id}/").status == 404


def test_the_name_of_this_page_stands_in_no_line_of_the_log(family: Family) -> None:
    """A package tells the lines of the log with what they are called."""
    assert signed_in(family.town.henk.id).get(place(family)).status == 200
    assert {line.what for line in all_lines(actor=family.town.henk.id, event="read")} == {"family.family"}


@pytest.mark.parametrize("who", ["mark", "annet", "fatima", "bram"])
def test_nobody_without_a_task_finds_it(family: Family, who: str) -> None:
    assert signed_in(family.actor(who).id).get(place(family)).status == 404


def test_it_takes_few_statements(family: Family, report: Document) -> None:
    asks(family, jeugdwet_of_finn(family))
    henk = signed_in(family.town.henk.id)
    henk.get(place(family))
    with statements() as found:
        henk.get(place(family))
    assert len(found) <= 10, found.of_page
