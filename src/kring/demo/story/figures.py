"""The figures are counted for today and for half a year ago, so that there is something to compare."""

from datetime import date

from kring.demo.story.cast import Cast
from kring.ground.shared import database
from kring.ground.shared.database import DatabaseRole
from kring.steering.figures.services.counting import count_figures

EARLIER = date(2026, 5, 3)


def count(cast: Cast) -> None:
    with database.connected_as(DatabaseRole.SNAPSHOT):
        for day in (cast.days.day(EARLIER), cast.days.today):
            with cast.installation("figures_counted", cast.now) as actor:
                count_figures(actor=actor, day=day)
