"""Twins each have a birthday of their own: who is about to reach an age comes along, without a name (BR-025)."""

from django.db import migrations

COMING = """
set local role kring_definer;
drop function leads.coming_birthdays(int[], date, date);
reset role;
create function leads.coming_birthdays(ages int[], first date, last date)
  returns table (dossier uuid, controller uuid, subject uuid, age int, birthday date)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if current_setting('kring.actor_kind', true) is distinct from 'system' then
    raise exception 'only the installation asks this' using errcode = 'insufficient_privilege';
  end if;
  return query
  select distinct d.id, d.controller_id, m.subject_id, a.age,
         (make_date(i.birth_year, i.birth_month, 1) + make_interval(years => a.age))::date + (i.birth_day - 1)
    from public.access_dossier d
    join public.access_dossiersubject m on m.dossier_id = d.id and m.ended_at is null
    join public.households_personidentity i on i.subject_id = m.subject_id
   cross join unnest(ages) as a (age)
   where d.state = 'active' and i.birth_month between 1 and 12 and i.birth_day between 1 and 31
     and i.birth_year is not null
     and (make_date(i.birth_year, i.birth_month, 1) + make_interval(years => a.age))::date + (i.birth_day - 1)
         between first and last
     and not exists (
       select 1 from public.agenda_task t where t.dossier_id = d.id and t.clock = 'wordt_' || a.age
         and (t.subject_id is null or t.subject_id = m.subject_id) and t.due_on =
         (make_date(i.birth_year, i.birth_month, 1) + make_interval(years => a.age))::date + (i.birth_day - 1));
end $$;
revoke all on function leads.coming_birthdays(int[], date, date) from public;
grant execute on function leads.coming_birthdays(int[], date, date) to kring_jobs;
alter function leads.coming_birthdays(int[], date, date) owner to kring_definer;
"""
"""A task from before, which says of nobody whom it is about, is not given once more."""


class Migration(migrations.Migration):
    dependencies = [("course", "0004_named_alike"), ("leads", "0005_tell_about")]
    operations = [migrations.RunSQL(COMING, migrations.RunSQL.noop)]
