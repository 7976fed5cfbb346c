"""A municipality's own Word template for its letters, and the way back to the one that Kring ships."""

from uuid import UUID

from kring.ground.access.actor import Actor
from kring.ground.access.parts import Part
from kring.ground.audit.trail import note_deed
from kring.steering.figures.models import LetterTemplate
from kring.steering.figures.policy import may_write_letter


def replace_template(*, actor: Actor, municipality: UUID, name: str, content: bytes) -> None:
    """From now on letters are made with this file, which has been tried; without content with the shipped one."""
    may_write_letter(actor, municipality).enforce()
    LetterTemplate.objects.update_or_create(
        organisation_id=municipality, defaults={"name": name, "content": content, "changed_at": actor.at}
    )
    note_deed("figures.template_replaced", Part.FIGURES, ground=name)
