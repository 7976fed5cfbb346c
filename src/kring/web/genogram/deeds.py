"""What one does in the genogram with the person of the page: each deed has its form and its service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.practice.circle.models import KinTie
from kring.practice.circle.rules.kin import Beside, KinKind, KinWords
from kring.practice.circle.rules.words import Quality
from kring.practice.circle.services import add_relative, correct_tie, mark_bond, tell_tie, withdraw_tie
from kring.practice.drawings.rules.family import KinLine, Relative
from kring.practice.drawings.rules.keeping import Aside
from kring.practice.drawings.services import draw_for, put_aside
from kring.web.genogram.forms import AddForm, BondForm, TieForm, WrongForm
from kring.web.genogram.reading import Scene

Form = Callable[[Scene, str, Mapping[str, object] | None], forms.Form]
Keep = Callable[[Actor, Scene, str, forms.Form], UUID | None]


@dataclass(frozen=True, slots=True)
class Deed:
    """`on` of a deed says which tie it is of. `keep` gives the tie that can be undone."""

    form: Form
    keep: Keep
    said: Promise


def person_of(scene: Scene) -> Relative:
    assert scene.person is not None, "asked before"
    return scene.person


def line_of(scene: Scene, code: str) -> KinLine | None:
    return next((tie.line for tie in scene.ties if tie.code == code), None)


def _line(scene: Scene, code: str) -> KinLine:
    line = line_of(scene, code)
    assert line is not None, "asked before"
    return line


def _tie(line: KinLine) -> KinTie:
    return get_object_or_404(KinTie, id=line.row)


def _told_by(scene: Scene) -> str:
    """A family tells for itself."""
    return scene.frame.head.reader if scene.frame.head.is_family else ""


def _adding(beside: Beside) -> Deed:
    def form(scene: Scene, _on: str, data: Mapping[str, object] | None) -> forms.Form:
        return AddForm(data, beside=beside, others=scene.others, told_by=_told_by(scene))

    def keep(actor: Actor, scene: Scene, _on: str, form: forms.Form) -> UUID | None:
        assert isinstance(form, AddForm)
        near, dossier = person_of(scene).subject, scene.frame.head.id
        made = add_relative(actor=actor, dossier=dossier, near=near, relative=form.relative(scene.parents_of(near)))
        new = KinTie.objects.filter(dossier=dossier, written_by=actor.id, written_at=actor.at, withdrawn_at=None)
        return (new.filter(subject=made) | new.filter(other=made)).values_list("id", flat=True).first()

    return Deed(form, keep, _("Het staat in de stamboom."))


def _correct(actor: Actor, scene: Scene, on: str, form: forms.Form) -> UUID | None:
    assert isinstance(form, TieForm)
    line = _line(scene, on)
    correct_tie(actor=actor, tie=_tie(line), words=form.kin(KinKind.of(line.kind)))
    return line.row


def _wrong(actor: Actor, scene: Scene, on: str, form: forms.Form) -> UUID | None:
    """What was told is withdrawn; what the register says is contradicted beside it."""
    line, why = _line(scene, on), form.cleaned_data["why"]
    if line.row:
        withdraw_tie(actor=actor, tie=_tie(line), because=why)
        return line.row
    words = KinWords(KinKind.of(line.kind), why, denies=True)
    return tell_tie(actor=actor, dossier=scene.frame.head.id, pair=line.pair, words=words).id


def _bond(actor: Actor, scene: Scene, _on: str, form: forms.Form) -> None:
    given = form.cleaned_data
    quality = Quality.of(given["quality"]) if given["quality"] else None
    pair = person_of(scene).subject, UUID(given["other"])
    mark_bond(actor=actor, dossier=scene.frame.head.id, pair=pair, quality=quality, told_by=given["told_by"])


def _aside(actor: Actor, scene: Scene, on: str, _form: forms.Form) -> None:
    way = Aside.LEFT if on == Aside.LEFT else Aside.RIGHT
    subject, dossier = person_of(scene).subject, scene.frame.head.id
    put_aside(actor=actor, dossier=dossier, subject=subject, way=way, standing=scene.standing)


def _for(actor: Actor, scene: Scene, _on: str, _form: forms.Form) -> None:
    subject, dossier = person_of(scene).subject, scene.frame.head.id
    draw_for(actor=actor, dossier=dossier, subject=subject, standing=scene.standing)


def _nothing(_scene: Scene, _on: str, data: Mapping[str, object] | None) -> forms.Form:
    return forms.Form(data)


DEEDS: Final[Mapping[str, Deed]] = {
    **{beside.value: _adding(beside) for beside in Beside},
    "verbeteren": Deed(lambda scene, on, data: TieForm(data, line=_line(scene, on)), _correct, _("Het is verbeterd.")),
    "klopt-niet": Deed(
        lambda scene, on, data: WrongForm(data, line=_line(scene, on)), _wrong, _("Het staat niet meer in de tekening.")
    ),
    "omgang": Deed(
        lambda scene, _on, data: BondForm(data, others=scene.others, told_by=_told_by(scene)),
        _bond,
        _("Het is opgeschreven."),
    ),
    "schuif": Deed(_nothing, _aside, _("De tekening is verschoven. Dat blijft zo.")),
    "om-wie": Deed(_nothing, _for, _("De stamboom gaat nu om deze persoon.")),
}
OF_A_TIE = frozenset({"verbeteren", "klopt-niet"})
