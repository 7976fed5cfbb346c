"""The word lists of the plan, as they come with the installation (handbook §3.4). A municipality keeps its own."""

from kring.ground.configuration.rules import StartWord, WordList, declare_list
from kring.ground.shared.marking import mark as _

LIFE_AREAS = declare_list(
    WordList(
        "leefgebieden",
        _("Leefgebieden"),
        _("Waar een doel over gaat. Een leefgebied zonder doel is gewoon."),
        (
            StartWord("safety", _("veilig opgroeien en veiligheid")),
            StartWord("family", _("thuis en opvoeden")),
            StartWord("network", _("familie, vrienden en buurt")),
            StartWord("housing", _("wonen")),
            StartWord("money", _("geld")),
            StartWord("work", _("werk en dagbesteding")),
            StartWord("school", _("school en leren")),
            StartWord("health", _("lichaam en hoofd")),
            StartWord("leisure", _("vrije tijd")),
            StartWord("caring", _("zorg voor elkaar")),
            StartWord("meaning", _("geloof, cultuur en zingeving")),
        ),
    )
)
"""A goal says which (BR-091)."""

NO_INFORMAL_REASONS = declare_list(
    WordList(
        "geen-informele-hulp",
        _("Redenen van geen informele hulp"),
        _("Waarom een professional iets doet, en niet iemand uit het eigen netwerk of een vrijwilliger."),
        (
            StartWord("not_wanted", _("dit is (nu) niet gewenst")),
            StartWord("overloaded", _("het netwerk is overbelast")),
            StartWord("unsafe", _("het is niet veilig")),
            StartWord("expertise", _("de vraag vraagt vakkennis")),
            StartWord("no_volunteer", _("er is geen vrijwilliger beschikbaar")),
            StartWord("already", _("er helpt al iemand")),
        ),
    )
)
"""An action of a professional says why (BR-017)."""

UNDISCUSSED_GROUNDS = declare_list(
    WordList(
        "niet-besproken",
        _("Redenen om een stap niet te bespreken"),
        _("Waarom een stap niet eerst met het gezin is besproken. Alleen de veiligheid is een reden."),
        (
            StartWord("child", _("bespreken maakt het onveilig voor een kind")),
            StartWord("adult", _("bespreken maakt het onveilig voor een volwassene")),
            StartWord("helper", _("bespreken maakt het onveilig voor iemand die helpt")),
            StartWord("veilig_thuis", _("Veilig Thuis vroeg om nog niet te bespreken")),
            StartWord("acute", _("er was acuut gevaar en geen tijd om te bespreken")),
        ),
    )
)
"""A step that was not discussed with the family says why (BR-079)."""
