"""`./run stapeling`: the list under pseudonym, with Dutch errors and exit codes, and a line in the log."""

import stat
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from kring.ground.shared.database import DatabaseRole
from tests.studies.world import Desk, make_bakkers, make_desk, make_study

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("stapeling", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_it_prints_the_ground_and_the_facts_and_no_name(desk: Desk) -> None:
    make_bakkers(desk)
    study = make_study(desk)
    text = run(study.slug)
    for said in (
        "Dossieronderzoek Noord, Zeewaard",
        "Jeugdwet 7.3.12",
        "Goedgekeurd door Mark de Boer",
        "1 huishouden met lopende hulp",
    ):
        assert said in text
    row = text.splitlines()[-1].split()
    assert row[1:] == ["Zeewaard-Noord", "2", "3", "3", "1", "(+1", "?)", "22", "€", "6.000", "1"]
    assert "Marloes" not in text


def test_a_sheet_is_for_its_owner_only(desk: Desk, tmp_path: Path) -> None:
    make_bakkers(desk)
    sheet = tmp_path / "lijst.csv"
    run(make_study(desk).slug, "--csv", str(sheet), "--peildatum", "1-10-2026")
    head, row = sheet.read_text(encoding="utf-8").splitlines()
    assert head.startswith("\ufeffPseudoniem;Gemeente;Gebied")
    assert row.endswith(";1;0;01-10-2026")
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600


def test_the_sheet_can_go_to_the_screen(desk: Desk) -> None:
    make_bakkers(desk)
    assert run(make_study(desk).slug, "--csv", "-").startswith("Pseudoniem;")


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (["niets"], "geen onderzoek «niets». Bekende onderzoeken: dossieronderzoek-noord", 2),
        (["dossieronderzoek-noord", "--peildatum", "31-2-2026"], "«31-2-2026» is geen dag", 2),
        (["dossieronderzoek-noord", "--peildatum", "2026-12-01"], "in de toekomst", 2),
        (["dossieronderzoek-noord", "--csv", "/bestaat/niet/x.csv"], "Kan /bestaat/niet/x.csv niet schrijven", 2),
    ],
)
def test_what_goes_wrong_is_said_in_dutch_with_an_exit_code(
    desk: Desk, arguments: list[str], said: str, code: int
) -> None:
    make_study(desk)
    with pytest.raises(CommandError, match=said) as problem:
        run(*arguments)
    assert problem.value.returncode == code


def test_a_study_that_does_not_run_gives_no_list(desk: Desk) -> None:
    make_bakkers(desk)
    for study, said in (
        (make_study(desk, approved=False), "nog niet goedgekeurd"),
        (make_study(desk, start=date(2027, 1, 1)), "nog niet begonnen"),
    ):
        with pytest.raises(CommandError, match=said) as problem:
            run(study.slug)
        assert problem.value.returncode == 1


def test_the_export_is_logged(desk: Desk) -> None:
    run(make_study(desk).slug)
    with connection.cursor() as cursor:
        cursor.execute("reset session authorization")
        cursor.execute("select event, parts, ground from audit_logline where what = 'studies.list_exported'")
        found = cursor.fetchall()
        cursor.execute(f"set session authorization {DatabaseRole.APP}")
    assert found == [("export", ["study"], "Dossieronderzoek Noord, 2026-11-01")]
