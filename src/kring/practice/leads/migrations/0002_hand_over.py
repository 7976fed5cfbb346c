"""Who administers an organisation hands the caseload of a leaver to a colleague, and sees no family in doing so."""

from django.db import migrations

HAND_OVER = """
create function leads.caseload(leader uuid) returns table (dossier uuid, kind text, beside uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select mine.dossier_id, mine.kind, other.account_id
    from public.leads_lead mine
    left join public.leads_lead other
      on other.dossier_id = mine.dossier_id and other.ended_at is null and other.id <> mine.id
   where mine.account_id = leader and mine.ended_at is null
     and exists (select 1 from public.access_account a
                  where a.id = leader and a.organisation_id = any((select gate.keys('settings', 0))::uuid[]))
   order by mine.dossier_id
$$;
revoke all on function leads.caseload(uuid) from public;
grant execute on function leads.caseload(uuid) to kring_app;
alter function leads.caseload(uuid) owner to kring_definer;

create function leads.caseload_counts() returns table (account uuid, families bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.account_id, count(distinct l.dossier_id)
    from public.leads_lead l
    join public.access_account a on a.id = l.account_id
   where l.ended_at is null and a.organisation_id = any((select gate.keys('settings', 0))::uuid[])
   group by l.account_id
$$;
revoke all on function leads.caseload_counts() from public;
grant execute on function leads.caseload_counts() to kring_app;
alter function leads.caseload_counts() owner to kring_definer;

create function leads.only_administer() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.account_id from public.access_roleassignment r
   where r.organisation_id = any((select gate.keys('staff', 0))::uuid[]) and r.role <> 'collega'
     and r.started_at <= gate.now() and (r.ended_at is null or gate.now() < r.ended_at)
   group by r.account_id
  having bool_and(r.role in ('beheerder', 'organisatiebeheerder', 'logbeheerder', 'archivaris', 'gegevensbeheerder'))
$$;
revoke all on function leads.only_administer() from public;
grant execute on function leads.only_administer() to kring_app;
alter function leads.only_administer() owner to kring_definer;

create function leads.hand_over_tasks(family uuid, leaver uuid, taker uuid) returns void language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if gate.actor() is null
     or exists (select 1 from public.leads_lead where dossier_id = family and account_id = leaver and ended_at is null)
     or not exists (
       select 1 from public.leads_lead where dossier_id = family and account_id = taker and ended_at is null) then
    raise exception 'these tasks do not move' using errcode = 'insufficient_privilege';
  end if;
  update public.agenda_task set account_id = taker
   where account_id = leaver and dossier_id = family and state = 'open';
end $$;
revoke all on function leads.hand_over_tasks(uuid, uuid, uuid) from public;
grant execute on function leads.hand_over_tasks(uuid, uuid, uuid) to kring_app;
alter function leads.hand_over_tasks(uuid, uuid, uuid) owner to kring_definer;

create function leads.hand_over(leaver uuid, family uuid, what text, taker jsonb, task jsonb, moment timestamptz)
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select 1 from public.access_account a join public.access_account b on b.organisation_id = a.organisation_id
     where a.id = leaver and b.id = (taker->>'account')::uuid and b.staff_id is not null
       and a.organisation_id = any(gate.keys('settings', 0))) then
    raise exception 'this caseload is not yours to hand over' using errcode = 'insufficient_privilege';
  end if;
  update public.leads_lead set ended_at = moment
   where dossier_id = family and account_id = leaver and kind = what and ended_at is null;
  if not found then
    raise exception 'this account does not lead that dossier' using errcode = 'no_data_found';
  end if;
  insert into public.leads_lead (id, dossier_id, account_id, name, function, organisation_name, phone, kind,
                                 started_at, reason)
  values (gen_random_uuid(), family, (taker->>'account')::uuid, taker->>'name', taker->>'function',
          taker->>'organisation', taker->>'phone', what, moment, '');
  update public.agenda_task set account_id = (taker->>'account')::uuid
   where account_id = leaver and dossier_id = family and state = 'open';
  insert into public.agenda_task (id, account_id, dossier_id, clock, title, began_on, due_on, state, reason)
  values (gen_random_uuid(), (taker->>'account')::uuid, family, task->>'clock', task->>'title',
          (task->>'began_on')::date, (task->>'due_on')::date, 'open', '');
end $$;
revoke all on function leads.hand_over(uuid, uuid, text, jsonb, jsonb, timestamptz) from public;
grant execute on function leads.hand_over(uuid, uuid, text, jsonb, jsonb, timestamptz) to kring_app;
alter function leads.hand_over(uuid, uuid, text, jsonb, jsonb, timestamptz) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("leads", "0001_initial"), ("agenda", "0002_notify")]
    operations = [migrations.RunSQL(HAND_OVER, migrations.RunSQL.noop)]
