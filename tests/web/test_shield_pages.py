"""Bescherming, by real pages and real buttons: shielding, naming who reads, and what only the officer lowers."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Account, NamedReader
from kring.ground.access.roles import SAFEGUARDING
from kring.ground.access.services import assign_role
from kring.ground.audit.models import LogLine
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.levels import Level
from kring.practice.households.models import PersonAddress, PersonContact, PersonIdentity
from tests.access.nowak import WHY, Nowak, make_nowak
from tests.conftest import speaking_as
from tests.web.statements import statements
from tests.web.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db

STREET, OVER = "Kruisbessenhof", "Het is voorbij."


@pytest.fixture
def nowak(now: datetime) -> Nowak:
    return make_nowak(now)


def visit(nowak: Nowak, who: str) -> Visitor:
    account: Account = getattr(nowak.town, who)
    return signed_in(account.id)


def place(nowak: Nowak, rest: str = "") -> str:
    return f"/gezinnen/{nowak.dossier.id}/bescherming/{rest}"


def live(nowak: Nowak, level: Level = Level.CONTACT, *, secret: bool = False) -> UUID:
    with speaking_as(DatabaseRole.IMPORT):
        PersonIdentity.objects.create(subject=nowak.agnieszka, secrecy=secret)
        return PersonAddress.objects.create(
            subject=nowak.agnieszka, level=level, kind="full", street=STREET, number="8317", postcode="9996QZ",
            place="Zeewaard", source="BRP",
        ).id  # fmt: skip


def protect(nowak: Nowak, who: str = "jorien") -> str:
    visitor = visit(nowak, who)
    people = [str(subject) for subject in nowak.secret]
    page = visitor.get(place(nowak, "gezin/"))
    return visitor.press(page, "Bescherming opslaan", {"people": people, "level": "4", "ground": WHY}).text


def test_who_leads_protects_the_family_and_loses_sight_of_where_it_lives(nowak: Nowak) -> None:
    live(nowak)
    jorien = visit(nowak, "jorien")
    assert STREET in jorien.get(place(nowak)).text
    told = protect(nowak)
    assert "De bescherming is gewijzigd." in told
    assert STREET not in told
    assert nowak.levels() == (4, 4, 0)
    assert STREET not in jorien.get(f"/dossier/{nowak.dossier.id}/personen/").text


def test_who_is_named_reads_it_until_that_is_stopped(nowak: Nowak) -> None:
    live(nowak, Level.SHIELDED, secret=True)
    jorien, henk = visit(nowak, "jorien"), visit(nowak, "henk")
    people = f"/dossier/{nowak.dossier.id}/personen/"
    assert "afgeschermd" in henk.get(people).text
    page = jorien.get(place(nowak, "lezers/nieuw/"))
    answers = {"account": str(nowak.town.henk.id), "level": "4", "ground": "Brengt de kinderen naar school."}
    told = jorien.press(page, "Aanwijzen", answers).text
    assert "Henk Prins" in told
    assert f"{STREET} 8317" in henk.get(people).text
    with acting(nowak.actor("henk")):
        reader = NamedReader.objects.get()
    page = jorien.get(place(nowak, f"lezers/{reader.id}/stoppen/"))
    told = jorien.press(page, "Lezen stoppen", {"reason": "Doet dit niet meer."}).text
    assert "kan het niet meer lezen" in told
    assert STREET not in henk.get(people).text


def test_oneself_and_strangers_are_not_offered(nowak: Nowak) -> None:
    page = visit(nowak, "jorien").get(place(nowak, "lezers/nieuw/"))
    offered = [option.text_content() for option in page.tree.xpath("//select[@name='account']/option")]
    assert [one.split(" (")[0] for one in offered] == ["Kies een naam", "Fatima Amrani", "Henk Prins", "Naima Haddou"]


def test_the_officer_finds_what_is_shielded_without_working_there_and_lowers_it(nowak: Nowak) -> None:
    live(nowak)
    fatima = visit(nowak, "fatima")
    assert "Er is nergens iets beschermd" in fatima.get("/bescherming/").text
    assert fatima.get(place(nowak)).status == 404
    protect(nowak)
    listed = fatima.get("/bescherming/")
    assert "Gezin Nowak" in listed.text
    page = fatima.get(place(nowak))
    assert "Agnieszka Nowak" in page.text
    assert STREET not in page.text
    [change] = [link for link in page.links() if "/gegeven/" in link]
    page = fatima.press(fatima.get(change), "Bescherming opslaan", {"level": "0", "ground": "Zij wil dit zelf."})
    assert "De bescherming is gewijzigd." in page.text
    assert STREET in visit(nowak, "jorien").get(place(nowak)).text
    people = [str(subject) for subject in nowak.secret]
    page = fatima.get(place(nowak, "gezin/"))
    page = fatima.press(page, "Bescherming opslaan", {"people": people, "level": "0", "ground": "Het is voorbij."})
    assert "Er is nergens iets beschermd" in page.text
    assert nowak.levels() == (0, 0, 0)


def test_lowering_opens_what_is_ticked_and_ends_who_read_it_by_name(nowak: Nowak) -> None:
    row = live(nowak)
    protect(nowak)
    jorien = visit(nowak, "jorien")
    answers = {"account": str(nowak.town.henk.id), "level": "4", "ground": "Brengt de kinderen naar school."}
    jorien.press(jorien.get(place(nowak, "lezers/nieuw/")), "Aanwijzen", answers)
    fatima = visit(nowak, "fatima")
    page = fatima.get(place(nowak, "gezin/"))
    assert "Adres van Agnieszka Nowak" in page.text
    given: dict[str, str | list[str]] = {"people": [str(one) for one in nowak.secret], "level": "0", "ground": OVER}
    fatima.press(page, "Bescherming opslaan", given)
    assert (still_reads(nowak), level_of(row)) == (True, 4)
    page = fatima.get(place(nowak, "gezin/"))
    fatima.press(page, "Bescherming opslaan", given | {"rows": [str(row)]})
    assert (still_reads(nowak), level_of(row)) == (False, 0)
    with speaking_as(DatabaseRole.LOG):
        lines = list(LogLine.objects.filter(what="access.named_reader_ended").values_list("ground", "level"))
    assert lines == [(OVER, 4)]


def test_somebody_who_reads_another_level_or_another_person_goes_on(nowak: Nowak) -> None:
    """Henk reads what is at level 3; nothing of that was lowered."""
    row = live(nowak)
    protect(nowak)
    with speaking_as(DatabaseRole.IMPORT):
        PersonContact.objects.create(subject=nowak.agnieszka, kind="phone", value="0612345678", level=3, source="test")
    jorien, fatima = visit(nowak, "jorien"), visit(nowak, "fatima")
    answers = {"account": str(nowak.town.henk.id), "level": "3", "ground": "Houdt het veiligheidsplan bij."}
    jorien.press(jorien.get(place(nowak, "lezers/nieuw/")), "Aanwijzen", answers)
    given: dict[str, str | list[str]] = {"people": [str(one) for one in nowak.secret], "level": "0", "ground": OVER}
    fatima.press(fatima.get(place(nowak, "gezin/")), "Bescherming opslaan", given | {"rows": [str(row)]})
    assert (still_reads(nowak), level_of(row)) == (True, 0)


def still_reads(nowak: Nowak) -> bool:
    with acting(nowak.actor("henk")):
        return NamedReader.objects.filter(ended_at=None).exists()


def level_of(row: UUID) -> int:
    with speaking_as(DatabaseRole.IMPORT):
        return PersonAddress.objects.get(id=row).level


def test_lowering_is_not_offered_to_who_leads_nor_to_anybody_what_the_brp_keeps_secret(nowak: Nowak) -> None:
    row = live(nowak, Level.SHIELDED, secret=True)
    protect(nowak)
    page = visit(nowak, "jorien").get(place(nowak, "gezin/"))
    assert page.tree.xpath("//input[@name='level']/@value") == ["4"]
    page = visit(nowak, "fatima").get(place(nowak, f"gegeven/{row}/"))
    assert "De BRP heeft dit adres geheim verklaard" in page.text
    assert page.tree.xpath("//input[@name='level']") == []


@pytest.mark.parametrize("who", ["henk", "mark", "annet", "bram"])
def test_for_anybody_else_it_is_not_there(nowak: Nowak, who: str) -> None:
    row = live(nowak)
    protect(nowak)
    visitor = visit(nowak, who)
    for rest in ("", "gezin/", f"gegeven/{row}/", "lezers/nieuw/"):
        assert visitor.get(place(nowak, rest)).status == 404
    assert visitor.get("/bescherming/").status == 403


def test_an_officer_of_another_organisation_finds_nothing(nowak: Nowak) -> None:
    protect(nowak)
    town = nowak.town
    system = system_actor(town.at - timedelta(days=2))
    with recording("test"), acting(system):
        assign_role(
            actor=system, account=town.annet.id, role=SAFEGUARDING.code, organisation=town.provider.id, ground="anders"
        )
    annet = visit(nowak, "annet")
    assert "Er is nergens iets beschermd" in annet.get("/bescherming/").text
    assert annet.get(place(nowak)).status == 404


def test_at_most_ten_statements(nowak: Nowak) -> None:
    live(nowak)
    protect(nowak)
    for who, url in (("jorien", place(nowak)), ("fatima", "/bescherming/")):
        visitor = visit(nowak, who)
        with statements() as asked:
            visitor.get(url)
        assert len(asked) <= 10, asked.of_page
