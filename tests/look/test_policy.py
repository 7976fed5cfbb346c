"""The strict Content-Security-Policy is kept by how pages are written: no inline style, no inline script, no eval."""

import re
from pathlib import Path

import pytest

from kring.web.look.places import STATIC, WEB

TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
FORBIDDEN = {
    "an inline style": r"\sstyle\s*=",
    "a style element": r"<style",
    "an inline script": r"<script(?![^>]*\ssrc=)(?![^>]*type=\"application/json\")",
    "an event attribute": r"\son[a-z]+\s*=\s*[\"']",
    "an htmx script": r"hx-on|hx-vals\s*=\s*[\"']js:|hx-[a-z-]+\s*=\s*[\"']javascript:",
    "a script address": r"javascript:",
    "something from elsewhere": r"(?:src|srcset)=[\"']https?:|<link[^>]+href=[\"']https?:",
}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(WEB / "templates").as_posix())
def test_no_template_asks_the_browser_for_more_than_the_policy_allows(path: Path) -> None:
    text = path.read_text()
    assert [what for what, pattern in FORBIDDEN.items() if re.search(pattern, text)] == []


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("an inline style", '<p style="color: red">'),
        ("a style element", "<style>p{}</style>"),
        ("an inline script", "<script>run()</script>"),
        ("an event attribute", '<a onclick="run()">'),
        ("an htmx script", '<a hx-on:click="run()">'),
        ("a script address", '<a href="javascript:run()">'),
        ("something from elsewhere", '<img src="https://elsewhere.example/dot.png">'),
    ],
)
def test_each_pattern_finds_what_it_is_for(what: str, text: str) -> None:
    assert [name for name, pattern in FORBIDDEN.items() if re.search(pattern, text)] == [what]


@pytest.mark.parametrize(
    "word", ["eval(", "new Function", "innerHTML", "insertAdjacentHTML", "localStorage", "document.write"]
)
@pytest.mark.parametrize("script", ["kring.js", "draft.js"])
def test_our_scripts_never_say(script: str, word: str) -> None:
    assert word not in (STATIC / script).read_text()


def test_the_stylesheet_takes_nothing_from_elsewhere() -> None:
    assert re.findall(r"url\(\s*[\"']?https?:|@import", (STATIC / "kring.css").read_text()) == []


def test_every_file_the_stylesheet_points_at_is_there() -> None:
    links = re.findall(r"url\([\"']?([^)\"']+)", (STATIC / "kring.css").read_text())
    assert [link for link in links if not link.startswith("data:") and not (STATIC / link).is_file()] == []
