"""What the worker does by itself: late tasks, mail about notices, and the nightly check of rights."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.conf import settings

from kring.ground.access.actor import Actor, acting, system_actor
from kring.ground.access.services import drop_old_texts
from kring.ground.agenda.mail import Smtp
from kring.ground.agenda.models import NoticeKind
from kring.ground.agenda.services import (
    ask_reviews,
    mail_invitation,
    mail_notices,
    notice_grant_differences,
    notice_late_tasks,
    notify,
)
from kring.ground.shared import clock
from kring.ground.shared.database import DatabaseRole
from kring.ground.shared.jobs import job


@contextmanager
def _installation() -> Iterator[Actor]:
    actor = system_actor(clock.now())
    with acting(actor):
        yield actor


@job("agenda.notice_late_tasks", role=DatabaseRole.JOBS, cron="5 * * * *")
def late_tasks() -> None:
    with _installation() as actor:
        notice_late_tasks(actor=actor)


@job("agenda.mail_notices", role=DatabaseRole.JOBS, cron="* * * * *")
def mail() -> None:
    """In the demo to the outbox; elsewhere by KRING_SMTP_URL, and without one not at all."""
    if settings.DEMO:
        mail_notices(at=clock.now(), post=None)
    elif settings.MAIL_URL:
        mail_notices(at=clock.now(), post=Smtp.parse(settings.MAIL_URL))


@job("agenda.tell_sign_in_reset", role=DatabaseRole.JOBS)
def sign_in_reset(*, account: UUID) -> None:
    """The owner of the account hears of it, in Kring and by mail: it may have been somebody else who asked."""
    with _installation():
        notify(account=account, kind=NoticeKind.SIGN_IN_RESET)


@job("agenda.mail_invitation", role=DatabaseRole.JOBS)
def invitation_mail(*, invitation: UUID) -> None:
    """At once; without a mail server the administrator hands the link over."""
    post = Smtp.parse(settings.MAIL_URL) if settings.MAIL_URL and not settings.DEMO else None
    if settings.DEMO or post:
        mail_invitation(invitation=invitation, at=clock.now(), post=post)


@job("agenda.drop_old_texts", role=DatabaseRole.JOBS, cron="25 2 * * *")
def old_texts() -> None:
    """What was typed and never taken up again goes after seven days (BR-109)."""
    drop_old_texts(at=clock.now())


@job("agenda.ask_reviews", role=DatabaseRole.JOBS, cron="35 3 * * *")
def access_reviews() -> None:
    with _installation() as actor:
        ask_reviews(actor=actor)


@job("agenda.check_grants", role=DatabaseRole.JOBS, cron="15 2 * * *")
def check_grants() -> None:
    with _installation() as actor:
        notice_grant_differences(actor=actor)
