"""What stands in the database after the demo came in by the front door, as the application's role sees it."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection

from kring.ground.access.actor import acting
from kring.ground.access.demo_accounts import demo_groups
from kring.ground.access.models import Dossier, Login
from kring.ground.access.services import count_grant_differences
from kring.ground.agenda.queries import my_day
from kring.ground.audit.trail import recording
from kring.ground.shared.levels import Level
from kring.practice.care.models import Provision
from kring.practice.households.models import Person, PersonAddress, PersonContact
from kring.practice.households.search import find_own
from tests.conftest import TODAY
from tests.demo.files import world
from tests.demo.loaded import actor, raw
from tests.demo.test_world import TABLE

pytestmark = pytest.mark.usefixtures("demo")


COUNTED = """
select count(distinct p.id), count(distinct lower(h.name) || '/' || coalesce(nullif(h.organisation_name, ''), v.name))
  from care_provision p join households_person n on n.subject_id = p.subject_id
  join care_provider v on v.id = p.provider_id left join care_helper h on h.provision_id = p.id
 where n.display_name = any(%s)
"""
COSTS = """
select coalesce(sum(c.cents_per_year) filter (where c.state = 'known'), 0) / 100,
       coalesce(sum(c.cents_once) filter (where c.state = 'known'), 0) / 100,
       count(*) filter (where c.state = 'unknown')
  from care_provisioncost c join households_person n on n.subject_id = c.subject_id where n.display_name = any(%s)
