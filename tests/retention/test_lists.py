"""From due to record: drawn up by the one, approved by the other, blocked by what runs, carried out once (BR-110)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from io import StringIO
from uuid import UUID, uuid4

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.services import assign_role
from kring.ground.agenda.models import NoticeKind, Task, TaskState
from kring.ground.agenda.queries import my_notices
from kring.ground.audit.trail import recording, write
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import JOBS
from kring.ground.shared.verdict import Refused
from kring.oversight.breaches.models import Breach, BreachKind
from kring.oversight.retention import services
from kring.oversight.retention.models import (
    BlockReason,
    DestructionLine,
    DestructionList,
    DestructionRecord,
    KeepReason,
    LineState,
    ListState,
)
from kring.oversight.retention.queries.candidates import candidates
from kring.oversight.retention.queries.signing import digest
from kring.oversight.retention.services import Longer
from kring.oversight.rights.models import Capacity, DataRequest, RefusalGround, RequestState, Right
from kring.oversight.rights.services import Ask, Decision, receive
from kring.practice.care.models import Provision
from tests.access.people import make_subject
from tests.audit.lines import all_lines
from tests.conftest import speaking_as
from tests.plans.family import Family, lay_down, make_family, make_plan
from tests.retention.everything import found
from tests.retention.years import changed, closed_since

pytestmark = pytest.mark.django_db
TODAY, LONG_AGO = date(2026, 11, 1), date(2005, 6, 1)
GRANTED = Decision(RequestState.GIVEN, weighed="Niemand heeft er belang bij dat het blijft.")


@pytest.fixture
def family(now: datetime) -> Family:
    """Nothing happened since 2005. Bram is administrator, Annet archivist, Mark privacy officer."""
    made = make_family(now)
    make_plan(made)
    lay_down(made)
    system = system_actor(now - timedelta(days=1))
    with recording("test"), acting(system):
        for account, role in ((made.town.annet, roles.ARCHIVIST), (made.town.mark, roles.PRIVACY_OFFICER)):
            assign_role(
                actor=system, account=account.id, role=role.code, organisation=made.town.municipality.id, ground="test"
            )
    closed_since(made.id, LONG_AGO)
    return made


@contextmanager
def deed(family: Family, who: str) -> Iterator[Actor]:
    actor = family.actor(who)
    with recording("test.retention") as trail, acting(actor):
        yield actor
        write(trail)


def draw_up(family: Family, by: str = "bram") -> DestructionList:
    town = family.town.municipality.id
    JOBS["retention.draw_up"].perform(organisation=str(town), by=str(family.actor(by).id))
    with acting(family.actor("annet")):
        return DestructionList.objects.order_by("-drawn_at", "-number").first() or pytest.fail("no list")


def line(family: Family, made: DestructionList) -> DestructionLine:
    with acting(family.actor("annet")):
        return DestructionLine.objects.select_related("list").get(list=made)


def approved(family: Family, made: DestructionList | None = None) -> DestructionList:
    found = made or draw_up(family)
    with deed(family, "annet") as annet:
        services.approve(actor=annet, made=found)
    return found


def carried_out(family: Family, made: DestructionList) -> None:
    with deed(family, "annet") as annet:
        services.carry_out(actor=annet, made=made)
    JOBS["retention.carry_out"].perform(made=str(made.id))


def record(family: Family, made: DestructionList) -> DestructionRecord | None:
    with acting(family.actor("mark")):
        return DestructionRecord.objects.filter(list=made).first()


def test_from_due_to_record(family: Family) -> None:
    members = {str(subject.id) for subject in family.subjects.values()}
    made = draw_up(family)
    found_line = line(family, made)
    assert (found_line.category, found_line.began_on, found_line.due_on) == ("plan", LONG_AGO, date(2025, 6, 1))
    with acting(family.actor("annet")):
        assert my_notices(family.actor("annet"))[0].kind == NoticeKind.TO_DESTROY
    carried_out(family, approved(family, made))
    done = record(family, made)
    assert done is not None
    assert done.sha256 == digest(done.content)
    [kind] = done.content["destroyed"]
    assert (kind["kind"], kind["category"], kind["count"], kind["people"]) == ("dossier", "plan", 1, 4)
    assert found({"Marloes", "Stefan", "Finn", "Lotte", "De Wit", str(family.id), *members}) == set()
    after = line(family, made)
    assert (after.state, after.dossier, after.subject) == (LineState.DONE, None, None)


def test_the_log_of_it_stays_by_number(family: Family) -> None:
    carried_out(family, approved(family))
    [destroyed] = [one for one in all_lines() if one.what == "retention.data_destroyed"]
    assert set(destroyed.subjects) == {one.id for one in family.subjects.values()}
    assert destroyed.controller == family.town.municipality.id, "the privacy officer of the municipality reads it"


@pytest.mark.parametrize(
    ("who", "why"), [("bram", "Alleen de archivaris"), ("mark", "Alleen de archivaris"), ("jorien", "Alleen de")]
)
def test_only_the_archivist_approves(family: Family, who: str, why: str) -> None:
    made = draw_up(family)
    with pytest.raises(Refused, match=why), deed(family, who) as actor:
        services.approve(actor=actor, made=made)


def test_who_drew_it_up_does_not_approve_it(family: Family) -> None:
    made = draw_up(family, by="annet")
    with pytest.raises(Refused, match="Een ander keurt haar goed"):
        approved(family, made)


def test_the_database_holds_that_too(family: Family) -> None:
    made = draw_up(family, by="annet")
    with acting(family.actor("annet")), pytest.raises(DatabaseError), transaction.atomic():
        DestructionList.objects.filter(id=made.id).update(
            state=ListState.APPROVED, approved_by=family.actor("annet").id, digest="x"
        )
    for reader in ("mark", "bram"):
        with acting(family.actor(reader)):
            assert DestructionLine.objects.filter(list=made).exists()
            assert DestructionLine.objects.filter(list=made).update(state=LineState.APPROVED) == 0
    with acting(family.actor("annet")), pytest.raises(DatabaseError), transaction.atomic():
        DestructionLine.objects.filter(list=made).update(dossier=uuid4())


def test_nothing_is_carried_out_without_approval(family: Family) -> None:
    made = draw_up(family)
    with pytest.raises(Refused, match="Alleen een goedgekeurde lijst"):
        carried_out(family, made)
    JOBS["retention.carry_out"].perform(made=str(made.id))
    assert found({"Marloes"}) != set()


def test_it_is_carried_out_once(family: Family) -> None:
    made = approved(family)
    carried_out(family, made)
    first = record(family, made)
    JOBS["retention.carry_out"].perform(made=str(made.id))
    assert first == record(family, made)
    role, system = speaking_as(DatabaseRole.RETENTION), system_actor(family.town.at)
    with role, acting(system), pytest.raises(DatabaseError), transaction.atomic():
        DestructionRecord.objects.update(sha256="")


def test_a_list_that_stopped_half_way_goes_on_at_night(family: Family) -> None:
    made = approved(family)
    with deed(family, "annet") as annet:
        services.carry_out(actor=annet, made=made)
    JOBS["retention.left_over"].perform()
    assert record(family, made) is not None
    assert found({"Marloes"}) == set()


def test_what_changed_since_stays(family: Family) -> None:
    made = approved(family)
    changed(family.id, TODAY)
    carried_out(family, made)
    after = line(family, made)
    assert (after.state, after.blocked_by) == (LineState.BLOCKED, BlockReason.CHANGED)
    assert found({"Marloes"}) != set()
    done = record(family, made)
    assert done is not None
    assert (done.content["destroyed"], done.content["blocked"]) == ([], 1)


def test_an_open_request_blocks(family: Family) -> None:
    ask = Ask(Right.ACCESS, family.subject("Marloes Bakker"), Capacity.SELF, "Marloes Bakker", TODAY)
    with deed(family, "marloes") as marloes:
        receive(actor=marloes, ask=ask)
    found_line = line(family, draw_up(family))
    assert (found_line.state, found_line.blocked_by) == (LineState.BLOCKED, BlockReason.REQUEST)


def test_an_open_breach_that_comes_after_approval_blocks(family: Family) -> None:
    made = approved(family)
    with deed(family, "mark") as mark:
        Breach.objects.create(
            organisation=family.town.municipality, kind=BreachKind.CONFIDENTIALITY, what="Een brief aan de verkeerde",
            discovered_at=mark.at, due_at=mark.at, data="adres", written_by=mark.id,
        )  # fmt: skip
    carried_out(family, made)
    assert line(family, made).blocked_by == BlockReason.BREACH


def test_a_line_is_kept_longer_and_comes_back_after_that_day(family: Family) -> None:
    made = draw_up(family)
    longer = Longer(KeepReason.COMPLAINT, "De klachtencommissie is nog bezig.", date(2027, 3, 1))
    with deed(family, "annet") as annet:
        services.keep(actor=annet, line=line(family, made), longer=longer)
    with pytest.raises(Refused, match="staat niets dat vernietigd mag worden"):
        approved(family, made)


@pytest.mark.parametrize(("words", "until"), [("", date(2027, 1, 1)), ("klacht", TODAY)])
def test_keeping_longer_needs_a_reason_and_an_end(family: Family, words: str, until: date) -> None:
    made = draw_up(family)
    with pytest.raises(Refused), deed(family, "annet") as annet:
        services.keep(actor=annet, line=line(family, made), longer=Longer(KeepReason.OTHER, words, until))


def test_an_open_list_is_finished_before_a_new_one(family: Family) -> None:
    first = draw_up(family)
    assert draw_up(family) == first
    with pytest.raises(Refused, match="Er ligt al een lijst"), deed(family, "bram") as bram:
        services.ask_list(actor=bram, organisation=family.town.municipality.id)


def test_the_command_draws_up_for_every_municipality_and_any_archivist_approves(family: Family) -> None:
    said = StringIO()
    call_command("retention", stdout=said)
    assert "De archivaris ziet de lijsten" in said.getvalue()
    with acting(family.actor("annet")):
        made = DestructionList.objects.get()
    assert made.drawn_by_name == "Kring"
    approved(family, made)


def test_nothing_due_gives_an_empty_list(family: Family) -> None:
    changed(family.id, date(2026, 1, 1))
    made = draw_up(family)
    assert (made.state, made.looked_at, made.ahead) == (ListState.EMPTY, 1, 0)


def test_a_person_of_the_register_without_a_file_goes_by_the_law_of_the_help(family: Family) -> None:
    truus = make_subject(family.town.municipality, "Truus Visser")
    with speaking_as(DatabaseRole.IMPORT):
        Provision.objects.create(
            subject=truus, law="wmo", product="Huishoudelijke hulp", source="test", state="stopped",
            started_on=date(2008, 1, 1), ended_on=date(2011, 2, 1),
        )  # fmt: skip
    carried_out(family, approved(family))
    assert found({"Truus", "Huishoudelijke", str(truus.id)}) == set()


def test_a_file_belongs_to_the_longest_of_its_laws(family: Family) -> None:
    finn = family.subjects["Finn"]
    with speaking_as(DatabaseRole.IMPORT):
        for law in ("wmo", "jeugdwet"):
            Provision.objects.create(
                subject=finn, law=law, product="Begeleiding", source="test", state="stopped",
                started_on=date(2007, 1, 1), ended_on=date(2008, 2, 1),
            )  # fmt: skip
    with speaking_as(DatabaseRole.RETENTION), acting(system_actor(family.town.at)):
        [one] = list(candidates(family.town.municipality.id, TODAY))
    assert (one.due.rule.category, one.due.due_on) == ("jeugd", date(2028, 2, 1))


def asked(family: Family, who: str = "Stefan de Wit") -> UUID:
    ask = Ask(Right.DELETION, family.subject(who), Capacity.SELF, who, TODAY)
    with deed(family, "stefan") as stefan:
        return receive(actor=stefan, ask=ask)


def decided(family: Family, request: UUID, decision: Decision) -> None:
    with deed(family, "mark") as mark:
        services.decide_deletion(actor=mark, request=DataRequest.objects.get(id=request), decision=decision)
    JOBS["retention.list_request"].perform(request=str(request))


def test_a_request_goes_straight_to_the_archivist_and_its_task_ends_with_the_destruction(family: Family) -> None:
    request = asked(family)
    with acting(family.actor("mark")):
        task = Task.objects.get(id=request)
        assert (task.clock, task.due_on) == ("vernietigingsverzoek", date(2027, 2, 1))
    decided(family, request, GRANTED)
    with acting(family.actor("mark")):
        assert Task.objects.get(id=request).state == TaskState.OPEN, "until it has been done"
    with acting(family.actor("annet")):
        made = DestructionList.objects.get(on_request=True)
    carried_out(family, approved(family, made))
    assert found({"Stefan", str(family.subject("Stefan de Wit"))}) == set()
    assert found({"Marloes"}) != set()
    with acting(family.actor("mark")):
        assert Task.objects.get(id=request).state == TaskState.DONE
        assert not DataRequest.objects.filter(id=request).exists()


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (Decision(RequestState.REFUSED, "Nee.", "Gewogen."), "Kies de grond"),
        (Decision(RequestState.PARTLY, "Deels.", "Gewogen."), "Kies wel of niet"),
        (Decision(RequestState.GIVEN), "belang van anderen"),
    ],
)
def test_a_decision_on_destruction_is_whole_and_has_its_ground(family: Family, decision: Decision, why: str) -> None:
    request = asked(family)
    with pytest.raises(Refused, match=why):
        decided(family, request, decision)


def test_what_is_refused_stands_on_no_list(family: Family) -> None:
    request = asked(family)
    ground = Decision(RequestState.REFUSED, "Uw dochter heeft er belang bij.", "Gewogen.", ground=RefusalGround.OTHERS)
    decided(family, request, ground)
    with acting(family.actor("mark")):
        assert not DestructionList.objects.exists()
        assert DataRequest.objects.get(id=request).refusal == RefusalGround.OTHERS


def test_what_was_granted_while_something_ran_is_listed_later(family: Family) -> None:
    request = asked(family)
    with deed(family, "stefan") as stefan:
        other = receive(
            actor=stefan,
            ask=Ask(Right.CORRECTION, family.subject("Stefan de Wit"), Capacity.SELF, "Stefan", TODAY, words="Naam"),
        )
    decided(family, request, GRANTED)
    with acting(family.actor("annet")):
        assert not DestructionList.objects.exists()
    with deed(family, "mark"):
        DataRequest.objects.filter(id=other).update(state=RequestState.WITHDRAWN)
    JOBS["retention.left_over"].perform()
    with acting(family.actor("annet")):
        assert DestructionList.objects.get().on_request
