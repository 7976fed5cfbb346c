"""What Marloes answers about her own Wmo and debts decides what Jorien sees (BR-087 to BR-089)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting
from kring.ground.access.models import Dossier, SharingGround, Subject
from kring.ground.access.parts import Law
from kring.ground.agenda.models import Task, TaskState
from kring.ground.agenda.services import add_task
from kring.ground.audit.trail import recording
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.verdict import Refused
from kring.practice.care.models import Provision
from kring.practice.leads.queries import SharingPerson, dossier_head, sharing_table
from kring.practice.leads.services import Answer, appoint, record_answer
from tests.access.people import Town, give_role, make_dossier, make_family_account, make_subject, make_town
from tests.conftest import speaking_as

pytestmark = pytest.mark.django_db


def yes(about: Subject) -> Answer:
    """Marloes agrees that who leads sees this person's Wmo."""
    return Answer(
        about.id,
        Law.WMO,
        True,
        "Marloes Bakker",
        purpose="één plan maken",
        necessity="zonder dit zicht botsen de afspraken",
        proportionality="alleen welke hulp er is, niet wat er besproken wordt",
    )


def family(town: Town) -> tuple[Dossier, Subject, Subject]:
    marloes, stefan = (make_subject(town.municipality, name) for name in ("Marloes Bakker", "Stefan de Wit"))
    with speaking_as(DatabaseRole.IMPORT):
        for law in ("wmo", "schuldhulp"):
            Provision.objects.create(subject=marloes, law=law, product=law, started_on=date(2026, 1, 1), source="test")
    dossier = make_dossier(town, "De Wit-Bakker", [(marloes, "moeder"), (stefan, "vader")])
    give_role(town, dossier, town.jorien, roles.REGISSEUR)
    return dossier, marloes, stefan


def answer(actor: Actor, dossier: Dossier, given: Answer) -> None:
    with recording("test.answer"), acting(actor):
        record_answer(actor=actor, dossier=dossier.id, answer=given)


def laws_seen(actor: Actor) -> list[str]:
    with acting(actor):
        return list(Provision.objects.order_by("law").values_list("law", flat=True))


def table(actor: Actor, dossier: Dossier) -> tuple[SharingPerson, ...]:
    with recording("test.table"), acting(actor, dossier=dossier.id):
        head = dossier_head(actor, dossier.id)
        assert head is not None
        return sharing_table(actor, head)


def test_a_yes_opens_one_law_and_a_later_no_closes_it(now: datetime) -> None:
    town = make_town(now)
    dossier, marloes, _stefan = family(town)
    jorien = town.actor(town.jorien)
    assert laws_seen(jorien) == []
    earlier = replace(jorien, at=now - timedelta(hours=1))
    answer(earlier, dossier, yes(marloes))
    assert laws_seen(jorien) == ["wmo"]
    answer(jorien, dossier, Answer(marloes.id, Law.WMO, False, "Marloes Bakker"))
    assert laws_seen(jorien) == []


def test_the_table_tells_shared_refused_and_not_asked_apart(now: datetime) -> None:
    town = make_town(now)
    dossier, marloes, _stefan = family(town)
    jorien = town.actor(town.jorien)
    until = now + timedelta(days=365)
    answer(jorien, dossier, replace(yes(marloes), until=until))
    answer(jorien, dossier, Answer(marloes.id, Law.SCHULDHULP, False, "Marloes Bakker"))
    person = next(one for one in table(jorien, dossier) if one.member.subject == marloes.id)
    found = {one.law: one for one in person.laws}
    assert [found[law].shares for law in (Law.WMO, Law.SCHULDHULP, Law.JEUGDWET)] == [True, False, None]
    assert found[Law.WMO].ground == SharingGround.EXPLICIT_CONSENT
    assert found[Law.WMO].until == date(2027, 11, 1)
    assert (found[Law.SCHULDHULP].said_by, found[Law.SCHULDHULP].on) == ("Marloes Bakker", date(2026, 11, 1))
    assert (len(person.shared), person.asked) == (1, 2)


