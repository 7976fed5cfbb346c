"""The meldcode on no surface: each of them reads the same before and after it was gone through (BR-072)."""

import json
import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from kring.ground.access import roles
from kring.ground.access.actor import acting, system_actor
from kring.ground.access.services import assign_role
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.oversight.rights.making import collect, whose
from kring.oversight.rights.making.machine import as_json
from kring.practice.safety.models import ReportTrack
from kring.practice.safety.rules.track import StepWords
from kring.practice.safety.services import do_step
from kring.steering.figures.models import Measure
from kring.steering.figures.services.counting import count_figures
from kring.web.history.kinds import KINDS
from tests.access.people import give_role
from tests.conftest import speaking_as
from tests.safety.world import MAGDA, SAID, TODAY, Safe, agree, begin, make_safe, score, talk
from tests.web.addresses import NOWHERE
from tests.web.visitor import Page, Visitor, signed_in

pytestmark = pytest.mark.django_db

SEEN = "Kacper had een blauwe plek."
FAMILY = ("agnieszka", "tomasz", "kacper")
WITHOUT = (*FAMILY, "henk")
"""The family, and a professional with a task who was given no key."""


@pytest.fixture
def safe(now: datetime) -> Safe:
    made = make_safe(now)
    agree(made, "agnieszka")
    for who in ("jorien", "fatima"):
        for name in ("safety", "plan", "family"):
            page(made, who, name)
    return made


def visitor(safe: Safe, who: str) -> Visitor:
    return signed_in((safe.accounts.get(who) or getattr(safe.nowak.town, who)).id)


def page(safe: Safe, who: str, name: str, **more: object) -> Page:
    return visitor(safe, who).get(reverse(name, kwargs={"dossier": safe.id, **more}))


def go_through(safe: Safe) -> None:
    """Annet is asked to think along, and looks; Jorien begins, writes a step and reads it back."""
    town = safe.nowak.town
    give_role(town, safe.nowak.dossier, town.annet, roles.CONSULTED, until=town.at + timedelta(days=9))
    row = begin(safe)
    with safe.acting("jorien") as actor:
        do_step(actor=actor, row=row, words=StepWords(1, TODAY, SEEN))
    for who in ("jorien", "annet"):
        for name in ("meldcode", "plan", "family"):
            assert page(safe, who, name).status == 200


def shown(found: Page) -> tuple[int, str]:
    return found.status, found.text


def of_dossier(*names: str) -> Callable[[Safe, str], object]:
    return lambda safe, who: [shown(page(safe, who, name)) for name in names]


def of_reader(*names: str) -> Callable[[Safe, str], object]:
    return lambda safe, who: [shown(visitor(safe, who).get(reverse(name))) for name in names]


def search(safe: Safe, who: str) -> object:
    browser = visitor(safe, who)
    form = browser.get(reverse("search"))
    if "Zoek" not in form.buttons():
        return shown(form)
    return [shown(browser.press(form, "Zoek", {"q": words})) for words in ("Nowak", "blauwe plek", "meldcode")]


def history(safe: Safe, who: str) -> object:
    """Of whatever kind, asked for by the key of the track."""
    with safe.acting("jorien"):
        track = ReportTrack.objects.values_list("id", flat=True).first() or NOWHERE
    return [shown(page(safe, who, "history", kind=kind, thing=track)) for kind in KINDS]


def own_log(safe: Safe, who: str) -> object:
    """How often the regisseur looked at something else is hers to do."""
    return re.sub(r"\(\d+ keer\)", "", visitor(safe, who).get(reverse("own_log")).text)


def package(safe: Safe, who: str) -> str:
    subject = getattr(safe.nowak, who if who in FAMILY else "agnieszka").id
    with speaking_as(DatabaseRole.RIGHTS):
        person = whose(subject, safe.accounts[who].id if who in FAMILY else None, by_self=True, at=safe.nowak.town.at)
        told = json.loads(as_json(collect(person, about=who, at=safe.nowak.town.at)))
    for section in told["onderdelen"]:
        if section["code"] == "audit.LogLine":
            section["rijen"] = sorted({f"{row['what']} {row['parts']} {row['roles']}" for row in section["rijen"]})
    return json.dumps(told, ensure_ascii=False)


def figures(safe: Safe, _who: str) -> object:
    with recording("test"), speaking_as(DatabaseRole.SNAPSHOT), acting(system_actor(safe.nowak.town.at)):
        count_figures(actor=system_actor(safe.nowak.town.at), day=TODAY)
        return list(Measure.objects.order_by("indicator", "area", "category").values_list("indicator", "count"))


SURFACES: dict[str, Callable[[Safe, str], object]] = {
    "search": search,
    "tasks and the own day": of_reader("home"),
    "notices": of_reader("notices"),
    "the own log": own_log,
    "the list of families": of_reader("families"),
    "the data package": package,
    "figures of an area": figures,
    "the dossier": of_dossier("family"),
    "the course of a family": of_dossier("course", "lifeline"),
    "history": history,
    "who works along": of_dossier("professionals", "people"),
    "the plan": of_dossier("plan", "plan_all", "plan_versions", "our_plan"),
    "safety": of_dossier("safety"),
    "care and the circle": of_dossier("care", "circle", "genogram"),
}


@pytest.mark.parametrize("who", WITHOUT)
@pytest.mark.parametrize("surface", SURFACES)
def test_no_surface_tells_of_it_br_072(safe: Safe, surface: str, who: str) -> None:
    read = SURFACES[surface]
    read(safe, who)
    before = read(safe, who)
    go_through(safe)
    after = read(safe, who)
    assert after == before
    for word in (SEEN, "Meldcode", "meldcode", "Annet Visser", "Fatima Amrani"):
        assert word not in str(after)


@pytest.mark.parametrize("who", ["jorien", "naima", "fatima", "annet"])
def test_where_it_belongs_the_rightful_reader_sees_it_br_072(safe: Safe, who: str) -> None:
    go_through(safe)
    found = page(safe, who, "meldcode").text
    assert SEEN in found
    assert "Annet Visser" in found


def test_the_privacy_officer_sees_who_looked_br_072(safe: Safe) -> None:
    go_through(safe)
    town, system = safe.nowak.town, system_actor(safe.nowak.town.at)
    with recording("test"), acting(system):
        assign_role(
            actor=system, account=town.mark.id, role=roles.PRIVACY_OFFICER.code, organisation=town.municipality.id,
            ground="aanstelling",
        )  # fmt: skip
    assert "Annet Visser" in visitor(safe, "mark").get(reverse("log_review")).text


@pytest.mark.parametrize(
    ("who", "agreed", "figure", "said"),
    [("agnieszka", True, True, False), ("tomasz", False, False, False), ("kacper", False, False, True)],
)
def test_what_a_person_reads_of_safety_is_in_the_own_package(
    safe: Safe, who: str, agreed: bool, figure: bool, said: bool
) -> None:
    score(safe)
    talk(safe)
    told = package(safe, who)
    assert (MAGDA.what in told, "Het is rustig." in told, SAID in told) == (agreed, figure, said)
