"""What is held about one person: all of it, and nothing of anybody else ("Shown by" 6 of issue 3)."""

import json
from datetime import date, datetime
from io import BytesIO
from typing import TypeAlias
from uuid import uuid4
from zipfile import ZipFile

import pytest
from django.apps import apps
from django.db import models

from kring.ground.shared.database import DatabaseRole
from kring.oversight.rights.belonging import DECLARED, Belonging, Whose
from kring.oversight.rights.belonging.values import plain
from kring.oversight.rights.making import Collected, collect, whose, zipped
from kring.oversight.rights.making.machine import as_json
from kring.oversight.rights.making.paper import values
from tests.access.people import make_town
from tests.conftest import speaking_as
from tests.rights.everything import OUR_OWN, Expected, Somebody, fill, two_people, without_constraints

Row = dict[str, dict[str, object]]
Column: TypeAlias = "models.Field[object, object]"
NOBODY = Whose(uuid4(), frozenset(), by_self=True, is_shielded=False)


def undeclared(labels: set[str]) -> set[str]:
    """Models with something personal in them of which nobody said whose it is."""
    return {label for label in labels if getattr(apps.get_model(label), "personal", ()) and label not in DECLARED}


def test_every_model_with_personal_fields_says_to_whom_its_rows_belong() -> None:
    assert undeclared(OUR_OWN) == set()
    assert set(DECLARED) - OUR_OWN == set()
    assert [code for code, one in DECLARED.items() if not one.ties and not one.because] == []


def test_a_model_that_is_forgotten_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(DECLARED, "plans.Goal")
    assert undeclared(OUR_OWN) == {"plans.Goal"}


def test_what_a_tie_names_are_fields_of_the_model() -> None:
    faults = []
    for code, belonging in DECLARED.items():
        names = {one.name for one in apps.get_model(code)._meta.concrete_fields}
        faults += [f"{code}.{name}" for tie in belonging.ties for name in {tie.name, *(tie.shows or ())} - names]
        faults += [f"{code}.{name}" for name in set(belonging.left_out) - names]
    assert faults == []


@pytest.fixture
def made(now: datetime, db: None) -> tuple[Somebody, Somebody, list[Expected], Collected]:
    town = make_town(now).municipality.id
    with without_constraints():
        her, him = two_people(town)
        expected = fill(her, him, town)
        third = Somebody("X", him.dossier, him.shared)
        fill(him, third, town)
    with speaking_as(DatabaseRole.RIGHTS):
        person = whose(her.subject, her.account, by_self=True, at=now)
        found = collect(person, about=her.name, at=now)
    return her, him, expected, found


Made = tuple[Somebody, Somebody, list[Expected], Collected]


def rows(found: Collected) -> dict[str, list[Row]]:
    told = json.loads(as_json(found))
    return {section["code"]: section["rijen"] for section in told["onderdelen"]}


def is_there(wanted: Expected, belonging: Belonging, told: list[Row]) -> bool:
    """A row with all its fields, each with the value that was put in or a reason why it is left out."""
    names = [one for one in wanted.row._meta.concrete_fields if wanted.shows is None or one.name in wanted.shows]
    return any(all(_holds(row.get(one.name), wanted, one, belonging) for one in names) for row in told)


def _holds(field: dict[str, object] | None, wanted: Expected, one: Column, belonging: Belonging) -> bool:
    if field is None:
        return False
    if one.name in belonging.left_out:
        return bool(field.get("weggelaten"))
    stored = wanted.row.serializable_value(one.name)
    if isinstance(stored, str | int | bool | date) and one.name != "sealed" and not one.is_relation:
        return field["waarde"] == plain(stored, NOBODY)
    return (field["waarde"] is None) == (stored is None)


def test_everything_of_hers_is_in_it(made: Made) -> None:
    _her, _him, expected, found = made
    told = rows(found)
    missing = [
        f"{one.code} by {one.row.pk}"
        for one in expected
        if not is_there(one, DECLARED[one.code], told.get(one.code, []))
    ]
    assert missing == []
    left_out = {name for code, one in DECLARED.items() for name in one.left_out if code in told}
    assert left_out == {"password", "bsn_hmac", "content", "facts"}
    assert "999990019" in as_json(found).decode(), "the own BSN stands there in the clear"


def test_nothing_of_anybody_else_is_in_it(made: Made) -> None:
    _her, him, _expected, found = made
    text = as_json(found).decode() + json.dumps(values(found, house="Zeewaard"), ensure_ascii=False, default=str)
    others = him.needles | {
        him.name,
        him.email,
        him.pseudonym,
        *(str(one) for one in (him.subject, him.account, him.dossier)),
    }
    assert len(him.needles) > 150
    assert sorted(needle for needle in others if needle in text) == []


def test_every_personal_field_is_tried(made: Made) -> None:
    """Else a field without data would prove nothing: each is filled for her in at least one row.

    Safety stands at level 3 as a whole and is never told: that its rows stay out is what is tried of it (BR-072).
    """
    _her, _him, expected, _found = made
    filled = {
        (one.code, name)
        for one in expected
        for name in getattr(one.row, "personal", ())
        if one.row.serializable_value(name) not in (None, "")
    }
    told = {code: one for code, one in DECLARED.items() if one.ties and not code.startswith("safety.")}
    wanted = {(code, name) for code in told for name in apps.get_model(code).personal}
    assert sorted(wanted - filled) == []


def test_the_zip_holds_a_pdf_a_json_and_the_documents_under_neutral_names(made: Made) -> None:
    her, _him, _expected, found = made
    with ZipFile(BytesIO(zipped(found, house="Zeewaard"))) as package:
        names = package.namelist()
        assert names[:2] == ["gegevens.pdf", "gegevens.json"]
        assert len(names) == 4, "the document about her and the one of her own dossier"
        assert not [name for name in names if her.mark in name]
        assert package.read("gegevens.pdf").startswith(b"%PDF-")
