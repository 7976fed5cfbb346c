"""Freezing letters, and `./run raadsbrief` from the command line."""

import json
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection
from docx import Document
from pypdf import PdfReader

from kring.ground.access.actor import acting
from kring.ground.access.parts import Law
from kring.ground.audit.models import LogLine
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.steering.figures.models import CouncilLetter, Pilot
from kring.steering.figures.queries.letters import Heading, LetterChanged, draft_letter, frozen_letter, template_of
from kring.steering.figures.services.disclosure import decide_disclosure, withdraw_disclosure
from kring.steering.figures.services.letters import freeze_letter
from kring.steering.figures.services.pilots import PilotTexts, write_texts
from kring.steering.figures.services.templates import replace_template
from tests.access.people import make_subject
from tests.conftest import speaking_as
from tests.figures.test_letter_documents import own_template
from tests.figures.town import (
    Region,
    doing,
    fill_as_in_2018,
    let_in,
    make_region,
    set_thresholds,
    start_netwerk_versterkt,
)

pytestmark = pytest.mark.django_db

GOLDEN = [24, 11, 35, 4, 5, 5, 21]


@pytest.fixture
def region(now: datetime) -> Region:
    return make_region(now)


@pytest.fixture
def pilot(region: Region) -> Pilot:
    pilot = start_netwerk_versterkt(region)
    fill_as_in_2018(region, pilot)
    return pilot


@pytest.fixture
def opened(region: Region, pilot: Pilot) -> Pilot:
    with doing(region.petra_acts):
        decide_disclosure(actor=region.petra_acts, pilot=pilot, who="Petra Vos", reason="De deelnemers stemden in.")
    return pilot


def run(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("raadsbrief", "netwerk-versterkt", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def values(text: str) -> list[int | None]:
    return [figure["value"] for figure in json.loads(text)["figures"]]


def letters() -> int:
    with speaking_as(DatabaseRole.SNAPSHOT):
        return CouncilLetter.objects.count()


def heading(region: Region, reference: str = "") -> Heading:
    return Heading(region.at.date(), region.at.date(), reference)


def test_the_command_prints_the_golden_figures(opened: Pilot) -> None:
    """BR-125: counted from the database."""
    out, err = run("--json", "-")
    assert values(out) == GOLDEN
    assert "Brief KR26-001 is vastgelegd" in err


def test_one_client_more_changes_a_new_letter_and_not_the_frozen_one(region: Region, opened: Pilot) -> None:
    run()
    let_in(region, opened, make_subject(region.municipalities["Texel"], "Sanne"), domain=Law.JEUGDWET)
    out, err = run("--json", "-")
    assert values(out) == GOLDEN
    assert "lag al vast" in err
    assert values(run("--json", "-", "--nieuw")[0]) == [25, 11, 36, 5, 5, 5, 21]
    assert values(run("--json", "-")[0]) == [25, 11, 36, 5, 5, 5, 21]


def test_without_a_decision_the_letter_hides_what_is_below_the_public_threshold(pilot: Pilot) -> None:
    out, _err = run("--json", "-")
    assert values(out) == [24, 11, 35, None, None, None, 21]


def test_at_a_threshold_of_five_the_small_cell_and_a_second_one_are_hidden(pilot: Pilot) -> None:
    set_thresholds(5, 5)
    assert values(run("--json", "-")[0]) == [24, 11, 35, None, None, 5, 21]


def test_a_letter_after_the_decision_was_withdrawn_hides_again(region: Region, opened: Pilot) -> None:
    assert values(run("--json", "-")[0]) == GOLDEN
    with doing(region.petra_acts):
        withdraw_disclosure(actor=region.petra_acts, pilot=opened)
    assert None in values(run("--json", "-", "--nieuw")[0])


def test_without_files_the_figures_stand_on_the_screen(opened: Pilot) -> None:
    lines = run()[0].splitlines()
    assert [line.split(maxsplit=1) for line in lines[1:4]] == [["24", "Jeugd"], ["11", "Wmo"], ["35", "Totaal"]]


def test_all_three_files_are_written_and_say_the_same(opened: Pilot, tmp_path: Path) -> None:
    docx, pdf, data = tmp_path / "brief.docx", tmp_path / "brief.pdf", tmp_path / "brief.json"
    run("--docx", str(docx), "--pdf", str(pdf), "--json", str(data))
    assert values(data.read_text()) == GOLDEN
    assert "4 cliënten binnen de gemeente Texel" in [one.text for one in Document(str(docx)).paragraphs]
    assert "4 cliënten binnen de gemeente Texel" in PdfReader(pdf).pages[0].extract_text()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.docx", "brief.json", "brief.pdf"]


def test_when_writing_fails_nothing_is_left_and_what_was_there_stays(
    opened: Pilot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "brief.json"
    old.write_text("oud")
    real = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if ".pdf." in path.name:
            raise OSError(28, "No space left on device")
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CommandError, match="Er is niets geschreven"):
        run("--json", str(old), "--pdf", str(tmp_path / "brief.pdf"))
    assert [path.name for path in tmp_path.iterdir()] == ["brief.json"]
    assert old.read_text() == "oud"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--pdf", "/bestaat/niet/brief.pdf"], "De map /bestaat/niet bestaat niet"),
        (["--pdf", "/"], "is een map"),
        (["--pdf", "-", "--docx", "-"], "niet op dezelfde plaats"),
        (["--sjabloon", "/bestaat/niet.docx"], "niet te lezen"),
    ],
)
def test_wrong_use_is_told_before_anything_is_frozen(pilot: Pilot, arguments: list[str], says: str) -> None:
    with pytest.raises(CommandError, match=says) as problem:
        run(*arguments)
    assert problem.value.returncode == 2
    assert letters() == 0


