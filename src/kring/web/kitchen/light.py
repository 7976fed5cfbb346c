"""A light plan on one page, for who begins with one question: it is written and laid down in one go, or not at all."""

from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.ground.configuration.queries.words import choices_of
from kring.ground.shared.verdict import Refused
from kring.practice.circle.queries import helpers_in
from kring.practice.plans.policy import Deed, may
from kring.practice.plans.rules.lists import LIFE_AREAS, NO_INFORMAL_REASONS
from kring.practice.plans.services import add_action, add_goal, agree, save_texts, write_question
from kring.web.kit.request import PageRequest, sent
from kring.web.kitchen.flow import Asked, asking
from kring.web.kitchen.light_form import LightForm, Offered
from kring.web.kitchen.steps import LIGHT
from kring.web.kitchen.table import Table
from kring.web.plan.agree_form import voices_of
from kring.web.plan.people import grouped, known_people


def _form(request: PageRequest, table: Table) -> LightForm:
    """Only for who lays a plan down, and where there is none yet."""
    head = table.around.head
    may(Deed.AGREE, head.roles).enforce()
    if table.plan.goals or table.plan.last_number:
        raise Refused(_("Er is al een plan. Werk daarin verder."))
    return LightForm(
        sent(request),
        voices=voices_of(table.around, table.parties),
        offered=_offered(request, table),
        today=request.actor.today,
    )


def _offered(request: PageRequest, table: Table) -> Offered:
    around = table.around
    lists = choices_of((LIFE_AREAS, NO_INFORMAL_REASONS), around.head.controller, request.actor.at)
    people = known_people(around, table.plan, table.parties, helpers_in(table.dossier, request.actor.today))
    lead = around.head.lead
    return Offered(
        table.present,
        lists[LIFE_AREAS.code],
        {one.value: one for one in people},
        grouped(people, around),
        lists[NO_INFORMAL_REASONS.code],
        lead.name if lead else "",
    )


def _lay_down(request: PageRequest, table: Table, form: LightForm) -> str:
    actor, dossier = request.actor, table.dossier
    write_question(actor=actor, dossier=dossier, words=form.question())
    save_texts(actor=actor, dossier=dossier, words=form.texts())
    goal = add_goal(actor=actor, dossier=dossier, words=form.goal())
    for words in form.actions():
        add_action(actor=actor, goal=goal, words=words)
    made = agree(actor=actor, dossier=dossier, opinions=form.opinions(), seen=form.read)
    done = _("Versie %(number)s is vastgesteld. U kunt het plan nu printen.") % {"number": made.number}
    messages.success(request, done)
    return reverse("plan_version", args=[dossier, made.number])


light = asking(Asked(LIGHT, "kitchen/light.html", _form, _lay_down))
