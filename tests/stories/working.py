"""The worker behind the pages, for a story: it does what waits and then stops.

What comes round by the clock of the machine is left out: a story would go otherwise at five past the hour.
"""

import os
import subprocess
import sys

from kring.ground.shared.database import DatabaseRole
from tests.stories.serving import ROOT

WORK = """
import asyncio
import django
django.setup()
from procrastinate.contrib.django import app
from kring.ground.shared import clock, database
from kring.ground.shared.database import DatabaseRole
from tests.conftest import TODAY
clock.now = lambda: TODAY
app.periodic_registry.periodic_tasks.clear()

async def drain():
    async with app.open_async():
        await app.run_worker_async(wait=False, install_signal_handlers=False)

with database.connected_as(DatabaseRole.JOBS):
    with app.replace_connector(app.connector.get_worker_connector()):
        asyncio.run(drain())
"""


def work(database_url: str) -> None:
    """On the day of the demo families."""
    environment = {
        **os.environ,
        "KRING_DATABASE_URL": database_url,
        "KRING_DATABASE_ROLE": DatabaseRole.APP,
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    subprocess.run([sys.executable, "-c", WORK], env=environment, cwd=ROOT, check=True, timeout=120)
