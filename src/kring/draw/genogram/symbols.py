"""The symbols of people: square, circle and diamond, doubled for whom it is drawn, crossed when deceased."""

from typing import Final

from kring.draw.canvas import Svg, element
from kring.draw.genogram.model import Person, Sex
from kring.draw.genogram.sizes import Sizes
from kring.draw.shapes import Box, Lettering, line, rect, text

INSET: Final = 0.2
DIAMOND: Final = 1.18
DIAGONAL: Final = {Sex.MALE: 1.0, Sex.FEMALE: 0.7071, Sex.OTHER: 0.59}
AGE_SIZE: Final = 0.62


def outline(sex: Sex, centre: tuple[float, float], radius: float, class_: str) -> Svg:
    x, y = centre
    if sex is Sex.MALE:
        return rect(Box(x - radius, y - radius, 2 * radius, 2 * radius), class_)
    if sex is Sex.FEMALE:
        return element("circle", cx=x, cy=y, r=radius, class_=class_)
    reach = radius * DIAMOND
    return line([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], class_, closed=True)


def symbol(person: Person, centre: tuple[float, float], radius: float) -> list[Svg]:
    """The symbol without its age and name."""
    found = [outline(person.sex, centre, radius, "kd-symbol")]
    if person.index:
        found.append(outline(person.sex, centre, radius * (1 - INSET), "kd-symbol-index"))
    if person.late:
        x, y = centre
        reach = radius * DIAGONAL[person.sex]
        found += [line([(x - reach, y - up * reach), (x + reach, y + up * reach)], "kd-kin") for up in (1, -1)]
    return found


def lettering(person: Person, centre: tuple[float, float], sizes: Sizes) -> list[Svg]:
    """Age inside the symbol; name and years below it."""
    x, y = centre
    found = []
    if person.age is not None:
        look = Lettering(sizes.radius * AGE_SIZE, bold=True, anchor="middle", halo="kd-halo")
        found.append(text(x, y + look.drop, str(person.age), look))
    baseline = y + sizes.radius + sizes.name.size + 2
    found.append(text(x, baseline, sizes.name_of(person), sizes.name))
    if person.life:
        found.append(text(x, baseline + sizes.life.size + 3, person.life, sizes.life))
    return found
