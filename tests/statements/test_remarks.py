"""*Dit klopt niet*: between the one who says it and who leads; nobody else of the family reads it."""

from datetime import datetime

import pytest
from django.db import ProgrammingError

from kring.ground.agenda.models import Notice, NoticeKind, Task, TaskState
from kring.ground.shared.verdict import Refused
from kring.practice.plans.models import Goal
from kring.practice.statements.models import Remark
from kring.practice.statements.queries import remarks_in
from kring.practice.statements.rules import (
    Disputed,
    Outcome,
    RemarkState,
    can_answer,
    can_remark,
    can_take_back,
    remark_state,
)
from kring.practice.statements.services import answer_remark, say_not_right, take_back
from tests.plans.family import Family, make_family, make_plan

WORDS = "Het gaat niet om de brieven maar om de schuld."


@pytest.mark.parametrize(
    ("outcome", "answer", "now", "may"),
    [
        ("aangepast", "", RemarkState.SAID, True),
        ("gebleven", "De rechter besliste dit.", RemarkState.SAID, True),
        ("gesprek", "Woensdag, bij jullie thuis.", RemarkState.SAID, True),
        ("gebleven", " ", RemarkState.SAID, False),
        ("gesprek", "", RemarkState.SAID, False),
        ("weggegooid", "Nee.", RemarkState.SAID, False),
        ("aangepast", "", RemarkState.ANSWERED, False),
        ("aangepast", "", RemarkState.TAKEN_BACK, False),
    ],
)
def test_an_answer_says_what_came_of_it(outcome: str, answer: str, now: RemarkState, may: bool) -> None:
    assert bool(can_answer(outcome, answer, now=now)) is may


@pytest.mark.parametrize(
    ("is_answered", "is_withdrawn", "may"), [(False, False, True), (True, False, False), (False, True, False)]
)
def test_only_what_waits_for_an_answer_is_taken_back(is_answered: bool, is_withdrawn: bool, may: bool) -> None:
    now = remark_state(is_answered=is_answered, is_withdrawn=is_withdrawn)
    assert bool(can_take_back(now=now)) is may


@pytest.mark.parametrize(("words", "may"), [(WORDS, True), ("  ", False)])
def test_what_is_not_right_is_said_in_words(words: str, may: bool) -> None:
    assert bool(can_remark(words)) is may


@pytest.fixture
def family(now: datetime) -> Family:
    family = make_family(now)
    make_plan(family)
    return family


def said(family: Family, name: str = "marloes", words: str = WORDS) -> Remark:
    with family.acting(name) as actor:
        goal = Goal.objects.get(dossier_id=family.id)
        return say_not_right(actor=actor, dossier=family.id, kind=Disputed.GOAL, thing=goal.id, words=words)


def read_by(family: Family, name: str) -> list[str]:
    with family.acting(name):
        return [one.words for one in remarks_in(family.id)]


@pytest.mark.django_db
class TestBetweenTwo:
    def test_who_said_it_and_who_leads_read_it_and_the_other_parent_does_not(self, family: Family) -> None:
        said(family)
        assert {name: read_by(family, name) for name in ("marloes", "jorien", "naima", "stefan")} == {
            "marloes": [WORDS],
            "jorien": [WORDS],
            "naima": [WORDS],
            "stefan": [],
        }

    def test_who_leads_gets_one_task_and_is_done_with_the_last_answer(self, family: Family) -> None:
        first, second = said(family), said(family, "stefan", "De datum is fout.")
        with family.acting("jorien") as jorien:
            tasks = Task.objects.filter(dossier_id=family.id, clock="klopt_niet")
            assert [task.account_id for task in tasks] == [jorien.id]
            answer_remark(actor=jorien, remark=first, outcome=Outcome.CHANGED, answer="")
            assert tasks.get().state == TaskState.OPEN
            answer_remark(actor=jorien, remark=second, outcome=Outcome.KEPT, answer="Zo staat het in de brief.")
            assert tasks.get().state == TaskState.DONE

    def test_the_one_who_said_it_hears_that_there_is_an_answer(self, family: Family) -> None:
        row = said(family)
        with family.acting("jorien") as jorien:
            answer_remark(actor=jorien, remark=row, outcome=Outcome.TALKED, answer="Woensdag.")
        with family.acting("marloes") as marloes:
            assert Notice.objects.filter(account_id=marloes.id, kind=NoticeKind.REMARK_ANSWERED).count() == 1
            (one,) = remarks_in(family.id)
        assert (one.outcome, one.answer, one.answered_by) == (Outcome.TALKED, "Woensdag.", "Jorien Smit")

    def test_it_is_taken_back_until_there_is_an_answer(self, family: Family) -> None:
        first, second = said(family), said(family, words="De datum is fout.")
        with family.acting("marloes") as marloes:
            take_back(actor=marloes, remark=first)
        assert read_by(family, "jorien") == ["De datum is fout."]
        with family.acting("jorien") as jorien:
            answer_remark(actor=jorien, remark=second, outcome=Outcome.CHANGED, answer="")
        with family.acting("marloes") as marloes, pytest.raises(Refused, match="al geantwoord"):
            take_back(actor=marloes, remark=Remark.objects.get(id=second.id))

    def test_a_professional_says_nothing_here_and_a_parent_does_not_answer(self, family: Family) -> None:
        with pytest.raises(Refused, match="wie bij dit plan hoort"):
            said(family, "jorien")
        row = said(family)
        with family.acting("stefan") as stefan, pytest.raises(Refused, match="regisseur of de achtervang"):
            answer_remark(actor=stefan, remark=row, outcome=Outcome.KEPT, answer="Nee.")

    def test_the_database_takes_no_words_in_another_name(self, family: Family) -> None:
        own = said(family)
        forged = Remark(
            dossier_id=family.id, subject_id=family.subject("Stefan de Wit"), kind=own.kind, thing=own.thing,
            about=own.about, speaker="Stefan de Wit", words="Ik ben het eens.", written_by=own.written_by,
            written_at=own.written_at,
        )  # fmt: skip
        with pytest.raises(ProgrammingError, match="row-level security"), family.acting("marloes"):
            forged.save(force_insert=True)

    def test_the_words_are_never_changed(self, family: Family) -> None:
        row = said(family)
        with pytest.raises(ProgrammingError, match="permission denied"), family.acting("jorien"):
            Remark.objects.filter(id=row.id).update(words="Alles klopt.")
