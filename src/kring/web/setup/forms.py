"""The first-visit form; each field says what it wants, each fault what to do."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kring.web.setup.code import code_holds
from kring.web.setup.founding import Administrator, AreaPlan, Founding, Municipality

TOWN = re.compile(r"^(\d{4})\s+(\S.*)$")


class SetupForm(forms.Form):
    """Lines in two text areas rather than rows that need a script."""

    code = forms.CharField(label=_("Code"), help_text=_("De code die './run init' op het scherm zette."), max_length=40)
    co_operation = forms.CharField(
        label=_("Naam van het samenwerkingsverband"),
        help_text=_("Bijvoorbeeld: Sociaal domein Zeewaard"),
        max_length=120,
    )
    municipalities = forms.CharField(
        label=_("Gemeenten"),
        help_text=_("Eén per regel: CBS-code van vier cijfers, spatie, naam. De eerste is die van de beheerder."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    areas = forms.CharField(
        label=_("Gebieden"),
        help_text=_("Eén per regel: naam van het gebied, dubbele punt, gemeente of gemeenten met een komma ertussen."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    team = forms.CharField(label=_("Naam van het eerste team"), max_length=120)
    name = forms.CharField(label=_("Naam van de functioneel beheerder"), max_length=120)
    email = forms.EmailField(label=_("E-mailadres van de functioneel beheerder"))
    password = forms.CharField(
        label=_("Wachtwoord"), help_text=_("Ten minste 12 tekens."), widget=forms.PasswordInput(render_value=False)
    )

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if not code_holds(settings.VAR, code):
            raise ValidationError(_("Deze code klopt niet. Doe op de server './run init' voor een nieuwe code."))
        return code

    def clean_municipalities(self) -> list[Municipality]:
        return [municipality_of(line) for line in lines(self.cleaned_data["municipalities"])]

    def clean_areas(self) -> list[AreaPlan]:
        towns = [town.name for town in self.cleaned_data.get("municipalities", [])]
        return [area_of(line, towns) for line in lines(self.cleaned_data["areas"])]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password

    def founding(self) -> Founding:
        given: dict[str, Any] = self.cleaned_data
        administrator = Administrator(given["name"], given["email"], given["password"])
        return Founding(given["co_operation"], given["municipalities"], given["areas"], given["team"], administrator)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def municipality_of(line: str) -> Municipality:
    found = TOWN.match(line)
    if found is None:
        raise ValidationError(_("«%(line)s» is geen CBS-code van vier cijfers met een naam."), params={"line": line})
    return Municipality(found[2].strip(), found[1])


def area_of(line: str, towns: list[str]) -> AreaPlan:
    """`Noord: Zeewaard, Polderland`; without a colon it lies in the first municipality."""
    name, _colon, rest = line.partition(":")
    named = [part.strip() for part in rest.split(",") if part.strip()] or towns[:1]
    unknown = [town for town in named if town not in towns]
    if unknown and towns:
        raise ValidationError(
            _("Gebied «%(area)s» noemt «%(town)s», maar die gemeente staat niet in de lijst."),
            params={"area": name.strip(), "town": unknown[0]},
        )
    return AreaPlan(name.strip(), named)
