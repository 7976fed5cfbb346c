"""What one writes down in the genogram: who somebody is, how people are related, and how they get on."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from kring.ground.shared.labelled import Labelled
from kring.practice.circle.rules.content import MemberWords
from kring.practice.circle.rules.kin import Beside, ChildBond, Ending, KinKind, KinWords, Together
from kring.practice.circle.rules.words import Quality, Sector, Sex
from kring.practice.circle.services import NewRelative
from kring.practice.drawings.rules.family import KinLine

Data = Mapping[str, object] | None
Choices = Sequence[tuple[str, str]]
UNWRITTEN = ("", _("niet opgeschreven"))
TOLD_BY = _("Wie vertelde dit?")


def choices_of(words: Iterable[Labelled]) -> list[tuple[str, object]]:
    return [(one.value, _(one.label)) for one in words]


def offer(form: forms.Form, name: str, choices: Choices, first: tuple[str, object] | None = None) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [*([first] if first else []), *choices]


class KinForm(forms.Form):
    """A tie, as somebody told it. What does not belong to its kind is not asked."""

    told_by = forms.CharField(
        label=TOLD_BY, max_length=120, error_messages={"required": _("Schrijf op wie dit vertelde.")}
    )
    bond = forms.ChoiceField(label=_("Wat voor kind?"), choices=choices_of(ChildBond), initial=ChildBond.BIRTH)
    together = forms.ChoiceField(label=_("Hoe zijn of waren zij samen?"), choices=choices_of(Together))
    ending = forms.ChoiceField(
        label=_("Hoe ging het voorbij?"), choices=[("", _("zij zijn nog samen")), *choices_of(Ending)], required=False
    )
    since = forms.IntegerField(label=_("Vanaf welk jaar?"), required=False)
    until = forms.IntegerField(label=_("Tot welk jaar?"), required=False)
    identical = forms.BooleanField(label=_("Eeneiig"), required=False)

    def keep_to(self, kind: KinKind) -> None:
        """Leave out what is not asked of a tie of this kind."""
        for name, kinds in (
            ("bond", {KinKind.PARENT}),
            ("together", {KinKind.PARTNER}),
            ("ending", {KinKind.PARTNER}),
            ("since", {KinKind.PARTNER, KinKind.PARENT}),
            ("until", {KinKind.PARTNER, KinKind.PARENT}),
            ("identical", {KinKind.TWIN}),
        ):
            if kind not in kinds:
                del self.fields[name]

    def kin(self, kind: KinKind) -> KinWords:
        given = self.cleaned_data
        return KinWords(
            kind,
            given["told_by"],
            Together.of(given["together"]) if given.get("together") else None,
            Ending.of(given["ending"]) if given.get("ending") else None,
            ChildBond.of(given["bond"]) if given.get("bond") else None,
            identical=bool(given.get("identical")),
            since=given.get("since"),
            until=given.get("until"),
        )


class AddForm(KinForm):
    """Somebody beside the person of the page: one who is there already, or a new name."""

    who = forms.ChoiceField(label=_("Wie is het?"), required=False)
    name = forms.CharField(label=_("Naam"), max_length=120, required=False)
    relation = forms.CharField(
        label=_("Wie is dit voor het gezin?"), help_text=_("Bijvoorbeeld: oma, oom."), max_length=80, required=False
    )
    sex = forms.ChoiceField(label=_("Geslacht"), choices=[UNWRITTEN, *choices_of(Sex)], required=False)
    birth_year = forms.IntegerField(label=_("Geboortejaar"), required=False)
    deceased = forms.BooleanField(label=_("Overleden"), required=False)
    died_year = forms.IntegerField(label=_("Overleden in het jaar"), required=False)
    parent = forms.ChoiceField(label=_("Wie is de andere ouder?"), required=False)
    field_order = ("who", "name", "relation", "sex", "birth_year", "deceased", "died_year", "parent", "bond")

    def __init__(self, data: Data = None, *, beside: Beside, others: Choices, told_by: str) -> None:
        super().__init__(data, initial={"told_by": told_by})
        self.beside = beside
        self.keep_to(beside.tie)
        offer(self, "who", others, ("", _("iemand die er nog niet in staat")))
        offer(self, "parent", others, UNWRITTEN)
        if beside is not Beside.CHILD:
            del self.fields["parent"]

    def clean(self) -> dict[str, object]:
        given = super().clean() or {}
        if not given.get("who"):
            for name, text in (
                ("name", _("Schrijf op hoe deze persoon heet.")),
                ("relation", _("Schrijf op wie dit is, bijvoorbeeld oma of oom.")),
            ):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, text)
        return given

    def relative(self, parents: Sequence[UUID]) -> NewRelative:
        """`parents` of the person of the page: for a brother or a sister."""
        given = self.cleaned_data
        other = [UUID(given["parent"])] if given.get("parent") else []
        both = parents if self.beside in {Beside.SIBLING, Beside.TWIN} else other
        return NewRelative(self.beside, self._who(), self.kin(self.beside.tie), tuple(both))

    def _who(self) -> UUID | MemberWords:
        given = self.cleaned_data
        if given["who"]:
            return UUID(given["who"])
        sex = Sex.of(given["sex"]) if given["sex"] else None
        return MemberWords(
            given["name"], given["relation"], Sector.FAMILY, sex, given["birth_year"], given["deceased"],
            given["died_year"],
        )  # fmt: skip


class TieForm(KinForm):
    """A told tie, put right or ended."""

    def __init__(self, data: Data = None, *, line: KinLine) -> None:
        names = ("told_by", "bond", "together", "ending", "since", "until", "identical")
        super().__init__(data, initial={name: getattr(line, name) for name in names})
        self.keep_to(KinKind.of(line.kind))


class WrongForm(forms.Form):
    """Why a told tie is withdrawn, or who says that the register is not right."""

    why = forms.CharField(max_length=120, error_messages={"required": _("Vul dit in.")})

    def __init__(self, data: Data = None, *, line: KinLine) -> None:
        super().__init__(data)
        self.fields["why"].label = _("Waarom klopt dit niet?") if line.row else _("Wie zegt dat dit niet klopt?")


class BondForm(forms.Form):
    """How the person of the page gets on with somebody."""

    other = forms.ChoiceField(label=_("Met wie?"))
    quality = forms.ChoiceField(
        label=_("Hoe gaan zij met elkaar om?"), choices=[UNWRITTEN, *choices_of(Quality)], required=False
    )
    told_by = forms.CharField(
        label=TOLD_BY, max_length=120, error_messages={"required": _("Schrijf op wie dit vertelde.")}
    )

    def __init__(self, data: Data = None, *, others: Choices, told_by: str) -> None:
        super().__init__(data, initial={"told_by": told_by})
        offer(self, "other", others)
