"""A login with a password, and one without: that account comes in another way, as on the demo's page."""

from datetime import datetime

import pytest
from django.contrib.auth import authenticate
from django.test import RequestFactory

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.services import make_login
from kring.ground.audit.trail import recording
from tests.access.people import make_town

pytestmark = pytest.mark.django_db

ADDRESS = "jorien@zeewaard.test"
PASSWORD = "een lang verzonnen wachtwoord"


@pytest.mark.parametrize(("password", "enters"), [(PASSWORD, True), (None, False)])
def test_without_a_password_no_password_opens_the_account(now: datetime, password: str | None, enters: bool) -> None:
    town, system = make_town(now), system_actor(now)
    with recording("test"), acting(system):
        login = make_login(actor=system, account=town.jorien, email=ADDRESS, password=password)
    assert login.has_usable_password() is enters
    for tried in (PASSWORD, ""):
        found = authenticate(RequestFactory().post("/"), email=ADDRESS, password=tried)
        assert (found is not None) is (enters and tried == PASSWORD)
