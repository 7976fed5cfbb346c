"""`python -m tests.stories.inviting <name> <address>`: invite a colleague as the administrator does, print the link."""

import sys

import django

django.setup()

from kring.ground.access.actor import acting, system_actor  # noqa: E402
from kring.ground.access.links import link_of  # noqa: E402
from kring.ground.access.models import Account  # noqa: E402
from kring.ground.access.services import invite  # noqa: E402
from kring.ground.audit.trail import recording, write  # noqa: E402
from tests.conftest import TODAY  # noqa: E402

name, address = sys.argv[1:]
actor = system_actor(TODAY)
with recording("story.invitation") as trail, acting(actor):
    made = invite(actor=actor, account=Account.objects.get(display_name=name), email=address)
    write(trail)
print(f"/account/uitnodiging/{link_of(made.id)}/")
