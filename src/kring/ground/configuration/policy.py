"""Who changes a setting: for all the functional administrator, for one organisation whoever administers it."""

from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.policy import may_administer, may_administer_all
from kring.ground.shared.verdict import Verdict


def may_set(actor: Actor, organisation: UUID | None) -> Verdict:
    return may_administer_all(actor) if organisation is None else may_administer(actor, organisation)
