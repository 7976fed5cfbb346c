"""`./run import`: what it says and with which exit code it ends."""

import os
from collections.abc import Callable
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from kring.exchange.brp.writer import write_persons
from kring.exchange.models import Delivery
from kring.ground.access.actor import acting
from kring.ground.access.services.setup import register_organisation
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation, OrganisationKind
from tests.exchange_store.town import Register, importing, make_register
from tests.households.people import family

pytestmark = pytest.mark.django_db

HEAD = "postcode;huisnummer;x;y;buurtcode;buurt;gemeentecode;gebied\n"
DIJK = "1781AB;12;114000;552000;BU09990001;Oude Dijk;0999;Noord\n"


@pytest.fixture
def register(now: datetime) -> Register:
    return make_register(now)


@pytest.fixture
def addresses(tmp_path: Path) -> Path:
    file = tmp_path / "adressen.csv"
    file.write_text(HEAD + DIJK)
    return file


def run(*argv: object) -> str:
    out = StringIO()
    call_command("import", *map(str, argv), stdout=out)
    return out.getvalue()


def code_of(do: Callable[[], object]) -> int:
    with pytest.raises(CommandError) as refused:
        do()
    return refused.value.returncode


def test_a_delivery_is_told_in_numbers_and_again_it_changes_nothing(register: Register, addresses: Path) -> None:
    said = run("adressen", addresses)
    assert "adressen.csv: 1 regel; 1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 te beoordelen, 0 geweigerd." in said
    assert "was al verwerkt als levering" in run("adressen", addresses)


@pytest.mark.shared
def test_the_641_test_persons_are_told_in_one_line(register: Register, shared: Path) -> None:
    said = run("brp", shared / "standards" / "haalcentraal" / "personen-testset.json")
    assert "641 regels; 641 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 te beoordelen, 0 geweigerd." in said
    assert "60 personen hebben geen volledig adres en zijn in geen huishouden geplaatst." in said


@pytest.mark.shared
def test_the_examples_that_are_not_processed_are_named(register: Register, shared: Path) -> None:
    folder = shared / "standards" / "istandaarden" / "ijw" / "voorbeelden"
    said = run("istandaarden", folder / "jw315-variant-91706ea.xml", folder / "jw319.xml")
    assert said.count("1 regel; 0 nieuw, 0 gewijzigd, 1 ongewijzigd") == 2
    assert "Dit is een geldig bericht" in said
    assert said.count("nog niet verwerkt") == 2


def test_all_files_of_a_folder_that_end_right_are_taken(register: Register, tmp_path: Path) -> None:
    for bsn, person in family().items():
        (tmp_path / f"{bsn}.json").write_bytes(write_persons([person]))
    (tmp_path / "lees-mij.txt").write_text("niets")
    run("brp", tmp_path)
    with importing():
        assert Delivery.objects.count() == 4


def test_a_file_name_that_is_no_text_is_told_with_a_question_mark(register: Register, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"adressen-\xff.csv")
    file.write_text(HEAD + DIJK)
    assert "adressen-?.csv: 1 regel; 1 nieuw" in run("adressen", file)


def test_a_refused_file_says_why_and_ends_with_1(
    register: Register, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "adressen.csv"
    file.write_text("iets;anders\n1;2\n")
    with pytest.raises(SystemExit) as ended:
        call_command("import", "adressen", str(file))
    assert ended.value.code == 1
    said = capsys.readouterr().out
    assert "is geweigerd" in said
    assert "De kolommen kloppen niet. De eerste regel moet zijn: postcode;huisnummer" in said


def test_a_long_report_is_cut_and_says_where_the_rest_is(register: Register, tmp_path: Path) -> None:
    file = tmp_path / "adressen.csv"
    file.write_text(HEAD + DIJK + "fout;12;1;2;BU1;x;0999;\n" * 25)
    assert "en nog 30 meldingen: zie het verslag" in run("adressen", file)


def test_a_failure_of_the_database_is_told_without_a_value_and_stores_nothing(
    register: Register, addresses: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise IntegrityError("Key (postcode)=(1781AB) already exists")

    monkeypatch.setattr("kring.exchange.connectors.addresses._store", broken)
    with pytest.raises(CommandError, match="niets opgeslagen") as told:
        run("adressen", addresses)
    assert "1781AB" not in str(told.value)
    with importing():
        assert not Delivery.objects.exists()


def test_wrong_use_ends_with_2(register: Register, tmp_path: Path, addresses: Path) -> None:
    assert code_of(lambda: run("adressen", tmp_path / "weg.csv")) == 2
    assert code_of(lambda: run("brp", addresses)) == 2
    assert code_of(lambda: run("terugdraaien", 404)) == 2
    assert code_of(lambda: run("adressen", addresses, "--gemeente", "0123")) == 2


def test_with_more_municipalities_one_must_be_named(register: Register, addresses: Path) -> None:
    polderland = Organisation(kind=OrganisationKind.MUNICIPALITY, name="Polderland", cbs_code="0998")
    with recording("test"), acting(register.system):
        register_organisation(actor=register.system, organisation=polderland)
    with pytest.raises(CommandError, match=r"--gemeente CODE. Er zijn: 0998 \(Polderland\), 0999 \(Zeewaard\)\."):
        run("adressen", addresses)
    assert "1 nieuw" in run("adressen", addresses, "--gemeente", "0999")


def test_before_the_set_up_it_says_what_to_do_first(addresses: Path) -> None:
    with pytest.raises(CommandError, match="init"):
        run("adressen", addresses)


def test_undoing_says_how_much_and_a_second_time_that_it_cannot(register: Register, addresses: Path) -> None:
    run("adressen", addresses)
    with importing():
        number = Delivery.objects.get().number
    assert f"Levering {number} is teruggedraaid: 2 rijen." in run("terugdraaien", number)
    assert code_of(lambda: run("terugdraaien", number)) == 1


def test_what_could_not_be_undone_is_named_and_ends_with_1(
    register: Register, addresses: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("adressen", addresses)
    addresses.write_text(HEAD + DIJK.replace("114000", "114001"))
    run("adressen", addresses)
    with importing():
        first = min(Delivery.objects.values_list("number", flat=True))
    with pytest.raises(SystemExit) as ended:
        call_command("import", "terugdraaien", str(first))
    assert ended.value.code == 1
    assert "Kon niet worden teruggedraaid: adrespunt, regel 2. Levering" in capsys.readouterr().out
