"""The log, and the one function that adds to it."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

SCHEMA = """
create schema audit;
grant usage on schema audit to kring_app, kring_import, kring_jobs, kring_log, kring_rights, kring_retention, kring_merge,
  kring_definer;
grant create on schema audit to kring_definer;
grant usage on schema gate to kring_log, kring_rights, kring_retention, kring_merge;
grant execute on function gate.now() to kring_log, kring_rights, kring_retention, kring_merge;
grant execute on function gate.actor() to kring_rights, kring_retention, kring_merge;
"""

RECORD = """
create function audit.roles(who uuid, file uuid) returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
declare found text[];
begin
  select array_agg(distinct v.role order by v.role) into found from public.access_involvement v
   where v.dossier_id = file and v.account_id = who
     and v.started_at <= gate.now() and (v.ended_at is null or gate.now() < v.ended_at);
  if found is not null then return found; end if;
  select array_agg(distinct r.role order by r.role) into found from public.access_roleassignment r
   where r.account_id = who and r.started_at <= gate.now() and (r.ended_at is null or gate.now() < r.ended_at);
  return case when cardinality(found) > 1 then array_remove(found, 'collega') else coalesce(found, '{}') end;
end $$;
revoke all on function audit.roles(uuid, uuid) from public;
alter function audit.roles(uuid, uuid) owner to kring_definer;

create function audit.responsible(who uuid, file uuid) returns uuid language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((
    select r.account_id from public.access_involvement s join public.access_involvement r using (dossier_id)
     where s.dossier_id = file and s.account_id = who and s.role = 'achtervang' and r.role = 'regisseur'
       and s.started_at <= gate.now() and (s.ended_at is null or gate.now() < s.ended_at)
       and r.started_at <= gate.now() and (r.ended_at is null or gate.now() < r.ended_at)
     order by r.started_at desc limit 1), who);
end $$;
revoke all on function audit.responsible(uuid, uuid) from public;
alter function audit.responsible(uuid, uuid) owner to kring_definer;

create function audit.ground(who uuid, file uuid) returns text language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(
    (select v.ground from public.access_involvement v
      where v.dossier_id = file and v.account_id = who
        and v.started_at <= gate.now() and (v.ended_at is null or gate.now() < v.ended_at)
      order by v.started_at desc limit 1), '');
end $$;
revoke all on function audit.ground(uuid, uuid) from public;
alter function audit.ground(uuid, uuid) owner to kring_definer;

create function audit.members(file uuid) returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return array(
    select m.subject_id from public.access_dossiersubject m
     where m.dossier_id = file and m.started_at <= gate.now() and (m.ended_at is null or gate.now() < m.ended_at)
     order by m.subject_id);
end $$;
revoke all on function audit.members(uuid) from public;
alter function audit.members(uuid) owner to kring_definer;

create function audit.controller(file uuid, people uuid[]) returns uuid language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce(
    (select d.controller_id from public.access_dossier d where d.id = file),
    (select s.controller_id from public.access_subject s where s.id = people[1]));
end $$;
revoke all on function audit.controller(uuid, uuid[]) from public;
alter function audit.controller(uuid, uuid[]) owner to kring_definer;

create function audit.record(lines jsonb) returns integer language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  me uuid := gate.actor();
  kind text := coalesce(nullif(current_setting('kring.actor_kind', true), ''), 'account');
  home uuid := (select a.organisation_id from public.access_account a where a.id = me);
  written integer;
begin
  with line as materialized (
    select n, line, (line->>'dossier')::uuid as file,
           array(select jsonb_array_elements_text(line->'subjects')::uuid) as named,
           array(select jsonb_array_elements_text(line->'parts')) as parts
      from jsonb_array_elements(lines) with ordinality as given(line, n)),
  about as materialized (
    select file, audit.roles(me, file) as held, audit.ground(me, file) as ground,
           case when kind = 'account' then audit.responsible(me, file) end as responsible,
           case when file is not null then audit.members(file) end as everyone
      from (select distinct file from line) as files)
  insert into public.audit_logline (at, event, actor, actor_kind, responsible, organisation, controller, roles, dossier,
                                    subjects, parts, what, ground, level, break_glass, thing)
  select gate.now(), line->>'event', me, kind, responsible, home, audit.controller(line.file, people), held, line.file,
         people, parts, line->>'what', coalesce(nullif(line->>'ground', ''), about.ground),
         greatest(coalesce((line->>'level')::integer, 0), case when held = '{geraadpleegd}' then 3 else 0 end), 'noodknop' = any(held), (line->>'thing')::uuid
    from line join about on about.file is not distinct from line.file,
         lateral (select case when cardinality(named) = 0 then coalesce(everyone, named) else named end)
           as concerned(people)
   order by n;
  get diagnostics written = row_count;
  return written;
