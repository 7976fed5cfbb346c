"""The objects of a JSON file one by one, each with its line: a report without a line helps nobody."""

from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder

_BLANK = " \t\r\n"
_LONGEST_INTEGER = 18
PERSONS = "personen"


def _integer(digits: str) -> int | str:
    """A number too long for any field stays text, so that no file can make the computer count for minutes."""
    return digits if len(digits) > _LONGEST_INTEGER else int(digits)


_DECODER = JSONDecoder(parse_int=_integer)


def items(text: str) -> Iterator[tuple[int, object]]:
    """Line and value of each element of a list, or of the list under `personen`, or the one object itself.

    Raises JSONDecodeError where the text is no JSON, and RecursionError where it is nested beyond reason.
    """
    return _Walk(text).items()


class _Walk:
    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._line = 1
        self._counted = 0

    def items(self) -> Iterator[tuple[int, object]]:
        self._skip()
        opening = self._text[self._place : self._place + 1]
        if opening == "[":
            yield from self._list()
        elif opening == "{":
            yield from self._object()
        else:
            yield self._value()
        self._skip()
        if self._place < len(self._text):
            raise JSONDecodeError("Extra data", self._text, self._place)

    def _list(self) -> Iterator[tuple[int, object]]:
        self._take("[")
        if self._at("]"):
            self._take("]")
            return
        while True:
            yield self._value()
            if self._at("]"):
                self._take("]")
                return
            self._take(",")

    def _object(self) -> Iterator[tuple[int, object]]:
        """The persons of an answer of the API; an object without them is itself the one item."""
        line = self._here()
        others: dict[str, object] = {}
        found = False
        self._take("{")
        more = not self._at("}")
        if not more:
            self._take("}")
        while more:
            key = self._key()
            if key == PERSONS and self._at("["):
                found = True
                yield from self._list()
            else:
                others[key] = self._value()[1]
            more = self._at(",")
            self._take("," if more else "}")
        if not found:
            yield line, others

    def _key(self) -> str:
        if not self._at('"'):
            raise JSONDecodeError("Expecting property name", self._text, self._place)
        key = str(self._value()[1])
        self._take(":")
        return key

    def _value(self) -> tuple[int, object]:
        line = self._here()
        value, self._place = _DECODER.raw_decode(self._text, self._place)
        return line, value

    def _here(self) -> int:
        """The line of the next thing; counts on from where it counted before."""
        self._skip()
        self._line += self._text.count("\n", self._counted, self._place)
        self._counted = self._place
        return self._line

    def _at(self, mark: str) -> bool:
        self._skip()
        return self._text.startswith(mark, self._place)

    def _take(self, mark: str) -> None:
        if not self._at(mark):
            raise JSONDecodeError(f"Expecting {mark}", self._text, self._place)
        self._place += 1

    def _skip(self) -> None:
        while self._text[self._place : self._place + 1] in _MARKS:
            self._place += 1


_MARKS = set(_BLANK)
