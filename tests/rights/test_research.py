"""An objection to research by the own account: at once, for every study, and not for somebody else (BR-094)."""

from datetime import datetime

import pytest

from kring.ground.access import roles
from kring.ground.access.actor import acting
from kring.ground.audit.trail import recording
from kring.ground.shared.verdict import Refused
from kring.steering.studies.services import object_for
from tests.access.people import actor_of, give_role, make_dossier, make_family_account
from tests.studies.test_naming import counted_study, desk, rows
from tests.studies.world import Desk, count, make_bakkers

pytestmark = pytest.mark.django_db
__all__ = ["desk"]


def test_a_member_takes_the_household_out_of_every_study_at_once(desk: Desk, now: datetime) -> None:
    """Twin: Henk of the town, who does not work with them, takes nobody out."""
    _home, (marloes, _noah) = make_bakkers(desk)
    study, _pseudonym = counted_study(desk)
    account = make_family_account(desk.town, marloes, "Marloes de Wit")
    give_role(desk.town, make_dossier(desk.town, "Gezin", [(marloes, "moeder")]), account, roles.ADULT)
    lonneke = desk.actor(desk.lonneke)
    henk = desk.actor(desk.town.henk)
    with recording("test"), acting(henk), pytest.raises(Refused, match="alleen voor uzelf"):
        object_for(actor=henk, subject=marloes.id, objects=True)
    assert rows(lonneke, "select 1 from studies_studycase") == [(1,)]
    her = actor_of(account.id, now)
    with recording("test"), acting(her):
        object_for(actor=her, subject=marloes.id, objects=True)
    assert rows(lonneke, "select 1 from studies_studycase") == []
    assert count(study).left_out == 1
    with recording("test"), acting(her):
        object_for(actor=her, subject=marloes.id, objects=False)
    assert count(study).left_out == 0
