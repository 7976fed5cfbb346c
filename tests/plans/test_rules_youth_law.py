"""What the Jeugdwet asks of an agreed plan: by word of mouth, in foster care, and where the GI leads."""

from datetime import date
from uuid import UUID

import pytest

from kring.practice.plans.models import PlanVariant
from kring.practice.plans.rules.agreeing import Opinion, opinion_problems
from kring.practice.plans.rules.lifecycle import usual_variant, variant_problems
from kring.practice.plans.rules.oral import oral_problems, paper_problems, written_due

BEFORE, AGREED, TODAY, TOMORROW = date(2026, 10, 19), date(2026, 10, 20), date(2026, 11, 1), date(2026, 11, 2)
WIL, KIM = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("is_oral", "is_compulsory", "fields"),
    [
        pytest.param(True, False, [], id="BR-012 oral in voluntary help: passes"),
        pytest.param(True, True, ["is_oral"], id="BR-012 oral under an order of the court: refused"),
        pytest.param(False, True, [], id="BR-012 on paper under an order of the court: passes"),
    ],
)
def test_a_plan_is_agreed_by_word_of_mouth_in_voluntary_help(
    is_oral: bool, is_compulsory: bool, fields: list[str]
) -> None:
    assert [one.field for one in oral_problems(is_oral=is_oral, is_compulsory=is_compulsory)] == fields


@pytest.mark.parametrize(
    ("who", "on", "fields"),
    [
        pytest.param("Marloes Bakker", AGREED, [], id="BR-012 a parent asks for paper that day: passes"),
        pytest.param("Jeugdzorg De Kade", TODAY, [], id="BR-012 the provider asks today: passes"),
        pytest.param(" ", TODAY, ["asked_by"], id="BR-012 nobody asks: refused"),
        pytest.param("Marloes Bakker", TOMORROW, ["asked_on"], id="BR-012 asked tomorrow: refused"),
        pytest.param("Marloes Bakker", BEFORE, ["asked_on"], id="BR-012 asked before it was agreed: refused"),
    ],
)
def test_somebody_asks_for_paper(who: str, on: date, fields: list[str]) -> None:
    assert [one.field for one in paper_problems(who, on, AGREED, TODAY)] == fields


@pytest.mark.parametrize(
    ("asked_on", "due"),
    [
        pytest.param(date(2026, 10, 25), date(2026, 11, 8), id="BR-012 fourteen days after the request"),
        pytest.param(None, None, id="BR-012 nobody asked: no day"),
    ],
)
def test_the_plan_is_on_paper_fourteen_days_after_the_request(asked_on: date | None, due: date | None) -> None:
    assert written_due(asked_on) == due


@pytest.mark.parametrize(
    ("position", "remark", "fields"),
    [
        pytest.param("agrees", "", [], id="BR-013 the foster carer agrees: passes"),
        pytest.param("partly", "Over school denken wij anders.", [], id="BR-013 agrees to the own part: passes"),
        pytest.param("disagrees", "Zo kan ik niet", ["Wil Jansen"], id="BR-013 the foster carer disagrees: refused"),
        pytest.param("not_asked", "op vakantie", ["Wil Jansen"], id="BR-013 the foster carer is not asked: refused"),
    ],
)
def test_a_foster_carer_agrees_to_the_own_part(position: str, remark: str, fields: list[str]) -> None:
    kim = Opinion("Kim Jansen", "disagrees", "Ik wil Sem thuis.", KIM)
    given = [Opinion("Wil Jansen", position, remark, WIL), kim]
    assert [one.field for one in opinion_problems(given, [WIL, KIM], [WIL])] == fields
    assert opinion_problems(given, [WIL, KIM]) == (), "BR-013 holds for foster carers only"


@pytest.mark.parametrize(
    ("variant", "gi_leads", "blocked"),
    [
        pytest.param("gi", True, False, id="BR-033 the GI leads, annex: passes"),
        pytest.param("light", True, True, id="BR-033 the GI leads, a plan of its own: refused"),
        pytest.param("family", True, True, id="BR-033 the GI leads, as a familiegroepsplan: refused"),
        pytest.param("light", False, False, id="BR-033 the team leads: passes"),
        pytest.param("gi", False, False, id="BR-033 the GI works without Kring, annex: passes"),
    ],
)
def test_where_the_gi_leads_the_own_plan_is_an_annex(variant: str, gi_leads: bool, blocked: bool) -> None:
    found = variant_problems(variant, PlanVariant.values, "ready", "", gi_leads=gi_leads)
    assert [one.field for one in found] == ["variant"] * blocked


@pytest.mark.parametrize(
    ("last", "gi_leads", "variant"),
    [("", False, "light"), ("heavy", False, "heavy"), ("", True, "gi"), ("light", True, "gi")],
)
def test_a_plan_stays_what_it_was_unless_the_gi_leads(last: str, gi_leads: bool, variant: str) -> None:
    assert usual_variant(last, gi_leads=gi_leads) == variant