end $$;
revoke all on function audit.record(jsonb) from public;
grant execute on function audit.record(jsonb) to kring_app, kring_import, kring_jobs, kring_rights, kring_retention,
  kring_merge;
alter function audit.record(jsonb) owner to kring_definer;
"""
"""What the line says about the actor is looked up here, in tables of `access` that are bound when it runs. Who is only
consulted about safety leaves lines of level 3: that she looks tells that there is something (BR-072)."""

KEPT = """
create function audit.keep() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    if old.at < gate.now() - interval '5 years' then return old; end if;
  end if;
  raise exception 'the log is append-only, for five years at least (BR-101)' using errcode = 'insufficient_privilege';
end $$;
create trigger keep before update or delete on audit_logline for each row execute function audit.keep();
create trigger keep_all before truncate on audit_logline for each statement execute function audit.keep();
revoke update, delete, truncate on audit_logline from kring_owner;
"""

READERS = """
create function audit.shielded() returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return (
    with near as (
      select m.dossier_id from public.access_dossiersubject m where m.subject_id = any(gate.keys('access_log', 1))),
    mine as (
      select m.dossier_id from public.access_dossiersubject m
        join public.access_account a on a.subject_id = m.subject_id join public.access_subject s on s.id = m.subject_id
       where a.id = gate.actor() and s.shield >= 3)
    select coalesce(array_agg(hidden.id), '{}') from (
      select d.id from public.access_dossier d
       where d.shield >= 3 and d.id in (select dossier_id from near) and d.id not in (select dossier_id from mine)
      union
      select s.id from public.access_subject s join public.access_dossiersubject m on m.subject_id = s.id
       where s.shield >= 3 and m.dossier_id in (select dossier_id from near)
         and m.dossier_id not in (select dossier_id from mine)) as hidden);
end $$;
revoke all on function audit.shielded() from public;
grant execute on function audit.shielded() to kring_app;
alter function audit.shielded() owner to kring_definer;

create function audit.opened_of(people uuid[]) returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct m.dossier_id), '{}') from public.access_dossiersubject m
     where m.subject_id = any(people) and not gate.has_shield(m.dossier_id)
       and not exists (select 1 from public.access_involvement r where r.dossier_id = m.dossier_id
         and r.role = 'geraadpleegd' and (r.ended_at is null or gate.now() < r.ended_at))
       and not exists (select 1 from public.documents_document r where r.dossier_id = m.dossier_id and r.level >= 3)
       and not exists (select 1 from public.notes_contactnote r where r.dossier_id = m.dossier_id and r.level >= 3)
       and not exists (select 1 from public.plans_question r where r.dossier_id = m.dossier_id and r.level >= 3)
       and not exists (select 1 from public.plans_goal r where r.dossier_id = m.dossier_id and r.level >= 3)
       and not exists (select 1 from public.plans_action r where r.dossier_id = m.dossier_id and r.level >= 3)
       and not exists (select 1 from public.plans_score r where r.dossier_id = m.dossier_id and r.level >= 3)
       and not exists (select 1 from public.safety_safetyagreement r where r.dossier_id = m.dossier_id)
       and not exists (select 1 from public.safety_safetyscore r where r.dossier_id = m.dossier_id)
       and not exists (select 1 from public.safety_reporttrack r where r.dossier_id = m.dossier_id)
       and not exists (select 1 from public.safety_childtalk r where r.dossier_id = m.dossier_id));
end $$;
revoke all on function audit.opened_of(uuid[]) from public;
grant execute on function audit.opened_of(uuid[]) to kring_rights, kring_retention;
alter function audit.opened_of(uuid[]) owner to kring_definer;

create function audit.opened() returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return audit.opened_of(gate.keys('access_log', 1));
end $$;
revoke all on function audit.opened() from public;
grant execute on function audit.opened() to kring_app;
alter function audit.opened() owner to kring_definer;

