"""The manual stands beside the screens: every chapter is reached from one, and no link leads nowhere."""

import re
from pathlib import Path

import pytest
from django.urls import reverse

from kring.web.manual import chapters
from tests.architecture import languages
from tests.web.visitor import Visitor

PARTS = ["Voor wie", "Wat u ziet", "Wat u doet", "Wat Kring bewaart"]
ASKED = re.compile(r"""\bmanual=["']([\w-]+)["']|{%\s*manual_link ["']([\w-]+)["']""")
PICTURE = re.compile(r"!\[.*\]\(.*\)")
LONGEST = 450  # words: a chapter is one page

SLUGS = [chapter.slug for chapter in chapters.chapters()]


def asked(text: str) -> set[str]:
    """The chapters that a template links to."""
    return {"".join(pair) for pair in ASKED.findall(text)}


def links(text: str) -> list[str]:
    return re.findall(r"(?<!!)\[[^]]*\]\(([^)]+)\)", text)


def slug_of(link: str) -> str:
    return link.removeprefix("../").removesuffix("/")


def test_no_two_chapters_share_a_number() -> None:
    """In the order of the contents; a new one takes the next free number."""
    numbers = [path.name.partition("-")[0] for path in chapters.FOLDER.glob("*.md")]
    assert len(set(numbers)) == len(numbers)
    assert all(re.fullmatch(r"\d\d", number) for number in numbers)


def test_every_chapter_that_a_screen_asks_for_exists() -> None:
    missing = [(place, slug) for place, text in languages.templates() for slug in asked(text) if slug not in SLUGS]
    assert missing == []


def test_every_chapter_is_reached_from_a_screen() -> None:
    """By a link of the screen itself, or by a link of a chapter that is reached."""
    leads_to = {chapter.slug: {slug_of(link) for link in links(chapter.text)} for chapter in chapters.chapters()}
    reached = {slug for _place, text in languages.templates() for slug in asked(text)}
    for _step in SLUGS:
        reached |= {further for slug in reached for further in leads_to.get(slug, ())}
    assert set(SLUGS) - reached == set()


@pytest.mark.parametrize(
    ("template", "slug"),
    [('{% page_head title manual="zweven" %}', "zweven"), ("{% manual_link 'zweven' %}", "zweven")],
)
def test_a_planted_link_to_no_chapter_is_found(template: str, slug: str) -> None:
    assert asked(template) == {slug}
    assert slug not in SLUGS


@pytest.mark.parametrize("chapter", chapters.chapters(), ids=lambda chapter: chapter.slug)
def test_a_chapter_is_one_page_in_four_parts(chapter: chapters.Chapter) -> None:
    assert re.findall(r"^## (.+)$", chapter.text, re.MULTILINE) == PARTS
    assert chapter.summary.endswith(".")
    assert len(PICTURE.sub("", chapter.text).split()) <= LONGEST
    assert languages.informal(chapter.text) == []


@pytest.mark.parametrize("chapter", chapters.chapters(), ids=lambda chapter: chapter.slug)
def test_the_links_of_a_chapter_lead_to_chapters(chapter: chapters.Chapter) -> None:
    assert [link for link in links(chapter.text) if slug_of(link) not in SLUGS] == []


def test_html_in_a_chapter_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "01-proef.md"
    path.write_text("# Proef\n\nKort.\n\n<script>alert(1)</script>\n\n[weg](javascript:alert)")
    shown = chapters.read(path)
    assert (shown.slug, shown.title, shown.summary) == ("proef", "Proef", "Kort.")
    assert "<script>" not in shown.html
    assert "javascript:" not in re.findall(r'href="([^"]*)"', shown.html)


@pytest.mark.django_db
def test_anyone_reads_the_manual_chapter_by_chapter() -> None:
    """Public: no account, no personal data."""
    visitor = Visitor()
    listed = visitor.get(reverse("manual"))
    assert listed.status == 200
    for chapter in chapters.chapters():
        address = reverse("manual_chapter", args=[chapter.slug])
        assert address in listed.links()
        page = visitor.get(address)
        assert page.status == 200
        assert "Wat Kring bewaart" in page.text


@pytest.mark.django_db
def test_a_chapter_that_does_not_exist_is_not_found() -> None:
    assert Visitor().get(reverse("manual_chapter", args=["zweven"])).status == 404


@pytest.mark.django_db
def test_an_english_reader_hears_that_the_manual_is_in_dutch() -> None:
    visitor = Visitor()
    page = visitor.press(visitor.get(reverse("manual")), "English")
    assert "The manual is in Dutch only." in page.text
