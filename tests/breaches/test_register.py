"""The register of data breaches (BR-108): its clock, its decisions, and that a closed record stays as it is."""

from datetime import date, datetime, timedelta

import pytest

from kring.ground.access.actor import acting
from kring.ground.agenda.models import Task, TaskState
from kring.ground.audit.trail import recording
from kring.ground.shared.verdict import Refused
from kring.oversight.breaches.models import Breach, Notification
from kring.oversight.breaches.rules import can_close, can_tell_authority, due_at
from kring.oversight.breaches.services import Facts, Telling, change_facts, close, decide, note_breach
from tests.plans.family import Family
from tests.rights.test_requests import deed, family
from tests.web.visitor import signed_in

pytestmark = pytest.mark.django_db
__all__ = ["family"]

REGISTER = "/toezicht/datalekken/"
NOT_TOLD = Telling(
    Notification.NO, "De laptop was versleuteld.", None, "", Notification.NO, "Er is geen risico voor hen.", None
)


def noted(family: Family, now: datetime) -> Breach:
    facts = Facts("lost", "Een laptop is kwijt.", now - timedelta(hours=5), "namen en adressen", people_count=40)
    with deed(family, "mark") as mark:
        return note_breach(actor=mark, organisation=family.town.municipality.id, facts=facts)


def test_the_clock_runs_seventy_two_hours_from_discovery_and_is_a_task(family: Family, now: datetime) -> None:
    breach = noted(family, now)
    assert breach.due_at == now + timedelta(hours=67)
    with acting(family.actor("mark")):
        task = Task.objects.get(clock="datalek")
        assert (task.due_on, task.state) == (date(2026, 11, 4), TaskState.OPEN)


def test_it_closes_after_both_decisions_and_never_changes_again(family: Family, now: datetime) -> None:
    breach = noted(family, now)
    with deed(family, "mark") as mark:
        with pytest.raises(Refused, match="Besluit eerst"):
            close(actor=mark, breach=breach)
        decide(actor=mark, breach=breach, telling=NOT_TOLD)
        close(actor=mark, breach=breach)
        assert Task.objects.get(clock="datalek").state == TaskState.DONE
        with pytest.raises(Refused, match="gesloten registratie"):
            decide(actor=mark, breach=breach, telling=NOT_TOLD)
        assert Breach.objects.filter(id=breach.id).update(what="anders") == 0, "not by raw SQL either"


def test_more_becomes_known_and_the_clock_follows_discovery(family: Family, now: datetime) -> None:
    breach = noted(family, now)
    facts = Facts("lost", "Twee laptops zijn kwijt.", now - timedelta(hours=20), "namen", people_count=90)
    with deed(family, "mark") as mark:
        change_facts(actor=mark, breach=breach, facts=facts)
        assert (breach.due_at, breach.people_count) == (now + timedelta(hours=52), 90)


def test_only_the_officer_keeps_and_reads_it(family: Family, now: datetime) -> None:
    breach = noted(family, now)
    for who in ("jorien", "bram", "marloes"):
        actor = family.actor(who)
        with recording("test"), acting(actor):
            assert not Breach.objects.filter(id=breach.id).exists()
            with pytest.raises(Refused, match="functionaris gegevensbescherming"):
                close(actor=actor, breach=replaced(breach))
    with acting(family.actor("mark")):
        assert Breach.objects.filter(id=breach.id).exists()


def replaced(breach: Breach) -> Breach:
    """As somebody would build it by hand, ready to close."""
    return Breach(id=breach.id, organisation_id=breach.organisation_id, authority="no", subjects="no")


def test_a_moment_to_come_is_refused(family: Family, now: datetime) -> None:
    facts = Facts("seen", "Een brief kwam verkeerd aan.", now + timedelta(hours=1), "een naam")
    with deed(family, "mark") as mark, pytest.raises(Refused, match="toekomst"):
        note_breach(actor=mark, organisation=family.town.municipality.id, facts=facts)


@pytest.mark.parametrize(
    ("reason", "late", "hours", "may"),
    [
        ("groot risico", "", 70, True),
        ("", "", 70, False),
        ("groot risico", "", 73, False),
        ("groot", "weekend", 73, True),
    ],
)
def test_telling_the_authority(now: datetime, reason: str, late: str, hours: int, may: bool) -> None:
    told = now + timedelta(hours=hours)
    assert bool(can_tell_authority("yes", reason, told, late, due_at(now))) is may


@pytest.mark.parametrize(
    ("authority", "told", "subjects", "subjects_told", "may"),
    [
        ("no", False, "no", False, True),
        ("", False, "no", False, False),
        ("yes", False, "no", False, False),
        ("yes", True, "yes", False, False),
        ("yes", True, "yes", True, True),
    ],
)
def test_closing(now: datetime, authority: str, told: bool, subjects: str, subjects_told: bool, may: bool) -> None:
    assert bool(can_close(authority, now if told else None, subjects, subjects_told)) is may


def test_by_the_pages_from_an_empty_register_to_a_closed_record(family: Family) -> None:
    mark = signed_in(family.town.mark.id)
    assert "Er zijn nog geen datalekken" in mark.get(REGISTER).text
    facts = {
        "kind": "seen", "what": "Een brief lag bij de buren.", "discovered_on": "31-10-2026",
        "discovered_time": "09:30", "which": "naam en adres", "people_count": "1",
    }  # fmt: skip
    page = mark.press(mark.get(f"{REGISTER}nieuw/"), "Leg vast", facts | {"discovered_time": ""})
    assert page.status == 422
    page = mark.press(page, "Leg vast", facts)
    assert "3 november 2026, 09.30" in page.text
    place = page.url
    page = mark.press(mark.get(f"{place}wijzigen/"), "Leg vast", {"measures": "De brief is opgehaald."})
    assert "De brief is opgehaald." in page.text
    answers = {
        "authority": "yes", "authority_reason": "gezondheid", "authority_on": "01-11-2026", "authority_time": "09:00",
        "subjects": "no", "subjects_reason": "De brief was dicht.",
    }  # fmt: skip
    page = mark.press(mark.get(f"{place}melden/"), "Leg vast", answers | {"authority_time": ""})
    assert "Vul ook in hoe laat het is gemeld." in page.text
    page = mark.press(page, "Leg vast", answers)
    page = mark.press(page, "Sluiten")
    assert "De registratie verandert niet meer." in page.text
    assert "gesloten" in mark.get(f"{REGISTER}?q=buren").text
    assert "Geen datalek met deze woorden." in mark.get(f"{REGISTER}?q=laptop").text
    assert signed_in(family.town.jorien.id).get(REGISTER).status == 403
