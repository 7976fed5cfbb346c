"""The circle as pages show it: on any date, and one person of it."""

from kring.practice.circle.queries.asking import Helper, asked, helpers_in, names_beside
from kring.practice.circle.queries.beside import Professional, YoungHelper
from kring.practice.circle.queries.circle import CircleView, Near, circle_on, people_on
from kring.practice.circle.queries.person import Person, person_in

__all__ = [
    "CircleView",
    "Helper",
    "Near",
    "Person",
    "Professional",
    "YoungHelper",
    "asked",
    "circle_on",
    "helpers_in",
    "names_beside",
    "people_on",
    "person_in",
]
