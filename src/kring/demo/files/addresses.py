"""The addresses CSV of a town: every address of the demo but a secret one."""

from collections.abc import Iterator

from kring.demo.model import Home, Town
from kring.demo.people.homes import Place
from kring.exchange.adressen.reader import COLUMNS


def address_file(town: Town, place: Place) -> bytes:
    quarters = {quarter.code: quarter for quarter in place.quarters}
    homes = {(home.postcode, home.number): home for home in _homes(town)}
    lines = [";".join(COLUMNS)]
    for _place, home in sorted(homes.items()):
        quarter = quarters[home.quarter]
        cells = (home.postcode, home.number, home.x, home.y, quarter.code, quarter.name, town.code, quarter.area)
        lines.append(";".join(str(cell) for cell in cells))
    return ("\r\n".join(lines) + "\r\n").encode()


def _homes(town: Town) -> Iterator[Home]:
    return (human.home for human in town.humans if human.home.listed and human.home.quarter)
