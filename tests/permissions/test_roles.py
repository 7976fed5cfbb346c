"""Every role follows its column of the permission table, and nothing but that."""

import pytest

from kring.ground.access.parts import Part
from kring.ground.access.permissions import permissions
from kring.ground.access.roles import DOSSIER_ROLES, FAMILY_ROLES, ORGANISATION_ROLES, OVERSEEN, ROLES, Role
from kring.ground.shared.protection import Scope

WITHOUT_CONTENT = ("beheerder", "organisatiebeheerder", "logbeheerder", "archivaris", "projectleider", "fg", "raad")


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.code)
def test_a_role_reads_what_its_column_gives(role: Role) -> None:
    table = permissions()
    scopes = {Scope.DOSSIER, Scope.SUBJECT} if role.in_dossier else {Scope.ORGANISATION}
    wanted = {part for thing in table.things.values() for part in table.opened(thing, role.column)}
    overseen = frozenset() if role.in_dossier else OVERSEEN
    assert set(role.parts) == {part for part in wanted if part.scope in scopes or part in overseen}


def test_every_column_of_the_table_is_a_role() -> None:
    assert {role.column for role in ROLES} == set(permissions().columns)


def test_codes_are_one_of_a_kind_and_every_role_says_what_it_sees() -> None:
    assert len({role.code for role in ROLES}) == len(ROLES)
    assert [role.code for role in ROLES if len(role.description) < 40] == []


@pytest.mark.parametrize("code", WITHOUT_CONTENT)
def test_who_administers_or_oversees_has_no_part_of_a_family(code: str) -> None:
    role = next(role for role in ROLES if role.code == code)
    assert [part for part in role.parts if part.scope is not Scope.ORGANISATION and part not in OVERSEEN] == []
    assert not set(role.parts) & OVERSEEN or code == "fg"


def test_what_awaits_a_capability_can_be_given_to_nobody() -> None:
    assert not {role.code for role in ROLES if role.awaits} & (set(DOSSIER_ROLES) | set(ORGANISATION_ROLES))
    assert {role.code for role in ROLES if not role.awaits} == set(DOSSIER_ROLES) | set(ORGANISATION_ROLES)


def test_above_level_2_a_role_opens_only_what_is_about_safety() -> None:
    """Those stand at level 3 by their nature, and the matrix of the handbook (§5) says who reads them; else by name."""
    opened = {part for role in ROLES for part, level in role.parts.items() if level > 2}
    assert opened == {Part.MELDCODE, Part.CHILD_TALK, Part.SAFETY_AGREEMENT}


def test_a_family_reads_up_to_the_shared_plan_but_its_own_help_and_contacts_wholly() -> None:
    for code in FAMILY_ROLES:
        levels = DOSSIER_ROLES[code].parts
        assert {part for part, level in levels.items() if level == 2} == {
            Part.PROVISION,
            Part.DOMAIN_FILE,
            Part.TOLD_HELP,
            Part.CONTACT_NOTE,
        }
