"""Who is who round a family: professionals who do not work with Kring, written down by who leads. It opens nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.actor import Actor
from kring.ground.access.gates import gate
from kring.ground.access.models import Involvement, Party, PartySource
from kring.ground.access.party_rules import can_be_party, can_change, can_last, same_person
from kring.ground.access.policy import may_write_parties
from kring.ground.access.roles import (
    APPOINTER,
    CONSULTED,
    DEPUTY,
    DOSSIER_ROLES,
    FAMILY_ROLES,
    NAMER,
    REGISSEUR,
)
from kring.ground.audit.models import Event
from kring.ground.audit.trail import note_deed
from kring.ground.audit.undoing import before_last
from kring.ground.shared.lasting import lasting
from kring.ground.shared.levels import Level
from kring.ground.shared.verdict import Refused

WITHOUT_PARTY = frozenset(FAMILY_ROLES) | {NAMER.code, APPOINTER.code, CONSULTED.code}
"""Who does not work with the family as a professional, or of whom nobody may tell that she thinks along (BR-072)."""
KEPT = ("name", "function", "organisation_name", "phone", "source", "started_on", "ended_on", "withdrawn_at")
"""What can be put right, and last what takes it away: undoing puts these back."""


@dataclass(frozen=True, slots=True)
class PartyWords:
    """A professional, as far as is known."""

    name: str
    function: str
    organisation: str
    phone: str
    source: PartySource
    since: date
    until: date | None = None


def add_party(*, actor: Actor, dossier: UUID, words: PartyWords) -> Party:
    """One more professional round this family, once."""
    may_write_parties(actor, dossier).enforce()
    row = Party(dossier_id=dossier)
    _put(actor, row, words)
    with gate():
        row.save(force_insert=True)
    _note("access.party_added", row, Event.CREATE)
    return row


def correct_party(*, actor: Actor, party: Party, words: PartyWords) -> None:
    """It was written down wrongly. What stood there is kept."""
    _enforce(actor, party)
    _put(actor, party, words)
    with gate():
        party.save(update_fields=KEPT[:-1])
    _note("access.party_corrected", party)


def end_party(*, actor: Actor, party: Party, on: date) -> None:
    """From that day this professional is not there any more."""
    _enforce(actor, party)
    can_last(party.started_on, on, actor.today).enforce()
    party.ended_on = on
    with gate():
        party.save(update_fields=["ended_on"])
    _note("access.party_ended", party)


def withdraw_party(*, actor: Actor, party: Party, reason: str) -> None:
    """It was not so: no longer shown. That it was written, and why it went, is kept."""
    _enforce(actor, party)
    if not reason.strip():
        raise Refused(_("Schrijf op waarom."))
    party.withdrawn_at, party.withdrawn_because = actor.at, reason.strip()
    with gate():
        party.save(update_fields=["withdrawn_at", "withdrawn_because"])
    _note("access.party_withdrawn", party)


def undo_party(*, actor: Actor, party: Party) -> None:
    """What was just added is withdrawn; what was put right, ended or withdrawn is as it was."""
    may_write_parties(actor, party.dossier_id).enforce()
    was = before_last(Party, party.id, KEPT, by=actor.id, at=actor.at)
    if was is None:
        withdraw_party(actor=actor, party=party, reason=_("ongedaan gemaakt"))
        return
    for name, value in was.items():
        setattr(party, name, value)
    party.withdrawn_because = "" if party.withdrawn_at is None else party.withdrawn_because
    with gate():
        party.save(update_fields=[*KEPT, "withdrawn_because"])
    _note("access.party_undone", party)


def end_told(*, actor: Actor, party: Party) -> None:
    """Whoever comes to work along was perhaps written down before: then that line ends. Inside a gate."""
    told = Party.objects.filter(dossier_id=party.dossier_id, account=None, ended_on=None, withdrawn_at=None)
    mine = same_person(party.name, party.organisation_name)
    same = [row.id for row in told.order_by("id") if same_person(row.name, row.organisation_name) == mine]
    if same:
        Party.objects.filter(id__in=same).update(ended_on=actor.today)


def end_worked(*, actor: Actor, dossier: UUID, account: UUID) -> None:
    """After a role ended: who has another one still stands in the list with that. Inside a gate."""
    staying = Involvement.objects.filter(lasting(actor.at), dossier_id=dossier, account_id=account)
    roles = staying.exclude(role__in=WITHOUT_PARTY).values_list("role", "account__function")
    functions = {party_function(role, own) for role, own in roles}
    shown = Party.objects.filter(dossier_id=dossier, account=account, ended_on=None)
    shown.exclude(function__in=functions).update(ended_on=actor.today)


def party_function(role: str, own: str) -> str:
    """Who leads stands in the list as that; anybody else with the own function."""
    return DOSSIER_ROLES[role].title if role in {REGISSEUR.code, DEPUTY.code} else own


def note_level(roles: Iterable[str]) -> Level:
    """That somebody is consulted about safety is told to nobody of the family (BR-072)."""
    return Level.PROTECTED if set(roles) == {CONSULTED.code} else Level.CONTACT


def _put(actor: Actor, row: Party, words: PartyWords) -> None:
    others = Party.objects.filter(dossier_id=row.dossier_id, withdrawn_at=None).exclude(id=row.id)
    present = others.exclude(ended_on__lte=words.since).order_by("id").values_list("name", "organisation_name")
    can_be_party(words.name, words.organisation, words.phone, present).enforce()
    can_last(words.since, words.until, actor.today).enforce()
    if words.source == PartySource.ACCOUNT:
        raise Refused(_("Wie in Kring meewerkt, vraagt u erbij op Personen."))
    row.name, row.function = words.name.strip(), words.function.strip()
    row.organisation_name, row.phone = words.organisation.strip(), words.phone.strip()
    row.source, row.started_on, row.ended_on = words.source, words.since, words.until


def _enforce(actor: Actor, party: Party) -> None:
    may_write_parties(actor, party.dossier_id).enforce()
    can_change(works_along=party.account is not None, is_withdrawn=party.withdrawn_at is not None).enforce()


def _note(what: str, party: Party, event: Event = Event.CHANGE) -> None:
    note_deed(what, "party", event=event, dossier=party.dossier_id)
