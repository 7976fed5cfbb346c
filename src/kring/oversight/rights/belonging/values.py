"""One field of a row as it is given: readable, and without who else is named by a key."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from cryptography.fernet import Fernet
from django.conf import settings
from django.db.models import Field, ForeignKey, Model, UUIDField
from django.utils.translation import gettext as _

from kring.ground.access.models import Account, Subject
from kring.ground.organisations.models import Organisation
from kring.oversight.rights.belonging.ties import DOERS, PEOPLE, Whose, raw
from kring.practice.households.identity import decrypted

Plain = None | str | int | float | bool | Sequence["Plain"] | Mapping[str, "Plain"]

PLACES = frozenset({"id", "area", "target"})
TOWNS = frozenset({"organisation", "controller"})
KEYS = {"household": "households", "dossier": "dossiers"}
"""Columns that hold a key without a relation: shown when it is the person's own."""
HIDDEN_IN_IMAGE = ("bsn_encrypted", "bsn_hmac", "sealed")


def value_of(field: "Field[object, object]", row: Model, whose: Whose, towns: Mapping[UUID, str]) -> Plain:
    """For JSON. Whoever else is meant by a key is «iemand anders»."""
    found = raw(row, field.name)
    if found is None:
        return None
    if isinstance(field, ForeignKey):
        return _related(field, found, whose, towns)
    if isinstance(field, UUIDField):
        return _keyed(field.name, found, whose, towns)
    return _opened(field.name, found, whose)


def _opened(name: str, found: object, whose: Whose) -> Plain:
    """What is kept encrypted is given in the clear, and a file apart."""
    if isinstance(found, bytes | memoryview):
        return decrypted(found) if name == "bsn_encrypted" else _("als los bestand in dit pakket")
    return _typed(str(found)) if name == "sealed" else plain(found, whose)


def plain(value: object, whose: Whose) -> Plain:
    """Lists and images with everybody else taken out."""
    if isinstance(value, Mapping):
        return {str(name): _in_image(str(name), inner, whose) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner, whose) for inner in value]
    if isinstance(value, UUID):
        return you_or_other(value, whose)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def you_or_other(key: object, whose: Whose) -> str:
    return _("uzelf") if key == whose.subject or key in whose.accounts else _("iemand anders")


def _in_image(name: str, value: object, whose: Whose) -> Plain:
    if name in HIDDEN_IN_IMAGE:
        return _("versleuteld")
    if name in PEOPLE and value is not None:
        return _("uzelf") if value == str(whose.subject) else _("iemand anders")
    if name in DOERS and value is not None:
        return _("uzelf") if value in {str(one) for one in whose.accounts} else _("iemand anders")
    return plain(value, whose)


def _related(field: "ForeignKey[object, object]", key: object, whose: Whose, towns: Mapping[UUID, str]) -> Plain:
    target = field.remote_field.model
    if target is Subject or target is Account:
        return you_or_other(key, whose)
    if target is Organisation and isinstance(key, UUID):
        return towns.get(key, str(key))
    return str(key)


def _keyed(name: str, key: object, whose: Whose, towns: Mapping[UUID, str]) -> Plain:
    if name in PLACES:
        return str(key)
    if name in TOWNS and isinstance(key, UUID):
        return towns.get(key, str(key))
    if name in KEYS:
        return str(key) if key in getattr(whose, KEYS[name]) else _("van iemand anders")
    if name == "key":
        return _("sleutel van het systeem")
    return you_or_other(key, whose)


def _typed(sealed: str) -> Plain:
    """What was typed and kept for its writer (BR-109)."""
    fields = json.loads(Fernet(settings.SIGN_IN_KEY).decrypt(sealed.encode()))
    return {str(name): str(value) for name, value in fields}
