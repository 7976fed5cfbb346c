"""Somebody who stands in the register twice: volunteers knew where she had moved to before the BRP did."""

from dataclasses import replace
from datetime import date
from typing import Final

from kring.demo.files.persons import brp_file
from kring.demo.model import Human, Town
from kring.demo.story.cast import Cast
from kring.exchange.models import DeliveryKind, ReviewItem, ReviewState
from kring.exchange.partial_date import PartialDate
from kring.exchange.registry import Incoming
from kring.exchange.services import Choice, decide, deliver, in_the_register, process_waiting
from kring.exchange.voorzieningen.records import (
    Cost,
    CostStatus,
    Delivery,
    DeliveryScope,
    PersonReference,
    ProvisionRow,
    ServiceLaw,
)
from kring.exchange.voorzieningen.writer import write_provisions
from kring.ground.access.actor import acting, system_actor
from kring.ground.organisations.models import Organisation

SOURCE: Final = "Graag Gedaan"
FILE: Final = "graag-gedaan.csv"
WRITTEN, JUDGED = date(2026, 9, 14), date(2026, 9, 15)
FURTHER = 2
"""How many house numbers further."""


def tell(cast: Cast) -> None:
    """A file without a BSN; Lidia says that it is somebody new; then the BRP tells of the move."""
    town = cast.world.towns[0]
    human = _lives_alone(town)
    moved = replace(human, home=replace(human.home, number=human.home.number + FURTHER), since=cast.days.day(WRITTEN))
    _bring(cast, town, DeliveryKind.PROVISIONS, FILE, _written(cast, town, moved))
    _judge(cast)
    people = {**cast.world.humans, moved.ref: moved}
    _bring(
        cast, town, DeliveryKind.BRP, "brp-verhuizing.json", brp_file(replace(town, humans=(moved,)), people, cast.days)
    )


def _lives_alone(town: Town) -> Human:
    """With a prefix that a careless hand leaves out, and an ij that it writes as y."""
    ties = {ref for human in town.humans for ref in (*human.parents, human.partner)}
    number = {human.home: sum(other.home == human.home for other in town.humans) for human in town.humans}
    return next(
        human
        for human in sorted(town.humans, key=lambda human: human.ref)
        if human.name.prefix and number[human.home] == 1 and not human.secret and not human.only_year
        and not human.parents and human.ref not in ties and human.home.listed
    )  # fmt: skip


def _written(cast: Cast, town: Town, human: Human) -> bytes:
    row = ProvisionRow(
        key="GG-1",
        law=ServiceLaw("overig"),
        provision="maatje",
        person=PersonReference(
            surname=human.name.surname.replace("ij", "y"),
            given_names=human.name.given,
            birth=PartialDate(human.born.year),
            postcode=human.home.postcode,
            house_number=human.home.number,
        ),
        starts_on=cast.days.day(WRITTEN),
        ends_on=None,
        cost=Cost(CostStatus.ELSEWHERE, None, None),
        provider=SOURCE,
        provider_agb=None,
        professionals=(),
    )
    return write_provisions(Delivery(town.code, SOURCE, DeliveryScope.FULL, cast.days.day(WRITTEN)), [row])


def _bring(cast: Cast, town: Town, kind: DeliveryKind, name: str, content: bytes) -> None:
    actor = system_actor(cast.now)
    with in_the_register():
        with acting(actor):
            organisation = Organisation.objects.get(cbs_code=town.code)
        deliver(actor=actor, controller=organisation, kind=kind, file=Incoming(name, content))


def _judge(cast: Cast) -> None:
    with cast.on(JUDGED, "lidia", "review_decided") as lidia:
        item = ReviewItem.objects.filter(delivery__file_name=FILE, state=ReviewState.OPEN).first()
        if item is None:
            return
        decide(actor=lidia, item=item, choice=Choice(ReviewState.NEW))
        delivery = item.delivery_id
    process_waiting(delivery, lidia.id, cast.now)
