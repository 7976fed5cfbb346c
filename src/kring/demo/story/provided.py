"""Providers that are asked for the three facts of their own plan, and answer by the link."""

from datetime import date
from uuid import UUID

from kring.demo.data import read
from kring.demo.families import Family
from kring.demo.story.cast import Cast
from kring.demo.story.dossiers import writer
from kring.practice.plans.rules.provided import ProviderFacts
from kring.practice.plans.services import answer_by_link, ask_provider, open_provider_link


def tell(cast: Cast, family: Family, dossier: UUID) -> None:
    given = read("providers").get(family.id)
    if given is None:
        return
    questions: dict[str, UUID] = {}
    with cast.on(date.fromisoformat(given["on"]), writer(family), "provider_asked") as actor:
        for organisation in given["asked"]:
            questions[organisation] = ask_provider(actor=actor, dossier=dossier, organisation=organisation).id
    with cast.installation("provider_answered", cast.now) as actor:
        for organisation, has_plan, made_on, place, has_informal, reason in given["answered"]:
            asked = open_provider_link(question=questions[organisation])
            assert asked is not None, "it was asked just now"
            goal, _words = asked.goals[place]
            facts = ProviderFacts(has_plan, cast.days.iso(made_on), goal, has_informal, reason)
            answer_by_link(actor=actor, question=questions[organisation], said=facts)
