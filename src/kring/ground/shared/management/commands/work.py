"""`work`: do the jobs in the queue until told to stop; ends within seconds, also in the middle of a long job."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole

GRACE_SECONDS = 5.0


class Command(BaseCommand):
    help = "Doe het werk op de achtergrond: berichten, termijnen en leveringen."

    def handle(self, *args: object, **options: object) -> None:  # noqa: ARG002
        with database.connected_as(DatabaseRole.JOBS):
            connector = app.connector
            if not isinstance(connector, DjangoConnector):
                raise TypeError("The queue is reached through Django's own connection.")
            with app.replace_connector(connector.get_worker_connector()):
                asyncio.run(_work())


async def _work() -> None:
    loop = asyncio.get_running_loop()
    async with app.open_async():
        worker = asyncio.create_task(
            app.run_worker_async(
                name="kring",
                install_signal_handlers=False,
                delete_jobs="successful",
                shutdown_graceful_timeout=GRACE_SECONDS,
            )
        )
        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sign, _stop, worker.cancel)
        with suppress(asyncio.CancelledError):
            await worker


def _stop(cancel: Callable[[], bool]) -> None:
    """Let the present job end; if it takes too long, leave it: its transaction is undone and it runs again later."""
    last = threading.Timer(GRACE_SECONDS, os._exit, [0])
    last.daemon = True
    last.start()
    cancel()
