"""The permission matrix as the handbook itself prints it: rows, cells with superscripts, and numbered sentences."""

import re
from pathlib import Path

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def chapter(shared: Path) -> str:
    text = (shared / "domain" / "handbook.md").read_text(encoding="utf-8")
    return text.partition("\n## 5. Permission matrix")[2].partition("\n## 6.")[0]


def matrix(text: str) -> dict[str, dict[str, tuple[str, str, tuple[int, ...]]]]:
    """By object and role: rights, limit, conditions. A dash without a condition is left out."""
    head, _rule, *rows = [_cells(line) for line in text.splitlines() if line.startswith("|")]
    found = {}
    for name, *cells in rows:
        pairs = zip(head[1:], map(cell, cells), strict=True)
        found[name] = {role: given for role, given in pairs if given != ("", "", ())}
    return found


def cell(text: str) -> tuple[str, str, tuple[int, ...]]:
    numbers = re.findall(f"[{SUPERSCRIPTS}]+", text)
    plain = re.sub(f"[{SUPERSCRIPTS}]", "", text).strip("– ")
    rights, word = re.findall(r"^(?:([RWA,/]+)(?![a-z]))?(.*)$", plain)[0]
    return (
        "".join(right for right in "RWA" if right in rights),
        word.strip(),
        tuple(int("".join(str(SUPERSCRIPTS.index(digit)) for digit in number)) for number in numbers),
    )


def roles(text: str) -> dict[str, str]:
    line = next(line for line in text.splitlines() if line.startswith("Roles: "))
    return {code: words or code for code, words in re.findall(r"\*\*(\w+)\*\*(?: ([^·.]+?))?(?= ·|\.$)", line)}


def conditions(text: str) -> dict[int, str]:
    """The sentences follow each other with nothing but their number before them, so they are cut in order."""
    rest, number, found = text.partition("\nConditions\n")[2].partition("\n")[0], 1, {}
    while rest:
        sentence, _gap, after = rest.removeprefix(f"{number} ").partition(f" {number + 1} ")
        found[number], number = sentence.strip().rstrip("."), number + 1
        rest = f"{number} {after}" if after else ""
    return found


def _cells(line: str) -> list[str]:
    return [text.strip() for text in line.strip().strip("|").split("|")]
