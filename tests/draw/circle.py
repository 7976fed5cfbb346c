"""The circle of the Bakkers, and any circle."""

from dataclasses import replace

from hypothesis import strategies as st

from kring.draw import (
    Change,
    CircleInput,
    EcogramInput,
    Load,
    Near,
    Person,
    Quality,
    Ring,
    Sector,
    Sex,
    Support,
    System,
)
from tests.draw import kin
from tests.draw.family import names

F, V, S, W, P = Sector
CLOSE, REGULAR, DISTANT = Ring

BAKKER = CircleInput(
    "bakker-kring",
    "Gezin Bakker – El Amrani",
    (
        Near("truus", "Truus", F, CLOSE, "oma, elke week", Quality.FUSED, Support.TO_FAMILY, Load.LIMIT),
        Near("fatima", "Fatima", F, CLOSE, "oma, kookt op vrijdag", Quality.CLOSE, Support.TO_FAMILY, Load.MORE),
        Near("petra", "Petra", F, REGULAR, "zus van Sandra", Quality.TENSE),
        Near("kevin", "Kevin", F, REGULAR, "zoon, woont op kamers"),
        Near("dennis", "Dennis", F, DISTANT, "vader van Jayden", Quality.BROKEN),
        Near("anja", "Anja", V, CLOSE, "buurvrouw, vangt op", Quality.CLOSE, Support.BOTH, Load.RIGHT),
        Near("jonker", "Fam. Jonker", V, DISTANT, "overburen", Quality.DISTANT, change=Change.CAME),
        Near("tim", "Meester Tim", S, REGULAR, "groep 8", Quality.CLOSE),
        Near("werk", "Bouwmarkt", S, DISTANT, "werk van Karim", Quality.TENSE, change=Change.WENT),
        Near("willem", "Willem", W, CLOSE, "maatje van Jayden", Quality.CLOSE),
        Near("ineke", "Ineke", W, REGULAR, "Home-Start, dinsdag", load=Load.PAUSE),
        Near("noor", "Noor de Graaf", P, CLOSE, "regisseur", Quality.CLOSE),
        Near("leerplicht", "Leerplicht", P, DISTANT, "verzuim van Jayden", Quality.TENSE, Support.FROM_FAMILY),
    ),
)


def circles() -> st.SearchStrategy[CircleInput]:
    """From nobody to forty people, with any names."""
    someone = st.builds(
        Near,
        key=st.just(""),
        name=names,
        sector=st.sampled_from(Sector),
        ring=st.sampled_from(Ring),
        does=st.one_of(st.just(""), names),
        quality=st.sampled_from(Quality),
        support=st.sampled_from(Support),
        load=st.one_of(st.none(), st.sampled_from(Load)),
        change=st.sampled_from(Change),
    )
    return st.builds(_numbered, names, st.lists(someone, max_size=40))


def _numbered(middle: str, people: list[Near]) -> CircleInput:
    return CircleInput("kring", middle, tuple(replace(one, key=f"n{place}") for place, one in enumerate(people)))


ECOGRAM = EcogramInput(
    "bakker-ecogram",
    tuple(person for person in kin.BAKKER.persons if person.key in kin.BAKKER.households[0].members),
    tuple(System(one.name, one.sector, one.quality, one.support) for one in BAKKER.people),
)


def ecograms() -> st.SearchStrategy[EcogramInput]:
    """Up to twelve in one home, and up to thirty contacts."""
    members = st.lists(st.builds(Person, key=names, name=names, sex=st.sampled_from(Sex)), max_size=12)
    systems = st.builds(System, names, st.sampled_from(Sector), st.sampled_from(Quality), st.sampled_from(Support))
    return st.builds(EcogramInput, st.just("eco"), members.map(tuple), st.lists(systems, max_size=30).map(tuple))
