"""What happens round a version: the talk before it, the opinions and summaries after it, the plan on a day (BR-019)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kring.ground.access import roles
from kring.ground.shared.verdict import Refused
from kring.practice.leads.queries import dossier_head
from kring.practice.plans.models import Discussion, PlanSummary, Position, VersionState
from kring.practice.plans.queries import between, state_now, version, version_on, working_plan
from kring.practice.plans.rules.agreeing import Opinion
from kring.practice.plans.rules.lifecycle import Talk
from kring.practice.plans.rules.summaries import SummaryWords
from kring.practice.plans.services import (
    add_position,
    agree,
    discuss,
    save_texts,
    summarise,
    withdraw_discussion,
    withdraw_summary,
)
from tests.access.people import give_role
from tests.plans.family import TEXTS, Family, lay_down, make_family, make_plan, opinions

pytestmark = pytest.mark.django_db

YESTERDAY, TODAY = date(2026, 10, 31), date(2026, 11, 1)
TURKISH = SummaryWords("Turks", "Bu sizin planınız.", "Ayşe Demir", TODAY)


@pytest.fixture
def family(now: datetime) -> Family:
    made = make_family(now)
    make_plan(made)
    return made


def state(family: Family, who: str = "jorien") -> VersionState:
    with family.acting(who) as actor:
        head = dossier_head(actor, family.id)
        assert head is not None
        return state_now(head, working_plan(actor, family.id), actor.today)


def talk(family: Family) -> Discussion:
    with family.acting("jorien") as jorien:
        return discuss(actor=jorien, dossier=family.id, talk=Talk(YESTERDAY, ("Marloes Bakker", "Stefan de Wit")))


def test_a_plan_is_besproken_until_what_was_on_the_table_changes(family: Family) -> None:
    assert state(family) == VersionState.CONCEPT
    talk(family)
    assert (state(family), state(family, "marloes")) == (VersionState.DISCUSSED, VersionState.DISCUSSED)
    with family.acting("jorien") as jorien:
        save_texts(actor=jorien, dossier=family.id, words=replace(TEXTS, dream="Samen op vakantie."))
    assert state(family) == VersionState.CONCEPT


def test_a_talk_that_was_written_down_by_mistake_is_withdrawn(family: Family) -> None:
    made = talk(family)
    with family.acting("naima") as naima:
        withdraw_discussion(actor=naima, discussion=made)
    assert state(family) == VersionState.CONCEPT


@pytest.mark.parametrize("who", ["marloes", "henk"])
def test_only_who_leads_says_that_a_plan_was_talked_over(family: Family, who: str) -> None:
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL)
    with family.acting(who) as actor, pytest.raises(Refused, match="regisseur of de achtervang"):
        discuss(actor=actor, dossier=family.id, talk=Talk(YESTERDAY, ("Marloes Bakker",)))


def test_the_version_says_when_and_with_whom_it_was_talked_over(family: Family) -> None:
    talk(family)
    content = lay_down(family).content
    assert (content["discussed_on"], content["discussed_with"]) == (
        "2026-10-31",
        ["Marloes Bakker", "Stefan de Wit"],
    )


def test_a_light_plan_is_talked_over_and_agreed_in_one(family: Family) -> None:
    content = lay_down(family).content
    assert (content["variant"], content["discussed_on"]) == ("light", "2026-11-01")
    with family.acting("jorien"):
        assert Discussion.objects.get(dossier_id=family.id).present == content["discussed_with"]


def test_a_plan_of_which_nobody_was_asked_anything_is_not_agreed(family: Family) -> None:
    unasked = [Opinion(one.name, "not_asked", "is er niet", one.subject) for one in opinions(family)]
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="Nog niemand zei iets van dit plan"):
        agree(actor=jorien, dossier=family.id, opinions=unasked)


def test_it_is_no_familiegroepsplan_when_the_family_made_none(family: Family) -> None:
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="plan van het gezin"):
        agree(actor=jorien, dossier=family.id, opinions=opinions(family), variant="family")


def test_the_plan_of_the_gi_leads_and_this_one_says_so(family: Family) -> None:
    """BR-033."""
    with family.acting("jorien") as jorien:
        made = agree(actor=jorien, dossier=family.id, opinions=opinions(family), variant="gi")
    assert (made.variant, made.content["variant"]) == ("gi", "gi")


def test_who_says_it_later_is_added_with_the_day_and_the_version_stays_as_it_was(family: Family) -> None:
    """BR-019, BR-020."""
    made = lay_down(family)
    with family.acting("stefan") as stefan:
        said = Opinion("Stefan de Wit", "disagrees", "Ik wil eerst rust.")
        add_position(actor=stefan, version=made, opinion=said, said_on=TODAY)
    with family.acting("marloes"):
        seen = version(family.id, 1)
    assert seen is not None
    assert seen.is_intact
    assert [(one.name, one.position, one.remark, one.said_on) for one in seen.added] == [
        ("Stefan de Wit", "disagrees", "Ik wil eerst rust.", TODAY)
    ]
    assert {one["position"] for one in seen.content["positions"]} == {"agrees"}


def test_a_father_does_not_speak_for_a_mother_but_the_regisseur_writes_down_what_she_says(family: Family) -> None:
    """BR-020."""
    made, said = lay_down(family), Opinion("Marloes Bakker", "partly", "Liever op dinsdag.")
    with family.acting("stefan") as stefan, pytest.raises(Refused, match="uw eigen mening"):
        add_position(actor=stefan, version=made, opinion=said, said_on=TODAY)
    with family.acting("jorien") as jorien:
        add_position(actor=jorien, version=made, opinion=said, said_on=TODAY)
        assert Position.objects.filter(version=made, is_added=True).count() == 1


def test_of_a_version_that_was_replaced_nobody_says_anything_any_more(family: Family) -> None:
    first = lay_down(family, ago=timedelta(days=1))
    lay_down(family)
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="nieuwere versie"):
        add_position(actor=jorien, version=first, opinion=Opinion("Marloes Bakker", "agrees"), said_on=TODAY)


def test_a_summary_of_an_interpreter_stands_with_the_version_and_the_last_counts(family: Family) -> None:
    made = lay_down(family, ago=timedelta(days=1))
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        summarise(actor=jorien, version=made, words=TURKISH)
    with family.acting("naima") as naima:
        better = summarise(actor=naima, version=made, words=replace(TURKISH, words="Bu bizim planımız."))
    with family.acting("marloes"):
        seen = version(family.id, 1)
        assert seen is not None
        assert [(one.language, one.words, one.interpreter) for one in seen.summaries] == [
            ("Turks", "Bu bizim planımız.", "Ayşe Demir")
        ]
    with family.acting("jorien") as jorien:
        withdraw_summary(actor=jorien, summary=better)
        assert PlanSummary.objects.filter(version=made).count() == 2
        assert [one.words for one in version(family.id, 1).summaries] == ["Bu sizin planınız."]  # type: ignore[union-attr]  # it is there


@pytest.mark.parametrize("who", ["marloes", "henk"])
def test_only_who_leads_enters_a_summary(family: Family, who: str) -> None:
    made = lay_down(family)
    give_role(family.town, family.dossier, family.town.henk, roles.TEAM_PROFESSIONAL)
    with family.acting(who) as actor, pytest.raises(Refused, match="voert een samenvatting in"):
        summarise(actor=actor, version=made, words=TURKISH)


def test_the_plan_on_a_day_is_the_version_that_held_then(family: Family) -> None:
    lay_down(family, ago=timedelta(days=1))
    lay_down(family)
    with family.acting("marloes"):
        held = [version_on(family.id, date(2026, 10, day)) for day in (30, 31)]
        assert (held, version_on(family.id, TODAY)) == ([None, 1], 2)
    with family.acting("henk"):
        assert version_on(family.id, TODAY) is None


def test_any_two_versions_are_compared(family: Family) -> None:
    for days, words in ((2, TEXTS), (1, replace(TEXTS, dream="Een tuin.")), (0, replace(TEXTS, dream="Samen eten."))):
        with family.acting("jorien", ago=timedelta(days=days)) as jorien:
            save_texts(actor=jorien, dossier=family.id, words=words)
        lay_down(family, ago=timedelta(days=days))
    with family.acting("marloes"):
        found = between(family.id, 1, 3)
        assert found is not None
        assert [(one.before, one.after) for one in found] == [("Een avond zonder brieven.", "Samen eten.")]
        assert between(family.id, 1, 9) is None
    with family.acting("henk"):
        assert between(family.id, 1, 3) is None
