"""What the genogram says to who does not see it: a line for each person with everything that is drawn of them."""

from collections.abc import Iterator

from kring.draw.canvas import Row, Words
from kring.draw.dutch import counted, enumeration
from kring.draw.genogram.legend import SEXES
from kring.draw.genogram.model import Bond, Child, Ending, GenogramInput, Person, Relation, Tie, Union
from kring.draw.ties import QUALITIES, Quality

COLUMNS = ("Wie", "Ouders", "Partners en kinderen", "Woont", "Hoe zij met elkaar omgaan")
NOW = {
    Tie.MARRIED: "getrouwd met",
    Tie.COHABITING: "woont samen met",
    Tie.TOGETHER: "heeft een relatie met",
    Tie.PARENTS: "samen ouder met",
}
THEN = NOW | {
    Tie.MARRIED: "was getrouwd met",
    Tie.COHABITING: "woonde samen met",
    Tie.TOGETHER: "had een relatie met",
}
ENDED = {Ending.SEPARATED: "uit elkaar", Ending.DIVORCED: "gescheiden", Ending.WIDOWED: "door overlijden voorbij"}
PARENTS = {Bond.BIRTH: "kind van", Bond.ADOPTED: "geadopteerd door", Bond.FOSTER: "pleegkind van"}
CHILDREN = {Bond.BIRTH: "", Bond.ADOPTED: " (geadopteerd)", Bond.FOSTER: " (pleegkind)"}


def words(given: GenogramInput) -> Words:
    named = {person.key: person.name for person in given.persons}
    return Words(
        given.title,
        f"Familieschema met {counted(len(given.persons), 'persoon', 'personen')}"
        f" en {counted(len(given.unions), 'relatie', 'relaties')}. De tabel zegt hetzelfde als de tekening.",
        COLUMNS,
        tuple(Row(tuple(_cells(person, given, named)), href=person.href) for person in given.persons),
    )


def words_of_person(person: Person) -> str:
    """Sandra, vrouw, 42 jaar, geboren in 1984."""
    parts = [person.name, SEXES[person.sex]]
    parts += [f"{person.age} jaar"] if person.age is not None and not person.late else []
    parts += [f"geboren in {person.born}"] if person.born is not None else []
    if person.late:
        parts.append("overleden" + (f" in {person.died}" if person.died is not None else ""))
    return ", ".join([*parts, *(["om wie het gaat"] if person.index else [])])


def words_of_relation(relation: Relation, named: dict[str, str]) -> str:
    joint = "tegen" if relation.quality is Quality.VIOLENT else "en"
    return f"{named[relation.one]} {joint} {named[relation.other]}: {QUALITIES[relation.quality]}"


def _cells(person: Person, given: GenogramInput, named: dict[str, str]) -> Iterator[str]:
    yield words_of_person(person)
    yield "; ".join(_parents(person.key, given, named))
    yield "; ".join(_unions(person.key, given, named))
    yield enumeration([home.label for home in given.households if person.key in home.members])
    yield "; ".join(
        words_of_relation(relation, named)
        for relation in given.relations
        if person.key in (relation.one, relation.other)
    )


def _parents(key: str, given: GenogramInput, named: dict[str, str]) -> Iterator[str]:
    for union in given.unions:
        for child in union.children:
            if child.key == key:
                yield (
                    f"{PARENTS[child.bond]} {enumeration([named[parent] for parent in union.partners])}"
                    f"{_twin(child, union, named)}"
                )


def _twin(child: Child, union: Union, named: dict[str, str]) -> str:
    others = [
        named[one.key] for one in union.children if child.twin and one.twin == child.twin and one.key != child.key
    ]
    kind = "eeneiige tweeling" if child.identical else "tweeling"
    return f" ({kind} met {enumeration(others)})" if others else ""


def _unions(key: str, given: GenogramInput, named: dict[str, str]) -> Iterator[str]:
    for union in given.unions:
        if key in union.partners:
            yield ": ".join(filter(None, (_together(key, union, named), _raised(union, named))))


def _together(key: str, union: Union, named: dict[str, str]) -> str:
    others = [named[partner] for partner in union.partners if partner != key]
    if not others:
        return ""
    over = union.ending is not Ending.NONE
    span = [f"vanaf {union.since}"] if union.since is not None else []
    span += [f"tot {union.until}"] if union.until is not None else []
    span += [ENDED[union.ending]] if over else []
    return f"{(THEN if over else NOW)[union.tie]} {others[0]}" + (f" ({', '.join(span)})" if span else "")


def _raised(union: Union, named: dict[str, str]) -> str:
    names = [named[child.key] + CHILDREN[child.bond] for child in union.children]
    return f"{'kind' if len(names) == 1 else 'kinderen'} {enumeration(names)}" if names else ""
