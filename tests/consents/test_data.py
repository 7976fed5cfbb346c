"""A photo of Finn, and mother's debts for the work of the Wmo: what is asked, given, stopped, and closes."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import SharingDecision, SharingGround
from kring.ground.access.parts import Law
from kring.ground.access.services import Decision
from kring.ground.agenda.models import Task
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.consents.models import Channel, DataAnswer, DataConsent
from kring.practice.consents.queries.data import Consents, consents_page
from kring.practice.consents.rules.data import STOPPED, UseState
from kring.practice.consents.rules.help import Said
from kring.practice.consents.services.asking import Answer
from kring.practice.consents.services.data import (
    UseQuestion,
    answer_use,
    ask_use,
    stop_across_laws,
    write_use_answer,
)
from kring.practice.leads.services import decide_sharing
from tests.access.people import actor_of, give_role, make_family_account
from tests.conftest import speaking_as
from tests.consents.test_consents import PARENTS, family, turns  # noqa: F401  the fixture `family`
from tests.plans.family import Family

pytestmark = pytest.mark.django_db

UNTIL = date(2027, 6, 1)
MOTHER, FATHER = PARENTS


def ask_for(family: Family, name: str = MOTHER, *, purpose: str = "images", capable: bool = True) -> DataConsent:  # noqa: F811
    question = UseQuestion(family.subject(name), purpose, "een foto bij het eerste doel", UNTIL, capable)
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        return ask_use(actor=jorien, dossier=family.id, question=question)


def say(family: Family, consent: DataConsent, name: str, said: Said) -> None:  # noqa: F811
    with family.acting(name) as actor:
        answer_use(actor=actor, consent=consent, said=said)


def seen(family: Family, name: str, *, leads: bool = False) -> Consents:  # noqa: F811
    with family.acting(name) as actor:
        return consents_page(actor, family.id, leads=leads)


def states(family: Family, name: str) -> Sequence[UseState]:  # noqa: F811
    return [one.state for one in seen(family, name).uses]


@contextmanager
def child(family: Family, account: UUID) -> Iterator[Actor]:  # noqa: F811
    actor = actor_of(account, family.town.at)
    with recording("test.deed"), acting(actor):
        yield actor


def test_an_adult_says_yes_and_stops_it_in_one_tap(family: Family) -> None:  # noqa: F811
    consent = ask_for(family)
    assert states(family, "marloes") == [UseState.ASKED]
    say(family, consent, "marloes", Said.GIVEN)
    assert states(family, "jorien") == [UseState.GIVEN]
    say(family, consent, "marloes", Said.WITHDRAWN)
    assert states(family, "jorien") == [UseState.WITHDRAWN]
    with family.acting("jorien"):
        assert Task.objects.filter(clock=STOPPED).count() == 1
        assert DataAnswer.objects.filter(consent=consent).count() == 3


def test_both_parents_are_asked_for_a_child_below_sixteen(family: Family) -> None:  # noqa: F811
    consent = ask_for(family, "Finn")
    say(family, consent, "marloes", Said.GIVEN)
    assert states(family, "stefan") == [UseState.SECOND_PARENT]
    say(family, consent, "stefan", Said.GIVEN)
    assert states(family, "jorien") == [UseState.GIVEN]


def test_a_child_of_thirteen_stops_what_its_parents_allowed_and_cannot_allow_it(family: Family) -> None:  # noqa: F811
    turns(family, "Finn", 13, family.town.at)
    finn = make_family_account(family.town, family.subjects["Finn"], "Finn")
    give_role(family.town, family.dossier, finn, roles.YOUNG)
    consent = ask_for(family, "Finn")
    say(family, consent, "marloes", Said.GIVEN)
    say(family, consent, "stefan", Said.GIVEN)
    with child(family, finn.id) as actor:
        assert [one.may_stop for one in consents_page(actor, family.id, leads=False).uses] == [True]
        answer_use(actor=actor, consent=consent, said=Said.WITHDRAWN)
    assert states(family, "jorien") == [UseState.WITHDRAWN]
    with child(family, finn.id) as actor, pytest.raises(Refused):
        answer_use(actor=actor, consent=consent, said=Said.GIVEN)


def test_what_was_said_elsewhere_is_written_down_with_its_proof(family: Family) -> None:  # noqa: F811
    consent = ask_for(family)
    answer = Answer(family.subject(MOTHER), MOTHER, Said.GIVEN, date(2026, 10, 31), Channel.PAPER, "getekend formulier")
    with family.acting("jorien") as jorien:
        write_use_answer(actor=jorien, consent=consent, answer=answer)
        proof = DataAnswer.objects.get(consent=consent, said=Said.GIVEN)
    assert (proof.channel, proof.evidence) == (Channel.PAPER, "getekend formulier")


def test_nobody_answers_for_another_and_who_does_not_lead_asks_nothing(family: Family) -> None:  # noqa: F811
    consent = ask_for(family)
    with pytest.raises(Refused, match="hoeft hier geen antwoord"):
        say(family, consent, "stefan", Said.GIVEN)
    question = UseQuestion(family.subject(MOTHER), "images", "een foto", UNTIL)
    with family.acting("henk") as henk, pytest.raises(Refused):
        ask_use(actor=henk, dossier=family.id, question=question)


def test_father_does_not_read_what_mother_was_asked(family: Family) -> None:  # noqa: F811
    ask_for(family)
    assert len(seen(family, "marloes").uses) == 1
    assert seen(family, "stefan").uses == ()


def open_debts(family: Family) -> None:  # noqa: F811
    """Jorien works under the Jeugdwet; mother lets her see the debts."""
    with speaking_as(DatabaseRole.IMPORT):
        Provision.objects.create(
            subject_id=family.subject(MOTHER), law=Law.SCHULDHULP, product="Budgetbeheer", started_on=date(2026, 1, 1)
        )
    decision = Decision(
        family.subject(MOTHER), [Law.SCHULDHULP], SharingGround.EXPLICIT_CONSENT, "rust", "brieven", "minder kan niet"
    )
    with family.acting("jorien", ago=timedelta(hours=1)) as jorien:
        decide_sharing(actor=jorien, dossier=family.id, decision=decision)


def reads_debts(family: Family) -> bool:  # noqa: F811
    with family.acting("jorien"):
        return Provision.objects.filter(subject=family.subject(MOTHER), law=Law.SCHULDHULP).exists()


def test_explicit_consent_opens_another_law_and_one_tap_closes_all_of_it(family: Family) -> None:  # noqa: F811
    assert not reads_debts(family)
    open_debts(family)
    assert reads_debts(family)
    [line] = seen(family, "marloes").across
    assert (line.laws, line.may_stop) == (("Schuldhulpverlening",), True)
    with family.acting("marloes") as marloes:
        assert stop_across_laws(actor=marloes, dossier=family.id, subject=family.subject(MOTHER)) == 1
    assert not reads_debts(family)
    assert seen(family, "marloes").across == ()
    with family.acting("jorien"):
        assert SharingDecision.objects.filter(withdrawn_at__isnull=False).count() == 1


def test_father_stops_nothing_of_mothers(family: Family) -> None:  # noqa: F811
    open_debts(family)
    with family.acting("stefan") as stefan, pytest.raises(Refused):
        stop_across_laws(actor=stefan, dossier=family.id, subject=family.subject(MOTHER))
    assert reads_debts(family)


def test_consent_of_the_avg_opens_no_data(family: Family) -> None:  # noqa: F811
    open_debts(family)
    with family.acting("marloes") as marloes:
        stop_across_laws(actor=marloes, dossier=family.id, subject=family.subject(MOTHER))
    consent = ask_for(family, purpose="special")
    say(family, consent, "marloes", Said.GIVEN)
    assert states(family, "jorien") == [UseState.GIVEN]
    assert not reads_debts(family)
