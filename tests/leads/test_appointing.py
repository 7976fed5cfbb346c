"""Mark appoints Jorien and Naima for the family El Amrani: one deed, one regisseur, one achtervang."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from kring.ground.access import roles
from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.models import Account, Dossier, DossierState, Involvement
from kring.ground.access.services import AccountDetails, hire, make_account, register_organisation
from kring.ground.access.services.organisations import change_organisation
from kring.ground.agenda.models import Notice, NoticeKind, Task, TaskState
from kring.ground.agenda.services import add_task
from kring.ground.audit.trail import recording
from kring.ground.organisations.models import Organisation, OrganisationKind, Staff
from kring.ground.shared.verdict import Refused
from kring.practice.households.models import Person
from kring.practice.leads.models import Lead, LeadKind
from kring.practice.leads.policy import roles_in
from kring.practice.leads.queries import candidates, dossier_head, who_leads
from kring.practice.leads.services import appoint
from tests.access.people import Town, give_role, make_dossier, make_family_account, make_subject, make_town

pytestmark = pytest.mark.django_db


def family(town: Town) -> Dossier:
    samira, nora = make_subject(town.municipality, "Samira El Amrani"), make_subject(town.municipality, "Nora")
    return make_dossier(town, "El Amrani", [(samira, "moeder"), (nora, "kind")])


def by_mark(
    town: Town,
    dossier: Dossier,
    lead: Account,
    deputy: Account,
    *,
    chosen: bool | None = True,
    reason: str = "",
    ago: timedelta = timedelta(),
) -> None:
    mark = replace(town.actor(town.mark), at=town.at - ago)
    with recording("test.appoint"), acting(mark):
        appoint(actor=mark, dossier=dossier, lead=lead, deputy=deputy, chosen_by_family=chosen, reason=reason)


def names(actor: Actor, dossier: Dossier) -> tuple[str | None, str | None]:
    with recording("test.who"), acting(actor):
        lead, deputy = who_leads(dossier.id)
        return (lead.name if lead else None, deputy.name if deputy else None)


def guardian_of(town: Town, organisation: Organisation) -> Account:
    """Somebody who works there."""
    system = system_actor(town.at - timedelta(days=20))
    staff = Staff(organisation=organisation, name="Tineke de Boer", function="Gezinsvoogd", started_on=date(2024, 1, 1))
    with recording("test.guardian"), acting(system):
        hire(actor=system, staff=staff)
        return make_account(actor=system, details=AccountDetails(staff.name, staff=staff))


@pytest.mark.parametrize(
    ("kind", "leads"),
    [
        pytest.param(OrganisationKind.GI, True, id="BR-033 a guardian of the GI leads"),
        pytest.param(OrganisationKind.CARE_PROVIDER, False, id="BR-033 a care provider is no GI"),
    ],
)
def test_the_gi_leads_whatever_it_is_called_later(now: datetime, kind: OrganisationKind, *, leads: bool) -> None:
    town = make_town(now)
    system = system_actor(now - timedelta(days=20))
    with recording("test.gi"), acting(system):
        house = register_organisation(actor=system, organisation=Organisation(kind=kind, name="Regio Noordpunt"))
    dossier = family(town)
    by_mark(town, dossier, guardian_of(town, house), town.naima)
    with recording("test.gi"), acting(system):
        house.name = "Regio Noord en Midden"
        change_organisation(actor=system, organisation=house)
    with recording("test.head"), acting(town.actor(town.naima), dossier=dossier.id):
        head = dossier_head(town.actor(town.naima), dossier.id)
    assert head is not None
    assert head.gi_leads == leads


def test_the_dossier_becomes_active_and_both_can_work(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima)
    for account in (town.jorien, town.naima):
        actor = town.actor(account)
        assert names(actor, dossier) == ("Jorien Smit", "Naima Haddou")
        with recording("test.head"), acting(actor, dossier=dossier.id):
            head = dossier_head(actor, dossier.id)
        assert head is not None
        assert head.leads
        assert head.state == DossierState.ACTIVE
        assert [member.name for member in head.members] == ["Nora", "Samira El Amrani"]


def test_a_colleague_who_was_not_appointed_sees_no_dossier(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima)
    henk = town.actor(town.henk)
    with recording("test.head"), acting(henk, dossier=dossier.id):
        assert dossier_head(henk, dossier.id) is None
    assert names(henk, dossier) == (None, None)


def test_both_get_a_notice_without_content(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima)
    for account, count in ((town.jorien, 1), (town.naima, 1), (town.henk, 0)):
        with acting(town.actor(account)):
            notices = Notice.objects.filter(kind=NoticeKind.APPOINTED, dossier=dossier.id).order_by("at")
            assert len(notices) == count


def test_a_new_regisseur_ends_the_earlier_one_who_loses_access_at_once(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima, ago=timedelta(hours=1))
    by_mark(town, dossier, town.henk, town.naima)
    assert names(town.actor(town.henk), dossier) == ("Henk Prins", "Naima Haddou")
    jorien = town.actor(town.jorien)
    with acting(jorien):
        assert not Dossier.objects.filter(id=dossier.id).exists()
        ended = Involvement.objects.get(dossier_id=dossier.id, account_id=jorien.id)
        assert ended.ended_at is not None
    naima = town.actor(town.naima)
    with acting(naima):
        assert Involvement.objects.filter(dossier_id=dossier.id, account_id=naima.id).count() == 1


def test_what_the_earlier_regisseur_had_to_do_is_the_successors(now: datetime) -> None:
    """BR-034; a task of hers outside this dossier stays hers."""
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima, ago=timedelta(hours=1))
    jorien = town.actor(town.jorien)
    with recording("test.task"), acting(jorien):
        for title, about in (("Bel de school", dossier.id), ("Vrij vragen", None)):
            add_task(actor=jorien, account=jorien.id, clock="actie", title=title, dossier=about, due_on=now.date())
    by_mark(town, dossier, town.henk, town.naima)
    henk = town.actor(town.henk)
    with acting(henk):
        assert Task.objects.get(title="Bel de school").account_id == henk.id
    with acting(jorien):
        assert [task.title for task in Task.objects.filter(account_id=jorien.id)] == ["Vrij vragen"]


def test_nobody_moves_tasks_to_who_does_not_lead(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima)
    for leaver, taker in ((town.henk, town.mark), (town.jorien, town.naima)):
        with (
            acting(town.actor(town.henk)),
            pytest.raises(ProgrammingError, match="do not move"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("select leads.hand_over_tasks(%s, %s, %s)", [dossier.id, leaver.id, taker.id])


def test_they_can_change_places(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima, ago=timedelta(minutes=5))
    by_mark(town, dossier, town.naima, town.jorien)
    naima = town.actor(town.naima)
    assert names(naima, dossier) == ("Naima Haddou", "Jorien Smit")
    with acting(naima):
        assert roles_in(naima, dossier.id) == {roles.REGISSEUR.code}


@pytest.mark.parametrize(
    ("chosen", "state", "asks"), [(True, TaskState.DONE, "mark"), (None, TaskState.OPEN, "jorien")]
)
def test_the_task_to_ask_the_family_closes_with_an_answer_and_goes_to_the_regisseur_without(
    now: datetime, chosen: bool | None, state: TaskState, asks: str
) -> None:
    town = make_town(now)
    dossier = family(town)
    mark = town.actor(town.mark)
    with recording("test.task"), acting(mark):
        add_task(actor=mark, account=mark.id, clock="vraag_het_gezin", title="Vraag het gezin", dossier=dossier.id)
    by_mark(town, dossier, town.jorien, town.naima, chosen=chosen)
    jorien = town.actor(town.jorien)
    with acting(jorien):
        task = Task.objects.get(dossier_id=dossier.id)
        noticed = Notice.objects.filter(account_id=jorien.id, kind=NoticeKind.TASK).exists()
    assert (task.state, task.account_id) == (state, getattr(town, asks).id)
    assert noticed is (asks == "jorien")


def members_seen_by(actor: Actor, dossier: Dossier) -> list[str]:
    with recording("test.head"), acting(actor, dossier=dossier.id):
        head = dossier_head(actor, dossier.id)
    return [member.name for member in head.members] if head else []


def test_who_named_the_household_sees_its_members_until_there_is_a_regisseur(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    mark = town.actor(town.mark)
    assert members_seen_by(mark, dossier) == ["Nora", "Samira El Amrani"]
    by_mark(town, dossier, town.jorien, town.naima)
    assert members_seen_by(mark, dossier) == ["", ""]
    with acting(mark):
        assert not Person.objects.exists()
        assert roles_in(mark, dossier.id) == {roles.APPOINTER.code}
    assert members_seen_by(town.actor(town.jorien), dossier) == ["Nora", "Samira El Amrani"]


def test_who_appointed_keeps_sight_of_who_leads_to_appoint_another(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima, ago=timedelta(hours=1))
    by_mark(town, dossier, town.henk, town.naima)
    mark = town.actor(town.mark)
    assert names(mark, dossier) == ("Henk Prins", "Naima Haddou")
    with acting(mark):
        assert Involvement.objects.filter(account_id=mark.id, role=roles.APPOINTER.code).count() == 1


def test_the_family_reads_why_somebody_else_was_chosen(now: datetime) -> None:
    """BR-031: a deviation needs a reason that the family can read."""
    town = make_town(now)
    samira = make_subject(town.municipality, "Samira El Amrani")
    dossier = make_dossier(town, "El Amrani", [(samira, "moeder")])
    account = make_family_account(town, samira, "Samira El Amrani")
    give_role(town, dossier, account, roles.ADULT)
    with pytest.raises(Refused, match="Wie het aangaat, leest dit"):
        by_mark(town, dossier, town.jorien, town.naima, chosen=False)
    by_mark(town, dossier, town.jorien, town.naima, chosen=False, reason="Fatima werkt bij een andere organisatie.")
    mother = town.actor(account)
    with recording("test.head"), acting(mother, dossier=dossier.id):
        head = dossier_head(mother, dossier.id)
    assert head is not None
    assert head.lead is not None
    assert head.lead.reason == "Fatima werkt bij een andere organisatie."
    assert head.is_family
    assert head.is_single


def test_a_mother_can_be_regisseur_with_a_professional_behind_her(now: datetime) -> None:
    """BR-032: she leads, and still sees no more of others than a family member does."""
    town = make_town(now)
    samira, nora = make_subject(town.municipality, "Samira El Amrani"), make_subject(town.municipality, "Nora")
    dossier = make_dossier(town, "El Amrani", [(samira, "moeder"), (nora, "kind")])
    account = make_family_account(town, samira, "Samira El Amrani")
    give_role(town, dossier, account, roles.ADULT)
    by_mark(town, dossier, account, town.naima)
    mother = town.actor(account)
    with recording("test.head"), acting(mother, dossier=dossier.id):
        head = dossier_head(mother, dossier.id)
        assert roles_in(mother, dossier.id) == {roles.ADULT.code, roles.REGISSEUR.code}
        assert not Involvement.objects.filter(account_id=account.id, role=roles.REGISSEUR.code).exists()
    assert head is not None
    assert head.lead is not None
    assert (head.lead.name, head.leads, head.is_family) == ("Samira El Amrani", True, True)


@pytest.mark.parametrize("who", ["jorien", "bram", "fatima"])
def test_only_a_process_director_or_team_leader_appoints(now: datetime, who: str) -> None:
    """Mark may, in every other test here; these three may not."""
    town = make_town(now)
    dossier = family(town)
    actor = town.actor(getattr(town, who))
    with pytest.raises(Refused, match="procesregisseur of teamleider"), recording("test"), acting(actor):
        appoint(actor=actor, dossier=dossier, lead=town.jorien, deputy=town.naima, chosen_by_family=True)


def test_candidates_are_the_colleagues_in_dutch_order_and_not_who_administers(now: datetime) -> None:
    """Bram Kok, functional administrator, is a colleague of theirs too."""
    town = make_town(now)
    mark = town.actor(town.mark)
    with recording("test"), acting(mark):
        found = [(one.name, one.team) for one in candidates(mark)]
    assert found == [
        ("Annet Visser", "Gebiedsteam Noord"),
        ("Henk Prins", "Gebiedsteam Noord"),
        ("Jorien Smit", "Gebiedsteam Noord"),
        ("Mark de Boer", "Gebiedsteam Noord"),
        ("Naima Haddou", "Gebiedsteam Noord"),
    ]


ADD_LEAD = """
insert into leads_lead (id, dossier_id, account_id, name, function, organisation_name, phone, kind, started_at, reason)
values (gen_random_uuid(), %s, %s, 'Henk Prins', '', '', '', %s, %s, '')
"""


def test_the_database_refuses_two_regisseurs_at_a_time(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima)
    with acting(town.actor(town.mark)), connection.cursor() as cursor:
        cursor.execute("set local role kring_gate")
        with pytest.raises(IntegrityError, match="one_of_each_kind_at_a_time"), transaction.atomic():
            cursor.execute(ADD_LEAD, [dossier.id, town.henk.id, LeadKind.LEAD, now])
        cursor.execute("reset role")


def test_the_database_refuses_an_active_dossier_without_both(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima)
    with acting(town.actor(town.mark)), connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set local role kring_gate")
        with pytest.raises(IntegrityError, match="exactly one lead and one deputy"), transaction.atomic():
            cursor.execute("update leads_lead set ended_at = %s where kind = 'deputy'", [now])


def test_the_database_refuses_to_make_a_dossier_active_that_has_nobody(now: datetime) -> None:
    town = make_town(now)
    dossier = family(town)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set local role kring_gate")
        with pytest.raises(IntegrityError, match="exactly one lead and one deputy"), transaction.atomic():
            cursor.execute("update access_dossier set state = 'active' where id = %s", [dossier.id])


def test_a_lead_that_was_made_cannot_be_rewritten(now: datetime) -> None:
    """Only its end can be set, and only behind the gate: who led when is history."""
    town = make_town(now)
    dossier = family(town)
    by_mark(town, dossier, town.jorien, town.naima)
    with acting(town.actor(town.mark)), connection.cursor() as cursor:
        assert Lead.objects.filter(dossier_id=dossier.id).count() == 2
        cursor.execute(
            "select has_column_privilege(who, 'leads_lead', which, 'update')"
            " from (values ('kring_gate', 'ended_at'), ('kring_gate', 'name'), ('kring_app', 'ended_at'))"
            " as p(who, which)"
        )
        assert cursor.fetchall() == [(True,), (False,), (False,)]
