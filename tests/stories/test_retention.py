"""How long what is kept; and a file whose term is over, from the list to the record of its destruction."""

import re
from datetime import date

import psycopg
import pytest
from playwright.sync_api import Page, expect

from tests.demo.world import inside_of
from tests.retention.years import CLOSED
from tests.stories.house import House
from tests.stories.pictures import WIDTHS, looked_at, seen, shows
from tests.stories.working import work

pytestmark = pytest.mark.browser
LABEL = "De Wit"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_terms_are_read(house: House, width: int) -> None:
    karim = house.enter("Karim Tahiri", width)
    karim.goto("/bewaartermijnen/")
    expect(karim.get_by_role("main")).to_contain_text("Dossier van jeugdhulp")
    found = seen(karim, "retention")
    karim.get_by_label("Zoals het geldt op").fill("01-01-2020")
    karim.get_by_role("button", name="Laat zien").click()
    expect(karim.get_by_role("main")).to_contain_text("Bewaartermijnen op 1 januari 2020")
    assert found + looked_at(karim) == []


def long_ago(database_url: str) -> str:
    """The family of the demo as if nothing had happened since 2004. Returns the dossier."""
    name = re.findall(r"/(kring_story_\w+)\?", database_url)[0]
    with psycopg.connect(inside_of(name), autocommit=True) as server:
        server.execute("set session_replication_role = replica")
        [(dossier,)] = server.execute(
            "select id::text from access_dossier where label like %s", [f"%{LABEL}%"]
        ).fetchall()
        for statement in filter(str.strip, CLOSED.split(";")):
            server.execute(statement, {"day": date(2004, 6, 1), "file": dossier})
        server.execute(
            "update care_provision set started_on = '2003-01-01', ended_on = '2004-05-01', actual_start_on = null, "
            "actual_end_on = null, stated_at = null, state = 'stopped' where subject_id in "
            "(select subject_id from access_dossiersubject where dossier_id = %s)",
            [dossier],
        )
        for table in ("care_provisionevent", "care_declaration"):
            server.execute(
                f"delete from {table} where subject_id in "
                "(select subject_id from access_dossiersubject where dossier_id = %s)",
                [dossier],
            )
    return str(dossier)


def settled(page: Page, text: str) -> None:
    expect(page.get_by_role("main")).to_contain_text(text)


@pytest.mark.parametrize("width", WIDTHS)
def test_from_due_to_record(house: House, demo_url: str, width: int) -> None:
    dossier = long_ago(demo_url)
    bram = house.enter("Bram Kok", width)
    bram.goto("/vernietigen/")
    settled(bram, "Er is nog geen lijst")
    bram.get_by_role("button", name="Maak een lijst op voor Zeewaard").click()
    expect(bram.get_by_role("alert").or_(bram.get_by_role("status")).first).to_contain_text("Kring kijkt nu")
    work(demo_url)
    wietske = house.enter("Wietske Fokkema", width)
    wietske.goto("/vernietigen/")
    shows(wietske, "destruction")
    wietske.get_by_role("link", name=re.compile(r"^2026-1$")).click()
    settled(wietske, "wacht op goedkeuring")
    expect(wietske.get_by_role("main")).not_to_contain_text(LABEL)
    shows(wietske, "destruction-list")
    wietske.get_by_role("link", name="Goedkeuren").click()
    shows(wietske, "destruction-approve")
    wietske.get_by_label("Ik heb de regels bekeken").check()
    wietske.get_by_role("button", name="Keur deze lijst goed").click()
    settled(wietske, "goedgekeurd")
    wietske.get_by_role("link", name="Uitvoeren").click()
    settled(wietske, "Wat niet ongedaan kan worden gemaakt")
    shows(wietske, "destruction-carry-out")
    wietske.get_by_label("Ik weet dat dit niet ongedaan").check()
    wietske.get_by_role("button", name="Vernietig nu").click()
    settled(wietske, "Kring voert de lijst nu uit")
    work(demo_url)
    wietske.reload()
    wietske.get_by_role("link", name="Verklaring van vernietiging").click()
    settled(wietske, "1 dossier")
    shows(wietske, "destruction-record")
    assert not [one for one in (LABEL, dossier) if one in wietske.content()]
