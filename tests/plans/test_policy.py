"""Every role and every deed with a plan, as one table like the handbook's (§5), and what one does in the own name."""

import pytest

from kring.ground.access.roles import DOSSIER_ROLES
from kring.practice.plans.policy import (
    Deed,
    may,
    may_change_speaker,
    may_change_who_sees,
    may_give_action_to,
    may_give_position_as,
    may_propose,
    may_report_on,
    may_score_as,
)

MATRIX = """
role             say_question write report score agree give_position summarise propose decide ask_provider answer
regisseur        yes          yes   yes    yes   yes   yes           yes       -       yes    yes          -
achtervang       yes          yes   yes    yes   yes   yes           yes       -       yes    yes          -
teamprofessional -            -     yes    yes   -     -             -         yes     -      -            yes
naamgever        -            -     -      -     -     -             -         -       -      -            -
procesregisseur  -            -     -      -     -     -             -         -       -      -            -
aanwijzer        -            -     -      -     -     -             -         -       -      -            -
noodknop         -            -     -      -     -     -             -         -       -      -            -
gezinslid        yes          yes   yes    yes   -     yes           -         -       -      -            -
jongere          yes          -     yes    yes   -     -             -         -       -      -            -
jongere_16       yes          yes   yes    yes   -     yes           -         -       -      -            -
geraadpleegd     -            -     -      -     -     -             -         -       -      -            -
externe          -            -     yes    -     -     -             -         -       -      -            yes
"""


def cells() -> list[tuple[str, Deed, bool]]:
    head, *rows = [line.split() for line in MATRIX.strip().splitlines()]
    return [
        (role, Deed(deed), cell == "yes")
        for role, *answers in rows
        for deed, cell in zip(head[1:], answers, strict=True)
    ]


@pytest.mark.parametrize(("role", "deed", "allowed"), cells())
def test_who_may_do_what(role: str, deed: Deed, allowed: bool) -> None:
    verdict = may(deed, frozenset({role}))
    assert bool(verdict) is allowed
    assert allowed or str(verdict.reason).startswith("Alleen")


def test_the_table_holds_every_role_and_every_deed() -> None:
    assert {(role, deed) for role, deed, _allowed in cells()} == {
        (role, deed) for role in DOSSIER_ROLES for deed in Deed
    }


@pytest.mark.parametrize("deed", Deed)
def test_without_a_role_nothing_is_allowed(deed: Deed) -> None:
    assert not may(deed, frozenset())


@pytest.mark.parametrize(
    ("role", "kind", "allowed"),
    [
        ("regisseur", "professional", True),
        ("gezinslid", "family", True),
        ("gezinslid", "network", False),
        ("gezinslid", "professional", False),
        ("jongere", "family", False),
        ("jongere_16", "family", True),
        ("teamprofessional", "professional", False),
    ],
)
def test_a_family_speaks_for_itself_only(role: str, kind: str, allowed: bool) -> None:
    assert bool(may_give_action_to(frozenset({role}), kind)) is allowed


@pytest.mark.parametrize(
    ("role", "kind", "doer", "allowed"),
    [
        ("regisseur", "network", "oma Truus", True),
        ("gezinslid", "family", "Stefan", True),
        ("gezinslid", "network", "oma Truus", False),
        ("jongere", "family", "Jaylen", True),
        ("teamprofessional", "professional", "Henk Prins", True),
        ("teamprofessional", "professional", "Jorien Smit", False),
        ("aanwijzer", "professional", "Henk Prins", False),
    ],
)
def test_who_reports_on_an_action(role: str, kind: str, doer: str, allowed: bool) -> None:
    assert bool(may_report_on(frozenset({role}), "Henk Prins", kind, doer)) is allowed


@pytest.mark.parametrize(
    ("role", "doer", "allowed"),
    [
        ("teamprofessional", "Henk Prins", True),
        ("teamprofessional", "Jorien Smit", False),
        ("externe", "Henk Prins", False),
        ("gezinslid", "Henk Prins", False),
    ],
)
def test_a_professional_with_a_task_proposes_for_the_own_work(role: str, doer: str, allowed: bool) -> None:
    assert bool(may_propose(frozenset({role}), "Henk Prins", doer)) is allowed


@pytest.mark.parametrize(
    ("role", "giver", "allowed"),
    [
        ("regisseur", "Finn", True),
        ("gezinslid", "Henk Prins", True),
        ("gezinslid", "Finn", False),
        ("teamprofessional", "Henk Prins", True),
        ("aanwijzer", "Henk Prins", False),
    ],
)
def test_only_who_leads_writes_down_the_figure_of_another(role: str, giver: str, allowed: bool) -> None:
    assert bool(may_score_as(frozenset({role}), "Henk Prins", giver)) is allowed


@pytest.mark.parametrize(
    ("role", "name", "allowed"),
    [
        pytest.param("regisseur", "Yassin", True, id="BR-020 who leads writes it down"),
        pytest.param("jongere_16", "Jaylen", True, id="BR-020 in the own name"),
        pytest.param("jongere_16", "Yassin", False, id="BR-020 nobody speaks for another"),
        pytest.param("jongere", "Jaylen", False, id="BR-020 under sixteen by who leads"),
        pytest.param("externe", "Jaylen", False, id="BR-020 not from outside"),
    ],
)
def test_an_opinion_is_one_persons_own(role: str, name: str, allowed: bool) -> None:
    assert bool(may_give_position_as(frozenset({role}), "Jaylen", name)) is allowed


@pytest.mark.parametrize(
    ("role", "speaker", "allowed"),
    [
        pytest.param("regisseur", "Shirley Pinas", True, id="who leads"),
        pytest.param("jongere_16", "Jaylen Pinas", True, id="from sixteen what one said"),
        pytest.param("jongere_16", "Jaylen", True, id="by first name"),
        pytest.param("jongere_16", "Shirley Pinas", False, id="not what another said"),
        pytest.param("jongere", "Jaylen Pinas", False, id="under sixteen by who leads"),
        pytest.param("gezinslid", "Jaylen Pinas", False, id="no adult hides a goal from the family"),
    ],
)
def test_who_chooses_who_sees_a_goal(role: str, speaker: str, allowed: bool) -> None:
    assert bool(may_change_who_sees(frozenset({role}), "Jaylen Pinas", speaker)) is allowed


@pytest.mark.parametrize(
    ("role", "was", "becomes", "allowed"),
    [
        pytest.param("jongere_16", "Shirley Pinas", "Jaylen Pinas", False, id="not over another's name"),
        pytest.param("jongere_16", "Shirley Pinas", " jaylen ", False, id="nor by first name"),
        pytest.param("jongere_16", "Jaylen", "Jaylen Pinas", True, id="one's own name in full"),
        pytest.param("jongere_16", "Shirly Pinas", "Shirley Pinas", True, id="a slip in another's name"),
        pytest.param("regisseur", "Shirley Pinas", "Jaylen Pinas", True, id="who leads mends it"),
        pytest.param("gezinslid", "Shirley Pinas", "Jaylen Pinas", True, id="an adult, who hides nothing"),
    ],
)
def test_who_writes_oneself_down_as_who_said_it(role: str, was: str, becomes: str, allowed: bool) -> None:
    assert bool(may_change_speaker(frozenset({role}), "Jaylen Pinas", was, becomes)) is allowed
