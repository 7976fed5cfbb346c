"""Drawings as SVG, made on the server: what someone may not see never reaches the browser.

Each `draw_…` function takes frozen input and gives a `Drawing` with its words; nothing here knows Django.
"""

from kring.draw.canvas import Drawing, Row
from kring.draw.charts.bars import Amount, AmountGroup, BarsInput, draw_bars
from kring.draw.charts.figures import Figure, Suppressed
from kring.draw.charts.multiples import MultiplesInput, Series, draw_multiples
from kring.draw.charts.scores import Score, Scorer, ScoresInput, draw_scores
from kring.draw.charts.strips import StripRow, StripsInput, draw_strips
from kring.draw.charts.support import HelperGroup, HelpersInput, draw_helpers
from kring.draw.circle.model import Change, CircleInput, Load, Near, Ring, Sector, Support
from kring.draw.circle.picture import draw_circle
from kring.draw.ecogram import EcogramInput, System, draw_ecogram
from kring.draw.genogram.model import (
    Bond,
    Child,
    Ending,
    GenogramInput,
    Household,
    Person,
    Relation,
    Sex,
    Tie,
    Union,
)
from kring.draw.genogram.picture import arranged, draw_genogram
from kring.draw.lifeline.model import LifelineInput, Moment, Sort
from kring.draw.lifeline.picture import draw_lifeline
from kring.draw.palette import Kind, Mark, Tone
from kring.draw.style import STYLESHEET, finish
from kring.draw.ties import Quality
from kring.draw.timeline.mini import MiniLane, MiniTimeline, draw_mini_timeline
from kring.draw.timeline.model import LANES, Bar, Event, Lane, TimelineInput
from kring.draw.timeline.picture import draw_timeline

__all__ = [
    "LANES",
    "STYLESHEET",
    "Amount",
    "AmountGroup",
    "Bar",
    "BarsInput",
    "Bond",
    "Change",
    "Child",
    "CircleInput",
    "Drawing",
    "EcogramInput",
    "Ending",
    "Event",
    "Figure",
    "GenogramInput",
    "HelperGroup",
    "HelpersInput",
    "Household",
    "Kind",
    "Lane",
    "LifelineInput",
    "Load",
    "Mark",
    "MiniLane",
    "MiniTimeline",
    "Moment",
    "MultiplesInput",
    "Near",
    "Person",
    "Quality",
    "Relation",
    "Ring",
    "Row",
    "Score",
    "Scorer",
    "ScoresInput",
    "Sector",
    "Series",
    "Sex",
    "Sort",
    "StripRow",
    "StripsInput",
    "Support",
    "Suppressed",
    "System",
    "Tie",
    "TimelineInput",
    "Tone",
    "Union",
    "arranged",
    "draw_bars",
    "draw_circle",
    "draw_ecogram",
    "draw_genogram",
    "draw_helpers",
    "draw_lifeline",
    "draw_mini_timeline",
    "draw_multiples",
    "draw_scores",
    "draw_strips",
    "draw_timeline",
    "finish",
]
