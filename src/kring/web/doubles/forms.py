"""One person or two, and what shows it."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.oversight.doubles.services import Judgement

Data = Mapping[str, object] | None
LONGEST = 400
SAME, DIFFERENT = "same", "different"
MISSING = {"required": _("Schrijf op waaraan u het ziet.")}


class ReasonField(forms.CharField):
    """What shows it, in a few lines."""

    widget = forms.Textarea(attrs={"rows": 3})


class JudgeForm(forms.Form):
    """What is decided here is not asked again."""

    decision = forms.ChoiceField(
        label=_("Is dit dezelfde persoon?"),
        widget=forms.RadioSelect,
        choices=[
            (SAME, _("Ja, dezelfde persoon: voeg samen")),
            (DIFFERENT, _("Nee, twee verschillende personen")),
        ],
        error_messages={"required": _("Kies of dit dezelfde persoon is.")},
    )
    reason = ReasonField(
        label=_("Waaraan ziet u dat?"),
        help_text=_("Bijvoorbeeld: nagevraagd bij Burgerzaken. Schrijf geen BSN op."),
        max_length=LONGEST,
        error_messages=MISSING,
    )

    def judgement(self) -> Judgement:
        return Judgement(self.cleaned_data["decision"] == SAME, self.cleaned_data["reason"])


class UndoForm(forms.Form):
    """Two people after all."""

    reason = ReasonField(
        label=_("Waarom zijn het toch twee personen?"),
        help_text=_("Dit staat in het logboek van de dossiers."),
        max_length=LONGEST,
        error_messages=MISSING,
    )
