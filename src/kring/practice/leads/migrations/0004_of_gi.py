"""Whether the GI leads is kept with the lead: a name that changes does not end it (BR-033)."""

from django.db import migrations, models

KNOWN = """
alter table leads_lead disable trigger user;
update leads_lead set is_of_gi = true
 where organisation_name in (select name from organisations_organisation where kind = 'gi');
alter table leads_lead enable trigger user;
"""
"""Of who leads already, by the name as it is now; it is no deed of anybody, so the history does not tell it."""

HAND_OVER = """
set local role kring_definer;
create or replace function leads.hand_over(
  leaver uuid, family uuid, what text, taker jsonb, task jsonb, moment timestamptz)
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
  insert into public.leads_lead (id, dossier_id, account_id, name, function, organisation_name, is_of_gi, phone, kind,
                                 started_at, reason)
  values (gen_random_uuid(), family, (taker->>'account')::uuid, taker->>'name', taker->>'function',
          taker->>'organisation', (taker->>'is_of_gi')::boolean, taker->>'phone', what, moment, '');
  update public.agenda_task set account_id = (taker->>'account')::uuid
   where account_id = leaver and dossier_id = family and state = 'open';
  insert into public.agenda_task (id, account_id, dossier_id, clock, title, began_on, due_on, state, reason)
  values (gen_random_uuid(), (taker->>'account')::uuid, family, task->>'clock', task->>'title',
          (task->>'began_on')::date, (task->>'due_on')::date, 'open', '');
end $$;
reset role;
"""


class Migration(migrations.Migration):
    dependencies = [("leads", "0003_tell_lead"), ("organisations", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="lead",
            name="is_of_gi",
            field=models.BooleanField(
                db_default=False, default=False, verbose_name="van een gecertificeerde instelling"
            ),
        ),
        migrations.RunSQL(KNOWN, migrations.RunSQL.noop),
        migrations.RunSQL(HAND_OVER, migrations.RunSQL.noop),
    ]
