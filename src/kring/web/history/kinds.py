"""The things whose history has a page: which fields a person reads of it, and where the thing itself is."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Model

from kring.ground.access.models import Party
from kring.ground.access.parts import Part
from kring.ground.documents.models import Document
from kring.practice.care.models import ToldHelp
from kring.practice.circle.models import Familiar, LifeEvent
from kring.practice.households.models import PersonAddress, PersonContact, Stay, ToldAuthority
from kring.practice.investigation.models import Investigation
from kring.practice.notes.models import ContactNote
from kring.practice.plans.models import Action, Goal, Question, Score
from kring.practice.safety.models import SafetyAgreement


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing. `of_person`: it hangs on somebody of the dossier and not on the dossier itself."""

    model: type[Model]
    part: Part
    fields: tuple[str, ...]
    place: str = "plan"
    is_named: bool = False
    of_person: bool = False


KINDS: Mapping[str, Kind] = {
    "doel": Kind(
        Goal,
        Part.PLAN,
        ("own_words", "speaker", "measure", "life_area", "kind", "state", "began_on", "ended_on", "end_reason",
         "level"),
        "goal",
        is_named=True,
    ),
    "actie": Kind(
        Action,
        Part.ACTION,
        ("what", "doer_kind", "doer_name", "doer_function", "informal_first", "informal_who", "due_on", "state",
         "closed_on", "result", "level"),
        "action",
        is_named=True,
    ),
    "vraag": Kind(
        Question,
        Part.QUESTION,
        ("words", "speaker", "language", "interpreter", "said_on", "withdrawn_at", "level"),
    ),
    "cijfer": Kind(Score, Part.SCORE, ("value", "giver", "given_on", "remark", "level")),
    "document": Kind(
        Document,
        Part.DOCUMENT,
        ("title", "kind", "given_by", "dated_on", "withdrawn_at", "withdrawn_reason", "level"),
        "documents",
    ),
    "contact": Kind(
        ContactNote,
        Part.CONTACT_NOTE,
        ("held_on", "held_at", "how", "with_whom", "said", "agreed", "law", "withdrawn_at",
         "withdrawn_reason", "level"),
        "note",
        is_named=True,
    ),
    "adres": Kind(
        PersonAddress,
        Part.PERSON_ADDRESS,
        ("kind", "street", "number", "suffix", "postcode", "place", "started_on", "ended_on", "level"),
        "people",
        of_person=True,
    ),
    "bereikbaar": Kind(
        PersonContact, Part.PERSON_CONTACT, ("kind", "value", "level"), "people", of_person=True
    ),
    "wonen": Kind(
        Stay,
        Part.HOME,
        ("label", "living", "days", "started_on", "ended_on", "told_by", "told_on", "withdrawn_at",
         "withdrawn_because"),
        "homes",
    ),
    "professional": Kind(
        Party,
        Part.PARTY,
        ("name", "function", "organisation_name", "phone", "source", "started_on", "ended_on", "withdrawn_at",
         "withdrawn_because"),
        "professionals",
    ),
    "verteld": Kind(
        ToldHelp,
        Part.TOLD_HELP,
        ("product", "provider_name", "law", "started_on", "ended_on", "told_by", "withdrawn_at", "withdrawn_because"),
        "care",
    ),
    "wmo": Kind(
        Investigation,
        Part.DOMAIN_FILE,
        ("state", "reported_on", "reported_by", "need", "safety", "client_offered_on", "client_answer", "carer_name",
         "carer_offered_on", "carer_answer", "plan_received_on", "urgent_from", "urgent_what", "started_on", "sent_on",
         "applied_on", "decided_on", "decision", "ended_on", "ended_because"),
        "wmo_investigation",
        is_named=True,
    ),
    "vertrouwd": Kind(
        Familiar,
        Part.NETWORK,
        ("kind", "words", "told_by", "shown_to", "withdrawn_at", "withdrawn_because"),
        "familiar",
    ),
    "moment": Kind(
        LifeEvent,
        Part.NETWORK,
        ("kind", "on", "about", "what", "feeling", "told_by", "shown_to", "withdrawn_at", "withdrawn_because"),
        "lifeline",
    ),
    "veiligheid": Kind(
        SafetyAgreement,
        Part.SAFETY_AGREEMENT,
        ("what", "applies_when", "who_does", "checks", "by_veilig_thuis", "start_on", "review_on", "child_words",
         "state", "ended_on", "ended_by_name", "ended_because", "withdrawn_at", "withdrawn_because"),
        "safety",
    ),
    "gezag": Kind(
        ToldAuthority,
        Part.HOME,
        ("holder", "kind", "told_by", "told_on", "checked_on", "found", "withdrawn_at", "withdrawn_because"),
        "people",
    ),
}  # fmt: skip
