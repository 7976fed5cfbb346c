"""`python -m tests.stories.collecting <request>`: what the worker does when somebody asked for all own data."""

import sys

import django

django.setup()

from kring.ground.shared import clock  # noqa: E402
from kring.ground.shared.jobs import JOBS  # noqa: E402
from tests.conftest import TODAY  # noqa: E402

clock.now = lambda: TODAY
JOBS["rights.collect"].perform(request=sys.argv[1])
print(sys.argv[1])
