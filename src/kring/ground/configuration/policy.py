"""Who changes a setting or a word: for all the functional administrator, for one organisation who runs it."""

from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.policy import may_administer, may_administer_all
from kring.ground.shared.verdict import Verdict


def may_set(actor: Actor, organisation: UUID | None) -> Verdict:
    return may_administer_all(actor) if organisation is None else may_administer(actor, organisation)


def may_set_words(actor: Actor, organisation: UUID) -> Verdict:
    """The words of a municipality are its own."""
    return may_administer(actor, organisation)
