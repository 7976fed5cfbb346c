"""The papers for families, page by page as pictures, to look at in `docs/documents`.

Of the family De Wit-Bakker, as the demo tells of it; the summary is of the family Tesfay.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import typst

from kring.demo.data import read
from kring.practice.plans.documents.family import easy_values, letter_values, summary_values
from kring.practice.plans.documents.plan import Values, values
from kring.practice.plans.documents.typesetting import FONTS, HERE
from kring.practice.plans.queries import SummaryView
from kring.practice.plans.rules.content import ActionContent, GoalContent, PlanContent, ScoreContent
from tests.plans.test_difference import action, goal, plan

FOLDER: Final = Path(__file__).resolve().parents[2] / "docs" / "documents"
DOTS_PER_INCH: Final = 72.0
HOUSE: Final = "Zeewaard"
AGREED: Final = date(2026, 9, 7)
TIGRINYA: Final = """ሰላም።

እዚ መደብና እዩ።

ሓደ ሰብ ንኹሉ ሕቶታትና ይሕግዘና። ቋንቋ ሆላንድ ክንመሃር ንደሊ።

ሕቶ ምስ ዝህልወኩም ንJorien Smit ደውሉ።"""
AREAS: Final = {"money": "geld", "school": "school en leren"}
Given = dict[str, Any]  # as the file of the demo gives it


def pages() -> Iterator[tuple[str, bytes]]:
    """Name and PNG of every page."""
    told, tesfay = _told(0), _told(3)
    summary = SummaryView(UUID(int=4), "Tigrinya", TIGRINYA, "Selam Haile", AGREED)
    changes = [
        "Nieuw: buurvrouw Anja brengt Finn naar voetbal.",
        "Cijfer van Marloes Bakker voor “Dat ik ’s avonds niet meer lig te piekeren”: van 4 naar 6.",
    ]
    papers: tuple[tuple[str, str, Values], ...] = (
        ("plan", "plan.typ", values(told, house=HOUSE) | {"statements": []}),
        ("easy", "easy.typ", easy_values(told, house=HOUSE)),
        ("letter", "letter.typ", letter_values(told, house=HOUSE, changes=changes, on=AGREED)),
        ("summary", "summary.typ", summary_values(tesfay, summary, house=HOUSE)),
    )
    for name, template, filled in papers:
        for number, page in enumerate(_set(template, filled), start=1):
            yield f"{name}-{number}.png", page


def _set(template: str, filled: Mapping[str, object]) -> list[bytes]:
    made: bytes | list[bytes] = typst.compile(
        str(HERE / template),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"values": json.dumps(filled, ensure_ascii=False)},
        format="png",
        ppi=DOTS_PER_INCH,
    )
    return [made] if isinstance(made, bytes) else made


def _told(place: int) -> PlanContent:
    given = read("families")["families"][place]
    story, people = given["story"], given["members"]
    made = plan()
    made |= {
        "number": len(story["agreed"]),
        "agreed_on": AGREED.isoformat(),
        "discussed_on": AGREED.isoformat(),
        "discussed_with": [_name(one) for one in people[:2]],
        "label": given["label"],
        "members": [{"name": _name(one), "role": one["role"]} for one in people],
        "lead": _leader("Jorien Smit", "0999 555 01 23"),
        "deputy": _leader("Henk Vos", "0999 555 01 24"),
        "parties": [
            {"name": name, "function": function, "organisation": one["provider"]}
            for one in given["provisions"]
            for name, function in one["helping"]
        ],
        "question": _question(story["question"]),
        "strengths": story["strengths"],
        "concerns": story["concerns"],
        "dream": story["dream"],
        "evaluation_on": story["evaluation"],
        "contact": "Jorien Smit, op werkdagen",
        "goals": [_goal(str(number), one) for number, one in enumerate(story["goals"])],
        "positions": [
            {"name": _name(people[0]), "position": "agrees", "remark": ""},
            {"name": _name(people[1]), "position": "partly", "remark": "Eerst de brieven, dan pas school."},
        ],
    }
    return made


def _name(one: Given) -> str:
    return " ".join(part for part in (one["given"], one["prefix"], one["surname"]) if part)


def _leader(name: str, phone: str) -> Any:
    return {"name": name, "function": "jeugd- en gezinscoach", "organisation": "Zeewaard", "phone": phone}


def _question(said: Given) -> Any:
    return {"language": "Nederlands", "interpreter": "", **said, "said_on": said["on"]}


def _goal(key: str, given: Given) -> GoalContent:
    steps = [_action(f"{key}-{place}", one) for place, one in enumerate(given["actions"])]
    made = goal(key, given["words"], *steps, scores=tuple(_scores(given)))
    made |= {"speaker": given["speaker"], "measure": given["measure"], "area": AREAS[given["area"]]}
    return made


def _action(key: str, given: Given) -> ActionContent:
    return action(
        key,
        given["what"],
        given["doer"],
        kind=given["kind"],
        function=given.get("function", ""),
        due_on=given["due"],
        rhythm=given.get("rhythm", "once"),
        state=given.get("state", "agreed"),
        result=given.get("result", ""),
    )


def _scores(given: Given) -> Iterator[ScoreContent]:
    heard = [("family", given["speaker"], given["scores"])]
    heard += [("professional", name, figures) for name, figures in given["professional_scores"].items()]
    for kind, giver, figures in heard:
        for day, value in figures.items():
            yield {"giver": giver, "kind": kind, "value": value, "given_on": day, "remark": ""}
