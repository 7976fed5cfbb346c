"""Help that no delivery knows: told, put right, ended and withdrawn from the care picture."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.parts import Law
from kring.practice.care.models import ToldHelp
from kring.practice.care.queries import tellable
from kring.practice.care.rules.told import HelpWords
from kring.practice.care.services import correct_help, end_help, tell_help, undo_help, withdraw_help
from kring.practice.care.visibility import Pair
from kring.practice.leads.queries import Member
from kring.web.care.views import care_frame
from kring.web.dates import DateField
from kring.web.family.frame import Frame
from kring.web.family.lines import Deeds, Lines, Words, ending, undoing, withdrawing
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.request import PageRequest, sent

MANUAL = "zorgverloop"
UNKNOWN_LAW = gettext_lazy("weet ik niet, of geen van deze")


class ToldHelpForm(forms.Form):
    """What it is, and what is known of it. `open_for`: the persons with the laws of which this reader writes."""

    subject = forms.ChoiceField(label=gettext_lazy("Voor wie?"))
    product = forms.CharField(
        label=gettext_lazy("Welke hulp is er?"),
        help_text=gettext_lazy("Bijvoorbeeld: gesprekken bij de psycholoog, hulp bij het huishouden."),
        max_length=120,
        error_messages={"required": gettext_lazy("Schrijf op welke hulp er is.")},
    )
    provider = forms.CharField(
        label=gettext_lazy("Van wie komt die hulp?"),
        help_text=gettext_lazy("De naam van de organisatie of de praktijk. Laat leeg als u het niet weet."),
        max_length=120,
        required=False,
    )
    law = forms.ChoiceField(label=gettext_lazy("Uit welke wet?"), initial=Law.OTHER)
    since = DateField(label=gettext_lazy("Vanaf welke dag?"))
    until = DateField(
        label=gettext_lazy("Vanaf welke dag niet meer?"),
        help_text=gettext_lazy("Laat leeg als de hulp er nog is."),
        required=False,
    )
    told_by = forms.CharField(
        label=gettext_lazy("Wie vertelt dit?"),
        max_length=120,
        error_messages={"required": gettext_lazy("Schrijf op wie dit vertelt.")},
    )

    def __init__(
        self,
        data: Mapping[str, object] | None,
        *,
        people: tuple[Member, ...],
        open_for: frozenset[Pair],
        initial: Mapping[str, object],
    ) -> None:
        super().__init__(data, initial=dict(initial))
        laws = {law for _subject, law in open_for}
        who, law = self.fields["subject"], self.fields["law"]
        assert isinstance(who, forms.ChoiceField)
        assert isinstance(law, forms.ChoiceField)
        who.choices = [(str(one.subject), one.name) for one in people]
        law.choices = [(one.value, one.label) for one in Law if one in laws and one is not Law.OTHER]
        law.choices += [(Law.OTHER.value, UNKNOWN_LAW)] if Law.OTHER in laws else []

    def words(self) -> HelpWords:
        given = self.cleaned_data
        return HelpWords(
            UUID(given["subject"]), Law.of(given["law"]), given["product"], given["since"], given["told_by"],
            given["provider"], given["until"],
        )  # fmt: skip


def _stored(dossier: UUID, told_help: UUID) -> ToldHelp:
    return get_object_or_404(ToldHelp, id=told_help, dossier=dossier, withdrawn_at=None)


def _teller(around: Frame) -> str:
    """A member of the family tells it itself; a professional writes down who did."""
    return around.head.reader if around.head.is_family else ""


def _form(request: PageRequest, around: Frame, initial: Mapping[str, object]) -> ToldHelpForm:
    members = tuple(one for one in around.head.members if one.name)
    open_for = tellable(one.subject for one in members)
    whose = {subject for subject, _law in open_for}
    people = tuple(one for one in members if one.subject in whose)
    return ToldHelpForm(sent(request), people=people, open_for=open_for, initial=initial)


def _adding(request: PageRequest, around: Frame) -> ToldHelpForm:
    return _form(request, around, {"told_by": _teller(around)})


def _add(request: PageRequest, around: Frame, form: ToldHelpForm) -> HttpResponse:
    made = tell_help(actor=request.actor, dossier=around.head.id, words=form.words())
    return LINES.done(request, around.head.id, made.id, _("De hulp staat erbij."))


def _correct(request: PageRequest, found: tuple[Frame, ToldHelp], form: ToldHelpForm) -> HttpResponse:
    around, row = found
    correct_help(actor=request.actor, row=row, words=form.words())
    return LINES.done(request, around.head.id, row.id, _("Het is verbeterd."))


def _correcting(request: PageRequest, found: tuple[Frame, ToldHelp]) -> ToldHelpForm:
    """Of whom it is stays as it is."""
    around, row = found
    now = {"subject": str(row.subject_id), "product": row.product, "provider": row.provider_name, "law": row.law,
           "since": row.started_on, "until": row.ended_on, "told_by": row.told_by}  # fmt: skip
    form = _form(request, around, now)
    form.fields["subject"].disabled = True
    return form


def _name(around: Frame, row: ToldHelp) -> str:
    who = next((one.name for one in around.head.members if one.subject == row.subject_id), "")
    return f"{row.product} · {who}" if who else row.product


def _add_page(request: PageRequest, around: Frame, form: ToldHelpForm) -> HttpResponse:
    help_text = _("Voor hulp die hier nog niet staat. Alleen wie deze wet van deze persoon mag zien, leest het.")
    return step_page(request, around, form, StepWords(_("Hulp opschrijven"), _("Schrijf op"), help_text, MANUAL))


def _correct_page(request: PageRequest, found: tuple[Frame, ToldHelp], form: ToldHelpForm) -> HttpResponse:
    around, row = found
    help_text = _("Verbeter of vul aan wat u weet. Is de hulp gestopt? Kies dan: is gestopt.")
    words = StepWords(_("Hulp verbeteren"), _("Verbetering opslaan"), help_text, MANUAL, _name(around, row))
    return step_page(request, around, form, words, LINES.corrected(around.head.id, row))


class StopForm(forms.Form):
    """From which day the help is not there any more."""

    on = DateField(label=gettext_lazy("Vanaf welke dag is deze hulp er niet meer?"))


LINES = Lines(
    "care",
    "told_help",
    "verteld",
    Words(gettext_lazy("Is gestopt"), gettext_lazy("Wat er was, blijft in het zorgverloop staan."), MANUAL),
    Deeds(
        lambda actor, row, on: end_help(actor=actor, row=row, on=on),
        lambda actor, row, reason: withdraw_help(actor=actor, row=row, reason=reason),
        lambda actor, row: undo_help(actor=actor, row=row),
    ),
    StopForm,
    care_frame,
    _stored,
    lambda dossier, told_help: get_object_or_404(ToldHelp, id=told_help, dossier=dossier),
    _name,
)
add = taking(Step(care_frame, _adding, _add, _add_page))
correct = taking(Step(LINES.found, _correcting, _correct, _correct_page))
end, withdraw, undo = ending(LINES), withdrawing(LINES), undoing(LINES)
