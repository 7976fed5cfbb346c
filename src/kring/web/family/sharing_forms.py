"""Writing down what may be shared: with who leads per law, with others by name; always with reasons (BR-090)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import RecipientKind, SharedPart, SharingGround
from kring.ground.access.parts import Law
from kring.ground.access.services import Decision, Recipient
from kring.ground.access.sharing_rules import SAFETY, ground_of, grounds_on
from kring.ground.shared.period import HERE
from kring.practice.leads.queries import Member
from kring.practice.leads.queries.recipients import Candidate
from kring.practice.leads.services import Answer
from kring.web.dates import DateField
from kring.web.family.forms import NO, YES, with_choices

OUTSIDE, TOGETHER, LATER = "outside", "together", "later"
HELP = "help-"


class ReasonsForm(forms.Form):
    """On which ground, for what, why, and until when: the same for every decision."""

    ground = forms.ChoiceField(
        label=_("Op welke grond?"),
        help_text=_("Gegevens van de ene wet gebruiken voor de andere kan alleen met uitdrukkelijke toestemming."),
        required=False,
    )
    purpose = forms.CharField(
        label=_("Waarvoor is dit nodig?"),
        help_text=_("Bijvoorbeeld: om samen één plan te maken."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    necessity = forms.CharField(
        label=_("Waarom kan het niet zonder?"),
        max_length=800,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    proportionality = forms.CharField(
        label=_("Kan het met minder?"),
        help_text=_("Bijvoorbeeld: alleen welke hulp er is, en niet wat er besproken wordt."),
        max_length=800,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    until = DateField(
        label=_("Tot wanneer?"),
        help_text=_("Meestal een jaar. Stoppen kan altijd eerder."),
        required=False,
    )
    evidence = forms.CharField(
        label=_("Waaruit blijkt het antwoord?"),
        help_text=_("Bijvoorbeeld: gesprek thuis op 3 november, of een brief met handtekening."),
        max_length=400,
        required=False,
    )

    def __init__(self, data: Mapping[str, object] | None, *, today: date, start: Mapping[str, object]) -> None:
        super().__init__(data, initial=dict(start))
        self.today = today
        with_choices(self.fields["ground"], grounds_offered(today))

    def demand_reasons(self) -> None:
        """A decision without one of these is refused; the form says so beside the field."""
        given = self.cleaned_data
        for name, text in (
            ("ground", _("Kies op welke grond dit gedeeld wordt.")),
            ("purpose", _("Schrijf op waarvoor dit nodig is.")),
            ("necessity", _("Schrijf op waarom het niet zonder kan.")),
            ("proportionality", _("Schrijf op of het met minder kan.")),
        ):
            if not str(given.get(name) or "").strip():
                self.add_error(name, text)
        until = given.get("until")
        if isinstance(until, date) and until <= self.today:
            self.add_error("until", _("Deze dag is al geweest. Kies een latere dag."))

    @property
    def until_moment(self) -> datetime | None:
        until: date | None = self.cleaned_data["until"]
        return datetime.combine(until, time(), HERE) if until else None


class AnswerForm(ReasonsForm):
    """Yes or no to one law of one person, for who leads."""

    shares = forms.ChoiceField(
        label=_("Wat is het antwoord?"),
        choices=[
            (YES, _("Ja, de regisseur en de achtervang mogen dit zien")),
            (NO, _("Nee, hierover delen wij niets")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    said_by = forms.CharField(
        label=_("Wie gaf dit antwoord?"),
        help_text=_("De persoon zelf, of wie voor hem of haar mag beslissen."),
        max_length=120,
        error_messages={"required": _("Schrijf op wie dit antwoord gaf.")},
    )
    field_order = ("shares", "said_by")

    def __init__(
        self, data: Mapping[str, object] | None = None, *, law: Law, today: date, speaker: str, until: date
    ) -> None:
        ground = SharingGround.CONSENT if law is Law.JEUGDWET else SharingGround.EXPLICIT_CONSENT
        start = {"said_by": speaker, "ground": ground.value, "until": until}
        super().__init__(data, today=today, start=start)
        self.law = law

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if given.get("shares") == YES:
            self.demand_reasons()
        return given

    def answer(self, subject: UUID, law: Law) -> Answer:
        given = self.cleaned_data
        shares = given["shares"] == YES
        return Answer(
            subject,
            law,
            shares,
            given["said_by"],
            SharingGround(given["ground"] or SharingGround.EXPLICIT_CONSENT),
            given["purpose"],
            given["necessity"],
            given["proportionality"],
            self.until_moment if shares else None,
            evidence=given["evidence"],
        )


class ShareForm(ReasonsForm):
    """With whom else, about whom and which parts; asked already, or put ready for an answer in Kring."""

    recipient = forms.ChoiceField(
        label=_("Met wie?"), error_messages={"required": _("Kies met wie dit gedeeld wordt.")}
    )
    outside = forms.CharField(
        label=_("Naam of functie, en organisatie"),
        help_text=_("Alleen als deze persoon niet in de lijst staat. Kring stuurt dan niets: u deelt het zelf."),
        max_length=200,
        required=False,
    )
    about = forms.ChoiceField(label=_("Over wie?"), error_messages={"required": _("Kies over wie het gaat.")})
    parts = forms.MultipleChoiceField(
        label=_("Wat wordt er gedeeld?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies minstens één onderdeel.")},
    )
    asked = forms.ChoiceField(
        label=_("Is het gevraagd?"),
        choices=[
            (YES, _("Ja, en het mag. Het delen begint nu")),
            (LATER, _("Nog niet. Zet de vraag klaar; het antwoord komt in Kring")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of het al gevraagd is.")},
    )
    field_order = ("recipient", "outside", "about", "parts")

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        today: date,
        until: date,
        people: Iterable[Candidate],
        members: Iterable[Member],
        together: object,
    ) -> None:
        super().__init__(data, today=today, start={"until": until, "ground": SharingGround.EXPLICIT_CONSENT.value})
        self.people = {str(one.account): one for one in people}
        known = [(account, one.name) for account, one in self.people.items()]
        with_choices(self.fields["recipient"], [("", _("Kies een naam")), *known, (OUTSIDE, _("Iemand anders"))])
        named = [(str(one.subject), one.name) for one in members if one.name]
        with_choices(self.fields["about"], [("", _("Kies een naam")), (TOGETHER, together), *named])
        laws = [(HELP + law.value, _help(law)) for law in Law]
        with_choices(self.fields["parts"], [*_joint(), *laws])

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        self.demand_reasons()
        if given.get("recipient") == OUTSIDE and not str(given.get("outside") or "").strip():
            self.add_error("outside", _("Schrijf op met wie dit gedeeld wordt."))
        about, parts = given.get("about"), given.get("parts")
        if about == TOGETHER and isinstance(parts, list) and any(part.startswith(HELP) for part in parts):
            self.add_error("about", _("Welke hulp er is, gaat over één persoon. Kies over wie."))
        ground = str(given.get("ground") or "")
        if given.get("asked") == LATER and ground and not ground_of(ground).is_consent:
            self.add_error("asked", _("Klaarzetten kan alleen als u om toestemming vraagt."))
        return given

    @property
    def is_concept(self) -> bool:
        return bool(self.cleaned_data["asked"] == LATER)

    def decision(self) -> Decision:
        given = self.cleaned_data
        parts: list[str] = given["parts"]
        return Decision(
            None if given["about"] == TOGETHER else UUID(given["about"]),
            [part.removeprefix(HELP) for part in parts if part.startswith(HELP)],
            SharingGround(given["ground"]),
            given["purpose"],
            given["necessity"],
            given["proportionality"],
            until=self.until_moment,
            recipient=self._recipient(),
            parts=[SharedPart(part) for part in parts if not part.startswith(HELP)],
            informed_on=None if self.is_concept else self.today,
            evidence=given["evidence"],
        )

    def _recipient(self) -> Recipient:
        chosen: str = self.cleaned_data["recipient"]
        if chosen == OUTSIDE:
            return Recipient(RecipientKind.OUTSIDE, self.cleaned_data["outside"])
        one = self.people[chosen]
        return Recipient(RecipientKind.ACCOUNT, one.name, one.account)


def grounds_offered(today: date) -> list[tuple[str, object]]:
    """What holds today. Veilig Thuis is told in the meldcode, which the family does not read while it is shielded."""
    return [(code, SharingGround(code).label) for code in grounds_on(today) if code != SAFETY]


def _joint() -> list[tuple[str, object]]:
    return [(part.value, str(part.label).capitalize()) for part in (SharedPart.PLAN, SharedPart.DOCUMENTS)]


def _help(law: Law) -> str:
    return f"{str(SharedPart.HELP.label).capitalize()}: {law.label}"
