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

VECTOR = r"""
create function gate.name_vector(name text, sounds text) returns tsvector language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select array_to_tsvector(gate.name_words(name) || array(
    select '/' || heard from unnest(string_to_array(sounds, ' ')) as heard where heard <> ''))
$$;
create function gate.name_query(words text[], alike text[]) returns tsquery language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp as $$
  select string_agg('(' || quote_literal(asked.word) || ':*' || coalesce((
           select string_agg(' | ' || quote_literal('/' || heard), '')
             from unnest(string_to_array(asked.heard, ' ')) as heard where heard <> ''), '') || ')', ' & ')::tsquery
    from unnest(words, alike) as asked(word, heard)
$$;
revoke all on function gate.name_vector(text, text), gate.name_query(text[], text[]) from public;
grant execute on function gate.name_words(text), gate.name_vector(text, text)
  to kring_app, kring_gate, kring_import, kring_merge, kring_retention, kring_rights, kring_definer;
grant execute on function gate.name_query(text[], text[]) to kring_definer;
create index person_by_name on households_person using gin (gate.name_vector(display_name, sounds));
create index dossier_by_name on access_dossier using gin (gate.name_vector(label, ''));
"""
"""Every word of a name, and behind a slash what it sounds like. Who writes a name must be able to compute it."""

HELD = """exists (select 1 from public.access_grant g
    where g.account_id = me and g.part = '{part}' and g.max_level in {levels} and g.dossier_id = {dossier}
      and g.key = {key} and g.valid_from <= moment and (g.valid_until is null or moment < g.valid_until))"""


def _held(part: str, key: str, dossier: str = "m.dossier_id", levels: str = "(1, 2)") -> str:
    """Whether the actor has this key from this dossier. By index, so that it costs the same beside many families."""
    return HELD.format(part=part, key=key, dossier=dossier, levels=levels)


SHOWN = "returns table(dossier uuid, label text, state text, subject uuid, name text)"
AT_MOST = 100
FEW = 2000


def _found(subjects: str, also: str) -> str:
    """Whom of these the caller may find, with their families: no more than are shown, so that it stops there."""
    return f"""
  select d.id, d.label::text, d.state::text, m.subject_id, p.display_name::text
    from {subjects} as one(subject)
    join public.access_dossiersubject m on m.subject_id = one.subject
    join public.access_subject s on s.id = m.subject_id
    join public.access_dossier d on d.id = m.dossier_id
    join public.households_person p on p.subject_id = m.subject_id
   where s.shield <= 2
     and {_held("dossier_face", "m.dossier_id")}
     and {_held("dossier_face", "gate.key(m.dossier_id, m.subject_id)")}
     and {_held("person", "m.subject_id")}
     and {also}
   limit {AT_MOST}"""  # noqa: S608  own names


DECLARED = """language plpgsql stable security definer set search_path = pg_catalog, pg_temp
  set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  me uuid := gate.actor();
  moment timestamptz := gate.now();"""
"""Person by person: whoever searches in a great many families has many keys, of which a few are looked up."""

OWN = f"""
create function gate.search(words text[], alike text[], born date, postcode text, number text)
  {SHOWN} {DECLARED}
  asked tsquery := gate.name_query(words, alike);
  people uuid[];
  own uuid[];
begin
  if born is not null then
    people := array(
      select i.subject_id from public.households_personidentity i
       where i.birth_year = extract(year from born)::smallint and i.birth_month = extract(month from born)::smallint
         and i.birth_day = extract(day from born)::smallint);
  end if;
  if search.postcode <> '' then
    people := array(
      select a.subject_id from public.households_personaddress a
       where a.postcode = search.postcode and (search.number = '' or a.number = search.number)
         and a.ended_on is null and a.level <= 2 and (born is null or a.subject_id = any(people)));
  end if;
  if asked is not null and people is not null then
    people := array(
      select p.subject_id from public.households_person p
       where p.subject_id = any(people) and gate.name_vector(p.display_name, p.sounds) @@ asked);
  elsif asked is not null then
    people := array(
      select p.subject_id from public.households_person p where gate.name_vector(p.display_name, p.sounds) @@ asked);
    own := array(
      select g.dossier_id from public.access_grant g
       where g.account_id = me and g.part = 'dossier_face' and g.max_level in (1, 2) and g.key = g.dossier_id
       limit {FEW + 1});
    if cardinality(own) <= {FEW} then
      people := array(
        select m.subject_id from unnest(own) as mine(dossier)
          join public.access_dossiersubject m on m.dossier_id = mine.dossier
        intersect select unnest(people));
    end if;
    return query
    select d.id, d.label::text, d.state::text, null::uuid, null::text from public.access_dossier d
     where gate.name_vector(d.label, '') @@ asked and d.shield <= 2 and {_held("dossier_face", "d.id", "d.id")}
     limit {AT_MOST};
  end if;
  return query {
    _found(
        "unnest(people)",
        f'''(born is null or {_held("person_identity", "m.subject_id")})
     and (search.postcode = '' or exists (
       select 1 from public.households_personaddress a
        where a.subject_id = m.subject_id and a.ended_on is null and a.postcode = search.postcode
          and (search.number = '' or a.number = search.number)
          and (a.level <= 1 and {_held("person_address", "m.subject_id")}
            or a.level = 2 and {_held("person_address", "m.subject_id", levels="(2)")})))''',
    )
};
end $$;
revoke all on function gate.search(text[], text[], date, text, text) from public;
grant execute on function gate.search(text[], text[], date, text, text) to kring_app;
alter function gate.search(text[], text[], date, text, text) owner to kring_definer;

create function gate.search_bsn(kept bytea)
  {SHOWN} {DECLARED}
begin
  return query {
    _found(
        "(select b.subject_id from public.households_personbsn b where b.bsn_hmac = kept)",
        '''exists (select 1 from public.access_involvement v
                  where v.dossier_id = m.dossier_id and v.account_id = me
                    and v.role in ('regisseur', 'achtervang', 'teamprofessional')
                    and v.started_at <= moment and (v.ended_at is null or moment < v.ended_at))''',
    )
};
end $$;
revoke all on function gate.search_bsn(bytea) from public;
grant execute on function gate.search_bsn(bytea) to kring_app;
alter function gate.search_bsn(bytea) owner to kring_definer;
"""  # noqa: S608  own names
"""Names fit by their beginning or their sound. First who fits, by an index, then whom of these the caller may find.

A number is looked up whole by who works with the family and has the statutory task (condition 11); it is not shown.
"""

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
     where i.birth_year = extract(year from born)::smallint and i.birth_month = extract(month from born)::smallint
       and i.birth_day = extract(day from born)::smallint
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


PARTS = (WORDS, VECTOR, OWN, SAFEGUARDING, KNOWN_HERE)


class Migration(migrations.Migration):
    dependencies = [
        ("households", "0001_initial"),
        ("access", "0002_borrowed_tables"),
        ("agenda", "0002_notify"),
        ("audit", "0001_initial"),
    ]
    operations = [migrations.RunSQL(part, migrations.RunSQL.noop) for part in PARTS]
