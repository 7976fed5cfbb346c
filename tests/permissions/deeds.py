"""What the cells mean in the product: the question of the policy, and the pages behind which the object is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db.models import Model

from kring.exchange.policy import may_deliver, may_review
from kring.ground.access.models import Dossier
from kring.ground.access.permissions import FAMILY_COLUMNS
from kring.ground.access.policy import (
    may_administer,
    may_appoint,
    may_decide_own_sharing,
    may_keep_circle,
    may_record_family_answer,
    may_withhold,
    may_write_parties,
)
from kring.ground.access.roles import Role
from kring.ground.agenda.policy import may_add_task
from kring.ground.areas.policy import may_change_areas
from kring.ground.documents.models import Document
from kring.ground.documents.policy import may_add
from kring.ground.shared.verdict import Verdict
from kring.oversight.retention.policy import may_decide, may_draw_up
from kring.practice.care.models import Provision
from kring.practice.care.policy import may_tell_help
from kring.practice.households.policy import may_write_homes
from kring.practice.investigation.policy import may_investigate
from kring.practice.notes.models import ContactNote
from kring.practice.notes.policy import may_write
from kring.practice.plans.models import Action, Goal
from kring.practice.plans.policy import Deed, may
from kring.practice.safety.policy import may_overrule, may_write_agreements, may_write_talk, may_write_track
from kring.steering.figures.policy import may_see_figures, may_start_pilot
from kring.steering.studies.policy import may_ask_study, may_record_objection, may_see_studies
from tests.permissions.world import Somebody, World

Question = Callable[[World, Somebody], Verdict]


def _plan(deed: Deed) -> Question:
    """By the roles in this dossier; a role in the organisation is none."""
    return lambda _world, one: may(deed, frozenset({one.role.code}))


POLICY: Mapping[tuple[str, str], Question] = {
    ("plan", "W"): _plan(Deed.WRITE),
    ("plan", "A"): _plan(Deed.AGREE),
    ("action", "W"): _plan(Deed.REPORT),
    ("written_down", "W"): _plan(Deed.SCORE),
    ("own_words", "W"): _plan(Deed.SCORE),
    ("document", "W"): lambda world, one: may_add(one.actor, world.dossier.id),
    ("contact_note", "W"): lambda world, one: may_write(one.actor, world.dossier.id),
    ("withholding", "W"): lambda world, one: may_withhold(one.actor, world.dossier.id),
    ("network", "W"): lambda world, one: may_keep_circle(one.actor, world.dossier.id),
    ("safety_agreement", "W"): lambda world, one: may_write_agreements(one.actor, world.dossier.id),
    ("child_talk", "W"): lambda world, one: may_write_talk(one.actor, world.dossier.id),
    ("meldcode", "W"): lambda world, one: may_write_track(one.actor, world.dossier.id),
    ("meldcode", "A"): lambda world, one: may_overrule(one.actor, world.dossier.id),
    ("told_help", "W"): lambda world, one: may_tell_help(one.actor, world.dossier.id),
    ("domain_file", "W"): lambda world, one: may_investigate(one.actor, world.dossier.id),
    ("party", "W"): lambda world, one: may_write_parties(one.actor, world.dossier.id),
    ("authority", "W"): lambda world, one: may_write_homes(one.actor, world.dossier.id),
    ("lead", "W"): lambda world, one: may_appoint(one.actor, world.dossier),
    ("sharing", "W"): lambda world, one: (
        may_record_family_answer(one.actor, world.dossier.id)
        or may_decide_own_sharing(one.actor, world.dossier.id, one.subject)
    ),
    ("task", "W"): lambda world, one: may_add_task(one.actor, world.giver.id, world.dossier.id),
    ("import", "W"): lambda world, one: may_deliver(one.actor, world.town.id),
    ("review", "W"): lambda world, one: may_review(one.actor, world.town.id),
    ("study", "R"): lambda _world, one: may_see_studies(one.actor),
    ("study", "W"): lambda world, one: may_ask_study(one.actor, world.town.id),
    ("objection", "W"): lambda _world, one: may_record_objection(one.actor),
    ("figures", "R"): lambda _world, one: may_see_figures(one.actor),
    ("pilot", "W"): lambda world, one: may_start_pilot(one.actor, world.town.id),
    ("area", "W"): lambda _world, one: may_change_areas(one.actor),
    ("retention", "W"): lambda world, one: may_draw_up(one.actor, world.town.id),
    ("retention", "A"): lambda world, one: may_decide(one.actor, world.town.id),
    ("colleague", "W"): lambda world, one: may_administer(one.actor, world.town.id),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A page that shows an object, or a form that writes it, by address name; `button` sends it with `answers`."""

    address: str
    button: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    shows: tuple[type[Model], str] | None = None
    """Where anybody who sees the dossier gets the page: the field whose words it shows to whom may read them."""
    own: "Place | None" = None
    """Where the family itself has it, when that is another page."""
    office: "Place | None" = None
    """Where who has it for the organisation does it, without the dossier."""

    def for_(self, role: Role) -> "Place":
        if role.column in FAMILY_COLUMNS:
            return self.own or self
        return self if role.in_dossier else self.office or self


READ: Mapping[str, Place] = {
    "household": Place("family", shows=(Dossier, "label")),
    "plan": Place("plan", shows=(Goal, "own_words")),
    "action": Place("plan", shows=(Action, "what")),
    "contact_note": Place("notes", shows=(ContactNote, "said")),
    "document": Place("documents", shows=(Document, "title")),
    "provision": Place("care", shows=(Provision, "product")),
    "figures": Place("areas"),
    "study": Place("studies"),
    "import": Place("deliveries"),
    "review": Place("reviews"),
    "notice": Place("notices"),
    "retention": Place("destruction"),
    "data_request": Place("requests", own=Place("own_rights")),
}
WRITE: Mapping[str, Place] = {
    "plan": Place(
        "goal_add",
        "Doel opslaan",
        {"own_words": "Weer samen eten", "speaker": "Sam", "life_area": "health", "area_reason": "Nu eerst dit"},
    ),
    "import": Place("delivery_new"),
    "study": Place("study_new"),
    "objection": Place("study_objection"),
    "pilot": Place("pilot_new"),
    "data_request": Place(
        "family_rights",
        own=Place("own_correct"),
        office=Place("request_new"),
    ),
}
