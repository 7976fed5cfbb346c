"""BSNs that pass the eleven-test in the range 9999xxxxx, which is given out to nobody; each is drawn once."""

from kring.demo.chance import Chance
from kring.exchange.bsn import passes_eleven_test

FIRST, LAST = 999900000, 999999999


class Numbers:
    """Gives out BSNs. A number that holds one of `avoid` is skipped: a secret address must be found nowhere else."""

    def __init__(self, avoid: tuple[str, ...] = ()) -> None:
        self._chance = Chance("bsn")
        self._given: set[str] = set()
        self._avoid = avoid

    def bsn(self) -> str:
        while True:
            number = str(self._chance.number(FIRST, LAST))
            usable = number not in self._given and not any(part in number for part in self._avoid)
            if usable and passes_eleven_test(number):
                self._given.add(number)
                return number
