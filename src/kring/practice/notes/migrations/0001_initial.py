import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

LAWS = """
create function gate.law_files() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(opened.key), '{}')
    from public.access_involvement i,
         lateral (select i.dossier_id as key where i.role <> 'teamprofessional'
                  union all
                  select gate.law_key(i.dossier_id, own.law) from unnest(i.laws) as own(law)) as opened
   where i.account_id = (select gate.actor()) and i.started_at <= (select gate.now())
     and (i.ended_at is null or (select gate.now()) < i.ended_at)
$$;
revoke all on function gate.law_files() from public;
grant execute on function gate.law_files() to kring_app;

create function gate.laws_withheld() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(gate.law_key(w.subject_id, w.law)), '{}')
    from public.access_withholding w join public.access_account a on a.subject_id = w.member_id
   where a.id = (select gate.actor()) and w.subject_id is not null and w.law <> ''
     and w.started_at <= (select gate.now()) and (w.ended_at is null or (select gate.now()) < w.ended_at)
$$;
revoke all on function gate.laws_withheld() from public;
grant execute on function gate.laws_withheld() to kring_app;

create policy kring_app_law on notes_contactnote as restrictive for all to kring_app
  using (level <> 2 or law = '' or written_by = (select gate.actor())
         or array[dossier_id, gate.law_key(dossier_id, law)] && (select gate.law_files())::uuid[])
  with check (level <> 2 or law = ''
              or array[dossier_id, gate.law_key(dossier_id, law)] && (select gate.law_files())::uuid[]);
create policy kring_app_withheld on notes_contactnote as restrictive for all to kring_app
  using (subject_id is null or law = ''
         or gate.law_key(subject_id, law) <> all((select gate.laws_withheld())::uuid[]));
alter function gate.law_files() owner to kring_definer;
alter function gate.laws_withheld() owner to kring_definer;
"""
"""A professional with a task reads the file of the own law; who leads, the family and who is consulted read all. What is
withheld of a law from one member of the family is not there for that member (BR-073).
"""

MOVED = """
create trigger moved_along after update on notes_contactnote
  referencing old table as old_rows new table as new_rows
  for each statement execute function history.rehome('notes_movednote');
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0004_own_access"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContactNote",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "contact"),
                            (1, "gezamenlijk plan"),
                            (2, "domeindossier"),
                            (3, "beschermd"),
                            (4, "afgeschermd adres of verblijf"),
                        ],
                        default=1,
                        verbose_name="beschermniveau",
                    ),
                ),
                (
                    "law",
                    models.CharField(
                        blank=True,
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
                ("held_on", models.DateField(verbose_name="datum")),
                ("held_at", models.TimeField(blank=True, null=True, verbose_name="tijd")),
                ("how", models.CharField(max_length=40, verbose_name="hoe")),
                ("with_whom", models.CharField(blank=True, max_length=400, verbose_name="met wie")),
                ("said", models.TextField(blank=True, max_length=4000, verbose_name="wat is er gezegd")),
                ("agreed", models.TextField(blank=True, max_length=1000, verbose_name="wat is er afgesproken")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_by_name", models.CharField(max_length=120, verbose_name="wie schreef dit op")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_by", models.UUIDField(blank=True, null=True, verbose_name="ingetrokken door")),
                ("withdrawn_reason", models.CharField(blank=True, max_length=400, verbose_name="reden van intrekken")),
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
                "verbose_name": "contactmoment",
                "verbose_name_plural": "contactmomenten",
                "indexes": [models.Index(fields=["dossier", "held_on"], name="note_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agreed", ""), ("said", ""), _negated=True), name="note_has_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_reason", "")),
                            models.Q(
                                ("withdrawn_at__isnull", False), models.Q(("withdrawn_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="note_withdrawn_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MovedNote",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "contact"),
                            (1, "gezamenlijk plan"),
                            (2, "domeindossier"),
                            (3, "beschermd"),
                            (4, "afgeschermd adres of verblijf"),
                        ],
                        default=1,
                        verbose_name="beschermniveau",
                    ),
                ),
                ("moved_at", models.DateTimeField(verbose_name="verplaatst op")),
                ("moved_by", models.UUIDField(verbose_name="verplaatst door")),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.subject",
                        verbose_name="over wie",
                    ),
                ),
            ],
            options={"verbose_name": "verplaatst contactmoment", "verbose_name_plural": "verplaatste contactmomenten"},
        ),
        Protect(
            "ContactNote",
            scope="dossier",
            part="contact_note",
            author="written_by",
            privileges=Privileges(
                app="select, insert, update (dossier_id, subject_id, level, law, held_on, held_at, how, with_whom, said, agreed,"
                " withdrawn_at, withdrawn_by, withdrawn_reason)",
                definer="select (dossier_id, level)",
            ),
        ),
        migrations.RunSQL(LAWS, migrations.RunSQL.noop),
        Protect(
            "MovedNote",
            scope="dossier",
            part="contact_note",
            privileges=Privileges(app="select", definer="select, insert, delete"),
        ),
        migrations.RunSQL(MOVED, migrations.RunSQL.noop),
    ]
