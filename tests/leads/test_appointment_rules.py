"""Who may be regisseur and achtervang together (BR-030 to BR-032), as a table."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from kring.ground.shared.verdict import Refused
from kring.practice.leads.rules import Appointment, appointment_problems, enforce, known_age, sort_key

JORIEN, NAIMA = UUID(int=1), UUID(int=2)
GOOD = Appointment(
    lead=JORIEN,
    deputy=NAIMA,
    deputy_is_professional=True,
    lead_is_professional=True,
    chosen_by_family=True,
    reason="",
    dossier_state="named",
)


@pytest.mark.parametrize(
    ("case", "fields"),
    [
        (GOOD, []),
        (replace(GOOD, chosen_by_family=None), []),
        (replace(GOOD, dossier_state="active"), []),
        (replace(GOOD, dossier_state="closed"), [""]),
        (replace(GOOD, deputy=JORIEN), ["deputy"]),
        (replace(GOOD, lead_is_professional=False), []),
        (replace(GOOD, lead_is_professional=False, deputy_is_professional=False), ["deputy"]),
        (replace(GOOD, chosen_by_family=False), ["reason"]),
        (replace(GOOD, chosen_by_family=False, reason="   "), ["reason"]),
        (replace(GOOD, chosen_by_family=False, reason="Naima is met verlof tot maart"), []),
        (replace(GOOD, deputy=JORIEN, chosen_by_family=False), ["deputy", "reason"]),
    ],
)
def test_what_stands_in_the_way_of_an_appointment(case: Appointment, fields: list[str]) -> None:
    assert [problem.field for problem in appointment_problems(case)] == fields


def test_a_refusal_names_the_first_problem() -> None:
    with pytest.raises(Refused, match="iemand anders dan de regisseur"):
        enforce(appointment_problems(replace(GOOD, deputy=JORIEN)))


@pytest.mark.parametrize(
    ("year", "month", "day", "age"),
    [
        (2015, 1, 20, 11),
        (2014, 11, 1, 12),
        (2014, 11, 2, 11),
        (2014, 11, None, 11),
        (2014, None, None, 11),
        (2013, None, None, 12),
        (2012, 2, 30, 14),
        (None, None, None, None),
    ],
)
def test_age_of_a_partial_date_is_the_youngest_that_fits(
    year: int | None, month: int | None, day: int | None, age: int | None
) -> None:
    assert known_age(year, month, day, date(2026, 11, 1)) == age


def test_names_stand_in_dutch_order() -> None:
    labels = ["Gezin De Wit-Bakker", "Özdemir", "Gezin Van der Laan", "El Amrani", "Pinas", "Gezin Åkerman", "De"]
    assert sorted(labels, key=sort_key) == [
        "Gezin Åkerman",
        "El Amrani",
        "De",
        "Gezin Van der Laan",
        "Özdemir",
        "Pinas",
        "Gezin De Wit-Bakker",
    ]
