"""An answer to "may this?" that is yes, or a reason a person can read."""

from dataclasses import dataclass

from django.utils.functional import Promise


class Refused(Exception):
    """Raised by `enforce()`; the page shows the reason, the log keeps that it was refused."""

    def __init__(self, reason: str | Promise) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """True or a No with its reason, so that `may_x(...) and can_x(...)` gives the first No."""

    reason: str | Promise = ""

    def __bool__(self) -> bool:
        return not self.reason

    def enforce(self) -> None:
        if self.reason:
            raise Refused(self.reason)


YES = Verdict()


def no(reason: str | Promise) -> Verdict:
    if not reason:
        raise ValueError("A No needs a reason.")
    return Verdict(reason)
