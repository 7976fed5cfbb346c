"""A list as CSV, as spreadsheets in the Netherlands read it: for the archive's own file, without any name."""

import csv
from io import StringIO

from django.utils.translation import gettext as _

from kring.oversight.retention.queries.lists import OneList


def as_csv(found: OneList) -> bytes:
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [
            _("lijst"), _("regel"), _("wat"), _("personen"), _("wetten"), _("soort gegevens"), _("bron van de termijn"),
            _("telt vanaf"), _("mag weg vanaf"), _("stand"), _("bewaren tot"), _("reden"),
        ]
    )  # fmt: skip
    for row in found.lines:
        line = row.line
        why = line.get_keep_reason_display() if line.keep_reason else line.get_blocked_by_display()
        writer.writerow(
            [
                found.made.number, line.number, row.kind, line.people, line.laws, line.title, line.source,
                line.began_on, line.due_on, row.state, line.keep_until or "", why,
            ]
        )  # fmt: skip
    return out.getvalue().encode("utf-8-sig")
