"""`gate.notify`: put a notice before somebody else, without reading what they have. One per deed, kind and dossier."""

from django.db import migrations

NOTIFY = """
create function gate.notify(recipient uuid, kind text, dossier uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into public.agenda_notice (id, account_id, kind, dossier, at)
  select gen_random_uuid(), recipient, notify.kind, notify.dossier, gate.now() where gate.actor() is not null
  on conflict do nothing
$$;
revoke all on function gate.notify(uuid, text, uuid) from public;
grant execute on function gate.notify(uuid, text, uuid) to kring_app, kring_import, kring_jobs, kring_rights, kring_retention,
  kring_merge;
alter function gate.notify(uuid, text, uuid) owner to kring_definer;
"""

NOTIFY_PERSON = """
create function gate.notify_person(dossier uuid, person uuid, kind text) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  insert into public.agenda_notice (id, account_id, kind, dossier, at)
  select gen_random_uuid(), a.id, notify_person.kind, notify_person.dossier, gate.now()
    from public.access_account a
   where a.subject_id = notify_person.person
     and gate.key(notify_person.dossier, notify_person.person) = any((select gate.keys('dossier_face', 1))::uuid[])
     and exists (select 1 from public.access_involvement i
                  where i.account_id = a.id and i.dossier_id = notify_person.dossier
                    and i.started_at <= gate.now() and (i.ended_at is null or gate.now() < i.ended_at))
  on conflict do nothing
$$;
revoke all on function gate.notify_person(uuid, uuid, text) from public;
grant execute on function gate.notify_person(uuid, uuid, text) to kring_app;
alter function gate.notify_person(uuid, uuid, text) owner to kring_definer;
"""
"""To the own account of a member of the family, in a dossier that the actor sees; whether there is one, nobody learns."""

REVIEW = """
create function gate.ask_review(doer uuid, what text, began date, due date) returns boolean language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from public.agenda_task
              where account_id = doer and clock = 'toegang_nalopen' and title = what and state = 'open') then
    return false;
  end if;
  insert into public.agenda_task (id, account_id, clock, title, began_on, due_on, state, reason)
  values (gen_random_uuid(), doer, 'toegang_nalopen', what, began, due, 'open', '');
  return true;
end $$;
revoke all on function gate.ask_review(uuid, text, date, date) from public;
grant execute on function gate.ask_review(uuid, text, date, date) to kring_jobs;
alter function gate.ask_review(uuid, text, date, date) owner to kring_definer;

create function gate.close_reviews(organisation uuid, what text, moment timestamptz) returns void language plpgsql
  security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not organisation = any(gate.keys('settings', 0)) then
    raise exception 'this organisation is not yours to review' using errcode = 'insufficient_privilege';
  end if;
  update public.agenda_task set state = 'done', closed_at = moment
   where clock = 'toegang_nalopen' and title = what and state = 'open';
end $$;
revoke all on function gate.close_reviews(uuid, text, timestamptz) from public;
grant execute on function gate.close_reviews(uuid, text, timestamptz) to kring_app;
alter function gate.close_reviews(uuid, text, timestamptz) owner to kring_definer;
"""
"""The worker gives the task; whoever signs the review closes it, also when it is a colleague's."""


class Migration(migrations.Migration):
    dependencies = [("agenda", "0001_initial")]
    operations = [migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (NOTIFY, NOTIFY_PERSON, REVIEW)]
