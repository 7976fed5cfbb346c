"""English is complete, Dutch passes through gettext, and Kring says u; planted faults are found."""

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from django.conf import settings as django_settings
from django.core.management import call_command
from pytest_django import Settings

from kring.web.languages import catalogue
from kring.web.languages.extraction import texts, texts_of
from tests.architecture import languages, source

ENGLISH = Path(django_settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES"
LONG = 4  # words: shorter texts are sometimes the same in both languages
SAME_IN_BOTH = frozenset({"Kring is open source, EUPL-1.2"})


@pytest.fixture(scope="module")
def english() -> Catalog:
    return catalogue.read(ENGLISH / "django.po", "en")


def faults_in_words(messages: list[Message]) -> list[str]:
    """Texts without a full translation, with other placeholders, or that are still Dutch."""
    faults = []
    for message in messages:
        dutch, told = languages.forms(message)
        if not catalogue.is_translated(message):
            faults.append(f"not translated, or fuzzy: {dutch[0]}")
            continue
        faults += [
            f"{ours} → {theirs}: {unequal}"
            for ours, theirs in zip(dutch, told, strict=True)
            if (unequal := languages.unequal_placeholders(ours, theirs))
        ]
        if dutch == told and len(dutch[0].split()) >= LONG and dutch[0] not in SAME_IN_BOTH:
            faults.append(f"still Dutch: {dutch[0]}")
    return faults


def test_english_has_every_dutch_text_and_no_other(english: Catalog) -> None:
    """`./run messages` adds what is new and drops what is gone."""
    fresh = catalogue.update(texts(django_settings.SOURCE), english)
    assert catalogue.idents(english) ^ catalogue.idents(fresh.catalogue) == frozenset()


def test_every_text_has_an_english_one_with_the_same_placeholders(english: Catalog) -> None:
    assert faults_in_words(catalogue.entries(english)) == []


def test_the_compiled_file_is_that_of_the_catalogue(english: Catalog) -> None:
    assert (ENGLISH / "django.mo").read_bytes() == catalogue.as_mo(english)


def test_the_same_texts_give_the_same_file() -> None:
    told = list(texts_of('_("Mijn dag")\n_("Uitloggen")', "home.py"))
    first, second = (catalogue.as_po(catalogue.update(told, Catalog(locale="en")).catalogue) for _ in range(2))
    assert first == second
    assert not re.search(rb"\d{4}-\d\d-\d\d|/home|/work", first)


@pytest.mark.parametrize(
    ("message", "fault"),
    [
        (Message("Mijn dag"), "not translated, or fuzzy: Mijn dag"),
        (Message("Mijn dag", "My day", flags=["fuzzy"]), "not translated, or fuzzy: Mijn dag"),
        (Message(("%(n)s dag", "%(n)s dagen"), ("%(n)s day", "")), "not translated, or fuzzy: %(n)s dag"),
        (Message("Dag %(name)s", "Hello %(naam)s"), "Dag %(name)s → Hello %(naam)s: ['%(naam)s', '%(name)s']"),
        (Message("<b>Let op</b>", "Note"), "<b>Let op</b> → Note: ['</b>', '<b>']"),
        (Message("Er is niets veranderd", "Er is niets veranderd"), "still Dutch: Er is niets veranderd"),
    ],
)
def test_a_planted_fault_in_a_translation_is_found(message: Message, fault: str) -> None:
    assert faults_in_words([message]) == [fault]


def test_the_command_writes_both_files_and_says_what_is_left(
    tmp_path: Path, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    """`./run messages` on an installation without any translation yet."""
    settings.LOCALE_PATHS = [tmp_path]
    call_command("messages")
    folder = tmp_path / "en" / "LC_MESSAGES"
    first = (folder / "django.po").read_bytes(), (folder / "django.mo").read_bytes()
    told = capsys.readouterr().out
    total = len(catalogue.entries(catalogue.read(folder / "django.po", "en")))
    assert told == f"en: {total} teksten, {total} nieuw, 0 vervallen, {total} nog te vertalen.\n"
    call_command("messages")
    assert ((folder / "django.po").read_bytes(), (folder / "django.mo").read_bytes()) == first


def test_a_translation_stays_and_a_dead_one_goes() -> None:
    old = Catalog(locale="en")
    old.add("Mijn dag", "My day")
    old.add("Verdwenen", "Gone")
    done = catalogue.update(texts_of('_("Mijn dag")\n_("Mijn gezinnen")', "home.py"), old)
    assert [(message.id, message.string) for message in catalogue.entries(done.catalogue)] == [
        ("Mijn dag", "My day"),
        ("Mijn gezinnen", ""),
    ]
    assert (done.added, done.dropped, done.missing) == (1, 1, 1)


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        ("a.py", 'title = pgettext("maand", "Mei")', [("Mei", "maand")]),
        ("a.py", 'ngettext("%(n)s taak", "%(n)s taken", n)', [(("%(n)s taak", "%(n)s taken"), None)]),
        ("a.html", '    {% page_head _("Mijn dag") %}\n  {% endpage_head %}', [("Mijn dag", None)]),
        ("a.html", '{% translate "Taal" as x %}{{ _("Zoek")|upper }}', [("Taal", None), ("Zoek", None)]),
        ("a.html", "{% blocktranslate trimmed %}\n Dag\n {{ name }}{% endblocktranslate %}", [("Dag %(name)s", None)]),
    ],
)
def test_texts_are_found_where_they_stand(place: str, text: str, found: list[object]) -> None:
    assert [(one.ident, one.context) for one in texts_of(text, place)] == found


