"""The list of a study as a sheet: pseudonyms and facts, for the terminal and for a file."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from kring.practice.care.queries.sheet import euros
from kring.steering.studies.queries.cases import CaseRow

SHEET_HEAD: Final = (
    _("Pseudoniem"), _("Gemeente"), _("Gebied"), _("Personen"), _("Kinderen"), _("Aantal wetten"), _("Wetten"),
    _("Voorzieningen"), _("Aanbieders"), _("Professionals bekend"), _("Aanbieders zonder bekende professional"),
    _("Maanden met twee of meer wetten"), _("Bekende kosten per jaar (euro)"), _("Waarvan geschat (euro)"),
    _("Eenmalig (euro)"), _("Gedeclareerd zonder jaarbedrag (euro)"), _("Kosten onbekend"),
    _("Niet van de gemeente"), _("Peildatum"),
)  # fmt: skip


def sheet_of(rows: Iterable[CaseRow]) -> list[tuple[str, ...]]:
    return [
        (
            row.pseudonym, row.town, row.area, str(row.persons), str(row.children), str(len(row.laws)),
            ", ".join(law.label for law in row.laws), str(row.provisions), str(row.providers), str(row.helpers),
            str(row.providers_without_helper), str(row.months), euros(row.costs.per_year), euros(row.costs.estimated),
            euros(row.costs.once), euros(row.costs.declared), str(row.costs.unknown), str(row.costs.elsewhere),
            f"{row.reference_date:%d-%m-%Y}",
        )
        for row in rows
    ]  # fmt: skip
