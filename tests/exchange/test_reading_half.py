"""The reading half knows no Django: bytes become records anywhere, without settings or a database."""

import ast
from pathlib import Path

import pytest

EXCHANGE = Path(__file__).resolve().parents[2] / "src" / "kring" / "exchange"
ALONE = [EXCHANGE / name for name in ("findings.py", "bsn.py", "partial_date.py")]
FOLDERS = [EXCHANGE / name for name in ("istandaarden", "brp", "voorzieningen")]
MODULES = [*ALONE, *(module for folder in FOLDERS for module in sorted(folder.rglob("*.py")))]


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or "")
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(EXCHANGE)))
def test_a_reader_or_writer_imports_no_framework_and_no_domain(module: Path) -> None:
    alone = {path.stem for path in ALONE} | {path.name for path in FOLDERS}
    for name in imported(module):
        assert name.split(".")[0] != "django"
        assert not name.startswith("kring.") or name.split(".")[2] in alone


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 40
