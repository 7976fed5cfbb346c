"""Contact: by real pages and real buttons, from writing it down to the task that comes of it."""

from datetime import datetime
from uuid import UUID

import pytest

from kring.ground.agenda.models import Task
from kring.ground.shared.levels import Level
from kring.practice.notes.models import ContactNote
from kring.practice.plans.models import Action
from tests.notes.contact import CALLED, make_contact, write
from tests.plans.family import Family, make_plan
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db
SAID = "Marloes belde: de brieven liggen er nog."


@pytest.fixture
def family(now: datetime) -> Family:
    return make_contact(now)


def place(family: Family, *more: object) -> str:
    return "/".join([f"/dossier/{family.id}/contact", *map(str, more), ""])


def written(visitor: Visitor, family: Family, **answers: str | list[str]) -> Page:
    page = visitor.get(place(family, "nieuw"))
    given = {"how": "phone", "said": SAID, "agreed": "Dinsdag kijken we samen."} | answers
    return visitor.press(page, "Opslaan", given)


def test_from_every_page_of_the_family_it_is_one_link_away(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    for page in ("", "personen/", "plan/", "hulp/", "documenten/", "delen/", "contact/"):
        assert place(family, "nieuw") in visitor.get(f"/dossier/{family.id}/{page}").links()


def test_what_is_usual_stands_there_already(family: Family) -> None:
    visitor = signed_in(family.town.henk.id)
    written(visitor, family, how="video")
    form = visitor.get(place(family, "nieuw")).tree
    assert form.xpath("//select[@name='how']/option[@selected]/@value") == ["video"]
    assert form.xpath("//input[@name='held_on']/@value") == ["01-11-2026"]
    assert form.xpath("//select[@name='law']/option[@selected]/@value") == ["wmo"]
    assert form.xpath("//input[@name='level'][@checked]/@value") == [str(Level.DOMAIN_FILE.value)]


def test_it_stands_in_the_list_with_whom_and_what_was_agreed(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    page = written(visitor, family, people=["Marloes Bakker"], other="oma Truus", held_at="9.30")
    for text in (SAID, "Afgesproken: Dinsdag kijken we samen.", "Marloes Bakker, oma Truus", "09.30"):
        assert text in page.text
    assert "Telefoon met Marloes Bakker, oma Truus" in visitor.get(place(family)).text


@pytest.mark.parametrize(
    ("field", "answer", "says"),
    [
        ("held_on", "02-11-2026", "Deze dag is nog niet geweest."),
        ("held_at", "half tien", "Deze tijd klopt niet."),
        ("said", "x" * 4001, "Dit is te lang."),
    ],
)
def test_what_is_wrong_comes_back_beside_the_field(family: Family, field: str, answer: str, says: str) -> None:
    page = written(signed_in(family.town.jorien.id), family, **{field: answer})
    assert (page.status, says in page.text) == (422, True)


def test_a_word_is_found_and_what_is_looked_for_stands_in_no_address(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    written(visitor, family)
    written(visitor, family, said="Op school gesproken.", how="school", agreed="")
    page = visitor.press(visitor.get(place(family)), "Zoeken", {"q": "brieven"})
    assert (SAID in page.text, "Op school gesproken." in page.text, page.url) == (True, False, place(family))
    assert "Niets gevonden" in visitor.press(page, "Zoeken", {"q": "olifant"}).text


def test_undone_with_the_button_that_comes_with_the_message(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    page = visitor.press(written(visitor, family), "Ongedaan maken")
    assert SAID not in page.text
    assert "ongedaan gemaakt" in page.text


def test_corrected_with_what_it_said_before_in_the_history(family: Family) -> None:
    visitor = signed_in(family.town.henk.id)
    note = write(family, "henk")
    page = visitor.get(place(family, note.id, "verbeteren"))
    page = visitor.press(page, "Opslaan", {"said": "Marloes schreef over de brieven."})
    assert "Marloes schreef over de brieven." in page.text
    [history] = [link for link in page.links() if "/geschiedenis/" in link]
    assert CALLED.said in visitor.get(history).text


def test_withdrawn_with_the_reason(family: Family) -> None:
    visitor = signed_in(family.town.henk.id)
    note = write(family, "henk")
    page = visitor.get(place(family, note.id))
    assert visitor.press(page, "Trek dit contactmoment in", {"reason": ""}).status == 422
    page = visitor.press(page, "Trek dit contactmoment in", {"reason": "Dubbel."})
    assert ("Dubbel." in page.text, CALLED.said in page.text) == (True, False)


def test_the_family_reads_and_mends_nothing(family: Family) -> None:
    note = write(family, "jorien")
    visitor = signed_in(family.marloes.id)
    assert CALLED.said in visitor.get(place(family)).text
    assert visitor.get(place(family, note.id)).buttons().count("Trek dit contactmoment in") == 0
    assert visitor.get(place(family, "nieuw")).status == 403
    assert visitor.get(place(family, note.id, "verbeteren")).status == 403


def test_a_colleague_does_not_get_the_page_to_correct_it(family: Family) -> None:
    note = write(family, "jorien")
    assert signed_in(family.town.henk.id).get(place(family, note.id, "verbeteren")).status == 403
    assert signed_in(family.town.jorien.id).get(place(family, note.id, "verbeteren")).status == 200


def test_it_becomes_a_task_with_what_was_agreed(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    page = written(visitor, family)
    [link] = [link for link in page.links() if link.endswith("/taak/")]
    page = visitor.press(visitor.get(link), "Taak opslaan")
    assert "De taak staat klaar." in page.text
    with family.acting("jorien"):
        task = Task.objects.get(clock="actie")
    assert (task.title, task.account_id, str(task.due_on)) == (
        "Dinsdag kijken we samen.",
        family.town.jorien.id,
        "2026-11-08",
    )


def test_what_stands_in_the_file_of_a_law_does_not_go_along_into_the_task(family: Family) -> None:
    note = write(family, "henk", law="wmo", level=Level.DOMAIN_FILE)
    page = signed_in(family.town.henk.id).get(place(family, note.id, "taak"))
    assert CALLED.agreed not in page.text
    assert "Vervolg op het contact van 30 oktober" in page.text


def test_it_becomes_an_action_at_a_goal(family: Family) -> None:
    goal = make_plan(family)
    visitor = signed_in(family.town.jorien.id)
    page = written(visitor, family)
    [link] = [link for link in page.links() if link.endswith("/actie/")]
    [form] = [link for link in visitor.get(link).links() if str(goal.id) in link]
    page = visitor.press(visitor.get(form), "Actie opslaan", {"doer": "family|Marloes Bakker", "due_on": "08-11-2026"})
    with family.acting("jorien"):
        assert Action.objects.get(goal=goal).what == "Dinsdag kijken we samen."


def note_of(family: Family) -> UUID:
    with family.acting("jorien"):
        return ContactNote.objects.get().id


@pytest.mark.parametrize("who", ["jorien", "henk"])
def test_at_most_ten_statements(family: Family, who: str) -> None:
    make_plan(family)
    visitor = signed_in(getattr(family.town, who).id)
    written(visitor, family)
    note = note_of(family)
    for page in (place(family), place(family, "nieuw"), place(family, note), place(family, note, "verbeteren"),
                 place(family, note, "taak")):  # fmt: skip
        with statements() as asked:
            assert visitor.get(page).status == 200
        assert len(asked) <= 10, (page, asked.tables)


def test_what_the_list_is_narrowed_to_is_said_where_one_opens_it(family: Family) -> None:
    """Folded, so that on a phone the contacts themselves come first."""
    write(family, "jorien")
    visitor = signed_in(family.town.jorien.id)
    page = visitor.get(place(family))
    assert not page.tree.xpath("//details[.//input[@name='q']]/@open")
    narrowed = visitor.press(page, "Zoeken", {"q": "brieven", "how": "phone", "who": str(family.subject("Finn"))})
    assert "Zoeken en kiezen: met of over Finn, telefoon, “brieven”" in narrowed.text


def test_a_contact_about_two_of_the_four(family: Family) -> None:
    visitor = signed_in(family.town.jorien.id)
    also = [str(family.subject(name)) for name in ("Finn", "Lotte")]
    listed = written(visitor, family, also=also)
    assert listed.url == place(family)
    assert "over Finn en Lotte" in listed.text or "over Lotte en Finn" in listed.text
    assert SAID not in visitor.press(listed, "Ongedaan maken").text
