"""Agreements are written by who leads, hold from a day on, and are read by whoever of the family was chosen."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from kring.ground.access.actor import acting, system_actor
from kring.ground.agenda.models import Notice, NoticeKind, Task, TaskState
from kring.ground.agenda.services import notice_late_tasks
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.safety.models import AgreementState, CodeWord, SafetyAgreement
from kring.practice.safety.queries import agreements, figures
from kring.practice.safety.services import (
    end_agreement,
    make_agreement,
    move_agreement,
    rewrite_agreement,
    show_agreement,
    undo_agreement,
    undo_figure,
    withdraw_agreement,
    withdraw_figure,
)
from tests.conftest import speaking_as
from tests.safety.world import CODE, MAGDA, Safe, agree, hide_word, make_safe, score

pytestmark = pytest.mark.django_db


@pytest.fixture
def safe(now: datetime) -> Safe:
    return make_safe(now)


def read(safe: Safe, who: str) -> list[str]:
    with safe.acting(who) as actor:
        return [one.what for one in agreements(actor, safe.id)]


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        ("jorien", True), ("naima", True), ("henk", True), ("fatima", True), ("agnieszka", True),
        ("tomasz", False), ("kacper", False), ("mark", False), ("annet", False), ("bram", False),
    ],
)  # fmt: skip
def test_who_was_chosen_reads_it_and_nobody_else_of_the_family(safe: Safe, who: str, reads: bool) -> None:
    agree(safe, "agnieszka")
    assert bool(read(safe, who)) is reads


def test_by_default_nobody_of_the_family_reads_it(safe: Safe) -> None:
    agree(safe)
    assert [read(safe, who) for who in ("agnieszka", "tomasz", "kacper")] == [[], [], []]
    assert read(safe, "jorien") == [MAGDA.what]


def test_a_concept_is_for_professionals(safe: Safe) -> None:
    with safe.acting("jorien") as actor:
        row = make_agreement(actor=actor, dossier=safe.id, words=MAGDA)
        show_agreement(actor=actor, row=row, to=[safe.nowak.agnieszka.id])
    assert (read(safe, "henk"), read(safe, "agnieszka")) == ([MAGDA.what], [])


def test_taken_away_from_somebody_it_is_gone_for_her(safe: Safe) -> None:
    row = agree(safe, "agnieszka", "kacper")
    with safe.acting("jorien") as actor:
        show_agreement(actor=actor, row=row, to=[safe.nowak.kacper.id])
    assert (read(safe, "agnieszka"), read(safe, "kacper")) == ([], [MAGDA.what])


@pytest.mark.parametrize("who", ["henk", "fatima", "agnieszka", "mark"])
def test_only_who_leads_writes_one(safe: Safe, who: str) -> None:
    with safe.acting(who) as actor, pytest.raises(Refused, match="regisseur en de achtervang"):
        make_agreement(actor=actor, dossier=safe.id, words=MAGDA)


def test_past_the_services_the_database_refuses_as_well(safe: Safe) -> None:
    row = agree(safe, "agnieszka")
    with safe.acting("agnieszka"):
        assert SafetyAgreement.objects.filter(id=row.id).update(what="Anders") == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            SafetyAgreement.objects.create(
                dossier_id=safe.id, written_by=safe.accounts["agnieszka"].id, written_at=safe.nowak.town.at,
                what="x", applies_when="x", who_does="x", checks="x", start_on=MAGDA.start_on,
                review_on=MAGDA.review_on,
            )  # fmt: skip


@pytest.mark.parametrize(
    ("who", "reads"), [("jorien", True), ("fatima", True), ("henk", False), ("agnieszka", False), ("tomasz", False)]
)
def test_a_code_word_is_in_no_shared_view(safe: Safe, who: str, reads: bool) -> None:
    hide_word(safe, agree(safe, "agnieszka", "tomasz"))
    with safe.acting(who) as actor:
        assert CodeWord.objects.exists() is reads
        assert [one.code_word for one in agreements(actor, safe.id)] == [CODE if reads else ""]


def test_changed_it_says_so_and_ended_it_says_by_whom_and_why(safe: Safe) -> None:
    row = agree(safe)
    with safe.acting("jorien") as actor:
        rewrite_agreement(actor=actor, row=row, words=replace(MAGDA, what="Magda belt om tien uur."))
        assert row.state == AgreementState.CHANGED
        end_agreement(actor=actor, row=row, reason="Het is rustig gebleven.")
        [one] = agreements(actor, safe.id)
    assert (one.state, one.ended_by, one.ended_because) == ("ended", "Jorien Smit", "Het is rustig gebleven.")


def test_what_is_taken_back_is_as_it_was(safe: Safe) -> None:
    row = agree(safe)
    with safe.acting("jorien", later=timedelta(minutes=1)) as actor:
        end_agreement(actor=actor, row=row, reason="Verkeerd geklikt.")
    with safe.acting("jorien", later=timedelta(minutes=2)) as actor:
        undo_agreement(actor=actor, row=row)
        assert [one.state for one in agreements(actor, safe.id)] == ["holds"]
        assert Task.objects.filter(state=TaskState.OPEN, account_id=actor.id, due_on=MAGDA.review_on).count() == 1


def test_in_force_after_its_day_it_is_looked_at_and_then_done_br_077(safe: Safe) -> None:
    with safe.acting("jorien") as actor:
        row = make_agreement(actor=actor, dossier=safe.id, words=MAGDA)
    with safe.acting("jorien", later=timedelta(days=40)) as actor:
        move_agreement(actor=actor, row=row)
    assert [day for _title, day in open_tasks(safe, "jorien")] == [MAGDA.review_on]
    with safe.acting("jorien", later=timedelta(days=40)) as actor:
        end_agreement(actor=actor, row=row, reason="Het is rustig gebleven.")
    assert (open_tasks(safe, "jorien"), open_tasks(safe, "fatima")) == ([], [])


def test_withdrawn_it_is_on_no_page(safe: Safe) -> None:
    row = agree(safe, "agnieszka")
    with safe.acting("jorien") as actor:
        withdraw_agreement(actor=actor, row=row, reason="Dit hoort bij een ander gezin.")
    assert (read(safe, "jorien"), read(safe, "agnieszka")) == ([], [])


def open_tasks(safe: Safe, who: str) -> list[tuple[str, date]]:
    with safe.acting(who) as actor:
        rows = Task.objects.filter(account_id=actor.id, state=TaskState.OPEN, clock="veiligheid_nakijken")
        return [(row.title, row.due_on) for row in rows]


@pytest.mark.parametrize("who", ["jorien", "fatima"])
def test_who_leads_and_who_is_consulted_look_again_br_077(safe: Safe, who: str) -> None:
    agree(safe)
    agree(safe, what="De buren weten ervan.")
    assert open_tasks(safe, who) == [("Kijk samen opnieuw naar wat is afgesproken", MAGDA.review_on)]


def test_a_late_review_warns_both_br_077(safe: Safe) -> None:
    agree(safe)
    late = system_actor(safe.nowak.town.at + timedelta(days=31))
    with speaking_as(DatabaseRole.JOBS), recording("test"), acting(late):
        assert notice_late_tasks(actor=late) == 2
    with safe.acting("jorien", later=timedelta(days=31)) as actor:
        assert [one.is_late for one in agreements(actor, safe.id)] == [True]
        assert Notice.objects.filter(account_id=actor.id, kind=NoticeKind.TASK_LATE).exists()


def test_another_day_to_look_is_another_task_br_077(safe: Safe) -> None:
    row = agree(safe)
    with safe.acting("jorien") as actor:
        rewrite_agreement(actor=actor, row=row, words=replace(MAGDA, review_on=date(2027, 1, 12)))
    assert [day for _title, day in open_tasks(safe, "jorien")] == [date(2027, 1, 12)]
    assert [day for _title, day in open_tasks(safe, "fatima")] == [date(2027, 1, 12)]


@pytest.mark.parametrize(
    ("who", "values"), [("jorien", [4, 5]), ("henk", [4, 5]), ("agnieszka", [4, 5]), ("tomasz", []), ("kacper", [])]
)
def test_a_figure_is_read_by_whom_it_is_about(safe: Safe, who: str, values: list[int]) -> None:
    score(safe, 5)
    score(safe, 4, "professional")
    with safe.acting(who):
        assert sorted(one.value for one in figures(safe.id)) == values


def test_a_wrong_figure_is_withdrawn_and_put_back(safe: Safe) -> None:
    row = score(safe)
    with safe.acting("jorien", later=timedelta(minutes=1)) as actor:
        withdraw_figure(actor=actor, row=row, reason="Het was een zes.")
        assert figures(safe.id) == ()
    with safe.acting("jorien", later=timedelta(minutes=2)) as actor:
        undo_figure(actor=actor, row=row)
        assert len(figures(safe.id)) == 1
