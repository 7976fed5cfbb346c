import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

HELD = """
declare
  me uuid := gate.actor();
  moment timestamptz := gate.now();
  file uuid := nullif(current_setting('kring.dossier', true), '')::uuid;
  levels smallint[] := {levels};
begin
  if file is null then
    return array(
      select g.key from public.access_grant g
       where g.account_id = me and g.part = $1 and g.max_level = any(levels) {also}
         and g.valid_from <= moment and (g.valid_until is null or moment < g.valid_until));
  end if;
  return array(
    select g.key from public.access_grant g
     where g.account_id = me and g.part = $1 and g.max_level = any(levels) and g.dossier_id = file {also}
       and g.valid_from <= moment and (g.valid_until is null or moment < g.valid_until)
    union all
    select g.key from public.access_grant g
     where g.account_id = me and g.part = $1 and g.max_level = any(levels) and g.dossier_id is null {also}
       and g.valid_from <= moment and (g.valid_until is null or moment < g.valid_until));
end
"""
"""PL/pgSQL with one plan for as long as the connection lasts: planning took longer than looking. Two branches, so that
a page of one dossier reads the grants of that dossier and not those of a whole caseload.
"""

LEVELS = "case when $2 <= 2 then (array[0, 1, 2])[$2 + 1:] else array[$2] end"

KEYS = f"""
create or replace function gate.keys(part text, level integer) returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  as $${HELD.format(levels=LEVELS, also="")}$$;
alter function gate.keys(text, integer) owner to kring_definer;
create or replace function gate.writing(part text, level integer, extent integer) returns uuid[] language plpgsql
  stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  as $${HELD.format(levels=LEVELS, also="and g.writes >= $3")}$$;
alter function gate.writing(text, integer, integer) owner to kring_definer;

create or replace function gate.ring(part text) returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  as $${HELD.format(levels="array[1, 2, 3, 4]", also="")}$$;
alter function gate.ring(text) owner to kring_definer;
"""
"""The ring holds the keys to a part whatever they open."""

RING_OPENS = """
create or replace function gate.ring_opens(part text) returns integer language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  me uuid := gate.actor();
  least_held integer := (
    select min(g.max_level) from public.access_grant g where g.account_id = me and g.part = $1 and g.max_level > 0);
  most_held integer := (select max(g.max_level) from public.access_grant g where g.account_id = me and g.part = $1);
begin
  return case when most_held <= 2 then least_held else -1 end;
end $$;
alter function gate.ring_opens(text) owner to kring_definer;
"""
"""The level up to which every key of the ring opens what it fits, past ones counted too. With a key to level 3 or 4
there is none: then policies look key by key.
"""

FOUNDED = """
create function gate.own_name() returns text language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select a.display_name from public.access_account a where a.id = (select gate.actor())
$$;
revoke all on function gate.own_name() from public;
grant execute on function gate.own_name() to kring_app;
alter function gate.own_name() owner to kring_definer;
create function gate.is_founded() returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$ select exists (select 1 from public.organisations_cooperation) $$;
revoke all on function gate.is_founded() from public;
grant execute on function gate.is_founded() to kring_app;
alter function gate.is_founded() owner to kring_definer;
grant select, insert, update on access_login to kring_app;
create function gate.administers_all() returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.access_roleassignment r
                  where r.account_id = (select gate.actor()) and r.role = 'beheerder'
                    and r.started_at <= (select gate.now())
                    and (r.ended_at is null or (select gate.now()) < r.ended_at))
$$;
revoke all on function gate.administers_all() from public;
grant execute on function gate.administers_all() to kring_app;
alter function gate.administers_all() owner to kring_definer;
create function gate.reviewed() returns table (organisation uuid, signed_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.organisation_id, max(r.signed_at) from public.access_accessreview r
   where gate.administers_all() or r.organisation_id = any((select gate.keys('settings', 0))::uuid[])
   group by r.organisation_id
$$;
revoke all on function gate.reviewed() from public;
grant execute on function gate.reviewed() to kring_app;
alter function gate.reviewed() owner to kring_definer;
"""