def test_an_unknown_pilot_names_the_known_ones(pilot: Pilot) -> None:
    with pytest.raises(CommandError, match=r"Er is geen pilot tien\. Er zijn: netwerk-versterkt\.") as problem:
        call_command("raadsbrief", "tien")
    assert problem.value.returncode == 2


def test_on_an_empty_installation_the_next_step_is_named() -> None:
    with pytest.raises(CommandError, match="nog geen pilots"):
        call_command("raadsbrief", "tien")


def test_other_data_for_a_frozen_letter_need_a_new_one(pilot: Pilot) -> None:
    run()
    with pytest.raises(CommandError, match=r"ligt al vast\. Gebruik --nieuw"):
        run("--plaats", "Texel")
    assert json.loads(run("--plaats", "Texel", "--nieuw", "--json", "-")[0])["place"] == "Texel"


def test_a_letter_counts_as_on_its_own_day(opened: Pilot) -> None:
    assert values(run("--json", "-", "--peildatum", "30-4-2026")[0]) == [0, 0, 0, 0, 0]
    with pytest.raises(CommandError, match="nog niet geweest"):
        run("--nieuw", "--peildatum", "2026-11-02")


def test_a_template_of_the_municipality_is_used(region: Region, pilot: Pilot, tmp_path: Path) -> None:
    petra = region.petra_acts
    with doing(petra):
        replace_template(
            actor=petra,
            municipality=region.den_helder.id,
            name="eigen.docx",
            content=own_template("Van {{ gemeente }}"),
        )
    target = tmp_path / "brief.docx"
    run("--docx", str(target))
    assert [one.text for one in Document(str(target)).paragraphs] == ["Van Den Helder"]
    with doing(petra):
        replace_template(actor=petra, municipality=region.den_helder.id, name="", content=b"")
        assert template_of(region.den_helder.id) is None


def test_a_bad_template_freezes_nothing(pilot: Pilot, tmp_path: Path) -> None:
    template = tmp_path / "kapot.docx"
    template.write_bytes(b"geen Word")
    with pytest.raises(CommandError, match="geen Word-document"):
        run("--docx", str(tmp_path / "brief.docx"), "--sjabloon", str(template))
    assert letters() == 0
    assert [path.name for path in tmp_path.iterdir()] == ["kapot.docx"]


