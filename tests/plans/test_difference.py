"""Between two versions: which sentences the family De Wit-Bakker reads. Each kind of change has one."""

from copy import deepcopy

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kring.practice.plans.rules.content import ActionContent, GoalContent, PlanContent, ScoreContent, digest
from kring.practice.plans.rules.difference import Change, ChangeKind, difference
from kring.practice.plans.sentences import sentence


def action(key: str, what: str, who: str = "oma Truus", **changes: str) -> ActionContent:
    made: ActionContent = {
        "id": key,
        "what": what,
        "kind": "network",
        "who": who,
        "function": "moeder van Stefan",
        "start_on": "",
        "due_on": "2026-12-01",
        "rhythm": "once",
        "after": "",
        "undiscussed": "",
        "state": "agreed",
        "result": "",
        "informal_first": "",
        "informal_who": "",
        "informal_reason": "",
        "volunteer_wish": "",
    }
    return made | changes  # type: ignore[return-value]  # the keys are those of ActionContent


def score(giver: str, value: int, day: str) -> ScoreContent:
    return {"giver": giver, "kind": "family", "value": value, "given_on": day, "remark": ""}


def goal(key: str, words: str, *actions: ActionContent, scores: tuple[ScoreContent, ...] = ()) -> GoalContent:
    return {
        "id": key,
        "own_words": words,
        "speaker": "Marloes",
        "measure": "",
        "life_area": "money",
        "area": "geld",
        "area_reason": "De post ligt er al weken.",
        "kind": "family",
        "state": "active",
        "end_reason": "",
        "actions": list(actions),
        "scores": list(scores),
    }


def plan() -> PlanContent:
    return {
        "form": 1,
        "number": 1,
        "agreed_on": "2026-11-01",
        "agreed_by": "Jorien Smit",
        "variant": "light",
        "discussed_on": "2026-11-01",
        "discussed_with": ["Marloes", "Stefan"],
        "label": "Gezin De Wit-Bakker",
        "single": False,
        "members": [{"name": "Marloes", "role": "moeder"}, {"name": "Stefan", "role": "vader"}],
        "lead": {"name": "Jorien Smit", "function": "", "organisation": "", "phone": ""},
        "deputy": {"name": "Naima Haddou", "function": "", "organisation": "", "phone": ""},
        "parties": [],
        "question": {
            "words": "Rust in de avond.",
            "speaker": "Marloes",
            "language": "Nederlands",
            "interpreter": "",
            "said_on": "2026-10-01",
        },
        "strengths": "We eten samen.",
        "concerns": "De brieven.",
        "dream": "",
        "evaluation_on": "2027-02-01",
        "contact": "Jorien Smit",
        "familiegroepsplan": "not_wished",
        "goals": [
            goal("g1", "Niet meer piekeren", action("a1", "Post openen"), scores=(score("Marloes", 4, "2026-06-01"),))
        ],
        "positions": [{"name": "Stefan", "position": "agrees", "remark": ""}],
    }


def told(after: PlanContent) -> list[str]:
    with translation.override("nl"):
        return [sentence(change) for change in difference(plan(), after)]


def test_the_same_plan_has_no_difference() -> None:
    assert told(plan()) == []


def test_a_new_goal_comes_with_its_actions() -> None:
    after = plan()
    after["goals"].append(goal("g2", "Met plezier naar school", action("a2", "Juf Tim bellen", "Stefan")))
    assert told(after) == [
        "Nieuw doel: “Met plezier naar school”.",
        "Nieuw: Stefan gaat dit doen: Juf Tim bellen. Klaar op 1 december 2026.",
    ]


def test_br_079_a_new_step_says_how_often_and_on_which_ground_it_was_not_discussed() -> None:
    after = plan()
    step = action("a2", "Juf Tim bellen", "Jorien", rhythm="weekly", undiscussed="Veilig Thuis vroeg erom")
    after["goals"][0]["actions"].append(step)
    assert told(after)[1:] == [
        "“Juf Tim bellen” van Jorien: elke week.",
        "“Juf Tim bellen” van Jorien is niet samen besproken: Veilig Thuis vroeg erom.",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"what": "Post openen en ordenen"}, "Actie van oma Truus: van “Post openen” naar “Post openen en ordenen”."),
        ({"who": "buurvrouw Anja"}, "“Post openen”: eerst deed oma Truus dit, nu buurvrouw Anja."),
        (
            {"due_on": "2027-01-04"},
            "“Post openen” van oma Truus is nu klaar op 4 januari 2027. Eerst was dat 1 december 2026.",
        ),
        ({"rhythm": "weekly"}, "“Post openen” van oma Truus: nu elke week. Eerst was dat één keer."),
        pytest.param(
            {"undiscussed": "er was acuut gevaar en geen tijd om te bespreken"},
            "“Post openen” van oma Truus is niet samen besproken: er was acuut gevaar en geen tijd om te bespreken.",
            id="BR-079 the ground",
        ),
        ({"state": "done"}, "oma Truus heeft gedaan: Post openen."),
        (
            {"state": "failed", "result": "Oma was ziek."},
            "Niet gelukt: Post openen (oma Truus). Reden: Oma was ziek.",
        ),
        (
            {"state": "cancelled", "result": "Niet meer nodig."},
            "Vervallen: Post openen (oma Truus). Reden: Niet meer nodig.",
        ),
    ],
)
def test_a_changed_action(changes: dict[str, str], expected: str) -> None:
    after = plan()
    after["goals"][0]["actions"] = [action("a1", "Post openen") | changes]  # type: ignore[list-item]  # as above
    assert told(after) == [expected]


