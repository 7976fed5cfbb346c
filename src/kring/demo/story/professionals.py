"""Professionals round a family who do not work with Kring, as the family named them."""

from datetime import date
from uuid import UUID

from kring.demo.data import read
from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.demo.story.dossiers import writer
from kring.ground.access.models import PartySource
from kring.ground.access.services import PartyWords, add_party


def name_them(cast: Cast, family: Family, dossier: UUID) -> None:
    given = read("professionals").get(family.id)
    if given is None:
        return
    with cast.on(date.fromisoformat(given["on"]), writer(family), "professionals_named") as actor:
        for name, function, organisation, phone, source, since in given["people"]:
            words = PartyWords(name, function, organisation, phone, PartySource(source), cast.days.iso(since))
            add_party(actor=actor, dossier=dossier, words=words)
