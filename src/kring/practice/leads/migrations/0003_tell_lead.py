"""Who leads gets a task when a family stops sharing, or a decision ends: the family itself sees no list of tasks."""

from django.db import migrations

TELL = """
grant usage on schema leads to kring_jobs;
create function leads.tell_lead(family uuid, task jsonb) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  leader uuid;
begin
  if not (family = any(gate.writing('sharing', 1, 1)) or current_setting('kring.actor_kind', true) = 'system') then
    raise exception 'this dossier is not yours' using errcode = 'insufficient_privilege';
  end if;
  select l.account_id into leader from public.leads_lead l
   where l.dossier_id = family and l.ended_at is null and l.organisation_name <> '' order by l.kind desc limit 1;
  if leader is null or exists (select 1 from public.agenda_task t where t.dossier_id = family and t.account_id = leader
                                  and t.clock = task->>'clock' and t.state = 'open') then
    return null;
  end if;
  insert into public.agenda_task (id, account_id, dossier_id, clock, title, began_on, due_on, state, reason)
  values (gen_random_uuid(), leader, family, task->>'clock', task->>'title', (task->>'began_on')::date,
          (task->>'due_on')::date, 'open', '');
  return leader;
end $$;
revoke all on function leads.tell_lead(uuid, jsonb) from public;
grant execute on function leads.tell_lead(uuid, jsonb) to kring_app, kring_jobs;
alter function leads.tell_lead(uuid, jsonb) owner to kring_definer;
"""
"""A professional, and one open task of a kind: a relative who leads (BR-032) reads no more than a relative."""


class Migration(migrations.Migration):
    dependencies = [("leads", "0002_hand_over"), ("agenda", "0002_notify")]
    operations = [migrations.RunSQL(TELL, migrations.RunSQL.noop)]
