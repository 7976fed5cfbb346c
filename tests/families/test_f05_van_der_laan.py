"""F05 Van der Laan, a house of his own: Rick of twenty-three and his mother, and a look back that should have been."""

from dataclasses import replace
from uuid import UUID

import pytest

from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import AccountKind, Dossier, RecipientKind, SharingGround
from kring.ground.access.parts import Law
from kring.ground.access.roles import EXTERNAL
from kring.ground.access.services import AccountDetails, Decision, Recipient, involve, make_account
from kring.ground.audit.trail import recording
from kring.practice.care.models import Provision
from kring.practice.course.queries import course_of
from kring.practice.course.rules.states import Stage
from kring.practice.leads.queries import dossier_head
from kring.practice.leads.services import decide_sharing
from kring.practice.plans.documents import easy_pdf
from kring.practice.plans.documents.family import easy_values
from kring.practice.plans.models import Goal
from kring.practice.plans.queries import my_families, version, working_plan
from kring.practice.plans.rules.content import PlanContent
from tests.conftest import TODAY
from tests.families.stage import dossier_of, looking, subject_of

pytestmark = pytest.mark.usefixtures("demo")
MONEY = Decision(
    None,
    [Law.SCHULDHULP],
    SharingGround.EXPLICIT_CONSENT,
    "De rekeningen betalen.",
    "Zonder dit weet hij niets.",
    "Alleen geld.",
)


def test_the_look_back_is_late_in_the_list_of_who_leads_and_at_the_family_itself() -> None:
    """BR-021: it was due on 10 August."""
    with looking("henk", "F05") as scene:
        [line] = [one for one in my_families(scene.actor).lines if one.id == scene.dossier]
        head = dossier_head(scene.actor, scene.dossier)
        assert head is not None
        where = course_of(scene.actor, head, working_plan(scene.actor, scene.dossier)).stage
    assert line.evaluation_is_late
    assert where is Stage.LOOKING_BACK


def test_the_administrator_of_his_money_sees_money_and_nothing_else() -> None:
    pieter = joins_for_money()
    with recording("test"), acting(pieter, dossier=dossier_of("F05")):
        assert set(Provision.objects.values_list("law", flat=True)) == {Law.SCHULDHULP}
        assert not Goal.objects.exists()
    with looking("henk", "F05"):
        assert Provision.objects.exclude(law=Law.SCHULDHULP).exists()
        assert Goal.objects.exists()


def joins_for_money() -> Actor:
    """Pieter Zijlstra, bewindvoerder, works along; Rick shares with him what is about his money."""
    kring = system_actor(TODAY)
    with recording("test"), acting(kring):
        account = make_account(actor=kring, details=AccountDetails("Pieter Zijlstra"))
    with looking("mark", "F05") as scene:
        there = Dossier.objects.get(id=scene.dossier)
        involve(actor=scene.actor, dossier=there, account=account, role=EXTERNAL.code, ground="bewindvoerder")
    with looking("henk", "F05") as scene:
        shared(scene.actor, scene.dossier, account.id)
    return Actor(account.id, AccountKind.ACCOUNT, TODAY)


def shared(henk: Actor, dossier: UUID, with_whom: UUID) -> None:
    recipient = Recipient(RecipientKind.ACCOUNT, "Pieter Zijlstra", with_whom)
    decision = replace(MONEY, subject=subject_of("F05b"), recipient=recipient)
    decide_sharing(actor=henk, dossier=dossier, decision=decision)


def test_rick_reads_the_plan_in_large_letters_with_a_picture_at_each_part() -> None:
    content = plan_of_rick()
    parts = easy_values(content, house="Zeewaard")["parts"]
    assert isinstance(parts, list)
    assert [part["picture"] for part in parts][:3] == ["question", "goal", "doing"]
    assert all(part["picture"] for part in parts)
    assert easy_pdf(content, house="Zeewaard").startswith(b"%PDF")


def plan_of_rick() -> PlanContent:
    with looking("henk", "F05") as scene:
        agreed = version(scene.dossier, 1)
    assert agreed is not None
    return agreed.content