create function audit.help_withheld() returns uuid[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return (
    select coalesce(array_agg(distinct w.subject_id), '{}')
      from public.access_withholding w join public.access_account a on a.subject_id = w.member_id
     where a.id = gate.actor() and w.subject_id is not null and w.law <> ''
       and w.started_at <= gate.now() and (w.ended_at is null or gate.now() < w.ended_at));
end $$;
revoke all on function audit.help_withheld() from public;
grant execute on function audit.help_withheld() to kring_app;
alter function audit.help_withheld() owner to kring_definer;

create function audit.about_shielded(since timestamptz, until timestamptz) returns setof bigint
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return query
    select l.id from public.audit_logline l
     where l.event = 'search' and l.at >= since and l.at < until
       and l.controller = any(gate.keys('access_log', 0))
       and (exists (select 1 from public.access_dossier d where d.id = l.dossier and d.shield >= 3)
            or exists (select 1 from public.access_subject s where s.id = any(l.subjects) and s.shield >= 3));
end $$;
revoke all on function audit.about_shielded(timestamptz, timestamptz) from public;
grant execute on function audit.about_shielded(timestamptz, timestamptz) to kring_app;
alter function audit.about_shielded(timestamptz, timestamptz) owner to kring_definer;

create policy kring_app on audit_logline for select to kring_app using (
  (subjects && (select gate.keys('access_log', 1))::uuid[]
   and (organisation is not null or actor_kind = 'system')
   and (level < 3 or dossier = any((select audit.opened())::uuid[]))
   and (not break_glass or at < (select gate.now()) - interval '24 hours') and not (subjects || dossier) && (select audit.shielded())::uuid[]
   and (thing is null or thing <> all((select gate.withheld())::uuid[]))
   and not (parts && '{provision,provision_cost,told_help,domain_file}' and subjects && (select audit.help_withheld())::uuid[]))
  or controller = any((select gate.keys('access_log', 0))::uuid[])
  or organisation = any((select gate.keys('access_log', 0))::uuid[]));
grant select on audit_logline to kring_app;
"""
"""A person reads who looked at the own data, an emergency a day afterwards, not what other relatives did, and nothing about what is shielded while it
is (BR-102, BR-103: a line of level 3 or 4 opens when nothing in the dossier is protected any more) or withheld while that lasts (BR-073; a line does not say of which law it is, so of all help of that person); whoever is protected by the shield is not kept in the dark. The privacy officer reads all lines
of the own organisation and about the people whose controller that is."""


SEALS = """
create function audit.never() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'a seal is never changed or removed: append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger never before update or delete on audit_seal for each row execute function audit.never();
create trigger never_all before truncate on audit_seal for each statement execute function audit.never();
create trigger never before update or delete on audit_purge for each row execute function audit.never();
create trigger never_all before truncate on audit_purge for each statement execute function audit.never();
revoke update, delete, truncate on audit_seal, audit_purge from kring_owner;

create function audit.purge() returns integer language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  purged integer := coalesce((select max(through) from public.audit_purge), 0);
  young integer := (select min(number) from public.audit_seal where minute >= gate.now() - interval '5 years 1 minute');
  last integer := coalesce(young - 1, (select max(number) from public.audit_seal), 0);
  gone integer;
begin
  if last <= purged then return 0; end if;
  delete from public.audit_logline l using (
    select unnest(s.ids) as id from public.audit_seal s where s.number > purged and s.number <= last) as old
   where l.id = old.id;
  get diagnostics gone = row_count;
  insert into public.audit_purge (through, at, lines) values (last, gate.now(), gone);
  return gone;
end $$;
revoke all on function audit.purge() from public;
grant execute on function audit.purge() to kring_log;
alter function audit.purge() owner to kring_definer;
"""
"""Whole blocks, from the oldest on, and only up to the first that is younger than the term: the headers stay."""


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
                            ("sign_in", "ingelogd"),
                            ("sign_out", "uitgelogd"),
                            ("sign_fail", "inloggen mislukt"),
                        ],
                        max_length=10,
                        verbose_name="gebeurtenis",
                    ),
                ),
                ("actor", models.UUIDField(verbose_name="account")),
                ("actor_kind", models.CharField(max_length=12, verbose_name="soort account")),
                ("responsible", models.UUIDField(null=True, verbose_name="verantwoordelijke gebruiker")),
                ("organisation", models.UUIDField(null=True, verbose_name="organisatie")),
                ("controller", models.UUIDField(null=True, verbose_name="verwerkingsverantwoordelijke")),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), default=list, size=None, verbose_name="rollen"
                    ),
                ),
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
                ("level", models.PositiveSmallIntegerField(default=0, verbose_name="beschermniveau")),
                ("break_glass", models.BooleanField(default=False, verbose_name="noodknop")),
                ("thing", models.UUIDField(null=True, verbose_name="om welk ding het gaat")),
            ],
            options={
                "verbose_name": "logregel",
                "verbose_name_plural": "logregels",
                "indexes": [
                    models.Index(fields=["dossier", "at"], name="audit_logli_dossier_6487b7_idx"),
                    models.Index(fields=["actor", "at"], name="audit_logli_actor_dc7a5e_idx"),
                    models.Index(fields=["controller", "at"], name="log_of_controller"),
                    django.contrib.postgres.indexes.GinIndex(fields=["subjects"], name="log_of_subject"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("number", models.PositiveIntegerField(primary_key=True, serialize=False, verbose_name="nummer")),
                ("minute", models.DateTimeField(verbose_name="minuut")),
                ("sealed_at", models.DateTimeField(verbose_name="verzegeld op")),
                ("is_late", models.BooleanField(default=False, verbose_name="te laat voor de minuut")),
                ("count", models.PositiveIntegerField(verbose_name="aantal regels")),
                (
                    "ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None, verbose_name="regels"
                    ),
                ),
                ("digest", models.CharField(max_length=64, verbose_name="som van de regels")),
                ("previous", models.CharField(max_length=64, verbose_name="vorige verzegeling")),
                ("total", models.CharField(max_length=64, verbose_name="verzegeling")),
            ],
            options={
                "verbose_name": "verzegeling",
                "verbose_name_plural": "verzegelingen",
                "indexes": [models.Index(fields=["minute"], name="seal_of_minute")],
            },
        ),
        migrations.CreateModel(
            name="Purge",
            fields=[
                (
                    "through",
                    models.PositiveIntegerField(
                        primary_key=True, serialize=False, verbose_name="tot en met verzegeling"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="moment")),
                ("lines", models.PositiveIntegerField(verbose_name="aantal regels")),
            ],
            options={
                "verbose_name": "vernietiging van logregels",
                "verbose_name_plural": "vernietigingen van logregels",
            },
        ),
        migrations.CreateModel(
            name="SampledLine",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("organisation", models.UUIDField(verbose_name="organisatie")),
                ("month", models.DateField(verbose_name="maand")),
                ("line", models.BigIntegerField(verbose_name="logregel")),
                ("drawn_at", models.DateTimeField(verbose_name="getrokken op")),
                ("seen_at", models.DateTimeField(blank=True, null=True, verbose_name="gezien op")),
                ("seen_by", models.UUIDField(blank=True, null=True, verbose_name="gezien door")),
                ("remark", models.CharField(blank=True, max_length=400, verbose_name="opmerking")),
            ],
            options={
                "verbose_name": "regel van een steekproef",
                "verbose_name_plural": "regels van steekproeven",
                "constraints": [
                    models.UniqueConstraint(fields=("organisation", "line"), name="line_sampled_once"),
                ],
            },
        ),
        migrations.RunSQL(SCHEMA, migrations.RunSQL.noop),
        Protect(
            "LogLine",
            scope="subject",
            part="access_log",
            privileges=Privileges(app="", definer="select, insert, delete", log="select", retention=""),
            without_history="nothing in it ever changes",
        ),
        Protect(
            "Seal",
            scope="open",
            part="access_log",
            privileges=Privileges(app="", definer="select", log="select, insert", retention=""),
        ),
        Protect(
            "Purge",
            scope="open",
            part="access_log",
            privileges=Privileges(app="", definer="select, insert", log="select", retention=""),
        ),
        Protect(
            "SampledLine",
            scope="organisation",
            part="access_log",
            key="organisation",
            privileges=Privileges(app="select, insert, update (seen_at, seen_by, remark)", retention=""),
        ),
        *[migrations.RunSQL(part, migrations.RunSQL.noop) for part in (RECORD, KEPT, READERS, SEALS)],
    ]
