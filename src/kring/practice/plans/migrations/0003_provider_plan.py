"""What providers say of their own plans, and the link by which one without an account answers once.

An answer, by account or by the link, finishes what the professionals of that organisation still had to do for it.

The database gives only what the page behind the link may show, to nobody who does not know the question. Goals have words only where the plan is shared with somebody of that organisation; others have a number and no words.
"""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from kring.ground.shared.protection import Privileges, Protect

NEEDED = """
grant select (id, dossier_id, subject_id, level, state, "order", began_on, own_words) on plans_goal to kring_definer;
"""
ASKED = """
create function gate.provider_asked(asked uuid) returns table(municipality text, organisation text, controller uuid,
  link_until timestamptz, is_open boolean, goals text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with shared as (
    select exists (
      select 1 from public.access_grant r
        join public.access_account a on a.id = r.account_id
        join public.organisations_organisation o on o.id = a.organisation_id
       where r.part = 'plan' and r.key = q.dossier_id and o.name = q.organisation_name
         and r.valid_from <= gate.now() and (r.valid_until is null or gate.now() < r.valid_until)) as is_shared
      from public.plans_providerplan q where q.id = provider_asked.asked)
  select c.name::text, q.organisation_name::text, c.id, q.link_until,
         q.withdrawn_at is null and not exists (
           select 1 from public.plans_providerplan later
            where later.question_id = q.id
               or later.dossier_id = q.dossier_id and later.organisation_name = q.organisation_name
              and later.withdrawn_at is null and later.id <> q.id and later.written_at >= q.written_at),
         coalesce((
           select json_agg(json_build_object('id', g.id, 'words', case when shared.is_shared then g.own_words else '' end)
                           order by g."order", g.began_on, g.id)
             from public.plans_goal g
            where g.dossier_id = q.dossier_id and g.subject_id is null and g.level <= 1 and g.state = 'active'),
           '[]'::json)::text
    from public.plans_providerplan q cross join shared
    join public.access_dossier f on f.id = q.dossier_id
    join public.organisations_organisation c on c.id = f.controller_id
   where q.id = provider_asked.asked and q.has_plan is null
$$;
revoke all on function gate.provider_asked(uuid) from public;
grant execute on function gate.provider_asked(uuid) to kring_app;
alter function gate.provider_asked(uuid) owner to kring_definer;
"""
TOLD = """
create function gate.provider_told(answer uuid) returns void language sql security definer
  set search_path = pg_catalog, pg_temp as $$
  update public.agenda_task t set state = 'done', closed_at = gate.now()
    from public.plans_providerplan p, public.access_account a, public.organisations_organisation o
   where p.id = provider_told.answer and p.has_plan is not null and p.withdrawn_at is null
     and t.dossier_id = p.dossier_id and t.clock = 'plan_aanbieder' and t.state = 'open'
     and a.id = t.account_id and o.id = a.organisation_id and o.name = p.organisation_name
$$;
revoke all on function gate.provider_told(uuid) from public;
grant execute on function gate.provider_told(uuid) to kring_app;
alter function gate.provider_told(uuid) owner to kring_definer;
"""
ANSWERS = """
create function gate.provider_answers(asked uuid, facts jsonb) returns uuid language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  q record;
  made record;
begin
  select p.dossier_id, p.organisation_name into q
    from public.plans_providerplan p, gate.provider_asked(asked) now_asked
   where p.id = asked and now_asked.is_open and gate.now() < p.link_until;
  if q.dossier_id is null then
    return null;
  end if;
  insert into public.plans_providerplan (id, dossier_id, organisation_name, has_plan, made_on, goal_id, has_informal,
    informal_reason, answered_by, question_id, written_by, written_at)
  values (gen_random_uuid(), q.dossier_id, q.organisation_name, (facts->>'has_plan')::boolean,
    (facts->>'made_on')::date,
    (select g.id from public.plans_goal g
      where g.id = (facts->>'goal')::uuid and g.dossier_id = q.dossier_id and g.subject_id is null and g.level <= 1),
    (facts->>'has_informal')::boolean, facts->>'reason', '', asked, gate.actor(), gate.now())
  on conflict (question_id) do nothing returning id, dossier_id into made;
  perform gate.provider_told(made.id);
  return made.dossier_id;
end $$;
revoke all on function gate.provider_answers(uuid, jsonb) from public;
grant execute on function gate.provider_answers(uuid, jsonb) to kring_app;
alter function gate.provider_answers(uuid, jsonb) owner to kring_definer;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0005_consulted"),
        ("agenda", "0001_initial"),
        ("plans", "0002_draft"),
    ]
    operations = [
        migrations.CreateModel(
            name="ProviderPlan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("organisation_name", models.CharField(max_length=120, verbose_name="organisatie")),
                ("link_until", models.DateTimeField(blank=True, null=True, verbose_name="link werkt tot")),
                ("has_plan", models.BooleanField(null=True, verbose_name="is er een eigen plan")),
                ("made_on", models.DateField(blank=True, null=True, verbose_name="datum van het eigen plan")),
                ("has_informal", models.BooleanField(null=True, verbose_name="informele hulp vanaf het begin")),
                (
                    "informal_reason",
                    models.CharField(blank=True, max_length=40, verbose_name="waarom geen informele hulp"),
                ),
                ("answered_by", models.CharField(blank=True, max_length=120, verbose_name="wie antwoordde")),
                ("written_by", models.UUIDField(verbose_name="opgeschreven door")),
                ("written_at", models.DateTimeField(verbose_name="opgeschreven op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.dossier",
                        verbose_name="dossier",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.goal",
                        verbose_name="voor welk doel",
                    ),
                ),
                (
                    "question",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="plans.providerplan",
                        verbose_name="beantwoord met de link",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan van een aanbieder",
                "verbose_name_plural": "plannen van aanbieders",
                "indexes": [models.Index(fields=["dossier"], name="provider_plan_of")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("has_informal__isnull", False), ("has_plan", True), ("made_on__isnull", False)),
                            models.Q(
                                models.Q(("has_plan", False), ("has_plan", None), _connector="OR"),
                                ("goal", None),
                                ("has_informal", None),
                                ("made_on", None),
                            ),
                            _connector="OR",
                        ),
                        name="provider_plan_has_its_facts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("has_informal", False), models.Q(("informal_reason", ""), _negated=True)),
                            models.Q(
                                models.Q(("has_informal", True), ("has_informal", None), _connector="OR"),
                                ("informal_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="provider_plan_says_why_not",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("has_plan", None), ("link_until__isnull", False)),
                            models.Q(("has_plan__isnull", False), ("link_until", None)),
                            _connector="OR",
                        ),
                        name="provider_plan_question_ends",
                    ),
                ],
            },
        ),
        Protect(
            "ProviderPlan",
            scope="dossier",
            part="action",
            author="written_by",
            privileges=Privileges(
                app="select, insert, update (withdrawn_at)",
                definer="select, insert",
                snapshot="select (id, dossier_id, organisation_name, has_plan, has_informal, written_at, withdrawn_at)",
            ),
        ),
        *(migrations.RunSQL(part, migrations.RunSQL.noop) for part in (NEEDED, ASKED, TOLD, ANSWERS)),
    ]
