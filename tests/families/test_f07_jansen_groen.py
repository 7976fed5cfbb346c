"""F07 Jansen-Groen, knowing where he stands: grandparents foster Sem under an OTS, and the plan of the GI leads."""

import pytest

from kring.demo.story.cast import account_id
from kring.ground.access.models import Dossier
from kring.ground.audit.trail import recording
from kring.ground.shared.verdict import Refused
from kring.practice.leads.queries import dossier_head
from kring.practice.leads.services.inviting import Wanted, invite_member
from kring.practice.notes.models import ContactNote
from kring.practice.notes.rules import NoteWords
from kring.practice.notes.services import write_note
from kring.practice.plans.queries import working_plan
from kring.practice.plans.rules.agreeing import Opinion
from kring.practice.plans.rules.lifecycle import usual_variant
from kring.practice.plans.services import agree
from kring.practice.plans.services.agreeing import problems_of_variant
from tests.demo.loaded import raw
from tests.families.stage import looking, subject_of

pytestmark = pytest.mark.usefixtures("demo")


def test_the_guardian_of_the_gi_leads_and_a_coach_of_the_team_is_behind_her() -> None:
    with looking("jorien", "F07") as scene:
        head = dossier_head(scene.actor, scene.dossier)
    assert head is not None
    assert head.lead is not None
    assert head.deputy is not None
    assert (head.lead.organisation, head.deputy.name) == ("GI Regio Noordpunt", "Jorien Smit")


def test_dave_without_authority_has_no_account() -> None:
    assert not raw("select 1 from access_account where id = %s", account_id("F07e"))
    assert raw("select 1 from households_person where display_name = 'Dave Mulder'")


def test_dave_is_not_invited_and_his_question_is_answered_by_the_guardian() -> None:
    """BR-085: what he asked and what was told stands in a note of hers, and the log holds that she wrote it."""
    dave = subject_of("F07e")
    with looking("tineke", "F07") as scene:
        there = Dossier.objects.get(id=scene.dossier)
        with pytest.raises(Refused, match="geen gezag"):
            invite_member(actor=scene.actor, dossier=there, wanted=Wanted(dave, "dave@voorbeeld.test"))
    with looking("tineke", "F07") as scene, recording("test.answered") as trail:
        words = NoteWords(scene.actor.today, "phone", "Dave vraagt hoe het gaat op school.", "Verteld: Sem gaat graag.")
        note = write_note(actor=scene.actor, dossier=scene.dossier, words=words)
        assert "notes.note_written" in {entry.what for entry in trail.entries.values()}
    with looking("F07d", "F07"):
        assert not ContactNote.objects.filter(id=note.id).exists()


def test_the_plan_of_the_gi_goes_before_a_plan_of_the_family_itself() -> None:
    """BR-009: the GI leads, so no own plan is waited for; the reason stands with it."""
    with looking("tineke", "F07") as scene:
        plan = working_plan(scene.actor, scene.dossier)
    assert plan.texts.familiegroepsplan == "mandated"
    assert plan.last_number == 1


def test_the_plan_of_the_gi_leads_and_the_own_plan_is_its_annex() -> None:
    """BR-033."""
    with looking("tineke", "F07") as scene:
        head = dossier_head(scene.actor, scene.dossier)
        assert head is not None
        assert head.gi_leads
        plan = working_plan(scene.actor, scene.dossier)
        assert usual_variant(plan.last_variant, gi_leads=head.gi_leads) == "gi"
        assert [one.field for one in problems_of_variant(head, plan, "light")] == ["variant"]


def test_wil_and_mieke_agree_to_their_part() -> None:
    """BR-013: asked by name, and without them there is no version."""
    with looking("jorien", "F07") as scene:
        head = dossier_head(scene.actor, scene.dossier)
        assert head is not None
        carers = {member.name for member in head.members if member.is_foster_carer}
        assert carers == {"Wil Jansen", "Mieke Groen"}
        opinions = [Opinion(one.name, "disagrees", "nog niet", one.subject) for one in head.members if one.age != 8]
        with pytest.raises(Refused, match="pleegouder"):
            agree(actor=scene.actor, dossier=scene.dossier, opinions=opinions)
