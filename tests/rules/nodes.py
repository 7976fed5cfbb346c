"""Tests by the name that pytest gives them."""

from importlib import import_module


def node(name: str) -> object:
    """The test itself; a name of nothing is an error."""
    module, *names = name.split("::")
    found: object = import_module(module.removesuffix(".py").replace("/", "."))
    for part in names:
        found = getattr(found, part)
    return found


def is_collected(name: str) -> bool:
    """As pytest looks for tests: by how the file, the class and the function are called."""
    path, *names = name.split("::")
    begins = [part[:4] for part in names]
    return path.rpartition("/")[2].startswith("test_") and begins in (["test"], ["Test", "test"])


def cases(name: str) -> frozenset[str]:
    """The names of the cases of a table."""
    marks = [mark for mark in getattr(node(name), "pytestmark", ()) if mark.name == "parametrize"]
    return frozenset(str(one.id) for mark in marks for one in mark.args[1] if getattr(one, "id", None))
