"""What may stand in a field: restrictions (RS) and code lists of iJw and iWmo 3.2, with their rule codes."""

import re
from dataclasses import dataclass
from datetime import date, time

from kring.exchange.istandaarden.catalogue import Law
from kring.exchange.istandaarden.codes import CodeList

_LENGTH_RULES = {
    1: "RS008",
    2: "RS009",
    3: "RS010",
    4: "RS011",
    5: "RS012",
    6: "RS013",
    8: "RS014",
    9: "RS015",
    10: "RS016",
    12: "RS017",
    15: "RS018",
    20: "RS019",
    24: "RS020",
    25: "RS021",
    35: "RS023",
    36: "RS024",
    80: "RS026",
    200: "RS028",
}
_HIGHEST_RULES = {
    99: "RS002",
    99_999: "RS004",
    99_999_999: "RS005",
    999_999_999: "RS006",
    999_999_999_999: "RS040",
}
_BLANK = " \t\r\n"
_INTEGER = re.compile(r"[+-]?[0-9]{1,30}")
_TIME = re.compile(r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,6}))?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value may not stand there; `says` completes "hier hoort …"."""

    rule: str
    says: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line, never blank, at most `longest` characters when there is a limit."""

    longest: int | None = None

    def fault(self, value: str, _law: Law) -> Fault | None:
        if not value.strip(_BLANK):
            return Fault("RS033", "tekst; een leeg element mag niet")
        if self.longest is None:
            return None
        if len(value) > self.longest:
            return Fault(_LENGTH_RULES[self.longest], f"tekst van hoogstens {self.longest} tekens")
        if "\n" in value or "\r" in value:
            return Fault("RS033", "tekst op één regel")
        return None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A value of a fixed form; `rule` is the restriction that names the form."""

    form: re.Pattern[str]
    rule: str
    says: str

    def fault(self, value: str, _law: Law) -> Fault | None:
        return None if self.form.fullmatch(value) else Fault(self.rule, self.says)


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from nought up to `highest`; blanks around it do not count."""

    highest: int

    def fault(self, value: str, _law: Law) -> Fault | None:
        digits = value.strip(_BLANK)
        if not _INTEGER.fullmatch(digits) or int(digits) < 0:
            return Fault("RS001", "een geheel getal van 0 of hoger")
        if int(digits) > self.highest:
            return Fault(_HIGHEST_RULES[self.highest], f"een geheel getal tot en met {self.highest}")
        return None


@dataclass(frozen=True, slots=True)
class Constant:
    """The one number that release 3.2 allows here."""

    number: int
    rule: str

    def fault(self, value: str, _law: Law) -> Fault | None:
        if value.strip(_BLANK) == str(self.number):
            return None
        return Fault(self.rule, f"de waarde {self.number}")


@dataclass(frozen=True, slots=True)
class Code:
    """A code from an official list, which may differ per law."""

    codes: CodeList

    def fault(self, value: str, law: Law) -> Fault | None:
        if self.codes.holds(law, value):
            return None
        return Fault(self.codes.name, f"een code uit de lijst {self.codes.name}")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that exists, without a time zone."""

    def fault(self, value: str, _law: Law) -> Fault | None:
        if parse_day(value) is None:
            return Fault("RS032", "een bestaande datum (jjjj-mm-dd) zonder tijdzone")
        return None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day without a time zone."""

    def fault(self, value: str, _law: Law) -> Fault | None:
        if parse_clock(value) is None:
            return Fault("RS034", "een tijd (uu:mm:ss) zonder tijdzone")
        return None


Datatype = Text | Pattern | Number | Constant | Code | Day | Clock


def parse_day(value: str) -> date | None:
    trimmed = value.strip(_BLANK)
    if not _DATE.fullmatch(trimmed):
        return None
    try:
        return date.fromisoformat(trimmed)
    except ValueError:
        return None


def parse_clock(value: str) -> time | None:
    found = _TIME.fullmatch(value.strip(_BLANK))
    if found is None:
        return None
    hour, minute, second, fraction = found.groups()
    try:
        return time(int(hour), int(minute), int(second), int((fraction or "0").ljust(6, "0")))
    except ValueError:
        return None


def digits(count: int, rule: str) -> Pattern:
    return Pattern(re.compile(rf"[0-9]{{{count}}}"), rule, f"precies {count} cijfers")


def message_code(code: str | None) -> Pattern:
    """The BerichtCode of one message; three digits where no public source confirms the code."""
    if code is None:
        return digits(3, "RS047")
    return Pattern(re.compile(code), "RS047", f"de BerichtCode {code}, die bij deze berichtsoort hoort")


BSN = digits(9, "RS037")
MUNICIPALITY = digits(4, "RS035")
AGB = digits(8, "RS036")
REFERENCE = Pattern(re.compile(r"(?s:.{1,20})"), "RS019", "een nummer van 1 tot en met 20 tekens")
DECLARATION_NUMBER = Pattern(re.compile(r"[a-zA-Z0-9]{1,12}"), "CS319", "hoogstens 12 letters en cijfers, aan elkaar")
INITIALS = Pattern(re.compile(r"[a-zA-ZÀ-ỳ]{1,6}"), "RS013", "hoogstens 6 letters zonder punten of spaties")
PHONE = Pattern(re.compile(r"[0-9]{1,15}"), "RS018", "hoogstens 15 cijfers, aan elkaar")
VERSION = Pattern(re.compile(r"(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}"), "RS048", "drie getallen met punten ertussen")
