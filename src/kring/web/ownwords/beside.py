"""The own statements beside one part, and the way to add one."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kring.practice.statements.queries import Beside
from kring.web.component import filled, render
from kring.web.kit.addresses import address

ADD = '{}<p class="k-small k-no-print k-aside"><a href="{}">{}{}</a></p>'
ABOUT = '<span class="k-hidden">: {}</span>'


@dataclass(frozen=True, slots=True)
class StatementsShown:
    """The statements of a dossier on a page whose forms send `token` along."""

    found: Beside
    dossier: UUID
    token: str

    def beside(self, kind: str, thing: UUID, what: str = "") -> SafeString:
        said = self.found.of(kind, thing)
        shown = render("beside", statements=said, dossier=self.dossier, csrf_token=self.token) if said else ""
        if not self.found.may_add:
            return SafeString(shown)
        about = filled(ABOUT, what) if what else ""
        return filled(ADD, shown, address("statement_add", self.dossier, kind, thing), _("Eigen verklaring"), about)
