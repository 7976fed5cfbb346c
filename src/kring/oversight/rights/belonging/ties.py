"""Ties: each finds the rows of a model that belong to a person, and says which of their fields do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_
from uuid import UUID

from django.db.models import Model, Q

NOTHING = Q(pk__in=[])


@dataclass(frozen=True, slots=True)
class Whose:
    """The person, and all by which rows know that person. `by_self`: asked by the person, not by a representative."""

    subject: UUID
    names: frozenset[str]
    by_self: bool
    is_shielded: bool
    accounts: frozenset[UUID] = frozenset()
    emails: frozenset[str] = frozenset()
    dossiers: frozenset[UUID] = frozenset()
    closed_dossiers: frozenset[UUID] = frozenset()
    """Shielded, and not for the sake of this person."""
    opened: frozenset[UUID] = frozenset()
    """In which nothing is protected any more: lines of level 3 and 4 are told as any other."""
    shielded: frozenset[UUID] = frozenset()
    """Others in the same dossiers who are shielded."""
    withheld: frozenset[UUID] = frozenset()
    """Documents, and the decisions themselves, that who asks does not read for a time (BR-073)."""
    withheld_laws: frozenset[tuple[UUID, str]] = frozenset()
    """The same of a law's part of somebody."""
    hidden: frozenset[UUID] = frozenset()
    """People of the circle who are hidden from who asks."""
    shown: frozenset[UUID] = frozenset()
    """Agreements about safety that were chosen to be read by the person."""
    households: frozenset[UUID] = frozenset()
    pseudonyms: frozenset[tuple[UUID, str]] = frozenset()


Finder = Callable[[Whose], Q]
Holder = Callable[[Model, Whose], bool]


@dataclass(frozen=True, slots=True)
class Tie:
    """`way` and `name`: how, and by which field. `shows`: the fields that belong to the person by it; None is all.

    `said`: own words, or an own deed: the person may always have these back, at whatever level they stand.
    """

    way: str
    name: str
    rows: Finder
    holds: Holder
    shows: frozenset[str] | None = None
    said: bool = False
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Belonging:
    """All ties of a model. Without ties it belongs to nobody, and `because` says why.

    `left_out`: fields that are never given, with the reason. `own_facts`: facts about the person that the person may
    have at every level, as a secret address. `others`: the model also holds rows about others in the same dossier.
    """

    ties: tuple[Tie, ...] = ()
    because: str = ""
    left_out: Mapping[str, str] = field(default_factory=dict)
    own_facts: bool = False
    others: bool = False

    def rows(self, whose: Whose) -> Q:
        return reduce(or_, (tie.rows(whose) for tie in self.ties), NOTHING)

    def held_by(self, row: Model, whose: Whose) -> tuple[Tie, ...]:
        return tuple(tie for tie in self.ties if tie.holds(row, whose))


def raw(row: Model, name: str) -> object:
    """The value as it is stored: of a relation its key."""
    return row.serializable_value(name)


def _shown(names: str) -> frozenset[str] | None:
    return frozenset(names.split()) if names else None


def about(name: str = "subject", shows: str = "") -> Tie:
    """The row is about the person."""
    return Tie(
        "about",
        name,
        lambda whose: Q(**{name: whose.subject}),
        lambda row, whose: raw(row, name) == whose.subject,
        _shown(shows),
    )


def own() -> Tie:
    """The row is about the person and read by that person itself, at whatever level, as long as it stands."""
    return Tie(
        "about",
        "subject",
        lambda whose: Q(subject=whose.subject, withdrawn_at=None),
        lambda row, whose: raw(row, "subject") == whose.subject and raw(row, "withdrawn_at") is None,
        said=True,
    )


def shown() -> Tie:
    """The row was chosen for the person to read (condition 23)."""
    return Tie(
        "shown", "id", lambda whose: Q(id__in=whose.shown), lambda row, whose: raw(row, "id") in whose.shown, said=True
    )


def account(name: str = "account", shows: str = "") -> Tie:
    """The row is of the person's own account, or this account did it."""
    return Tie(
        "account",
        name,
        lambda whose: Q(**{f"{name}__in": whose.accounts}),
        lambda row, whose: raw(row, name) in whose.accounts,
        _shown(shows),
        said=True,
    )


def joint(name: str = "dossier", subject: str = "") -> Tie:
    """The row is of the family as a whole: of the dossier, and about nobody alone."""

    def rows(whose: Whose) -> Q:
        found = Q(**{f"{name}__in": whose.dossiers})
        return found & Q(**{subject: None}) if subject else found

    def holds(row: Model, whose: Whose) -> bool:
        return raw(row, name) in whose.dossiers and not (subject and raw(row, subject))

    return Tie("joint", name, rows, holds, joint=True)


