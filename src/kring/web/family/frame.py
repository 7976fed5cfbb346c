"""What stands round every page of a dossier: its name, its sections, and the words that fit its plan.

The title of the browser never names anybody: a tab is read over a shoulder.
"""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kring.ground.access.models import Dossier, DossierState
from kring.ground.access.parts import Part
from kring.ground.access.policy import SECONDS, may_appoint
from kring.ground.access.roles import DOSSIER_ROLES
from kring.oversight.rights.policy import may_write_down
from kring.practice.leads.policy import may_write_answers
from kring.practice.leads.queries import DossierHead, dossier_head
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.wording import Wording, wording_for
from kring.practice.statements.queries import Beside, statements_beside
from kring.web.kit.addresses import address
from kring.web.kit.navigation import NavItem
from kring.web.kit.request import PageRequest

WORK = _("Plan en hulp")
PEOPLE = _("Mensen")
DATA = _("Gegevens en afspraken")


@dataclass(frozen=True, slots=True)
class Frame:
    """For every template below `family/frame.html`."""

    head: DossierHead
    words: Wording
    sections: tuple[NavItem, ...]
    back_title: str | Promise
    back_url: str
    may_write: bool
    may_score: bool
    may_ask: bool
    may_agree: bool
    may_appoint: bool
    may_note: bool

    @property
    def wants(self) -> Promise:
        """A family reads what we want; a professional reads what the family wants."""
        return self.words.we_want if self.head.is_family else self.words.wants

    @property
    def plan_title(self) -> Promise:
        return self.words.our_plan if self.head.is_family else self.words.plan

    @property
    def here(self) -> NavItem:
        """The section where the reader is; the overview for who finds none of it in the list."""
        return next((section for section in self.sections if section.current), self.sections[0])

    @property
    def is_closed(self) -> bool:
        return self.head.state == DossierState.CLOSED


@dataclass(frozen=True, slots=True)
class _Place:
    url_name: str
    title: str | Promise
    icon: str
    part: Part | None = None
    group: str | Promise = ""


def frame(request: PageRequest, dossier: UUID, current: str) -> Frame:
    """`current` is the URL name of the section where the reader is. 404 for who sees no such dossier."""
    head = dossier_head(request.actor, dossier)
    if head is None:
        raise Http404
    words, roles = wording_for(single=head.is_single), head.roles
    is_family = head.is_family
    return Frame(
        head,
        words,
        _sections(head, words, current),
        _("Mijn dag") if is_family else _("Mijn gezinnen"),
        reverse("home" if is_family else "families"),
        may_write=bool(may(Deed.WRITE, roles)),
        may_score=bool(may(Deed.SCORE, roles)),
        may_ask=bool(may(Deed.SAY_QUESTION, roles)),
        may_agree=bool(may(Deed.AGREE, roles)),
        may_appoint=bool(may_appoint(request.actor, Dossier(id=head.id, controller_id=head.controller))),
        may_note=not is_family and any(Part.CONTACT_NOTE in DOSSIER_ROLES[role].writes for role in roles),
    )


def statements_of(request: PageRequest, around: Frame) -> Beside:
    """For the pages on which a part may be disputed."""
    head = around.head
    leads = bool(may_write_answers(head.roles))
    return statements_beside(request.actor, head.id, leads=leads, is_family=head.is_family)


def _sections(head: DossierHead, words: Wording, current: str) -> tuple[NavItem, ...]:
    """A section that this house does not have yet is left out."""
    found = []
    for place in _places(head, words):
        try:
            url = address(place.url_name, head.id)
        except NoReverseMatch:
            continue
        current_here = place.url_name == current
        found.append(NavItem(place.title, url, place.icon, current=current_here, group=place.group))
    return tuple(found)


def _places(head: DossierHead, words: Wording) -> tuple[_Place, ...]:
    """Who reads by name only finds what is shared; who sees no plan finds the overview."""
    places: tuple[_Place, ...] = (
        _Place("family", _("Overzicht"), "home"),
        _Place("plan", words.our_plan if head.is_family else words.plan, "user-heart", Part.PLAN, WORK),
        _Place("plan_versions", _("Versies"), "history", Part.PLAN, WORK),
        *_of_youth(head),
        _Place("course", _("Terugkijken"), "refresh", Part.PLAN, WORK),
        _Place("care", _("Zorgverloop"), "timeline", Part.PROVISION, WORK),
        *_of_laws(head),
        _Place("notes", _("Contact"), "messages", Part.CONTACT_NOTE, WORK),
        _Place("documents", _("Documenten"), "folder", Part.DOCUMENT, WORK),
        *_of_people(head),
        *_of_data(),
        *_of_safety(head),
        _Place("withheld", _("Achterhouden"), "lock", group=DATA),
    )
    if head.is_family or not head.roles & set(SECONDS):
        places = places[:-1]
    if head.leads and not head.is_family:
        places = (*places, _Place("shield", _("Bescherming"), "shield", group=DATA))
    if may_write_answers(head.roles):
        places += (_Place("remarks", _("Klopt niet"), "messages", group=DATA),)
    if not head.is_family and may_write_down(head.roles):
        places += (_Place("family_rights", _("Rechten"), "scale", group=DATA),)
    named = tuple(place for place in places[1:] if place.part in head.opened)
    return (*places[:1], *(named if head.is_named_only else places[1:] if head.sees_plan else ()))


def _of_youth(head: DossierHead) -> tuple[_Place, ...]:
    """The law's first offer is there for a family with a child."""
    if not head.has_children:
        return ()
    return (_Place("familiegroepsplan", _("Familiegroepsplan"), "clipboard-list", Part.PLAN, WORK),)


def _of_laws(head: DossierHead) -> tuple[_Place, ...]:
    if not head.reads(Part.DOMAIN_FILE):
        return ()
    return (_Place("wmo", _("Wmo-onderzoek"), "clipboard-list", Part.DOMAIN_FILE, WORK),)


def _of_data() -> tuple[_Place, ...]:
    """The three consents stand apart from each other (handbook §0.1)."""
    return (
        _Place("data_consents", _("Toestemming"), "list-check", group=DATA),
        _Place("family_share", _("Delen"), "lock-open", group=DATA),
        _Place("consents", _("Instemming"), "heart-handshake", group=DATA),
    )


def _of_safety(head: DossierHead) -> tuple[_Place, ...]:
    """Every family has the page, whether anything was agreed or not: whom to call stands there too."""
    if head.is_family:
        return (_Place("safety", _("Veilig zijn"), "shield-check", group=DATA),)
    return (_Place("safety", _("Veiligheid"), "shield-check", group=DATA),) if head.reads(Part.SAFETY_AGREEMENT) else ()


def _of_people(head: DossierHead) -> tuple[_Place, ...]:
    """The circle, the genogram and what the family tells are there for who reads them."""
    drawn = (
        _Place("circle", _("Mijn mensen") if head.is_family else _("Kring"), "circles", Part.NETWORK, PEOPLE),
        _Place("genogram", _("Stamboom"), "hierarchy-2", Part.NETWORK, PEOPLE),
        _Place("lifeline", _("Levenslijn"), "route", Part.NETWORK, PEOPLE),
        _Place("familiar", _("Wat vertrouwd is"), "heart", Part.NETWORK, PEOPLE),
    )
    return (
        _Place("people", _("Personen"), "users", group=PEOPLE),
        *(drawn if head.reads(Part.NETWORK) else ()),
        _Place("homes", _("Wonen"), "home-heart", group=PEOPLE),
        _Place("professionals", _("Professionals"), "briefcase", group=PEOPLE),
    )
