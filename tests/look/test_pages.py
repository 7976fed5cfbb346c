"""The shell and the pages around it: who sees what part of it, and what still works when nothing else does."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.template import Engine
from django.template.loader import get_template
from lxml import html as parser

from tests.look.gallery import ACCOUNTS, FAMILY, NOBODY, Shell

Html = Callable[..., str]
PRODUCT = "kring/web/templates"


def tree(text: str) -> parser.HtmlElement:
    return parser.document_fromstring(text)


def words(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def page(html: Html) -> Callable[[Shell], parser.HtmlElement]:
    """A page inside the shell."""
    return lambda shell: tree(html("statement/privacy.html", shell=shell))


Page = Callable[[Shell], parser.HtmlElement]


def test_the_first_link_goes_to_the_content(page: Page) -> None:
    first = page(Shell()).find(".//body").find("a")
    assert (words(first), first.get("href")) == ("Naar de inhoud", "#inhoud")
    assert page(Shell()).get_element_by_id("inhoud").tag == "main"


def test_names_are_searched_by_post_so_that_none_ends_up_in_an_address(page: Page) -> None:
    (search,) = page(Shell()).xpath("//form[@role='search']")
    assert (search.get("method"), search.get("action")) == ("post", "/zoeken/")
    assert search.xpath(".//input[@name='csrfmiddlewaretoken']")


def test_signing_out_and_choosing_a_language_are_posts(page: Page) -> None:
    actions = {form.get("action"): form.get("method") for form in page(Shell()).iter("form")}
    assert actions == {"/zoeken/": "post", "/taal/": "post", "/account/logout/": "post"}


def test_who_is_not_signed_in_cannot_search_but_can_choose_a_language_and_sign_in(page: Page) -> None:
    nobody = page(NOBODY)
    assert [form.get("action") for form in nobody.iter("form")] == ["/taal/"]
    assert nobody.xpath("//header//a[@href='/account/login/']")
    assert nobody.xpath("//nav[@aria-label='Hoofdmenu']") == []


def test_the_language_comes_back_to_the_page_where_one_was(page: Page) -> None:
    (form,) = page(Shell()).xpath("//form[@action='/taal/']")
    assert form.xpath(".//input[@name='next']/@value") == ["/home/"]
    assert [(b.get("value"), b.get("lang"), words(b)) for b in form.iter("button")] == [
        ("nl", "nl", "Nederlands"),
        ("en", "en", "English"),
    ]


def test_the_current_page_is_marked_in_the_navigation(page: Page) -> None:
    (current,) = page(Shell()).xpath("//nav[@aria-label='Hoofdmenu']//a[@aria-current='page']")
    assert words(current) == "Mijn gezinnen"


def test_the_demonstration_says_that_it_is_one(page: Page) -> None:
    assert "Alle mensen en gegevens zijn verzonnen" in words(page(NOBODY))
    assert "demonstratie" not in words(page(Shell()))


def test_a_theme_is_one_attribute_and_one_file(page: Page) -> None:
    root = page(replace(Shell(), theme="blauw"))
    assert root.get("data-theme") == "blauw"
    assert "/static/themes/blauw.css" in root.xpath("//link/@href")


def test_a_family_has_its_navigation_below(html: Html) -> None:
    family = tree(html("family.html", shell=FAMILY, day=dt.date(2026, 12, 3)))
    assert len(family.xpath("//nav[@class='k-tabbar']//a")) == 4
    assert family.xpath("//nav[contains(@class, 'k-side')]") == []


@pytest.mark.parametrize("code", ["400", "500"])
def test_an_error_page_needs_no_request_and_no_context(strict: None, code: str) -> None:
    text = get_template(f"error/{code}.html").render()
    assert f"Melding {code}" in words(tree(text))


def test_the_page_for_our_own_fault_says_who_to_call_when_someone_is_in_danger(strict: None) -> None:
    assert "Bel 112, of Veilig Thuis op 0800 2000" in words(tree(get_template("error/500.html").render()))


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("403", "Dit mag u niet doen"),
        ("404", "Deze bladzijde is er niet"),
        ("409", "Iemand anders was u voor"),
        ("csrf", "Uw bladzijde was verlopen"),
    ],
)
def test_an_error_page_says_what_and_what_to_do(html: Html, name: str, title: str) -> None:
    error = tree(html(f"error/{name}.html", shell=Shell()))
    assert words(error.find(".//h1")) == title
    assert words(error.find(".//title")) == f"{title} – Kring"
    assert len(error.xpath("//main//p")) >= 3


def test_a_refusal_gives_its_reason(html: Html) -> None:
    assert "Dit plan is al vastgesteld." in html(
        "error/refused.html", shell=Shell(), reason="Dit plan is al vastgesteld."
    )


def test_what_is_not_there_and_what_is_not_yours_look_the_same(html: Html) -> None:
    assert "De bladzijde bestaat niet, of hij is niet voor u." in html("error/404.html", shell=Shell())


def test_in_the_demo_every_account_is_one_button(html: Html) -> None:
    demo = tree(html("signin/demo.html", shell=NOBODY, groups=ACCOUNTS))
    buttons = demo.xpath("//button[@name='account']")
    assert [(b.get("value"), words(b.find(".//b"))) for b in buttons[:2]] == [
        ("1", "Jorien van der Smit"),
        ("2", "Noor de Graaf"),
    ]
    assert len(buttons) == len(demo.xpath("//form[@action='/demo/'][@method='post']")) == 8


def test_an_empty_demo_says_how_to_fill_it(html: Html) -> None:
    assert "Start Kring met './run demo'" in html("signin/demo.html", shell=NOBODY, groups=[])


@pytest.mark.parametrize("name", ["privacy", "accessibility"])
def test_statements_can_be_read_without_signing_in(html: Html, name: str) -> None:
    statement = tree(html(f"statement/{name}.html", shell=NOBODY))
    assert len(statement.xpath("//article//h2")) >= 4


def test_our_templates_go_before_those_of_others() -> None:
    origin = Engine.get_default().get_template("allauth/layouts/base.html").origin
    assert PRODUCT in origin.name, "zet 'kring.web' in INSTALLED_APPS vóór 'allauth'"


def test_a_family_does_not_search_families_and_can_leave_quickly(page: Page) -> None:
    family, colleague = page(FAMILY), page(Shell())
    assert family.xpath("//form[@role='search']") == []
    assert [words(link) for link in family.xpath("//kring-leave/a")] == ["Snel weg"]
    assert colleague.xpath("//kring-leave") == []