LINKS = "select (account_id, dossier_id, kind, made_at, expires_at, used_at, withdrawn_at)"
"""Of an invitation, for who leads: never the address."""
WITHHELD = """
create or replace function gate.withheld() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(thing), '{}')
    from public.access_withholding w join public.access_account a on a.subject_id = w.member_id,
         lateral (values (w.id), (case when w.started_at <= (select gate.now()) then w.document end)) as kept(thing)
   where a.id = (select gate.actor()) and thing is not null
     and (w.ended_at is null or (select gate.now()) < w.ended_at)
$$;
alter function gate.withheld() owner to kring_definer;
create policy kring_app_withheld on access_withholding as restrictive for all to kring_app
  using (id <> all((select gate.withheld())::uuid[]));
"""
"""What the actor does not see for a time (BR-073): documents, and the withholdings themselves."""

OF_A_FAMILY = """
create policy kring_app_dossier on access_invitation for select to kring_app
  using (dossier_id = any((select gate.keys('party', 1))::uuid[]));
"""
"""Who sees who is involved with a family, sees whom of it was invited; an administrator does not."""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Login",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("email", models.EmailField(max_length=254, unique=True, verbose_name="e-mailadres")),
                ("is_active", models.BooleanField(default=True, verbose_name="in gebruik")),
                ("language", models.CharField(default="nl", max_length=5, verbose_name="taal")),
                ("session_round", models.PositiveIntegerField(default=0, verbose_name="ronde van sessies")),
            ],
            options={
                "verbose_name": "aanmeldnaam",
                "verbose_name_plural": "aanmeldnamen",
            },
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("account", "account"),
                            ("invitation", "uitnodiging"),
                            ("public", "openbaar"),
                            ("system", "systeem"),
                        ],
                        default="account",
                        max_length=12,
                        verbose_name="soort",
                    ),
                ),
                ("display_name", models.CharField(max_length=120, verbose_name="naam op het scherm")),
                ("function", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "staff",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.staff",
                        verbose_name="medewerker",
                    ),
                ),
            ],
            options={
                "verbose_name": "account",
                "verbose_name_plural": "accounts",
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("area", models.UUIDField(blank=True, null=True, verbose_name="gebied")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("named", "op naam gebracht"),
                            ("asked", "gezin gevraagd"),
                            ("active", "actief"),
                            ("closed", "afgesloten"),
                        ],
                        default="named",
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "shield",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "contact"),
                            (1, "gezamenlijk plan"),
                            (2, "domeindossier"),
                            (3, "beschermd"),
                            (4, "afgeschermd adres of verblijf"),
                        ],
                        default=0,
                        verbose_name="beschermniveau",
                    ),
                ),
                ("opened_on", models.DateField(verbose_name="begonnen op")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="afgesloten op")),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="verwerkingsverantwoordelijke",
                    ),
                ),
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
            },
        ),
        migrations.CreateModel(
            name="Involvement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("role", models.CharField(max_length=30, verbose_name="rol")),
                (
                    "laws",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="eigen wetten",
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("ground", models.CharField(max_length=400, verbose_name="grond")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="access.account",
                        verbose_name="account",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="involvements",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "betrokkenheid",
                "verbose_name_plural": "betrokkenheden",
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("account", models.UUIDField(blank=True, null=True, verbose_name="account")),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("function", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                (
                    "organisation_name",
                    models.CharField(blank=True, max_length=120, verbose_name="organisatie"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("Kring", "werkt mee in Kring"),
                            ("gezin", "verteld door het gezin"),
                            ("voorziening", "genoemd door de aanbieder"),
                            ("document", "staat in een document"),
                        ],
                        max_length=60,
                        verbose_name="bron",
                    ),
                ),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "withdrawn_because",
                    models.CharField(blank=True, max_length=400, verbose_name="reden van intrekken"),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "betrokken professional",
                "verbose_name_plural": "betrokken professionals",
            },
        ),
        migrations.CreateModel(
            name="RoleAssignment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("role", models.CharField(max_length=30, verbose_name="rol")),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("ground", models.CharField(max_length=400, verbose_name="grond")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="roles",
                        to="access.account",
                        verbose_name="account",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "rol van een account",
                "verbose_name_plural": "rollen van accounts",
            },
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "persoon"),
                            ("network", "netwerklid"),
                            ("volunteer", "vrijwilliger"),
                        ],
                        default="person",
                        max_length=10,
                        verbose_name="soort",
                    ),
                ),
                (
                    "shield",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "contact"),
                            (1, "gezamenlijk plan"),
                            (2, "domeindossier"),
                            (3, "beschermd"),
                            (4, "afgeschermd adres of verblijf"),
                        ],
                        default=0,
                        verbose_name="beschermniveau",
                    ),
                ),
                (
                    "controller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="verwerkingsverantwoordelijke",
                    ),
                ),
            ],
            options={
                "verbose_name": "betrokkene",
                "verbose_name_plural": "betrokkenen",
            },
        ),
        migrations.CreateModel(
            name="SharingDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("help", "welke hulp er is"),
                            ("plan", "het plan"),
                            ("documents", "de documenten"),
                        ],
                        default="help",
                        max_length=10,
                        verbose_name="onderdeel",
                    ),
                ),
                ("law", models.CharField(blank=True, max_length=20, verbose_name="wet")),
                (
                    "recipient_kind",
                    models.CharField(
                        choices=[
                            ("leads", "de regisseur en de achtervang"),
                            ("account", "een professional met een account"),
                            ("outside", "iemand buiten Kring"),
                        ],
                        default="leads",
                        max_length=10,
                        verbose_name="aan wie",
                    ),
                ),
                (
                    "recipient_name",
                    models.CharField(blank=True, max_length=200, verbose_name="naam of functie van de ontvanger"),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("wmo_5_1_1_4", "uitdrukkelijke toestemming (Wmo 5.1.1 lid 4)"),
                            ("jw_7_3_11", "toestemming (Jeugdwet 7.3.11)"),
                            ("jw_7_3_11_2", "rechtstreeks betrokken (Jeugdwet 7.3.11 lid 2)"),
                            ("statutory", "wettelijke taak"),
                            ("wmo_5_2_6", "Veilig Thuis (Wmo 5.2.6)"),
                            ("vital", "vitaal belang"),
                            ("wams", "Wet aanpak meervoudige problematiek in het sociaal domein"),
                        ],
                        max_length=20,
                        verbose_name="grond",
                    ),
                ),
                ("purpose", models.CharField(max_length=400, verbose_name="doel")),
                ("necessity", models.CharField(max_length=800, verbose_name="waarom is dit nodig?")),
                ("proportionality", models.CharField(max_length=800, verbose_name="kan het met minder?")),
                ("evidence", models.CharField(blank=True, max_length=400, verbose_name="waaruit blijkt het?")),
                ("decided_by", models.UUIDField(verbose_name="vastgelegd door")),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="vanaf")),
                ("informed_on", models.DateField(blank=True, null=True, verbose_name="meegedeeld op")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("revised_at", models.DateTimeField(blank=True, null=True, verbose_name="herzien op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_by", models.UUIDField(blank=True, null=True, verbose_name="ingetrokken door")),
                ("end_told_at", models.DateTimeField(blank=True, null=True, verbose_name="taak over het einde")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sharing_decisions",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="account van de ontvanger",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="over wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "deelbesluit",
                "verbose_name_plural": "deelbesluiten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("part", "help"), ("subject__isnull", False), models.Q(("law", ""), _negated=True)
                            ),
                            models.Q(models.Q(("part", "help"), _negated=True), ("law", "")),
                            _connector="OR",
                        ),
                        name="help_is_of_someone_under_a_law",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recipient__isnull", False), ("recipient_kind", "account")),
                            models.Q(models.Q(("recipient_kind", "account"), _negated=True), ("recipient", None)),
                            _connector="OR",
                        ),
                        name="account_is_a_recipient_by_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("recipient_kind", "leads"),
                            models.Q(("recipient_name", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="recipient_has_a_name",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="account",
            name="subject",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="account",
                to="access.subject",
                verbose_name="persoon",
            ),
        ),
        migrations.CreateModel(
            name="Grant",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("part", models.CharField(max_length=40, verbose_name="onderdeel")),
                ("key", models.UUIDField(verbose_name="sleutel")),
                ("max_level", models.PositiveSmallIntegerField(verbose_name="hoogste niveau")),
                ("writes", models.PositiveSmallIntegerField(default=0, verbose_name="schrijft")),
                ("valid_from", models.DateTimeField(verbose_name="vanaf")),
                ("valid_until", models.DateTimeField(null=True, verbose_name="tot")),
                ("source", models.CharField(max_length=60, verbose_name="herkomst")),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="access.account",
                        verbose_name="account",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grants",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "recht",
                "verbose_name_plural": "rechten",
                "indexes": [
                    models.Index(
                        fields=["account", "part", "max_level", "dossier"],
                        include=("key", "writes", "valid_from", "valid_until"),
                        name="grant_lookup",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Representation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("source", models.CharField(max_length=60, verbose_name="bron")),
                (
                    "child",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="represented_by",
                        to="access.subject",
                        verbose_name="kind",
                    ),
                ),
                (
                    "holder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="represents",
                        to="access.subject",
                        verbose_name="houder",
                    ),
                ),
            ],
            options={
                "verbose_name": "vertegenwoordiging",
                "verbose_name_plural": "vertegenwoordigingen",
                "constraints": [
                    models.UniqueConstraint(fields=("holder", "child", "started_at"), name="one_representation")
                ],
            },
        ),
        migrations.CreateModel(
            name="DossierSubject",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("role", models.CharField(blank=True, max_length=60, verbose_name="rol in het gezin")),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="access.subject",
                        verbose_name="betrokkene",
                    ),
                ),
            ],
            options={
                "verbose_name": "lid van een dossier",
                "verbose_name_plural": "leden van dossiers",
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "subject"), name="subject_once_per_dossier")
                ],
            },
        ),
        migrations.CreateModel(
            name="BreakGlass",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("danger", "iemand is in acuut gevaar"),
                            ("child", "een kind is nu niet veilig"),
                            ("health", "iemand heeft met spoed zorg nodig"),
                            ("absent", "er is haast, en regisseur en achtervang zijn niet te bereiken"),
                            ("oversight", "toezicht door de functionaris gegevensbescherming"),
                        ],
                        max_length=10,
                        verbose_name="doel",
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="reden")),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ends_at", models.DateTimeField(verbose_name="tot")),
                (
                    "judgement",
                    models.CharField(
                        blank=True,
                        choices=[("justified", "terecht"), ("unjustified", "niet terecht")],
                        max_length=12,
                        verbose_name="oordeel",
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=800, verbose_name="toelichting bij het oordeel")),
                ("judged_at", models.DateTimeField(blank=True, null=True, verbose_name="beoordeeld op")),
                ("judged_by", models.UUIDField(blank=True, null=True, verbose_name="beoordeeld door")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="wie",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="verwerkingsverantwoordelijke",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebruik van de noodknop",
                "verbose_name_plural": "gebruik van de noodknop",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__lte", models.F("started_at") + datetime.timedelta(days=1))),
                        name="emergency_of_a_day_at_most",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(("staff", None), ("subject", None), _connector="OR"),
                name="account_is_staff_or_family",
            ),
        ),
        migrations.CreateModel(
            name="KeptText",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("place", models.CharField(max_length=400, verbose_name="bladzijde")),
                ("target", models.CharField(max_length=400, verbose_name="formulier")),
                ("sealed", models.TextField(verbose_name="versleutelde inhoud")),
                ("kept_at", models.DateTimeField(verbose_name="bewaard op")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="access.account",
                        verbose_name="account",
                    ),
                ),
            ],
            options={
                "verbose_name": "bewaarde tekst",
                "verbose_name_plural": "bewaarde teksten",
                "indexes": [models.Index(fields=["account", "kept_at"], name="kept_of_account")],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("invited", "uitnodiging"), ("reset", "nieuw wachtwoord")],
                        default="invited",
                        max_length=10,
                        verbose_name="soort",
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mailadres")),
                ("made_by", models.UUIDField(verbose_name="gemaakt door")),
                ("made_at", models.DateTimeField(verbose_name="gemaakt op")),
                ("expires_at", models.DateTimeField(verbose_name="verloopt op")),
                ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="gebruikt op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="access.account",
                        verbose_name="account",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitnodiging",
                "verbose_name_plural": "uitnodigingen",
                "indexes": [models.Index(fields=["account", "made_at"], name="invitation_of_account")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("organisation", None), ("dossier", None), _connector="OR"),
                        name="invitation_of_one_side",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Withholding",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("law", models.CharField(blank=True, max_length=20, verbose_name="wet")),
                ("document", models.UUIDField(blank=True, null=True, verbose_name="document")),
                ("reason", models.CharField(max_length=800, verbose_name="reden")),
                ("asked_by", models.UUIDField(verbose_name="gevraagd door")),
                ("asked_at", models.DateTimeField(verbose_name="gevraagd op")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("agrees", "mee eens"), ("disagrees", "niet mee eens")],
                        max_length=10,
                        verbose_name="antwoord",
                    ),
                ),
                (
                    "words",
                    models.CharField(blank=True, max_length=800, verbose_name="toelichting van de tweede professional"),
                ),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="beantwoord op")),
                ("review_on", models.DateField(verbose_name="opnieuw bekijken op")),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                ("ended_by", models.UUIDField(blank=True, null=True, verbose_name="beëindigd door")),
                ("end_words", models.CharField(blank=True, max_length=800, verbose_name="reden van het einde")),
                ("longer_until", models.DateField(blank=True, null=True, verbose_name="langer, tot en met")),
                (
                    "longer_reason",
                    models.CharField(blank=True, max_length=800, verbose_name="reden om het langer achter te houden"),
                ),
                ("longer_by", models.UUIDField(blank=True, null=True, verbose_name="langer gevraagd door")),
                ("longer_asked_at", models.DateTimeField(blank=True, null=True, verbose_name="langer gevraagd op")),
                (
                    "longer_second",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="tweede professional, langer",
                    ),
                ),
                (
                    "longer_answer",
                    models.CharField(
                        blank=True,
                        choices=[("agrees", "mee eens"), ("disagrees", "niet mee eens")],
                        max_length=10,
                        verbose_name="antwoord, langer",
                    ),
                ),
                ("longer_words", models.CharField(blank=True, max_length=800, verbose_name="toelichting, langer")),
                (
                    "longer_answered_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="langer beantwoord op"),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="voor wie",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.account",
                        verbose_name="tweede professional",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="over wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "achterhouding",
                "verbose_name_plural": "achterhoudingen",
                "indexes": [models.Index(fields=["member", "ended_at"], name="withheld_from")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document__isnull", False), ("law", "")),
                            models.Q(
                                models.Q(("law", ""), _negated=True), ("document", None), ("subject__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="withholding_of_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("started_at", None),
                            models.Q(("answer", "agrees"), ("ended_at__isnull", False)),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("ended_at__lte", models.F("started_at") + datetime.timedelta(days=7)),
                            ),
                            _connector="OR",
                        ),
                        name="withholding_needs_a_second",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("second", models.F("asked_by")), _negated=True),
                        name="withholding_second_is_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("longer_answer", ""),
                                ("longer_asked_at", None),
                                ("longer_by", None),
                                ("longer_second", None),
                                ("longer_until", None),
                            ),
                            models.Q(
                                models.Q(("longer_second", models.F("longer_by")), _negated=True),
                                models.Q(("longer_second", models.F("asked_by")), _negated=True),
                                ("answer", "agrees"),
                                ("longer_asked_at__isnull", False),
                                ("longer_by__isnull", False),
                                ("longer_second__isnull", False),
                                ("longer_until__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="withholding_longer_needs_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hidden",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("hidden_by", models.UUIDField(verbose_name="verborgen door")),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="verborgen voor",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "verborgen voor iemand",
                "verbose_name_plural": "verborgen voor iemand",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("subject", models.F("reader")), _negated=True), name="hidden_from_another"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("dossier", "subject", "reader"),
                        name="hidden_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AccessReview",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("signed_at", models.DateTimeField(verbose_name="getekend op")),
                ("signed_by", models.UUIDField(verbose_name="getekend door")),
                ("signed_by_name", models.CharField(max_length=120, verbose_name="naam")),
                ("words", models.CharField(blank=True, max_length=800, verbose_name="opmerking")),
                ("content", models.JSONField(verbose_name="inhoud")),
                ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "controle van toegang",
                "verbose_name_plural": "controles van toegang",
                "indexes": [models.Index(fields=["organisation", "signed_at"], name="review_of")],
            },
        ),
        Protect(
            "Account",
            scope="organisation",
            part="staff",
            own="id",
            privileges=Privileges(
                app="select",
                gate="select, insert, update",
                definer="select",
                jobs="select (id, kind)",
                importer="select",
            ),
        ),
        Protect(
            "RoleAssignment",
            scope="organisation",
            part="settings",
            own="account_id",
            privileges=Privileges(
                merging="select",
                app="select",
                gate="select, insert, update",
                definer="select",
                jobs="select",
                importer="select",
            ),
        ),
        Protect(
            "Subject",
            scope="subject",
            part="person",
            privileges=Privileges(
                app="select",
                gate="select, insert, update",
                importer="select, insert, update, delete",
                snapshot="select",
                definer="select",
            ),
        ),
        Protect(
            "Dossier",
            scope="dossier",
            part="dossier_face",
            privileges=Privileges(
                merging="select",
                app="select",
                gate="select, insert, update",
                definer="select",
                snapshot="select (id, controller_id, area, state, opened_on, closed_on)",
                jobs="select (id, state, controller_id)",
            ),
        ),
        Protect(
            "DossierSubject",
            scope="dossier",
            part="dossier_face",
            privileges=Privileges(app="select", gate="select, insert, update", definer="select", snapshot="select"),
        ),
        Protect(
            "Party",
            scope="dossier",
            part="party",
            privileges=Privileges(app="select", gate="select, insert, update"),
        ),
        Protect(
            "Involvement",
            scope="dossier",
            part="sharing",
            own="account_id",
            privileges=Privileges(merging="select", app="select", gate="select, insert, update", definer="select"),
        ),
        Protect(
            "Representation",
            scope="subject",
            part="relation",
            key="child_id",
            privileges=Privileges(app="select", gate="select, insert, update", definer="select"),
        ),
        Protect(
            "SharingDecision",
            scope="dossier",
            part="sharing",
            own="recipient_id",
            privileges=Privileges(
                app="select",
                gate="select, insert, update",
                jobs="select (id, dossier_id, started_at, ended_at, withdrawn_at, end_told_at), update (end_told_at)",
            ),
        ),
        Protect(
            "Grant",
            scope="own",
            part="rights",
            privileges=Privileges(app="select", gate="select, insert, update, delete", definer="select"),
        ),
        Protect(
            "KeptText",
            scope="own",
            part="kept",
            privileges=Privileges(app="select, insert, delete", jobs="select (id, kept_at), delete"),
        ),
        Protect(
            "Invitation",
            scope="organisation",
            part="settings",
            own="account_id",
            privileges=Privileges(app="select", gate="select, insert, update", jobs="select", definer=LINKS),
        ),
        Protect(
            "BreakGlass",
            scope="organisation",
            part="access_log",
            own="account_id",
            privileges=Privileges(app="select", gate="select, insert, update (judgement, words, judged_at, judged_by)"),
        ),
        Protect(
            "AccessReview",
            scope="organisation",
            part="settings",
            privileges=Privileges(
                app="select, insert",
                definer="select (organisation_id, signed_at)",
                jobs="select (id, organisation_id, signed_at)",
            ),
        ),
        migrations.RunSQL(KEYS, migrations.RunSQL.noop),
        migrations.RunSQL(RING_OPENS, migrations.RunSQL.noop),
        migrations.RunSQL(FOUNDED, migrations.RunSQL.noop),
        Protect(
            "Withholding",
            scope="dossier",
            part="withholding",
            privileges=Privileges(app="select", gate="select, insert, update", definer="select"),
        ),
        Protect(
            "Hidden",
            scope="dossier",
            part="network",
            privileges=Privileges(app="select", gate="select, insert, update"),
        ),
        migrations.RunSQL(OF_A_FAMILY, migrations.RunSQL.noop),
        migrations.RunSQL(WITHHELD, migrations.RunSQL.noop),
    ]
