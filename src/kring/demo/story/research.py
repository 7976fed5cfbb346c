"""The approved onderzoek, its list of households under pseudonym, and naming a household from it."""

from datetime import date

from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.ground.access.models import Dossier
from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole
from kring.practice.households.models import HouseholdMember
from kring.steering.studies.models import Study, StudyCase, StudyKey
from kring.steering.studies.services import Proposal, approve_study, name_case, request_study, take_snapshot

TITLE = "Pilot tien gezinnen"
TOWN = "Zeewaard"
ASKED, APPROVED, STARTED, ENDS = date(2025, 10, 20), date(2025, 10, 27), date(2025, 11, 3), date(2027, 6, 30)
REASON = "Hulp onder meer wetten tegelijk, zonder dat iemand het geheel ziet."
PURPOSE = (
    "Zien bij welke huishoudens hulp uit meer wetten zich stapelt, om deze gezinnen één regisseur en één plan aan te "
    "bieden. De uitkomst is een lijst onder pseudoniem; alleen wat nodig is voor het aanbod wordt op naam gebracht."
)
GROUND = (
    "Wettelijke taak tot afstemming (Jeugdwet 2.1 en 2.3, Wmo 2015 2.1.2), met toestemming per wet van het gezin "
    "voordat er iets wordt gedeeld. Gegevensbeschermingseffectbeoordeling van 6 oktober, advies van de FG verwerkt."
)


def ask_and_approve(cast: Cast) -> None:
    """Tess asks, Mark approves; Annet may look too. It runs from a later day, so the list is made apart."""
    organisation = cast.organisations[TOWN].id
    proposal = Proposal(TITLE, PURPOSE, GROUND, cast.days.day(STARTED), cast.days.day(ENDS))
    with cast.on(ASKED, "tess", "study_asked") as tess:
        request_study(actor=tess, organisation=organisation, proposal=proposal)
    with cast.on(APPROVED, "mark", "study_approved") as mark:
        approve_study(actor=mark, study=Study.objects.get(title=TITLE), researchers=[cast.account("annet").id])


def make_list(cast: Cast) -> None:
    """The households with help running today, under their pseudonyms."""
    with database.connected_as(DatabaseRole.SNAPSHOT), cast.installation("study_counted", cast.now):
        study = Study.objects.values_list("id", flat=True).get(title=TITLE)
        take_snapshot(study=study, reference_date=cast.days.today, at=cast.now)


def learn_pseudonyms(cast: Cast) -> None:
    """Which pseudonym stands for which family: only the role that makes the list can tell. In no transaction."""
    if cast.pseudonyms:
        return
    listed = [family for family in cast.world.families if family.given["story"]["from_list"]]
    leaders = {cast.subjects[family.humans[0].ref]: family.id for family in listed}
    with database.connected_as(DatabaseRole.SNAPSHOT), cast.installation("study_counted", cast.now):
        homes = HouseholdMember.objects.filter(subject__in=leaders, ended_on=None).order_by("id")
        lives = {house: leaders[subject] for subject, house in homes.values_list("subject_id", "household_id")}
        keys = StudyKey.objects.filter(study__title=TITLE, household__in=lives).order_by("pseudonym")
        cast.pseudonyms = {lives[house]: name for name, house in keys.values_list("pseudonym", "household")}


def name_family(cast: Cast, family: Family, day: date) -> Dossier | None:
    """Mark names the family's household, when that is how it was found; a secret one is in no list."""
    pseudonym = cast.pseudonyms.get(family.id)
    if pseudonym is None:
        return None
    with cast.on(day, "mark", "case_named") as mark:
        study = Study.objects.get(title=TITLE)
        return name_case(actor=mark, study=study, pseudonym=pseudonym, reason=REASON, label=family.label)


def name_one_more(cast: Cast) -> None:
    """Annet has just named a household: the family is still to be asked."""
    with cast.on(date(2026, 10, 29), "annet", "case_named") as annet:
        study = Study.objects.get(title=TITLE)
        known = set(cast.pseudonyms.values())
        cases = StudyCase.objects.filter(study=study, named_at=None, children__gte=1).exclude(pseudonym__in=known)
        most = cases.order_by("-law_count", "-provisions", "-persons", "-cents_known", "-months_stacked").first()
        assert most is not None, "the demo has more stacked households than its families"
        name_case(actor=annet, study=study, pseudonym=most.pseudonym, reason=REASON)
