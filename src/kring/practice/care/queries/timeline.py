"""The help of a family as the lanes and bars of the care timeline."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final
from uuid import UUID

from kring.draw import Bar, Event, Lane, TimelineInput, Tone
from kring.ground.access.parts import Law
from kring.practice.care.queries.picture import CarePicture
from kring.practice.care.queries.rows import CareRow
from kring.practice.care.rules.help import DAY

INFORMAL: Final = Lane("informeel", "Eigen netwerk en vrijwilligers", Tone.GREEN, informal=True)
LANE_OF: Final = {
    Law.JEUGDWET: Lane("jeugdwet", "Jeugdhulp", Tone.PETROL),
    Law.WMO: Lane("wmo", "Wmo", Tone.BLUE),
    Law.SCHULDHULP: Lane("schuldhulp", "Geld en schulden", Tone.OCHRE),
    Law.LEERPLICHT: Lane("leerplicht", "Onderwijs", Tone.PLUM),
    Law.PARTICIPATIEWET: Lane("participatiewet", "Werk en inkomen", Tone.RUST),
    Law.ZVW: Lane("zvw", "Gezondheid", Tone.OLIVE),
    Law.WLZ: Lane("wlz", "Langdurige zorg", Tone.OLIVE),
    Law.OTHER: Lane("overig", "Overige hulp", Tone.SLATE),
}
LANES: Final = (*LANE_OF.values(), INFORMAL)


def bars(picture: CarePicture, hrefs: Mapping[UUID, str]) -> tuple[Bar, ...]:
    """One bar per provision; what only the family told says so."""
    return tuple(_bar(row, hrefs.get(row.id, "")) for row in picture.rows)


def timeline(
    picture: CarePicture,
    *,
    key: str = "zorg",
    informal: Iterable[Bar] = (),
    events: Iterable[Event] = (),
    hrefs: Mapping[UUID, str] = MappingProxyType({}),
) -> TimelineInput:
    """For `draw_timeline`, with the lanes in which something is. `informal`: bars in the lane "informeel".

    `hrefs`: by provision, where one works with it.
    """
    all_bars = (*bars(picture, hrefs), *informal)
    used = {bar.lane for bar in all_bars}
    lanes = tuple(lane for lane in LANES if lane.key in used)
    return TimelineInput(key, picture.today, lanes, all_bars, tuple(events))


def _bar(row: CareRow, href: str) -> Bar:
    end = None if row.end is None else row.end + DAY
    return Bar(LANE_OF[row.law].key, row.title, row.start, end, row.person, row.provider, href)
