"""Break-glass (BR-104): finding the dossier of somebody by name and birth date, and telling who must know of it.

Whoever is shielded is not found: the safeguarding officer is told, and the searcher cannot see the difference.
"""

from django.db import migrations

FIND = """
create function gate.emergency_dossier(name text, born date, reason text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  hit record;
  found_in uuid[] := '{}';
begin
  if (select count(*) from public.audit_logline l where l.actor = gate.actor() and l.what = 'breakglass.search'
       and l.at > gate.now() - interval '1 hour') >= 5 then
    raise exception 'too many searches' using errcode = 'KR002';
  end if;
  for hit in
    select d.id as dossier, d.controller_id, m.subject_id, greatest(d.shield, s.shield) >= 3 or i.secrecy as shielded
      from public.households_personidentity i
      join public.households_person p on p.subject_id = i.subject_id
      join public.access_subject s on s.id = i.subject_id
      join public.access_dossiersubject m on m.subject_id = i.subject_id
      join public.access_dossier d on d.id = m.dossier_id
     where (i.birth_year, i.birth_month, i.birth_day)
           = (extract(year from born), extract(month from born), extract(day from born))
       and gate.names_match(gate.name_words(emergency_dossier.name), p.display_name)
       and d.state <> 'closed' and m.started_at <= gate.now() and (m.ended_at is null or gate.now() < m.ended_at)
       and d.controller_id in (
         select r.organisation_id from public.access_roleassignment r
          where r.account_id = gate.actor() and r.role = 'aandachtsfunctionaris'
            and r.started_at <= gate.now() and (r.ended_at is null or gate.now() < r.ended_at)
         union
         select o.controller_id from public.access_involvement v join public.access_dossier o on o.id = v.dossier_id
          where v.account_id = gate.actor() and v.role in ('regisseur', 'achtervang', 'teamprofessional')
            and v.started_at <= gate.now() and (v.ended_at is null or gate.now() < v.ended_at))
  loop
    if hit.shielded then
      perform gate.tell_safeguarding(hit.controller_id, hit.dossier);
    else
      found_in := found_in || hit.dossier;
    end if;
    perform audit.record(jsonb_build_array(jsonb_build_object('event', 'search', 'dossier', hit.dossier,
      'subjects', jsonb_build_array(hit.subject_id), 'parts', '["person"]'::jsonb, 'what', 'breakglass.search',
      'ground', left(reason, 400))));
  end loop;
  if not found then
    perform audit.record(jsonb_build_array(jsonb_build_object('event', 'search', 'subjects', '[]'::jsonb,
      'parts', '["person"]'::jsonb, 'what', 'breakglass.search', 'ground', left(reason, 400))));
  end if;
  return case when cardinality(found_in) = 1 then found_in[1] end;
end $$;
revoke all on function gate.emergency_dossier(text, date, text) from public;
grant execute on function gate.emergency_dossier(text, date, text) to kring_app;
alter function gate.emergency_dossier(text, date, text) owner to kring_definer;
"""

TELL = """
create function gate.tell_emergency(file uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  select gate.notify(told.account_id, 'emergency', told.dossier) from (
    select v.account_id, v.dossier_id as dossier from public.access_involvement v
     where v.dossier_id = file and v.role = 'regisseur'
       and v.started_at <= gate.now() and (v.ended_at is null or gate.now() < v.ended_at)
    union
    select r.account_id, d.id from public.access_roleassignment r
      join public.access_dossier d on d.controller_id = r.organisation_id
     where d.id = file and r.role = 'fg' and r.started_at <= gate.now()
       and (r.ended_at is null or gate.now() < r.ended_at)) as told
   where exists (select 1 from public.access_involvement mine where mine.dossier_id = file
                  and mine.account_id = gate.actor() and mine.role = 'noodknop' and mine.started_at = gate.now())
$$;
revoke all on function gate.tell_emergency(uuid) from public;
grant execute on function gate.tell_emergency(uuid) to kring_app;
alter function gate.tell_emergency(uuid) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("households", "0002_search"), ("agenda", "0002_notify")]
    operations = [migrations.RunSQL(part, migrations.RunSQL.noop) for part in (FIND, TELL)]
