"""Which pages stand in the navigation, by role. Not a right: the page itself decides again."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access import roles
from kring.ground.access.actor import Actor
from kring.ground.access.policy import NO_EMERGENCY


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the navigation: for whom it is there. Without roles: for every professional; never for `without`."""

    url_name: str
    title: Promise
    icon: str
    roles: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    for_family: bool = False
    for_professionals: bool = True


@dataclass(frozen=True, slots=True)
class NavItem:
    """One link of a navigation: a part of the house, or a section of a dossier. Those of one group stand together."""

    title: str | Promise
    url: str
    icon: str
    current: bool
    count: int = 0
    group: str | Promise = ""


def _codes(*given: roles.Role) -> frozenset[str]:
    return frozenset(role.code for role in given)


NO_COUNTS: Mapping[str, int] = MappingProxyType({})
PLACES = (
    Place("home", _("Mijn dag"), "sun"),
    Place("home", _("Mijn plan"), "home-heart", for_family=True, for_professionals=False),
    Place("our_plans", _("Ons plan"), "list-check", for_family=True, for_professionals=False),
    Place("notices", _("Berichten"), "bell", for_family=True),
    Place("own_log", _("Wie keek er?"), "eye", for_family=True, for_professionals=False),
    Place("families", _("Mijn gezinnen"), "home", _codes(roles.COLLEAGUE)),
    Place(
        "studies",
        _("Onderzoeken"),
        "stack",
        _codes(roles.RESEARCHER, roles.CHOOSER, roles.LEADER, roles.PRIVACY_OFFICER),
    ),
    Place("areas", _("Gebieden"), "chart", _codes(roles.CHOOSER, roles.LEADER, roles.POLICY)),
    Place("pilots", _("Pilots en raadsbrieven"), "letter", _codes(roles.POLICY, roles.CHOOSER)),
    Place(
        "emergency",
        _("Noodknop"),
        "alert-triangle",
        _codes(roles.COLLEAGUE, roles.SAFEGUARDING),
        without=NO_EMERGENCY | _codes(roles.PRIVACY_OFFICER),
    ),
    Place("shields", _("Bescherming"), "shield", _codes(roles.SAFEGUARDING)),
    Place("emergencies", _("Gebruik van de noodknop"), "alert-triangle", _codes(roles.PRIVACY_OFFICER)),
    Place("requests", _("Verzoeken over gegevens"), "inbox", _codes(roles.PRIVACY_OFFICER)),
    Place("breaches", _("Datalekken"), "shield-exclamation", _codes(roles.PRIVACY_OFFICER)),
    Place("log_review", _("Toezicht op het log"), "eye", _codes(roles.PRIVACY_OFFICER)),
    Place("retention", _("Bewaartermijnen"), "folder", _codes(roles.ARCHIVIST, roles.PRIVACY_OFFICER)),
    Place(
        "destruction",
        _("Vernietigen"),
        "archive",
        _codes(roles.ARCHIVIST, roles.PRIVACY_OFFICER, roles.ADMINISTRATOR),
    ),
    Place("deliveries", _("Leveringen"), "inbox", _codes(roles.DATA_STEWARD, roles.ADMINISTRATOR)),
    Place(
        "administration",
        _("Beheer"),
        "settings",
        _codes(roles.ADMINISTRATOR, roles.ORGANISATION_ADMINISTRATOR, roles.PRIVACY_OFFICER),
    ),
)


def navigation(actor: Actor, is_family: bool, path: str, counts: Mapping[str, int] = NO_COUNTS) -> tuple[NavItem, ...]:
    """The links for this actor, with what waits behind them. A page that does not exist yet is left out."""
    mine = {role for role, _organisation in actor.roles}
    items = []
    for place in PLACES:
        meant = place.for_family if is_family else place.for_professionals
        if not meant or (place.roles and not place.roles & mine) or place.without & mine:
            continue
        try:
            url = reverse(place.url_name)
        except NoReverseMatch:
            continue
        current = path == url if place.url_name == "home" else path.startswith(url)
        items.append(NavItem(place.title, url, place.icon, current, counts.get(place.url_name, 0)))
    return tuple(items)
