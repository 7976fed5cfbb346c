"""Who is who: initials in a shape and colour that say who someone is to the family, as in every drawing."""

from typing import Literal

from django.template import Library
from django.utils.safestring import SafeString

from kring.web.component import KINDS, Kind, filled, one_of

register = Library()

PERSON = '<span class="k-person">{}</span>'
LED = '<a class="k-person" href="{}">{}</a>'
NAMED = "{}<bdi>{}</bdi>{}"
DETAIL = '<span class="k-person__detail">{}</span>'
SIZES = frozenset({"small", "medium", "large"})


def initials(name: str) -> str:
    """First letter of the first and the last word that starts with a capital: 'Noor de Graaf' is NG."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalpha()]
    capitals = [word for word in words if word[0].isupper()] or words
    return "".join(word[0] for word in dict.fromkeys([capitals[0], capitals[-1]])).upper() if capitals else "?"


@register.simple_tag
def avatar(name: str, kind: Kind = "professional", size: Literal["small", "medium", "large"] = "medium") -> SafeString:
    """Initials: circle = family, network, community; hexagon = volunteer; square = professional.

    `{% avatar "Willem Smit" "volunteer" %}`
    """
    return filled(
        '<span class="k-avatar k-avatar--{} k-avatar--{}" aria-hidden="true">{}</span>',
        one_of(kind, KINDS, "soort"),
        one_of(size, SIZES, "maat"),
        initials(name),
    )


@register.simple_tag
def person(name: str, kind: Kind = "professional", detail: str = "", url: str = "") -> SafeString:
    """A chip with a name, such as the members in the head of a dossier.

    `{% person "Sandra Bakker" "family" detail="42" url=member.url %}`
    """
    who = filled(NAMED, avatar(name, kind, "small"), name, filled(DETAIL, detail) if detail else "")
    return filled(LED, url, who) if url else filled(PERSON, who)
