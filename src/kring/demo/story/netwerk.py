"""The pilot *Netwerk Versterkt* with its 35 deelnames, what its letter tells, and the decision on small numbers."""

from datetime import date

from kring.demo.pilot import SLUG
from kring.demo.story.cast import Cast
from kring.ground.access.parts import Law
from kring.steering.figures.models import Pilot
from kring.steering.figures.services.disclosure import decide_disclosure
from kring.steering.figures.services.participations import Entry, add_participation
from kring.steering.figures.services.pilots import PilotDetails, PilotTexts, start_pilot, write_texts

LEADS = "Den Helder"
TOWNS = ("Texel", "Schagen", "Hollands Kroon", "Den Helder")
STARTED, ENDED, DECIDED = date(2025, 11, 3), date(2026, 10, 30), date(2026, 10, 26)
DOMAINS = {law.value: law for law in (Law.JEUGDWET, Law.WMO)}
PURPOSE = (
    "Informele hulp vanaf het begin naast professionele hulp zetten, in alle domeinen. Verzonnen deelnames met de "
    "aantallen van de raadsinformatiebrief uit 2018."
)
TEXTS = PilotTexts(
    introduction=(
        "In vier gemeenten is een jaar lang gewerkt met informele hulp als vast onderdeel van ieder plan, bij Jeugd, "
        "Wmo en Participatie."
    ),
    approach=(
        "Professionals van de deelnemende organisaties stelden bij elke actie eerst de vraag wie uit het eigen netwerk "
        "of welke vrijwilliger dit kan doen. In werkgroepen leerden zij van elkaars casussen."
    ),
    results=(
        "Informele hulp is een vast onderdeel van het plan, vanaf de eerste dag.\n"
        "Professionals en vrijwilligers weten elkaar sneller te vinden.\n"
        "Het netwerk van de deelnemers is waar mogelijk versterkt."
    ),
    embedding=(
        "Eén van de organisaties wijst een trekker aan. De werkgroep gaat door en groeit met andere organisaties."
    ),
)
REASON = (
    "De aantallen per gemeente zijn in 2018 al openbaar gemaakt en zeggen zonder verdere kenmerken niets over een "
    "persoon."
)


def run_pilot(cast: Cast) -> None:
    """Sven starts it, writes its texts and lets the clients take part."""
    organisations = {name: cast.organisations[name].id for name in TOWNS}
    details = PilotDetails(
        SLUG, "Netwerk Versterkt", PURPOSE, cast.days.day(STARTED), cast.days.day(ENDED), tuple(organisations.values())
    )
    with cast.on(STARTED, "sven", "pilot_started") as sven:
        pilot = start_pilot(actor=sven, organisation=organisations[LEADS], details=details)
        write_texts(actor=sven, pilot=pilot, texts=TEXTS)
        for client in cast.world.clients:
            subject = cast.subjects[client.human.ref]
            entry = Entry(subject, organisations[client.town], DOMAINS[client.domain], cast.days.day(STARTED))
            add_participation(actor=sven, pilot=pilot, entry=entry)


def allow_small_numbers(cast: Cast) -> None:
    """Named and logged: the letter may show what lies below the threshold."""
    with cast.on(DECIDED, "sven", "disclosure_decided") as sven:
        pilot = Pilot.objects.get(slug=SLUG)
        who = "College van burgemeester en wethouders van Den Helder"
        decide_disclosure(actor=sven, pilot=pilot, who=who, reason=REASON)
