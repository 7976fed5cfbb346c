"""Wonen: by real pages and real buttons, two homes for one child."""

import re
from datetime import datetime

import pytest

from tests.households.aksoy import Aksoy, make_aksoy
from tests.web.statements import statements
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db
TOLD = {"told_by": "Elif Aksoy", "told_on": "20-10-2026"}


@pytest.fixture
def aksoy(now: datetime) -> Aksoy:
    return make_aksoy(now)


def place(aksoy: Aksoy) -> str:
    return f"/dossier/{aksoy.dossier.id}/wonen/"


def naima(aksoy: Aksoy) -> Visitor:
    return signed_in(aksoy.town.naima.id)


def cards(page: Page) -> dict[str, str]:
    """The homes of now: by title, the words in it."""
    found = page.tree.xpath("//div[@class='k-homes']/section")
    return {
        card.xpath("string(.//h2)").strip(): re.sub(r"\s+", " ", card.xpath("string(.//ul)")).strip() for card in found
    }


def part(aksoy: Aksoy, **other: str | list[str]) -> Page:
    visitor = naima(aksoy)
    form = visitor.get(f"{place(aksoy)}uit-elkaar/")
    answers: dict[str, str | list[str]] = {
        "leaver": str(aksoy.elif_.id), "leaves_label": "bij moeder", "stays_label": "bij Ela", "on": "1-10-2026",
        "children": [str(aksoy.deniz.id)], "days_leaves": "vrijdag tot en met zondag", **TOLD, **other,
    }  # fmt: skip
    return visitor.press(form, "Twee huizen opslaan", answers)


class TestTwoHomes:
    def test_parents_part_and_a_child_stands_in_both_homes(self, aksoy: Aksoy) -> None:
        homes = cards(part(aksoy))
        assert "Deniz" in homes["bij moeder"]
        assert "Deniz" in homes["bij Ela"]
        assert "vrijdag tot en met zondag" in homes["bij moeder"]

    def test_the_register_stands_beside_them(self, aksoy: Aksoy) -> None:
        page = part(aksoy)
        assert "Volgens het register: bij Deniz Yıldız" in cards(page)
        assert "verteld door Elif Aksoy op 20 okt 2026" in page.text

    def test_who_does_not_live_there_cannot_leave(self, aksoy: Aksoy) -> None:
        page = part(aksoy, leaver=str(aksoy.emre.id))
        assert page.status == 422
        assert "Hier woont niemand anders" in page.text


class TestOneLine:
    def add(self, aksoy: Aksoy, who: Visitor | None = None, **other: str) -> Page:
        visitor = who or naima(aksoy)
        form = visitor.get(f"{place(aksoy)}erbij/")
        answers = {
            "subject": str(aksoy.ela.id), "home": "nieuw", "label": "bij oma", "living": "logeert",
            "days": "woensdag", "since": "1-9-2026", **TOLD, **other,
        }  # fmt: skip
        return visitor.press(form, "Opslaan", answers)

    def change(self, aksoy: Aksoy) -> str:
        [link] = [one for one in naima(aksoy).get(place(aksoy)).links() if re.search(r"/wonen/[0-9a-f-]{36}/$", one)]
        return link

    def test_it_is_written_and_taken_back_by_the_button_of_the_message(self, aksoy: Aksoy) -> None:
        visitor = naima(aksoy)
        page = self.add(aksoy, visitor)
        assert "woensdag" in cards(page)["bij oma"]
        page = visitor.press(page, "Ongedaan maken")
        assert "bij oma" not in cards(page)

    def test_a_new_home_needs_a_name(self, aksoy: Aksoy) -> None:
        page = self.add(aksoy, label="")
        assert (page.status, "Geef het huis een naam" in page.text) == (422, True)

    def test_it_is_put_right_ended_and_withdrawn(self, aksoy: Aksoy) -> None:
        self.add(aksoy)
        visitor, link = naima(aksoy), self.change(aksoy)
        page = visitor.press(visitor.get(link), "Verbetering opslaan", {"label": "bij oma Sevgi"})
        assert "bij oma Sevgi" in cards(page)
        page = visitor.press(visitor.get(f"{link}stoppen/"), "Opslaan", {"on": "15-10-2026"})
        assert "bij oma Sevgi" not in cards(page)
        assert "15 okt 2026" in page.text
        page = visitor.press(visitor.get(f"{link}intrekken/"), "Trek in", {"reason": "Zij logeerde daar nooit."})
        assert "15 okt 2026" not in page.text
        page = visitor.press(page, "Ongedaan maken")
        assert "15 okt 2026" in page.text

    def test_the_history_says_what_stood_there(self, aksoy: Aksoy) -> None:
        self.add(aksoy)
        visitor, link = naima(aksoy), self.change(aksoy)
        visitor.press(visitor.get(link), "Verbetering opslaan", {"label": "bij oma Sevgi"})
        [past] = [one for one in visitor.get(link).links() if "/geschiedenis/" in one]
        assert "bij oma Sevgi" in visitor.get(past).text

    def test_who_moves_is_asked_who_told_it(self, aksoy: Aksoy) -> None:
        visitor = naima(aksoy)
        form = visitor.get(f"{place(aksoy)}verhuizen/")
        answers: dict[str, str | list[str]] = {
            "subjects": [str(aksoy.ela.id)], "home": "nieuw", "label": "pleeggezin", "on": "1-10-2026",
        }  # fmt: skip
        page = visitor.press(form, "Verhuizing opslaan", {**answers, "told_by": ""})
        assert (page.status, "Schrijf op wie dit vertelde" in page.text) == (422, True)
        page = visitor.press(form, "Verhuizing opslaan", {**answers, **TOLD})
        assert "Ela" in cards(page)["pleeggezin"]


