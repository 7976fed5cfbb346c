"""The page of business rules, `docs/rules.md`; `KRING_RULES=1 ./run test tests/rules` writes it anew."""

from pathlib import Path
from typing import Final

from tests.rules.register import RULES
from tests.rules.rule import Rule

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "rules.md"
HEAD: Final = """# Business rules

What the law and practice ask of intake, plan and safety: what each rule says, where it is coded, and a table of tests
with a case that passes and one that is refused. A new law begins here: find its rule, change its module and its table.
Rules are plain functions and data without a database. Made from `tests/rules`;
`KRING_RULES=1 ./run test tests/rules` writes this page. Numbers are those of the handbook; life cycles stand in
[states.md](states.md), who may do what in [permissions.toml](permissions.toml).

| rule | says | from | coded in | tried by | passes | refused |
|---|---|---|---|---|---|---|
"""


def page() -> str:
    return HEAD + "".join(map(_line, RULES))


def _line(rule: Rule) -> str:
    code = " · ".join(_link(f"src/kring/{module}", module) for module in rule.code)
    module, _part, name = rule.table.partition("::")
    tried = f"{_link(module, module.removeprefix('tests/'))} `{name}`"
    return (
        f"| **{rule.number}** | {rule.says} | {rule.source} | {code} | {tried}"
        f" | {_case(rule.passes)} | {_case(rule.refused)} |\n"
    )


def _case(name: str) -> str:
    """The column says which side it is."""
    return name.removesuffix(": passes").removesuffix(": refused")


def _link(path: str, words: str) -> str:
    return f"[{words}](../{path})"
