"""The sentences of a package: what it is, what is left out and on which ground (BR-086)."""

from django.utils.translation import gettext as _


def others(count: int) -> str:
    return _(
        "%(count)s keer weggelaten, omdat het over iemand anders gaat"
        " (AVG artikel 15 lid 4, Jeugdwet artikel 7.3.10, Wmo artikel 5.3.2)."
    ) % {"count": count}


def shielded() -> str:
    """In every package, so that it tells nobody that there is such a thing."""
    return _(
        "Wat nodig is om iemand te beschermen, staat nooit in een pakket, zolang die bescherming duurt"
        " (AVG artikel 23, Jeugdwet artikel 7.3.11). Deze zin staat in ieder pakket, ook als er niets is weggelaten."
    )


def not_yet() -> str:
    """In every package too: a number would tell that there is something."""
    return _(
        "Wat voorlopig wordt achtergehouden, staat er nog niet in (Jeugdwet artikel 7.3.2 lid 4)."
        " Wie daarnaar keek, of naar wat iemand beschermt, leest u pas als dat voorbij is."
        " Ook deze zin staat in ieder pakket."
    )


def someone_else() -> str:
    return _("Waar iemand anders met een sleutel van het systeem wordt aangewezen, staat «iemand anders».")


def withheld() -> str:
    return _("Dit onderdeel is niet gegeven. Waarom niet, staat in het antwoord op uw verzoek.")
