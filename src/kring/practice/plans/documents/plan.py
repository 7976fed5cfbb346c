"""The plan in plain words, own words first, who does what by kind of doer as text labels (handbook §7, screen 2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.practice.familiegroepsplan.models import Outcome
from kring.practice.plans.documents.steps import beside_step
from kring.practice.plans.documents.typesetting import Value, typeset
from kring.practice.plans.models import (
    ActionState,
    DoerKind,
    GoalState,
    PlanVariant,
    PositionKind,
)
from kring.practice.plans.queries.versions import AddedPosition
from kring.practice.plans.rules.content import ActionContent, GoalContent, LeaderContent, PlanContent, PositionContent
from kring.practice.plans.rules.shares import shares, steps, voices
from kring.practice.plans.rules.states import OPEN_GOALS
from kring.practice.plans.wording import Wording, wording_for

Values = dict[str, Value]
GI_LEADS: Final = gettext_lazy(
    "Regie: de gecertificeerde instelling (GI). Dit plan is een bijlage bij het plan van de GI."
)


@dataclass(frozen=True, slots=True)
class Disputing:
    """An own statement as it is set beside what it is about (BR-107)."""

    about: str
    words: str
    speaker: str
    said_on: date


def plan_pdf(
    content: PlanContent,
    *,
    house: str,
    is_draft: bool = False,
    statements: Sequence[Disputing] = (),
    later: Sequence[AddedPosition] = (),
) -> bytes:
    """A4, tagged, in Dutch. `house` is who gives it out; a draft says on every page that it is one."""
    set_ = values(content, house=house, is_draft=is_draft, later=later)
    return typeset("plan.typ", set_ | {"statements": [_statement(one) for one in statements]})


def values(content: PlanContent, *, house: str, is_draft: bool = False, later: Sequence[AddedPosition] = ()) -> Values:
    """Everything on the pages as text: the template only sets it, and the page on the screen says the same."""
    words = wording_for(single=content["single"])
    return {
        "house": house,
        "title": str(words.our_plan),
        "version": version_line(content, is_draft=is_draft),
        "about": [] if is_draft else about(content),
        "label": content["label"],
        "members": ", ".join(member["name"] for member in content["members"]),
        "single": content["single"],
        "draft": is_draft,
        "facts": _facts(content),
        "question": _question(content),
        "texts": _texts(content, words),
        "goals": [_goal(goal) for goal in _ordered(content["goals"])],
        "doers": _doers(content, words),
        "shares": _shares(content, words),
        "positions": [*_positions(content), *(_later(one) for one in later)],
        "parties": _parties(content),
        "labels": _labels(words) | _labels_of_signing(words),
    }


def _statement(one: Disputing) -> Value:
    day = date_format(one.said_on, "j F Y")
    who = _("Eigen verklaring van %(who)s, %(day)s") % {"who": one.speaker, "day": day}
    return {"about": one.about, "words": one.words, "who": who}


def version_line(content: PlanContent, *, is_draft: bool) -> str:
    day = long_day(content["agreed_on"])
    if is_draft:
        return _("Concept van %(day)s, nog niet vastgesteld") % {"day": day}
    return _("Versie %(number)s, vastgesteld op %(day)s") % {"number": content["number"], "day": day}


def about(content: PlanContent) -> list[str]:
    """What kind of plan this is, who leads above it (BR-033), and when and with whom it was talked over."""
    variant = PlanVariant(content["variant"])
    kind = str(GI_LEADS if variant == PlanVariant.GI else variant.label.capitalize() + ".")
    people = {"day": long_day(content["discussed_on"]), "people": listed(content["discussed_with"])}
    return [kind, _("Besproken op %(day)s met %(people)s.") % people]


def listed(names: Sequence[str]) -> str:
    """Marloes, Stefan en Finn."""
    if len(names) < 2:
        return "".join(names)
    return _("%(first)s en %(last)s") % {"first": ", ".join(names[:-1]), "last": names[-1]}


def _facts(content: PlanContent) -> list[Value]:
    evaluation = long_day(content["evaluation_on"]) if content["evaluation_on"] else _("nog niet afgesproken")
    return [
        {"label": _("Regisseur"), "value": _name(content["lead"]), "more": _reach(content["lead"])},
        {"label": _("Achtervang"), "value": _name(content["deputy"]), "more": _reach(content["deputy"])},
        {"label": _("Samen terugkijken"), "value": evaluation, "more": content["contact"]},
    ]


def _question(content: PlanContent) -> Value:
    said = content["question"]
    if said is None:
        return None
    who = _("%(who)s, op %(day)s") % {"who": said["speaker"], "day": long_day(said["said_on"])}
    language = "" if said["language"] == "Nederlands" else said["language"]
    told = _("Gezegd in het %(language)s.") % {"language": language} if language else ""
    interpreter = _("Tolk: %(name)s.") % {"name": said["interpreter"]} if said["interpreter"] else ""
    return {"words": said["words"], "who": " ".join(filter(None, (who + ".", told, interpreter)))}


def _texts(content: PlanContent, words: Wording) -> list[Value]:
    given = (
        (words.strengths, content["strengths"]),
        (words.concerns, content["concerns"]),
        (words.dream, content["dream"]),
        (_("Familiegroepsplan"), _familiegroepsplan(content)),
    )
    return [{"label": str(label), "text": text} for label, text in given if text]


def _familiegroepsplan(content: PlanContent) -> str:
    answer = content["familiegroepsplan"]
    return str(Outcome(answer).label).capitalize() + "." if answer else ""


def _ordered(goals: Iterable[GoalContent]) -> list[GoalContent]:
    """What is worked on stands first."""
    return sorted(goals, key=lambda goal: goal["state"] not in OPEN_GOALS)


def _goal(goal: GoalContent) -> Value:
    done, total = steps(action["state"] for action in goal["actions"])
    heard = voices(
        (score["giver"], score["kind"], score["value"], date.fromisoformat(score["given_on"]))
        for score in goal["scores"]
    )
    state = "" if goal["state"] in OPEN_GOALS else str(GoalState(goal["state"]).label).capitalize()
    return {
        "id": goal["id"],
        "words": goal["own_words"],
        "speaker": goal["speaker"],
        "measure": goal["measure"],
        "area": area_of(goal).capitalize(),
        "state": f"{state}. {goal['end_reason']}".strip() if state else "",
        "done": done,
        "total": total,
        "steps": _("%(done)s van %(total)s stappen gezet") % {"done": done, "total": total} if total else "",
        "scores": [_voice(voice.giver, voice.before, voice.last) for voice in heard],
    }


def area_of(goal: GoalContent) -> str:
    """The word of that day, in the reader's language where it came with the installation."""
    word = goal["area"]
    return _(word) if word else ""


