"""What a family takes home beside the plan: the plan in large type, a letter in plain words, and its own language."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.practice.plans.documents.plan import Values, listed, long_day, version_line
from kring.practice.plans.documents.steps import ground_of, rhythm_of
from kring.practice.plans.documents.typesetting import Value, typeset
from kring.practice.plans.models import GoalState, PositionKind
from kring.practice.plans.queries.versions import SummaryView
from kring.practice.plans.rules.content import ActionContent, GoalContent, PlanContent
from kring.practice.plans.rules.shares import Voice, voices
from kring.practice.plans.rules.states import OPEN_ACTIONS
from kring.practice.plans.rules.summaries import code_of, direction_of
from kring.practice.plans.wording import wording_for

AGREES = PositionKind.AGREES.value
OPINIONS: Final[Mapping[str, Promise]] = {
    PositionKind.AGREES: gettext_lazy("%(who)s is het eens met het plan."),
    PositionKind.PARTLY: gettext_lazy("%(who)s is het deels eens met het plan."),
    PositionKind.DISAGREES: gettext_lazy("%(who)s is het niet eens met het plan."),
    PositionKind.NOT_ASKED: gettext_lazy("Aan %(who)s is het niet gevraagd."),
}


def easy_pdf(content: PlanContent, *, house: str) -> bytes:
    """For who reads little or small letters badly: 16 points, one thing at a time, a picture beside each heading."""
    return typeset("easy.typ", easy_values(content, house=house))


def letter_pdf(content: PlanContent, *, house: str, changes: Sequence[str], on: date) -> bytes:
    """In B1: what was agreed, what happens now, and what to do when it is not right."""
    return typeset("letter.typ", letter_values(content, house=house, changes=changes, on=on))


def summary_pdf(content: PlanContent, summary: SummaryView, *, house: str) -> bytes:
    return typeset("summary.typ", summary_values(content, summary, house=house))


def summary_values(content: PlanContent, summary: SummaryView, *, house: str) -> Values:
    title = _("%(plan)s kort, in het %(language)s") % {
        "plan": wording_for(single=content["single"]).our_plan,
        "language": _(summary.language),
    }
    made = _("Deze samenvatting is van %(who)s, tolk. Gemaakt op %(day)s.") % {
        "who": summary.interpreter,
        "day": date_format(summary.made_on, "j F Y"),
    }
    return _house(content, house, title) | {
        "words": summary.words.replace("\r", "").split("\n\n"),
        "code": code_of(summary.language),
        "from_right": direction_of(summary.language) == "rtl",
        "made": made,
        "counts": _("Het plan in het Nederlands is wat is afgesproken."),
    }


def easy_values(content: PlanContent, *, house: str) -> Values:
    one = content["single"]
    goals, lead = _active(content), content["lead"]
    question = content["question"]
    telephone = _("Bel %(who)s: %(phone)s.") if lead and lead["phone"] else _("Vraag het %(who)s.")
    parts = (
        _part("question", _("Mijn vraag") if one else _("Onze vraag"), [f"“{question['words']}”"] if question else []),
        _part("goal", _("Dit wil ik") if one else _("Dit willen we"), [f"“{goal['own_words']}”" for goal in goals]),
        _part("doing", _("Wie doet wat?"), groups=_by_person(goals)),
        _part("figure", _("Hoe gaat het nu?"), groups=[_figures(goal) for goal in goals if goal["scores"]]),
        _part("well", _("Dit gaat goed"), _paragraphs(content["strengths"])),
        _part("opinion", _("Wat vindt iedereen van dit plan?"), _opinions(content)),
        _part("again", _("Wanneer praten we weer?"), [_look_back(content)] if content["evaluation_on"] else []),
        _part("call", _("Is er iets?"), [telephone % {"who": lead["name"], "phone": lead["phone"]}] if lead else []),
    )
    title = str(wording_for(single=one).our_plan)
    return _house(content, house, title) | {"parts": [part for part in parts if part is not None]}


def letter_values(content: PlanContent, *, house: str, changes: Sequence[str], on: date) -> Values:
    goals, lead = _active(content), content["lead"]
    names = [member["name"] for member in content["members"]]
    others = _opinions(content, without=AGREES)
    allowed = [_("Dat mag. Het staat ook in het plan.")] if others else []
    parts = (
        _points(_("Dit wilt u bereiken"), (f"“{goal['own_words']}”" for goal in goals)),
        _points(_("Dit gaat er gebeuren"), (_step(action) for goal in goals for action in _open(goal))),
        _points(_("Dit is veranderd"), changes),
        _points(_("Niet iedereen is het met alles eens"), others, allowed),
        _points(_("Wanneer praten we weer?"), (), [_look_back(content)] if content["evaluation_on"] else []),
        _points(_("Klopt er iets niet?"), (), [_not_right(content)]),
    )
    return _house(content, house, _("Uw plan")) | {
        "to": content["label"],
        "day": date_format(on, "j F Y"),
        "greeting": _("Beste %(names)s,") % {"names": listed(names)},
        "opening": [
            _("Op %(day)s is uw plan vastgesteld.") % {"day": long_day(content["agreed_on"])},
            _("In het plan staat wat we samen hebben afgesproken. Het plan krijgt u bij deze brief."),
        ],
        "parts": [part for part in parts if part is not None],
        "closing": _("Met vriendelijke groet,"),
        "signer": lead["name"] if lead else house,
        "signs_as": _("Regisseur van uw plan") if lead else "",
    }


def _house(content: PlanContent, house: str, title: str) -> Values:
    return {
        "house": house,
        "title": title,
        "label": content["label"],
        "version": version_line(content, is_draft=False),
        "page": _("Bladzijde"),
        "of": _("van"),
    }


def _part(picture: str, title: str, lines: Sequence[str] = (), groups: Sequence[Value] = ()) -> Value:
    return (
        {"picture": picture, "title": title, "lines": list(lines), "groups": list(groups)} if lines or groups else None
    )


def _points(title: str, points: Iterable[str], lines: Sequence[str] = ()) -> Value:
    """What there is nothing of is left out."""
    found = list(points)
    return {"title": title, "points": found, "lines": list(lines)} if found or lines else None


def _active(content: PlanContent) -> list[GoalContent]:
    return [goal for goal in content["goals"] if goal["state"] == GoalState.ACTIVE]


def _open(goal: GoalContent) -> list[ActionContent]:
    return [action for action in goal["actions"] if action["state"] in OPEN_ACTIONS]


def _by_person(goals: Iterable[GoalContent]) -> list[Value]:
    people: dict[str, list[str]] = {}
    for goal in goals:
        for action in _open(goal):
            people.setdefault(action["who"], []).append(_what(action))
    return [{"name": name, "lines": list(lines)} for name, lines in people.items()]


def _what(action: ActionContent) -> str:
    """The step, how often it comes back, its day, and the ground when it was not talked over first (BR-079)."""
    ready = _("Klaar op %(day)s") % {"day": long_day(action["due_on"])}
    said = (action["what"].rstrip("."), rhythm_of(action), ready, ground_of(action))
    return " ".join(f"{one}." for one in said if one)


def _step(action: ActionContent) -> str:
    return f"{action['who']}: {_what(action)}"


def _figures(goal: GoalContent) -> Value:
    heard = voices(
        (one["giver"], one["kind"], one["value"], date.fromisoformat(one["given_on"])) for one in goal["scores"]
    )
    return {"name": f"“{goal['own_words']}”", "lines": [_figure(voice) for voice in heard]}


def _figure(voice: Voice) -> str:
    now = _("%(who)s geeft een %(last)s.") % {"who": voice.giver, "last": voice.last}
    return now if voice.before is None else now + " " + _("Eerst was het een %(before)s.") % {"before": voice.before}


def _opinions(content: PlanContent, without: str = "") -> list[str]:
    found = []
    for one in content["positions"]:
        if one["position"] == without:
            continue
        said = str(OPINIONS[one["position"]]) % {"who": one["name"]}
        agreed = " " + _("Als pleegouder eens met het deel over de eigen rol.") if one.get("foster_carer") else ""
        found.append(said + (f" “{one['remark']}”" if one["remark"] else "") + agreed)
    return found


def _look_back(content: PlanContent) -> str:
    return _("We kijken samen terug op %(day)s.") % {"day": long_day(content["evaluation_on"])}


def _not_right(content: PlanContent) -> str:
    lead = content["lead"]
    who = " ".join(filter(None, (lead["name"], lead["phone"]))) if lead else content["contact"]
    told = _("Zeg het tegen %(who)s.") % {"who": who}
    return told + " " + _("U mag ook zelf opschrijven waar u het niet mee eens bent. Dat komt dan bij het plan.")


def _paragraphs(text: str) -> list[str]:
    return [part for part in text.replace("\r", "").split("\n\n") if part.strip()]
