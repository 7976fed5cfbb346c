"""THIRD_PARTY.md: everything in Kring that others made, with version and licence, from vendor.json and uv.lock."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import NotRequired, TypedDict

from kring.web.look.places import ROOT, WEB
from kring.web.look.vendor import Package

HEAD = """# Third-party parts

Kring is published under the EUPL-1.2. It stands on the work of others, listed here with their licences.
Built by `python -m kring.web.look build`: do not edit.

## Files in this repository

| package (npm) | version | licence | files |
|---|---|---|---|"""
FONTS = "src/kring/practice/plans/documents/fonts"
MADE_FROM = {
    "KringSans-Regular.ttf": "@fontsource-variable/source-sans-3",
    "KringSans-SemiBold.ttf": "@fontsource-variable/source-sans-3",
    "NotoSansArabic-Regular.ttf": "@fontsource-variable/noto-sans-arabic",
    "NotoSansEthiopic-Regular.ttf": "@fontsource/noto-sans-ethiopic",
}
"""The fonts of printed plans, each made from one of the packages."""
DERIVED = f"""
## Fonts made from these, for printed plans

Typst reads TrueType: these were instanced and merged from the files above (see [how]({FONTS}/README.md)) and stay under
the SIL Open Font License 1.1. *Source* is a Reserved Font Name of Adobe, so what is made of it is called *Kring Sans*.

| file | made from | licence |
|---|---|---|"""
BETWEEN = """
Icons are drawings of `@tabler/icons`, apart from Kring's own in `src/kring/web/look/own`.

## Python packages that Kring installs

| package (PyPI) | version | licence |
|---|---|---|"""


class Need(TypedDict):
    name: str
    extra: NotRequired[list[str]]


Pinned = TypedDict(
    "Pinned",
    {
        "name": str,
        "version": str,
        "dependencies": NotRequired[list[Need]],
        "optional-dependencies": NotRequired[dict[str, list[Need]]],
        "dev-dependencies": NotRequired[dict[str, list[Need]]],
    },
)


@dataclass(frozen=True, slots=True)
class Component:
    """Something that others made."""

    name: str
    version: str
    licence: str


def document(vendored: Sequence[Package], python: Sequence[Component]) -> str:
    """The whole page in Markdown."""
    files = (f"| {part.package} | {part.version} | {_text(part)} | {len(part.files) - 1} |" for part in vendored)
    versions = {part.package: part.version for part in vendored}
    fonts = (
        f"| [{name}]({FONTS}/{name}) | {source} {versions[source]} | [OFL-1.1]({FONTS}/OFL.txt) |"
        for name, source in MADE_FROM.items()
    )
    packages = (f"| {part.name} | {part.version} | {part.licence} |" for part in python)
    return "\n".join([HEAD, *files, DERIVED, *fonts, BETWEEN, *packages, ""])


def python_packages(lock: Path) -> tuple[Component, ...]:
    """What a running Kring and its demo need from PyPI, with what those need in turn, as `uv.lock` pins it.

    A package for another platform is not installed here, so its licence cannot be read: it is left out.
    """
    rows: list[Pinned] = tomllib.loads(lock.read_text())["package"]
    pinned = {row["name"]: row for row in rows}
    wanted = _reach(pinned["kring"], pinned) - {"kring"}
    installed = {dist.name.lower().replace("_", "-").replace(".", "-"): dist for dist in metadata.distributions()}
    return tuple(
        Component(name, pinned[name]["version"], _licence(installed[name].metadata))
        for name in sorted(wanted & installed.keys())
    )


def _reach(start: Pinned, pinned: Mapping[str, Pinned]) -> frozenset[str]:
    seen: set[tuple[str, str]] = set()
    demo = start.get("dev-dependencies", {}).get("demo", [])
    waiting = [*_edges([*start.get("dependencies", []), *demo])]
    while waiting:
        name, extra = edge = waiting.pop()
        if edge not in seen:
            seen.add(edge)
            row = pinned[name]
            waiting += _edges(
                row.get("optional-dependencies", {}).get(extra, []) if extra else row.get("dependencies", [])
            )
    return frozenset(name for name, _ in seen)


def _edges(needs: Sequence[Need]) -> Iterator[tuple[str, str]]:
    for need in needs:
        yield need["name"], ""
        for extra in need.get("extra", []):
            yield need["name"], extra


def _text(part: Package) -> str:
    place = next(WEB / file.target for file in part.files if file.source == part.licence_file)
    return f"[{part.licence}]({place.relative_to(ROOT).as_posix()})"


def _licence(about: metadata.PackageMetadata) -> str:
    """The SPDX expression where there is one, else the classifiers, else the first line of the old field."""
    if "License-Expression" in about:
        return about["License-Expression"]
    classifiers = [
        line.rsplit(" :: ", 1)[-1]
        for line in about.get_all("Classifier", [])
        if line.startswith("License :: OSI Approved :: ")
    ]
    if classifiers:
        return ", ".join(classifiers)
    return about["License"].splitlines()[0] if "License" in about else "onbekend"