class TestWhoSees:
    def test_a_father_reads_of_himself_and_his_child_and_writes_nothing(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        visitor = signed_in(aksoy.emre_account.id)
        page = visitor.get(place(aksoy))
        assert "Deniz" in cards(page)["bij moeder"]
        assert cards(page)["bij moeder"].split()[0] == "Deniz"
        assert "Ela" not in cards(page)["bij vader"]
        assert "Wijzigen" not in page.text
        assert visitor.get(f"{place(aksoy)}erbij/").status == 403

    def test_who_does_not_work_here_finds_no_page(self, aksoy: Aksoy) -> None:
        assert signed_in(aksoy.town.jorien.id).get(place(aksoy)).status == 404
        assert naima(aksoy).get(place(aksoy)).status == 200

    def test_a_line_of_another_dossier_is_not_there(self, aksoy: Aksoy) -> None:
        aksoy.two_homes()
        assert naima(aksoy).get(f"{place(aksoy)}{aksoy.dossier.id}/").status == 404

    def test_nothing_known_says_what_to_do(self, aksoy: Aksoy) -> None:
        assert "Opschrijven wie waar woont" in naima(aksoy).get(place(aksoy)).text


def test_at_most_ten_statements(aksoy: Aksoy) -> None:
    aksoy.two_homes()
    visitor = naima(aksoy)
    with statements() as asked:
        visitor.get(place(aksoy))
    assert len(asked) <= 10


class TestAuthority:
    """On the page of persons."""

    def people(self, aksoy: Aksoy) -> str:
        return f"/dossier/{aksoy.dossier.id}/personen/"

    def tell(self, aksoy: Aksoy) -> Page:
        visitor = naima(aksoy)
        form = visitor.get(f"{self.people(aksoy)}{aksoy.ela.id}/gezag/")
        return visitor.press(form, "Opslaan", {"holder": "Elif en Emre", **TOLD})

    def test_the_register_stands_there_with_its_day(self, aksoy: Aksoy) -> None:
        page = naima(aksoy).get(self.people(aksoy))
        assert "tweehoofdig ouderlijk gezag: Emre Yıldız" in page.text
        assert "BRP, nagekeken op 1 okt 2026" in page.text

    def test_what_is_told_is_not_looked_up_yet(self, aksoy: Aksoy) -> None:
        page = self.tell(aksoy)
        assert "Elif en Emre" in page.text
        assert "nog niet nagekeken" in page.text

    def test_what_the_register_said_stands_with_it(self, aksoy: Aksoy) -> None:
        [link] = [one for one in self.tell(aksoy).links() if one.endswith("/nagekeken/")]
        visitor = naima(aksoy)
        page = visitor.press(visitor.get(link), "Opslaan", {"found": "anders", "on": "28-10-2026"})
        assert "nagekeken op 28 okt 2026: klopt niet" in page.text
        [past] = [one for one in page.links() if "/geschiedenis/gezag/" in one]
        assert "klopt niet" in visitor.get(past).text

    def test_it_is_withdrawn_with_a_reason(self, aksoy: Aksoy) -> None:
        [link] = [one for one in self.tell(aksoy).links() if one.endswith("/intrekken/")]
        visitor = naima(aksoy)
        page = visitor.press(visitor.get(link), "Trek in", {"reason": "Bij het verkeerde kind."})
        assert "Elif en Emre" not in page.text

    def test_a_father_reads_it_of_the_child_he_has_authority_over_only(self, aksoy: Aksoy) -> None:
        self.tell(aksoy)
        page = signed_in(aksoy.emre_account.id).get(self.people(aksoy))
        assert "tweehoofdig ouderlijk gezag: Emre Yıldız" in page.text
        assert "Elif en Emre" not in page.text
        assert "Gezag opschrijven" not in page.text

    def test_the_page_of_persons_asks_at_most_ten_statements(self, aksoy: Aksoy) -> None:
        self.tell(aksoy)
        visitor = naima(aksoy)
        with statements() as asked:
            visitor.get(self.people(aksoy))
        assert len(asked) <= 10
