"""People who can sign in: with an address and a password, made through the services like everybody else."""

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.models import Account, Login
from kring.ground.access.services import make_login
from kring.ground.audit.trail import recording
from tests.access.people import Town
from tests.web.visitor import Page, Visitor

PASSWORD = "een lang verzonnen wachtwoord"


def give_login(town: Town, account: Account, email: str, password: str | None = PASSWORD) -> Login:
    system = system_actor(town.at)
    with recording("test.login"), acting(system):
        return make_login(actor=system, account=account, email=email, password=password)


def sign_in(visitor: Visitor, email: str, password: str = PASSWORD, start: str = "/account/login/") -> Page:
    """Fill in the real form; `start` may be a page that leads there."""
    page = visitor.get(start)
    return visitor.press(page, "Inloggen", {"login": email, "password": password})
