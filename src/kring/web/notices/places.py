"""Where a notice leads: to the plan, the family or my day. Never further than its reader may go."""

from django.urls import NoReverseMatch, reverse

from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.queries import MyNotice

IN_DOSSIER = {NoticeKind.APPOINTED: "family", NoticeKind.PLAN_AGREED: "plan", NoticeKind.EMERGENCY: "family"}
ELSEWHERE = {
    NoticeKind.TASK: "home",
    NoticeKind.TASK_LATE: "home",
    NoticeKind.IMPORT_DONE: "deliveries",
    NoticeKind.SIGN_IN_RESET: "mfa_index",
    NoticeKind.EMERGENCY: "emergencies",
}


def place_of(notice: MyNotice) -> str:
    """The address of the place; the list itself when there is no place, or it has closed to the reader."""
    try:
        if notice.kind in IN_DOSSIER and notice.dossier_label:
            return reverse(IN_DOSSIER[notice.kind], kwargs={"dossier": notice.dossier})
        return reverse(ELSEWHERE.get(notice.kind, "notices"))
    except NoReverseMatch:
        return reverse("notices")