def test_no_template_speaks_past_the_translation() -> None:
    faults = [f"{place}: {line}" for place, text in languages.templates() for line in languages.unwrapped(text)]
    assert faults == []


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("<p>Mijn dag</p>", "Mijn dag"),
        ("<p>{{ count }} taken</p>", "taken"),
        ('<a aria-label="Hoofdmenu" href="/">{% icon "sun" %}</a>', "Hoofdmenu"),
        ('{% page_head "Mijn dag" %}{% endpage_head %}', "Mijn dag"),
        ("{% alert 'info' title='Let op' %}{% endalert %}", "Let op"),
        ("{% translate 'Dag' %} en <b>{% translate 'Jaar' %}</b>", "en"),
    ],
)
def test_a_planted_bare_text_is_found(template: str, line: str) -> None:
    assert languages.unwrapped(template) == [line]


def test_what_is_no_speech_is_left_alone() -> None:
    template = """{% load i18n %}{# Een opmerking #}{% comment %}Nog een{% endcomment %}<a href="/zoek" class="k-link">
      {% if kind == "Gezin of persoon" %}{% icon "home" %}{% endif %}{{ day|date:"j F Y" }}{% translate "Zoek" %}</a>"""
    assert languages.unwrapped(template) == []


def test_a_letter_that_is_marked_as_dutch_stays_dutch() -> None:
    template = (
        '<div lang="nl"><p>Geachte raad,</p>{% definition "Datum" %}{% enddefinition %}<br></div><p>Bestanden</p>'
    )
    assert languages.unwrapped(template) == ["Bestanden"]


TO_THE_YOUNG = "web.ownplan.spoken"
"""The one place where somebody is addressed as je: who is under eighteen, on the own pages."""


def test_templates_say_u() -> None:
    faults = [f"{place}: {word}" for place, text in languages.templates() for word in languages.informal(text)]
    assert faults == []


def test_what_python_says_says_u() -> None:
    """Families' own words are data: they live in the demo's files, which this leaves alone. Who is young reads je."""
    faults = [
        f"{module.name}: {text}"
        for module in source.modules()
        if not module.name.startswith("demo") and module.name != TO_THE_YOUNG
        for text in languages.literals(module.tree)
        if languages.informal(text)
    ]
    assert faults == []


def test_a_docstring_is_no_text_of_kring() -> None:
    tree = ast.parse('"""Wat je leest."""\n\ndef f() -> str:\n    """Kies je naam."""\n    return "Kies uw naam"')
    assert languages.literals(tree) == ["Kies uw naam"]


@pytest.mark.parametrize("text", ["Kies wie je bent", "Jij schreef", "Dit is van jou", "Kijken jullie mee?"])
def test_a_planted_je_is_found(text: str) -> None:
    assert languages.informal(text)


def test_words_that_begin_like_je_are_no_address() -> None:
    assert languages.informal("De jeugdconsulent en de jurist lezen de jaarstukken.") == []
