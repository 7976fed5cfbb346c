"""The code lists of iJw and iWmo 3.2: which codes may stand where, with a label where people read one."""

from collections.abc import Mapping
from dataclasses import dataclass

from kring.exchange.istandaarden.catalogue import Law


@dataclass(frozen=True, slots=True)
class CodeList:
    """An official list (`name`), the same for both laws or different per law."""

    name: str
    labels: Mapping[Law, Mapping[str, str]]

    def holds(self, law: Law, code: str) -> bool:
        return code in self.labels[law]

    def label(self, law: Law, code: str) -> str:
        """What the code means; the code itself when the list does not hold it."""
        return self.labels[law].get(code, code)


def _same(name: str, labels: Mapping[str, str]) -> CodeList:
    return CodeList(name, {Law.JEUGDWET: labels, Law.WMO: labels})


def _bare(name: str, codes: str) -> CodeList:
    """A list whose labels nobody reads in Kring."""
    return _same(name, {code: code for code in codes.split()})


PRODUCT_CATEGORY = CodeList(
    "JZ020/WMO020",
    {
        Law.JEUGDWET: {
            "31": "Jeugdhulp door een wijkteam (2015)",
            "32": "Ambulante jeugdhulp op locatie (2015)",
            "33": "Daghulp op locatie (2015)",
            "34": "Jeugdhulp in het eigen netwerk (2015)",
            "35": "Pleegzorg (2015)",
            "36": "Gezinsgericht verblijf (2015)",
            "37": "Gesloten plaatsing (2015)",
            "38": "Overig verblijf (2015)",
            "40": "Persoonlijke verzorging",
            "41": "Dagbehandeling",
            "42": "Vervoer",
            "43": "Jeugdhulp met verblijf en behandeling",
            "44": "Jeugdhulp met verblijf zonder behandeling",
            "45": "Ambulante jeugdhulp",
            "46": "Jeugdhulp bij crisis",
            "47": "Jeugdreclassering",
            "48": "Jeugdbescherming",
            "49": "Preventief justitieel kader",
            "50": "Maatwerkarrangement jeugd",
            "51": "Generalistische basis-ggz",
            "52": "Specialistische ggz",
            "53": "Kindergeneeskunde",
            "54": "Jeugd-ggz",
            "55": "Landelijk ingekochte zorg",
        },
        Law.WMO: {
            "01": "Hulp bij het huishouden",
            "02": "Begeleiding",
            "03": "Persoonlijke verzorging",
            "04": "Kortdurend verblijf",
            "05": "Woondiensten",
            "06": "Overige ondersteuning van persoon of gezin",
            "07": "Dagbesteding",
            "08": "Vervoer",
            "09": "Overige ondersteuning in een groep",
            "10": "Overig maatwerkarrangement",
            "11": "Rolstoel",
            "12": "Vervoersvoorziening",
            "13": "Woonvoorziening",
            "14": "Overig hulpmiddel",
            "15": "Beschermd wonen",
            "16": "Opvang",
            "17": "Spoedopvang",
            "18": "Overig beschermd wonen en opvang",
        },
    },
)

_STOP_REASONS = {
    "02": "Overleden",
    "20": "Tijdelijk gestopt",
    "36": "Op initiatief van de gemeente",
    "37": "Door een verzoek om wijziging",
    "38": "Overstap naar een andere aanbieder",
    "39": "Uitstroom naar een ander domein",
}
STOP_REASON = CodeList(
    "JZ588/WMO588",
    {
        Law.JEUGDWET: {
            **_STOP_REASONS,
            "31": "Volgens plan beëindigd",
            "32": "Voortijdig gestopt door de cliënt",
            "33": "Voortijdig gestopt door de aanbieder",
            "34": "Voortijdig gestopt in overleg",
            "35": "Voortijdig gestopt door omstandigheden",
        },
        Law.WMO: {
            **_STOP_REASONS,
            "19": "Volgens plan beëindigd",
            "21": "Gestopt door de cliënt",
            "22": "Gestopt door de aanbieder",
            "23": "Voortijdig gestopt in overleg",
            "31": "Verhuisd naar een andere gemeente",
        },
    },
)

CHANGE_REASON = _same(
    "JZ002/WMO002",
    {
        "01": "Administratieve correctie (vervallen)",
        "02": "Cliënt overleden",
        "03": "Contract gewijzigd",
        "04": "Herbeoordeling: verlengd",
        "05": "Herbeoordeling: verkort",
        "06": "Uitstroom naar een ander domein",
        "07": "Verhuisd naar een andere gemeente",
        "08": "Andere leveringsvorm",
        "09": "Overstap naar een andere aanbieder",
        "10": "Andere bekostiging",
        "11": "Gemeentelijke herindeling",
        "12": "Op initiatief van de aanbieder",
        "13": "Verwijderd",
        "14": "Administratieve correctie",
    },
)

UNIT = _same(
    "WJ756",
    {
        "01": "minuten",
        "04": "uren",
        "14": "etmalen",
        "16": "dagdelen",
        "82": "stuks",
        "83": "euro",
        "84": "stuks",
    },
)
FREQUENCY = _same("WMO757", {"1": "per dag", "2": "per week", "4": "per maand", "6": "in totaal binnen de looptijd"})
DELIVERY_STATUS = _same("COD467", {"1": "eerste aanlevering", "2": "gewijzigd", "3": "verwijderd", "9": "ongewijzigd"})
RELATION = _same(
    "COD472",
    {
        "03": "curator",
        "04": "gemachtigde voor geldzaken",
        "05": "toezicht op geldzaken",
        "06": "leefeenheid",
        "07": "hulpverlener",
        "08": "specialist",
        "09": "anders",
        "10": "ouder",
        "11": "voogd",
        "12": "partner",
        "13": "pleegouder",
        "14": "bewindvoerder",
        "15": "mentor",
        "16": "zoon of dochter",
        "17": "familielid",
        "18": "gezinslid",
        "19": "buur",
        "20": "vriend of kennis",
        "21": "cliëntondersteuner",
        "22": "huisarts",
        "23": "erven",
        "24": "werkgever",
        "25": "wijkcoach",
    },
)

SEX = _same("COD046", {"0": "onbekend", "1": "man", "2": "vrouw"})
NAME_USE = _bare("COD700", "1 2 3 4 5 6")
DATE_USE = _bare("COD170", "1 2 3")
COMMUNICATION = _same("COD747", {"1": "tolk", "2": "doventolk", "3": "doofblindentolk"})
LEGAL_STATUS = _bare("WJ232", "01 02 03 04 05 11 12")
REPRESENTATION = _same(
    "WJ003",
    {"06": "voogdij", "07": "bewindvoering", "08": "mentorschap", "09": "curatele", "10": "zaakwaarneming"},
)
ADDRESS_KIND = _same(
    "COD757",
    {"01": "BRP-adres", "02": "correspondentieadres", "03": "verblijfadres", "04": "tijdelijk verblijfadres"},
)
HOUSE_DESIGNATION = _bare("NUM061", "AB BY TO WW")
DEBIT_CREDIT = _bare("COD043", "C D")
COUNTRY = _bare(
    "COD032",
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
    BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI
    FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN
    IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME
    MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF
    PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
    SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE
    YT ZA ZM ZW
    """,
)
