"""A task for who leads may be about one member of the family: one open task of a kind for each of them."""

from django.db import migrations

TELL = """
grant select (subject_id) on agenda_task to kring_definer;
set local role kring_definer;
create or replace function leads.tell_lead(family uuid, task jsonb) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  leader uuid;
  about uuid := (task->>'subject')::uuid;
begin
  if not (family = any(gate.writing('sharing', 1, 1)) or current_setting('kring.actor_kind', true) = 'system') then
    raise exception 'this dossier is not yours' using errcode = 'insufficient_privilege';
  end if;
  if about is not null and not exists (select 1 from public.access_dossiersubject m
                                        where m.dossier_id = family and m.subject_id = about and m.ended_at is null) then
    raise exception 'not a member of this dossier' using errcode = 'insufficient_privilege';
  end if;
  select l.account_id into leader from public.leads_lead l
   where l.dossier_id = family and l.ended_at is null and l.organisation_name <> '' order by l.kind desc limit 1;
  if leader is null or exists (select 1 from public.agenda_task t where t.dossier_id = family and t.account_id = leader
                                  and t.subject_id is not distinct from about
                                  and t.clock = task->>'clock' and t.state = 'open') then
    return null;
  end if;
  insert into public.agenda_task (id, account_id, dossier_id, subject_id, clock, title, began_on, due_on, state, reason)
  values (gen_random_uuid(), leader, family, about, task->>'clock', task->>'title', (task->>'began_on')::date,
          (task->>'due_on')::date, 'open', '');
  return leader;
end $$;
reset role;
"""


class Migration(migrations.Migration):
    dependencies = [("leads", "0004_of_gi"), ("access", "0001_initial")]
    operations = [migrations.RunSQL(TELL, migrations.RunSQL.noop)]
