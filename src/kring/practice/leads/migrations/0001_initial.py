import uuid

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.db import migrations, models

import kring.practice.leads.models
from kring.ground.shared.protection import Privileges, Protect

EXACTLY_ONE = """
create schema leads;
grant usage on schema leads to kring_app, kring_gate, kring_definer;
grant create on schema leads to kring_definer;
create function leads.active_has_both() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  changed jsonb := to_jsonb(new);
  one uuid := coalesce(changed->>'dossier_id', changed->>'id')::uuid;
begin
  if exists (select 1 from public.access_dossier d where d.id = one and d.state = 'active')
     and (select count(*) from public.leads_lead l where l.dossier_id = one and l.ended_at is null) <> 2 then
    raise exception 'an active dossier has exactly one lead and one deputy' using errcode = 'check_violation';
  end if;
  return null;
end $$;
revoke all on function leads.active_has_both() from public;
create constraint trigger active_has_both after insert or update on leads_lead
  deferrable initially deferred for each row execute function leads.active_has_both();
create constraint trigger active_has_both after insert or update of state on access_dossier
  deferrable initially deferred for each row execute function leads.active_has_both();
alter function leads.active_has_both() owner to kring_definer;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Lead",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("function", models.CharField(blank=True, max_length=120, verbose_name="functie")),
                (
                    "organisation_name",
                    models.CharField(blank=True, max_length=120, verbose_name="organisatie"),
                ),
                ("phone", models.CharField(blank=True, max_length=30, verbose_name="telefoon")),
                (
                    "kind",
                    models.CharField(
                        choices=[("lead", "regisseur"), ("deputy", "achtervang")],
                        max_length=6,
                        verbose_name="rol",
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="vanaf")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="tot")),
                (
                    "chosen_by_family",
                    models.BooleanField(null=True, verbose_name="het gezin koos deze persoon"),
                ),
                (
                    "reason",
                    models.CharField(blank=True, max_length=400, verbose_name="waarom een ander dan het gezin wilde"),
                ),
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
                        related_name="leads",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "regisseurschap",
                "verbose_name_plural": "regisseurschappen",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("dossier", "="),
                            ("kind", "="),
                            (
                                kring.practice.leads.models.Span(
                                    models.F("started_at"), models.F("ended_at"), models.Value("[)")
                                ),
                                "&&",
                            ),
                        ],
                        name="one_of_each_kind_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("chosen_by_family", False), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="other_than_family_wanted_has_reason",
                    ),
                ],
            },
        ),
        Protect(
            "Lead",
            scope="dossier",
            part="lead",
            privileges=Privileges(
                app="select",
                gate="select, insert, update (ended_at)",
                snapshot="select (id, dossier_id, kind, started_at, ended_at)",
                jobs="select (id, dossier_id, kind, started_at, ended_at)",
                definer="select, insert, update (ended_at)",
            ),
        ),
        migrations.CreateModel(
            name="FamilyAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "law",
                    models.CharField(
                        choices=[
                            ("jeugdwet", "Jeugdwet"),
                            ("wmo", "Wmo"),
                            ("participatiewet", "Participatiewet"),
                            ("schuldhulp", "Schuldhulpverlening"),
                            ("leerplicht", "Leerplicht en onderwijs"),
                            ("zvw", "Zorgverzekeringswet"),
                            ("wlz", "Wet langdurige zorg"),
                            ("overig", "Overig"),
                        ],
                        max_length=20,
                        verbose_name="wet",
                    ),
                ),
                ("shares", models.BooleanField(verbose_name="mag de regisseur dit zien")),
                ("said_by", models.CharField(max_length=120, verbose_name="wie gaf dit antwoord")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
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
                        verbose_name="over wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord van het gezin",
                "verbose_name_plural": "antwoorden van gezinnen",
                "indexes": [models.Index(fields=["dossier", "subject"], name="answer_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("said_by", ""), _negated=True), name="answer_has_speaker"
                    )
                ],
            },
        ),
        Protect(
            "FamilyAnswer",
            scope="dossier",
            part="sharing",
            author="written_by",
            privileges=Privileges(app="select, insert"),
        ),
        migrations.RunSQL(EXACTLY_ONE, migrations.RunSQL.noop),
    ]
