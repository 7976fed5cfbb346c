"""What the page of the genogram shows: the drawing of this reader, and one person of it with every tie."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from kring.draw import Drawing, arranged, draw_genogram
from kring.ground.access.parts import Part
from kring.ground.access.roles import DOSSIER_ROLES
from kring.ground.shared.protection import Writes
from kring.practice.circle.rules.kin import ChildBond, Ending, KinKind, Together
from kring.practice.circle.rules.words import Quality
from kring.practice.drawings.queries.kept import Kept, kept_drawing
from kring.practice.drawings.queries.kin import KinView, kin_of
from kring.practice.drawings.rules.family import (
    KinLine,
    Look,
    Relative,
    contradictory,
    first_names,
    genogram,
)
from kring.practice.drawings.rules.keeping import fingerprint, settled
from kring.practice.drawings.services import keep_drawing
from kring.web.family.frame import Frame, frame
from kring.web.kit.request import PageRequest, asked_id

WHO, KIND = "wie", "genogram"
WIDTH = re.compile(r' width="([\d.]+)" height="[\d.]+">')
BROAD = 896.0
"""In px: what fits beside the sections of a dossier."""


@dataclass(frozen=True, slots=True)
class TieWords:
    """One tie of a person in words. `code` names it in a form."""

    line: KinLine
    code: str
    words: str
    source: str
    is_contradicted: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that the page and its deeds know. Without `drawn` the ties contradict each other."""

    frame: Frame
    view: KinView
    names: Mapping[UUID, str]
    drawn: Drawing | None
    standing: tuple[tuple[str, ...], ...]
    person: Relative | None
    may_write: bool

    @property
    def is_broad(self) -> bool:
        """Too broad to shrink: it slides sideways."""
        found = WIDTH.search(self.drawn.svg) if self.drawn else None
        return found is not None and float(found[1]) > BROAD

    @property
    def others(self) -> list[tuple[str, str]]:
        """Everybody but the person whom the page is about, by name."""
        found = [(str(one), name) for one, name in self.names.items() if not self.person or one != self.person.subject]
        return sorted(found, key=lambda one: one[1].casefold())

    @property
    def ties(self) -> list[TieWords]:
        """Of the person."""
        who = self.person.subject if self.person else None
        denied = {line.key for line in self.view.ties if line.denies}
        lines = {_code(line): line for line in self.view.ties if who in line.pair and not _is_mirrored(line, who)}
        return [self._words(line, code, line.row is None and line.key in denied) for code, line in lines.items()]

    @property
    def gets(self) -> list[tuple[str, str]]:
        """With whom of the person it is said how they get on, and the quality."""
        who = self.person.subject if self.person else None
        return [
            (self.names[one.other if one.one == who else one.one], Quality.of(one.quality).label)
            for one in self.view.gets
            if who in (one.one, one.other)
        ]

    def parents_of(self, subject: UUID) -> list[UUID]:
        """Of birth or adoption, as they are drawn."""
        lines = [line for line in self.view.ties if line.kind == KinKind.PARENT and not line.denies]
        return list(dict.fromkeys(line.pair[0] for line in lines if line.pair[1] == subject and line.bond != "foster"))

    def _words(self, line: KinLine, code: str, contradicted: bool) -> TieWords:
        who, (one, other) = self.person.subject if self.person else None, line.pair
        name = self.names[other if one == who else one]
        if line.kind == KinKind.PARENT:
            text = _("ouder van %(name)s") if one == who else _("kind van %(name)s")
        else:
            text = _("partner van %(name)s") if line.kind == KinKind.PARTNER else _("tweeling met %(name)s")
        source = _("verteld door %(name)s") % {"name": line.told_by} if line.row else _("volgens de BRP")
        if line.denies:
            source = _("klopt niet, zegt %(name)s") % {"name": line.told_by}
        return TieWords(line, code, ", ".join([text % {"name": name}, *_facts(line)]), source, contradicted)


def _code(line: KinLine) -> str:
    return str(line.row) if line.row else ".".join((line.kind, *map(str, line.pair)))


def _is_mirrored(line: KinLine, who: UUID | None) -> bool:
    """The register has partners both ways round: once is enough."""
    return line.row is None and line.kind == KinKind.PARTNER and line.pair[0] != who


def _facts(line: KinLine) -> list[str]:
    said = [(Together, line.together), (Ending, line.ending), (ChildBond, line.bond)]
    words = [_(kind.of(value).label) for kind, value in said if value and value != ChildBond.BIRTH]
    words += [_("eeneiig")] if line.identical else []
    years = [_("vanaf %(year)s") % {"year": line.since}] if line.since else []
    return words + years + ([_("tot %(year)s") % {"year": line.until}] if line.until else [])


def scene(request: PageRequest, dossier: UUID) -> Scene:
    """404 for who does not read the circle."""
    around = frame(request, dossier, "genogram")
    if not around.head.reads(Part.NETWORK):
        raise Http404
    view = kin_of(
        request.actor, dossier, {one.subject: (one.name, one.role) for one in around.head.members if one.name}
    )
    made = _made(request, dossier, view)
    asked = asked_id(request, WHO)
    person = view.person(asked) if asked else None
    writes = any(DOSSIER_ROLES[role].writes.get(Part.NETWORK) == Writes.ALL for role in around.head.roles)
    return Scene(
        around, view, first_names(view.people), made.drawing if made else None, made.standing if made else (), person,
        writes and not around.is_closed,
    )  # fmt: skip


def _made(request: PageRequest, dossier: UUID, view: KinView) -> Kept | None:
    """As it was kept, if nothing changed; else drawn now and kept when the page has been made."""
    if not view.people or contradictory(view.ties):
        return None
    kept = kept_drawing(request.actor, dossier, KIND)
    order = settled(view.ranks, kept.standing if kept else (), [one.subject for one in view.people])
    links = {one.subject: f"?{WHO}={one.subject}#wie" for one in view.people}
    given = genogram(view.people, view.ties, view.homes, view.gets, Look(view.index, order, links, _("Stamboom")))
    mark = fingerprint((replace(given, order=()), sorted(view.ranks.items())))
    if kept and kept.fingerprint == mark:
        return kept
    standing = arranged(given)
    made = Kept(mark, draw_genogram(replace(given, order=standing)), standing)
    request.afterwards.append(partial(keep_drawing, actor=request.actor, dossier=dossier, kind=KIND, made=made))
    return made
