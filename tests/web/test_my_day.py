"""My day of a professional, by real pages and real buttons."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Account
from kring.ground.access.services import assign_role
from kring.ground.agenda.models import NoticeKind, Task, TaskState
from kring.ground.agenda.services import add_task, notify
from kring.ground.audit.trail import recording
from kring.practice.plans.models import Action, ActionState
from kring.practice.plans.services import add_action
from tests.access.people import actor_of, give_role, make_dossier, make_subject
from tests.plans.family import COACH, Family, make_family, make_plan
from tests.web.visitor import Page, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(now: datetime) -> Family:
    return make_family(now)


def give(family: Family, title: str, due: date, *, to: Account | None = None) -> Task:
    with family.acting("jorien", ago=timedelta(days=20)) as old:
        actor = actor_of(old.id, family.town.at)
    with recording("test"), acting(actor):
        return add_task(
            actor=actor,
            account=(to or family.town.jorien).id,
            clock="actie",
            title=title,
            dossier=family.id,
            began_on=date(2026, 10, 1),
            due_on=due,
        )


def number_of_reads(queries: CaptureQueriesContext) -> int:
    """What the page itself asks, after Django's session and login."""
    return sum(query["sql"].startswith("SELECT") for query in queries) - len(("session", "login"))


def headings(page: Page) -> list[str]:
    return [" ".join(head.text_content().split()) for head in page.tree.xpath("//main//h2")]


def lines(page: Page, heading: str) -> list[str]:
    found = page.tree.xpath(f"//section[.//h2[normalize-space()='{heading}']]//li//*[@class='k-line__title']")
    return [" ".join(line.text_content().split()) for line in found]


def test_overdue_comes_first_then_today_then_what_comes(family: Family) -> None:
    give(family, "Bel de school", date(2026, 11, 9))
    give(family, "Bel de huisarts", date(2026, 10, 30))
    give(family, "Bel moeder", date(2026, 11, 1))
    page = signed_in(family.town.jorien.id).get("/")
    assert headings(page)[:3] == ["Te laat", "Vandaag", "Komt eraan"]
    assert lines(page, "Te laat") == ["Bel de huisarts"]
    assert lines(page, "Vandaag") == ["Bel moeder"]
    assert "2 dagen te laat" in page.text
    assert "over 8 dagen" in page.text
    assert "Gezin De Wit-Bakker" in page.text


def test_a_step_of_a_plan_stands_among_the_tasks_and_is_done_from_here(family: Family) -> None:
    """Beside it the six weeks of a family that makes no plan of its own (BR-011)."""
    goal = make_plan(family)
    with family.acting("jorien") as jorien:
        step = add_action(actor=jorien, goal=goal, words=COACH)
    visitor = signed_in(family.town.jorien.id)
    page = visitor.get("/")
    assert "Later: nog 2" in page.text
    assert "stap uit het plan" in page.text
    page = visitor.press(page, "Gedaan: De brieven samen openen")
    assert "afgevinkt in het plan" in page.text
    assert "Later: nog 1" in page.text
    with family.acting("jorien"):
        assert Action.objects.get(id=step.id).state == ActionState.DONE


def test_the_button_finishes_a_task_and_the_page_offers_a_way_back(family: Family) -> None:
    task = give(family, "Bel de school", date(2026, 11, 9))
    visitor = signed_in(family.town.jorien.id)
    page = visitor.press(visitor.get("/"), "Gedaan: Bel de school")
    assert page.url == "/"
    assert "Vandaag gedaan" in headings(page)
    page = visitor.press(visitor.get(f"/taken/{task.id}/"), "Toch nog doen")
    assert "Gedaan" in page.buttons()
    assert lines(visitor.get("/"), "Komt eraan") == ["Bel de school"]


def test_moving_asks_for_a_later_day_and_a_reason(family: Family) -> None:
    task = give(family, "Bel de school", date(2026, 11, 9))
    visitor = signed_in(family.town.jorien.id)
    page = visitor.get(f"/taken/{task.id}/")
    wrong = visitor.press(page, "Verzetten", {"verzet-due_on": "31-10-2026", "verzet-reason": ""})
    assert wrong.status == 422
    assert "De nieuwe datum ligt in het verleden" in wrong.text
    assert "Schrijf op waarom." in wrong.text
    done = visitor.press(page, "Verzetten", {"verzet-due_on": "20-11-2026", "verzet-reason": "school is dicht"})
    assert done.url == "/"
    assert "Verzet: school is dicht" in done.text
    assert "over 19 dagen" in done.text


