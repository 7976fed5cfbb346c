"""What a dossier may be called: a name of people. It stands in lists, on paper and over shoulders."""

from datetime import datetime

import pytest

from kring.ground.access.rules import can_be_label
from kring.ground.shared.verdict import Refused
from tests.access.people import make_dossier, make_subject, make_town


@pytest.mark.parametrize(
    "label",
    [
        "Gezin De Wit-Bakker",
        "Gezin Yıldız / Aksoy",
        "Mevrouw Van der Laan en zoon Rick",
        "Gezin 12",
        "Gezin Beschermer",
    ],
)
def test_names_are_labels(label: str) -> None:
    assert can_be_label(label)


@pytest.mark.parametrize(
    ("label", "why"),
    [
        (" ", "Geef het dossier een naam"),
        ("N" * 121, "te lang"),
        ("Gezin Nowak (afgeschermd)", "bescherming"),
        ("Nowak, geheim adres", "bescherming"),
        ("Nowak in de vrouwenopvang", "bescherming"),
        ("Nowak, 9996 QZ", "bescherming"),
        ("Nowak 999990019", "bescherming"),
    ],
)
def test_a_label_tells_nothing_that_is_protected(label: str, why: str) -> None:
    assert why in str(can_be_label(label).reason)


@pytest.mark.django_db
def test_no_dossier_is_opened_under_such_a_name(now: datetime) -> None:
    """The twin opens under the bare name."""
    town = make_town(now)
    members = [(make_subject(town.municipality, "Agnieszka Nowak"), "moeder")]
    with pytest.raises(Refused, match="bescherming"):
        make_dossier(town, "Gezin Nowak (afgeschermd)", members)
    assert make_dossier(town, "Gezin Nowak", members).label == "Gezin Nowak"
