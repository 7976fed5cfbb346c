"""The session of every request, and whose it is: found by statements that are written out once (ADR 17)."""

from datetime import datetime
from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from kring.ground.access.models import Login
from kring.ground.shared.prepared import Prepared

FIELDS = tuple(field.attname for field in Login._meta.concrete_fields)  # noqa: SLF001  Django's way to a model's columns


@Prepared
def _held(key: str, now: datetime) -> QuerySet[Session, str]:
    return Session.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data", flat=True)


@Prepared
def _login(login: UUID) -> QuerySet[Login, tuple[object, ...]]:
    return Login.objects.filter(id=login).values_list(*FIELDS)


class SessionStore(db.SessionStore):
    """Django's sessions in the database; its settings ask for this class by name."""

    def load(self) -> dict[str, object]:
        found = _held(self.session_key or "", timezone.now())
        if not found:
            self._session_key = None
            return {}
        return self.decode(found[0])


class Backend(AuthenticationBackend):  # type: ignore[misc]  # allauth has no types
    """Signs in as allauth does."""

    def get_user(self, user_id: str | UUID) -> Login | None:
        for row in _login(UUID(str(user_id))):
            login = Login.from_db(None, FIELDS, row)
            if self.user_can_authenticate(login):
                return login
        return None
