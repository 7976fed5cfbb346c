"""The forms of requests: writing one down, asking for a correction, and the steps of the privacy officer."""

from collections.abc import Mapping, Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.oversight.rights.models import Capacity, Channel, RefusalGround, RequestState, Right
from kring.web.dates import BirthDateField, DateField

Data = Mapping[str, object] | None
BY_OTHERS = [(one.value, one.label) for one in Channel if one is not Channel.ACCOUNT]
DECISIONS = [
    (RequestState.GIVEN.value, _("alles geven")),
    (RequestState.PARTLY.value, _("een deel geven")),
    (RequestState.REFUSED.value, _("niet geven")),
]
CORRECTIONS = [
    (RequestState.GIVEN.value, _("verbeterd, zoals gevraagd")),
    (RequestState.PARTLY.value, _("deels verbeterd")),
    (RequestState.REFUSED.value, _("niet verbeterd")),
]
DELETIONS = [
    (RequestState.GIVEN.value, _("vernietigen: het gaat naar de archivaris")),
    (RequestState.REFUSED.value, _("niet vernietigen")),
]


def _text(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class CorrectionForm(forms.Form):
    """In the own words of who asks."""

    words = forms.CharField(
        label=_("Wat klopt er niet, en wat moet het zijn?"),
        max_length=2000,
        widget=_text(5),
        help_text=_("Schrijf ook op waar het staat. Bijvoorbeeld: in mijn plan staat mijn werk verkeerd."),
    )


class _Received(forms.Form):
    """What is asked, how, and by whom."""

    right = forms.ChoiceField(label=_("Wat wordt er gevraagd?"), choices=Right, widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In eigen woorden"),
        required=False,
        max_length=2000,
        widget=_text(3),
        help_text=_("Bij een correctie: wat er niet klopt, en wat het moet zijn."),
    )
    capacity = forms.ChoiceField(
        label=_("Voor wie wordt het gevraagd?"), choices=Capacity, widget=forms.RadioSelect, initial=Capacity.SELF
    )
    asker = forms.CharField(label=_("Wie vraagt het?"), max_length=200)
    channel = forms.ChoiceField(label=_("Hoe kwam het binnen?"), choices=BY_OTHERS)
    received_on = DateField(label=_("Wanneer kwam het binnen?"))

    def __init__(self, data: Data = None, *, today: date) -> None:
        super().__init__(data, initial={"received_on": today})


class ReceivedForm(_Received):
    """By the privacy officer: about somebody who is sought by name and birth date."""

    name = forms.CharField(label=_("Voor- en achternaam van wie het gaat"), max_length=120)
    born = BirthDateField()
    field_order = ("name", "born")


class FamilyRequestForm(_Received):
    """By who works with the family: about one of its members."""

    member = forms.ChoiceField(label=_("Over wie gaat het?"))
    field_order = ("member",)

    def __init__(self, data: Data = None, *, today: date, members: Sequence[tuple[str, str]]) -> None:
        super().__init__(data, today=today)
        self.fields["member"].choices = list(members)  # type: ignore[attr-defined]  # a choice field


class IdentityForm(forms.Form):
    how = forms.CharField(
        label=_("Hoe hebt u gecontroleerd wie het is?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: paspoort gezien aan de balie. Bewaar geen kopie."),
    )


class ExtendForm(forms.Form):
    reason = forms.CharField(
        label=_("Waarom is er meer tijd nodig?"),
        max_length=400,
        widget=_text(3),
        help_text=_("Wie het vroeg, leest dit. Verlengen kan één keer, met twee maanden."),
    )


class DecideForm(forms.Form):
    """The decision on access; `withheld` are the parts that are found."""

    state = forms.ChoiceField(label=_("Wat besluit u?"), choices=DECISIONS, widget=forms.RadioSelect)
    weighed = forms.CharField(
        label=_("Hoe hebt u gelet op anderen, en op ieders veiligheid?"),
        required=False,
        max_length=800,
        widget=_text(3),
        help_text=_(
            "Nodig als u iets geeft. Vraag zo nodig de regisseur of de aandachtsfunctionaris. "
            "Dit lezen alleen toezichthouders."
        ),
    )
    withheld = forms.MultipleChoiceField(
        label=_("Bij een deel: deze onderdelen niet"), required=False, widget=forms.CheckboxSelectMultiple
    )
    answer = forms.CharField(
        label=_("Uitleg aan wie het vroeg"),
        required=False,
        max_length=2000,
        widget=_text(4),
        help_text=_("Nodig als u niet alles geeft: waarom niet, en op welke grond."),
    )

    def __init__(self, data: Data = None, *, parts: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(data)
        if parts:
            self.fields["withheld"].choices = list(parts)  # type: ignore[attr-defined]  # a choice field
        else:
            del self.fields["withheld"]


class CorrectedForm(forms.Form):
    """The decision on a correction, with what stood there: the old value stays in the request."""

    state = forms.ChoiceField(label=_("Wat is er besloten?"), choices=CORRECTIONS, widget=forms.RadioSelect)
    before = forms.CharField(label=_("Wat stond er?"), required=False, max_length=2000, widget=_text(2))
    after = forms.CharField(label=_("Wat staat er nu?"), required=False, max_length=2000, widget=_text(2))
    answer = forms.CharField(
        label=_("Uitleg aan wie het vroeg"),
        required=False,
        max_length=2000,
        widget=_text(4),
        help_text=_("Nodig als niet alles is verbeterd: waarom niet, en op welke grond."),
    )


class DeletionForm(forms.Form):
    """The decision on destruction: all of it, or a ground of the law on which it stays."""

    state = forms.ChoiceField(label=_("Wat besluit u?"), choices=DELETIONS, widget=forms.RadioSelect)
    weighed = forms.CharField(
        label=_("Hoe hebt u het belang van anderen gewogen?"),
        max_length=800,
        widget=_text(3),
        help_text=_("Vraag de regisseur of iemand anders deze gegevens nodig heeft. Dit lezen alleen toezichthouders."),
    )
    ground = forms.ChoiceField(
        label=_("Bij niet vernietigen: op welke grond?"),
        choices=[("", _("niet van toepassing")), *RefusalGround.choices],
        required=False,
    )
    answer = forms.CharField(
        label=_("Uitleg aan wie het vroeg"),
        required=False,
        max_length=2000,
        widget=_text(4),
        help_text=_("Nodig als u niet vernietigt: waarom niet."),
    )


class AskDeletionForm(forms.Form):
    """By who asks it for oneself or for a child."""

    sure = forms.BooleanField(
        label=_("Ik weet dat deze gegevens daarna echt weg zijn."),
        error_messages={"required": _("Zet het vinkje als u dit zeker weet.")},
    )
    words = forms.CharField(label=_("Wilt u erbij zeggen waarom?"), required=False, max_length=2000, widget=_text(3))
