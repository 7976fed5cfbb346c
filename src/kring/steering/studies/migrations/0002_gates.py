"""A study opens to those named in it, while it runs; and naming a household, one at a time, by the database itself.

A role opens the list of studies. The cases ask more: named in this study, approved, between its dates. A draft is
the asker's; approving and ending are for who appoints (BR-089, BR-093).
"""

from django.db import migrations

RUNNING = """
create function gate.running_studies() returns uuid[] language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(s.id), '{}') from public.studies_study s
    join public.studies_researcher r on r.study_id = s.id
   where r.account_id = gate.actor() and r.ended_on is null and s.state = 'approved'
     and (gate.now() at time zone 'Europe/Amsterdam')::date between s.started_on and s.ended_on
$$;
revoke all on function gate.running_studies() from public;
grant execute on function gate.running_studies() to kring_app;
alter function gate.running_studies() owner to kring_definer;

create policy only_named_in_a_running_study on studies_studycase as restrictive for select to kring_app
  using (study_id = any((select gate.running_studies())::uuid[]));
create policy begins_as_a_draft on studies_study as restrictive for insert to kring_app with check (state = 'draft');
create policy decided_by_who_appoints on studies_study as restrictive for update to kring_app
  using (true)
  with check (state = 'draft' or organisation_id = any((select gate.keys('caseload', 0))::uuid[]));
create policy named_by_who_appoints on studies_researcher as restrictive for insert to kring_app
  with check (organisation_id = any((select gate.keys('caseload', 0))::uuid[]));
create policy unnamed_by_who_appoints on studies_researcher as restrictive for update to kring_app
  using (organisation_id = any((select gate.keys('caseload', 0))::uuid[]));
"""

ELIGIBLE = """
create function gate.researchers(organisation uuid) returns table(account uuid, name text, function text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct a.id, a.display_name::text, a.function::text
    from public.access_grant g join public.access_account a on a.id = g.account_id
   where g.part = 'study' and g.key = researchers.organisation
     and researchers.organisation = any(gate.keys('study', 0))
     and g.valid_from <= gate.now() and (g.valid_until is null or gate.now() < g.valid_until)
$$;
revoke all on function gate.researchers(uuid) from public;
grant execute on function gate.researchers(uuid) to kring_app;
alter function gate.researchers(uuid) owner to kring_definer;
"""

NAMING = """
create function gate.name_household(study uuid, pseudonym text)
  returns table(subject uuid, display_name text, family_name text, birth_year integer, sex text, parent boolean,
                child boolean, grandparent boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  house uuid;
  town uuid;
  today date := (gate.now() at time zone 'Europe/Amsterdam')::date;
  people uuid[];
begin
  select k.household, s.organisation_id into house, town
    from public.studies_studykey k join public.studies_study s on s.id = k.study_id
   where k.study_id = $1 and k.pseudonym = $2 and s.id = any(gate.running_studies()) and s.asked_by <> gate.actor()
     and exists (select 1 from public.access_roleassignment a where a.account_id = gate.actor()
                  and a.organisation_id = s.organisation_id and a.role in ('toewijzer', 'teamleiding')
                  and a.started_at <= gate.now() and (a.ended_at is null or gate.now() < a.ended_at));
  people := array(
    select m.subject_id from public.households_householdmember m
      left join public.households_personidentity i on i.subject_id = m.subject_id
     where m.household_id = house and m.started_on <= today and (m.ended_on is null or today < m.ended_on)
       and not coalesce(i.deceased, false));
  if cardinality(people) = 0 then
    return;
  end if;
  if exists (select 1 from public.access_subject s left join public.households_personidentity i on i.subject_id = s.id
              where s.id = any(people) and (s.shield >= 3 or i.secrecy)) then
    perform gate.tell_safeguarding(town, null);
    return;
  end if;
  if exists (select 1 from public.studies_objection o where o.subject_id = any(people) and o.ended_on is null)
     or exists (select 1 from public.access_dossier d where d.controller_id = town and d.state <> 'closed' and people <@ array(
          select m.subject_id from public.access_dossiersubject m
           where m.dossier_id = d.id and (m.ended_at is null or gate.now() < m.ended_at))) then
    return;
  end if;
  update public.studies_studycase c set named_at = gate.now()
   where c.study_id = $1 and c.pseudonym = $2 and c.named_at is null;
  if not found then
    return;
  end if;
  return query
    select p.subject_id, p.display_name::text, trim(p.prefix || ' ' || p.surname), i.birth_year::integer, i.sex::text,
           exists (select 1 from public.households_relation r where r.kind = 'parent' and r.ended_on is null
                    and r.subject_id = p.subject_id and r.other_id = any(people)),
           exists (select 1 from public.households_relation r where r.kind = 'parent' and r.ended_on is null
                    and r.other_id = p.subject_id and r.subject_id = any(people)),
           exists (select 1 from public.households_relation r
                    join public.households_relation s on s.subject_id = r.other_id and s.kind = 'parent'
                    where r.kind = 'parent' and r.ended_on is null and s.ended_on is null
                    and r.subject_id = p.subject_id and r.other_id = any(people) and s.other_id = any(people))
      from public.households_person p left join public.households_personidentity i on i.subject_id = p.subject_id
     where p.subject_id = any(people)
     order by i.birth_year, p.sort_name;
end $$;
revoke all on function gate.name_household(uuid, text) from public;
grant execute on function gate.name_household(uuid, text) to kring_app;
alter function gate.name_household(uuid, text) owner to kring_definer;
"""

