"""The last talk about a plan, as the database gives it beside the rest."""

from datetime import date
from typing import TypedDict
from uuid import UUID

from kring.practice.plans.queries.views import TalkView

TALK_FIELDS = ("id", "discussed_on", "present", "sha256", "is_oral", "paper_asked_on", "paper_asked_by")


class Talk(TypedDict):
    id: str
    discussed_on: str
    present: list[str]
    sha256: str
    is_oral: bool
    paper_asked_on: str | None
    paper_asked_by: str


def talk_from(row: Talk) -> TalkView:
    return TalkView(
        UUID(row["id"]),
        date.fromisoformat(row["discussed_on"]),
        tuple(row["present"]),
        row["sha256"],
        row["is_oral"],
        date.fromisoformat(row["paper_asked_on"]) if row["paper_asked_on"] else None,
        row["paper_asked_by"],
    )