def test_a_yes_without_purpose_or_necessity_is_refused_and_nothing_is_opened(now: datetime) -> None:
    town = make_town(now)
    dossier, marloes, _stefan = family(town)
    jorien = town.actor(town.jorien)
    with pytest.raises(Refused, match="waarvoor dit nodig is"):
        answer(jorien, dossier, Answer(marloes.id, Law.WMO, True, "Marloes Bakker", purpose="één plan"))
    assert laws_seen(jorien) == []


def test_an_answer_without_a_speaker_is_refused(now: datetime) -> None:
    town = make_town(now)
    dossier, marloes, _stefan = family(town)
    with pytest.raises(Refused, match="wie dit antwoord gaf"):
        answer(town.actor(town.jorien), dossier, Answer(marloes.id, Law.WMO, False, " "))


def test_somebody_outside_the_family_cannot_be_answered_for(now: datetime) -> None:
    town = make_town(now)
    dossier, _marloes, _stefan = family(town)
    other = make_subject(town.municipality, "Corrie van der Laan")
    with pytest.raises(Refused, match="hoort niet bij dit dossier"):
        answer(town.actor(town.jorien), dossier, Answer(other.id, Law.WMO, False, "Corrie"))


def test_a_team_professional_records_no_answer(now: datetime) -> None:
    """Henk works with this family and leads nothing; Jorien, in the tests above, may."""
    town = make_town(now)
    dossier, marloes, _stefan = family(town)
    give_role(town, dossier, town.henk, roles.TEAM_PROFESSIONAL)
    with pytest.raises(Refused, match="Alleen de regisseur"):
        answer(town.actor(town.henk), dossier, yes(marloes))


def test_father_does_not_learn_what_mother_answered(now: datetime) -> None:
    town = make_town(now)
    dossier, marloes, stefan = family(town)
    mother = make_family_account(town, marloes, "Marloes Bakker")
    father = make_family_account(town, stefan, "Stefan de Wit")
    for account in (mother, father):
        give_role(town, dossier, account, roles.ADULT)
    answer(town.actor(town.jorien), dossier, Answer(marloes.id, Law.SCHULDHULP, False, "Marloes Bakker"))
    assert [one.member.name for one in table(town.actor(mother), dossier)] == ["Marloes Bakker"]
    assert table(town.actor(father), dossier) == ()


def test_the_answer_closes_the_task_to_ask_the_family(now: datetime) -> None:
    town = make_town(now)
    dossier, marloes, _stefan = family(town)
    jorien = town.actor(town.jorien)
    with recording("test.task"), acting(jorien):
        add_task(actor=jorien, account=jorien.id, clock="vraag_het_gezin", title="Vraag het gezin", dossier=dossier.id)
    answer(jorien, dossier, Answer(marloes.id, Law.WMO, False, "Marloes Bakker"))
    with acting(jorien):
        assert Task.objects.get(dossier_id=dossier.id).state == TaskState.DONE


def test_a_mother_who_is_regisseur_writes_no_answers_and_sees_none_of_father(now: datetime) -> None:
    """BR-032: leading does not open what is of somebody else."""
    town = make_town(now)
    dossier, marloes, stefan = family(town)
    mother = make_family_account(town, marloes, "Marloes Bakker")
    give_role(town, dossier, mother, roles.ADULT)
    mark = replace(town.actor(town.mark), at=now - timedelta(hours=1))
    with recording("test.appoint"), acting(mark):
        appoint(actor=mark, dossier=dossier, lead=mother, deputy=town.naima, chosen_by_family=True)
    answer(town.actor(town.naima), dossier, Answer(stefan.id, Law.SCHULDHULP, False, "Stefan de Wit"))
    leading = town.actor(mother)
    assert table(leading, dossier) == ()
    with pytest.raises(Refused, match="Alleen de regisseur of de achtervang"):
        answer(leading, dossier, yes(marloes))