"""


@pytest.mark.parametrize("code", TABLE)
def test_a_family_counts_in_the_database_as_in_the_handbook(code: str) -> None:
    family = next(each for each in world().families if each.id == code)
    names = [human.name.full for human in family.humans]
    provisions, helpers = raw(COUNTED, names)[0]
    assert (len(names), provisions, helpers, *raw(COSTS, names)[0]) == TABLE[code]


class TestWhoSeesWhat:
    def test_jorien_finds_her_families(self) -> None:
        with acting(actor("jorien")):
            labels = set(Dossier.objects.values_list("label", flat=True))
        assert {"Gezin De Wit-Bakker", "Netwerkpleeggezin Jansen-Groen"} <= labels
        assert not any("Nowak" in label for label in labels)

    def test_naima_has_the_shielded_family_in_her_list_and_no_search_finds_it(self) -> None:
        """Its father, who may not find the others, is not shielded himself."""
        with recording("test"), acting(actor("naima")):
            assert Dossier.objects.get(label__contains="Nowak").shield == Level.SHIELDED
            assert [find_own(words) for words in ("Agnieszka", "Gezin Nowak")] == [(), ()]
            assert [one.label for one in find_own("Tomasz")] == ["Gezin Nowak"]

    def test_every_family_has_the_name_of_the_handbook_which_tells_nothing_protected(self) -> None:
        labels = {row[0] for row in raw("select label from access_dossier")}
        assert {family.label for family in world().families} <= labels
        assert not any("afgeschermd" in label for label in labels)

    @pytest.mark.parametrize(("key", "late"), [("jorien", 2), ("naima", 1), ("henk", 1), ("mark", 0)])
    def test_a_day_in_the_demo_begins_with_what_is_late(self, key: str, late: int) -> None:
        with recording("test"), acting(actor(key)):
            assert len(my_day(actor(key)).overdue) == late

    def test_nobody_without_a_task_finds_a_dossier(self) -> None:
        for key in ("bram", "sven", "ellen", "lidia"):
            with acting(actor(key)):
                assert not Dossier.objects.exists()

    def test_emre_sees_the_youth_help_of_deniz_and_his_own_debts(self) -> None:
        with acting(actor("F03b")):
            seen = set(Provision.objects.values_list("law", "product"))
        assert ("jeugdwet", "individuele begeleiding") in seen
        assert ("schuldhulp", "budgetbegeleiding") in seen

    def test_elif_sees_the_youth_help_and_nothing_of_his_debts(self) -> None:
        with acting(actor("F03a")):
            laws = set(Provision.objects.values_list("law", flat=True))
        assert "jeugdwet" in laws
        assert "schuldhulp" not in laws

    def test_the_regisseur_sees_what_the_family_shares_and_not_what_it_keeps(self) -> None:
        with acting(actor("jorien")):
            marloes = Person.objects.get(display_name="Marloes Bakker").subject_id
            laws = set(Provision.objects.filter(subject=marloes).values_list("law", flat=True))
        assert "wmo" in laws
        assert "zvw" not in laws
        assert {row[0] for row in raw("select law from care_provision where subject_id = %s", marloes)} >= {"zvw"}

    def test_jaylen_reads_the_plan_about_him(self) -> None:
        with acting(actor("F08b")):
            assert Dossier.objects.get().label == "Gezin Pinas"

    @pytest.mark.parametrize(
        ("key", "sees"),
        [("naima", True), ("ingrid", True), ("mark", False), ("jorien", False), ("henk", False)],
    )
    def test_the_secret_address_is_read_by_who_is_named_only(self, key: str, sees: bool) -> None:
        """Level 4 goes by name: the two who lead Nowak named each other."""
        nowak = world().humans["F06a"]
        secret = "select level from households_personaddress where street = %s"
        assert {row[0] for row in raw(secret, nowak.home.street)} == {4}
        with acting(actor(key)):
            assert PersonAddress.objects.filter(street=nowak.home.street).exists() is sees
            assert PersonContact.objects.filter(value=nowak.phone).exists() is sees


class TestPilot:
    def test_the_database_counts_deelnames_as_the_letter_does(self) -> None:
        with acting(actor("sven")), connection.cursor() as cursor:
            cursor.execute(
                "select o.name, c.domain, c.participations from figures_pilot p, gate.pilot_counts(p.id, %s) c "
                "join organisations_organisation o on o.id = c.municipality where p.slug = 'netwerk-versterkt'",
                [TODAY.date()],
            )
            rows = cursor.fetchall()
        by_domain, by_town = Counter[str](), Counter[str]()
        for town, domain, count in rows:
            by_domain[domain] += count
            by_town[town] += count
        assert by_domain == {"jeugdwet": 24, "wmo": 11}
        assert by_town == {"Texel": 4, "Schagen": 5, "Hollands Kroon": 5, "Den Helder": 21}

    def test_naive_counting_gives_other_numbers(self) -> None:
        laws = "select count(*) from (select distinct p.subject_id, p.law from figures_participation f {}) as used"
        joined = "join care_provision p on p.subject_id = f.subject_id"
        houses = "select count(distinct household_id) from households_householdmember m join figures_participation f {}"
        assert raw(laws.format(joined))[0][0] >= 35 + 6
        assert raw(houses.format("on f.subject_id = m.subject_id"))[0][0] == 33


def test_the_sign_in_page_lists_about_fifteen_accounts_over_ten_roles_that_can_enter() -> None:
    groups = demo_groups()
    accounts = [account.id for group in groups for account in group.accounts]
    assert len(groups) >= 10
    assert 12 <= len(accounts) <= 22
    logins = Login.objects.filter(id__in=accounts, is_active=True)
    assert len(logins) == len(accounts)
    assert not any(login.has_usable_password() for login in logins), "the page needs none, and none is known"


def test_every_role_of_the_page_is_explained() -> None:
    assert all(group.description for group in demo_groups())


def test_loading_again_changes_nothing() -> None:
    lines = raw("select count(*) from audit_logline")
    call_command("demo_world", "--dag", "2026-11-01")
    assert raw("select count(*) from audit_logline") == lines


def test_the_grants_are_what_the_facts_say() -> None:
    with acting(actor("mark")):
        assert count_grant_differences() == 0
