"""What the privacy officer looks for, the size of a sample, and the mark on one of its lines."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access.roles import DOSSIER_ROLES, ORGANISATION_ROLES
from kring.ground.audit.models import Event
from kring.ground.audit.rules import LARGEST_SAMPLE
from kring.web.dates import DateField
from kring.web.log.forms import PeriodForm
from kring.web.log.review import Choice, Kind
from kring.web.log.words import role_title

ALL = _("alle")
KINDS: Sequence[tuple[str, Promise]] = (
    (Kind.ALL, _("alle regels")),
    (Kind.REFUSED, _("geweigerde pogingen")),
    (Kind.SHIELDED, _("zoeken naar wie beschermd is")),
    (Kind.EMERGENCY, _("met de noodknop")),
)


class ReviewForm(PeriodForm):
    """Beside the period: which kind of lines, from which organisation, in which role, and what was done."""

    kind = forms.ChoiceField(label=_("Welke regels?"), choices=KINDS, required=False)
    organisation = forms.ChoiceField(label=_("Organisatie"), required=False)
    role = forms.ChoiceField(label=_("Rol"), required=False)
    event = forms.ChoiceField(label=_("Wat er gebeurde"), required=False)

    def __init__(self, data: Mapping[str, object], *, today: date, organisations: Sequence[tuple[UUID, str]]) -> None:
        super().__init__(data, today=today)
        known = [(code, role_title(code)) for code in (DOSSIER_ROLES | ORGANISATION_ROLES)]
        self._offer("organisation", [(str(ident), name) for ident, name in organisations])
        self._offer("role", sorted(known, key=lambda one: one[1]))
        self._offer("event", [(event.value, str(event.label)) for event in Event])

    def _offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", ALL), *choices]

    @property
    def choice(self) -> Choice:
        span = self.span
        if not self.is_bound or not self.is_valid():
            return Choice(span)
        given = self.cleaned_data
        home = UUID(given["organisation"]) if given["organisation"] else None
        return Choice(span, Kind(given["kind"] or Kind.ALL), home, given["role"], given["event"])


class SampleForm(forms.Form):
    """A month and a number."""

    organisation = forms.ChoiceField(label=_("Voor welke organisatie?"))
    month = DateField(label=_("Een dag in de maand"))
    size = forms.IntegerField(label=_("Hoeveel regels?"), min_value=1, max_value=LARGEST_SAMPLE)

    def __init__(
        self, data: Mapping[str, object] | None = None, *, today: date, organisations: Sequence[tuple[UUID, str]]
    ) -> None:
        super().__init__(data, initial={"month": today, "size": 25})
        field = self.fields["organisation"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(str(ident), name) for ident, name in organisations]


class SeenForm(forms.Form):
    """Which line of the sample, and what stands out."""

    sampled = forms.UUIDField()
    remark = forms.CharField(label=_("Opmerking"), max_length=400, required=False)
