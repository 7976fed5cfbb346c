"""The pages about safety: for who leads and is consulted, for who of the family was chosen, and for nobody else."""

from datetime import datetime

import pytest
from django.urls import reverse

from kring.practice.safety.models import ReportTrack, SafetyAgreement, TrackStep
from tests.safety.world import CODE, MAGDA, SAID, Safe, agree, begin, hide_word, make_safe, score, talk
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

AGREED = {
    "what": "De deur blijft dicht.", "applies_when": "Als de bel gaat", "who_does": "Agnieszka kijkt eerst",
    "checks": "Jorien Smit", "start_on": "1-11-2026", "review_on": "1-12-2026",
}  # fmt: skip


@pytest.fixture
def safe(now: datetime) -> Safe:
    return make_safe(now)


def visitor(safe: Safe, who: str) -> Visitor:
    return signed_in((safe.accounts.get(who) or getattr(safe.nowak.town, who)).id)


def page(safe: Safe, who: str | Visitor, name: str = "safety", **more: object) -> Page:
    browser = visitor(safe, who) if isinstance(who, str) else who
    return browser.get(reverse(name, kwargs={"dossier": safe.id, **more}))


def test_an_agreement_is_made_put_in_force_shown_and_read(safe: Safe) -> None:
    jorien = visitor(safe, "jorien")
    made = jorien.press(page(safe, jorien, "agreement_add"), "Schrijf op", AGREED)
    assert "als concept" in made.text
    assert "De afspraak geldt." in jorien.press(page(safe, jorien), "Geldt vanaf nu").text
    with safe.acting("jorien"):
        row = SafetyAgreement.objects.get()
    form = page(safe, jorien, "agreement_readers", agreement=row.id)
    jorien.press(form, "Opslaan", {"people": [str(safe.nowak.agnieszka.id)]})
    assert AGREED["what"] in page(safe, "agnieszka").text


def test_hard_words_in_an_agreement_get_a_tip(safe: Safe) -> None:
    jorien = visitor(safe, "jorien")
    hard = AGREED | {"child_words": "Alvorens de deur open gaat, bel je."}
    made = jorien.press(page(safe, jorien, "agreement_add"), "Schrijf op", hard)
    assert "“alvorens” is een lastig woord" in made.text
    with safe.acting("jorien"):
        row = SafetyAgreement.objects.get()
    again = jorien.press(page(safe, jorien, "agreement", agreement=row.id), "Opslaan", {"what": "Opendoen mag."})
    assert "“alvorens” is een lastig woord" in again.text
    plain = {"child_words": "Eerst bellen, dan opendoen."}
    form = page(safe, jorien, "agreement", agreement=row.id)
    assert "lastig woord" not in jorien.press(form, "Opslaan", plain).text


def test_what_is_missing_comes_back_in_the_form(safe: Safe) -> None:
    jorien = visitor(safe, "jorien")
    form = page(safe, jorien, "agreement_add")
    refused = jorien.press(form, "Schrijf op", AGREED | {"checks": "", "review_on": "1-12-2027"})
    assert refused.status == 422
    assert "Schrijf op wie nagaat of het gebeurt." in refused.text


def test_a_figure_is_chosen_and_never_there_beforehand(safe: Safe) -> None:
    jorien = visitor(safe, "jorien")
    unchosen = {"giver": "Agnieszka Nowak", "reason": "Rustige week."}
    refused = jorien.press(page(safe, jorien, "figure_add"), "Schrijf op", unchosen)
    assert refused.status == 422
    assert "Kies voor wie dit cijfer is." in refused.text
    assert "Kies een cijfer van 0 tot en met 10." in refused.text


def test_who_was_chosen_reads_it_and_the_other_parent_finds_whom_to_call(safe: Safe) -> None:
    hide_word(safe, agree(safe, "agnieszka"))
    hers, his = page(safe, "agnieszka"), page(safe, "tomasz")
    assert (hers.status, his.status) == (200, 200)
    assert MAGDA.what in hers.text
    assert "0800-2000" in his.text
    for hidden in (MAGDA.what, MAGDA.child_words, "Meldcode", CODE):
        assert hidden not in his.text
    assert CODE not in hers.text


def test_a_child_reads_it_in_words_for_a_child(safe: Safe) -> None:
    agree(safe, "kacper")
    shown = page(safe, "kacper").text
    assert MAGDA.child_words in shown
    assert MAGDA.who_does not in shown


