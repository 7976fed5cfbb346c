"""Two questions: where is a family of mine, and does my team know this person?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.web.dates import BirthDateField


class SearchForm(forms.Form):
    """One's own families, by the beginning of names."""

    q = forms.CharField(
        label=_("Naam, geboortedatum of adres"),
        max_length=120,
        help_text=_(
            "Bijvoorbeeld: Meijer 12-03-1984, of 1781 AB 12. Het begin van een naam is genoeg, en ook wat zo klinkt "
            "wordt gevonden. Een BSN vult u heel in."
        ),
        error_messages={"required": _("Vul een naam in, of het begin ervan.")},
    )


class KnownForm(forms.Form):
    """Someone who is not one's own: exactly, and with a reason."""

    name = forms.CharField(label=_("Voor- en achternaam"), max_length=120)
    born = BirthDateField()
    reason = forms.CharField(
        label=_("Waarom zoekt u?"),
        min_length=10,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Uw naam, deze persoon en uw reden worden vastgelegd."),
        error_messages={"min_length": _("Schrijf op waarom u zoekt, in ten minste tien letters.")},
    )
