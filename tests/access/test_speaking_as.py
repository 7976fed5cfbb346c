"""`speaking_as` of the tests: whatever goes wrong inside, afterwards a test speaks again as who it was."""

from contextlib import suppress

import pytest
from django.db import ProgrammingError, connection, transaction

from kring.ground.shared.database import DatabaseRole
from tests.conftest import speaking_as

pytestmark = pytest.mark.django_db


def speaker() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select session_user::text")
        return str(cursor.fetchone()[0])


def forbidden() -> None:
    """What no role but the gate may do."""
    with connection.cursor() as cursor:
        cursor.execute("delete from access_grant")


def test_one_is_another_for_a_while() -> None:
    with speaking_as(DatabaseRole.IMPORT):
        assert speaker() == DatabaseRole.IMPORT
    assert speaker() == DatabaseRole.APP


def test_a_fault_in_a_test_ends_it_too() -> None:
    with pytest.raises(ValueError, match="fault"), speaking_as(DatabaseRole.IMPORT):
        raise ValueError("fault")
    assert speaker() == DatabaseRole.APP


def test_so_does_what_the_database_refuses_inside_or_round_it() -> None:
    with speaking_as(DatabaseRole.IMPORT), suppress(ProgrammingError), transaction.atomic():
        forbidden()
    assert speaker() == DatabaseRole.APP
    with suppress(ProgrammingError), transaction.atomic(), speaking_as(DatabaseRole.IMPORT):
        forbidden()
    assert speaker() == DatabaseRole.APP


def test_one_role_within_another_comes_back_step_by_step() -> None:
    with speaking_as(DatabaseRole.SNAPSHOT):
        with suppress(ValueError), speaking_as(DatabaseRole.IMPORT):
            raise ValueError
        assert speaker() == DatabaseRole.SNAPSHOT
    assert speaker() == DatabaseRole.APP
