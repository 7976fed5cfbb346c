"""A request from receiving to giving: by the own account, by letter, its clock, and who sees what of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Representation
from kring.ground.access.services import assign_role
from kring.ground.agenda.models import NoticeKind, Task, TaskState
from kring.ground.agenda.queries import my_notices
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.ground.shared.verdict import Refused
from kring.oversight.rights import queries, services
from kring.oversight.rights.models import Capacity, Channel, DataRequest, Package, RequestState, Right
from kring.oversight.rights.rules import can_ask, can_decide, can_extend, extended_due_on, first_due_on
from kring.oversight.rights.services import Ask, Decision
from tests.audit.lines import all_lines
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family, make_plan

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 1)


@pytest.fixture
def family(now: datetime) -> Family:
    """Mark is privacy officer too; Marloes has authority over Finn."""
    made = make_family(now)
    make_plan(made)
    system = system_actor(now - timedelta(days=1))
    with recording("test"), acting(system):
        assign_role(
            actor=system,
            account=made.town.mark.id,
            role=roles.PRIVACY_OFFICER.code,
            organisation=made.town.municipality.id,
            ground="aanstelling",
        )
    return made


@contextmanager
def deed(family: Family, who: str) -> Iterator[Actor]:
    actor = family.actor(who)
    with recording("test.rights") as trail, acting(actor):
        yield actor
        write(trail)


def an_ask(family: Family, about: str = "Marloes Bakker") -> Ask:
    return Ask(Right.ACCESS, family.subject(about), Capacity.SELF, about, TODAY)


def asks(family: Family, who: str = "marloes", ask: Ask | None = None) -> UUID:
    with deed(family, who) as actor:
        return services.receive(actor=actor, ask=ask or an_ask(family))


def collect(request: UUID) -> None:
    """As the worker does it."""
    JOBS["rights.collect"].perform(request=str(request))


def sees(family: Family, who: str, request: UUID) -> bool:
    with deed(family, who) as actor:
        return queries.request_of(actor, request) is not None


def read(family: Family, who: str, request: UUID) -> DataRequest:
    with deed(family, who) as actor:
        found = queries.request_of(actor, request)
    assert found is not None
    return found.request


def decides(family: Family, request: UUID, decision: Decision) -> None:
    with deed(family, "mark") as mark:
        services.decide(actor=mark, request=DataRequest.objects.get(id=request), decision=decision)


def fetched(family: Family, who: str, request: UUID) -> bytes | None:
    with deed(family, who) as actor:
        return queries.package_of(actor, request)


GIVEN = Decision(RequestState.GIVEN, weighed="Er staat niets in dat een ander kan schaden.")


def test_one_button_and_the_officer_has_a_task_with_the_term_of_the_law(family: Family) -> None:
    asked = asks(family)
    found = read(family, "marloes", asked)
    assert (found.state, found.channel, found.due_on) == ("checked", "account", date(2026, 12, 1))
    with acting(family.actor("mark")):
        task = Task.objects.get(id=asked)
        assert (task.clock, task.due_on, task.state) == ("inzageverzoek", date(2026, 12, 1), TaskState.OPEN)
        assert my_notices(family.actor("mark"))[0].kind == NoticeKind.RIGHTS_ASKED


def test_it_is_collected_decided_and_fetched_by_who_asked(family: Family) -> None:
    asked = asks(family)
    collect(asked)
    assert fetched(family, "marloes", asked) is None, "not before somebody weighed the interests of others"
    decides(family, asked, GIVEN)
    found = fetched(family, "marloes", asked)
    assert found is not None
    assert found.startswith(b"PK")
    assert fetched(family, "stefan", asked) is None
    with acting(family.actor("mark")):
        assert Task.objects.get(id=asked).state == TaskState.DONE
    with acting(family.actor("marloes")):
        assert my_notices(family.actor("marloes"))[0].kind == NoticeKind.RIGHTS_ANSWERED
    whats = [line.what for line in all_lines() if family.subject("Marloes Bakker") in line.subjects]
    assert {"rights.request_received", "rights.data_collected", "rights.request_decided"} <= set(whats)


def test_what_is_held_back_is_not_in_the_package_that_is_given(family: Family) -> None:
    asked = asks(family)
    collect(asked)
    with pytest.raises(Refused, match="op welke grond"):
        decides(family, asked, Decision(RequestState.PARTLY, weighed="Wel gelet.", withheld=("plans.Plan",)))
    partly = Decision(RequestState.PARTLY, "Het plan niet (AVG 15 lid 4).", "Wel gelet.", ("plans.Plan",))
    decides(family, asked, partly)
    assert fetched(family, "marloes", asked) is None, "first it is made again"
    collect(asked)
    assert fetched(family, "marloes", asked) is not None
    summary = read(family, "marloes", asked).summary
    assert summary["plans.Plan"]["withheld"] is True
    assert summary["access.Dossier"]["withheld"] is False


def test_a_refusal_drops_the_package_and_tells_why(family: Family) -> None:
    asked = asks(family)
    collect(asked)
    decides(family, asked, Decision(RequestState.REFUSED, "U vroeg dit vorige week ook (AVG 12 lid 5)."))
    assert fetched(family, "mark", asked) is None
    assert read(family, "marloes", asked).answer.startswith("U vroeg dit")


def test_a_letter_is_checked_first_and_handed_over_by_the_officer(family: Family) -> None:
    asked = asks(
        family, "mark", replace(an_ask(family, "Stefan de Wit"), channel=Channel.LETTER, received_on=date(2026, 10, 20))
    )
    found = read(family, "mark", asked)
    assert (found.state, found.asked_by_id, found.due_on) == ("received", None, date(2026, 11, 20))
    assert not sees(family, "stefan", asked)
    with deed(family, "mark") as mark:
        services.check_identity(actor=mark, request=DataRequest.objects.get(id=asked), how="paspoort gezien")
    collect(asked)
    decides(family, asked, GIVEN)
    assert fetched(family, "mark", asked) is not None
    assert fetched(family, "stefan", asked) is None


def test_who_works_with_the_family_writes_it_down_and_sees_only_that_it_runs(family: Family) -> None:
    asked = asks(
        family,
        "jorien",
        replace(an_ask(family, "Lotte"), channel=Channel.DESK, capacity=Capacity.PARENT, asker="Marloes"),
    )
    with deed(family, "jorien"):
        running = queries.running(family.id)
        assert [(one.about, one.state) for one in running] == [("Lotte", "ontvangen")]
        assert not DataRequest.objects.filter(id=asked).exists()
    with deed(family, "henk"):
        assert queries.running(family.id) == ()
    assert sees(family, "mark", asked)


@pytest.mark.parametrize(
    ("who", "about"), [("henk", "Marloes Bakker"), ("stefan", "Marloes Bakker"), ("marloes", "Lotte")]
)
def test_nobody_asks_for_somebody_who_is_not_theirs(family: Family, who: str, about: str) -> None:
    with pytest.raises(DatabaseError, match="not yours to ask for"), transaction.atomic():
        asks(family, who, an_ask(family, about))


def test_a_parent_with_authority_asks_for_a_child(family: Family, now: datetime) -> None:
    with speaking_as(DatabaseRole.OWNER):
        Representation.objects.create(
            holder_id=family.subject("Marloes Bakker"), child_id=family.subject("Lotte"), started_at=now - timedelta(1)
        )
    asked = asks(family, ask=replace(an_ask(family, "Lotte"), capacity=Capacity.PARENT, born=date(2019, 5, 5)))
    assert read(family, "marloes", asked).about == "Lotte"


def test_twice_the_same_is_refused_while_it_runs(family: Family) -> None:
    asks(family)
    with pytest.raises(Refused, match="al gevraagd"):
        asks(family)


def test_only_the_officer_decides_and_the_asker_cannot_change_a_row(family: Family) -> None:
    asked = asks(family)
    collect(asked)
    for who in ("marloes", "jorien"):
        row = DataRequest(id=asked, organisation_id=family.town.municipality.id, state="collected")
        with deed(family, who) as actor, pytest.raises(Refused, match="functionaris gegevensbescherming"):
            services.decide(actor=actor, request=row, decision=GIVEN)
    with acting(family.actor("marloes")):
        assert DataRequest.objects.filter(id=asked).update(state="given") == 0
        assert Package.objects.filter(request_id=asked).count() == 0


def test_it_can_be_extended_once_with_a_reason(family: Family) -> None:
    asked = asks(family)
    with deed(family, "mark") as mark:
        row = DataRequest.objects.get(id=asked)
        services.extend(actor=mark, request=row, reason="Er zijn veel leveringen te bekijken.")
        assert row.due_on == date(2027, 2, 1)
        assert Task.objects.get(id=asked).due_on == date(2027, 2, 1)
        with pytest.raises(Refused, match="al verlengd"):
            services.extend(actor=mark, request=row, reason="nog eens")


def test_a_correction_keeps_what_stood_there(family: Family) -> None:
    asked = asks(
        family, ask=replace(an_ask(family), right=Right.CORRECTION, words="Ik ben geboren in Ede, niet in Epe.")
    )
    decided = Decision(RequestState.GIVEN, before="Epe", after="Ede")
    decides(family, asked, decided)
    row = read(family, "marloes", asked)
    assert (row.state, row.value_before, row.value_after) == ("given", "Epe", "Ede")


def test_a_package_goes_after_its_term(family: Family, now: datetime) -> None:
    asked = asks(family)
    collect(asked)
    decides(family, asked, GIVEN)
    with speaking_as(DatabaseRole.RIGHTS):
        assert services.drop_expired(at=now + timedelta(days=30)) == 0
        assert services.drop_expired(at=now + timedelta(days=31)) == 1
    assert fetched(family, "marloes", asked) is None


@pytest.mark.parametrize(
    ("capacity", "born", "may"),
    [
        ("self", date(1991, 3, 12), True),
        ("self", date(2014, 11, 1), True),
        ("self", date(2014, 11, 2), False),
        ("self", None, True),
        ("parent", date(2019, 5, 5), True),
        ("parent", date(2010, 11, 2), True),
        ("parent", date(2010, 11, 1), False),
        ("representative", date(2019, 5, 5), True),
    ],
)
def test_who_may_ask_for_whom_goes_by_age(capacity: str, born: date | None, may: bool) -> None:
    assert bool(can_ask(capacity, born, TODAY)) is may


@pytest.mark.parametrize(
    ("received", "first", "extended"),
    [
        (date(2026, 11, 2), date(2026, 12, 2), date(2027, 2, 2)),
        (date(2026, 10, 31), date(2026, 11, 30), date(2027, 2, 1)),
        (date(2027, 1, 31), date(2027, 3, 1), date(2027, 4, 30)),
    ],
)
def test_the_term_is_a_month_and_two_more_and_ends_on_a_working_day(
    received: date, first: date, extended: date
) -> None:
    assert (first_due_on("access", received), extended_due_on("access", received)) == (first, extended)


@pytest.mark.parametrize(
    ("state", "already", "reason", "day", "may"),
    [
        ("checked", "", "veel werk", 20, True),
        ("checked", "", "", 20, False),
        ("checked", "eerder", "veel werk", 20, False),
        ("given", "", "veel werk", 20, False),
        ("checked", "", "veel werk", 31, False),
    ],
)
def test_extending(state: str, already: str, reason: str, day: int, may: bool) -> None:
    today = date(2026, 12, day)
    assert bool(can_extend(state, already, reason, today=today, first_due=date(2026, 12, 30))) is may


@pytest.mark.parametrize(
    ("state", "decision", "answer", "weighed", "may"),
    [
        ("collected", "given", "", "gelet", True),
        ("collected", "given", "", "", False),
        ("checked", "given", "", "gelet", False),
        ("collected", "partly", "", "gelet", False),
        ("collected", "refused", "grond", "", True),
        ("given", "refused", "grond", "", False),
    ],
)
def test_deciding_on_access(state: str, decision: str, answer: str, weighed: str, may: bool) -> None:
    assert bool(can_decide(state, decision, answer=answer, weighed=weighed, right="access")) is may
