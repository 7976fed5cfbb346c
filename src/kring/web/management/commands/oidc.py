"""`./run oidc`: at which OpenID provider people may sign in. Shows them, adds or changes one, takes one away."""

import os
from argparse import ArgumentParser
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from kring.ground.access.actor import acting, system_actor
from kring.ground.access.services import Provider, connect_provider, disconnect_provider, providers
from kring.ground.audit.trail import recording, write
from kring.ground.organisations.models import Organisation
from kring.ground.shared import clock
from kring.ground.shared.verdict import Refused

SECRET = "KRING_OIDC_SECRET"  # noqa: S105  the name of a variable


class Command(BaseCommand):
    help = f"Aanbieders voor inloggen (OpenID Connect). Het geheim komt uit {SECRET}, niet van de opdrachtregel."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", nargs="?", help="korte naam voor in adressen, bijvoorbeeld zeewaard")
        parser.add_argument("--naam", help="wat er op de knop staat, bijvoorbeeld Gemeente Zeewaard")
        parser.add_argument("--adres", help="adres van de aanbieder, zonder /.well-known/…")
        parser.add_argument("--client", help="client-id van Kring bij de aanbieder")
        parser.add_argument("--organisatie", help="alleen voor wie hier werkt; anders voor elk account")
        parser.add_argument("--weg", action="store_true", help="haal deze aanbieder weg")

    def handle(self, *_args: object, **given: str | bool | None) -> None:
        code = str(given["code"] or "")
        if code:
            try:
                self._change(code, given)
            except Refused as refusal:
                raise CommandError(str(refusal.reason)) from refusal
        with acting(system_actor(clock.now()), read_only=True):
            names = dict(Organisation.objects.values_list("id", "name"))
        for one in providers():
            back = f"/account/oidc/{one.code}/login/callback/"
            whom = f"alleen voor {names[one.organisation]}" if one.organisation else "voor iedereen"
            self.stdout.write(
                f"{one.code}: {one.name}, {one.server_url}, client {one.client_id}, {whom}. Terugkeeradres: {back}"
            )

    def _change(self, code: str, given: dict[str, str | bool | None]) -> None:
        actor = system_actor(clock.now())
        with recording("command.oidc") as trail, acting(actor):
            if given["weg"]:
                disconnect_provider(actor=actor, code=code)
            else:
                connect_provider(actor=actor, provider=self._provider(code, given))
            write(trail)

    def _provider(self, code: str, given: dict[str, str | bool | None]) -> Provider:
        missing = [f"--{name}" for name in ("naam", "adres", "client") if not given[name]]
        if missing:
            raise CommandError(f"Dit ontbreekt nog: {', '.join(missing)}.")
        name, address, client = (str(given[name]) for name in ("naam", "adres", "client"))
        secret, organisation = os.environ.get(SECRET, ""), self._organisation(given["organisatie"])
        return Provider(code, name, address.rstrip("/"), client, secret, organisation)

    def _organisation(self, name: str | bool | None) -> UUID | None:
        if not name:
            return None
        found = Organisation.objects.filter(name=name).values_list("id", flat=True)
        if len(found) != 1:
            raise CommandError(f"Er is geen organisatie met de naam {name}. Neem de naam zoals die in Beheer staat.")
        return found[0]
