"""What was wrong stands on a page once: `fields` says it, so no template says it beside that."""

import re

import pytest

from tests.architecture import languages

BOTH = re.compile(r"{% fields (\w+) ")


def says_twice(template: str) -> bool:
    return any(f"{{% error_summary {form} %}}" in template for form in BOTH.findall(template))


def test_no_template_tells_twice_what_was_wrong() -> None:
    assert [place for place, text in languages.templates() if says_twice(text)] == []


@pytest.mark.parametrize(
    ("template", "twice"),
    [
        ("{% error_summary form %}<form>{% fields form %}</form>", True),
        ("{% error_summary new %}<form>{% fields other %}</form>", False),
        ("{% error_summary form %}{% field form.name %}", False),
    ],
)
def test_a_planted_second_telling_is_found(template: str, twice: bool) -> None:
    assert says_twice(template) is twice
