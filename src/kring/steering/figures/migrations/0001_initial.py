"""Measures, pilots and letters; and the three doors through which participations are written and counted."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

DOORS = """
create function gate.pilot_counts(pilot uuid, day date)
  returns table (municipality uuid, domain text, participations bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.municipality_id, p.domain, count(*)
    from public.figures_participation p
    join public.figures_pilot f on f.id = p.pilot_id
   where p.pilot_id = $1
     and p.started_on <= $2
     and (p.withdrawn_on is null or p.withdrawn_on > $2)
     and (session_user = 'kring_snapshot'
          or f.organisation_id = any (gate.keys('figures', 0))
          or exists (select from public.figures_pilotmunicipality m
                      where m.pilot_id = f.id and m.municipality_id = any (gate.keys('figures', 0))))
   group by p.municipality_id, p.domain
$$;

create function gate.join_pilot(participation uuid, pilot uuid, subject uuid, municipality uuid, domain text, day date)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not $4 = any (gate.writing('pilot', 0, 2)) then
    raise exception 'no key to the pilots of this municipality' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from public.access_subject s where s.id = $3 and s.controller_id = $4)
     or not exists (select from public.figures_pilotmunicipality m where m.pilot_id = $2 and m.municipality_id = $4) then
    raise exception 'this client or municipality cannot take part' using errcode = 'check_violation';
  end if;
  insert into public.figures_participation (id, pilot_id, subject_id, municipality_id, domain, started_on)
  values ($1, $2, $3, $4, $5, $6) on conflict do nothing;
  return found;
end $$;

create function gate.leave_pilot(pilot uuid, subject uuid, day date)
  returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update public.figures_participation p set withdrawn_on = $3
   where p.pilot_id = $1 and p.subject_id = $2 and p.withdrawn_on is null
     and p.municipality_id = any (gate.writing('pilot', 0, 2));
  return found;
end $$;

revoke all on function gate.pilot_counts(uuid, date), gate.leave_pilot(uuid, uuid, date),
  gate.join_pilot(uuid, uuid, uuid, uuid, text, date) from public;
grant execute on function gate.pilot_counts(uuid, date) to kring_app, kring_snapshot;
grant execute on function gate.leave_pilot(uuid, uuid, date),
  gate.join_pilot(uuid, uuid, uuid, uuid, text, date) to kring_app;
alter function gate.pilot_counts(uuid, date) owner to kring_definer;
alter function gate.leave_pilot(uuid, uuid, date) owner to kring_definer;
alter function gate.join_pilot(uuid, uuid, uuid, uuid, text, date) owner to kring_definer;

