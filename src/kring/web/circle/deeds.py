"""What one does with the circle, all on its own page: each deed has its form, its service and what is said after it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access.actor import Actor
from kring.ground.access.services import hide_from, show_again
from kring.ground.shared.verdict import Refused
from kring.practice.circle.models import NetworkMember
from kring.practice.circle.rules.words import Load
from kring.practice.circle.services import (
    add_member,
    confirm_load,
    correct_member,
    end_apart,
    mark_load,
    note_carer,
    remove_member,
    set_apart,
    take_up,
    tell_member,
)
from kring.web.circle.forms import (
    AddForm,
    ApartForm,
    CarerForm,
    ConfirmForm,
    HideForm,
    LoadForm,
    RemoveForm,
    StandForm,
    ToldForm,
    WhoForm,
)
from kring.web.circle.reading import Scene

Form = Callable[[Scene, Mapping[str, object] | None], forms.Form]
Keep = Callable[[Actor, Scene, forms.Form], NetworkMember | None]


@dataclass(frozen=True, slots=True)
class Deed:
    """`keep` gives whose deed can be undone. `undo`: of the person, or of the place."""

    form: Form
    keep: Keep
    said: Promise
    of_person: bool = True
    undo: str = ""


def _member(scene: Scene) -> NetworkMember:
    assert scene.person is not None, "asked before"
    return scene.person.member


def _add(actor: Actor, scene: Scene, form: forms.Form) -> NetworkMember:
    assert isinstance(form, AddForm)
    words = form.who()
    return add_member(
        actor=actor, dossier=scene.frame.head.id, words=words, place=None if words.deceased else form.place()
    )


def _correct(actor: Actor, scene: Scene, form: forms.Form) -> NetworkMember:
    assert isinstance(form, WhoForm)
    correct_member(actor=actor, member=_member(scene), words=form.who())
    return _member(scene)


def _stand(actor: Actor, scene: Scene, form: forms.Form) -> NetworkMember:
    assert isinstance(form, StandForm)
    take_up(actor=actor, member=_member(scene), place=form.place(), since=form.cleaned_data["since"])
    return _member(scene)


def _load(actor: Actor, scene: Scene, form: forms.Form) -> NetworkMember:
    mark_load(actor=actor, member=_member(scene), load=Load.of(form.cleaned_data["load"]))
    return _member(scene)


def _confirm(actor: Actor, scene: Scene, form: forms.Form) -> NetworkMember:
    confirm_load(actor=actor, member=_member(scene), words=form.cleaned_data["words"])
    return _member(scene)


def _hide(actor: Actor, scene: Scene, form: forms.Form) -> None:
    """Chosen again, the person is visible again."""
    assert scene.person is not None, "asked before"
    reader = UUID(form.cleaned_data["reader"])
    change = show_again if reader in scene.person.hidden_from else hide_from
    if change is hide_from and scene.plan.promised:
        raise Refused(_("Deze persoon heeft nog een actie in het plan, en dat leest iedereen. Rond die eerst af."))
    change(actor=actor, dossier=scene.frame.head.id, subject=_member(scene).pk, reader=reader)


def _apart(actor: Actor, scene: Scene, form: forms.Form) -> None:
    """Chosen again, it no longer holds."""
    assert scene.person is not None, "asked before"
    other = UUID(form.cleaned_data["other"])
    held = dict(scene.view.beside.apart_from(_member(scene).pk))
    if other in held:
        end_apart(actor=actor, dossier=scene.frame.head.id, apart=held[other])
    else:
        set_apart(actor=actor, dossier=scene.frame.head.id, one=_member(scene).pk, other=other)


def _told(actor: Actor, scene: Scene, form: forms.Form) -> NetworkMember:
    assert isinstance(form, ToldForm)
    tell_member(actor=actor, member=_member(scene), notice=form.notice())
    return _member(scene)


def _remove(actor: Actor, scene: Scene, form: forms.Form) -> NetworkMember:
    remove_member(actor=actor, member=_member(scene), because=form.cleaned_data["because"])
    return _member(scene)


def _carer(actor: Actor, scene: Scene, form: forms.Form) -> None:
    child = UUID(form.cleaned_data["child"])
    note_carer(actor=actor, dossier=scene.frame.head.id, child=child, does=form.cleaned_data["does"])


def _readers(scene: Scene) -> list[tuple[str, str]]:
    """The others of the family; who reads this does not hide from oneself."""
    members = scene.frame.head.members
    return [(str(one.subject), one.name) for one in members if one.name and one.name != scene.frame.head.reader]


def _others(scene: Scene) -> list[tuple[str, str]]:
    return [(str(subject), name) for subject, name in scene.names.items() if subject != _member(scene).pk]


def _children(scene: Scene) -> list[tuple[str, str]]:
    return [(str(one.subject), one.name) for one in scene.frame.head.members if one.is_child and one.name]


def _stand_form(scene: Scene, data: Mapping[str, object] | None) -> forms.Form:
    return StandForm(data, now=scene.person.standing if scene.person else None, today=scene.today)


WRITTEN = _("Het is opgeschreven.")
DEEDS: Final[Mapping[str, Deed]] = {
    "erbij": Deed(lambda _s, data: AddForm(data), _add, _("%(name)s staat in de kring."), of_person=False, undo="wie"),
    "kind": Deed(lambda scene, data: CarerForm(data, children=_children(scene)), _carer, WRITTEN, of_person=False),
    "verbeteren": Deed(
        lambda scene, data: WhoForm(data, now=_member(scene)), _correct, _("Het is verbeterd."), undo="wie"
    ),
    "plek": Deed(_stand_form, _stand, _("De plek in de kring is bijgewerkt."), undo="plek"),
    "grens": Deed(lambda _s, data: LoadForm(data), _load, WRITTEN, undo="plek"),
    "nagevraagd": Deed(
        lambda _s, data: ConfirmForm(data), _confirm, _("Er kan weer iets gevraagd worden."), undo="plek"
    ),
    "verbergen": Deed(
        lambda scene, data: HideForm(data, readers=_readers(scene)), _hide, _("Wie dit mag zien, is aangepast.")
    ),
    "niet-samen": Deed(lambda scene, data: ApartForm(data, others=_others(scene)), _apart, WRITTEN),
    "verteld": Deed(lambda _s, data: ToldForm(data), _told, WRITTEN, undo="wie"),
    "weg": Deed(lambda _s, data: RemoveForm(data), _remove, _("Deze persoon staat niet meer in de kring."), undo="wie"),
}


def form_of(code: str, scene: Scene, data: Mapping[str, object] | None = None) -> forms.Form:
    """Several forms stand on the page: each has ids of its own."""
    form = DEEDS[code].form(scene, data)
    form.auto_id = f"{code}-%s"
    return form
