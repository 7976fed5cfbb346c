"""What pages show of the help of a family."""

from kring.practice.care.queries.answers import Said
from kring.practice.care.queries.grounds import LawGround
from kring.practice.care.queries.picture import Alongside, CarePicture, Silence, Twice, care_picture
from kring.practice.care.queries.professionals import Professional, professionals
from kring.practice.care.queries.rows import CareRow
from kring.practice.care.queries.sheet import SHEET_HEAD, sheet_rows, sheet_text
from kring.practice.care.queries.timeline import LANE_OF, LANES, bars, timeline
from kring.practice.care.queries.told import tellable

__all__ = [
    "LANES",
    "LANE_OF",
    "SHEET_HEAD",
    "Alongside",
    "CarePicture",
    "CareRow",
    "LawGround",
    "Professional",
    "Said",
    "Silence",
    "Twice",
    "bars",
    "care_picture",
    "professionals",
    "sheet_rows",
    "sheet_text",
    "tellable",
    "timeline",
]
