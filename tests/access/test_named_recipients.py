"""Fatima of De Kade reads what decisions name to her, and nothing else (handbook §5, condition 5); in raw SQL."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from kring.ground.access import facts, roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.compiler import OPENS
from kring.ground.access.models import (
    Dossier,
    RecipientKind,
    SharedPart,
    SharingDecision,
    SharingGround,
    Subject,
)
from kring.ground.access.parts import Part
from kring.ground.access.permissions import permissions
from kring.ground.access.services import Decision, Recipient, count_grant_differences, share, withdraw
from kring.ground.access.sharing_rules import ground_of
from kring.ground.audit.trail import recording
from kring.ground.documents.models import Document
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.plans.models import Goal
from tests.access.people import Town, give_role, make_dossier, make_subject, make_town
from tests.conftest import speaking_as

pytestmark = pytest.mark.django_db

REASONS = ("samen één plan", "anders botsen de afspraken", "alleen dit deel")


@pytest.fixture
def town(now: datetime) -> Town:
    return make_town(now)


@pytest.fixture
def family(town: Town, now: datetime) -> tuple[Dossier, Subject, Subject]:
    """Marloes with help under two laws, Finn with one; goals of all and of each; Fatima works for another."""
    marloes, finn = (make_subject(town.municipality, name) for name in ("Marloes Bakker", "Finn de Wit"))
    with speaking_as(DatabaseRole.IMPORT):
        for who, law in ((marloes, "wmo"), (marloes, "schuldhulp"), (finn, "jeugdwet")):
            Provision.objects.create(subject=who, law=law, product=law, started_on=now.date(), source="test")
    dossier = make_dossier(town, "De Wit-Bakker", [(marloes, "moeder"), (finn, "kind")])
    give_role(town, dossier, town.jorien, roles.REGISSEUR)
    give_role(town, dossier, town.fatima, roles.EXTERNAL)
    give_role(town, dossier, town.naima, roles.EXTERNAL)
    jorien = town.actor(town.jorien)
    with recording("test"), acting(jorien):
        for words, whose in (("samen", None), ("van Finn", finn), ("van Marloes", marloes)):
            Goal.objects.create(dossier=dossier, subject=whose, own_words=words, speaker="x", began_on=now.date())
    return dossier, marloes, finn


def to_fatima(
    town: Town, dossier: Dossier, about: Subject | None, *parts: SharedPart, laws: tuple[str, ...] = ()
) -> list[SharingDecision]:
    recipient = Recipient(RecipientKind.ACCOUNT, "Fatima Amrani", town.fatima.id)
    decision = Decision(
        about.id if about else None, laws, SharingGround.EXPLICIT_CONSENT, *REASONS, recipient=recipient, parts=parts
    )
    jorien = replace(town.actor(town.jorien), at=town.at - timedelta(hours=1))
    with recording("test"), acting(jorien):
        return share(actor=jorien, dossier=dossier.id, decision=decision)


def seen(actor: Actor) -> dict[str, list[str]]:
    columns = {"care_provision": "law", "plans_goal": "own_words", "access_dossier": "label",
               "households_person": "display_name", "documents_document": "title"}  # fmt: skip
    found = {}
    with acting(actor), connection.cursor() as cursor:
        for table, column in columns.items():
            cursor.execute(f"select {column} from {table} order by 1")
            found[table] = [row[0] for row in cursor.fetchall()]
    return {table: rows for table, rows in found.items() if rows}


def test_without_a_decision_an_external_reads_nothing(town: Town, family: tuple[Dossier, Subject, Subject]) -> None:
    assert seen(town.actor(town.fatima)) == {}
    assert len(seen(town.actor(town.jorien))["plans_goal"]) == 3


def test_one_law_of_one_person_and_nothing_else(town: Town, family: tuple[Dossier, Subject, Subject]) -> None:
    dossier, marloes, _finn = family
    to_fatima(town, dossier, marloes, laws=("wmo",))
    assert seen(town.actor(town.fatima)) == {
        "care_provision": ["wmo"],
        "access_dossier": ["De Wit-Bakker"],
        "households_person": ["Marloes Bakker"],
    }
    assert seen(town.actor(town.naima)) == {}, "what is shared with Fatima is not shared with another external"
    assert "care_provision" not in seen(town.actor(town.jorien)), "nor with who leads"


def test_the_joint_plan_holds_no_goal_of_one_person(town: Town, family: tuple[Dossier, Subject, Subject]) -> None:
    dossier, _marloes, finn = family
    to_fatima(town, dossier, None, SharedPart.PLAN)
    assert seen(town.actor(town.fatima)) == {"plans_goal": ["samen"], "access_dossier": ["De Wit-Bakker"]}
    to_fatima(town, dossier, finn, SharedPart.PLAN)
    assert seen(town.actor(town.fatima))["plans_goal"] == ["samen", "van Finn"]


def test_documents_at_the_level_of_the_plan(town: Town, family: tuple[Dossier, Subject, Subject]) -> None:
    dossier, _marloes, _finn = family
    jorien = town.actor(town.jorien)
    with recording("test"), acting(jorien):
        for level, title in ((1, "Afspraken"), (2, "Onderzoek")):
            Document.objects.create(
                dossier=dossier, level=level, kind="letter", title=title, dated_on=town.at.date(), content=b"x", size=1,
                sha256="0" * 64, media_type="text/plain", added_by=jorien.id, added_at=town.at,
            )  # fmt: skip
    to_fatima(town, dossier, None, SharedPart.DOCUMENTS)
    assert seen(town.actor(town.fatima))["documents_document"] == ["Afspraken"]


def test_after_withdrawal_nothing_is_left(town: Town, family: tuple[Dossier, Subject, Subject]) -> None:
    dossier, marloes, _finn = family
    [decision] = to_fatima(town, dossier, marloes, laws=("wmo",))
    jorien = town.actor(town.jorien)
    with recording("test"), acting(jorien):
        withdraw(actor=jorien, decision=SharingDecision.objects.get(id=decision.id))
    assert seen(town.actor(town.fatima)) == {}
    with acting(jorien):
        assert count_grant_differences() == 0
        row = SharingDecision.objects.get(id=decision.id)
    assert (row.withdrawn_at, row.withdrawn_by) == (town.at, town.jorien.id)


def test_a_colleague_with_a_task_does_not_read_what_only_who_leads_may_see(
    town: Town, family: tuple[Dossier, Subject, Subject]
) -> None:
    """BR-089: Henk works under the Wmo; Marloes told her regisseur about her debts, and not him."""
    dossier, marloes, _finn = family
    give_role(town, dossier, town.henk, roles.TEAM_PROFESSIONAL, laws=["wmo"])
    decision = Decision(marloes.id, ["schuldhulp"], SharingGround.EXPLICIT_CONSENT, *REASONS)
    jorien = replace(town.actor(town.jorien), at=town.at - timedelta(hours=1))
    with recording("test"), acting(jorien):
        share(actor=jorien, dossier=dossier.id, decision=decision)
    assert seen(town.actor(town.jorien))["care_provision"] == ["schuldhulp"]
    assert seen(town.actor(town.henk))["care_provision"] == ["wmo"]


def test_debts_for_wmo_work_need_explicit_consent(town: Town, family: tuple[Dossier, Subject, Subject]) -> None:
    dossier, marloes, _finn = family
    give_role(town, dossier, town.henk, roles.TEAM_PROFESSIONAL, laws=["wmo"])
    to_henk = Recipient(RecipientKind.ACCOUNT, "Henk Prins", town.henk.id)
    decision = Decision(marloes.id, ["schuldhulp"], SharingGround.STATUTORY_TASK, *REASONS, recipient=to_henk)
    jorien = replace(town.actor(town.jorien), at=town.at - timedelta(hours=1))
    with recording("test"), acting(jorien):
        with pytest.raises(Refused, match="uitdrukkelijke toestemming"):
            share(actor=jorien, dossier=dossier.id, decision=decision)
        consented = replace(decision, ground=SharingGround.EXPLICIT_CONSENT)
        share(actor=jorien, dossier=dossier.id, decision=consented)
    assert seen(town.actor(town.henk))["care_provision"] == ["schuldhulp", "wmo"]


def test_who_has_no_role_here_cannot_be_named(town: Town, family: tuple[Dossier, Subject, Subject]) -> None:
    dossier, marloes, _finn = family
    stranger = Recipient(RecipientKind.ACCOUNT, "Henk Prins", town.henk.id)
    decision = Decision(marloes.id, ["wmo"], SharingGround.EXPLICIT_CONSENT, *REASONS, recipient=stranger)
    jorien = town.actor(town.jorien)
    with recording("test"), acting(jorien), pytest.raises(Refused, match="heeft geen rol in dit dossier"):
        share(actor=jorien, dossier=dossier.id, decision=decision)


def test_a_concept_opens_nothing(town: Town, family: tuple[Dossier, Subject, Subject]) -> None:
    dossier, marloes, _finn = family
    recipient = Recipient(RecipientKind.ACCOUNT, "Fatima Amrani", town.fatima.id)
    decision = Decision(marloes.id, ["wmo"], SharingGround.EXPLICIT_CONSENT, *REASONS, recipient=recipient)
    jorien = town.actor(town.jorien)
    with recording("test"), acting(jorien):
        share(actor=jorien, dossier=dossier.id, decision=decision, concept=True)
    assert seen(town.actor(town.fatima)) == {}


def test_no_grant_leans_on_a_law_that_is_not_in_force(
    town: Town, family: tuple[Dossier, Subject, Subject], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Wams is off; from the day that it is on, the same decision would carry."""
    dossier, marloes, _finn = family
    [row] = to_fatima(town, dossier, marloes, laws=("wmo",))
    row.ground = SharingGround.WAMS
    assert facts._shared(row) is None
    on = replace(ground_of("wams"), since=date(2026, 11, 5))
    monkeypatch.setattr(facts, "ground_of", lambda _code: on)
    shared = facts._shared(row)
    assert shared is not None
    assert shared.span.start.date() == date(2026, 11, 5)


def test_what_a_decision_opens_is_what_the_permission_table_names() -> None:
    named = {part for thing in permissions().things.values() if thing.key == "named_part" for part in thing.parts}
    assert {part for parts in OPENS.values() for part in parts} | {Part.DOSSIER_FACE, Part.PERSON} == named