-- what kring_snapshot counts and freezes is logged in the same transaction
grant usage on schema audit to kring_snapshot;
set local role kring_definer;
grant execute on function audit.record(jsonb) to kring_snapshot;
reset role;
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("audit", "0001_initial"),
        ("organisations", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pilot",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="korte naam")),
                ("name", models.CharField(max_length=120, verbose_name="naam")),
                ("purpose", models.TextField(max_length=2000, verbose_name="doel")),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("introduction", models.TextField(blank=True, max_length=4000, verbose_name="inleiding")),
                ("approach", models.TextField(blank=True, max_length=4000, verbose_name="de werkwijze")),
                ("results", models.TextField(blank=True, max_length=4000, verbose_name="belangrijkste resultaten")),
                ("embedding", models.TextField(blank=True, max_length=4000, verbose_name="borging")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="trekker",
                    ),
                ),
            ],
            options={
                "verbose_name": "pilot",
                "verbose_name_plural": "pilots",
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "domain",
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
                        verbose_name="domein van instroom",
                    ),
                ),
                ("started_on", models.DateField(verbose_name="vanaf")),
                ("withdrawn_on", models.DateField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="cliënt",
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="figures.pilot",
                        verbose_name="pilot",
                    ),
                ),
            ],
            options={
                "verbose_name": "deelname",
                "verbose_name_plural": "deelnames",
            },
        ),
        migrations.CreateModel(
            name="DisclosureDecision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("decided_by", models.UUIDField(verbose_name="account")),
                ("decided_by_name", models.CharField(max_length=120, verbose_name="wie besloot")),
                ("decided_at", models.DateTimeField(verbose_name="wanneer")),
                ("reason", models.CharField(max_length=800, verbose_name="waarom")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="figures.pilot",
                        verbose_name="pilot",
                    ),
                ),
            ],
            options={
                "verbose_name": "besluit over kleine aantallen",
                "verbose_name_plural": "besluiten over kleine aantallen",
            },
        ),
        migrations.CreateModel(
            name="CouncilLetter",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reference", models.CharField(max_length=40, verbose_name="kenmerk")),
                ("dated_on", models.DateField(verbose_name="datum")),
                ("made_at", models.DateTimeField(verbose_name="vastgelegd op")),
                ("figures", models.JSONField(verbose_name="cijfers, definities en teksten")),
                ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="figures.pilot",
                        verbose_name="pilot",
                    ),
                ),
            ],
            options={
                "verbose_name": "raadsbrief",
                "verbose_name_plural": "raadsbrieven",
            },
        ),
        migrations.CreateModel(
            name="PilotMunicipality",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("order", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                (
                    "municipality",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "pilot",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="municipalities",
                        to="figures.pilot",
                        verbose_name="pilot",
                    ),
                ),
            ],
            options={
                "verbose_name": "deelnemende gemeente",
                "verbose_name_plural": "deelnemende gemeenten",
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("indicator", models.CharField(max_length=40, verbose_name="indicator")),
                (
                    "area",
                    models.UUIDField(help_text="leeg: het gebied is niet bekend", null=True, verbose_name="gebied"),
                ),
                ("provider", models.CharField(blank=True, max_length=120, verbose_name="aanbieder")),
                ("category", models.CharField(max_length=40, verbose_name="categorie")),
                ("counted_on", models.DateField(verbose_name="peildatum")),
                ("count", models.IntegerField(verbose_name="aantal")),
                ("families", models.IntegerField(null=True, verbose_name="uit hoeveel gezinnen")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "telling",
                "verbose_name_plural": "tellingen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "counted_on", "indicator", "area", "provider", "category"),
                        name="counted_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="pilot",
            constraint=models.CheckConstraint(
                condition=models.Q(("ended_on", None), ("ended_on__gte", models.F("started_on")), _connector="OR"),
                name="pilot_ends_after_start",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_on", None)), fields=("pilot", "subject"), name="client_once_per_pilot"
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosuredecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="disclosure_has_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosuredecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("decided_by_name", ""), _negated=True), name="disclosure_has_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosuredecision",
            constraint=models.UniqueConstraint(
                condition=models.Q(("withdrawn_at", None)), fields=("pilot",), name="one_disclosure_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="councilletter",
            constraint=models.UniqueConstraint(fields=("organisation", "reference"), name="one_letter_per_reference"),
        ),
        migrations.AddConstraint(
            model_name="pilotmunicipality",
            constraint=models.UniqueConstraint(fields=("pilot", "municipality"), name="municipality_once_per_pilot"),
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                (
                    "organisation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="organisations.organisation",
                        verbose_name="gemeente",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=200, verbose_name="bestandsnaam")),
                ("content", models.BinaryField(verbose_name="inhoud")),
                ("changed_at", models.DateTimeField(verbose_name="gewijzigd op")),
            ],
            options={
                "verbose_name": "sjabloon voor raadsbrieven",
                "verbose_name_plural": "sjablonen voor raadsbrieven",
            },
        ),
        Protect(
            "Measure",
            scope="organisation",
            part="figures",
            privileges=Privileges(app="select", snapshot="select, insert, update, delete"),
        ),
        Protect(
            "Pilot",
            scope="open",
            part="figures",
            write_part="pilot",
            privileges=Privileges(snapshot="select", definer="select"),
        ),
        Protect(
            "PilotMunicipality",
            scope="open",
            part="figures",
            write_part="pilot",
            privileges=Privileges(app="select, insert, update", snapshot="select", definer="select"),
        ),
        Protect(
            "Participation",
            scope="subject",
            part="participation",
            privileges=Privileges(app="", snapshot="select", definer="select, insert, update"),
        ),
        Protect(
            "DisclosureDecision",
            scope="open",
            part="figures",
            write_part="pilot",
            privileges=Privileges(snapshot="select"),
        ),
        Protect(
            "CouncilLetter",
            scope="open",
            part="figures",
            write_part="council_letter",
            privileges=Privileges(app="select, insert", snapshot="select, insert"),
        ),
        Protect(
            "LetterTemplate",
            scope="organisation",
            part="figures",
            write_part="council_letter",
            privileges=Privileges(snapshot="select"),
        ),
        migrations.RunSQL(DOORS, migrations.RunSQL.noop),
    ]
