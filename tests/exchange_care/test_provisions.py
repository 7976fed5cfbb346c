"""The CSV of provisions: cases of Noor's family, delivered again, changed, ended and taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from kring.exchange.journal import Journal
from kring.exchange.models import DeliveryKind, DeliveryState, ReviewItem
from kring.exchange.registry import connector_for
from kring.exchange.services import Result, in_the_register
from kring.exchange.session import Session
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Subject
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation
from kring.practice.care.models import Helper, Provision, ProvisionCost
from tests.conftest import TODAY
from tests.exchange.provision_files import CASE, NAMED, file_of
from tests.exchange_care import stage
from tests.exchange_care.stage import bring, bring_file, count, dump, provision, rules, take_back
from tests.exchange_care.test_messages import assigned

pytestmark = pytest.mark.django_db

Line = dict[str, str]
BASE: Line = CASE | {"gemeente": "0999"}
DEBT: Line = BASE | {"zaaknummer": "S-1", "wet": "schuldhulp", "voorziening": "schuldregeling", "bsn": "999990020"}
PRINS: Line = {"professional": "Karin Prins", "functie": "klantmanager"}
SUPPLEMENT: Line = {"levering": "aanvullend"}


@pytest.fixture
def zeewaard() -> Organisation:
    controller = stage.make_municipality()
    stage.settle(controller, stage.NOOR, stage.DAAN)
    return controller


def csv(controller: Organisation, *lines: Line) -> Result:
    return bring_file(controller, DeliveryKind.PROVISIONS, "levering.csv", file_of(*lines))


def on(day: str, *lines: Line) -> list[Line]:
    return [line | {"peildatum": day} for line in lines]


def helpers(number: str) -> list[tuple[str, str, str]]:
    with in_the_register():
        rows = Helper.objects.filter(provision__case_number=number).order_by("name")
        return [(row.name, row.function, row.organisation_name) for row in rows]


def cost(number: str) -> tuple[str, int | None, int | None]:
    with in_the_register():
        row = ProvisionCost.objects.get(provision__case_number=number)
        return row.state, row.cents_per_year, row.cents_once


def test_a_case_becomes_a_provision(zeewaard: Organisation) -> None:
    result = csv(zeewaard, BASE | PRINS)

    one = provision("P-1")
    assert (result.state, count(result, "created")) == (DeliveryState.DONE, 1)
    assert (one.law, one.product, one.state) == ("participatiewet", "bijstand", "running")
    assert (one.source, one.source_key, one.started_on) == ("Suite", "0999 P-1", date(2026, 2, 1))
    assert not one.told_by_family
    assert helpers("P-1") == [("Karin Prins", "klantmanager", "Gemeente Waterrijk")]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"kostenstatus": "onbekend"}, ("unknown", None, None)),
        ({"kostenstatus": "bekend", "kosten_per_jaar": "9.100,00"}, ("known", 910000, None)),
        ({"kostenstatus": "geschat", "kosten_eenmalig": "1500"}, ("estimated", None, 150000)),
        ({"kostenstatus": "niet van gemeente"}, ("elsewhere", None, None)),
    ],
)
def test_costs_are_known_estimated_unknown_or_elsewhere(
    zeewaard: Organisation, given: Line, kept: tuple[str, int | None, int | None]
) -> None:
    csv(zeewaard, BASE | given)
    assert cost("P-1") == kept


@pytest.mark.parametrize(
    ("start", "end", "state"),
    [("01-02-2026", "", "running"), ("01-12-2026", "", "assigned"), ("01-02-2026", "31-10-2026", "stopped")],
)
def test_the_dates_tell_where_a_case_stands(zeewaard: Organisation, start: str, end: str, state: str) -> None:
    csv(zeewaard, BASE | {"begindatum": start, "einddatum": end})
    assert provision("P-1").state == state


def test_the_same_delivery_again_changes_nothing(zeewaard: Organisation) -> None:
    first = csv(zeewaard, BASE | PRINS, DEBT)
    was = dump()
    again = csv(zeewaard, BASE | PRINS, DEBT)
    assert (again.state, again.number, count(again, "unchanged")) == (DeliveryState.UNCHANGED, first.number, 2)
    assert dump() == was


def test_a_later_delivery_with_the_same_cases_writes_no_case(zeewaard: Organisation) -> None:
    csv(zeewaard, *on("01-10-2026", BASE | PRINS, DEBT))
    was = dump("care.provision", "care.provisioncost", "care.helper", "care.provider")
    later = csv(zeewaard, *on("01-11-2026", BASE | PRINS, DEBT))
    assert (count(later, "unchanged"), count(later, "changed")) == (2, 0)
    assert dump("care.provision", "care.provisioncost", "care.helper", "care.provider") == was


def test_a_changed_case_is_brought_up_to_date(zeewaard: Organisation) -> None:
    csv(zeewaard, *on("01-10-2026", BASE | PRINS))
    other = {"professional": "Wim Blom", "organisatie": "Werkplein Noord"}
    later = BASE | other | {"voorziening": "loonkostensubsidie", "kostenstatus": "bekend", "kosten_per_jaar": "12"}

    result = csv(zeewaard, *on("01-11-2026", later))

    assert count(result, "changed") == 1
    assert provision("P-1").product == "loonkostensubsidie"
    assert cost("P-1") == ("known", 1200, None)
    assert helpers("P-1") == [("Wim Blom", "", "Werkplein Noord")]


ENDED = date(2026, 10, 31)
GONE: list[tuple[str, Sequence[Line], date | None]] = [
    ("volledig", [DEBT], ENDED),
    ("volledig met beide", [BASE, DEBT], None),
    ("aanvullend", [DEBT | SUPPLEMENT], None),
    ("volledig, maar de zaak is afgekeurd", [DEBT, BASE | {"wet": "strafrecht"}], None),
    ("volledig, met een afgekeurde zaak zonder nummer", [DEBT, BASE | {"zaaknummer": ""}], None),
    ("volledig, van een andere bron", [DEBT | {"bron": "Schuldenpakket"}], None),
    ("volledig, met een onzekere persoon", [DEBT, BASE | {"bsn": "999990068"}], None),
]


@pytest.mark.parametrize(("lines", "end"), [each[1:] for each in GONE], ids=[each[0] for each in GONE])
def test_only_a_full_delivery_ends_what_it_does_not_name(
    zeewaard: Organisation, lines: Sequence[Line], end: date | None
) -> None:
    csv(zeewaard, *on("01-10-2026", BASE))

    result = csv(zeewaard, *on("01-11-2026", *lines))

    assert result.state is DeliveryState.DONE
    assert provision("P-1").ended_on == end
    assert provision("P-1").state == ("stopped" if end else "running")


def test_a_full_delivery_ends_no_provision_that_came_by_message(zeewaard: Organisation) -> None:
    bring(zeewaard, assigned())
    csv(zeewaard, BASE)
    assert provision("300201").ended_on == date(2026, 12, 31)


BY_NAME = BASE | NAMED
PEOPLE: list[tuple[str, Line, bool]] = [
    ("naam, geboortedatum en adres", BY_NAME, True),
    ("met voornaam", BY_NAME | {"voornamen": "Noor"}, True),
    ("andere voornaam", BY_NAME | {"voornamen": "Fleur"}, False),
    ("ander huisnummer", BY_NAME | {"huisnummer": "14"}, False),
    ("andere geboortedag", BY_NAME | {"geboortedatum": "04-06-2014"}, False),
    ("geboortedag onbekend", BY_NAME | {"geboortedatum": "00-06-2014"}, False),
    ("onbekend bsn", BASE | {"bsn": "999990068"}, False),
]


@pytest.mark.parametrize(("line", "certain"), [each[1:] for each in PEOPLE], ids=[each[0] for each in PEOPLE])
def test_only_a_certain_person_gets_the_case(zeewaard: Organisation, line: Line, certain: bool) -> None:
    result = csv(zeewaard, line)
    with in_the_register():
        assert Provision.objects.filter(case_number="P-1").exists() is certain
        assert ReviewItem.objects.exists() is not certain
        assert Subject.objects.count() == 2
    assert rules(result) == ([] if certain else ["PERSOON"])


def test_of_twins_nobody_is_certain(zeewaard: Organisation) -> None:
    stage.settle(zeewaard, replace(stage.NOOR, bsn="999990068", given="Lotte"))
    result = csv(zeewaard, BY_NAME)
    assert count(result, "to_review") == 1
    with in_the_register():
        assert len(ReviewItem.objects.get().candidates) == 2


def test_who_waits_is_not_asked_twice(zeewaard: Organisation) -> None:
    csv(zeewaard, *on("01-10-2026", BASE | {"bsn": "999990068"}))
    again = csv(zeewaard, *on("01-11-2026", BASE | {"bsn": "999990068"}))
    assert (count(again, "to_review"), count(again, "unchanged")) == (0, 1)
    with in_the_register():
        assert ReviewItem.objects.count() == 1


def test_a_case_whose_person_was_decided_is_stored(zeewaard: Organisation) -> None:
    csv(zeewaard, BASE | {"bsn": "999990068"} | PRINS)
    with in_the_register(), recording("test"), acting(system_actor(TODAY)):
        item = ReviewItem.objects.get()
        session = Session(system_actor(TODAY), zeewaard, item.delivery, Journal(item.delivery))
        noor = Subject.objects.all()[0]
        connector_for(DeliveryKind.PROVISIONS).resume(item.row, noor.id, session)
        session.journal.flush()
    assert provision("P-1").subject_id == noor.id
    assert helpers("P-1") == [("Karin Prins", "klantmanager", "Gemeente Waterrijk")]


REFUSED: list[tuple[str, str, Line]] = [
    ("andere gemeente", "CSV-GEMEENTE", {"gemeente": "0441"}),
    ("bron van de berichten", "CSV-BRON", {"bron": "IJW"}),
    ("peildatum in de toekomst", "CSV-PEILDATUM", {"peildatum": "02-11-2026"}),
    ("peildatum voor wat bekend is", "CSV-PEILDATUM", {"peildatum": "30-09-2026"}),
]


@pytest.mark.parametrize(("rule", "values"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED])
def test_a_delivery_that_cannot_be_is_refused(zeewaard: Organisation, rule: str, values: Line) -> None:
    csv(zeewaard, *on("01-10-2026", BASE))
    was = dump()
    result = csv(zeewaard, BASE | {"voorziening": "werk"} | values)
    assert (result.state, rules(result)) == (DeliveryState.REFUSED, [rule])
    assert dump() == was


def test_a_case_does_not_go_to_another_person(zeewaard: Organisation) -> None:
    csv(zeewaard, *on("01-10-2026", BASE))
    result = csv(zeewaard, *on("01-11-2026", BASE | {"bsn": "999990020"}))
    assert (rules(result), count(result, "refused")) == (["CSV-WISSEL"], 1)


def test_a_provider_known_by_its_code_gets_its_name(zeewaard: Organisation) -> None:
    bring(zeewaard, assigned())
    csv(zeewaard, BASE | {"aanbieder": "Jeugdzorg De Kade", "aanbieder_agb": "90000001"})
    one = provision("300201")
    assert one.provider is not None
    assert one.provider.name == "Jeugdzorg De Kade"


TURNS: list[tuple[str, list[Line]]] = [
    ("nieuw", on("01-11-2026", BASE, DEBT | PRINS)),
    ("gewijzigd", on("01-11-2026", BASE | {"bron": "A", "voorziening": "werk", "professional": "Wim Blom"})),
    ("beëindigd", on("01-11-2026", DEBT | {"bron": "A"})),
    ("aanbieder krijgt naam", on("01-11-2026", BASE | {"aanbieder": "De Kade", "aanbieder_agb": "90000001"})),
]


@pytest.mark.parametrize("lines", [each[1] for each in TURNS], ids=[each[0] for each in TURNS])
def test_taking_a_delivery_back_restores_every_row(zeewaard: Organisation, lines: list[Line]) -> None:
    bring(zeewaard, assigned())
    csv(zeewaard, *on("01-10-2026", BASE | PRINS | {"bron": "A"}))
    was = dump()
    result = csv(zeewaard, *lines)
    assert dump() != was

    assert take_back(result.number).left == ()

    assert dump() == was


def test_helpers_on_more_lines_are_one_case(zeewaard: Organisation) -> None:
    result = csv(zeewaard, BASE | PRINS, BASE | {"professional": "Wim Blom"})
    assert [name for name, *_ in helpers("P-1")] == ["Karin Prins", "Wim Blom"]
    assert count(result, "created") == 1
