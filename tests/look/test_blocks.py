"""A name that one block of a template sets is gone in the next: there it is an empty link, or a nameless button."""

import re
from pathlib import Path

import pytest

from tests.look.test_icons import PAGES

BLOCK = re.compile(r"{%\s*(?:(block)\s+(\w+)|(endblock))\b[^%]*%}")
SET = re.compile(r"\bas(?:var)? (\w+_\w+) %}")
"""Of two words: one word can be the name of a tag or of what a tag takes."""


def blocks(text: str) -> dict[str, str]:
    """The outermost blocks of a template with what is in them."""
    found, names, start = dict[str, str](), list[str](), 0
    for mark in BLOCK.finditer(text):
        if mark[1]:
            start = start if names else mark.end()
            names.append(mark[2])
        elif len(names) > 1:
            names.pop()
        else:
            found[names.pop()] = text[start : mark.start()]
    return found


def lost(text: str) -> set[str]:
    """Read in a block, and set in another one only."""
    parts = blocks(text)
    own = {name: set(SET.findall(part)) for name, part in parts.items()}
    everywhere = set().union(*own.values()) if own else set()
    return {
        one
        for name, part in parts.items()
        for one in everywhere - own[name]
        if re.search(rf"(?:{{{{|{{%)[^%}}]*(?<![\w.'\"]){one}\b(?!=)", part)
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{% block a %}{% url 'x' as x_url %}{{ x_url }}{% endblock %}", set()),
        ("{% block a %}{% url 'x' as x_url %}{% endblock %}{% block b %}{{ x_url }}{% endblock %}", {"x_url"}),
        (
            "{% block a %}{% url 'x' as x_url %}{% endblock %}{% block b %}{% link_button x_url t %}{% endblock %}",
            {"x_url"},
        ),
        ("{% block a %}{% url 'x' as x_url %}{% endblock %}{% block b %}{% url 'x_url' %}{% endblock %}", set()),
    ],
)
def test_how_it_is_found(text: str, found: set[str]) -> None:
    assert lost(text) == found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_block_reads_what_another_block_set(path: Path) -> None:
    assert lost(path.read_text(encoding="utf-8")) == set()