def of_circle(*people: str) -> Tie:
    """The row is of the circle of the family, and none of these people is hidden from who asks."""

    def rows(whose: Whose) -> Q:
        found = Q(dossier__in=whose.dossiers)
        return reduce(and_, (~Q(**{f"{name}__in": whose.hidden}) for name in people), found)

    def holds(row: Model, whose: Whose) -> bool:
        return raw(row, "dossier") in whose.dossiers and not any(raw(row, name) in whose.hidden for name in people)

    return Tie("circle", "dossier", rows, holds, joint=True)


def said(name: str, shows: str) -> Tie:
    """The person's name stands there as who said or does it, in an own dossier."""

    def rows(whose: Whose) -> Q:
        named = reduce(or_, (Q(**{f"{name}__iexact": one}) for one in sorted(whose.names)), NOTHING)
        return Q(dossier__in=whose.dossiers) & named

    def holds(row: Model, whose: Whose) -> bool:
        return raw(row, "dossier") in whose.dossiers and str(raw(row, name)).casefold() in whose.names

    return Tie("said", name, rows, holds, _shown(shows), said=True)


def among(name: str, of: str, shows: str = "") -> Tie:
    """The value of a field is one of the person's own: an e-mail address, a household."""
    return Tie(
        of,
        name,
        lambda whose: Q(**{f"{name}__in": getattr(whose, of)}),
        lambda row, whose: raw(row, name) in getattr(whose, of),
        _shown(shows),
    )


def listed(name: str = "subjects", shows: str = "") -> Tie:
    """The person stands in a list of people."""

    def holds(row: Model, whose: Whose) -> bool:
        people = raw(row, name)
        return isinstance(people, list) and whose.subject in people

    return Tie("listed", name, lambda whose: Q(**{f"{name}__contains": [whose.subject]}), holds, _shown(shows))


def under_pseudonym() -> Tie:
    """The household's row in a study, through the key of that study."""

    def rows(whose: Whose) -> Q:
        pairs = (Q(study=study, pseudonym=name) for study, name in sorted(whose.pseudonyms))
        return reduce(or_, pairs, NOTHING)

    def holds(row: Model, whose: Whose) -> bool:
        return (raw(row, "study"), raw(row, "pseudonym")) in whose.pseudonyms

    return Tie("pseudonym", "pseudonym", rows, holds)


SILENT = ("access_withholding", "access_namedreader")
"""Tables whose earlier rows are never told: what is held back from somebody, and who reads what is shielded."""
OF_A_FAMILY = (
    "access_dossier", "access_party", "agenda_task", "course_aftercare", "course_closing", "course_evaluation",
    "course_pause", "documents_document", "documents_moveddocument",
    "familiegroepsplan_contribution", "familiegroepsplan_familiegroepsplan",
    "leads_lead", "notes_contactnote", "notes_movednote", "plans_action", "plans_goal", "plans_plan",
    "plans_question", "plans_score",
)  # fmt: skip
"""Tables whose rows may be of a family as a whole."""


def was_about() -> Tie:
    """What a row about the person was before it changed."""
    return Tie(
        "about",
        "subject",
        lambda whose: Q(subject=whose.subject) & ~Q(name__in=SILENT),
        lambda row, whose: raw(row, "subject") == whose.subject and raw(row, "name") not in SILENT,
    )


def was_joint() -> Tie:
    """What a row of the family as a whole was before it changed."""

    def holds(row: Model, whose: Whose) -> bool:
        return raw(row, "dossier") in whose.dossiers and raw(row, "subject") is None and raw(row, "name") in OF_A_FAMILY

    return Tie(
        "joint",
        "dossier",
        lambda whose: Q(dossier__in=whose.dossiers, subject=None, name__in=OF_A_FAMILY),
        holds,
        joint=True,
    )


IMAGES = ("before", "after")
PEOPLE = ("subject_id", "other_id", "holder_id", "child_id")
DOERS = (
    "account", "account_id", "written_by", "added_by", "withdrawn_by", "decided_by", "recorded_by", "asked_by",
    "agreed_by",
)  # fmt: skip


def in_image() -> Tie:
    """A row as it was before or after a delivery names the person."""

    def rows(whose: Whose) -> Q:
        who = str(whose.subject)
        found = (Q(**{f"{image}__{column}": who}) for image in IMAGES for column in PEOPLE)
        return reduce(or_, found, Q(row=who))

    def holds(row: Model, whose: Whose) -> bool:
        who = str(whose.subject)
        images = [image for image in (raw(row, name) for name in IMAGES) if isinstance(image, dict)]
        return raw(row, "row") == who or any(image.get(column) == who for image in images for column in PEOPLE)

    return Tie("image", "after", rows, holds)
