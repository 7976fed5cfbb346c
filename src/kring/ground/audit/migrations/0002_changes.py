"""What rows were: written by the triggers of `Protect`, read by whoever sees the row as it is now."""

from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

READING = """
create trigger never before update on audit_change for each row execute function audit.never();
create trigger never_all before truncate on audit_change for each statement execute function audit.never();
revoke update, delete, truncate on audit_change from kring_owner;

create function gate.sees(name text, ident text) returns boolean language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
declare
  keyed text;
  kind text;
  found boolean;
begin
  select a.attname, format_type(a.atttypid, a.atttypmod) into keyed, kind
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
   where i.indisprimary and i.indrelid = to_regclass(format('public.%I', name));
  execute format('select exists (select 1 from public.%I where %I = $1::%s)', name, keyed, kind) into found using ident;
  return found;
end $$;
revoke all on function gate.sees(text, text) from public;
grant execute on function gate.sees(text, text) to kring_app;

create view gate.seen_changes with (security_barrier) as
  select c.id, c.at, c.deed, c.actor, c.name, c.row, c.level, c.before
    from public.audit_change c
   where gate.sees(c.name, c.row)
     and (c.level is null or coalesce(gate.key(c.dossier, c.subject), c.subject) = any(gate.keys(c.part, c.level)));
revoke all on gate.seen_changes from public;
grant select on gate.seen_changes to kring_app;
alter view gate.seen_changes owner to kring_definer;

create function gate.history(name text, ident text) returns setof gate.seen_changes language sql stable
  set search_path = pg_catalog, pg_temp
  as $$ select * from gate.seen_changes c where c.name = $1 and c.row = $2 order by c.id $$;
revoke all on function gate.history(text, text) from public;
grant execute on function gate.history(text, text) to kring_app;
"""
"""The view reads the table as `kring_definer`, but `gate.sees` inside it runs as whoever asks: it finds the row under
that actor's own policies, or the history is not there. A row that stood above the reader's level stays hidden.
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(verbose_name="moment")),
                (
                    "deed",
                    models.CharField(
                        choices=[("added", "toegevoegd"), ("changed", "gewijzigd"), ("removed", "verwijderd")],
                        max_length=7,
                        verbose_name="wat er gebeurde",
                    ),
                ),
                ("actor", models.UUIDField(verbose_name="account")),
                ("name", models.CharField(max_length=63, verbose_name="tabel")),
                ("part", models.CharField(max_length=40, verbose_name="onderdeel")),
                ("row", models.CharField(max_length=40, verbose_name="rij")),
                ("dossier", models.UUIDField(null=True, verbose_name="dossier")),
                ("subject", models.UUIDField(null=True, verbose_name="betrokkene")),
                ("level", models.PositiveSmallIntegerField(null=True, verbose_name="beschermniveau")),
                ("before", models.JSONField(null=True, verbose_name="wat er stond")),
            ],
            options={
                "verbose_name": "wijziging",
                "verbose_name_plural": "wijzigingen",
                "indexes": [
                    models.Index(fields=["name", "row"], name="change_of_row"),
                    models.Index(fields=["dossier"], name="change_of_dossier"),
                    models.Index(fields=["subject"], name="change_of_subject"),
                ],
            },
        ),
        Protect(
            "Change",
            scope="open",
            part="access_log",
            privileges=Privileges(app="", definer="select, insert, delete"),
        ),
        migrations.RunSQL(READING, migrations.RunSQL.noop),
    ]
