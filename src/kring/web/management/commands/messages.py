"""`./run messages`: bring the catalogue of every language up to date with the Dutch texts, and compile it."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from kring.web.languages import catalogue
from kring.web.languages.extraction import texts


class Command(BaseCommand):
    help = "Werk de vertalingen bij: nieuwe teksten erbij, verdwenen teksten eruit, en maak de .mo-bestanden."
    requires_system_checks: list[str] = []

    def handle(self, *_args: object, **_options: object) -> None:
        found = list(texts(settings.SOURCE))
        for language, _name in settings.LANGUAGES:
            if language != settings.LANGUAGE_CODE:
                folder = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES"
                done = catalogue.update(found, catalogue.read(folder / "django.po", language))
                folder.mkdir(parents=True, exist_ok=True)
                (folder / "django.po").write_bytes(catalogue.as_po(done.catalogue))
                (folder / "django.mo").write_bytes(catalogue.as_mo(done.catalogue))
                total = len(catalogue.entries(done.catalogue))
                self.stdout.write(
                    f"{language}: {total} teksten, {done.added} nieuw, {done.dropped} vervallen, "
                    f"{done.missing} nog te vertalen."
                )
