"""F03 Yıldız / Aksoy, quarrels at the handover: two parents apart, both with authority, and Deniz of twelve."""

import pytest

from kring.demo.story.cast import account_id
from kring.ground.access.parts import Law
from kring.practice.care.models import Provision
from kring.practice.consents.queries.help import voices_of
from kring.practice.consents.services.help import Question, ask_consent
from kring.practice.leads.queries import dossier_head
from kring.practice.plans.queries import version
from kring.practice.safety.models import ChildTalk
from kring.practice.safety.queries import talks
from kring.practice.statements.queries import remarks_in
from tests.demo.loaded import raw
from tests.families.stage import looking, subject_of

pytestmark = pytest.mark.usefixtures("demo")


@pytest.mark.parametrize(
    ("child", "asked"),
    [("F03c", {"Deniz Yıldız", "Elif Aksoy", "Emre Yıldız"}), ("F03d", {"Elif Aksoy", "Emre Yıldız"})],
)
def test_deniz_agrees_beside_both_parents_and_ela_is_nine(child: str, asked: set[str]) -> None:
    """BR-080."""
    with looking("naima", "F03") as scene:
        question = Question(subject_of(child), Law.JEUGDWET, "gesprekken bij Praktijk Stap", False)
        consent = ask_consent(actor=scene.actor, dossier=scene.dossier, question=question)
        assert {voice.name for voice in voices_of(consent)} == asked


def test_each_parent_has_an_account_of_the_own() -> None:
    """BR-078."""
    logins = "select id, email from access_login where id = any(%s)"
    assert len(raw(logins, [str(account_id(key)) for key in ("F03a", "F03b")])) == 2


def test_emre_s_debts_are_his_own() -> None:
    with looking("F03b", "F03"):
        assert Provision.objects.filter(law=Law.SCHULDHULP).exists()
    with looking("F03a", "F03"):
        assert not Provision.objects.filter(law=Law.SCHULDHULP).exists()


def test_the_school_reads_nothing_before_something_is_shared_with_it() -> None:
    with looking("petra", "F03") as scene:
        assert dossier_head(scene.actor, scene.dossier) is None
        assert not Provision.objects.exists()
    with looking("naima", "F03"):
        assert Provision.objects.filter(law=Law.LEERPLICHT).exists()


@pytest.mark.parametrize(("who", "reads"), [("naima", True), ("F03a", False), ("F03b", False), ("petra", False)])
def test_what_deniz_said_in_confidence_is_for_naima_and_for_neither_parent(who: str, reads: bool) -> None:
    """Jeugdwet 7.3.2: a talk that he asked to keep, in the table and in what the page asks."""
    with looking(who, "F03") as scene:
        assert ChildTalk.objects.exists() is reads
        assert bool(talks(scene.dossier)) is reads


def test_the_plan_is_told_in_turkish_by_a_named_interpreter_and_emre_says_later_what_he_thinks() -> None:
    """BR-020."""
    with looking("F03b", "F03") as scene:
        read = version(scene.dossier, 1)
    assert read is not None
    assert [(one.language, one.interpreter) for one in read.summaries] == [("Turks", "Aylin Demir")]
    assert [(one.name, one.position) for one in read.added] == [("Emre Yıldız", "partly")]


@pytest.mark.parametrize(("reader", "count"), [("F03c", 1), ("F03a", 1), ("F03b", 0), ("naima", 2)])
def test_what_is_not_right_is_read_by_who_said_it_and_who_leads(reader: str, count: int) -> None:
    with looking(reader, "F03") as scene:
        assert len(remarks_in(scene.dossier)) == count
