"""One word for one thing: the glossary explains every model, enum and member, and what it avoids is avoided."""

import pytest

from tests.architecture import glossary, languages
from tests.architecture.glossary import Enumeration, all_enumerations, enumerations, key_of, models
from tests.architecture.source import Module

Entries = dict[str, dict[str, object]]

FAMILY = "family"
FIELDS = frozenset({"nl", "plain", "meaning", "source", "avoid", "members"})
SHORTEST_MEANING = 15


def faults(entries: Entries, known: list[str], enums: dict[str, Enumeration]) -> list[str]:
    """What is missing, what is dead, and what says nothing."""
    missing = sorted({*known, *enums} - set(entries))
    dead = sorted(set(entries) - {*known, *enums})
    found = [f"{key}: not in the glossary" for key in missing] + [f"{key}: no longer in the house" for key in dead]
    for key, entry in entries.items():
        found += [f"{key}: {field} is unknown" for field in sorted(set(entry) - FIELDS)]
        found += [f"{key}: no {field}" for field in ("nl", "meaning", "source") if not entry.get(field)]
        if len(str(entry.get("meaning", ""))) < SHORTEST_MEANING:
            found.append(f"{key}: a meaning of a few letters")
        if key in enums:
            found += faults_in_members(enums[key], entry.get("members"))
    return found


def faults_in_members(enum: Enumeration, given: object) -> list[str]:
    """Every member is `[Dutch word, meaning]`; where the screen has a label, the Dutch word is that label."""
    words = given if isinstance(given, dict) else {}
    found = [f"{enum.key}.{name}: not in the glossary" for name in enum.members if name not in words]
    for name, pair in words.items():
        if name not in enum.members:
            found.append(f"{enum.key}.{name}: no longer in the house")
        elif enum.members[name] and pair[0] != enum.members[name]:
            found.append(f"{enum.key}.{name}: the screen says «{enum.members[name]}», the glossary «{pair[0]}»")
        if len(pair) != 2 or not pair[0] or len(pair[1]) < SHORTEST_MEANING:
            found.append(f"{enum.key}.{name}: needs a Dutch word and a meaning")
    return found


@pytest.fixture(scope="module")
def entries() -> Entries:
    return {key: entry for key, entry in glossary.read().items() if key != FAMILY}


def words_of(entry: dict[str, object]) -> list[str]:
    given = entry.get("avoid", [])
    return [str(word) for word in given] if isinstance(given, list) else []


def test_every_model_and_enum_is_explained_and_nothing_else(entries: Entries) -> None:
    assert faults(entries, models(), all_enumerations()) == []


def test_no_template_uses_an_avoided_word(entries: Entries) -> None:
    avoided = [word for entry in entries.values() for word in words_of(entry)]
    assert [(place, found) for place, text in languages.templates() if (found := glossary.banned(avoided, text))] == []


def test_families_never_read_the_words_of_the_file(entries: Entries) -> None:
    """Handbook §11: words that a family need not read about itself."""
    avoided = words_of(glossary.read()[FAMILY])
    assert avoided
    found = [
        (place, words) for place, text in languages.family_templates() if (words := glossary.banned(avoided, text))
    ]
    assert found == []


GOAL = {"nl": "doel", "meaning": "What the family wants to reach.", "source": "BR-015"}
STATE = Enumeration("practice.plans.GoalState", {"ACTIVE": "actief"})
STATED = GOAL | {"members": {"ACTIVE": ["actief", "The family works on it now."]}}


@pytest.mark.parametrize(
    ("entries", "fault"),
    [
        ({}, "practice.plans.Goal: not in the glossary"),
        ({"practice.plans.Goal": GOAL, "practice.plans.Dream": GOAL}, "practice.plans.Dream: no longer in the house"),
        ({"practice.plans.Goal": GOAL | {"source": ""}}, "practice.plans.Goal: no source"),
        ({"practice.plans.Goal": GOAL | {"meaning": "Goal."}}, "practice.plans.Goal: a meaning of a few letters"),
        ({"practice.plans.Goal": GOAL | {"dutch": "doel"}}, "practice.plans.Goal: dutch is unknown"),
    ],
)
def test_a_planted_fault_in_an_entry_is_found(entries: Entries, fault: str) -> None:
    assert faults(entries, ["practice.plans.Goal"], {}) == [fault]


@pytest.mark.parametrize(
    ("members", "fault"),
    [
        ({}, "ACTIVE: not in the glossary"),
        (
            {"ACTIVE": ["lopend", "The family works on it now."]},
            "ACTIVE: the screen says «actief», the glossary «lopend»",
        ),
        ({"ACTIVE": ["actief", "Active."]}, "ACTIVE: needs a Dutch word and a meaning"),
        ({**STATED["members"], "OLD": ["oud", "What no longer counts."]}, "OLD: no longer in the house"),  # type: ignore[dict-item]
    ],
)
def test_a_planted_fault_in_a_member_is_found(members: dict[str, list[str]], fault: str) -> None:
    assert faults_in_members(STATE, members) == [f"{STATE.key}.{fault}"]


def test_an_enum_is_read_with_its_labels() -> None:
    text = 'class GoalState(models.TextChoices):\n    ACTIVE = "active", _("actief")\n    def ended(self): ...\n'
    assert list(enumerations(Module("practice.plans.models.work", text))) == [STATE]


@pytest.mark.parametrize(
    ("module", "key"),
    [
        ("practice.plans.models.work", "practice.plans.Goal"),
        ("ground.access.parts", "ground.access.Goal"),
        ("ground.documents.models", "ground.documents.Goal"),
        ("exchange.istandaarden.catalogue", "exchange.istandaarden.Goal"),
        ("draw.palette", "draw.Goal"),
    ],
)
def test_a_name_stays_when_a_file_moves_within_its_domain(module: str, key: str) -> None:
    assert key_of(module, "Goal") == key


@pytest.mark.parametrize(
    "template",
    [
        "<p>{% translate 'Uw casus' %}</p>",
        "{% translate 'Alle casussen' as title %}",
        '<button aria-label="Naar de casus">',
    ],
)
def test_a_planted_word_is_found(template: str) -> None:
    assert glossary.banned(["casus"], template) == ["casus"]


def test_an_address_or_a_class_is_no_word() -> None:
    assert glossary.banned(["casus"], '<a class="casus" href="{% url "casus" %}">{{ casus.name }}</a>') == []