def test_a_goal_that_was_let_go_says_why() -> None:
    after = plan()
    after["goals"][0] |= {"state": "dropped", "end_reason": "Marloes wil eerst rust."}
    assert told(after) == ["Doel losgelaten: “Niet meer piekeren”. Reden: Marloes wil eerst rust."]


def test_a_word_that_only_got_another_name_is_no_news() -> None:
    after = plan()
    after["goals"][0]["area"] = "geld en schulden"
    assert told(after) == []


def test_other_words_another_measure_and_another_area_for_a_goal() -> None:
    after = plan()
    after["goals"][0] |= {
        "own_words": "Rustig slapen",
        "measure": "Elke vrijdag is de post open.",
        "life_area": "health",
        "area": "lichaam en hoofd",
    }
    assert told(after) == [
        "Het doel “Niet meer piekeren” heet nu “Rustig slapen”.",
        "Bij “Rustig slapen” merken we het zo: “Elke vrijdag is de post open.”",
        "“Rustig slapen” gaat nu over lichaam en hoofd. Eerst was dat geld.",
    ]


def test_people_texts_and_days() -> None:
    after = plan()
    after["members"].append({"name": "Finn", "role": "kind"})
    after["lead"] = {"name": "Henk Prins", "function": "", "organisation": "", "phone": ""}
    after["dream"] = "Een avond zonder brieven."
    after["concerns"] = ""
    after["evaluation_on"] = "2027-03-01"
    assert told(after) == [
        "Finn hoort nu bij het plan.",
        "De regisseur is nu Henk Prins. Eerst was dat Jorien Smit.",
        "Bij “Zorgen” staat niets meer.",
        "Bij “Over een jaar” staat: “Een avond zonder brieven.”",
        "We kijken nu terug op 1 maart 2027. Eerst was dat 1 februari 2027.",
    ]


def test_each_person_has_the_own_figure() -> None:
    after = plan()
    after["goals"][0]["scores"] += [score("Marloes", 6, "2026-09-01"), score("Stefan", 3, "2026-09-01")]
    assert told(after) == [
        "Cijfer van Marloes voor “Niet meer piekeren”: van 4 naar 6.",
        "Cijfer van Stefan voor “Niet meer piekeren”: 3.",
    ]


def test_a_changed_mind_is_told_with_its_reason() -> None:
    after = plan()
    after["positions"] = [{"name": "Stefan", "position": "disagrees", "remark": "Te veel tegelijk."}]
    assert told(after) == ["Stefan was het eens, en nu niet eens. Reden: Te veel tegelijk."]


def test_what_is_no_longer_there() -> None:
    after = plan()
    after["members"] = after["members"][:1]
    after["question"] = None
    after["goals"] = []
    assert told(after) == [
        "Stefan hoort niet meer bij het plan.",
        "De vraag is teruggenomen.",
        "Het doel “Niet meer piekeren” staat niet meer in het plan.",
    ]


@pytest.mark.parametrize("kind", ChangeKind)
def test_every_kind_of_change_has_a_sentence(kind: ChangeKind) -> None:
    after = {
        ChangeKind.VARIANT: "heavy",
        ChangeKind.GOAL_STATE: "reached",
        ChangeKind.ACTION_STATE: "busy",
        ChangeKind.POSITION: "partly",
        ChangeKind.GOAL_AREA: "money",
        ChangeKind.EVALUATION: "2027-01-01",
        ChangeKind.ACTION_NEW: "2027-01-01",
        ChangeKind.ACTION_DUE: "2027-01-01",
        ChangeKind.ACTION_RHYTHM: "weekly",
    }.get(kind, "nieuw")
    assert sentence(Change(kind, "het doel", "Marloes", "", after)).endswith((".", "”"))


texts = st.text(max_size=30)


@given(texts, texts, st.lists(st.integers(0, 10), max_size=4))
def test_every_change_of_content_is_told_and_gives_another_hash(words: str, strengths: str, values: list[int]) -> None:
    after = deepcopy(plan())
    after["goals"][0]["own_words"] = words
    after["strengths"] = strengths
    after["goals"][0]["scores"] += [score("Finn", value, "2026-10-01") for value in values]
    is_same = after == plan()
    assert (difference(plan(), after) == ()) is is_same
    assert (digest(after) == digest(plan())) is is_same


def test_the_order_in_which_the_database_gives_keys_back_does_not_count() -> None:
    turned = dict(reversed(plan().items()))
    assert list(turned) != list(plan())
    assert digest(turned) == digest(plan())  # type: ignore[arg-type]  # the same content in another order
