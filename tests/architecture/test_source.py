"""The style of the house, held by reading the source. Each check is shown to fail on a planted fault."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from tests.architecture import source
from tests.architecture.source import Module

Check = Callable[[Module], list[str]]

LATE_IMPORT_ALLOWED = {"config.launch"}  # Django may only be imported after the environment is set


@pytest.mark.parametrize(
    "check",
    [
        source.too_long,
        source.long_functions,
        source.without_docstring,
        source.vague_name,
        source.writes_outside_services,
        source.gates_elsewhere,
        source.sign_in_elsewhere,
    ],
    ids=lambda check: check.__name__,
)
def test_the_house_has_no_such_fault(check: Check) -> None:
    assert [fault for module in source.modules() for fault in check(module)] == []


def test_no_import_hides_inside_a_function() -> None:
    faults = [
        fault
        for module in source.modules()
        if module.name not in LATE_IMPORT_ALLOWED
        for fault in source.imports_inside_functions(module)
    ]
    assert faults == []


@pytest.mark.parametrize(
    ("check", "name", "text"),
    [
        (source.too_long, "practice.plans.rules", "x = 1\n" * 301),
        (source.long_functions, "practice.plans.rules", "def f():\n" + "    x = 1\n" * 26),
        (source.without_docstring, "practice.plans.rules", "x = 1\n"),
        (source.vague_name, "practice.plans.utils", ""),
        (source.writes_outside_services, "web.plan.views", "Goal.objects.create(own_words='x')"),
        (source.writes_outside_services, "practice.plans.queries", "goal.save()"),
        (source.writes_outside_services, "demo.world", "Goal.objects.filter(id=1).update(order=2)"),
        (source.gates_elsewhere, "practice.plans.services", "from kring.ground.access.gates import gate"),
        (source.sign_in_elsewhere, "practice.plans.services", "from kring.ground.access.models import Login"),
        (source.imports_inside_functions, "practice.plans.services", "def f():\n    import kring.web\n"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_a_planted_fault_is_found(check: Check, name: str, text: str) -> None:
    assert check(Module(name, text)) != []


def test_an_upward_import_breaks_the_contract(tmp_path: Path) -> None:
    """A copy of the house in which `households` reaches up for `plans`: import-linter names the broken contract."""
    copytree(
        source.SOURCE, tmp_path / "kring", ignore=lambda _folder, names: [n for n in names if n in {"static", "parts"}]
    )
    planted = tmp_path / "kring" / "practice" / "households" / "services.py"
    planted.parent.mkdir(exist_ok=True)
    if (planted.parent / "services").is_dir():
        planted = planted.parent / "services" / "planted.py"
    planted.write_text("from kring.practice.plans import models\n\n__all__ = ['models']\n")
    command = [
        str(Path(sys.executable).with_name("lint-imports")),
        "--config",
        str(source.ROOT / "pyproject.toml"),
        "--no-cache",
    ]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}
    )
    assert done.returncode == 1
    assert "kring.practice.households is not allowed to import kring.practice.plans" in done.stdout
