"""Who changes a setting or a word: for all the functional administrator, for one organisation who runs it.

The privacy officer reads them, with their history, and changes none.
"""

from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.policy import may_administer, may_administer_all
from kring.ground.access.roles import PRIVACY_OFFICER
from kring.ground.shared.verdict import YES, Verdict


def may_set(actor: Actor, organisation: UUID | None) -> Verdict:
    return may_administer_all(actor) if organisation is None else may_administer(actor, organisation)


def may_set_words(actor: Actor, organisation: UUID) -> Verdict:
    """The words of a municipality are its own."""
    return may_administer(actor, organisation)


def may_read(actor: Actor, organisation: UUID | None) -> Verdict:
    """Who may set it, and who watches over privacy there; what holds for all, any privacy officer."""
    watched = actor.organisations(PRIVACY_OFFICER.code)
    if watched if organisation is None else organisation in watched:
        return YES
    return may_set(actor, organisation)
