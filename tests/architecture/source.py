"""What the architecture tests ask of source text: functions from modules to faults; planted faults are found too."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "kring"
LONGEST_MODULE = 300
LONGEST_FUNCTION = 25
WRITERS = frozenset({"save", "bulk_create", "bulk_update", "get_or_create", "update_or_create"})
WRITERS_OF_OBJECTS = frozenset({"create", "update", "delete"})
FORBIDDEN_NAMES = frozenset({"utils", "helpers", "common", "manager", "managers"})


@dataclass(frozen=True, slots=True)
class Module:
    """A module by its dotted name below `kring` and its text."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)


def modules() -> Iterator[Module]:
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if "migrations" not in parts:
            yield Module(".".join(part for part in parts if part != "__init__"), path.read_text())


def too_long(module: Module) -> list[str]:
    lines = module.text.count("\n")
    return [f"{module.name}: {lines} lines, at most {LONGEST_MODULE}"] if lines > LONGEST_MODULE else []


def long_functions(module: Module) -> list[str]:
    """Functions whose body, docstring left out, is longer than a reader can hold."""
    faults = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
            if length > LONGEST_FUNCTION:
                faults.append(f"{module.name}.{node.name}: {length} lines, at most {LONGEST_FUNCTION}")
    return faults


def without_docstring(module: Module) -> list[str]:
    if module.name.endswith("apps") or not module.text.strip() or "formats" in module.name:
        return []
    return [] if ast.get_docstring(module.tree) else [f"{module.name}: no docstring that states the domain rule"]


def vague_name(module: Module) -> list[str]:
    return [f"{module.name}: a name that says nothing"] if module.name.split(".")[-1] in FORBIDDEN_NAMES else []


def may_write(name: str) -> bool:
    """Services, what compiles grants, and the storing half of a connector; sign-in's own manager."""
    parts = name.split(".")
    return (
        "services" in parts
        or name in {"ground.access.compiler", "ground.access.models.accounts"}
        or (parts[0] == "exchange" and "web" not in parts)
    )


def writes_outside_services(module: Module) -> list[str]:
    if may_write(module.name):
        return []
    faults = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            written = node.func.attr
            chain = ast.unparse(node.func.value)
            on_a_row = written in WRITERS and chain not in {"image", "document", "pdf"}
            if on_a_row or (written in WRITERS_OF_OBJECTS and ".objects" in chain):
                faults.append(f"{module.name}:{node.lineno}: {chain}.{written}() outside services")
    return faults


def gates_elsewhere(module: Module) -> list[str]:
    """Only access itself opens a gate."""
    if module.name.startswith(("ground.access.services", "ground.access.compiler", "ground.access.gates")):
        return []
    return [
        f"{module.name}: opens a gate"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.module == "kring.ground.access.gates"
    ]


def sign_in_elsewhere(module: Module) -> list[str]:
    """Sign-in's tables hold no tie to a family: allauth and Login stay in access, the sign-in pages and config."""
    if module.name.startswith(("ground.access", "web.signin", "config")):
        return []
    faults = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {alias.name for alias in node.names}
            if node.module.startswith("allauth") or (node.module == "kring.ground.access.models" and "Login" in names):
                faults.append(f"{module.name}: reaches for sign-in")
    return faults


def imports_inside_functions(module: Module) -> list[str]:
    faults = []
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            faults += [
                f"{module.name}:{inner.lineno}: import inside {node.name}"
                for inner in ast.walk(node)
                if isinstance(inner, ast.Import | ast.ImportFrom)
            ]
    return faults
