"""The letter that a family keeps when its plan stops: what it wanted, what stays and whom to call, in B1 (BR-023)."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kring.practice.course.queries import ClosingView
from kring.practice.leads.queries import DossierHead
from kring.practice.plans.documents.plan import listed
from kring.practice.plans.documents.typesetting import Value, typeset
from kring.practice.plans.queries import GoalView, WorkingPlan


def closing_pdf(head: DossierHead, plan: WorkingPlan, closing: ClosingView) -> bytes:
    """A4, tagged, with the type of the other letters."""
    return typeset("letter.typ", closing_values(head, plan, closing))


def closing_values(head: DossierHead, plan: WorkingPlan, closing: ClosingView) -> dict[str, Value]:
    day = _day(closing.closed_on)
    title, lead = _("Uw plan stopt"), head.lead
    return {
        "house": head.municipality,
        "title": title,
        "label": head.label,
        "version": _("Afgesloten op %(day)s") % {"day": day},
        "page": _("Bladzijde"),
        "of": _("van"),
        "to": head.label,
        "day": day,
        "greeting": _("Beste %(names)s,") % {"names": listed([one.name for one in head.members if one.name])},
        "opening": _opening(closing, day),
        "parts": [part for part in _parts(plan, closing) if part is not None],
        "closing": _("Met vriendelijke groet,"),
        "signer": lead.name if lead else head.municipality,
        "signs_as": _("Regisseur van uw plan") if lead else "",
    }


def _opening(closing: ClosingView, day: str) -> list[Value]:
    stops = _("Op %(day)s is uw plan afgesloten.") % {"day": day}
    if closing.by_agreement:
        return [f"{stops} {_('Dat hebben we samen besloten.')}"]
    return [f"{stops} {_('Niet iedereen is het daarmee eens.')} {closing.agreement_words}".strip()]


def _parts(plan: WorkingPlan, closing: ClosingView) -> Iterable[Value]:
    days = [_day(one.due_on) for one in closing.after_care if one.held_on is None]
    calls = _("Bel %(who)s.") % {"who": closing.call.rstrip(".")} if closing.call else ""
    yield _part(_("Dit wilde u bereiken"), [_wanted(goal) for goal in plan.goals if goal.is_shared])
    yield _part(_("Dit blijft"), lines=[closing.remains])
    yield _part(_("Wordt het weer moeilijk?"), lines=[closing.relapse, calls])
    yield _part(_("Wij vragen u hoe het gaat"), days)
    again = _("U mag altijd terugkomen. U begint dan niet opnieuw: uw plan is er nog.")
    yield _part(_("Wilt u terugkomen?"), lines=[again])


def _wanted(goal: GoalView) -> str:
    """Each one's own figures: they are never put together (BR-022)."""
    figures = [
        _("%(who)s: %(last)s") % {"who": one.giver, "last": one.last}
        if one.before is None
        else _("%(who)s: van %(before)s naar %(last)s") % {"who": one.giver, "before": one.before, "last": one.last}
        for one in goal.voices
    ]
    return "\n".join([f"“{goal.own_words}”", *figures])


def _part(title: str, points: Sequence[str] = (), lines: Sequence[str] = ()) -> Value:
    """What there is nothing of is left out."""
    said = [line.replace("\r", "") for line in lines if line.strip()]
    return {"title": title, "points": list(points), "lines": said} if points or said else None


def _day(day: date) -> str:
    return date_format(day, "j F Y")
