"""The schema `gate`: what policies ask of the database. Closed until `access` gives `gate.keys` its body.

`gate.withheld` gets its body there too.
"""

from django.db import migrations

SQL = """
create schema gate;
grant usage on schema gate to kring_app, kring_gate, kring_definer, kring_import, kring_snapshot, kring_jobs;
grant create on schema gate to kring_definer;

create function gate.actor() returns uuid language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare actor text := nullif(current_setting('kring.actor', true), '');
begin
  if actor is null then
    raise exception 'no actor is set: nobody reads or writes here' using errcode = 'insufficient_privilege';
  end if;
  return actor::uuid;
end $$;

create function gate.now() returns timestamptz language sql stable set search_path = pg_catalog, pg_temp
  as $$ select now() $$;

create function gate.key(dossier uuid, subject uuid) returns uuid language sql immutable parallel safe
  as $$ select case when subject is null then dossier else md5(dossier::text || '/' || subject::text)::uuid end $$;

create function gate.law_key(subject uuid, law text) returns uuid language sql immutable parallel safe
  as $$ select md5(subject::text || '/' || law)::uuid $$;

create function gate.keys(part text, level integer) returns uuid[] language sql stable
  set search_path = pg_catalog, pg_temp as $$ select '{}'::uuid[] $$;

create function gate.withheld() returns uuid[] language sql stable
  set search_path = pg_catalog, pg_temp as $$ select '{}'::uuid[] $$;

revoke all on all functions in schema gate from public;
grant execute on all functions in schema gate to kring_app, kring_gate, kring_definer, kring_import, kring_jobs;
"""


class Migration(migrations.Migration):
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
