"""F10 Hendriks-Osei, enjoying the morning again: a plan that was closed, came back, and is led by Sanne herself."""

import pytest

from kring.ground.access.parts import Law
from kring.ground.shared.levels import Level
from kring.practice.care.models import Provision
from kring.practice.course.models import AfterCare
from kring.practice.course.queries import course_of
from kring.practice.leads.queries import dossier_head
from kring.practice.notes.models import ContactNote
from kring.practice.notes.rules import NoteWords
from kring.practice.notes.services import write_note
from kring.practice.plans.models import PlanVariant
from kring.practice.plans.queries import working_plan
from tests.families.stage import looking, subject_of

pytestmark = pytest.mark.usefixtures("demo")


def test_the_plan_is_a_light_one() -> None:
    with looking("naima", "F10") as scene:
        plan = working_plan(scene.actor, scene.dossier)
    assert (plan.last_number, plan.last_variant) == (2, PlanVariant.LIGHT)


def test_sanne_leads_with_naima_behind_her() -> None:
    """BR-032."""
    with looking("F10a", "F10") as scene:
        head = dossier_head(scene.actor, scene.dossier)
    assert head is not None
    assert head.lead is not None
    assert head.deputy is not None
    assert (head.lead.name, head.deputy.name) == ("Sanne Hendriks", "Naima Haddou")


def test_who_came_back_within_a_year_counts_as_herhaald_beroep() -> None:
    """BR-024: closed on 20 July, back on 12 October."""
    with looking("naima", "F10") as scene:
        head = dossier_head(scene.actor, scene.dossier)
        assert head is not None
        course = course_of(scene.actor, head, working_plan(scene.actor, scene.dossier))
    assert course.came_back
    assert [str(one.closed_on) for one in course.closings] == ["2026-07-20"]


def test_what_was_said_in_after_care_is_kept() -> None:
    with looking("naima", "F10"):
        said = list(AfterCare.objects.exclude(held_on=None).order_by("held_on").values_list("words", flat=True))
    assert said == ["Gebeld: het gaat goed.", "Het gezin belt zelf: de ochtenden zijn weer zwaar."]


def test_a_parent_who_leads_reads_nothing_of_another_that_a_professional_keeps() -> None:
    """Sanne is regisseur, and still no professional: what Naima notes of Abena is not for her."""
    with looking("naima", "F10") as scene:
        words = NoteWords(
            scene.actor.today,
            "phone",
            "Abena belt vanuit de auto.",
            subject=subject_of("F10b"),
            level=Level.DOMAIN_FILE,
        )
        note = write_note(actor=scene.actor, dossier=scene.dossier, words=words)
    assert [reads("naima", note), reads("F10a", note)] == [True, False]


def reads(who: str, note: ContactNote) -> bool:
    with looking(who, "F10"):
        return ContactNote.objects.filter(id=note.id).exists()


def test_sannes_treatment_is_hers_and_abena_does_not_read_it() -> None:
    with looking("F10a", "F10"):
        assert Provision.objects.filter(law=Law.ZVW).exists()
    with looking("F10b", "F10"):
        assert not Provision.objects.filter(law=Law.ZVW).exists()
