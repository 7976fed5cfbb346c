"""The burgerservicenummer: nine digits that pass the eleven-test (iStandaarden rule CS002)."""

DIGITS = 9
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def passes_eleven_test(number: str) -> bool:
    """Whether `number` can be a burgerservicenummer; says nothing about whether anyone has it."""
    if len(number) != DIGITS or not (number.isascii() and number.isdigit()):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=True))
    return total % 11 == 0 and int(number) > 0
