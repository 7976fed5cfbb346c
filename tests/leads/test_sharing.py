"""What a family decides itself about sharing: stopping at once, sharing again, answering (BR-087, BR-088)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import (
    Account,
    RecipientKind,
    SharedPart,
    SharingDecision,
    SharingGround,
)
from kring.ground.access.parts import Law
from kring.ground.access.services import Decision, Recipient, represent
from kring.ground.agenda.models import Notice, Task
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.leads.models import FamilyAnswer
from kring.practice.leads.queries import SharingPage, dossier_head, sharing_page
from kring.practice.leads.rules import shared_until
from kring.practice.leads.services import (
    Answer,
    answer_concept,
    decide_sharing,
    record_answer,
    share_again,
    stop_sharing,
    tell_of_ends,
)
from tests.access.people import give_role, make_family_account
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db

REASONS = ("samen één plan", "anders botsen de afspraken", "alleen dit deel")


@pytest.fixture
def family(now: datetime) -> Family:
    """Marloes agreed that who leads sees her Wmo; Fatima of De Kade works for somebody in this family."""
    family = make_family(now)
    with speaking_as(DatabaseRole.IMPORT):
        for who, law in (("Marloes Bakker", "wmo"), ("Finn", "jeugdwet")):
            subject = family.subject(who)
            Provision.objects.create(subject_id=subject, law=law, product=law, started_on=now.date(), source="test")
    give_role(family.town, family.dossier, family.town.fatima, roles.EXTERNAL)
    with family.acting("jorien", ago=timedelta(days=1)) as jorien:
        for who, law in (("Marloes Bakker", Law.WMO), ("Finn", Law.JEUGDWET)):
            answer = Answer(family.subject(who), law, True, "Marloes", SharingGround.EXPLICIT_CONSENT, *REASONS)
            record_answer(actor=jorien, dossier=family.id, answer=answer)
    return family


def decision_of(family: Family, law: str) -> SharingDecision:
    with family.acting("jorien"):
        return SharingDecision.objects.get(dossier_id=family.id, law=law)


def laws_seen(actor: Actor) -> list[str]:
    with acting(actor):
        return list(Provision.objects.order_by("law").values_list("law", flat=True))


def page_of(family: Family, name: str) -> SharingPage:
    with family.acting(name) as actor:
        head = dossier_head(actor, family.id)
        assert head is not None
        return sharing_page(actor, head)


def test_marloes_stops_and_from_that_moment_nothing_flows(family: Family) -> None:
    assert "wmo" in laws_seen(family.actor("jorien"))
    with family.acting("marloes") as marloes:
        stop_sharing(actor=marloes, decision=SharingDecision.objects.get(law="wmo"))
    assert laws_seen(family.actor("jorien")) == ["jeugdwet"]
    with family.acting("jorien"):
        said = FamilyAnswer.objects.filter(law="wmo").order_by("written_at", "id").last()
        assert said is not None
        assert (said.shares, said.said_by) == (False, "Marloes Bakker")


def test_the_regisseur_gets_a_task_that_tells_nothing_and_one_only(family: Family) -> None:
    with family.acting("marloes") as marloes:
        decision = SharingDecision.objects.get(law="wmo")
        stop_sharing(actor=marloes, decision=decision)
        share_again(actor=marloes, decision=decision)
        assert not Task.objects.exists()
    with family.acting("jorien") as jorien:
        [task] = Task.objects.filter(clock="delen_gestopt")
        assert (task.account_id, task.title, task.due_on) == (
            jorien.id,
            "Kijk wat er veranderd is bij Delen",
            date(2026, 11, 3),
        )
        assert Notice.objects.filter(kind="task", dossier=family.id).exists()


def test_father_does_not_stop_what_is_mothers(family: Family) -> None:
    decision = decision_of(family, "wmo")
    with family.acting("stefan") as stefan:
        assert not SharingDecision.objects.filter(law="wmo").exists()
        with pytest.raises(Refused, match="over uzelf"):
            stop_sharing(actor=stefan, decision=decision)


def test_who_has_authority_stops_for_a_child_and_the_other_parent_does_not(family: Family) -> None:
    decision = decision_of(family, "jeugdwet")
    with family.acting("mark", ago=timedelta(hours=2)) as mark:
        represent(
            actor=mark,
            dossier=family.dossier,
            holder=family.subject("Marloes Bakker"),
            child=family.subject("Finn"),
            until=None,
            source="gezagsregister",
        )
    with family.acting("stefan") as stefan, pytest.raises(Refused, match="over uzelf"):
        stop_sharing(actor=stefan, decision=decision)
    with family.acting("marloes") as marloes:
        stop_sharing(actor=marloes, decision=decision)
    assert laws_seen(family.actor("jorien")) == ["wmo"]


def test_from_sixteen_a_parent_no_longer_stops_it(family: Family, now: datetime) -> None:
    """Finn would have been sixteen yesterday: authority ended on that day (BR-084)."""
    with family.acting("mark", ago=timedelta(days=5)) as mark:
        represent(
            actor=mark,
            dossier=family.dossier,
            holder=family.subject("Marloes Bakker"),
            child=family.subject("Finn"),
            until=now - timedelta(days=1),
            source="gezagsregister",
        )
    decision = decision_of(family, "jeugdwet")
    with family.acting("marloes") as marloes, pytest.raises(Refused, match="over uzelf"):
        stop_sharing(actor=marloes, decision=decision)


def test_a_young_person_of_sixteen_stops_it(family: Family) -> None:
    finn = _account_of(family, "Finn", roles.YOUTH)
    with recording("test"), acting(finn):
        stop_sharing(actor=finn, decision=SharingDecision.objects.get(law="jeugdwet"))
    assert laws_seen(family.actor("jorien")) == ["wmo"]


def test_what_was_stopped_can_be_shared_again_for_the_usual_time(family: Family) -> None:
    with family.acting("marloes") as marloes:
        stop_sharing(actor=marloes, decision=SharingDecision.objects.get(law="wmo"))
    [stopped] = page_of(family, "marloes").stopped
    assert (stopped.is_own, stopped.stopped_on) == (True, date(2026, 11, 1))
    with family.acting("marloes") as marloes:
        share_again(actor=marloes, decision=SharingDecision.objects.get(id=stopped.id))
    assert "wmo" in laws_seen(family.actor("jorien"))
    page = page_of(family, "marloes")
    assert page.stopped == ()
    [line] = [line for whom in page.running for line in whom.lines]
    assert (line.may_stop, line.until) == (True, date(2027, 11, 1))


def to_fatima(family: Family, *, concept: bool, ground: SharingGround = SharingGround.EXPLICIT_CONSENT) -> None:
    recipient = Recipient(RecipientKind.ACCOUNT, "Fatima Amrani (Begeleider)", family.town.fatima.id)
    decision = Decision(None, [], ground, *REASONS, recipient=recipient, parts=[SharedPart.PLAN])
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        decide_sharing(actor=jorien, dossier=family.id, decision=decision, concept=concept)


@pytest.mark.parametrize("shares", [True, False])
def test_the_family_answers_what_was_prepared(family: Family, shares: bool) -> None:
    to_fatima(family, concept=True)
    [asked] = page_of(family, "stefan").asked
    assert asked.is_own
    with family.acting("stefan") as stefan:
        answer_concept(actor=stefan, decision=SharingDecision.objects.get(id=asked.id), shares=shares)
    page = page_of(family, "stefan")
    assert page.asked == ()
    running = [line.what for whom in page.running for line in whom.lines]
    assert running == (["Het plan"] if shares else [])
    assert len(page.stopped) == (0 if shares else 1)


def test_the_plan_of_all_is_stopped_by_each_adult_and_not_by_a_child_of_twelve(family: Family) -> None:
    to_fatima(family, concept=False)
    finn = _account_of(family, "Finn", roles.YOUNG)
    with recording("test"), acting(finn), pytest.raises(Refused, match="over uzelf"):
        stop_sharing(actor=finn, decision=SharingDecision.objects.get(part="plan"))
    with family.acting("stefan") as stefan:
        stop_sharing(actor=stefan, decision=SharingDecision.objects.get(part="plan"))
    with acting(family.actor("fatima")):
        assert not SharingDecision.objects.filter(withdrawn_at=None).exists()


def test_what_the_law_orders_is_not_stopped_by_the_family(family: Family) -> None:
    to_fatima(family, concept=False, ground=SharingGround.STATUTORY_TASK)
    [whom] = [whom for whom in page_of(family, "stefan").running if "Fatima" in whom.recipient]
    assert not whom.lines[0].may_stop
    with family.acting("stefan") as stefan, pytest.raises(Refused, match="omdat de wet dat zegt"):
        stop_sharing(actor=stefan, decision=SharingDecision.objects.get(part="plan"))


def test_who_does_not_lead_decides_on_no_sharing_with_others(family: Family) -> None:
    recipient = Recipient(RecipientKind.OUTSIDE, "Intern begeleider, De Vlieger")
    decision = Decision(
        None, [], SharingGround.EXPLICIT_CONSENT, *REASONS, recipient=recipient, parts=[SharedPart.PLAN]
    )
    with family.acting("fatima") as fatima, pytest.raises(Refused, match="Alleen de regisseur"):
        decide_sharing(actor=fatima, dossier=family.id, decision=decision)


def test_thirty_days_before_the_end_there_is_one_task(family: Family, now: datetime) -> None:
    """The worker knows ids and moments only."""
    first = now + timedelta(days=334)
    with speaking_as(DatabaseRole.JOBS):
        early, late = (replace(system_actor(now), at=at) for at in (first - timedelta(days=2), first))
        counts = []
        for actor in (early, late, late):
            with acting(actor):
                counts.append(tell_of_ends(actor=actor))
    assert counts == [0, 2, 0]
    with family.acting("jorien") as jorien:
        [task] = Task.objects.filter(clock="delen_verloopt")
        assert (task.account_id, task.due_on) == (jorien.id, date(2027, 10, 30))


@pytest.mark.parametrize(
    ("today", "months", "last"),
    [
        (date(2026, 11, 1), 12, date(2027, 11, 1)),
        (date(2026, 11, 30), 3, date(2027, 3, 1)),
        (date(2026, 12, 31), 2, date(2027, 3, 1)),
        (date(2028, 2, 29), 12, date(2029, 3, 1)),
        (date(2026, 6, 15), 6, date(2026, 12, 15)),
    ],
)
def test_the_usual_end_falls_on_the_same_day_of_the_month(today: date, months: int, last: date) -> None:
    assert shared_until(today, months).date() == last


def _account_of(family: Family, name: str, role: roles.Role) -> Actor:
    """Somebody of the family with a role of that age: what counts here is the role, laid down by birthday."""
    account: Account = make_family_account(family.town, family.subjects[name], name)
    give_role(family.town, family.dossier, account, role)
    return replace(family.actor("marloes"), id=account.id)
