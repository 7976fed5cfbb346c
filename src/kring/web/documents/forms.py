"""Adding and withdrawing a document. What the file is, Kring sees for itself; what it is about, a person says."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.ground.documents.models import Document, DocumentKind
from kring.ground.documents.rules import LARGEST, can_add
from kring.ground.documents.services import Description
from kring.ground.shared.levels import Level
from kring.practice.leads.queries import Member
from kring.web.dates import DateField

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.docx,.odt,.txt"
WHOLE_FAMILY = ""
PER_PERSON = _(
    "Gaat het over één persoon, dan ziet van het gezin alleen die persoon het, "
    "en bij een kind tot 16 jaar wie het gezag heeft."
)
WHO_MAY_SEE = {
    Level.SHARED_PLAN: _("om wie het gaat, en iedereen die aan dit plan werkt"),
    Level.DOMAIN_FILE: _("alleen professionals met een taak in dit dossier"),
    Level.PROTECTED: _("beschermd: alleen wie op naam toegang heeft"),
    Level.SHIELDED: _("afgeschermd adres of verblijf: alleen wie op naam toegang heeft"),
}


class DescribedForm(forms.Form):
    """What a person says about a document."""

    title = forms.CharField(
        label=_("Titel"),
        max_length=200,
        help_text=_("Bijvoorbeeld: brief van school"),
        error_messages={"required": _("Geef het document een titel.")},
    )
    kind = forms.ChoiceField(label=_("Soort"), choices=DocumentKind)
    dated_on = DateField(
        label=_("Datum van het document"), error_messages={"required": _("Vul de datum in die op het document staat.")}
    )
    given_by = forms.CharField(label=_("Van wie"), max_length=120, required=False)
    subject = forms.ChoiceField(label=_("Over wie"), required=False)

    def offer(self, members: Sequence[Member], today: date) -> None:
        """Whom it can be about, and the last day that it can be of."""
        self.today = today
        named = [(str(member.subject), member.name) for member in members if member.name]
        everybody = gettext("het hele gezin") if len(members) > 1 else gettext("het hele plan")
        self._choices("subject", [(WHOLE_FAMILY, everybody), *named])

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean_dated_on(self) -> date:
        day: date = self.cleaned_data["dated_on"]
        if day > self.today:
            raise ValidationError(_("Deze datum ligt in de toekomst."))
        return day

    def description(self, level: Level) -> Description:
        given = self.cleaned_data
        return Description(
            DocumentKind(given["kind"]),
            given["title"],
            given["dated_on"],
            given_by=given["given_by"],
            subject=UUID(given["subject"]) if given["subject"] else None,
            level=level,
        )


class AddForm(DescribedForm):
    """`content` holds the bytes once the form is valid."""

    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("PDF, JPEG, PNG, DOCX, ODT of TXT, hoogstens 10 MB. De naam van het bestand wordt niet bewaard."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        allow_empty_file=True,
        error_messages={"required": _("Kies een bestand.")},
    )
    level = forms.TypedChoiceField(label=_("Wie mag het zien"), coerce=int, widget=forms.RadioSelect)
    field_order = ("file", "title")

    content = b""

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict[str, "UploadedFile[bytes]"] | None = None,
        *,
        members: Sequence[Member],
        levels: Sequence[Level],
        today: date,
    ) -> None:
        super().__init__(
            data, files, initial={"dated_on": today, "level": Level.SHARED_PLAN, "kind": DocumentKind.LETTER}
        )
        self.may_add = bool(levels)
        self.offer(members, today)
        self.fields["level"].help_text = PER_PERSON if len(members) > 1 else ""
        self._choices("level", [(str(one.value), str(WHO_MAY_SEE[one])) for one in levels])

    def clean_file(self) -> "UploadedFile[bytes]":
        """Not read further than is allowed."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        self.content = file.read(LARGEST + 1)
        verdict = can_add(self.content)
        if not verdict:
            raise ValidationError(gettext(str(verdict.reason)))
        return file


class CorrectForm(DescribedForm):
    """As it stands now."""

    def __init__(self, data: QueryDict | None = None, *, members: Sequence[Member], today: date, now: Document) -> None:
        stands = {
            "title": now.title,
            "kind": now.kind,
            "dated_on": now.dated_on,
            "given_by": now.given_by,
            "subject": str(now.subject_id or WHOLE_FAMILY),
        }
        super().__init__(data, initial=stands)
        self.offer(members, today)


class WithdrawForm(forms.Form):
    """Each document has its own, by its number."""

    reason = forms.CharField(
        label=_("Waarom trekt u dit document in?"),
        help_text=_("Niemand kan het daarna nog openen. De reden blijft in de lijst staan."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf op waarom u dit document intrekt.")},
    )

    def __init__(self, data: QueryDict | None = None, *, number: str) -> None:
        super().__init__(data, prefix=f"document-{number}")
