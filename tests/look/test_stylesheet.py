"""One stylesheet, rebuilt from its sources on every test run, that knows every class a template uses."""

import re
from pathlib import Path

import pytest

from kring.web.look import results, stylesheet
from kring.web.look.__main__ import main
from kring.web.look.places import STATIC, WEB

TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
BUILT = (STATIC / "kring.css").read_text()


def test_everything_built_is_what_its_sources_give() -> None:
    assert results.faults() == []


def test_the_command_says_so_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == ""


def test_minifying_leaves_strings_and_addresses_alone() -> None:
    css = """
        /* a comment: { with } braces */
        .a > .b , .c {  content : "a ,  b" ; background: url(x y.svg)  }
    """
    assert stylesheet.minify(css) == '.a > .b,.c{content :"a ,  b";background:url(x y.svg)}'


def test_only_tokens_that_are_reached_are_kept() -> None:
    values = {"--a": "var(--b)", "--b": "1px", "--c": "2px", "--d": "3px"}
    kept = stylesheet.needed(".x{inline-size:var(--a, var(--missing))}", values, always=["--d"])
    assert kept == {"--a": "var(--b)", "--b": "1px", "--d": "3px"}


def test_the_rules_of_the_drawings_are_part_of_it(tmp_path: Path) -> None:
    draw = tmp_path / "draw.css"
    draw.write_text(".kd-line { stroke: red }")
    assert "@layer draw{.kd-line{stroke:red}}" in stylesheet.build(draw)
    assert "@layer draw{" not in stylesheet.build(tmp_path / "absent.css")


def test_every_value_that_kring_uses_is_given() -> None:
    used = set(re.findall(r"var\((--(?:kring|basis)-[a-z0-9-]+)\)", BUILT))
    given = set(re.findall(r"[{;](--[a-z0-9-]+):", BUILT))
    assert used <= given


def test_vendored_parts_keep_their_notice() -> None:
    assert BUILT.startswith("/*! Kring, EUPL-1.2.")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(WEB / "templates").as_posix())
def test_every_class_in_a_template_has_a_rule(path: Path) -> None:
    text = re.sub(r"{%.*?%}|{#.*?#}", " ", re.sub(r"{{.*?}}", "*", path.read_text()))
    classes = {name for value in re.findall(r'class="([^"]*)"', text) for name in value.split()}
    own = {name for name in classes if name.startswith("k-") and "*" not in name}
    assert {name for name in own if not re.search(rf"\.{re.escape(name)}(?![\w-])", BUILT)} == set()
