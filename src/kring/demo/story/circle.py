"""The circle of each family as it was told: some from the first day, some later, so that two days differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.demo.story.dossiers import writer
from kring.ground.access.actor import Actor
from kring.practice.circle.models import NetworkMember
from kring.practice.circle.rules.content import MemberWords, Notice, Place
from kring.practice.circle.rules.words import Direction, Load, Quality, Ring, Sector, Sex, ToldBy
from kring.practice.circle.services import add_member, mark_load, note_carer, remove_member, tell_member

RINGS = {1: Ring.CLOSE, 2: Ring.REGULAR, 3: Ring.DISTANT}
SECTORS = {
    **dict.fromkeys(("buur", "buurt", "vriendin"), Sector.FRIENDS),
    **dict.fromkeys(("sport", "school", "vereniging", "werk", "geloofsgemeenschap"), Sector.COMMUNITY),
}
SEXES = {
    **dict.fromkeys(("grootmoeder", "tante", "zus", "peettante", "dochter"), Sex.FEMALE),
    **dict.fromkeys(("grootvader", "oom", "broer", "neef"), Sex.MALE),
}
UNTOLD = frozenset({"geloofsgemeenschap"})
"""What nobody writes down in a circle (BR-059)."""
CODE_WORD = "code-woord"
NEAR_LIMIT = "grens bijna bereikt"
ALONE = "S"
"""The two people alone have not drawn theirs yet."""


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody of the family's file, from a day on; `left` and `why` when this person is there no more."""

    words: MemberWords
    place: Place
    start: date
    left: date | None = None
    why: str = ""
    is_near_limit: bool = False


def draw(cast: Cast, family: Family, dossier: UUID) -> None:
    """Who is there on the first day; who comes later comes when the plan was looked at again."""
    first, again = _days(family)
    with cast.on(first, writer(family), "circle_drawn") as actor:
        for one in _told(family, first, again):
            if one.start <= first:
                _add(actor, dossier, one, cast.days.day(one.start))
        for child in family.given.get("young_carers", ()):
            note_carer(actor=actor, dossier=dossier, child=cast.subjects[child["who"]], does=child["does"])


def look_again(cast: Cast, family: Family, dossier: UUID) -> None:
    """Who came, who left, and who says that it is enough."""
    first, again = _days(family)
    with cast.on(again, writer(family), "circle_looked_at") as actor:
        for one in _told(family, first, again):
            if first < one.start <= again:
                _add(actor, dossier, one, cast.days.day(one.start), is_told=False)
            member = NetworkMember.objects.filter(dossier=dossier, name=one.words.name).first()
            if member is not None and one.left and one.left <= again:
                remove_member(actor=actor, member=member, because=one.why)
            elif member is not None and one.is_near_limit:
                mark_load(actor=actor, member=member, load=Load.LIMIT)


def seen_again(family: Family) -> date:
    """The day on which the circle was looked at again."""
    return _days(family)[1]


def _days(family: Family) -> tuple[date, date]:
    story = family.given["story"]
    first = date.fromisoformat(story["active"])
    moved = [given[day] for given in family.given["volunteers"] for day in ("since", "stopped") if given.get(day)]
    return first, max([first, *map(date.fromisoformat, [*story["agreed"], *moved])])


def _add(actor: Actor, dossier: UUID, one: Told, since: date, *, is_told: bool = True) -> None:
    """Who came last still has to hear of it."""
    member = add_member(actor=actor, dossier=dossier, words=one.words, place=one.place, since=min(since, actor.today))
    if is_told:
        tell_member(actor=actor, member=member, notice=Notice(actor.today, ToldBy.SPOKEN))


def _told(family: Family, first: date, again: date) -> Iterator[Told]:
    """The last of the network comes later, where the plan was looked at again."""
    if family.id.startswith(ALONE):
        return
    network = family.given["network"]
    for place, given in enumerate(network):
        is_later = again > first and 0 < place == len(network) - 1
        yield _relative_or_friend(given, again if is_later else first)
    last = {given["name"]: given for given in family.given["volunteers"]}
    for given in {given["name"]: given for given in reversed(family.given["volunteers"])}.values():
        if given["since"]:
            yield _volunteer(given, last[given["name"]])


def _relative_or_friend(given: dict[str, object], start: date) -> Told:
    name, relation = str(given["name"]), str(given["relation"])
    bare, _open, beside = name.partition(" (")
    sector = SECTORS.get(relation, Sector.FAMILY)
    known = "bekende van het gezin" if relation in UNTOLD else relation
    more = beside.rstrip(")")
    if sector is Sector.FAMILY and more:
        known = f"{known}, {more}"
    offers = ", ".join(one for one in _texts(given["offers"]) if CODE_WORD not in one)
    near_limit = given.get("load") == NEAR_LIMIT
    place = Place(
        RINGS[int(str(given["closeness"]))],
        Quality.CLOSE,
        Direction.TO_FAMILY if offers else Direction.NONE,
        Load.RIGHT if near_limit else None,
        offers,
    )
    sex = SEXES.get(relation.split(" ", maxsplit=1)[0]) if sector is Sector.FAMILY else None
    return Told(MemberWords(bare, known, sector, sex), place, start, is_near_limit=near_limit)


def _volunteer(given: dict[str, str], last: dict[str, str]) -> Told:
    """Whoever came back stands as one who stayed; the matches themselves are the coordinator's."""
    words = MemberWords(given["name"], given["kind"], Sector.VOLUNTEERS)
    place = Place(
        Ring.REGULAR, Quality.CLOSE, Direction.TO_FAMILY, None, "komt langs", given["rhythm"].partition(",")[0]
    )  # fmt: skip
    left = date.fromisoformat(last["stopped"]) if "stopped" in last else None
    return Told(words, place, date.fromisoformat(given["since"]), left, last.get("stop_reason", ""))


def _texts(given: object) -> list[str]:
    assert isinstance(given, list)
    return [str(one) for one in given]
