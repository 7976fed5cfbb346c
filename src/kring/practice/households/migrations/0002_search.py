"""Searching: one's own dossiers by name, and "known in your team?" for a colleague who gives a reason.

The functions join the caller's own grants, or team, inside. Names of level 3 and 4 are never found: the safeguarding
officer is told instead, and the searcher cannot see the difference with nobody (handbook §5 note 4).
"""

from django.db import migrations

WORDS = r"""
create function gate.name_words(name text) returns text[] language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select array(select word from unnest(regexp_split_to_array(
    translate(regexp_replace(normalize(lower(name), NFKD), '[\u0300-\u036f]', '', 'g'), 'øłđðı', 'olddi'),
    '[^[:alnum:]]+')) as word where word <> '')
$$;
create function gate.names_match(wanted text[], name text) returns boolean language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select cardinality(wanted) > 0 and not exists (
    select 1 from unnest(wanted) as word
     where not exists (select 1 from unnest(gate.name_words(name)) as own where starts_with(own, word)))
$$;
revoke all on function gate.name_words(text), gate.names_match(text[], text) from public;
grant execute on function gate.name_words(text), gate.names_match(text[], text) to kring_app, kring_definer;
"""

OWN = """
create function gate.name_fits(words text[], alike text[], name text, sounds text) returns boolean language sql
  immutable parallel safe set search_path = pg_catalog, pg_temp as $$
  select not exists (
    select 1 from unnest(words, alike) as wanted(word, heard)
     where not exists (select 1 from unnest(gate.name_words(name)) as own where starts_with(own, wanted.word))
       and not (string_to_array(sounds, ' ') && string_to_array(wanted.heard, ' ')))
$$;
revoke all on function gate.name_fits(text[], text[], text, text) from public;
grant execute on function gate.name_fits(text[], text[], text, text) to kring_definer;

create function gate.search(words text[], alike text[], born date, postcode text, number text)
  returns table(dossier uuid, subject uuid) language sql stable security definer
  set search_path = pg_catalog, pg_temp as $$
  with asked as materialized (
    select gate.keys('dossier_face', 1) as faces, gate.keys('person', 1) as people,
           gate.keys('person_identity', 1) as births, gate.keys('person_address', 1) as homes,
           gate.keys('person_address', 2) as level_two
  )
  select d.id, null::uuid from asked, public.access_dossier d
   where cardinality(words) > 0 and born is null and search.postcode = '' and d.id = any(faces) and d.shield <= 2
     and gate.name_fits(words, alike, d.label, '')
  union
  select m.dossier_id, m.subject_id
    from asked, public.access_dossiersubject m
    join public.access_subject s on s.id = m.subject_id
    join public.households_person p on p.subject_id = m.subject_id
   where (cardinality(words) > 0 or born is not null or search.postcode <> '')
     and m.dossier_id = any(faces) and gate.key(m.dossier_id, m.subject_id) = any(faces) and m.subject_id = any(people)
     and s.shield <= 2
     and (born is null or m.subject_id = any(births) and exists (
       select 1 from public.households_personidentity i
        where i.subject_id = m.subject_id and (i.birth_year, i.birth_month, i.birth_day)
              = (extract(year from born), extract(month from born), extract(day from born))))
     and (search.postcode = '' or exists (
       select 1 from public.households_personaddress a
        where a.subject_id = m.subject_id and a.ended_on is null and a.postcode = search.postcode
          and (search.number = '' or a.number = search.number)
          and (a.level <= 1 and m.subject_id = any(homes) or a.level = 2 and m.subject_id = any(level_two))))
     and gate.name_fits(words, alike, p.display_name, p.sounds)
$$;
revoke all on function gate.search(text[], text[], date, text, text) from public;
grant execute on function gate.search(text[], text[], date, text, text) to kring_app;
alter function gate.search(text[], text[], date, text, text) owner to kring_definer;

create function gate.search_bsn(kept bytea) returns table(dossier uuid, subject uuid) language sql stable
  security definer set search_path = pg_catalog, pg_temp as $$
  with asked as materialized (select gate.keys('dossier_face', 1) as faces, gate.keys('person', 1) as people)
  select m.dossier_id, m.subject_id
    from asked, public.households_personbsn b
    join public.access_dossiersubject m on m.subject_id = b.subject_id
    join public.access_subject s on s.id = m.subject_id
   where b.bsn_hmac = kept and s.shield <= 2
     and m.dossier_id = any(faces) and gate.key(m.dossier_id, m.subject_id) = any(faces) and m.subject_id = any(people)
     and exists (select 1 from public.access_involvement v
                  where v.dossier_id = m.dossier_id and v.account_id = gate.actor()
                    and v.role in ('regisseur', 'achtervang', 'teamprofessional')
                    and v.started_at <= gate.now() and (v.ended_at is null or gate.now() < v.ended_at))
$$;
revoke all on function gate.search_bsn(bytea) from public;
grant execute on function gate.search_bsn(bytea) to kring_app;
alter function gate.search_bsn(bytea) owner to kring_definer;
"""
"""Names fit by their beginning or their sound. A number is looked up whole by who works with the family and has the statutory task (condition 11); it is not shown."""

