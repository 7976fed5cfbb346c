"""Help for Finn and his parents: who is asked, who answers, and who reads it (BR-080 to BR-083)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.parts import Law
from kring.ground.access.services import represent
from kring.ground.agenda.models import Task
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.consents.models import Channel, HelpConsent
from kring.practice.consents.queries.help import Agreement, agreements
from kring.practice.consents.rules.help import Capacity, ExceptionKind, Said, State
from kring.practice.consents.services.asking import Answer
from kring.practice.consents.services.help import (
    Question,
    ask_consent,
    assume,
    give_answer,
    make_exception,
    write_answer,
)
from kring.practice.households.models import Authority, PersonIdentity
from tests.access.people import give_role, make_family_account
from tests.conftest import speaking_as
from tests.plans.family import Family, make_family

pytestmark = pytest.mark.django_db

PARENTS = ("Marloes Bakker", "Stefan de Wit")


@pytest.fixture
def family(now: datetime) -> Family:
    """Marloes and Stefan have authority over Finn (11) together."""
    family = make_family(now)
    with speaking_as(DatabaseRole.IMPORT):
        for name in PARENTS:
            Authority.objects.create(
                subject_id=family.subject("Finn"),
                holder_id=family.subject(name),
                kind="joint_parents",
                source="BRP",
                checked_on=date(2026, 10, 1),
            )
    with family.acting("mark", ago=timedelta(days=2)) as mark:
        for name in PARENTS:
            represent(
                actor=mark,
                dossier=family.dossier,
                holder=family.subject(name),
                child=family.subject("Finn"),
                until=None,
                source="BRP",
            )
    return family


def turns(family: Family, name: str, age: int, now: datetime) -> None:
    """As if born so long ago."""
    with speaking_as(DatabaseRole.IMPORT):
        PersonIdentity.objects.filter(subject=family.subject(name)).update(birth_year=now.year - age)


def ask(
    family: Family,
    name: str = "Finn",
    *,
    what: str = "begeleiding thuis",
    is_invasive: bool = False,
    is_capable: bool = True,
    representative: str = "",
) -> HelpConsent:
    question = Question(family.subject(name), Law.JEUGDWET, what, is_invasive, is_capable, representative)
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        return ask_consent(actor=jorien, dossier=family.id, question=question)


def seen(family: Family, name: str) -> Agreement:
    with family.acting(name) as actor:
        [found] = agreements(actor, family.id)
        return found


def say(family: Family, consent: HelpConsent, name: str, said: Said) -> None:
    with family.acting(name) as actor:
        person = family.subject({"marloes": PARENTS[0], "stefan": PARENTS[1]}[name])
        give_answer(actor=actor, consent=consent, person=person, said=said)


def test_both_parents_are_asked_and_one_missing_answer_keeps_it_waiting(family: Family) -> None:
    consent = ask(family)
    assert {(one.name, one.capacity) for one in seen(family, "jorien").answers} == {
        (name, Capacity.PARENT) for name in PARENTS
    }
    say(family, consent, "marloes", Said.GIVEN)
    assert seen(family, "stefan").state is State.SECOND_PARENT
    say(family, consent, "stefan", Said.GIVEN)
    assert seen(family, "jorien").state is State.GIVEN
    with family.acting("jorien"):
        assert Task.objects.filter(clock="hulp_antwoord").count() == 1


def test_a_yes_can_be_taken_back_and_everything_said_stays_readable(family: Family) -> None:
    consent = ask(family)
    for name in ("marloes", "stefan"):
        say(family, consent, name, Said.GIVEN)
    say(family, consent, "stefan", Said.WITHDRAWN)
    assert seen(family, "marloes").state is State.WITHDRAWN
    with family.acting("jorien"):
        assert consent.answers.count() == 5


def test_nobody_answers_for_another(family: Family) -> None:
    consent = ask(family)
    with family.acting("marloes") as marloes, pytest.raises(Refused, match="van iemand anders"):
        give_answer(actor=marloes, consent=consent, person=family.subject("Stefan de Wit"), said=Said.GIVEN)


def test_from_twelve_the_child_is_asked_too(family: Family, now: datetime) -> None:
    turns(family, "Finn", 12, now)
    ask(family)
    assert sorted(one.capacity for one in seen(family, "jorien").answers) == [PARENT, PARENT, SELF]


def test_from_sixteen_the_young_person_alone(family: Family, now: datetime) -> None:
    turns(family, "Finn", 16, now)
    ask(family)
    [own] = seen(family, "jorien").answers
    assert (own.name, own.capacity) == ("Finn", Capacity.SELF)


def test_an_adult_answers_for_herself_and_the_other_parent_does_not_read_it(family: Family) -> None:
    consent = ask(family, "Marloes Bakker")
    with family.acting("stefan") as stefan:
        assert agreements(stefan, family.id) == ()
    say(family, consent, "marloes", Said.REFUSED)
    assert seen(family, "jorien").state is State.REFUSED


def test_an_adult_who_cannot_decide_has_a_representative(family: Family, now: datetime) -> None:
    with pytest.raises(Refused, match="wie de vertegenwoordiger is"):
        ask(family, "Marloes Bakker", is_capable=False)
    consent = ask(family, "Marloes Bakker", is_capable=False, representative="Truus Bakker, mentor")
    with family.acting("jorien") as jorien:
        answer = Answer(None, "Truus Bakker, mentor", Said.GIVEN, now.date(), Channel.PAPER, "brief van 1 november")
        write_answer(actor=jorien, consent=consent, answer=answer)
    assert seen(family, "jorien").state is State.GIVEN


def test_nobody_is_asked_while_authority_is_not_known(family: Family) -> None:
    with pytest.raises(Refused, match="Kijk het gezag eerst na"):
        ask(family, "Lotte")


def test_help_that_is_not_invasive_may_be_assumed_with_a_reason(family: Family) -> None:
    consent = ask(family)
    with family.acting("jorien") as jorien:
        assume(actor=jorien, consent=consent, reason="een gesprek op school, ouders weten ervan")
    assert seen(family, "marloes").state is State.ASSUMED
    invasive = replace_invasive(family)
    with family.acting("jorien") as jorien, pytest.raises(Refused, match="Ingrijpende hulp"):
        assume(actor=jorien, consent=invasive, reason="haast")


def replace_invasive(family: Family) -> HelpConsent:
    return ask(family, is_invasive=True, what="behandeling")


def test_an_exception_is_laid_down_with_its_reason(family: Family, now: datetime) -> None:
    turns(family, "Finn", 13, now)
    consent = ask(family)
    say(family, consent, "stefan", Said.REFUSED)
    with family.acting("jorien") as jorien:
        own = Answer(family.subject("Finn"), "Finn", Said.GIVEN, now.date(), Channel.TALK)
        write_answer(actor=jorien, consent=consent, answer=own)
        make_exception(actor=jorien, consent=consent, exception=ExceptionKind.WISH, reason="Finn vroeg het drie keer.")
    found = seen(family, "jorien")
    assert (found.state, found.reason) == (State.EXCEPTED, "Finn vroeg het drie keer.")


def test_who_does_not_lead_asks_nothing_and_reads_nothing(family: Family) -> None:
    ask(family)
    give_role(family.town, family.dossier, family.town.fatima, roles.EXTERNAL)
    question = Question(family.subject("Finn"), Law.JEUGDWET, "x", is_invasive=False)
    with family.acting("fatima") as fatima:
        assert agreements(fatima, family.id) == ()
        with pytest.raises(Refused, match="Alleen de regisseur"):
            ask_consent(actor=fatima, dossier=family.id, question=question)


def test_agreeing_with_help_opens_nothing(family: Family, now: datetime) -> None:
    """Three different things: help, sharing and the AVG. Jorien sees no more of the Jeugdwet than before."""
    with speaking_as(DatabaseRole.IMPORT):
        finn = family.subject("Finn")
        Provision.objects.create(subject_id=finn, law="jeugdwet", product="x", started_on=now.date(), source="test")
    consent = ask(family)
    for name in ("marloes", "stefan"):
        say(family, consent, name, Said.GIVEN)
    with family.acting("jorien"):
        assert not Provision.objects.exists()
    with family.acting("marloes"):
        assert Provision.objects.exists()


def test_a_child_with_an_own_account_answers_itself(family: Family, now: datetime) -> None:
    turns(family, "Finn", 14, now)
    consent = ask(family)
    account = make_family_account(family.town, family.subjects["Finn"], "Finn")
    give_role(family.town, family.dossier, account, roles.YOUNG)
    finn: Actor = replace(family.actor("marloes"), id=account.id)
    with recording("test"), acting(finn):
        give_answer(actor=finn, consent=consent, person=family.subject("Finn"), said=Said.GIVEN)
    assert seen(family, "jorien").state is State.ASKED


PARENT, SELF = Capacity.PARENT, Capacity.SELF
