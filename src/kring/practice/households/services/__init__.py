"""The only writers of persons, ties and households in the register zone; a delivery asked before who may."""

from kring.practice.households.services.areas import refresh_areas
from kring.practice.households.services.authority import store_authority
from kring.practice.households.services.batch import Batch
from kring.practice.households.services.homes import form_households
from kring.practice.households.services.persons import Placed, Stored, store_persons
from kring.practice.households.services.ties import store_ties

__all__ = [
    "Batch",
    "Placed",
    "Stored",
    "form_households",
    "refresh_areas",
    "store_authority",
    "store_persons",
    "store_ties",
]