SAFEGUARDING = """
create function gate.tell_safeguarding(organisation uuid, dossier uuid) returns void language sql
  security definer set search_path = pg_catalog, pg_temp as $$
  with holding as (
    select account_id, role from public.access_roleassignment
     where organisation_id = tell_safeguarding.organisation and role in ('aandachtsfunctionaris', 'fg')
       and started_at <= gate.now() and (ended_at is null or gate.now() < ended_at)
  )
  select gate.notify(account_id, 'shielded_search', tell_safeguarding.dossier) from holding
   where role = 'aandachtsfunctionaris'
      or not exists (select 1 from holding where role = 'aandachtsfunctionaris')
$$;
revoke all on function gate.tell_safeguarding(uuid, uuid) from public;
alter function gate.tell_safeguarding(uuid, uuid) owner to kring_definer;
"""

KNOWN_HERE = """
create function gate.known_here(name text, born date, reason text) returns table(initials text, area uuid)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  town uuid;
  team uuid;
  hit record;
  found_any boolean := false;
begin
  if length(trim(known_here.reason)) < 10 then
    raise exception 'a search needs a reason' using errcode = 'KR001';
  end if;
  if (select count(*) from public.audit_logline l where l.actor = gate.actor() and l.what = 'search.known_here'
       and l.at > gate.now() - interval '1 hour') >= 20 then
    raise exception 'too many searches' using errcode = 'KR002';
  end if;
  select a.organisation_id, s.team_id into town, team
    from public.access_account a join public.organisations_staff s on s.id = a.staff_id where a.id = gate.actor();
  for hit in
    select d.id as dossier, d.controller_id, d.area, m.subject_id, p.display_name,
           greatest(d.shield, s.shield) >= 3 or i.secrecy as shielded,
           exists (
             select 1 from public.access_involvement v
               join public.access_account a on a.id = v.account_id
               join public.organisations_staff f on f.id = a.staff_id
              where v.dossier_id = d.id and f.team_id = team and v.role in ('regisseur', 'achtervang', 'teamprofessional')
                and v.started_at <= gate.now() and (v.ended_at is null or gate.now() < v.ended_at)) as in_team
      from public.households_personidentity i
      join public.households_person p on p.subject_id = i.subject_id
      join public.access_subject s on s.id = i.subject_id
      join public.access_dossiersubject m on m.subject_id = i.subject_id
      join public.access_dossier d on d.id = m.dossier_id
     where (i.birth_year, i.birth_month, i.birth_day)
           = (extract(year from born), extract(month from born), extract(day from born))
       and gate.names_match(gate.name_words(known_here.name), p.display_name)
       and d.state <> 'closed' and m.started_at <= gate.now() and (m.ended_at is null or gate.now() < m.ended_at)
  loop
    continue when not hit.in_team and not (hit.shielded and hit.controller_id = town);
    found_any := true;
    perform audit.record(jsonb_build_array(jsonb_build_object('event', 'search', 'dossier', hit.dossier,
      'subjects', jsonb_build_array(hit.subject_id), 'parts', '["person"]'::jsonb, 'what', 'search.known_here',
      'ground', left(known_here.reason, 400))));
    if hit.shielded then
      perform gate.tell_safeguarding(hit.controller_id, hit.dossier);
    else
      initials := (select string_agg(left(word, 1) || '.', '' order by place)
                     from unnest(string_to_array(hit.display_name, ' ')) with ordinality as w(word, place)
                    where left(word, 1) <> lower(left(word, 1)));
      area := hit.area;
      return next;
    end if;
  end loop;
  if not found_any then
    perform audit.record(jsonb_build_array(jsonb_build_object('event', 'search', 'subjects', '[]'::jsonb,
      'parts', '["person"]'::jsonb, 'what', 'search.known_here', 'ground', left(known_here.reason, 400))));
  end if;
end $$;
revoke all on function gate.known_here(text, date, text) from public;
grant execute on function gate.known_here(text, date, text) to kring_app;
alter function gate.known_here(text, date, text) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("households", "0001_initial"),
        ("access", "0002_borrowed_tables"),
        ("agenda", "0002_notify"),
        ("audit", "0001_initial"),
    ]
    operations = [migrations.RunSQL(part, migrations.RunSQL.noop) for part in (WORDS, OWN, SAFEGUARDING, KNOWN_HERE)]
