"""Every setting that the source reads from the environment is explained in docs/inrichten.md, and no other is."""

import ast
import re
from collections.abc import Iterator

from kring.config.database import LOGINS, role_password
from tests.architecture.source import ROOT, Module, modules

DOCUMENT = ROOT / "docs" / "inrichten.md"
NAMED = re.compile(r"^\| `(KRING_[A-Z_]+)` \|", re.MULTILINE)
READERS = frozenset({"get", "pop", "setdefault"})


def read_in(module: Module) -> frozenset[str]:
    """The names that this module asks the environment for. A name that is made up as it runs ends in `_`."""
    return frozenset(
        name
        for node in ast.walk(module.tree)
        for asked in _asked(node)
        if (name := _constant(asked)).startswith("KRING_")
    )


def _asked(node: ast.AST) -> Iterator[ast.expr]:
    """`os.environ.get(…)`, `os.environ[…]`, and the settings' own `_switch(…)`."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr="environ"), attr=method), args=[first, *_]):
            if method in READERS:
                yield first
        case ast.Call(func=ast.Name(id="_switch"), args=[first, *_]):
            yield first
        case ast.Subscript(value=ast.Attribute(attr="environ"), slice=place):
            yield place


def _constant(asked: ast.expr) -> str:
    match asked:
        case ast.Constant(value=str() as name):
            return name
        case ast.JoinedStr(values=[ast.Constant(value=str() as beginning), *_]):
            return beginning
    return ""


def read_anywhere() -> frozenset[str]:
    run = Module("run", (ROOT / "run").read_text())
    return frozenset(name for module in (*modules(), run) for name in read_in(module))


def undocumented(read: frozenset[str], explained: frozenset[str]) -> list[str]:
    return sorted(
        name
        for name in read - explained
        if not (name.endswith("_") and any(other.startswith(name) for other in explained))
    )


def explained() -> frozenset[str]:
    return frozenset(NAMED.findall(DOCUMENT.read_text()))


def test_every_setting_is_explained() -> None:
    assert undocumented(read_anywhere(), explained()) == []


def test_nothing_is_explained_that_nobody_reads() -> None:
    read = read_anywhere()
    beginnings = tuple(name for name in read if name.endswith("_"))
    assert sorted(name for name in explained() - read if not name.startswith(beginnings)) == []


def test_every_role_that_logs_in_has_its_password_explained() -> None:
    assert role_password(LOGINS[0], "shared") == "shared"
    names = {f"KRING_DATABASE_PASSWORD_{role.name}" for role in LOGINS}
    assert names == {name for name in explained() if name.startswith("KRING_DATABASE_PASSWORD_")}


def test_a_setting_that_nobody_explained_is_found() -> None:
    planted = Module("config.settings", 'a = os.environ.get("KRING_NEW")\nb = os.environ["KRING_OLD"]\n')
    switched = Module("config.settings", 'c = _switch("KRING_SWITCH")\nd = os.environ.get(f"KRING_PART_{a}", "")\n')
    read = read_in(planted) | read_in(switched)
    assert undocumented(read, frozenset({"KRING_OLD"})) == ["KRING_NEW", "KRING_PART_", "KRING_SWITCH"]
