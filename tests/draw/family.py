"""An invented family and what helps it, with ways to draw any other one; used by all tests of drawings."""

from datetime import date, timedelta

from hypothesis import strategies as st

from kring.draw import (
    LANES,
    Amount,
    AmountGroup,
    Bar,
    BarsInput,
    Event,
    Figure,
    HelperGroup,
    HelpersInput,
    Kind,
    MultiplesInput,
    Score,
    Scorer,
    ScoresInput,
    Series,
    StripRow,
    StripsInput,
    Suppressed,
    TimelineInput,
    Tone,
)

TODAY = date(2026, 11, 20)

#: Sandra and Karim Bakker with Jayden and Milan: thirteen tracks since 2024, and three people who just help.
BARS = (
    Bar("jeugdwet", "Spoedplek", date(2024, 1, 1), date(2024, 1, 15), "Milan", "De Haven"),
    Bar("jeugdwet", "Pleegzorgbegeleiding", date(2024, 1, 15), None, "Milan"),
    Bar("jeugdwet", "Ambulante gezinshulp", date(2024, 3, 1), date(2025, 7, 1), "gezin"),
    Bar("jeugdwet", "Traumatherapie", date(2024, 9, 1), date(2025, 12, 1), "Jayden"),
    Bar("jeugdwet", "Gezinscoach", date(2025, 9, 1), None, "gezin"),
    Bar("jeugdwet", "Logeren", date(2025, 2, 1), date(2025, 11, 1), "Jayden"),
    Bar("wmo", "Hulp bij het huishouden", date(2024, 6, 1), date(2026, 3, 1), "Sandra"),
    Bar("wmo", "Dagbesteding", date(2025, 4, 1), date(2025, 10, 1), "Sandra"),
    Bar("schuldhulpverlening", "Schuldhulpverlening", date(2025, 1, 10), None, "Sandra en Karim"),
    Bar("leerplicht", "Leerplicht: verzuimtraject", date(2025, 3, 1), date(2026, 6, 1), "Jayden"),
    Bar("leerplicht", "Passend onderwijs", date(2026, 2, 1), date(2027, 8, 1), "Jayden"),
    Bar("participatiewet", "Re-integratie", date(2024, 5, 1), date(2025, 5, 1), "Karim"),
    Bar("zorg", "GGZ-behandeling", date(2025, 5, 1), None, "Sandra"),
    Bar("informeel", "Oma's vangen op", date(2025, 9, 1), None, "Truus en Fatima"),
    Bar("informeel", "Home-Start", date(2026, 1, 10), None, "Ineke"),
    Bar("informeel", "Maatje", date(2026, 4, 1), None, "Willem"),
)
EVENTS = (
    Event(date(2024, 1, 1), "Melding Veilig Thuis"),
    Event(date(2025, 9, 1), "Eén plan, één regisseur"),
    Event(date(2026, 9, 10), "Evaluatie"),
)
BAKKER = TimelineInput("bakker", TODAY, LANES, BARS, EVENTS)

VERSTERKT = BarsInput(
    "versterkt",
    "Netwerk Versterkt",
    (
        AmountGroup((Amount("Jeugd", 24), Amount("Wmo", 11)), tone=Tone.PLUM),
        AmountGroup(
            (Amount("Waardzee", 21), Amount("Polderland", 5), Amount("Eiland", Suppressed("< 5"))),
            "Per gemeente",
        ),
    ),
    "casussen",
)
STACKS = StripsInput(
    "stapeling",
    "Stapeling",
    ("1 traject", "2", "3", "4", "5 of meer"),
    (
        StripRow("Gebied Noord", (96, 61, 30, 14, 11), "212 gezinnen"),
        StripRow("Gebied Midden", (121, 84, 57, 33, 26), "321 gezinnen"),
        StripRow("Gebied Zuid", (108, 66, 35, Suppressed("< 5"), Suppressed("< 5"))),
    ),
)
PLANS = MultiplesInput(
    "plannen",
    "Gezinnen met één plan",
    ("aug 2026", "sep 2026", "okt 2026"),
    (
        Series("Gebied Noord", (18, 21, 21)),
        Series("Gebied Midden", (31, 36, 37), Tone.PLUM),
        Series("Gebied Zuid", (23, Suppressed("< 5"), 25), Tone.RUST),
    ),
)
HELPERS = HelpersInput(
    "helpers",
    (
        HelperGroup("Familie", Kind.FAMILY, 6),
        HelperGroup("Vrienden en buren", Kind.NETWORK, 3),
        HelperGroup("Vrijwilligers", Kind.VOLUNTEER, 2),
        HelperGroup("Professionals", Kind.PROFESSIONAL, 13),
    ),
)
SCORES = ScoresInput(
    "school",
    "Jayden gaat elke dag naar school",
    (
        Scorer("Sandra", Kind.FAMILY, (Score(date(2025, 9, 4), 4), Score(date(2026, 11, 1), 7))),
        Scorer("Jayden", Kind.FAMILY, (Score(date(2025, 9, 4), 3), Score(date(2026, 11, 1), 7.5))),
        Scorer("Truus", Kind.NETWORK, (Score(date(2026, 11, 1), 7),)),
        Scorer("Bas", Kind.PROFESSIONAL, (Score(date(2025, 9, 4), 4), Score(date(2026, 11, 1), 6))),
        Scorer("Willem", Kind.VOLUNTEER, ()),
    ),
)