def _voice(giver: str, before: int | None, last: int) -> str:
    if before is None:
        return _("%(who)s: %(last)s") % {"who": giver, "last": last}
    return _("%(who)s: van %(before)s naar %(last)s") % {"who": giver, "before": before, "last": last}


def _doers(content: PlanContent, words: Wording) -> list[Value]:
    """Per kind of doer the actions that still count, by person and day."""
    counted = [
        action for goal in content["goals"] for action in goal["actions"] if action["state"] != ActionState.CANCELLED
    ]
    groups: list[Value] = []
    for kind in DoerKind:
        mine = sorted((one for one in counted if one["kind"] == kind), key=lambda one: (one["who"], one["due_on"]))
        if mine:
            groups.append({"kind": str(words.doer(kind)).capitalize(), "rows": [_action(action) for action in mine]})
    return groups


def _action(action: ActionContent) -> Value:
    state = str(ActionState(action["state"]).label).capitalize()
    return {
        "id": action["id"],
        "who": action["who"],
        "function": action["function"],
        "what": action["what"],
        "more": list(beside_step(action)),
        "when": date_format(date.fromisoformat(action["due_on"]), "j b Y"),
        "state": f"{state}: {action['result']}" if action["result"] else state,
    }


def _shares(content: PlanContent, words: Wording) -> str:
    found = shares((action["kind"], action["state"]) for goal in content["goals"] for action in goal["actions"])
    return ", ".join(f"{words.doer(share.kind)} {share.percent}%" for share in found)


def _positions(content: PlanContent) -> list[Value]:
    found: list[Value] = []
    for one in content["positions"]:
        opinion = str(PositionKind(one["position"]).label).capitalize()
        found.append({"name": one["name"], "position": opinion, "remark": remark_of(one)})
    return found


def remark_of(one: PositionContent) -> str:
    """A foster carer stands there with the part about the own role (BR-013)."""
    own = _("Als pleegouder eens met het deel over de eigen rol.") if one.get("foster_carer") else ""
    return f"{own} {one['remark']}".strip()


def _later(one: AddedPosition) -> Value:
    added = _("Later toegevoegd, op %(day)s.") % {"day": date_format(one.said_on, "j F Y")}
    opinion = str(PositionKind(one.position).label).capitalize()
    return {"name": one.name, "position": opinion, "remark": f"{one.remark}\n{added}".strip()}


def _parties(content: PlanContent) -> list[Value]:
    """Everyone who has this plan: the professionals round the family, by name."""
    leading = (
        {"name": one["name"], "function": role, "organisation": one["organisation"]}
        for role, one in ((_("regisseur"), content["lead"]), (_("achtervang"), content["deputy"]))
        if one is not None
    )
    others = ({key: party[key] for key in ("name", "function", "organisation")} for party in content["parties"])
    return [", ".join(filter(None, (one["name"], one["function"], one["organisation"]))) for one in (*leading, *others)]


def _name(leader: LeaderContent | None) -> str:
    return leader["name"] if leader else _("nog niemand")


def _reach(leader: LeaderContent | None) -> str:
    return (leader["phone"] or leader["organisation"]) if leader else ""


def long_day(day: str) -> str:
    return date_format(date.fromisoformat(day), "j F Y")


def _labels(words: Wording) -> Values:
    return {
        "wants": str(words.we_want),
        "notice": _("Zo merken we dat het lukt"),
        "scores": _("Cijfers"),
        "doers": _("Wie doet wat"),
        "who": _("Wie"),
        "what": _("Wat"),
        "when": _("Klaar op"),
        "state": _("Hoe staat het ermee"),
        "shares": _("Verdeling van de acties"),
        "texts": _("Hoe het nu is en waar we heen willen"),
        "statements": _("Niet mee eens"),
        "positions": _("Wat iedereen van dit plan vindt"),
        "position": _("Mening"),
        "remark": _("Toelichting"),
        "sharing": _("Wat we delen"),
        "sharing_text": _(
            "Dit plan hebben alleen de mensen die erin staan, en de professionals hieronder. Wat een professional nog"
            " meer over u mag zien, beslist u zelf, per onderwerp. U mag dat altijd veranderen."
        ),
        "said_by": _("gezegd door"),
        "no_actions": _("Er zijn nog geen acties afgesproken."),
        "no_goals": _("Er is nog geen doel opgeschreven."),
    }


def _labels_of_signing(words: Wording) -> Values:
    return {
        "signatures": _("Handtekening"),
        "sign_family": str(words.signs),
        "sign_lead": _("Regisseur"),
        "page": _("Bladzijde"),
        "of": _("van"),
    }
