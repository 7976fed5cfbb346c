"""What is asked round the family's own plan. For the family: few words, large fields, nothing required (BR-014)."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from kring.ground.documents.rules import LARGEST, can_add
from kring.practice.familiegroepsplan.models import Familiegroepsplan, Outcome, OwnPlanState, Support
from kring.practice.familiegroepsplan.rules.words import OfferWords, OwnWords, offer_problems
from kring.web.dates import DateField
from kring.web.kit.forms import put

Data = Mapping[str, object]
ANSWERS = [("", _("nog geen antwoord")), *((one.value, one.label) for one in Outcome if one != Outcome.READY)]
JUDGEMENTS = [(one.value, one.label) for one in (OwnPlanState.ACCEPTED, OwnPlanState.REMARKS, OwnPlanState.REJECTED)]


class OfferForm(forms.Form):
    """The offer of the law, its answer, and what was agreed about it (Jeugdwet 4.1.2)."""

    offered_on = DateField(label=_("Wanneer is het aangeboden?"), required=False)
    offered_by = forms.CharField(label=_("Door wie?"), max_length=120, required=False)
    answer = forms.ChoiceField(
        label=_("Wil het gezin eerst zelf een plan maken?"), choices=ANSWERS, widget=forms.RadioSelect, required=False
    )
    reason = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Nodig als het plan van het gezin wordt overgeslagen om een reden uit de wet."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    support = forms.ChoiceField(
        label=_("Welke hulp wil het gezin bij het maken?"),
        choices=[("", _("nog niet gevraagd")), *Support.choices],
        required=False,
    )
    support_who = forms.CharField(label=_("Wie helpt?"), max_length=200, required=False)
    due_on = DateField(
        label=_("Wanneer is het plan klaar?"),
        help_text=_("Spreek dit samen af. Vult u niets in, dan is het over vier weken. Er stopt dan niets vanzelf."),
        required=False,
    )
    framework = forms.CharField(
        label=_("Waar moet het plan in elk geval over gaan?"),
        help_text=_("Bijvoorbeeld over veiligheid. Het gezin leest dit."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Data | None = None, *, now: Familiegroepsplan | None, by: str, today: date) -> None:
        start: dict[str, object] = {"offered_on": today, "offered_by": by}
        if now is not None:
            names = ("offered_on", "offered_by", "reason", "support", "support_who", "due_on", "framework")
            start = {name: getattr(now, name) for name in names}
            start["answer"] = now.ground or ("" if now.state == OwnPlanState.OFFERED else Outcome.WANTED.value)
        super().__init__(data, initial=start)
        self.today = today

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if not self.errors:
            put(self, offer_problems(self.said(), self.today))
        return given

    def said(self) -> OfferWords:
        return OfferWords(**{name: self.cleaned_data[name] for name in self.fields})


class AnswerForm(forms.Form):
    """The family's own answer. Whoever says no owes nobody a reason."""

    wants = forms.ChoiceField(
        label=_("Wilt u eerst zelf een plan maken?"),
        choices=[("yes", _("ja, wij maken eerst zelf een plan")), ("no", _("nee, dat willen wij niet"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    support = forms.ChoiceField(
        label=_("Wilt u er hulp bij?"),
        help_text=_("Die hulp is gratis."),
        choices=Support.choices,
        initial=Support.NONE,
        required=False,
    )
    support_who = forms.CharField(label=_("Wie wilt u als hulp?"), max_length=200, required=False)


class OwnForm(forms.Form):
    """Three simple boxes and a file; `content` holds its bytes once the form is valid."""

    worries = forms.CharField(
        label=_("Waar maken we ons zorgen over?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    well = forms.CharField(
        label=_("Wat gaat er goed?"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    steps = forms.CharField(
        label=_("Wat gaan we doen? Wie doet het?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    file = forms.FileField(
        label=_("Foto, tekening of bestand"),
        help_text=_("Mag, hoeft niet. Een foto van een vel papier is ook goed."),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.docx,.odt,.txt"}),
        allow_empty_file=True,
    )
    given_by = forms.CharField(label=_("Van wie is dit?"), max_length=200, required=False)

    content = b""

    def __init__(
        self,
        data: Data | None = None,
        files: MultiValueDict[str, "UploadedFile[bytes]"] | None = None,
        *,
        now: OwnWords,
        has_file: bool = True,
    ) -> None:
        super().__init__(data, files, initial={name: getattr(now, name) for name in ("worries", "well", "steps")})
        self.initial["given_by"] = now.given_by
        if not has_file:
            del self.fields["file"]

    def clean_file(self) -> "UploadedFile[bytes] | None":
        """Not read further than is allowed."""
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None:
            self.content = file.read(LARGEST + 1)
            verdict = can_add(self.content)
            if not verdict:
                raise ValidationError(gettext(str(verdict.reason)))
        return file

    def said(self) -> OwnWords:
        given = self.cleaned_data
        return OwnWords(given["worries"], given["well"], given["steps"], given["given_by"])


class MeetingForm(forms.Form):
    """A meeting of the family with its own people."""

    held_on = DateField(label=_("Wanneer was dat?"), error_messages={"required": _("Vul in wanneer u bij elkaar was.")})
    given_by = forms.CharField(label=_("Wie waren erbij?"), max_length=200, required=False)
    steps = forms.CharField(
        label=_("Wat is er afgesproken?"),
        help_text=_("Mag, hoeft niet."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Data | None = None, *, now: OwnWords | None = None) -> None:
        names = ("held_on", "given_by", "steps")
        super().__init__(data, initial={name: getattr(now, name) for name in names} if now else None)

    def said(self) -> OwnWords:
        given = self.cleaned_data
        return OwnWords(steps=given["steps"], given_by=given["given_by"], held_on=given["held_on"])


class HandInForm(forms.Form):
    """On paper it has a day; by the family's own hand that is today."""

    received_on = DateField(
        label=_("Wanneer kreeg u het plan?"), error_messages={"required": _("Vul in wanneer u het plan kreeg.")}
    )

    def __init__(self, data: Data | None = None, *, is_family: bool, today: date) -> None:
        super().__init__(data, initial={"received_on": today})
        if is_family:
            del self.fields["received_on"]


class JudgeForm(forms.Form):
    """The family reads what is said here."""

    judgement = forms.ChoiceField(
        label=_("Kan dit het plan zijn?"),
        choices=JUDGEMENTS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of u het plan aanvaardt.")},
    )
    words = forms.CharField(
        label=_("Uitleg voor het gezin"),
        help_text=_("Nodig bij opmerkingen, en als het plan zo niet kan. Schrijf wat er anders moet, en waarom."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class TalkForm(forms.Form):
    """Back to the table, by a new day."""

    due_on = DateField(
        label=_("Wanneer is het plan opnieuw klaar?"),
        help_text=_("Vult u niets in, dan is het over vier weken."),
        required=False,
    )
