"""What making each paper of a plan takes: eight goals, forty steps, twelve opinions."""

import time
from collections.abc import Callable, Mapping
from datetime import date
from statistics import median

from kring.practice.plans.documents import easy_pdf, letter_pdf, plan_pdf, summary_pdf
from kring.practice.plans.rules.content import PlanContent
from tests.course.test_letter import closing_letter
from tests.plans.test_difference import action, goal, plan, score
from tests.plans.test_papers import ARABIC

AIM = 100
HOUSE = "Zeewaard"
DAY = date(2026, 11, 1)
MAKERS: Mapping[str, Callable[[PlanContent], bytes]] = {
    "plan.pdf": lambda content: plan_pdf(content, house=HOUSE),
    "leesplan.pdf": lambda content: easy_pdf(content, house=HOUSE),
    "brief.pdf": lambda content: letter_pdf(content, house=HOUSE, changes=["Nieuw: oma helpt."] * 8, on=DAY),
    "afsluitbrief.pdf": lambda content: closing_letter(content["goals"][0]["own_words"]),
    "samenvatting.pdf": lambda content: summary_pdf(content, ARABIC, house=HOUSE),
}


def report(repeats: int) -> None:
    print("| paper | median (ms) | highest | at most |\n|---|---|---|---|")
    for name, make in MAKERS.items():
        spent = [_spent(make, large_plan(turn)) for turn in range(repeats + 1)][1:]
        print(f"| {name} | {median(spent):.0f} | {max(spent):.0f} | {AIM} |")


def large_plan(turn: int) -> PlanContent:
    """Other words each time: Typst remembers what it set before."""
    made = plan()
    made["goals"] = [
        goal(
            f"g{number}",
            f"Dat wij het samen goed hebben op dag {turn}-{number}",
            *(
                action(f"a{number}-{step}", f"Stap {turn}-{step}: samen koken en eten", f"Helper {step}")
                for step in range(5)
            ),
            scores=(score("Marloes", 4, "2026-01-01"), score("Marloes", 6, "2026-09-01")),
        )
        for number in range(8)
    ]
    made["positions"] = [
        {"name": f"Lid {turn}-{one}", "position": "partly", "remark": "Eerst rust."} for one in range(12)
    ]
    return made


def _spent(make: Callable[[PlanContent], bytes], content: PlanContent) -> float:
    """Processor time: other work on the machine does not count."""
    began = time.process_time()
    make(content)
    return (time.process_time() - began) * 1000