def test_the_adviser_freezes_a_letter_with_the_texts_of_that_moment(region: Region, pilot: Pilot) -> None:
    petra = region.petra_acts
    with doing(petra):
        write_texts(actor=petra, pilot=pilot, texts=PilotTexts("Eerst.", "Samen.", "- Beter\n• Sneller\n", "Blijft."))
        pilot.refresh_from_db()
        row = freeze_letter(actor=petra, pilot=pilot, heading=heading(region))
        write_texts(actor=petra, pilot=pilot, texts=PilotTexts("Daarna.", "", "", ""))
        letter = frozen_letter(CouncilLetter.objects.get(id=row.id))
    assert letter.texts.introduction == "Eerst."
    assert letter.texts.results == ("Beter", "Sneller")


def test_letters_are_numbered_and_a_reference_is_used_once(region: Region, pilot: Pilot) -> None:
    petra = region.petra_acts
    with doing(petra):
        assert freeze_letter(actor=petra, pilot=pilot, heading=heading(region)).reference == "KR26-001"
        assert draft_letter(pilot, heading(region)).reference == "KR26-002"
        freeze_letter(actor=petra, pilot=pilot, heading=heading(region, "RI17.0153"))
    with pytest.raises(Refused, match="dit kenmerk"), doing(petra):
        freeze_letter(actor=petra, pilot=pilot, heading=heading(region, "RI17.0153"))


def test_others_freeze_no_letter(region: Region, pilot: Pilot) -> None:
    jorien = region.town.actor(region.town.jorien)
    with pytest.raises(Refused, match="beleidsadviseur"), doing(jorien):
        freeze_letter(actor=jorien, pilot=pilot, heading=heading(region))


def test_nobody_changes_a_frozen_letter(region: Region, pilot: Pilot) -> None:
    run()
    for statement in ("update figures_councilletter set figures = '{}'", "delete from figures_councilletter"):
        for role in (DatabaseRole.APP, DatabaseRole.SNAPSHOT):
            with (
                pytest.raises(ProgrammingError, match="permission denied"),
                speaking_as(role),
                acting(region.petra_acts),
            ):
                connection.cursor().execute(statement)


def test_a_letter_that_was_tampered_with_does_not_leave_the_house(pilot: Pilot) -> None:
    run()
    with speaking_as(DatabaseRole.OWNER), connection.cursor() as cursor:
        cursor.execute("update figures_councilletter set figures = jsonb_set(figures, '{place}', '\"Elders\"')")
        with pytest.raises(LetterChanged, match="controlegetal"):
            frozen_letter(CouncilLetter.objects.get())
    with pytest.raises(CommandError, match="controlegetal"):
        run("--json", "-")


def test_freezing_and_printing_are_logged(pilot: Pilot) -> None:
    run("--json", "-")
    with speaking_as(DatabaseRole.OWNER):
        lines = LogLine.objects.filter(what__in=["figures.letter_frozen", "figures.raadsbrief"])
        assert {(line.what, line.event, line.ground) for line in lines} == {
            ("figures.letter_frozen", "create", "KR26-001"),
            ("figures.raadsbrief", "export", ""),
        }


def test_figures_are_counted_from_the_command_line(region: Region) -> None:
    out = StringIO()
    call_command("count_figures", "--peildatum", "1-10-2026", stdout=out)
    assert out.getvalue().startswith("Geteld op 01-10-2026:")
    assert "voor 5 gemeenten" in out.getvalue()
    with pytest.raises(CommandError, match="nog niet geweest"):
        call_command("count_figures", "--peildatum", "2027-01-01")


@pytest.mark.parametrize("text", ["morgen", "31-02-2026", "2026/11/01"])
def test_a_day_that_is_no_day(text: str) -> None:
    with pytest.raises(CommandError, match="geen datum"):
        call_command("count_figures", "--peildatum", text)


def test_the_day_of_the_letter_is_the_day_of_the_clock(pilot: Pilot) -> None:
    assert json.loads(run("--json", "-")[0])["dated_on"] == str(date(2026, 11, 1))
