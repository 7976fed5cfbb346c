"""Which pages stand in the navigation, by role. Not a right: the page itself decides again."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access import roles
from kring.ground.access.actor import Actor


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the navigation: for whom it is there. Without roles: for everybody who signs in."""

    url_name: str
    title: Promise
    icon: str
    roles: frozenset[str] = frozenset()
    for_family: bool = False


@dataclass(frozen=True, slots=True)
class NavItem:
    """One link as the shell draws it."""

    title: Promise
    url: str
    icon: str
    current: bool
    count: int = 0


def _codes(*given: roles.Role) -> frozenset[str]:
    return frozenset(role.code for role in given)


PLACES = (
    Place("home", _("Mijn dag"), "sun", for_family=True),
    Place("families", _("Mijn gezinnen"), "home", _codes(roles.COLLEAGUE)),
    Place(
        "studies",
        _("Onderzoeken"),
        "stack",
        _codes(roles.RESEARCHER, roles.CHOOSER, roles.LEADER, roles.PRIVACY_OFFICER),
    ),
    Place("areas", _("Gebieden"), "chart", _codes(roles.CHOOSER, roles.LEADER, roles.POLICY)),
    Place("pilots", _("Pilots en raadsbrieven"), "letter", _codes(roles.POLICY, roles.CHOOSER)),
    Place("deliveries", _("Leveringen"), "inbox", _codes(roles.DATA_STEWARD, roles.ADMINISTRATOR)),
    Place("organisation", _("Beheer"), "settings", _codes(roles.ADMINISTRATOR)),
)


def navigation(actor: Actor, is_family: bool, path: str) -> tuple[NavItem, ...]:
    """The links for this actor. A page that does not exist yet is left out."""
    mine = {role for role, _organisation in actor.roles}
    items = []
    for place in PLACES:
        if (is_family and not place.for_family) or (place.roles and not place.roles & mine):
            continue
        try:
            url = reverse(place.url_name)
        except NoReverseMatch:
            continue
        current = path == url if place.url_name == "home" else path.startswith(url)
        items.append(NavItem(place.title, url, place.icon, current))
    return tuple(items)
