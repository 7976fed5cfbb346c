"""Components: what comes in as text goes out as text, and what belongs together is tied together."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from django import forms
from django.core.paginator import Paginator
from lxml import html as parser

from kring.draw.canvas import Drawing, Row
from kring.web.listing import Column, Order
from tests.look.gallery import ActionForm, Item, drawn, wrong_form

Markup = Callable[..., str]
EVIL = """<img src=x onerror="alert('Henk')">"""


class EvilForm(forms.Form):
    """Every text that a form may carry."""

    word = forms.CharField(label=EVIL, help_text=EVIL, initial=EVIL)
    many = forms.CharField(label=EVIL, initial=EVIL, widget=forms.Textarea())
    pick = forms.ChoiceField(label=EVIL, choices=[(EVIL, EVIL)])
    radio = forms.ChoiceField(label=EVIL, choices=[(EVIL, EVIL)], widget=forms.RadioSelect())
    yes = forms.BooleanField(label=EVIL)

    def clean_word(self) -> str:
        raise forms.ValidationError(EVIL)


EVERYTHING = """
{% page_head evil intro=evil manual="gezinnen" %}{% endpage_head %}
{% breadcrumbs %}{% crumb evil evil %}{% endbreadcrumbs %}
{% side_nav items label=evil %} {% more evil %}{{ evil }}{% endmore %} {% print_button evil %} {% copy evil evil %}
{% card evil note=evil url=evil more=evil %}{{ evil }}{% endcard %} {% icon "home" label=evil %}
{% facts %}{% fact evil evil person=evil %}{{ evil }}{% endfact %}{% endfacts %} {% tag evil %}
{% definitions %}{% definition evil %}{{ evil }}{% enddefinition %}{% enddefinitions %}
{% kpis %}{% kpi evil evil change=evil %}{% endkpis %} {% alert title=evil %}{{ evil }}{% endalert %}
{% confirmation evil %}{{ evil }}{% endconfirmation %} {% empty evil %}{{ evil }}{% endempty %}
{% conflict who=evil theirs=evil mine=evil %}{{ evil }}{% endconflict %} {% saved evil %}
{% progress evil 1 2 text=evil %}
{% problem evil code=evil %}{{ evil }}{% endproblem %} {% avatar evil %} {% person evil "family" detail=evil url=evil %}
{% quote who=evil %}{{ evil }}{% endquote %} {% score evil evil before=evil %}
{% fields form %} {% button evil name=evil value=evil form=evil %} {% link_button evil evil %}
{% table evil columns order %}<tr><td>{{ evil }}</td></tr>{% endtable %} {% drawing figure note=evil %} {% notices %}
"""


def tree(text: str) -> parser.HtmlElement:
    return parser.document_fromstring(f"<main>{text}</main>")


def words(element: parser.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_hostile_text_is_escaped_by_every_component(markup: Markup) -> None:
    figure = Drawing("<svg></svg>", "", EVIL, EVIL, (EVIL,), (Row((EVIL, EVIL)),))
    page = markup(
        EVERYTHING,
        evil=EVIL,
        items=[Item(EVIL, "", url=EVIL, group=EVIL)],
        form=EvilForm({"word": EVIL, "many": EVIL, "pick": EVIL}),
        columns=[Column("name", EVIL)],
        order=Order("name"),
        figure=figure,
        messages=[],
    )
    assert "<img" not in page
    assert page.count("&lt;img") > 70
    assert tree(page).xpath("//@onerror") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{% icon "huis" %}', "'huis' is geen icoon; kies uit: "),
        ('{% tag "Te laat" "rood" %}', "'rood' is geen toon; kies uit: "),
        (
            '{% avatar "Bas" "dokter" %}',
            "'dokter' is geen soort; kies uit: community, family, network, professional, volunteer",
        ),
        ('{% button "Weg" kind="rood" %}', "'rood' is geen soort knop; kies uit: danger, primary, secondary, subtle"),
    ],
)
def test_a_word_that_does_not_exist_is_named_with_those_that_do(markup: Markup, text: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        markup(text)


def test_an_icon_is_silent_unless_it_has_a_label(markup: Markup) -> None:
    assert 'aria-hidden="true"' in markup('{% icon "lock" %}')
    assert 'role="img" aria-label="Alleen voor u"' in markup('{% icon "lock" label="Alleen voor u" %}')


def test_a_card_with_a_title_is_a_region_with_that_name(markup: Markup) -> None:
    card = tree(markup('{% card "Komende dagen" %}Niets.{% endcard %}')).find(".//section")
    assert words(card.get_element_by_id(card.get("aria-labelledby"))) == "Komende dagen"


def test_numbers_stand_right_and_the_sorted_column_says_so(markup: Markup) -> None:
    columns = [Column("name", "Gezin"), Column("laws", "Wetten", numeric=True), Column("note", "Stand", sortable=False)]
    heads = tree(
        markup('{% table "Gezinnen" columns order %}{% endtable %}', columns=columns, order=Order("laws", True))
    )
    name, laws, note = heads.xpath("//th")
    assert (laws.get("class"), laws.get("aria-sort"), name.get("aria-sort")) == ("k-number", "descending", None)
    assert (name.find("a").get("href"), laws.find("a").get("href")) == ("?sort=name", "?sort=laws")
    assert note.find("a") is None


def test_page_numbers_keep_the_order(markup: Markup) -> None:
    links = tree(markup("{% pagination page %}", page=Paginator(range(60), 20).page(2))).xpath("//a/@href")
    assert links == ["?page=1&sort=-laws", "?page=1&sort=-laws", "?page=3&sort=-laws", "?page=3&sort=-laws"]


def test_one_page_needs_no_numbers(markup: Markup) -> None:
    assert markup("{% pagination page %}", page=Paginator(range(3), 20).page(1)).strip() == ""


def test_steps_say_in_words_what_the_blocks_show(markup: Markup) -> None:
    page = tree(markup("{% steps 3 5 %}"))
    assert "3 van 5 stappen gezet" in words(page)
    assert [block.get("class") for block in page.iter("i")] == ["is-done"] * 3 + ["is-next", "is-open"]


def test_own_words_always_have_a_speaker_and_a_day(markup: Markup) -> None:
    page = tree(markup('{% quote who="Sandra" on=day %}Rust in huis{% endquote %}', day=dt.date(2025, 9, 4)))
    assert words(page) == "“Rust in huis” Sandra, opgeschreven op 4 september 2025"


def test_a_drawing_has_its_table_and_a_list_for_phones(markup: Markup) -> None:
    page = tree(markup("{% drawing care %}", care=drawn()))
    rows = page.xpath("//tbody/tr")
    assert len(rows) == len(page.xpath("//ul/li")) == 6
    assert [words(cell) for cell in rows[0]][:3] == ["Jeugdhulp", "Pleegzorgbegeleiding", "Milan"]


def test_a_conflict_shows_both_texts_and_takes_the_focus(markup: Markup) -> None:
    page = tree(markup('{% conflict who="Bas" theirs="Vier dagen" mine="Elke dag" %}{% endconflict %}'))
    (box,) = page.xpath("//*[@data-attention]")
    assert (box.get("tabindex"), box.get("role"), box.get("autofocus")) == ("-1", "alert", "")
    assert [words(text) for text in box.iter("dd")] == ["Vier dagen", "Elke dag"]


def test_every_control_has_its_own_label(markup: Markup) -> None:
    page = tree(markup("{% fields form %}", form=ActionForm()))
    controls = page.xpath("//input[not(@type='hidden')] | //select | //textarea")
    labelled = {label.get("for") for label in page.iter("label")}
    assert len(controls) == 14
    assert {control.get("id") for control in controls} == labelled


def test_description_and_error_are_read_with_their_control(markup: Markup) -> None:
    page = tree(markup("{% field form.ready_on %}", form=wrong_form()))
    control = page.get_element_by_id("id_ready_on")
    hint, error = (words(page.get_element_by_id(name)) for name in control.get("aria-describedby").split())
    assert (hint, control.get("aria-invalid")) == ("Bijvoorbeeld 21-11-2026", "true")
    assert error == "Deze datum klopt niet. Schrijf dag, maand en jaar, bijvoorbeeld 21-11-2026."


@pytest.mark.parametrize("name", ["born_on", "visible"])
def test_the_error_of_a_group_is_read_with_the_group(markup: Markup, name: str) -> None:
    page = tree(markup("{% field bound %}", bound=wrong_form()[name]))
    described = page.find(".//fieldset").get("aria-describedby").split()
    assert f"id_{name}_error" in described
    assert words(page.get_element_by_id(f"id_{name}_error")) != ""


def test_the_summary_leads_to_every_wrong_field(markup: Markup) -> None:
    page = tree(markup("{% fields form %}", form=wrong_form()))
    links = page.xpath("//*[@data-attention]//a")
    assert [words(link) for link in links][:2] == [
        "Wie doet dit? Kies wie dit gaat doen",
        "Wanneer is het klaar? Deze datum klopt niet. Schrijf dag, maand en jaar, bijvoorbeeld 21-11-2026.",
    ]
    assert all(page.get_element_by_id(link.get("href").removeprefix("#")) is not None for link in links)


def test_a_form_in_order_has_no_summary(markup: Markup) -> None:
    assert markup("{% error_summary form %}", form=ActionForm()).strip() == ""


def test_what_may_stay_empty_says_so(markup: Markup) -> None:
    assert "(niet verplicht)" in markup("{% field form.postcode %}", form=ActionForm())
    assert "(niet verplicht)" not in markup("{% field form.what %}", form=ActionForm())


def test_what_was_typed_in_three_boxes_comes_back_to_them(markup: Markup) -> None:
    page = tree(markup("{% field form.born_on %}", form=wrong_form()))
    assert [box.get("value") for box in page.iter("input")] == ["31", "2", "2016"]


def test_a_placeholder_never_stands_in_for_a_label(markup: Markup) -> None:
    class Named(forms.Form):
        name = forms.CharField(label="Naam", widget=forms.TextInput(attrs={"placeholder": "Naam"}))

    page = tree(markup("{% field form.name %}", form=Named()))
    assert page.get_element_by_id("id_name").get("placeholder") == ""
    assert words(page.find(".//label")) == "Naam"
