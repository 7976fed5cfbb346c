"""The pages round a version: talking over, agreeing, an opinion later, another language, a day, what differs."""

import io
import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from pypdf import PdfReader

from kring.practice.plans.documents import values
from kring.practice.plans.models import Discussion, Goal, PlanSummary, PlanVersion, Position
from kring.practice.plans.rules.summaries import SummaryWords
from kring.practice.plans.rules.words import ScoreWords
from kring.practice.plans.services import add_action, give_score, save_texts, summarise
from tests.plans.family import COACH, OMA, TEXTS, Family, lay_down, make_family, make_plan
from tests.web.statements import statements
from tests.web.test_plan_pages import at, errors, visit

pytestmark = pytest.mark.django_db

ALL_AGREE = {f"position_{number}": "agrees" for number in range(4)}
TURKISH = SummaryWords("Turks", "Bu sizin planınız.\n\nHafta sonu birlikte yemek.", "Ayşe Demir", date(2026, 11, 1))


@pytest.fixture
def family(now: datetime) -> Family:
    made = make_family(now)
    goal = make_plan(made)
    with made.acting("jorien", ago=timedelta(days=2)) as jorien:
        add_action(actor=jorien, goal=goal, words=OMA)
        add_action(actor=jorien, goal=goal, words=COACH)
        give_score(actor=jorien, goal=goal, words=ScoreWords("Marloes Bakker", "family", 4, date(2026, 10, 30)))
    return made


def test_a_light_plan_is_talked_over_and_agreed_with_one_press(family: Family) -> None:
    jorien = visit(family)
    done = jorien.press(jorien.get(at("plan_agree", family)), "Vaststellen", ALL_AGREE)
    assert "Lichte variant. Besproken op 1 november 2026 met" in done.text
    with family.acting("jorien"):
        assert Discussion.objects.filter(dossier_id=family.id).count() == 1


def test_a_plan_is_talked_over_on_one_day_and_agreed_on_another(family: Family) -> None:
    jorien = visit(family)
    form = jorien.get(at("plan_discuss", family))
    assert errors(jorien.press(form, "Opslaan")) == ["Met wie? Kies met wie het plan is besproken."]
    said = jorien.press(form, "Opslaan", {"discussed_on": "30-10-2026", "present": ["0", "1"]})
    assert "Besproken op 30 oktober 2026 met Stefan de Wit, Marloes Bakker." in said.text
    assert not said.tree.xpath("//input[@name='discussed_on']"), "it was talked over already"
    version = jorien.press(said, "Vaststellen", ALL_AGREE)
    assert "Besproken op 30 oktober 2026 met Stefan de Wit en Marloes Bakker." in version.text


def discussions(family: Family) -> int:
    with family.acting("jorien"):
        return Discussion.objects.filter(dossier_id=family.id).count()


def test_what_somebody_changed_meanwhile_is_read_before_it_counts_as_talked_over(family: Family) -> None:
    """Marloes adds a worry while Jorien writes down with whom the plan was talked over."""
    jorien = visit(family)
    form = jorien.get(at("plan_discuss", family))
    with family.acting("marloes") as marloes:
        save_texts(actor=marloes, dossier=family.id, words=replace(TEXTS, concerns="De huur is te laat."))
    given: dict[str, str | list[str]] = {"discussed_on": "30-10-2026", "present": ["0", "1"]}
    refused = jorien.press(form, "Opslaan", given)
    changed = "Iemand heeft het plan net veranderd. Lees het opnieuw. Is dat ook besproken? Sla het dan op."
    assert (refused.status, changed in refused.text, discussions(family)) == (422, True, 0)
    assert refused.tree.xpath("//input[@name='present' and @checked]/@value") == ["0", "1"]
    assert jorien.press(refused, "Opslaan").url == at("plan_agree", family)
    assert discussions(family) == 1


def test_a_change_is_told_beside_another_mistake(family: Family) -> None:
    """The page that comes back is about the plan as it is then: it would not be told a second time."""
    jorien = visit(family)
    form = jorien.get(at("plan_discuss", family))
    with family.acting("marloes") as marloes:
        save_texts(actor=marloes, dossier=family.id, words=replace(TEXTS, concerns="De huur is te laat."))
    refused = jorien.press(form, "Opslaan")
    assert len(errors(refused)) == 1
    assert "Iemand heeft het plan net veranderd." in refused.text


