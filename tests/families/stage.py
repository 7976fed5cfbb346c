"""A family of the demo as somebody finds it on the day of the demo."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from kring.ground.access.actor import Actor, acting
from kring.ground.audit.trail import recording
from tests.demo.files import world
from tests.demo.loaded import actor, raw


@dataclass(frozen=True, slots=True)
class Scene:
    """Who looks, and at which dossier."""

    actor: Actor
    dossier: UUID


@contextmanager
def looking(key: str, family: str) -> Iterator[Scene]:
    """As a page would: `key` is a member of staff (`jorien`) or of a family (`F01a`)."""
    who, dossier = actor(key), dossier_of(family)
    with recording("test"), acting(who, dossier=dossier):
        yield Scene(who, dossier)


def dossier_of(family: str) -> UUID:
    label = next(each.label for each in world().families if each.id == family)
    found: UUID = raw("select id from access_dossier where label = %s", label)[0][0]
    return found


def subject_of(ref: str) -> UUID:
    """Of a member, by the id in the story (`F01c` is Finn)."""
    name = world().humans[ref].name.full
    found: UUID = raw("select subject_id from households_person where display_name = %s", name)[0][0]
    return found
