"""What falls due in a municipality, from facts in the database. As role kring_retention: no account reads all this.

A file that is in use never falls due. A change that the population register tells is no change of the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kring.oversight.retention.models import LineKind
from kring.oversight.retention.reach import Target
from kring.oversight.retention.rules import Due, Facts, due

HELP = """
  select p.subject_id, p.law, p.started_on as began,
         case when coalesce(p.actual_end_on, p.ended_on) is null and p.state in ('assigned', 'running')
              then %(today)s::date
              else greatest(p.started_on, p.ended_on, p.actual_start_on, p.actual_end_on, p.stated_at::date) end as day
    from care_provision p
  union all
  select e.subject_id, e.law, e.began_on, greatest(e.began_on, e.ended_on, e.reported_on) from care_provisionevent e
  union all
  select d.subject_id, d.law, d.began_on, d.ended_on from care_declaration d
"""
"""What happened in help: what runs without an end happens today."""

FILES = f"""
with help as ({HELP}),
  files as (
    select d.id, d.opened_on, d.closed_on,
           exists (select 1 from leads_lead l where l.dossier_id = d.id) as had_lead, d.state
      from access_dossier d
     where d.controller_id = %(organisation)s and d.state <> 'active' and (%(one)s::uuid is null or d.id = %(one)s)),
  members as (
    select f.id, m.subject_id from files f join access_dossiersubject m on m.dossier_id = f.id
      join access_subject s on s.id = m.subject_id and s.kind <> 'network'),
  helped as (select m.id, h.law, h.day from members m join help h on h.subject_id = m.subject_id)
select f.id, f.opened_on, f.closed_on, f.had_lead, (select count(*) from members m where m.id = f.id),
       array(select h.law from helped h where h.id = f.id
             union select c.law from consents_helpconsent c where c.dossier_id = f.id),
       greatest(f.opened_on, f.closed_on,
         (select max(h.day) from helped h where h.id = f.id),
         (select max(c.at)::date from audit_change c where c.dossier = f.id),
         (select max(c.at)::date from audit_change c join members m on m.subject_id = c.subject
           where m.id = f.id and c.name like 'care\\_%%'),
         (select max(v.agreed_on) from plans_planversion v where v.dossier_id = f.id),
         (select max(a.written_at)::date from leads_familyanswer a where a.dossier_id = f.id),
         (select max(x.added_at)::date from documents_document x where x.dossier_id = f.id))
  from files f
 where f.state = 'closed' or not f.had_lead
 order by f.id
"""  # noqa: S608  constants of this module

PEOPLE = f"""
with help as ({HELP})
select s.id, min(h.began), null::date, true, 1, array_agg(distinct h.law), max(h.day)
  from access_subject s join help h on h.subject_id = s.id
 where s.controller_id = %(organisation)s and (%(one)s::uuid is null or s.id = %(one)s)
   and not exists (select 1 from access_dossiersubject m where m.subject_id = s.id)
 group by s.id order by s.id
"""  # noqa: S608  constants of this module


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file or a person whose term has an end: which rule, and when."""

    kind: LineKind
    target: Target
    people: int
    laws: tuple[str, ...]
    due: Due


def candidates(organisation: UUID, today: date, only: Target | None = None) -> Iterator[Candidate]:
    """With `only`: of that file or person, when it is there and not in use."""
    if only is None or only.dossier:
        for row in _rows(FILES, organisation, today, only.dossier if only else None):
            yield from _candidate(LineKind.DOSSIER, Target(dossier=row[0]), row, today)
    if only is None or only.subject:
        for row in _rows(PEOPLE, organisation, today, only.subject if only else None):
            yield from _candidate(LineKind.PERSON, Target(subject=row[0]), row, today)


Row = tuple[UUID, date, date | None, bool, int, list[str], date]


def _rows(query: str, organisation: UUID, today: date, one: UUID | None) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(query, {"organisation": organisation, "today": today, "one": one})
        found: list[Row] = cursor.fetchall()
    return found


def _candidate(kind: LineKind, target: Target, row: Row, today: date) -> Iterator[Candidate]:
    _key, made, ended, had_lead, people, laws, changed = row
    facts = Facts(frozenset(laws), made, changed, ended, kind is LineKind.DOSSIER, had_lead)
    found = due(facts, today)
    if found is not None:
        yield Candidate(kind, target, people, tuple(sorted(laws)), found)
