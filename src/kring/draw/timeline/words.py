"""The care timeline in words: a summary and a table that hold everything the drawing shows."""

from collections.abc import Iterable

from kring.draw.canvas import Row, Words
from kring.draw.dutch import counted, short_date
from kring.draw.palette import Tone
from kring.draw.timeline.model import Bar, TimelineInput, in_order
from kring.draw.timeline.stack import Step, peak

COLUMNS = ("Domein", "Wat", "Wie", "Aanbieder", "Van", "Tot")
NOTHING = "Er is nog geen hulp bekend."
NOTHING_INFORMAL = "Nog geen hulp bekend uit het eigen netwerk of van vrijwilligers"


def period(bar: Bar) -> tuple[str, str]:
    """When help runs, as two cells; an open end is left open."""
    return short_date(bar.start), "loopt door" if bar.end is None else short_date(bar.end)


def tooltip(bar: Bar) -> str:
    start, end = period(bar)
    what = ", ".join(filter(None, (bar.label, bar.who, bar.provider)))
    return f"{what}: van {start}, {end}" if bar.end is None else f"{what}: van {start} tot {end}"


def words(shown: TimelineInput, stack: tuple[Step, ...], informal_now: int) -> Words:
    return Words(shown.title, _summary(shown, stack, informal_now), COLUMNS, tuple(_rows(shown)))


def _summary(shown: TimelineInput, stack: tuple[Step, ...], informal_now: int) -> str:
    if not shown.bars:
        return NOTHING
    ever = _help(len(shown.running(informal=False)), len(shown.running(informal=True)))
    now = _help(stack[-1].count, informal_now)
    parts = [f"In totaal {ever}.", *_peak(stack), f"Op {short_date(shown.today)}: {now}.", *_left_out(shown)]
    return " ".join(parts)


def _help(professional: int, informal: int) -> str:
    return (
        f"{counted(professional, 'traject', 'trajecten')} van beroepskrachten en {informal} keer hulp"
        " uit het eigen netwerk of van vrijwilligers"
    )


def _peak(stack: tuple[Step, ...]) -> Iterable[str]:
    top = peak(stack)
    if top.count:
        yield f"De meeste trajecten tegelijk: {top.count}, vanaf {short_date(top.start)}."


def _left_out(shown: TimelineInput) -> Iterable[str]:
    bars = len(shown.bars) - len(shown.drawn_bars)
    events = len(shown.events) - len(shown.drawn_events)
    if bars or events:
        yield f"Wel in de tabel, niet in de tekening: {bars + events}."


def _rows(shown: TimelineInput) -> Iterable[Row]:
    for lane in shown.lanes:
        for bar in in_order(bar for bar in shown.bars if bar.lane == lane.key):
            yield Row((lane.label, bar.label, bar.who, bar.provider, *period(bar)), lane.tone, bar.href, 1)
    for event in sorted(shown.events, key=lambda event: (event.on, event.label)):
        yield Row(("Gebeurtenis", event.label, "", "", short_date(event.on), ""), Tone.RED)
