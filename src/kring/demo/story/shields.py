"""How a family is reached, and what of that nobody may find: shielded, and read by the two who lead, by name."""

from datetime import date, timedelta

from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.access.services import Naming, shield
from kring.ground.shared.levels import Level
from kring.practice.households.models import ContactKind
from kring.practice.households.services import ContactWords, add_contact, name_with_review

SHIELDED = "Zij wonen veilig zolang niemand kan vinden waar."
WHY_NAMED = "Gaat bij het gezin langs en moet weten waar dat is."
REVIEWED_AFTER = timedelta(days=345)


def hide(cast: Cast, family: Family, dossier: Dossier, day: date) -> None:
    """Who leads shields; the two who lead name each other, for nobody names oneself."""
    lead, deputy = str(family.given["story"]["lead"]), str(family.given["story"]["deputy"])
    with cast.on(day, lead, "family_shielded") as actor:
        secret = [cast.subjects[human.ref] for human in family.humans if human.secret]
        shield(actor=actor, dossier=dossier, people=secret, level=Level.SHIELDED, ground=SHIELDED)
    for namer, named in ((lead, deputy), (deputy, lead)):
        with cast.on(day, namer, "reader_named") as actor:
            review = actor.today + REVIEWED_AFTER
            naming = Naming(cast.account(named).id, Level.SHIELDED, WHY_NAMED, review)
            name_with_review(actor=actor, dossier=dossier, naming=naming)


def write_contacts(cast: Cast, family: Family, dossier: Dossier, actor: Actor) -> None:
    """Telephone and school of everyone of whom the story tells them."""
    for human in family.humans:
        level = Level.SHIELDED if human.secret else Level.CONTACT
        for kind, value in ((ContactKind.PHONE, human.phone), (ContactKind.SCHOOL, human.school)):
            if value:
                words = ContactWords(kind, value, level)
                add_contact(actor=actor, dossier=dossier.id, subject=cast.subjects[human.ref], words=words)
