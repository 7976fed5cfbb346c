"""Issue 3, "Shown by" 2: where family F06 lives, phones and goes to school is found by the named only.

Every address of Kring is asked about F06 in every role of the demo: pages, exports, PDFs, drawings, logs, notices;
searches are sent; and every text in the database is looked through for a copy.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from uuid import UUID

import pytest
from django.db import connection
from pypdf import PdfReader

from kring.demo.story.cast import account_id
from kring.ground.access.demo_accounts import DemoAccount, DemoGroup, demo_groups
from kring.ground.access.models import Dossier
from kring.ground.shared.database import DatabaseRole
from tests.conftest import speaking_as
from tests.demo.files import world
from tests.permissions.world import superuser
from tests.web.addresses import Address, addresses, ids_of_a_family
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.usefixtures("demo")

NEEDLES = {
    "street": re.compile("kruisbessenhof", re.IGNORECASE),
    "postcode": re.compile(r"9996\s?qz", re.IGNORECASE),
    "number": re.compile(r"(?<![\w-])8317(?![\w-])"),
    "school": re.compile("kruidentuin", re.IGNORECASE),
    "phone": re.compile(r"06[\s-]?0006[\s-]?8317|0600068317"),
}
NAMED = frozenset({account_id("naima"), account_id("ingrid")})
KEPT = {
    ("households_personaddress", "street"),
    ("households_personaddress", "number"),
    ("households_personaddress", "postcode"),
    ("households_personcontact", "value"),
    ("exchange_journalentry", "after"),
}
"""The columns in which these words stand. The journal of a delivery is what undoes it; no account reads it."""
COLUMNS = """
select c.table_name, c.column_name
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
 where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
   and c.data_type in ('text', 'character varying', 'jsonb', 'json', 'ARRAY')
"""


@pytest.fixture
def nowak() -> UUID:
    with superuser():
        return Dossier.objects.get(label="Gezin Nowak").id


def everywhere(dossier: UUID) -> list[Address]:
    with speaking_as(DatabaseRole.OWNER):
        return addresses(ids_of_a_family(dossier))


def others() -> list[DemoAccount]:
    """One for each role, the first who is not named."""
    return [
        next(one for one in group.accounts if one.id not in NAMED) for group in demo_groups() if not _all_named(group)
    ]


def _all_named(group: DemoGroup) -> bool:
    return all(one.id in NAMED for one in group.accounts)


def answers(visitor: Visitor, where: list[Address]) -> Iterator[tuple[str, str]]:
    """What comes back from each address, as text; and from searching for the family by name."""
    for address in where:
        if address.kind == "page":
            response = visitor.client.get(address.url, follow=False)
            yield address.name, text_of(response.headers.get("Content-Type", ""), _content(response))
    visitor.client.handler.enforce_csrf_checks = False
    for name, field in (("search", "q"), ("families", "q")):
        url = next(one.url for one in where if one.name == name)
        for words in ("Nowak", "Agnieszka", "Kacper"):
            yield f"{name}: {words}", visitor.client.post(url, {field: words}).content.decode()


def _content(response: object) -> bytes:
    streamed = getattr(response, "streaming_content", None)
    return b"".join(streamed) if streamed is not None else getattr(response, "content", b"")


def text_of(kind: str, content: bytes) -> str:
    if kind.startswith("application/pdf"):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return content.decode("utf-8", "replace")


def found_in(text: str) -> set[str]:
    return {name for name, needle in NEEDLES.items() if needle.search(text)}


def test_the_needles_are_those_of_the_family() -> None:
    agnieszka, kacper = world().humans["F06a"], world().humans["F06c"]
    home = agnieszka.home
    text = f"{home.street} {home.number}, {home.postcode}; {agnieszka.phone}; {kacper.school}"
    assert found_in(text) == set(NEEDLES)


@pytest.mark.parametrize("turn", range(2))
def test_nobody_but_the_named_finds_any_of_it(nowak: UUID, turn: int) -> None:
    """Half of the roles at a time."""
    where = everywhere(nowak)
    assert len(where) > 60
    assert len(others()) >= 8
    leaks = [
        f"{one.name} ({one.function}) {name}: {found}"
        for one in others()[turn::2]
        for name, text in answers(signed_in(one.id), where)
        if (found := found_in(text))
    ]
    assert leaks == []


@pytest.mark.parametrize("key", ["naima", "ingrid"])
def test_the_twin_the_named_find_all_of_it_on_two_pages_only(nowak: UUID, key: str) -> None:
    found = {
        name: seen for name, text in answers(signed_in(account_id(key)), everywhere(nowak)) if (seen := found_in(text))
    }
    assert found["people"] == found["shield"] == set(NEEDLES)
    assert set(found) <= {"people", "shield", "contact", "shield_row"}


def test_no_text_in_the_database_is_a_copy_of_it() -> None:
    """Logs, mails, notices, titles, journals of deliveries: nothing but the rows themselves."""
    with superuser(), connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        columns = cursor.fetchall()
        assert len(columns) > 100
        found = set()
        for table, column in columns:
            cursor.execute(
                f'select 1 from "{table}" where "{column}"::text ~* %s limit 1',
                [r"kruisbessenhof|9996 ?qz|kruidentuin|06 ?0006 ?8317|\y8317\y(?!-)"],
            )
            if cursor.fetchone():
                found.add((table, column))
        cursor.execute("select has_table_privilege('kring_app', 'exchange_journalentry', 'select')")
        [(may_read,)] = cursor.fetchall()
    assert found == KEPT
    assert not may_read
