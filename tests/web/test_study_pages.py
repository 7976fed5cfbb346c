"""The pages of studies as people use them: asking, approving, the stack, naming. A stranger sees nothing."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kring.ground.access.actor import acting
from kring.ground.access.models import Dossier
from kring.ground.shared.database import DatabaseRole
from kring.practice.households.models import PersonIdentity
from kring.steering.figures.models import Measure
from kring.steering.studies.models import Study, StudyCase
from tests.conftest import speaking_as
from tests.studies.world import (
    Desk,
    Given,
    Resident,
    count,
    give,
    make_bakkers,
    make_desk,
    make_household,
    make_study,
)
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return make_desk()


def case_of(desk: Desk, study: Study) -> StudyCase:
    with acting(desk.actor(desk.lonneke)):
        return StudyCase.objects.get(study=study)


def stack(desk: Desk) -> tuple[Study, Page, Visitor]:
    """Lonneke on the page of a running study with one household."""
    make_bakkers(desk)
    study = make_study(desk)
    count(study)
    visitor = signed_in(desk.lonneke.id)
    return study, visitor.get(reverse("study", args=[study.id])), visitor


def test_a_study_is_asked_by_one_and_approved_by_another(desk: Desk) -> None:
    asker, approver = signed_in(desk.lonneke.id), signed_in(desk.town.mark.id)
    form = asker.get(reverse("study_new"))
    page = asker.press(
        form,
        "Vraag aan",
        {
            "title": "Dossieronderzoek Noord",
            "purpose": "Zien waar hulp zich stapelt.",
            "ground": "Jeugdwet 7.3.12",
            "started_on": "1-11-2026",
            "ended_on": "31-03-2027",
        },
    )
    assert "wacht op goedkeuring" in page.text
    assert "Keur goed" not in page.buttons()
    [judge] = [link for link in approver.get(page.url).links() if link.endswith("goedkeuren/")]
    judged = approver.get(judge)
    done = approver.press(judged, "Keur goed", {"checked": "on", "researchers": [str(desk.karel.id)]})
    assert "De lijst wordt gemaakt" in done.text
    with acting(desk.actor(desk.town.mark)):
        study = Study.objects.get()
        names = set(study.researchers.values_list("name", flat=True))
    assert (study.state, study.approved_by_name) == ("approved", "Mark de Boer")
    assert names == {"Lonneke Vos", "Mark de Boer", "Karel Smit"}


def test_a_form_that_is_not_right_comes_back_with_what_to_do(desk: Desk) -> None:
    visitor = signed_in(desk.lonneke.id)
    page = visitor.press(
        visitor.get(reverse("study_new")),
        "Vraag aan",
        {"title": "X", "started_on": "1-12-2026", "ended_on": "30-11-2026"},
    )
    assert page.status == 422
    assert "Kies een dag na de begindatum" in page.text


def test_who_asked_cannot_open_the_approval(desk: Desk) -> None:
    study = make_study(desk, approved=False)
    page = signed_in(desk.lonneke.id).get(reverse("study_approve", args=[study.id]))
    assert page.status == 403
    assert "Alleen de procesregisseur" in page.text


def test_the_stack_shows_facts_under_a_pseudonym_with_ground_and_period(desk: Desk) -> None:
    study, page, _visitor = stack(desk)
    assert page.status == 200
    for said in (
        "van 1 oktober 2026 tot en met 31 maart 2027",
        "goedgekeurd door Mark de Boer",
        "Jeugdwet 7.3.12",
        "geen oordeel en geen risico",
        case_of(desk, study).pseudonym,
        "bij 1 aanbieder onbekend",
        "€ 6.000",
        "1 onbekend",
        "1 volwassene, 1 kind",
        "Zeewaard-Noord",
    ):
        assert said in page.text
    assert "Marloes" not in page.text


def test_each_law_is_named_in_the_strip_and_not_by_colour_alone(desk: Desk) -> None:
    _study, page, _visitor = stack(desk)
    [svg] = page.tree.xpath("//table//svg[@role='img']")
    assert [text.text for text in svg.xpath("./text")] == ["Jeugdwet", "Wmo", "Schuldhulp"]
    assert "Jeugdwet: loopt sinds 1 feb 2025." in svg.xpath("string(./desc)")


def test_one_household_shows_its_course_and_what_runs_now(desk: Desk) -> None:
    study, _page, visitor = stack(desk)
    page = visitor.get(reverse("study_case", args=[study.id, case_of(desk, study).id]))
    assert page.status == 200
    for said in (
        "ambulante jeugdhulp",
        "kind 1",
        "volwassene 1",
        "huishoudelijke hulp",
        "onbekend",
        "€ 3.400 per jaar",
    ):
        assert said in page.text
    assert "Noah" not in page.text
    assert "Een huishouden op naam brengen doet de procesregisseur of teamleider" in page.text


def test_naming_asks_a_reason_and_says_what_will_happen(desk: Desk) -> None:
    study, _page, _visitor = stack(desk)
    mark = signed_in(desk.town.mark.id)
    case = case_of(desk, study)
    form = mark.get(reverse("study_name", args=[study.id, case.id]))
    assert "geen adres, en van geen enkele wet een gegeven" in form.text
    empty = mark.press(form, "Breng op naam", {"reason": ""})
    assert empty.status == 422
    done = mark.press(form, "Breng op naam", {"reason": "Drie wetten en geen regisseur."})
    assert done.status == 200
    with acting(desk.actor(desk.town.mark)):
        assert Dossier.objects.get().label == "Huishouden De Wit"
    again = mark.get(reverse("study_case", args=[study.id, case.id]))
    assert "op naam gebracht" in again.text
    assert "Breng op naam" not in again.text


def test_a_shielded_household_gets_a_neutral_answer(desk: Desk) -> None:
    _home, (_marloes, noah) = make_bakkers(desk)
    study = make_study(desk)
    count(study)
    with speaking_as(DatabaseRole.IMPORT):
        PersonIdentity.objects.filter(subject=noah).update(secrecy=True)
    mark = signed_in(desk.town.mark.id)
    form = mark.get(reverse("study_name", args=[study.id, case_of(desk, study).id]))
    page = mark.press(form, "Breng op naam", {"reason": "Drie wetten en geen regisseur."})
    assert page.status == 422
    assert "kan hier niet op naam worden gebracht" in page.text
    for word in ("beschermd", "geheim", "afgeschermd", "niveau"):
        assert word not in page.text.lower()


@pytest.mark.parametrize(("who", "status"), [("karel", 404), ("farid", 404)])
def test_a_colleague_with_the_role_who_is_not_named_sees_the_study_and_no_household(
    desk: Desk, who: str, status: int
) -> None:
    """Twin: Lonneke opens the same addresses."""
    study, _page, named = stack(desk)
    case = case_of(desk, study)
    visitor = signed_in(getattr(desk, who).id)
    page = visitor.get(reverse("study", args=[study.id]))
    assert page.status == 200
    assert "U staat niet op naam bij dit onderzoek" in page.text
    assert case.pseudonym not in page.text
    assert visitor.get(reverse("study_case", args=[study.id, case.id])).status == status
    assert visitor.get(reverse("study_sheet", args=[study.id])).status == 403
    assert named.get(reverse("study_case", args=[study.id, case.id])).status == 200


def test_who_has_no_role_for_studies_gets_no_page_of_them(desk: Desk) -> None:
    study, _page, _visitor = stack(desk)
    case = case_of(desk, study)
    for account in (desk.town.jorien, desk.town.fatima, desk.petra):
        visitor = signed_in(account.id)
        for url in (
            reverse("studies"),
            reverse("study_new"),
            reverse("study", args=[study.id]),
            reverse("study_names", args=[study.id]),
            reverse("study_case", args=[study.id, case.id]),
            reverse("study_name", args=[study.id, case.id]),
            reverse("study_objection"),
        ):
            assert visitor.get(url).status in {403, 404}, url


def test_the_list_filters_and_sorts_by_facts(desk: Desk) -> None:
    _study, _page, _visitor = stack(desk)
    _home, (rick,) = make_household(desk, [Resident("Rick van der Laan", 1990, "M")])
    give(rick, Given("wmo", provider="A", cents=9900000), Given("wmo", "vervoer", provider="B"))
    study = make_study(desk)
    count(study)
    visitor = signed_in(desk.lonneke.id)
    url = reverse("study", args=[study.id])

    def rows(query: str) -> list[str]:
        heads = visitor.get(f"{url}?{query}").tree.xpath("//tbody/tr/th//div[1]/text()")
        return [" ".join(str(head).split()) for head in heads]

    bakkers, single = "1 volwassene, 1 kind", "1 volwassene"
    assert rows("") == [bakkers, single]
    assert rows("sort=-cost") == [single, bakkers]
    assert rows("sort=laws") == [single, bakkers]
    assert rows("laws=2") == [bakkers]
    assert rows("laws=4") == []
    assert rows("area=00000000-0000-4000-8000-000000000009") == []
    assert rows("sort=onzin&laws=x&area=x&page=99") == [bakkers, single]
    assert "Bij deze keuze hoort geen enkel huishouden" in visitor.get(f"{url}?laws=4").text


def test_the_sheet_holds_what_the_page_shows(desk: Desk) -> None:
    study, _page, visitor = stack(desk)
    response = visitor.client.get(reverse("study_sheet", args=[study.id]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="stapeling.csv"'
    text = response.content.decode()
    assert case_of(desk, study).pseudonym in text
    assert "Marloes" not in text
    assert (
        len(visitor.client.get(reverse("study_sheet", args=[study.id]) + "?laws=5").content.decode().splitlines()) == 1
    )


def test_names_are_added_and_taken_off(desk: Desk) -> None:
    study, _page, _visitor = stack(desk)
    mark = signed_in(desk.town.mark.id)
    url = reverse("study_names", args=[study.id])
    page = mark.press(mark.get(url), "Zet op naam", {"account": str(desk.karel.id)})
    assert "Haal Karel Smit van de lijst" in page.buttons()
    page = mark.press(page, "Haal Karel Smit van de lijst")
    assert "Haal Karel Smit van de lijst" not in page.buttons()
    assert "Zet op naam" not in signed_in(desk.lonneke.id).get(url).buttons()


def test_ending_a_study_closes_its_households(desk: Desk) -> None:
    study, _page, visitor = stack(desk)
    mark = signed_in(desk.town.mark.id)
    page = mark.press(
        mark.get(reverse("study_end", args=[study.id])), "Beëindig", {"reason": "De tien gezinnen zijn gevonden."}
    )
    assert "De tien gezinnen zijn gevonden." in page.text
    assert "Dit onderzoek is beëindigd" in visitor.get(reverse("study", args=[study.id])).text


def test_the_list_can_be_made_anew_for_another_day(desk: Desk) -> None:
    _study, page, visitor = stack(desk)
    wrong = visitor.press(page, "Maak de lijst", {"day": "2-11-2026"})
    assert wrong.status == 422
    assert "in de toekomst" in wrong.text
    assert "wordt opnieuw gemaakt" in visitor.press(page, "Maak de lijst", {"day": "1-10-2026"}).text


def test_an_objection_is_recorded_without_showing_anybody(desk: Desk) -> None:
    study, _page, _visitor = stack(desk)
    farid = signed_in(desk.farid.id)
    form = farid.get(reverse("study_objection"))
    answers = {"name": "Noah de Wit", "born_0": "17", "born_1": "5", "deed": "objects"}
    assert "Niet precies één persoon" in farid.press(form, "Leg vast", answers | {"born_2": "2014"}).text
    assert "Vastgelegd" in farid.press(form, "Leg vast", answers | {"born_2": "2015"}).text
    with acting(desk.actor(desk.lonneke)):
        assert not StudyCase.objects.filter(study=study).exists()


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("lonneke", "Vraag een onderzoek aan: schrijf op wat u wilt weten"),
        ("farid", "Een onderzoeker of de teamleider vraagt een onderzoek aan"),
    ],
)
def test_an_empty_list_says_the_next_step_for_this_role(desk: Desk, who: str, said: str) -> None:
    assert said in signed_in(getattr(desk, who).id).get(reverse("studies")).text


def statements(visitor: Visitor, url: str) -> int:
    visitor.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert visitor.get(url).status == 200
    asked = [query["sql"] for query in captured if "SAVEPOINT" not in query["sql"] and "set_config" not in query["sql"]]
    return len([sql for sql in asked if "django_session" not in sql and "access_login" not in sql])


def test_the_number_of_statements_does_not_grow_with_the_households(desk: Desk) -> None:
    study = make_study(desk)
    visitor = signed_in(desk.lonneke.id)
    counts = {"list": set[int](), "case": set[int]()}
    for more in (2, 8, 24):
        for number in range(more):
            _home, (person,) = make_household(desk, [Resident(f"Bewoner {number}", 1980)])
            give(person, Given("wmo", since=date(2026, 1, 1)), Given("participatiewet"))
        count(study)
        counts["list"].add(statements(visitor, reverse("study", args=[study.id])))
        with acting(desk.actor(desk.lonneke)):
            case = StudyCase.objects.filter(study=study).first()
        assert case is not None
        counts["case"].add(statements(visitor, reverse("study_case", args=[study.id, case.id])))
    assert all(len(numbers) == 1 for numbers in counts.values()), counts
    assert max(max(numbers) for numbers in counts.values()) <= 12, counts


def plant_counts(desk: Desk) -> None:
    """Households by number of laws, as counted: 40, 3, 12 and none."""
    with speaking_as(DatabaseRole.SNAPSHOT):
        Measure.objects.bulk_create(
            [
                Measure(
                    organisation=desk.town.municipality,
                    indicator="wetten",
                    category=laws,
                    counted_on=date(2026, 10, 31),
                    count=n,
                )
                for laws, n in (("1", 40), ("2", 3), ("3", 12))
            ]
        )


def test_without_a_running_study_there_are_protected_counts_only(desk: Desk) -> None:
    """BR-120. Annet may read figures and is not named; small cells hold a mark, and a second one with them."""
    plant_counts(desk)
    make_study(desk, approved=False)
    for url in (reverse("studies"), reverse("study", args=[study_of(desk).id])):
        page = signed_in(desk.town.annet.id).get(url)
        assert "Stapeling in aantallen" in page.text
        cells = [" ".join(cell.text_content().split()) for cell in page.tree.xpath("//tr[th='hele gemeente']/td")]
        assert cells[1] == "< 5"
        assert "3" not in cells
        assert "12" not in cells


def test_who_may_not_read_figures_reads_for_whom_they_are(desk: Desk) -> None:
    """Handbook §5: a researcher has the households of a study; the privacy officer reads every figure."""
    plant_counts(desk)
    make_study(desk, approved=False)
    for url in (reverse("studies"), reverse("study", args=[study_of(desk).id])):
        karel, farid = (signed_in(account.id).get(url) for account in (desk.karel, desk.farid))
        assert "Die zijn er voor beleid, de procesregisseur" in karel.text
        assert not karel.tree.xpath("//tr[th='hele gemeente']")
        assert farid.tree.xpath("//tr[th='hele gemeente']")


def test_where_nothing_was_counted_the_page_says_when_it_will_be(desk: Desk) -> None:
    assert "Er is nog niet geteld. Kring telt elke nacht" in signed_in(desk.town.annet.id).get(reverse("studies")).text


def test_who_looks_within_a_running_study_needs_no_protected_counts(desk: Desk) -> None:
    plant_counts(desk)
    make_study(desk)
    assert "Stapeling in aantallen" not in signed_in(desk.town.mark.id).get(reverse("studies")).text


def study_of(desk: Desk) -> Study:
    with acting(desk.actor(desk.lonneke)):
        return Study.objects.get()
