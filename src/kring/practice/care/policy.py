"""Who sees the help of a dossier's members: the grants decide per person and per law; this says so to a person."""

from uuid import UUID

from django.utils.translation import gettext as _

from kring.ground.access.models import Dossier
from kring.ground.shared.verdict import YES, Verdict, no


def may_see_care(dossier: UUID) -> Verdict:
    """Whoever sees the dossier sees its page of help, with the laws that are open to them; perhaps none."""
    if Dossier.objects.filter(id=dossier).exists():
        return YES
    return no(_("U werkt niet aan dit dossier."))