def test_dropping_a_task_asks_why(family: Family) -> None:
    task = give(family, "Bel de school", date(2026, 11, 9))
    visitor = signed_in(family.town.jorien.id)
    page = visitor.get(f"/taken/{task.id}/")
    assert visitor.press(page, "Laten vervallen").status == 422
    visitor.press(page, "Laten vervallen", {"vervalt-reason": "het gezin is verhuisd"})
    with family.acting("jorien"):
        found = Task.objects.get(id=task.id)
    assert (found.state, found.reason) == (TaskState.CANCELLED, "het gezin is verhuisd")


def test_the_task_of_a_family_of_somebody_else_is_not_there(family: Family) -> None:
    task = give(family, "Bel de school", date(2026, 11, 9))
    henk = signed_in(family.town.henk.id)
    page = henk.get(f"/taken/{task.id}/")
    assert page.status == 404
    assert "Mijn dag" in page.text, "the way to the own pages is there"
    [token] = set(page.tree.xpath("//input[@name='csrfmiddlewaretoken']/@value"))
    for deed in ("gedaan", "verzetten", "vervalt", "toch-doen"):
        given = {
            "csrfmiddlewaretoken": token,
            "verzet-due_on": "20-11-2026",
            "verzet-reason": "x",
            "vervalt-reason": "x",
        }
        assert henk.client.post(f"/taken/{task.id}/{deed}/", given).status_code == 404
    assert signed_in(family.town.jorien.id).get(f"/taken/{task.id}/").status == 200
    with family.acting("jorien"):
        assert Task.objects.get(id=task.id).state == TaskState.OPEN


def test_a_form_without_its_token_changes_nothing(family: Family) -> None:
    task = give(family, "Bel de school", date(2026, 11, 9))
    visitor = signed_in(family.town.jorien.id)
    assert visitor.client.post(f"/taken/{task.id}/gedaan/").status_code == 403
    with family.acting("jorien"):
        assert Task.objects.get(id=task.id).state == TaskState.OPEN


def test_my_families_and_my_notices_stand_beside_it(family: Family) -> None:
    with family.acting("mark"):
        notify(account=family.town.jorien.id, kind=NoticeKind.PLAN_AGREED, dossier=family.id)
    page = signed_in(family.town.jorien.id).get("/")
    assert "Mijn gezinnen" in headings(page)
    assert "Er is een nieuw plan vastgesteld." in page.text


@pytest.mark.parametrize(
    ("role", "sentence"),
    [
        (None, "Zodra u regisseur bent of een taak hebt bij een gezin"),
        (roles.ADMINISTRATOR, "Richt de organisatie in"),
        (roles.DATA_STEWARD, "Lever bestanden aan"),
        (roles.CHOOSER, "breng een huishouden op naam"),
        (roles.LEADER, "wijs een regisseur aan"),
        (roles.RESEARCHER, "Open het onderzoek waaraan u meewerkt"),
        (roles.POLICY, "Bekijk de cijfers per gebied"),
        (roles.PRIVACY_OFFICER, "op welke grondslag"),
        (roles.SAFEGUARDING, "naar een beschermd dossier"),
    ],
)
def test_an_empty_day_says_the_next_step_of_the_role(family: Family, role: roles.Role | None, sentence: str) -> None:
    system = system_actor(family.town.at - timedelta(days=9))
    if role is not None:
        with recording("test"), acting(system):
            assign_role(
                actor=system,
                account=family.town.henk.id,
                role=role.code,
                organisation=family.town.municipality.id,
                ground="aanstelling",
            )
    page = signed_in(family.town.henk.id).get("/")
    assert "Er staat niets voor u klaar" in page.text
    assert sentence in page.text


def test_the_number_of_queries_does_not_grow_with_the_caseload(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    give(family, "Bel de school", date(2026, 11, 9))
    visitor.get("/")
    with CaptureQueriesContext(connection) as few:
        visitor.get("/")
    for number in range(6):
        subject = make_subject(family.town.municipality, f"Kind {number}")
        dossier = make_dossier(family.town, f"Gezin {number}", [(subject, "moeder")])
        give_role(family.town, dossier, family.town.jorien, roles.REGISSEUR)
        give(Family(family.town, dossier, {}, family.marloes, family.stefan), f"Taak {number}", date(2026, 11, 9))
    with CaptureQueriesContext(connection) as many:
        visitor.get("/")
    assert len(many) == len(few)
    assert number_of_reads(many) == 8
