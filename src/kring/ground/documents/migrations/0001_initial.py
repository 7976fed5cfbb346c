import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

WITHHELD = """
create policy kring_app_withheld on documents_document as restrictive for all to kring_app
  using (id <> all((select gate.withheld())::uuid[]));
"""
"""One document may be withheld from one member of the family, who does not see that it is there (BR-073)."""

REHOME = """
create function history.rehome() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  moved record;
  is_back boolean;
begin
  for moved in
    select o.id, o.dossier_id as old_file, o.subject_id as old_subject, o.level,
           n.dossier_id as new_file, n.subject_id as new_subject
      from old_rows o join new_rows n using (id) where o.dossier_id <> n.dossier_id
  loop
    execute format('with line as (delete from public.%1$I where id = (select id from public.%1$I'
                   ' where dossier_id = $1 and subject_id is not distinct from $2 and level = $3'
                   ' and moved_by = gate.actor() and moved_at > gate.now() - interval ''10 minutes'''
                   ' order by moved_at desc limit 1) returning 1) select exists (select from line)', tg_argv[0])
      into is_back using moved.new_file, moved.new_subject, moved.level;
    if not is_back then
      execute format('insert into public.%I (id, dossier_id, subject_id, level, moved_at, moved_by)'
                     ' values (gen_random_uuid(), $1, $2, $3, gate.now(), gate.actor())', tg_argv[0])
        using moved.old_file, moved.old_subject, moved.level;
    end if;
    with gone as (
      delete from public.audit_change c where c.name = tg_table_name and c.row = moved.id::text returning c.*)
    insert into public.audit_change (at, deed, actor, name, part, row, dossier, subject, level, before)
    select g.at, g.deed, g.actor, g.name, g.part, g.row, moved.new_file, moved.new_subject, g.level,
           g.before || jsonb_build_object('dossier_id', moved.new_file, 'subject_id', moved.new_subject)
      from gone g order by g.id;
  end loop;
  return null;
end $$;
revoke all on function history.rehome() from public;
create trigger moved_along after update on documents_document
  referencing old table as old_rows new table as new_rows
  for each statement execute function history.rehome('documents_moveddocument');
alter function history.rehome() owner to kring_definer;
set local role kring_definer;
grant execute on function history.rehome() to kring_owner;
reset role;
"""
"""An entry that goes to another family takes what it was along, so that no history and no package of the family where it
never belonged tells of it; a line stays behind, unless who moved it takes
that back within ten minutes. Named to come after the trigger that keeps the change itself.
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("plan", "plan"),
                            ("letter", "brief"),
                            ("report", "verslag"),
                            ("decision", "beschikking"),
                            ("other", "ander document"),
                        ],
                        max_length=10,
                        verbose_name="soort",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="titel")),
                ("given_by", models.CharField(blank=True, max_length=120, verbose_name="van wie")),
                ("dated_on", models.DateField(verbose_name="datum")),
                ("added_at", models.DateTimeField(verbose_name="toegevoegd op")),
                ("added_by", models.UUIDField(verbose_name="toegevoegd door")),
                ("media_type", models.CharField(max_length=100, verbose_name="bestandstype")),
                ("size", models.PositiveIntegerField(verbose_name="grootte in bytes")),
                ("sha256", models.CharField(max_length=64, verbose_name="controlegetal")),
                ("content", models.BinaryField(verbose_name="inhoud")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("withdrawn_by", models.UUIDField(blank=True, null=True, verbose_name="ingetrokken door")),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, max_length=400, verbose_name="reden van intrekken"),
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
                "verbose_name": "document",
                "verbose_name_plural": "documenten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_reason", "")),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                models.Q(("withdrawn_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="document_withdrawn_has_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MovedDocument",
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
            options={"verbose_name": "verplaatst document", "verbose_name_plural": "verplaatste documenten"},
        ),
        Protect(
            "Document",
            scope="dossier",
            part="document",
            author="added_by",
            privileges=Privileges(
                app="select, insert, update (dossier_id, subject_id, kind, title, given_by, dated_on,"
                " withdrawn_at, withdrawn_by, withdrawn_reason)",
                definer="select (dossier_id, level)",
            ),
        ),
        migrations.RunSQL(WITHHELD, migrations.RunSQL.noop),
        Protect(
            "MovedDocument",
            scope="dossier",
            part="document",
            privileges=Privileges(app="select", definer="select, insert, delete"),
        ),
        migrations.RunSQL(REHOME, migrations.RunSQL.noop),
    ]
