"""Shield levels 0–4 (handbook §3.1): how far a row of a dossier may go."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.IntegerChoices):
    """Levels 0–2 hold each other; 3 and 4 are opened by name only."""

    CONTACT = 0, _("contact")
    SHARED_PLAN = 1, _("gezamenlijk plan")
    DOMAIN_FILE = 2, _("domeindossier")
    PROTECTED = 3, _("beschermd")
    SHIELDED = 4, _("afgeschermd adres of verblijf")