HOSTILE = "</text><script>alert('x')</script>\"&'\x00\u202e\ud800"

#: Names as they come: long, short, empty, hostile, in any script.
names = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["Hulp bij het huishouden", "Coach", "Wmo-begeleiding specialistisch " * 4, HOSTILE, "محمد علي"]),
)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
figures: st.SearchStrategy[Figure] = st.one_of(
    st.integers(0, 2_000_000).map(float),
    st.sampled_from([0.0, 1.0, 3.0, 9_999_999_999.0]),
    st.sampled_from([Suppressed(), Suppressed("< 5")]),
)


@st.composite
def bars(draw: st.DrawFn, today: date = TODAY) -> Bar:
    """Help that began up to twelve years ago or will begin, of any length or open."""
    start = today + timedelta(days=draw(st.integers(-4400, 500)))
    length = draw(st.none() | st.integers(0, 60) | st.integers(0, 3000))
    end = None if length is None else start + timedelta(days=length)
    return Bar(draw(st.sampled_from(LANES)).key, draw(names), start, end, draw(names), draw(names))


@st.composite
def timelines(draw: st.DrawFn) -> TimelineInput:
    today = draw(days)
    near = st.integers(-4400, 500).map(lambda offset: today + timedelta(days=offset))
    return TimelineInput(
        "een-gezin",
        today,
        LANES,
        tuple(draw(st.lists(bars(today), max_size=25))),
        tuple(draw(st.lists(st.builds(Event, on=near, label=names), max_size=8))),
        draw(names),
        draw(st.none() | st.integers(0, 4000).map(lambda ago: today - timedelta(days=ago))),
    )


bar_charts = st.builds(
    BarsInput,
    key=st.just("staven"),
    title=names,
    groups=st.lists(
        st.builds(
            AmountGroup,
            amounts=st.lists(st.builds(Amount, label=names, figure=figures), max_size=5).map(tuple),
            heading=names,
            tone=st.sampled_from(Tone),
        ),
        max_size=3,
    ).map(tuple),
)


@st.composite
def strip_charts(draw: st.DrawFn) -> StripsInput:
    categories = tuple(draw(st.lists(names, min_size=1, max_size=6)))
    row = st.lists(figures, min_size=len(categories), max_size=len(categories)).map(tuple)
    strips = st.lists(st.builds(StripRow, label=names, figures=row, note=names), max_size=5).map(tuple)
    return StripsInput("stroken", draw(names), categories, draw(strips))


@st.composite
def line_charts(draw: st.DrawFn) -> MultiplesInput:
    moments = tuple(draw(st.lists(names, max_size=14)))
    row = st.lists(figures, min_size=len(moments), max_size=len(moments)).map(tuple)
    series = st.builds(Series, label=names, figures=row, tone=st.sampled_from(Tone))
    return MultiplesInput("lijnen", draw(names), moments, draw(st.lists(series, max_size=5).map(tuple)))


helper_charts = st.builds(
    HelpersInput,
    key=st.just("helpers"),
    groups=st.lists(
        st.builds(
            HelperGroup,
            label=names,
            kind=st.sampled_from(Kind),
            count=st.integers(0, 60) | st.just(Suppressed()),
        ),
        max_size=6,
    ).map(tuple),
)
score_charts = st.builds(
    ScoresInput,
    key=st.just("cijfers"),
    title=names,
    scorers=st.lists(
        st.builds(
            Scorer,
            name=names,
            kind=st.sampled_from(Kind),
            scores=st.lists(
                st.builds(Score, on=days, value=st.integers(0, 20).map(lambda half: half / 2)), max_size=6
            ).map(tuple),
        ),
        max_size=14,
    ).map(tuple),
)
