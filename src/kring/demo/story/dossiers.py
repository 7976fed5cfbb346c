"""A family's dossier: named, its members tied, its regisseur and achtervang, its accounts and what it answers."""

from collections.abc import Iterator
from datetime import date, datetime, time
from uuid import UUID

from kring.demo.data import read
from kring.demo.days import ZONE
from kring.demo.families import Family
from kring.demo.model import Human
from kring.demo.story.cast import Cast, account_id
from kring.demo.story.research import name_family
from kring.demo.story.shields import hide, write_contacts
from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier, DossierSubject, Subject
from kring.ground.access.parts import Law
from kring.ground.access.roles import TEAM_PROFESSIONAL
from kring.ground.access.services import (
    AccountDetails,
    NewMember,
    involve,
    involve_member,
    link_subject,
    make_account,
    open_dossier,
    represent,
)
from kring.ground.agenda.services import add_task
from kring.ground.shared.period import birthday
from kring.practice.leads.services import Answer, appoint, record_answer

PURPOSE = "Eén plan maken met het gezin, waarin de hulp op elkaar aansluit."
NECESSITY = "De regisseur moet weten welke hulp er loopt, anders botsen de afspraken."
LESS = "Alleen welke hulp er is; wat er in de behandeling gebeurt, wordt niet gedeeld."
CAME = "Het gezin vroeg zelf om één vaste contactpersoon."
TASK = "Vraag het gezin of het een plan met één regisseur wil"
LAWS = {law.value: law for law in Law}
CLOCK = "vraag_het_gezin"


def begin(cast: Cast, family: Family) -> UUID:
    """From naming to the family's answers. Returns the dossier."""
    story = family.given["story"]
    named, active = date.fromisoformat(story["named"]), date.fromisoformat(story["active"])
    dossier = name_family(cast, family, named) or _opened(cast, family, named)
    _make_accounts(cast, family)
    with cast.on(active, "mark", "family_begun") as mark:
        _link_others(cast, family, mark, dossier)
        _involve(cast, family, mark, dossier)
        lead, deputy = cast.account(story["lead"]), cast.account(story["deputy"])
        appoint(actor=mark, dossier=dossier, lead=lead, deputy=deputy, chosen_by_family=True)
        for holder, child in _authorities(family):
            _represent(cast, mark, dossier, holder, child)
    if family.shielded:
        hide(cast, family, dossier, active)
    with cast.on(active, writer(family), "family_answered") as actor:
        write_contacts(cast, family, dossier, actor)
        for answer in story["sharing"]:
            record_answer(actor=actor, dossier=dossier.id, answer=_answer(cast, answer))
    return dossier.id


def writer(family: Family) -> str:
    """Who writes down what the family says: a parent who leads has a professional behind it (BR-032)."""
    lead = str(family.given["story"]["lead"])
    return str(family.given["story"]["deputy"]) if lead.startswith(family.id) else lead


def _opened(cast: Cast, family: Family, day: date) -> Dossier:
    """Not from the list of the onderzoek: the family came by its school, its doctor or itself."""
    with cast.on(day, "mark", "dossier_opened") as mark:
        members = [NewMember(cast.subjects[human.ref], _role(family, human)) for human in family.humans]
        controller = cast.organisations[family.municipality].id
        dossier = open_dossier(
            actor=mark,
            controller=controller,
            label=family.label,
            members=members,
            ground=CAME,
            area=cast.areas.get(family.area),
        )
        add_task(actor=mark, account=mark.id, clock=CLOCK, title=TASK, dossier=dossier.id)
        return dossier


def _role(family: Family, human: Human) -> str:
    return next(str(each["role"]) for each in family.given["members"] if each["id"] == human.ref)


def _make_accounts(cast: Cast, family: Family) -> None:
    wanted = set(read("staff")["family_accounts"])
    with cast.installation("family_accounts") as actor:
        for human in family.humans:
            if human.ref in wanted:
                subject = Subject(id=cast.subjects[human.ref], controller=cast.organisations[family.municipality])
                details = AccountDetails(human.name.full, subject=subject, id=account_id(human.ref))
                make_account(actor=actor, details=details)


def _link_others(cast: Cast, family: Family, mark: Actor, dossier: Dossier) -> None:
    """Family that lives elsewhere belongs to the dossier too."""
    linked = set(DossierSubject.objects.filter(dossier=dossier).values_list("subject_id", flat=True))
    for human in family.humans:
        subject = cast.subjects[human.ref]
        if subject not in linked:
            member = NewMember(subject, _role(family, human))
            link_subject(actor=mark, dossier=dossier, member=member, ground="familie op een ander adres")


def _involve(cast: Cast, family: Family, mark: Actor, dossier: Dossier) -> None:
    for human in family.humans:
        if human.ref in read("staff")["family_accounts"]:
            account = cast.account(human.ref)
            involve_member(actor=mark, dossier=dossier, account=account, born=human.born, ground="lid van het gezin")
    for key, law in family.given["story"].get("professionals", ()):
        involve(
            actor=mark,
            dossier=dossier,
            account=cast.account(key),
            role=TEAM_PROFESSIONAL.code,
            ground="werkt met dit gezin",
            laws=[law],
        )


def _authorities(family: Family) -> Iterator[tuple[Human, Human]]:
    members = {human.ref: human for human in family.humans}
    return ((members[holder], child) for child in family.humans for holder in child.authority)


def _represent(cast: Cast, mark: Actor, dossier: Dossier, holder: Human, child: Human) -> None:
    sixteen = birthday(child.born, 16)
    if sixteen > mark.today:
        represent(
            actor=mark,
            dossier=dossier,
            holder=cast.subjects[holder.ref],
            child=cast.subjects[child.ref],
            until=datetime.combine(sixteen, time(), ZONE),
            source="BRP",
        )


def _answer(cast: Cast, given: dict[str, str | bool]) -> Answer:
    yes = bool(given["yes"])
    return Answer(
        subject=cast.subjects[str(given["who"])],
        law=LAWS[str(given["law"])],
        shares=yes,
        said_by=str(given["said_by"]),
        purpose=PURPOSE if yes else "",
        necessity=NECESSITY if yes else "",
        proportionality=LESS if yes else "",
    )
