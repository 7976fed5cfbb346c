"""Roles of an account, with period and ground: given and ended by who administers the organisation."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.access.models import RoleAssignment
from kring.ground.access.policy import may_administer
from kring.ground.access.roles import COLLEAGUE, ORGANISATION_ROLES
from kring.ground.access.services import assign_role
from kring.ground.access.services.accounts import end_role
from kring.ground.organisations.models import Organisation
from kring.web.administration.account_forms import RoleForm
from kring.web.administration.accounts import account_of, sheet_of
from kring.web.administration.forms import ReasonForm
from kring.web.administration.reading import administered
from kring.web.administration.worksheet import Given, Work, worksheet
from kring.web.kit.request import PageRequest


@worksheet
def give(request: PageRequest, account: UUID) -> Work:
    found = account_of(request, account)
    towns = tuple(Organisation.objects.filter(id__in=administered(request.actor), ended_on=None).order_by("name"))

    def save(given: Given) -> str:
        assign_role(
            actor=request.actor,
            account=found.id,
            role=given["role"],
            organisation=UUID(given["organisation"]),
            ground=given["ground"],
            until=given["until"],
        )
        return reverse("staff_account", args=[found.id])

    intro = _("Geef alleen de rol die bij het werk hoort. De rol staat meteen open, en in het log.")
    form = RoleForm(request.POST or None, towns=towns, today=request.actor.today)
    return Work(form, sheet_of(found, _("Rol geven"), intro, _("Geef de rol")), save, _("De rol is gegeven."))


@worksheet
def end(request: PageRequest, role: UUID) -> Work:
    assignment = get_object_or_404(RoleAssignment.objects.exclude(role=COLLEAGUE.code), id=role)
    may_administer(request.actor, assignment.organisation_id).enforce()
    found = account_of(request, assignment.account_id)

    def save(given: Given) -> str:
        end_role(actor=request.actor, assignment=assignment, ground=given["ground"])
        return reverse("staff_account", args=[found.id])

    title = _(ORGANISATION_ROLES[assignment.role].title)
    intro = _("De rol %(role)s eindigt meteen. Dat deze persoon de rol had, blijft leesbaar.") % {"role": title}
    sheet = sheet_of(found, _("Rol beëindigen"), intro, _("Beëindig de rol"))
    return Work(ReasonForm(request.POST or None), sheet, save, _("De rol is beëindigd."))
