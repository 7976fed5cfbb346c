"""The words of the house: every model and every enum by its dotted name, as the glossary must list them."""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps

from tests.architecture.source import ROOT, SOURCE, Module, modules

GLOSSARY = ROOT / "docs" / "glossary.toml"
ENUMS = frozenset({"TextChoices", "IntegerChoices", "StrEnum", "IntEnum", "Enum", "Labelled"})
LAYERS = frozenset(
    {"models", "rules", "queries", "services", "policy", "visibility", "jobs", "documents", "management"}
)
ENDINGS = "(?:s|n|en|nen|sen)?"


@dataclass(frozen=True, slots=True)
class Enumeration:
    """An enum with its members and, where it is shown to people, the label of each."""

    key: str
    members: dict[str, str]


def key_of(module: str, name: str) -> str:
    """`practice.plans.models.work` and `Goal` → `practice.plans.Goal`: a file may move within its domain."""
    parts = module.split(".")
    package = parts if (SOURCE.joinpath(*parts) / "__init__.py").exists() else parts[:-1]
    layer = next((place for place, part in enumerate(package) if part in LAYERS and place > 1), len(package))
    return ".".join([*package[:layer], name])


def models() -> list[str]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("kring.")]
    return [key_of(model.__module__.removeprefix("kring."), model.__name__) for model in ours]


def enumerations(given: Module) -> Iterator[Enumeration]:
    for node in ast.walk(given.tree):
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).split(".")[-1] in ENUMS for base in node.bases):
            members = {
                target.id: _label(line.value)
                for line in node.body
                if isinstance(line, ast.Assign)
                for target in line.targets
                if isinstance(target, ast.Name) and target.id.isupper()
            }
            if members:
                yield Enumeration(key_of(given.name, node.name), members)


def _label(value: ast.expr) -> str:
    """The text of `_("…")` in `"open", _("open")`, or nothing."""
    texts = [node for node in ast.walk(value) if isinstance(node, ast.Call) and ast.unparse(node.func) == "_"]
    return str(ast.literal_eval(texts[0].args[0])) if texts else ""


def all_enumerations() -> dict[str, Enumeration]:
    """By key; what a domain has both as a rule and as choices of a model is one word, with the labels of both."""
    found: dict[str, Enumeration] = {}
    for module in modules():
        for one in enumerations(module):
            before = found.get(one.key, one).members
            labels = {name: label or before.get(name, "") for name, label in one.members.items()}
            found[one.key] = Enumeration(one.key, before | labels)
    return found


def read() -> dict[str, dict[str, object]]:
    return tomllib.loads(GLOSSARY.read_text())


def banned(words: list[str], template: str) -> list[str]:
    """Words that stand in what a template says, in the singular or plural; addresses and class names do not count."""
    said = re.sub(r"\{%\s*(?:url|include|extends|load|static|if|elif|for|with)\b.*?%\}|\{\{.*?\}\}", " ", template)
    said = re.sub(r"\b(?:class|id|href|for|name|value)=\"[^\"]*\"", " ", said)
    return [word for word in words if re.search(rf"\b{re.escape(word)}{ENDINGS}\b", said, re.IGNORECASE)]
