"""The files that the demo world enters with: read without a fault, the same bytes every time, no secret address."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from kring.demo.days import Days
from kring.demo.files.all import File, all_files
from kring.demo.world import make_world
from kring.exchange.adressen.reader import read_addresses
from kring.exchange.brp.reader import read_persons
from kring.exchange.istandaarden.reader import Status, read_message
from kring.exchange.voorzieningen.reader import read_provisions
from tests.demo.files import files, world


def _of(kind: str) -> Iterator[File]:
    return (file for file in files() if file.kind == kind)


def test_all_addresses_are_read() -> None:
    read = [read_addresses(file.content, file.path) for file in _of("adressen")]
    assert [one.findings for one in read] == [(), ()]


def test_all_persons_are_read() -> None:
    read = [read_persons(file.content, file.path) for file in _of("brp")]
    assert [finding for one in read for finding in one.findings] == []
    assert sum(len(one.persons) for one in read) == len(world().humans)


def test_all_provisions_are_read() -> None:
    read = [read_provisions(file.content, file.path) for file in _of("voorzieningen")]
    assert [finding for one in read for finding in one.findings] == []
    by_csv = [care for town in world().towns for care in town.cares if care.product is None]
    assert sum(len(one.rows) for one in read) == len(by_csv)


def test_all_messages_are_read() -> None:
    read = [read_message(file.content, file.path) for file in _of("istandaarden")]
    assert [one for one in read if one.status is not Status.READ or one.findings] == []


def test_there_are_messages_of_all_four_kinds_for_both_laws() -> None:
    kinds = Counter(re.match(r".*/(\w+?)_", file.path)[1] for file in _of("istandaarden"))  # type: ignore[index]
    assert set(kinds) == {f"{law}{number}" for law in ("JW", "WMO") for number in (301, 305, 307, 323)}


@pytest.mark.parametrize("kind", ["305", "307"])
def test_some_starts_and_stops_are_withdrawn(kind: str) -> None:
    messages = [file for file in _of("istandaarden") if f"{kind}_" in file.path]
    assert any(b":StatusAanlevering>3<" in file.content for file in messages)


def test_the_same_world_is_the_same_bytes() -> None:
    again = {file.path: file.content for file in all_files(make_world(Days()))}
    assert again == {file.path: file.content for file in files()}


def test_every_file_has_its_own_place() -> None:
    assert len({file.path for file in files()}) == len(files())


def test_the_order_puts_persons_before_their_help() -> None:
    kinds = [file.kind for file in files() if file.town == "0999"]
    assert list(dict.fromkeys(kinds)) == ["adressen", "brp", "voorzieningen", "istandaarden"]


class TestSecretAddress:
    """Agnieszka Nowak and her children (F06) live at a secret address."""

    @pytest.fixture
    def needles(self) -> tuple[str, ...]:
        mother = world().humans["F06a"]
        school = world().humans["F06c"].school
        return (mother.home.street, mother.home.postcode, str(mother.home.number), mother.phone, school)

    def test_it_stands_in_the_brp_file_of_the_three_with_the_mark(self, needles: tuple[str, ...]) -> None:
        brp = next(_of("brp"))
        lines = [line for line in brp.content.decode().splitlines() if needles[0] in line]
        assert len(lines) == 3
        assert all('"geheimhoudingPersoonsgegevens": "1"' in line for line in lines)

    def test_it_stands_nowhere_else(self, needles: tuple[str, ...]) -> None:
        for file in files():
            text = file.content.decode()
            others = "\n".join(line for line in text.splitlines() if '"geheimhoudingPersoonsgegevens": "1"' not in line)
            assert [needle for needle in needles if needle in others] == [], file.path

    def test_nobody_else_has_the_mark(self) -> None:
        assert sorted(human.ref for human in world().humans.values() if human.secret) == ["F06a", "F06c", "F06d"]