OBJECTING = """
create function gate.set_objection(person uuid, objects boolean) returns void language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  today date := (gate.now() at time zone 'Europe/Amsterdam')::date;
begin
  insert into public.studies_objection (subject_id, since, ended_on, recorded_by)
    values (person, today, case when objects then null else today end, gate.actor())
    on conflict (subject_id) do update set ended_on = excluded.ended_on, recorded_by = excluded.recorded_by,
      since = case when excluded.ended_on is null then excluded.since else studies_objection.since end;
  if objects then
    with gone as (
      delete from public.studies_studykey k using public.households_householdmember m
       where m.household_id = k.household and m.subject_id = person and (m.ended_on is null or today < m.ended_on)
      returning k.study_id, k.pseudonym)
    delete from public.studies_studycase c using gone where c.study_id = gone.study_id and c.pseudonym = gone.pseudonym;
  end if;
end $$;
revoke all on function gate.set_objection(uuid, boolean) from public;
alter function gate.set_objection(uuid, boolean) owner to kring_definer;

create function gate.object_for(person uuid, objects boolean) returns boolean language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  me uuid := (select a.subject_id from public.access_account a where a.id = gate.actor());
begin
  if not coalesce(person = me, false)
     and not exists (
       select 1 from public.access_representation r
        where r.holder_id = me and r.child_id = person
          and r.started_at <= gate.now() and (r.ended_at is null or gate.now() < r.ended_at))
     and not exists (
       select 1 from public.access_dossiersubject m
        where m.subject_id = person and m.dossier_id = any(gate.keys('task', 1))
          and (m.ended_at is null or gate.now() < m.ended_at)) then
    return false;
  end if;
  perform gate.set_objection(person, objects);
  return true;
end $$;
revoke all on function gate.object_for(uuid, boolean) from public;
grant execute on function gate.object_for(uuid, boolean) to kring_app;
alter function gate.object_for(uuid, boolean) owner to kring_definer;

create function gate.object_to_research(name text, born date, objects boolean) returns integer language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
declare
  people uuid[];
begin
  people := array(
    select p.subject_id from public.households_person p
      join public.households_personidentity i on i.subject_id = p.subject_id
      join public.access_subject s on s.id = p.subject_id
     where (i.birth_year, i.birth_month, i.birth_day)
           = (extract(year from born), extract(month from born), extract(day from born))
       and gate.names_match(gate.name_words(object_to_research.name), p.display_name)
       and exists (select 1 from public.access_roleassignment a where a.account_id = gate.actor()
                    and a.organisation_id = s.controller_id and a.role in ('fg', 'toewijzer')
                    and a.started_at <= gate.now() and (a.ended_at is null or gate.now() < a.ended_at)));
  if cardinality(people) = 1 then
    perform gate.set_objection(people[1], objects);
  end if;
  perform audit.record(jsonb_build_array(jsonb_build_object('event', 'change', 'subjects', to_jsonb(people),
    'parts', '["person_identity"]'::jsonb, 'what', 'studies.objection_recorded', 'ground', 'BR-094')));
  return cardinality(people);
end $$;
revoke all on function gate.object_to_research(text, date, boolean) from public;
grant execute on function gate.object_to_research(text, date, boolean) to kring_app;
alter function gate.object_to_research(text, date, boolean) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("studies", "0001_initial"), ("households", "0002_search")]
    operations = [migrations.RunSQL(part, migrations.RunSQL.noop) for part in (RUNNING, ELIGIBLE, NAMING, OBJECTING)]
