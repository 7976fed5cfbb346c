"""The address behind an invitation, for who hands it over on paper."""

from django.urls import reverse

from kring.ground.access.links import link_of
from kring.ground.access.models import Invitation
from kring.ground.agenda.mail import installation_address


def address_of(made: Invitation) -> str:
    return installation_address() + reverse("invitation", kwargs={"link": link_of(made.id)}).removeprefix("/")
