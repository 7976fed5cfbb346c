"""Receiving a request, its task with the privacy officer, and finding whom a letter is about: by the database itself.

Who asks for oneself or for a child, who works with the family and who is privacy officer may write a request down; none
of them gets to read more of anybody by that.
"""

from django.db import migrations

KEEP_TASK = """
create function gate.keep_request_task(request uuid) returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  asked record;
  officer uuid;
begin
  select r.* into asked from public.rights_datarequest r
   where r.id = request
     and (r.asked_by_id = gate.actor() or r.written_by = gate.actor()
          or r.organisation_id = any(gate.keys('data_request', 0)));
  if asked.id is null then
    return;
  end if;
  select v.account_id into officer from public.access_roleassignment v
   where v.organisation_id = asked.organisation_id and v.role = 'fg'
     and v.started_at <= gate.now() and (v.ended_at is null or gate.now() < v.ended_at)
   order by v.started_at, v.id limit 1;
  update public.agenda_task set due_on = asked.due_on,
         state = case when asked."right" = 'deletion' and asked.state = 'given' then 'open'
                      when asked.state in ('given', 'partly', 'refused') then 'done'
                      when asked.state = 'withdrawn' then 'cancelled' else 'open' end,
         closed_at = case when asked."right" = 'deletion' and asked.state = 'given' then null
                          when asked.state in ('given', 'partly', 'refused', 'withdrawn') then gate.now() end
   where id = asked.id;
  if not found and officer is not null then
    insert into public.agenda_task (id, account_id, clock, title, began_on, due_on, state, reason)
    values (asked.id, officer, case asked."right" when 'access' then 'inzageverzoek' when 'deletion' then 'vernietigingsverzoek'
                               else 'correctieverzoek' end,
            case asked."right" when 'access' then 'Verzoek om inzage' when 'deletion' then 'Verzoek om vernietiging'
                               else 'Verzoek om correctie' end,
            asked.received_on, asked.due_on, 'open', '');
    perform gate.notify(v.account_id, 'rights_asked', null) from public.access_roleassignment v
     where v.organisation_id = asked.organisation_id and v.role = 'fg' and v.account_id <> gate.actor()
       and v.started_at <= gate.now() and (v.ended_at is null or gate.now() < v.ended_at);
  end if;
end $$;
revoke all on function gate.keep_request_task(uuid) from public;
grant execute on function gate.keep_request_task(uuid) to kring_app;
alter function gate.keep_request_task(uuid) owner to kring_definer;
"""
"""What is to be destroyed on request stays a task until that has been done: the term of the law runs to then."""

RECEIVE = """
create function gate.receive_request(asked jsonb) returns uuid language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  person uuid := (asked->>'subject')::uuid;
  me uuid := (select a.subject_id from public.access_account a where a.id = gate.actor());
  town uuid := (select s.controller_id from public.access_subject s where s.id = person);
  own boolean := coalesce(person = me, false) or exists (
    select 1 from public.access_representation r
     where r.holder_id = me and r.child_id = person
       and r.started_at <= gate.now() and (r.ended_at is null or gate.now() < r.ended_at));
  works boolean := exists (
    select 1 from public.access_dossiersubject m
     where m.subject_id = person and m.dossier_id = any(gate.keys('task', 1))
       and (m.ended_at is null or gate.now() < m.ended_at));
  made uuid := gen_random_uuid();
begin
  if not (own or works or coalesce(town = any(gate.keys('data_request', 0)), false)) then
    raise exception 'this person is not yours to ask for' using errcode = 'insufficient_privilege';
  end if;
  insert into public.rights_datarequest (
    id, organisation_id, subject_id, about, "right", channel, capacity, asker, asked_by_id, words, received_on, written_by,
    due_on, extended_because, checked_on, checked_how, state, summary, others_weighed, withheld, refusal, answer,
    value_before, value_after)
  select made, town, person, coalesce(p.display_name, ''), asked->>'right',
         case when own then 'account' else asked->>'channel' end, asked->>'capacity', asked->>'asker',
         case when own then gate.actor() end, asked->>'words',
         case when own then (gate.now() at time zone 'Europe/Amsterdam')::date else (asked->>'received_on')::date end,
         gate.actor(), (asked->>'due_on')::date, '',
         case when own then (gate.now() at time zone 'Europe/Amsterdam')::date end,
         case when own then asked->>'checked_how' else '' end,
         case when own then 'checked' else 'received' end, '{}', '', '[]', '', '', '', ''
    from (select 1) as one left join public.households_person p on p.subject_id = person;
  perform gate.keep_request_task(made);
  return made;
end $$;
revoke all on function gate.receive_request(jsonb) from public;
grant execute on function gate.receive_request(jsonb) to kring_app;
alter function gate.receive_request(jsonb) owner to kring_definer;
"""
"""Who asks by the own account has shown by signing in who that is; a letter is still to be checked."""

FIND = """
create function gate.person_who_asks(name text, born date) returns uuid language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  people uuid[];
begin
  people := array(
    select p.subject_id from public.households_person p
      join public.households_personidentity i on i.subject_id = p.subject_id
      join public.access_subject s on s.id = p.subject_id
     where (i.birth_year, i.birth_month, i.birth_day)
           = (extract(year from born), extract(month from born), extract(day from born))
       and gate.names_match(gate.name_words(person_who_asks.name), p.display_name)
       and s.controller_id = any(gate.keys('data_request', 0)));
  perform audit.record(jsonb_build_array(jsonb_build_object('event', 'search', 'subjects', to_jsonb(people),
    'parts', '["person"]'::jsonb, 'what', 'rights.person_sought', 'ground', 'AVG art. 12')));
  return case when cardinality(people) = 1 then people[1] end;
end $$;
revoke all on function gate.person_who_asks(text, date) from public;
grant execute on function gate.person_who_asks(text, date) to kring_app;
alter function gate.person_who_asks(text, date) owner to kring_definer;
"""

RUNNING = """
create function gate.requests_in(file uuid) returns table(about text, "right" text, state text, received_on date,
  due_on date) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.about::text, r."right"::text, r.state::text, r.received_on, r.due_on from public.rights_datarequest r
    join public.access_dossiersubject m on m.subject_id = r.subject_id and m.dossier_id = requests_in.file
   where requests_in.file = any(gate.keys('task', 1)) and m.subject_id = any(gate.keys('person', 1))
   order by r.received_on desc, r.id
$$;
revoke all on function gate.requests_in(uuid) from public;
grant execute on function gate.requests_in(uuid) to kring_app;
alter function gate.requests_in(uuid) owner to kring_definer;
"""
"""Who works with the family sees that a request runs, and nothing of what is answered."""

EXPIRED = """
create policy not_after_its_term on rights_package as restrictive for select to kring_app
  using (expires_on >= (select gate.now() at time zone 'Europe/Amsterdam')::date);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("rights", "0001_initial"),
        ("agenda", "0002_notify"),
        ("households", "0002_search"),
    ]
    operations = [
        migrations.RunSQL(part, migrations.RunSQL.noop) for part in (KEEP_TASK, RECEIVE, FIND, RUNNING, EXPIRED)
    ]
