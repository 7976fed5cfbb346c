"""The life line of Jayden (13), and life lines of whoever."""

from datetime import date, timedelta

from hypothesis import strategies as st

from kring.draw import LifelineInput, Moment, Sort

TODAY = date(2026, 11, 1)
JAYDEN = LifelineInput(
    "jayden",
    TODAY,
    (
        Moment(date(2013, 6, 4), "4 juni 2013", Sort.BIRTH, "geboren in Waardzee", "Jayden"),
        Moment(date(2016, 1, 1), "2016", Sort.BIRTH, "zusje Milan komt erbij", "Jayden", "trots"),
        Moment(date(2017, 9, 1), "herfst 2017", Sort.SCHOOL, "naar groep 1 van De Vlieger", "Jayden"),
        Moment(
            date(2019, 6, 1), "zomer 2019", Sort.MOVE, "verhuisd naar het huis met de tuin", "", "ruimte om te spelen"
        ),
        Moment(
            date(2021, 2, 14), "14 februari 2021", Sort.LOSS, "opa Henk overleden", "", "stil, en veel mensen in huis"
        ),
        Moment(date(2021, 7, 1), "juli 2021", Sort.GOOD, "kampioen met de D2", "Jayden"),
        Moment(date(2023, 12, 1), "december 2023", Sort.PLACEMENT, "drie weken bij tante Petra gewoond", "Jayden"),
        Moment(date(2024, 1, 1), "2024", Sort.MOVE, "papa gaat ergens anders wonen", "", "raar"),
        Moment(date(2025, 8, 1), "augustus 2025", Sort.SCHOOL, "naar de brugklas", "Jayden", "spannend"),
        Moment(date(2026, 5, 1), "mei 2026", Sort.OTHER, "eerste keer alleen met de trein", "Jayden"),
    ),
)
TEXT = st.text(max_size=80)


@st.composite
def lifelines(draw: st.DrawFn) -> LifelineInput:
    days = draw(st.lists(st.integers(0, 30_000), max_size=24))
    made = (
        Moment(
            TODAY - timedelta(days=day),
            draw(st.sampled_from(("2019", "zomer 2019", "14 februari 2021"))),
            draw(st.sampled_from(Sort)),
            draw(TEXT),
            draw(TEXT),
            draw(TEXT),
        )
        for day in days
    )
    return LifelineInput("iemand", TODAY, tuple(made))
