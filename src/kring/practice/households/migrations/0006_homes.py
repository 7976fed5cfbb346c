"""Homes and authority as somebody told them (ADR 13). Where somebody lives is told to nobody who may not read a
shielded address of that person: neither by a home that was told, nor by a household of the register.
"""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

UNPLACED = """
create function gate.unplaced() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with asked as materialized (
    select nullif(current_setting('kring.dossier', true), '')::uuid as file,
           gate.keys('person_address', 3) as protected, gate.keys('person_address', 4) as shielded)
  select coalesce(array_agg(distinct a.subject_id), '{}') from asked, public.households_personaddress a
   where a.level >= 3 and a.ended_on is null
     and (file is null or a.subject_id in (
       select m.subject_id from public.access_dossiersubject m where m.dossier_id = file))
     and not (a.subject_id = any(case a.level when 3 then protected else shielded end))
$$;
revoke all on function gate.unplaced() from public;
grant execute on function gate.unplaced() to kring_app;
alter function gate.unplaced() owner to kring_definer;
"""
"""Whose present address is shielded from the actor: of the open dossier, or of all when none is open."""
PLACED = "".join(
    f"create policy placed on {table} as restrictive for select to kring_app"
    " using (subject_id <> all((select gate.unplaced())::uuid[]));\n"
    for table in ("households_stay", "households_householdmember")
)
OWN_ROOF = """
create function gate.own_roof() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(m.household_id), '{}')
    from public.access_account a join public.households_householdmember m on m.subject_id = a.subject_id
   where a.id = (select gate.actor()) and m.ended_on is null
$$;
revoke all on function gate.own_roof() from public;
grant execute on function gate.own_roof() to kring_app;
alter function gate.own_roof() owner to kring_definer;
create policy own_roof on households_householdmember for select to kring_app
  using (household_id = any((select gate.own_roof())::uuid[])
    and subject_id = any((select gate.keys('person', 1))::uuid[]));
"""
"""Who lives under the reader's own roof is no news to the reader: without it a wife's page would say that she lives
there without her husband. `placed` holds here too."""
WRITTEN = "told_by, told_on, withdrawn_at, withdrawn_by, withdrawn_because"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_own_access"),
        ("households", "0005_tells_shielded"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stay",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("home", models.UUIDField(verbose_name="huis")),
                ("label", models.CharField(max_length=60, verbose_name="hoe het huis heet")),
                (
                    "living",
                    models.CharField(
                        choices=[
                            ("woont", "woont hier"),
                            ("deelt", "woont hier een deel van de tijd"),
                            ("pleeg", "woont hier in een pleeggezin"),
                            ("logeert", "logeert hier"),
                            ("elders", "verblijft hier tijdelijk"),
                        ],
                        max_length=10,
                        verbose_name="hoe",
                    ),
                ),
                ("days", models.CharField(blank=True, max_length=120, verbose_name="op welke dagen")),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot")),
                ("told_by", models.CharField(max_length=120, verbose_name="verteld door")),
                ("told_on", models.DateField(verbose_name="verteld op")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_by", models.UUIDField(blank=True, null=True, verbose_name="ingetrokken door")),
                ("withdrawn_because", models.CharField(blank=True, max_length=400, verbose_name="reden van intrekken")),
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
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="betrokkene",
                    ),
                ),
            ],
            options={
                "verbose_name": "verblijf in een huis",
                "verbose_name_plural": "verblijven in huizen",
                "indexes": [models.Index(fields=["dossier"], name="stays_of")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None), ("withdrawn_at", None)),
                        fields=("dossier", "home", "subject"),
                        name="once_in_a_home_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None), ("ended_on__gt", models.F("started_on")), _connector="OR"
                        ),
                        name="stay_ends_after_it_began",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("label", ""), _negated=True), models.Q(("told_by", ""), _negated=True)
                        ),
                        name="stay_says_by_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ToldAuthority",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("holder", models.CharField(max_length=200, verbose_name="wie het gezag heeft")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("joint_parents", "tweehoofdig ouderlijk gezag"),
                            ("one_parent", "eenhoofdig ouderlijk gezag"),
                            ("shared", "gezamenlijk gezag"),
                            ("guardian", "voogdij"),
                            ("nobody", "tijdelijk geen gezag"),
                            ("undetermined", "niet te bepalen"),
                        ],
                        max_length=14,
                        verbose_name="soort",
                    ),
                ),
                ("told_by", models.CharField(max_length=120, verbose_name="verteld door")),
                ("told_on", models.DateField(verbose_name="verteld op")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                (
                    "checked_on",
                    models.DateField(blank=True, null=True, verbose_name="nagekeken in het gezagsregister op"),
                ),
                ("checked_by", models.UUIDField(blank=True, null=True, verbose_name="nagekeken door")),
                (
                    "found",
                    models.CharField(
                        blank=True,
                        choices=[("klopt", "klopt"), ("anders", "klopt niet")],
                        max_length=10,
                        verbose_name="wat het gezagsregister zegt",
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_by", models.UUIDField(blank=True, null=True, verbose_name="ingetrokken door")),
                ("withdrawn_because", models.CharField(blank=True, max_length=400, verbose_name="reden van intrekken")),
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
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="kind",
                    ),
                ),
            ],
            options={
                "verbose_name": "gezag zoals verteld",
                "verbose_name_plural": "gezag zoals verteld",
                "indexes": [models.Index(fields=["dossier"], name="told_authority_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_by", None), ("checked_on", None), ("found", "")),
                            models.Q(
                                ("checked_by__isnull", False),
                                ("checked_on__isnull", False),
                                models.Q(("found", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="authority_checked_with_result",
                    )
                ],
            },
        ),
        Protect(
            "Stay",
            scope="dossier",
            part="home",
            author="written_by",
            privileges=Privileges(app=f"select, insert, update (label, living, days, started_on, ended_on, {WRITTEN})"),
        ),
        Protect(
            "ToldAuthority",
            scope="dossier",
            part="home",
            author="written_by",
            privileges=Privileges(
                app=f"select, insert, update (holder, kind, checked_on, checked_by, found, {WRITTEN})"
            ),
        ),
        migrations.RunSQL(UNPLACED, migrations.RunSQL.noop),
        migrations.RunSQL(PLACED, migrations.RunSQL.noop),
        migrations.RunSQL(OWN_ROOF, migrations.RunSQL.noop),
    ]
