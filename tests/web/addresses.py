"""Every address of Kring, filled in with the ids of something that is there. A new page joins by itself."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Model, QuerySet
from django.urls import URLPattern, URLResolver, get_resolver

from kring.exchange.models import Delivery, ReviewItem
from kring.ground.access.models import (
    AccessReview,
    Account,
    BreakGlass,
    DossierSubject,
    NamedReader,
    Party,
    RoleAssignment,
    SharingDecision,
    Withholding,
)
from kring.ground.agenda.models import Notice, Task
from kring.ground.areas.models import Area
from kring.ground.documents.models import Document
from kring.ground.organisations.models import Organisation, OrganisationKind, Team
from kring.oversight.breaches.models import Breach
from kring.oversight.doubles.models import Double
from kring.oversight.retention.models import DestructionLine, DestructionList
from kring.oversight.rights.models import DataRequest
from kring.practice.care.models import ToldHelp
from kring.practice.circle.models import Familiar, KinTie, LifeEvent, NetworkMember
from kring.practice.consents.models import DataConsent, HelpConsent
from kring.practice.course.models import AfterCare, Evaluation
from kring.practice.familiegroepsplan.models import Contribution
from kring.practice.households.models import PersonContact, Stay, ToldAuthority
from kring.practice.investigation.models import Investigation
from kring.practice.notes.models import ContactNote
from kring.practice.plans.models import Action, Discussion, Goal, PlanSummary, PlanVersion, ProviderPlan, Question
from kring.practice.safety.models import ChildTalk, ReportTrack, SafetyAgreement, SafetyScore
from kring.practice.statements.models import OwnStatement, Remark
from kring.steering.figures.models import CouncilLetter, Pilot
from kring.steering.studies.models import Study, StudyCase

LIBRARY = ("allauth.", "django.")
NOWHERE = UUID("99999999-9999-4999-8999-999999999999")
WORDS = {"slug": "plan", "law": "jeugdwet", "form": "pdf", "setting": "kleinste_cel", "link": "geen",
         "provider_id": "geen",
         "block": "a", "deed": "stop",
         "words": "leefgebieden", "word": "money", "text": "contact", "kind": "doel"}  # fmt: skip
"""What stands in an address and is no id: a chapter of the manual, a law, the form of a letter."""
BORROWED = {"key": "geen", "uidb36": "1", "pk": 1, "provider_id": "geen"}
ARGUMENT = re.compile(r"\(\?P<(\w+)>[^)]*\)|<(?:\w+:)?(\w+)>")
"""In a regular expression, or as a converter."""


@dataclass(frozen=True, slots=True)
class Address:
    """A URL with the kind of view behind it: page, action or public."""

    name: str
    url: str
    kind: str


def addresses(ids: Mapping[str, object]) -> list[Address]:
    """With `ids` for the arguments in the addresses. A form page, which is both, has the kind of its reading half."""
    return [
        Address(pattern.name or route, "/" + _filled(route, pattern, ids), str(getattr(pattern.callback, "kind", "")))
        for route, pattern in _patterns(get_resolver().url_patterns, "")
        if not _is_borrowed(pattern)
    ]


def borrowed_addresses() -> list[Address]:
    """Those of allauth, which nobody here wrote and everybody can reach."""
    return [
        Address(pattern.name or route, "/" + _with_values(route, BORROWED), "borrowed")
        for route, pattern in _patterns(get_resolver().url_patterns, "")
        if _is_borrowed(pattern)
    ]


def _is_borrowed(pattern: URLPattern) -> bool:
    """Or stands in the place of one: the provider that it names is not among our ids."""
    return pattern.callback.__module__.startswith(LIBRARY) or str(pattern.name).startswith("openid_connect_")


def ids_of_a_family(dossier: UUID) -> dict[str, object]:
    """Of one dossier with a whole plan, and of whatever else there is. As a role that sees everything."""
    first = _first_in(dossier)
    return WORDS | {
        "dossier": dossier,
        "goal": first(Goal),
        "step": first(Action),
        "proposal": first(Action),
        "question": first(Question),
        "talk": first(Discussion),
        "summary": first(PlanSummary),
        "provided": first(ProviderPlan),
        "document": first(Document),
        "note": first(ContactNote),
        "decision": first(SharingDecision),
        "consent": first(HelpConsent),
        "use": first(DataConsent),
        "statement": first(OwnStatement),
        "remark": first(Remark),
        "task": first(Task),
        "notice": _any(Notice),
        "contact": _contact_in(dossier),
        "row": _contact_in(dossier),
        "reader": first(NamedReader),
        "number": getattr(PlanVersion.objects.filter(dossier=dossier).order_by("number").first(), "number", 1),
        "subject": DossierSubject.objects.filter(dossier=dossier, subject__kind="person").values_list(
            "subject_id", flat=True
        )[0],
        "somebody": NetworkMember.objects.filter(dossier=dossier).values_list("pk", flat=True).first() or NOWHERE,
        "study": _any(Study),
        "case": _any(StudyCase),
        "area": _any(Area),
        "delivery": _any(Delivery),
        "item": _any(ReviewItem),
        "double": _any(Double),
        "pilot": getattr(Pilot.objects.first(), "slug", "geen"),
        "letter": _any(CouncilLetter),
        "emergency": _any(BreakGlass),
        "review": _any(AccessReview),
        "organisation": _first_of(Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)),
        "withholding": first(Withholding),
        "stay": first(Stay),
        "party": _first_of(Party.objects.filter(dossier=dossier, account=None)),
        "told": first(ToldAuthority),
        "told_help": first(ToldHelp),
        "contribution": first(Contribution),
        "investigation": first(Investigation),
        "agreement": first(SafetyAgreement),
        "figure": first(SafetyScore),
        "child_talk": first(ChildTalk),
        "track": first(ReportTrack),
        "evaluation": first(Evaluation),
        "contact_after": first(AfterCare),
        "familiar": first(Familiar),
        "moment": first(LifeEvent),
        "asked": _any(DataRequest),
        "kept": NOWHERE,
        "mark": NOWHERE,
        "thing": first(Goal),
        "tie": first(KinTie),
        "breach": _any(Breach),
        "made": _any(DestructionList),
        "line": _any(DestructionLine),
        "team": _any(Team),
        "account": _first_of(Account.objects.filter(staff__isnull=False)),
        "role": _first_of(RoleAssignment.objects.exclude(role="collega")),
    }


def ids_of_nothing() -> dict[str, object]:
    """As long as nothing has been made yet."""
    return dict.fromkeys(
        ("dossier", "goal", "step", "proposal", "question", "talk", "summary", "provided",
         "document", "note", "decision", "consent", "use", "statement", "remark", "task",
         "notice", "subject", "study", "case", "area", "delivery", "item", "double", "letter", "organisation", "team",
         "account",
         "role",
         "emergency", "withholding", "kept", "stay", "told", "mark", "told_help", "party", "asked",
          "contribution", "evaluation", "contact_after", "breach", "thing", "review", "made", "line", "familiar",
          "moment", "tie", "investigation", "agreement", "figure", "child_talk", "track"),
        NOWHERE,
    ) | WORDS | {"contact": NOWHERE, "row": NOWHERE, "somebody": NOWHERE, "reader": NOWHERE, "number": 1,
                 "pilot": "geen"}  # fmt: skip


def family_with_a_plan() -> UUID:
    """The dossier with most on it."""
    found = PlanVersion.objects.order_by("-number", "dossier_id").first()
    assert found is not None
    return found.dossier_id


def _first_in(dossier: UUID) -> Callable[[type[Model]], object]:
    def first(model: type[Model]) -> object:
        row = model._default_manager.filter(dossier=dossier).order_by("pk").first()
        return row.pk if row else NOWHERE

    return first


def _contact_in(dossier: UUID) -> object:
    members = DossierSubject.objects.filter(dossier=dossier).values("subject")
    row = PersonContact.objects.filter(subject__in=members).order_by("pk").first()
    return row.pk if row else NOWHERE


def _first_of(rows: QuerySet[Account] | QuerySet[RoleAssignment] | QuerySet[Organisation] | QuerySet[Party]) -> object:
    row = rows.order_by("pk").first()
    return row.pk if row else NOWHERE


def _any(model: type[Model]) -> object:
    row = model._default_manager.order_by("pk").first()
    return row.pk if row else NOWHERE


def _patterns(nodes: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, URLPattern]]:
    for node in nodes:
        route = before + str(node.pattern)
        if isinstance(node, URLResolver):
            yield from _patterns(node.url_patterns, route)
        else:
            yield route, node


def _filled(route: str, pattern: URLPattern, ids: Mapping[str, object]) -> str:
    """`dossier/<uuid:dossier>/plan/` → `dossier/3f…/plan/`. Fails on an argument that nobody knows."""
    assert pattern.name, f"{route} has no name"
    return _with_values(route, ids)


def _with_values(route: str, values: Mapping[str, object]) -> str:
    return ARGUMENT.sub(lambda found: str(values[found[1] or found[2]]), route).replace("^", "").replace("$", "")
