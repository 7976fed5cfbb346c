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
from kring.draw.palette import Kind, Mark, Tone
from kring.draw.style import STYLESHEET, finish
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
    "Drawing",
    "Event",
    "Figure",
    "HelperGroup",
    "HelpersInput",
    "Kind",
    "Lane",
    "Mark",
    "MiniLane",
    "MiniTimeline",
    "MultiplesInput",
    "Row",
    "Score",
    "Scorer",
    "ScoresInput",
    "Series",
    "StripRow",
    "StripsInput",
    "Suppressed",
    "TimelineInput",
    "Tone",
    "draw_bars",
    "draw_helpers",
    "draw_mini_timeline",
    "draw_multiples",
    "draw_scores",
    "draw_strips",
    "draw_timeline",
    "finish",
]
