"""The words that can be chosen in a plan: those of the municipality that is responsible for the dossier."""

from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.models import Dossier
from kring.ground.configuration.queries.words import choices
from kring.ground.configuration.rules import WordList


def offered(actor: Actor, dossier: UUID, words: WordList, *, keep: str = "") -> frozenset[str]:
    """As codes; `keep` is the word that stands there already, and may stay."""
    controller = Dossier.objects.values_list("controller_id", flat=True).get(id=dossier)
    return frozenset(code for code, _label in choices(words, controller, actor.at, keep=keep))