def test_a_figure_that_was_given_meanwhile_stops_no_talk(family: Family) -> None:
    jorien = visit(family)
    form = jorien.get(at("plan_discuss", family))
    with family.acting("jorien") as actor:
        goal = Goal.objects.get(dossier_id=family.id)
        give_score(actor=actor, goal=goal, words=ScoreWords("Stefan de Wit", "family", 6, date(2026, 10, 31)))
    assert jorien.press(form, "Opslaan", {"discussed_on": "30-10-2026", "present": ["0"]}).status == 200
    assert discussions(family) == 1


def test_hard_words_get_a_hint_that_stops_nobody(family: Family) -> None:
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien_:
        texts = replace(TEXTS, concerns="De zelfredzaamheid neemt af. De brieven worden niet geopend.")
        save_texts(actor=jorien_, dossier=family.id, words=texts)
    jorien = visit(family)
    form = jorien.get(at("plan_agree", family))
    assert "“zelfredzaamheid” is een lastig woord. Gewoner is: wat u zelf kunt." in form.text
    assert "“De brieven worden niet geopend”: schrijf op wie het doet." in form.text
    assert jorien.press(form, "Vaststellen", ALL_AGREE).url == at("plan_version", family, 1)


def test_a_talk_is_taken_back(family: Family) -> None:
    jorien = visit(family)
    form = jorien.get(at("plan_discuss", family))
    said = jorien.press(form, "Opslaan", {"discussed_on": "30-10-2026", "present": ["0"]})
    assert "Concept" in jorien.press(said, "Toch niet besproken").text


def test_what_the_rules_refuse_comes_back_in_the_form(family: Family) -> None:
    jorien = visit(family)
    form = jorien.get(at("plan_agree", family))
    refused = jorien.press(form, "Vaststellen", ALL_AGREE | {"variant": "family"})
    assert (refused.status, len(errors(refused))) == (422, 1)
    assert "als het plan van het gezin er is" in errors(refused)[0]
    tomorrow = jorien.press(form, "Vaststellen", ALL_AGREE | {"discussed_on": "2-11-2026"})
    assert "Deze dag komt nog" in errors(tomorrow)[0]
    with family.acting("jorien"):
        assert not PlanVersion.objects.filter(dossier_id=family.id).exists()


def test_an_opinion_is_added_by_who_says_it_and_by_who_leads(family: Family) -> None:
    """BR-020."""
    lay_down(family, ago=timedelta(days=1))
    stefan = visit(family, "stefan")
    form = stefan.get(at("position_add", family, 1))
    assert not form.tree.xpath("//select[@name='who']")
    page = stefan.press(form, "Mening opslaan", {"position": "disagrees", "remark": "Ik wil eerst rust."})
    assert "Ik wil eerst rust. Later toegevoegd, op 1 november 2026." in page.text
    jorien = visit(family)
    form = jorien.get(at("position_add", family, 1))
    jorien.press(form, "Mening opslaan", {"who": "1", "position": "partly", "remark": "Liever op dinsdag."})
    with family.acting("jorien"):
        added = Position.objects.filter(dossier_id=family.id, is_added=True).order_by("written_at", "name")
        assert {one.name for one in added} == {"Stefan de Wit", "Marloes Bakker"}
    paper = text_of(jorien.client.get(at("plan_pdf", family, 1)).content)
    assert "Ik wil eerst rust." in paper
    assert "Later toegevoegd, op 1 november 2026." in paper


def test_an_opinion_before_the_plan_is_refused_in_the_form(family: Family) -> None:
    lay_down(family, ago=timedelta(days=1))
    stefan = visit(family, "stefan")
    form = stefan.get(at("position_add", family, 1))
    refused = stefan.press(form, "Mening opslaan", {"position": "agrees", "said_on": "1-1-2026"})
    assert (refused.status, "was dit plan er nog niet" in refused.text) == (422, True)


def test_a_summary_is_read_in_its_own_language_and_taken_back(family: Family) -> None:
    lay_down(family, ago=timedelta(days=1))
    jorien = visit(family)
    form = jorien.get(at("summary_add", family, 1))
    given = {"language": "Arabisch", "words": "هذه خطتكم.", "interpreter": "Huda Saleh", "made_on": "1-11-2026"}
    page = jorien.press(form, "Samenvatting opslaan", given)
    assert page.tree.xpath("//div[@lang='ar' and @dir='rtl']//p/text()") == ["هذه خطتكم."]
    assert "Samenvatting van Huda Saleh, tolk, 1 november 2026." in page.text
    marloes = visit(family, "marloes").get(at("plan_version", family, 1))
    assert "هذه خطتكم." in marloes.text
    assert "Samenvatting invoeren" not in marloes.text
    assert "هذه خطتكم." not in jorien.press(page, "Deze samenvatting terugnemen").text
    with family.acting("jorien"):
        assert PlanSummary.objects.get(dossier_id=family.id).withdrawn_at is not None


