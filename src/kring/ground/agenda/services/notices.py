"""Notices: that something is there, never what. Mail repeats that and the address of the installation, no more."""

import logging
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from kring.ground.access.actor import Actor
from kring.ground.access.queries import MailAddress, administrators, mail_addresses
from kring.ground.access.services import count_grant_differences
from kring.ground.agenda.mail import Message, Smtp, installation_address
from kring.ground.agenda.models import Notice, NoticeKind, OutboxMail, Task, TaskState

logger = logging.getLogger(__name__)

MAILED_WITHIN = timedelta(days=1)
"""A notice that could not be mailed within a day is read in Kring itself."""


def notify(*, account: UUID, kind: NoticeKind, dossier: UUID | None = None) -> None:
    """Put a notice before somebody. Twice in one deed is one notice."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.notify(%s, %s, %s)", [account, str(kind), dossier])


def notify_person(*, dossier: UUID, person: UUID, kind: NoticeKind) -> None:
    """Before a member of this family, if it signs in itself."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.notify_person(%s, %s, %s)", [dossier, person, str(kind)])


def mark_read(*, actor: Actor, notices: tuple[UUID, ...] = ()) -> int:
    """These notices of the actor, or without any: all of them."""
    unread = Notice.objects.filter(account_id=actor.id, read_at=None)
    chosen = unread.filter(id__in=notices) if notices else unread
    return chosen.update(read_at=actor.at)


def notice_late_tasks(*, actor: Actor) -> int:
    """Once for every task that became late: its doer hears of it. Returns how many notices."""
    late = Task.objects.filter(state=TaskState.OPEN, due_on__lt=actor.today, late_noticed_at=None)
    waiting = set(late.values_list("account_id", "dossier_id"))
    for account, dossier in waiting:
        notify(account=account, kind=NoticeKind.TASK_LATE, dossier=dossier)
    late.update(late_noticed_at=actor.at)
    return len(waiting)


def notice_grant_differences(*, actor: Actor) -> int:
    """The nightly check of rights: when it finds a difference, every functional administrator hears of it."""
    found = count_grant_differences()
    if found:
        logger.error("The nightly recompile of grants found %d differences.", found)
        for account in administrators(actor.at):
            notify(account=account, kind=NoticeKind.RIGHTS_DIFFER)
    return found


def mail_notices(*, at: datetime, post: Smtp | None) -> int:
    """One mail per account for all that it has not read yet; without `post` into the demo's outbox."""
    waiting = Notice.objects.filter(mailed_at=None, read_at=None, at__gt=at - MAILED_WITHIN)
    accounts = set(waiting.values_list("account_id", flat=True))
    sent = 0
    try:
        for address in mail_addresses(accounts):
            _mail(address, at, post)
            sent += 1
    except OSError as problem:
        logger.warning("The mail server does not take mail now: %s", type(problem).__name__)
    return sent


def _mail(to: MailAddress, at: datetime, post: Smtp | None) -> None:
    """Marked and sent together. A server that fails is tried again the next minute; a refused address is not."""
    with transaction.atomic():
        Notice.objects.filter(account_id=to.account, mailed_at=None, read_at=None).update(mailed_at=at)
        message = _message(to)
        if post is None:
            OutboxMail.objects.create(address=message.to, subject=message.subject, body=message.body, at=at)
            return
        try:
            post.send(message)
        except SMTPRecipientsRefused:
            logger.warning("The mail server refuses the address of account %s.", to.account)


def _message(to: MailAddress) -> Message:
    with override(to.language):
        text = _("Er staat iets nieuws klaar")
    return Message(to.address, text, f"{text}.\n\n{installation_address()}\n")
