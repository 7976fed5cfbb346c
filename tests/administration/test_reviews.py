"""Twice a year Bram looks over who has access at Zeewaard, ends what is not right any more, and signs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import AccessReview, Account, Login, RoleAssignment
from kring.ground.access.services import count_grant_differences
from kring.ground.access.services.reviewing import checksum, sign_review
from kring.ground.agenda.models import Task, TaskState
from kring.ground.audit.trail import recording, write
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.ground.shared.verdict import Refused
from kring.practice.leads.services import appoint
from tests.access.people import Town, actor_of, make_dossier, make_subject, make_town
from tests.administration.test_organisations import give
from tests.conftest import TODAY, speaking_as
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

TITLE = "Loop na wie toegang heeft bij Zeewaard"


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def bram(town: Town) -> Visitor:
    return signed_in(town.bram.id)


@contextmanager
def as_account(account: Account, at: datetime) -> Iterator[Actor]:
    actor = actor_of(account.id, at)
    with recording("test") as trail, acting(actor):
        yield actor
        write(trail)


def assignment(account: Account, role: roles.Role) -> RoleAssignment:
    with speaking_as(DatabaseRole.OWNER):
        return RoleAssignment.objects.get(account=account, role=role.code)


def running(account: Account, at: datetime) -> set[str]:
    with speaking_as(DatabaseRole.OWNER):
        rows = RoleAssignment.objects.filter(account=account).exclude(ended_at__lte=at)
        return set(rows.values_list("role", flat=True))


def form(bram: Visitor, town: Town) -> Page:
    return bram.get(reverse("access_review_new", args=[town.municipality.id]))


def signed(bram: Visitor, town: Town, *ending: RoleAssignment) -> Page:
    """Everything right but for these."""
    page = form(bram, town)
    names = {box.get("name") for box in page.tree.xpath("//input[@type='radio']")}
    answers = dict.fromkeys(names, "klopt") | {str(one.id): "einde" for one in ending}
    return bram.press(page, "Teken", answers | {"words": "Samen met de teamleider bekeken."})


def asked(at: datetime) -> None:
    with speaking_as(DatabaseRole.JOBS):
        JOBS["agenda.ask_reviews"].run()


def tasks_of(account: Account, at: datetime) -> list[Task]:
    with as_account(account, at):
        return list(Task.objects.filter(account=account, clock="toegang_nalopen").order_by("began_on", "due_on"))


def test_the_page_shows_every_account_with_its_roles_and_how_many_families(bram: Visitor, town: Town) -> None:
    dossier = make_dossier(town, "Yilmaz", [(make_subject(town.municipality, "Emre Yilmaz"), "vader")])
    with as_account(town.mark, town.at) as mark:
        appoint(actor=mark, dossier=dossier, lead=town.jorien, deputy=town.henk, chosen_by_family=True)
    text = form(bram, town).text
    assert "Jorien Smit · Jeugd- en gezinscoach · 1 gezin · Medewerker" in text
    assert "Annet Visser · Teamleider · Teamleider van de organisatie" in text
    assert "Fatima Amrani" not in text
    assert "Yilmaz" not in text


def test_what_is_to_end_ends_when_it_is_signed(bram: Visitor, town: Town, now: datetime) -> None:
    page = signed(bram, town, assignment(town.annet, roles.LEADER), assignment(town.naima, roles.COLLEAGUE))
    assert "Getekend. Wat moest eindigen, is beëindigd." in page.text
    assert running(town.annet, now) == {"collega"}
    assert running(town.naima, now) == set()
    assert running(town.henk, now) == {"collega"}
    assert count_grant_differences() == 0


def test_the_record_is_read_back_and_cannot_change(bram: Visitor, town: Town) -> None:
    page = signed(bram, town, assignment(town.annet, roles.LEADER))
    assert "Getekend door Bram Kok op 1 november 2026, 10:00 uur." in page.text
    assert "Annet Visser · Teamleider van de organisatie beëindigd" in page.text
    assert "Samen met de teamleider bekeken." in page.text
    assert "Afdrukken" in page.buttons()
    with as_account(town.bram, town.at):
        review = AccessReview.objects.get()
        assert checksum(review.content) == review.sha256
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            AccessReview.objects.update(words="anders")
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("update access_accessreview set content = jsonb_set(content, '{0,ends}', 'true')")
    assert "klopt niet meer met het controlegetal" in bram.get(page.url).text


def test_a_line_without_an_answer_comes_back(bram: Visitor, town: Town) -> None:
    page = bram.press(form(bram, town), "Teken")
    assert page.status == 422
    assert "Kies of dit klopt." in page.text


def test_who_leads_families_and_who_signs_cannot_be_ended(bram: Visitor, town: Town) -> None:
    dossier = make_dossier(town, "Yilmaz", [(make_subject(town.municipality, "Emre Yilmaz"), "vader")])
    with as_account(town.mark, town.at) as mark:
        appoint(actor=mark, dossier=dossier, lead=town.jorien, deputy=town.henk, chosen_by_family=True)
    tree = form(bram, town).tree
    for one in (assignment(town.jorien, roles.COLLEAGUE), assignment(town.bram, roles.ADMINISTRATOR)):
        assert tree.xpath(f"//input[@name='{one.id}']/@value") == ["klopt"]
    one = assignment(town.naima, roles.COLLEAGUE)
    assert tree.xpath(f"//input[@name='{one.id}']/@value") == ["klopt", "einde"]


def test_a_list_that_changed_meanwhile_is_looked_at_again(town: Town) -> None:
    with as_account(town.bram, town.at) as bram, pytest.raises(Refused, match="intussen"):
        sign_review(actor=bram, organisation=town.municipality.id, lines=[], words="")


def test_only_who_administers_the_organisation_looks(town: Town, now: datetime) -> None:
    assert signed_in(town.annet.id).get("/beheer/toegang/").status == 403
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    fatima = signed_in(town.fatima.id)
    assert fatima.get(reverse("access_reviews", args=[town.municipality.id])).status == 403
    text = fatima.get("/beheer/toegang/").text
    assert "Jeugdzorg De Kade" in text
    assert "Zeewaard" not in fatima.get("/beheer/toegang/").tree.xpath("string(//table)")


def test_the_administrator_gets_the_task_once(town: Town, now: datetime) -> None:
    asked(now)
    asked(now)
    [task] = tasks_of(town.bram, now)
    assert (task.title, str(task.due_on)) == (TITLE, "2027-04-02")
    give(town.henk, roles.ORGANISATION_ADMINISTRATOR, town.municipality, now)
    asked(now)
    assert [one.title for one in tasks_of(town.henk, now)] == [TITLE]


def test_signing_closes_the_task_whoever_had_it_and_the_next_runs_from_then(
    bram: Visitor, town: Town, now: datetime
) -> None:
    give(town.henk, roles.ORGANISATION_ADMINISTRATOR, town.municipality, now)
    asked(now)
    signed(bram, town)
    assert [one.state for one in tasks_of(town.henk, now)] == [TaskState.DONE]
    asked(now)
    [_done, following] = tasks_of(town.henk, now)
    assert (following.state, str(following.due_on)) == (TaskState.OPEN, "2027-05-01")


def test_the_task_leads_to_the_page(town: Town, bram: Visitor, now: datetime) -> None:
    asked(now)
    [task] = tasks_of(town.bram, now)
    assert reverse("access_review_overview") in bram.get(reverse("task", args=[task.id])).links()


def test_the_functional_administrator_sees_who_is_late(
    bram: Visitor, town: Town, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(town.fatima, roles.ORGANISATION_ADMINISTRATOR, town.provider, now)
    assert "Jeugdzorg De Kade – – nog niet gedaan" in bram.get("/beheer/toegang/").text
    fatima = signed_in(town.fatima.id)
    page = fatima.get(reverse("access_review_new", args=[town.provider.id]))
    names = {box.get("name") for box in page.tree.xpath("//input[@type='radio']")}
    fatima.press(page, "Teken", dict.fromkeys(names, "klopt"))
    assert "Jeugdzorg De Kade 01-11-2026 01-05-2027 op tijd" in bram.get("/beheer/toegang/").text
    later = TODAY + timedelta(days=200)
    monkeypatch.setattr(clock, "now", lambda: later)
    with connection.cursor() as cursor:
        cursor.execute("select set_config('kring.test_now', %s, true)", [later.isoformat()])
    assert "Jeugdzorg De Kade 01-11-2026 01-05-2027 te laat" in signed_in(town.bram.id).get("/beheer/toegang/").text


def test_the_lists_and_the_form_cost_ten_statements_at_most(bram: Visitor, town: Town) -> None:
    signed(bram, town)
    for url in (
        "/beheer/toegang/",
        reverse("access_reviews", args=[town.municipality.id]),
        reverse("access_review_new", args=[town.municipality.id]),
    ):
        with statements() as found:
            assert bram.get(url).status == 200
        assert len(found) <= 10, found.of_page


def test_a_closed_account_cannot_sign_in(bram: Visitor, town: Town) -> None:
    signed_in(town.naima.id)
    signed(bram, town, assignment(town.naima, roles.COLLEAGUE))
    assert not Login.objects.get(id=town.naima.id).is_active
