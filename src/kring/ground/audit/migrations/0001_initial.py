"""The log, and the one function that adds to it."""

import django.contrib.postgres.fields
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

RECORD = """
create schema audit;
grant usage on schema audit to kring_app, kring_import, kring_jobs, kring_definer;
grant create on schema audit to kring_definer;

create function audit.record(lines jsonb) returns integer language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare written integer;
begin
  insert into public.audit_logline (at, event, actor, actor_kind, dossier, subjects, parts, what, ground)
  select gate.now(), line->>'event', gate.actor(), coalesce(nullif(current_setting('kring.actor_kind', true), ''), 'account'),
         (line->>'dossier')::uuid,
         array(select jsonb_array_elements_text(line->'subjects')::uuid),
         array(select jsonb_array_elements_text(line->'parts')),
         line->>'what', coalesce(line->>'ground', '')
    from jsonb_array_elements(lines) as line;
  get diagnostics written = row_count;
  return written;
end $$;
revoke all on function audit.record(jsonb) from public;
grant execute on function audit.record(jsonb) to kring_app, kring_import, kring_jobs;
alter function audit.record(jsonb) owner to kring_definer;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("shared", "0001_gate")]
    operations = [
        migrations.CreateModel(
            name="LogLine",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(verbose_name="moment")),
                (
                    "event",
                    models.CharField(
                        choices=[
                            ("read", "bekeken"),
                            ("search", "gezocht"),
                            ("print", "afgedrukt"),
                            ("export", "uitgevoerd naar een bestand"),
                            ("create", "toegevoegd"),
                            ("change", "gewijzigd"),
                            ("delete", "verwijderd"),
                            ("rights", "rechten gewijzigd"),
                            ("refused", "geweigerd"),
                        ],
                        max_length=10,
                        verbose_name="gebeurtenis",
                    ),
                ),
                ("actor", models.UUIDField(verbose_name="account")),
                ("actor_kind", models.CharField(max_length=12, verbose_name="soort account")),
                ("dossier", models.UUIDField(null=True, verbose_name="dossier")),
                (
                    "subjects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None, verbose_name="betrokkenen"
                    ),
                ),
                (
                    "parts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        default=list,
                        size=None,
                        verbose_name="onderdelen",
                    ),
                ),
                ("what", models.CharField(max_length=80, verbose_name="pagina of daad")),
                ("ground", models.CharField(blank=True, max_length=400, verbose_name="grondslag of reden")),
            ],
            options={
                "verbose_name": "logregel",
                "verbose_name_plural": "logregels",
                "indexes": [
                    models.Index(fields=["dossier", "at"], name="audit_logli_dossier_6487b7_idx"),
                    models.Index(fields=["actor", "at"], name="audit_logli_actor_dc7a5e_idx"),
                ],
            },
        ),
        Protect(
            "LogLine",
            scope="dossier",
            part="access_log",
            privileges=Privileges(app="", definer="select, insert"),
        ),
        migrations.RunSQL(RECORD, migrations.RunSQL.noop),
    ]
