"""The schema `gate`: what policies ask of the database. Closed until `access` gives the keys their bodies."""

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

create function gate.ring(part text) returns uuid[] language sql stable
  set search_path = pg_catalog, pg_temp as $$ select '{}'::uuid[] $$;

create function gate.ring_opens(part text) returns integer language sql stable
  set search_path = pg_catalog, pg_temp as $$ select -1 $$;

create function gate.writing(part text, level integer, extent integer) returns uuid[] language sql stable
  set search_path = pg_catalog, pg_temp as $$ select '{}'::uuid[] $$;

create function gate.withheld() returns uuid[] language sql stable
  set search_path = pg_catalog, pg_temp as $$ select '{}'::uuid[] $$;

revoke all on all functions in schema gate from public;
grant execute on all functions in schema gate to kring_app, kring_gate, kring_definer, kring_import, kring_jobs;
"""


HISTORY = """
create schema history;
grant usage on schema history to kring_owner, kring_definer;
grant create on schema history to kring_definer;

create function history.keep(rows jsonb[], deed text, name text, args text[]) returns void language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into public.audit_change (at, deed, actor, name, part, row, dossier, subject, level, before)
  select gate.now(), deed,
         coalesce(nullif(current_setting('kring.actor', true), ''), '00000000-0000-4000-8000-000000000001')::uuid,
         name, args[0], was->>args[1], (was->>args[2])::uuid, (was->>args[3])::uuid, (was->>args[4])::smallint,
         case when deed <> 'added' then was - string_to_array(args[5], ',') end
    from unnest(rows) as was;
end $$;
revoke all on function history.keep(jsonb[], text, text, text[]) from public;
alter function history.keep(jsonb[], text, text, text[]) owner to kring_definer;

create function history.added() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform history.keep((select array_agg(to_jsonb(n)) from new_rows n), 'added', tg_table_name, tg_argv);
  return null;
end $$;
create function history.changed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform history.keep((select array_agg(to_jsonb(o)) from old_rows o), 'changed', tg_table_name, tg_argv);
  return null;
end $$;
create function history.removed() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  perform history.keep((select array_agg(to_jsonb(o)) from old_rows o), 'removed', tg_table_name, tg_argv);
  return null;
end $$;
revoke all on function history.added(), history.changed(), history.removed() from public;
alter function history.added() owner to kring_definer;
alter function history.changed() owner to kring_definer;
alter function history.removed() owner to kring_definer;
set local role kring_definer;
grant execute on function history.added(), history.changed(), history.removed() to kring_owner;
reset role;
"""
"""What a row was, is kept by triggers that `Protect` makes: one statement for all rows of a statement. The table of
changes itself is made by `audit`, and nobody but these functions writes it.
"""


class Migration(migrations.Migration):
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
