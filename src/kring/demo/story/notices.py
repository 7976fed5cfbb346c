"""Most notices of the story have been read by now; those of its last part are still new."""

from datetime import date

from kring.demo.data import read
from kring.demo.story.cast import Cast
from kring.ground.agenda.services import mark_read

READ_ON = date(2026, 10, 26)


def read_all(cast: Cast) -> None:
    given = read("staff")
    for key in (*(each["key"] for each in given["staff"] if each.get("account")), *given["family_accounts"]):
        with cast.on(READ_ON, key, "notices_read") as actor:
            mark_read(actor=actor)
