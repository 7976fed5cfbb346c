"""Where a notice leads: to the plan, the family or my day. Never further than its reader may go."""

from django.urls import NoReverseMatch, reverse

from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.queries import MyNotice

IN_DOSSIER = {
    NoticeKind.APPOINTED: "family",
    NoticeKind.PLAN_AGREED: "plan",
    NoticeKind.EMERGENCY: "family",
    NoticeKind.REMARK_ANSWERED: "our_plan",
    NoticeKind.NEED_CONFIRMED: "wmo",
    NoticeKind.PROPOSAL_DECIDED: "proposals",
}
OF_FAMILY = {NoticeKind.PLAN_AGREED: "our_plan"}
"""A family reads its plan on its own pages."""
ELSEWHERE = {
    NoticeKind.TASK: "home",
    NoticeKind.TASK_LATE: "home",
    NoticeKind.IMPORT_DONE: "deliveries",
    NoticeKind.SIGN_IN_RESET: "mfa_index",
    NoticeKind.EMERGENCY: "emergencies",
}


def place_of(notice: MyNotice, *, is_family: bool = False) -> str:
    """The address of the place; the list itself when there is no place, or it has closed to the reader."""
    try:
        if notice.kind in IN_DOSSIER and notice.dossier_label:
            names = IN_DOSSIER | OF_FAMILY if is_family else IN_DOSSIER
            return reverse(names[notice.kind], kwargs={"dossier": notice.dossier})
        return reverse(ELSEWHERE.get(notice.kind, "notices"))
    except NoReverseMatch:
        return reverse("notices")