def test_a_child_reads_back_what_it_said_and_no_parent_does(safe: Safe) -> None:
    talk(safe)
    assert SAID in page(safe, "kacper").text
    assert SAID in page(safe, "jorien", "talks").text
    for who in ("agnieszka", "tomasz"):
        assert SAID not in page(safe, who).text
        assert page(safe, who, "talks").status == 404


def test_the_five_steps_are_gone_through(safe: Safe) -> None:
    jorien = visitor(safe, "jorien")
    jorien.press(page(safe, jorien, "track_start"), "Begin", {})
    with safe.acting("jorien"):
        track = ReportTrack.objects.get().id
    answers = (
        {"outcome": "Kacper durfde niet naar buiten."},
        {"outcome": "Samen bekeken.", "consulted": "Fatima Amrani"},
        {"outcome": "Met vader niet gesproken.", "skipped": "child"},
        {"outcome": "Het is niet veilig.", "suspicion": "yes", "unsafe": "yes"},
    )
    for number, given in enumerate(answers, start=1):
        form = page(safe, jorien, "track_step", track=track, number=number)
        assert "opgeschreven" in jorien.press(form, "Opslaan", {"done_on": "1-11-2026"} | given).text
    shown = page(safe, jorien, "meldcode").text
    assert "Melden bij Veilig Thuis is dan de enige uitkomst" in shown
    assert "zelf hulp bieden" not in page(safe, jorien, "track_decide", track=track).text
    assert page(safe, jorien, "track_overrule", track=track).status == 404
    assert page(safe, "fatima", "track_overrule", track=track).status == 200
    with safe.acting("jorien"):
        assert TrackStep.objects.count() == 4


@pytest.mark.parametrize("name", ["meldcode", "talks", "track_start", "child_talk_add", "agreement_add", "figure_add"])
@pytest.mark.parametrize("who", ["agnieszka", "tomasz", "kacper", "henk"])
def test_what_is_protected_is_not_there_for_others_br_072(safe: Safe, who: str, name: str) -> None:
    begin(safe)
    assert page(safe, who, name).status == 404
    assert page(safe, "jorien", name).status == 200


@pytest.mark.parametrize("who", ["agnieszka", "tomasz", "kacper", "henk"])
@pytest.mark.parametrize("where", ["family", "safety", "plan", "people", "care", "notes", "documents"])
def test_no_page_tells_that_it_is_there_br_072(safe: Safe, who: str, where: str) -> None:
    """The same page, with and without a track and a talk."""
    before = page(safe, who, where)
    begin(safe)
    if who != "kacper":
        talk(safe)
    after = page(safe, who, where)
    assert (before.status, before.text) == (after.status, after.text)


@pytest.mark.parametrize("who", ["agnieszka", "tomasz", "kacper"])
def test_who_looked_at_it_stands_in_no_own_log_br_072(safe: Safe, who: str) -> None:
    agree(safe, "agnieszka")
    begin(safe)
    for name in ("safety", "meldcode"):
        assert page(safe, "jorien", name).status == 200
    told = visitor(safe, who).get(reverse("own_log")).text
    for word in ("eldcode", "veiligheid", "kind in vertrouwen"):
        assert word not in told


def test_figures_stand_side_by_side_and_a_wrong_one_goes(safe: Safe) -> None:
    score(safe, 5)
    row = score(safe, 4, "professional")
    jorien = visitor(safe, "jorien")
    form = page(safe, jorien, "figure_withdraw", figure=row.id)
    done = jorien.press(form, "Trek in", {"reason": "Het was een zes."})
    assert "Het is ingetrokken" in done.text
    assert "Agnieszka Nowak" in done.text


@pytest.mark.parametrize(("name", "who"), [("safety", "jorien"), ("safety", "agnieszka"), ("meldcode", "jorien")])
def test_no_more_statements_than_ten(safe: Safe, name: str, who: str) -> None:
    agree(safe, "agnieszka")
    agree(safe, "agnieszka", what="De deur blijft dicht.")
    score(safe)
    begin(safe)
    browser = visitor(safe, who)
    url = reverse(name, args=[safe.id])
    browser.get(url)
    with statements() as asked:
        browser.get(url)
    assert len(asked) <= 10
