"""What weighs in two people who may be one, behind the steps of the cascade; and from when a pair is worth asking.

Nothing is ever merged by weight: a pair above the set certainty is asked of the data steward.
"""

from collections.abc import Mapping
from typing import Final

from kring.ground.configuration.rules import Setting, Topic, declare
from kring.ground.shared.marking import mark as _
from kring.linking.records import Record
from kring.practice.households.rules.births import Birth
from kring.practice.households.rules.cascade import Traits

WEIGHED: Final = "gewogen"
"""The step by which a pair was found that no step of the cascade finds."""
WEIGHED_TITLE: Final = _("alles bij elkaar: wat gelijk is, weegt veel zwaarder dan wat verschilt")
CERTAINTY: Final = declare(
    Setting(
        code="zekerheid_dubbel",
        topic=Topic.THRESHOLD,
        title=_("Zekerheid voor een mogelijk dubbele persoon"),
        meaning=_(
            "Zo zeker moet het zijn voordat Kring twee personen aan u voorlegt. Kring voegt nooit vanzelf samen."
        ),
        unit=_("procent"),
        default=60,
        lowest=50,
        highest=99,
        source=_("huisregel"),
    )
)
FIELDS: Final[Mapping[str, str]] = {
    "surname": _("Achternaam"),
    "given": _("Voornaam"),
    "birth": _("Geboortedatum"),
    "home": _("Adres"),
    "sex": _("Geslacht"),
}
LIKENESSES: Final[Mapping[tuple[str, str], str]] = {
    ("surname", "exact"): _("klinkt gelijk"),
    ("surname", "slip"): _("scheelt één letter"),
    ("surname", "like"): _("lijkt erop"),
    ("given", "exact"): _("klinkt gelijk"),
    ("given", "slip"): _("bijna gelijk"),
    ("given", "initial"): _("gelijke voorletter"),
    ("given", "letter"): _("andere naam met dezelfde letter"),
    ("birth", "exact"): _("gelijk"),
    ("birth", "swapped"): _("dag en maand omgewisseld"),
    ("birth", "figure"): _("scheelt één cijfer"),
    ("birth", "figures"): _("scheelt twee cijfers"),
    ("birth", "year"): _("gelijk jaar"),
    ("birth", "other_year"): _("ander jaar"),
    ("home", "exact"): _("gelijk"),
    ("home", "slip"): _("scheelt één teken"),
    ("home", "postcode"): _("gelijke postcode"),
    ("sex", "exact"): _("gelijk"),
}
OTHER: Final = _("verschilt")
UNKNOWN: Final = _("niet van beiden bekend")
HEAVINESS: Final = (
    (8.0, _("weegt zwaar mee")),
    (3.0, _("weegt mee")),
    (0.5, _("weegt licht mee")),
    (-0.5, _("zegt niets")),
    (-3.0, _("spreekt licht tegen")),
)
AGAINST: Final = _("spreekt tegen")


def record(key: str, traits: Traits) -> Record:
    """Somebody in the form in which the workshop compares."""
    home = " ".join(traits.home) if traits.home else ""
    return Record(
        key, traits.surnames, traits.given, traits.frame, traits.initials, _written(traits.birth), home, traits.sex
    )


def _written(birth: Birth) -> str:
    """The first of January is what people write who know only the year."""
    if birth.year is None:
        return ""
    if birth.exact is None or (birth.month, birth.day) == (1, 1):
        return f"{birth.year:04}0000"
    return f"{birth.exact:%Y%m%d}"


def likeness(field: str, code: str) -> str:
    """In words, for translation where it is shown."""
    if code == "unknown":
        return UNKNOWN
    return LIKENESSES.get((field, code), OTHER)


def heaviness(bits: float) -> str:
    """A bit doubles the odds."""
    return next((words for least, words in HEAVINESS if bits >= least), AGAINST)