def test_the_plan_on_a_day(family: Family) -> None:
    lay_down(family, ago=timedelta(days=1))
    lay_down(family)
    marloes = visit(family, "marloes")
    asked = at("plan_on_day", family)
    assert "Versie 1, vastgesteld op 31 oktober 2026" in marloes.get(f"{asked}?dag=31-10-2026").text
    assert "Versie 2, vastgesteld op 1 november 2026" in marloes.get(asked).text
    assert "Toen was er nog geen vastgesteld plan" in marloes.get(f"{asked}?dag=1-10-2026").text
    assert "Schrijf dag, maand en jaar" in marloes.get(f"{asked}?dag=ooit").text


def test_what_differs_between_any_two_versions(family: Family) -> None:
    lay_down(family, ago=timedelta(days=2))
    with family.acting("jorien", ago=timedelta(days=1)) as jorien:
        goal = Goal.objects.get(dossier_id=family.id)
        give_score(actor=jorien, goal=goal, words=ScoreWords("Marloes Bakker", "family", 6, date(2026, 10, 31)))
    lay_down(family, ago=timedelta(days=1))
    lay_down(family)
    page = visit(family, "marloes").get(at("plan_between", family) + "?van=1&naar=3")
    assert "Cijfer van Marloes Bakker voor" in page.text
    assert "van 4 naar 6" in page.text
    assert visit(family, "marloes").get(at("plan_between", family) + "?van=1&naar=9").status == 404


def test_who_is_not_of_this_family_finds_none_of_it(family: Family) -> None:
    """Marloes finds all of it, in the other tests here."""
    lay_down(family)
    henk = visit(family, "henk")
    for name in ("plan_agree", "plan_discuss", "plan_on_day"):
        assert henk.get(at(name, family)).status == 404
    for name in ("position_add", "summary_add", "plan_pdf", "plan_easy_pdf", "plan_letter_pdf"):
        assert henk.get(at(name, family, 1)).status == 404


def text_of(made: bytes) -> str:
    pages = PdfReader(io.BytesIO(made)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


NOT_SAID = {"labels", "house", "title", "id"}


def leaves(value: object) -> set[str]:
    """Every text in it."""
    if isinstance(value, str):
        return {value} if value else set()
    if isinstance(value, dict):
        return {leaf for key, one in value.items() if key not in NOT_SAID for leaf in leaves(one)}
    return {leaf for one in value for leaf in leaves(one)} if isinstance(value, list) else set()


def test_the_paper_says_what_the_page_says(family: Family) -> None:
    """Each text on the paper stands on the page."""
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        step = replace(COACH, what="De school bellen", rhythm="weekly", is_discussed=False, undiscussed_ground="acute")
        add_action(actor=jorien, goal=Goal.objects.get(dossier_id=family.id), words=step)
    made = lay_down(family, stefan="partly", remark="Eerst de brieven.")
    page = visit(family, "marloes").get(at("plan_version", family, 1))
    said = " ".join(page.text.replace(":", "").split()).casefold()
    paper = {part for text in leaves(values(made.content, house="Zeewaard")) for part in text.split("\n")}
    assert {part for part in paper if part.casefold().replace(":", "").rstrip(".") not in said} == set()
    assert len(paper) > 25
    assert {"Elke week", "Niet samen besproken: er was acuut gevaar en geen tijd om te bespreken"} <= paper


def test_the_documents_of_a_version_are_pdfs_that_name_nobody(family: Family) -> None:
    made = lay_down(family)
    with family.acting("jorien") as jorien:
        told = summarise(actor=jorien, version=made, words=TURKISH)
    marloes = visit(family, "marloes")
    names = ("plan_easy_pdf", "plan_letter_pdf")
    answers = [marloes.client.get(at(name, family, 1)) for name in names]
    answers.append(marloes.client.get(at("plan_summary_pdf", family, 1, told.id)))
    for answer in answers:
        assert answer["Content-Type"] == "application/pdf"
        assert "Bakker" not in answer["Content-Disposition"]
        assert "piekeren" in text_of(answer.content) or "Ayşe Demir" in text_of(answer.content)


def test_the_version_page_asks_little(family: Family) -> None:
    lay_down(family)
    marloes = visit(family, "marloes")
    for url in (at("plan_version", family, 1), at("plan_on_day", family), at("plan_agree", family)):
        reader = visit(family) if url.endswith("vaststellen/") else marloes
        with statements() as asked:
            assert reader.get(url).status == 200
        assert len(asked) <= 10, (url, asked.tables)
