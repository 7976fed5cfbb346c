"""Broken messages: each is refused with line, rule and reason, and without a word of its content."""

from dataclasses import dataclass

import pytest

from kring.exchange.istandaarden.catalogue import Kind
from kring.exchange.istandaarden.reader import ReadMessage, Status, read_message
from kring.exchange.istandaarden.writer import write_message
from tests.exchange.examples import EXAMPLES

A, B, E, D = Kind.ASSIGNMENT, Kind.START, Kind.STOP, Kind.DECLARATION
BOMB = (
    '<!DOCTYPE b [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE b [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@dataclass(frozen=True)
class Broken:
    """A correct message in which `old` became `new`; `spot` is the text whose line must be named."""

    kind: Kind
    old: str
    new: str
    rule: str
    field: str
    spot: str | None = None

    @property
    def correct(self) -> str:
        return write_message(EXAMPLES[self.kind]).decode()

    @property
    def text(self) -> str:
        assert self.old in self.correct
        return self.correct.replace(self.old, self.new, 1)

    @property
    def line(self) -> int:
        text, spot = (self.text, self.spot) if self.spot else (self.correct, self.old)
        return text.count("\n", 0, text.index(spot)) + 1


def tag(kind: Kind, name: str, value: str) -> str:
    """The element as it stands in the correct message, in whichever of the two namespaces."""
    correct = write_message(EXAMPLES[kind]).decode()
    prefix = "ijw" if f"<ijw:{name}>{value}<" in correct else f"jw{kind}"
    return f"<{prefix}:{name}>{value}</{prefix}:{name}>"


def swapped(kind: Kind, name: str, values: tuple[str, str], rule: str, field: str) -> Broken:
    old, new = values
    was = tag(kind, name, old)
    return Broken(kind, was, was.replace(f">{old}<", f">{new}<"), rule, field)


def removed(kind: Kind, name: str, value: str, rule: str, field: str, spot: str) -> Broken:
    return Broken(kind, tag(kind, name, value), "", rule, field, f"<jw{kind}:{spot}>")


RELATIVE = "Client/Relaties/Relatie[1]/Contact/Adres"
ASSIGNED = "Client/ToegewezenProducten/ToegewezenProduct[1]"
SECOND = "Client/ToegewezenProducten/ToegewezenProduct[2]"
STARTED, STOPPED = "Client/StartProducten/StartProduct[1]", "Client/StopProducten/StopProduct[1]"
PERFORMED = "Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]"
TOTAL = "Declaratie/TotaalIngediendBedrag/TotaalBedrag"

OF_ASSIGNMENT = [
    Broken(A, "</jw301:Bericht>", "</jw301:Beright>", "XML", ""),
    Broken(A, "<jw301:Bericht", f"{BOMB}<jw301:Bericht", "DTD", ""),
    Broken(A, "<jw301:Bericht", f"{OUTSIDE}<jw301:Bericht", "DTD", ""),
    removed(A, "Geslacht", "2", "OP192", "Client/Geslacht", "Client"),
    Broken(A, "<jw301:Bsn>", "<ijw:Bsn>1</ijw:Bsn><jw301:Bsn>", "OP192", "Client"),
    Broken(A, "<jw301:Bsn>", '<jw301:Bsn bron="x">', "OP192", "Client/Bsn"),
    Broken(A, "<jw301:Relaties>", "zomaar<jw301:Relaties>", "OP192", "Client", "<jw301:Client>"),
    swapped(A, "BerichtCode", ("436", "414"), "RS047", "Header/BerichtCode"),
    swapped(A, "BerichtVersie", ("3", "2"), "CS025", "Header/BerichtVersie"),
    swapped(A, "BerichtSubversie", ("2", "1"), "CS015", "Header/BerichtSubversie"),
    swapped(A, "Afzender", ("0999", "999"), "RS035", "Header/Afzender"),
    swapped(A, "Categorie", ("45", "01"), "JZ020/WMO020", f"{ASSIGNED}/Product/Categorie"),
    swapped(A, "Eenheid", ("01", "02"), "WJ756", f"{ASSIGNED}/Omvang/Eenheid"),
    swapped(A, "Volume", ("120", "-1"), "RS001", f"{ASSIGNED}/Omvang/Volume"),
    swapped(A, "Volume", ("120", "100000000"), "RS005", f"{ASSIGNED}/Omvang/Volume"),
    swapped(A, "Toewijzingstijd", ("09:30:00", "09:30:00Z"), "RS034", f"{ASSIGNED}/Toewijzingstijd"),
    swapped(A, "Straatnaam", ("Duinroosstraat", " "), "RS033", f"{RELATIVE}/Straatnaam"),
    swapped(A, "Straatnaam", ("Duinroosstraat", "x" * 25), "RS020", f"{RELATIVE}/Straatnaam"),
    swapped(A, "Bsn", ("999990019", "999990018"), "CS002", "Client/Bsn"),
    swapped(A, "Einddatum", ("2026-12-31", "2026-01-09"), "CS003", f"{ASSIGNED}/Einddatum"),
    swapped(A, "Einddatum", ("2026-12-31", "2026-02-30"), "RS032", f"{ASSIGNED}/Einddatum"),
    swapped(A, "ToewijzingNummer", ("300202", "300201"), "TR101", f"{SECOND}/ToewijzingNummer"),
    swapped(A, "Toewijzingsdatum", ("2026-01-05", "2026-01-07"), "TR134", f"{ASSIGNED}/Toewijzingsdatum"),
    swapped(A, "Datum", ("2014-06-03", "2026-01-07"), "TR134", "Client/Geboortedatum/Datum"),
    swapped(A, "Datum", ("2014-06-03", "1905-12-31"), "TR002", "Client/Geboortedatum/Datum"),
    Broken(
        A,
        "</jw301:ToegewezenProduct>",
        f"{tag(A, 'Budget', '500000')}</jw301:ToegewezenProduct>",
        "CD077",
        f"{ASSIGNED}/Omvang",
        "<jw301:Omvang>",
    ),
    removed(A, "Einddatum", "2026-12-31", "CD076", f"{ASSIGNED}/Einddatum", "ToegewezenProduct"),
]
OF_START = [
    Broken(B, "</jw305:Client>", "", "XML", "", "</jw305:Bericht>"),
    Broken(B, "<jw305:Bericht", f"{BOMB}<jw305:Bericht", "DTD", ""),
    removed(B, "Begindatum", "2026-01-12", "OP192", f"{STARTED}/Begindatum", "StartProduct"),
    swapped(B, "BerichtCode", ("438", "440"), "RS047", "Header/BerichtCode"),
    swapped(B, "StatusAanlevering", ("1", "4"), "COD467", f"{STARTED}/StatusAanlevering"),
    swapped(B, "StatusAanlevering", ("1", "9"), "CS058", f"{STARTED}/StatusAanlevering"),
    swapped(B, "Begindatum", ("2026-01-12", "2026-01-14"), "TR134", f"{STARTED}/Begindatum"),
    swapped(B, "Bsn", ("999990019", "000000000"), "CS002", "Client/Bsn"),
    swapped(B, "Geslacht", ("2", "9"), "COD046", "Client/Geslacht"),
]
OF_STOP = [
    Broken(E, '"http://www.istandaarden.nl/ijw/3_2/basisschema/schema"', "", "XML", "", "<jw307:Bericht"),
    Broken(E, "<jw307:Bericht", f"{OUTSIDE}<jw307:Bericht", "DTD", ""),
    swapped(E, "Einddatum", ("2026-06-30", "2026-01-11"), "TR018", f"{STOPPED}/Einddatum"),
    swapped(E, "Einddatum", ("2026-06-30", "2026-07-02"), "TR134", f"{STOPPED}/Einddatum"),
    swapped(E, "RedenBeeindiging", ("31", "21"), "JZ588/WMO588", f"{STOPPED}/RedenBeeindiging"),
    swapped(E, "ToewijzingNummer", ("300201", "30-0201"), "RS001", f"{STOPPED}/ToewijzingNummer"),
    removed(E, "RedenBeeindiging", "31", "OP192", f"{STOPPED}/RedenBeeindiging", "StopProduct"),
    Broken(
        E,
        "<jw307:Begindatum>",
        f"{tag(E, 'RedenBeeindiging', '31')}\n<jw307:Begindatum>",
        "OP192",
        f"{STOPPED}/Begindatum",
        "<jw307:Begindatum>",
    ),
]
OF_DECLARATION = [
    Broken(D, "<jw323:Clienten>", "<jw323:Clienten><", "XML", "", None),
    Broken(D, "<jw323:Bericht", f"{BOMB}<jw323:Bericht", "DTD", ""),
    swapped(D, "TotaalBedrag", ("36000", "36001"), "TR358", TOTAL),
    swapped(D, "Bedrag", ("24000", "24000,00"), "RS001", f"{PERFORMED}/IngediendBedrag/Bedrag"),
    swapped(D, "DeclaratieNummer", ("D202603", "D 202603"), "CS319", "Declaratie/DeclaratieNummer"),
    Broken(
        D,
        tag(D, "Einddatum", "2026-03-31"),
        "<ijw:Einddatum>2026-03-30</ijw:Einddatum>",
        "CS340",
        "Declaratie/DeclaratiePeriode",
        "<jw323:DeclaratiePeriode>",
    ),
    swapped(D, "Bsn", ("999990020", "999990019"), "TR101", "Declaratie/Clienten/Client[2]/Bsn"),
    removed(D, "ProductTarief", "120", "CD087", f"{PERFORMED}/ProductTarief", "Prestatie"),
    Broken(D, "<jw323:Prestaties>", "<jw323:Prestatie>", "XML", ""),
]
ALL = [*OF_ASSIGNMENT, *OF_START, *OF_STOP, *OF_DECLARATION]


def read(broken: Broken) -> ReadMessage:
    return read_message(broken.text.encode(), "kapot.xml")


@pytest.mark.parametrize("broken", ALL, ids=lambda broken: f"{broken.kind}-{broken.rule}-{broken.field}")
def test_a_broken_message_is_refused_with_its_rule_field_and_reason(broken: Broken) -> None:
    result = read(broken)

    assert result.status is Status.REFUSED
    assert result.message is None
    assert (broken.rule, broken.field) in [(each.rule, each.field) for each in result.findings]
    assert all(each.what and each.why and each.todo for each in result.findings)


@pytest.mark.parametrize(
    "broken",
    [each for each in ALL if each.rule != "XML"],
    ids=lambda broken: f"{broken.kind}-{broken.rule}-{broken.field}",
)
def test_the_line_is_where_the_fault_stands(broken: Broken) -> None:
    named = [each.line for each in read(broken).findings if (each.rule, each.field) == (broken.rule, broken.field)]

    assert named == [broken.line]


@pytest.mark.parametrize("kind", Kind)
def test_each_kind_is_broken_in_more_than_five_ways(kind: Kind) -> None:
    assert len({each.rule for each in ALL if each.kind is kind}) >= 5


@pytest.mark.parametrize("broken", ALL, ids=lambda broken: f"{broken.kind}-{broken.rule}-{broken.field}")
def test_a_finding_repeats_nothing_of_the_person(broken: Broken) -> None:
    told = " ".join(map(str, read(broken).findings))

    for secret in (
        "999990019",
        "999990020",
        "Boer",
        "Noor",
        "Bakker",
        "Duinroosstraat",
        "1799ZW",
        "2014-06-03",
    ):
        assert secret not in told


def test_a_fault_of_the_municipality_is_not_asked_of_the_provider() -> None:
    own, other = (read(each).findings[0].todo for each in (OF_ASSIGNMENT[7], OF_START[4]))

    assert "eigen systeem" in own
    assert "aanbieder" in other
