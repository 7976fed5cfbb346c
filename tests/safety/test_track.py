"""The meldcode of one family, from signals to closing; and that nobody else can tell that it is there (BR-072)."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from kring.ground.access import roles
from kring.ground.access.models import Grant, Involvement, Party
from kring.ground.access.queries import consulted
from kring.ground.access.services import Naming, end_involvement, end_named_reader, name_reader
from kring.ground.agenda.models import Notice, Task
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused
from kring.practice.safety.models import ReportTrack, TrackStep
from kring.practice.safety.queries import talks, tracks
from kring.practice.safety.rules.track import StepWords, Weighing
from kring.practice.safety.services import (
    close_track,
    decide,
    do_step,
    follow,
    overrule,
    restart_track,
    start_track,
    tell_feedback,
    undo_talk,
    weigh,
    withdraw_talk,
)
from tests.access.people import give_role
from tests.safety.world import SAID, TODAY, Safe, begin, make_safe, talk

pytestmark = pytest.mark.django_db
UNSAFE = Weighing(suspicion=True, unsafe=True)


@pytest.fixture
def safe(now: datetime) -> Safe:
    return make_safe(now)


def up_to_weighing(safe: Safe, row: ReportTrack, weighing: Weighing = UNSAFE) -> None:
    with safe.acting("jorien") as actor:
        do_step(actor=actor, row=row, words=StepWords(1, TODAY, "Kacper had een blauwe plek."))
        do_step(actor=actor, row=row, words=StepWords(2, TODAY, "Samen bekeken.", consulted="Fatima Amrani"))
        do_step(actor=actor, row=row, words=StepWords(3, TODAY, "Niet gesproken.", skipped="adult"))
        weigh(actor=actor, row=row, weighing=weighing, words=StepWords(4, TODAY, "Het is nu niet veilig."))


def test_five_steps_a_report_its_number_the_feedback_and_the_end(safe: Safe) -> None:
    row = begin(safe)
    up_to_weighing(safe, row)
    with safe.acting("fatima") as actor:
        decide(actor=actor, row=row, decision="help_and_report")
        follow(actor=actor, row=row, number="VT-117")
        tell_feedback(actor=actor, row=row, words="Er komt een gesprek met de ouders.")
        close_track(actor=actor, row=row, reason="Veilig Thuis heeft het overgenomen.")
        [one] = tracks(safe.id)
    assert [step.number for step in one.steps] == [1, 2, 3, 4]
    assert (one.is_closed, one.row.report_number, one.row.feedback_on) == (True, "VT-117", TODAY)


def test_unsafe_ends_in_a_report_unless_the_officer_overrules_br_071(safe: Safe) -> None:
    row = begin(safe)
    up_to_weighing(safe, row)
    with safe.acting("jorien") as actor:
        with pytest.raises(Refused, match="enige uitkomst"):
            decide(actor=actor, row=row, decision="help")
        with pytest.raises(Refused, match="Alleen de geraadpleegde"):
            overrule(actor=actor, row=row, reason="Het kan anders.")
    with safe.acting("fatima") as actor:
        overrule(actor=actor, row=row, reason="Veilig Thuis doet al onderzoek.")
        decide(actor=actor, row=row, decision="help")
    assert row.overruled_by_name == "Fatima Amrani"


def test_other_answers_take_back_the_decision(safe: Safe) -> None:
    row = begin(safe)
    up_to_weighing(safe, row)
    helped = Weighing(suspicion=True, unsafe=False, able=True, accepted=True, effective=True)
    with safe.acting("jorien") as actor:
        decide(actor=actor, row=row, decision="report")
        weigh(actor=actor, row=row, weighing=helped, words=StepWords(4, TODAY, "Bij nader inzien veilig genoeg."))
        assert row.decision == ""
        decide(actor=actor, row=row, decision="help")


def test_one_that_was_closed_begins_again_and_names_the_old(safe: Safe) -> None:
    row = begin(safe)
    with safe.acting("jorien") as actor:
        with pytest.raises(Refused, match="loopt al"):
            start_track(actor=actor, dossier=safe.id, subject=safe.nowak.kacper.id)
        close_track(actor=actor, row=row, reason="De blauwe plek kwam van voetbal.")
        again = restart_track(actor=actor, row=row)
    assert again.restart_of_id == row.id


@pytest.mark.parametrize("about", ["kacper", None])
def test_of_two_who_begin_at_once_the_database_lets_one(safe: Safe, about: str | None) -> None:
    """Both saw that there was none. About all of the family there is one, too."""
    subject = safe.nowak.kacper.id if about else None
    with safe.acting("naima") as actor:
        first = start_track(actor=actor, dossier=safe.id, subject=subject)
    again = ReportTrack(
        dossier_id=safe.id, subject_id=subject, written_by=first.written_by, written_at=first.written_at
    )
    with safe.acting("naima"), pytest.raises(IntegrityError, match="one track at a time"), transaction.atomic():
        again.save(force_insert=True)


def test_beside_a_track_about_a_child_there_may_be_one_about_all(safe: Safe) -> None:
    begin(safe)
    with safe.acting("jorien") as actor:
        start_track(actor=actor, dossier=safe.id, subject=None)
        assert len(tracks(safe.id)) == 2


@pytest.mark.parametrize(
    ("who", "rows"),
    [
        pytest.param("jorien", 1, id="BR-072 who leads"),
        pytest.param("fatima", 1, id="BR-072 who is consulted"),
        pytest.param("agnieszka", 0, id="BR-072 who it is about"),
        pytest.param("henk", 0, id="BR-072 a professional without the key"),
        ("naima", 1), ("tomasz", 0), ("kacper", 0), ("mark", 0), ("annet", 0), ("bram", 0),
    ],
)  # fmt: skip
def test_who_reads_a_track_br_072(safe: Safe, who: str, rows: int) -> None:
    up_to_weighing(safe, begin(safe))
    with safe.acting(who):
        assert (ReportTrack.objects.count(), TrackStep.objects.count()) == (rows, 4 * rows)


def test_who_is_named_reads_it_and_writes_nothing(safe: Safe) -> None:
    row = begin(safe)
    naming = Naming(safe.nowak.town.henk.id, Level.PROTECTED, "Denkt mee over de veiligheid.", TODAY + timedelta(90))
    with safe.acting("jorien") as actor:
        named = name_reader(actor=actor, dossier=safe.nowak.dossier, naming=naming)
    with safe.acting("henk") as actor:
        assert len(tracks(safe.id)) == 1
        with pytest.raises(Refused, match="doen dit"):
            close_track(actor=actor, row=row, reason="Klaar.")
        assert ReportTrack.objects.filter(id=row.id).update(closed_because="Klaar.") == 0
    with safe.acting("jorien") as actor:
        end_named_reader(actor=actor, dossier=safe.nowak.dossier, reader=named.id, reason="Niet meer nodig.")
    with safe.acting("henk"):
        assert tracks(safe.id) == ()


def test_an_officer_reads_it_as_long_as_she_is_consulted(safe: Safe) -> None:
    nowak = safe.nowak
    over = nowak.town.at - timedelta(days=1)
    give_role(nowak.town, nowak.dossier, nowak.town.annet, roles.CONSULTED, until=over)
    begin(safe)
    with safe.acting("jorien"):
        assert [one.name for one in consulted(safe.id)] == ["Fatima Amrani"]
    for who, found in (("fatima", 1), ("annet", 0)):
        with safe.acting(who):
            assert len(tracks(safe.id)) == found


@pytest.mark.parametrize(
    ("who", "known"),
    [("jorien", True), ("naima", True), ("fatima", True), ("henk", False), ("agnieszka", False), ("tomasz", False)],
)
def test_who_is_consulted_is_no_professional_round_the_family_br_072(safe: Safe, who: str, known: bool) -> None:
    begin(safe)
    with safe.acting(who):
        names = set(Party.objects.filter(dossier_id=safe.id).values_list("name", flat=True))
        assert ("Jorien Smit" in names, "Fatima Amrani" in names) == (True, False)
        assert [one.name for one in consulted(safe.id)] == (["Fatima Amrani"] if known else [])
        if who != "henk":
            assert Involvement.objects.filter(dossier_id=safe.id, role="geraadpleegd").exists() is known


def test_who_worked_along_and_was_consulted_still_works_along_br_072(safe: Safe) -> None:
    town, dossier = safe.nowak.town, safe.nowak.dossier
    give_role(town, dossier, town.fatima, roles.TEAM_PROFESSIONAL)
    with safe.acting("mark") as mark:
        end_involvement(
            actor=mark, dossier=dossier, account=town.fatima.id, role=roles.CONSULTED.code, ground="advies gegeven"
        )
    with safe.acting("agnieszka"):
        assert Party.objects.filter(name="Fatima Amrani", ended_on=None).count() == 1
    with safe.acting("jorien"):
        assert consulted(safe.id) == ()


def test_a_track_makes_no_task_and_no_notice_br_072(safe: Safe) -> None:
    with safe.acting("jorien"):
        before = (Task.objects.count(), Notice.objects.count())
    up_to_weighing(safe, begin(safe))
    with safe.acting("jorien"):
        assert (Task.objects.count(), Notice.objects.count()) == before


def test_no_number_tells_how_many_there_are_br_072() -> None:
    """Its key is random, and no other field counts."""
    kinds = {field.name: field.get_internal_type() for field in ReportTrack._meta.concrete_fields}
    assert kinds["id"] == "UUIDField"
    assert not [name for name, kind in kinds.items() if "Auto" in kind]


def test_no_family_member_has_a_key_to_it_br_072(safe: Safe) -> None:
    for who in ("agnieszka", "tomasz", "kacper"):
        with safe.acting(who) as actor:
            mine = Grant.objects.filter(account_id=actor.id, part__in=("meldcode", "child_talk", "safety_agreement"))
            assert not mine.exists()
    with safe.acting("jorien") as actor:
        assert Grant.objects.filter(account_id=actor.id, part="meldcode").exists()


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        ("jorien", True), ("naima", True), ("fatima", True), ("kacper", True),
        ("henk", False), ("agnieszka", False), ("tomasz", False), ("mark", False),
    ],
)  # fmt: skip
def test_a_talk_is_read_by_the_child_and_by_neither_parent(safe: Safe, who: str, reads: bool) -> None:
    talk(safe)
    with safe.acting(who):
        assert [one.said for one in talks(safe.id)] == ([SAID] if reads else [])


def test_a_talk_is_taken_back_and_put_back(safe: Safe) -> None:
    row = talk(safe)
    with safe.acting("jorien", later=timedelta(minutes=1)) as actor:
        withdraw_talk(actor=actor, row=row, reason="Bij het verkeerde kind.")
    with safe.acting("kacper"):
        assert talks(safe.id) == ()
    with safe.acting("jorien", later=timedelta(minutes=2)) as actor:
        undo_talk(actor=actor, row=row)
        assert len(talks(safe.id)) == 1
