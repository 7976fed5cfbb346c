"""Making an agreement for safety, letting it hold, changing and ending it, and who of the family reads it."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.ground.access.actor import Actor
from kring.practice.safety.models import AgreementReader, AgreementState, CodeWord, SafetyAgreement
from kring.practice.safety.rules.agreements import LONGEST_UNSEEN
from kring.practice.safety.services import (
    end_agreement,
    make_agreement,
    move_agreement,
    rewrite_agreement,
    set_code_word,
    show_agreement,
    undo_agreement,
    withdraw_agreement,
)
from kring.web.family.frame import Frame
from kring.web.family.hinting import tip
from kring.web.family.lines import Deeds, Lines, Words, undoing, withdrawing
from kring.web.family.steps import Step, StepWords, step_page, taking
from kring.web.kit.pages import action
from kring.web.kit.request import PageRequest, sent
from kring.web.safety.forms import AgreementForm, CodeWordForm, EndAgreementForm, ReadersForm, as_written
from kring.web.safety.reading import MANUAL, SECTION, done, people_of, writing_frame

Found = tuple[Frame, SafetyAgreement]


def _stored(dossier: UUID, agreement: UUID) -> SafetyAgreement:
    return get_object_or_404(SafetyAgreement, id=agreement, dossier=dossier, withdrawn_at=None)


def _withdraw(actor: Actor, row: SafetyAgreement, reason: str) -> None:
    withdraw_agreement(actor=actor, row=row, reason=reason)


def _undo(actor: Actor, row: SafetyAgreement) -> None:
    undo_agreement(actor=actor, row=row)


LINES = Lines(
    SECTION,
    "agreement",
    "veiligheid",
    Words(gettext_lazy("Opheffen"), gettext_lazy("Wat is afgesproken, blijft bewaard."), MANUAL),
    Deeds(None, _withdraw, _undo),
    forms.Form,
    writing_frame,
    _stored,
    lambda dossier, agreement: get_object_or_404(SafetyAgreement, id=agreement, dossier=dossier),
    lambda _around, row: row.what,
)
withdraw, undo = withdrawing(LINES), undoing(LINES)


def _new(request: PageRequest, _around: Frame) -> AgreementForm:
    today = request.actor.today
    return AgreementForm(sent(request), initial={"start_on": today, "review_on": today + LONGEST_UNSEEN / 6})


def _add(request: PageRequest, around: Frame, form: AgreementForm) -> HttpResponse:
    made = make_agreement(actor=request.actor, dossier=around.head.id, words=form.words())
    _tip(request, around, form)
    return LINES.done(request, around.head.id, made.id, _("De afspraak staat erbij, als concept."))


def _tip(request: PageRequest, around: Frame, form: AgreementForm) -> None:
    said = form.words()
    tip(request, around, said.what, said.applies_when, said.who_does, said.child_words)


def _add_page(request: PageRequest, around: Frame, form: AgreementForm) -> HttpResponse:
    help_text = _("Eerst een concept: niemand van het gezin leest het. Een codewoord schrijft u apart op.")
    return step_page(request, around, form, StepWords(_("Nieuwe afspraak"), _("Schrijf op"), help_text, MANUAL))


add = taking(Step(writing_frame, _new, _add, _add_page))


def _now(request: PageRequest, found: Found) -> AgreementForm:
    return AgreementForm(sent(request), initial=as_written(found[1]))


def _correct(request: PageRequest, found: Found, form: AgreementForm) -> HttpResponse:
    around, row = found
    rewrite_agreement(actor=request.actor, row=row, words=form.words())
    _tip(request, around, form)
    return LINES.done(request, around.head.id, row.id, _("De afspraak is aangepast."))


def _correct_page(request: PageRequest, found: Found, form: AgreementForm) -> HttpResponse:
    around, row = found
    help_text = _("Wat er eerder stond, blijft in de geschiedenis.")
    words = StepWords(_("Afspraak aanpassen"), _("Opslaan"), help_text, MANUAL)
    return step_page(request, around, form, words, LINES.corrected(around.head.id, row))


correct = taking(Step(LINES.found, _now, _correct, _correct_page))


@action
def hold(request: PageRequest, dossier: UUID, agreement: UUID) -> HttpResponse:
    """From now on it holds."""
    _around, row = LINES.found(request, dossier, agreement=agreement)
    move_agreement(actor=request.actor, row=row)
    said = _("De afspraak geldt. U krijgt een taak om er opnieuw naar te kijken.")
    return LINES.done(request, dossier, agreement, said)


def _end(request: PageRequest, found: Found, form: EndAgreementForm) -> HttpResponse:
    around, row = found
    end_agreement(actor=request.actor, row=row, reason=form.cleaned_data["reason"])
    return LINES.done(request, around.head.id, row.id, _("De afspraak is opgeheven."))


def _end_page(request: PageRequest, found: Found, form: EndAgreementForm) -> HttpResponse:
    around, row = found
    words = StepWords(
        _("Afspraak opheffen"), _("Hef op"), _("Uw naam en de reden komen erbij te staan."), MANUAL, row.what
    )
    return step_page(request, around, form, words)


end = taking(Step(LINES.found, lambda request, _found: EndAgreementForm(sent(request)), _end, _end_page))


def _readers(request: PageRequest, found: Found) -> ReadersForm:
    around, row = found
    now = AgreementReader.objects.filter(agreement=row).values_list("subject_id", flat=True)
    return ReadersForm(sent(request), people=people_of(around), now=now)


def _show(request: PageRequest, found: Found, form: ReadersForm) -> HttpResponse:
    around, row = found
    show_agreement(actor=request.actor, row=row, to=form.chosen())
    said = _("Wie u koos, leest de afspraak.") if form.chosen() else _("Niemand van het gezin leest deze afspraak.")
    return done(request, around, said)


def _readers_page(request: PageRequest, found: Found, form: ReadersForm) -> HttpResponse:
    around, row = found
    held = row.state != AgreementState.DRAFT
    help_text = _("Zij lezen het meteen.") if held else _("Zij lezen het zodra de afspraak geldt.")
    return step_page(request, around, form, StepWords(_("Laten lezen"), _("Opslaan"), help_text, MANUAL, row.what))


readers = taking(Step(LINES.found, _readers, _show, _readers_page))


def _code(request: PageRequest, found: Found) -> CodeWordForm:
    now = CodeWord.objects.filter(agreement=found[1]).first()
    initial = {"word": now.word, "known_to": now.known_to} if now else {}
    return CodeWordForm(sent(request), initial=initial)


def _set_code(request: PageRequest, found: Found, form: CodeWordForm) -> HttpResponse:
    given = form.cleaned_data
    set_code_word(actor=request.actor, row=found[1], word=given["word"], known_to=given["known_to"])
    return done(request, found[0], _("Het codewoord is opgeslagen."))


def _code_page(request: PageRequest, found: Found, form: CodeWordForm) -> HttpResponse:
    around, row = found
    help_text = _("Alleen wie beschermde gegevens leest, ziet het. Het staat nooit in wat het gezin leest of print.")
    return step_page(request, around, form, StepWords(_("Codewoord"), _("Opslaan"), help_text, MANUAL, row.what))


code_word = taking(Step(LINES.found, _code, _set_code, _code_page))
