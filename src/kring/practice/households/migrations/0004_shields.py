"""What is shielded in a dossier, without what it says: for who leads, and for the controller's safeguarding officer.

The officer works with no family, so these functions are her way in; only where something is shielded, and logged by
the page. Whoever would read an address or telephone if it were not secret learns only that it is (BR-075).
"""

from django.db import migrations

HAS_SHIELD = """
create function gate.has_shield(file uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from public.access_dossier d where d.id = file and d.shield >= 3)
      or exists (
        select 1 from public.access_dossiersubject m join public.access_subject s on s.id = m.subject_id
         where m.dossier_id = file and m.started_at <= gate.now() and (m.ended_at is null or gate.now() < m.ended_at)
           and (s.shield >= 3
                or exists (select 1 from public.households_personaddress a
                            where a.subject_id = s.id and a.level >= 3 and a.ended_on is null)
                or exists (select 1 from public.households_personcontact c
                            where c.subject_id = s.id and c.level >= 3 and c.ended_on is null)))
$$;
revoke all on function gate.has_shield(uuid) from public;
alter function gate.has_shield(uuid) owner to kring_definer;
"""
WATCHES = """
create function gate.is_safeguarding(controller uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from public.access_roleassignment r
     where r.account_id = gate.actor() and r.organisation_id = controller and r.role = 'aandachtsfunctionaris'
       and r.started_at <= gate.now() and (r.ended_at is null or gate.now() < r.ended_at))
$$;
create function gate.watches(file uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select exists (
    select 1 from public.access_involvement v
     where v.dossier_id = file and v.account_id = gate.actor() and v.role in ('regisseur', 'achtervang')
       and v.started_at <= gate.now() and (v.ended_at is null or gate.now() < v.ended_at))
    or (gate.has_shield(file)
        and exists (select 1 from public.access_dossier d where d.id = file and gate.is_safeguarding(d.controller_id)))
$$;
revoke all on function gate.is_safeguarding(uuid), gate.watches(uuid) from public;
alter function gate.is_safeguarding(uuid) owner to kring_definer;
alter function gate.watches(uuid) owner to kring_definer;
"""
DOSSIERS = """
create function gate.shielded_dossiers()
  returns table(dossier uuid, controller uuid, label text, shield integer) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select d.id, d.controller_id, d.label, d.shield::integer from public.access_dossier d
   where d.state <> 'closed' and gate.is_safeguarding(d.controller_id) and gate.has_shield(d.id)
   order by d.label, d.id
$$;
create function gate.watched_dossier(file uuid)
  returns table(dossier uuid, controller uuid, label text, shield integer) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select d.id, d.controller_id, d.label, d.shield::integer from public.access_dossier d
   where d.id = file and gate.watches(file)
$$;
create function gate.watched_members(file uuid)
  returns table(subject uuid, name text, role text, shield integer) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select m.subject_id, p.display_name, m.role, s.shield::integer
    from public.access_dossiersubject m join public.access_subject s on s.id = m.subject_id
    join public.households_person p on p.subject_id = m.subject_id
   where m.dossier_id = file and m.started_at <= gate.now() and (m.ended_at is null or gate.now() < m.ended_at)
     and gate.watches(file)
   order by m.started_at, p.sort_name, m.subject_id
$$;
revoke all on function gate.shielded_dossiers(), gate.watched_dossier(uuid), gate.watched_members(uuid) from public;
grant execute on function gate.shielded_dossiers(), gate.watched_dossier(uuid), gate.watched_members(uuid) to kring_app;
alter function gate.shielded_dossiers() owner to kring_definer;
alter function gate.watched_dossier(uuid) owner to kring_definer;
alter function gate.watched_members(uuid) owner to kring_definer;
"""
ROWS = """
create function gate.shielded_rows(file uuid)
  returns table(id uuid, subject uuid, kind text, level integer, by_register boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with asked as materialized (
    select gate.watches(file) as watches, gate.keys('person_address', 1) as addresses,
           gate.keys('person_contact', 1) as contacts),
  members as materialized (
    select m.subject_id from public.access_dossiersubject m
     where m.dossier_id = file and m.started_at <= gate.now() and (m.ended_at is null or gate.now() < m.ended_at))
  select a.id, a.subject_id, 'address', a.level::integer, coalesce(i.secrecy, false)
    from asked, members join public.households_personaddress a using (subject_id)
    left join public.households_personidentity i on i.subject_id = a.subject_id
   where a.ended_on is null and a.level >= 3 and (watches or (a.level = 4 and a.subject_id = any(addresses)))
  union all
  select c.id, c.subject_id, c.kind, c.level::integer, false
    from asked, members join public.households_personcontact c using (subject_id)
   where c.ended_on is null and c.level >= 3 and (watches or (c.level = 4 and c.subject_id = any(contacts)))
$$;
revoke all on function gate.shielded_rows(uuid) from public;
grant execute on function gate.shielded_rows(uuid) to kring_app;
alter function gate.shielded_rows(uuid) owner to kring_definer;
"""
IDLE = """
create function gate.idle_readers(file uuid) returns setof uuid language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with standing(about, level) as (
      select null::uuid, d.shield::integer from public.access_dossier d where d.id = file
      union all
      select s.id, s.shield::integer from public.access_subject s
        join public.access_dossiersubject m on m.subject_id = s.id where m.dossier_id = file
      union all
      select a.subject_id, a.level::integer from public.households_personaddress a
        join public.access_dossiersubject m using (subject_id) where m.dossier_id = file and a.ended_on is null
      union all
      select c.subject_id, c.level::integer from public.households_personcontact c
        join public.access_dossiersubject m using (subject_id) where m.dossier_id = file and c.ended_on is null
      union all
      select null, r.level::integer from (
        select level, dossier_id from public.documents_document
        union all select level, dossier_id from public.plans_question
        union all select level, dossier_id from public.plans_goal
        union all select level, dossier_id from public.plans_action
        union all select level, dossier_id from public.plans_score
        union all select level, dossier_id from public.notes_contactnote
        union all select level, dossier_id from public.safety_safetyagreement
        union all select level, dossier_id from public.safety_reporttrack
        union all select level, dossier_id from public.safety_childtalk) as r where r.dossier_id = file)
    select r.id from public.access_namedreader r join public.access_dossier d on d.id = r.dossier_id
     where r.dossier_id = file and r.ended_at is null and gate.is_safeguarding(d.controller_id)
       and not exists (
         select 1 from standing s where s.level = r.level
            and (s.about is null or r.subject_id is null or s.about = r.subject_id));
end $$;
revoke all on function gate.idle_readers(uuid) from public;
grant execute on function gate.idle_readers(uuid) to kring_app;
alter function gate.idle_readers(uuid) owner to kring_definer;
"""
"""Who reads by name a level at which nothing stands any more, for the safeguarding officer, who lowers it."""


class Migration(migrations.Migration):
    dependencies = [("households", "0003_emergency")]
    operations = [
        migrations.RunSQL(part, migrations.RunSQL.noop) for part in (HAS_SHIELD, WATCHES, DOSSIERS, ROWS, IDLE)
    ]
