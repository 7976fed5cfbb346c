"""What the gallery page shows: every component once, about the invented Bakker – El Amrani family."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from allauth.account.forms import LoginForm, ResetPasswordForm
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page, Paginator

from kring.draw import LANES, Bar, Drawing, Event, TimelineInput, draw_timeline
from kring.web.dates import DateField, DatePartsField
from kring.web.listing import Column, Order


@dataclass(frozen=True, slots=True)
class Item:
    title: str
    icon: str
    current: bool = False
    count: int = 0
    url: str = "/home/"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Me:
    name: str = "Noor de Graaf"
    function: str = "Regisseur"
    initials: str = "NG"
    organisation: str = "Gebiedsteam Noord"


@dataclass(frozen=True, slots=True)
class Shell:
    """The same names as `kring.web.kit.context.Shell`."""

    co_operation: str = "Samen in Waardzee"
    account: Me | None = field(default_factory=Me)
    nav: tuple[Item, ...] = (
        Item("Mijn dag", "sun", count=4),
        Item("Mijn gezinnen", "home", current=True),
        Item("Onderzoeken", "stack"),
        Item("Gebieden", "chart"),
        Item("Pilots en raadsbrieven", "letter"),
        Item("Leveringen", "inbox"),
        Item("Beheer", "settings"),
    )
    base: str = "base.html"
    demo: bool = False
    notices: int = 3
    language: str = "nl"
    languages: tuple[tuple[str, str], ...] = (("nl", "Nederlands"), ("en", "English"))
    theme: str = ""


FAMILY = Shell(
    account=Me("Sandra Bakker", "Moeder", "SB", ""),
    nav=(
        Item("Vandaag", "home", current=True),
        Item("Plan", "list-check"),
        Item("Kring", "affiliate"),
        Item("Wie keek mee", "eye"),
    ),
    notices=0,
)
NOBODY = Shell(account=None, nav=(), notices=0, demo=True)


@dataclass(frozen=True, slots=True)
class Person:
    """The same names as `kring.ground.access.demo_accounts.DemoAccount`."""

    id: str
    name: str
    function: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Group:
    """The same names as `kring.ground.access.demo_accounts.DemoGroup`."""

    title: str
    description: str
    accounts: tuple[Person, ...]


ACCOUNTS = (
    Group(
        "Regisseur",
        "Vaste contactpersoon van het gezin. Ziet het plan en, per wet, alleen wat het gezin of de wet toestaat.",
        (
            Person("1", "Jorien van der Smit", "Jeugd- en gezinscoach", "Gebiedsteam Noord"),
            Person("2", "Noor de Graaf", "Regisseur", "Gebiedsteam Midden"),
        ),
    ),
    Group(
        "Teamleider",
        "Ziet van ieder dossier van het team naam, gewicht, regisseur en data; geen inhoud.",
        (Person("3", "Annet Kuiper", "Teamleider", "Gebiedsteam Noord"),),
    ),
    Group(
        "Beleidsadviseur",
        "Ziet cijfers per gebied en schrijft raadsbrieven.",
        (Person("4", "Sven Bos", "Beleidsadviseur", "Gemeente Waardzee"),),
    ),
    Group(
        "Onderzoeker",
        "Ziet gezinnen onder een pseudoniem, binnen een goedgekeurd onderzoek.",
        (Person("5", "Lotte Vos", "Onderzoeker", "Gemeente Waardzee"),),
    ),
    Group(
        "Gezinslid",
        "Ziet het gezamenlijke plan, de eigen gegevens en die van kinderen over wie het gezag er is.",
        (Person("6", "Marloes Bakker", "Moeder", ""), Person("7", "Jaylen Bakker", "16 jaar", "")),
    ),
    Group(
        "Functioneel beheerder",
        "Richt organisaties, rollen en woordenlijsten in. Ziet geen inhoud.",
        (Person("8", "Peter Jansen", "Beheerder", "Gemeente Waardzee"),),
    ),
)


class ActionForm(forms.Form):
    """All kinds of fields."""

    what = forms.CharField(
        label="Wat gaat er gebeuren?",
        help_text="Schrijf het op zoals u het tegen het gezin zegt.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    who = forms.ChoiceField(
        label="Wie doet dit?",
        choices=[("", "Kies een persoon"), ("Gezin en netwerk", [("s", "Sandra"), ("t", "Oma Truus")])],
        error_messages={"required": "Kies wie dit gaat doen"},
    )
    ready_on = DateField(label="Wanneer is het klaar?")
    born_on = DatePartsField(label="Geboortedatum", required=False)
    visible = forms.ChoiceField(
        label="Wie mag dit zien?",
        choices=[("all", "Gezin en alle betrokkenen met toestemming"), ("few", "Alleen het gezin en de regisseur")],
        widget=forms.RadioSelect(),
    )
    laws = forms.MultipleChoiceField(
        label="Waar gaat het over?",
        choices=[("jeugdwet", "Jeugdwet"), ("wmo", "Wmo"), ("schuld", "Schulden")],
        widget=forms.CheckboxSelectMultiple(),
        required=False,
    )
    told = forms.BooleanField(label="Het gezin weet dat we dit opschrijven", help_text="Zo niet: schrijf de reden op.")
    postcode = forms.CharField(label="Postcode", required=False, help_text="Bijvoorbeeld 1781 AB")
    file = forms.FileField(label="Bijlage", required=False)


def wrong_form() -> ActionForm:
    """As it comes back: one good answer, the rest wrong."""
    return ActionForm(
        {
            "what": "Samen kennismaken op de nieuwe school",
            "ready_on": "gisteren",
            "born_on_0": "31",
            "born_on_1": "2",
            "born_on_2": "2016",
        }
    )


COLUMNS = (
    Column("name", "Gezin"),
    Column("area", "Gebied", sortable=False),
    Column("laws", "Wetten", numeric=True),
    Column("since", "Sinds", numeric=True),
)
ROWS = (("Bakker – El Amrani", "Noord", 3, "2024"), ("De Wit", "Midden", 2, "2025"), ("Yıldız", "Zuid", 5, "2023"))


def third_page() -> Page[int]:
    return Paginator(range(240), 20).page(3)


def drawn() -> Drawing:
    """Some years of care, drawn as on a dossier."""
    day = dt.date
    bars = (
        Bar("jeugdwet", "Pleegzorgbegeleiding", day(2024, 1, 15), None, "Milan"),
        Bar("jeugdwet", "Traumatherapie", day(2024, 9, 1), day(2025, 12, 1), "Jayden"),
        Bar("wmo", "Hulp bij het huishouden", day(2024, 6, 1), day(2026, 3, 1), "Sandra"),
        Bar("schuldhulpverlening", "Schuldhulpverlening", day(2025, 1, 10), None, "Sandra en Karim"),
        Bar("informeel", "Oma's vangen op", day(2025, 9, 1), None, "Truus en Fatima"),
    )
    events = (Event(day(2025, 9, 1), "Eén plan, één regisseur"),)
    return draw_timeline(TimelineInput("zorg", day(2026, 11, 20), LANES, bars, events))


def context() -> dict[str, object]:
    """Everything that `gallery.html` needs."""
    return {
        "shell": Shell(),
        "form": ActionForm(),
        "wrong": wrong_form(),
        "columns": COLUMNS,
        "order": Order("laws", descending=True),
        "rows": ROWS,
        "page": third_page(),
        "drawn": drawn(),
        "day": dt.date(2026, 12, 3),
        "sections": (
            Item("Overzicht", "home", current=True),
            Item("Gezinsplan", "user-heart"),
            Item("Acties", "list-check", count=9),
            Item("Netwerk", "affiliate"),
            Item("Zorgverloop", "timeline"),
            Item("Overleg", "messages", count=2),
            Item("Documenten", "folder"),
            Item("Wie keek mee", "eye"),
        ),
    }


def signin_context() -> dict[str, object]:
    """What allauth gives its own pages."""
    return {
        "shell": NOBODY,
        "redirect_field": "",
        "SOCIALACCOUNT_ENABLED": False,
        "user": AnonymousUser(),
    }


# name: (template, its context)
PAGES: dict[str, tuple[str, Callable[[], dict[str, object]]]] = {
    "gallery": ("gallery.html", context),
    "family": ("family.html", lambda: {"shell": FAMILY, "day": dt.date(2026, 12, 3)}),
    "demo": ("signin/demo.html", lambda: {"shell": NOBODY, "groups": ACCOUNTS}),
    "login": ("account/login.html", lambda: {**signin_context(), "form": LoginForm({"login": "noor"})}),
    "logout": ("account/logout.html", signin_context),
    "reset": ("account/password_reset.html", lambda: {**signin_context(), "form": ResetPasswordForm()}),
    "factors": (
        "mfa/index.html",
        lambda: {
            "shell": Shell(),
            "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes"],
            "authenticators": {
                "totp": None,
                "recovery_codes": {"generate_codes": ["1", "2"], "get_unused_codes": ["2"]},
            },
            "is_mfa_enabled": True,
        },
    ),
    "refused": ("error/refused.html", lambda: {"shell": Shell(), "reason": "Dit plan is al vastgesteld."}),
    "not-found": ("error/404.html", lambda: {"shell": NOBODY}),
    "our-fault": ("error/500.html", dict),
    "privacy": ("statement/privacy.html", lambda: {"shell": NOBODY}),
    "accessibility": ("statement/accessibility.html", lambda: {"shell": Shell()}),
}
